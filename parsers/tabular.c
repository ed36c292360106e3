/* Tables in a text: parted by tabs, pipes, semicolons or commas, aligned by blanks, or turned on their side. */
#include "base/utf8.h"
#include "parsers/label_guess.h"
#include "parsers/ruling.h"
#include "parsers/spaced.h"
#include "base/banned.h"

#define NAME_LETTERS 3  /* bytes of a name that columns share: "Purchase 1", "Purchase 2" */
#define NUMBER_DIGITS 3 /* fewer are no invoice number in a row of sums */
#define SIDEWAYS_LINES_MAX 64 /* labels down the side; more are no table of purchases */

typedef struct Columns {
    size_t n, known;  /* known: columns of a detail */
    Header header[COLUMNS_MAX];
    Span name[COLUMNS_MAX];
    Span shown[COLUMNS_MAX]; /* where it stands on the screen; of tables aligned by blanks */
} Columns;

static bool is_detail_label(Label label) {
    return label == LABEL_MONTH || label == LABEL_YEAR || label == LABEL_PERIOD || label == LABEL_OMLP_TYPE ||
           label == LABEL_PURCHASE_UNITS || label == LABEL_INVOICE_NUMBER || label == LABEL_KPI_VALUE ||
           label == LABEL_REVENUE_VALUE || label == LABEL_INVOICE_DATE;
}

/* "Month: January; Year: 2020": fields beside each other are no header row. */
static bool cell_is_field(Str s, Span cell) {
    const char *colon = memchr(s.data + cell.from, ':', cell.to - cell.from);
    return colon && colon + 1 < s.data + cell.to;
}

static bool columns_read(const Reader *reader, const TextLine *line, Ruling ruling, Columns *columns) {
    Cells cells;
    unsigned seen = 0;
    size_t fields = 0;
    if (!ruling_parts(reader->text->folded, line->content, ruling))
        return false;
    *columns = (Columns){0};
    ruling_cells(reader->text->folded, line->content, ruling, &cells);
    if (cells.n < 2)
        return false;
    for (size_t i = 0; i < cells.n; i++) {
        Span cell = columns->name[i] = cells.cell[i];
        columns->header[i] = header_in(reader->lexicon, reader->arena, reader->language, reader->text, cell.from, cell.to);
        fields += cell_is_field(reader->text->folded, cell);
        Label label = columns->header[i].label;
        if (label != LABEL_COUNT && is_detail_label(label) && !(seen & (1u << label))) {
            seen |= 1u << label;
            columns->known++;
        }
    }
    columns->n = cells.n;
    if (ruling == RULED_BLANKS)
        ruling_shown(reader->text, line, &cells, columns->shown);
    size_t needed = ruling == RULED_TAB || ruling == RULED_PIPE ? 2 : 3;
    return fields * 2 < cells.n && columns->known >= needed && columns->known * 2 >= cells.n - (cells.n > 4 ? cells.n / 3 : 0);
}

/* The column that a cell of an aligned table stands under: the one it overlaps most, else the nearest. */
static size_t column_under(const Columns *columns, Span cell) {
    size_t best = 0, best_gap = SIZE_MAX;
    ptrdiff_t best_overlap = 0;
    for (size_t i = 0; i < columns->n; i++) {
        size_t a = columns->shown[i].from, b = columns->shown[i].to;
        ptrdiff_t overlap = (ptrdiff_t)(b < cell.to ? b : cell.to) - (ptrdiff_t)(a > cell.from ? a : cell.from);
        size_t gap = overlap > 0 ? 0 : (size_t)-overlap;
        if (overlap > best_overlap || (best_overlap <= 0 && gap < best_gap)) {
            best = i;
            best_gap = gap;
            best_overlap = overlap > 0 ? overlap : best_overlap;
        }
    }
    return best;
}

