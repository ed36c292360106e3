/* Sniff: what are these bytes? Told by content, never by name (contract section 1). */
#ifndef PARSERS_SNIFF_H
#define PARSERS_SNIFF_H

#include "base/str.h"

typedef enum Sniffed {
    SNIFF_EMPTY,      /* nothing but blanks */
    SNIFF_MESSAGE,    /* RFC 5322 */
    SNIFF_MBOX,       /* messages behind "From " lines */
    SNIFF_JSON,       /* one object, over as many lines as it likes */
    SNIFF_JSON_ARRAY,
    SNIFF_NDJSON,     /* an object a line; also when there is just one line, or the first is damaged */
    SNIFF_TEXT,
    SNIFF_BINARY
} Sniffed;

#define SNIFF_BYTES ((size_t)64 * 1024) /* a longer beginning is not needed */

/* `head` is the beginning of the input, at least SNIFF_BYTES of it or all. */
Sniffed sniff(Str head);

/* Does a message begin here (header fields that only mails have, or the usual ones up to an empty line)? */
bool sniff_message(Str head);
/* Is the line a separator of an mbox: "From " with an address and a time? */
bool sniff_from_line(Str line);

#endif
