/* Tables of purchases: the dashboard's, or the partner's own list. Told from the table of items of an invoice
 * by their columns: one of them holds invoice numbers, and at least two hold other details of a purchase. */
#ifndef PARSERS_KIND_TABLE_H
#define PARSERS_KIND_TABLE_H

#include "parsers/page.h"

#define TABLE_HEADER_LINES 40 /* lines with text among which the header is looked for */

typedef struct TableFacts {
    Str header;           /* the header row as written, cells parted by ", " */
    unsigned columns;     /* bits of Label */
    size_t rows;          /* with a digit, below the header */
    bool has_kpi;         /* no paper of trade has such a column */
    bool has_expected;    /* columns for what is shown and what should be: the partner's own work */
    size_t below;         /* the byte behind the header row: from there on its rows; 0 on its side */
    bool named_dashboard; /* the file's name says so; it supports, where the table has no title */
} TableFacts;

/* False when the document holds no such table; then `facts` is all zeros. */
bool kind_table_find(const Page *page, const Document *document, TableFacts *facts);

#endif
