#include "parsers/trie.h"

#include <glib.h>
#include <stdlib.h>

#include "base/banned.h"

#define SYMBOL_SEPARATOR 256
#define SYMBOL_STAR 257

/* A phrase as symbols: bytes, and the two above; its entry stands where it ends. */
typedef struct Phrase {
    uint32_t first, len; /* in the builder's symbols */
    Entry entry;
} Phrase;

struct TrieBuilder {
    uint16_t *symbols; /* of all phrases, one behind the other */
    uint32_t used, room;
    GArray *phrases;   /* Phrase */
};

TrieBuilder *trie_builder_new(void) {
    TrieBuilder *builder = g_new0(TrieBuilder, 1);
    builder->room = 1 << 16;
    builder->symbols = g_new(uint16_t, builder->room);
    builder->phrases = g_array_sized_new(FALSE, FALSE, sizeof(Phrase), 1 << 14);
    return builder;
}

void trie_builder_add(TrieBuilder *builder, Str phrase, bool degree_as_o, Entry entry) {
    while (builder->room - builder->used < 2 * phrase.len + 1) {
        builder->room *= 2;
        builder->symbols = g_renew(uint16_t, builder->symbols, builder->room);
    }
    uint32_t first = builder->used, end = first;
    bool pending = false;
    for (size_t i = 0; i < phrase.len && end - first < TRIE_DEPTH_MAX - 1; i++) {
        uint16_t symbol = (unsigned char)phrase.data[i];
        if (trie_is_separator((char)symbol)) {
            pending = end > first;
            continue;
        }
        if (pending)
            builder->symbols[end++] = SYMBOL_SEPARATOR;
        pending = false;
        if (degree_as_o && symbol == 0xC2 && i + 1 < phrase.len && (unsigned char)phrase.data[i + 1] == 0xB0) {
            symbol = 'o';
            i++;
        }
        builder->symbols[end++] = symbol == '*' ? SYMBOL_STAR : symbol;
    }
    builder->used = end;
    if (end > first) {
        Phrase put = {first, end - first, entry};
        g_array_append_val(builder->phrases, put);
    }
}

static int by_symbols(const void *a, const void *b, void *symbols) {
    const Phrase *x = a, *y = b;
    const uint16_t *s = symbols, *p = s + x->first, *q = s + y->first;
    uint32_t n = MIN(x->len, y->len);
    for (uint32_t i = 0; i < n; i++)
        if (p[i] != q[i])
            return p[i] < q[i] ? -1 : 1;
    if (x->len != y->len)
        return x->len < y->len ? -1 : 1;
    int group = (int)x->entry.group - (int)y->entry.group;
    return group ? group : (int)x->entry.key - (int)y->entry.key;
}

/* A node to be made: the sorted phrases [first, last) that agree in their first `depth` symbols. */
typedef struct Range {
    uint32_t first, last, depth;
} Range;

/* The phrases that end here; the same entry in several languages is one. */
static uint32_t put_entries(Node *node, const Phrase *phrases, Range range, Entry *entries) {
    uint32_t i = range.first;
    for (; i < range.last && phrases[i].len == range.depth; i++) {
        Entry *last = node->entries ? &entries[node->first_entry + node->entries - 1] : NULL;
        if (last && last->group == phrases[i].entry.group && last->key == phrases[i].entry.key)
            last->languages |= phrases[i].entry.languages;
        else
            entries[node->first_entry + node->entries++] = phrases[i].entry;
    }
    return i;
}

static void put_child(Trie *trie, Node *node, uint16_t symbol) {
    uint32_t child = trie->node_count++;
    if (symbol == SYMBOL_SEPARATOR) {
        node->separator = true;
    } else if (symbol == SYMBOL_STAR) {
        node->star = true;
    } else {
        trie->bytes[child] = (uint8_t)symbol;
        node->edges++;
    }
}

/* Breadth first, so that the children of a node come out side by side, and in the order of their symbols. */
static void put_nodes(Trie *trie, const Phrase *phrases, uint32_t n, const uint16_t *symbols, Range *ranges) {
    trie->node_count = 1;
    ranges[0] = (Range){0, n, 0};
    for (uint32_t at = 0; at < trie->node_count; at++) {
        Range range = ranges[at];
        Node *node = &trie->nodes[at];
        *node = (Node){.first_child = trie->node_count, .first_entry = trie->entry_count};
        uint32_t i = put_entries(node, phrases, range, trie->entries);
        trie->entry_count += node->entries;
        while (i < range.last) {
            uint16_t symbol = symbols[phrases[i].first + range.depth];
            uint32_t first = i;
            while (i < range.last && symbols[phrases[i].first + range.depth] == symbol)
                i++;
            ranges[trie->node_count] = (Range){first, i, range.depth + 1};
            put_child(trie, node, symbol);
        }
    }
}

/* From the leaves up: children stand behind their node. */
static void learn_groups(Trie *trie) {
    for (uint32_t at = trie->node_count; at-- > 0;) {
        Node *node = &trie->nodes[at];
        for (uint32_t i = 0; i < node->entries; i++)
            node->groups |= (uint16_t)(1u << trie->entries[node->first_entry + i].group);
        for (uint32_t i = 0; i < node_children(node); i++)
            node->groups |= trie->nodes[node->first_child + i].groups;
    }
}

Trie trie_build(TrieBuilder **builder) {
    Phrase *phrases = (Phrase *)(*builder)->phrases->data;
    uint32_t n = (*builder)->phrases->len, most = (*builder)->used + 1; /* nodes: one a symbol, and the root */
    g_qsort_with_data(phrases, (int)n, sizeof *phrases, (GCompareDataFunc)by_symbols, (*builder)->symbols);
    Trie trie = {.nodes = g_new(Node, most), .bytes = g_new0(uint8_t, most), .entries = g_new(Entry, n + 1)};
    Range *ranges = g_new(Range, most);
    put_nodes(&trie, phrases, n, (*builder)->symbols, ranges);
    learn_groups(&trie);
    trie.nodes = g_renew(Node, trie.nodes, trie.node_count);
    trie.bytes = g_renew(uint8_t, trie.bytes, trie.node_count);
    g_free(ranges);
    g_free((*builder)->symbols);
    g_array_free((*builder)->phrases, TRUE);
    g_free(*builder);
    *builder = NULL;
    return trie;
}

void trie_clear(Trie *trie) {
    g_free(trie->nodes);
    g_free(trie->bytes);
    g_free(trie->entries);
    *trie = (Trie){0};
}
