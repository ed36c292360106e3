#include "parsers/scale.h"

#include "base/utf8.h"
#include "base/banned.h"

#define BIG_SCALE 4   /* 万 and above: what stands before it is a number of its own */
#define WORD_MAX 24   /* bytes */
#define UNREADABLE 0  /* a word that is a thousand times more in one country than in the next */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* ---- scales in words ---- */

typedef enum Where {
    ANYWHERE,
    GLUED, /* "12k", or beside a currency: "12 k€" */
    MONEY, /* beside a currency only: "M€", "$1.2m" */
    COUNTS /* with what is counted, or a currency, behind it: "36 miles de euros", but no "36 miles" */
} Where;

typedef struct Word {
    const char *text;
    int power;
    Where where;
    bool dotted; /* an abbreviation: its dot belongs to it */
} Word;

static const Word words[] = {
    {"k", 3, GLUED, false},
    {"t", 3, MONEY, false},
    {"т", 3, ANYWHERE, true}, /* only as "т.р.", see word_end() */
    {"тр", 3, ANYWHERE, true},
    {"m", 6, MONEY, false},
    {"md", 9, MONEY, false},
    {"mds", 9, MONEY, false},
    {"bn", 9, MONEY, false},
    {"thousand", 3, ANYWHERE, false},
    {"lakh", 5, ANYWHERE, false},
    {"lakhs", 5, ANYWHERE, false},
    {"crore", 7, ANYWHERE, false},
    {"crores", 7, ANYWHERE, false},
    {"million", 6, ANYWHERE, false},
    {"millions", 6, ANYWHERE, false},
    {"billion", UNREADABLE, ANYWHERE, false},
    {"billions", UNREADABLE, ANYWHERE, false},
    {"mille", 3, ANYWHERE, false},
    {"milliers", 3, COUNTS, false},
    {"milliard", 9, ANYWHERE, false},
    {"milliards", 9, ANYWHERE, false},
    {"tausend", 3, ANYWHERE, false},
    {"tsd", 3, ANYWHERE, true},
    {"millionen", 6, ANYWHERE, false},
    {"mio", 6, ANYWHERE, true},
    {"mrd", 9, ANYWHERE, true},
    {"mil", 3, ANYWHERE, false},
    {"miles", 3, COUNTS, false},
    {"milhares", 3, COUNTS, false},
    {"migliaia", 3, COUNTS, false},
    {"millon", 6, ANYWHERE, false},
    {"millones", 6, ANYWHERE, false},
    {"mila", 3, ANYWHERE, false},
    {"milione", 6, ANYWHERE, false},
    {"milioni", 6, ANYWHERE, false},
    {"mln", 6, ANYWHERE, true},
    {"milhao", 6, ANYWHERE, false},
    {"milhoes", 6, ANYWHERE, false},
    {"тыс", 3, ANYWHERE, true},
    {"тысяча", 3, ANYWHERE, false},
    {"тысячи", 3, ANYWHERE, false},
    {"тысяч", 3, ANYWHERE, false},
    {"млн", 6, ANYWHERE, true},
    {"миллион", 6, ANYWHERE, false},
    {"миллиона", 6, ANYWHERE, false},
    {"миллионов", 6, ANYWHERE, false},
    {"млрд", 9, ANYWHERE, true},
};

/* Each begins with one of a few letters, which most words behind figures do not. */
static bool may_be_word(Str text) {
    static const char firsts[] = "bcklmt\xD1\xD0"; /* т, м and the like */
    return text.len && memchr(firsts, text.data[0], sizeof firsts - 1);
}

static const Word *word_find(Str text) {
    for (size_t i = 0; may_be_word(text) && i < sizeof words / sizeof *words; i++)
        if (str_eq_cstr(text, words[i].text))
            return &words[i];
    return NULL;
}

static bool letter_at(Str s, size_t at) {
    size_t size;
    return at < s.len && text_is_letter(utf8_decode(s, at, &size));
}

