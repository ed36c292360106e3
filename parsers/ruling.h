/* Ruling: how the lines of a table in a text are parted into cells: by tabs, pipes, semicolons, commas or by blanks. */
#ifndef PARSERS_RULING_H
#define PARSERS_RULING_H

#include "parsers/segment.h"

#define COLUMNS_MAX 40

typedef enum Ruling { RULED_TAB, RULED_PIPE, RULED_SEMICOLON, RULED_COMMA, RULED_BLANKS, RULING_COUNT } Ruling;

typedef struct Cells {
    size_t n;
    Span cell[COLUMNS_MAX];
} Cells;

/* May the line, or any of these lines, have two cells at all? Most lines of a text have one. */
bool ruling_parts(Str folded, Span lines, Ruling ruling);
void ruling_cells(Str folded, Span line, Ruling ruling, Cells *cells);
/* Are two lines parted by commas as evenly as a header and a row below it, and hold no sentence? */
bool ruling_commas(Str folded, Span header, Span row);
/* The commas that group the thousands part no cells: of more cells than `columns` those are joined, if then as many are left. */
void ruling_join_thousands(Str folded, size_t columns, Cells *cells);
/* "-----  ----", "|---|---|", "=====", "├────┼────┤" */
bool ruling_line(Str folded, Span line);
/* Where the cells of a line stand on the screen: a wide character takes two columns, whatever it folds to. */
void ruling_shown(const Text *text, const TextLine *line, const Cells *cells, Span *shown);

#endif
