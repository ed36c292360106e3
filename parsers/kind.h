/* What kind of document is it (contract section 5).
 *
 * A document is what it is, not what it mentions: judged by evidence with weights, never by the first word found. The
 * words are in the lexicon ([kind.<kind>]), the weights in parsers/kind.c beside the reason for each. What an invoice
 * says (number, date, net total, items) is read by parsers/invoice.h. */
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
    X(KIND_AGAINST, "against") /* what says it is none: "this is not an invoice", "your invoice will follow" */        \
    X(KIND_STAMP, "stamp")     /* alone in its line or beside its name, it takes an invoice back, "CANCELLED", or shows one not yet made, "PREVIEW" */ \
    /* The facts of any commercial document; only in [kind.invoice]. */                                                \
    X(KIND_DATE, "date")         /* label of its date of issue; in [kind.other]: of dates that are not it (due date) */ \
    X(KIND_NET, "net")           /* label of the total without tax: "Subtotal", "Total HT" */                          \
    X(KIND_GROSS, "gross")       /* label of the total with tax: "Amount due", "Total TTC" */                          \
    X(KIND_TAX, "tax")           /* label of the tax amount: "VAT", "TVA" */                                           \
    X(KIND_TOTAL, "total")       /* label of a total that does not say which: "Total" */                               \
    X(KIND_ITEM, "item")         /* column of what was bought: "Description", "Désignation" */                         \
    X(KIND_QUANTITY, "quantity") /* column of units */                                                                 \
    X(KIND_PRICE, "price")       /* column of the price of one unit */                                                 \
    X(KIND_AMOUNT, "amount")     /* column of the line total */                                                        \
    /* Words about documents of any kind; only in [kind.other]. */                                                     \
    X(KIND_BARE, "bare")           /* the mere word for "number": "No.", "n°"; says nothing of whose */                 \
    X(KIND_FUTURE, "future")       /* beside the name of a paper: it is still to come: "will be sent", "suivra" */     \
    X(KIND_SELF_BILLED, "self_billed") /* the customer wrote it for the supplier: what it calls a credit is an invoice */ \
    X(KIND_EITHER, "either")       /* names of credit notes and, where the customer writes them, of invoices: "Gutschrift" */ \
    X(KIND_REQUEST, "request")     /* names of invoices and, above bank details, of mere requests to pay: "счет" */ \
    X(KIND_SEVERAL, "several")     /* names of invoices in the plural: they head a list or a folder: "my invoices" */ \
    X(KIND_FINAL, "final")         /* names of the invoice that closes what part invoices opened: "Schlussrechnung" */ \
    X(KIND_DOCUMENT, "document")   /* label of the paper's own number, whatever it is: "Document no.", "Beleg-Nr." */ \
    X(KIND_DUE, "due")             /* label of the day by which it is to be paid, never before that of issue */       \
    X(KIND_DENIAL, "denial")       /* before the name of a paper: it is none: "is not an", "ne vaut pas" */            \
    X(KIND_ALSO, "also")           /* between two names in a heading: the paper is both: "兼", "and", "valant" */        \
    X(KIND_NEXT, "next")           /* beside the name of a paper: the one for the time to come: "next", "prochaine" */ \
    X(KIND_CONCERNS, "concerns")   /* before a colon at the head of a letter's subject: "objet", "re" */               \
    X(KIND_ADORNMENT, "adornment") /* beside a title and of no weight: "copy", "duplicate", "your", "new" */

#define KIND_ENUM(name, word) name,
typedef enum KindCue { KIND_CUE_LIST(KIND_ENUM) KIND_CUE_COUNT } KindCue;
#undef KIND_ENUM

/* Sets kind, accepted and reason of a document whose text (or unreadable reason) is there. A document that is not
 * readable stays `other` with the reason it has. */
void kind_judge(const Lexicon *lexicon, Arena *arena, Document *document);

/* Sets number, quotes, issue_date, currency, net and items, as far as the text gives them; call it after kind_judge.
 * `language` is that of the ticket; the document's own habits win. (parsers/invoice.c) */
void invoice_read(const Lexicon *lexicon, Arena *arena, Language language, Document *document);

#endif
