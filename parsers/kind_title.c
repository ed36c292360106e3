#include "parsers/kind_title.h"

#include "base/utf8.h"
#include "base/banned.h"

#define TITLE_LINES_TOP  12 /* lines with text in which a title has its full weight */
#define TITLE_LINES_HEAD 40 /* and three quarters of it: letter heads and addresses come first */
#define HEAD_LINES       3  /* in which a number label stands for a title */
#define HEADING_WORDS    7
#define LEADING_WORDS    10 /* a longer line is a sentence, and names other papers as it goes */
#define SENTENCE_WORDS   14
#define COMPOUND_WORDS   4
#define STACK_APART      3  /* lines from a label to its value; scans have empty ones between them, and words of a column beside */
#define ROW_CELLS        4  /* of a row of a table */

typedef struct Heading {
    size_t letters, covered; /* letters of the cell, and those that belong to a title or stand beside one */
    size_t words;
    bool leads, ends; /* no letters before, behind the title */
} Heading;

static bool is_heading_sign(const Sign *sign) {
    return sign->cue == KIND_TITLE || sign->cue == KIND_NUMBER || sign->cue == KIND_BARE || sign->cue == KIND_ADORNMENT || sign->cue == KIND_ALSO ||
           (sign->cue == KIND_DATE && sign->kind != KIND_OTHER);
}

size_t title_letters(const Page *page, size_t from, size_t to) {
    Str s = page->text.folded;
    size_t letters = 0;
    while (from < to) {
        size_t end = from, here = 0, size;
        bool digit = false;
        while (end < to && s.data[end] != ' ' && s.data[end] != '\n') {
            uint32_t c = utf8_decode(s, end, &size);
            digit |= c >= '0' && c <= '9';
            here += text_is_letter(c);
            end += size;
        }
        letters += digit ? 0 : here;
        from = end + 1;
    }
    return letters;
}

/* Words; where they are written without blanks, three characters are one. */
static size_t words_between(const Page *page, size_t from, size_t to) {
    Str s = page->text.folded;
    size_t words = 1, ideographs = 0, size;
    for (size_t i = from; i < to; i += size) {
        uint32_t c = utf8_decode(s, i, &size);
        words += c == ' ';
        ideographs += text_is_ideograph(c);
    }
    return words + ideographs / 3;
}

static Heading heading_of(const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    Heading h = {.letters = title_letters(page, cell->from, cell->to),
                 .words = words_between(page, cell->from, cell->to)};
    size_t covered_to = cell->from, before = 0, behind = 0;
    for (size_t i = page_first_sign(page, cell->from);
         i < page->signs.len && page->signs.items[i].from < cell->to; i++) {
        const Sign *sign = &page->signs.items[i];
        size_t from = sign->from > covered_to ? sign->from : covered_to,
               to = sign->to < cell->to ? sign->to : cell->to;
        if (!is_heading_sign(sign) || to <= from)
            continue;
        size_t letters = title_letters(page, from, to);
        h.covered += letters;
        before += to <= title->from ? letters : 0;
        behind += from >= title->to ? letters : 0;
        covered_to = to;
    }
    size_t title_end = title->to < cell->to ? title->to : cell->to;
    h.leads = title_letters(page, cell->from, title->from) <= before;
    h.ends = title_letters(page, title_end, cell->to) <= behind;
    return h;
}

/* "Invoice number: 44180" beside a title speaks for itself, and so does "No. 12" beside one in capitals. */
static bool is_labelled(const Page *page, const Cell *cell, bool capitals) {
    for (size_t i = page_first_sign(page, cell->from);
         i < page->signs.len && page->signs.items[i].from == cell->from; i++) {
        const Sign *sign = &page->signs.items[i];
        bool label = sign->cue == KIND_NUMBER || sign->cue == KIND_DATE || (capitals && sign->cue == KIND_BARE);
        if (label && sign->to < cell->to &&
            page->text.folded.data[sign->to] != '-')
            return true;
    }
    return false;
}

bool title_is_capitals(const Page *page, const Sign *title) {
    Str raw = text_raw(&page->text, title->from, title->to);
    bool upper = false;
    for (size_t i = 0; i < raw.len; i++) {
        if (raw.data[i] >= 'a' && raw.data[i] <= 'z')
            return false;
        upper |= raw.data[i] >= 'A' && raw.data[i] <= 'Z';
    }
    return upper;
}

