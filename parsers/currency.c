/* What stands beside a number: currencies, and whether the number stands alone (money.h). */
#include "base/utf8.h"
#include "parsers/money.h"
#include "parsers/number.h"
#include "base/banned.h"

#define BLANKS_MAX 8  /* between a number and what belongs to it */
#define BEFORE_MAX 32 /* bytes of a currency before its number: "New Taiwan dollars 500" */

bool number_stands_alone(Str s, size_t from, size_t to) {
    char before = from ? s.data[from - 1] : ' ', after = to < s.len ? s.data[to] : ' ';
    if ((before == '-' || before == '/' || before == '.' || before == ',' || before == '_' || before == ':' ||
         before == '\'') && from >= 2 && money_alnum_at(s, utf8_back(s, from - 1)) && before != ':')
        return false;
    if (before == ':' && from >= 2 && s.data[from - 2] >= '0' && s.data[from - 2] <= '9')
        return false;
    if ((after == '-' || after == '/' || after == '_' || after == ':' || after == '\'') && to + 1 < s.len &&
        money_alnum_at(s, to + 1))
        return !(after != '-' && after != '/' ? true : s.data[to + 1] >= '0' && s.data[to + 1] <= '9');
    return true;
}

static bool is_letter_at(Str s, size_t at) {
    return money_alnum_at(s, at) && !(s.data[at] >= '0' && s.data[at] <= '9');
}

/* Codes that are no words in small letters either. */
static const char small_codes[] = "EUR USD GBP CHF CAD AUD JPY BRL RUB CNY SEK NOK DKK PLN CZK HUF INR KRW TWD HKD SGD MXN ";

/* Digits that a code touches are its amount ("USD50"), not the rest of a number such as "CAD2020-001" or "SEK00417". */
static bool amount_touches(Str s, size_t at) {
    size_t to;
    return number_token(s, at, &to) && (s.data[at] != '0' || to == at + 1 || s.data[at + 1] < '0' || s.data[at + 1] > '9') &&
           number_stands_alone(str_sub(s, at, s.len), 0, to - at) && !is_letter_at(s, to);
}

/* A code is written in capitals, or is one of those that are no words. */
static bool code_is(Str raw, const char capitals[3], Str *iso) {
    *iso = raw;
    if (!currency_known((Str){capitals, 3}))
        return false;
    if (memcmp(raw.data, capitals, 3) == 0)
        return true;
    for (const char *code = small_codes; *code; code += 4)
        if (memcmp(code, capitals, 3) == 0) {
            *iso = (Str){code, 3};
            return true;
        }
    return false;
}

static bool code_at(const Text *text, size_t at, Str *iso, size_t *to) {
    Str s = text->folded;
    char capitals[3];
    if (at + 3 > s.len)
        return false;
    for (size_t i = 0; i < 3; i++) {
        if (s.data[at + i] < 'a' || s.data[at + i] > 'z')
            return false;
        capitals[i] = (char)(s.data[at + i] - ('a' - 'A'));
    }
    if (is_letter_at(s, at + 3) || text->map[at + 3] - text->map[at] != 3 ||
        !code_is(str_sub(text->raw, text->map[at], text->map[at] + 3), capitals, iso))
        return false;
    *to = at + 3;
    return !money_alnum_at(s, at + 3) || amount_touches(s, at + 3);
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
    if (lexicon_in(lexicon, text, s.len, at, LEX_CURRENCY, &hit)) {
        *iso = lexicon_key(lexicon, LEX_CURRENCY, hit.key);
        *to = hit.to;
        return true;
    }
    uint32_t c = utf8_decode(s, at, &size);
    *to = at + size;
    *iso = STR_NONE;
    if (c < 'a' || c > 'z')
        return sign_by_language(c, language, iso);
    if (code_at(text, at, iso, to))
        return true;
    *to = at + size;
    *iso = STR_NONE;
    return shared_sign_at(s, at, to) || franc_at(s, at, language, iso, to) || sol_at(s, at, language, iso, to);
}

size_t money_skip_blanks(Str s, size_t at) {
    size_t end = at;
    while (end < s.len && end - at < BLANKS_MAX && (s.data[end] == ' ' || s.data[end] == '$'))
        end++;
    return end;
}

/* "1,2 million d'euros", "25 (EUR)" */
static size_t skip_joints(Str s, size_t at) {
    static const Str joints[] = {STR("d'"), STR("de "), STR("di "), STR("("), STR("[")};
    at = money_skip_blanks(s, at);
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (str_starts(str_sub(s, at, s.len), joints[i]))
            return at + joints[i].len;
    return at;
}

bool currency_before(const Lexicon *lexicon, const Text *text, size_t from, Language language, Str *iso,
                            size_t *start) {
    Str s = text->folded, found;
    bool any = false;
    for (size_t back = 1; back <= BEFORE_MAX && back <= from; back++) {
        size_t at = from - back, stop;
        char c = s.data[at], before = at ? s.data[at - 1] : ' ';
        if (c == '\n' || c == '\t' || (c >= '0' && c <= '9'))
            break;
        if (c == ' ' || (c >= 'a' && c <= 'z' && before >= 'a' && before <= 'z'))
            continue; /* a blank, or within a word */
        if (((unsigned char)c & 0xC0) == 0x80 || (at > 0 && money_alnum_at(s, at) && money_alnum_at(s, utf8_back(s, at))) ||
            !currency_at(lexicon, text, at, language, &found, &stop) || stop > from)
            continue;
        if (money_skip_blanks(s, stop + (stop < from && s.data[stop] == '.')) < from)
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
        size_t next = money_skip_blanks(s, stop); /* in "USD 25 EUR 20" each stands before its number */
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
