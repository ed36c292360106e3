#include "match/effective.h"

#include "base/banned.h"

bool effective_same_type(Str a, Str b) {
    /* the folding of invoice numbers is just what free product names need: width, case, blanks, dashes */
    const Value x = {.text = a}, y = {.text = b};
    return detail_same(DETAIL_INVOICE_NUMBER, &x, &y);
}

bool effective_differs(const ProgrammeYear *year, Detail detail, const Details *a, const Details *b) {
    if (!detail_given(a, detail) || !detail_given(b, detail))
        return false;
    const Value *x = &a->value[detail], *y = &b->value[detail];
    if (detail == DETAIL_REVENUE_VALUE)
        return !decimal_near(x->number, y->number, year->tolerance);
    if (detail == DETAIL_OMLP_TYPE)
        return !effective_same_type(x->text, y->text);
    return !detail_same(detail, x, y);
}

Date effective_period(const Details *details) {
    if (!detail_given(details, DETAIL_MONTH) || !detail_given(details, DETAIL_YEAR))
        return (Date){0};
    return (Date){(int)decimal_to_int(details->value[DETAIL_YEAR].number),
                  (int)decimal_to_int(details->value[DETAIL_MONTH].number), 0};
}

/* ---- what one invoice says ---- */

static bool contains_word(Str text, Str word) {
    for (size_t at = 0; word.len && at + word.len <= text.len; at++)
        if (str_starts_nocase(str_sub(text, at, text.len), word))
            return true;
    return false;
}

/* Items carry catalogue codes only; a type outside the catalogue is looked for in what the item is called. */
static bool item_is_of_type(const ProgrammeYear *year, const InvoiceItem *item, const Details *claim) {
    if (!detail_given(claim, DETAIL_OMLP_TYPE))
        return false;
    Str type = claim->value[DETAIL_OMLP_TYPE].text;
    if (str_given(item->omlp_type))
        return effective_same_type(item->omlp_type, type);
    return !programme_has_type(year, type) && contains_word(item->description, type);
}

typedef struct ItemSum {
    size_t n;
    Decimal units, net;
    bool has_units, has_net; /* every item has */
    Str omlp_type;
} ItemSum;

static void sum_add(ItemSum *sum, const InvoiceItem *item) {
    if (!sum->n++) {
        *sum = (ItemSum){1, item->units, item->net, item->has_units, item->has_net, item->omlp_type};
        return;
    }
    sum->has_units = sum->has_units && item->has_units && decimal_add(sum->units, item->units, &sum->units);
    sum->has_net = sum->has_net && item->has_net && decimal_add(sum->net, item->net, &sum->net);
}

/* False: the invoice has several items and none is of the claim's type. */
static bool items_sum(const ProgrammeYear *year, const Document *invoice, const Details *claim, ItemSum *sum) {
    const InvoiceItems *items = &invoice->items;
    for (size_t i = 0; i < items->len; i++)
        if (item_is_of_type(year, &items->items[i], claim))
            sum_add(sum, &items->items[i]);
    if (!sum->n && items->len > 1)
        return false;
    if (!sum->n && items->len == 1)
        sum_add(sum, &items->items[0]);
    if (sum->n == items->len && !sum->has_net) { /* all of the invoice is this purchase: so is its total */
        sum->net = invoice->net;
        sum->has_net = invoice->has_net;
    }
    return true;
}

void effective_invoice(const ProgrammeYear *year, const Document *invoice, const Details *claim, Details *out) {
    *out = (Details){0};
    if (invoice->issue_date.month) {
        detail_set_number(out, DETAIL_MONTH, decimal_int(invoice->issue_date.month));
        detail_set_number(out, DETAIL_YEAR, decimal_int(invoice->issue_date.year));
    }
    if (!str_empty(invoice->number))
        detail_set_text(out, DETAIL_INVOICE_NUMBER, invoice->number);
    ItemSum sum = {0};
    if (!items_sum(year, invoice, claim, &sum))
        return;
    if (!str_empty(sum.omlp_type))
        detail_set_text(out, DETAIL_OMLP_TYPE, sum.omlp_type);
    if (sum.has_units)
        detail_set_number(out, DETAIL_PURCHASE_UNITS, sum.units);
    if (sum.has_net) {
        detail_set_number(out, DETAIL_REVENUE_VALUE, sum.net);
        if (!str_empty(invoice->currency))
            detail_set_text(out, DETAIL_CURRENCY, invoice->currency);
    }
}

