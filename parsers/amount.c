/* amount_read(): one number with its currency, unit word and net or gross, out of a cell or the rest of a line. */
#include "base/utf8.h"
#include "parsers/han_number.h"
#include "parsers/money.h"
#include "parsers/number.h"
#include "parsers/tax_rate.h"
#include "base/banned.h"

#define FOUND_MAX 8 /* numbers in one cell */

/* ---- a whole cell ---- */

typedef struct Found {
    size_t from, to;
    bool net, gross;
} Found;

static bool percent_after(Str s, size_t to) {
    size_t at = money_skip_blanks(s, to);
    return at < s.len && s.data[at] == '%';
}

/* "2½", "3月", "25,00-" (a trailing minus): the digits are not the whole value. */
static bool goes_on(Str s, size_t from, size_t to) {
    size_t size;
    if (to >= s.len)
        return false;
    uint32_t c = utf8_decode(s, to, &size);
    if (c == '-')
        return to - from > 3 && (s.data[to - 3] == ',' || s.data[to - 3] == '.');
    switch (c) {
    case 0x5E74: case 0x6708: case 0x65E5: case 0x865F: case 0x53F7: /* 年月日號号 */
    case 0xB144: case 0xC6D4: case 0xC77C:                           /* 년월일 */
        return true;
    default: return c == 0xBC || c == 0xBD || c == 0xBE || (c >= 0x2150 && c <= 0x215F); /* fractions */
    }
}

/* Letters right behind digits belong to the number unless they are a unit, a type, a currency, or "x". */
static bool glued(const Lexicon *lexicon, const Text *text, size_t to) {
    Hit hit;
    Str iso, s = text->folded;
    size_t end;
    if (!money_alnum_at(s, to))
        return false;
    return !lexicon_in(lexicon, text, s.len, to, LEX_UNIT, &hit) && !lexicon_in(lexicon, text, s.len, to, LEX_TYPE, &hit) &&
           !lexicon_in(lexicon, text, s.len, to, LEX_CUE, &hit) && !currency_at(lexicon, text, to, LANGUAGE_UNKNOWN, &iso, &end) &&
           !(s.data[to] == 'x' && !money_alnum_at(s, to + 1));
}

/* Is the number at `from` glued to letters before it that are no currency? */
static bool glued_before(const Lexicon *lexicon, const Text *text, size_t from, size_t to, Language language) {
    Str iso, s = text->folded;
    size_t start, end;
    if (from == 0 || !money_alnum_at(s, utf8_back(s, from)))
        return false;
    return !(currency_beside(lexicon, text, from, to, language, &iso, &start, &end) && start < from) &&
           !(s.data[from - 1] == 'x' && !(from >= 2 && money_alnum_at(s, utf8_back(s, from - 1))));
}

/* "Rs.1599", "SFr.25": no code, the dot belongs to the currency. */
static bool follows_abbreviation(const Lexicon *lexicon, const Text *text, size_t from, Language language) {
    Str iso;
    size_t start;
    return from > 0 && text->folded.data[from - 1] == '.' &&
           currency_before(lexicon, text, from, language, &iso, &start);
}

static size_t numbers_find(const Lexicon *lexicon, const Text *text, Language language, Found *found, size_t max,
                           bool *broken) {
    Str s = text->folded;
    size_t n = 0;
    for (size_t at = 0, to; at < s.len; at = to) {
        to = at + 1;
        bool sign = (s.data[at] == '-' || s.data[at] == '+') && (at == 0 || !money_alnum_at(s, utf8_back(s, at)));
        bool digit = s.data[at] >= '0' && s.data[at] <= '9';
        if (!(sign || digit) || !number_token(s, at, &to)) {
            to = at + 1;
            continue;
        }
        if (percent_after(s, to))
            continue;
        if (goes_on(s, at, to) || !(number_stands_alone(s, at, to) || follows_abbreviation(lexicon, text, at, language)) ||
            glued(lexicon, text, to) || glued_before(lexicon, text, at, to, language)) {
            *broken = true;
            continue;
        }
        if (n == max) {
            *broken = true;
            return n;
        }
        found[n++] = (Found){at, to, false, false};
    }
    return n;
}

