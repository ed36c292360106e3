/* Purchases: mentions grouped to what was bought, before each detail is settled.
 *
 * Rows of tables and blocks of fields are purchases of their own; sentences are parted at the invoice numbers, or where a
 * detail comes again; what was said once for all goes to each that lacks it. */
#ifndef PARSERS_PURCHASE_H
#define PARSERS_PURCHASE_H

#include "parsers/settle.h"

typedef struct Purchase {
    MentionRefs mentions;
    Str folded;      /* its invoice number, folded; absent when it has none */
    size_t place;    /* 0 for prose */
    size_t first;    /* place in the text of its first mention */
    size_t item;     /* sentence, line or row of its number */
} Purchase;
typedef VEC(Purchase) Purchases;

/* The purchases of one reading, in the order of the text, and the values that it denies. `excluded`: folded numbers of
 * other papers. */
void purchases_group(Arena *arena, const Mentions *mentions, const Strs *excluded, Purchases *out,
                     MentionRefs *denied);

#endif
