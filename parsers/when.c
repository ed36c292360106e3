#include "parsers/when.h"

#include "base/utf8.h"
#include "base/banned.h"

#define YEAR_FIRST 2000 /* the programme knows no older purchases */
#define YEAR_LAST 2099
#define MINGUO_OFFSET 1911
#define MINGUO_FIRST 88 /* the same years, counted from 1912 */
#define MINGUO_LAST 189

/* ---- small steps over the folded text ---- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool alnum_at(Str s, size_t at) {
    size_t size;
    if (at >= s.len)
        return false;
    uint32_t c = utf8_decode(s, at, &size);
    return (c >= '0' && c <= '9') || (text_is_letter(c) && !text_is_cjk(c));
}

/* Digits at `at`: how many (0 for none or too many), their value. */
static size_t number_at(Str s, size_t at, int *value) {
    size_t n = 0;
    *value = 0;
    while (at + n < s.len && is_digit(s.data[at + n]) && n < 5)
        *value = *value * 10 + (s.data[at + n++] - '0');
    return n < 5 ? n : 0;
}

static size_t blanks(Str s, size_t at) {
    while (at < s.len && (s.data[at] == ' ' || s.data[at] == '\n'))
        at++;
    return at;
}

static bool year_ok(int year) {
    return year >= YEAR_FIRST && year <= YEAR_LAST;
}

static bool month_ok(int month) {
    return month >= 1 && month <= 12;
}

static uint32_t char_at(Str s, size_t at) {
    size_t size;
    return at < s.len ? utf8_decode(s, at, &size) : 0;
}

/* A date does not go on in letters or digits, nor in a separator with a digit behind it. */
static bool ends_clean(Str s, size_t to) {
    if (alnum_at(s, to))
        return false;
    char c = to < s.len ? s.data[to] : ' ';
    return !((c == '-' || c == '/' || c == '.' || c == '_') && to + 1 < s.len && is_digit(s.data[to + 1]));
}

static bool begins_clean(Str s, size_t from) {
    if (from == 0)
        return true;
    char c = s.data[from - 1];
    if (alnum_at(s, utf8_back(s, from)))
        return false;
    return !((c == '-' || c == '/' || c == '.' || c == '_' || c == '#') && from >= 2 && alnum_at(s, from - 2));
}

/* ---- dates in figures ---- */

typedef struct Parts {
    int n, value[3];
    size_t len[3], end;
    char sep;
} Parts;

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

static bool parts_read(Str s, size_t at, bool cell, Parts *out) {
    *out = (Parts){.end = at};
    for (size_t next = at; out->n < 3; out->n++) {
        char sep = out->sep;
        if (out->n && !(next = part_separator(s, out->end, cell, &sep)))
            break;
        size_t len = number_at(s, next, &out->value[out->n]);
        if (!len)
            break;
        out->sep = sep;
        out->len[out->n] = len;
        out->end = next + len;
    }
    /* A time of day may follow a date as machines write it. */
    bool timed = out->n == 3 && out->len[0] == 4 && out->end + 1 < s.len && s.data[out->end] == 't' &&
                 is_digit(s.data[out->end + 1]);
    return out->n >= 2 && (timed || ends_clean(s, out->end));
}

/* In Taiwan years are counted from 1912: 109/1/5. */
static bool minguo_year(int year, size_t len, const WhenHabit *habit) {
    return len == 3 && habit->language == LANGUAGE_ZH_TW && year > MINGUO_FIRST && year < MINGUO_LAST;
}

static bool writes_year_first(Language language) {
    return language == LANGUAGE_JA || language == LANGUAGE_KO || language == LANGUAGE_ZH_CN || language == LANGUAGE_ZH_TW;
}

