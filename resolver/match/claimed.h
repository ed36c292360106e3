/* Claimed: which invoices a resolution claims, and the finding that another partner claimed one before (contract section 6,
 * claimed_elsewhere). Who claimed what is kept by run/memory.h; here is what it means for one ticket. It changes no
 * decision, so it stands outside match_resolve(). */
#ifndef MATCH_CLAIMED_H
#define MATCH_CLAIMED_H

#include "model/model.h"

/* The invoice that the line claims, folded; empty when it names none. */
Str claimed_number(Arena *arena, const Line *line);
/* `ticket`: the id of the first one that did; may be absent. */
void claimed_mark(Arena *arena, Line *line, Str ticket);

#endif
