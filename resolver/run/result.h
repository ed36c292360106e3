/* Result: what is said of a ticket to other programs (contract section 8), schema "resolver.resolution/1".
 *
 * Keys stand in the order of the contract; those we add stand behind them. The same Resolution gives the same bytes.
 * Unknown details are left out of `claim` and `effective`; elsewhere what is unknown is null. */
#ifndef RUN_RESULT_H
#define RUN_RESULT_H

#include "model/model.h"
#include "run/json.h"

#define RESULT_SCHEMA "resolver.resolution/1"

/* `reply` may be NULL: none is due, or it was withheld for the reason `withheld` (absent otherwise). */
void result_write(Json *json, Arena *arena, const Resolution *resolution, const Reply *reply, Str withheld);

/* For a ticket that could not be read: {"schema", "ticket": {"id"}, "error"}. */
void result_write_error(Json *json, Str id, Str error);

/* What `classify` says of one file: {"file", "kind", "accepted", "invoice_number", "issue_date", "reason"}. */
void result_write_document(Json *json, Arena *arena, Str file, const Document *document);

#endif
