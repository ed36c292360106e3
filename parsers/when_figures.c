/* Dates in figures, and those with 年月日 and 년월일. */
#include "parsers/when_part.h"

#include "base/utf8.h"
#include "parsers/han_number.h"
#include "base/banned.h"

#define YEAR_FIRST 2000 /* the programme knows no older purchases */
#define YEAR_OLDEST 1900 /* of papers */
#define YEAR_LAST 2099
#define CENTURY 2000   /* of years in two figures */
#define MINGUO_OFFSET 1911
#define MINGUO_FIRST 88 /* the same years, counted from 1912 */
#define MINGUO_LAST 189

/* ---- small steps over the folded text ---- */

bool when_alnum(Str s, size_t at) {
    size_t size;
    if (at >= s.len)
        return false;
    uint32_t c = utf8_decode(s, at, &size);
    return (c >= '0' && c <= '9') || (text_is_letter(c) && !text_is_cjk(c));
}

/* Digits at `at`: how many (0 for none or too many), their value. */
size_t when_number(Str s, size_t at, int *value) {
    size_t n = 0;
    *value = 0;
    while (at + n < s.len && when_digit(s.data[at + n]) && n < 5)
        *value = *value * 10 + (s.data[at + n++] - '0');
    if (n < 5)
        return n;
    *value = 0;
    return 0;
}

size_t when_blanks(Str s, size_t at) {
    while (at < s.len && (s.data[at] == ' ' || s.data[at] == '\n'))
        at++;
    return at;
}

bool when_year_ok(int year) {
    return year >= YEAR_FIRST && year <= YEAR_LAST;
}

static bool day_year_ok(int year, const WhenHabit *habit) {
    return when_year_ok(year) || (habit->any_century && year >= YEAR_OLDEST && year < YEAR_FIRST);
}

bool when_month_ok(int month) {
    return month >= 1 && month <= 12;
}

uint32_t when_char(Str s, size_t at) {
    size_t size;
    return at < s.len ? utf8_decode(s, at, &size) : 0;
}

/* A date does not go on in letters or digits, nor in a separator with a digit behind it. */
bool when_ends(Str s, size_t to) {
    if (when_alnum(s, to))
        return false;
    char c = to < s.len ? s.data[to] : ' ';
    return !((c == '-' || c == '/' || c == '.' || c == '_') && to + 1 < s.len && when_digit(s.data[to + 1]));
}

bool when_begins(Str s, size_t from) {
    if (from == 0)
        return true;
    char c = s.data[from - 1];
    if (when_alnum(s, utf8_back(s, from)))
        return false;
    return !((c == '-' || c == '/' || c == '.' || c == '_' || c == '#') && from >= 2 && when_alnum(s, utf8_back(s, from - 1)));
}

/* ---- dates in figures ---- */

/* The next separator of a date at `at`: the beginning of what follows it, 0 if there is none. Blanks stand beside it in
 * cells only, but for the one behind a dot ("5. 1. 2020"). */
static size_t part_separator(Str s, size_t at, bool cell, char *sep) {
    size_t mark = at;
    while (cell && mark < s.len && mark - at < 2 && s.data[mark] == ' ')
        mark++;
    char c = mark < s.len ? s.data[mark] : 0;
    if ((c != '-' && c != '/' && c != '.') || (*sep && c != *sep))
        return 0;
    *sep = c;
    size_t next = mark + 1;
    while (next < s.len && s.data[next] == ' ' && next - mark <= (cell ? 2 : c == '.'))
        next++;
    return next;
}

bool when_parts(Str s, size_t at, bool cell, Parts *out) {
    *out = (Parts){.end = at};
    for (size_t next = at; out->n < 3; out->n++) {
        char sep = out->sep;
        if (out->n && !(next = part_separator(s, out->end, cell, &sep)))
            break;
        size_t len = when_number(s, next, &out->value[out->n]);
        if (!len)
            break;
        out->sep = sep;
        out->len[out->n] = len;
        out->end = next + len;
    }
    /* A time of day may follow a date as machines write it. */
    bool timed = out->n == 3 && out->len[0] == 4 && out->end + 1 < s.len && s.data[out->end] == 't' &&
                 when_digit(s.data[out->end + 1]);
    return out->n >= 2 && (timed || when_ends(s, out->end));
}

/* In Taiwan years are counted from 1912: 109/1/5. */
static bool minguo_year(int year, size_t len, const WhenHabit *habit) {
    return len == 3 && habit->language == LANGUAGE_ZH_TW && year > MINGUO_FIRST && year < MINGUO_LAST;
}

bool when_year_first(Language language) {
    return language == LANGUAGE_JA || language == LANGUAGE_KO || language == LANGUAGE_ZH_CN || language == LANGUAGE_ZH_TW;
}

