#include "report/groups_own.h"

#include "report/digest.h"
#include "base/banned.h"

/* What was held against the dashboard, and would have been on display. */
static bool is_compared(const Entry *entry, const EntryLine *line) {
    const unsigned apart = 1u << FINDING_NOT_YET_DISPLAYED | 1u << FINDING_OUTSIDE_WINDOW;
    switch (line->decision) {
    case DECISION_NO_DISCREPANCY:
    case DECISION_EXPLAIN_DIFFERENCE:
    case DECISION_REQUEST_INVOICE:
    case DECISION_ESCALATE_ADJUSTMENT:
        return !entry->no_dashboard && !(line->findings & apart);
    default:
        return false;
    }
}

static bool same(const Details *a, const Details *b, Detail detail) {
    return detail_given(a, detail) && detail_given(b, detail) && detail_same(detail, &a->value[detail], &b->value[detail]);
}

static __int128 scaled(Decimal number, uint8_t scale) {
    __int128 units = number.units;
    for (; number.scale < scale; number.scale++)
        units *= 10;
    return units;
}

/* Rounded; 0 when one is not above zero, when they are the same, or when the factor is beyond a million. */
static int thousandths_of(Decimal claimed, Decimal shown) {
    uint8_t scale = MAX(claimed.scale, shown.scale);
    __int128 a = scaled(claimed, scale), b = scaled(shown, scale);
    if (a <= 0 || b <= 0 || a / b > 1000000)
        return 0;
    int factor = (int)((a * 2000 + b) / (2 * b));
    return factor == 1000 ? 0 : factor;
}

static int factor_of(const EntryLine *line) {
    const Details *claim = &line->effective, *row = &line->dashboard;
    if (!entry_found(line, FINDING_REVENUE_MISMATCH) || !same(claim, row, DETAIL_PURCHASE_UNITS) ||
        !detail_given(claim, DETAIL_REVENUE_VALUE) || !detail_given(row, DETAIL_REVENUE_VALUE))
        return 0;
    return thousandths_of(claim->value[DETAIL_REVENUE_VALUE].number, row->value[DETAIL_REVENUE_VALUE].number);
}

bool purchase_read(Arena *arena, const Entry *entry, const EntryLine *line, Purchase *out) {
    if (!str_given(entry->partner_id) || !detail_given(&line->effective, DETAIL_INVOICE_NUMBER))
        return false;
    Str number = number_fold(arena, line->effective.value[DETAIL_INVOICE_NUMBER].text);
    if (str_empty(number))
        return false;
    bool typed = detail_given(&line->effective, DETAIL_OMLP_TYPE);
    Date row = entry_period(&line->dashboard);
    *out = (Purchase){.entry = entry, .line = line, .period = entry_period(&line->effective)};
    out->partner = digest_add(DIGEST_BEGIN, number_fold(arena, entry->partner_id));
    out->number = digest_add(DIGEST_BEGIN, number);
    out->type = digest_add(DIGEST_BEGIN, typed ? line->effective.value[DETAIL_OMLP_TYPE].text : STR_NONE);
    out->compared = is_compared(entry, line) && date_given(out->period) && typed;
    out->found = line->dashboard.given != 0;
    if (out->found && date_given(row) && date_given(out->period))
        out->shift = date_month_index(row) - date_month_index(out->period);
    out->thousandths = factor_of(line);
    return true;
}

int purchase_agreement(const Details *a, const Details *b) {
    return (same(a, b, DETAIL_MONTH) && same(a, b, DETAIL_YEAR)) + same(a, b, DETAIL_OMLP_TYPE) +
           same(a, b, DETAIL_PURCHASE_UNITS) + same(a, b, DETAIL_REVENUE_VALUE);
}
