/* Text of a ticket made harmless before it goes into a reply: one line, nothing invisible, bounded. */
#ifndef REPLY_PLAIN_H
#define REPLY_PLAIN_H

#include "base/arena.h"

#define PLAIN_VALUE_MAX 80 /* code points of an invoice number, a document's name ... in a reply */
#define PLAIN_NAME_MAX 60

/* Control characters and runs of blanks become one space, zero-width and direction marks are dropped, bytes that are no
 * UTF-8 become U+FFFD; cut with an ellipsis after `most` code points. */
Str plain_line(Arena *arena, Str text, size_t most);

/* The name of a person as it may stand in a salutation ("Doe, Jane" as "Jane Doe"); absent when it is none or looks
 * like an attempt to smuggle something in: line breaks, braces, angle brackets, digits, addresses, longer than 60. */
Str plain_name(Arena *arena, Str text);

/* A web address that is nothing but one (http or https, visible ASCII without quotes and brackets); else absent. */
Str plain_url(Arena *arena, Str text);

#endif
