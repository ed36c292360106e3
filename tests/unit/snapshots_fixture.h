/* Refreshes in one line of text a row (match_fixture.h), imported into a store in a folder of its own. */
#ifndef TESTS_SNAPSHOTS_FIXTURE_H
#define TESTS_SNAPSHOTS_FIXTURE_H

#include <criterion/criterion.h>
#include <glib/gstdio.h>

#include "match_fixture.h"
#include "store/snapshot_import.h"
#include "store/snapshot_rows.h"

typedef struct Desk {
    Arena *arena;
    char *folder, *path;
} Desk;

static inline Desk desk_new(void) {
    Desk desk = {.arena = arena_new(), .folder = g_dir_make_tmp("snapshots-XXXXXX", NULL)};
    desk.path = g_build_filename(desk.folder, "kpi.db", NULL);
    return desk;
}

static inline void desk_free(Desk *desk) {
    GDir *dir = g_dir_open(desk->folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename(desk->folder, name, NULL);
        g_remove(path);
    }
    g_dir_close(dir);
    g_rmdir(desk->folder);
    g_free(desk->folder);
    g_free(desk->path);
    arena_free(&desk->arena);
}

/* Up to three files parted by the caller, NULL behind the last. */
static inline SnapshotOutcome desk_import(Desk *desk, const char *day, const char *const *files) {
    GError *error = NULL;
    SnapshotOutcome outcome = {0};
    Snapshots *snapshots = snapshots_open_writable(desk->path, &error);
    SnapshotImport *import = snapshots ? snapshot_import_begin(snapshots, &error) : NULL;
    for (int i = 0; import && i < 3 && files[i]; i++) {
        Str rest = str_of(files[i]), line;
        snapshot_import_file(import, arena_printf(desk->arena, "%c.csv", 'a' + i));
        for (size_t n = 1; word_next(&rest, '\n', &line); n++) {
            Row row = row_of(desk->arena, line);
            row.line = n;
            snapshot_import_row(import, &row);
        }
    }
    SnapshotAbout about = {.date = day_of(day), .date_given = true};
    if (import)
        snapshot_import_end(&import, &about, desk->arena, &outcome, &error);
    cr_assert_null(error, "%s", error ? error->message : "");
    snapshots_close(&snapshots);
    return outcome;
}

static inline SnapshotOutcome desk_refresh(Desk *desk, const char *day, const char *rows) {
    return desk_import(desk, day, (const char *const[]){rows, NULL, NULL});
}

static inline Str row_str(Arena *arena, const Row *row) {
    return arena_printf(arena, STR_FMT " %d-%02d " STR_FMT " " STR_FMT " " STR_FMT "=" STR_FMT " " STR_FMT " " STR_FMT STR_FMT " " STR_FMT "\n",
                        STR_ARG(row->partner_id), row->year, row->month, STR_ARG(row->omlp_type), STR_ARG(decimal_str(arena, row->units)),
                        STR_ARG(row->invoice_number), STR_ARG(row->folded), STR_ARG(decimal_str(arena, row->kpi)),
                        STR_ARG(decimal_str(arena, row->revenue)), STR_ARG(row->revenue_unsure ? decimal_str(arena, row->revenue_other) : STR("")),
                        STR_ARG(row->currency));
}

static inline Str rows_str(Arena *arena, const RowRefs *rows) {
    Buf buf = {.arena = arena};
    for (size_t i = 0; i < rows->len; i++)
        buf_add(&buf, row_str(arena, rows->items[i]));
    return buf_str(&buf);
}

#endif
