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

/* The lines of NDJSON, the elements of an array, or one object. */
typedef struct GridItems {
    Str rest;
    size_t line;   /* on which the rest begins */
    size_t number; /* of the items taken */
    bool array;
    bool closed;   /* the array's bracket was met */
    bool bare;     /* lines of a broken array: what stands around its elements goes */
    bool whole;    /* the rest is one item */
} GridItems;

typedef struct Grid {
    bool is_table;
    TableReader table;       /* when is_table: read anew on each way through */
    GridItems first, items;  /* otherwise: likewise, an item at a time */
    GHashTable *places;      /* key -> place + 1 */
    Strs keys;               /* of all items: the first row, where there is any */
    bool named;              /* it was given */
    Arena *row;              /* of the row at hand */
} Grid;

/* `text` is UTF-8. False and an error when it looks like JSON and is none; a broken line of NDJSON or element of an array
 * is a row that says so. */
bool grid_open(Grid *grid, Arena *arena, Str name, Str text, GError **error);
void grid_close(Grid *grid); /* also after a failure */
void grid_rewind(Grid *grid);
/* The cells stay valid until the next call. */
bool grid_next(Grid *grid, GridRow *row);

#endif
