/* Context: what a resolution lets the templates say, as the Data they are rendered over.
 *
 * Only what may stand in a mail to the partner goes in: names, values as the language writes them, and booleans that
 * choose a wording. No code of the JSON result goes in as text. A dashboard row goes in only if it is the partner's own
 * and the line is not held for review, so no template can show another partner's data.
 * The names are a closed list; templates_check() holds the templates against it, templates/README.md explains it. */
#ifndef REPLY_CONTEXT_H
#define REPLY_CONTEXT_H

#include "reply/data.h"
#include "reply/locale.h"
#include "reply/words.h"

#define CONTEXT_LIST(X)                                                                                                \
    X(VAR_NAME, "name", TEXT) /* of the requester; absent when unknown or suspicious */                                \
    X(VAR_PARTNER_ID, "partner_id", TEXT)                                                                              \
    X(VAR_SEVERAL, "several", FLAG) /* the ticket has several lines */                                                 \
    X(VAR_ASKS_INVOICE, "asks_invoice", FLAG) /* a line of the ticket asks for an invoice */                           \
    X(VAR_LINES, "lines", SECTION) /* of the ticket, in order */                                                       \
    X(VAR_INDEX, "index", TEXT) /* of a line: 1, 2 ... */                                                              \
    X(VAR_BLOCK, "block", TEMPLATE) /* of a line: the template of its decision */                                      \
    X(VAR_INVOICE_NUMBER, "invoice_number", TEXT) /* of a line, or of the dashboard row inside {{#row}} */             \
    X(VAR_OMLP_TYPE, "omlp_type", TEXT)                                                                                \
    X(VAR_PERIOD, "period", TEXT) /* "January 2020" */                                                                 \
    X(VAR_WINDOW, "window", SECTION) /* the months displayed today: from, to */                                        \
    X(VAR_FROM, "from", TEXT) /* of the window or of the submission of directory entries */                            \
    X(VAR_TO, "to", TEXT)                                                                                              \
    X(VAR_NEXT_REFRESH, "next_refresh", TEXT) /* the date of the dashboard's next refresh */                           \
    X(VAR_DISPLAYED_FROM, "displayed_from", TEXT) /* of a line: from when its period is displayed, if it is not yet */ \
    X(VAR_NOT_ON_DASHBOARD, "not_on_dashboard", FLAG)                                                                  \
    X(VAR_PURCHASE, "purchase", SECTION) /* label, value: units, KPI and revenue as they are taken to be, where no row shows them */ \
    X(VAR_DUPLICATE, "duplicate", FLAG) /* the purchase was listed twice */                                            \
    X(VAR_ROW, "row", SECTION) /* the partner's own dashboard row */                                                   \
    X(VAR_VALUES, "values", SECTION) /* of the row: label, value each */                                               \
    X(VAR_LABEL, "label", TEXT)                                                                                        \
    X(VAR_VALUE, "value", TEXT)                                                                                        \
    X(VAR_PURCHASE_UNITS, "purchase_units", TEXT) /* of the row */                                                     \
    X(VAR_KPI_VALUE, "kpi_value", TEXT)                                                                                \
    X(VAR_REVENUE_VALUE, "revenue_value", TEXT)                                                                        \
    X(VAR_SUMMED, "summed", FLAG) /* the row is the sum of several entries */                                          \
    X(VAR_ENTRIES, "entries", TEXT) /* of how many */                                                                  \
    X(VAR_ANY_MISSING, "any_missing", FLAG)                                                                            \
    X(VAR_MISSING, "missing", SECTION) /* label of each missing detail */                                              \
    X(VAR_MISSING_ONE, "missing_one", FLAG)                                                                            \
    X(VAR_MISSING_ONLY_PARTNER, "missing_only_partner", FLAG) /* nothing but the partner's ID */                       \
    X(VAR_ANY_REFUSED, "any_refused", FLAG)                                                                            \
    X(VAR_REFUSED, "refused", SECTION) /* documents of the line that are no evidence */                                \
    X(VAR_REFUSED_NAMES, "refused_names", TEXT) /* their names in one list */                                          \
    X(VAR_REFUSED_MORE, "refused_more", FLAG) /* there are more of them than are listed */                             \
    X(VAR_TOLD, "told", FLAG) /* a line before told of all of them already */                                          \
    X(VAR_REFUSED_ONE, "refused_one", FLAG)                                                                            \
    X(VAR_ANY_UNREADABLE, "any_unreadable", FLAG) /* one of them could not be read */                                  \
    X(VAR_DOCUMENT, "document", TEXT) /* its name, or words for one that stands in the message itself */               \
    X(VAR_KIND, "kind", TEXT) /* "an order confirmation"; absent when unknown or not readable */                       \
    X(VAR_UNREADABLE, "unreadable", FLAG)                                                                              \
    X(VAR_ANY_ACCEPTED, "any_accepted", FLAG)                                                                          \
    X(VAR_ACCEPTED, "accepted", TEXT) /* names of the invoices of the line */                                          \
    X(VAR_ACCEPTED_ONE, "accepted_one", FLAG)                                                                          \
    X(VAR_ANY_DIFFERENCES, "any_differences", FLAG)                                                                    \
    X(VAR_DIFFERENCES, "differences", SECTION) /* label, claimed, dashboard, by_invoice */                             \
    X(VAR_CLAIMED, "claimed", TEXT) /* what the partner says */                                                        \
    X(VAR_DASHBOARD, "dashboard", TEXT) /* what the dashboard shows */                                                 \
    X(VAR_BY_INVOICE, "by_invoice", FLAG) /* the accepted invoice says so, not only the message */                     \
    X(VAR_ANY_CORRECTIONS, "any_corrections", FLAG)                                                                    \
    X(VAR_CORRECTIONS, "corrections", SECTION) /* label, claimed, invoice: where the invoice settled a value */        \
    X(VAR_INVOICE, "invoice", TEXT) /* what the invoice says */                                                        \
    X(VAR_NEAR_NUMBER, "near_number", SECTION) /* claimed, dashboard: the row bears a slightly different invoice number */ \
    X(VAR_CHANGED_SINCE, "changed_since", TEXT)                                                                        \
    X(VAR_ANY_UNCLEAR, "any_unclear", FLAG)                                                                            \
    X(VAR_UNCLEAR, "unclear", SECTION) /* label, readings: details given in two ways */                                \
    X(VAR_READINGS, "readings", TEXT) /* absent when the documents, not the message, contradict each other */          \
    X(VAR_LISTING, "listing", SECTION) /* the directory entry: from, to, visible_by, any_missing, missing, values */   \
    X(VAR_VISIBLE_BY, "visible_by", TEXT) /* the date by which a directory entry is visible */                         \
    X(VAR_RECEIVED, "received", TEXT) /* only in "quote": the day of the mail that is answered; may be absent */       \
    X(VAR_SENDER, "sender", TEXT) /* only in "quote": who wrote it */

/* The numbers of the names. */
#define CONTEXT_VARIABLE(variable, name, shape) variable,
typedef enum Variable { CONTEXT_LIST(CONTEXT_VARIABLE) VARIABLE_COUNT } Variable;
#undef CONTEXT_VARIABLE

typedef enum ContextShape {
    CONTEXT_TEXT,    /* {{x}}; may also be a section that asks whether it is there */
    CONTEXT_FLAG,    /* {{#x}} and {{^x}} only */
    CONTEXT_SECTION, /* an object or a list: {{#x}} and {{^x}} only */
    CONTEXT_TEMPLATE /* {{>*x}} only */
} ContextShape;

/* False when the context never holds the name. */
bool context_shape(Str name, ContextShape *shape);

/* Names in which the variables have their numbers, for the sets that are rendered over contexts. */
Names *context_names(void);
const char *context_name(Variable variable);

/* `words` and `locale` are of one language, and needed as long as the data. */
Data context_make(Arena *arena, const Resolution *resolution, const Words *words, Locale *locale);

/* May this line's dashboard row be shown to the partner? */
bool context_shows_row(const Resolution *resolution, const Line *line);

#endif
