/* Cells: one row of a dashboard to a Row, by the habits of its file. Internal to the dashboard reader. */
#ifndef PARSERS_DASHBOARD_CELLS_H
#define PARSERS_DASHBOARD_CELLS_H

#include "parsers/dashboard_columns.h"
#include "parsers/number.h"

/* What the unambiguous numbers of a column prove. */
typedef struct ColumnHabit {
    bool point, comma; /* some number proves it as the decimal sign */
    int decimals;      /* most decimals that a number surely has; -1 when none tells */
} ColumnHabit;

typedef struct CellReader {
    const Lexicon *lexicon;
    Arena *arena;     /* for what the rows keep */
    Arena *scratch;   /* cleared before every row */
    const Columns *columns;
    ColumnHabit habits[COLUMN_COUNT]; /* units, KPI and revenue only */
    int period;       /* the column that gives the month */
    bool day_first, month_first; /* some date of that column proves it */
    GHashTable *types;      /* cell -> Str: every spelling is looked up once */
    GHashTable *currencies; /* cell -> Str */
    GHashTable *periods;    /* cell -> Date */
} CellReader;

void cells_open(CellReader *reader, const Lexicon *lexicon, Arena *arena, const Columns *columns);
void cells_close(CellReader *reader);

/* First way through the file: what its numbers prove. */
void cells_learn(CellReader *reader, const GridRow *row);
/* Second way. False when the row cannot be read; *why says why, or is absent for a blank row. */
bool cells_read(CellReader *reader, const GridRow *row, Row *out, Str *why);

#endif
