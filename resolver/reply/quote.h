/* The mail that is answered, quoted below the answer. Only message.c includes this. */
#ifndef REPLY_QUOTE_H
#define REPLY_QUOTE_H

#include "reply/reply.h"

/* "On 3 January 2020, Jane Doe wrote:" and the text behind "> ", at most `most` bytes of it. */
Str quote_text(Arena *arena, const Templates *templates, const Ticket *ticket, Language language, size_t most);
/* The same as HTML. */
Str quote_html(Arena *arena, const Templates *templates, const Ticket *ticket, Language language, size_t most);

#endif
