/* Rowout: rows of a dashboard as other programs read them: CSV and JSON that `-d` reads back to the same rows.
 *
 * CSV is also opened in spreadsheets, where a cell that begins with = + - or @ is a formula, whoever wrote it. Such a text gets
 * an apostrophe in front, which the reader of dashboards takes off again (parsers/dashboard_cells.c). Numbers are written
 * plainly: "-10.05" is one. */
#ifndef RUN_ROWOUT_H
#define RUN_ROWOUT_H

#include "model/model.h"
#include "run/jsonout.h"

/* Columns that are not always there. Where no row names a partner there must be none for it: a reader of dashboards refuses rows
 * that leave it blank. */
enum {
    ROWOUT_PARTNER = 1,
    ROWOUT_OTHER = 2 /* the other reading of a revenue that can be read two ways */
};

/* The names of the columns, in the order of rowout_csv(), each behind `prefix`; without a line end. */
void rowout_csv_header(Buf *buf, const char *prefix, unsigned also);
/* `row` NULL: all cells are empty. */
void rowout_csv(Buf *buf, const Row *row, unsigned also);
/* One cell more; `first` in its line. */
void rowout_csv_cell(Buf *buf, Str text, bool first);

/* An object; what the row does not give is left out. */
void rowout_json(JsonOut *json, const char *key, const Row *row);

#endif
