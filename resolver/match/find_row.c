#include "match/find_row.h"

#include "match/effective.h"
#include "base/utf8.h"
#include "model/currency.h"
#include "base/banned.h"

/* ---- one row against details ---- */

bool row_currency_differs(const Details *details, const Row *row) {
    return detail_given(details, DETAIL_CURRENCY) && !str_empty(row->currency) &&
           !str_eq_nocase(details->value[DETAIL_CURRENCY].text, row->currency);
}

static bool period_differs(const Details *details, const Row *row) {
    return (detail_given(details, DETAIL_MONTH) &&
            decimal_cmp(details->value[DETAIL_MONTH].number, decimal_int(row->month)) != 0) ||
           (detail_given(details, DETAIL_YEAR) &&
            decimal_cmp(details->value[DETAIL_YEAR].number, decimal_int(row->year)) != 0);
}

static bool type_differs(const Details *details, const Row *row) {
    return detail_given(details, DETAIL_OMLP_TYPE) &&
           !effective_same_type(details->value[DETAIL_OMLP_TYPE].text, row->omlp_type);
}

static bool number_differs(const Details *details, const Row *row) {
    const Value value = {.text = row->invoice_number};
    return detail_given(details, DETAIL_INVOICE_NUMBER) &&
           !detail_same(DETAIL_INVOICE_NUMBER, &details->value[DETAIL_INVOICE_NUMBER], &value);
}

/* A revenue that can be read in two ways, in a row without a currency: money has the decimals of its currency, so that of
 * the purchase tells. Where none is known, the reading nearer to the purchase's: they lie a thousandfold apart, so a tenth
 * of the greater parts them. */
static Decimal row_revenue(const Details *details, const Row *row) {
    Decimal tenth = row->revenue;
    if (!row->revenue_unsure)
        return row->revenue;
    if (detail_given(details, DETAIL_CURRENCY))
        return currency_decimals(details->value[DETAIL_CURRENCY].text) == 3 ? row->revenue_other : row->revenue;
    if (!detail_given(details, DETAIL_REVENUE_VALUE))
        return row->revenue;
    tenth.scale++;
    return decimal_cmp(details->value[DETAIL_REVENUE_VALUE].number, tenth) < 0 ? row->revenue_other : row->revenue;
}

unsigned row_differences(const ProgrammeYear *year, const Details *details, const Row *row) {
    const Value *value = details->value;
    unsigned differs = 0;
    if (period_differs(details, row))
        differs |= DETAIL_BIT(DETAIL_MONTH);
    if (type_differs(details, row))
        differs |= DETAIL_BIT(DETAIL_OMLP_TYPE);
    if (detail_given(details, DETAIL_PURCHASE_UNITS) && decimal_cmp(value[DETAIL_PURCHASE_UNITS].number, row->units))
        differs |= DETAIL_BIT(DETAIL_PURCHASE_UNITS);
    if (detail_given(details, DETAIL_KPI_VALUE) && decimal_cmp(value[DETAIL_KPI_VALUE].number, row->kpi))
        differs |= DETAIL_BIT(DETAIL_KPI_VALUE);
    if (detail_given(details, DETAIL_REVENUE_VALUE) && !row_currency_differs(details, row) &&
        !decimal_near(value[DETAIL_REVENUE_VALUE].number, row_revenue(details, row), year->tolerance))
        differs |= DETAIL_BIT(DETAIL_REVENUE_VALUE);
    if (number_differs(details, row))
        differs |= DETAIL_BIT(DETAIL_INVOICE_NUMBER);
    return differs;
}

/* ---- edits ---- */

#define EDITS_MAX 8 /* programme.ini allows no more */

static size_t code_points(Arena *arena, Str text, uint32_t **out) {
    size_t n = 0, size;
    *out = ARENA_ARRAY(arena, uint32_t, text.len + 1);
    for (size_t at = 0; at < text.len; at += size)
        (*out)[n++] = utf8_decode(text, at, &size);
    return n;
}

static int least(int a, int b) {
    return a < b ? a : b;
}

/* Levenshtein by rows, but only the cells within `most` of the diagonal: no other can stay at or below `most`.
 * cell[k] of row i is the distance of the first i points of a from the first i + k - most of b. */
int number_edits(Arena *arena, Str a, Str b, int most) {
    uint32_t *x, *y;
    size_t n = code_points(arena, a, &x), m = code_points(arena, b, &y);
    int cell[2 * EDITS_MAX + 2];
    most = least(most, EDITS_MAX);
    if ((n > m ? n - m : m - n) > (size_t)most)
        return most + 1;
    for (int k = 0; k <= 2 * most + 1; k++)
        cell[k] = k < most || k > 2 * most ? most + 1 : k - most;
    for (size_t i = 1; i <= n; i++) {
        int left = most + 1;
        for (int k = 0; k <= 2 * most; k++) {
            ptrdiff_t j = (ptrdiff_t)i + k - most;
            int best = most + 1; /* cells outside the table */
            if (j == 0)
                best = (int)i;
            else if (j > 0 && (size_t)j <= m)
                best = least(least(cell[k + 1], left) + 1, cell[k] + (x[i - 1] != y[j - 1]));
            left = cell[k] = least(best, most + 1);
        }
    }
    return cell[(ptrdiff_t)m - (ptrdiff_t)n + most];
}

