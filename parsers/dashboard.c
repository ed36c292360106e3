#include "parsers/dashboard.h"

#include "parsers/charset.h"
#include "parsers/dashboard_cells.h"
#include "base/utf8.h"
#include "base/banned.h"

static GQuark dashboard_error(void) {
    return g_quark_from_static_string("resolver-dashboard");
}

/* ---- the header ---- */

/* The row among the first that names most columns; the first of equals. known is 0 when none names two. */
static void header_find(const Lexicon *lexicon, Arena *arena, Grid *grid, const ColumnNames *names, Columns *out) {
    GridRow row;
    *out = (Columns){0};
    for (size_t i = 0; i < DASHBOARD_HEADER_ROWS && grid_next(grid, &row); i++) {
        Columns columns;
        columns_read(lexicon, arena, &row, names, &columns);
        columns.row = i;
        if (columns.known >= 2 && columns.known > out->known)
            *out = columns;
    }
    grid_rewind(grid);
}

static bool header_check(Str name, const Columns *columns, GError **error) {
    if (!columns->known)
        g_set_error(error, dashboard_error(), 1, STR_FMT ": no row names the columns of a dashboard", STR_ARG(name));
    else if (columns->at[DETAIL_INVOICE_NUMBER] == COLUMN_NONE)
        g_set_error(error, dashboard_error(), 1, STR_FMT ":%zu: the header names no invoice-number column",
                    STR_ARG(name), columns->line);
    else if (columns->twice >= 0)
        g_set_error(error, dashboard_error(), 1, STR_FMT ":%zu: the header names %s twice", STR_ARG(name),
                    columns->line, column_word(columns->twice));
    else
        return true;
    return false;
}

/* ---- the charset ---- */

static bool is_unicode(Str bytes) {
    if (utf8_valid(bytes))
        return true;
    size_t zeros = 0;
    Str head = str_sub(bytes, 0, DASHBOARD_SAMPLE);
    for (size_t i = 0; i < head.len; i++)
        zeros += head.data[i] == '\0';
    return zeros > 0 || str_starts(bytes, STR("\xFF\xFE")) || str_starts(bytes, STR("\xFE\xFF"));
}

/* How much of the sample makes sense: columns that the header names, then types that the lexicon knows, less what is no
 * character at all. */
static long sense(const Lexicon *lexicon, Arena *arena, Str text) {
    Grid grid;
    Columns columns;
    GridRow row;
    long types = 0, bad = 0;
    if (!grid_open(&grid, arena, STR(""), text, NULL)) {
        grid_close(&grid);
        return -1;
    }
    header_find(lexicon, arena, &grid, NULL, &columns);
    size_t at = columns.known ? columns.at[DETAIL_OMLP_TYPE] : COLUMN_NONE;
    while (at != COLUMN_NONE && grid_next(&grid, &row)) {
        Hits hits = {0};
        types += at < row.n && lexicon_whole(lexicon, arena, row.cells[at], LEX_TYPE, &hits);
    }
    grid_close(&grid);
    for (ptrdiff_t found; (found = str_find(text, STR("\xEF\xBF\xBD"))) >= 0; bad++)
        text = str_sub(text, (size_t)found + 3, text.len);
    return (long)columns.known * 100000 + types * 10 - bad;
}

/* Cut behind a line end, so that no character is cut in two. */
static Str sample_of(Str bytes) {
    size_t end = MIN(bytes.len, DASHBOARD_SAMPLE);
    for (size_t at = end; bytes.len > end && at-- > 0;)
        if (bytes.data[at] == '\n' || bytes.data[at] == '\r')
            return str_sub(bytes, 0, at + 1);
    return str_sub(bytes, 0, end);
}

/* Excel saves in the charset of the language in which the header was written: the one in which it can be read. */
static Str legacy_charset(const Lexicon *lexicon, Str bytes) {
    static const Str charsets[] = {
        {"windows-1252", 12}, {"windows-1251", 12}, {"windows-1250", 12}, {"windows-1254", 12},
        {"shift_jis", 9},     {"euc-kr", 6},        {"gb18030", 7},       {"big5", 4}};
    Str sample = sample_of(bytes), best = charsets[0];
    Arena *scratch = arena_new();
    long most = -1;
    for (size_t i = 0; i < sizeof charsets / sizeof *charsets; i++) {
        Str used;
        long makes = sense(lexicon, scratch, charset_to_utf8(scratch, sample, charsets[i], LANGUAGE_UNKNOWN, &used));
        if (makes > most) {
            most = makes;
            best = charsets[i];
        }
        arena_clear(scratch);
    }
    arena_free(&scratch);
    return best;
}

static Str to_utf8(const Lexicon *lexicon, Arena *arena, Str bytes, Str *charset) {
    Str declared = is_unicode(bytes) ? STR_NONE : legacy_charset(lexicon, bytes);
    return charset_to_utf8(arena, bytes, declared, LANGUAGE_UNKNOWN, charset);
}

/* ---- the rows ---- */

