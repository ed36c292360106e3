#include "parsers/invoice.h"

#include "base/buf.h"
#include "base/banned.h"

#define HEAD_COLUMNS_MAX 24
#define ITEM_LINES_MAX   2000 /* lines below the head that are read */
#define ITEM_GAP_MAX     6    /* lines without an item that end the table */
#define NUMBERS_MAX      8    /* of a line */

typedef enum Role {
    ROLE_NONE,
    ROLE_TEXT,
    ROLE_QUANTITY,
    ROLE_PRICE,
    ROLE_AMOUNT,
    ROLE_NET,
    ROLE_IGNORED
} Role;

typedef struct Head {
    const Cell *cell[HEAD_COLUMNS_MAX];
    Role role[HEAD_COLUMNS_MAX];
    size_t n;
    size_t line;
} Head;

/* One line of the table, sorted into its columns. */
typedef struct RowCells {
    Buf text;
    const Cell *quantity, *amount;
    bool net; /* the column says that the amount is net */
} RowCells;

static Role role_of(const Page *page, const Cell *cell) {
    static const struct {
        KindCue cue;
        Role role;
    } order[] = {{KIND_QUANTITY, ROLE_QUANTITY}, {KIND_PRICE, ROLE_PRICE},  {KIND_NET, ROLE_NET},
                 {KIND_AMOUNT, ROLE_AMOUNT},     {KIND_TOTAL, ROLE_AMOUNT}, {KIND_GROSS, ROLE_IGNORED},
                 {KIND_TAX, ROLE_IGNORED},       {KIND_ITEM, ROLE_TEXT}};
    const Sign *sign;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (page_sign_in(page, order[i].cue, cell->from, cell->to, &sign))
            return order[i].role;
    return ROLE_NONE;
}

/* A head names a quantity beside what it is of, or what it costs. */
static bool head_read(const Page *page, size_t line, Head *head) {
    const PageLine *l = &page->lines.items[line];
    unsigned roles = 0;
    *head = (Head){.line = line};
    for (size_t i = l->first; i < l->first + l->cells && head->n < HEAD_COLUMNS_MAX; i++) {
        head->cell[head->n] = &page->cells.items[i];
        head->role[head->n] = role_of(page, &page->cells.items[i]);
        roles |= 1u << head->role[head->n++];
    }
    return head->n >= 3 && roles & (1u << ROLE_QUANTITY) &&
           roles & (1u << ROLE_TEXT | 1u << ROLE_PRICE | 1u << ROLE_AMOUNT | 1u << ROLE_NET);
}

static size_t distance(const Cell *a, const Cell *b) {
    if (a->x_end <= b->x)
        return b->x - a->x_end + 1;
    return b->x_end <= a->x ? a->x - b->x_end + 1 : 0;
}

static size_t column_of(const Page *page, const Head *head, const Cell *cell) {
    bool ruled = page->lines.items[head->line].ruled && page->lines.items[cell->line].ruled;
    size_t best = 0, best_distance = SIZE_MAX;
    if (page_paired(page, head->line, cell->line)) {
        best = (size_t)(cell - &page->cells.items[page->lines.items[cell->line].first]);
        return best < head->n ? best : head->n - 1;
    }
    for (size_t i = 0; i < head->n; i++) {
        size_t here = distance(head->cell[i], cell);
        if (ruled)
            here = head->cell[i]->column == cell->column ? 0 : 1000;
        if (here < best_distance || (here == best_distance && head->role[i] >= ROLE_QUANTITY)) {
            best = i;
            best_distance = here;
        }
    }
    return best;
}

