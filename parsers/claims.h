/* Claims: the purchases that a ticket claims, each detail settled with its evidence (contract section 3). */
#ifndef PARSERS_CLAIMS_H
#define PARSERS_CLAIMS_H

#include "parsers/mention.h"

/* Groups the mentions of one reading (the new text with subject and fields, or the quoted mails) to purchases and
 * settles every detail. `quoted`: the newest of several readings wins, nothing is ambiguous. Claims stand in the order of
 * the text. `excluded`: folded numbers of other papers. */
void claims_settle(Arena *arena, const Mentions *mentions, const Strs *excluded, bool quoted, Claims *out);

/* Claims of attached tables behind those of the text: the same purchase is one line; where both give a detail
 * differently the detail is ambiguous. */
void claims_join_table(Arena *arena, Claims *claims, const Claims *table);

/* What the new text leaves open, from the quoted mails; but not what it denies there. `said`: its mentions, or those
 * that deny. */
void claims_complete(const Mentions *said, Claims *claims, const Claims *quoted);

/* How much is said of the purchase: the number of the seven details that are given or ambiguous. */
size_t claim_weight(const Claim *claim);

#endif
