/* Ruling: how the lines of a table in a text are parted into cells: by tabs, pipes, semicolons or by blanks. */
#ifndef PARSERS_RULING_H
#define PARSERS_RULING_H

#include "parsers/segment.h"

#define COLUMNS_MAX 40

typedef enum Ruling { RULED_TAB, RULED_PIPE, RULED_SEMICOLON, RULED_BLANKS, RULING_COUNT } Ruling;

typedef struct Cells {
    size_t n;
    Span cell[COLUMNS_MAX];
} Cells;

void ruling_cells(Str folded, Span line, Ruling ruling, Cells *cells);
/* "-----  ----", "|---|---|", "=====", "├────┼────┤" */
bool ruling_line(Str folded, Span line);
/* Where the cells of a line stand on the screen: a wide character takes two columns, whatever it folds to. */
void ruling_shown(const Text *text, const TextLine *line, const Cells *cells, Span *shown);

#endif
