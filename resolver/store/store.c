#include "store/store.h"

#include <glib.h>

#include "store/digest.h"
#include "base/banned.h"

/* Chains are linked by row numbers; NONE ends them. */
#define NONE UINT32_MAX

/* Rows that share a key, in the order of the dashboard. */
typedef struct Chain {
    uint32_t first, last; /* first NONE: a free slot */
} Chain;

typedef struct Index {
    Chain *slots;
    size_t used, size; /* size is a power of two */
    uint32_t *next;    /* by row number */
} Index;

/* How often an identical row stands. */
typedef struct Copies {
    uint32_t row;   /* one of them; NONE: a free slot */
    uint32_t file;  /* the file counted last */
    uint32_t here;  /* in that file */
    uint32_t most;  /* in any one file: so often it is in the store */
} Copies;

struct Store {
    Arena *arena;   /* texts */
    Arena *scratch; /* of one row at a time */
    Row *rows;
    uint64_t *partners; /* by row number: digest of the folded partner id, 0 without one */
    uint64_t *purchases; /* by row number: digest of partner, period, type and units */
    size_t count, cap;
    uint32_t file;
    Index numbers, like;
    Copies *copies;
    size_t copies_used, copies_size;
    GHashTable *texts; /* interned Str -> itself */
    Row last;          /* its texts, interned */
    uint64_t first_partner; /* digest; 0: no row names one */
    Str only_partner;
    bool several_partners;
};

#define SIZE_FIRST ((size_t)1024)

/* ---- interned texts ---- */

static guint text_hash(gconstpointer text) {
    return (guint)digest_text(*(const Str *)text);
}

static gboolean text_equal(gconstpointer a, gconstpointer b) {
    return str_eq(*(const Str *)a, *(const Str *)b);
}

/* Of one column: rows that follow each other often say the same. */
static Str intern(Store *store, Str *last, Str text) {
    if (!str_given(text))
        return STR_NONE;
    if (str_given(*last) && str_eq(*last, text))
        return *last;
    Str *known = g_hash_table_lookup(store->texts, &text);
    if (!known) {
        known = ARENA_NEW(store->arena, Str);
        *known = arena_str(store->arena, text);
        g_hash_table_add(store->texts, known);
    }
    return *last = *known;
}

/* ---- the two indexes ---- */

typedef bool SameKey(const Store *store, uint32_t row, const void *key);

static bool same_number(const Store *store, uint32_t row, const void *key) {
    return str_eq(store->rows[row].folded, *(const Str *)key);
}

/* 64 bits are enough; what is found is compared whole by who asked. */
static bool same_purchase(const Store *store, uint32_t row, const void *key) {
    return store->purchases[row] == *(const uint64_t *)key;
}

static Chain *index_slot(const Store *store, const Index *index, uint64_t hash, SameKey *same, const void *key) {
    size_t at = hash & (index->size - 1);
    while (index->slots[at].first != NONE && !same(store, index->slots[at].first, key))
        at = (at + 1) & (index->size - 1);
    return &index->slots[at];
}

static Chain *chains_new(size_t n) {
    Chain *chains = g_new(Chain, n);
    for (size_t i = 0; i < n; i++)
        chains[i] = (Chain){NONE, NONE};
    return chains;
}

static uint64_t number_hash(const Store *store, uint32_t row) {
    return digest_text(store->rows[row].folded);
}

static uint64_t purchase_hash(const Store *store, uint32_t row) {
    return store->purchases[row];
}

/* More slots; the chains themselves stay. */
static void index_grow(const Store *store, Index *index, size_t size, uint64_t (*hash)(const Store *, uint32_t)) {
    Index old = *index;
    index->size = size;
    index->slots = chains_new(index->size);
    for (size_t i = 0; i < old.size; i++) {
        if (old.slots[i].first == NONE)
            continue;
        size_t at = hash(store, old.slots[i].first) & (index->size - 1);
        while (index->slots[at].first != NONE)
            at = (at + 1) & (index->size - 1);
        index->slots[at] = old.slots[i];
    }
    g_free(old.slots);
}

