/* Header fields of mails: RFC 5322, 2047 and 2231 as programs really write them.
 *
 * Results are one line of UTF-8 without control characters, so nothing read here can begin a header of its own when it
 * is written again. Raw 8-bit values are read in the charset of the mail's text. */
#ifndef PARSERS_MAIL_HEADER_H
#define PARSERS_MAIL_HEADER_H

#include "base/vec.h"
#include "model/model.h"

/* What the raw 8-bit parts of a header are likely in. */
typedef struct HeaderCharset {
    Str declared; /* of the mail's text; may be absent */
    Language hint;
} HeaderCharset;

/* The value as a person reads it: unfolded, encoded words decoded (neighbours together: they may split a character). */
Str header_text(Arena *arena, Str raw, const HeaderCharset *charset);

/* The first word of a structured field ("text/plain" of a content type), lower case; and a parameter of it in any of
 * its spellings (name=, name*=, name*0*= ...). An absent parameter is STR_NONE. */
Str header_value(Arena *arena, Str raw);
Str header_param(Arena *arena, Str raw, const char *name, const HeaderCharset *charset);

typedef struct Mailbox {
    Str name; /* may be empty */
    Str email;
} Mailbox;
typedef VEC(Mailbox) Mailboxes;

/* The address, or an empty text where a blank in it (or a NUL that became one) shows that it is none; a quoted name may have blanks. */
Str header_address(Str clean);
void header_mailboxes(Arena *arena, Str raw, const HeaderCharset *charset, Mailboxes *out);
/* Name <email>, ... with names quoted where they must be. */
Str mailboxes_str(Arena *arena, const Mailboxes *mailboxes);

/* Valid UTF-8, control characters turned into blanks, outer blanks cut: safe to write as a header or to show in one line. */
Str header_clean(Arena *arena, Str text);

#endif