/* The number that a word for net or gross goes with: the one behind it if such words stand before their numbers. */
static Found *marked(Found *found, size_t n, const Hit *cue, bool words_first) {
    Found *best = NULL;
    for (size_t i = 0; i < n; i++)
        if (words_first ? found[i].from >= cue->to && !best : found[i].to <= cue->from)
            best = &found[i];
    return best;
}

static void mark_taxes(const Lexicon *lexicon, Arena *arena, const Text *text, Found *found, size_t n) {
    Hits cues = {0};
    bool known = false, words_first = false;
    lexicon_scan(lexicon, arena, text, 0, text->folded.len, LEX_BIT(LEX_CUE), &cues);
    tax_rates_scan(lexicon, arena, text, 0, text->folded.len, &cues);
    for (size_t i = 0; i < cues.len; i++) {
        Hit *hit = &cues.items[i];
        if (hit->key != CUE_NET && hit->key != CUE_GROSS)
            continue;
        if (!known)
            words_first = hit->from < found[0].from;
        known = true;
        Found *best = marked(found, n, hit, words_first);
        if (best && hit->key == CUE_NET)
            best->net = true;
        else if (best)
            best->gross = true;
    }
}

static const Found *choose(const Found *found, size_t n) {
    if (n == 1)
        return found;
    const Found *net = NULL;
    for (size_t i = 0; i < n; i++) {
        if (found[i].net && !found[i].gross) {
            if (net)
                return NULL;
            net = &found[i];
        }
    }
    return net;
}

bool value_is_placeholder_in(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to) {
    Str s = text->folded;
    while (from < to && strchr(" \t\n", s.data[from]))
        from++;
    while (to > from && strchr(" \t\n", s.data[to - 1]))
        to--;
    size_t at = from;
    while (at < to && strchr(" -.?/*_x()", s.data[at]))
        at++;
    Hits hits = {0};
    if (at == to)
        return true;
    ArenaMark mark = arena_mark(arena);
    bool placeholder = false;
    lexicon_whole_in(lexicon, arena, text, from, to, LEX_CUE, &hits);
    for (size_t i = 0; i < hits.len; i++)
        placeholder |= hits.items[i].key == CUE_PLACEHOLDER;
    arena_release(arena, mark);
    return placeholder;
}

bool value_is_placeholder(const Lexicon *lexicon, Arena *arena, Str raw) {
    ArenaMark mark = arena_mark(arena);
    Text text;
    text_fold(arena, raw, &text);
    bool placeholder = value_is_placeholder_in(lexicon, arena, &text, 0, text.folded.len);
    arena_release(arena, mark);
    return placeholder;
}

/* The one figure in Chinese characters of a cell that holds no other: "二十五份", "新臺幣陸萬貳仟伍佰元整". */
static bool han_find(Str s, Found *found, Decimal *value) {
    size_t n = 0, size;
    for (size_t at = 0, to; at < s.len; at = to) {
        uint32_t c = utf8_decode(s, at, &size);
        to = at + size;
        Decimal number;
        bool read, ordinal = c == 0x7B2C; /* 第 */
        size_t len = c >= 0x3007 ? han_number(s, at, &number, &read) : 0;
        if (ordinal || (len && (!read || goes_on(s, at, at + len) || n++)))
            return false;
        if (len) {
            *found = (Found){.from = at, .to = to = at + len};
            *value = number;
        }
    }
    return n == 1;
}

/* In a cell of one figure little else may stand: 統一 holds none. */
static bool han_alone(const Lexicon *lexicon, const Text *text, const Found *found, size_t start, size_t end) {
    Hit hit;
    Str s = text->folded, before = str_trim(str_sub(s, 0, start)), behind = str_trim(str_sub(s, end, s.len));
    bool whole = !behind.len || str_starts(behind, STR("整")) || str_starts(behind, STR("也")) ||
                 strchr("(,", behind.data[0]) || lexicon_in(lexicon, text, s.len, (size_t)(behind.data - s.data), LEX_UNIT, &hit) ||
                 lexicon_in(lexicon, text, s.len, (size_t)(behind.data - s.data), LEX_CURRENCY, &hit);
    return whole && (!before.len || str_ends(before, STR("金")) || start < found->from);
}

