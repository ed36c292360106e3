#include "parsers/language.h"

#include <libexttextcat/textcat.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "parsers/han.h"
#include "base/banned.h"

#define TEXT_READ ((size_t)8 * 1024)  /* more of a text does not tell more of its language */
#define OPINION_READ ((size_t)1024)   /* for the second opinion, which is dear: 0.5 us a byte */
#define GIVEN_WEIGHT 1.5              /* of the ticket's own tag, in words */
#define CJK_WEIGHT 0.5                /* a character of East Asia against a function word */
#define KANJI_WEIGHT 0.4              /* Han without kana is more often Chinese, if no word says otherwise */
#define CYRILLIC_WEIGHT 0.125         /* a letter: the words are long */
#define CYRILLIC_OTHER 0.1            /* Ukrainian and Bulgarian win by their words */
#define LETTER_WEIGHT 0.5             /* a letter that few languages have */
#define MONTH_WEIGHT 1.0              /* of the name of a month, where no sentence stands */
#define NAME_WEIGHT 0.5               /* of any other name there */
#define ENGLISH_NAME 0.6              /* of an English name, against one of another language */
#define NAMES_MOST 1.5                /* all names together: less than a sentence */
#define ENOUGH 3.0                    /* words that settle it without a second opinion */
#define CLEAR 1.0                     /* the lead that needs none */
#define MISREAD_MIN 2                 /* words of a page in another script than its own */
#define SENTENCE 2.0                  /* words that make one */

#define OTHER LANGUAGE_UNKNOWN /* all languages that are none of the eleven, together */

typedef struct Scores {
    double of[OTHER + 1];
} Scores;

#define BIT(language) (1u << (language))
#define EAST 0x2000 /* beyond, letters tell only the scripts of East Asia */

/* Letters that tell; accents are gone from the folded text. */
static unsigned languages_of_letter(uint32_t c) {
    switch (c) {
    case 0xDF: return BIT(LANGUAGE_DE);
    case 0xE4: case 0xF6: case 0xFC: case 0xC4: case 0xD6: case 0xDC: return BIT(LANGUAGE_DE) | BIT(OTHER);
    case 0xF1: case 0xD1: case 0xBF: case 0xA1: return BIT(LANGUAGE_ES);
    case 0xE3: case 0xF5: case 0xC3: case 0xD5: return BIT(LANGUAGE_PT_BR);
    case 0xE7: return BIT(LANGUAGE_FR) | BIT(LANGUAGE_PT_BR) | BIT(OTHER);
    case 0xEA: return BIT(LANGUAGE_FR) | BIT(LANGUAGE_PT_BR);
    case 0xEE: case 0xEB: case 0xFB: case 0x153: return BIT(LANGUAGE_FR);
    case 0xEC: case 0xF2: return BIT(LANGUAGE_IT);
    case 0xE8: case 0xC8: return BIT(LANGUAGE_FR) | BIT(LANGUAGE_IT);
    case 0xE5: case 0xE6: case 0xF0: case 0xF8: case 0xFE: case 0xC5: case 0xD8: return BIT(OTHER); /* å æ ð ø þ */
    case 0x44A: case 0x402: case 0x452: return BIT(OTHER);                                        /* ъ ђ */
    case 0x44B: case 0x44D: return BIT(LANGUAGE_RU);                                              /* ы э */
    case 0x404: case 0x406: case 0x407: case 0x490: case 0x491: return BIT(OTHER);                /* Є І Ї Ґ */
    default:
        if ((c >= 0x454 && c <= 0x45F) || (c >= 0x100 && c <= 0x17F) || c == 0x219 || c == 0x21B)
            return BIT(OTHER); /* Ukrainian, Serbian; Central Europe, the Baltic, Turkey */
        if ((c >= 0x370 && c <= 0x3FF) || (c >= 0x530 && c <= 0x10FF) || (c >= 0x1EA0 && c <= 0x1EF9))
            return BIT(OTHER); /* Greek, the scripts from Armenian to Georgian, Vietnamese */
        return 0;
    }
}

typedef struct Scripts {
    size_t kana, hangul, cyrillic, han;
    size_t simplified, traditional, japanese; /* of the Han, those in use there */
} Scripts;

static void add_han(uint32_t c, Scripts *scripts) {
    unsigned places = han_of(c);
    scripts->han++;
    scripts->simplified += (places & HAN_SIMPLIFIED) != 0;
    scripts->traditional += (places & HAN_TRADITIONAL) != 0;
    scripts->japanese += (places & HAN_JAPANESE) != 0;
}

static void add_letter(unsigned languages, Scores *scores) {
    for (int i = 0; languages && i <= OTHER; i++)
        if (languages & BIT(i))
            scores->of[i] += LETTER_WEIGHT / __builtin_popcount(languages);
}

