#include "parsers/invoice.h"

#include <glib.h>

#include "base/utf8.h"
#include "parsers/when.h"
#include "base/banned.h"

#define TOP_LINES      15 /* with text; where a bare date is the paper's own */
#define SHORT_LABEL    6  /* letters of a mere word for "date" */
#define DATE_WORDS_MAX 12 /* behind a label that are tried as the beginning of a date */
#define WRAPPED_MAX    30 /* bytes of a day and month without their year */
#define DAYS_BELOW     8  /* lines below a label that are looked at for more days */

typedef struct Reader {
    const Page *page;
    const Document *document;
    WhenHabit when;
} Reader;

/* The first day that is written out in folded[from, to). */
static bool day_in(const Reader *r, size_t from, size_t to, When *when) {
    Str s = r->page->text.folded;
    size_t words = 0, size;
    bool begin = true;
    for (size_t at = from; at < to && words < DATE_WORDS_MAX; at += size) {
        uint32_t c = utf8_decode(s, at, &size);
        if (begin && s.data[at] != ' ') {
            words++;
            if (when_at(r->page->lexicon, &r->page->text, s.len, at, &r->when, when) && when->date.day != 0 &&
                when->to <= to + 1 && !when->relative)
                return true;
        }
        begin = c == ' ' || c == ':' || c == '(' || c == ',' || c == '"' || (c >= 0x80 && (!text_is_letter(c) || text_is_cjk(c)));
    }
    return false;
}

static bool is_year(Str s) {
    return s.len == 4 && (s.data[0] == '1' || s.data[0] == '2') && g_ascii_isdigit(s.data[1]) && g_ascii_isdigit(s.data[2]) &&
           g_ascii_isdigit(s.data[3]);
}

/* "29 September" over "2023": a day that a narrow box parts. */
static bool day_wrapped(const Reader *r, const Cell *cell, When *when) {
    const Page *page = r->page;
    const Cell *below = page_below(page, cell);
    Str raw = text_raw(&page->text, cell->from, cell->to), year = below ? text_raw(&page->text, below->from, below->to) : STR("");
    Text text;
    if (!is_year(year) || raw.len > WRAPPED_MAX || !page_has_digit(page, cell->from, cell->to))
        return false;
    text_fold(page->arena, arena_printf(page->arena, STR_FMT " " STR_FMT, STR_ARG(raw), STR_ARG(year)), &text);
    return when_at(page->lexicon, &text, text.folded.len, 0, &r->when, when) && when->date.day != 0 && date_valid(when->date) &&
           when->to == text.folded.len && !when->relative;
}

static bool day_of(const Reader *r, const Sign *label, When *when) {
    const Page *page = r->page;
    const Cell *cell = &page->cells.items[label->cell];
    if (label->to < cell->to && day_in(r, label->to, cell->to, when))
        return true;
    const Cell *right = page_right(page, cell), *below = page_below(page, cell);
    if (label->to + 2 >= cell->to && right && day_in(r, right->from, right->to, when))
        return true;
    return label->to + 2 >= cell->to && below && (day_wrapped(r, below, when) || day_in(r, below->from, below->to, when));
}

/* "Invoice date", "Belegdatum", and not a mere "Date". */
static bool says_which(const Page *page, const Sign *sign) {
    size_t letters = 0, size;
    for (size_t at = sign->from; at < sign->to; at += size, letters++) {
        uint32_t c = utf8_decode(page->text.folded, at, &size);
        if (c == ' ' || text_is_cjk(c))
            return true;
    }
    return letters > SHORT_LABEL;
}

/* Over a column of days: those of the papers that are listed. */
static bool heads_days(const Reader *r, const Sign *label) {
    const Page *page = r->page;
    const Cell *head = &page->cells.items[label->cell];
    size_t days = 0;
    if (page_has_digit(page, page->lines.items[head->line].from, page->lines.items[head->line].to))
        return false;
    for (size_t line = head->line + 1; line < page->lines.len && line <= head->line + DAYS_BELOW && days < 2; line++) {
        const Cell *cell = page->lines.items[line].cells > 1 ? page_under(page, line, head) : NULL;
        When when;
        if (cell && !day_in(r, cell->from, cell->to, &when))
            break; /* the next label of a form */
        days += cell != NULL;
    }
    return days > 1;
}

/* "Invoice date" before a plain "Date". */
static bool date_labelled(const Reader *r, bool full, When *when) {
    const Page *page = r->page;
    for (size_t i = 0; i < page->signs.len; i++) {
        const Sign *sign = &page->signs.items[i];
        if (sign->cue == KIND_DATE && sign->kind != KIND_OTHER && says_which(page, sign) == full &&
            paper_is_label(page, sign) && day_of(r, sign, when) && !heads_days(r, sign))
            return true;
    }
    return false;
}

