/* Snapshots: the refreshes of a dashboard that a store remembers, one for each import that changed something.
 *
 *     Snapshots *snapshots = snapshots_open("kpi.db", &error);
 *     Snapshot newest;
 *     if (snapshots_find(snapshots, arena, STR_NONE, &newest, &error)) ...
 *     snapshots_close(&snapshots);
 *
 * They are told apart by their number, which is never given again, and ordered by date, then by number: the later import of
 * a day corrects the earlier one. Rows are asked for by snapshot_rows.h, added by snapshot_import.h, compared by
 * snapshot_diff.h. Errors name the file. */
#ifndef STORE_SNAPSHOTS_H
#define STORE_SNAPSHOTS_H

#include <glib.h>

#include "model/model.h"

typedef struct Snapshots Snapshots;

typedef struct Snapshot {
    int64_t id;
    Date date;        /* of the refresh */
    Str imported;     /* when, UTC: "2026-01-15T08:00:00Z" */
    Str content;      /* the same for the same rows, in any order and from any files; hexadecimal */
    size_t rows;
    size_t left_out;  /* rows of its files that could not be read */
    Strs sources;     /* the names of its files, in their order */
    int partners;     /* how many its rows name: 0, 1, or 2 for several */
    Str only_partner; /* when it is one */
    size_t unnamed;   /* rows that name none; of several files no fewer than are left */
} Snapshot;
typedef VEC(Snapshot) SnapshotList;

/* NULL and an error when it is no store, a damaged one, or of another version. */
Snapshots *snapshots_open(const char *path, GError **error);
Snapshots *snapshots_open_writable(const char *path, GError **error); /* made when there is none */
void snapshots_close(Snapshots **snapshots);

/* Oldest first. */
bool snapshots_list(Snapshots *snapshots, Arena *arena, SnapshotList *out, GError **error);

/* "2026-01-15": the newest of that day or before; "7": by its number; STR_NONE: the newest. An error when there is none. */
bool snapshots_find(Snapshots *snapshots, Arena *arena, Str which, Snapshot *out, GError **error);

/* Forgets one; opened writable. The room it took is used by the next import. */
bool snapshots_forget(Snapshots *snapshots, int64_t id, GError **error);

#endif
