/* Database: the SQLite file in which snapshots live. Internal to the store; only its files know SQLite.
 *
 * What is opened is checked first: the application id and version of its header, then that every table and index is exactly
 * one of ours, so a file of another program, of another version or with views and triggers of somebody else's is refused
 * before anything of it runs. The journal is a write-ahead log: who reads sees the database as it was when he began, whatever
 * an import writes meanwhile, and a killed import leaves nothing behind.
 *
 * Errors are of database_error() and name the file. */
#ifndef STORE_DATABASE_H
#define STORE_DATABASE_H

#include <glib.h>
#include <sqlite3.h>

#include "model/model.h"

#define DATABASE_APPLICATION 0x4B504944 /* "KPID" */
#define DATABASE_VERSION 3 /* another layout, or another way to make digests, is another version */
#define DATABASE_OLDEST  2 /* that can be read and goes on as it is: its digests of purchases are not placed (digest.h) */

typedef struct Database {
    sqlite3 *db;
    char *path;
    bool placed; /* its digests of purchases are */
} Database;

GQuark database_error(void);

/* For reading only: nothing that is asked of it can change it, and until it is closed it shows what was there at the beginning,
 * whatever is imported or forgotten meanwhile. */
Database *database_open(const char *path, GError **error);
/* For an import; made when there is none yet. */
Database *database_open_writable(const char *path, GError **error);
void database_close(Database **database);

/* Is this the beginning of an SQLite file? */
bool database_is(Str bytes);

/* NULL and an error. `format` takes the directives of printf. */
sqlite3_stmt *database_prepare(Database *database, GError **error, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool database_run(Database *database, GError **error, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* SQLITE_ROW gives true; at the end, or when it failed (then *error is set), false. */
bool database_step(Database *database, sqlite3_stmt *statement, GError **error);
/* What SQLite complained about last, in words for the user. Gives false. */
bool database_fail(const Database *database, GError **error);

/* Are the table of that snapshot's rows and its indexes as we make them? */
bool database_check_rows(Database *database, int64_t snapshot, GError **error);
/* Makes the table; its indexes when it is filled. */
bool database_make_rows(Database *database, int64_t snapshot, GError **error);
bool database_index_rows(Database *database, int64_t snapshot, GError **error);

/* A column as text, copied; STR_NONE for NULL. */
Str database_text(sqlite3_stmt *statement, int column, Arena *arena);

#endif