static bool cell_is_total(const Reader *reader, Span cell) {
    Hits hits = {0};
    Hit hit;
    if (cell.from == cell.to || !lexicon_may(reader->text, cell.from, LEX_BIT(LEX_CUE)))
        return false;
    if (lexicon_in(reader->lexicon, reader->text, cell.to, cell.from, LEX_CUE, &hit) && hit.key == CUE_TOTAL)
        return true;
    lexicon_scan(reader->lexicon, reader->arena, reader->text, cell.from, cell.to, LEX_BIT(LEX_CUE), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].from == cell.from && hits.items[i].key == CUE_TOTAL)
            return true;
    return false;
}

static size_t count_digits(Str s, Span cell) {
    size_t digits = 0;
    for (size_t i = cell.from; i < cell.to; i++)
        digits += s.data[i] >= '0' && s.data[i] <= '9';
    return digits;
}

/* Its first cell says "Total" and nothing else. */
static bool opens_with_total(const Reader *reader, const Columns *columns, const Span *row) {
    Hits hits = {0};
    size_t first = 0;
    while (first < columns->n && row[first].from == row[first].to)
        first++;
    if (first == columns->n)
        return false;
    Str raw = spaced_join(reader->arena, text_raw(reader->text, row[first].from, row[first].to));
    if (!lexicon_whole(reader->lexicon, reader->arena, raw, LEX_CUE, &hits))
        return false;
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == CUE_TOTAL)
            return true;
    return false;
}

/* A row of sums is no purchase: it says so, and bears no invoice number but perhaps how many there are ("3 pcs.").
 * `loose`: blanks part it and cells are left out, so any sum may seem to stand under the number. */
static bool row_is_total(const Reader *reader, const Columns *columns, const Span *row, bool loose) {
    bool total = false;
    size_t digits = 0; /* of an invoice number */
    for (size_t i = 0; i < columns->n; i++) {
        if (columns->header[i].label == LABEL_INVOICE_NUMBER)
            digits += count_digits(reader->text->folded, row[i]);
        total |= cell_is_total(reader, row[i]);
    }
    if (digits ? !loose && digits >= NUMBER_DIGITS : total)
        return total && !digits;
    return opens_with_total(reader, columns, row);
}

/* "            61            5,411.00": nothing but the sums of the columns above, mentions [rows, row) of the same place. */
static bool is_unnamed_sum(const Mentions *out, size_t rows, size_t row) {
    bool any = false;
    for (size_t i = row; i < out->len; i++) {
        const Mention *m = &out->items[i];
        Decimal sum = decimal_int(0);
        bool above = false;
        if (m->detail == DETAIL_CURRENCY || m->detail == DETAIL_UNIT_OF_MEASURE)
            continue;
        if (m->detail != DETAIL_PURCHASE_UNITS && m->detail != DETAIL_KPI_VALUE && m->detail != DETAIL_REVENUE_VALUE)
            return false;
        for (size_t k = rows; k < row; k++) {
            const Mention *other = &out->items[k];
            if (other->detail != m->detail || other->place != m->place || other->role != m->role || other->gross != m->gross)
                continue;
            above = true;
            if (!decimal_add(sum, other->value.number, &sum))
                return false;
        }
        if (!above || decimal_cmp(sum, m->value.number) != 0)
            return false;
        any = true;
    }
    return any;
}

/* Of several columns for one detail, the expected and net one is the claim. */
static void row_read(Reader *reader, const Columns *columns, const Span *row, bool loose, size_t rows) {
    size_t before = reader->out->len;
    if (row_is_total(reader, columns, row, loose))
        return;
    reader->item++;
    for (size_t i = 0; i < columns->n; i++) {
        const Header *header = &columns->header[i];
        if (header->label == LABEL_COUNT || row[i].from == row[i].to)
            continue;
        field_read(reader, header, header->role, row[i].from, row[i].to);
    }
    if (is_unnamed_sum(reader->out, rows, before)) {
        reader->out->len = before;
        return;
    }
    reader->record++;
}

