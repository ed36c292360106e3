/* What kind of document is it, and what does an invoice say (contract section 5).
 *
 * A document is what it is, not what it mentions: judged by evidence with weights, never by the first word found. The
 * words are in the lexicon ([kind.<kind>]), the weights in parsers/kind.c beside the reason for each. */
#ifndef PARSERS_KIND_H
#define PARSERS_KIND_H

#include "model/model.h"
#include "parsers/lexicon.h"

/* Keys of [kind.<kind>] in the lexicon. */
#define KIND_CUE_LIST(X)                                                                                               \
    X(KIND_TITLE, "title")     /* what the document calls itself: "Invoice", "Bon de livraison" */                     \
    X(KIND_NUMBER, "number")   /* label of its own number: "Invoice no.", "Order confirmation number" */               \
    X(KIND_STRONG, "strong")   /* sentences only such a document holds: "thank you for your order" */                  \
    X(KIND_SUPPORT, "support") /* what is usual on one: payment terms, bank details, tax identifiers */                \
    X(KIND_AGAINST, "against") /* what says it is none: "this is not an invoice", "your invoice will follow" */

/* Sets kind, accepted and reason of a document whose text (or unreadable reason) is there. */
void kind_judge(const Lexicon *lexicon, Arena *arena, Document *document);

/* Sets number, quotes, issue_date, currency, net and items, as far as the text gives them. `habit` language is that of
 * the ticket; the document's own habits win. */
void invoice_read(const Lexicon *lexicon, Arena *arena, Language language, Document *document);

#endif
