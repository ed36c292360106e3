#include "store/database.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/banned.h"

#define WAIT_READ 5000      /* milliseconds for who commits or checkpoints at this moment */
#define WAIT_WRITE 120000   /* for another import */
#define WAIT_STEP 20
#define CACHE_READ "-16000" /* KiB, for each process */
#define CACHE_WRITE "-2000" /* an import only appends; what is sorted at once should fit the processor's cache */

GQuark database_error(void) {
    return g_quark_from_static_string("resolver-store");
}

/* ---- what we make ---- */

/* One table a snapshot: it is filled in order and indexed at once, which is several times faster than one that all share,
 * and is dropped as a whole. Periods are year * 100 + month. Numbers and partners are kept as they are compared, and as they
 * were written where that differs; `purchase` is the digest of partner, period, type and units (digest.h). */
#define SNAPSHOT_TABLE                                                                                                 \
    "CREATE TABLE snapshot (id INTEGER PRIMARY KEY AUTOINCREMENT, date TEXT NOT NULL, imported TEXT NOT NULL, "        \
    "content TEXT NOT NULL, rows INTEGER NOT NULL, left_out INTEGER NOT NULL, partners INTEGER NOT NULL, "             \
    "only_partner TEXT, unnamed INTEGER NOT NULL) STRICT"
#define SOURCE_TABLE                                                                                                   \
    "CREATE TABLE source (snapshot INTEGER NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, "                     \
    "PRIMARY KEY (snapshot, place)) STRICT"
#define ROWS_TABLE                                                                                                     \
    "CREATE TABLE rows_%lld (row INTEGER PRIMARY KEY, file INTEGER NOT NULL, line INTEGER NOT NULL, partner TEXT, "    \
    "partner_written TEXT, period INTEGER NOT NULL, type TEXT NOT NULL, units INTEGER NOT NULL, number TEXT NOT NULL, " \
    "number_written TEXT, kpi TEXT NOT NULL, revenue TEXT NOT NULL, revenue_other TEXT, currency TEXT, " \
    "purchase INTEGER NOT NULL) STRICT"
#define NUMBER_INDEX "CREATE INDEX rows_%lld_number ON rows_%lld (number)"
#define PURCHASE_INDEX "CREATE INDEX rows_%lld_purchase ON rows_%lld (purchase)"

/* ---- errors ---- */

static const char *words_of(int code) {
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "is being written by another program; try again when that is done";
    case SQLITE_FULL:
        return "the disk is full";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH:
        return "the database is damaged";
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return "cannot be written";
    case SQLITE_NOMEM:
        return "out of memory";
    default:
        return NULL;
    }
}

/* Where no file could be made SQLite tried to read one, and tells only of that. */
static int system_cause(const Database *database, int code) {
    g_autofree char *folder = g_path_get_dirname(database->path);
    bool made = (code & 0xFF) == SQLITE_CANTOPEN && access(database->path, F_OK) != 0;
    return made && access(folder, W_OK | X_OK) != 0 ? errno : sqlite3_system_errno(database->db);
}

bool database_fail(const Database *database, GError **error) {
    int code = sqlite3_extended_errcode(database->db), system = system_cause(database, code);
    const char *words = words_of(code);
    bool device = (code & 0xFF) == SQLITE_IOERR || (code & 0xFF) == SQLITE_CANTOPEN;
    if (words)
        g_set_error(error, database_error(), code, "%s: %s", database->path, words);
    else
        g_set_error(error, database_error(), code, "%s: %s%s%s", database->path, sqlite3_errmsg(database->db),
                    device && system ? ": " : "", device && system ? g_strerror(system) : "");
    return false;
}

static bool refuse(const char *path, GError **error, const char *why) {
    g_set_error(error, database_error(), 1, "%s: %s", path, why);
    return false;
}

/* ---- statements ---- */

static sqlite3_stmt *prepare_v(Database *database, GError **error, const char *format, va_list args) {
    g_autofree char *sql = g_strdup_vprintf(format, args);
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(database->db, sql, -1, &statement, NULL) != SQLITE_OK)
        database_fail(database, error);
    return statement;
}

