/* What the passes of purchase.c and purchase_share.c work on: the purchases so far, and what is bound to none yet. */
#ifndef PARSERS_PURCHASE_GROUP_H
#define PARSERS_PURCHASE_GROUP_H

#include "parsers/purchase.h"

typedef struct PurchaseGroup {
    Arena *arena;
    const Mentions *all;
    const Strs *excluded;
    Purchases purchases;
    MentionRefs loose; /* of prose, bound to no purchase yet */
    bool by_paragraph; /* each purchase is told in a paragraph of its own: its figures are nobody else's */
    MentionRefs denied; /* values that the text denies, of all purchases */
} PurchaseGroup;

static inline bool mention_is_claimed(const Mention *m) {
    return m->role == ROLE_CLAIM || m->role == ROLE_EXPECTED;
}

/* The purchase of that folded number; NULL when there is none. */
Purchase *group_of_number(PurchaseGroup *group, Str folded);
/* Does the purchase claim the detail? Does the text leave it open there ("-")? */
bool purchase_has(const Purchase *p, Detail detail);
bool purchase_leaves_open(const Purchase *p, Detail detail);
/* The purchase that a correction is about: that of the number beside it, or of the value that it denies. */
Purchase *group_corrected(PurchaseGroup *group, const Mention *m);

/* Lines of sums go, corrections to their purchases; what was said of all goes to all. In this order. */
void group_drop_sums(PurchaseGroup *group);
void group_place_corrections(PurchaseGroup *group);
void group_share_in_lists(PurchaseGroup *group);
void group_share_details(PurchaseGroup *group);

/* An invoice number that can tell purchases apart: firmly named, not another paper's. */
bool group_is_anchor(const PurchaseGroup *group, const Mention *m, Rank least);
/* "Invoices: 25 dMOC in January and 12 MOC in February": the loose mentions of such a sentence are put in the order
 * in which they belong together, the first with the first. */
void group_deal_out(PurchaseGroup *group, Rank least);
/* "..., KPI 25 and 12": figures listed behind the purchases are put right behind the numbers that they belong to. */
void group_deal_behind(PurchaseGroup *group, Rank least);

#endif
