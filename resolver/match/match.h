/* Match: from what was read to what is decided (contract sections 6 and 7). Pure: asks the dashboard through RowLookup,
 * touches nothing else; the same input gives the same Resolution. */
#ifndef MATCH_MATCH_H
#define MATCH_MATCH_H

#include "match/programme.h"
#include "model/model.h"

typedef struct MatchOptions {
    Date as_of;         /* the day on which the reply is written */
    Str partner_option; /* --partner; absent when not given */
    bool without_steps; /* leave Line.steps empty: nobody asks for an explanation */
} MatchOptions;

/* Every finding and decision, in the ticket's arena. `reading` must stay alive as long as the Resolution. */
Resolution *match_resolve(Arena *arena, const Programme *programme, const RowLookup *rows, const Reading *reading,
                          const MatchOptions *options);

#endif