/* A code of three letters, of ISO or as China and Taiwan write their own, in folded text. */
static bool code_at(Str s, size_t at) {
    char code[3];
    if (at + 3 > s.len || letter_at(s, at + 3))
        return false;
    if (str_eq_cstr(str_sub(s, at, at + 3), "ntd") || str_eq_cstr(str_sub(s, at, at + 3), "rmb"))
        return true;
    for (size_t i = 0; i < 3; i++) {
        if (s.data[at + i] < 'a' || s.data[at + i] > 'z')
            return false;
        code[i] = (char)(s.data[at + i] - ('a' - 'A'));
    }
    return currency_known((Str){code, 3});
}

static bool sign_at(Str s, size_t at) {
    size_t size;
    uint32_t c = at < s.len ? utf8_decode(s, at, &size) : 0;
    return c == '$' || c == 0xA3 || c == 0xA5 || (c >= 0x20A0 && c <= 0x20CF);
}

static size_t skip_blanks(Str s, size_t at, size_t most) {
    size_t end = at;
    while (end < s.len && end - at < most && s.data[end] == ' ')
        end++;
    return end;
}

static bool money_beside(Str s, size_t from, size_t to) {
    size_t after = skip_blanks(s, to, 2), before = from;
    if (sign_at(s, after) || code_at(s, after))
        return true;
    while (before > 0 && from - before < 2 && s.data[before - 1] == ' ')
        before--;
    return before > 0 && (sign_at(s, utf8_back(s, before)) ||
                          (before >= 3 && (before == 3 || !letter_at(s, utf8_back(s, before - 3))) &&
                           code_at(str_sub(s, 0, before), before - 3)));
}

/* "36 milliers d'euros", "36 miles de €" */
static bool joint_behind(Str s, size_t to) {
    static const Str joints[] = {STR(" d'"), STR(" de "), STR(" di "), STR(" del ")};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (str_starts(str_sub(s, to, s.len), joints[i]))
            return true;
    return false;
}

/* "kEUR", "TEUR", "MUSD"; but "MWST" is a tax, and no million of Samoa's money. */
static bool is_joined_code(Str s, size_t from, size_t to) {
    static const char often[] = "eur usd chf gbp sek dkk nok pln huf brl";
    char code[4] = {0};
    if (to - from != 4 || !strchr("ktm", s.data[from]) || !code_at(s, from + 1))
        return false;
    memcpy(code, s.data + from + 1, 3);
    return s.data[from] == 'k' || strstr(often, code);
}

/* "96 т.р.", "96 т. р." */
static bool rubles_behind(Str s, size_t to) {
    size_t at = to < s.len && s.data[to] == '.' ? skip_blanks(s, to + 1, 1) : s.len, size;
    return at < s.len && utf8_decode(s, at, &size) == 0x440 && !letter_at(s, at + size);
}

/* The end of the scale word behind the digits s[from, to), with a blank or none between; `to` when there is none. */
static size_t word_end(Str s, size_t from, size_t to) {
    size_t at = skip_blanks(s, to, 1), stop = at, size;
    if (!may_be_word(str_sub(s, at, s.len)))
        return to;
    while (stop < s.len && stop - at < WORD_MAX && text_is_letter(utf8_decode(s, stop, &size)))
        stop += size;
    if (is_joined_code(s, at, stop)) /* "12 kEUR", "12 TEUR" */
        stop = at + 1;
    const Word *word = word_find(str_sub(s, at, stop));
    if (!word || (stop < s.len && is_digit(s.data[stop])) || (str_eq_cstr(str_sub(s, at, stop), "т") && !rubles_behind(s, stop)))
        return to;
    bool fits = word->where == ANYWHERE || (word->where == GLUED && at == to) ||
                (word->where == COUNTS && joint_behind(s, stop));
    if (!fits && !money_beside(s, from, stop))
        return to;
    return stop + (word->dotted && stop < s.len && s.data[stop] == '.');
}

