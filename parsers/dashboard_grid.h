/* Grid: rows of cells, whatever the file was. Internal to the dashboard reader. */
#ifndef PARSERS_DASHBOARD_GRID_H
#define PARSERS_DASHBOARD_GRID_H

#include <glib.h>

#include "model/model.h"
#include "parsers/table.h"

typedef struct GridRow {
    size_t line;   /* of the file */
    size_t number; /* in a JSON array, which may stand on one line: the row's place in it, from 1; else 0 */
    Str *cells;
    size_t n;
    Str broken;    /* why it could not be parsed: it has no cells; else absent */
} GridRow;

typedef struct Grid {
    bool is_table;
    TableReader table;   /* when is_table: read anew on each way through */
    VEC(GridRow) rows;   /* otherwise; the first names the keys */
    size_t at;
} Grid;

/* `text` is UTF-8. False and an error when it looks like JSON and is none; a broken line of NDJSON or element of an array
 * is a row that says so. */
bool grid_open(Grid *grid, Arena *arena, Str name, Str text, GError **error);
void grid_rewind(Grid *grid);
/* The cells stay valid until the next call. */
bool grid_next(Grid *grid, GridRow *row);

#endif
