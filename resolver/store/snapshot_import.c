#include "store/snapshot_import.h"

#include <inttypes.h>

#include "store/digest.h"
#include "store/snapshots_own.h"
#include "base/buf.h"
#include "base/banned.h"

/* The sum of its rows' digests: it does not tell their order. */
typedef struct Content {
    uint64_t sum[4];
} Content;

struct SnapshotImport {
    Snapshots *snapshots;
    Database *database;
    sqlite3_stmt *insert;
    GError *failure;     /* of a row or a file; the end tells it */
    int64_t id;
    size_t files, rows, unnamed;
    Arena *scratch;      /* of one row */
    Arena *arena;        /* of the import */
    GChecksum *checksum; /* of one row */
    Content content;
    Str first_partner;   /* folded; absent when no row named one */
    Str only_partner;    /* as written first */
    bool several;
};

/* ---- beginning ---- */

/* No number is ever given again. */
static bool take_number(SnapshotImport *import) {
    sqlite3_stmt *statement = database_prepare(import->database, &import->failure,
                                               "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'snapshot'");
    if (statement && database_step(import->database, statement, &import->failure))
        import->id = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return !import->failure;
}

static bool begin(SnapshotImport *import) {
    Database *database = import->database;
    if (!database_run(database, &import->failure, "BEGIN IMMEDIATE") || !take_number(import))
        return false;
    if (!database_make_rows(database, import->id, &import->failure))
        return false;
    import->insert = database_prepare(database, &import->failure,
                                      "INSERT INTO rows_%lld VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
                                      (long long)import->id);
    return import->insert != NULL;
}

SnapshotImport *snapshot_import_begin(Snapshots *snapshots, GError **error) {
    SnapshotImport *import = g_new0(SnapshotImport, 1);
    *import = (SnapshotImport){.snapshots = snapshots, .database = snapshots->database, .scratch = arena_new(),
                               .arena = arena_new(), .checksum = g_checksum_new(G_CHECKSUM_SHA256)};
    if (begin(import))
        return import;
    g_propagate_error(error, g_steal_pointer(&import->failure));
    snapshot_import_cancel(&import);
    return NULL;
}

void snapshot_import_file(SnapshotImport *import, Str name) {
    if (import->failure)
        return;
    sqlite3_stmt *statement = database_prepare(import->database, &import->failure, "INSERT INTO source VALUES (%lld, %zu, ?1)",
                                               (long long)import->id, import->files++);
    if (!statement)
        return;
    sqlite3_bind_text(statement, 1, name.data, (int)name.len, SQLITE_STATIC);
    database_step(import->database, statement, &import->failure);
    sqlite3_finalize(statement);
}

/* ---- one row ---- */

static void bind_text(sqlite3_stmt *statement, int column, Str text) {
    if (str_given(text))
        sqlite3_bind_text(statement, column, text.data, (int)text.len, SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, column);
}

/* `as_written` where it is not what is compared. */
static void bind_written(sqlite3_stmt *statement, int column, Str compared, Str as_written) {
    bind_text(statement, column, str_eq(compared, as_written) ? STR_NONE : as_written);
}

/* What two refreshes are compared by: what a row says, not where it stood or how it was written. */
static void digest(SnapshotImport *import, const Str *parts, size_t n, Content *out) {
    gsize size = sizeof *out;
    Buf told = {.arena = import->scratch};
    for (size_t i = 0; i < n; i++) {
        buf_add(&told, str_given(parts[i]) ? parts[i] : STR("-"));
        buf_add_char(&told, '\x1F');
    }
    g_checksum_reset(import->checksum);
    g_checksum_update(import->checksum, (const guchar *)told.data, (gssize)told.len);
    g_checksum_get_digest(import->checksum, (guint8 *)out, &size);
}

static void add_content(SnapshotImport *import, const Content *row) {
    for (size_t i = 0; i < G_N_ELEMENTS(row->sum); i++)
        import->content.sum[i] += row->sum[i];
}

static void take_content(SnapshotImport *import, const Content *row) {
    for (size_t i = 0; i < G_N_ELEMENTS(row->sum); i++)
        import->content.sum[i] -= row->sum[i];
}

static Str content_str(const SnapshotImport *import) {
    const uint64_t *sum = import->content.sum;
    return arena_printf(import->arena, "%016" PRIx64 "%016" PRIx64 "%016" PRIx64 "%016" PRIx64, sum[0], sum[1], sum[2], sum[3]);
}

