/* The wire between resolver and resolver-extract.
 *
 * The asking side makes a memory file of the document's bytes and a pipe for the Extract, and sends both descriptors
 * with a WireAsk over the server's socket. The server forks; the child writes the Extract to the pipe and ends; the
 * server answers with a WireEnd. Untrusted bytes and what was made of them never pass through the server.
 *
 * An Extract on the pipe is a list of fields, each a tag, a length of 4 bytes (little-endian) and that many bytes; numbers
 * and dates are text in their canonical form. Whoever reads it trusts nothing: one wrong byte, and all of it is refused. */
#ifndef PARSERS_EXTRACT_WIRE_H
#define PARSERS_EXTRACT_WIRE_H

#include <stdint.h>

#include "base/buf.h"
#include "parsers/extract.h"

#define WIRE_PATIENCE 4 /* so many times that by the clock: on a busy machine a child waits for its turn */

#define WIRE_MAGIC 0x52455832u /* changes with the wire */

typedef struct WireAsk {
    uint32_t magic;
    uint32_t form;     /* ExtractForm */
    uint32_t language; /* Language */
    uint32_t without_ocr;
    uint32_t milliseconds; /* of computing; the child is killed after that */
} WireAsk;

typedef enum WireHow { WIRE_EXITED, WIRE_KILLED, WIRE_TIMED_OUT } WireHow;

typedef struct WireEnd {
    uint32_t magic;
    uint32_t how;  /* WireHow */
    uint32_t what; /* exit status or signal */
} WireEnd;

void wire_write(Buf *out, const Extract *extract);
/* The Extract of those bytes, which it points into. False when they are not what wire_write() makes. */
bool wire_read(Arena *arena, Str bytes, Extract *out);

#endif