static void row_sort(const Page *page, const Head *head, const PageLine *line, RowCells *row) {
    *row = (RowCells){.text = {.arena = page->arena}};
    for (size_t i = line->first; i < line->first + line->cells; i++) {
        const Cell *cell = &page->cells.items[i];
        Role role = head->role[column_of(page, head, cell)];
        bool digit = page_has_digit(page, cell->from, cell->to);
        if (role == ROLE_QUANTITY && digit) {
            row->quantity = row->quantity ? row->quantity : cell;
        } else if (role == ROLE_NET && digit) {
            row->amount = cell;
            row->net = true;
        } else if (role == ROLE_AMOUNT && digit) {
            row->amount = row->net ? row->amount : cell;
        } else if (role == ROLE_TEXT || role == ROLE_NONE) {
            if (row->text.len)
                buf_add_char(&row->text, ' ');
            buf_add(&row->text, text_raw(&page->text, cell->from, cell->to));
        }
    }
}

/* Of the types named, the one that is not the plain course: "Microsoft Official Course (dMOC)" is a dMOC. */
Str paper_type(const Lexicon *lexicon, Arena *arena, Str description) {
    Text text;
    Hits hits = {0};
    Str found = STR_NONE;
    size_t covered = 0;
    text_fold(arena, description, &text);
    lexicon_scan(lexicon, arena, &text, 0, text.folded.len, LEX_BIT(LEX_TYPE), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        if (hits.items[i].to <= covered)
            continue;
        covered = hits.items[i].to;
        Str type = lexicon_key(lexicon, LEX_TYPE, hits.items[i].key);
        if (!str_given(found) || str_eq_cstr(found, "moc"))
            found = type;
    }
    return found;
}

/* "50  25.00  1,250.00  12%  150.00  1,400.00": the last amount is net and tax of the same line together. */
static void take_tax_off(const Page *page, const RowCells *row, NumberHabit habit, int decimals, Decimal *net) {
    Decimal amounts[NUMBERS_MAX], sum;
    size_t n = 0;
    const PageLine *line = &page->lines.items[row->amount->line];
    for (size_t i = line->first; i < line->first + line->cells && n < NUMBERS_MAX; i++) {
        const Cell *cell = &page->cells.items[i];
        n += cell != row->quantity && cell->from < row->amount->from &&
             paper_amount_in(page, cell->from, cell->to, habit, decimals, &amounts[n]);
    }
    for (size_t i = 0; i + 1 < n; i++)
        for (size_t k = i + 1; k < n; k++)
            if (amounts[k].units > 0 && decimal_cmp(amounts[i], amounts[k]) > 0 && decimal_add(amounts[i], amounts[k], &sum) &&
                decimal_cmp(sum, *net) == 0) {
                *net = amounts[i];
                return;
            }
}

/* units * price == amount, in whole units; false where it would not fit. */
static bool multiplies(Decimal units, Decimal price, Decimal amount) {
    int64_t count = decimal_to_int(units), product;
    if (!decimal_is_int(units) || count <= 0 || __builtin_mul_overflow(count, price.units, &product))
        return false;
    return decimal_cmp((Decimal){product, price.scale}, amount) == 0;
}

static bool count_in(const Page *page, const Cell *cell, NumberHabit habit, Decimal *count) {
    Amount amount;
    amount_read(page->lexicon, page->arena, text_raw(&page->text, cell->from, cell->to), NUMBER_COUNT, LANGUAGE_EN, habit, STR_NONE,
                &amount);
    *count = amount.value;
    return amount.verdict == NUMBER_READ;
}

/* "22  3,000  66,000", right-aligned under the left-aligned 數量 單價 金額 備註: each stands a column too far to the right. What stands
 * under the amount is the price if a count before it times it is what stands behind it. */
static void price_to_amount(const Page *page, const RowCells *row, NumberHabit habit, int decimals, InvoiceItem *item) {
    const PageLine *line = &page->lines.items[row->amount->line];
    const Cell *cells = &page->cells.items[line->first];
    Decimal behind, count;
    for (size_t i = 0; i < line->cells; i++) {
        if (cells[i].from <= row->amount->from || !paper_amount_in(page, cells[i].from, cells[i].to, habit, decimals, &behind))
            continue;
        for (size_t k = 0; k < i && behind.units > 0; k++)
            if (cells[k].from < row->amount->from && count_in(page, &cells[k], habit, &count) &&
                decimal_cmp(count, decimal_int(1)) > 0 && multiplies(count, item->net, behind)) {
                item->net = behind;
                item->units = count;
                item->has_units = true;
                return;
            }
    }
}

