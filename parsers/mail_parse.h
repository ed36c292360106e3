/* Mail parse: the bytes of a message into its header and its tree of parts.
 *
 * GMime knows the tree. Of the header it gets the Content-* fields alone, in front of the body: the others are read as they
 * stand (mail_fields.h). Nothing is copied: places of GMime's streams are places in the bytes. */
#ifndef PARSERS_MAIL_PARSE_H
#define PARSERS_MAIL_PARSE_H

#include <gmime/gmime.h>

#include "parsers/mail_fields.h"

typedef struct ParsedMail {
    MailFields fields; /* of the header, Content-* too */
    GMimeObject *part; /* the root; to be given back with g_object_unref() while the bytes are still there */
    Str whole;         /* the bytes it was parsed from: contents are views of it */
} ParsedMail;

/* Skips what some put in front of the header. False when there is no header at all. */
bool mail_parse(Arena *arena, Str bytes, ParsedMail *mail);

#endif
