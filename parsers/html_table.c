#include "parsers/html_table.h"

#include <glib.h>

#include "base/banned.h"

#define CELL_LINES_MAX 3      /* a cell of more lines is a page, not a value */
#define CELL_BYTES_MAX 1500   /* likewise */
#define COLUMNS_MAX 1000      /* cells of a row; the rest is dropped */
#define REPEATED_MAX ((size_t)1 << 20) /* bytes that spanning cells may add to a table */

/* A cell that reaches into the rows below. */
typedef struct Carry {
    Str text;
    unsigned rows;
} Carry;

static bool is_break(char c) {
    return c == '\n' || c == '\t' || c == ' ';
}

static Str cell_raw(const HtmlTable *table, const Buf *text, size_t i) {
    size_t to = i + 1 < table->cells.len ? table->cells.items[i + 1].from : text->len;
    size_t from = table->cells.items[i].from;
    return (Str){text->data + from, to - from};
}

/* One line: breaks become blanks, addresses of links are left out. */
static Str cell_line(Arena *arena, Str raw) {
    raw = str_trim(raw);
    char *out = arena_alloc(arena, raw.len + 1);
    size_t len = 0;
    bool blank = false, link = false;
    for (size_t i = 0; i < raw.len; i++) {
        char c = raw.data[i];
        if (c == HTML_LINK_BEGIN || c == HTML_LINK_END) {
            link = c == HTML_LINK_BEGIN;
        } else if (is_break(c)) {
            blank = true;
        } else if (!link) {
            if (blank && len)
                out[len++] = ' ';
            blank = false;
            out[len++] = c;
        }
    }
    return str_trim((Str){out, len});
}

static size_t lines_of(Str raw) {
    size_t lines = 0;
    Str line;
    while (str_line(&raw, &line))
        lines += !str_empty(str_trim(line));
    return lines;
}

/* One column, one row of pages, or a cell that holds a page: layout. */
static bool is_data(const HtmlTable *table, const Buf *text, const Str *cells) {
    size_t widest = 0, filled = 0, row = 0, most_lines = 0;
    for (size_t i = 0; i < table->cells.len; i++) {
        Str raw = cell_raw(table, text, i);
        size_t lines = lines_of(raw);
        if (lines > CELL_LINES_MAX || cells[i].len > CELL_BYTES_MAX)
            return false;
        most_lines = MAX(most_lines, lines);
        if (table->cells.items[i].row != row)
            filled = 0;
        row = table->cells.items[i].row;
        filled += cells[i].len > 0;
        widest = MAX(widest, filled);
    }
    return widest > 1 && !(table->rows == 1 && most_lines > 1);
}

struct HtmlGrid {
    Buf out;
    Carry carry[COLUMNS_MAX];
    size_t column, reach; /* of the row that is written; `reach`: columns that a carry may stand in */
    size_t filled, cells; /* of the row */
    size_t repeated;
};

HtmlGrid *html_grid_new(Arena *arena) {
    HtmlGrid *grid = ARENA_NEW(arena, HtmlGrid);
    grid->out.arena = arena;
    return grid;
}

static void put(HtmlGrid *grid, Str text) {
    if (grid->cells++)
        buf_add_char(&grid->out, '\t');
    buf_add(&grid->out, text);
    grid->filled += text.len > 0;
    grid->column++;
}

/* Cells of rows above that reach into this place; `all`: up to the last of them. */
static void put_carried(HtmlGrid *grid, bool all) {
    for (size_t end = all ? grid->reach : grid->column + 1; grid->column < MIN(end, COLUMNS_MAX);) {
        Carry *carry = &grid->carry[grid->column];
        if (carry->rows == 0 && !all)
            return;
        Str text = STR("");
        if (carry->rows && grid->repeated < REPEATED_MAX) {
            text = carry->text;
            grid->repeated += text.len + 1;
            carry->rows--;
        } else {
            carry->rows = 0;
        }
        put(grid, text);
        end = all ? end : grid->column + 1;
    }
}

static void put_cell(HtmlGrid *grid, const HtmlCell *cell, Str text) {
    put_carried(grid, false);
    for (unsigned i = 0; i < cell->colspan && grid->column < COLUMNS_MAX; i++) {
        if (cell->rowspan > 1) {
            grid->carry[grid->column] = (Carry){i ? STR("") : text, cell->rowspan - 1};
            grid->reach = MAX(grid->reach, grid->column + 1);
        }
        put(grid, i ? STR("") : text);
    }
}

/* Ends a row; one without any text leaves no line. True when it is a row of values. */
static bool row_end(HtmlGrid *grid, size_t from) {
    while (grid->reach > 0 && grid->carry[grid->reach - 1].rows == 0)
        grid->reach--;
    if (grid->column < grid->reach)
        put_carried(grid, true);
    bool values = grid->filled > 1;
    if (grid->filled == 0)
        grid->out.len = from;
    else
        buf_add_char(&grid->out, '\n');
    grid->column = grid->filled = grid->cells = 0;
    return values;
}

static size_t rows_write(const HtmlTable *table, const Str *cells, HtmlGrid *grid) {
    size_t values = 0, from = 0;
    for (size_t i = 0; i < table->cells.len; i++) {
        put_cell(grid, &table->cells.items[i], cells[i]);
        if (i + 1 == table->cells.len || table->cells.items[i + 1].row != table->cells.items[i].row) {
            values += row_end(grid, from);
            from = grid->out.len;
        }
    }
    return values;
}

bool html_table_close(HtmlGrid *grid, const HtmlTable *table, Buf *text, size_t *rows) {
    Arena *arena = grid->out.arena;
    *rows = 0;
    if (table->layout || table->cells.len < 2)
        return false;
    Str *cells = ARENA_ARRAY(arena, Str, table->cells.len);
    for (size_t i = 0; i < table->cells.len; i++)
        cells[i] = cell_line(arena, cell_raw(table, text, i));
    if (!is_data(table, text, cells))
        return false;
    for (size_t i = 0; i < grid->reach; i++)
        grid->carry[i] = (Carry){STR_NONE, 0};
    grid->reach = grid->repeated = grid->out.len = 0;
    size_t values = rows_write(table, cells, grid);
    *rows = values > 1 ? values : 0;
    text->len = table->cells.items[0].from;
    size_t due = text->len == 0 ? 0 : *rows ? 2 : 1; /* an empty line before a real table */
    for (size_t i = text->len; due && i > 0 && text->data[i - 1] == '\n'; i--)
        due--;
    for (; due; due--)
        buf_add_char(text, '\n');
    buf_add(text, str_sub(buf_str(&grid->out), 0, grid->out.len ? grid->out.len - 1 : 0));
    return true;
}
