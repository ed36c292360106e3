/* Dates and periods as people write them.
 *
 * "2020-01-05", "05/01/2020", "5 janv. 2020", "Jan-21", "January 2020", "01/2020", "2020年1月", "last month". Day and month
 * order by the ticket's own habit (its unambiguous dates), then by its language; if nothing settles it, both
 * readings are kept and the date says so. */
#ifndef PARSERS_WHEN_H
#define PARSERS_WHEN_H

#include "model/model.h"
#include "parsers/lexicon.h"

typedef enum DayOrder { ORDER_UNKNOWN, ORDER_DAY_FIRST, ORDER_MONTH_FIRST } DayOrder;

typedef struct When {
    Date date;       /* year 0: not given ("March"); month 0: not given ("2020"); day 0: not given */
    Date other;      /* the second reading of an ambiguous date; year 0 otherwise */
    bool ambiguous;  /* day and month may be swapped, and it matters */
    bool relative;   /* told from the day of writing */
    size_t from, to; /* in the folded text */
} When;

typedef struct WhenHabit {
    DayOrder order;
    Date written;    /* the day the ticket was written: for relative dates; year 0 when unknown */
    Language language;
    bool any_century; /* whole days before 2000 count: papers are older than the programme, and say so */
} WhenHabit;

/* The longest date that begins at folded[at] of folded[0, to): a day, a month with its year, a bare month name, or a
 * relative date. A bare number is never a date. False when none begins there. */
bool when_at(const Lexicon *lexicon, const Text *text, size_t to, size_t at, const WhenHabit *habit, When *out);

/* Does folded[at] look like the beginning of a date that no word names: figures, an era? Beside these only a month or a relative
 * date of the lexicon begins one. */
bool when_may_begin(Str folded, size_t at);

/* A cell or label value that should be nothing but a date or period; bare numbers are allowed when asked for:
 * "1", "Jan", "2020", "01.2020", "2020-01", "janvier". */
typedef enum WhenAsked { WHEN_ANY, WHEN_MONTH, WHEN_YEAR, WHEN_PERIOD, WHEN_DATE } WhenAsked;
bool when_read(const Lexicon *lexicon, Arena *arena, Str raw, WhenAsked asked, const WhenHabit *habit, When *out);
/* The same of folded[from, to) of a text; *out tells places from where the value begins. */
bool when_read_in(const Lexicon *lexicon, const Text *text, size_t from, size_t to, WhenAsked asked, const WhenHabit *habit, When *out);

/* The order that the unambiguous dates of a text prove; ORDER_UNKNOWN when none does, or they disagree. */
DayOrder when_order_of_text(const Lexicon *lexicon, const Text *text);
DayOrder when_order_of_language(Language language); /* ORDER_UNKNOWN for English: both are in use */

#endif
