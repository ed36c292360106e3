/* Gen: a queue of invented tickets and the dashboard they are about, always the same for the same numbers. */
#ifndef BENCH_GEN_H
#define BENCH_GEN_H

#include <glib.h>
#include <stdbool.h>

/* NDJSON, one ticket a line, the eleven languages in turn: labelled, told in prose, as tables, with attached invoices and
 * order confirmations, with quoted mails and disclaimers, questions. */
void gen_tickets(GString *out, unsigned count);
/* The tickets from..to of the same. */
void gen_tickets_of(GString *out, unsigned from, unsigned to);
/* The like as mails of an mbox: bare ones of six header fields and no HTML, and as they come over the net: with all that relays,
 * signers and senders' programs write into a header, and every other text with its HTML beside it. */
void gen_mails(GString *out, unsigned count);
void gen_travelled_mails(GString *out, unsigned count);
void gen_dashboard(GString *out, unsigned rows);
/* The rows from..to of the same, without the header. */
void gen_dashboard_rows(GString *out, unsigned from, unsigned to);

/* What both kinds of tickets are made of: the text of a ticket, and the paper that is attached to some. */
void gen_body(GString *out, unsigned n);
bool gen_has_document(unsigned n);
void gen_document(GString *out, unsigned n);

#endif
