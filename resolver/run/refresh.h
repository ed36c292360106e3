/* Refresh: what a dashboard shows now, from its files or addresses into a store of snapshots.
 *
 * Several files are one refresh, united as for `-d`. Rows go from the file into the database one by one. The store is made
 * when the first of them arrives: a file that is no dashboard leaves nothing behind. */
#ifndef RUN_REFRESH_H
#define RUN_REFRESH_H

#include "run/dashboards.h"
#include "store/snapshot_import.h"

/* Where the date of a refresh comes from. */
typedef enum RefreshDated { REFRESH_GIVEN, REFRESH_BY_NAME, REFRESH_BY_FILE, REFRESH_TODAY } RefreshDated;

typedef struct RefreshOutcome {
    SnapshotOutcome kept;
    RefreshDated dated;
    Str dated_by; /* the file whose name or day it was */
} RefreshOutcome;

/* Told of every REFRESH_STEP rows. */
#define REFRESH_STEP 20000
typedef struct RefreshWatch {
    void *self;
    void (*tell)(void *self, size_t rows);
} RefreshWatch;

/* `paths` ends with NULL; `date` year 0: the newest date in their names ("kpi-2026-01-15.csv"), else the newest day on which
 * one was changed, for an address today. Rows left out go to `warnings` as "file:line: why". False and an error when one
 * cannot be read, when none of its rows can, or when the store cannot be written: then nothing was kept. `watch` may be NULL. */
bool refresh_import(const DashboardReader *reader, const char *store, const char *const *paths, Date date, Arena *arena,
                    GPtrArray *warnings, const RefreshWatch *watch, RefreshOutcome *out, GError **error);

/* The date that a file's name bears: "2026-01-15", "20260115", "2026_01_15"; year 0 when it bears none. */
Date refresh_date_in_name(Str name);

#endif
