#include <math.h>

#include "parsers/extract/layout.h"
#include "base/banned.h"

#define COLUMN_LINES 5    /* two columns of prose are at least that many lines high */
#define COLUMN_WIDTH 0.2  /* of the page: narrower cells are no lines of prose */
#define PROSE_WORDS  4    /* of a line of prose; where words are not parted, PROSE_WIDE */
#define PROSE_WIDE   24   /* character widths */
#define PROSE_SHARE  0.6  /* of the lines of a column are prose; the others end a paragraph */
#define FIGURES      4    /* a cell of which a fourth is digits is no prose */

/* A strip without text, all along some lines. */
typedef struct Gutter {
    double x0, x1;
    size_t first, lines; /* of LayoutPage.lines */
    size_t prose;        /* lines with prose on both sides */
} Gutter;

static bool is_prose(const LayoutPage *page, const LayoutCell *cell) {
    size_t digits = 0, glyphs = 0;
    for (size_t w = 0; w < cell->words; w++) {
        const LayoutWord *word = &page->words.items[cell->first + w];
        glyphs += word->glyphs;
        for (size_t i = 0; i < word->glyphs; i++)
            digits += page->glyphs.items[word->first + i].code - '0' < 10;
    }
    return cell->x1 - cell->x0 >= COLUMN_WIDTH * page->width && digits * FIGURES < glyphs &&
           (cell->words >= PROSE_WORDS || (cell->columns >= PROSE_WIDE && glyphs * 2 > cell->columns + cell->words));
}

/* The gap of a line that lies over the strip becomes part of it. False when the line crosses it. */
static bool narrow(const LayoutPage *page, const LayoutLine *line, Gutter *gutter) {
    double x0 = gutter->x0, x1 = gutter->x1;
    const LayoutCell *left = NULL, *right = NULL;
    for (size_t i = line->first; i < line->first + line->cells; i++) {
        const LayoutCell *cell = &page->cells.items[i];
        if (cell->x1 <= (gutter->x0 + gutter->x1) / 2) {
            x0 = fmax(x0, cell->x1);
            left = cell;
        } else if (cell->x0 >= (gutter->x0 + gutter->x1) / 2) {
            x1 = fmin(x1, cell->x0);
            right = right ? right : cell;
        } else {
            return false;
        }
    }
    if (x1 - x0 < line->y1 - line->y0)
        return false;
    gutter->x0 = x0;
    gutter->x1 = x1;
    gutter->prose += left && right && is_prose(page, left) && is_prose(page, right);
    return true;
}

/* Two columns of prose that begin at a line: it has two cells, and many below keep out of the gap between them. */
static bool find_gutter(const LayoutPage *page, size_t at, Gutter *gutter) {
    const LayoutLine *line = &page->lines.items[at];
    if (line->cells != 2)
        return false;
    const LayoutCell *left = &page->cells.items[line->first], *right = left + 1;
    if (!is_prose(page, left) || !is_prose(page, right))
        return false;
    *gutter = (Gutter){.x0 = left->x1, .x1 = right->x0, .first = at};
    while (at + gutter->lines < page->lines.len && narrow(page, &page->lines.items[at + gutter->lines], gutter))
        gutter->lines++;
    return gutter->prose >= COLUMN_LINES && (double)gutter->prose >= PROSE_SHARE * (double)gutter->lines;
}

/* The cells of one side of a line, as a line of its own. */
static void add_side(LayoutPage *page, const LayoutLine *line, const Gutter *gutter, bool right, LayoutLines *out) {
    LayoutLine side = {.first = line->first, .y0 = line->y0, .y1 = line->y1, .left = right ? gutter->x1 : 0};
    for (size_t i = line->first; i < line->first + line->cells; i++) {
        if ((page->cells.items[i].x0 >= gutter->x1) != right)
            continue;
        if (side.cells == 0)
            side.first = i;
        side.cells++;
    }
    if (side.cells)
        *VEC_PUSH(page->arena, out) = side;
}

void layout_columns(LayoutPage *page) {
    LayoutLines lines = {0};
    for (size_t i = 0; i < page->lines.len;) {
        Gutter gutter;
        if (!find_gutter(page, i, &gutter)) {
            *VEC_PUSH(page->arena, &lines) = page->lines.items[i++];
            continue;
        }
        for (int right = 0; right < 2; right++)
            for (size_t k = 0; k < gutter.lines; k++)
                add_side(page, &page->lines.items[i + k], &gutter, right, &lines);
        i += gutter.lines;
    }
    page->lines = lines;
}
