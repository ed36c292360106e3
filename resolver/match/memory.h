/* Memory: which partner claimed which invoice in this run, for the finding claimed_elsewhere (contract section 6).
 *
 * It changes no decision, so it stands outside match_resolve() and may run after it, wherever the resolutions pass by
 * in the order of the input. It keeps two 64-bit digests an invoice: some 20 MB for a million claimed invoices. */
#ifndef MATCH_MEMORY_H
#define MATCH_MEMORY_H

#include "model/model.h"

typedef struct MatchMemory MatchMemory;

MatchMemory *match_memory_new(void);
void match_memory_free(MatchMemory **memory);

/* Adds the finding to lines whose invoice an earlier ticket of another partner claimed, then remembers this ticket's
 * lines. Does nothing without a memory (NULL) or without a known partner. */
void match_memory_pass(MatchMemory *memory, Arena *arena, Resolution *resolution);

#endif
