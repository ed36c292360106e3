/* CellFormat: what a number in a cell of a workbook looks like, told from its number format. */
#ifndef PARSERS_EXTRACT_CELL_FORMAT_H
#define PARSERS_EXTRACT_CELL_FORMAT_H

#include "base/arena.h"

typedef enum CellFormat {
    CELL_NUMBER,
    CELL_DAY,        /* shows a day: "2020-01-15" */
    CELL_MONTH,      /* month and year: "2020-01" */
    CELL_MONTH_ONLY, /* "1" */
    CELL_YEAR,       /* "2020" */
    CELL_TIME        /* of day only: "12:30" */
} CellFormat;

CellFormat cell_format_builtin(int id);
CellFormat cell_format_of_code(Str code); /* "dd.mm.yyyy", "[$-409]mmm\\-yy;@", "#,##0.00" */

/* The text of a raw cell value ("43845", "1.2375E3") in that format; as it is when it is no number. */
Str cell_format_text(Arena *arena, Str raw, CellFormat format, bool from_1904);

#endif
