#include "run/board.h"

#include <stdio.h>
#include <sys/stat.h>

#include "run/fingerprint.h"
#include "store/snapshot_rows.h"
#include "base/banned.h"

struct Board {
    Store *store;       /* files */
    SnapshotRows *rows; /* instead of it, when one store is all there is */
};

/* Only of a regular file: what is read of a pipe is gone. */
bool board_is_store(const char *path) {
    static const char magic[16] = "SQLite format 3";
    char head[sizeof magic];
    struct stat status;
    if (dashboards_is_address(path) || stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    FILE *file = fopen(path, "rb");
    bool is = file && fread(head, 1, sizeof head, file) == sizeof head && memcmp(head, magic, sizeof head) == 0;
    if (file)
        fclose(file);
    return is;
}

/* ---- a snapshot as a file among others ---- */

typedef struct Copying {
    Arena *arena;
    DashboardRows rows;
} Copying;

static bool copy_row(void *self, const Row *row) {
    Copying *copying = self;
    Row *copy = VEC_PUSH(copying->arena, &copying->rows);
    *copy = *row;
    copy->partner_id = str_given(row->partner_id) ? arena_str(copying->arena, row->partner_id) : STR_NONE;
    copy->omlp_type = arena_str(copying->arena, row->omlp_type);
    copy->invoice_number = arena_str(copying->arena, row->invoice_number);
    copy->currency = str_given(row->currency) ? arena_str(copying->arena, row->currency) : STR_NONE;
    return true;
}

/* Who finishes the run of an earlier day may not know that a refresh came meanwhile. */
static void warn_of_younger(const char *path, const SnapshotRows *rows, const BoardAsk *ask, GPtrArray *warnings) {
    Date date = snapshot_rows_about(rows)->date;
    if (ask->snapshot || !warnings || date_cmp(date, ask->day) <= 0)
        return;
    Arena *arena = arena_new();
    Str newest = date_iso(arena, date), day = date_iso(arena, ask->day);
    g_ptr_array_add(warnings, g_strdup_printf("%s: its newest refresh, of " STR_FMT ", is used for replies of " STR_FMT
                                              "; --snapshot " STR_FMT " takes the one of then",
                                              path, STR_ARG(newest), STR_ARG(day), STR_ARG(day)));
    arena_free(&arena);
}

static SnapshotRows *open_snapshot(const char *path, const BoardAsk *ask, GPtrArray *warnings, GError **error) {
    SnapshotRows *rows = snapshot_rows_open(path, str_of(ask->snapshot), error);
    if (rows)
        warn_of_younger(path, rows, ask, warnings);
    return rows;
}

static bool add_snapshot(Store *store, const char *path, const BoardAsk *ask, GPtrArray *warnings, GError **error) {
    SnapshotRows *rows = open_snapshot(path, ask, warnings, error);
    if (!rows)
        return false;
    Copying copying = {.arena = arena_new()};
    bool good = snapshot_rows_each(rows, copy_row, &copying, error);
    if (good)
        store_add(store, copying.rows.items, copying.rows.len);
    arena_free(&copying.arena);
    snapshot_rows_free(&rows);
    return good;
}

/* ---- all of them ---- */

/* All its refreshes: a claim may be held against the older ones too. */
static void add_fingerprint(GChecksum *sum, const char *path, Str which) {
    Arena *arena = arena_new();
    SnapshotList list = {0};
    Snapshots *snapshots = sum ? snapshots_open(path, NULL) : NULL;
    if (snapshots && snapshots_list(snapshots, arena, &list, NULL))
        for (size_t i = 0; i < list.len; i++) {
            fingerprint_text(sum, date_iso(arena, list.items[i].date));
            fingerprint_text(sum, list.items[i].content);
        }
    fingerprint_text(sum, which);
    if (snapshots)
        snapshots_close(&snapshots);
    arena_free(&arena);
}

static bool fill(Board *board, const DashboardReader *reader, const BoardAsk *ask, GPtrArray *warnings, GError **error) {
    const char *const *paths = ask->paths;
    size_t n = 0, stores = 0;
    for (; paths && paths[n]; n++)
        if (board_is_store(paths[n])) {
            add_fingerprint(reader->contents, paths[n], str_of(ask->snapshot));
            stores++;
        }
    if (ask->snapshot && !stores) {
        g_set_error(error, g_quark_from_static_string("resolver-dashboard"), 2,
                    "a snapshot was asked for (%s), but no store of dashboards was given", ask->snapshot);
        return false;
    }
    if (n == 1 && stores)
        return (board->rows = open_snapshot(paths[0], ask, warnings, error)) != NULL;
    board->store = store_new();
    for (size_t i = 0; i < n; i++)
        if (board_is_store(paths[i]) ? !add_snapshot(board->store, paths[i], ask, warnings, error)
                                     : !dashboards_add(board->store, reader, paths[i], warnings, error))
            return false;
    return true;
}

Board *board_open(const DashboardReader *reader, const BoardAsk *ask, GPtrArray *warnings, GError **error) {
    Board *board = g_new0(Board, 1);
    if (!fill(board, reader, ask, warnings, error))
        board_free(&board);
    return board;
}

void board_free(Board **board) {
    if (!*board)
        return;
    store_free(&(*board)->store);
    snapshot_rows_free(&(*board)->rows);
    g_free(*board);
    *board = NULL;
}

void board_forked(Board *board) {
    if (board->rows)
        snapshot_rows_forked(board->rows);
}

RowLookup board_lookup(Board *board) {
    return board->rows ? snapshot_rows_lookup(board->rows) : store_lookup(board->store);
}

const char *board_failure(const Board *board) {
    return board->rows ? snapshot_rows_failure(board->rows) : NULL;
}
