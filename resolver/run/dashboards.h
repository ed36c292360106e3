/* Dashboards: what `-d` names into the store, whatever its format and wherever it lies. */
#ifndef RUN_DASHBOARDS_H
#define RUN_DASHBOARDS_H

#include <glib.h>
#include <sys/stat.h>

#include "parsers/dashboard.h"
#include "parsers/extract.h"
#include "store/store.h"

/* The bytes of a dashboard, whole. All in an arena, but for `owned`. */
typedef struct DashboardFetched {
    Str bytes;         /* a file that dashboard_read() understands, or a workbook */
    Str name;          /* what messages and Row.source call it: nothing secret */
    ColumnNames names; /* what the configuration calls its columns */
    char *owned;       /* for dashboards_close(); NULL when the bytes lie in the arena */
    GMappedFile *map;  /* likewise */
    const char *path;  /* of a file, which must not change while it is read; NULL: nothing can */
    struct stat found; /* it, as it was opened */
} DashboardFetched;

/* Brings dashboards by address ("https://...") or by configured name ("@kpi"); resolver/connect has one. */
typedef struct DashboardFetch {
    void *self;
    /* All of it, or false and an error: never a part. */
    bool (*read)(void *self, Arena *arena, const char *address, DashboardFetched *out, GError **error);
} DashboardFetch;

/* What reading needs. `extractor` may be NULL: no workbooks; `fetch` may be NULL: addresses are refused. */
typedef struct DashboardReader {
    const Lexicon *lexicon;
    const Extractor *extractor;
    const DashboardFetch *fetch;
    bool mapped; /* a file is not copied into memory: it must stay as it is while it is read */
    GChecksum *contents; /* gets what is added (run/fingerprint.h); NULL: nobody asks */
} DashboardReader;

/* An address or a configured name, no file ("./@kpi" is one). */
bool dashboards_is_address(const char *path);

/* The bytes of a file or address, to be closed whatever came of it. False and an error. */
bool dashboards_open(const DashboardReader *reader, Arena *arena, const char *path, DashboardFetched *out, GError **error);
void dashboards_close(DashboardFetched *file);

/* The rows of it; a workbook by way of the extractor, each of its sheets that is a dashboard. Rows left out go to `warnings`
 * (char *, may be NULL) as "file:line: why". `columns` (may be NULL) gets the columns understood. The rows view the
 * file and the arena. False and an error when it is no dashboard, or somebody wrote to the file meanwhile. */
bool dashboards_read(const DashboardReader *reader, Arena *arena, const DashboardFetched *file, DashboardRows *rows, Strs *columns,
                     GPtrArray *warnings, GError **error);

/* The same, row by row: nothing is kept of them (parsers/dashboard.h). */
bool dashboards_each(const DashboardReader *reader, Arena *arena, const DashboardFetched *file, const RowSink *sink, Strs *columns,
                     GPtrArray *warnings, GError **error);

/* Opens, reads, and adds the rows to the store, and to the other one where there is one. */
bool dashboards_add(Store *store, Store *also, const DashboardReader *reader, const char *path, GPtrArray *warnings, GError **error);

#endif
