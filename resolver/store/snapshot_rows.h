/* The rows of one snapshot, asked for where they lie: nothing is held in memory, so ten million cost a look-up hardly more
 * than ten thousand.
 *
 *     SnapshotRows *rows = snapshot_rows_open("kpi.db", STR_NONE, &error);   // the newest
 *     RowLookup lookup = snapshot_rows_lookup(rows);
 *     snapshot_rows_free(&rows);
 *
 * A snapshot is chosen once and stays the same for the whole run, whatever is imported meanwhile. The database is opened at
 * the first look-up of each process: after a fork parent and child have one each. Rows are copied into the arena of who
 * asks. RowLookup has no errors: what the disk refuses shows in snapshot_rows_failure(), and the answer then given is not
 * to be used. */
#ifndef STORE_SNAPSHOT_ROWS_H
#define STORE_SNAPSHOT_ROWS_H

#include "store/snapshots.h"

typedef struct SnapshotRows SnapshotRows;

/* `which` as snapshots_find() takes it. NULL and an error. */
SnapshotRows *snapshot_rows_open(const char *path, Str which, GError **error);
void snapshot_rows_free(SnapshotRows **rows);
const Snapshot *snapshot_rows_about(const SnapshotRows *rows);

/* Opens this process's connection now, so that nothing that is forgotten meanwhile is missed; else the first look-up does. */
void snapshot_rows_forked(SnapshotRows *rows);

/* With the older refreshes behind it (RowLookup.older). */
RowLookup snapshot_rows_lookup(SnapshotRows *rows);
/* Why a look-up failed; NULL when none did. */
const char *snapshot_rows_failure(const SnapshotRows *rows);

/* Every row in the order of the refresh. False and an error when the database fails; true also when `each` ended it by giving
 * false. The row lives until `each` returns. */
typedef bool SnapshotRowEach(void *self, const Row *row);
bool snapshot_rows_each(SnapshotRows *rows, SnapshotRowEach *each, void *self, GError **error);

/* Has any row a revenue that can be read two ways? */
bool snapshot_rows_unsure(SnapshotRows *rows);

#endif