static void index_add(const Store *store, Index *index, uint32_t row, uint64_t (*hash)(const Store *, uint32_t),
                      SameKey *same, const void *key) {
    if (index->used * 2 >= index->size)
        index_grow(store, index, index->size * 2, hash);
    Chain *chain = index_slot(store, index, hash(store, row), same, key);
    index->next[row] = NONE;
    if (chain->first == NONE) {
        chain->first = row;
        index->used++;
    } else {
        index->next[chain->last] = row;
    }
    chain->last = row;
}

static void index_give(const Store *store, const Index *index, const Chain *chain, Arena *arena, RowRefs *out) {
    for (uint32_t row = chain->first; row != NONE; row = index->next[row])
        *VEC_PUSH(arena, out) = &store->rows[row];
}

/* ---- identical rows ---- */

/* Without trailing zeros: equal values have one digest. */
static uint64_t decimal_digest(Decimal d) {
    while (d.scale && d.units % 10 == 0) {
        d.units /= 10;
        d.scale--;
    }
    return digest_mix((uint64_t)d.units, d.scale);
}

static uint64_t row_digest(const Row *row, uint64_t partner) {
    uint64_t h = digest_mix(digest_mix(partner, (uint64_t)row->year), (uint64_t)row->month);
    h = digest_mix(digest_mix(h, digest_text(row->folded)), digest_text(row->omlp_type));
    h = digest_mix(digest_mix(h, decimal_digest(row->units)), decimal_digest(row->kpi));
    return digest_mix(digest_mix(h, decimal_digest(row->revenue)), digest_text(row->currency));
}

static bool rows_identical(const Row *a, const Row *b) {
    return a->year == b->year && a->month == b->month && str_eq(a->omlp_type, b->omlp_type) &&
           str_eq(a->folded, b->folded) && str_eq(a->currency, b->currency) && !decimal_cmp(a->units, b->units) &&
           !decimal_cmp(a->kpi, b->kpi) && !decimal_cmp(a->revenue, b->revenue);
}

bool store_rows_identical(Arena *arena, const Row *a, const Row *b) {
    return rows_identical(a, b) && str_eq(number_fold(arena, a->partner_id), number_fold(arena, b->partner_id));
}

static void copies_clear(Copies *copies, size_t n) {
    for (size_t i = 0; i < n; i++)
        copies[i] = (Copies){.row = NONE};
}

static Copies *copies_slot(const Store *store, const Row *row, uint64_t partner) {
    size_t at = row_digest(row, partner) & (store->copies_size - 1);
    for (;; at = (at + 1) & (store->copies_size - 1)) {
        Copies *slot = &store->copies[at];
        if (slot->row == NONE ||
            (store->partners[slot->row] == partner && rows_identical(&store->rows[slot->row], row)))
            return slot;
    }
}

static void copies_grow(Store *store, size_t size) {
    Copies *old = store->copies;
    size_t n = store->copies_size;
    store->copies_size = size;
    store->copies = g_new(Copies, store->copies_size);
    copies_clear(store->copies, store->copies_size);
    for (size_t i = 0; i < n; i++)
        if (old[i].row != NONE)
            *copies_slot(store, &store->rows[old[i].row], store->partners[old[i].row]) = old[i];
    g_free(old);
}

/* Is it a row that no file before has? Counts it. `row` will be number store->count when it is. */
static bool copies_count(Store *store, const Row *row, uint64_t partner) {
    if (store->copies_used * 2 >= store->copies_size)
        copies_grow(store, store->copies_size * 2);
    Copies *slot = copies_slot(store, row, partner);
    if (slot->row == NONE) {
        *slot = (Copies){(uint32_t)store->count, store->file, 1, 1};
        store->copies_used++;
        return true;
    }
    if (slot->file != store->file) {
        slot->file = store->file;
        slot->here = 0;
    }
    if (++slot->here <= slot->most)
        return false;
    slot->most = slot->here;
    return true;
}

/* ---- filling ---- */

Store *store_new(void) {
    Store *store = g_new0(Store, 1);
    store->arena = arena_new();
    store->scratch = arena_new();
    store->texts = g_hash_table_new(text_hash, text_equal);
    store->numbers.size = store->like.size = store->copies_size = SIZE_FIRST;
    store->numbers.slots = chains_new(SIZE_FIRST);
    store->like.slots = chains_new(SIZE_FIRST);
    store->copies = g_new(Copies, SIZE_FIRST);
    copies_clear(store->copies, SIZE_FIRST);
    return store;
}

