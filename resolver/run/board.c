#include "run/board.h"

#include <stdio.h>
#include <sys/stat.h>

#include "run/fingerprint.h"
#include "store/snapshot_rows.h"
#include "base/banned.h"

/* The united dashboard as it was with an older refresh of one of its stores: what else there is stayed as it is. */
typedef struct Then {
    const Board *board;
    size_t part;   /* whose refresh it is */
    RowLookup era;
    Date date;
} Then;

struct Board {
    Store *store;       /* all that was given, united */
    SnapshotRows *rows; /* instead of it, when one store is all there is */
    /* For what changed since, of stores that are united with something: */
    Arena *arena;
    Store *files;       /* what has no older refreshes */
    VEC(SnapshotRows *) parts;
    VEC(Then) thens;    /* the newest first */
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

static bool add_snapshot(Board *board, const char *path, const BoardAsk *ask, GPtrArray *warnings, GError **error) {
    SnapshotRows *rows = open_snapshot(path, ask, warnings, error);
    if (!rows)
        return false;
    *VEC_PUSH(board->arena, &board->parts) = rows;
    Copying copying = {.arena = arena_new()};
    bool good = snapshot_rows_each(rows, copy_row, &copying, error);
    if (good)
        store_add(board->store, copying.rows.items, copying.rows.len);
    arena_free(&copying.arena);
    return good;
}

/* ---- what was ---- */

/* A row that stands identically here and there counts once. */
static void unite(Arena *arena, const RowLookup *lookup, Str folded, RowRefs *out) {
    RowRefs more = {0};
    size_t before = out->len;
    lookup->by_number(lookup->store, arena, folded, &more);
    for (size_t i = 0; i < more.len; i++) {
        bool there = false;
        for (size_t k = 0; k < before && !there; k++)
            there = store_rows_identical(arena, out->items[k], more.items[i]);
        if (!there)
            *VEC_PUSH(arena, out) = more.items[i];
    }
}

static void then_by_number(void *self, Arena *arena, Str folded, RowRefs *out) {
    const Then *then = self;
    const Board *board = then->board;
    RowLookup files = store_lookup(board->files);
    then->era.by_number(then->era.store, arena, folded, out);
    unite(arena, &files, folded, out);
    for (size_t i = 0; i < board->parts.len; i++) {
        RowLookup part = snapshot_rows_lookup(board->parts.items[i]);
        if (i != then->part)
            unite(arena, &part, folded, out);
    }
}

static Str then_only_partner(void *self, bool *unnamed) {
    const Then *then = self;
    return then->era.only_partner(then->era.store, unnamed);
}

/* Only asked by number: whether a claim was right then. */
static bool older(void *store, size_t n, RowLookup *out, Date *date) {
    const Board *board = store;
    if (n >= board->thens.len)
        return false;
    *out = (RowLookup){.store = &board->thens.items[n], .by_number = then_by_number, .only_partner = then_only_partner};
    *date = board->thens.items[n].date;
    return true;
}

static int by_date(const void *a, const void *b) {
    return date_cmp(((const Then *)b)->date, ((const Then *)a)->date);
}

static void find_thens(Board *board) {
    Then then = {.board = board};
    for (size_t i = 0; i < board->parts.len; i++) {
        RowLookup chosen = snapshot_rows_lookup(board->parts.items[i]);
        then.part = i;
        for (size_t n = 0; chosen.older(chosen.store, n, &then.era, &then.date); n++)
            *VEC_PUSH(board->arena, &board->thens) = then;
    }
    if (board->thens.len)
        qsort(board->thens.items, board->thens.len, sizeof *board->thens.items, by_date);
}

static void by_number(void *self, Arena *arena, Str folded, RowRefs *out) {
    RowLookup all = store_lookup(((Board *)self)->store);
    all.by_number(all.store, arena, folded, out);
}

static void by_purchase(void *self, Arena *arena, const Row *like, RowRefs *out) {
    RowLookup all = store_lookup(((Board *)self)->store);
    all.by_purchase(all.store, arena, like, out);
}

static Str only_partner(void *self, bool *unnamed) {
    RowLookup all = store_lookup(((Board *)self)->store);
    return all.only_partner(all.store, unnamed);
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
    board->files = stores ? store_new() : NULL;
    for (size_t i = 0; i < n; i++)
        if (board_is_store(paths[i]) ? !add_snapshot(board, paths[i], ask, warnings, error)
                                     : !dashboards_add(board->store, board->files, reader, paths[i], warnings, error))
            return false;
    find_thens(board);
    return true;
}

Board *board_open(const DashboardReader *reader, const BoardAsk *ask, GPtrArray *warnings, GError **error) {
    Board *board = g_new0(Board, 1);
    board->arena = arena_new();
    if (!fill(board, reader, ask, warnings, error))
        board_free(&board);
    return board;
}

void board_free(Board **board) {
    if (!*board)
        return;
    for (size_t i = 0; i < (*board)->parts.len; i++)
        snapshot_rows_free(&(*board)->parts.items[i]);
    store_free(&(*board)->store);
    store_free(&(*board)->files);
    snapshot_rows_free(&(*board)->rows);
    arena_free(&(*board)->arena);
    g_free(*board);
    *board = NULL;
}

void board_forked(Board *board) {
    if (board->rows)
        snapshot_rows_forked(board->rows);
    for (size_t i = 0; i < board->parts.len; i++)
        snapshot_rows_forked(board->parts.items[i]);
}

RowLookup board_lookup(Board *board) {
    if (board->rows)
        return snapshot_rows_lookup(board->rows);
    if (!board->thens.len)
        return store_lookup(board->store);
    return (RowLookup){.store = board, .by_number = by_number, .by_purchase = by_purchase, .only_partner = only_partner, .older = older};
}

const char *board_failure(const Board *board) {
    const char *failure = board->rows ? snapshot_rows_failure(board->rows) : NULL;
    for (size_t i = 0; i < board->parts.len && !failure; i++)
        failure = snapshot_rows_failure(board->parts.items[i]);
    return failure;
}
