/* The insides of a Lexicon, shared by its matcher (lexicon.c), its loader (lexicon_load.c) and its compiled form
 * (lexicon_cache.c). Nobody else needs them. */
#ifndef PARSERS_LEXICON_DATA_H
#define PARSERS_LEXICON_DATA_H

#include "parsers/lexicon.h"
#include "parsers/trie.h"

#define LEX_WORD_MAX 127 /* bytes of a key */
#define LEX_KEYS_MAX 65535 /* of a group */

struct Lexicon {
    Trie trie;
    uint32_t root[256];                 /* the root's children by byte; 0: none */
    uint16_t begins[256][256];          /* groups of the phrases that may begin with these two bytes of a text */
    GPtrArray *keys[LEX_GROUP_COUNT];   /* the words of the keys, by index */
    GHashTable *index[LEX_GROUP_COUNT]; /* and back: index + 1 */
};

/* [type], [currency] and [number]: the files themselves name their keys. */
bool lexicon_group_is_open(LexGroup group);
/* The index of the key, new or known; -1 when it is too long or there are too many. */
int lexicon_key_add(Lexicon *lexicon, LexGroup group, const char *word);

#endif