static void item_add(const Page *page, const RowCells *row, NumberHabit habit, int decimals,
                     InvoiceItems *items) {
    InvoiceItem *item = VEC_PUSH(page->arena, items);
    Buf text = row->text;
    item->description = buf_str(&text);
    item->omlp_type = paper_type(page->lexicon, page->arena, item->description);
    item->has_units = row->quantity && count_in(page, row->quantity, habit, &item->units);
    item->has_net =
        row->amount && paper_amount_in(page, row->amount->from, row->amount->to, habit, decimals, &item->net);
    if (item->has_net)
        price_to_amount(page, row, habit, decimals, item);
    if (item->has_net && !row->net)
        take_tax_off(page, row, habit, decimals, &item->net);
}

/* A line that goes on with the description of the item above. */
static void item_extend(const Page *page, const RowCells *row, InvoiceItems *items) {
    InvoiceItem *item = &items->items[items->len - 1];
    Buf text = row->text;
    if (text.len == 0)
        return;
    item->description =
        arena_printf(page->arena, STR_FMT " " STR_FMT, STR_ARG(item->description), STR_ARG(buf_str(&text)));
    item->omlp_type = paper_type(page->lexicon, page->arena, item->description);
}

static bool is_totals_line(const Page *page, const PageLine *line) {
    for (size_t i = page_first_sign(page, line->from);
         i < page->signs.len && page->signs.items[i].from < line->to; i++) {
        const Sign *sign = &page->signs.items[i];
        bool total = sign->cue == KIND_NET || sign->cue == KIND_GROSS || sign->cue == KIND_TAX ||
                     sign->cue == KIND_TOTAL;
        if (total && sign->from == page->cells.items[sign->cell].from)
            return true;
    }
    return false;
}

static void table_read(const Page *page, const Head *head, NumberHabit habit, int decimals,
                       InvoiceItems *items) {
    size_t gap = 0;
    for (size_t i = head->line + 1;
         i < page->lines.len && i <= head->line + ITEM_LINES_MAX && gap <= ITEM_GAP_MAX; i++) {
        const PageLine *line = &page->lines.items[i];
        RowCells row;
        if (is_totals_line(page, line) && (items->len || page_has_digit(page, line->from, line->to)))
            return;
        row_sort(page, head, line, &row);
        gap++;
        if (row.amount && (row.quantity || row.text.len)) {
            item_add(page, &row, habit, decimals, items);
            gap = 0;
        } else if (row.quantity && row.text.len) {
            item_add(page, &row, habit, decimals, items);
            gap = 0;
        } else if (items->len && line->cells && gap <= 2) {
            item_extend(page, &row, items);
        }
    }
}

/* ---- lines without a head: a product, and numbers of which two multiply to the third ---- */

typedef struct Numbers {
    Decimal value[NUMBERS_MAX];
    size_t n;
} Numbers;

static void numbers_read(const Page *page, const PageLine *line, NumberHabit habit, int decimals,
                         Numbers *numbers) {
    Str s = page->text.folded;
    numbers->n = 0;
    for (size_t at = line->from; at < line->to && numbers->n < NUMBERS_MAX;) {
        size_t to;
        if (s.data[at] < '0' || s.data[at] > '9' || !number_token(s, at, &to) || to > line->to) {
            at++;
            continue;
        }
        numbers->n += paper_amount_in(page, at, to, habit, decimals, &numbers->value[numbers->n]);
        at = to;
    }
}

