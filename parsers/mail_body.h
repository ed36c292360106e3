/* Mail body: from MIME leaves to the one text of a message. */
#ifndef PARSERS_MAIL_BODY_H
#define PARSERS_MAIL_BODY_H

#include "base/buf.h"
#include "parsers/mail_header.h"
#include "parsers/mail_leaf.h"

typedef struct Body {
    Str text;    /* STR_NONE: none, or not yet made from the source */
    Str source;  /* HTML that was not read so far, for most of it stands beside a plain text; else STR_NONE */
    size_t rows; /* of data tables, when it was HTML */
    bool html;
} Body;

/* The text of a text/plain or text/html leaf. */
Body leaf_text(Arena *arena, const Leaf *leaf, const HeaderCharset *charset);

bool body_given(Body body);
/* Makes the text of a body that is still a source. */
void body_read(Arena *arena, Body *body);
/* Of two versions of one text, the one to read. */
Body body_better(Arena *arena, Body plain, Body html);
/* Puts a text behind those collected in `joined`; *body is all of them. */
void body_append(Buf *joined, Body *body, Body behind);

#endif
