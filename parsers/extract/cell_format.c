#include "parsers/extract/cell_format.h"

#include <glib.h>

#include "base/buf.h"
#include "model/date.h"
#include "base/banned.h"

#define DIGITS_KEPT 15 /* of a number; workbooks hold no more, the rest is noise of binary fractions */
#define EXPONENT_MAX 30
#define SERIAL_MAX  2958465 /* 31 December 9999 */

CellFormat cell_format_builtin(int id) {
    if (id == 17)
        return CELL_MONTH;
    if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35))
        return CELL_TIME;
    bool day = (id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
    return day ? CELL_DAY : CELL_NUMBER;
}

/* Over what stands for itself in a format: "text", \x, _x, *x, [colour or locale]. The index behind it. */
static size_t skip_literal(Str code, size_t at) {
    char c = code.data[at], end = c == '"' ? '"' : c == '[' ? ']' : 0;
    if (c == '\\' || c == '_' || c == '*')
        return at + 2;
    if (!end)
        return at;
    for (at++; at < code.len && code.data[at] != end;)
        at++;
    return at + 1;
}

CellFormat cell_format_of_code(Str code) {
    bool year = false, month = false, day = false, time = false;
    for (size_t at = 0; at < code.len && code.data[at] != ';';) {
        size_t next = skip_literal(code, at);
        if (next != at) {
            at = next;
            continue;
        }
        char c = g_ascii_tolower(code.data[at]);
        Str rest = str_sub(code, at, code.len);
        if (str_starts_nocase(rest, STR("general")) || str_starts_nocase(rest, STR("am/pm"))) {
            at += c == 'g' ? 7 : 5;
            continue;
        }
        bool power = c == 'e' && rest.len > 1 && (rest.data[1] == '+' || rest.data[1] == '-');
        year |= c == 'y' || (c == 'e' && !power);
        month |= c == 'm';
        day |= c == 'd';
        time |= c == 'h' || c == 's';
        at++;
    }
    if (day || (month && year && time))
        return CELL_DAY;
    if (time)
        return CELL_TIME;
    if (month)
        return year ? CELL_MONTH : CELL_MONTH_ONLY;
    return year ? CELL_YEAR : CELL_NUMBER;
}

/* ---- numbers: by their digits, never through a binary fraction ---- */

typedef struct Digits {
    bool negative;
    char digit[64];
    int n;     /* digits kept */
    int point; /* digits before the point; may be negative or beyond n */
} Digits;

static bool read_exponent(Str s, size_t at, int *exponent) {
    bool negative = at < s.len && s.data[at] == '-';
    int value = 0;
    at += at < s.len && (s.data[at] == '-' || s.data[at] == '+');
    if (at >= s.len)
        return false;
    for (; at < s.len; at++) {
        if (!g_ascii_isdigit(s.data[at]) || value > 1000)
            return false;
        value = value * 10 + (s.data[at] - '0');
    }
    *exponent = negative ? -value : value;
    return true;
}

static bool read_digits(Str s, Digits *d) {
    size_t at = 0;
    bool pointed = false, any = false;
    int exponent = 0;
    *d = (Digits){.negative = s.len && s.data[0] == '-'};
    at += d->negative;
    for (; at < s.len; at++) {
        char c = s.data[at];
        if (c == '.' && !pointed) {
            pointed = true;
            continue;
        }
        if (!g_ascii_isdigit(c))
            break;
        any = true;
        if (!pointed && (d->n || c != '0'))
            d->point++;
        if (pointed && !d->n && c == '0')
            d->point--;
        if ((d->n || c != '0') && d->n < (int)sizeof d->digit)
            d->digit[d->n++] = c;
    }
    if (!any || (at < s.len && (g_ascii_tolower(s.data[at]) != 'e' || !read_exponent(s, at + 1, &exponent))))
        return false;
    d->point += exponent;
    return d->point <= EXPONENT_MAX && d->point >= -EXPONENT_MAX;
}

/* To DIGITS_KEPT digits, half up, and without zeros at the end. */
static void round_digits(Digits *d) {
    if (d->n > DIGITS_KEPT) {
        bool up = d->digit[DIGITS_KEPT] >= '5';
        d->n = DIGITS_KEPT;
        for (int i = d->n - 1; up && i >= 0; i--) {
            up = d->digit[i] == '9';
            d->digit[i] = up ? '0' : (char)(d->digit[i] + 1);
        }
        if (up) {
            d->digit[0] = '1';
            d->n = 1;
            d->point++;
        }
    }
    while (d->n && d->digit[d->n - 1] == '0')
        d->n--;
}

static Str digits_text(Arena *arena, const Digits *d) {
    Buf buf = {.arena = arena};
    if (d->negative && d->n)
        buf_add_char(&buf, '-');
    if (d->point <= 0)
        buf_add_char(&buf, '0');
    for (int i = 0; i < d->point; i++)
        buf_add_char(&buf, i < d->n ? d->digit[i] : '0');
    if (d->n > d->point)
        buf_add_char(&buf, '.');
    for (int i = d->point; i < d->n; i++)
        buf_add_char(&buf, i < 0 ? '0' : d->digit[i]);
    /* "1237.125" might be read as grouped; a fourth decimal says what the point is. */
    if (d->n - d->point == 3)
        buf_add_char(&buf, '0');
    return buf_str(&buf);
}

/* ---- dates ---- */

/* The day of a serial number. Workbooks believe that 1900 was a leap year: serial 60 is no day. */
static bool serial_date(int serial, bool from_1904, Date *out) {
    if (serial < 0 || serial > SERIAL_MAX || (!from_1904 && serial == 60))
        return false;
    GDate date;
    g_date_clear(&date, 1);
    if (from_1904)
        g_date_set_dmy(&date, 1, 1, 1904);
    else
        g_date_set_dmy(&date, serial < 60 ? 31 : 30, 12, 1899);
    g_date_add_days(&date, (guint)serial);
    *out = (Date){g_date_get_year(&date), (int)g_date_get_month(&date), g_date_get_day(&date)};
    return true;
}

static Str time_text(Arena *arena, const Digits *d) {
    int64_t parts = 0, scale = 1;
    for (int i = d->point; i < d->n && scale < 1000000000; i++, scale *= 10)
        parts = parts * 10 + (i < 0 ? 0 : d->digit[i] - '0');
    int64_t minutes = (parts * 1440 + scale / 2) / scale % 1440;
    return arena_printf(arena, "%02d:%02d", (int)(minutes / 60), (int)(minutes % 60));
}

Str cell_format_text(Arena *arena, Str raw, CellFormat format, bool from_1904) {
    Digits d;
    Date date;
    int serial = 0;
    raw = str_trim(raw);
    if (!read_digits(raw, &d))
        return raw;
    round_digits(&d);
    if (format == CELL_NUMBER || d.negative || d.point > 7)
        return digits_text(arena, &d);
    if (format == CELL_TIME)
        return time_text(arena, &d);
    for (int i = 0; i < d.point; i++)
        serial = serial * 10 + (i < d.n ? d.digit[i] - '0' : 0);
    if (!serial_date(serial, from_1904, &date))
        return digits_text(arena, &d);
    if (format == CELL_MONTH_ONLY)
        return arena_printf(arena, "%d", date.month);
    if (format == CELL_YEAR)
        return arena_printf(arena, "%d", date.year);
    return date_iso(arena, format == CELL_MONTH ? (Date){date.year, date.month, 0} : date);
}
