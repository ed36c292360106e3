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

static bool add_snapshot(Store *store, const char *path, Str which, GError **error) {
    SnapshotRows *rows = snapshot_rows_open(path, which, error);
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

static bool fill(Board *board, const DashboardReader *reader, const char *const *paths, Str which, GPtrArray *warnings, GError **error) {
    size_t n = 0, stores = 0;
    for (; paths && paths[n]; n++)
        if (board_is_store(paths[n])) {
            add_fingerprint(reader->contents, paths[n], which);
            stores++;
        }
    if (str_given(which) && !stores) {
        g_set_error(error, g_quark_from_static_string("resolver-dashboard"), 2,
                    "a snapshot was asked for (" STR_FMT "), but no store of dashboards was given", STR_ARG(which));
        return false;
    }
    if (n == 1 && stores)
        return (board->rows = snapshot_rows_open(paths[0], which, error)) != NULL;
    board->store = store_new();
    for (size_t i = 0; i < n; i++)
        if (board_is_store(paths[i]) ? !add_snapshot(board->store, paths[i], which, error)
                                     : !dashboards_add(board->store, reader, paths[i], warnings, error))
            return false;
    return true;
}

Board *board_open(const DashboardReader *reader, const char *const *paths, const char *snapshot, GPtrArray *warnings, GError **error) {
    Board *board = g_new0(Board, 1);
    if (!fill(board, reader, paths, str_of(snapshot), warnings, error))
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
