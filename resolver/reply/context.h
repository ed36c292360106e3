/* Context: what a resolution lets the templates say, as the JSON they are rendered over.
 *
 * Only what may stand in a mail to the partner goes in: names, values as the language writes them, and booleans that
 * choose a wording. No code of the JSON result goes in as text. A dashboard row goes in only if it is the partner's own
 * and the line is not held for review, so no template can show another partner's data.
 * The names are a closed list; templates_check() holds the templates against it, templates/README.md explains it. */
#ifndef REPLY_CONTEXT_H
#define REPLY_CONTEXT_H

#include <jansson.h>

#include "reply/locale.h"
#include "reply/words.h"

#define CONTEXT_LIST(X)                                                                                                \
    X("name", TEXT)             /* of the requester; absent when unknown or suspicious */                              \
    X("partner_id", TEXT)                                                                                              \
    X("several", FLAG)          /* the ticket has several lines */                                                     \
    X("asks_invoice", FLAG)     /* a line of the ticket asks for an invoice */                                         \
    X("lines", SECTION)         /* of the ticket, in order */                                                          \
    X("index", TEXT)            /* of a line: 1, 2 ... */                                                              \
    X("block", TEMPLATE)        /* of a line: the template of its decision */                                          \
    X("invoice_number", TEXT)   /* of a line, or of the dashboard row inside {{#row}} */                               \
    X("omlp_type", TEXT)                                                                                               \
    X("period", TEXT)           /* "January 2020" */                                                                   \
    X("window", SECTION)        /* the months displayed today: from, to */                                             \
    X("from", TEXT)             /* of the window or of the submission of directory entries */                          \
    X("to", TEXT)                                                                                                      \
    X("next_refresh", TEXT)     /* the date of the dashboard's next refresh */                                         \
    X("displayed_from", TEXT)   /* of a line: from when its period is displayed, if it is not yet */                   \
    X("not_on_dashboard", FLAG)                                                                                        \
    X("purchase", SECTION)      /* label, value: units, KPI and revenue as they are taken to be, where no row shows them */   \
    X("duplicate", FLAG)        /* the purchase was listed twice */                                                    \
    X("row", SECTION)           /* the partner's own dashboard row */                                                  \
    X("values", SECTION)        /* of the row: label, value each */                                                    \
    X("label", TEXT)                                                                                                   \
    X("value", TEXT)                                                                                                   \
    X("purchase_units", TEXT)   /* of the row */                                                                       \
    X("kpi_value", TEXT)                                                                                               \
    X("revenue_value", TEXT)                                                                                           \
    X("summed", FLAG)           /* the row is the sum of several entries */                                            \
    X("entries", TEXT)          /* of how many */                                                                      \
    X("any_missing", FLAG)                                                                                             \
    X("missing", SECTION)       /* label of each missing detail */                                                     \
    X("missing_one", FLAG)                                                                                             \
    X("missing_only_partner", FLAG) /* nothing but the partner's ID */                                                 \
    X("any_refused", FLAG)                                                                                             \
    X("refused", SECTION)       /* documents of the line that are no evidence */                                       \
    X("refused_names", TEXT)    /* their names in one list */                                                          \
    X("refused_more", FLAG)     /* there are more of them than are listed */                                           \
    X("told", FLAG)             /* a line before told of all of them already */                                        \
    X("refused_one", FLAG)                                                                                             \
    X("any_unreadable", FLAG)   /* one of them could not be read */                                                    \
    X("document", TEXT)         /* its name, or words for one that stands in the message itself */                     \
    X("kind", TEXT)             /* "an order confirmation"; absent when unknown or not readable */                     \
    X("unreadable", FLAG)                                                                                              \
    X("any_accepted", FLAG)                                                                                            \
    X("accepted", TEXT)         /* names of the invoices of the line */                                                \
    X("accepted_one", FLAG)                                                                                            \
    X("any_differences", FLAG)                                                                                         \
    X("differences", SECTION)   /* label, claimed, dashboard, by_invoice */                                            \
    X("claimed", TEXT)          /* what the partner says */                                                            \
    X("dashboard", TEXT)        /* what the dashboard shows */                                                         \
    X("by_invoice", FLAG)       /* the accepted invoice says so, not only the message */                               \
    X("any_corrections", FLAG)                                                                                         \
    X("corrections", SECTION)   /* label, claimed, invoice: where the invoice settled a value */                       \
    X("invoice", TEXT)          /* what the invoice says */                                                            \
    X("near_number", SECTION)   /* claimed, dashboard: the row bears a slightly different invoice number */            \
    X("changed_since", TEXT)                                                                                           \
    X("any_unclear", FLAG)                                                                                             \
    X("unclear", SECTION)       /* label, readings: details given in two ways */                                       \
    X("readings", TEXT)         /* absent when the documents, not the message, contradict each other */                \
    X("listing", SECTION)       /* the directory entry: from, to, visible_by, any_missing, missing, values */          \
    X("visible_by", TEXT)       /* the date by which a directory entry is visible */                                   \
    X("received", TEXT)         /* only in "quote": the day of the mail that is answered; may be absent */             \
    X("sender", TEXT)           /* only in "quote": who wrote it */

typedef enum ContextShape {
    CONTEXT_TEXT,    /* {{x}}; may also be a section that asks whether it is there */
    CONTEXT_FLAG,    /* {{#x}} and {{^x}} only */
    CONTEXT_SECTION, /* an object or a list: {{#x}} and {{^x}} only */
    CONTEXT_TEMPLATE /* {{>*x}} only */
} ContextShape;

/* False when the context never holds the name. */
bool context_shape(Str name, ContextShape *shape);

/* A new reference. `words` and `locale` are of one language. */
json_t *context_make(Arena *arena, const Resolution *resolution, const Words *words, Locale *locale);

/* May this line's dashboard row be shown to the partner? */
bool context_shows_row(const Resolution *resolution, const Line *line);

#endif
