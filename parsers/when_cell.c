/* when_read(): a cell or label value that should be nothing but a date or period. */
#include "parsers/when_part.h"

#include "base/utf8.h"
#include "base/banned.h"

/* ---- whole cells ---- */

static bool digits_between(Str s, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (when_digit(s.data[i]))
            return true;
    return false;
}

/* All month words of the cell, in any language, name one month: "December (Aralık)". 0 for none, -1 for several. */
static int month_named(const Lexicon *lexicon, const Text *text) {
    Str s = text->folded;
    int month = 0;
    for (size_t at = 0; at < s.len; at++) {
        Hit hit;
        if (((unsigned char)s.data[at] & 0xC0) == 0x80 || !when_month_name(lexicon, text, at, &hit))
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
        digits = when_digit(s.data[i]);
    if (!digits || asked == WHEN_YEAR || asked == WHEN_MONTH || (asked == WHEN_DATE && !whole))
        return false;
    when_number(str_sub(s, 0, 4), 0, &year);
    when_number(str_sub(s, 4, 6), 0, &month);
    when_number(s, 6, &day);
    out->date = (Date){year, month, day};
    return when_year_ok(year) && (whole ? date_valid(out->date) : when_month_ok(month));
}

static bool bare_year(Str s, When *out) {
    int n;
    size_t end = when_number(s, 0, &n);
    uint32_t unit = when_char(s, when_blanks(s, end));
    if (end == 2 && unit == 0xB144) { /* "21년" */
        end = 4;
        n += 2000;
    }
    out->date = (Date){n, 0, 0};
    return end == 4 && when_year_ok(n) && unit != 0x6708 &&
           (end == s.len || unit == 0x5E74 || unit == 0xB144 || !when_alnum(s, end));
}

static bool bare_month(const Lexicon *lexicon, const Text *text, When *out) {
    Str s = text->folded;
    int n;
    size_t end = when_number(s, 0, &n);
    uint32_t unit = when_char(s, when_blanks(s, end));
    int named = month_named(lexicon, text);
    out->date = (Date){0, n, 0};
    if (!end || end > 2 || !when_month_ok(n) || (named && named != n)) /* "3 (January)" */
        return false;
    return end == s.len || unit == 0x6708 || unit == 0xC6D4 || s.data[end] == '.' || s.data[end] == ' ' ||
           s.data[end] == '(';
}

/* "01/20": read as a period only where one is asked for. */
static bool short_period(Str s, When *out) {
    Parts p;
    bool fits = when_parts(s, 0, true, &p) && p.n == 2 && p.end == s.len && p.len[0] <= 2 && p.len[1] == 2 && p.sep != '.';
    out->date = (Date){2000 + p.value[1], p.value[0], 0};
    return fits && when_month_ok(p.value[0]) && p.value[1] > 12;
}

/* "Jan. 21" where a period is asked for: no purchase is told by its day alone. */
static bool named_period(const Lexicon *lexicon, const Text *text, When *out) {
    Str s = text->folded;
    Hit hit;
    int year;
    if (!when_month_name(lexicon, text, 0, &hit))
        return false;
    size_t at = hit.to;
    while (at < s.len && strchr(" .'-/", s.data[at]))
        at++;
    if (at == hit.to || when_number(s, at, &year) != 2 || at + 2 != s.len || year <= 12)
        return false;
    out->date = (Date){2000 + year, hit.key, 0};
    return true;
}

static bool bare_number(const Lexicon *lexicon, const Text *text, WhenAsked asked, When *out) {
    Str s = text->folded;
    size_t end = 0;
    *out = (When){.to = s.len};
    bool period = asked == WHEN_PERIOD || asked == WHEN_MONTH;
    if (compact_date(s, asked, out) || (asked == WHEN_PERIOD && short_period(s, out)) || (period && named_period(lexicon, text, out)))
        return true;
    while (end < s.len && when_digit(s.data[end]))
        end++;
    if (digits_between(s, end, s.len))
        return false;
    return asked == WHEN_YEAR ? bare_year(s, out)
                              : (asked == WHEN_MONTH || asked == WHEN_PERIOD) && bare_month(lexicon, text, out);
}

static size_t digits_end(Str s, size_t at) {
    while (at < s.len && when_digit(s.data[at]))
        at++;
    return at;
}

/* "10:30", "à 10h30", "t09:30:00z" behind a date. */
static size_t time_end(Str s, size_t at) {
    size_t next = at, size;
    for (; next < s.len && next - at < 6 && !when_digit(s.data[next]); next += size) {
        uint32_t c = utf8_decode(s, next, &size);
        if (c != ' ' && c != ',' && !text_is_letter(c))
            return at;
    }
    size_t end = digits_end(s, next);
    if (end == next || end - next > 2 || end >= s.len || (s.data[end] != ':' && s.data[end] != 'h'))
        return at;
    while (end < s.len && (when_digit(s.data[end]) || strchr(":.h", s.data[end])))
        end++;
    return end;
}

static bool same_month(Date a, Date b) {
    return a.month == b.month && (a.year == b.year || !a.year || !b.year);
}

/* The one date or period of the cell; false when there is none, or two that differ. */
static bool only_date(const Lexicon *lexicon, const Text *text, const WhenHabit *habit, When *out) {
    Str s = text->folded;
    When next;
    bool any = false;
    for (size_t at = 0; at < s.len; at++) {
        if (((unsigned char)s.data[at] & 0xC0) == 0x80 || !when_anywhere(lexicon, text, at, habit, true, &next))
            continue;
        bool parts = any && out->date.month && !out->date.year && next.date.year && !next.date.month; /* 1月/2021年 */
        if (parts)
            next.date = (Date){next.date.year, out->date.month, out->date.day};
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

static bool read_cell(const Lexicon *lexicon, const Text *text, WhenAsked asked, const WhenHabit *habit, When *out) {
    Str s = text->folded;
    When found;
    if (s.len == 0)
        return false;
    if (only_date(lexicon, text, habit, &found)) {
        *out = found;
        return asked != WHEN_YEAR || found.date.year;
    }
    if (bare_number(lexicon, text, asked, out))
        return true;
    int month = month_named(lexicon, text);
    *out = (When){.date = {0, month, 0}, .to = s.len};
    return asked != WHEN_YEAR && month > 0 && !digits_between(s, 0, s.len);
}

bool when_read_in(const Lexicon *lexicon, const Text *text, size_t from, size_t to, WhenAsked asked, const WhenHabit *habit, When *out) {
    while (from < to && strchr(" \t\n", text->folded.data[from]))
        from++;
    while (from < to && strchr("('\"*:", text->folded.data[from]))
        from++;
    while (to > from && strchr(" \t\n", text->folded.data[to - 1]))
        to--;
    Text value = text_part(text, from, to);
    return read_cell(lexicon, &value, asked, habit, out);
}

bool when_read(const Lexicon *lexicon, Arena *arena, Str raw, WhenAsked asked, const WhenHabit *habit, When *out) {
    Text text;
    text_fold(arena, str_trim(raw), &text);
    return when_read_in(lexicon, &text, 0, text.folded.len, asked, habit, out);
}
