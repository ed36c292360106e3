/* Mail leaf: a part of a message that has no parts, as it stands in its bytes. */
#ifndef PARSERS_MAIL_LEAF_H
#define PARSERS_MAIL_LEAF_H

#include <gmime/gmime.h>

#include "parsers/mail_fields.h"

typedef struct Leaf {
    Str type;     /* its Content-Type, with parameters; STR_NONE: plain text */
    Str language; /* Content-Language; STR_NONE when it has none */
    Str content;  /* still encoded */
    GMimeContentEncoding encoding;
    bool html;
} Leaf;

/* A field of the part as it stands in the mail; STR_NONE when there is none. */
Str part_field(GMimeObject *part, const char *name);
/* Where the content of the last leaf ends in the bytes the message was parsed from; 0 when there is none. */
size_t part_end(GMimeObject *object);

/* A leaf of GMime's tree: views of the part and of `whole`, the bytes it was parsed from. */
Leaf leaf_of_part(GMimePart *part, Str whole);
/* A message that is one plain or HTML text, as most are: its fields and its content are all there is to know, and no tree is
 * built for it. False when the fields say anything else, or say it twice: GMime knows what is meant. */
bool leaf_of_message(Arena *arena, const MailFields *fields, Str content, Leaf *out);

/* The content, decoded; a view when nothing had to be. *good is false when its transfer encoding is damaged. */
Str leaf_bytes(Arena *arena, const Leaf *leaf, bool *good);

#endif
