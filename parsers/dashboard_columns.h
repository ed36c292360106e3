/* Columns: which column of a dashboard is which detail. Internal to the dashboard reader. */
#ifndef PARSERS_DASHBOARD_COLUMNS_H
#define PARSERS_DASHBOARD_COLUMNS_H

#include "parsers/dashboard.h"
#include "parsers/dashboard_grid.h"
#include "parsers/lexicon.h"

/* A column is a Detail (up to DETAIL_CURRENCY) or one of these. */
enum {
    COLUMN_PERIOD = DETAIL_COUNT, /* month and year in one */
    COLUMN_PARTNER,
    COLUMN_DATE,                  /* date of the invoice: the period where no other column gives it */
    COLUMN_OTHER_REVENUE,         /* of an amount that can be read two ways, as our own exports write it */
    COLUMN_COUNT
};
#define COLUMN_NONE SIZE_MAX

typedef struct Columns {
    size_t at[COLUMN_COUNT]; /* place in the row; COLUMN_NONE when no column is it */
    size_t known;            /* how many columns were understood */
    int twice;               /* a column that is named twice; -1 when none is */
    Str currency;            /* "Umsatz (EUR)": of all rows that name none themselves */
    int power;               /* "Umsatz (TEUR)": the power of ten that revenues are counted in (scale.h) */
    Language language;       /* most of the labels are of; English when none tells */
    size_t line, row;        /* of the header: its line, and how many rows stand before it */
} Columns;

/* `names`: what a configuration calls columns; may be NULL. */
void columns_read(const Lexicon *lexicon, Arena *arena, const GridRow *row, const ColumnNames *names, Columns *out);
/* "invoice_number", "partner_id" ...: as the contract calls it. */
const char *column_word(int column);

/* ISO code of a cell that names a currency and nothing else; absent when it does not. */
Str currency_named(const Lexicon *lexicon, Arena *arena, Str cell);

#endif
