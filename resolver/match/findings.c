/* What is said of a line beside its decision (contract section 6, "findings of a line"), in FINDING_LIST's order. */
#include "match/case.h"

#include "base/buf.h"
#include "base/banned.h"

static Finding *add(const Case *c, FindingCode code, Detail detail) {
    Finding *finding = VEC_PUSH(c->desk->arena, &c->line->findings);
    finding->code = code;
    finding->detail = detail;
    return finding;
}

static Str given_str(Arena *arena, const Details *details, Detail detail) {
    return detail_given(details, detail) ? detail_str(arena, details, detail) : STR_NONE;
}

/* ---- whatever the decision ---- */

static void add_whatever(const Case *c) {
    Arena *arena = c->desk->arena;
    const Line *line = c->line;
    for (size_t i = 0; i < line->refused.len; i++) {
        Finding *finding = add(c, FINDING_DOCUMENT_NOT_ACCEPTED, DETAIL_COUNT);
        finding->document = line->refused.items[i]->name;
        finding->note = line->refused.items[i]->reason;
    }
    for (int detail = 0; detail < DETAIL_COUNT; detail++) {
        if (!(c->effective.changed & DETAIL_BIT(detail)))
            continue;
        Finding *finding = add(c, FINDING_CLAIM_DIFFERS_FROM_INVOICE, (Detail)detail);
        finding->claimed = given_str(arena, &line->claim->details, (Detail)detail);
        finding->invoice = given_str(arena, &c->effective.invoice, (Detail)detail);
    }
    if (line->claim->duplicate)
        add(c, FINDING_DUPLICATE_LINE, DETAIL_COUNT);
}

/* ---- rules 1 and 2 ---- */

static Str say_readings(const Case *c, Detail detail) {
    Buf buf = {.arena = c->desk->arena};
    const Strs *readings = &c->line->claim->readings[detail];
    for (size_t i = 0; i < readings->len; i++)
        buf_printf(&buf, "%s" STR_FMT, buf.len ? " / " : "", STR_ARG(readings->items[i]));
    if (!(c->effective.contradicted & DETAIL_BIT(detail)))
        return buf_str(&buf);
    for (size_t i = 0; i < c->line->accepted.len; i++) {
        Details one;
        effective_invoice(c->desk->year, c->line->accepted.items[i], &c->line->claim->details, &one);
        if (detail_given(&one, detail))
            buf_printf(&buf, "%s" STR_FMT " (" STR_FMT ")", buf.len ? " / " : "",
                       STR_ARG(detail_str(c->desk->arena, &one, detail)),
                       STR_ARG(c->line->accepted.items[i]->name));
    }
    return buf_str(&buf);
}

static Finding *add_currency(const Case *c) {
    Finding *finding = add(c, FINDING_CURRENCY_DIFFERS, DETAIL_CURRENCY);
    finding->claimed = given_str(c->desk->arena, &c->effective.details, DETAIL_CURRENCY);
    finding->dashboard = c->found.row.currency;
    finding->invoice = given_str(c->desk->arena, &c->effective.invoice, DETAIL_CURRENCY);
    return finding;
}

static void add_review(const Case *c) {
    if (c->found.other_partner)
        add(c, FINDING_OTHER_PARTNER, DETAIL_COUNT);
    for (int detail = 0; detail < DETAIL_COUNT; detail++)
        if (c->effective.ambiguous & DETAIL_BIT(detail))
            add(c, FINDING_AMBIGUOUS_VALUE, (Detail)detail)->note = say_readings(c, (Detail)detail);
    if (case_only_currency_differs(c))
        add_currency(c);
}