/* One sentence instead of one a row when a column is not there at all. */
static bool columns_suffice(Arena *arena, Str name, const Columns *columns, Notes *notes) {
    static const int needed[] = {DETAIL_OMLP_TYPE, DETAIL_PURCHASE_UNITS, DETAIL_KPI_VALUE, DETAIL_REVENUE_VALUE};
    bool all = columns->at[DETAIL_MONTH] != COLUMN_NONE || columns->at[COLUMN_PERIOD] != COLUMN_NONE ||
               columns->at[COLUMN_DATE] != COLUMN_NONE;
    if (!all)
        note_add(arena, notes, name, columns->line, "no row can be read: the header names no month");
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        if (columns->at[needed[i]] != COLUMN_NONE)
            continue;
        note_add(arena, notes, name, columns->line, "no row can be read: the header names no %s",
                 column_word(needed[i]));
        all = false;
    }
    return all;
}

/* To the first row below the header. */
static void skip_header(Grid *grid, const Columns *columns) {
    GridRow row;
    grid_rewind(grid);
    for (size_t i = 0; i <= columns->row; i++)
        grid_next(grid, &row);
}

static void note_row(Arena *arena, Notes *notes, Str name, const GridRow *row, Str why) {
    Str which = row->number ? arena_printf(arena, " %zu", row->number) : STR("");
    note_add(arena, notes, name, row->line, "row" STR_FMT " left out: " STR_FMT, STR_ARG(which), STR_ARG(why));
}

/* Cells of a table are views of the file; others live until the next row. */
static void keep_row(CellReader *reader, const Grid *grid, const Row *row, Dashboard *out) {
    Row *kept = VEC_PUSH(reader->arena, &out->rows);
    *kept = *row;
    if (grid->is_table)
        return;
    kept->invoice_number = arena_str(reader->arena, row->invoice_number);
    kept->partner_id = str_given(row->partner_id) ? arena_str(reader->arena, row->partner_id) : STR_NONE;
    kept->currency = str_given(row->currency) ? arena_str(reader->arena, row->currency) : STR_NONE;
}

/* Twice through the file: what its numbers prove must be known before the first is read. */
static void rows_read(CellReader *reader, Str name, Grid *grid, const RowSink *sink, Dashboard *out) {
    GridRow row;
    Row read;
    Str why;
    size_t n = 0;
    skip_header(grid, reader->columns);
    for (; grid_next(grid, &row); n++)
        cells_learn(reader, &row);
    if (!sink) {
        out->rows.cap = n;
        out->rows.items = ARENA_ARRAY(reader->arena, Row, n);
    }
    skip_header(grid, reader->columns);
    while (grid_next(grid, &row)) {
        if (!str_given(row.broken) && cells_read(reader, &row, &read, &why)) {
            read.source = name;
            if (!sink)
                keep_row(reader, grid, &read, out);
            else if (!sink->take(sink->self, &read))
                return;
        } else if (str_given(row.broken) || str_given(why)) {
            note_row(reader->arena, &out->notes, name, &row, str_given(row.broken) ? row.broken : why);
        }
    }
}

static void columns_list(Arena *arena, const Columns *columns, Strs *out) {
    for (int i = 0; i < COLUMN_COUNT; i++)
        if (columns->at[i] != COLUMN_NONE)
            *VEC_PUSH(arena, out) = str_of(column_word(i));
}

static bool read_grid(const Lexicon *lexicon, Arena *arena, Str name, Grid *grid, const ColumnNames *names, const RowSink *sink,
                      Dashboard *out, GError **error) {
    Columns columns;
    CellReader reader;
    header_find(lexicon, arena, grid, names, &columns);
    if (!header_check(name, &columns, error))
        return false;
    out->header_line = columns.line;
    out->language = columns.language;
    columns_list(arena, &columns, &out->columns);
    if (!columns_suffice(arena, name, &columns, &out->notes))
        return true;
    cells_open(&reader, lexicon, arena, &columns);
    rows_read(&reader, name, grid, sink, out);
    cells_close(&reader);
    return true;
}

bool dashboard_read(const Lexicon *lexicon, Arena *arena, Str name, Str bytes, Dashboard *out, GError **error) {
    return dashboard_read_named(lexicon, arena, name, bytes, NULL, NULL, out, error);
}

bool dashboard_read_named(const Lexicon *lexicon, Arena *arena, Str name, Str bytes, const ColumnNames *names,
                          const RowSink *sink, Dashboard *out, GError **error) {
    Grid grid;
    *out = (Dashboard){0};
    if (str_starts(bytes, STR("PK\003\004"))) {
        g_set_error(error, dashboard_error(), 1, STR_FMT ": a workbook, not its text", STR_ARG(name));
        return false;
    }
    Str text = to_utf8(lexicon, arena, bytes, &out->charset);
    bool good = grid_open(&grid, arena, name, text, error) && read_grid(lexicon, arena, name, &grid, names, sink, out, error);
    grid_close(&grid);
    return good;
}