static bool line_item(const Page *page, const PageLine *line, NumberHabit habit, int decimals,
                      InvoiceItem *item) {
    Numbers numbers;
    Str raw = text_raw(&page->text, line->from, line->to);
    *item = (InvoiceItem){.description = raw, .omlp_type = paper_type(page->lexicon, page->arena, raw)};
    if (!str_given(item->omlp_type))
        return false;
    numbers_read(page, line, habit, decimals, &numbers);
    for (size_t a = 0; a + 2 < numbers.n; a++)
        for (size_t b = a + 1; b + 1 < numbers.n; b++)
            /* What is free is counted right before its price: "1) dMOC 22 pcs 0.00 0.00". */
            if ((numbers.value[b].units || b == a + 1) &&
                multiplies(numbers.value[a], numbers.value[b], numbers.value[numbers.n - 1])) {
                item->units = numbers.value[a];
                item->net = numbers.value[numbers.n - 1];
                return item->has_units = item->has_net = true;
            }
    return false;
}

/* ---- items as labelled values: "Item: dMOC", "Quantity: 40" ---- */

/* What stands behind a label that opens its cell: after a colon, else alone in the cell beside it. */
static bool value_of(const Page *page, const Sign *label, size_t *from, size_t *to) {
    const Cell *cell = &page->cells.items[label->cell], *right = page_right(page, cell);
    Str s = page->text.folded;
    size_t at = label->to;
    while (at < cell->to && (s.data[at] == ' ' || s.data[at] == '.'))
        at++;
    bool colon = at < cell->to && s.data[at] == ':';
    *from = at + colon;
    *to = cell->to;
    if (label->from != cell->from || (at < cell->to && !colon))
        return false;
    if (*from < *to)
        return true;
    if (!right || page->lines.items[cell->line].cells != 2)
        return false;
    *from = right->from;
    *to = right->to;
    return true;
}

static void labelled_items(const Page *page, NumberHabit habit, int decimals, InvoiceItems *items) {
    InvoiceItem *item = NULL;
    for (size_t i = 0; i < page->signs.len; i++) {
        const Sign *sign = &page->signs.items[i];
        size_t from, to;
        bool wanted = sign->cue == KIND_ITEM || sign->cue == KIND_QUANTITY || sign->cue == KIND_AMOUNT;
        if (!wanted || !value_of(page, sign, &from, &to))
            continue;
        if (sign->cue == KIND_ITEM) {
            Str raw = text_raw(&page->text, from, to);
            item = VEC_PUSH(page->arena, items);
            *item = (InvoiceItem){.description = raw, .omlp_type = paper_type(page->lexicon, page->arena, raw)};
        } else if (item && sign->cue == KIND_QUANTITY && !item->has_units) {
            Amount amount;
            amount_read(page->lexicon, page->arena, text_raw(&page->text, from, to), NUMBER_COUNT, LANGUAGE_EN, habit,
                        STR_NONE, &amount);
            item->has_units = amount.verdict == NUMBER_READ;
            item->units = amount.value;
        } else if (item && sign->cue == KIND_AMOUNT && !item->has_net) {
            item->has_net = paper_amount_in(page, from, to, habit, decimals, &item->net);
        }
    }
    for (size_t i = 0; i < items->len; i++) /* a label without numbers was none of an item */
        if (!items->items[i].has_units && !items->items[i].has_net)
            items->items[i--] = items->items[--items->len];
}

void paper_items(const Page *page, NumberHabit habit, int decimals, InvoiceItems *items) {
    Head head;
    for (size_t i = 0; i < page->lines.len; i++)
        if (page->lines.items[i].cells >= 3 && head_read(page, i, &head)) {
            table_read(page, &head, habit, decimals, items);
            if (items->len)
                return;
        }
    for (size_t i = 0; i < page->lines.len; i++) {
        InvoiceItem item;
        if (page->lines.items[i].cells && line_item(page, &page->lines.items[i], habit, decimals, &item))
            *VEC_PUSH(page->arena, items) = item;
    }
    if (!items->len)
        labelled_items(page, habit, decimals, items);
}
