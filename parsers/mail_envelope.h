/* Mail envelope: the header of a message, into the fields of a ticket. */
#ifndef PARSERS_MAIL_ENVELOPE_H
#define PARSERS_MAIL_ENVELOPE_H

#include "parsers/mail_fields.h"
#include "parsers/mail_header.h"

/* Subject, requester, recipients, identifiers, date (of the newest Received field when there is no Date), and whether
 * the message was sent by a machine. The first field of a name counts. */
void envelope_read(Arena *arena, const MailFields *fields, const HeaderCharset *charset, Ticket *ticket);

/* "From: ...\nDate: ...\nSubject: ...\n\n", as far as given: how an attached message begins as a text. */
Str envelope_head(Arena *arena, const Ticket *envelope);

#endif