/* The next cell up or down that stands in the column of `head`; one empty line may part them. */
static const Cell *cell_next(const Page *page, const Cell *head, bool up) {
    for (size_t apart = 1; apart <= STACK_APART; apart++) {
        size_t line = up ? head->line - apart : head->line + apart;
        const Cell *cell = line < page->lines.len ? page_under(page, line, head) : NULL; /* above the first line it is SIZE_MAX */
        if (cell)
            return cell->x == head->x ? cell : NULL;
    }
    return NULL;
}

/* In a block of labels, each over its value, but not at its head: "Date / 3 May / Purchase order / 4500-221". */
static bool in_stack(const Page *page, const Cell *cell) {
    const Cell *value = cell_next(page, cell, true), *own = cell_next(page, cell, false);
    const Cell *label = value ? cell_next(page, value, true) : NULL;
    if (!label || !own || !page_has_digit(page, value->from, value->to) || !page_has_digit(page, own->from, own->to) ||
        words_between(page, own->from, own->to) > HEADING_WORDS)
        return false;
    for (size_t i = page_first_sign(page, label->from); i < page->signs.len && page->signs.items[i].from == label->from; i++)
        if (page->signs.items[i].cue == KIND_NUMBER || page->signs.items[i].cue == KIND_DATE || page->signs.items[i].cue == KIND_DOCUMENT ||
            page->signs.items[i].cue == KIND_TITLE)
            return !page_has_digit(page, label->from, label->to);
    return false;
}

/* "Order 7712 · Delivery note A-5510": several papers, each with its number; an invoice among them is the paper itself. */
static bool is_in_row(const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    const Sign *last = NULL;
    size_t numbered = 0;
    for (size_t i = page_first_sign(page, cell->from); i < page->signs.len && page->signs.items[i].from < cell->to; i++) {
        const Sign *sign = &page->signs.items[i];
        if (sign->cue != KIND_TITLE && sign->cue != KIND_NUMBER)
            continue;
        if (sign->kind == KIND_INVOICE || sign->kind == KIND_CREDIT_NOTE)
            return false;
        numbered += last && sign->from >= last->to && sign->kind != last->kind && page_has_digit(page, last->to, sign->from);
        last = sign;
    }
    return numbered > 0 && page_has_digit(page, last->to, cell->to);
}

/* A remark in a row of figures: "MOC courseware   16   2,450   39,200   order HY5518". */
static bool is_in_table(const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    const PageLine *line = &page->lines.items[cell->line];
    return title->kind != KIND_INVOICE && line->cells >= ROW_CELLS && title->cell > line->first && page_has_digit(page, title->to, cell->to) &&
           page_has_digit(page, line->from, cell->from);
}

/* "Order: 123", "Sales order   SO-33910": a name of a paper that labels a reference. */
bool title_is_reference(const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell], *right = page_right(page, cell);
    Str s = page->text.folded;
    size_t at = title->to;
    if (in_stack(page, cell) || is_in_row(page, title) || is_in_table(page, title))
        return true;
    for (size_t i = page_first_sign(page, title->from);
         i < page->signs.len && page->signs.items[i].from <= at + 1; i++)
        if ((page->signs.items[i].cue == KIND_NUMBER || page->signs.items[i].cue == KIND_BARE) && page->signs.items[i].to > at) /* "sales order ID:" */
            at = page->signs.items[i].to;
    while (at < cell->to && s.data[at] == ' ')
        at++;
    if (at < cell->to) { /* "Your order of 4 January: no. 12" too */
        const char *colon = memchr(s.data + at, ':', cell->to - at);
        return colon && (page_has_digit(page, (size_t)(colon - s.data), cell->to) ||
                         (right && page_has_digit(page, right->from, right->to)));
    }
    return right && page_has_digit(page, right->from, right->to) && !is_labelled(page, right, title_is_capitals(page, title)) &&
           words_between(page, right->from, right->to) <= 3;
}

/* A line of many cells without a digit is the head of a table, whose words are no titles; three are enough
 * where one of them heads dates or sums. The first lines of a form are none: its name stands there among boxes. */
static bool in_table_head(const Page *page, const Cell *cell) {
    const PageLine *line = &page->lines.items[cell->line];
    if (line->cells < 3 || page_has_figure(page, line->from, line->to))
        return false;
    const Sign *sign;
    const PageLine *next = cell->line + 1 < page->lines.len ? line + 1 : NULL;
    bool heads_row = line->cells > ROW_CELLS && next && next->cells >= ROW_CELLS && page_has_figure(page, next->from, next->to);
    return heads_row || (line->cells >= 4 && line->ordinal >= HEAD_LINES) || page_sign_in(page, KIND_AMOUNT, line->from, line->to, &sign) ||
           page_sign_in(page, KIND_TOTAL, line->from, line->to, &sign) ||
           page_sign_in(page, KIND_DATE, line->from, line->to, &sign);
}

