#include "parsers/when_part.h"

#include "base/utf8.h"
#include "base/banned.h"

/* ---- dates with month names, and dates told from the day of writing ---- */

static size_t ordinal(Str s, size_t at) {
    static const Str marks[] = {STR("st"), STR("nd"), STR("rd"), STR("th"), STR("er"),
                                STR("re"), STR("e"),  STR("o"),  STR("."),  STR("\xC2\xB0")};
    if (at >= s.len || s.data[at] == ' ')
        return 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(str_sub(s, at, s.len), marks[i]) && (marks[i].data[0] == '.' || !when_alnum(s, at + marks[i].len)))
            return marks[i].len;
    return 0;
}

/* "of", "de", "the", "le", commas and blanks between the parts of a date. */
static size_t filler(Str s, size_t at) {
    static const Str words[] = {STR("of"), STR("de"), STR("del"), STR("the"),     STR("le"),
                                STR("do"), STR("in"), STR("en"),  STR("\xD0\xB3")};
    for (bool again = true; again;) {
        again = false;
        while (at < s.len && (s.data[at] == ' ' || s.data[at] == ',' || s.data[at] == '\n' || s.data[at] == '.'))
            at++;
        bool may = at < s.len && (s.data[at] >= 'a' || (unsigned char)s.data[at] >= 0x80);
        for (size_t i = 0; may && i < sizeof words / sizeof *words && !again; i++) {
            size_t end = at + words[i].len;
            if (str_starts(str_sub(s, at, s.len), words[i]) && end < s.len && s.data[end] == ' ') {
                at = end;
                again = true;
            }
        }
    }
    return at;
}

/* A year behind a month: "2020", "'20", "-20", ".-20", "/20", "/2020". */
static size_t year_after(Str s, size_t at, int *year) {
    if (at + 1 < s.len && s.data[at] == '.' && s.data[at + 1] != ' ')
        at++;
    size_t start = at < s.len && (s.data[at] == '-' || s.data[at] == '/' || s.data[at] == '_') ? at + 1 : filler(s, at);
    bool marked = start == at + 1 && s.data[at] != ' ';
    if (start + 2 < s.len && s.data[start] == '/' && s.data[start + 1] == ' ' && start > at) /* "Feb / 2021" */
        start += 2;
    if (start < s.len && s.data[start] == '\'') {
        start++;
        marked = true;
    }
    size_t n = when_number(s, start, year);
    if (n == 2 && marked)
        *year += 2000;
    else if (n != 4)
        return 0;
    return when_year_ok(*year) && when_ends(s, start + n) ? start + n : 0;
}

static bool relative_word(const Lexicon *lexicon, const Text *text, size_t at, Hit *hit) {
    return lexicon_in(lexicon, text, text->folded.len, at, LEX_RELATIVE, hit);
}

/* The last such month gone by, seen from the day of writing. */
static int year_of_last(int month, Date written) {
    return month < written.month ? written.year : written.year - 1;
}

