/* Tables of HTML: rows and cells as stretches of the text made so far, and whether they are data or layout. */
#ifndef PARSERS_HTML_TABLE_H
#define PARSERS_HTML_TABLE_H

#include "base/buf.h"
#include "base/vec.h"

/* A link's address stands in the text between these two until it is known whether the text is a cell; no other text
 * holds them. */
#define HTML_LINK_BEGIN '\x02'
#define HTML_LINK_END   '\x03'

typedef struct HtmlCell {
    size_t from;     /* in the text; it ends where the next one begins */
    size_t row;
    unsigned rowspan, colspan;
} HtmlCell;

typedef struct HtmlTable {
    size_t from;     /* where it begins in the text */
    VEC(HtmlCell) cells;
    size_t rows;
    bool in_row;     /* a row is open */
    bool layout;     /* holds a table or a quotation: no data */
} HtmlTable;

/* Room to lay out rows in: one for all tables of a text. */
typedef struct HtmlGrid HtmlGrid;
HtmlGrid *html_grid_new(Arena *arena);

/* If the table is data, its rows replace the cells at the end of the text; *rows is how many rows of a real table (two
 * rows and columns at least) that were. False when it is layout, and the text stays as it is. */
bool html_table_close(HtmlGrid *grid, const HtmlTable *table, Buf *text, size_t *rows);

#endif
