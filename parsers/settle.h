/* Settling: of all mentions of one detail of one purchase, which is the claim? */
#ifndef PARSERS_SETTLE_H
#define PARSERS_SETTLE_H

#include "parsers/mention.h"

typedef VEC(const Mention *) MentionRefs;

/* Fills claim's details, evidence, ambiguous and shown from the mentions of its purchase. `denied` are the denied values
 * of the whole reading: what is denied anywhere is denied here. */
void settle_claim(Arena *arena, const MentionRefs *own, const MentionRefs *denied, bool quoted, Claim *claim);

#endif