/* ---- several rows ---- */

static void keep_own(Arena *arena, Str partner_id, RowRefs *rows) {
    Str wanted = number_fold(arena, partner_id);
    size_t kept = 0;
    for (size_t i = 0; i < rows->len; i++) {
        Str partner = rows->items[i]->partner_id;
        if (str_empty(partner) || str_eq(number_fold(arena, partner), wanted))
            rows->items[kept++] = rows->items[i];
    }
    rows->len = kept;
}

/* Keeps those without the difference, if there are any. */
static void narrow(const Details *effective, bool (*differs)(const Details *, const Row *), RowRefs *rows) {
    size_t kept = 0;
    for (size_t i = 0; i < rows->len && rows->len > 1; i++)
        if (!differs(effective, rows->items[i]))
            kept++;
    if (!kept)
        return;
    kept = 0;
    for (size_t i = 0; i < rows->len; i++)
        if (!differs(effective, rows->items[i]))
            rows->items[kept++] = rows->items[i];
    rows->len = kept;
}

static bool currency_differs(const Details *effective, const Row *row) {
    return row_currency_differs(effective, row);
}

static Row row_sure(const Details *effective, const Row *row) {
    Row sure = *row;
    sure.revenue = row_revenue(effective, row);
    sure.revenue_unsure = false;
    return sure;
}

/* The sum of what is left. A sum over two currencies is in neither: it bears one that is not the claim's, if there is
 * one, so that it never passes for agreement. */
static void rows_sum(const Details *effective, const RowRefs *rows, Found *out) {
    out->row = row_sure(effective, rows->items[0]);
    out->rows = rows->len;
    for (size_t i = 1; i < rows->len; i++) {
        const Row *row = rows->items[i];
        decimal_add(out->row.units, row->units, &out->row.units);
        decimal_add(out->row.kpi, row->kpi, &out->row.kpi);
        decimal_add(out->row.revenue, row_revenue(effective, row), &out->row.revenue);
        if (str_empty(out->row.currency) || currency_differs(effective, row))
            out->row.currency = row->currency;
    }
}

/* ---- a slightly different number ---- */

static bool is_near(Arena *arena, const ProgrammeYear *year, const Details *effective, Str folded, const Row *row) {
    unsigned differs = row_differences(year, effective, row);
    if (differs != DETAIL_BIT(DETAIL_INVOICE_NUMBER) || row_currency_differs(effective, row))
        return false;
    return number_edits(arena, folded, row->folded, year->near_edits) <= year->near_edits;
}

static void near_row(Arena *arena, const ProgrammeYear *year, const RowLookup *rows, Str partner_id,
                     const Details *effective, Str folded, Found *out) {
    Date period = effective_period(effective);
    Row like = {.partner_id = partner_id, .year = period.year, .month = period.month,
                .omlp_type = effective->value[DETAIL_OMLP_TYPE].text, .units = effective->value[DETAIL_PURCHASE_UNITS].number};
    RowRefs found = {0};
    const Row *only = NULL;
    if (!str_empty(partner_id))
        rows->by_purchase(rows->store, arena, &like, &found);
    like.partner_id = STR_NONE;
    rows->by_purchase(rows->store, arena, &like, &found);
    for (size_t i = 0; i < found.len; i++) {
        if (!is_near(arena, year, effective, folded, found.items[i]))
            continue;
        if (only)
            return; /* two could be meant */
        only = found.items[i];
    }
    if (only)
        *out = (Found){.rows = 1, .row = row_sure(effective, only), .near = true};
}

void find_row(Arena *arena, const ProgrammeYear *year, const RowLookup *rows, Str partner_id, const Details *effective,
              bool near_allowed, Found *out) {
    *out = (Found){0};
    Str folded = detail_given(effective, DETAIL_INVOICE_NUMBER)
                     ? number_fold(arena, effective->value[DETAIL_INVOICE_NUMBER].text)
                     : STR("");
    if (str_empty(folded))
        return;
    RowRefs found = {0};
    rows->by_number(rows->store, arena, folded, &found);
    bool anybodys = found.len > 0;
    if (!str_empty(partner_id))
        keep_own(arena, partner_id, &found);
    if (found.len) {
        narrow(effective, type_differs, &found);
        narrow(effective, period_differs, &found);
        rows_sum(effective, &found, out);
        return;
    }
    out->other_partner = anybodys;
    if (near_allowed && !anybodys)
        near_row(arena, year, rows, partner_id, effective, folded, out);
}
