/* The nine rules of contract section 6, in their order. Each says whether it holds, why, and what would make it hold. */
#include "match/case.h"

#include "base/buf.h"
#include "base/banned.h"

Str details_list(Arena *arena, unsigned details) {
    Buf buf = {.arena = arena};
    for (int detail = 0; detail <= DETAIL_COUNT; detail++) {
        if (!(details & DETAIL_BIT(detail)))
            continue;
        buf_printf(&buf, "%s%s", buf.len ? ", " : "", detail < DETAIL_COUNT ? detail_word((Detail)detail) : "partner_id");
    }
    return buf_str(&buf);
}

bool case_row_agrees(const Case *c) {
    unsigned apart = c->differs & ~(c->found.near ? DETAIL_BIT(DETAIL_INVOICE_NUMBER) : 0);
    return c->compared && c->found.rows && !apart && !c->currency_differs;
}

bool case_only_currency_differs(const Case *c) {
    return c->compared && c->found.rows && !c->found.near && !c->differs && c->currency_differs;
}

/* ---- sentences ---- */

static Str say_period(Arena *arena, Date period) {
    return date_given(period) ? date_iso(arena, period) : STR("unknown");
}

static Str say_window(const Case *c) {
    Arena *arena = c->desk->arena;
    Date from, to;
    calendar_window(c->desk->year, c->desk->as_of, &from, &to);
    return arena_printf(arena, STR_FMT " to " STR_FMT, STR_ARG(date_iso(arena, from)), STR_ARG(date_iso(arena, to)));
}

static Str row_text(Arena *arena, const Row *row, Detail detail) {
    switch (detail) {
    case DETAIL_MONTH:
        return date_iso(arena, (Date){row->year, row->month, 0});
    case DETAIL_OMLP_TYPE:
        return row->omlp_type;
    case DETAIL_PURCHASE_UNITS:
        return decimal_str(arena, row->units);
    case DETAIL_KPI_VALUE:
        return decimal_str(arena, row->kpi);
    case DETAIL_REVENUE_VALUE:
        return decimal_str(arena, row->revenue);
    default:
        return row->invoice_number;
    }
}

/* "kpi_value is 25, the dashboard shows 20; ..." */
static Str say_differences(const Case *c) {
    Arena *arena = c->desk->arena;
    Buf buf = {.arena = arena};
    const Row *row = &c->found.row;
    for (int detail = 0; detail < DETAIL_COUNT; detail++) {
        if (!(c->differs & DETAIL_BIT(detail)))
            continue;
        Str mine = detail == DETAIL_MONTH ? say_period(arena, c->period)
                                          : detail_str(arena, &c->effective.details, (Detail)detail);
        buf_printf(&buf, "%s%s is " STR_FMT ", the dashboard shows " STR_FMT, buf.len ? "; " : "",
                   detail == DETAIL_MONTH ? "the period" : detail_word((Detail)detail), STR_ARG(mine),
                   STR_ARG(row_text(arena, row, (Detail)detail)));
    }
    if (c->currency_differs)
        buf_printf(&buf, "%scurrency is " STR_FMT ", the dashboard shows " STR_FMT, buf.len ? "; " : "",
                   STR_ARG(detail_str(arena, &c->effective.details, DETAIL_CURRENCY)), STR_ARG(row->currency));
    return buf_str(&buf);
}

static Str say_row(const Case *c) {
    Arena *arena = c->desk->arena;
    if (!c->found.rows)
        return STR("no row of the dashboard bears the number or one close to it");
    if (c->differs || c->currency_differs)
        return say_differences(c);
    return arena_printf(arena, "%s of number " STR_FMT " agrees on every compared value",
                        c->found.rows > 1 ? "the sum of the rows" : "the row", STR_ARG(c->found.row.invoice_number));
}

static Str say_names(Arena *arena, const Documents *documents) {
    Buf buf = {.arena = arena};
    for (size_t i = 0; i < documents->len; i++)
        buf_printf(&buf, "%s" STR_FMT " (%s)", i ? ", " : "", STR_ARG(documents->items[i]->name),
                   kind_word(documents->items[i]->kind));
    return buf_str(&buf);
}

/* ---- the rules ---- */

static bool rule_review(const Case *c, Str *why, Str *would) {
    Arena *arena = c->desk->arena;
    *would = STR("another partner's row of that number, two values that nothing settles, contradicting invoices, a credit "
                 "note against the accepted invoice, or a row that differs in its currency alone");
    if (c->found.other_partner)
        *why = STR("the number is on the dashboard, but only under another partner");
    else if (c->effective.contradicted)
        *why = arena_printf(arena, "the accepted invoices contradict each other on " STR_FMT,
                            STR_ARG(details_list(arena, c->effective.contradicted)));
    else if (c->effective.ambiguous)
        *why = arena_printf(arena, "the ticket gives two values for " STR_FMT " and nothing settles which is meant",
                            STR_ARG(details_list(arena, c->effective.ambiguous)));
    else if (c->credit_note)
        *why = arena_printf(arena, "the credit note " STR_FMT " stands against the accepted invoice",
                            STR_ARG(c->credit_note->name));
    else if (case_only_currency_differs(c))
        *why = arena_printf(arena, "a row agrees in all but one: " STR_FMT, STR_ARG(say_differences(c)));
    else {
        *why = STR("nothing is contradictory, and no row is another partner's");
        return false;
    }
    return true;
}

