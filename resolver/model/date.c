#define _POSIX_C_SOURCE 200809L
#include "model/date.h"

#include <time.h>

#include "base/banned.h"

static int days_in(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

bool date_valid(Date d) {
    return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
           d.day <= days_in(d.year, d.month);
}

static bool digits(Str text, size_t from, size_t n, int *out) {
    *out = 0;
    for (size_t i = from; i < from + n; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        *out = *out * 10 + (text.data[i] - '0');
    }
    return true;
}

bool date_parse_iso(Str text, Date *out) {
    Date d;
    if (text.len < 10 || text.data[4] != '-' || text.data[7] != '-')
        return false;
    if (text.len > 10 && text.data[10] != 'T' && text.data[10] != ' ')
        return false;
    if (!digits(text, 0, 4, &d.year) || !digits(text, 5, 2, &d.month) || !digits(text, 8, 2, &d.day) || !date_valid(d))
        return false;
    *out = d;
    return true;
}

/* Writes a number of at least `width` digits that ends before `end`; where it begins. */
static char *put_digits(char *end, int number, int width) {
    unsigned left = number < 0 ? 0u - (unsigned)number : (unsigned)number;
    for (; left || width > 0; left /= 10, width--)
        *--end = (char)('0' + left % 10);
    return end;
}

Str date_iso(Arena *arena, Date d) {
    char text[40], *end = text + sizeof text, *at = end;
    if (!date_given(d))
        return STR("");
    if (d.month && d.day) {
        at = put_digits(at, d.day, 2);
        *--at = '-';
    }
    if (d.month) {
        at = put_digits(at, d.month, 2);
        *--at = '-';
    }
    at = put_digits(at, d.year, 4);
    return arena_str(arena, (Str){at, (size_t)(end - at)});
}

int date_cmp(Date a, Date b) {
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

int date_month_index(Date d) {
    return d.year * 12 + d.month - 1;
}

Date date_of_month_index(int index, int day) {
    return (Date){index / 12, index % 12 + 1, day};
}

Date date_today(void) {
    time_t now = time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    return (Date){utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday};
}