static void han_amount(const Lexicon *lexicon, const Text *text, Language language, Amount *out) {
    Found found;
    size_t start, end;
    Str iso;
    Decimal value;
    if (!han_find(text->folded, &found, &value))
        return;
    bool money = currency_beside(lexicon, text, found.from, found.to, language, &iso, &start, &end);
    if (!money)
        start = found.from, end = found.to;
    if (!han_alone(lexicon, text, &found, start, end))
        return;
    *out = (Amount){.verdict = NUMBER_READ, .value = value, .from = found.from, .to = found.to};
    out->currency = money ? iso : STR_NONE;
}

/* "zero", "null Euro", "free of charge": a cell that says nothing but that there is nothing to pay. */
static void zero_amount(const Lexicon *lexicon, const Text *text, Language language, Amount *out) {
    Str s = text->folded, iso = STR_NONE;
    Hit hit;
    Decimal value;
    size_t start, end;
    if (!lexicon_in(lexicon, text, s.len, 0, LEX_NUMBER, &hit) ||
        !decimal_parse(lexicon_key(lexicon, LEX_NUMBER, hit.key), &value) || value.units)
        return;
    if (!currency_beside(lexicon, text, 0, hit.to, language, &iso, &start, &end))
        iso = STR_NONE, end = hit.to;
    Str behind = str_trim(str_sub(s, end, s.len));
    if (behind.len && !strchr("(,.;", behind.data[0]))
        return;
    *out = (Amount){.verdict = NUMBER_READ, .value = value, .from = 0, .to = hit.to, .currency = iso};
}

static void read_text(const Lexicon *lexicon, Arena *arena, const Text *text, NumberUse use, Language language, NumberHabit habit,
                      Str currency_hint, Amount *out) {
    Found found[FOUND_MAX];
    bool broken = false;
    Str s = text->folded;
    *out = (Amount){.verdict = NUMBER_REFUSED};
    if (value_is_placeholder_in(lexicon, arena, text, 0, s.len)) {
        out->placeholder = true;
        return;
    }
    size_t n = numbers_find(lexicon, text, language, found, FOUND_MAX, &broken);
    if (n == 0 && !broken)
        han_amount(lexicon, text, language, out);
    if (n == 0 && !broken && use == NUMBER_MONEY && out->verdict == NUMBER_REFUSED)
        zero_amount(lexicon, text, language, out);
    if (n == 0 || (broken && n > 1))
        return;
    mark_taxes(lexicon, arena, text, found, n);
    const Found *best = choose(found, n);
    if (!best || (broken && best->from > 0 && n == 1 && !best->net))
        return;
    size_t start, end;
    if (!currency_beside(lexicon, text, best->from, best->to, language, &out->currency, &start, &end))
        out->currency = STR_NONE;
    Str known = str_given(out->currency) ? out->currency : currency_hint;
    NumberHabit used = habit != HABIT_UNKNOWN ? habit : number_habit_of_language(language);
    out->verdict = number_value(str_sub(s, best->from, best->to), use, str_given(known) ? currency_decimals(known) : -1,
                                used, &out->value, &out->other);
    out->from = best->from;
    out->to = best->to;
    out->net = best->net;
    out->gross = best->gross;
    Hit unit;
    size_t after = end;
    while (after < s.len && s.data[after] == ' ')
        after++;
    if (after < s.len && lexicon_in(lexicon, text, s.len, after, LEX_UNIT, &unit))
        out->unit = text_raw(text, unit.from, unit.to);
}

void amount_read(const Lexicon *lexicon, Arena *arena, Str raw, NumberUse use, Language language, NumberHabit habit,
                 Str currency_hint, Amount *out) {
    Text text;
    text_fold(arena, str_trim(raw), &text);
    read_text(lexicon, arena, &text, use, language, habit, currency_hint, out);
}

void amount_in(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, NumberUse use, Language language,
               NumberHabit habit, Str currency_hint, Amount *out) {
    while (from < to && strchr(" \t\n", text->folded.data[from]))
        from++;
    while (to > from && strchr(" \t\n", text->folded.data[to - 1]))
        to--;
    Text value = text_part(text, from, to);
    read_text(lexicon, arena, &value, use, language, habit, currency_hint, out);
}