/* "10.50" and "10.5" are one value. */
static Str plain(Str number) {
    if (str_find_char(number, '.') < 0)
        return number;
    while (number.len && number.data[number.len - 1] == '0')
        number.len--;
    return number;
}

static void note_partner(SnapshotImport *import, Str folded, Str as_written) {
    if (str_empty(folded) || import->several)
        return;
    if (!str_given(import->first_partner)) {
        import->first_partner = arena_str(import->arena, folded);
        import->only_partner = arena_str(import->arena, as_written);
    } else if (!str_eq(import->first_partner, folded)) {
        import->several = true;
    }
}

bool snapshot_import_row(SnapshotImport *import, const Row *row) {
    sqlite3_stmt *insert = import->insert;
    Arena *scratch = import->scratch;
    if (import->failure)
        return false;
    arena_clear(scratch);
    Str partner = str_empty(row->partner_id) ? STR_NONE : number_fold(scratch, row->partner_id);
    Str number = number_fold(scratch, row->invoice_number), kpi = decimal_str(scratch, row->kpi);
    Str revenue = decimal_str(scratch, row->revenue), period = decimal_str(scratch, decimal_int(row->year * 100 + row->month));
    Str other = row->revenue_unsure ? decimal_str(scratch, row->revenue_other) : STR_NONE;
    Str units = decimal_str(scratch, row->units), currency = str_empty(row->currency) ? STR_NONE : row->currency;
    sqlite3_bind_int64(insert, 1, (sqlite3_int64)++import->rows);
    sqlite3_bind_int64(insert, 2, (sqlite3_int64)import->files - 1);
    sqlite3_bind_int64(insert, 3, (sqlite3_int64)row->line);
    bind_text(insert, 4, partner);
    bind_written(insert, 5, partner, row->partner_id);
    sqlite3_bind_int(insert, 6, row->year * 100 + row->month);
    bind_text(insert, 7, row->omlp_type);
    sqlite3_bind_int64(insert, 8, decimal_to_int(row->units));
    bind_text(insert, 9, number);
    bind_written(insert, 10, number, row->invoice_number);
    bind_text(insert, 11, kpi);
    bind_text(insert, 12, revenue);
    bind_text(insert, 13, other);
    bind_text(insert, 14, currency);
    uint64_t whose = str_given(partner) ? digest_text(partner) : 0;
    uint64_t purchase = digest_purchase(scratch, whose, row);
    sqlite3_bind_int64(insert, 15, (sqlite3_int64)(import->database->placed ? digest_placed(whose, row, purchase) : purchase));
    Content content;
    digest(import, (Str[]){partner, period, row->omlp_type, units, number, plain(kpi), plain(revenue), plain(other), currency}, 9, &content);
    add_content(import, &content);
    note_partner(import, partner, row->partner_id);
    import->unnamed += !str_given(partner);
    database_step(import->database, insert, &import->failure);
    sqlite3_reset(insert);
    return !import->failure;
}

size_t snapshot_import_rows(const SnapshotImport *import) {
    return import->rows;
}

/* ---- several files ---- */

/* A value without the zeros at its end: "10", "10.0" and "10.00" are one. */
#define PLAIN(column) "CASE WHEN instr(" column ", '.') THEN rtrim(rtrim(" column ", '0'), '.') ELSE " column " END"
#define IDENTITY "partner, period, type, units, number, " PLAIN("kpi") ", " PLAIN("revenue") ", currency"
#define COMPARED "partner, period, type, units, number, kpi, revenue, revenue_other, currency"

static void take_row(SnapshotImport *import, sqlite3_stmt *gone) {
    Str parts[9];
    Content content;
    arena_clear(import->scratch);
    for (int i = 0; i < 9; i++)
        parts[i] = database_text(gone, i, import->scratch);
    for (int i = 5; i < 8; i++)
        parts[i] = plain(parts[i]);
    digest(import, parts, 9, &content);
    take_content(import, &content);
    import->rows--;
}

