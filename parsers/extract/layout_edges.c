#include <math.h>
#include <stdlib.h>

#include "parsers/extract/layout.h"
#include "base/banned.h"

#define EDGE      1.0 /* points: edges this near are one edge */
#define EDGES_MAX 50  /* more say nothing more */
#define TIGHT_GAP 0.33/* of the height: a blank is hardly wider; a wider gap may part cells of a crowded table */
#define TIGHTER   1.25 /* such a gap is that much wider than the others of its cell */
#define GROUP_GAP 0.5  /* of the height: a blank within an amount ("8 200,00") is not wider */
#define SHARED    1   /* cells of other lines that begin, or end, at the same edge */

/* The left or right edges of cells, sorted. */
typedef struct Edges {
    double *at;
    size_t n;
} Edges;

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static Edges edges_of(const LayoutPage *page, bool right) {
    Edges edges = {.at = ARENA_ARRAY(page->arena, double, page->cells.len + 1), .n = page->cells.len};
    for (size_t i = 0; i < edges.n; i++)
        edges.at[i] = right ? page->cells.items[i].x1 : page->cells.items[i].x0;
    qsort(edges.at, edges.n, sizeof *edges.at, by_value);
    return edges;
}

static size_t count_near(const Edges *edges, double value) {
    size_t low = 0, high = edges->n, count = 0;
    while (low < high) {
        size_t at = low + (high - low) / 2;
        if (edges->at[at] < value - EDGE)
            low = at + 1;
        else
            high = at;
    }
    while (low + count < edges->n && edges->at[low + count] <= value + EDGE && count < EDGES_MAX)
        count++;
    return count;
}

/* ---- crowded tables ---- */

static double gap_before(const LayoutWord *word) {
    return word->x0 - word[-1].x1;
}

/* The usual gap between the words of a cell, but for the one before `at`. */
static double usual_gap(const LayoutWord *words, size_t n, size_t at) {
    double sum = 0;
    for (size_t i = 1; i < n; i++)
        sum += i == at ? 0 : gap_before(&words[i]);
    return n > 2 ? sum / (double)(n - 2) : 0;
}

static bool is_figure(const LayoutPage *page, const LayoutWord *word) {
    const Glyph *first = &page->glyphs.items[word->first], *last = first + word->glyphs - 1;
    return first->code - '0' < 10 && last->code != '%';
}

/* How many of its characters from `at` on are digits. */
static size_t digits_at(const LayoutPage *page, const LayoutWord *word, size_t at) {
    size_t n = at;
    while (n < word->glyphs && page->glyphs.items[word->first + n].code - '0' < 10)
        n++;
    return n - at;
}

/* Groups of one amount, a blank between them: "8 200,00", "19 466". */
static bool goes_on(const LayoutPage *page, const LayoutWord *before, const LayoutWord *word) {
    size_t last = before->glyphs;
    return last <= 3 && digits_at(page, before, 0) == last && digits_at(page, word, 0) == 3 &&
           (word->glyphs == 3 || (word->glyphs == 6 && digits_at(page, word, 4) == 2));
}

/* Do cells of other lines begin where this word begins, or end where this last figure ends? */
static bool parts_cells(const LayoutPage *page, const LayoutCell *cell, size_t at, const Edges *left, const Edges *right) {
    const LayoutWord *words = page->words.items + cell->first, *word = &words[at];
    double high = fmax(word->y1 - word->y0, word[-1].y1 - word[-1].y0);
    if (gap_before(word) <= TIGHT_GAP * high || gap_before(word) <= TIGHTER * usual_gap(words, cell->words, at))
        return false;
    if (gap_before(word) <= GROUP_GAP * high && goes_on(page, word - 1, word))
        return false;
    return count_near(left, word->x0) >= SHARED ||
           (at + 1 == cell->words && is_figure(page, word) && count_near(right, word->x1) > SHARED);
}

static LayoutCell cell_part(const LayoutPage *page, const LayoutCell *cell, size_t from, size_t to) {
    const LayoutWord *words = page->words.items + cell->first;
    LayoutCell part = {.first = cell->first + from, .words = to - from, .x0 = words[from].x0, .x1 = words[from].x1};
    for (size_t i = from; i < to; i++) {
        part.x1 = fmax(part.x1, words[i].x1);
        part.columns += layout_columns_of(page, &words[i]) + (i > from);
    }
    return part;
}

static void split_cell(LayoutPage *page, const LayoutCell *cell, const Edges *left, const Edges *right, LayoutCells *out) {
    size_t from = 0;
    for (size_t at = 1; at <= cell->words; at++)
        if (at == cell->words || parts_cells(page, cell, at, left, right)) {
            *VEC_PUSH(page->arena, out) = cell_part(page, cell, from, at);
            from = at;
        }
}

/* Cells that stand so close that only the lines above and below tell them apart. */
static void split_cells(LayoutPage *page) {
    Edges left = edges_of(page, false), right = edges_of(page, true);
    LayoutCells cells = {0};
    for (size_t l = 0; l < page->lines.len; l++) {
        LayoutLine *line = &page->lines.items[l];
        size_t first = cells.len;
        for (size_t i = line->first; i < line->first + line->cells; i++)
            split_cell(page, &page->cells.items[i], &left, &right, &cells);
        line->first = first;
        line->cells = cells.len - first;
    }
    page->cells = cells;
}

/* ---- figures under each other ---- */

/* A cell that shares its right edge with more others than its left one is set flush right. */
static void find_flush_right(LayoutPage *page) {
    Edges left = edges_of(page, false), right = edges_of(page, true);
    for (size_t i = 0; i < page->cells.len; i++) {
        LayoutCell *cell = &page->cells.items[i];
        size_t rights = count_near(&right, cell->x1);
        cell->right = rights > 1 && rights > count_near(&left, cell->x0);
    }
}

void layout_edges(LayoutPage *page) {
    split_cells(page);
    find_flush_right(page);
}
