#include "parsers/when.h"

#include "base/utf8.h"
#include "base/banned.h"

#define YEAR_FIRST 2000 /* the programme knows no older purchases */
#define YEAR_LAST 2099

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

static bool numeric_date(Str s, size_t at, const WhenHabit *habit, When *out) {
    int n[3];
    size_t len[3], end = at;
    char sep = 0;
    int parts = 0;
    for (; parts < 3; parts++) {
        if (parts) {
            char c = end < s.len ? s.data[end] : 0;
            if ((c != '-' && c != '/' && c != '.') || (sep && c != sep))
                break;
            size_t next = end + 1;
            if (c == '.' && next < s.len && s.data[next] == ' ' && (parts < 2 || sep == '.'))
                next++;
            if (!number_at(s, next, &n[parts]) || (sep = c, false))
                break;
            end = next;
        }
        len[parts] = number_at(s, end, &n[parts]);
        if (!len[parts])
            return false;
        end += len[parts];
    }
    if (!ends_clean(s, end))
        return false;
    *out = (When){.from = at, .to = end};
    if (parts == 3 && len[0] == 4 && len[1] <= 2 && len[2] <= 2) {
        out->date = (Date){n[0], n[1], n[2]};
        return year_ok(n[0]) && date_valid(out->date);
    }
    if (parts == 3 && len[0] <= 2 && len[1] <= 2 && (len[2] == 4 || (len[2] == 2 && sep != '-'))) {
        int year = len[2] == 4 ? n[2] : 2000 + n[2];
        Date day_first = {year, n[1], n[0]}, month_first = {year, n[0], n[1]};
        bool a = date_valid(day_first), b = date_valid(month_first);
        if (!year_ok(year) || (!a && !b))
            return false;
        DayOrder order = sep == '.' ? ORDER_DAY_FIRST : habit->order;
        if (order == ORDER_UNKNOWN)
            order = when_order_of_language(habit->language);
        out->date = !a || (b && order == ORDER_MONTH_FIRST) ? month_first : day_first;
        if (a && b && n[0] != n[1] && order == ORDER_UNKNOWN) {
            out->ambiguous = true;
            out->other = month_first;
        }
        return true;
    }
    if (parts == 2 && len[0] == 4 && len[1] == 2 && sep != '.') {
        out->date = (Date){n[0], n[1], 0};
        return year_ok(n[0]) && month_ok(n[1]);
    }
    if (parts == 2 && len[0] <= 2 && len[1] == 4) {
        out->date = (Date){n[1], n[0], 0};
        return year_ok(n[1]) && month_ok(n[0]);
    }
    return false;
}

/* ---- dates with 年月日 and 년월일, and Japanese and Taiwanese eras ---- */

static size_t era_at(Str s, size_t at, int *offset) {
    static const struct {
        const char *word;
        int offset;
    } eras[] = {{"令和", 2018}, {"平成", 1988}, {"民國", 1911}, {"民国", 1911}};
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

static bool east_date(Str s, size_t at, When *out) {
    int offset, year = 0, month = 0, day = 0;
    size_t era = era_at(s, at, &offset), end = at + era, n;
    if (era)
        end = blanks(s, end);
    if (era && char_at(s, end) == 0x5143 && char_at(s, end + 3) == 0x5E74) { /* 元年: the first year of an era */
        year = 1;
        end += 6;
    } else if ((n = unit_at(s, end, 0x5E74, 0xB144, &year))) {
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
    size_t next = at + 4 < s.len && (s.data[at + 4] == '-' || s.data[at + 4] == '/') ? at + 5 : blanks(s, at + 4);
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
        if ((!named_from_month(lexicon, s, next, 0, &plain, &month) && !east_date(s, next, &month)) ||
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

bool when_at(const Lexicon *lexicon, Str s, size_t at, const WhenHabit *habit, When *out) {
    if (at >= s.len || !begins_clean(s, at))
        return false;
    if (is_digit(s.data[at]))
        return numeric_date(s, at, habit, out) || east_date(s, at, out) ||
               named_from_day(lexicon, s, at, habit, out) || named_from_year(lexicon, s, at, out);
    return east_date(s, at, out) || relative_date(lexicon, s, at, habit, out) ||
           named_from_month(lexicon, s, at, 0, habit, out);
}

/* ---- whole cells ---- */

static bool digits_between(Str s, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (is_digit(s.data[i]))
            return true;
    return false;
}

static bool bare_number(Str s, WhenAsked asked, When *out) {
    int n;
    size_t len = number_at(s, 0, &n), end = len;
    uint32_t unit = char_at(s, blanks(s, len));
    *out = (When){.from = 0, .to = s.len};
    if (!len || digits_between(s, end, s.len))
        return false;
    if (asked == WHEN_YEAR && len == 4 && year_ok(n) && unit != 0x6708) {
        out->date = (Date){n, 0, 0};
        return end == s.len || unit == 0x5E74 || unit == 0xB144 || !alnum_at(s, end);
    }
    if ((asked == WHEN_MONTH || asked == WHEN_PERIOD) && len <= 2 && month_ok(n)) {
        out->date = (Date){0, n, 0};
        return end == s.len || unit == 0x6708 || unit == 0xC6D4 || s.data[end] == '.' || s.data[end] == ' ' ||
               s.data[end] == '(';
    }
    return false;
}

/* All month words of the cell, in any language, name one month: "December (Aralık)". */
static bool lone_month(const Lexicon *lexicon, Str s, When *out) {
    int month = 0;
    for (size_t at = 0; at < s.len; at++) {
        Hit hit;
        if (((unsigned char)s.data[at] & 0xC0) == 0x80 || !lexicon_at(lexicon, s, at, LEX_MONTH, &hit))
            continue;
        if (month && month != hit.key)
            return false;
        month = hit.key;
        at = hit.to - 1;
    }
    *out = (When){.date = {0, month, 0}, .from = 0, .to = s.len};
    return month != 0 && !digits_between(s, 0, s.len);
}

bool when_read(const Lexicon *lexicon, Arena *arena, Str raw, WhenAsked asked, const WhenHabit *habit, When *out) {
    Str s = text_folded(arena, str_trim(raw));
    size_t from = 0;
    while (from < s.len && strchr("('\"*:", s.data[from]))
        from++;
    s = str_sub(s, from, s.len);
    if (s.len == 0)
        return false;
    When found = {0}, next;
    bool any = false;
    for (size_t at = 0; at < s.len; at++) {
        if (((unsigned char)s.data[at] & 0xC0) == 0x80 || !when_at(lexicon, s, at, habit, &next))
            continue;
        if (any && date_cmp(found.date, next.date) && next.date.month != found.date.month)
            return false;
        if (!any || next.date.year)
            found = next;
        any = true;
        at = next.to - 1;
    }
    if (any && !digits_between(s, 0, found.from) && !digits_between(s, found.to, s.len)) {
        *out = found;
        return asked != WHEN_YEAR || found.date.year;
    }
    return bare_number(s, asked, out) || (asked != WHEN_YEAR && lone_month(lexicon, s, out));
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
        if (!numeric_date(s, at, &first, &a) || !numeric_date(s, at, &second, &b))
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
    return language == LANGUAGE_EN || language == LANGUAGE_UNKNOWN ? ORDER_UNKNOWN : ORDER_DAY_FIRST;
}