/* The first, second ... copy of a row in one file and the first, second ... in another are one. */
static bool unite(SnapshotImport *import, GError **error) {
    long long id = import->id;
    GError *cause = NULL;
    if (import->files < 2)
        return true;
    sqlite3_stmt *statement =
        database_prepare(import->database, error,
                         "DELETE FROM rows_%lld WHERE row NOT IN (SELECT min(row) FROM (SELECT row, row_number() OVER "
                         "(PARTITION BY file, " IDENTITY " ORDER BY row) AS copy, * FROM rows_%lld) GROUP BY copy, " IDENTITY
                         ") RETURNING " COMPARED, id, id);
    while (statement && database_step(import->database, statement, &cause))
        take_row(import, statement);
    sqlite3_finalize(statement);
    if (cause)
        g_propagate_error(error, cause);
    return statement && !cause;
}

/* ---- ending ---- */

/* The snapshots that the new one would stand beside: before it by date, and, where nobody gave a date, also behind. */
static bool find_same(SnapshotImport *import, const SnapshotAbout *about, Arena *arena, SnapshotOutcome *out, GError **error) {
    SnapshotList all;
    Str content = content_str(import);
    const Snapshot *before = NULL, *behind = NULL;
    if (!snapshots_list(import->snapshots, arena, &all, error))
        return false;
    for (size_t i = 0; i < all.len; i++) {
        const Snapshot *one = &all.items[i];
        if (date_cmp(one->date, about->date) <= 0)
            before = one;
        else if (!behind && !about->date_given)
            behind = one;
    }
    const Snapshot *same = before && str_eq(before->content, content) ? before
                           : behind && str_eq(behind->content, content) ? behind : NULL;
    out->unchanged = same != NULL;
    if (same)
        out->snapshot = *same;
    return true;
}

static Str now(Arena *arena) {
    g_autoptr(GDateTime) time = g_date_time_new_now_utc();
    g_autofree char *text = g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
    return arena_cstr(arena, text);
}

static bool fill(SnapshotImport *import, const SnapshotAbout *about, GError **error) {
    sqlite3_stmt *statement = database_prepare(import->database, error,
                                               "INSERT INTO snapshot (date, imported, content, rows, left_out, partners, "
                                               "only_partner, id, unnamed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    if (!statement)
        return false;
    GError *cause = NULL;
    bind_text(statement, 1, date_iso(import->arena, about->date));
    bind_text(statement, 2, now(import->arena));
    bind_text(statement, 3, content_str(import));
    sqlite3_bind_int64(statement, 4, (sqlite3_int64)import->rows);
    sqlite3_bind_int64(statement, 5, (sqlite3_int64)about->left_out);
    sqlite3_bind_int(statement, 6, import->several ? 2 : str_given(import->first_partner));
    bind_text(statement, 7, import->several ? STR_NONE : import->only_partner);
    sqlite3_bind_int64(statement, 8, import->id);
    sqlite3_bind_int64(statement, 9, (sqlite3_int64)import->unnamed);
    database_step(import->database, statement, &cause);
    sqlite3_finalize(statement);
    if (cause)
        g_propagate_error(error, cause);
    return !cause;
}

static bool keep(SnapshotImport *import, const SnapshotAbout *about, Arena *arena, SnapshotOutcome *out, GError **error) {
    Str id = arena_printf(arena, "%lld", (long long)import->id);
    return database_index_rows(import->database, import->id, error) && fill(import, about, error) &&
           database_run(import->database, error, "COMMIT") &&
           snapshots_find(import->snapshots, arena, id, &out->snapshot, error);
}

bool snapshot_import_end(SnapshotImport **ended, const SnapshotAbout *about, Arena *arena, SnapshotOutcome *out, GError **error) {
    SnapshotImport *import = *ended;
    *out = (SnapshotOutcome){0};
    bool good = !import->failure && unite(import, &import->failure) && find_same(import, about, arena, out, &import->failure) &&
                (out->unchanged || keep(import, about, arena, out, &import->failure));
    if (!good)
        g_propagate_error(error, g_steal_pointer(&import->failure));
    snapshot_import_cancel(ended);
    return good;
}

void snapshot_import_cancel(SnapshotImport **cancelled) {
    SnapshotImport *import = *cancelled;
    if (!import)
        return;
    sqlite3_finalize(import->insert);
    if (!sqlite3_get_autocommit(import->database->db))
        database_run(import->database, NULL, "ROLLBACK");
    g_clear_error(&import->failure);
    g_checksum_free(import->checksum);
    arena_free(&import->scratch);
    arena_free(&import->arena);
    g_free(import);
    *cancelled = NULL;
}
