/* header_read(): the meaning of a table header or field name: label, currency, net or gross, shown or expected. */
#include "base/utf8.h"
#include "parsers/mention.h"
#include "parsers/money.h"
#include "parsers/scale.h"
#include "parsers/spaced.h"
#include "parsers/tax_rate.h"
#include "base/banned.h"

#define HEADER_BYTES_MAX 120 /* a longer one is a sentence */

static bool first_label(const Lexicon *lexicon, Arena *arena, const Text *text, size_t to, Label *label) {
    Hits hits = {0};
    if (!lexicon_whole_in(lexicon, arena, text, 0, to, LEX_LABEL, &hits))
        return false;
    *label = (Label)hits.items[0].key;
    return true;
}

static bool names_programme(Str s, const Hit *hit) {
    Str word = str_sub(s, hit->from, hit->to);
    return str_find(word, STR("omlp")) >= 0 || str_find(word, STR("kpi")) >= 0 || str_find(word, STR("mpn")) >= 0;
}

/* "hors TVA": the tax is named to say that it is left out. */
static bool is_within_cue(const Hits *hits, const Hit *hit) {
    for (size_t i = 0; i < hits->len; i++) {
        const Hit *cue = &hits->items[i];
        if (cue->group == LEX_CUE && (cue->key == CUE_NET || cue->key == CUE_GROSS) && cue->from <= hit->from &&
            cue->to >= hit->to && cue->to - cue->from > hit->to - hit->from)
            return true;
    }
    return false;
}

/* Letters of the header that no word of the lexicon and no short word of grammar covers. */
static size_t letters_open(Str s, const Hits *hits, size_t *letters) {
    size_t open = 0;
    *letters = 0;
    for (size_t at = 0; at < s.len;) {
        size_t end = at, covered = 0;
        while (end < s.len && !strchr(" ()[]/,:.-'", s.data[end]))
            end++;
        for (size_t i = 0; i < hits->len && !covered; i++)
            covered = hits->items[i].from <= at && hits->items[i].to >= end;
        *letters += end - at;
        bool abbreviated = end < s.len && s.data[end] == '.' && end - at <= 6;
        if (!covered && end - at > 3 && !abbreviated && !scale_is_header_word(str_sub(s, at, end)))
            open += end - at;
        at = end > at ? end : at + 1;
    }
    return open;
}

/* "Two invoices are missing:" opens a list, it names no value. */
static bool complains_behind(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from) {
    Hits hits = {0};
    lexicon_scan(lexicon, arena, text, from, text->folded.len, LEX_BIT(LEX_INTENT), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == INTENT_WORD_COMPLAINT)
            return true;
    return false;
}

/* "KPI, ед.", "KPI / pcs": behind a mark stands what the value is counted in, not another value. */
static bool counts_in(Str s, Label named, const Hit *hit) {
    size_t at = hit->from;
    if (named == LABEL_COUNT || (hit->key != LABEL_MEASURE && !(named == LABEL_KPI_VALUE && hit->key == LABEL_PURCHASE_UNITS)))
        return false;
    while (at > 0 && s.data[at - 1] == ' ')
        at--;
    return at > 0 && strchr(",/(-", s.data[at - 1]);
}

/* The widest label in the header, if the header says little else: "Revenue in EUR, net", but no "ticket category". */
static Label widest_label(const Lexicon *lexicon, Arena *arena, const Text *text) {
    Hits hits = {0};
    Label best = LABEL_COUNT;
    size_t widest = 0, letters, end = 0;
    bool programme = false;
    lexicon_scan(lexicon, arena, text, 0, text->folded.len,
                 LEX_BIT(LEX_LABEL) | LEX_BIT(LEX_CUE) | LEX_BIT(LEX_CURRENCY), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        if (hit->group != LEX_LABEL || hit->to - hit->from <= widest || is_within_cue(&hits, hit) ||
            counts_in(text->folded, best, hit))
            continue;
        widest = hit->to - hit->from;
        best = (Label)hit->key;
        end = hit->to;
        programme = names_programme(text->folded, hit);
    }
    if (best == LABEL_INVOICE_NUMBER && complains_behind(lexicon, arena, text, end))
        return LABEL_COUNT;
    size_t open = letters_open(text->folded, &hits, &letters);
    if (best == LABEL_OTHER && open * 6 > letters)
        return LABEL_COUNT;
    return open * 3 <= letters || (programme && open <= 10) ? best : LABEL_COUNT;
}

/* One ideograph within a run of them is part of another word: 分 are points of a score, but none in 区分 or 分公司. */
static bool is_within_word(Str s, const Hit *hit) {
    size_t size;
    if ((unsigned char)s.data[hit->from] < 0x80)
        return false;
    uint32_t c = utf8_decode(s, hit->from, &size);
    if (!text_is_ideograph(c) || hit->from + size != hit->to)
        return false;
    return (hit->from > 0 && text_is_ideograph(utf8_decode(s, utf8_back(s, hit->from), &size))) ||
           (hit->to < s.len && text_is_ideograph(utf8_decode(s, hit->to, &size)));
}

