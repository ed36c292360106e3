/* A claim that the dashboard contradicts now may have been right when the partner looked: did an older refresh support it? */
#include "match/case.h"

#include "base/banned.h"

/* A row that names a partner is nobody's where the dashboard of today names none. */
static bool is_own(const Desk *desk, const Found *found) {
    return found->rows && (str_given(desk->partner_id) || str_empty(found->row.partner_id));
}

static bool agrees(const Case *c, const RowLookup *rows) {
    const Details *effective = &c->effective.details;
    Found found;
    find_row(c->desk->arena, c->desk->year, rows, c->desk->partner_id, effective, false, &found);
    return is_own(c->desk, &found) && !row_differences(c->desk->year, effective, &found.row) &&
           !row_currency_differs(effective, &found.row);
}

Date case_changed_since(const Case *c) {
    const RowLookup *rows = c->desk->rows;
    RowLookup older;
    Date date;
    bool contradicted = c->compared && (c->found.near || !case_row_agrees(c));
    for (size_t n = 0; contradicted && rows->older && rows->older(rows->store, n, &older, &date); n++)
        if (agrees(c, &older))
            return date;
    return (Date){0};
}