static size_t relative_after(const Lexicon *lexicon, const Text *text, size_t at, const WhenHabit *habit, int month, int *year) {
    Hit hit;
    if (!date_given(habit->written) || !relative_word(lexicon, text, filler(text->folded, at), &hit))
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

bool when_month_name(const Lexicon *lexicon, const Text *text, size_t at, Hit *hit) {
    return lexicon_in(lexicon, text, text->folded.len, at, LEX_MONTH, hit);
}

/* Is the month word one of the ticket's language or of English, or does a figure stand beside it? */
static bool month_trusted(const Hit *hit, const WhenHabit *habit, bool beside_figure) {
    unsigned own = 1u << LANGUAGE_EN;
    if (habit->language < LANGUAGE_COUNT)
        own |= 1u << habit->language;
    return beside_figure || (hit->languages & own);
}

/* "March 4, 2021", "March 2021", "Jan-21", "février dernier", "March". */
static bool named_from_month(const Lexicon *lexicon, const Text *text, size_t at, int day, const WhenHabit *habit, When *out) {
    Str s = text->folded;
    Hit hit;
    if (!when_month_name(lexicon, text, at, &hit))
        return false;
    size_t end = hit.to;
    int year = 0, number;
    size_t stop = year_after(s, end, &year);
    if (!stop)
        year = 0;
    if (!stop && !day) { /* the day behind the month */
        size_t start = filler(s, end);
        size_t n = when_number(s, start, &number);
        if (n && n <= 2 && number >= 1 && number <= 31) {
            size_t after = start + n + ordinal(s, start + n);
            size_t with_year = year_after(s, after, &year);
            if (with_year && s.data[start + n] != '-') {
                day = number;
                stop = with_year;
            } else {
                year = 0;
            }
        }
    }
    if (!stop)
        stop = relative_after(lexicon, text, end, habit, hit.key, &year);
    if (!month_trusted(&hit, habit, stop || day))
        return false;
    *out = (When){.date = {year, hit.key, day}, .from = at, .to = stop ? stop : end};
    if (year && day && !date_valid(out->date))
        return false;
    return true;
}

/* "4 March 2021", "1er mars 2021", "5. Januar 2020", "4th of March". */
static bool named_from_day(const Lexicon *lexicon, const Text *text, size_t at, const WhenHabit *habit, When *out) {
    Str s = text->folded;
    int day;
    size_t n = when_number(s, at, &day);
    if (!n || n > 2 || day < 1 || day > 31)
        return false;
    n += at + n < s.len && s.data[at + n] == '"'; /* «14» января 2021 г. */
    size_t next = at + n + ordinal(s, at + n);
    next = next < s.len && (s.data[next] == '-' || s.data[next] == '/') ? next + 1 : filler(s, next);
    if (!named_from_month(lexicon, text, next, day, habit, out))
        return false;
    out->from = at;
    return true;
}

/* "2021 March", "2020 janvier". */
static bool named_from_year(const Lexicon *lexicon, const Text *text, size_t at, When *out) {
    Str s = text->folded;
    int year;
    Hit hit;
    if (when_number(s, at, &year) != 4 || !when_year_ok(year))
        return false;
    size_t next = at + 4;
    while (next < s.len && next - at < 7 && strchr(" ,-/.", s.data[next]))
        next++;
    if (next == at + 4 || !when_month_name(lexicon, text, next, &hit))
        return false;
    *out = (When){.date = {year, hit.key, 0}, .from = at, .to = hit.to};
    return true;
}

/* 計上月, 以上月份: the 上月 in them is no last month. */
static bool is_inside_word(Str s, size_t at) {
    static const Str words[] = {STR("計"), STR("计"), STR("以"), STR("線"), STR("线"), STR("同")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_ends(str_sub(s, 0, at), words[i]) && str_starts(str_sub(s, at, s.len), STR("上")))
            return true;
    return false;
}

static bool relative_date(const Lexicon *lexicon, const Text *text, size_t at, const WhenHabit *habit, When *out) {
    Str s = text->folded;
    Hit hit;
    if (!date_given(habit->written) || !relative_word(lexicon, text, at, &hit) || is_inside_word(s, at) ||
        !month_trusted(&hit, habit, false))
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
        if ((!named_from_month(lexicon, text, next, 0, &plain, &month) && !when_east(s, next, habit, &month)) ||
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

bool when_anywhere(const Lexicon *lexicon, const Text *text, size_t at, const WhenHabit *habit, bool cell, When *out) {
    Str s = text->folded;
    if (at >= s.len || !when_begins(s, at))
        return false;
    if (when_digit(s.data[at]))
        return when_figures(s, at, habit, cell, out) || when_east(s, at, habit, out) ||
               named_from_day(lexicon, text, at, habit, out) || named_from_year(lexicon, text, at, out);
    return (s.data[at] < 's' && s.data[at] > 'g' && when_figures(s, at, habit, cell, out)) ||
           when_east(s, at, habit, out) || relative_date(lexicon, text, at, habit, out) ||
           named_from_month(lexicon, text, at, 0, habit, out);
}

bool when_at(const Lexicon *lexicon, const Text *text, size_t to, size_t at, const WhenHabit *habit, When *out) {
    Text cut = text_part(text, 0, to);
    return when_anywhere(lexicon, &cut, at, habit, false, out);
}

/* ---- habits ---- */

DayOrder when_order_of_text(const Lexicon *lexicon, const Text *text) {
    (void)lexicon;
    Str s = text->folded;
    bool day = false, month = false;
    for (size_t at = str_digit_from(s, 0), end; at < s.len; at = str_digit_from(s, at + 1)) {
        for (end = at + 1; end < s.len && when_digit(s.data[end]);)
            end++;
        bool parted = end < s.len && (s.data[end] == '.' || s.data[end] == '-' || s.data[end] == '/');
        When a, b;
        const WhenHabit first = {.order = ORDER_DAY_FIRST, .language = LANGUAGE_UNKNOWN};
        const WhenHabit second = {.order = ORDER_MONTH_FIRST, .language = LANGUAGE_UNKNOWN};
        if (!parted || !when_begins(s, at) || !when_figures(s, at, &first, false, &a) ||
            !when_figures(s, at, &second, false, &b)) {
            at = end;
            continue;
        }
        if (a.date.day && date_cmp(a.date, b.date) == 0 && a.date.day > 12) {
            int lead;
            when_number(s, at, &lead);
            day |= lead == a.date.day;
            month |= lead == a.date.month;
        }
        at = a.to - 1;
    }
    return day && !month ? ORDER_DAY_FIRST : month && !day ? ORDER_MONTH_FIRST : ORDER_UNKNOWN;
}

DayOrder when_order_of_language(Language language) {
    return language == LANGUAGE_EN || language == LANGUAGE_UNKNOWN || when_year_first(language) ? ORDER_UNKNOWN
                                                                                                  : ORDER_DAY_FIRST;
}
