#include "parsers/kind_table.h"

#include "base/buf.h"
#include "parsers/kind_shape.h"
#include "base/banned.h"

#define LABEL_BIT(label) (1u << (label))

/* What only a list of purchases tells row by row; a table of papers has numbers, dates and sums. */
static const unsigned purchase_bits = LABEL_BIT(LABEL_MONTH) | LABEL_BIT(LABEL_YEAR) |
                                      LABEL_BIT(LABEL_PERIOD) | LABEL_BIT(LABEL_OMLP_TYPE) |
                                      LABEL_BIT(LABEL_PURCHASE_UNITS) | LABEL_BIT(LABEL_KPI_VALUE);
static const unsigned detail_bits = LABEL_BIT(LABEL_MONTH) | LABEL_BIT(LABEL_YEAR) | LABEL_BIT(LABEL_PERIOD) |
                                    LABEL_BIT(LABEL_OMLP_TYPE) | LABEL_BIT(LABEL_PURCHASE_UNITS) |
                                    LABEL_BIT(LABEL_KPI_VALUE) | LABEL_BIT(LABEL_REVENUE_VALUE) |
                                    LABEL_BIT(LABEL_REVENUE_GROSS) | LABEL_BIT(LABEL_INVOICE_DATE);
static const unsigned expected_bits = LABEL_BIT(LABEL_DASHBOARD_VALUE) | LABEL_BIT(LABEL_EXPECTED_VALUE);

static const unsigned own_bits = LABEL_BIT(LABEL_OMLP_TYPE) | LABEL_BIT(LABEL_PURCHASE_UNITS) | LABEL_BIT(LABEL_KPI_VALUE) |
                                 LABEL_BIT(LABEL_REVENUE_VALUE);

static Str cell_raw(const Page *page, const Cell *cell) {
    return text_raw(&page->text, cell->from, cell->to);
}

/* The labels of a cell: the whole of it, or what stands before a bracket ("Revenue value (KWD)"). */
static unsigned cell_labels(const Page *page, const Cell *cell) {
    Hits hits = {0};
    Str raw = cell_raw(page, cell);
    unsigned bits = 0;
    if (!lexicon_whole(page->lexicon, page->arena, raw, LEX_LABEL, &hits)) {
        ptrdiff_t bracket = str_find_char(raw, '(');
        if (bracket <= 0 ||
            !lexicon_whole(page->lexicon, page->arena, str_sub(raw, 0, (size_t)bracket), LEX_LABEL, &hits))
            return 0;
    }
    for (size_t i = 0; i < hits.len; i++)
        bits |= LABEL_BIT(hits.items[i].key);
    return bits;
}

static int count_bits(unsigned bits) {
    return __builtin_popcount(bits);
}

static unsigned line_labels(const Page *page, const PageLine *line) {
    unsigned bits = 0;
    for (size_t i = line->first; i < line->first + line->cells; i++)
        bits |= cell_labels(page, &page->cells.items[i]);
    return bits;
}

static bool is_header(unsigned bits) {
    return bits & LABEL_BIT(LABEL_INVOICE_NUMBER) && bits & purchase_bits &&
           count_bits(bits & detail_bits) >= 2;
}

static size_t rows_below(const Page *page, size_t header) {
    size_t rows = 0;
    for (size_t i = header + 1; i < page->lines.len; i++) {
        const PageLine *line = &page->lines.items[i];
        rows += line->cells >= 3 && page_has_digit(page, line->from, line->to);
    }
    return rows;
}

/* The references of a paper in a strip, one row below their labels, and its own table further down. */
static bool is_strip(const Page *page, size_t header, unsigned bits) {
    const unsigned months = LABEL_BIT(LABEL_MONTH) | LABEL_BIT(LABEL_YEAR);
    bool items = false;
    if (bits & own_bits || (bits & months) == months) /* no invoice tells these of itself: it is the partner's list */
        return false;
    if (header + 2 >= page->lines.len || page->lines.items[header + 2].cells >= page->lines.items[header].cells)
        return false;
    for (size_t i = header + 2; i < page->lines.len && !items; i++)
        items = shape_is_item_head(page, &page->lines.items[i]) && !is_header(line_labels(page, &page->lines.items[i]));
    return items;
}

static Str header_words(const Page *page, const PageLine *line) {
    Buf buf = {.arena = page->arena};
    for (size_t i = line->first; i < line->first + line->cells; i++) {
        if (buf.len)
            buf_add(&buf, STR(", "));
        buf_add(&buf, cell_raw(page, &page->cells.items[i]));
    }
    return buf_str(&buf);
}

/* A table on its side: a label begins each line. */
static unsigned column_labels(const Page *page, size_t lines, Str *words) {
    Buf buf = {.arena = page->arena};
    unsigned bits = 0;
    for (size_t i = 0; i < lines; i++) {
        const PageLine *line = &page->lines.items[i];
        unsigned here =
            line->cells >= 2 && line->ruled ? cell_labels(page, &page->cells.items[line->first]) : 0;
        if (!(here & (detail_bits | LABEL_BIT(LABEL_INVOICE_NUMBER))))
            continue;
        if (buf.len)
            buf_add(&buf, STR(", "));
        buf_add(&buf, cell_raw(page, &page->cells.items[line->first]));
        bits |= here;
    }
    *words = buf_str(&buf);
    return bits;
}

static bool name_says_dashboard(const Page *page, Str name) {
    Page words;
    page_read(page->lexicon, page->arena, name, &words);
    for (size_t i = 0; i < words.signs.len; i++)
        if (words.signs.items[i].kind == KIND_DASHBOARD_EXPORT && words.signs.items[i].cue == KIND_TITLE)
            return true;
    return false;
}

static void facts_fill(const Page *page, const Document *document, unsigned bits, TableFacts *facts) {
    facts->columns = bits;
    facts->has_kpi = bits & LABEL_BIT(LABEL_KPI_VALUE);
    facts->has_expected = bits & expected_bits;
    facts->named_dashboard = str_given(document->name) && name_says_dashboard(page, document->name);
}

bool kind_table_find(const Page *page, const Document *document, TableFacts *facts) {
    *facts = (TableFacts){0};
    size_t lines = 0;
    while (lines < page->lines.len && page->lines.items[lines].ordinal < TABLE_HEADER_LINES)
        lines++;
    for (size_t i = 0; i < lines; i++) {
        const PageLine *line = &page->lines.items[i];
        unsigned bits = line->cells >= 3 ? line_labels(page, line) : 0;
        if (!is_header(bits) || rows_below(page, i) == 0 || is_strip(page, i, bits))
            continue;
        facts_fill(page, document, bits, facts);
        facts->header = header_words(page, line);
        facts->rows = rows_below(page, i);
        facts->below = line->to;
        return true;
    }
    Str words;
    unsigned bits = column_labels(page, lines, &words);
    if (!(bits & LABEL_BIT(LABEL_INVOICE_NUMBER)) || !(bits & LABEL_BIT(LABEL_KPI_VALUE)) || !is_header(bits))
        return false;
    facts_fill(page, document, bits, facts);
    facts->header = words;
    return true;
}
