/* The trie of the lexicon: how phrases are kept, shared by its builder (trie.c) and its matcher (lexicon.c). */
#ifndef PARSERS_TRIE_H
#define PARSERS_TRIE_H

#include <stdint.h>

#include "base/str.h"

/* What a phrase says: a key of a group, in the languages (1u << Language) whose files hold it. */
typedef struct Entry {
    uint16_t key, group;
    uint32_t languages;
} Entry;

/* A node; its children stand side by side behind all children of the nodes before it: first those by a byte, sorted,
 * then the one that stands between two words, then the one for any further letters. Node 0 is the root. */
typedef struct Node {
    uint32_t first_child, first_entry;
    uint16_t entries;   /* of the phrases that end here: entries[first_entry ...] */
    uint16_t groups;    /* 1u << group of each phrase that ends here or further on: what is not wanted is not followed */
    uint8_t edges;      /* children by a byte */
    bool separator : 1; /* is there that child? */
    bool star : 1;
} Node;

typedef struct Trie {
    Node *nodes;
    uint8_t *bytes; /* of each node: the byte that leads to it; 0 for other ways */
    Entry *entries;
    uint32_t node_count, entry_count;
} Trie;

#define TRIE_DEPTH_MAX 1024 /* symbols of a phrase; what lies behind is cut */

static inline uint32_t node_children(const Node *node) {
    return (uint32_t)node->edges + node->separator + node->star;
}
/* 0 when there is none: the root is nobody's child. */
static inline uint32_t node_separator(const Node *node) {
    return node->separator ? node->first_child + node->edges : 0;
}
static inline uint32_t node_star(const Node *node) {
    return node->star ? node->first_child + node->edges + node->separator : 0;
}

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
