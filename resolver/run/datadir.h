/* Data directory: where the lexicon, the templates and the programme file are.
 *
 * Looked for, in this order: the folder that is given; $RESOLVER_DATA; beside the running program (the build tree, or
 * PREFIX/share/resolver of PREFIX/bin/resolver, wherever the tree was moved); beside the shared library; then
 * /usr/local/share/resolver and /usr/share/resolver. A folder counts if it is laid out as installed (lexicon/,
 * templates/, programme.ini) or as in the source (parsers/lexicon/, templates/, resolver/match/programme.ini).
 * A folder named by the caller or by $RESOLVER_DATA that does not count is an error: nothing else is tried. */
#ifndef RUN_DATADIR_H
#define RUN_DATADIR_H

#include <glib.h>
#include <stdbool.h>

#include "parsers/lexicon.h"

typedef struct DataDir {
    char *lexicon;   /* folder of <language>.ini */
    char *compiled;  /* where `make` puts their compiled form; need not be there, NULL where it never is */
    char *templates; /* folder of <language>/ */
    char *programme; /* programme.ini */
} DataDir;

/* `given` may be NULL. False and an error that names what was tried. */
bool datadir_find(const char *given, DataDir *out, GError **error);
/* Its words. NULL and an error that names their folder, and how to name another: words of another version of the program are mostly
 * those of another folder than the user thinks. */
Lexicon *datadir_lexicon(const DataDir *dir, GError **error);
void datadir_clear(DataDir *dir);

#endif
