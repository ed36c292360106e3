/* libresolver: a partner's ticket about KPIs in, a checked decision and a draft reply out.
 *
 *     Resolver *resolver = resolver_open(&(ResolverOptions){.dashboards = dashboards}, &error);
 *     const ResolverResult *result = resolver_resolve(resolver, bytes, length, "T-1");
 *     puts(resolver_decision(result));
 *     resolver_close(resolver);
 *
 * Errors are values: functions that can fail give NULL or 0 and fill the ResolverError that was passed (NULL: nobody
 * wants to know). The library never ends the process because of its input, never writes to standard output or error,
 * and keeps no global state of its own. Texts are UTF-8 and end in NUL; they belong to the library.
 *
 * A Resolver is for one thread at a time; several may live side by side. It remembers which partner claimed which
 * invoice, so that a later ticket of another partner says so: one handle is one run. */
#ifndef RESOLVER_H
#define RESOLVER_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct Resolver Resolver;             /* dashboards, lexicon, templates: what a run has in common */
typedef struct ResolverResult ResolverResult; /* of one ticket; valid until the next one is resolved, or close */
typedef struct ResolverQueue ResolverQueue;   /* a stream of tickets */

typedef struct ResolverError {
    char message[512]; /* one sentence, English; "" when there was no error */
} ResolverError;

/* All members may be NULL: set only what is wanted. */
typedef struct ResolverOptions {
    const char *const *dashboards; /* paths of dashboard files or stores of refreshes, NULL at the end; several are united */
    const char *as_of;             /* the day on which the reply is written, "2020-01-20"; NULL: today */
    const char *partner;           /* partner ID for tickets that name none */
    const char *language;          /* of the replies, "fr"; NULL: each ticket's own */
    const char *templates;         /* folder of reply templates; NULL: those of the data directory */
    const char *data;              /* data directory; NULL: $RESOLVER_DATA, else the installed one */
    const char *snapshot;          /* of a store: a date or a snapshot's number; NULL: the newest */
} ResolverOptions;

const char *resolver_version(void); /* "1.2.3" */

/* NULL when an option is wrong, or a dashboard, the templates or the data cannot be used. */
Resolver *resolver_open(const ResolverOptions *options, ResolverError *error);
void resolver_close(Resolver *resolver); /* NULL is allowed */

/* Dashboard rows that could not be read and were left out: "file:line: why". NULL behind the last. */
const char *resolver_warning(const Resolver *resolver, size_t index);

/* One ticket from memory: a mail, a JSON ticket or plain text. `id` names a ticket that has no name of its own; NULL:
 * "ticket". Never NULL; a ticket that cannot be read gives a result with resolver_error(). Files that a JSON ticket
 * names by `path` are not read. */
const ResolverResult *resolver_resolve(Resolver *resolver, const void *bytes, size_t length, const char *id);

/* Many tickets, pulled one by one: files, mailboxes, folders, "-" for standard input. Memory stays flat. The queue is
 * part of the Resolver, which must not be used for anything else until resolver_queue_close(). */
ResolverQueue *resolver_queue_open(Resolver *resolver, const char *const *paths, size_t count);
const ResolverResult *resolver_queue_next(ResolverQueue *queue); /* NULL at the end */
void resolver_queue_close(ResolverQueue *queue);                 /* NULL is allowed */

/* Why the ticket could not be read; NULL when it could. All but id, error and json are NULL or 0 then. */
const char *resolver_error(const ResolverResult *result);
const char *resolver_id(const ResolverResult *result);
const char *resolver_json(const ResolverResult *result);     /* one line, schema "resolver.resolution/1" */
const char *resolver_decision(const ResolverResult *result); /* "request_invoice" ... */
const char *resolver_intent(const ResolverResult *result);   /* "kpi_discrepancy" ... */
const char *resolver_language(const ResolverResult *result); /* of the reply: "fr" ... */
const char *resolver_partner(const ResolverResult *result);  /* NULL when unknown */

/* The purchases of the ticket. */
size_t resolver_lines(const ResolverResult *result);
const char *resolver_line_decision(const ResolverResult *result, size_t line);
/* An effective value by its name in the JSON ("invoice_number", "month", "kpi_value" ...); NULL when unknown. */
const char *resolver_line_value(const ResolverResult *result, size_t line, const char *detail);
/* The code of the line's finding ("kpi_mismatch" ...); NULL behind the last. */
const char *resolver_line_finding(const ResolverResult *result, size_t line, size_t index);

/* The draft; NULL when none is due. */
const char *resolver_reply_subject(const ResolverResult *result);
const char *resolver_reply_text(const ResolverResult *result);
const char *resolver_reply_html(const ResolverResult *result); /* a fragment */
const char *resolver_reply_mail(const ResolverResult *result); /* a message with CRLF line ends, ready to send */
int resolver_reply_send(const ResolverResult *result);         /* 0: a person must look at it first */

#ifdef __cplusplus
}
#endif

#endif
