/* The compiled lexicon: the trie and the open keys as one file, so that a start need not fold and sort every phrase.
 *
 * The <language>.ini files are the source of truth. The compiled file bears a fingerprint of them, byte by byte, and of
 * what this program makes of them; when that is another, or anything else about the file is odd, it is as if there were
 * none. Nothing in it is trusted: a checksum finds damage, and the form is such that a forged file can at worst name
 * other phrases, never a node, an entry or a key that is not there, nor a loop.
 *
 * In the byte order of the machine, all numbers unsigned:
 *
 *     LexiconFileHead
 *     size bytes         the nodes as trie.h has them
 *     entries x 8 bytes  Entry of trie.h, in the order of their nodes
 *     keys_size bytes    the keys of the open groups, each its group (a byte), its word, a NUL */
#ifndef PARSERS_LEXICON_CACHE_H
#define PARSERS_LEXICON_CACHE_H

#include "parsers/lexicon.h"

#define LEX_FILE_MAGIC 0x3158454Cu /* "LEX1" where the low byte stands first */
#define LEX_FILE_VERSION 3u        /* raise it when folding, the trie or the file itself change */
#define LEX_FILE_MAX ((size_t)256 * 1024 * 1024)

typedef struct LexiconFileHead {
    uint32_t magic, version;
    uint64_t fingerprint; /* of the folder */
    uint64_t checksum;    /* lexicon_digest() of all that follows the head */
    uint32_t size, entries, keys_size, unused; /* bytes of the nodes; entries; bytes of the keys */
} LexiconFileHead;

/* A fast digest: against chance and haste, not against malice. `h` chains several. */
uint64_t lexicon_digest(uint64_t h, Str bytes);

/* What the folder's files say, and how a program with the closed keys of `lexicon` would read them. False when a file
 * cannot be read. */
bool lexicon_fingerprint(const Lexicon *lexicon, const char *folder, uint64_t *out);

/* Fills a lexicon that has its closed keys and no phrases. False for whatever reason; then only lexicon_free() may be
 * done with it. */
bool lexicon_cache_read(Lexicon *lexicon, const char *path, uint64_t fingerprint);
/* Replaces the file as a whole. */
bool lexicon_cache_write(const Lexicon *lexicon, const char *path, uint64_t fingerprint, GError **error);

#endif
