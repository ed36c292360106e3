#include "match/case.h"
#include "match/recognized.h"

#include "base/banned.h"

/* A credit note that belongs to a line with an accepted invoice stands against it: without a number in common it would
 * not belong (pair.h). */
static const Document *credit_note_of(const Line *line) {
    for (size_t i = 0; line->accepted.len && i < line->refused.len; i++)
        if (line->refused.items[i]->kind == KIND_CREDIT_NOTE)
            return line->refused.items[i];
    return NULL;
}

static bool number_supported(const Line *line, const Details *effective) {
    if (!detail_given(effective, DETAIL_INVOICE_NUMBER))
        return false;
    for (size_t i = 0; i < line->accepted.len; i++) {
        const Value number = {.text = line->accepted.items[i]->number};
        if (detail_same(DETAIL_INVOICE_NUMBER, &effective->value[DETAIL_INVOICE_NUMBER], &number))
            return true;
    }
    return false;
}

static void case_compare(Case *c) {
    const ProgrammeYear *year = c->desk->year;
    const Row *row = &c->found.row;
    c->differs = row_differences(year, &c->effective.details, row);
    c->currency_differs = row_currency_differs(&c->effective.details, row);
    c->claim_agrees = !row_differences(year, &c->line->claim->details, row) &&
                      !row_currency_differs(&c->line->claim->details, row);
}

static void case_find_row(Case *c) {
    const Desk *desk = c->desk;
    c->compared = !c->effective.ambiguous && !c->line->missing && !c->credit_note;
    if (!desk->partner_known)
        return;
    find_row(desk->arena, desk->year, desk->rows, desk->partner_id, &c->effective.details, c->compared, &c->found);
    if (c->compared && c->found.rows)
        case_compare(c);
}

static void case_place(Case *c) {
    c->period = effective_period(&c->effective.details);
    c->place = PERIOD_DISPLAYED;
    if (date_given(c->period))
        c->place = calendar_place(c->desk->year, c->desk->as_of, c->period);
    if (c->place == PERIOD_NOT_YET)
        c->line->displayed_from = calendar_displayed_from(c->desk->year, c->period);
}

static void case_doubt(Case *c) {
    unsigned doubt = recognized_doubt(c);
    c->effective.ambiguous |= doubt;
    c->effective.changed &= ~doubt;
    c->effective.details.given &= ~doubt;
}

void decide_line(const Desk *desk, Line *line) {
    Case c = {.desk = desk, .line = line};
    effective_read(desk->year, line->claim, &line->accepted, &c.effective);
    case_doubt(&c);
    line->claim = effective_claim(desk->arena, line->claim, &c.effective);
    line->effective = c.effective.details;
    line->missing = c.effective.missing | (desk->partner_known ? 0 : DETAIL_PARTNER_BIT);
    c.credit_note = credit_note_of(line);
    c.number_supported = number_supported(line, &c.effective.details);
    case_find_row(&c);
    case_place(&c);
    line->has_row = c.found.rows > 0;
    line->row = c.found.row;
    line->rows = c.found.rows;
    line->row_is_near = c.found.near;
    line->decision = rules_apply(&c);
    findings_add(&c);
}
