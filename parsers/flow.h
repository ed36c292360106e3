/* Flow: the lines of a plain text body. */
#ifndef PARSERS_FLOW_H
#define PARSERS_FLOW_H

#include "base/arena.h"

/* Every line end becomes "\n"; NUL and other control characters but tab and form feed are dropped. May be a view. */
Str flow_lines(Arena *arena, Str text);
/* format=flowed (RFC 3676): lines that end in a blank are joined with the next of the same quotation, stuffed blanks
 * taken off, quote marks written "> ". `delsp`: the blank at the end was added by the sender's program. Wants the
 * result of flow_lines(). */
Str flow_unfold(Arena *arena, Str text, bool delsp);

#endif