/* ---- the scale characters of East Asia ---- */

/* Powers of ten, -1 for anything else. */
static int scale_of(uint32_t c) {
    switch (c) {
    case 0x767E: case 0x4F70: case 0xBC31: return 2; /* 百佰 백 */
    case 0x5343: case 0x4EDF: case 0xCC9C: return 3; /* 千仟 천 */
    case 0x4E07: case 0x842C: case 0xB9CC: return 4; /* 万 萬 만 */
    case 0x5104: case 0x4EBF: case 0xC5B5: return 8; /* 億 亿 억 */
    case 0x5146: case 0xC870: return 12;             /* 兆 조 */
    default: return -1;
    }
}

static int scale_at(Str s, size_t at, size_t *size) {
    return at < s.len && (unsigned char)s.data[at] >= 0x80 ? scale_of(utf8_decode(s, at, size)) : -1;
}

/* The end of the scale characters at `at`, behind up to two blanks; `at` when there are none. */
static size_t scales_end(Str s, size_t at) {
    size_t size, next = skip_blanks(s, at, 2);
    if (scale_at(s, next, &size) < 0)
        return at;
    while (scale_at(s, next, &size) >= 0)
        next += size;
    return next;
}

static bool is_hangul_before(Str s, size_t at) {
    size_t size;
    return utf8_decode(s, utf8_back(s, at), &size) >= 0xAC00;
}

static size_t east_end(Str s, size_t end) {
    for (size_t more; (more = scales_end(s, end)) > end;) {
        end = more;
        size_t next = skip_blanks(s, end, 1);
        if (next >= s.len || !is_digit(s.data[next]))
            break;
        size_t digits = plain_end(s, next);
        bool goes_on = scales_end(s, digits) > digits;
        /* Behind a blank: "3억 2천만", and in Korean "1만 5000"; "12万 2020" are two numbers. */
        if (next > end && !goes_on && (!is_hangul_before(s, end) || digits - next > 4))
            break;
        end = digits;
        if (!goes_on)
            break;
    }
    return end;
}

size_t scale_end(Str s, size_t at, size_t end) {
    size_t more = east_end(s, end);
    return more > end ? more : word_end(s, at, end);
}

bool is_scaled(Str token) {
    for (size_t at = 0; at < token.len; at++)
        if ((unsigned char)token.data[at] >= 0x80 || (token.data[at] >= 'a' && token.data[at] <= 'z'))
            return true;
    return false;
}

/* ---- values ---- */

bool scale_times(Decimal *d, int power) {
    for (; power > 0 && d->scale > 0; power--)
        d->scale--;
    for (; power > 0; power--)
        if (__builtin_mul_overflow(d->units, 10, &d->units))
            return false;
    return d->units < 1000000000000000 && d->units > -1000000000000000;
}

static NumberVerdict word_value(Str token, NumberHabit habit, Decimal *value, Decimal *other) {
    size_t digits = token.len;
    while (digits > 0 && !is_digit(token.data[digits - 1]))
        digits--;
    Str text = str_trim(str_sub(token, digits, token.len));
    if (text.len && text.data[text.len - 1] == '.')
        text.len--;
    const Word *word = word_find(text);
    if (!word || word->power == UNREADABLE)
        return NUMBER_REFUSED;
    NumberVerdict verdict = number_value(str_sub(token, 0, digits), NUMBER_KPI, -1, habit, value, other);
    if (verdict == NUMBER_REFUSED || !scale_times(value, word->power) ||
        (verdict == NUMBER_AMBIGUOUS && !scale_times(other, word->power)))
        return NUMBER_REFUSED;
    return verdict;
}

/* One run of digits between scales: whole, or with a point where a scale follows ("1.5万"). */
static bool piece_value(Str piece, bool scaled, Decimal *out) {
    Decimal other;
    if (number_value(piece, NUMBER_KPI, -1, HABIT_POINT, out, &other) != NUMBER_READ)
        return false;
    return out->scale == 0 || (scaled && str_find_char(piece, '.') >= 0);
}

