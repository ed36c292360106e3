/* amount_read(): one number with its currency, unit word and net or gross, out of a cell or the rest of a line. */
#include "base/utf8.h"
#include "parsers/han_number.h"
#include "parsers/money.h"
#include "parsers/number.h"
#include "base/banned.h"

#define BLANKS_MAX 8  /* between a number and what belongs to it */
#define BEFORE_MAX 32 /* bytes of a currency before its number: "New Taiwan dollars 500" */

static bool is_alnum_at(Str s, size_t at) {
    size_t size;
    if (at >= s.len)
        return false;
    uint32_t c = utf8_decode(s, at, &size);
    return (c >= '0' && c <= '9') || (text_is_letter(c) && !text_is_cjk(c));
}

bool number_stands_alone(Str s, size_t from, size_t to) {
    char before = from ? s.data[from - 1] : ' ', after = to < s.len ? s.data[to] : ' ';
    if ((before == '-' || before == '/' || before == '.' || before == ',' || before == '_' || before == ':' ||
         before == '\'') && from >= 2 && is_alnum_at(s, utf8_back(s, from - 1)) && before != ':')
        return false;
    if (before == ':' && from >= 2 && s.data[from - 2] >= '0' && s.data[from - 2] <= '9')
        return false;
    if ((after == '-' || after == '/' || after == '_' || after == ':' || after == '\'') && to + 1 < s.len &&
        is_alnum_at(s, to + 1))
        return !(after != '-' && after != '/' ? true : s.data[to + 1] >= '0' && s.data[to + 1] <= '9');
    return true;
}

/* ---- currencies beside a number ---- */

static bool is_letter_at(Str s, size_t at) {
    return is_alnum_at(s, at) && !(s.data[at] >= '0' && s.data[at] <= '9');
}

/* Codes that are no words in small letters either. */
static const char small_codes[] = "EUR USD GBP CHF CAD AUD JPY BRL RUB CNY SEK NOK DKK PLN CZK HUF INR KRW TWD HKD SGD MXN ";

/* Digits that a code touches are its amount ("USD50"), not the rest of a number such as "CAD2020-001" or "SEK00417". */
static bool amount_touches(Str s, size_t at) {
    size_t to;
    return number_token(s, at, &to) && (s.data[at] != '0' || to == at + 1 || s.data[at + 1] < '0' || s.data[at + 1] > '9') &&
           number_stands_alone(str_sub(s, at, s.len), 0, to - at) && !is_letter_at(s, to);
}

static bool code_at(const Text *text, size_t at, Str *iso, size_t *to) {
    Str s = text->folded;
    if (at + 3 > s.len || s.data[at] < 'a' || s.data[at] > 'z' || is_letter_at(s, at + 3) ||
        text->map[at + 3] - text->map[at] != 3)
        return false;
    if (is_alnum_at(s, at + 3) && !amount_touches(s, at + 3))
        return false;
    *to = at + 3;
    *iso = str_sub(text->raw, text->map[at], text->map[at] + 3);
    if (currency_known(*iso))
        return true;
    for (const char *code = small_codes; *code; code += 4)
        if (str_eq_nocase((Str){code, 3}, *iso)) {
            *iso = (Str){code, 3};
            return true;
        }
    return false;
}

/* Signs of money that several countries share: they name no currency. */
static bool shared_sign_at(Str s, size_t at, size_t *to) {
    static const char signs[][3] = {"kr", "rs"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(str_sub(s, at, s.len), (Str){signs[i], 2}) && !is_letter_at(s, at + 2)) {
            *to = at + 2;
            return true;
        }
    return false;
}

/* "Fr. 1'250.--": Swiss francs where German or Italian is written; elsewhere some francs. */
static bool franc_at(Str s, size_t at, Language language, Str *iso, size_t *to) {
    if (!str_starts(str_sub(s, at, s.len), STR("fr.")))
        return false;
    *iso = language == LANGUAGE_DE || language == LANGUAGE_IT ? STR("CHF") : STR_NONE;
    *to = at + strlen("fr.");
    return true;
}

/* "S/ 4,500.00", "S/. 4,500.00": soles of Peru, right before a figure. */
static bool sol_at(Str s, size_t at, Language language, Str *iso, size_t *to) {
    if (language != LANGUAGE_ES || !str_starts(str_sub(s, at, s.len), STR("s/")))
        return false;
    *to = at + 2 + (at + 2 < s.len && s.data[at + 2] == '.');
    size_t next = *to + (*to < s.len && s.data[*to] == ' ');
    *iso = STR("PEN");
    return next < s.len && g_ascii_isdigit(s.data[next]);
}

