/* A claim that the dashboard contradicts now may have been right when the partner looked: did an older refresh support it? */
#include "match/case.h"

#include "base/banned.h"

/* An older refresh, and which of its rows may be told of. */
typedef struct Own {
    const RowLookup *rows;
    bool named;   /* those that name a partner: find_row() keeps this one's of them */
    bool unnamed; /* those that name none */
} Own;

static void by_number(void *store, Arena *arena, Str folded, RowRefs *out) {
    const Own *own = store;
    size_t kept = 0;
    own->rows->by_number(own->rows->store, arena, folded, out);
    for (size_t i = 0; i < out->len; i++)
        if (str_empty(out->items[i]->partner_id) ? own->unnamed : own->named)
            out->items[kept++] = out->items[i];
    out->len = kept;
}

static bool names_nobody(const RowLookup *rows) {
    bool unnamed = false;
    rows->only_partner(rows->store, &unnamed);
    return unnamed;
}

/* A row without a partner is this one's only where no row names any, neither today nor then; else it may be anybody's. */
static bool agrees(const Case *c, const RowLookup *older) {
    const Desk *desk = c->desk;
    const Details *effective = &c->effective.details;
    Own own = {older, str_given(desk->partner_id), names_nobody(desk->rows) && names_nobody(older)};
    RowLookup rows = {.store = &own, .by_number = by_number};
    Found found;
    find_row(desk->arena, desk->year, &rows, desk->partner_id, effective, false, &found);
    return found.rows && !row_differences(desk->year, effective, &found.row) && !row_currency_differs(effective, &found.row);
}

/* What a refresh after the day of the reply showed nobody has seen yet. */
Date case_changed_since(const Case *c) {
    const RowLookup *rows = c->desk->rows;
    RowLookup older;
    Date date;
    bool contradicted = c->compared && (c->found.near || !case_row_agrees(c));
    for (size_t n = 0; contradicted && rows->older && rows->older(rows->store, n, &older, &date); n++)
        if (date_cmp(date, c->desk->as_of) <= 0 && agrees(c, &older))
            return date;
    return (Date){0};
}
