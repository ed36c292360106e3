/* Shape: what the build of a paper tells apart from its name: an invoice shows what was sold, a letter
 * greets. */
#ifndef PARSERS_KIND_SHAPE_H
#define PARSERS_KIND_SHAPE_H

#include "parsers/number.h"
#include "parsers/page.h"

typedef struct Shape {
    bool amounts;      /* a total of any name */
    bool items;        /* the head of a table of what was sold: units or prices beside another column of it */
    bool taxed;        /* a tax and the sum it is part of or comes on top of */
    bool negative;     /* its totals are below zero: money goes back */
    NumberHabit habit; /* how its amounts are written */
    size_t greeting;   /* where a line greets the reader: a letter, which speaks about papers; SIZE_MAX where
                          none does */
} Shape;

void kind_shape_read(const Page *page, Shape *shape);

/* The line heads a table of what was sold: units or unit prices beside something else of it. */
bool shape_is_item_head(const Page *page, const PageLine *line);

/* A line that lists another paper: its name and number in one cell, a sum in a cell behind it. */
bool shape_in_list(const Page *page, const Shape *shape, const Sign *title);
/* A row of a list of papers: date, name, number, sum, and again below it. */
bool shape_in_rows(const Page *page, const Shape *shape, const Sign *name);
/* The line is a letter's subject ("Objet : ..."): what the letter is about. */
bool shape_in_subject(const Page *page, const Sign *title);
/* A value in the cell behind a label, not a heading: "Payment method:   Invoice". */
bool shape_is_value(const Page *page, const Sign *title);
/* Within a sentence: words before it and many in its cell. */
bool shape_in_prose(const Page *page, const Sign *sign);

#endif
