/* Spool: the entries of a report in a nameless temporary file, so that a million of them take no memory and can be gone
 * through more than once.
 *
 * Of a ticket that stands several times in the results the last one counts: the earlier ones are passed over when the
 * spool is read. It is the same ticket when id, time of receipt and sender are the same, and the file too where only
 * its name made the id: such ids come again in other folders. A ticket sent again (duplicate_of) does not stand in for the one it
 * repeats, but for itself in the results of an earlier run; the same holds of one that could not be read, for which a result of
 * its file stands in as well, where the file is one ticket. Kept in memory: some hundred bytes a ticket. */
#ifndef REPORT_SPOOL_H
#define REPORT_SPOOL_H

#include <glib.h>

#include "report/entry.h"

typedef struct Spool Spool;

Spool *spool_new(GError **error); /* NULL when there is no room for a temporary file */
void spool_free(Spool **spool);

bool spool_add(Spool *spool, const Entry *entry, GError **error); /* false: the disk is full */
size_t spool_len(const Spool *spool);      /* tickets that count */
size_t spool_earlier(const Spool *spool);  /* earlier results of the same tickets, which do not */

/* From the first entry again. */
bool spool_rewind(Spool *spool, GError **error);
/* The next entry that counts, in the order it was added, made in the arena. False at the end, or with an error. *number
 * (may be NULL) is the same each time round: 0 for the first that was added, also of those that do not count. */
bool spool_next(Spool *spool, Arena *arena, Entry *entry, uint32_t *number, GError **error);

#endif
