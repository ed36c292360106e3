#include "parsers/mail_date.h"

#include <glib.h>
#include <gmime/gmime.h>

#include "parsers/mail_header.h"
#include "base/banned.h"

/* What a field tells: a day and a time by the sender's clock, and how far that one is ahead of UTC. */
typedef struct Moment {
    Date day;
    int hour, minute, second;
    int ahead; /* minutes; negative: behind */
} Moment;

/* ---- as nearly all programs write it: "Mon, 20 Jan 2020 09:30:00 +0100" ---- */

/* Cuts a number of at most `most` figures and the character behind it off; false when either is not there. */
static bool cut_number(Str *rest, size_t most, char behind, int *number) {
    size_t n = 0;
    for (*number = 0; n < rest->len && n < most && g_ascii_isdigit(rest->data[n]); n++)
        *number = *number * 10 + (rest->data[n] - '0');
    if (n == 0 || n >= rest->len || rest->data[n] != behind)
        return false;
    *rest = str_sub(*rest, n + 1, rest->len);
    return true;
}

static bool cut_month(Str *rest, int *month) {
    ptrdiff_t at = rest->len < 4 ? -1 : str_find(STR("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec "), str_sub(*rest, 0, 4));
    *rest = str_sub(*rest, 4, rest->len);
    *month = (int)at / 4 + 1;
    return at >= 0 && at % 4 == 0;
}

/* "+0100", and nothing but a comment behind it. */
static bool read_zone(Str text, int *ahead) {
    int zone = 0;
    for (size_t i = 1; i < 5 && i < text.len; i++) {
        if (!g_ascii_isdigit(text.data[i]))
            return false;
        zone = zone * 10 + (text.data[i] - '0');
    }
    bool ends = text.len == 5 || (text.len > 6 && text.data[5] == ' ' && text.data[6] == '(');
    *ahead = zone / 100 * 60 + zone % 100;
    if (ends && text.data[0] == '-')
        *ahead = -*ahead;
    return ends && (text.data[0] == '+' || text.data[0] == '-') && zone < 2400 && zone % 100 < 60;
}

static bool read_plain(Str text, Moment *moment) {
    bool week_day = text.len > 5 && text.data[3] == ',' && text.data[4] == ' ';
    Str rest = week_day ? str_sub(text, 5, text.len) : text;
    return cut_number(&rest, 2, ' ', &moment->day.day) && cut_month(&rest, &moment->day.month) &&
           cut_number(&rest, 4, ' ', &moment->day.year) && moment->day.year >= 1000 &&
           cut_number(&rest, 2, ':', &moment->hour) && cut_number(&rest, 2, ':', &moment->minute) &&
           cut_number(&rest, 2, ' ', &moment->second) && read_zone(rest, &moment->ahead) && date_valid(moment->day) &&
           moment->hour < 24 && moment->minute < 60 && moment->second < 60;
}

/* ---- as the others do ---- */

static bool read_any(Str text, Moment *moment) {
    GDateTime *date = text.len ? g_mime_utils_header_decode_date(text.data) : NULL;
    if (!date)
        return false;
    g_date_time_get_ymd(date, &moment->day.year, &moment->day.month, &moment->day.day);
    moment->hour = g_date_time_get_hour(date);
    moment->minute = g_date_time_get_minute(date);
    moment->second = g_date_time_get_second(date);
    moment->ahead = (int)(g_date_time_get_utc_offset(date) / G_TIME_SPAN_MINUTE);
    g_date_time_unref(date);
    return true;
}

static void put_two(char *at, int number) {
    at[0] = (char)('0' + number / 10);
    at[1] = (char)('0' + number % 10);
}

bool mail_date(Arena *arena, Str raw, Str *rfc3339, Date *day) {
    Str text = arena_str(arena, header_clean(arena, raw));
    Moment moment;
    if (!read_plain(text, &moment) && !read_any(text, &moment))
        return false;
    char written[] = "yyyy-mm-ddThh:mm:ss+hh:mm";
    put_two(written, moment.day.year / 100);
    put_two(written + 2, moment.day.year % 100);
    put_two(written + 5, moment.day.month);
    put_two(written + 8, moment.day.day);
    put_two(written + 11, moment.hour);
    put_two(written + 14, moment.minute);
    put_two(written + 17, moment.second);
    written[19] = moment.ahead == 0 ? 'Z' : moment.ahead < 0 ? '-' : '+';
    put_two(written + 20, ABS(moment.ahead) / 60);
    put_two(written + 23, ABS(moment.ahead) % 60);
    *rfc3339 = arena_str(arena, (Str){written, moment.ahead == 0 ? 20 : sizeof written - 1});
    *day = moment.day;
    return true;
}
