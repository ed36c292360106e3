/* Page: the text of a document as a person sees it: lines, cells, and the words of the lexicon in their
 * cells.
 *
 * A cell ends at a tab, at a "|", or at two or more blanks (the layout text of a PDF). Offsets are bytes of
 * the folded text. Everything lives in the arena given. Not for the body of a ticket: that is prose and has
 * segments. */
#ifndef PARSERS_PAGE_H
#define PARSERS_PAGE_H

#include "parsers/kind.h"

#define PAGE_BYTES_MAX ((size_t)1024 * 1024) /* a longer text is judged by its beginning */

typedef struct Cell {
    size_t from, to; /* blanks trimmed; never empty */
    size_t line;     /* index of its line */
    size_t column;   /* tabs or "|" before it in the line */
    size_t x, x_end; /* where it stands in the line, in character widths */
} Cell;

typedef struct PageLine {
    size_t from, to;
    size_t first, cells; /* its cells: page.cells[first ...] */
    size_t ordinal;      /* how many lines with text stand above */
    bool ruled;          /* its cells are parted by tabs or "|" */
} PageLine;

/* A phrase of [kind.*] where it stands. */
typedef struct Sign {
    Kind kind;
    KindCue cue;
    size_t from, to;
    size_t cell;        /* index of the cell it begins in */
    unsigned languages; /* as in Hit */
} Sign;
typedef VEC(Sign) Signs;

typedef struct Page {
    const Lexicon *lexicon;
    Arena *arena;
    Text text;
    VEC(Cell) cells;
    VEC(PageLine) lines;
    Signs signs; /* by position; without those inside a longer one */
} Page;

void page_read(const Lexicon *lexicon, Arena *arena, Str raw, Page *page);

/* kind_judge() and invoice_read() in steps, for who has both done: the page of the text is read once. */
bool kind_needs_page(Document *document); /* false: judged already, or there is nothing to judge */
void kind_judge_page(const Page *page, Document *document);
void invoice_read_page(const Page *page, Language language, Document *document);

/* The cell right of, or below, a cell; NULL when there is none. Below: the first within a few lines that
 * stands in the same column, or overlaps. */
const Cell *page_right(const Page *page, const Cell *cell);
const Cell *page_below(const Page *page, const Cell *cell);
/* Do the cells of a line stand under those of a line of heads one by one, though shifted? Heads at the left edge of their columns
 * and figures at the right edge need not overlap, and may seem to stand under the next head. */
bool page_paired(const Page *page, size_t heads, size_t line);
/* The cell of a line that stands in the column of `head`; NULL when none does. */
const Cell *page_under(const Page *page, size_t line, const Cell *head);
bool page_has_digit(const Page *page, size_t from, size_t to);
/* The same, but for rates: the head of a table may say "VAT 20 %". */
bool page_has_figure(const Page *page, size_t from, size_t to);
/* The first sign of that cue that begins in [from, to). */
bool page_sign_in(const Page *page, KindCue cue, size_t from, size_t to, const Sign **out);
/* Index of the first sign at or behind a byte. */
size_t page_first_sign(const Page *page, size_t from);

#endif
