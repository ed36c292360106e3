#include "parsers/han_number.h"

#include "base/utf8.h"
#include "base/banned.h"

#define FIGURES_MAX 24 /* characters; a longer run is no number */
#define BIG 10000      /* 万 and above: what stands before it is a number of its own */
#define PLACES_MIN 3   /* "一二三" is 123; "二三" is two or three */

/* The value of a character: 0 to 9, a power of ten from 10 on, -1 for any other. */
static int64_t figure_of(uint32_t c) {
    switch (c) {
    case 0x3007: case 0x96F6: return 0;                           /* 〇零 */
    case 0x4E00: case 0x58F1: case 0x58F9: return 1;              /* 一壱壹 */
    case 0x4E8C: case 0x5F10: case 0x8D30: case 0x8CB3: case 0x4E24: case 0x5169: return 2; /* 二弐贰貳两兩 */
    case 0x4E09: case 0x53C2: case 0x53C1: case 0x53C3: return 3; /* 三参叁參 */
    case 0x56DB: case 0x8086: return 4;                           /* 四肆 */
    case 0x4E94: case 0x4F0D: return 5;                           /* 五伍 */
    case 0x516D: case 0x9646: case 0x9678: return 6;              /* 六陆陸 */
    case 0x4E03: case 0x67D2: return 7;                           /* 七柒 */
    case 0x516B: case 0x634C: return 8;                           /* 八捌 */
    case 0x4E5D: case 0x7396: return 9;                           /* 九玖 */
    case 0x5341: case 0x62FE: return 10;                          /* 十拾 */
    case 0x767E: case 0x4F70: return 100;                         /* 百佰 */
    case 0x5343: case 0x4EDF: return 1000;                        /* 千仟 */
    case 0x4E07: case 0x842C: return BIG;                         /* 万萬 */
    case 0x5104: case 0x4EBF: return (int64_t)BIG * BIG;          /* 億亿 */
    default: return -1;
    }
}

bool han_is_figure(uint32_t c) {
    return figure_of(c) >= 0;
}

typedef struct Figures {
    int64_t of[FIGURES_MAX];
    size_t n;
    bool powers, zero; /* holds one of 十百千万億; holds 〇 */
} Figures;

static size_t figures_at(Str s, size_t at, Figures *figures) {
    size_t end = at, size;
    figures->n = 0;
    figures->powers = figures->zero = false;
    while (end < s.len && (unsigned char)s.data[end] >= 0xE3 && figures->n <= FIGURES_MAX) {
        int64_t figure = figure_of(utf8_decode(s, end, &size));
        if (figure < 0)
            break;
        if (figures->n < FIGURES_MAX)
            figures->of[figures->n] = figure;
        figures->n++;
        figures->powers |= figure >= 10;
        figures->zero |= figure == 0;
        end += size;
    }
    return end - at;
}

/* "二〇二〇": figures in their places, as digits are written. */
static bool places(const Figures *figures, int64_t *value) {
    *value = 0;
    for (size_t i = 0; i < figures->n; i++)
        *value = *value * 10 + figures->of[i];
    return figures->n == 1 || (figures->n <= 15 && (figures->zero || figures->n >= PLACES_MIN));
}

typedef struct Sum {
    int64_t total, part; /* part: below the next 万 */
    int64_t digit;       /* not yet multiplied; -1 for none */
    int64_t big, small;  /* the last powers: each must be lower than the one before */
    bool zero;           /* a 零 since the last power */
} Sum;

static bool add_power(Sum *sum, int64_t power) {
    if (power < BIG) {
        if (power >= sum->small || sum->digit == 0)
            return false;
        sum->part += (sum->digit < 0 ? 1 : sum->digit) * power;
        sum->small = power;
    } else {
        sum->part += sum->digit > 0 ? sum->digit : 0;
        if (power >= sum->big || sum->part == 0)
            return false;
        sum->total += sum->part * power;
        sum->part = 0;
        sum->big = power;
        sum->small = BIG;
    }
    sum->digit = -1;
    sum->zero = false;
    return true;
}

/* "一百零五", "十二万五千"; not "二百五", which is 250 to some and 205 to others. */
static bool powers(const Figures *figures, int64_t *value) {
    Sum sum = {.digit = -1, .big = (int64_t)BIG * BIG * BIG, .small = BIG};
    for (size_t i = 0; i < figures->n; i++) {
        int64_t figure = figures->of[i];
        if (figure >= 10) {
            if (!add_power(&sum, figure))
                return false;
        } else if (figure == 0 && i > 0 && i + 1 < figures->n) {
            sum.zero = true;
        } else if (figure == 0 || sum.digit >= 0) {
            return false;
        } else {
            sum.digit = figure;
        }
    }
    bool last = sum.digit >= 0, units = sum.small == 10 || sum.zero;
    if (last && !units)
        return false;
    *value = sum.total + sum.part + (last ? sum.digit : 0);
    return true;
}

/* "百", "万" alone are words, not one hundred and ten thousand. */
static bool is_bare_power(const Figures *figures) {
    return figures->n == 1 && figures->of[0] >= 100;
}

bool han_goes_on(Str s, size_t at) {
    size_t size;
    return at > 0 && at < s.len && (unsigned char)s.data[at] >= 0xE3 && figure_of(utf8_decode(s, at, &size)) >= 0 &&
           figure_of(utf8_decode(s, utf8_back(s, at), &size)) >= 0;
}

size_t han_number(Str s, size_t at, Decimal *value, bool *read) {
    Figures figures;
    int64_t number = 0;
    size_t len = figures_at(s, at, &figures);
    *read = len && figures.n <= FIGURES_MAX && !is_bare_power(&figures) &&
            (figures.powers ? powers(&figures, &number) : places(&figures, &number));
    *value = decimal_int(*read ? number : 0);
    return len;
}