/* Does the cell speak of another paper or another day: "Your order: 4500731 of 13.01.2021"? */
static bool is_of_another(const Reader *r, const Cell *cell) {
    const Page *page = r->page;
    for (size_t i = page_first_sign(page, cell->from);
         i < page->signs.len && page->signs.items[i].from < cell->to; i++) {
        const Sign *sign = &page->signs.items[i];
        bool paper = sign->cue == KIND_NUMBER || sign->cue == KIND_TITLE;
        if ((sign->cue == KIND_DATE && sign->kind == KIND_OTHER) ||
            (paper && sign->kind != r->document->kind && sign->kind != KIND_OTHER))
            return true;
    }
    return false;
}

/* The byte behind a sign at which its cell goes on with another paper: "Invoice no. 12 for your order 7 of 2 May". */
static size_t own_end(const Reader *r, const Sign *own) {
    const Page *page = r->page;
    const Cell *cell = &page->cells.items[own->cell];
    for (size_t i = page_first_sign(page, own->to); i < page->signs.len && page->signs.items[i].from < cell->to; i++) {
        const Sign *sign = &page->signs.items[i];
        if ((sign->cue == KIND_TITLE || sign->cue == KIND_NUMBER) && sign->kind != own->kind && sign->kind != KIND_OTHER)
            return sign->from;
    }
    return cell->to;
}

/* "Invoice no. 12 of 5 June 2018"; behind a colon ("Corrected invoice: 12 of 5 June") it is rather another's. */
static bool date_in_title(const Reader *r, bool colon, When *when) {
    const Page *page = r->page;
    for (size_t i = 0; i < page->signs.len; i++) {
        const Sign *sign = &page->signs.items[i];
        if (sign->kind == r->document->kind && (sign->cue == KIND_TITLE || sign->cue == KIND_NUMBER) &&
            paper_leads_cell(page, sign) && !paper_is_shared(page, sign) && (page->text.folded.data[sign->to] == ':') == colon && day_in(r, sign->to, own_end(r, sign), when))
            return true;
    }
    return false;
}

/* The first day near the top that is not said to be another's: "Bremen, 09.06.2021". */
static bool date_bare(const Reader *r, When *when) {
    const Page *page = r->page;
    for (size_t i = 0; i < page->cells.len; i++) {
        const Cell *cell = &page->cells.items[i];
        const Cell *left = i && page->cells.items[i - 1].line == cell->line ? cell - 1 : NULL;
        if (page->lines.items[cell->line].ordinal >= TOP_LINES)
            return false;
        if (!is_of_another(r, cell) && !(left && is_of_another(r, left)) &&
            day_in(r, cell->from, cell->to, when))
            return true;
    }
    return false;
}

/* Which of the two readings lets no payment be due before the day of issue? ORDER_UNKNOWN when both do, or none. */
static DayOrder order_by_due(const Reader *r, const When *issued) {
    const Page *page = r->page;
    for (size_t i = 0; i < page->signs.len; i++) {
        const Sign *sign = &page->signs.items[i];
        When due;
        if (sign->cue != KIND_DUE || !paper_is_label(page, sign) || !day_of(r, sign, &due))
            continue;
        Date other = due.ambiguous ? due.other : due.date;
        bool day_first = date_cmp(issued->date, due.date) <= 0, month_first = date_cmp(issued->other, other) <= 0;
        if (day_first != month_first)
            return day_first ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
    }
    return ORDER_UNKNOWN;
}

/* Day and month in an English paper: the day of payment tells, or the currency, in whose country it was written. */
static Date settle(const Reader *r, const When *when) {
    if (!when->ambiguous)
        return when->date;
    DayOrder order = order_by_due(r, when);
    if (order == ORDER_UNKNOWN && str_given(r->document->currency))
        order = str_eq_cstr(r->document->currency, "USD") ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST;
    return order == ORDER_UNKNOWN ? (Date){0} : order == ORDER_DAY_FIRST ? when->date : when->other;
}

Date paper_date(const Page *page, const Document *document, Language language) {
    Reader r = {.page = page,
                .document = document,
                .when = {.order = when_order_of_text(page->lexicon, &page->text), .language = language, .any_century = true}};
    When when;
    if (date_labelled(&r, true, &when) || date_in_title(&r, false, &when) || date_labelled(&r, false, &when) ||
        date_in_title(&r, true, &when))
        return settle(&r, &when);
    r.when.any_century = false; /* what stands bare there may be the year in which the firm was founded */
    return date_bare(&r, &when) ? settle(&r, &when) : (Date){0};
}