sqlite3_stmt *database_prepare(Database *database, GError **error, const char *format, ...) {
    va_list args;
    va_start(args, format);
    sqlite3_stmt *statement = prepare_v(database, error, format, args);
    va_end(args);
    return statement;
}

bool database_run(Database *database, GError **error, const char *format, ...) {
    va_list args;
    va_start(args, format);
    sqlite3_stmt *statement = prepare_v(database, error, format, args);
    va_end(args);
    if (!statement)
        return false;
    int code;
    do
        code = sqlite3_step(statement);
    while (code == SQLITE_ROW);
    bool good = code == SQLITE_DONE || database_fail(database, error);
    sqlite3_finalize(statement);
    return good;
}

bool database_step(Database *database, sqlite3_stmt *statement, GError **error) {
    int code = sqlite3_step(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        database_fail(database, error);
    return code == SQLITE_ROW;
}

Str database_text(sqlite3_stmt *statement, int column, Arena *arena) {
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text ? arena_str(arena, (Str){text, (size_t)sqlite3_column_bytes(statement, column)}) : STR_NONE;
}

/* ---- is it ours? ---- */

#define MAGIC     "SQLite format 3"
#define JOURNAL_MAGIC    "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
#define JOURNAL_HEADER   28
#define JOURNAL_PAGES_AT 16 /* how many the database had */
#define HEADER    100 /* bytes of SQLite's */
#define WRITER_AT 96  /* where it tells SQLite's version, at its end */

bool database_is(Str bytes) {
    return str_starts(bytes, (Str){MAGIC, sizeof MAGIC});
}

static bool is_empty_or_none(const char *path) {
    struct stat status;
    return stat(path, &status) != 0 ? errno == ENOENT : status.st_size == 0;
}

static unsigned big_endian(const char *bytes) {
    const unsigned char *b = (const unsigned char *)bytes;
    return (unsigned)b[0] << 24 | (unsigned)b[1] << 16 | (unsigned)b[2] << 8 | b[3];
}

/* What a power loss left of a store that was being made: cut anywhere in its head, or zeros from there on, and beside it SQLite's
 * journal, which makes it empty again. */
static bool is_unmade(const char *path, Str head) {
    g_autofree char *journal = g_strconcat(path, "-journal", NULL);
    char begin[JOURNAL_HEADER];
    FILE *file = fopen(journal, "rb");
    size_t n = file ? fread(begin, 1, sizeof begin, file) : 0;
    if (file)
        fclose(file);
    if (n < sizeof begin || memcmp(begin, JOURNAL_MAGIC, 8) || big_endian(begin + JOURNAL_PAGES_AT)) /* of a file that had pages */
        return false;
    for (size_t i = 0; i < head.len && i < sizeof MAGIC; i++)
        if (head.data[i] && head.data[i] != MAGIC[i])
            return false;
    bool whole = head.len == HEADER && big_endian(head.data + WRITER_AT);
    return !whole;
}

/* By the bytes alone, before SQLite opens it: a file of another program is not even touched. *empty: there is none yet. */
static bool check_header(const char *path, bool *empty, GError **error) {
    char head[HEADER];
    FILE *file = fopen(path, "rb");
    *empty = !file && errno == ENOENT;
    if (*empty)
        return true;
    if (!file) {
        g_set_error(error, database_error(), 1, "%s: cannot be opened: %s", path, g_strerror(errno));
        return false;
    }
    size_t n = fread(head, 1, sizeof head, file);
    bool failed = ferror(file) != 0;
    fclose(file);
    *empty = !failed && (n == 0 || is_unmade(path, (Str){head, n}));
    if (*empty)
        return true;
    if (n < sizeof head || !database_is((Str){head, n}))
        return refuse(path, error, "is no store of dashboards");
    if (big_endian(head + 68) != DATABASE_APPLICATION)
        return refuse(path, error, "is a database of another program, not a store of dashboards");
    if (big_endian(head + 60) > DATABASE_VERSION)
        return refuse(path, error, "was written by a newer version of this program");
    if (big_endian(head + 60) < DATABASE_OLDEST)
        return refuse(path, error, "was written by an older version of this program; import its refreshes anew, into a new store");
    return true;
}

/* -1 when it cannot be read. */
static int64_t number_of(Database *database, const char *pragma) {
    sqlite3_stmt *statement = database_prepare(database, NULL, "PRAGMA %s", pragma);
    int64_t number = statement && database_step(database, statement, NULL) ? sqlite3_column_int64(statement, 0) : -1;
    sqlite3_finalize(statement);
    return number;
}

/* The statement that made `name`, byte for byte. */
static bool check_made(Database *database, GError **error, const char *name, const char *wanted) {
    sqlite3_stmt *statement = database_prepare(database, error, "SELECT sql FROM sqlite_schema WHERE name = '%s'", name);
    if (!statement)
        return false;
    GError *cause = NULL;
    bool there = database_step(database, statement, &cause);
    const char *sql = there ? (const char *)sqlite3_column_text(statement, 0) : NULL;
    bool good = sql && strcmp(sql, wanted) == 0;
    sqlite3_finalize(statement);
    if (cause)
        g_propagate_error(error, cause);
    return good || (!cause && refuse(database->path, error, "is no store of dashboards, or a damaged one"));
}

static char *sql_of(const char *format, int64_t snapshot) {
    char *sql = sqlite3_mprintf(format, snapshot, snapshot);
    g_assert(sql);
    return sql;
}

static bool check_made_for(Database *database, GError **error, const char *name, const char *format, int64_t snapshot) {
    char *full = sql_of(name, snapshot), *sql = sql_of(format, snapshot);
    bool good = check_made(database, error, full, sql);
    sqlite3_free(full);
    sqlite3_free(sql);
    return good;
}

bool database_check_rows(Database *database, int64_t snapshot, GError **error) {
    return check_made_for(database, error, "rows_%lld", ROWS_TABLE, snapshot) &&
           check_made_for(database, error, "rows_%lld_number", NUMBER_INDEX, snapshot) &&
           check_made_for(database, error, "rows_%lld_purchase", PURCHASE_INDEX, snapshot);
}

static bool make_for(Database *database, GError **error, const char *format, int64_t snapshot) {
    char *sql = sql_of(format, snapshot);
    bool good = database_run(database, error, "%s", sql);
    sqlite3_free(sql);
    return good;
}

bool database_make_rows(Database *database, int64_t snapshot, GError **error) {
    return make_for(database, error, ROWS_TABLE, snapshot);
}

bool database_index_rows(Database *database, int64_t snapshot, GError **error) {
    return make_for(database, error, NUMBER_INDEX, snapshot) && make_for(database, error, PURCHASE_INDEX, snapshot);
}

/* ---- opening ---- */

static void connect_to(Database *database, const char *name, int flags) {
    sqlite3_close(database->db);
    database->db = NULL;
    if (sqlite3_open_v2(name, &database->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) == SQLITE_NOMEM)
        g_error("store: out of memory");
    sqlite3_db_config(database->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(database->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(database->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(database->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
}

static bool is_readable(Database *database) {
    return sqlite3_errcode(database->db) == SQLITE_OK &&
           database_run(database, NULL, "SELECT 1 FROM sqlite_schema LIMIT 1");
}

/* By a name that is never taken for a URI or for ":memory:". */
static void connect_to_file(Database *database, int flags) {
    g_autofree char *name = g_path_is_absolute(database->path) ? g_strdup(database->path) : g_strconcat("./", database->path, NULL);
    connect_to(database, name, flags);
}

/* Who may not write beside the file, or has no room there, cannot take part in its log. */
static bool is_shut_out(int code) {
    bool room = code == SQLITE_IOERR_SHMOPEN || code == SQLITE_IOERR_SHMSIZE || code == SQLITE_IOERR_SHMMAP;
    code &= 0xFF;
    return room || code == SQLITE_CANTOPEN || code == SQLITE_READONLY || code == SQLITE_PERM || code == SQLITE_FULL;
}

/* There is no log then, or an empty one, or he is told so by the log itself: an immutable look at a file without one is safe. */
static void connect_immutable(Database *database) {
    g_autofree char *log = g_strconcat(database->path, "-wal", NULL);
    g_autofree char *escaped = g_uri_escape_string(database->path, "/", true);
    g_autofree char *name = g_strconcat("file:", escaped, "?immutable=1", NULL);
    if (is_empty_or_none(log))
        connect_to(database, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

static Database *database_new(const char *path) {
    Database *database = g_new0(Database, 1);
    database->path = g_strdup(path);
    return database;
}

static Database *given_up(Database *database) {
    database_close(&database);
    return NULL;
}

/* Opened for writing, so that the last one out clears the log away; but nothing can be written. */
Database *database_open(const char *path, GError **error) {
    bool empty;
    if (!check_header(path, &empty, error))
        return NULL;
    if (empty) {
        refuse(path, error, "there is no such store");
        return NULL;
    }
    Database *database = database_new(path);
    connect_to_file(database, SQLITE_OPEN_READWRITE);
    sqlite3_busy_timeout(database->db, WAIT_READ);
    if (!is_readable(database) && is_shut_out(sqlite3_extended_errcode(database->db)))
        connect_immutable(database);
    bool good = database_run(database, error, "PRAGMA cache_size = " CACHE_READ) &&
                database_run(database, error, "PRAGMA query_only = 1") &&
                database_run(database, error, "PRAGMA cell_size_check = 1") && database_run(database, error, "BEGIN") &&
                check_made(database, error, "snapshot", SNAPSHOT_TABLE) &&
                check_made(database, error, "source", SOURCE_TABLE);
    database->placed = good && number_of(database, "user_version") > DATABASE_OLDEST;
    return good ? database : given_up(database);
}

/* The tables come first, under SQLite's other journal: then the file is a store from its first byte on, or empty. */
static bool make(Database *database, GError **error) {
    return database_run(database, error, "BEGIN IMMEDIATE") && database_run(database, error, SNAPSHOT_TABLE) &&
           database_run(database, error, SOURCE_TABLE) &&
           database_run(database, error, "PRAGMA application_id = %d", DATABASE_APPLICATION) &&
           database_run(database, error, "PRAGMA user_version = %d", DATABASE_VERSION) &&
           database_run(database, error, "COMMIT");
}

static bool is_made(Database *database) {
    return check_made(database, NULL, "snapshot", SNAPSHOT_TABLE);
}

/* Nothing stands in it, or nothing any more when SQLite has undone what a power loss broke off. */
static bool is_unwritten(Database *database) {
    return number_of(database, "page_count") == 0;
}

/* Two who make it at once would wait for each other here, so SQLite refuses one of them at once and lets neither wait. */
static bool begin_log(Database *database, GError **error) {
    for (int waited = 0;; waited += WAIT_STEP) {
        GError *cause = NULL;
        if (database_run(database, &cause, "PRAGMA journal_mode = WAL"))
            return true;
        if ((cause->code & 0xFF) != SQLITE_BUSY || waited >= WAIT_WRITE) {
            g_propagate_error(error, cause);
            return false;
        }
        g_clear_error(&cause);
        sqlite3_sleep(WAIT_STEP);
    }
}

Database *database_open_writable(const char *path, GError **error) {
    bool empty;
    if (!check_header(path, &empty, error))
        return NULL;
    Database *database = database_new(path);
    connect_to_file(database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite3_busy_timeout(database->db, WAIT_WRITE);
    /* Two who find none make it one after the other; the second then finds it made. */
    GError *cause = NULL;
    if ((empty || is_unwritten(database)) && !make(database, &cause)) {
        database_run(database, NULL, "ROLLBACK");
        if (is_made(database))
            g_clear_error(&cause);
    }
    if (cause)
        g_propagate_error(error, cause);
    bool good = !cause && database_run(database, error, "PRAGMA cache_size = " CACHE_WRITE) &&
                begin_log(database, error) &&
                database_run(database, error, "PRAGMA synchronous = FULL") &&
                check_made(database, error, "snapshot", SNAPSHOT_TABLE) &&
                check_made(database, error, "source", SOURCE_TABLE);
    database->placed = good && number_of(database, "user_version") > DATABASE_OLDEST;
    return good ? database : given_up(database);
}

void database_close(Database **database) {
    if (!*database)
        return;
    sqlite3_close((*database)->db);
    g_free((*database)->path);
    g_free(*database);
    *database = NULL;
}