typedef struct Sum {
    Decimal total, part; /* part: below the next 万 */
    int big, small;      /* the last scales: each must be lower than the one before */
} Sum;

static bool add_scaled(Decimal *sum, Decimal value, int power) {
    return scale_times(&value, power) && decimal_is_int(value) && decimal_add(*sum, value, sum);
}

/* A scale, behind digits or (given is false) behind another scale. */
static bool sum_scale(Sum *sum, Decimal piece, bool given, int scale) {
    if (scale < BIG_SCALE) {
        if (scale >= sum->small)
            return false;
        sum->small = scale;
        return add_scaled(&sum->part, given ? piece : decimal_int(1), scale);
    }
    if (scale >= sum->big || (!given && sum->part.units == 0))
        return false;
    if (given && !decimal_add(sum->part, piece, &sum->part))
        return false;
    Decimal part = sum->part;
    sum->big = scale;
    sum->small = BIG_SCALE;
    sum->part = decimal_int(0);
    return add_scaled(&sum->total, part, scale);
}

/* The digits behind the last scale: fewer than it has zeros. */
static NumberVerdict sum_rest(Sum *sum, Decimal piece, bool alone, int scale, Decimal *value, Decimal *other) {
    Decimal limit = decimal_int(1), next = piece;
    if (scale > BIG_SCALE || !scale_times(&limit, scale) || decimal_cmp(piece, limit) >= 0 ||
        !decimal_add(sum->total, sum->part, other) || !decimal_add(*other, piece, value))
        return NUMBER_REFUSED;
    if (!alone || piece.units == 0)
        return NUMBER_READ;
    return scale_times(&next, scale - 1) && decimal_add(*other, next, other) ? NUMBER_AMBIGUOUS : NUMBER_REFUSED;
}

static NumberVerdict east_value(Str token, Decimal *value, Decimal *other) {
    Sum sum = {.big = BIG_SCALE * BIG_SCALE, .small = BIG_SCALE};
    Decimal piece = decimal_int(0);
    int last = 0;
    for (size_t at = 0, size = 0; at < token.len;) {
        at = skip_blanks(token, at, 2);
        bool given = at < token.len && is_digit(token.data[at]);
        size_t end = given ? plain_end(token, at) : at, next = skip_blanks(token, end, 2);
        int scale = scale_at(token, next, &size);
        if (given && !piece_value(str_sub(token, at, end), scale >= 0, &piece))
            return NUMBER_REFUSED;
        if (scale < 0)
            return given && end == token.len ? sum_rest(&sum, piece, end - at == 1, last, value, other) : NUMBER_REFUSED;
        if (!sum_scale(&sum, piece, given, scale))
            return NUMBER_REFUSED;
        last = scale;
        at = next + size;
    }
    return decimal_add(sum.total, sum.part, value) && scale_times(value, 0) ? NUMBER_READ : NUMBER_REFUSED;
}

NumberVerdict scaled_value(Str token, NumberHabit habit, Decimal *value, Decimal *other) {
    bool negative = token.len && token.data[0] == '-';
    if (token.len && (negative || token.data[0] == '+'))
        token = str_sub(token, 1, token.len);
    size_t end = plain_end(token, 0), next = skip_blanks(token, end, 2), size;
    NumberVerdict verdict = scale_at(token, next, &size) >= 0 ? east_value(token, value, other)
                                                              : word_value(token, habit, value, other);
    if (negative) {
        value->units = -value->units;
        other->units = verdict == NUMBER_AMBIGUOUS ? -other->units : 0;
    }
    return verdict;
}

/* ---- what a header counts in ---- */