/* ¥ and 元 are yen or yuan by the language of the ticket; Japanese fonts show the yen sign for a backslash. */
static bool sign_by_language(uint32_t c, Language language, Str *iso) {
    *iso = STR_NONE;
    if (c == 0xA5 || (c == '\\' && language == LANGUAGE_JA))
        *iso = language == LANGUAGE_JA ? STR("JPY") : language == LANGUAGE_ZH_CN ? STR("CNY") : STR_NONE;
    else if (c == 0x5143 || c == 0x5713 || c == 0x5706)
        *iso = language == LANGUAGE_ZH_CN ? STR("CNY") : language == LANGUAGE_ZH_TW ? STR("TWD") : STR_NONE;
    else if (c == 0x5186)
        *iso = STR("JPY");
    else
        return false;
    return true;
}

bool currency_at(const Lexicon *lexicon, const Text *text, size_t at, Language language, Str *iso, size_t *to) {
    Str s = text->folded;
    Hit hit;
    size_t size;
    if (at >= s.len)
        return false;
    if (lexicon_at(lexicon, s, at, LEX_CURRENCY, &hit)) {
        *iso = lexicon_key(lexicon, LEX_CURRENCY, hit.key);
        *to = hit.to;
        return true;
    }
    if (code_at(text, at, iso, to))
        return true;
    *iso = STR_NONE;
    if (shared_sign_at(s, at, to) || franc_at(s, at, language, iso, to) || sol_at(s, at, language, iso, to))
        return true;
    *iso = STR_NONE;
    uint32_t c = utf8_decode(s, at, &size);
    *to = at + size;
    return sign_by_language(c, language, iso);
}

static size_t skip_blanks(Str s, size_t at) {
    size_t end = at;
    while (end < s.len && end - at < BLANKS_MAX && (s.data[end] == ' ' || s.data[end] == '$'))
        end++;
    return end;
}

/* "1,2 million d'euros", "25 (EUR)" */
static size_t skip_joints(Str s, size_t at) {
    static const char *const joints[] = {"d'", "de ", "(", "["};
    at = skip_blanks(s, at);
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (str_starts(str_sub(s, at, s.len), str_of(joints[i])))
            return at + strlen(joints[i]);
    return at;
}

/* The longest currency that ends right before the number, with at most a dot, blanks or a bare dollar between. */
static bool currency_before(const Lexicon *lexicon, const Text *text, size_t from, Language language, Str *iso,
                            size_t *start) {
    Str s = text->folded, found;
    bool any = false;
    for (size_t back = 1; back <= BEFORE_MAX && back <= from; back++) {
        size_t at = from - back, stop;
        char c = s.data[at];
        if (c == '\n' || c == '\t' || (c >= '0' && c <= '9'))
            break;
        if (((unsigned char)c & 0xC0) == 0x80 || (at > 0 && is_alnum_at(s, at) && is_alnum_at(s, utf8_back(s, at))) ||
            !currency_at(lexicon, text, at, language, &found, &stop) || stop > from)
            continue;
        if (skip_blanks(s, stop + (stop < from && s.data[stop] == '.')) < from)
            continue;
        *iso = found;
        *start = at;
        any = true;
    }
    return any;
}

/* 元, 円, 圓: of the money that is named before the amount, if one is. */
static bool is_sign_by_language(Str s, size_t at) {
    size_t size;
    uint32_t c = utf8_decode(s, at, &size);
    return c == 0x5143 || c == 0x5186 || c == 0x5713 || c == 0x5706;
}