static bool day_and_month(const Parts *p, const WhenHabit *habit, When *out) {
    bool short_year = p->len[2] == 2;
    if (p->len[0] > 2 || p->len[1] > 2 || (p->len[2] != 4 && !short_year))
        return false;
    if (short_year && (p->sep == '-' || writes_year_first(habit->language))) /* 20-01-05 may begin with the year */
        return false;
    int year = short_year ? 2000 + p->value[2] : p->value[2];
    Date day_first = {year, p->value[1], p->value[0]}, month_first = {year, p->value[0], p->value[1]};
    bool a = date_valid(day_first), b = date_valid(month_first);
    if (!year_ok(year) || (!a && !b))
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
    if (year_first && !cell && (p->len[1] != 2 || p->sep == '.')) /* 2020-1, 2020.01: more often something else */
        return false;
    if (!year_first && p->len[1] == 4) {
        year = p->value[1];
        month = p->value[0];
    } else if (!year_first) {
        return false;
    }
    out->date = (Date){year, month, 0};
    return year_ok(year) && month_ok(month) && p->len[year_first] <= 2;
}

static bool numeric_date(Str s, size_t at, const WhenHabit *habit, bool cell, When *out) {
    Parts p;
    if (!parts_read(s, at, cell, &p))
        return false;
    *out = (When){.from = at, .to = p.end};
    if (p.n == 2)
        return year_and_month(&p, habit, cell, out);
    bool minguo = minguo_year(p.value[0], p.len[0], habit);
    if ((p.len[0] == 4 || minguo) && p.len[1] <= 2 && p.len[2] <= 2) {
        out->date = (Date){p.value[0] + (minguo ? MINGUO_OFFSET : 0), p.value[1], p.value[2]};
        return year_ok(out->date.year) && date_valid(out->date);
    }
    return day_and_month(&p, habit, out);
}

/* ---- dates with 年月日 and 년월일, and Japanese and Taiwanese eras ---- */

static size_t era_at(Str s, size_t at, int *offset) {
    static const struct {
        const char *word;
        int offset;
    } eras[] = {{"令和", 2018}, {"平成", 1988}, {"民國", MINGUO_OFFSET}, {"民国", MINGUO_OFFSET}};
    for (size_t i = 0; i < sizeof eras / sizeof *eras; i++)
        if (str_starts(str_sub(s, at, s.len), str_of(eras[i].word))) {
            *offset = eras[i].offset;
            return strlen(eras[i].word);
        }
    *offset = 0;
    return 0;
}

/* Digits, a blank perhaps, then one of the two unit characters; the length of it all, 0 if it is not there. */
static size_t unit_at(Str s, size_t at, uint32_t han, uint32_t hangul, int *value) {
    size_t digits = number_at(s, at, value), size;
    if (!digits)
        return 0;
    size_t end = at + digits;
    if (end < s.len && s.data[end] == ' ')
        end++;
    uint32_t c = end < s.len ? utf8_decode(s, end, &size) : 0;
    if (c == han || c == hangul || (han == 0x65E5 && c == 0x865F))
        return end + size - at;
    *value = 0;
    return 0;
}

static bool east_date(Str s, size_t at, const WhenHabit *habit, When *out) {
    int offset, year = 0, month = 0, day = 0;
    size_t era = era_at(s, at, &offset), end = at + era, n;
    if (era)
        end = blanks(s, end);
    if (era && char_at(s, end) == 0x5143 && char_at(s, end + 3) == 0x5E74) { /* 元年: the first year of an era */
        year = 1;
        end += 6;
    } else if ((n = unit_at(s, end, 0x5E74, 0xB144, &year))) {
        if (!era && minguo_year(year, n - strlen("年"), habit))
            offset = MINGUO_OFFSET;
        end += n;
    } else if (era) {
        return false;
    }
    if (year)
        year += offset;
    size_t next = blanks(s, end);
    if ((n = unit_at(s, next, 0x6708, 0xC6D4, &month))) {
        end = next + n;
        uint32_t after = char_at(s, end);
        next = blanks(s, end);
        if (after == 0x9593 || after == 0x500B) /* 3月間: a span of time */
            return false;
        if ((n = unit_at(s, next, 0x65E5, 0xC77C, &day)))
            end = next + n;
    }
    if ((year && !year_ok(year)) || (month && !month_ok(month)) || (!year && !month))
        return false;
    if (day && year && !date_valid((Date){year, month, day}))
        return false;
    *out = (When){.date = {year, month, day}, .from = at, .to = end};
    return true;
}

