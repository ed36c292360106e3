#include "parsers/number.h"

#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>

#include "base/utf8.h"
#include "parsers/minor.h"
#include "parsers/scale.h"
#include "base/banned.h"

#define GROUPS_MAX 12

/* ---- the extent of a token ---- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static size_t digits_at(Str s, size_t at) {
    size_t n = 0;
    while (at + n < s.len && is_digit(s.data[at + n]))
        n++;
    return n;
}

size_t plain_end(Str s, size_t at) {
    size_t first = digits_at(s, at), end = at + first;
    bool spaced = false, tight = true; /* blanks group three digits behind one to three */
    size_t group = first;
    for (;;) {
        char c = end < s.len ? s.data[end] : '\0';
        size_t next = end < s.len ? digits_at(s, end + 1) : 0;
        if (!next)
            break;
        if (c == ' ') {
            if (next != 3 || group > 3 || (!tight && !spaced))
                break;
            spaced = true;
        } else if (c != '.' && c != ',' && c != '\'') {
            break;
        } else if (!spaced) {
            tight = false;
        }
        group = next;
        end += 1 + next;
    }
    return end;
}

/* ",-", ".-", ",--" behind whole money. */
static size_t tail_end(Str s, size_t end) {
    if (end + 1 < s.len && (s.data[end] == ',' || s.data[end] == '.') && s.data[end + 1] == '-') {
        size_t tail = end + 2;
        tail += tail < s.len && s.data[tail] == '-';
        if (!digits_at(s, tail))
            return tail;
    }
    return end;
}

/* Does something stand behind the figures that they may go on in: a word, a bracket, a dash? Most end at a blank or a comma. */
static bool may_go_on(Str s, size_t end) {
    while (end < s.len && s.data[end] == ' ')
        end++;
    unsigned char c = end < s.len ? (unsigned char)s.data[end] : ',';
    return c >= 0x80 || (c >= 'a' && c <= 'z') || c == '(' || c == '-';
}

bool number_token(Str s, size_t at, size_t *to) {
    size_t start = at;
    if (at < s.len && (s.data[at] == '-' || s.data[at] == '+'))
        start++;
    if (!digits_at(s, start))
        return false;
    size_t end = plain_end(s, start), more = end;
    if (may_go_on(s, end)) {
        more = scale_end(s, start, end);
        more = more > end ? more : minor_end(s, start, end);
    }
    *to = more > end ? more : tail_end(s, end);
    return true;
}

/* ---- the value of a token ---- */

typedef struct Shape {
    bool negative;
    bool zero; /* begins with one */
    size_t groups;
    size_t from[GROUPS_MAX], len[GROUPS_MAX];
    char sep[GROUPS_MAX]; /* sep[i] stands before group i; sep[0] unused */
} Shape;

static bool shape_read(Str token, Shape *shape) {
    size_t at = 0;
    *shape = (Shape){0};
    if (token.len && (token.data[0] == '-' || token.data[0] == '+'))
        shape->negative = token.data[at++] == '-';
    while (token.len && token.data[token.len - 1] == '-')
        token.len--;
    if (token.len && (token.data[token.len - 1] == ',' || token.data[token.len - 1] == '.'))
        token.len--;
    while (at < token.len) {
        if (shape->groups == GROUPS_MAX)
            return false;
        size_t g = shape->groups++;
        if (g)
            shape->sep[g] = token.data[at++];
        shape->from[g] = at;
        shape->len[g] = digits_at(token, at);
        if (!shape->len[g])
            return false;
        at += shape->len[g];
    }
    shape->zero = shape->groups && token.data[shape->from[0]] == '0';
    return shape->groups > 0;
}

/* Groups [0, n) as one whole number parted by `sep`: threes, or the Indian twos before a last three. */
static bool grouping_fits(const Shape *shape, size_t n, char sep) {
    for (size_t i = 1; i < n; i++)
        if (shape->sep[i] != sep)
            return false;
    if (n == 1)
        return true;
    if (shape->zero || shape->len[0] > 3 || shape->len[n - 1] != 3)
        return false;
    bool threes = true, twos = sep == ',' && shape->len[0] <= 2 && n > 2;
    for (size_t i = 1; i + 1 < n; i++) {
        threes &= shape->len[i] == 3;
        twos &= shape->len[i] == 2;
    }
    return threes || twos;
}