/* The partner is a missing detail too: DETAIL_COUNT with the note "partner_id". */
static void add_missing(const Case *c) {
    for (int detail = 0; detail < DETAIL_COUNT; detail++)
        if (c->line->missing & DETAIL_BIT(detail))
            add(c, FINDING_MISSING_DETAIL, (Detail)detail)->note = str_of(detail_word((Detail)detail));
    if (c->line->missing & DETAIL_PARTNER_BIT)
        add(c, FINDING_MISSING_DETAIL, DETAIL_COUNT)->note = STR("partner_id");
}

/* ---- the other rules: effective values against the row ---- */

static Str period_str(Arena *arena, const Details *details) {
    Date period = effective_period(details);
    return date_given(period) ? date_iso(arena, period) : STR_NONE;
}

/* The claim's own value; where it gave none, the one it was completed with. */
static Str claimed_str(const Case *c, Detail detail) {
    Arena *arena = c->desk->arena;
    const Details *claim = &c->line->claim->details, *effective = &c->effective.details;
    if (detail != DETAIL_MONTH)
        return given_str(arena, detail_given(claim, detail) ? claim : effective, detail);
    Str own = period_str(arena, claim);
    return str_given(own) ? own : period_str(arena, effective);
}

static void add_mismatch(const Case *c, FindingCode code, Detail detail, Str dashboard) {
    if (!(c->differs & DETAIL_BIT(detail)))
        return;
    Finding *finding = add(c, code, detail);
    finding->claimed = claimed_str(c, detail);
    finding->dashboard = dashboard;
    finding->invoice = detail == DETAIL_MONTH ? period_str(c->desk->arena, &c->effective.invoice)
                                              : given_str(c->desk->arena, &c->effective.invoice, detail);
}

static void add_compared(const Case *c) {
    Arena *arena = c->desk->arena;
    const Row *row = &c->found.row;
    if (!c->found.rows) {
        add(c, FINDING_NOT_ON_DASHBOARD, DETAIL_COUNT);
        return;
    }
    if (c->currency_differs)
        add_currency(c);
    add_mismatch(c, FINDING_KPI_MISMATCH, DETAIL_KPI_VALUE, decimal_str(arena, row->kpi));
    add_mismatch(c, FINDING_REVENUE_MISMATCH, DETAIL_REVENUE_VALUE, decimal_str(arena, row->revenue));
    add_mismatch(c, FINDING_UNITS_MISMATCH, DETAIL_PURCHASE_UNITS, decimal_str(arena, row->units));
    add_mismatch(c, FINDING_PERIOD_MISMATCH, DETAIL_MONTH, date_iso(arena, (Date){row->year, row->month, 0}));
    add_mismatch(c, FINDING_TYPE_MISMATCH, DETAIL_OMLP_TYPE, row->omlp_type);
    add_mismatch(c, FINDING_INVOICE_NUMBER_DIFFERS, DETAIL_INVOICE_NUMBER, row->invoice_number);
}

/* What agreed with the whole purchase once contradicts in nothing: the day holds for every finding of the comparison. */
static void add_changed_since(const Case *c, size_t first) {
    Date since = case_changed_since(c);
    for (size_t i = first; i < c->line->findings.len; i++)
        c->line->findings.items[i].changed_since = since;
}

static void add_place(const Case *c) {
    if (c->place == PERIOD_BEFORE)
        add(c, FINDING_OUTSIDE_WINDOW, DETAIL_COUNT);
    else if (c->place == PERIOD_NOT_YET)
        add(c, FINDING_NOT_YET_DISPLAYED, DETAIL_COUNT);
}

void findings_add(const Case *c) {
    add_whatever(c);
    size_t first = c->line->findings.len;
    switch (c->line->decision) {
    case DECISION_REVIEW:
        add_review(c);
        break;
    case DECISION_REQUEST_INFORMATION:
        add_missing(c);
        break;
    case DECISION_NO_DISCREPANCY:
    case DECISION_EXPLAIN_DIFFERENCE:
        add_compared(c);
        add_changed_since(c, first);
        break;
    default:
        add_compared(c);
        add_changed_since(c, first);
        add_place(c);
    }
}
