#include "report/tally.h"

#include "base/banned.h"

struct Tally {
    GHashTable *counts; /* char * -> size_t in the pointer */
};

Tally *tally_new(void) {
    Tally *tally = g_new0(Tally, 1);
    tally->counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return tally;
}

void tally_free(Tally **tally) {
    if (*tally)
        g_hash_table_unref((*tally)->counts);
    g_clear_pointer(tally, g_free);
}

void tally_add(Tally *tally, Str word) {
    g_autofree char *key = g_strndup(word.data ? word.data : "", word.len);
    size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(tally->counts, key));
    g_hash_table_insert(tally->counts, g_steal_pointer(&key), GSIZE_TO_POINTER(count + 1));
}

size_t tally_count(const Tally *tally, Str word) {
    g_autofree char *key = g_strndup(word.data ? word.data : "", word.len);
    return GPOINTER_TO_SIZE(g_hash_table_lookup(tally->counts, key));
}

static gint by_word(gconstpointer a, gconstpointer b) {
    return g_strcmp0(((const TallyItem *)a)->word, ((const TallyItem *)b)->word);
}

static gint by_count(gconstpointer a, gconstpointer b) {
    const TallyItem *x = a, *y = b;
    return x->count != y->count ? (x->count < y->count) - (x->count > y->count) : by_word(a, b);
}

GArray *tally_items(const Tally *tally, TallyOrder order) {
    GArray *items = g_array_new(FALSE, FALSE, sizeof(TallyItem));
    GHashTableIter each;
    gpointer word, count;
    g_hash_table_iter_init(&each, tally->counts);
    while (g_hash_table_iter_next(&each, &word, &count)) {
        TallyItem item = {word, GPOINTER_TO_SIZE(count)};
        g_array_append_val(items, item);
    }
    g_array_sort(items, order == TALLY_BY_WORD ? by_word : by_count);
    return items;
}
