/* Import: a refresh row by row into a store, in one transaction: until it is committed nobody sees any of it, and a killed
 * import or a full disk leaves the store as it was.
 *
 *     SnapshotImport *import = snapshot_import_begin(snapshots, &error);
 *     for each file: snapshot_import_file(import, name); for each of its rows: snapshot_import_row(import, &row);
 *     snapshot_import_end(&import, &about, arena, &outcome, &error);
 *
 * Several files are one refresh, united as contract section 4 says: a row that stands identically in two of them counts
 * once, within one as often as it stands. Memory does not grow with the rows: what must be sorted SQLite sorts. */
#ifndef STORE_SNAPSHOT_IMPORT_H
#define STORE_SNAPSHOT_IMPORT_H

#include "store/snapshots.h"

typedef struct SnapshotImport SnapshotImport;

typedef struct SnapshotAbout {
    Date date;
    bool date_given; /* by the user: then only the snapshot before that day can be the same */
    size_t left_out;
} SnapshotAbout;

typedef struct SnapshotOutcome {
    bool unchanged;    /* nothing was kept: the rows are those of `snapshot` */
    Snapshot snapshot; /* the new one, or the one that is the same */
} SnapshotOutcome;

/* Waits for another import to end. NULL and an error. */
SnapshotImport *snapshot_import_begin(Snapshots *snapshots, GError **error);
/* The rows from here on are of that file. */
void snapshot_import_file(SnapshotImport *import, Str name);
/* False when it cannot be kept; the end tells why. Row.folded is made here, the row is copied. */
bool snapshot_import_row(SnapshotImport *import, const Row *row);
size_t snapshot_import_rows(const SnapshotImport *import);

/* Commits and frees; false, an error and nothing kept when that fails or a row could not be kept. */
bool snapshot_import_end(SnapshotImport **import, const SnapshotAbout *about, Arena *arena, SnapshotOutcome *out, GError **error);
void snapshot_import_cancel(SnapshotImport **import);

#endif
