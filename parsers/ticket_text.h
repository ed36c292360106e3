/* A plain text ticket: what somebody pasted. */
#ifndef PARSERS_TICKET_TEXT_H
#define PARSERS_TICKET_TEXT_H

#include "parsers/ticket.h"

/* Fills text, and from a pasted mail head at the very top ("From: ...", "Objet : ...", in any language of the lexicon)
 * requester, date and subject; other lines stay in the text. `utf8` is valid UTF-8. */
void ticket_text_read(const Lexicon *lexicon, Arena *arena, Str utf8, Ticket *ticket);

#endif
