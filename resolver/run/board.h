/* Board: all that the options -d name, as match asks for it.
 *
 * Files and addresses are read into memory and united. A store of snapshots (store/snapshots.h) that stands alone is asked
 * where it lies; beside others its snapshot is read into memory like a file. */
#ifndef RUN_BOARD_H
#define RUN_BOARD_H

#include "run/dashboards.h"

typedef struct Board Board;

/* What -d and --snapshot say, and the day of the replies. */
typedef struct BoardAsk {
    const char *const *paths; /* ends with NULL; may be NULL */
    const char *snapshot;     /* a date or a number, for the stores among them; NULL: the newest */
    Date day;
} BoardAsk;

/* An error also when there is no such snapshot. `warnings` (char *, may be NULL) get the rows left out, and a store of which the
 * newest refresh is taken although it is younger than the replies. */
Board *board_open(const DashboardReader *reader, const BoardAsk *ask, GPtrArray *warnings, GError **error);
void board_free(Board **board);

void board_forked(Board *board); /* in a forked process, at its beginning */

RowLookup board_lookup(Board *board);
/* Why a look-up failed, since when no answer is to be trusted; NULL while all is well. */
const char *board_failure(const Board *board);

/* Is the file a store of snapshots (or some other database)? Told by its content. */
bool board_is_store(const char *path);

#endif
