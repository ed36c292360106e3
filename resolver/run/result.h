/* Result: what is said of a ticket to other programs (contract section 8), schema "resolver.resolution/1".
 *
 * Keys stand in the order of the contract; those we add stand behind them. The same Resolution gives the same bytes.
 * Unknown details are left out of `claim` and `effective`; elsewhere what is unknown is null. What only `resolver replay` needs
 * stands under `record` (run/record.h). */
#ifndef RUN_RESULT_H
#define RUN_RESULT_H

#include "run/jsonout.h"
#include "run/pipeline.h"

#define RESULT_SCHEMA "resolver.resolution/1"

/* The outcome of a ticket as one object, without a line end: the decision, or {"schema", "ticket": {"id"}, "error"} of a
 * ticket that could not be read. */
void result_write(JsonOut *json, const Outcome *outcome);

/* What `classify` says of one file: {"file", "kind", "accepted", "invoice_number", "issue_date", "reason"}. */
void result_write_document(JsonOut *json, Arena *arena, Str file, const Document *document);
/* A file that could not be opened: {"file", "error"}. */
void result_write_unreadable(JsonOut *json, Str file, Str error);

#endif
