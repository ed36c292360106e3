/* Mail body: from MIME leaves to the one text of a message. */
#ifndef PARSERS_MAIL_BODY_H
#define PARSERS_MAIL_BODY_H

#include <gmime/gmime.h>

#include "base/buf.h"
#include "parsers/mail_header.h"

typedef struct Body {
    Str text;    /* STR_NONE: none, or not yet made from the source */
    Str source;  /* HTML that was not read so far, for most of it stands beside a plain text; else STR_NONE */
    size_t rows; /* of data tables, when it was HTML */
    bool html;
} Body;

/* A field of the part as it stands in the mail; STR_NONE when there is none. */
Str part_field(GMimeObject *part, const char *name);
/* The bytes of the part's content, decoded; a view of `whole`, the bytes the message was parsed from, when nothing had
 * to be. *good is false when its transfer encoding is damaged. */
Str part_bytes(Arena *arena, GMimePart *part, Str whole, bool *good);
/* Where the content of the last leaf ends in the bytes the message was parsed from; 0 when there is none. */
size_t part_end(GMimeObject *object);
/* The text of a text/plain or text/html leaf. */
Body part_text(Arena *arena, GMimePart *part, Str whole, const HeaderCharset *charset);

bool body_given(Body body);
/* Makes the text of a body that is still a source. */
void body_read(Arena *arena, Body *body);
/* Of two versions of one text, the one to read. */
Body body_better(Arena *arena, Body plain, Body html);
/* Puts a text behind those collected in `joined`; *body is all of them. */
void body_append(Buf *joined, Body *body, Body behind);

#endif
