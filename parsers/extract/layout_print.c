#include <math.h>
#include <stdlib.h>

#include "parsers/extract/layout.h"
#include "base/banned.h"

#define WIDTH_LEAST  0.6 /* of the usual width of a character: how dense the grid may get to keep columns in line */
#define CROWDED      10  /* one in so many cells may be too long for its place; it moves what is right of it */
#define PARAGRAPH    0.7 /* of the line's height: more space above it is an empty line */
#define COLUMNS_MAX  500 /* of a line */
#define CELLS_APART  2   /* blanks, at least */

typedef struct Grid {
    double left; /* of the page's text */
    double unit; /* points of a character */
} Grid;

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* ---- how wide a character is taken to be ---- */

/* Of most characters of the page. */
static double usual_width(const LayoutPage *page) {
    double width = 0, columns = 0;
    for (size_t i = 0; i < page->cells.len; i++) {
        width += page->cells.items[i].x1 - page->cells.items[i].x0;
        columns += (double)page->cells.items[i].columns;
    }
    return columns > 0 && width > 0 ? width / columns : 1;
}

/* The widest that lets nearly every cell end before the next one begins. */
static double fitting_width(const LayoutPage *page, double usual) {
    double *widths = ARENA_ARRAY(page->arena, double, page->cells.len + 1);
    size_t n = 0;
    for (size_t l = 0; l < page->lines.len; l++)
        for (size_t i = 1; i < page->lines.items[l].cells; i++) {
            const LayoutCell *cell = &page->cells.items[page->lines.items[l].first + i];
            widths[n++] = (cell->x0 - cell[-1].x0) / (double)(cell[-1].columns + CELLS_APART);
        }
    if (n == 0)
        return usual;
    qsort(widths, n, sizeof *widths, by_value);
    return fmin(usual, fmax(widths[n / CROWDED], WIDTH_LEAST * usual));
}

static Grid grid_of(const LayoutPage *page) {
    Grid grid = {.left = page->cells.len ? page->cells.items[0].x0 : 0};
    double right = grid.left;
    for (size_t i = 0; i < page->cells.len; i++) {
        grid.left = fmin(grid.left, page->cells.items[i].x0);
        right = fmax(right, page->cells.items[i].x1);
    }
    grid.unit = fmax(fitting_width(page, usual_width(page)), (right - grid.left) / COLUMNS_MAX);
    if (!(grid.unit > 0))
        grid.unit = 1;
    return grid;
}

/* ---- printing ---- */

static void print_word(const LayoutPage *page, const LayoutWord *word, Buf *out) {
    for (size_t i = 0; i < word->glyphs; i++) {
        uint32_t code = page->glyphs.items[word->first + i].code;
        if (code > ' ')
            buf_add_utf8(out, code);
    }
}

static void print_cell(const LayoutPage *page, const LayoutCell *cell, Buf *out) {
    for (size_t i = 0; i < cell->words; i++) {
        if (i)
            buf_add_char(out, ' ');
        print_word(page, &page->words.items[cell->first + i], out);
    }
}

static size_t place_of(const Grid *grid, const LayoutLine *line, const LayoutCell *cell) {
    double left = line->left > 0 ? line->left : grid->left, at = round((cell->x0 - left) / grid->unit);
    if (cell->right)
        at = fmax(at, round((cell->x1 - left) / grid->unit) - (double)cell->columns);
    return at > 0 ? (size_t)fmin(at, COLUMNS_MAX) : 0;
}

static void print_line(const LayoutPage *page, const Grid *grid, const LayoutLine *line, Buf *out) {
    size_t column = 0;
    for (size_t i = 0; i < line->cells; i++) {
        const LayoutCell *cell = &page->cells.items[line->first + i];
        size_t place = place_of(grid, line, cell), least = i ? column + CELLS_APART : 0;
        for (place = place < least ? least : place; column < place; column++)
            buf_add_char(out, ' ');
        print_cell(page, cell, out);
        column += cell->columns;
    }
    buf_add_char(out, '\n');
}

/* Of the letters of a word that runs any way; a single one may stand upright or lie. */
static double height_of(const LayoutWord *word) {
    double wide = word->x1 - word->x0, high = word->y1 - word->y0;
    return word->glyphs > 1 ? fmin(wide, high) : fmax(wide, high);
}

static double distance(const LayoutWord *a, const LayoutWord *b) {
    return fmax(fmax(b->x0 - a->x1, a->x0 - b->x1), fmax(b->y0 - a->y1, a->y0 - b->y1));
}

/* What runs another way, in the order of the file: a line as long as one word goes on where the last one ended. */
static void print_aside(const LayoutPage *page, Buf *out) {
    for (size_t i = 0; i < page->aside.len; i++) {
        const LayoutWord *word = &page->aside.items[i], *before = word - 1;
        if (i)
            buf_add_char(out, distance(before, word) < fmax(height_of(before), height_of(word)) ? ' ' : '\n');
        print_word(page, word, out);
    }
    if (page->aside.len)
        buf_add_char(out, '\n');
}

void layout_print(const LayoutPage *page, Buf *out) {
    Grid grid = grid_of(page);
    for (size_t i = 0; i < page->lines.len; i++) {
        const LayoutLine *line = &page->lines.items[i];
        if (i && (line->y0 - line[-1].y1 > PARAGRAPH * (line->y1 - line->y0) || line->y1 < line[-1].y0))
            buf_add_char(out, '\n');
        print_line(page, &grid, line, out);
    }
    print_aside(page, out);
}

void layout_write(LayoutPage *page, Buf *out) {
    layout_words(page);
    layout_lines(page);
    layout_edges(page);
    layout_columns(page);
    layout_print(page, out);
}
