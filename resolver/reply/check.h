/* Check: the number lock. Every figure and date of a draft must be one of the record's (contract section 9).
 *
 * The draft is read back as a person reads it, independently of the templates and of the context it was made from: a
 * date must stand there as a whole ("15 February 2020" in the draft's language), a number must be the value of a detail,
 * and any other word with a digit in it must be a word of the ticket's own numbers, names and subject. */
#ifndef REPLY_CHECK_H
#define REPLY_CHECK_H

#include <glib.h>

#include "reply/locale.h"

#define CHECK_ERROR (g_quark_from_static_string("check"))

/* False and an error naming the first figure that is not the record's. Linear in the text, but for the few dates. */
bool check_figures(Arena *arena, Locale *locale, const Resolution *resolution, Str text, GError **error);

#endif
