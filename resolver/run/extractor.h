/* ExtractService: the Extractor of a run (parsers/extract.h): documents that third-party libraries must read, each read in
 * a process of its own.
 *
 * The program resolver-extract is started with the first document that needs it; it loads the libraries once and forks for
 * each document. Pictures, and PDFs with pages that are pictures, go to resolver-ocr, which is started as late. A reader that crashes, hangs or eats memory costs that document: readable = false, with the reason.
 * One document at a time; not for use by several threads at once.
 *
 * The programs are looked for: $RESOLVER_EXTRACT and $RESOLVER_OCR; beside the running program or the shared library (the build tree), or in
 * their ../libexec/resolver and ../../libexec/resolver; then /usr/local/libexec/resolver and /usr/libexec/resolver. */
#ifndef RUN_EXTRACTOR_H
#define RUN_EXTRACTOR_H

#include "parsers/extract.h"
#include "parsers/lexicon.h"

#define EXTRACT_SECONDS       20 /* of computing for one document; recognizing text stops earlier (parsers/extract/ocr.h) */
#define EXTRACT_TICKET_SHARES 3  /* so many documents may take all their time; what comes after in a ticket is not read */
#define EXTRACT_TICKET_BYTES  ((size_t)256 * 1024 * 1024) /* that a ticket's files may become, the last of them beyond it; likewise */

typedef struct ExtractService ExtractService;

ExtractService *extract_service_new(void); /* starts nothing yet */
void extract_service_free(ExtractService **service);
/* In a child after fork(): the servers of the parent are left to it. */
void extract_service_forget(ExtractService *service);
/* Another limit for one document than EXTRACT_SECONDS. */
void extract_service_limit(ExtractService *service, unsigned milliseconds);
void extract_service_without_ocr(ExtractService *service, bool without); /* pictures of text stay unread */
/* With it, a page recognized in another language than its own is recognized again. Must outlive the service's last document. */
void extract_service_lexicon(ExtractService *service, const Lexicon *lexicon);
/* A new ticket has its own time and room. */
void extract_service_begin(ExtractService *service);
/* A document of the ticket stayed unread because its reader could not be started here now, though it is installed. */
bool extract_service_failed(const ExtractService *service);
/* One stayed unread because the time for it, or for all of the ticket's, was over. */
bool extract_service_stopped(const ExtractService *service);
const Extractor *extract_service_extractor(const ExtractService *service);

#endif
