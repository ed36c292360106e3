/* Message: the draft as a mail that a mail program opens as an answer ready to send (MIME, by GMime).
 *
 * To the requester, with the Cc of the ticket, threaded by In-Reply-To and References, text and HTML, the mail that is
 * answered quoted below. X-Unsent asks the mail program for an editable draft. A draft held for review bears
 * "X-Resolver-Hold: review". Message-ID is left to the program that sends it; Date is noon (UTC) of the as-of day, so
 * that the same input gives the same bytes. Nothing of the ticket can add a header or a recipient: addresses, names and
 * identifiers are parsed, not copied. */
#ifndef REPLY_MESSAGE_H
#define REPLY_MESSAGE_H

#include "reply/reply.h"

#define MESSAGE_QUOTE_MAX ((size_t)32 * 1024) /* bytes of the answered mail that are quoted */
#define MESSAGE_CC_MAX 100                    /* addresses; the rest is left out */
#define MESSAGE_REFERENCES_MAX 20             /* the first and the newest are kept */

/* The message with CRLF line ends. `from` is a mailbox ("Desk <desk@example.org>"), absent to leave From out; that
 * address is never among the recipients, nor are those the ticket was sent to. */
Str message_draft(Arena *arena, const Templates *templates, const Resolution *resolution, const Reply *reply, Str from);

#endif