/* ---- dates with month names, and dates told from the day of writing ---- */

static size_t ordinal(Str s, size_t at) {
    static const char *const marks[] = {"st", "nd", "rd", "th", "er", "re", "e", "o", ".", "\xC2\xB0"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        Str mark = str_of(marks[i]);
        if (str_starts(str_sub(s, at, s.len), mark) && (mark.data[0] == '.' || !alnum_at(s, at + mark.len)))
            return mark.len;
    }
    return 0;
}

/* "of", "de", "the", "le", commas and blanks between the parts of a date. */
static size_t filler(Str s, size_t at) {
    static const char *const words[] = {"of", "de", "del", "the", "le", "do", "in", "en", "\xD0\xB3"};
    for (bool again = true; again;) {
        again = false;
        while (at < s.len && (s.data[at] == ' ' || s.data[at] == ',' || s.data[at] == '\n' || s.data[at] == '.'))
            at++;
        for (size_t i = 0; i < sizeof words / sizeof *words && !again; i++) {
            Str word = str_of(words[i]);
            if (str_starts(str_sub(s, at, s.len), word) && at + word.len < s.len && s.data[at + word.len] == ' ') {
                at += word.len;
                again = true;
            }
        }
    }
    return at;
}

/* A year behind a month: "2020", "'20", "-20", "/20", "/2020". */
static size_t year_after(Str s, size_t at, int *year) {
    size_t start = at < s.len && (s.data[at] == '-' || s.data[at] == '/' || s.data[at] == '_') ? at + 1 : filler(s, at);
    bool marked = start == at + 1 && s.data[at] != ' ';
    if (start + 2 < s.len && s.data[start] == '/' && s.data[start + 1] == ' ' && start > at) /* "Feb / 2021" */
        start += 2;
    if (start < s.len && s.data[start] == '\'') {
        start++;
        marked = true;
    }
    size_t n = number_at(s, start, year);
    if (n == 2 && marked)
        *year += 2000;
    else if (n != 4)
        return 0;
    return year_ok(*year) && ends_clean(s, start + n) ? start + n : 0;
}

/* The last such month gone by, seen from the day of writing. */
static int year_of_last(int month, Date written) {
    return month < written.month ? written.year : written.year - 1;
}

static size_t relative_after(const Lexicon *lexicon, Str s, size_t at, const WhenHabit *habit, int month, int *year) {
    Hit hit;
    if (!date_given(habit->written) || !lexicon_at(lexicon, s, filler(s, at), LEX_RELATIVE, &hit))
        return 0;
    if (hit.key == RELATIVE_LAST)
        *year = year_of_last(month, habit->written);
    else if (hit.key == RELATIVE_LAST_YEAR)
        *year = habit->written.year - 1;
    else if (hit.key == RELATIVE_THIS_YEAR || hit.key == RELATIVE_THIS)
        *year = habit->written.year;
    else
        return 0;
    return hit.to;
}

static bool month_name(const Lexicon *lexicon, Str s, size_t at, Hit *hit) {
    return lexicon_at(lexicon, s, at, LEX_MONTH, hit);
}

/* Is the month word one of the ticket's language or of English, or does a figure stand beside it? */
static bool month_trusted(const Hit *hit, const WhenHabit *habit, bool beside_figure) {
    unsigned own = 1u << LANGUAGE_EN;
    if (habit->language < LANGUAGE_COUNT)
        own |= 1u << habit->language;
    return beside_figure || (hit->languages & own);
}

