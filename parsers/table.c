#include "parsers/table.h"

#include <glib.h>

#include "base/buf.h"
#include "base/banned.h"

#define PLAIN_LINE_MAX ((size_t)4096) /* bytes of a line that are looked at before it is read byte by byte */

/* ---- one cell ---- */

static bool is_cell_end(const TableReader *table, size_t at) {
    char c = at < table->text.len ? table->text.data[at] : '\n';
    return c == table->delimiter || c == '\n' || c == '\r';
}

static size_t skip_spaces(Str text, size_t at) {
    while (at < text.len && text.data[at] == ' ')
        at++;
    return at;
}

/* The end of a quoted cell that begins at text[from] == '"': the offset of the quote that closes it, or text.len.
 * *doubled: it holds quotes to undo. A quote closes when, spaces aside, a delimiter or a line end follows. */
static size_t quoted_end(const TableReader *table, size_t from, bool *doubled) {
    Str text = table->text;
    *doubled = false;
    for (size_t at = from + 1; at < text.len; at++) {
        if (text.data[at] != '"')
            continue;
        if (at + 1 < text.len && text.data[at + 1] == '"') {
            *doubled = true;
            at++;
        } else if (is_cell_end(table, skip_spaces(text, at + 1))) {
            return at;
        }
    }
    return text.len;
}

static Str undouble(Arena *arena, Str cell) {
    char *out = arena_alloc(arena, cell.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < cell.len; i++) {
        out[n++] = cell.data[i];
        if (cell.data[i] == '"' && i + 1 < cell.len && cell.data[i + 1] == '"')
            i++;
    }
    return (Str){out, n};
}

static void count_lines(TableReader *table, Str cell) {
    for (size_t i = 0; i < cell.len; i++)
        if (cell.data[i] == '\n' || (cell.data[i] == '\r' && (i + 1 == cell.len || cell.data[i + 1] != '\n')))
            table->line++;
}

static Str read_quoted(TableReader *table) {
    bool doubled;
    size_t end = quoted_end(table, table->at, &doubled);
    Str cell = str_sub(table->text, table->at + 1, end);
    table->at = end < table->text.len ? skip_spaces(table->text, end + 1) : end;
    count_lines(table, cell);
    return doubled ? undouble(table->arena, cell) : cell;
}

static Str read_plain(TableReader *table) {
    Str text = table->text;
    char delimiter = table->delimiter;
    size_t at = table->at;
    while (at < text.len && text.data[at] != delimiter && text.data[at] != '\n' && text.data[at] != '\r')
        at++;
    Str cell = str_sub(table->text, table->at, at);
    table->at = at;
    return cell;
}

/* ---- rows ---- */

static void skip_line_end(TableReader *table) {
    Str text = table->text;
    if (table->at >= text.len)
        return;
    bool crlf = text.data[table->at] == '\r' && table->at + 1 < text.len && text.data[table->at + 1] == '\n';
    table->at += crlf ? 2 : 1;
    table->line++;
}

static void add_cell(TableReader *table, Str cell) {
    if (table->cells.len < TABLE_COLUMNS_MAX)
        *VEC_PUSH(table->arena, &table->cells) = cell;
}

/* A line without quotes, as nearly all are, is parted where its delimiters stand. False, and nothing is read, where it is long,
 * has a quote or ends in some other way. */
static bool plain_line(TableReader *table) {
    const char *from = table->text.data + table->at;
    size_t looked = MIN(table->text.len - table->at, PLAIN_LINE_MAX);
    const char *newline = memchr(from, '\n', looked), *end = newline;
    if (!newline || memchr(from, '"', (size_t)(newline - from)))
        return false;
    const char *cr = memchr(from, '\r', (size_t)(newline - from));
    if (cr && cr + 1 != newline)
        return false;
    end -= cr != NULL;
    for (const char *at = from; at < end; at++)
        if (*at == table->delimiter) {
            add_cell(table, (Str){from, (size_t)(at - from)});
            from = at + 1;
        }
    add_cell(table, (Str){from, (size_t)(end - from)});
    table->at = (size_t)(newline + 1 - table->text.data);
    table->line++;
    return true;
}

