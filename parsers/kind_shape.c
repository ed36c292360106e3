#include "parsers/kind_shape.h"

#include "base/utf8.h"
#include "parsers/invoice.h"
#include "base/banned.h"

#define PROSE_WORDS     9 /* a cell of more is a sentence, where a label does not begin it */
#define LIST_CELLS      4 /* of a row of a list of papers */
#define LIST_APART      4 /* lines between two rows, blank ones and those of payments counted */
#define VALUE_LINES_TOP 6 /* of a paper's head, where a name may stand beside the sender's label */

static bool is_column(KindCue cue) {
    return cue == KIND_ITEM || cue == KIND_QUANTITY || cue == KIND_PRICE || cue == KIND_AMOUNT ||
           cue == KIND_NET || cue == KIND_GROSS || cue == KIND_TOTAL;
}

bool shape_is_item_head(const Page *page, const PageLine *line) {
    size_t columns = 0, last = SIZE_MAX;
    bool units = false;
    if (line->cells < 2 || page_has_figure(page, line->from, line->to))
        return false;
    for (size_t i = page_first_sign(page, line->from);
         i < page->signs.len && page->signs.items[i].from < line->to; i++) {
        const Sign *sign = &page->signs.items[i];
        if (!is_column(sign->cue))
            continue;
        units |= sign->cue == KIND_QUANTITY || sign->cue == KIND_PRICE;
        columns += sign->cell != last;
        last = sign->cell;
    }
    return units && columns >= 2;
}

/* A comma or its like behind the name; without one "Spett.le" and "Exmo. Sr." begin an address. */
static bool has_pause(const Page *page, size_t from, size_t to) {
    Str s = page->text.folded;
    if (text_is_cjk(utf8_decode(s, from < s.len ? from : from - 1, &(size_t){0})))
        return true;
    for (size_t i = from; i < to; i++)
        if (strchr(",!:", s.data[i]))
            return true;
    return false;
}

static bool hit_greets(const Page *page, size_t from, size_t to) {
    Hit hit;
    if (!lexicon_in(page->lexicon, &page->text, page->text.folded.len, from, LEX_MAIL, &hit) || hit.to > to)
        return false;
    return hit.key == MAIL_GREETING && (hit.languages >> LANGUAGE_EN & 1 || has_pause(page, hit.to, to));
}

/* "Total (341.00)": bookkeepers write what goes back in brackets. */
static bool total_in_brackets(const Page *page, NumberHabit habit) {
    Str s = page->text.folded;
    for (size_t i = 0; i < page->signs.len; i++) {
        const Sign *sign = &page->signs.items[i];
        size_t end = page->lines.items[page->cells.items[sign->cell].line].to, open;
        if ((sign->cue != KIND_NET && sign->cue != KIND_GROSS && sign->cue != KIND_TOTAL) ||
            sign->to >= end || s.data[end - 1] != ')')
            continue;
        for (open = end - 1; open > sign->to && s.data[open] != '('; open--) {
        }
        Decimal value;
        if (s.data[open] == '(' && paper_amount_in(page, open, end, habit, 2, &value) && value.scale == 2)
            return true;
    }
    return false;
}

/* What is deducted is below zero on a final invoice, too; there something is left to pay. */
static bool is_negative(const PaperTotals *t) {
    bool net = t->has_net && t->net.units < 0, total = t->has_total && t->total.units < 0, tax = t->has_tax && t->tax.units < 0;
    if (t->has_gross && t->gross.units > 0)
        return net && (tax || !t->has_tax) && (total || !t->has_total);
    return net || total || (t->has_gross && t->gross.units < 0);
}

