/* The trie of the lexicon: how phrases are kept, shared by its builder (trie.c) and its matcher (lexicon.c).
 *
 * Half a million nodes of one byte each would be looked up all over a memory that no cache holds, so the trie is packed: what
 * has but one way on is one node with a run of symbols, and a node stands before all that lies behind it, so that a word
 * is read in one or two places. A node, its numbers in the byte order of the machine and not aligned:
 *
 *     2 bytes              groups: 1u << group of each phrase that ends here or further on; what is not wanted is not followed
 *     1 byte               TRIE_WAY_ bits: which ways lead on beside the bytes
 *     1 byte               edges: how many bytes lead on
 *     1 byte               length of the run
 *     1 byte               how many entries the phrase has that ends behind the run
 *     run, edges           symbols: those that must come first; then the bytes that lead on, in order
 *     4 bytes              only with entries: which is the first
 *     4 bytes a way on     its node: of each edge, of the star, of the separator
 *
 * The root stands at 0 and has no run; the first child of a node behind it, the next behind all of the first, and so on. */
#ifndef PARSERS_TRIE_H
#define PARSERS_TRIE_H

#include <stdint.h>

#include "base/str.h"

/* What a phrase says: a key of a group, in the languages (1u << Language) whose files hold it. */
typedef struct Entry {
    uint16_t key, group;
    uint32_t languages;
} Entry;

/* Symbols of a run that are no bytes; UTF-8 has neither. */
#define TRIE_STAR 0xFE      /* any further letters of the word */
#define TRIE_SEPARATOR 0xFF /* what may stand between two words */

#define TRIE_WAY_SEPARATOR 1u
#define TRIE_WAY_STAR 2u

/* The front of a node. */
typedef struct Node {
    uint16_t groups;
    uint8_t ways, edges, run, entries;
} Node;

#define TRIE_ROOM 8 /* bytes behind the nodes that may be read, whatever they are: edges are looked at eight at a time */

typedef struct Trie {
    uint8_t *nodes;
    Entry *entries;
    uint32_t size, entry_count; /* bytes of nodes */
} Trie;

#define TRIE_DEPTH_MAX 1024 /* symbols of a phrase; what lies behind is cut */
#define TRIE_ENTRIES_MAX UINT8_MAX /* of a phrase; more are cut */

static inline uint32_t trie_number(const uint8_t *at) {
    uint32_t number;
    memcpy(&number, at, sizeof number);
    return number;
}
static inline Node trie_node(const uint8_t *at) {
    uint16_t groups;
    memcpy(&groups, at, sizeof groups);
    return (Node){groups, at[2], at[3], at[4], at[5]};
}
static inline const uint8_t *trie_symbols(const uint8_t *at) {
    return at + sizeof(Node);
}
static inline uint32_t trie_first_entry(const uint8_t *at, Node node) {
    return trie_number(trie_symbols(at) + node.run + node.edges);
}
static inline unsigned trie_ways(Node node) {
    return node.edges + (node.ways & TRIE_WAY_STAR ? 1u : 0u) + (node.ways & TRIE_WAY_SEPARATOR ? 1u : 0u);
}
/* Where the nodes of the ways on are told. */
static inline const uint8_t *trie_links(const uint8_t *at, Node node) {
    return trie_symbols(at) + node.run + node.edges + (node.entries ? sizeof(uint32_t) : 0);
}

typedef struct TrieBuilder TrieBuilder;

TrieBuilder *trie_builder_new(void);
/* One folded phrase. "*" and the separators between words become symbols of their own; `degree_as_o` reads "°" as "o". */
void trie_builder_add(TrieBuilder *builder, Str phrase, bool degree_as_o, Entry entry);
/* The trie of all phrases, with GLib's memory: trie_clear() gives it back. Frees the builder. */
Trie trie_build(TrieBuilder **builder);
void trie_clear(Trie *trie);
/* Are these nodes of the form above, each where it must stand, and each entry of one of them? For a trie from a file. */
bool trie_holds(const Trie *trie);

/* Characters that may stand between two words of a phrase. */
static inline bool trie_is_separator(char c) {
    return c == ' ' || c == '\n' || c == '-' || c == '_' || c == '.' || c == '\'' || c == '/';
}

#endif
