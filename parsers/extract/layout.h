/* Layout: the characters of a page and where they stand, as the text that a person sees.
 *
 * A line of the text is a line of the page; what stands apart in it is parted by two and more blanks, and what stands below
 * each other on the page stands (nearly) below each other in the text, as page.h reads it. Two columns of prose are read one after the
 * other, a turned page is turned back, and text that runs another way than the page (beside the margin, a stamp across
 * it) stands behind the rest. Pure: knows nothing of PDF. */
#ifndef PARSERS_EXTRACT_LAYOUT_H
#define PARSERS_EXTRACT_LAYOUT_H

#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

#define LAYOUT_RULE 0x1D /* a line of a form, in place of a character: what stands on either side is of two cells */

/* A character and its box, in points from the upper left corner. Blanks and line ends part words. */
typedef struct Glyph {
    uint32_t code;
    double x0, y0, x1, y1;
} Glyph;
typedef VEC(Glyph) Glyphs;

/* Characters without a blank between them. */
typedef struct LayoutWord {
    size_t first, glyphs; /* of the page */
    bool ruled;           /* a line of a form stands before it */
    double x0, y0, x1, y1;
} LayoutWord;
typedef VEC(LayoutWord) LayoutWords;

/* Words that belong together: a cell of a table, a piece of a sentence. */
typedef struct LayoutCell {
    size_t first, words; /* of LayoutPage.words */
    size_t columns;      /* width in characters, wide ones counted twice */
    double x0, x1;
    bool right;          /* stands at a right edge that others share */
} LayoutCell;
typedef VEC(LayoutCell) LayoutCells;

typedef struct LayoutLine {
    size_t first, cells; /* of LayoutPage.cells */
    double y0, y1;
    double left; /* where its column begins; 0: the page's */
} LayoutLine;
typedef VEC(LayoutLine) LayoutLines;

typedef struct LayoutPage {
    Arena *arena;
    double width, height;
    Glyphs glyphs;     /* as given; turned where the page is */
    LayoutWords words; /* of the page's own direction, line by line from left to right */
    LayoutWords aside; /* of any other */
    LayoutCells cells;
    LayoutLines lines;
} LayoutPage;

/* Appends the text of the page, each line with its end. Needs arena, width, height and glyphs. */
void layout_write(LayoutPage *page, Buf *out);

/* The steps. */
void layout_words(LayoutPage *page);               /* glyphs to words and aside, in the order given */
void layout_lines(LayoutPage *page);               /* words to cells and lines, from top to bottom */
void layout_edges(LayoutPage *page);               /* parts what only the edges of other lines part; finds right edges */
void layout_columns(LayoutPage *page);             /* parts lines of two columns of prose */
void layout_print(const LayoutPage *page, Buf *out);

size_t layout_columns_of(const LayoutPage *page, const LayoutWord *word); /* width in characters */

#endif