static bool day_and_month(const Parts *p, const WhenHabit *habit, When *out) {
    bool short_year = p->len[2] == 2;
    if (p->len[0] > 2 || p->len[1] > 2 || (p->len[2] != 4 && !short_year))
        return false;
    if (short_year && (p->sep == '-' || when_year_first(habit->language))) /* 20-01-05 may begin with the year */
        return false;
    int year = short_year ? 2000 + p->value[2] : p->value[2];
    Date day_first = {year, p->value[1], p->value[0]}, month_first = {year, p->value[0], p->value[1]};
    bool a = date_valid(day_first), b = date_valid(month_first);
    if (!day_year_ok(year, habit) || (!a && !b))
        return false;
    DayOrder order = p->sep == '.' ? ORDER_DAY_FIRST : habit->order;
    if (order == ORDER_UNKNOWN)
        order = when_order_of_language(habit->language);
    out->date = !a || (b && order == ORDER_MONTH_FIRST) ? month_first : day_first;
    if (a && b && p->value[0] != p->value[1] && order == ORDER_UNKNOWN) {
        out->ambiguous = true;
        out->other = month_first;
    }
    return true;
}

static bool year_and_month(const Parts *p, const WhenHabit *habit, bool cell, When *out) {
    int year = p->value[0], month = p->value[1];
    bool year_first = p->len[0] == 4 || minguo_year(year, p->len[0], habit);
    if (year_first && p->len[0] == 3)
        year += MINGUO_OFFSET;
    bool stroke = p->sep == '/' && when_year_first(habit->language);
    if (year_first && !cell && !stroke && (p->len[1] != 2 || p->sep == '.')) /* 2020-1, 2020.01: often something else */
        return false;
    if (!year_first && p->len[1] == 4) {
        year = p->value[1];
        month = p->value[0];
    } else if (!year_first) {
        return false;
    }
    out->date = (Date){year, month, 0};
    return when_year_ok(year) && when_month_ok(month) && p->len[year_first] <= 2;
}

/* "2021.1월", "21.01월": the word for the month settles what the figures are. */
static bool month_said(Str s, const Parts *p, When *out) {
    uint32_t unit = when_char(s, p->end);
    if (p->n != 2 || (unit != 0xC6D4 && unit != 0x6708) || (p->len[0] != 4 && p->len[0] != 2) || p->len[1] > 2)
        return false;
    out->date = (Date){p->value[0] + (p->len[0] == 2 ? CENTURY : 0), p->value[1], 0};
    out->to = p->end + strlen("월");
    return when_year_ok(out->date.year) && when_month_ok(p->value[1]);
}

static size_t era_at(Str s, size_t at, int *offset) {
    static const struct {
        Str word;
        int offset;
    } eras[] = {{STR("令和"), 2018},          {STR("平成"), 1988}, {STR("民國"), MINGUO_OFFSET},
                {STR("民国"), MINGUO_OFFSET}, {STR("㋿"), 2018},   {STR("㍻"), 1988}};
    bool wide = at < s.len && (unsigned char)s.data[at] >= 0xE3;
    for (size_t i = 0; wide && i < sizeof eras / sizeof *eras; i++)
        if (str_starts(str_sub(s, at, s.len), eras[i].word)) {
            *offset = eras[i].offset;
            return eras[i].word.len;
        }
    /* R2年1月, H31年4月 */
    bool letter = at < s.len && (s.data[at] == 'r' || s.data[at] == 'h') && at + 1 < s.len && when_digit(s.data[at + 1]);
    *offset = !letter ? 0 : s.data[at] == 'r' ? 2018 : 1988;
    return letter;
}

bool when_may_begin(Str s, size_t at) {
    uint32_t c = when_char(s, at);
    switch (c) {
    case 'r': case 'h': return at + 1 < s.len && when_digit(s.data[at + 1]);
    case 0x4EE4: case 0x5E73: case 0x6C11: case 0x32FF: case 0x337B: return true; /* the eras: 令平民㋿㍻ */
    default: return (c >= '0' && c <= '9') || (c >= 0x3007 && han_is_figure(c));
    }
}

/* R2.1, R2.1.15, H31/4: Japanese years by the letter of their era. With two parts only where a date is asked for. */
static bool era_figures(Str s, size_t at, const WhenHabit *habit, bool cell, When *out) {
    int offset;
    Parts p;
    if (!era_at(s, at, &offset) || s.data[at] < 'a' || s.data[at] > 'z' || !when_parts(s, at + 1, cell, &p) ||
        p.sep == '-' || (p.n == 2 && !cell) || habit->language != LANGUAGE_JA)
        return false;
    *out = (When){.date = {p.value[0] + offset, p.value[1], p.n == 3 ? p.value[2] : 0}, .from = at, .to = p.end};
    return p.value[0] > 0 && when_year_ok(out->date.year) && when_month_ok(out->date.month) &&
           (p.n == 2 || date_valid(out->date));
}