/* Characters of the raw text: the folded one has lost the accents. */
static void add_letters(Str raw, Scores *scores, Scripts *scripts) {
    for (size_t at = utf8_ascii_end(raw, 0), size; at < raw.len; at = utf8_ascii_end(raw, at + size)) {
        uint32_t c = utf8_decode(raw, at, &size);
        if (c >= 0x4E00 && c <= 0x9FFF) {
            add_han(c, scripts);
        } else if (c >= EAST) {
            scripts->kana += (c >= 0x3041 && c <= 0x30FA) || (c >= 0xFF66 && c <= 0xFF9D);
            scripts->hangul += c >= 0xAC00 && c <= 0xD7A3;
        } else {
            scripts->cyrillic += c >= 0x400 && c <= 0x4FF;
            add_letter(languages_of_letter(c), scores);
        }
    }
}

static void add_scripts(Str raw, Scores *scores) {
    Scripts scripts = {0};
    add_letters(raw, scores, &scripts);
    scores->of[LANGUAGE_KO] += (double)scripts.hangul * CJK_WEIGHT;
    scores->of[LANGUAGE_RU] += (double)scripts.cyrillic * CYRILLIC_WEIGHT;
    scores->of[OTHER] += (double)scripts.cyrillic * CYRILLIC_OTHER;
    if (scripts.kana * 20 > scripts.han) {
        scores->of[LANGUAGE_JA] += (double)(scripts.kana + scripts.han) * CJK_WEIGHT;
        return;
    }
    scores->of[LANGUAGE_JA] += (double)scripts.japanese * KANJI_WEIGHT;
    scores->of[LANGUAGE_ZH_CN] += (double)scripts.simplified * CJK_WEIGHT;
    scores->of[LANGUAGE_ZH_TW] += (double)scripts.traditional * CJK_WEIGHT;
}

/* A word counts for the languages that share it, for less the more they are. */
static void add_shared(unsigned languages, double weight, Scores *scores) {
    int shared = __builtin_popcount(languages);
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        if (languages & BIT(language))
            scores->of[language] += weight / (shared * shared);
}

static bool is_phrase(const Hit *hit) {
    return hit->key == MAIL_GREETING || hit->key == MAIL_CLOSING;
}

/* Function words, greetings, complaints and questions: what stands in sentences. */
static void add_words(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, Scores *scores) {
    Hits hits = {0};
    size_t covered = from; /* the words of a phrase count with it */
    lexicon_scan(lexicon, arena, text, from, to, LEX_BIT(LEX_LANGUAGE) | LEX_BIT(LEX_MAIL) | LEX_BIT(LEX_INTENT), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        if (hit->group == LEX_MAIL ? !is_phrase(hit) : hit->from < covered)
            continue;
        if (hit->group == LEX_MAIL)
            covered = hit->to;
        if (hit->group == LEX_LANGUAGE && hit->key == SMALL_FOREIGN)
            scores->of[OTHER] += 1.0;
        else if (hit->group != LEX_LANGUAGE || hit->key == SMALL_FUNCTION)
            add_shared(hit->languages, 1.0, scores);
    }
}

/* English names stand on the forms of all languages. */
static double weight_of_name(const Hit *hit) {
    double weight = hit->group == LEX_MONTH ? MONTH_WEIGHT : NAME_WEIGHT;
    return hit->languages == BIT(LANGUAGE_EN) ? weight * ENGLISH_NAME : weight;
}

/* Where no sentence stands, the names of months and values tell, too: "Facture 12, mars 2020, 5 MOC". */
static void add_names(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, Scores *scores) {
    static const unsigned groups = LEX_BIT(LEX_LABEL) | LEX_BIT(LEX_MONTH) | LEX_BIT(LEX_CUE) | LEX_BIT(LEX_UNIT);
    Hits hits = {0};
    size_t covered = from; /* a word of a label is no name of its own */
    if (to - from > TEXT_READ)
        to = from + TEXT_READ;
    lexicon_scan(lexicon, arena, text, from, to, groups, &hits);
    for (size_t i = 0; i < hits.len; i++) {
        if (hits.items[i].from < covered)
            continue;
        add_shared(hits.items[i].languages, weight_of_name(&hits.items[i]), scores);
        covered = hits.items[i].to;
    }
}

static Str raw_of(const Text *text, size_t from, size_t to) {
    return str_sub(text->raw, text->map[from], text->map[to]);
}

static void add_range(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, Scores *scores) {
    if (to - from > TEXT_READ)
        to = from + TEXT_READ;
    add_scripts(raw_of(text, from, to), scores);
    add_words(lexicon, arena, text, from, to, scores);
}