static bool assemble(Str token, const Shape *shape, bool last_is_fraction, Decimal *out) {
    char text[64];
    size_t n = 0;
    if (shape->negative)
        text[n++] = '-';
    for (size_t g = 0; g < shape->groups; g++) {
        if (last_is_fraction && g + 1 == shape->groups)
            text[n++] = '.';
        if (n + shape->len[g] + 1 >= sizeof text)
            return false;
        memcpy(text + n, token.data + shape->from[g], shape->len[g]);
        n += shape->len[g];
    }
    return decimal_parse((Str){text, n}, out);
}

static NumberVerdict whole(Str token, const Shape *shape, Decimal *value) {
    return assemble(token, shape, false, value) ? NUMBER_READ : NUMBER_REFUSED;
}

static NumberVerdict fraction(Str token, const Shape *shape, NumberUse use, Decimal *value) {
    if (!assemble(token, shape, true, value))
        return NUMBER_REFUSED;
    return use == NUMBER_COUNT && !decimal_is_int(*value) ? NUMBER_REFUSED : NUMBER_READ;
}

/* One "." or "," before exactly three digits: 3.125 may be three or three thousand. */
static NumberVerdict lone_group(Str token, const Shape *shape, NumberUse use, int decimals, NumberHabit habit,
                                Decimal *value, Decimal *other) {
    char sep = shape->sep[1];
    if (shape->zero && shape->len[0] > 1)
        return NUMBER_REFUSED;
    if (shape->zero || shape->len[0] > 3)
        return fraction(token, shape, use, value);
    if (use == NUMBER_COUNT || (use == NUMBER_MONEY && decimals >= 0 && decimals < 3))
        return whole(token, shape, value);
    bool is_point = (habit == HABIT_POINT && sep == '.') || (habit == HABIT_COMMA && sep == ',');
    bool money_unsure = use == NUMBER_MONEY && decimals < 0 && is_point; /* three decimals are rare in money */
    if (habit != HABIT_UNKNOWN && !money_unsure)
        return is_point ? fraction(token, shape, use, value) : whole(token, shape, value);
    if (!assemble(token, shape, false, value) || !assemble(token, shape, true, other))
        return NUMBER_REFUSED;
    return NUMBER_AMBIGUOUS;
}

/* "112 500 руб. 50 коп." */
static NumberVerdict with_minor(Str token, int minor, NumberUse use, NumberHabit habit, Decimal *value, Decimal *other) {
    NumberVerdict verdict = number_value(token, NUMBER_MONEY, 2, habit, value, other);
    if (minor < 0 || verdict != NUMBER_READ)
        return verdict;
    if (use == NUMBER_COUNT || value->scale || __builtin_mul_overflow(value->units, 100, &value->units))
        return NUMBER_REFUSED;
    value->units += value->units < 0 ? -minor : minor;
    value->scale = 2;
    return NUMBER_READ;
}

NumberVerdict number_value(Str token, NumberUse use, int decimals, NumberHabit habit, Decimal *value, Decimal *other) {
    Shape shape;
    size_t first;
    int minor;
    if (minor_split(token, &first, &minor))
        return with_minor(str_sub(token, 0, first), minor, use, habit, value, other);
    if (is_scaled(token)) {
        NumberVerdict verdict = scaled_value(token, habit, value, other);
        return verdict == NUMBER_READ && use == NUMBER_COUNT && !decimal_is_int(*value) ? NUMBER_REFUSED : verdict;
    }
    if (!shape_read(token, &shape))
        return NUMBER_REFUSED;
    size_t n = shape.groups;
    if (n == 1)
        return whole(token, &shape, value);
    char last = shape.sep[n - 1];
    if (n == 2 && (last == '.' || last == ',') && shape.len[1] == 3)
        return lone_group(token, &shape, use, decimals, habit, value, other);
    bool alike = true;
    for (size_t i = 1; i < n; i++)
        alike &= shape.sep[i] == last;
    if (alike && (n > 2 || last == ' ' || last == '\''))
        return grouping_fits(&shape, n, last) ? whole(token, &shape, value) : NUMBER_REFUSED;
    if (last != '.' && last != ',')
        return NUMBER_REFUSED;
    if (n > 2 && (!grouping_fits(&shape, n - 1, shape.sep[1]) || shape.sep[1] == last))
        return NUMBER_REFUSED;
    if (n > 2 && shape.sep[1] == ' ' && shape.len[n - 1] == 3 && use == NUMBER_MONEY && decimals < 3) /* or a group more? */
        return NUMBER_REFUSED;
    return fraction(token, &shape, use, value);
}

/* ---- habits ---- */

