/* Table: comma, semicolon, tab or pipe separated text, row by row.
 *
 * RFC 4180 and what people save beside it: quoted cells with delimiters, line ends and doubled quotes in them; CR, LF
 * and CRLF; rows of unequal length; a first line "sep=;" as Excel writes it. The delimiter is the one that parts the
 * first rows most evenly. A quote inside an unquoted cell is a character like any other; a quoted cell that is never
 * closed ends with the text.
 *
 * Cells are views of the text (of the arena where doubled quotes were undone), untrimmed. A blank line is a row of one
 * empty cell. */
#ifndef PARSERS_TABLE_H
#define PARSERS_TABLE_H

#include "base/vec.h"

#define TABLE_SNIFF_ROWS 30 /* so many rows decide on the delimiter */
#define TABLE_COLUMNS_MAX ((size_t)16384) /* as many as a spreadsheet has; what follows in a row is dropped */

typedef VEC(Str) TableCells;

typedef struct TableReader {
    Arena *arena;
    Str text;        /* UTF-8 */
    size_t at;       /* where the next row begins */
    size_t line;     /* its line, 1-based */
    char delimiter;
    TableCells cells; /* of the last row; used again for the next */
    size_t row_line; /* line on which the last row began */
} TableReader;

/* Finds the delimiter and stands before the first row. */
void table_open(TableReader *table, Arena *arena, Str utf8);
void table_rewind(TableReader *table);
/* The next row into `cells`; false at the end. */
bool table_next(TableReader *table);

/* Cells parted by a tab, one row a line; tabs and line ends inside cells become blanks. False when the text is no table:
 * no two rows of more than one cell. */
bool table_to_text(Arena *arena, Str utf8, Str *text);

#endif
