#define _POSIX_C_SOURCE 200809L
#include "store/snapshot_rows.h"

#include <unistd.h>

#include "store/digest.h"
#include "store/snapshots_own.h"
#include "base/banned.h"

#define OLDER_MOST 100 /* refreshes that are asked, years of them: a desk that imports every day must not wait for a thousand */

/* The look-ups of one snapshot; the older ones are prepared when one is first asked for. */
typedef struct Era {
    SnapshotRows *rows;
    Snapshot snapshot;
    sqlite3_stmt *by_number, *by_purchase;
} Era;

struct SnapshotRows {
    char *path;
    Arena *arena;
    Snapshots *open;   /* of this process; NULL until something is asked */
    pid_t process;     /* that opened it */
    pid_t first;       /* that chose the snapshot */
    Era *eras;         /* the chosen snapshot, then the older ones, newest first */
    size_t n;
    GError *failure;
};

/* ---- choosing ---- */

/* Of each day the last import: it corrects those before. */
static void keep_eras(SnapshotRows *rows, const SnapshotList *all, int64_t chosen) {
    rows->eras = ARENA_ARRAY(rows->arena, Era, all->len);
    for (size_t i = all->len; i-- > 0 && rows->n <= OLDER_MOST;) {
        const Snapshot *one = &all->items[i];
        if (rows->n ? date_cmp(one->date, rows->eras[rows->n - 1].snapshot.date) < 0 : one->id == chosen)
            rows->eras[rows->n++] = (Era){.rows = rows, .snapshot = *one};
    }
}

static bool choose(SnapshotRows *rows, Str which, GError **error) {
    SnapshotList all;
    Snapshot chosen;
    Snapshots *snapshots = snapshots_open(rows->path, error);
    bool good = snapshots && snapshots_find(snapshots, rows->arena, which, &chosen, error) &&
                database_check_rows(snapshots->database, chosen.id, error) &&
                snapshots_list(snapshots, rows->arena, &all, error);
    snapshots_close(&snapshots);
    if (!good)
        return false;
    keep_eras(rows, &all, chosen.id);
    return true;
}

SnapshotRows *snapshot_rows_open(const char *path, Str which, GError **error) {
    SnapshotRows *rows = g_new0(SnapshotRows, 1);
    *rows = (SnapshotRows){.path = g_strdup(path), .arena = arena_new(), .first = getpid()};
    if (!choose(rows, which, error))
        snapshot_rows_free(&rows);
    return rows;
}

static void forget_statements(SnapshotRows *rows, bool own) {
    for (size_t i = 0; i < rows->n; i++) {
        if (own) {
            sqlite3_finalize(rows->eras[i].by_number);
            sqlite3_finalize(rows->eras[i].by_purchase);
        }
        rows->eras[i].by_number = rows->eras[i].by_purchase = NULL;
    }
}

/* Workers that were killed left their log beside the database: whoever closes it last clears it away. */
static void clear_away(const SnapshotRows *rows) {
    g_autofree char *log = g_strconcat(rows->path, "-wal", NULL);
    Snapshots *last = g_file_test(log, G_FILE_TEST_EXISTS) ? snapshots_open(rows->path, NULL) : NULL;
    snapshots_close(&last);
}

void snapshot_rows_free(SnapshotRows **freed) {
    SnapshotRows *rows = *freed;
    if (!rows)
        return;
    bool own = rows->process == getpid();
    forget_statements(rows, own);
    if (own)
        snapshots_close(&rows->open);
    if (rows->first == getpid())
        clear_away(rows);
    g_clear_error(&rows->failure);
    arena_free(&rows->arena);
    g_free(rows->path);
    g_free(rows);
    *freed = NULL;
}

const Snapshot *snapshot_rows_about(const SnapshotRows *rows) {
    return &rows->eras[0].snapshot;
}

const char *snapshot_rows_failure(const SnapshotRows *rows) {
    return rows->failure ? rows->failure->message : NULL;
}

/* ---- a connection for each process ---- */

/* What was inherited through a fork is the parent's, and is not even closed. */
static bool connect_process(SnapshotRows *rows, GError **error) {
    if (rows->process == getpid() && rows->open)
        return true;
    forget_statements(rows, false);
    rows->process = getpid();
    rows->open = snapshots_open(rows->path, error);
    return rows->open != NULL;
}

void snapshot_rows_forked(SnapshotRows *rows) {
    if (!rows->failure)
        connect_process(rows, &rows->failure);
}

