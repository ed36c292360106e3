/* Reply: the draft in the partner's language (contract section 9), from Mustache templates.
 *
 * After rendering, every figure and date of the draft is held against the record (check.h): a draft that says what the
 * record does not is never returned. */
#ifndef REPLY_REPLY_H
#define REPLY_REPLY_H

#include <glib.h>

#include "model/model.h"

typedef struct Templates Templates;

/* Loads templates/<language>/ for every language that has a folder. NULL and an error naming file and line if one
 * does not compile. */
Templates *templates_load(const char *folder, GError **error);
void templates_free(Templates **templates);

/* The draft; NULL without an error where none is due (automatic messages); NULL with an error when the number check
 * failed. `language` overrides the resolution's when it is not LANGUAGE_UNKNOWN. */
Reply *reply_draft(const Templates *templates, Arena *arena, const Resolution *resolution, GError **error);

/* resolver templates check: every problem as one line "file:line: what"; true when there is none. */
bool templates_check(const char *folder, GPtrArray *problems);

#endif