bool table_next(TableReader *table) {
    if (table->at >= table->text.len)
        return false;
    table->cells.len = 0;
    table->row_line = table->line;
    if (plain_line(table))
        return true;
    for (;;) {
        bool quoted = table->at < table->text.len && table->text.data[table->at] == '"';
        Str cell = quoted ? read_quoted(table) : read_plain(table);
        add_cell(table, cell);
        if (table->at >= table->text.len || table->text.data[table->at] != table->delimiter)
            break;
        table->at++;
    }
    skip_line_end(table);
    return true;
}

void table_rewind(TableReader *table) {
    const Str bom = STR("\xEF\xBB\xBF");
    table->at = str_starts(table->text, bom) ? bom.len : 0;
    table->line = 1;
    Str rest = str_sub(table->text, table->at, table->text.len);
    if (str_starts_nocase(rest, STR("sep=")) && rest.len > 4 && !strchr("\r\n\"", rest.data[4]) &&
        (rest.len == 5 || rest.data[5] == '\n' || rest.data[5] == '\r')) {
        table->delimiter = rest.data[4];
        table->at += 5;
        skip_line_end(table);
    }
}

/* ---- the delimiter ---- */

/* How evenly a delimiter parts the first rows: `same` rows have the commonest number of cells, `width`. */
typedef struct Evenness {
    size_t rows, same, width;
} Evenness;

static Evenness evenness(const TableReader *from, Arena *scratch, char delimiter) {
    size_t widths[TABLE_SNIFF_ROWS];
    Evenness out = {0};
    TableReader table = *from;
    table.arena = scratch;
    table.cells = (TableCells){0};
    table.delimiter = delimiter;
    while (out.rows < TABLE_SNIFF_ROWS && table_next(&table))
        if (table.cells.len > 1 || str_trim(table.cells.items[0]).len)
            widths[out.rows++] = table.cells.len;
    for (size_t i = 0; i < out.rows; i++) {
        size_t same = 0;
        for (size_t j = 0; widths[i] > 1 && j < out.rows; j++)
            same += widths[j] == widths[i];
        if (same > out.same || (same == out.same && same && widths[i] > out.width)) {
            out.same = same;
            out.width = widths[i];
        }
    }
    return out;
}

/* Most even rows first, then the most cells: in "1.488,00;12" the comma parts evenly by chance, in fewer cells. */
static bool more_even(Evenness a, Evenness b) {
    size_t x = a.same * (b.rows ? b.rows : 1), y = b.same * (a.rows ? a.rows : 1);
    return x != y ? x > y : a.width > b.width;
}

void table_open(TableReader *table, Arena *arena, Str utf8) {
    static const char candidates[] = {'\t', ';', '|', ','}; /* of equals the one that prose holds least */
    *table = (TableReader){.arena = arena, .text = utf8};
    table_rewind(table);
    if (table->delimiter)
        return;
    Arena *scratch = arena_new();
    Evenness best = {0};
    table->delimiter = ',';
    for (size_t i = 0; i < sizeof candidates; i++) {
        Evenness each = evenness(table, scratch, candidates[i]);
        if (each.same && more_even(each, best)) {
            best = each;
            table->delimiter = candidates[i];
        }
    }
    arena_free(&scratch);
}

/* ---- as text ---- */

static void write_cell(Buf *buf, Str cell) {
    size_t from = 0;
    cell = str_trim(cell);
    for (size_t i = 0; i <= cell.len; i++) {
        if (i < cell.len && cell.data[i] != '\t' && cell.data[i] != '\n' && cell.data[i] != '\r')
            continue;
        buf_add(buf, str_sub(cell, from, i));
        if (i < cell.len)
            buf_add_char(buf, ' ');
        from = i + 1;
    }
}

bool table_to_text(Arena *arena, Str utf8, Str *text) {
    TableReader table;
    Buf buf = {.arena = arena};
    size_t wide = 0;
    table_open(&table, arena, utf8);
    buf_reserve(&buf, utf8.len);
    while (table_next(&table)) {
        wide += table.cells.len > 1;
        for (size_t i = 0; i < table.cells.len; i++) {
            if (i)
                buf_add_char(&buf, '\t');
            write_cell(&buf, table.cells.items[i]);
        }
        buf_add_char(&buf, '\n');
    }
    *text = buf_str(&buf);
    return wide >= 2;
}
