#include "parsers/invoice.h"

#include <stdint.h>

#include "parsers/money.h"
#include "base/banned.h"

#define CURRENCY_LETTERS 8 /* between an amount and the next label in its cell: "EUR, zzgl." */
#define TERMS_DIGITS     3 /* of days for payment */
#define SUMS_MAX 8          /* amounts in a line of totals */

typedef VEC(Decimal) Decimals;

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_letter_at(Str s, size_t at) {
    return at < s.len && ((s.data[at] >= 'a' && s.data[at] <= 'z') || (unsigned char)s.data[at] >= 0xC3);
}

/* "19 %", "AZ-104T00", "12/03/2021": digits that are no amount. */
static bool is_amount(const Page *page, size_t from, size_t to) {
    Str s = page->text.folded;
    size_t next = to, start, end;
    Str iso;
    while (next < s.len && s.data[next] == ' ')
        next++;
    if ((next < s.len && s.data[next] == '%') || !number_stands_alone(s, from, to))
        return false;
    if (!is_letter_at(s, to) && !(from > 0 && is_letter_at(s, from - 1)))
        return true;
    return currency_beside(page->lexicon, &page->text, from, to, LANGUAGE_EN, &iso, &start, &end);
}

/* "682,550-", "120.-": a dash in place of the decimals, or at the end of a sum; only behind decimals it is a sign. */
static size_t without_dash(Str s, size_t from, size_t to) {
    bool decimals = to - from >= 4 && strchr(".,", s.data[to - 4]) && is_digit(s.data[to - 3]);
    return to - from >= 2 && s.data[to - 1] == '-' && is_digit(s.data[to - 2]) && !decimals ? to - 1 : to;
}

/* The end of figures joined by dashes, "02-1234-5678", "230419-02": a telephone, a code; `to` when none are. */
static size_t code_end(Str s, size_t to, size_t end) {
    while (to + 1 < end && s.data[to] == '-' && is_digit(s.data[to + 1]))
        for (to++; to < end && is_digit(s.data[to]);)
            to++;
    return to;
}

bool paper_amount_in(const Page *page, size_t at, size_t end, NumberHabit habit, int decimals,
                     Decimal *value) {
    Str s = str_sub(page->text.folded, 0, end);
    bool found = false;
    while (at < end) {
        size_t from = at, to;
        bool sign = s.data[at] == '-' && at + 1 < end && is_digit(s.data[at + 1]) &&
                    (at == 0 || (!is_letter_at(s, at - 1) && !is_digit(s.data[at - 1])));
        if ((!sign && !is_digit(s.data[at])) || !number_token(s, at, &to)) {
            at++;
            continue;
        }
        Decimal read, other;
        at = to > at ? to : at + 1;
        size_t code = code_end(s, at, end);
        if (code > at) {
            at = code;
            continue;
        }
        if (is_amount(page, from, to) &&
            number_value(str_sub(s, from, without_dash(s, from, to)), NUMBER_MONEY, decimals, habit, &read, &other) == NUMBER_READ) {
            *value = read;
            found = true;
        }
    }
    return found;
}

/* ---- totals ---- */

static bool is_total_cue(KindCue cue) {
    return cue == KIND_NET || cue == KIND_GROSS || cue == KIND_TAX || cue == KIND_TOTAL;
}

/* The label stands at the start of its cell, or soon behind the amount before it ("3.770,00 EUR  zzgl.
 * MwSt."). */
static bool begins_part(const Page *page, const Sign *sign) {
    Str s = page->text.folded;
    size_t start = page->cells.items[sign->cell].from, letters = 0;
    for (size_t at = sign->from; at > start; at--) {
        if (is_digit(s.data[at - 1]))
            return letters <= CURRENCY_LETTERS;
        letters += is_letter_at(s, at - 1);
    }
    return letters == 0;
}

static bool is_item_head(const Page *page, const PageLine *line) {
    const Sign *sign;
    return page_sign_in(page, KIND_QUANTITY, line->from, line->to, &sign) ||
           page_sign_in(page, KIND_PRICE, line->from, line->to, &sign);
}

/* Where what a label says ends: at the next label of its line that amounts part from it ("Total HT / Net   10,00" is one in two
 * languages). */
static size_t said_until(const Page *page, size_t i, size_t end) {
    const Sign *sign = &page->signs.items[i];
    for (size_t k = i + 1; k < page->signs.len && page->signs.items[k].from < end; k++)
        if (is_total_cue(page->signs.items[k].cue) && page->signs.items[k].from >= sign->to &&
            page_has_digit(page, sign->to, page->signs.items[k].from))
            return page->signs.items[k].from;
    return end;
}

/* The sums below a table of items stand in its columns; where a line has several ("2,500.00   325.00"), the one below the
 * amounts is the total, and not the tax beside it. */
static bool total_in_column(const Page *page, size_t at, size_t head, NumberHabit habit, int decimals, Decimal *value) {
    const Sign *label = &page->signs.items[at];
    size_t line = page->cells.items[label->cell].line;
    const PageLine *l = &page->lines.items[line], *h = &page->lines.items[head];
    size_t figures = 0, end = said_until(page, at, l->to);
    for (size_t i = l->first; i < l->first + l->cells; i++)
        figures += page->cells.items[i].from >= label->to && page->cells.items[i].from < end && page_has_digit(page, page->cells.items[i].from, page->cells.items[i].to);
    for (size_t i = page_first_sign(page, h->from); figures > 1 && i < page->signs.len && page->signs.items[i].from < h->to; i++) {
        if (page->signs.items[i].cue != KIND_AMOUNT && page->signs.items[i].cue != KIND_NET)
            continue;
        const Cell *under = page_under(page, line, &page->cells.items[page->signs.items[i].cell]);
        if (under && under->from >= label->to && under->from < end && paper_amount_in(page, under->from, under->to, habit, decimals, value))
            return true;
    }
    return false;
}

