#include "model/decimal.h"

#include "base/banned.h"

#define DECIMAL_TEXT_MAX 32 /* sign, 20 digits, point, and zeros before the first of them */

static __int128 power_of_ten(unsigned n) {
    __int128 p = 1;
    while (n--)
        p *= 10;
    return p;
}

/* Both values over the larger of the two scales. */
static void align(Decimal a, Decimal b, __int128 *x, __int128 *y) {
    unsigned scale = a.scale > b.scale ? a.scale : b.scale;
    *x = a.units * power_of_ten(scale - a.scale);
    *y = b.units * power_of_ten(scale - b.scale);
}

bool decimal_parse(Str text, Decimal *out) {
    size_t at = 0, digits = 0;
    bool negative = text.len && text.data[0] == '-';
    Decimal d = {0, 0};
    bool point = false;
    for (at = negative; at < text.len; at++) {
        char c = text.data[at];
        if (c == '.' && !point && digits) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9')
            return false;
        if ((d.units || c != '0' || point) && ++digits > DECIMAL_DIGITS_MAX)
            return false;
        digits += digits == 0;
        if (point && ++d.scale > DECIMAL_SCALE_MAX)
            return false;
        d.units = d.units * 10 + (c - '0');
    }
    if (!digits || (point && d.scale == 0))
        return false;
    if (negative)
        d.units = -d.units;
    *out = d;
    return true;
}

/* From the last digit on: a million rows have four million numbers. */
Str decimal_str(Arena *arena, Decimal d) {
    char text[DECIMAL_TEXT_MAX];
    size_t at = sizeof text, point = sizeof text - d.scale;
    uint64_t left = d.units < 0 ? 0 - (uint64_t)d.units : (uint64_t)d.units;
    do {
        if (at == point && d.scale)
            text[--at] = '.';
        text[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left || at > point || (at == point && d.scale));
    if (d.units < 0)
        text[--at] = '-';
    return arena_str(arena, (Str){text + at, sizeof text - at});
}

int decimal_cmp(Decimal a, Decimal b) {
    __int128 x, y;
    align(a, b, &x, &y);
    return (x > y) - (x < y);
}

bool decimal_add(Decimal a, Decimal b, Decimal *sum) {
    __int128 x, y;
    align(a, b, &x, &y);
    x += y;
    if (x > INT64_MAX || x < INT64_MIN)
        return false;
    *sum = (Decimal){(int64_t)x, a.scale > b.scale ? a.scale : b.scale};
    return true;
}

bool decimal_near(Decimal a, Decimal b, Decimal tolerance) {
    __int128 x, y;
    align(a, b, &x, &y);
    unsigned scale = a.scale > b.scale ? a.scale : b.scale;
    __int128 apart = (x > y ? x - y : y - x) * power_of_ten(tolerance.scale);
    return apart <= tolerance.units * power_of_ten(scale);
}

Decimal decimal_int(int64_t n) {
    return (Decimal){n, 0};
}

bool decimal_is_int(Decimal d) {
    return d.units % (int64_t)power_of_ten(d.scale) == 0;
}

int64_t decimal_to_int(Decimal d) {
    return d.units / (int64_t)power_of_ten(d.scale);
}