/* *loose: the cells of an aligned row stand where they seem to, one is left out or one too many. */
static bool row_cells(const Reader *reader, const TextLine *line, Ruling ruling, const Columns *columns, Span *row, bool *loose) {
    Cells cells;
    Str s = reader->text->folded;
    memset(row, 0, sizeof(Span) * COLUMNS_MAX);
    *loose = false;
    ruling_cells(s, line->content, ruling, &cells);
    if (ruling == RULED_COMMA)
        ruling_join_thousands(s, columns->n, &cells);
    if (cells.n < 2 || (ruling == RULED_COMMA && cells.n != columns->n))
        return false;
    if (ruling != RULED_BLANKS) {
        size_t shift = ruling == RULED_TAB ? line->content.from - line->span.from : 0;
        size_t empty = 0; /* leading tabs were cut off the content: cells are missing on the left */
        for (size_t i = line->span.from; i < line->span.from + shift; i++)
            empty += s.data[i] == '\t';
        for (size_t i = 0; i < cells.n && i + empty < COLUMNS_MAX; i++)
            row[i + empty] = cells.cell[i];
        return true;
    }
    Span shown[COLUMNS_MAX];
    *loose = cells.n != columns->n;
    if (*loose)
        ruling_shown(reader->text, line, &cells, shown);
    for (size_t i = 0; i < cells.n; i++) {
        size_t column = *loose ? column_under(columns, shown[i]) : i;
        bool outside = row[column].to && column == 0 && shown[i - 1].to <= columns->shown[0].from; /* "1", "(a)" */
        row[column] = row[column].to && !outside ? (Span){row[column].from, cells.cell[i].to} : cells.cell[i];
    }
    return true;
}

static unsigned labels_seen(const Columns *columns) {
    unsigned seen = 0;
    for (size_t i = 0; i < columns->n; i++)
        if (columns->header[i].label != LABEL_COUNT)
            seen |= 1u << columns->header[i].label;
    return seen;
}

/* A column without a known header: its cells may tell that it holds the period or the type ("Bought in | March 2020"). */
static void columns_guess(const Reader *reader, Columns *columns, const Span *row) {
    for (size_t i = 0; i < columns->n; i++)
        columns->header[i].label = label_of_field(reader, columns->header[i].label, reader->text, columns->name[i], labels_seen(columns), true, row[i]);
}

/* "Period | Course | Invoice" over several columns each: the line below names more of them, and is the header. */
static bool is_group_header(const Reader *reader, const Layout *layout, size_t first, size_t last, Ruling ruling, size_t known) {
    Columns below;
    return first + 1 < last && columns_read(reader, &layout->lines.items[first + 1], ruling, &below) && below.known > known;
}

/* A header line and the rows below it; the number of lines taken, 0 when there is no table. */
static size_t upright(Reader *reader, const Layout *layout, size_t first, size_t last, Ruling ruling) {
    Columns columns;
    Span row[COLUMNS_MAX];
    ArenaMark mark = arena_mark(reader->arena);
    if (ruling == RULED_COMMA && (first + 1 >= last || !ruling_commas(reader->text->folded, layout->lines.items[first].content,
                                                                     layout->lines.items[first + 1].content)))
        return 0;
    if (!columns_read(reader, &layout->lines.items[first], ruling, &columns) ||
        is_group_header(reader, layout, first, last, ruling, columns.known)) {
        arena_release(reader->arena, mark);
        return 0;
    }
    size_t n = first + 1, rows = 0, said = reader->out->len;
    bool loose = false;
    for (; n < last; n++) {
        const TextLine *line = &layout->lines.items[n];
        if (line->empty && n + 1 < last && ruling != RULED_BLANKS && rows == 0)
            continue;
        if (line->empty || (!ruling_line(reader->text->folded, line->content) &&
                            !row_cells(reader, line, ruling, &columns, row, &loose)))
            break;
        if (ruling_line(reader->text->folded, line->content))
            continue;
        if (rows++ == 0) {
            reader->place = ++reader->places;
            reader->record = 0;
            columns_guess(reader, &columns, row);
        }
        row_read(reader, &columns, row, loose, said);
    }
    reader->place = reader->record = 0;
    if (!rows)
        arena_release(reader->arena, mark);
    return rows ? n - first : 0;
}

