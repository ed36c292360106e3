/* The partner id (MPN ID, PartnerID) that a ticket states, anywhere in it (contract section 3). */
#ifndef PARSERS_PARTNER_H
#define PARSERS_PARTNER_H

#include "model/model.h"
#include "parsers/lexicon.h"
#include "parsers/segment.h"

/* Sets partner_id and partner_evidence: the ticket's own key, then fields, subject, the new text, the signature, the
 * quoted mails. A number counts only beside a label that means the programme's id. */
void partner_read(const Lexicon *lexicon, Arena *arena, const Layout *layout, Reading *reading);

#endif
