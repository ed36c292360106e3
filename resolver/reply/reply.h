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

/* The draft, in the arena; NULL without an error where none is due (automatic messages); NULL with an error when a
 * template failed or the number check did. In the resolution's language, in English where there are no templates for
 * it; html_fragment() (html.h) makes HTML of it. `templates` may be shared between threads. */
Reply *reply_draft(const Templates *templates, Arena *arena, const Resolution *resolution, GError **error);

/* resolver templates check: appends every problem as one line "file:line: what" (new strings, g_free); true when there is
 * none. Looks for missing templates and words, templates that do not compile, partials that do not exist, variables that
 * the context never holds or that are used as what they are not, figures written into a text, and languages that do
 * not say what English says. */
bool templates_check(const char *folder, GPtrArray *problems);

#endif
