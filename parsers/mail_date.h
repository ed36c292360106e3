/* Mail date: when a message was written, as its Date or Received field tells it (RFC 5322). */
#ifndef PARSERS_MAIL_DATE_H
#define PARSERS_MAIL_DATE_H

#include "base/arena.h"
#include "model/date.h"

/* In RFC 3339 with the sender's offset, and the sender's own calendar day. False when the field tells none. */
bool mail_date(Arena *arena, Str raw, Str *rfc3339, Date *day);

#endif
