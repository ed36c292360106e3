#include "parsers/minor.h"

#include "base/utf8.h"
#include "parsers/scale.h"
#include "parsers/text.h"
#include "base/banned.h"

#define SPELT_MAX 240 /* bytes of an amount spelt out in brackets */
#define WORD_MAX 24

static bool is_digit(Str s, size_t at) {
    return at < s.len && s.data[at] >= '0' && s.data[at] <= '9';
}

static size_t skip_blanks(Str s, size_t at) {
    while (at < s.len && s.data[at] == ' ')
        at++;
    return at;
}

/* Exactly two figures; 0 when they are not there. */
static size_t two_figures(Str s, size_t at, int *value) {
    if (!is_digit(s, at) || !is_digit(s, at + 1) || is_digit(s, at + 2))
        return 0;
    *value = (s.data[at] - '0') * 10 + (s.data[at + 1] - '0');
    return at + 2;
}

/* The end of one of the words, with its dot, behind blanks; 0 when none stands there. */
static size_t word_of(Str s, size_t at, const char *const *words) {
    size_t from = skip_blanks(s, at), to = from, size;
    if (from >= s.len || (unsigned char)s.data[from] < 0x80) /* none of them is Latin */
        return 0;
    while (to < s.len && to - from < WORD_MAX && text_is_letter(utf8_decode(s, to, &size)))
        to += size;
    if (to == from) { /* a sign */
        utf8_decode(s, from, &size);
        to = from + size;
    }
    for (; *words; words++)
        if (str_eq_cstr(str_sub(s, from, to), *words))
            return to + (to < s.len && s.data[to] == '.');
    return 0;
}

static size_t coin(Str s, size_t at) {
    static const char *const words[] = {"коп", "копеек", "копейки", "копейка", "к", "тиын", "тыйын", NULL};
    return word_of(s, at, words);
}

static size_t money(Str s, size_t at) {
    static const char *const words[] = {"руб", "рублей", "рубля", "рубль", "р", "₽", "грн", "гривен", "гривны", "гривна", "₴",
                                        "тенге", "₸", "сом", "сомов", NULL};
    return word_of(s, at, words);
}

/* "(шестьдесят семь тысяч пятьсот)": letters in brackets; `at` when they are not there. */
static size_t spelt_out(Str s, size_t at) {
    size_t from = skip_blanks(s, at), size;
    if (from >= s.len || s.data[from] != '(')
        return at;
    for (size_t i = from + 1; i < s.len && i - from < SPELT_MAX; i += size) {
        uint32_t c = utf8_decode(s, i, &size);
        if (c == ')')
            return i - from > WORD_MAX ? i + 1 : at;
        if (!text_is_letter(c) && c != ' ' && c != '-')
            return at;
    }
    return at;
}

/* "-00" behind figures that are grouped, or "-00" itself: "112 500-00", "90000-00", but not "1201-25". */
static size_t behind_dash(Str s, size_t at, size_t end) {
    int value;
    size_t to = end < s.len && s.data[end] == '-' ? two_figures(s, end + 1, &value) : 0, size;
    bool grouped = end - at > 4 && (s.data[end - 4] == ' ' || s.data[end - 4] == '.');
    if (!to || !(grouped || (value == 0 && end - at >= 3)) || (to < s.len && strchr("-/_", s.data[to])))
        return end;
    return to < s.len && text_is_letter(utf8_decode(s, to, &size)) ? end : to;
}

size_t minor_end(Str s, size_t at, size_t end) {
    size_t dash = behind_dash(s, at, end);
    if (dash > end || end >= s.len || (s.data[end] != ' ' && s.data[end] != '(' && (unsigned char)s.data[end] < 0x80))
        return dash;
    size_t spelt = spelt_out(s, end), unit = money(s, spelt);
    if (!unit)
        return end;
    int value;
    size_t behind = skip_blanks(s, spelt_out(s, unit)), to = two_figures(s, behind, &value);
    if (to && coin(s, to))
        return coin(s, to);
    return spelt; /* what is spelt out says nothing new */
}

bool minor_split(Str token, size_t *whole, int *minor) {
    size_t start = token.len && (token.data[0] == '-' || token.data[0] == '+');
    *whole = plain_end(token, start);
    *minor = -1;
    if (*whole == start || *whole == token.len ||
        (minor_end(token, start, *whole) != token.len && spelt_out(token, *whole) != token.len))
        return false;
    size_t last = token.len;
    while (last > *whole && !is_digit(token, last - 1))
        last--;
    if (last > *whole + 1)
        two_figures(token, last - 2, minor);
    return true;
}