/* ---- what they make of the claim together ---- */

/* Adds what another invoice gives; marks on what it contradicts those before it. */
static void invoices_join(const ProgrammeYear *year, const Details *another, Effective *out) {
    for (int detail = 0; detail < DETAIL_COUNT; detail++) {
        if (effective_differs(year, (Detail)detail, &out->invoice, another))
            out->contradicted |= DETAIL_BIT(detail);
        else if (!detail_given(&out->invoice, (Detail)detail) && detail_given(another, (Detail)detail))
            out->invoice.value[detail] = another->value[detail];
    }
    out->invoice.given |= another->given;
}

static void detail_complete(const ProgrammeYear *year, const Claim *claim, Detail detail, Effective *out) {
    unsigned bit = DETAIL_BIT(detail);
    if (!(EFFECTIVE_FROM_INVOICE & bit) || !detail_given(&out->invoice, detail))
        return;
    if (claim->ambiguous & bit)
        out->settled |= bit;
    if (detail_given(&claim->details, detail)) {
        if (!effective_differs(year, detail, &claim->details, &out->invoice))
            return; /* as the partner wrote it */
        out->changed |= bit;
    }
    out->details.value[detail] = out->invoice.value[detail];
    out->details.given |= bit;
}

void effective_read(const ProgrammeYear *year, const Claim *claim, const Documents *accepted, Effective *out) {
    const unsigned required = (1u << DETAIL_REQUIRED) - 1;
    *out = (Effective){.details = claim->details};
    for (size_t i = 0; i < accepted->len; i++) {
        Details one;
        effective_invoice(year, accepted->items[i], &claim->details, &one);
        invoices_join(year, &one, out);
    }
    if (out->contradicted)
        out->invoice = (Details){0}; /* they change and complete nothing */
    for (int detail = 0; detail < DETAIL_COUNT; detail++)
        detail_complete(year, claim, (Detail)detail, out);
    out->ambiguous = (claim->ambiguous & ~out->settled) | out->contradicted;
    out->missing = required & ~out->details.given & ~out->ambiguous;
    if (out->changed & DETAIL_BIT(DETAIL_PURCHASE_UNITS) && detail_given(&claim->details, DETAIL_KPI_VALUE)) {
        out->kpi_fallen = true;
        out->details.given &= ~DETAIL_BIT(DETAIL_KPI_VALUE);
    }
}

/* ---- the claim, settled ---- */

static bool reading_is(Detail detail, Str reading, const Value *value) {
    Value read = {.text = reading};
    if (detail_is_number(detail) && !decimal_parse(str_trim(reading), &read.number))
        return false;
    return detail == DETAIL_OMLP_TYPE ? effective_same_type(reading, value->text) : detail_same(detail, &read, value);
}

const Claim *effective_claim(Arena *arena, const Claim *claim, const Effective *effective) {
    if (!effective->settled)
        return claim;
    Claim *settled = ARENA_NEW(arena, Claim);
    *settled = *claim;
    settled->ambiguous &= ~effective->settled;
    for (int detail = 0; detail < DETAIL_COUNT; detail++) {
        const Strs *readings = &claim->readings[detail];
        for (size_t i = 0; effective->settled & DETAIL_BIT(detail) && i < readings->len; i++) {
            if (!reading_is((Detail)detail, readings->items[i], &effective->invoice.value[detail]))
                continue;
            settled->details.value[detail] = effective->invoice.value[detail];
            settled->details.given |= DETAIL_BIT(detail);
        }
    }
    return settled;
}
