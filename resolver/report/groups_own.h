/* The inside of Groups: what groups.c and groups_purchase.c share. */
#ifndef REPORT_GROUPS_OWN_H
#define REPORT_GROUPS_OWN_H

#include "report/groups.h"

/* A purchase as groups look at it. */
typedef struct Purchase {
    const Entry *entry;
    const EntryLine *line;
    uint64_t partner, number, type; /* digests */
    Date period;
    bool compared;   /* displayed, complete, and held against a dashboard: only then does a missing row say something */
    bool found;      /* its row was */
    int shift;       /* months from the claim to the row; 0: the same */
    int thousandths; /* of claimed revenue to the row's, with the same units; 0: the same, or not to be told */
} Purchase;

/* False when it has no partner or no number: then it is in no group. */
bool purchase_read(Arena *arena, const Entry *entry, const EntryLine *line, Purchase *out);
/* Of period, type, units and revenue: how many are given in both and equal. */
int purchase_agreement(const Details *a, const Details *b);

#endif
