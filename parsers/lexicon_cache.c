#define _POSIX_C_SOURCE 200809L
#include "parsers/lexicon_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unicode/uversion.h>
#include <unistd.h>

#include "parsers/lexicon_data.h"
#include "base/banned.h"

G_STATIC_ASSERT(LEX_GROUP_COUNT <= 16);
G_STATIC_ASSERT(sizeof(Node) == 6 && sizeof(Entry) == 8 && sizeof(LexiconFileHead) == 40);

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

static bool entries_fit(const Lexicon *lexicon) {
    for (uint32_t i = 0; i < lexicon->trie.entry_count; i++) {
        const Entry *entry = &lexicon->trie.entries[i];
        if (entry->group >= LEX_GROUP_COUNT || entry->key >= lexicon->keys[entry->group]->len ||
            !entry->languages || entry->languages & ~(LEX_ALL_LANGUAGES | LEX_FOREIGN))
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
    uint64_t entries_size = (uint64_t)head->entries * sizeof(Entry);
    if (!head->size || head->size + entries_size + head->keys_size != body.len ||
        head->checksum != lexicon_digest(0, body))
        return false;
    Trie *trie = &lexicon->trie;
    *trie = (Trie){.nodes = g_malloc0((size_t)head->size + TRIE_ROOM),
                   .entries = g_new(Entry, head->entries + 1),
                   .size = head->size,
                   .entry_count = head->entries};
    memcpy(trie->nodes, body.data, head->size);
    memcpy(trie->entries, body.data + head->size, entries_size);
    return trie_holds(trie) && keys_unpack(lexicon, str_sub(body, head->size + entries_size, body.len)) &&
           entries_fit(lexicon);
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
    LexiconFileHead head = {LEX_FILE_MAGIC, LEX_FILE_VERSION, fingerprint, 0, trie->size, trie->entry_count, 0, 0};
    g_autoptr(GByteArray) out = g_byte_array_new();
    g_byte_array_append(out, (const guint8 *)&head, sizeof head);
    g_byte_array_append(out, trie->nodes, trie->size);
    g_byte_array_append(out, (const guint8 *)trie->entries, trie->entry_count * (guint)sizeof(Entry));
    guint before = out->len;
    put_keys(out, lexicon);
    head.keys_size = out->len - before;
    head.checksum = lexicon_digest(0, (Str){(const char *)out->data + sizeof head, out->len - sizeof head});
    memcpy(out->data, &head, sizeof head);
    return g_file_set_contents(path, (const char *)out->data, out->len, error);
}
