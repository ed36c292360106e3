#include "parsers/trie.h"

#include <glib.h>
#include <stdlib.h>

#include "base/banned.h"

/* A phrase as symbols: bytes, TRIE_STAR and TRIE_SEPARATOR; its entry stands where it ends. */
typedef struct Phrase {
    uint32_t first, len; /* in the builder's symbols */
    Entry entry;
} Phrase;

struct TrieBuilder {
    uint8_t *symbols; /* of all phrases, one behind the other */
    uint32_t used, room;
    GArray *phrases;   /* Phrase */
};

TrieBuilder *trie_builder_new(void) {
    TrieBuilder *builder = g_new0(TrieBuilder, 1);
    builder->room = 1 << 16;
    builder->symbols = g_new(uint8_t, builder->room);
    builder->phrases = g_array_sized_new(FALSE, FALSE, sizeof(Phrase), 1 << 14);
    return builder;
}

void trie_builder_add(TrieBuilder *builder, Str phrase, bool degree_as_o, Entry entry) {
    while (builder->room - builder->used < 2 * phrase.len + 1) {
        builder->room *= 2;
        builder->symbols = g_renew(uint8_t, builder->symbols, builder->room);
    }
    uint32_t first = builder->used, end = first;
    bool pending = false;
    for (size_t i = 0; i < phrase.len && end - first < TRIE_DEPTH_MAX - 1; i++) {
        uint8_t symbol = (unsigned char)phrase.data[i];
        if (trie_is_separator((char)symbol)) {
            pending = end > first;
            continue;
        }
        if (pending)
            builder->symbols[end++] = TRIE_SEPARATOR;
        pending = false;
        if (degree_as_o && symbol == 0xC2 && i + 1 < phrase.len && (unsigned char)phrase.data[i + 1] == 0xB0) {
            symbol = 'o';
            i++;
        }
        builder->symbols[end++] = symbol == '*' ? TRIE_STAR : symbol;
    }
    builder->used = end;
    if (end > first) {
        Phrase put = {first, end - first, entry};
        g_array_append_val(builder->phrases, put);
    }
}

static int by_symbols(const void *a, const void *b, void *symbols) {
    const Phrase *x = a, *y = b;
    const uint8_t *s = symbols, *p = s + x->first, *q = s + y->first;
    uint32_t n = MIN(x->len, y->len);
    for (uint32_t i = 0; i < n; i++)
        if (p[i] != q[i])
            return p[i] < q[i] ? -1 : 1;
    if (x->len != y->len)
        return x->len < y->len ? -1 : 1;
    int group = (int)x->entry.group - (int)y->entry.group;
    return group ? group : (int)x->entry.key - (int)y->entry.key;
}

/* The phrases that are yet to be put: sorted, [first, last) agree in their first `depth` symbols. */
typedef struct Range {
    uint32_t first, last, depth;
} Range;

typedef struct Packer {
    const Phrase *phrases;
    const uint8_t *symbols; /* of the phrases */
    GByteArray *nodes;
    GArray *entries;        /* Entry */
} Packer;

static uint8_t symbol_of(const Packer *packer, uint32_t phrase, uint32_t depth) {
    return packer->symbols[packer->phrases[phrase].first + depth];
}

/* Sorted, the first and the last agree where all do; a run ends where a phrase does. */
static uint8_t run_length(const Packer *packer, Range range) {
    uint32_t run = 0;
    while (run < UINT8_MAX && packer->phrases[range.first].len > range.depth + run &&
           symbol_of(packer, range.first, range.depth + run) == symbol_of(packer, range.last - 1, range.depth + run))
        run++;
    return (uint8_t)run;
}

/* The phrases that end here; the same entry in several languages is one. What is left of the range follows. */
static uint8_t put_entries(Packer *packer, Range *range) {
    uint32_t before = packer->entries->len;
    for (; range->first < range->last && packer->phrases[range->first].len == range->depth; range->first++) {
        Entry entry = packer->phrases[range->first].entry;
        uint32_t count = packer->entries->len;
        Entry *last = count > before ? &g_array_index(packer->entries, Entry, count - 1) : NULL;
        if (last && last->group == entry.group && last->key == entry.key)
            last->languages |= entry.languages;
        else if (count - before < TRIE_ENTRIES_MAX)
            g_array_append_val(packer->entries, entry);
    }
    return (uint8_t)(packer->entries->len - before);
}

/* The phrases from range.first that go on with the same symbol. */
static Range same_symbol(const Packer *packer, Range range) {
    uint32_t last = range.first;
    while (last < range.last && symbol_of(packer, last, range.depth) == symbol_of(packer, range.first, range.depth))
        last++;
    return (Range){range.first, last, range.depth + 1};
}

