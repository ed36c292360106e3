/* Unwrap: what an API wraps around the rows of a dashboard, taken off. A page of JSON or NDJSON becomes one object a line, which
 * is what the dashboard reader takes; where the next page is, is told beside.
 *
 * Members of members are named by their path ("invoice.number"); rows that are arrays take their names from the first one. */
#ifndef CONNECT_UNWRAP_H
#define CONNECT_UNWRAP_H

#include <glib.h>

#include "base/buf.h"
#include "model/model.h"

typedef struct UnwrapRules {
    Str rows; /* path of the rows; absent: found by the usual names */
    Str next; /* path of the next page's address or cursor; absent: found by the usual names */
    bool single;      /* nothing is to be said of further pages */
    bool cursor;      /* `next` is no address */
} UnwrapRules;

/* Of all pages of one dashboard. */
typedef struct UnwrapState {
    Str header;   /* the first row, where rows are arrays: its text */
    Strs names;
    size_t rows;  /* taken so far */
} UnwrapState;

typedef struct UnwrapPage {
    Str next;     /* absent when this is the last page, as far as the body says */
    size_t rows;  /* of this page */
    Str place;    /* where they were found: "value"; "" for the body itself */
} UnwrapPage;

/* It begins as JSON does. */
bool unwrap_is_json(Str body);
/* Adds the rows of a page to `out`. False and an error when the body is cut off or no JSON, the rows are not found, or it tells of
 * further pages in a way that nobody understands: they would be missed. `shown` names the page in messages. `arena` is the
 * page's, and another one than that of `out`, which keeps the state as well. */
bool unwrap_page(Arena *arena, Str shown, Str body, const UnwrapRules *rules, UnwrapState *state, Buf *out,
                   UnwrapPage *page, GError **error);

#endif
