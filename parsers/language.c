#include "parsers/language.h"

#include <libexttextcat/textcat.h>

#include "base/utf8.h"
#include "base/banned.h"

#define TEXT_READ ((size_t)8 * 1024)  /* more of a text does not tell more of its language */
#define GIVEN_WEIGHT 1.5              /* of the ticket's own tag, in words */
#define PHRASE_WEIGHT 2.0             /* of a greeting or closing */
#define CJK_WEIGHT 0.5                /* a character of East Asia against a function word */
#define MONTH_WEIGHT 1.0              /* of the name of a month, where no sentence stands */
#define NAME_WEIGHT 0.5               /* of any other name there */
#define ENOUGH 3.0                    /* words that settle it without a second opinion */

typedef struct Scores {
    double of[LANGUAGE_COUNT];
} Scores;

static void add_scripts(Str s, size_t from, size_t to, Scores *scores) {
    double kana = 0, hangul = 0, cyrillic = 0, han = 0;
    for (size_t at = from, size; at < to; at += size) {
        uint32_t c = utf8_decode(s, at, &size);
        if (c < 0x400)
            continue;
        kana += c >= 0x3041 && c <= 0x30FA;
        hangul += c >= 0xAC00 && c <= 0xD7A3;
        cyrillic += c <= 0x4FF;
        han += c >= 0x4E00 && c <= 0x9FFF;
    }
    scores->of[LANGUAGE_KO] += hangul * CJK_WEIGHT;
    scores->of[LANGUAGE_RU] += cyrillic * CJK_WEIGHT / 4;
    if (kana * 20 > han)
        scores->of[LANGUAGE_JA] += (kana + han) * CJK_WEIGHT;
    else
        for (int i = LANGUAGE_ZH_CN; i <= LANGUAGE_ZH_TW; i++)
            scores->of[i] += han * CJK_WEIGHT;
}

/* Function words count for the languages that share them, a shared one for less. */
static void add_words(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, Scores *scores) {
    Hits hits = {0};
    lexicon_scan(lexicon, arena, text, from, to, LEX_BIT(LEX_LANGUAGE) | LEX_BIT(LEX_MAIL), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        bool tells = hit->group == LEX_MAIL ? hit->key == MAIL_GREETING || hit->key == MAIL_CLOSING
                                            : hit->key == SMALL_FUNCTION;
        if (!tells)
            continue;
        int shared = __builtin_popcount(hit->languages);
        double weight = (hit->group == LEX_MAIL ? PHRASE_WEIGHT : 1.0) / (shared * shared);
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            if (hit->languages & (1u << language))
                scores->of[language] += weight;
    }
}

/* Where no sentence stands, the names of months and values tell, too: "Facture 12, mars 2020, 5 MOC". */
static void add_names(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, Scores *scores) {
    Hits hits = {0};
    if (to - from > TEXT_READ)
        to = from + TEXT_READ;
    lexicon_scan(lexicon, arena, text, from, to, LEX_BIT(LEX_LABEL) | LEX_BIT(LEX_MONTH) | LEX_BIT(LEX_CUE), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        int shared = __builtin_popcount(hits.items[i].languages);
        double weight = hits.items[i].group == LEX_MONTH ? MONTH_WEIGHT : NAME_WEIGHT;
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            if (hits.items[i].languages & (1u << language))
                scores->of[language] += weight / (shared * shared);
    }
}

static void add_range(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, Scores *scores) {
    if (to - from > TEXT_READ)
        to = from + TEXT_READ;
    add_scripts(text->folded, from, to, scores);
    add_words(lexicon, arena, text, from, to, scores);
}

static Language best_of(const Scores *scores, double *first, double *second) {
    Language best = LANGUAGE_UNKNOWN;
    *first = *second = 0;
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        if (scores->of[i] > *first) {
            *second = *first;
            *first = scores->of[i];
            best = (Language)i;
        } else if (scores->of[i] > *second) {
            *second = scores->of[i];
        }
    }
    return best;
}

/* libexttextcat's handle is not safe to share between threads: one each. */
static Language second_opinion(Str raw) {
    static _Thread_local void *handle;
    if (!handle)
        handle = special_textcat_Init("/usr/share/libexttextcat/fpdb.conf", "/usr/share/libexttextcat/");
    if (!handle || raw.len < 24)
        return LANGUAGE_UNKNOWN;
    char *valid = g_utf8_make_valid(raw.data, (gssize)MIN(raw.len, TEXT_READ)); /* the library reads past a broken end */
    const char *answer = textcat_Classify(handle, valid, strlen(valid));
    g_free(valid);
    if (!answer || answer[0] != '[')
        return LANGUAGE_UNKNOWN;
    Str tag = str_of(answer + 1);
    ptrdiff_t end = str_find_char(tag, ']');
    ptrdiff_t dash = str_find(tag, STR("--"));
    tag = str_sub(tag, 0, (size_t)(dash >= 0 ? dash : end >= 0 ? end : 0));
    return language_of_tag(tag);
}

static double confidence_of(double first, double second) {
    double margin = first > 0 ? (first - second) / first : 0;
    double mass = first < ENOUGH ? first / ENOUGH : 1.0;
    return margin * mass;
}

Language language_read(const Lexicon *lexicon, Arena *arena, const Layout *layout, Str subject, Language given,
                       double *confidence) {
    Scores scores = {{0}};
    double first, second;
    const Text *text = &layout->text;
    for (size_t i = 0; i < layout->parts.len; i++)
        if (layout->parts.items[i].zone == ZONE_NEW)
            add_range(lexicon, arena, text, layout->parts.items[i].span.from, layout->parts.items[i].span.to, &scores);
    Language best = best_of(&scores, &first, &second);
    if (first < ENOUGH) { /* little was said: the subject and the lines around help */
        Text head;
        text_fold(arena, subject, &head);
        add_range(lexicon, arena, &head, 0, head.folded.len, &scores);
        for (size_t i = 0; i < layout->parts.len; i++)
            if (layout->parts.items[i].zone == ZONE_SIGNATURE)
                add_range(lexicon, arena, text, layout->parts.items[i].span.from, layout->parts.items[i].span.to,
                          &scores);
        best = best_of(&scores, &first, &second);
    }
    if (given < LANGUAGE_COUNT) {
        scores.of[given] += GIVEN_WEIGHT;
        best = best_of(&scores, &first, &second);
    }
    if (first < 1.0) {
        for (size_t i = 0; i < layout->parts.len; i++)
            if (layout->parts.items[i].zone == ZONE_NEW)
                add_names(lexicon, arena, text, layout->parts.items[i].span.from, layout->parts.items[i].span.to, &scores);
        best = best_of(&scores, &first, &second);
    }
    if (first < ENOUGH || first - second < 1.0) {
        Language other = second_opinion(str_sub(text->raw, 0, TEXT_READ));
        if (other < LANGUAGE_COUNT) {
            scores.of[other] += 1.0;
            best = best_of(&scores, &first, &second);
        }
    }
    *confidence = confidence_of(first, second);
    return best == LANGUAGE_UNKNOWN ? LANGUAGE_EN : best;
}

Language language_of_text(const Lexicon *lexicon, Arena *arena, const Text *text) {
    Scores scores = {{0}};
    double first, second;
    add_range(lexicon, arena, text, 0, text->folded.len, &scores);
    return best_of(&scores, &first, &second);
}
