/* The nine rules of contract section 6, in their order. Each says whether it holds, and why. */
#include "match/case.h"

#include "base/buf.h"
#include "base/banned.h"

Str details_list(Arena *arena, unsigned details) {
    Buf buf = {.arena = arena};
    for (int detail = 0; detail <= DETAIL_COUNT; detail++) {
        if (!(details & DETAIL_BIT(detail)))
            continue;
        buf_printf(&buf, "%s%s", buf.len ? ", " : "",
                   detail < DETAIL_COUNT ? detail_word((Detail)detail) : "partner_id");
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
                   STR_ARG(detail == DETAIL_MONTH ? date_iso(arena, (Date){row->year, row->month, 0}) : row_detail(arena, row, (Detail)detail)));
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

/* ---- the rules: whether each holds, and in words why and what would make it hold ---- */

static bool review_holds(const Case *c) {
    return c->found.other_partner || c->effective.ambiguous || c->credit_note || case_only_currency_differs(c);
}

static Str review_why(const Case *c) {
    Arena *arena = c->desk->arena;
    if (c->found.other_partner)
        return STR("the number is on the dashboard, but only under another partner");
    if (c->effective.contradicted)
        return arena_printf(arena, "the accepted invoices contradict each other on " STR_FMT,
                            STR_ARG(details_list(arena, c->effective.contradicted)));
    if (c->effective.ambiguous)
        return arena_printf(arena, "the ticket gives two values for " STR_FMT " and nothing settles which is meant",
                            STR_ARG(details_list(arena, c->effective.ambiguous)));
    if (c->credit_note)
        return arena_printf(arena, "the credit note " STR_FMT " stands against the accepted invoice",
                            STR_ARG(c->credit_note->name));
    if (case_only_currency_differs(c))
        return arena_printf(arena, "a row agrees in all but one: " STR_FMT, STR_ARG(say_differences(c)));
    return STR("nothing is contradictory, and no row is another partner's");
}

static bool information_holds(const Case *c) {
    return c->line->missing != 0;
}

static Str information_why(const Case *c) {
    Arena *arena = c->desk->arena;
    if (!c->line->missing)
        return STR("all seven details and the partner are known");
    return arena_printf(arena, "still missing: " STR_FMT, STR_ARG(details_list(arena, c->line->missing)));
}

static bool row_agrees_by_number(const Case *c) {
    return case_row_agrees(c) && !c->found.near;
}

static bool no_discrepancy_holds(const Case *c) {
    return row_agrees_by_number(c) && c->claim_agrees;
}

static Str no_discrepancy_why(const Case *c) {
    Arena *arena = c->desk->arena;
    if (!row_agrees_by_number(c) || c->claim_agrees)
        return say_row(c);
    return arena_printf(arena,
                        "the row agrees with the invoice, but the claim as written did not: the invoice changed " STR_FMT,
                        STR_ARG(details_list(arena, c->effective.changed)));
}

static bool explain_holds(const Case *c) {
    return case_row_agrees(c) && (!c->found.near || !c->number_supported);
}

static Str explain_why(const Case *c) {
    Arena *arena = c->desk->arena;
    if (!case_row_agrees(c))
        return say_row(c);
    if (!c->found.near)
        return STR("the row agrees with the accepted invoice, which settles what the claim said differently");
    return arena_printf(arena, "the row bears " STR_FMT " instead of " STR_FMT " and agrees in everything else; %s",
                        STR_ARG(c->found.row.invoice_number),
                        STR_ARG(detail_str(arena, &c->effective.details, DETAIL_INVOICE_NUMBER)),
                        c->number_supported ? "but an accepted invoice bears the number of the claim"
                                            : "no accepted invoice bears the number of the claim");
}

static bool outside_holds(const Case *c) {
    return c->place == PERIOD_BEFORE;
}

static Str outside_why(const Case *c) {
    Arena *arena = c->desk->arena;
    return arena_printf(arena, "the period is " STR_FMT ", displayed are " STR_FMT,
                        STR_ARG(say_period(arena, c->period)), STR_ARG(say_window(c)));
}

static bool refused_holds(const Case *c) {
    return c->line->refused.len && !c->line->accepted.len;
}

static Str refused_why(const Case *c) {
    Arena *arena = c->desk->arena;
    if (c->line->accepted.len)
        return arena_printf(arena, "an accepted document supports the line: " STR_FMT,
                            STR_ARG(say_names(arena, &c->line->accepted)));
    if (!c->line->refused.len)
        return STR("no document was given for the line");
    return arena_printf(arena, "none of the documents is accepted: " STR_FMT,
                        STR_ARG(say_names(arena, &c->line->refused)));
}

static bool await_holds(const Case *c) {
    return c->place == PERIOD_NOT_YET;
}

static Str await_why(const Case *c) {
    Arena *arena = c->desk->arena;
    return arena_printf(arena, STR_FMT " %s from " STR_FMT, STR_ARG(say_period(arena, c->period)),
                        c->place == PERIOD_NOT_YET ? "will be displayed" : "has been displayed",
                        STR_ARG(date_iso(arena, calendar_displayed_from(c->desk->year, c->period))));
}

static bool invoice_holds(const Case *c) {
    return !c->line->accepted.len;
}

static Str invoice_why(const Case *c) {
    if (!c->line->accepted.len)
        return STR("there is no accepted invoice");
    return arena_printf(c->desk->arena, "there is an accepted invoice: " STR_FMT,
                        STR_ARG(say_names(c->desk->arena, &c->line->accepted)));
}

static bool escalate_holds(const Case *c) {
    (void)c; /* the last rule takes what is left */
    return true;
}

static Str escalate_why(const Case *c) {
    return arena_printf(c->desk->arena, "an accepted invoice supports the claim, and " STR_FMT, STR_ARG(say_row(c)));
}

static const struct Rule {
    Decision decision;
    bool (*holds)(const Case *c);
    Str (*why)(const Case *c);
    const char *would; /* what would make it hold */
} rules[] = {
    {DECISION_REVIEW, review_holds, review_why,
     "another partner's row of that number, two values that nothing settles, contradicting invoices, a credit note "
     "against the accepted invoice, or a row that differs in its currency alone"},
    {DECISION_REQUEST_INFORMATION, information_holds, information_why,
     "a detail that neither the ticket nor an accepted invoice gives"},
    {DECISION_NO_DISCREPANCY, no_discrepancy_holds, no_discrepancy_why,
     "a row of that number that agrees on every compared value, with the invoice and with the claim as written"},
    {DECISION_EXPLAIN_DIFFERENCE, explain_holds, explain_why,
     "a row that agrees with the accepted invoice but not with the claim, or one that differs only slightly in its "
     "number while no accepted invoice bears the claimed one"},
    {DECISION_OUTSIDE_WINDOW, outside_holds, outside_why, "a period before the first displayed month"},
    {DECISION_REQUEST_INVOICE, refused_holds, refused_why, "documents for the line, none of them accepted"},
    {DECISION_AWAIT_REFRESH, await_holds, await_why, "a period after the last displayed month"},
    {DECISION_REQUEST_INVOICE, invoice_holds, invoice_why, "no accepted invoice for the line"},
    {DECISION_ESCALATE_ADJUSTMENT, escalate_holds, escalate_why,
     "an accepted invoice for values that the dashboard lacks or shows differently"},
};
#define RULES (sizeof rules / sizeof *rules)

/* The rules behind the one that decided are not tried: with a detail missing they would have nothing to look at. */
static void steps_add(const Case *c, size_t decided) {
    for (size_t i = 0; i < RULES; i++) {
        Step *step = VEC_PUSH(c->desk->arena, &c->line->steps);
        *step = (Step){.rule = (int)i + 1, .held = i == decided, .would = str_of(rules[i].would)};
        step->why = i <= decided ? rules[i].why(c)
                                 : arena_printf(c->desk->arena, "not reached: rule %zu decided", decided + 1);
    }
}

Decision rules_apply(const Case *c) {
    size_t i = 0;
    while (!rules[i].holds(c))
        i++;
    if (!c->desk->without_steps)
        steps_add(c, i);
    return rules[i].decision;
}