/* "March 4, 2021", "March 2021", "Jan-21", "février dernier", "March". */
static bool named_from_month(const Lexicon *lexicon, Str s, size_t at, int day, const WhenHabit *habit, When *out) {
    Hit hit;
    if (!month_name(lexicon, s, at, &hit))
        return false;
    size_t end = hit.to;
    int year = 0, number;
    size_t stop = year_after(s, end, &year);
    if (!stop && !day) { /* the day behind the month */
        size_t start = filler(s, end);
        size_t n = number_at(s, start, &number);
        if (n && n <= 2 && number >= 1 && number <= 31) {
            size_t after = start + n + ordinal(s, start + n);
            size_t with_year = year_after(s, after, &year);
            if (with_year && s.data[start + n] != '-') {
                day = number;
                stop = with_year;
            }
        }
    }
    if (!stop)
        stop = relative_after(lexicon, s, end, habit, hit.key, &year);
    if (!month_trusted(&hit, habit, stop || day))
        return false;
    *out = (When){.date = {year, hit.key, day}, .from = at, .to = stop ? stop : end};
    if (year && day && !date_valid(out->date))
        return false;
    return true;
}

/* "4 March 2021", "1er mars 2021", "5. Januar 2020", "4th of March". */
static bool named_from_day(const Lexicon *lexicon, Str s, size_t at, const WhenHabit *habit, When *out) {
    int day;
    size_t n = number_at(s, at, &day);
    if (!n || n > 2 || day < 1 || day > 31)
        return false;
    size_t next = at + n + ordinal(s, at + n);
    next = next < s.len && (s.data[next] == '-' || s.data[next] == '/') ? next + 1 : filler(s, next);
    if (!named_from_month(lexicon, s, next, day, habit, out))
        return false;
    out->from = at;
    return true;
}

/* "2021 March", "2020 janvier". */
static bool named_from_year(const Lexicon *lexicon, Str s, size_t at, When *out) {
    int year;
    Hit hit;
    if (number_at(s, at, &year) != 4 || !year_ok(year))
        return false;
    size_t next = at + 4;
    while (next < s.len && next - at < 7 && strchr(" ,-/.", s.data[next]))
        next++;
    if (next == at + 4 || !month_name(lexicon, s, next, &hit))
        return false;
    *out = (When){.date = {year, hit.key, 0}, .from = at, .to = hit.to};
    return true;
}

static bool relative_date(const Lexicon *lexicon, Str s, size_t at, const WhenHabit *habit, When *out) {
    Hit hit;
    if (!date_given(habit->written) || !lexicon_at(lexicon, s, at, LEX_RELATIVE, &hit))
        return false;
    int index = date_month_index(habit->written), year;
    *out = (When){.relative = true, .from = at, .to = hit.to};
    switch (hit.key) {
    case RELATIVE_LAST_MONTH: out->date = date_of_month_index(index - 1, 0); return true;
    case RELATIVE_THIS_MONTH: out->date = date_of_month_index(index, 0); return true;
    case RELATIVE_BEFORE_LAST: out->date = date_of_month_index(index - 2, 0); return true;
    case RELATIVE_LAST_YEAR:
    case RELATIVE_THIS_YEAR:
    case RELATIVE_LAST:
    case RELATIVE_THIS: { /* "last February", 去年12月 */
        When month;
        WhenHabit plain = *habit;
        size_t next = filler(s, hit.to);
        if ((!named_from_month(lexicon, s, next, 0, &plain, &month) && !east_date(s, next, habit, &month)) ||
            month.date.year || !month.date.month)
            return false;
        bool last_year = hit.key == RELATIVE_LAST_YEAR;
        year = hit.key == RELATIVE_LAST ? year_of_last(month.date.month, habit->written)
                                        : habit->written.year - last_year;
        out->date = (Date){year, month.date.month, month.date.day};
        out->to = month.to;
        return true;
    }
    default: return false;
    }
}