static Language best_of(const Scores *scores, double *first, double *second) {
    Language best = LANGUAGE_UNKNOWN;
    *first = *second = 0;
    for (int i = 0; i <= OTHER; i++) {
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
    char *valid = g_utf8_make_valid(raw.data, (gssize)MIN(raw.len, OPINION_READ)); /* the library reads past a broken end */
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

static void add_second_opinion(Str raw, Scores *scores) {
    Language language = second_opinion(raw);
    if (language < LANGUAGE_COUNT)
        scores->of[language] += 1.0;
}

static double confidence_of(double first, double second) {
    double margin = first > 0 ? (first - second) / first : 0;
    double mass = first < ENOUGH ? first / ENOUGH : 1.0;
    return margin * mass;
}

/* ---- the ticket ---- */

typedef void AddRange(const Lexicon *, Arena *, const Text *, size_t, size_t, Scores *);

static void add_zone(const Lexicon *lexicon, Arena *arena, const Layout *layout, Zone zone, AddRange *add, Scores *scores) {
    for (size_t i = 0; i < layout->parts.len; i++) {
        const Part *part = &layout->parts.items[i];
        if (part->zone == zone)
            add(lexicon, arena, &layout->text, part->span.from, part->span.to, scores);
    }
}

/* What the sender wrote anew, in one piece. */
static Str new_text(Arena *arena, const Layout *layout) {
    Buf buf = {.arena = arena};
    for (size_t i = 0; i < layout->parts.len && buf.len < OPINION_READ; i++)
        if (layout->parts.items[i].zone == ZONE_NEW)
            buf_add(&buf, raw_of(&layout->text, layout->parts.items[i].span.from, layout->parts.items[i].span.to));
    return buf_str(&buf);
}

/* The names of the newest text and of the subject, together worth less than a sentence. */
static void add_all_names(const Lexicon *lexicon, Arena *arena, const Layout *layout, const Text *subject, Scores *scores) {
    Scores names = {{0}};
    double first, second;
    add_zone(lexicon, arena, layout, ZONE_NEW, add_names, &names);
    add_names(lexicon, arena, subject, 0, subject->folded.len, &names);
    best_of(&names, &first, &second);
    double most = first > NAMES_MOST ? NAMES_MOST / first : 1.0;
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        scores->of[i] += names.of[i] * most;
}

Language language_read(const Lexicon *lexicon, Arena *arena, const Layout *layout, Language given, double *confidence) {
    Scores scores = {{0}};
    const Text *subject = &layout->subject;
    double first, second;
    add_zone(lexicon, arena, layout, ZONE_NEW, add_range, &scores);
    best_of(&scores, &first, &second);
    bool little = first < ENOUGH || first - second < CLEAR;
    if (little) { /* the subject helps */
        add_range(lexicon, arena, subject, 0, subject->folded.len, &scores);
        best_of(&scores, &first, &second);
    }
    if (first < CLEAR)
        add_zone(lexicon, arena, layout, ZONE_SIGNATURE, add_range, &scores);
    if (given < LANGUAGE_COUNT)
        scores.of[given] += GIVEN_WEIGHT;
    best_of(&scores, &first, &second);
    if (little && (first < SENTENCE || first - second < CLEAR / 2)) { /* no sentences, or they leave it open */
        add_all_names(lexicon, arena, layout, subject, &scores);
        best_of(&scores, &first, &second);
    }
    if (little && first - second < CLEAR / 2)
        add_second_opinion(new_text(arena, layout), &scores);
    Language best = best_of(&scores, &first, &second);
    *confidence = confidence_of(first, second);
    return best == LANGUAGE_UNKNOWN ? LANGUAGE_EN : best;
}

Language language_of_text(const Lexicon *lexicon, Arena *arena, const Text *text) {
    Scores scores = {{0}};
    double first, second;
    add_range(lexicon, arena, text, 0, text->folded.len, &scores);
    return best_of(&scores, &first, &second);
}

Language language_misread(const Lexicon *lexicon, Arena *arena, const Text *text) {
    size_t words[LANGUAGE_COUNT] = {0};
    Hits hits = {0};
    int best = 0, next = 1;
    lexicon_scan(lexicon, arena, text, 0, text->folded.len, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++)
        for (int language = 0; hits.items[i].key == SMALL_MISREAD && language < LANGUAGE_COUNT; language++)
            words[language] += hits.items[i].languages >> language & 1;
    for (int language = 1; language < LANGUAGE_COUNT; language++) {
        next = words[language] > words[best] ? best : words[language] > words[next] || next == best ? language : next;
        best = words[language] > words[best] ? language : best;
    }
    return words[best] >= MISREAD_MIN + words[next] ? (Language)best : LANGUAGE_UNKNOWN;
}
