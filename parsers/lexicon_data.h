/* The insides of a Lexicon, shared by its matcher (lexicon.c), its loader (lexicon_load.c) and its compiled form
 * (lexicon_cache.c). Nobody else needs them. */
#ifndef PARSERS_LEXICON_DATA_H
#define PARSERS_LEXICON_DATA_H

#include "parsers/lexicon.h"
#include "parsers/trie.h"

#define LEX_WORD_MAX 127 /* bytes of a key */
#define LEX_KEYS_MAX 65535 /* of a group */

/* Most words of a text begin none of our phrases. The heads tell it from the first bytes, by one small table that caches hold,
 * where a walk through the trie would wait for memory.
 *
 * A head is what of a phrase stands before the first star, cut to one to four bytes, one to three letters of Cyrillic, or one
 * or two characters of East Asia. Where a word ends earlier, the head is closed: "de" begins "de", but not "dezember". */
#define LEX_HEAD_MAX 6 /* bytes */
#define LEX_HEADS 65536
#define LEX_HEAD_CLOSED 0x5A5Au /* parts the hashes of closed heads from those of others */

struct Lexicon {
    Trie trie;
    uint32_t root[256];                 /* the root's children by byte; 0: none */
    uint16_t heads[LEX_HEADS];          /* groups of the phrases with a head of this hash */
    GPtrArray *keys[LEX_GROUP_COUNT];   /* the words of the keys, by index */
    GHashTable *index[LEX_GROUP_COUNT]; /* and back: index + 1 */
};

/* Bytes of a character, as the heads count them, by its first one. */
static inline unsigned lexicon_head_step(uint8_t first) {
    return first >= 0xE0 ? 3 : first == 0xD0 || first == 0xD1 ? 2 : 1;
}
static inline unsigned lexicon_head_most(unsigned step) {
    return step == 1 ? 4 : LEX_HEAD_MAX;
}
/* The place of a head in the table: its bytes as a number, the first lowest, whatever stands behind them. */
static inline unsigned lexicon_head_hash(uint64_t bytes, unsigned length) {
    return (unsigned)((bytes << 8 * (8 - length)) * 0x9E3779B97F4A7C15u >> 48);
}
/* How many of the first bytes are letters that a word may not end between. */
static inline unsigned lexicon_head_letters(uint64_t bytes, unsigned step) {
    unsigned n = 0;
    for (uint8_t c; n < LEX_HEAD_MAX; n += step) {
        c = (uint8_t)(bytes >> 8 * n);
        if (step == 1 ? c < 'a' || c > 'z' : step == 3 || (c != 0xD0 && c != 0xD1))
            break;
    }
    return n;
}

/* [type], [currency] and [number]: the files themselves name their keys. */
bool lexicon_group_is_open(LexGroup group);
/* The index of the key, new or known; -1 when it is too long or there are too many. */
int lexicon_key_add(Lexicon *lexicon, LexGroup group, const char *word);

#endif