static bool date_at(const Lexicon *lexicon, Str s, size_t at, const WhenHabit *habit, bool cell, When *out) {
    if (at >= s.len || !begins_clean(s, at))
        return false;
    if (is_digit(s.data[at]))
        return numeric_date(s, at, habit, cell, out) || east_date(s, at, habit, out) ||
               named_from_day(lexicon, s, at, habit, out) || named_from_year(lexicon, s, at, out);
    return east_date(s, at, habit, out) || relative_date(lexicon, s, at, habit, out) ||
           named_from_month(lexicon, s, at, 0, habit, out);
}

bool when_at(const Lexicon *lexicon, Str s, size_t at, const WhenHabit *habit, When *out) {
    return date_at(lexicon, s, at, habit, false, out);
}

/* ---- whole cells ---- */

static bool digits_between(Str s, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (is_digit(s.data[i]))
            return true;
    return false;
}

/* All month words of the cell, in any language, name one month: "December (Aralık)". 0 for none, -1 for several. */
static int month_named(const Lexicon *lexicon, Str s) {
    int month = 0;
    for (size_t at = 0; at < s.len; at++) {
        Hit hit;
        if (((unsigned char)s.data[at] & 0xC0) == 0x80 || !month_name(lexicon, s, at, &hit))
            continue;
        if (month && month != hit.key)
            return -1;
        month = hit.key;
        at = hit.to - 1;
    }
    return month;
}

/* "20200105" and "202001". */
static bool compact_date(Str s, WhenAsked asked, When *out) {
    int year, month, day = 0;
    bool whole = s.len == 8, digits = s.len == 6 || whole;
    for (size_t i = 0; digits && i < s.len; i++)
        digits = is_digit(s.data[i]);
    if (!digits || asked == WHEN_YEAR || asked == WHEN_MONTH || (asked == WHEN_DATE && !whole))
        return false;
    number_at(str_sub(s, 0, 4), 0, &year);
    number_at(str_sub(s, 4, 6), 0, &month);
    number_at(s, 6, &day);
    out->date = (Date){year, month, day};
    return year_ok(year) && (whole ? date_valid(out->date) : month_ok(month));
}

static bool bare_year(Str s, When *out) {
    int n;
    size_t from = s.data[0] == '\'', len = number_at(s, from, &n), end = from + len;
    uint32_t unit = char_at(s, blanks(s, end));
    if (len == 2 && n >= 10) /* under a label that asks for a year, '20 is 2020 */
        n += 2000;
    out->date = (Date){n, 0, 0};
    return (len == 4 || (len == 2 && end == s.len)) && year_ok(n) && unit != 0x6708 &&
           (end == s.len || unit == 0x5E74 || unit == 0xB144 || !alnum_at(s, end));
}

static bool bare_month(const Lexicon *lexicon, Str s, When *out) {
    int n;
    size_t end = number_at(s, 0, &n);
    uint32_t unit = char_at(s, blanks(s, end));
    int named = month_named(lexicon, s);
    out->date = (Date){0, n, 0};
    if (!end || end > 2 || !month_ok(n) || (named && named != n)) /* "3 (January)" */
        return false;
    return end == s.len || unit == 0x6708 || unit == 0xC6D4 || s.data[end] == '.' || s.data[end] == ' ' ||
           s.data[end] == '(';
}

/* "01/20": read as a period only where one is asked for. */
static bool short_period(Str s, When *out) {
    Parts p;
    bool fits = parts_read(s, 0, true, &p) && p.n == 2 && p.end == s.len && p.len[0] <= 2 && p.len[1] == 2 && p.sep != '.';
    out->date = (Date){2000 + p.value[1], p.value[0], 0};
    return fits && month_ok(p.value[0]) && p.value[1] > 12;
}

static bool bare_number(const Lexicon *lexicon, Str s, WhenAsked asked, When *out) {
    size_t end = s.data[0] == '\'';
    *out = (When){.to = s.len};
    if (compact_date(s, asked, out) || (asked == WHEN_PERIOD && short_period(s, out)))
        return true;
    while (end < s.len && is_digit(s.data[end]))
        end++;
    if (digits_between(s, end, s.len))
        return false;
    return asked == WHEN_YEAR ? bare_year(s, out)
                              : (asked == WHEN_MONTH || asked == WHEN_PERIOD) && bare_month(lexicon, s, out);
}