void kind_shape_read(const Page *page, Shape *shape) {
    PaperTotals totals;
    *shape = (Shape){.greeting = SIZE_MAX, .habit = number_habit_of_text(&page->text)};
    paper_totals(page, shape->habit, 2, &totals);
    bool sum = totals.has_net || totals.has_gross || totals.has_total;
    shape->amounts = sum || totals.has_tax;
    shape->taxed = sum && totals.has_tax;
    shape->negative = is_negative(&totals) || total_in_brackets(page, shape->habit);
    for (size_t i = 0; i < page->lines.len; i++) {
        const PageLine *line = &page->lines.items[i];
        shape->items = shape->items || shape_is_item_head(page, line);
        if (line->cells && shape->greeting == SIZE_MAX) {
            const Cell *cell = &page->cells.items[line->first];
            shape->greeting = hit_greets(page, cell->from, cell->to) ? cell->from : SIZE_MAX;
        }
    }
}

bool shape_in_list(const Page *page, const Shape *shape, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    if (!page_has_digit(page, title->to, cell->to))
        return false;
    Decimal value;
    for (const Cell *right = page_right(page, cell); right; right = page_right(page, right))
        if (paper_amount_in(page, right->from, right->to, shape->habit, 2, &value) && value.scale == 2)
            return true;
    return false;
}

/* A row of a list: many cells, a sum behind the name, and the same name in the row below or above. */
bool shape_in_rows(const Page *page, const Shape *shape, const Sign *name) {
    const Cell *cell = &page->cells.items[name->cell];
    Decimal value;
    bool sum = false;
    if (page->lines.items[cell->line].cells < LIST_CELLS)
        return false;
    for (const Cell *right = page_right(page, cell); right && !sum; right = page_right(page, right))
        sum = paper_amount_in(page, right->from, right->to, shape->habit, 2, &value) && value.scale == 2;
    for (size_t apart = 1; sum && apart <= LIST_APART; apart++)
        for (int way = -1; way <= 1; way += 2) {
            size_t line = cell->line + (size_t)way * apart;
            const Cell *other = line < page->lines.len && page->lines.items[line].cells >= LIST_CELLS ? page_under(page, line, cell) : NULL;
            size_t i = other ? page_first_sign(page, other->from) : page->signs.len;
            if (i < page->signs.len && page->signs.items[i].from < other->to && page->signs.items[i].kind == name->kind)
                return true;
        }
    return false;
}

static bool is_subject_word(const Page *page, size_t from, size_t *to) {
    Hit hit;
    const Sign *sign;
    if (lexicon_in(page->lexicon, &page->text, page->text.folded.len, from, LEX_MAIL, &hit) &&
        (hit.key == MAIL_SUBJECT || hit.key == MAIL_REPLY_PREFIX || hit.key == MAIL_FORWARD_PREFIX)) {
        *to = hit.to;
        return true;
    }
    if (!page_sign_in(page, KIND_CONCERNS, from, from + 1, &sign))
        return false;
    *to = sign->to;
    return true;
}

bool shape_in_subject(const Page *page, const Sign *title) {
    const PageLine *line = &page->lines.items[page->cells.items[title->cell].line];
    size_t from = page->cells.items[line->first].from, to;
    Str s = page->text.folded;
    if (!is_subject_word(page, from, &to) || to > title->from)
        return false;
    while (to < title->from && s.data[to] == ' ')
        to++;
    return s.data[to] == ':';
}

bool shape_is_value(const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell], *left = cell - 1;
    const PageLine *line = &page->lines.items[cell->line];
    const Sign *sign;
    if (title->cell == line->first)
        return false;
    return page->text.folded.data[left->to - 1] == ':' ||
           (line->ordinal >= VALUE_LINES_TOP &&
            page_sign_in(page, KIND_SUPPORT, left->from, left->to, &sign));
}

bool shape_in_prose(const Page *page, const Sign *sign) {
    const Cell *cell = &page->cells.items[sign->cell];
    size_t words = 1;
    for (size_t i = cell->from; i < cell->to && words <= PROSE_WORDS; i++)
        words += page->text.folded.data[i] == ' ';
    return sign->from > cell->from && words > PROSE_WORDS;
}