/* Headers that no label knows: the words of sentences name it, "Rev excl (ZAR)", if little else stands there. */
static Label label_of_cues(const Lexicon *lexicon, Arena *arena, const Text *text) {
    static const struct {
        Cue cue;
        Label label;
    } names[] = {{CUE_KPI, LABEL_KPI_VALUE},
                 {CUE_REVENUE, LABEL_REVENUE_VALUE},
                 {CUE_GROSS, LABEL_REVENUE_GROSS},
                 {CUE_NET, LABEL_REVENUE_VALUE}};
    Hits hits = {0};
    size_t words = 0;
    for (size_t i = 0; i < text->folded.len; i++)
        words += text->folded.data[i] != ' ' && (i == 0 || text->folded.data[i - 1] == ' ');
    lexicon_scan(lexicon, arena, text, 0, text->folded.len, LEX_BIT(LEX_CUE), &hits);
    tax_rates_scan(lexicon, arena, text, 0, text->folded.len, &hits);
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        for (size_t i = 0; i < hits.len && words <= 4; i++)
            if (hits.items[i].key == (int)names[n].cue && !is_within_word(text->folded, &hits.items[i]))
                return names[n].label;
    return LABEL_COUNT;
}

static void read_currency(const Lexicon *lexicon, const Text *text, Language language, Header *header) {
    for (size_t at = 0, to; at < text->folded.len; at++) {
        Str iso;
        char before = at ? text->folded.data[at - 1] : ' ';
        if ((before >= 'a' && before <= 'z') || !currency_at(lexicon, text, at, language, &iso, &to) ||
            !str_given(iso))
            continue;
        header->currency = iso;
        return;
    }
}

/* "k€", "TEUR", 천원: the currency is one word with its scale, so it is read as if it stood alone. */
static void read_joined_currency(const Lexicon *lexicon, Arena *arena, const Text *text, Language language, size_t unit,
                                 Header *header) {
    Text counted;
    Str iso;
    size_t to;
    text_fold(arena, text_raw(text, unit, text->folded.len), &counted);
    if (currency_at(lexicon, &counted, 0, language, &iso, &to) && str_given(iso))
        header->currency = iso;
}

static void read_cues(const Lexicon *lexicon, Arena *arena, const Text *text, Header *header) {
    Hits hits = {0};
    bool net = false;
    lexicon_scan(lexicon, arena, text, 0, text->folded.len, LEX_BIT(LEX_CUE) | LEX_BIT(LEX_LABEL), &hits);
    tax_rates_scan(lexicon, arena, text, 0, text->folded.len, &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        if (hit->group == LEX_LABEL) {
            if (hit->key == LABEL_DASHBOARD_VALUE)
                header->role = ROLE_SHOWN;
            else if (hit->key == LABEL_EXPECTED_VALUE)
                header->role = ROLE_EXPECTED;
        } else if (hit->key == CUE_SHOWN) {
            header->role = ROLE_SHOWN;
        } else if (hit->key == CUE_EXPECTED) {
            header->role = ROLE_EXPECTED;
        } else if (hit->key == CUE_GROSS) {
            header->gross = true;
        } else if (hit->key == CUE_NET) {
            net = true;
        }
    }
    header->net = net;
    if (net)
        header->gross = false;
}

static Label label_of(const Lexicon *lexicon, Arena *arena, const Text *text) {
    Label label = LABEL_COUNT;
    if (first_label(lexicon, arena, text, text->folded.len, &label))
        return label;
    ptrdiff_t open = str_find_char(text->folded, '(');
    if (open < 0)
        open = str_find_char(text->folded, '[');
    if (open <= 0 || !first_label(lexicon, arena, text, (size_t)open, &label))
        label = widest_label(lexicon, arena, text);
    return label == LABEL_COUNT ? label_of_cues(lexicon, arena, text) : label;
}

static Header read_text(const Lexicon *lexicon, Arena *arena, Language language, const Text *text) {
    Header header = {.role = ROLE_CLAIM};
    ArenaMark mark = arena_mark(arena); /* of the words that tell what it is: a table has a thousand cells */
    header.label = label_of(lexicon, arena, text);
    if (header.label != LABEL_COUNT)
        read_cues(lexicon, arena, text, &header);
    arena_release(arena, mark);
    if (header.label == LABEL_REVENUE_GROSS) {
        header.label = LABEL_REVENUE_VALUE;
        header.gross = true;
    }
    if (header.label == LABEL_REVENUE_VALUE || header.label == LABEL_CURRENCY)
        read_currency(lexicon, text, language, &header);
    size_t unit;
    if (header.label == LABEL_REVENUE_VALUE)
        header.power = scale_of_header(text->folded, &unit);
    if (header.power && !str_given(header.currency))
        read_joined_currency(lexicon, arena, text, language, unit, &header);
    return header;
}

Header header_read(const Lexicon *lexicon, Arena *arena, Language language, Str raw) {
    Text text;
    raw = spaced_join(arena, str_trim(raw));
    if (raw.len == 0 || raw.len > HEADER_BYTES_MAX)
        return (Header){.label = LABEL_COUNT, .role = ROLE_CLAIM};
    text_fold(arena, raw, &text);
    return read_text(lexicon, arena, language, &text);
}

Header header_in(const Lexicon *lexicon, Arena *arena, Language language, const Text *text, size_t from, size_t to) {
    Str raw = text_raw(text, from, to), joined = spaced_join(arena, raw);
    if (raw.len == 0 || raw.len > HEADER_BYTES_MAX || joined.data != raw.data)
        return header_read(lexicon, arena, language, joined);
    while (from < to && strchr(" \t\n", text->folded.data[from]))
        from++;
    while (to > from && strchr(" \t\n", text->folded.data[to - 1]))
        to--;
    Text part = text_part(text, from, to);
    return read_text(lexicon, arena, language, &part);
}