/* The symbols that lead on from here, sorted: first the bytes, then star and separator. */
static void put_edges(Packer *packer, Range range, Node *node) {
    for (Range way; range.first < range.last; range.first = way.last) {
        uint8_t symbol = symbol_of(packer, range.first, range.depth);
        way = same_symbol(packer, range);
        if (symbol >= TRIE_STAR)
            node->ways |= symbol == TRIE_STAR ? TRIE_WAY_STAR : TRIE_WAY_SEPARATOR;
        else
            node->edges++;
        if (symbol < TRIE_STAR)
            g_byte_array_append(packer->nodes, &symbol, 1);
    }
}

/* A node and all behind it; the groups of its phrases. */
static uint16_t put_node(Packer *packer, Range range) {
    uint32_t at = packer->nodes->len, first_entry = packer->entries->len, links;
    Node node = {.run = at ? run_length(packer, range) : 0};
    g_byte_array_set_size(packer->nodes, at + (guint)sizeof node);
    g_byte_array_append(packer->nodes, packer->symbols + packer->phrases[range.first].first + range.depth, node.run);
    range.depth += node.run;
    node.entries = put_entries(packer, &range);
    for (uint32_t i = first_entry; i < packer->entries->len; i++)
        node.groups |= (uint16_t)(1u << g_array_index(packer->entries, Entry, i).group);
    put_edges(packer, range, &node);
    if (node.entries)
        g_byte_array_append(packer->nodes, (const guint8 *)&first_entry, sizeof first_entry);
    links = packer->nodes->len;
    g_byte_array_set_size(packer->nodes, links + trie_ways(node) * (guint)sizeof(uint32_t));
    for (Range way; range.first < range.last; links += (guint)sizeof(uint32_t), range.first = way.last) {
        uint32_t child = packer->nodes->len;
        way = same_symbol(packer, range);
        memcpy(packer->nodes->data + links, &child, sizeof child);
        node.groups |= put_node(packer, way);
    }
    memcpy(packer->nodes->data + at, &node, sizeof node);
    return node.groups;
}

Trie trie_build(TrieBuilder **builder) {
    GArray *phrases = (*builder)->phrases;
    g_qsort_with_data(phrases->data, (int)phrases->len, sizeof(Phrase), (GCompareDataFunc)by_symbols, (*builder)->symbols);
    Packer packer = {(const Phrase *)phrases->data, (*builder)->symbols, g_byte_array_new(),
                     g_array_new(FALSE, FALSE, sizeof(Entry))};
    static const Node nothing;
    if (phrases->len)
        put_node(&packer, (Range){0, phrases->len, 0});
    else
        g_byte_array_append(packer.nodes, (const guint8 *)&nothing, sizeof nothing);
    Trie trie = {.size = packer.nodes->len, .entry_count = packer.entries->len};
    g_byte_array_append(packer.nodes, (const guint8[TRIE_ROOM]){0}, TRIE_ROOM);
    trie.nodes = g_byte_array_free(packer.nodes, FALSE);
    trie.entries = (Entry *)(void *)g_array_free(packer.entries, FALSE);
    g_free((*builder)->symbols);
    g_array_free(phrases, TRUE);
    g_free(*builder);
    *builder = NULL;
    return trie;
}

void trie_clear(Trie *trie) {
    g_free(trie->nodes);
    g_free(trie->entries);
    *trie = (Trie){0};
}

/* ---- a trie from a file ---- */

typedef struct Proof {
    const Trie *trie;
    uint32_t entries; /* of the nodes so far */
} Proof;

/* The end of the node at `at` and all behind it; 0 when it is not of the form. */
static uint32_t node_end(Proof *proof, uint32_t at, uint32_t depth) {
    const Trie *trie = proof->trie;
    if (trie->size - at < sizeof(Node))
        return 0;
    const uint8_t *place = trie->nodes + at;
    Node node = trie_node(place);
    uint32_t links = (uint32_t)(trie_links(place, node) - place), end = links + trie_ways(node) * (uint32_t)sizeof(uint32_t);
    depth += node.run;
    if (node.ways & ~(TRIE_WAY_SEPARATOR | TRIE_WAY_STAR) || depth > TRIE_DEPTH_MAX || end > trie->size - at ||
        (node.entries && trie_first_entry(place, node) != proof->entries))
        return 0;
    proof->entries += node.entries;
    end += at;
    for (uint32_t i = 0; end && i < trie_ways(node); i++)
        end = trie_number(place + links + i * sizeof(uint32_t)) == end && end < trie->size ? node_end(proof, end, depth + 1) : 0;
    return end;
}

bool trie_holds(const Trie *trie) {
    Proof proof = {.trie = trie};
    return node_end(&proof, 0, 0) == trie->size && !trie_node(trie->nodes).run && proof.entries == trie->entry_count;
}
