/* Diff: what changed from one snapshot to another: rows that came, went, or say something else now.
 *
 * Both are gone through side by side in the order of partner and invoice number, so memory holds the rows of one number at a
 * time. Rows that are the same in all that they say are no change, wherever they stand. Of the others of a partner and number
 * each is paired with the likest: of the same type and period, else of the same type, else with what is left. */
#ifndef STORE_SNAPSHOT_DIFF_H
#define STORE_SNAPSHOT_DIFF_H

#include "store/snapshots.h"

typedef enum ChangeKind { CHANGE_CAME, CHANGE_WENT, CHANGE_CHANGED, CHANGE_COUNT } ChangeKind;

typedef struct Change {
    ChangeKind kind;
    const Row *before, *after; /* NULL for a row that came or went; both live until `each` returns */
} Change;

typedef struct DiffCounts {
    size_t of[CHANGE_COUNT];
    size_t same;
} DiffCounts;

/* False ends it. */
typedef bool ChangeEach(void *self, const Change *change);

/* False and an error when the database fails; true also when `each` ended it. */
bool snapshots_diff(Snapshots *snapshots, const Snapshot *before, const Snapshot *after, ChangeEach *each, void *self,
                    DiffCounts *counts, GError **error);

/* The details in which two rows differ, as DETAIL_BITs. */
unsigned rows_differ(const Row *before, const Row *after);

#endif