/* Names of columns say it in words of their own: "in thousands", "in '000". */
static const Word header_words[] = {
    {"thousands", 3, ANYWHERE, false}, {"milliers", 3, ANYWHERE, false}, {"miles", 3, ANYWHERE, false},
    {"milhares", 3, ANYWHERE, false},  {"migliaia", 3, ANYWHERE, false}, {"тысячах", 3, ANYWHERE, false},
    {"миллионах", 6, ANYWHERE, false}, {"tds", 3, ANYWHERE, false},      {"millionen", 6, ANYWHERE, false},
};

bool scale_is_header_word(Str word) {
    for (size_t i = 0; i < sizeof header_words / sizeof *header_words; i++)
        if (str_eq_cstr(word, header_words[i].text))
            return true;
    const Word *known = word_find(word);
    return known && known->where == ANYWHERE;
}

static int power_of_word(Str s, size_t from, size_t to, size_t *unit) {
    Str text = str_sub(s, from, to);
    *unit = to;
    for (size_t i = 0; i < sizeof header_words / sizeof *header_words; i++)
        if (str_eq_cstr(text, header_words[i].text))
            return header_words[i].power;
    if (is_joined_code(s, from, to)) {
        text.len = 1;
        *unit = from + 1;
    }
    const Word *word = word_find(text);
    if (!word || (str_eq_cstr(text, "т") && !rubles_behind(s, to)) ||
        (word->where != ANYWHERE && text.len == to - from && !money_beside(s, from, to)))
        return 0;
    return word->power;
}

/* 千円, 万元, 백만원, 천 달러: behind the scale stands what is counted; or before it, "NTD 千". */
static int power_of_east(Str s, size_t at, size_t *end) {
    static const uint32_t units[] = {0x5186, 0x5713, 0x5706, 0x5143, 0xC6D0, 0xC5D4, 0x5757, 0x65E5, 0x7F8E, 0x6B27, 0x6B50, 0x4EBA,
                                     0x65B0, 0x53F0, 0x6E2F, 0x7C73, 0x30C9, 0x30E6, 0xB2EC, 0xC720}; /* ... 米ド ユ 달 유 */
    int power = 0, scale;
    size_t size = 0, from = at;
    while ((scale = scale_at(s, at, &size)) >= 0) {
        power += scale;
        at += size;
    }
    *end = skip_blanks(s, at, 1);
    uint32_t behind = *end < s.len ? utf8_decode(s, *end, &size) : 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (units[i] == behind)
            return power;
    return money_beside(s, from, at) ? power : 0;
}

/* "(000)", "'000", "£000" */
static bool opens_zeros(Str s, size_t at) {
    return at == 0 || strchr(" '(/x", s.data[at - 1]) || sign_at(s, utf8_back(s, at));
}

int scale_of_header(Str s, size_t *unit) {
    for (size_t at = 0, end, size; at < s.len; at = end) {
        size_t from = at;
        end = at + 1;
        if (is_digit(s.data[at])) {
            for (end = at; end < s.len && is_digit(s.data[end]);)
                end++;
            *unit = end;
            if (str_eq_cstr(str_sub(s, at, end), "000") && opens_zeros(s, at))
                return 3;
            continue;
        }
        if (scale_at(s, at, &size) >= 0) {
            int power = power_of_east(s, at, &end);
            *unit = end;
            if (power)
                return power;
            continue;
        }
        while (at < s.len && letter_at(s, at) && scale_at(s, at, &size) < 0) {
            utf8_decode(s, at, &size);
            at += size;
        }
        if (at == from) {
            utf8_decode(s, at, &size);
            end = at + size;
            continue;
        }
        int power = power_of_word(s, from, at, unit);
        if (power)
            return power;
        end = at;
    }
    *unit = s.len;
    return 0;
}

bool scale_within(Str s) {
    for (size_t at = 0, end; at < s.len; at = end) {
        end = at + 1;
        if (!is_digit(s.data[at]))
            continue;
        end = plain_end(s, at);
        if (scale_end(s, at, end) > end)
            return true;
    }
    return false;
}
