/* Case: one claim line with everything the rules look at. Internal to match. */
#ifndef MATCH_CASE_H
#define MATCH_CASE_H

#include "match/calendar.h"
#include "match/effective.h"
#include "match/find_row.h"

/* What is the same for every line of a ticket. */
typedef struct Desk {
    Arena *arena;
    const ProgrammeYear *year;
    const RowLookup *rows;
    Date as_of;
    bool partner_known;
    Str partner_id; /* absent when unknown, and when the dashboard names no partner */
    bool without_steps;
} Desk;

typedef struct Case {
    const Desk *desk;
    Line *line;              /* accepted and refused documents are paired already */
    Effective effective;
    Found found;
    bool compared;           /* every detail known and settled: only then are values compared */
    unsigned differs;        /* effective values against the row, as row_differences() */
    bool currency_differs;
    bool claim_agrees;       /* the claim as written agrees with the row in all that it gave */
    bool number_supported;   /* an accepted invoice bears the number of the line */
    const Document *credit_note; /* that stands against its accepted invoice; NULL when none does */
    Date period;             /* year 0 when unknown */
    PeriodPlace place;       /* of the period, when it is known */
} Case;

/* Decides one line: effective values, row, decision, findings, steps. */
void decide_line(const Desk *desk, Line *line);

/* The decision of the first of the nine rules that holds; notes each rule as a step of the line. */
Decision rules_apply(const Case *c);
/* The row (near or not) agrees with the effective values in all but, if near, its number. */
bool case_row_agrees(const Case *c);
/* Rule 1, last branch: agrees in all but the currency. */
bool case_only_currency_differs(const Case *c);

/* The day of the newest older refresh whose row agreed in all that is compared, when that of today does not; else year 0. */
Date case_changed_since(const Case *c);

/* Every finding that belongs to the decision (contract section 6, "findings of a line"). */
void findings_add(const Case *c);
/* The names of the details in the set, parted by ", ". */
Str details_list(Arena *arena, unsigned details);

#endif
