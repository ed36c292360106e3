/* Summary: the counts of a report. Tickets are counted by their decision, purchases (claim lines) by what was found.
 *
 * A ticket that could not be read, or that repeats another one (duplicate_of), is a number of its own and stands in no
 * other count: nothing was decided of the first, and the second is answered with the ticket that it repeats. */
#ifndef REPORT_SUMMARY_H
#define REPORT_SUMMARY_H

#include "report/entry.h"
#include "report/spool.h"
#include "report/tally.h"

typedef struct Summary {
    size_t tickets;   /* all that count, the two kinds below included */
    size_t errors;    /* could not be read */
    size_t again;     /* repeat another ticket */
    size_t earlier;   /* earlier results of the same tickets, left out */
    size_t decided;   /* tickets - errors - again */
    size_t purchases;
    Date first_day, last_day; /* of the as-of days */
    size_t decision[DECISION_COUNT], intent[INTENT_COUNT], wait[WAIT_COUNT];
    size_t finding[FINDING_COUNT]; /* purchases that have it */
    size_t refused[KIND_COUNT];    /* documents */
    size_t unreadable;             /* documents that could not be opened */
    Tally *languages, *partners;   /* tickets */
    Tally *months, *types;         /* purchases; "2020-01" */
    Tally *calendar;               /* tickets that wait, by the day from which they can be answered: "2020-02-15" */
} Summary;

void summary_begin(Summary *summary);
void summary_add(Summary *summary, const Entry *entry);
void summary_clear(Summary *summary);

/* Of all entries of the spool that count. False and an error when it could not be read. */
bool summary_read(Summary *summary, Spool *spool, GError **error);

#endif
