/* Find the dashboard row of a purchase (contract section 6, "The dashboard row"). */
#ifndef MATCH_FIND_ROW_H
#define MATCH_FIND_ROW_H

#include "match/programme.h"

typedef struct Found {
    size_t rows;       /* how many rows `row` is the sum of; 0: there is none */
    Row row;           /* the row, or the sum; of several the first names what cannot be summed */
    bool near;         /* found by a slightly different number */
    bool other_partner; /* the number stands on the dashboard, but only under another partner */
} Found;

/* `partner_id` is absent when the dashboard names no partner at all. A row without a partner is everybody's own: its
 * dashboard is that of one partner. `near_allowed`: every detail is known, so a near number may be looked for. */
void find_row(Arena *arena, const ProgrammeYear *year, const RowLookup *rows, Str partner_id, const Details *effective,
              bool near_allowed, Found *out);

/* Which details differ between what is given in `details` and the row, period as DETAIL_MONTH. Revenue in different
 * currencies is not compared. */
unsigned row_differences(const ProgrammeYear *year, const Details *details, const Row *row);
bool row_currency_differs(const Details *details, const Row *row);

/* Edits (insert, delete, replace; a transposition is two) between two folded numbers, by code points; most + 1 when
 * there are more than `most`. */
int number_edits(Arena *arena, Str a, Str b, int most);

#endif
