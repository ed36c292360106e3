/* Mail parse: the bytes of a message into its header and its tree of parts.
 *
 * GMime knows the tree, where there is one: a message that is one text has none (mail_leaf.h). Of the header it gets the
 * Content-* fields alone, in front of the body: the others are read as they stand (mail_fields.h). Nothing is copied: places of
 * GMime's streams are places in the bytes. */
#ifndef PARSERS_MAIL_PARSE_H
#define PARSERS_MAIL_PARSE_H

#include "parsers/mail_leaf.h"

typedef struct ParsedMail {
    MailFields fields; /* of the header, Content-* too */
    GMimeObject *part; /* the root of its tree; NULL: it is nothing but `leaf` */
    Leaf leaf;         /* only without a tree */
    Str whole;         /* the bytes it was parsed from: contents are views of it */
} ParsedMail;

/* Skips what some put in front of the header. False when there is no header at all. */
bool mail_parse(Arena *arena, Str bytes, ParsedMail *mail);
/* Gives the tree back, while the bytes are still there. */
void mail_release(ParsedMail *mail);

#endif
