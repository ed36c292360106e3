/* Any bytes as a dashboard: read, stored, looked up. What comes out must hold what the contract promises. */
#include <stdlib.h>

#include "parsers/dashboard.h"
#include "store/store.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_row(const Row *row) {
    g_assert(row->month >= 1 && row->month <= 12 && row->year >= 1 && row->year <= 9999);
    g_assert(decimal_is_int(row->units));
    g_assert(row->invoice_number.len > 0 && row->omlp_type.len > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static Lexicon *lexicon;
    if (!lexicon)
        lexicon = lexicon_load("parsers/lexicon", NULL);
    g_assert(lexicon);
    Arena *arena = arena_new();
    Store *store = store_new();
    Dashboard dashboard;
    GError *error = NULL;
    if (dashboard_read(lexicon, arena, STR("fuzz"), (Str){(const char *)data, size}, &dashboard, &error)) {
        store_add(store, dashboard.rows.items, dashboard.rows.len);
        store_add(store, dashboard.rows.items, dashboard.rows.len);
        g_assert_cmpuint(store_count(store), ==, dashboard.rows.len);
        RowLookup lookup = store_lookup(store);
        for (size_t i = 0; i < store_count(store); i++) {
            const Row *row = store_row(store, i);
            RowRefs rows = {0};
            check_row(row);
            lookup.by_number(lookup.store, arena, row->folded, &rows);
            g_assert(rows.len > 0);
        }
    } else {
        g_assert(error);
        g_clear_error(&error);
    }
    store_free(&store);
    arena_free(&arena);
    return 0;
}