void store_free(Store **store) {
    if (!*store)
        return;
    Store *s = *store;
    arena_free(&s->arena);
    arena_free(&s->scratch);
    g_hash_table_destroy(s->texts);
    g_free(s->rows);
    g_free(s->partners);
    g_free(s->purchases);
    g_free(s->numbers.slots);
    g_free(s->numbers.next);
    g_free(s->like.slots);
    g_free(s->like.next);
    g_free(s->copies);
    g_free(s);
    *store = NULL;
}

/* Room for n more rows, also in the tables, so that they need not grow step by step. */
static void rows_reserve(Store *store, size_t n) {
    size_t wanted = store->count + n, size = SIZE_FIRST;
    if (wanted <= store->cap)
        return;
    while (size < wanted * 2)
        size *= 2;
    if (size > store->numbers.size)
        index_grow(store, &store->numbers, size, number_hash);
    if (size > store->copies_size)
        copies_grow(store, size);
    store->cap = MAX(wanted, store->cap * 2);
    store->rows = g_renew(Row, store->rows, store->cap);
    store->partners = g_renew(uint64_t, store->partners, store->cap);
    store->purchases = g_renew(uint64_t, store->purchases, store->cap);
    store->numbers.next = g_renew(uint32_t, store->numbers.next, store->cap);
    store->like.next = g_renew(uint32_t, store->like.next, store->cap);
}

static void partner_note(Store *store, Str partner_id, uint64_t partner) {
    if (!partner)
        return;
    if (!store->first_partner) {
        store->first_partner = partner;
        store->only_partner = partner_id;
    } else if (store->first_partner != partner) {
        store->several_partners = true;
    }
}

static void row_add(Store *store, const Row *given) {
    Row row = *given;
    arena_clear(store->scratch);
    row.folded = number_fold(store->scratch, given->invoice_number);
    uint64_t partner = digest_partner(store->scratch, given->partner_id);
    if (!copies_count(store, &row, partner))
        return;
    row.partner_id = intern(store, &store->last.partner_id, given->partner_id);
    row.omlp_type = intern(store, &store->last.omlp_type, given->omlp_type);
    row.currency = intern(store, &store->last.currency, given->currency);
    row.source = intern(store, &store->last.source, given->source);
    row.invoice_number = arena_str(store->arena, given->invoice_number);
    row.folded = str_eq(row.folded, row.invoice_number) ? row.invoice_number : arena_str(store->arena, row.folded);
    uint32_t at = (uint32_t)store->count++;
    store->rows[at] = row;
    store->partners[at] = partner;
    store->purchases[at] = digest_purchase(store->scratch, partner, &row);
    partner_note(store, row.partner_id, partner);
    index_add(store, &store->numbers, at, number_hash, same_number, &row.folded);
    index_add(store, &store->like, at, purchase_hash, same_purchase, &store->purchases[at]);
}

void store_add(Store *store, const Row *rows, size_t n) {
    store->file++;
    if (n >= NONE - store->count)
        g_error("store: more than %u rows", NONE - 1);
    rows_reserve(store, n);
    for (size_t i = 0; i < n; i++)
        row_add(store, &rows[i]);
}

size_t store_count(const Store *store) {
    return store->count;
}

const Row *store_row(const Store *store, size_t i) {
    return &store->rows[i];
}

/* ---- asking ---- */

static void by_number(void *data, Arena *arena, Str folded, RowRefs *out) {
    const Store *store = data;
    const Chain *chain = index_slot(store, &store->numbers, digest_text(folded), same_number, &folded);
    index_give(store, &store->numbers, chain, arena, out);
}

static void by_purchase(void *data, Arena *arena, const Row *like, RowRefs *out) {
    const Store *store = data;
    uint64_t key = digest_purchase(arena, digest_partner(arena, like->partner_id), like);
    index_give(store, &store->like, index_slot(store, &store->like, key, same_purchase, &key), arena, out);
}

static Str only_partner(void *data, bool *unnamed) {
    const Store *store = data;
    *unnamed = store->count > 0 && !store->first_partner;
    return store->several_partners ? STR_NONE : store->only_partner;
}

RowLookup store_lookup(Store *store) {
    return (RowLookup){.store = store, .by_number = by_number, .by_purchase = by_purchase, .only_partner = only_partner,
                       .no_dashboard = store->file == 0};
}
