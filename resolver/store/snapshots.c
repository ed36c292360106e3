#include "store/snapshots.h"

#include "store/snapshots_own.h"
#include "base/banned.h"

static Snapshots *opened(Database *database) {
    if (!database)
        return NULL;
    Snapshots *snapshots = g_new0(Snapshots, 1);
    snapshots->database = database;
    return snapshots;
}

Snapshots *snapshots_open(const char *path, GError **error) {
    return opened(database_open(path, error));
}

Snapshots *snapshots_open_writable(const char *path, GError **error) {
    return opened(database_open_writable(path, error));
}

void snapshots_close(Snapshots **snapshots) {
    if (!*snapshots)
        return;
    database_close(&(*snapshots)->database);
    g_free(*snapshots);
    *snapshots = NULL;
}

/* ---- reading them ---- */

#define SNAPSHOT "id, date, imported, content, rows, left_out, partners, only_partner, unnamed"

static bool damaged(Database *database, GError **error) {
    g_set_error(error, database_error(), SQLITE_CORRUPT, "%s: the database is damaged", database->path);
    return false;
}

static bool read_sources(Database *database, Arena *arena, Snapshot *out, GError **error) {
    sqlite3_stmt *statement = database_prepare(database, error, "SELECT name FROM source WHERE snapshot = %lld ORDER BY place",
                                               (long long)out->id);
    GError *cause = NULL;
    while (statement && database_step(database, statement, &cause))
        *VEC_PUSH(arena, &out->sources) = database_text(statement, 0, arena);
    sqlite3_finalize(statement);
    if (cause)
        g_propagate_error(error, cause);
    return statement && !cause;
}

static bool read_snapshot(Database *database, sqlite3_stmt *statement, Arena *arena, Snapshot *out, GError **error) {
    *out = (Snapshot){.id = sqlite3_column_int64(statement, 0),
                      .imported = database_text(statement, 2, arena),
                      .content = database_text(statement, 3, arena),
                      .rows = (size_t)sqlite3_column_int64(statement, 4),
                      .left_out = (size_t)sqlite3_column_int64(statement, 5),
                      .partners = sqlite3_column_int(statement, 6),
                      .only_partner = database_text(statement, 7, arena),
                      .unnamed = (size_t)sqlite3_column_int64(statement, 8)};
    if (!date_parse_iso(database_text(statement, 1, arena), &out->date))
        return damaged(database, error);
    return read_sources(database, arena, out, error);
}

bool snapshots_list(Snapshots *snapshots, Arena *arena, SnapshotList *out, GError **error) {
    Database *database = snapshots->database;
    sqlite3_stmt *statement = database_prepare(database, error, "SELECT " SNAPSHOT " FROM snapshot ORDER BY date, id");
    GError *cause = NULL;
    bool good = statement != NULL;
    *out = (SnapshotList){0};
    while (good && database_step(database, statement, &cause))
        good = read_snapshot(database, statement, arena, VEC_PUSH(arena, out), &cause);
    sqlite3_finalize(statement);
    if (cause)
        g_propagate_error(error, cause);
    return good && !cause;
}

/* A number and nothing else. */
static bool is_id(Str which, int64_t *id) {
    Decimal number;
    bool is = decimal_parse(which, &number) && number.scale == 0 && number.units > 0;
    *id = is ? number.units : 0;
    return is;
}

static bool none(const Database *database, GError **error, Str which) {
    if (str_given(which))
        g_set_error(error, database_error(), 1, "%s: there is no snapshot %s" STR_FMT "%s", database->path,
                    str_find_char(which, '-') >= 0 ? "of " : "", STR_ARG(which), str_find_char(which, '-') >= 0 ? " or before" : "");
    else
        g_set_error(error, database_error(), 1, "%s: holds no snapshot yet", database->path);
    return false;
}

bool snapshots_find(Snapshots *snapshots, Arena *arena, Str which, Snapshot *out, GError **error) {
    Database *database = snapshots->database;
    int64_t id;
    Date date = {9999, 12, 31};
    GError *cause = NULL;
    bool by_id = is_id(which, &id);
    if (str_given(which) && !by_id && (!date_parse_iso(which, &date) || which.len != 10)) {
        g_set_error(error, database_error(), 2, "\"" STR_FMT "\" is neither a date like 2026-01-15 nor a snapshot's number",
                    STR_ARG(which));
        return false;
    }
    sqlite3_stmt *statement = database_prepare(database, error,
                                               "SELECT " SNAPSHOT " FROM snapshot WHERE %s ORDER BY date DESC, id DESC LIMIT 1",
                                               by_id ? "id = ?1" : "date <= ?1");
    if (!statement)
        return false;
    Str day = date_iso(arena, date);
    if (by_id)
        sqlite3_bind_int64(statement, 1, id);
    else
        sqlite3_bind_text(statement, 1, day.data, (int)day.len, SQLITE_STATIC);
    bool found = database_step(database, statement, &cause);
    bool good = found && read_snapshot(database, statement, arena, out, &cause);
    sqlite3_finalize(statement);
    if (cause)
        g_propagate_error(error, cause);
    return good || (!found && !cause && none(database, error, which));
}

bool snapshots_forget(Snapshots *snapshots, int64_t id, GError **error) {
    Database *database = snapshots->database;
    long long number = id;
    if (!database_run(database, error, "BEGIN IMMEDIATE"))
        return false;
    bool good = database_run(database, error, "DELETE FROM snapshot WHERE id = %lld", number) &&
                database_run(database, error, "DELETE FROM source WHERE snapshot = %lld", number) &&
                database_run(database, error, "DROP TABLE rows_%lld", number) && database_run(database, error, "COMMIT");
    if (!good)
        database_run(database, NULL, "ROLLBACK");
    return good;
}

/* ---- rows ---- */

/* Where the written form is not kept it is the compared one. */
static Str written(sqlite3_stmt *statement, int column, Str compared, Arena *arena) {
    Str text = database_text(statement, column, arena);
    return str_given(text) ? text : compared;
}

static bool decimal_of(sqlite3_stmt *statement, int column, Decimal *out) {
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text && decimal_parse((Str){text, (size_t)sqlite3_column_bytes(statement, column)}, out);
}

bool snapshot_row(sqlite3_stmt *statement, const Strs *sources, Arena *arena, Row *out) {
    size_t file = (size_t)sqlite3_column_int64(statement, 1);
    int period = sqlite3_column_int(statement, 5);
    *out = (Row){.source = file < sources->len ? sources->items[file] : STR_NONE,
                 .line = (size_t)sqlite3_column_int64(statement, 2),
                 .partner_id = written(statement, 4, database_text(statement, 3, arena), arena),
                 .year = period / 100,
                 .month = period % 100,
                 .omlp_type = database_text(statement, 6, arena),
                 .units = decimal_int(sqlite3_column_int64(statement, 7)),
                 .folded = database_text(statement, 8, arena),
                 .currency = database_text(statement, 13, arena),
                 .revenue_unsure = sqlite3_column_type(statement, 12) != SQLITE_NULL};
    out->invoice_number = written(statement, 9, out->folded, arena);
    return out->month >= 1 && out->month <= 12 && str_given(out->omlp_type) && str_given(out->folded) &&
           decimal_of(statement, 10, &out->kpi) && decimal_of(statement, 11, &out->revenue) &&
           (!out->revenue_unsure || decimal_of(statement, 12, &out->revenue_other));
}