bool when_figures(Str s, size_t at, const WhenHabit *habit, bool cell, When *out) {
    Parts p;
    if (!when_digit(s.data[at]))
        return era_figures(s, at, habit, cell, out);
    if (!when_parts(s, at, cell, &p))
        return false;
    *out = (When){.from = at, .to = p.end};
    if (month_said(s, &p, out))
        return true;
    if (p.n == 2)
        return year_and_month(&p, habit, cell, out);
    bool minguo = minguo_year(p.value[0], p.len[0], habit);
    if ((p.len[0] == 4 || minguo) && p.len[1] <= 2 && p.len[2] <= 2) {
        out->date = (Date){p.value[0] + (minguo ? MINGUO_OFFSET : 0), p.value[1], p.value[2]};
        return day_year_ok(out->date.year, habit) && date_valid(out->date);
    }
    return day_and_month(&p, habit, out);
}

/* ---- dates with 年月日 and 년월일, and Japanese and Taiwanese eras ---- */

/* Digits, or figures in Chinese characters: their bytes and their value. */
static size_t east_number(Str s, size_t at, int *value) {
    size_t digits = when_number(s, at, value);
    if (digits || at >= s.len || (unsigned char)s.data[at] < 0xE3)
        return digits;
    Decimal number;
    bool read;
    size_t len = han_number(s, at, &number, &read);
    if (!read || number.units > YEAR_LAST)
        return 0;
    *value = (int)number.units;
    return len;
}

/* A number, a blank perhaps, then one of the two unit characters; the length of it all, 0 if it is not there. */
static size_t unit_at(Str s, size_t at, uint32_t han, uint32_t hangul, int *value) {
    size_t digits = east_number(s, at, value), size;
    if (!digits)
        return 0;
    size_t end = at + digits;
    if (end < s.len && s.data[end] == ' ')
        end++;
    uint32_t c = end < s.len ? utf8_decode(s, end, &size) : 0;
    if (c == han || c == hangul || (han == 0x65E5 && (c == 0x865F || c == 0x53F7)))
        return end + size - at;
    *value = 0;
    return 0;
}

/* Behind figures of the West stands a character of the East, if this is to be a date; before a blank perhaps. */
static bool is_figure_of_west(Str s, size_t at) {
    size_t end = at;
    while (end < s.len && when_digit(s.data[end]))
        end++;
    if (end < s.len && s.data[end] == ' ')
        end++;
    return end > at && (end >= s.len || (unsigned char)s.data[end] < 0xE3);
}

bool when_east(Str s, size_t at, const WhenHabit *habit, When *out) {
    int offset, year = 0, month = 0, day = 0;
    if (is_figure_of_west(s, at) || han_goes_on(s, at))
        return false;
    size_t era = era_at(s, at, &offset), end = at + era, n;
    if (era)
        end = when_blanks(s, end);
    if (era && when_char(s, end) == 0x5143 && when_char(s, end + 3) == 0x5E74) { /* 元年: the first year of an era */
        year = 1;
        end += 6;
    } else if ((n = unit_at(s, end, 0x5E74, 0xB144, &year))) {
        if (!era && minguo_year(year, year > 99 && year < 1000 ? 3 : 0, habit))
            offset = MINGUO_OFFSET;
        end += n;
    } else if (era) {
        return false;
    }
    bool short_year = year && !era && year < 100 && when_char(s, end - strlen("년")) == 0xB144; /* "20년 12월" */
    if (year)
        year += short_year ? CENTURY : offset;
    size_t next = year ? when_blanks(s, end) : end;
    if ((n = unit_at(s, next, 0x6708, 0xC6D4, &month))) {
        end = next + n;
        uint32_t after = when_char(s, end);
        if (after == 0x4EFD || after == 0x5EA6 || after == 0x5206) /* 1月份, 1月度, 1月分 */
            end += strlen("份");
        next = when_blanks(s, end);
        if (after == 0x9593 || after == 0x500B || after == 0x95F4 || after == 0x4E2A) /* 3月間: a span of time */
            return false;
        if ((n = unit_at(s, next, 0x65E5, 0xC77C, &day)))
            end = next + n;
    }
    if ((year && !when_year_ok(year)) || (month && !when_month_ok(month)) || (!year && !month) || (short_year && !month))
        return false; /* "20년" is as often a span of years */
    if (day && year && !date_valid((Date){year, month, day}))
        return false;
    *out = (When){.date = {year, month, day}, .from = at, .to = end};
    return true;
}