NumberHabit number_habit_of(Str token) {
    Shape shape;
    if (!shape_read(token, &shape) || shape.groups < 2)
        return HABIT_UNKNOWN;
    size_t n = shape.groups;
    char last = shape.sep[n - 1], before = shape.sep[n > 2 ? n - 2 : n - 1];
    if (n > 2 && before == last && grouping_fits(&shape, n, last))
        return last == ',' ? HABIT_POINT : last == '.' ? HABIT_COMMA : HABIT_UNKNOWN;
    bool decimal = n > 2 ? before != last && grouping_fits(&shape, n - 1, before) : shape.len[1] == 2;
    if (!decimal || (n == 2 && shape.len[0] > 1 && shape.zero))
        return HABIT_UNKNOWN;
    return last == '.' ? HABIT_POINT : last == ',' ? HABIT_COMMA : HABIT_UNKNOWN;
}

NumberHabit number_habit_of_language(Language language) {
    if (language == LANGUAGE_UNKNOWN)
        return HABIT_UNKNOWN;
    return language_facts(language)->decimal == ',' ? HABIT_COMMA : HABIT_POINT;
}

static bool letter_or_digit(Str s, size_t at) {
    size_t size;
    if (at >= s.len)
        return false;
    uint32_t c = utf8_decode(s, at, &size);
    return (c >= '0' && c <= '9') || (text_is_letter(c) && !text_is_cjk(c));
}

/* Part of a date, a code or a version: "25.03.2020", "2020.01-3", "v1.25". */
static bool in_code(Str s, size_t from, size_t to) {
    char before = from ? s.data[from - 1] : ' ', after = to < s.len ? s.data[to] : ' ';
    if (before == '/' || before == '-' || before == '.' || before == ':' || before == '_')
        return true;
    if ((after == '/' || after == '-' || after == '.' || after == ':' || after == '_') && letter_or_digit(s, to + 1))
        return true;
    return from && letter_or_digit(s, utf8_back(s, from)) && (before >= 'a' && before <= 'z');
}

static bool sign_at(Str s, size_t at) {
    size_t size;
    return at < s.len && u_charType((UChar32)utf8_decode(s, at, &size)) == U_CURRENCY_SYMBOL;
}

/* "10.30" may be a time and "20.11" a day; "45.50" is neither, nor is what a currency sign touches. */
static bool may_be_time(Str s, size_t from, size_t to) {
    Str token = str_sub(s, from, to);
    if (token.len > 5 || str_find_char(token, '.') < 0 || token.data[0] > '3')
        return false;
    size_t before = from && s.data[from - 1] == ' ' ? from - 1 : from, after = to + (to < s.len && s.data[to] == ' ');
    return !sign_at(s, after) && !(before && sign_at(s, utf8_back(s, before)));
}

NumberHabit number_habit_of_text(const Text *text) {
    Str s = text->folded;
    size_t point = 0, comma = 0;
    for (size_t at = str_digit_from(s, 0), to; at < s.len; at = str_digit_from(s, to)) {
        to = at + 1;
        size_t run = to;
        while (run < s.len && is_digit(s.data[run]))
            run++;
        if (run >= s.len || (s.data[run] != '.' && s.data[run] != ',')) { /* says nothing of its decimals */
            to = run;
            continue;
        }
        if (!number_token(s, at, &to) || to - at < 4 || in_code(s, at, to) ||
            may_be_time(s, at, to))
            continue;
        NumberHabit habit = number_habit_of(str_sub(s, at, to));
        point += habit == HABIT_POINT;
        comma += habit == HABIT_COMMA;
    }
    return point && !comma ? HABIT_POINT : comma && !point ? HABIT_COMMA : HABIT_UNKNOWN;
}

/* ---- currencies ---- */

#define LETTERS 26
#define CODE_INDEX(s) (((s)[0] - 'A') * LETTERS * LETTERS + ((s)[1] - 'A') * LETTERS + ((s)[2] - 'A'))

static bool codes[LETTERS * LETTERS * LETTERS];

static void codes_make(void) {
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *all = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
    int32_t len;
    for (const char *code; U_SUCCESS(status) && (code = uenum_next(all, &len, &status));)
        if (len == 3)
            codes[CODE_INDEX(code)] = true;
    uenum_close(all);
}

bool currency_known(Str iso) {
    static gsize once;
    if (g_once_init_enter(&once)) {
        codes_make();
        g_once_init_leave(&once, 1);
    }
    for (size_t i = 0; i < 3; i++)
        if (iso.len != 3 || iso.data[i] < 'A' || iso.data[i] > 'Z')
            return false;
    return codes[CODE_INDEX(iso.data)];
}
