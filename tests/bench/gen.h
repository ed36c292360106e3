/* Gen: a queue of invented tickets and the dashboard they are about, always the same for the same numbers. */
#ifndef BENCH_GEN_H
#define BENCH_GEN_H

#include <glib.h>

/* NDJSON, one ticket a line, the eleven languages in turn: labelled, told in prose, as tables, with attached invoices and
 * order confirmations, with quoted mails and disclaimers, questions. */
void gen_tickets(GString *out, unsigned count);
/* The tickets from..to of the same. */
void gen_tickets_of(GString *out, unsigned from, unsigned to);
/* The like as mails of an mbox. */
void gen_mails(GString *out, unsigned count);
void gen_dashboard(GString *out, unsigned rows);
/* The rows from..to of the same, without the header. */
void gen_dashboard_rows(GString *out, unsigned from, unsigned to);

#endif
