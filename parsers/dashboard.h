/* Dashboard: a file of the KPI dashboard to rows (contract section 4).
 *
 * CSV and its kin, a JSON array or object with an array, NDJSON; in any charset that Excel saves. A header row names the
 * columns, in the contract's names or in any label of the lexicon; a title may stand above it. What the file proves
 * about its own habits (which sign is the decimal point, how many decimals money has) settles cells that could be read
 * two ways; what nothing settles is reported and left out, never guessed. */
#ifndef PARSERS_DASHBOARD_H
#define PARSERS_DASHBOARD_H

#include <glib.h>

#include "model/model.h"
#include "parsers/lexicon.h"

#define DASHBOARD_HEADER_ROWS 20 /* the header stands among the first so many rows */
#define DASHBOARD_SAMPLE ((size_t)64 * 1024) /* bytes on which the charset is decided */

typedef VEC(Row) DashboardRows;

/* What somebody else calls a column, and what we call it: a word of dashboard_column_words(). */
typedef struct ColumnName {
    Str theirs, ours;
} ColumnName;
typedef VEC(ColumnName) ColumnNames;

/* Takes the rows one by one, each only until it returns; false: no more of them. */
typedef struct RowSink {
    void *self;
    bool (*take)(void *self, const Row *row);
} RowSink;

typedef struct Dashboard {
    DashboardRows rows; /* as they stand, identical ones too; Row.folded is left to the store. Empty with a sink */
    Notes notes;        /* rows left out, each with its line and the reason */
    Str charset;        /* static name */
    size_t header_line;
    Strs columns;       /* the columns that were understood, in our words */
    Language language;  /* of the header */
} Dashboard;

/* `name` is what messages and Row.source call the file. False and an error when it is no dashboard: nothing names its
 * columns, no column is the invoice number, or two are one detail. Rows view `bytes` and the arena: both must live until
 * the rows were copied (store_add). */
bool dashboard_read(const Lexicon *lexicon, Arena *arena, Str name, Str bytes, Dashboard *out, GError **error);

/* The same with names that a configuration gives (may be NULL): a column named there is nothing else, and what is named there
 * is no other column. Rows go to `sink` where there is one (else NULL): then the memory that a file of text in UTF-8
 * takes does not grow with it: an item of JSON is parsed when it is its turn. */
bool dashboard_read_named(const Lexicon *lexicon, Arena *arena, Str name, Str bytes, const ColumnNames *names,
                          const RowSink *sink, Dashboard *out, GError **error);

/* NULL at the end: "month", "year", "period" (both in one column), "invoice_date", "partner_id", ... */
const char *const *dashboard_column_words(void);

#endif