/* "10:30", "at 00:00:00", "t09:30:00z" behind a date. */
static size_t time_end(Str s, size_t at) {
    size_t next = at + (at < s.len && s.data[at] == 't');
    while (next < s.len && s.data[next] == ' ')
        next++;
    size_t first = next;
    while (next < s.len && (is_digit(s.data[next]) || s.data[next] == ':' || s.data[next] == '.'))
        next++;
    bool time = next - first >= 4 && str_find_char(str_sub(s, first, next), ':') > 0;
    return time ? next : at;
}

static bool same_month(Date a, Date b) {
    return a.month == b.month && (a.year == b.year || !a.year || !b.year);
}

/* The one date or period of the cell; false when there is none, or two that differ. */
static bool only_date(const Lexicon *lexicon, Str s, const WhenHabit *habit, When *out) {
    When next;
    bool any = false;
    for (size_t at = 0; at < s.len; at++) {
        if (((unsigned char)s.data[at] & 0xC0) == 0x80 || !date_at(lexicon, s, at, habit, true, &next))
            continue;
        if (any && !same_month(out->date, next.date))
            return false;
        next.to = next.date.day ? time_end(s, next.to) : next.to;
        if (any ? digits_between(s, out->to, next.from) : digits_between(s, 0, next.from))
            return false;
        size_t from = any ? out->from : next.from;
        if (!any || next.date.year)
            *out = next;
        out->from = from;
        out->to = next.to;
        any = true;
        at = next.to - 1;
    }
    return any && !digits_between(s, out->to, s.len);
}

bool when_read(const Lexicon *lexicon, Arena *arena, Str raw, WhenAsked asked, const WhenHabit *habit, When *out) {
    Str s = text_folded(arena, str_trim(raw));
    size_t from = 0;
    while (from < s.len && strchr("(\"*:", s.data[from]))
        from++;
    s = str_sub(s, from, s.len);
    if (s.len == 0)
        return false;
    When found;
    if (only_date(lexicon, s, habit, &found)) {
        *out = found;
        return asked != WHEN_YEAR || found.date.year;
    }
    if (bare_number(lexicon, s, asked, out))
        return true;
    int month = month_named(lexicon, s);
    *out = (When){.date = {0, month, 0}, .to = s.len};
    return asked != WHEN_YEAR && month > 0 && !digits_between(s, 0, s.len);
}

/* ---- habits ---- */

DayOrder when_order_of_text(const Lexicon *lexicon, const Text *text) {
    (void)lexicon;
    Str s = text->folded;
    bool day = false, month = false;
    for (size_t at = 0; at < s.len; at++) {
        if (!is_digit(s.data[at]) || !begins_clean(s, at))
            continue;
        When a, b;
        const WhenHabit first = {.order = ORDER_DAY_FIRST, .language = LANGUAGE_UNKNOWN};
        const WhenHabit second = {.order = ORDER_MONTH_FIRST, .language = LANGUAGE_UNKNOWN};
        if (!numeric_date(s, at, &first, false, &a) || !numeric_date(s, at, &second, false, &b))
            continue;
        if (a.date.day && date_cmp(a.date, b.date) == 0 && a.date.day > 12) {
            int lead;
            number_at(s, at, &lead);
            day |= lead == a.date.day;
            month |= lead == a.date.month;
        }
        at = a.to - 1;
    }
    return day && !month ? ORDER_DAY_FIRST : month && !day ? ORDER_MONTH_FIRST : ORDER_UNKNOWN;
}

DayOrder when_order_of_language(Language language) {
    return language == LANGUAGE_EN || language == LANGUAGE_UNKNOWN || writes_year_first(language) ? ORDER_UNKNOWN
                                                                                                  : ORDER_DAY_FIRST;
}
