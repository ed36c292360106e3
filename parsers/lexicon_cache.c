#define _POSIX_C_SOURCE 200809L
#include "parsers/lexicon_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unicode/uversion.h>
#include <unistd.h>

#include "parsers/lexicon_data.h"
#include "base/banned.h"

typedef struct PackedNode {
    uint8_t byte, edges, ways, entries;
    uint16_t groups;
} PackedNode;

G_STATIC_ASSERT(LEX_GROUP_COUNT <= 16);
G_STATIC_ASSERT(sizeof(PackedNode) == 6 && sizeof(Entry) == 8 && sizeof(LexiconFileHead) == 40);

/* ---- digests ---- */

static uint64_t stir(uint64_t h, uint64_t word) {
    h = (h ^ word) * 0x9FB21C651E98DF25u;
    return h ^ h >> 29;
}

uint64_t lexicon_digest(uint64_t h, Str bytes) {
    size_t at = 0;
    uint64_t word = 0;
    h = stir(h, bytes.len);
    for (; bytes.len - at >= sizeof word; at += sizeof word) {
        memcpy(&word, bytes.data + at, sizeof word);
        h = stir(h, word);
    }
    word = 0;
    if (at < bytes.len)
        memcpy(&word, bytes.data + at, bytes.len - at);
    return stir(h, word);
}

/* A file as a whole; NULL when it is no plain file, or too long. */
static char *read_plain_file(const char *path, size_t *len) {
    struct stat about;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return NULL;
    char *data = NULL;
    if (fstat(file, &about) == 0 && S_ISREG(about.st_mode) && (uint64_t)about.st_size <= LEX_FILE_MAX) {
        data = g_malloc((size_t)about.st_size + 1);
        *len = 0;
        for (ssize_t got; *len < (size_t)about.st_size &&
                          (got = read(file, data + *len, (size_t)about.st_size - *len)) > 0;)
            *len += (size_t)got;
    }
    close(file);
    return data;
}

static uint64_t keys_digest(const Lexicon *lexicon, uint64_t h) {
    for (int group = 0; group < LEX_GROUP_COUNT; group++)
        for (guint i = 0; !lexicon_group_is_open((LexGroup)group) && i < lexicon->keys[group]->len; i++)
            h = lexicon_digest(stir(h, (uint64_t)group), lexicon_key(lexicon, (LexGroup)group, (int)i));
    return h;
}

bool lexicon_fingerprint(const Lexicon *lexicon, const char *folder, uint64_t *out) {
    UVersionInfo icu; /* folding goes by its tables */
    u_getVersion(icu);
    uint64_t h = lexicon_digest(LEX_FILE_VERSION, (Str){(const char *)icu, sizeof icu});
    h = keys_digest(lexicon, h);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        g_autofree char *name = g_strconcat(language_word((Language)language), ".ini", NULL);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        size_t len;
        g_autofree char *data = read_plain_file(path, &len);
        if (!data)
            return false;
        h = lexicon_digest(h, (Str){data, len});
    }
    *out = h;
    return true;
}

/* ---- reading ---- */

/* The children of each node follow those of the node before, so every link is made here and none is read. True when the
 * counts come out: no node without a parent, none before its parent, and no way longer than a phrase may be. */
static bool unpack_nodes(Trie *trie, const PackedNode *packed) {
    uint64_t child = 1, entry = 0, level_end = 1, depth = 1;
    for (uint32_t i = 0; i < trie->node_count; i++) {
        Node *node = &trie->nodes[i];
        if (i == level_end) {
            level_end = child;
            depth++;
        }
        if (child <= i || depth > TRIE_DEPTH_MAX || packed[i].ways & ~(LEX_WAY_SEPARATOR | LEX_WAY_STAR))
            return false;
        *node = (Node){.first_child = (uint32_t)child,
                       .first_entry = (uint32_t)entry,
                       .entries = packed[i].entries,
                       .groups = packed[i].groups,
                       .edges = packed[i].edges,
                       .separator = packed[i].ways & LEX_WAY_SEPARATOR,
                       .star = (packed[i].ways & LEX_WAY_STAR) != 0};
        trie->bytes[i] = packed[i].byte;
        child += node_children(node);
        entry += node->entries;
        if (child > trie->node_count || entry > trie->entry_count)
            return false;
    }
    return child == trie->node_count && entry == trie->entry_count;
}

static bool entries_fit(const Lexicon *lexicon) {
    for (uint32_t i = 0; i < lexicon->trie.entry_count; i++) {
        const Entry *entry = &lexicon->trie.entries[i];
        if (entry->group >= LEX_GROUP_COUNT || entry->key >= lexicon->keys[entry->group]->len || !entry->languages ||
            entry->languages & ~LEX_ALL_LANGUAGES)
            return false;
    }
    return true;
}

