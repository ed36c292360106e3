/* A JSON ticket (contract section 2). Unknown keys are ignored, values of the wrong type are noted and left out. */
#ifndef PARSERS_TICKET_JSON_H
#define PARSERS_TICKET_JSON_H

#include "parsers/ticket.h"

#define JSON_ATTACHMENTS_MAX 100000 /* of one ticket; the rest is noted and left out */

/* Fills the ticket; its id only when the object has one. False with a reason when the bytes are no JSON object. */
bool ticket_json_read(Arena *arena, const FeedItem *item, Ticket *ticket, Str *error);

#endif