/* The amount stands beside its label, and what follows in the line is of something else: an address, a telephone. */
static bool ends_with_cell(const Page *page, const Sign *label, const Cell *cell, NumberHabit habit, int decimals) {
    const Cell *right = page_right(page, cell);
    size_t letters = 0;
    Decimal value;
    if (!right || label->to >= cell->to || !paper_amount_in(page, label->to, cell->to, habit, decimals, &value))
        return false;
    for (size_t at = right->from; at < right->to; at++)
        letters += is_letter_at(page->text.folded, at);
    return letters > CURRENCY_LETTERS;
}

/* "Terms: Net 30": days, and no sum. Such a figure has no decimals and no currency, and ends its cell or says "days". */
static bool is_terms(const Page *page, const Sign *sign) {
    Str s = page->text.folded;
    const Cell *cell = &page->cells.items[sign->cell];
    size_t at = sign->to, digits = 0;
    if (sign->cue != KIND_NET || !str_eq_cstr(str_sub(s, sign->from, sign->to), "net") || at >= cell->to || s.data[at] != ' ')
        return false;
    for (at++; at < cell->to && is_digit(s.data[at]); at++)
        digits++;
    return digits > 0 && digits <= TERMS_DIGITS && (at == cell->to || str_starts(str_sub(s, at, cell->to), STR(" day")));
}

/* Behind the label as far as the next one; below it where the line holds labels only. */
static bool total_value(const Page *page, size_t i, NumberHabit habit, int decimals, Decimal *value) {
    const Sign *sign = &page->signs.items[i];
    const Cell *cell = &page->cells.items[sign->cell];
    const PageLine *line = &page->lines.items[cell->line];
    size_t end = said_until(page, i, ends_with_cell(page, sign, cell, habit, decimals) ? cell->to : line->to);
    if (sign->to < end && paper_amount_in(page, sign->to, end, habit, decimals, value))
        return true;
    if (page_has_figure(page, line->from, line->to) || is_item_head(page, line))
        return false;
    const Cell *below = page_below(page, cell);
    return below && paper_amount_in(page, below->from, below->to, habit, decimals, value);
}

/* "Total  1,250.00  150.00  1,400.00": whatever the columns are called, net and tax make the gross. */
static bool total_with_tax(const Page *page, const Sign *label, NumberHabit habit, int decimals, PaperTotals *totals) {
    Decimal amounts[SUMS_MAX], gross;
    size_t n = 0;
    const PageLine *line = &page->lines.items[page->cells.items[label->cell].line];
    for (size_t i = line->first; i < line->first + line->cells && n < SUMS_MAX; i++) {
        const Cell *cell = &page->cells.items[i];
        n += cell->from >= label->to && paper_amount_in(page, cell->from, cell->to, habit, decimals, &amounts[n]);
    }
    for (size_t i = 0; i + 2 < n; i++)
        for (size_t k = i + 1; k + 1 < n; k++)
            if (amounts[k].units > 0 && decimal_cmp(amounts[i], amounts[k]) > 0 && decimal_add(amounts[i], amounts[k], &gross) &&
                decimal_cmp(gross, amounts[k + 1]) == 0) {
                totals->net = amounts[i], totals->tax = amounts[k], totals->gross = gross;
                totals->has_net = totals->has_tax = totals->has_gross = true;
                return true;
            }
    return false;
}

/* "Subtotal" may be printed with the tax in it, and the net total stand elsewhere. */
static void choose_net(const Decimals *nets, PaperTotals *totals) {
    Decimal sum;
    if (!totals->has_tax || !(totals->has_gross || totals->has_total))
        return;
    for (size_t i = nets->len; i-- > 0;)
        if (decimal_add(nets->items[i], totals->tax, &sum) && decimal_cmp(sum, totals->has_gross ? totals->gross : totals->total) == 0) {
            totals->net = nets->items[i];
            return;
        }
}

void paper_totals(const Page *page, NumberHabit habit, int decimals, PaperTotals *totals) {
    size_t head = SIZE_MAX; /* line of the last head of a table of items */
    Decimals nets = {0};
    *totals = (PaperTotals){0};
    for (size_t i = 0; i < page->signs.len; i++) {
        const Sign *sign = &page->signs.items[i];
        Decimal value;
        if (sign->cue == KIND_QUANTITY && page->lines.items[page->cells.items[sign->cell].line].cells >= 3)
            head = page->cells.items[sign->cell].line;
        if (!is_total_cue(sign->cue) || !begins_part(page, sign) || is_terms(page, sign) ||
            (sign->cue == KIND_TOTAL && total_with_tax(page, sign, habit, decimals, totals)))
            continue;
        bool sums = (sign->cue == KIND_NET || sign->cue == KIND_TOTAL) && head < page->cells.items[sign->cell].line;
        if (!(sums && total_in_column(page, i, head, habit, decimals, &value)) &&
            !total_value(page, i, habit, decimals, &value))
            continue;
        switch (sign->cue) {
        case KIND_NET:
            totals->net = value, totals->has_net = true;
            *VEC_PUSH(page->arena, &nets) = value;
            break;
        case KIND_GROSS:
            totals->gross = value, totals->has_gross = true;
            break;
        case KIND_TAX:
            totals->tax = value, totals->has_tax = true;
            break;
        default:
            totals->total = value, totals->has_total = true;
            break;
        }
    }
    choose_net(&nets, totals);
}
