/* Workbook: the visible sheets of an XLSX as text: a row a line, cells parted by tabs, sheets by
 * EXTRACT_PAGE_BREAK.
 *
 * A row of the sheet is a line of the text (empty ones too), so that line numbers are row numbers of the first sheet. Numbers stand with
 * "." as the point and no grouping, never with exactly three decimals (which would look like grouping); dates as
 * ISO 8601, as far as the cell's format shows them: "2020-01-15", "2020-01". A cell merged downwards stands in each of
 * its rows. Formulas give the value last computed. A workbook that cannot be read to its end, or beyond the limits of sheets and cells, is
 * refused: half a dashboard is worse than none. Source of the format: ECMA-376 part 1, SpreadsheetML. */
#ifndef PARSERS_EXTRACT_WORKBOOK_H
#define PARSERS_EXTRACT_WORKBOOK_H

#include "parsers/extract.h"

#define WORKBOOK_SHEETS_MAX  500
#define WORKBOOK_CELLS_MAX   ((size_t)4 * 1000 * 1000)
#define WORKBOOK_COLUMNS_MAX 512    /* cells further right are left out */
#define WORKBOOK_GAP_MAX     20000  /* empty rows in a row; what stands below a larger gap follows at once */
#define WORKBOOK_FILL_MAX    100000 /* cells that merging fills */

void workbook_read(Arena *arena, const ExtractAsk *ask, Extract *out);

#endif