static sqlite3_stmt *statement_of(Era *era, sqlite3_stmt **statement, const char *where) {
    SnapshotRows *rows = era->rows;
    if (rows->failure || !connect_process(rows, &rows->failure))
        return NULL;
    if (!*statement && database_check_rows(rows->open->database, era->snapshot.id, &rows->failure))
        *statement = database_prepare(rows->open->database, &rows->failure,
                                      "SELECT " SNAPSHOT_ROW " FROM rows_%lld WHERE %s ORDER BY row",
                                      (long long)era->snapshot.id, where);
    return rows->failure ? NULL : *statement;
}

/* ---- look-ups ---- */

static bool read_row(Era *era, sqlite3_stmt *statement, Arena *arena, Row *out, GError **error) {
    if (snapshot_row(statement, &era->snapshot.sources, arena, out))
        return true;
    g_set_error(error, database_error(), SQLITE_CORRUPT, "%s: the database is damaged", era->rows->path);
    return false;
}

static void give(Era *era, sqlite3_stmt *statement, Arena *arena, RowRefs *out) {
    GError **failure = &era->rows->failure;
    while (!*failure && database_step(era->rows->open->database, statement, failure)) {
        Row *row = ARENA_NEW(arena, Row);
        if (read_row(era, statement, arena, row, failure))
            *VEC_PUSH(arena, out) = row;
    }
    sqlite3_reset(statement);
}

static void by_number(void *self, Arena *arena, Str folded, RowRefs *out) {
    Era *era = self;
    sqlite3_stmt *statement = statement_of(era, &era->by_number, "number = ?1");
    if (!statement)
        return;
    sqlite3_bind_text(statement, 1, str_given(folded) ? folded.data : "", (int)folded.len, SQLITE_STATIC);
    give(era, statement, arena, out);
}

static void by_purchase(void *self, Arena *arena, const Row *like, RowRefs *out) {
    Era *era = self;
    if (str_empty(like->partner_id) && !era->snapshot.unnamed)
        return;
    sqlite3_stmt *statement = statement_of(era, &era->by_purchase, "purchase = ?1 AND partner IS ?2");
    if (!statement)
        return;
    uint64_t whose = digest_partner(arena, like->partner_id), purchase = digest_purchase(arena, whose, like);
    if (era->rows->open->database->placed)
        purchase = digest_placed(whose, like, purchase);
    Str partner = str_empty(like->partner_id) ? STR_NONE : number_fold(arena, like->partner_id);
    sqlite3_bind_int64(statement, 1, (sqlite3_int64)purchase);
    sqlite3_bind_text(statement, 2, partner.data, (int)partner.len, SQLITE_STATIC);
    give(era, statement, arena, out);
}

static Str only_partner(void *self, bool *unnamed) {
    const Era *era = self;
    *unnamed = era->snapshot.rows > 0 && !era->snapshot.partners;
    return era->snapshot.partners == 1 ? era->snapshot.only_partner : STR_NONE;
}

static RowLookup lookup_of(Era *era) {
    return (RowLookup){.store = era, .by_number = by_number, .by_purchase = by_purchase, .only_partner = only_partner};
}

static bool older(void *self, size_t n, RowLookup *out, Date *date) {
    SnapshotRows *rows = ((Era *)self)->rows;
    if (n + 1 >= rows->n)
        return false;
    *out = lookup_of(&rows->eras[n + 1]);
    *date = rows->eras[n + 1].snapshot.date;
    return true;
}

RowLookup snapshot_rows_lookup(SnapshotRows *rows) {
    RowLookup lookup = lookup_of(&rows->eras[0]);
    lookup.older = older;
    return lookup;
}

/* ---- all of them ---- */

bool snapshot_rows_each(SnapshotRows *rows, SnapshotRowEach *each, void *self, GError **error) {
    Era *era = &rows->eras[0];
    Row row;
    if (!connect_process(rows, error))
        return false;
    sqlite3_stmt *statement = database_prepare(rows->open->database, error, "SELECT " SNAPSHOT_ROW " FROM rows_%lld ORDER BY row",
                                               (long long)era->snapshot.id);
    if (!statement)
        return false;
    Arena *arena = arena_new();
    GError *cause = NULL;
    while (database_step(rows->open->database, statement, &cause) && read_row(era, statement, arena, &row, &cause) &&
           each(self, &row))
        arena_clear(arena);
    sqlite3_finalize(statement);
    arena_free(&arena);
    if (cause)
        g_propagate_error(error, cause);
    return !cause;
}

bool snapshot_rows_unsure(SnapshotRows *rows) {
    if (!connect_process(rows, NULL))
        return false;
    sqlite3_stmt *statement = database_prepare(rows->open->database, NULL, "SELECT 1 FROM rows_%lld WHERE revenue_other NOT NULL LIMIT 1",
                                               (long long)rows->eras[0].snapshot.id);
    bool unsure = statement && database_step(rows->open->database, statement, NULL);
    sqlite3_finalize(statement);
    return unsure;
}
