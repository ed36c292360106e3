/* Mail fields: the header of a message as it stands in its bytes, field by field.
 *
 * Read here and not by GMime, which makes an object of each, and parses addresses and dates that are read from the raw values
 * anyway (mail_header.h): of a mail that came over the net, with some thirty fields, that was two thirds of its parsing. */
#ifndef PARSERS_MAIL_FIELDS_H
#define PARSERS_MAIL_FIELDS_H

#include "base/vec.h"
#include "base/arena.h"

typedef struct MailField {
    Str name;  /* as written, without blanks before its colon */
    Str value; /* with its folds, and blanks at both ends */
    Str whole; /* name, colon and value, with the line end */
} MailField;
typedef VEC(MailField) MailFields;

/* The header at the beginning of the bytes, up to its empty line or their end; lines in it that are no field are passed over.
 * *body is where the text begins. False when the first line is no field (a separator of a mailbox may stand before it). */
bool mail_fields_read(Arena *arena, Str bytes, MailFields *fields, size_t *body);

#endif