bool currency_beside(const Lexicon *lexicon, const Text *text, size_t from, size_t to, Language language, Str *iso,
                     size_t *start, size_t *end) {
    Str s = text->folded, before = STR_NONE;
    size_t stop, begin = from;
    *start = from;
    *end = to;
    for (size_t at = from + 1; at < to; at++) /* "112 500 руб. 00 коп." */
        if (s.data[at - 1] == ' ' && (unsigned char)s.data[at] >= 0x80 && currency_at(lexicon, text, at, language, iso, &stop) &&
            str_given(*iso))
            return true;
    bool is_before = currency_before(lexicon, text, from, language, &before, &begin);
    if (currency_at(lexicon, text, skip_joints(s, to), language, iso, &stop)) {
        size_t next = skip_blanks(s, stop); /* in "USD 25 EUR 20" each stands before its number */
        if (!is_before || next >= s.len || s.data[next] < '0' || s.data[next] > '9') {
            *end = stop;
            if (is_before && str_given(before) && is_sign_by_language(s, skip_joints(s, to))) { /* 港幣 36,000 元 */
                *iso = before;
                *start = begin;
            }
            return true;
        }
    }
    *iso = before;
    *start = is_before ? begin : from;
    return is_before;
}

/* ---- a whole cell ---- */

typedef struct Found {
    size_t from, to;
    bool net, gross;
} Found;

static bool percent_after(Str s, size_t to) {
    size_t at = skip_blanks(s, to);
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
    if (!is_alnum_at(s, to))
        return false;
    return !lexicon_at(lexicon, s, to, LEX_UNIT, &hit) && !lexicon_at(lexicon, s, to, LEX_TYPE, &hit) &&
           !lexicon_at(lexicon, s, to, LEX_CUE, &hit) && !currency_at(lexicon, text, to, LANGUAGE_UNKNOWN, &iso, &end) &&
           !(s.data[to] == 'x' && !is_alnum_at(s, to + 1));
}

/* Is the number at `from` glued to letters before it that are no currency? */
static bool glued_before(const Lexicon *lexicon, const Text *text, size_t from, size_t to, Language language) {
    Str iso, s = text->folded;
    size_t start, end;
    if (from == 0 || !is_alnum_at(s, utf8_back(s, from)))
        return false;
    return !(currency_beside(lexicon, text, from, to, language, &iso, &start, &end) && start < from) &&
           !(s.data[from - 1] == 'x' && !(from >= 2 && is_alnum_at(s, utf8_back(s, from - 1))));
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
        bool sign = (s.data[at] == '-' || s.data[at] == '+') && (at == 0 || !is_alnum_at(s, utf8_back(s, at)));
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

static bool is_placeholder(const Lexicon *lexicon, Arena *arena, Str raw, Str folded) {
    Hits hits = {0};
    bool sign_only = true;
    for (size_t i = 0; i < folded.len; i++)
        sign_only &= strchr(" -.?/*_x()", folded.data[i]) != NULL;
    if (sign_only)
        return true;
    if (!lexicon_whole(lexicon, arena, raw, LEX_CUE, &hits))
        return false;
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == CUE_PLACEHOLDER)
            return true;
    return false;
}

bool value_is_placeholder(const Lexicon *lexicon, Arena *arena, Str raw) {
    ArenaMark mark = arena_mark(arena);
    raw = str_trim(raw);
    bool placeholder = is_placeholder(lexicon, arena, raw, text_folded(arena, raw));
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
                 strchr("(,", behind.data[0]) || lexicon_at(lexicon, s, (size_t)(behind.data - s.data), LEX_UNIT, &hit) ||
                 lexicon_at(lexicon, s, (size_t)(behind.data - s.data), LEX_CURRENCY, &hit);
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

void amount_read(const Lexicon *lexicon, Arena *arena, Str raw, NumberUse use, Language language, NumberHabit habit,
                 Str currency_hint, Amount *out) {
    Text text;
    Found found[8];
    bool broken = false;
    *out = (Amount){.verdict = NUMBER_REFUSED};
    text_fold(arena, str_trim(raw), &text);
    Str s = text.folded;
    if (is_placeholder(lexicon, arena, text.raw, s)) {
        out->placeholder = true;
        return;
    }
    size_t n = numbers_find(lexicon, &text, language, found, 8, &broken);
    if (n == 0 && !broken)
        han_amount(lexicon, &text, language, out);
    if (n == 0 || (broken && n > 1))
        return;
    mark_taxes(lexicon, arena, &text, found, n);
    const Found *best = choose(found, n);
    if (!best || (broken && best->from > 0 && n == 1 && !best->net))
        return;
    size_t start, end;
    if (!currency_beside(lexicon, &text, best->from, best->to, language, &out->currency, &start, &end))
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
    if (after < s.len && lexicon_at(lexicon, s, after, LEX_UNIT, &unit))
        out->unit = text_raw(&text, unit.from, unit.to);
}
