/* The insides of a Lexicon, shared by its matcher (lexicon.c), its loader (lexicon_load.c) and its compiled form
 * (lexicon_cache.c). Nobody else needs them. */
#ifndef PARSERS_LEXICON_DATA_H
#define PARSERS_LEXICON_DATA_H

#include "parsers/lexicon.h"
#include "parsers/trie.h"

#define LEX_WORD_MAX 127 /* bytes of a key */
#define LEX_KEYS_MAX 65535 /* of a group */

/* Most words of a text begin none of our phrases. The heads tell it from the first bytes, by one small table that caches hold,
 * where a walk through the trie would wait for memory. A head is what of a phrase stands before the first star or separator,
 * cut to one of a few lengths. */
#define LEX_HEAD_MAX 6
#define LEX_HEADS 65536

struct Lexicon {
    Trie trie;
    uint32_t root[256];                 /* the root's children by byte; 0: none */
    uint16_t heads[LEX_HEADS];          /* groups of the phrases with a head of this hash */
    GPtrArray *keys[LEX_GROUP_COUNT];   /* the words of the keys, by index */
    GHashTable *index[LEX_GROUP_COUNT]; /* and back: index + 1 */
};

/* The length of a head of which `plain` bytes are there, at least one: two characters of East Asia or one, else up to four bytes. */
static inline unsigned lexicon_head_length(uint8_t first, size_t plain) {
    if (first >= 0xE0 && plain >= 3)
        return plain >= LEX_HEAD_MAX ? LEX_HEAD_MAX : 3;
    return plain < 4 ? (unsigned)plain : 4;
}
/* The place of a head in the table: its bytes as a number, the first lowest, and none behind them. */
static inline unsigned lexicon_head_hash(uint64_t bytes, unsigned length) {
    return (unsigned)((bytes << 8 * (8 - length)) * 0x9E3779B97F4A7C15u >> 48);
}

/* [type], [currency] and [number]: the files themselves name their keys. */
bool lexicon_group_is_open(LexGroup group);
/* The index of the key, new or known; -1 when it is too long or there are too many. */
int lexicon_key_add(Lexicon *lexicon, LexGroup group, const char *word);

#endif
