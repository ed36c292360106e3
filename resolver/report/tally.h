/* Tally: how often each of an open set of words came (partners, product types, months, days). */
#ifndef REPORT_TALLY_H
#define REPORT_TALLY_H

#include <glib.h>

#include "base/str.h"

typedef struct TallyItem {
    const char *word; /* NUL-terminated; lives as long as the tally */
    size_t count;
} TallyItem;

typedef struct Tally Tally;

Tally *tally_new(void);
void tally_free(Tally **tally);
void tally_add(Tally *tally, Str word);
size_t tally_count(const Tally *tally, Str word);

typedef enum TallyOrder {
    TALLY_BY_COUNT, /* the most frequent first, then by word */
    TALLY_BY_WORD
} TallyOrder;
/* All items, a GArray of TallyItem for the caller to free. */
GArray *tally_items(const Tally *tally, TallyOrder order);

#endif