static bool rule_information(const Case *c, Str *why, Str *would) {
    Arena *arena = c->desk->arena;
    *would = STR("a detail that neither the ticket nor an accepted invoice gives");
    if (!c->line->missing) {
        *why = STR("all seven details and the partner are known");
        return false;
    }
    *why = arena_printf(arena, "still missing: " STR_FMT, STR_ARG(details_list(arena, c->line->missing)));
    return true;
}

static bool rule_no_discrepancy(const Case *c, Str *why, Str *would) {
    Arena *arena = c->desk->arena;
    bool agrees = case_row_agrees(c) && !c->found.near;
    *would = agrees ? STR("the claim as written would have to agree with the row too")
                    : STR("a row of that number would have to agree on every compared value");
    if (agrees && !c->claim_agrees)
        *why = arena_printf(arena, "the row agrees with the invoice, but the claim as written did not: "
                            "the invoice changed " STR_FMT, STR_ARG(details_list(arena, c->effective.changed)));
    else
        *why = say_row(c);
    return agrees && c->claim_agrees;
}

static bool rule_explain(const Case *c, Str *why, Str *would) {
    Arena *arena = c->desk->arena;
    *would = STR("a row that agrees with the accepted invoice but not with the claim, or one that differs only slightly "
                 "in its number while no accepted invoice bears the claimed one");
    if (!case_row_agrees(c)) {
        *why = say_row(c);
        return false;
    }
    if (!c->found.near) {
        *why = STR("the row agrees with the accepted invoice, which settles what the claim said differently");
        return true;
    }
    *why = arena_printf(arena, "the row bears " STR_FMT " instead of " STR_FMT " and agrees in everything else; %s",
                        STR_ARG(c->found.row.invoice_number),
                        STR_ARG(detail_str(arena, &c->effective.details, DETAIL_INVOICE_NUMBER)),
                        c->number_supported ? "but an accepted invoice bears the number of the claim"
                                            : "no accepted invoice bears the number of the claim");
    return !c->number_supported;
}

static bool rule_outside(const Case *c, Str *why, Str *would) {
    Arena *arena = c->desk->arena;
    *why = arena_printf(arena, "the period is " STR_FMT ", displayed are " STR_FMT,
                        STR_ARG(say_period(arena, c->period)), STR_ARG(say_window(c)));
    *would = STR("a period before the first displayed month");
    return c->place == PERIOD_BEFORE;
}

static bool rule_refused(const Case *c, Str *why, Str *would) {
    Arena *arena = c->desk->arena;
    *would = STR("documents for the line, none of them accepted");
    if (c->line->accepted.len)
        *why = arena_printf(arena, "an accepted document supports the line: " STR_FMT,
                            STR_ARG(say_names(arena, &c->line->accepted)));
    else if (!c->line->refused.len)
        *why = STR("no document was given for the line");
    else
        *why = arena_printf(arena, "none of the documents is accepted: " STR_FMT,
                            STR_ARG(say_names(arena, &c->line->refused)));
    return c->line->refused.len && !c->line->accepted.len;
}

static bool rule_await(const Case *c, Str *why, Str *would) {
    Arena *arena = c->desk->arena;
    Str period = say_period(arena, c->period);
    Str day = date_iso(arena, calendar_displayed_from(c->desk->year, c->period));
    *would = STR("a period after the last displayed month");
    *why = arena_printf(arena, STR_FMT " %s from " STR_FMT, STR_ARG(period),
                        c->place == PERIOD_NOT_YET ? "will be displayed" : "has been displayed", STR_ARG(day));
    return c->place == PERIOD_NOT_YET;
}

static bool rule_invoice(const Case *c, Str *why, Str *would) {
    *would = STR("no accepted invoice for the line");
    *why = c->line->accepted.len ? arena_printf(c->desk->arena, "there is an accepted invoice: " STR_FMT,
                                                STR_ARG(say_names(c->desk->arena, &c->line->accepted)))
                                 : STR("there is no accepted invoice");
    return !c->line->accepted.len;
}

static bool rule_escalate(const Case *c, Str *why, Str *would) {
    *would = STR("an accepted invoice for values that the dashboard lacks or shows differently");
    *why = arena_printf(c->desk->arena, "an accepted invoice supports the claim, and " STR_FMT, STR_ARG(say_row(c)));
    return true;
}

static const struct Rule {
    Decision decision;
    bool (*holds)(const Case *c, Str *why, Str *would);
} rules[] = {
    {DECISION_REVIEW, rule_review},
    {DECISION_REQUEST_INFORMATION, rule_information},
    {DECISION_NO_DISCREPANCY, rule_no_discrepancy},
    {DECISION_EXPLAIN_DIFFERENCE, rule_explain},
    {DECISION_OUTSIDE_WINDOW, rule_outside},
    {DECISION_REQUEST_INVOICE, rule_refused},
    {DECISION_AWAIT_REFRESH, rule_await},
    {DECISION_REQUEST_INVOICE, rule_invoice},
    {DECISION_ESCALATE_ADJUSTMENT, rule_escalate},
};
#define RULES (sizeof rules / sizeof *rules)

Decision rules_apply(const Case *c) {
    size_t first = RULES;
    for (size_t i = 0; i < RULES; i++) {
        Step *step = VEC_PUSH(c->desk->arena, &c->line->steps);
        step->rule = (int)i + 1;
        if (first < i) { /* with a detail missing the later rules have nothing to look at */
            step->why = arena_printf(c->desk->arena, "not reached: rule %zu decided", first + 1);
            continue;
        }
        step->held = rules[i].holds(c, &step->why, &step->would);
        if (step->held)
            first = i;
    }
    return rules[first < RULES ? first : RULES - 1].decision;
}
