/* Mail: an RFC 5322 message as a ticket, or as a document attached to one. MIME by GMime.
 *
 * The body is one text, never two versions of it: the plain part, unless it is empty, a stub, or lost the rows of a
 * table that the HTML part has. Everything else, pictures of the HTML part included, is a Document. */
#ifndef PARSERS_MAIL_H
#define PARSERS_MAIL_H

#include "model/model.h"
#include "parsers/format.h"

#define MAIL_MULTIPART_MAX 32 /* multiparts in multiparts; what is deeper is an unreadable document */

/* Fills the ticket (all but id and file) from the bytes of a message, which must outlive it. Any bytes make a ticket:
 * without a header they are the body. `extractor` as in FormatContext. */
void mail_read(Arena *arena, const Extractor *extractor, Str bytes, Ticket *ticket);

/* Fills subject, text and name (when it has none) of a document whose bytes are a message, and appends the message's
 * own attachments to context->ticket. */
void mail_open(const FormatContext *context, Document *document);

#endif