/* "KPI dashboard | Our records" over the columns: what is shown stands beside what is right, of one purchase. */
static bool columns_roles(Reader *reader, const Layout *layout, size_t first, bool headed, Ruling ruling, size_t columns,
                          Role *role) {
    Cells cells;
    bool shown = false;
    size_t above = first;
    while (!headed && above > 0 && first - above < 3 &&
           (above == first || layout->lines.items[above].empty ||
            ruling_line(reader->text->folded, layout->lines.items[above].content)))
        above--;
    ruling_cells(reader->text->folded, layout->lines.items[above].content, ruling, &cells);
    if ((above == first && !headed) || cells.n + 1 < columns || cells.n > columns || cells.n < 2)
        return false;
    for (size_t i = 0; i < cells.n; i++) {
        Hits hits = {0};
        size_t column = i + columns - cells.n;
        lexicon_scan(reader->lexicon, reader->arena, reader->text, cells.cell[i].from, cells.cell[i].to,
                     LEX_BIT(LEX_CUE) | LEX_BIT(LEX_LABEL), &hits);
        for (size_t h = 0; h < hits.len; h++)
            if ((hits.items[h].group == LEX_CUE && (hits.items[h].key == CUE_DASHBOARD || hits.items[h].key == CUE_SHOWN)) ||
                (hits.items[h].group == LEX_LABEL && hits.items[h].key == LABEL_DASHBOARD_VALUE))
                role[column] = ROLE_SHOWN;
        shown |= role[column] == ROLE_SHOWN;
    }
    return shown;
}

/* The cells of a line whose labels stand at the left; an empty corner of a ruled table is a cell, too. */
static void side_cells(const Reader *reader, const TextLine *line, Ruling ruling, Cells *cells) {
    bool corner = ruling == RULED_TAB && !line->quotes && !line->bullet;
    ruling_cells(reader->text->folded, (Span){corner ? line->span.from : line->content.from, line->content.to}, ruling, cells);
}

/* "Indicator | Purchase 1 | Purchase 2": words of the same beginning where the label asks for figures. */
static bool cells_are_names(const Reader *reader, const Cells *cells, Label label) {
    Str s = reader->text->folded;
    size_t letters = 0, size;
    if (label != LABEL_PURCHASE_UNITS && label != LABEL_KPI_VALUE && label != LABEL_REVENUE_VALUE)
        return false;
    for (size_t at = cells->cell[1].from; at < cells->cell[1].to && text_is_letter(utf8_decode(s, at, &size)); at += size)
        letters += size;
    Str word = str_sub(s, cells->cell[1].from, cells->cell[1].to);
    for (size_t i = 1; i < cells->n; i++) {
        Str cell = str_sub(s, cells->cell[i].from, cells->cell[i].to);
        size_t same = 0;
        while (same < cell.len && same < word.len && cell.data[same] == word.data[same])
            same++;
        if (letters < NAME_LETTERS || same < NAME_LETTERS)
            return false;
    }
    return true;
}

/* The header of a line whose label stands at the left; where its name says nothing, its first cell may: "When | March 2020". */
static Header side_header(const Reader *reader, const Cells *cells, unsigned seen) {
    Header header = header_in(reader->lexicon, reader->arena, reader->language, reader->text, cells->cell[0].from, cells->cell[0].to);
    size_t first = 1;
    while (first + 1 < cells->n && cells->cell[first].from == cells->cell[first].to)
        first++;
    header.label = label_of_field(reader, header.label, reader->text, cells->cell[0], seen, false, cells->cell[first]);
    return header;
}