/* "ご注文は", "請求書を": in Japanese such a letter makes it a part of a sentence. */
static bool has_particle(const Page *page, const Sign *title, const Cell *cell) {
    static const uint32_t particles[] = {0x306F, 0x3092, 0x304C, 0x306B, 0x3082}; /* は を が に も */
    size_t size;
    if (title->to >= cell->to)
        return false;
    uint32_t c = utf8_decode(page->text.folded, title->to, &size);
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (c == particles[i])
            return true;
    return false;
}

int title_weight(const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    Heading h = heading_of(page, title);
    if (in_table_head(page, cell) || has_particle(page, title, cell))
        return 0;
    if (h.covered >= h.letters)
        return TITLE_ALONE;
    if (h.leads && h.covered * 2 >= h.letters && h.words <= LEADING_WORDS)
        return TITLE_LEADS;
    if ((h.leads || h.ends) && h.words <= HEADING_WORDS)
        return TITLE_PART;
    return h.leads && h.words <= SENTENCE_WORDS ? TITLE_SENTENCE : 0;
}

/* "PO" in "PO123456", "BC" in "BC-30517". */
bool title_is_in_code(const Page *page, const Sign *title) {
    Str s = page->text.folded;
    size_t at = title->to;
    while (at < s.len && strchr("-/_.", s.data[at]) && s.data[at])
        at++;
    return at < s.len && s.data[at] >= '0' && s.data[at] <= '9';
}

int title_by_place(const Page *page, const Sign *title, int weight) {
    size_t ordinal = page->lines.items[page->cells.items[title->cell].line].ordinal;
    if (ordinal < TITLE_LINES_TOP)
        return weight;
    return ordinal < TITLE_LINES_HEAD ? weight * 3 / 4 : weight * 2 / 5;
}

/* May both be what the paper is? An invoice may also be delivery note or receipt (contract section 5). */
bool kind_goes_with_invoice(Kind kind) {
    return kind == KIND_INVOICE || kind == KIND_DELIVERY_NOTE || kind == KIND_RECEIPT;
}

/* Of two names in one heading the first governs ("Receipt for invoice 12"), unless nothing but a slash, a
 * dash, a blank or an "and" parts them: then both do, and the careful reading wins. */
bool title_is_governed(const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    size_t before = cell->from;
    bool named = false;
    for (size_t i = page_first_sign(page, cell->from);
         i < page->signs.len && page->signs.items[i].from < title->from; i++) {
        const Sign *sign = &page->signs.items[i];
        named |= sign->cue == KIND_TITLE;
        bool passed = sign->cue == KIND_TITLE || sign->cue == KIND_NUMBER || sign->cue == KIND_BARE || (sign->cue == KIND_ALSO && named);
        if (passed && sign->to > before)
            before = sign->to;
    }
    bool bracketed = title->from > cell->from && page->text.folded.data[title->from - 1] == '(';
    return named && !bracketed && before < title->from && title_letters(page, before, title->from) > 0;
}

/* "INVOICE (pro forma)", "Rechnung - Storno": the invoice is not alone in its heading. */
bool title_is_shared(const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    for (size_t i = page_first_sign(page, cell->from);
         i < page->signs.len && page->signs.items[i].from < cell->to; i++) {
        const Sign *sign = &page->signs.items[i];
        if (sign->cue == KIND_TITLE && !kind_goes_with_invoice(sign->kind) && !title_is_governed(page, sign))
            return true;
    }
    return false;
}

bool title_is_compound(const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    Str s = page->text.folded;
    size_t next = title->to + 1, size;
    if (!(title->languages >> LANGUAGE_EN & 1) || title->from != cell->from || next >= cell->to ||
        s.data[title->to] != ' ' || !text_is_letter(utf8_decode(s, next, &size)) ||
        page_has_digit(page, cell->from, cell->to) ||
        words_between(page, cell->from, cell->to) > COMPOUND_WORDS)
        return false;
    for (size_t i = page_first_sign(page, title->from); i < page->signs.len && page->signs.items[i].from < cell->to; i++)
        if (page->signs.items[i].from >= next || page->signs.items[i].to > title->to) /* "Invoice no." is a label */
            return false;
    return true;
}

/* "FACTURE N° : 123" at the very top is the title too. */
bool title_heads_page(const Page *page, const Sign *sign) {
    const Cell *cell = &page->cells.items[sign->cell];
    return page->lines.items[cell->line].ordinal < HEAD_LINES && sign->from == cell->from;
}
