/* The trie of the lexicon: how phrases are kept, shared by its builder (trie.c) and its matcher (lexicon.c). */
#ifndef PARSERS_TRIE_H
#define PARSERS_TRIE_H

#include <stdint.h>

#include "base/str.h"

typedef struct Entry {
    uint8_t group;
    int key;
    unsigned languages;
} Entry;

/* A node: its edges lie sorted in edges[first_edge ...], its entries in entries[first_entry ...]. */
typedef struct Node {
    uint32_t first_edge, first_entry;
    uint16_t edges, entries;
    uint32_t separator, star; /* between two words; any further letters; 0: none (the root is nobody's child) */
} Node;

typedef struct Edge {
    uint8_t byte;
    uint32_t node;
} Edge;

typedef struct Trie {
    Node *nodes;
    Edge *edges;
    Entry *entries;
} Trie;

typedef struct TrieBuilder TrieBuilder;

TrieBuilder *trie_builder_new(void);
/* One folded phrase. "*" and the separators between words become edges of their own; `degree_as_o` reads "°" as "o". */
void trie_builder_add(TrieBuilder *builder, Str phrase, bool degree_as_o, Entry entry);
/* The trie of all phrases, with GLib's memory: trie_clear() gives it back. Frees the builder. */
Trie trie_build(TrieBuilder **builder);
void trie_clear(Trie *trie);

/* Characters that may stand between two words of a phrase. */
static inline bool trie_is_separator(char c) {
    return c == ' ' || c == '\n' || c == '-' || c == '_' || c == '.' || c == '\'' || c == '/';
}

#endif
