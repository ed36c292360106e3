/* Fingerprint: one SHA-256 of everything that a run reads beside its tickets, so that another run can tell whether it would come
 * to the same results (queue/journal.h). */
#ifndef RUN_FINGERPRINT_H
#define RUN_FINGERPRINT_H

#include <glib.h>

#include "base/str.h"

/* `sum` may be NULL: then nothing is done. */
void fingerprint_text(GChecksum *sum, Str text);
/* A file's bytes, or a folder with all that is in it, in the order of the names; hidden ones left out. What cannot be read counts
 * as missing. */
void fingerprint_path(GChecksum *sum, const char *path);

#endif