static bool keys_unpack(Lexicon *lexicon, Str keys) {
    for (size_t at = 0, end; at < keys.len; at = end + 1) {
        LexGroup group = (LexGroup)(unsigned char)keys.data[at];
        const char *nul = memchr(keys.data + at + 1, '\0', keys.len - at - 1);
        if (!nul || group >= LEX_GROUP_COUNT || !lexicon_group_is_open(group))
            return false;
        end = (size_t)(nul - keys.data);
        int next = (int)lexicon->keys[group]->len;
        if (lexicon_key_add(lexicon, group, keys.data + at + 1) != next)
            return false;
    }
    return true;
}

/* `body` is what follows the head; the head's counts may say anything. */
static bool unpack(Lexicon *lexicon, const LexiconFileHead *head, Str body) {
    uint64_t nodes_size = (uint64_t)head->nodes * sizeof(PackedNode);
    uint64_t entries_size = (uint64_t)head->entries * sizeof(Entry);
    if (!head->nodes || nodes_size + entries_size + head->keys_size != body.len ||
        head->checksum != lexicon_digest(0, body))
        return false;
    Trie *trie = &lexicon->trie;
    *trie = (Trie){.nodes = g_new(Node, head->nodes),
                   .bytes = g_new(uint8_t, head->nodes),
                   .entries = g_new(Entry, head->entries + 1),
                   .node_count = head->nodes,
                   .entry_count = head->entries};
    memcpy(trie->entries, body.data + nodes_size, entries_size);
    return unpack_nodes(trie, (const PackedNode *)body.data) &&
           keys_unpack(lexicon, str_sub(body, nodes_size + entries_size, body.len)) && entries_fit(lexicon);
}

bool lexicon_cache_read(Lexicon *lexicon, const char *path, uint64_t fingerprint) {
    LexiconFileHead head;
    size_t len;
    g_autofree char *data = read_plain_file(path, &len);
    if (!data || len < sizeof head)
        return false;
    memcpy(&head, data, sizeof head);
    return head.magic == LEX_FILE_MAGIC && head.version == LEX_FILE_VERSION && head.fingerprint == fingerprint &&
           !head.unused && unpack(lexicon, &head, (Str){data + sizeof head, len - sizeof head});
}

/* ---- writing ---- */

static bool put_nodes(GByteArray *out, const Trie *trie) {
    for (uint32_t i = 0; i < trie->node_count; i++) {
        const Node *node = &trie->nodes[i];
        unsigned ways = (node->separator ? LEX_WAY_SEPARATOR : 0) | (node->star ? LEX_WAY_STAR : 0);
        if (node->entries > UINT8_MAX)
            return false;
        PackedNode packed = {trie->bytes[i], node->edges, (uint8_t)ways, (uint8_t)node->entries, node->groups};
        g_byte_array_append(out, (const guint8 *)&packed, sizeof packed);
    }
    return true;
}

static void put_keys(GByteArray *out, const Lexicon *lexicon) {
    for (int group = 0; group < LEX_GROUP_COUNT; group++)
        for (guint i = 0; lexicon_group_is_open((LexGroup)group) && i < lexicon->keys[group]->len; i++) {
            const char *word = lexicon->keys[group]->pdata[i];
            guint8 number = (guint8)group;
            g_byte_array_append(out, &number, 1);
            g_byte_array_append(out, (const guint8 *)word, (guint)strlen(word) + 1);
        }
}

bool lexicon_cache_write(const Lexicon *lexicon, const char *path, uint64_t fingerprint, GError **error) {
    const Trie *trie = &lexicon->trie;
    LexiconFileHead head = {LEX_FILE_MAGIC, LEX_FILE_VERSION, fingerprint, 0, trie->node_count, trie->entry_count, 0, 0};
    g_autoptr(GByteArray) out = g_byte_array_new();
    g_byte_array_append(out, (const guint8 *)&head, sizeof head);
    if (!put_nodes(out, trie)) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: one phrase has too many meanings to be compiled", path);
        return false;
    }
    g_byte_array_append(out, (const guint8 *)trie->entries, trie->entry_count * (guint)sizeof(Entry));
    guint before = out->len;
    put_keys(out, lexicon);
    head.keys_size = out->len - before;
    head.checksum = lexicon_digest(0, (Str){(const char *)out->data + sizeof head, out->len - sizeof head});
    memcpy(out->data, &head, sizeof head);
    return g_file_set_contents(path, (const char *)out->data, out->len, error);
}