/* Labels down the left side, a purchase a column. */
static size_t sideways(Reader *reader, const Layout *layout, size_t first, size_t last, Ruling ruling) {
    size_t columns = 0, n = first;
    Cells cells;
    size_t known = 0;
    bool headed = false; /* the first line is no field: it names the columns */
    bool named = false;  /* so it does, though its corner is a label: "Indicator", above "KPI value" */
    Header top = {0};    /* of the first line */
    Header headers[SIDEWAYS_LINES_MAX]; /* of all lines */
    unsigned seen = 0;
    for (; n < last && n - first < SIDEWAYS_LINES_MAX; n++) {
        const TextLine *line = &layout->lines.items[n];
        headers[n - first].label = LABEL_COUNT;
        if (ruling_line(reader->text->folded, line->content) && n > first)
            continue;
        if (line->empty || !ruling_parts(reader->text->folded, line->span, ruling))
            break;
        side_cells(reader, line, ruling, &cells);
        if (cells.n < 3)
            break;
        Header header = headers[n - first] = side_header(reader, &cells, seen);
        seen |= header.label != LABEL_COUNT ? 1u << header.label : 0;
        if (header.label == LABEL_COUNT && known == 0 && n > first)
            break;
        known += header.label != LABEL_COUNT && is_detail_label(header.label);
        headed |= n == first && (header.label == LABEL_COUNT || !is_detail_label(header.label)); /* "Item" */
        if (n == first)
            top = header;
        bool again = n > first && top.label == LABEL_KPI_VALUE && header.label == top.label && header.role == top.role;
        if (!named && (again || (n == first && cells_are_names(reader, &cells, top.label)))) {
            headed = named = true;
            known--;
        }
        columns = cells.n > columns ? cells.n : columns;
    }
    Role role[COLUMNS_MAX] = {ROLE_CLAIM};
    bool contrast = known >= 2 && columns_roles(reader, layout, first, headed, ruling, columns, role);
    if (known < 3 && !contrast)
        return 0;
    reader->place = contrast ? 0 : ++reader->places;
    size_t said = reader->out->len;
    for (size_t column = 1; column < columns; column++) {
        size_t before = reader->out->len;
        bool total = false;
        reader->item++;
        for (size_t i = first; i < n && !total; i++) {
            side_cells(reader, &layout->lines.items[i], ruling, &cells);
            total = column < cells.n && cell_is_total(reader, cells.cell[column]);
        }
        for (size_t i = first + named; i < n && !total; i++) {
            side_cells(reader, &layout->lines.items[i], ruling, &cells);
            if (column >= cells.n || cells.cell[column].from == cells.cell[column].to)
                continue;
            Header header = headers[i - first];
            if (header.label != LABEL_COUNT)
                field_read(reader, &header, role[column] == ROLE_SHOWN ? ROLE_SHOWN : header.role, cells.cell[column].from,
                           cells.cell[column].to);
        }
        if (!contrast && is_unnamed_sum(reader->out, said, before)) {
            reader->out->len = before;
            continue;
        }
        reader->record += !total && !contrast;
    }
    reader->place = reader->record = 0;
    return n - first;
}

/* Rulings that part anything in these lines: 1u << Ruling. Most texts have commas at most. */
static unsigned rulings_of(const Reader *reader, const Layout *layout, size_t first, size_t last) {
    unsigned rulings = 0;
    Span lines = {layout->lines.items[first].span.from, layout->lines.items[last - 1].span.to};
    for (int ruling = 0; ruling < RULING_COUNT; ruling++)
        if (ruling_parts(reader->text->folded, lines, (Ruling)ruling))
            rulings |= 1u << ruling;
    return rulings;
}

void tabular_read(Reader *reader, const Layout *layout, size_t first, size_t last, bool *taken) {
    const unsigned never_sideways = 1u << RULED_SEMICOLON | 1u << RULED_COMMA;
    unsigned rulings = first < last ? rulings_of(reader, layout, first, last) : 0;
    for (size_t i = first; rulings && i < last;) {
        size_t n = 0;
        if (!taken[i] && !layout->lines.items[i].empty) {
            for (int ruling = 0; ruling < RULING_COUNT && !n; ruling++)
                if (rulings & 1u << ruling)
                    n = upright(reader, layout, i, last, (Ruling)ruling);
            for (int ruling = 0; ruling < RULING_COUNT && !n; ruling++)
                if (rulings & ~never_sideways & 1u << ruling)
                    n = sideways(reader, layout, i, last, (Ruling)ruling);
        }
        for (size_t k = i; k < i + n; k++)
            taken[k] = true;
        i += n ? n : 1;
    }
}
