/* The lexicon from its files of words: see lexicon.h for what they look like. */
#include "parsers/kind.h"
#include "parsers/lexicon_cache.h"
#include "parsers/lexicon_data.h"
#include "base/banned.h"

#define WORD(name, word) word,
static const char *const group_words[] = {LEX_GROUP_LIST(WORD)};
static const char *const label_words[] = {LEX_LABEL_LIST(WORD)};
static const char *const cue_words[] = {LEX_CUE_LIST(WORD)};
static const char *const relative_words[] = {LEX_RELATIVE_LIST(WORD)};
static const char *const mail_words[] = {LEX_MAIL_LIST(WORD)};
static const char *const intent_words[] = {LEX_INTENT_LIST(WORD)};
static const char *const small_words[] = {LEX_SMALL_LIST(WORD)};
static const char *const month_words[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};
static const char *const kind_cue_words[] = {KIND_CUE_LIST(WORD)};
#undef WORD
static const char *const unit_words[] = {"word"};
static const char *const country_words[] = {"name"};

/* ---- keys ---- */

int lexicon_key_add(Lexicon *lexicon, LexGroup group, const char *word) {
    int known = lexicon_key_index(lexicon, group, str_of(word));
    if (known >= 0)
        return known;
    if (strlen(word) > LEX_WORD_MAX || lexicon->keys[group]->len >= LEX_KEYS_MAX)
        return -1;
    char *copy = g_strdup(word);
    g_ptr_array_add(lexicon->keys[group], copy);
    g_hash_table_insert(lexicon->index[group], copy, GINT_TO_POINTER((int)lexicon->keys[group]->len));
    return (int)lexicon->keys[group]->len - 1;
}

static void keys_add(Lexicon *lexicon, LexGroup group, const char *const *words, size_t n) {
    for (size_t i = 0; i < n; i++)
        lexicon_key_add(lexicon, group, words[i]);
}

#define KEYS_ADD(lexicon, group, words) keys_add((lexicon), (group), (words), G_N_ELEMENTS(words))

static void keys_init(Lexicon *lexicon) {
    for (int g = 0; g < LEX_GROUP_COUNT; g++) {
        lexicon->keys[g] = g_ptr_array_new_with_free_func(g_free);
        lexicon->index[g] = g_hash_table_new(g_str_hash, g_str_equal);
    }
    KEYS_ADD(lexicon, LEX_LABEL, label_words);
    KEYS_ADD(lexicon, LEX_CUE, cue_words);
    KEYS_ADD(lexicon, LEX_RELATIVE, relative_words);
    KEYS_ADD(lexicon, LEX_MAIL, mail_words);
    KEYS_ADD(lexicon, LEX_INTENT, intent_words);
    KEYS_ADD(lexicon, LEX_MONTH, month_words);
    KEYS_ADD(lexicon, LEX_UNIT, unit_words);
    KEYS_ADD(lexicon, LEX_LANGUAGE, small_words);
    KEYS_ADD(lexicon, LEX_COUNTRY, country_words);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (size_t cue = 0; cue < G_N_ELEMENTS(kind_cue_words); cue++) {
            g_autofree char *word = g_strdup_printf("%s.%s", kind_word((Kind)kind), kind_cue_words[cue]);
            lexicon_key_add(lexicon, LEX_KIND, word);
        }
}

bool lexicon_group_is_open(LexGroup group) {
    return group == LEX_TYPE || group == LEX_CURRENCY || group == LEX_NUMBER;
}

/* ---- loading ---- */

static void add_phrase(TrieBuilder *b, Arena *scratch, Str phrase, Entry entry) {
    Str folded = text_folded(scratch, str_trim(phrase));
    trie_builder_add(b, folded, false, entry);
    if (str_find(folded, STR("\xC2\xB0")) >= 0)
        trie_builder_add(b, folded, true, entry);
    arena_clear(scratch);
}

/* Of the two reasons for an unknown name the first is by far the commoner. */
#define STRANGER ": the file was made for a newer version of the program, or the name is misspelt"

/* "[month.foreign]": of languages that are none of ours. */
static const char foreign_months[] = "month.foreign";

static bool group_of(const char *section, LexGroup *group, const char **kind) {
    *kind = NULL;
    if (g_str_has_prefix(section, "kind.")) {
        *group = LEX_KIND;
        *kind = section + 5;
        return true;
    }
    if (strcmp(section, foreign_months) == 0)
        section = group_words[LEX_MONTH];
    for (int g = 0; g < LEX_GROUP_COUNT; g++)
        if (g != LEX_KIND && strcmp(section, group_words[g]) == 0) {
            *group = (LexGroup)g;
            return true;
        }
    return false;
}

static bool load_key(Lexicon *lexicon, TrieBuilder *b, Arena *scratch, GKeyFile *file, const char *path, const char *section,
                     const char *name, Language language, GError **error) {
    LexGroup group;
    const char *kind;
    if (!group_of(section, &group, &kind)) {
        g_set_error(error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_GROUP_NOT_FOUND, "%s: this program knows no group [%s]" STRANGER, path, section);
        return false;
    }
    g_autofree char *word = kind ? g_strdup_printf("%s.%s", kind, name) : g_strdup(name);
    int key = lexicon_group_is_open(group) ? lexicon_key_add(lexicon, group, word) : lexicon_key_index(lexicon, group, str_of(word));
    if (key < 0) {
        g_set_error(error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_KEY_NOT_FOUND, "%s: this program knows no key \"%s\" in [%s]" STRANGER, path,
                    name, section);
        return false;
    }
    g_auto(GStrv) phrases = g_key_file_get_string_list(file, section, name, NULL, error);
    if (!phrases) {
        g_prefix_error(error, "%s: [%s] %s: ", path, section, name);
        return false;
    }
    unsigned languages = strcmp(section, foreign_months) == 0 ? LEX_FOREIGN : 1u << language;
    for (char **phrase = phrases; *phrase; phrase++)
        add_phrase(b, scratch, str_of(*phrase), (Entry){(uint16_t)key, (uint16_t)group, languages});
    return true;
}

static bool load_file(Lexicon *lexicon, TrieBuilder *b, const char *path, Language language, GError **error) {
    g_autoptr(GKeyFile) file = g_key_file_new();
    if (!g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, error)) {
        g_prefix_error(error, "%s: ", path);
        return false;
    }
    Arena *scratch = arena_new();
    g_auto(GStrv) sections = g_key_file_get_groups(file, NULL);
    bool ok = true;
    for (char **section = sections; ok && *section; section++) {
        g_auto(GStrv) names = g_key_file_get_keys(file, *section, NULL, NULL);
        for (char **name = names; ok && *name; name++)
            ok = load_key(lexicon, b, scratch, file, path, *section, *name, language, error);
    }
    arena_free(&scratch);
    return ok;
}

static Lexicon *lexicon_new(void) {
    Lexicon *lexicon = g_new0(Lexicon, 1);
    keys_init(lexicon);
    return lexicon;
}

typedef struct Head {
    uint64_t bytes; /* the first lowest */
    unsigned length;
} Head;

static void head_add(Head *head, uint8_t byte) {
    head->bytes |= (uint64_t)byte << 8 * head->length++;
}

/* `closed`: the word, too, ends where the head does. */
static void head_put(Lexicon *lexicon, Head head, bool closed, uint16_t groups) {
    unsigned step = lexicon_head_step((uint8_t)head.bytes), most = lexicon_head_most(step);
    unsigned length = head.length >= most ? most : head.length - head.length % step;
    closed = closed && head.length < most && lexicon_head_letters(head.bytes, step) == head.length;
    lexicon->heads[lexicon_head_hash(head.bytes, length) ^ (closed ? LEX_HEAD_CLOSED : 0)] |= groups;
}

static uint16_t groups_here(const Trie *trie, const uint8_t *place, Node node) {
    const Entry *entry = trie->entries + (node.entries ? trie_first_entry(place, node) : 0);
    uint16_t groups = 0;
    for (unsigned i = 0; i < node.entries; i++)
        groups |= (uint16_t)(1u << entry[i].group);
    return groups;
}

/* The heads of all phrases behind the node at `place`, which `head` leads to. Two words of a phrase may be written as one:
 * then the head goes on behind the separator. */
static void heads_learn(Lexicon *lexicon, const uint8_t *place, Head head) {
    Node node = trie_node(place);
    const uint8_t *symbols = trie_symbols(place), *links = trie_links(place, node);
    for (unsigned i = 0; i < node.run && head.length < LEX_HEAD_MAX && symbols[i] != TRIE_STAR; i++) {
        if (symbols[i] == TRIE_SEPARATOR)
            head_put(lexicon, head, true, node.groups);
        else
            head_add(&head, symbols[i]);
    }
    if (head.length == LEX_HEAD_MAX || memchr(symbols, TRIE_STAR, node.run)) {
        head_put(lexicon, head, false, node.groups);
        return;
    }
    if (node.entries)
        head_put(lexicon, head, true, groups_here(&lexicon->trie, place, node));
    for (unsigned i = 0; i < trie_ways(node); i++) {
        const uint8_t *next = lexicon->trie.nodes + trie_number(links + i * sizeof(uint32_t));
        bool byte = i < node.edges, star = i == node.edges && node.ways & TRIE_WAY_STAR;
        Head longer = head;
        if (byte)
            head_add(&longer, symbols[node.run + i]);
        else
            head_put(lexicon, head, !star, trie_node(next).groups);
        if (!star)
            heads_learn(lexicon, next, longer);
    }
}

static void root_learn(Lexicon *lexicon) {
    const uint8_t *place = lexicon->trie.nodes;
    Node root = trie_node(place);
    for (unsigned i = 0; i < root.edges; i++) {
        uint8_t byte = trie_symbols(place)[i];
        lexicon->root[byte] = trie_number(trie_links(place, root) + i * sizeof(uint32_t));
        heads_learn(lexicon, lexicon->trie.nodes + lexicon->root[byte], (Head){byte, 1});
    }
}

Lexicon *lexicon_load(const char *folder, GError **error) {
    Lexicon *lexicon = lexicon_new();
    TrieBuilder *builder = trie_builder_new();
    bool ok = true;
    for (int language = 0; ok && language < LANGUAGE_COUNT; language++) {
        g_autofree char *name = g_strconcat(language_word((Language)language), ".ini", NULL);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        ok = load_file(lexicon, builder, path, (Language)language, error);
    }
    lexicon->trie = trie_build(&builder);
    root_learn(lexicon);
    if (!ok)
        lexicon_free(&lexicon);
    return lexicon;
}

Lexicon *lexicon_open(const char *folder, const char *compiled, GError **error) {
    Lexicon *lexicon = lexicon_new();
    uint64_t fingerprint;
    if (compiled && lexicon_fingerprint(lexicon, folder, &fingerprint) &&
        lexicon_cache_read(lexicon, compiled, fingerprint)) {
        root_learn(lexicon);
        return lexicon;
    }
    lexicon_free(&lexicon);
    return lexicon_load(folder, error);
}

bool lexicon_compile(const char *folder, const char *compiled, GError **error) {
    Lexicon *lexicon = lexicon_load(folder, error);
    uint64_t fingerprint;
    bool good = false;
    if (lexicon && lexicon_fingerprint(lexicon, folder, &fingerprint))
        good = lexicon_cache_write(lexicon, compiled, fingerprint, error);
    else if (lexicon)
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_IO, "%s: cannot be read again", folder);
    lexicon_free(&lexicon);
    return good;
}

void lexicon_free(Lexicon **lexicon) {
    if (!*lexicon)
        return;
    for (int g = 0; g < LEX_GROUP_COUNT; g++) {
        g_hash_table_destroy((*lexicon)->index[g]);
        g_ptr_array_free((*lexicon)->keys[g], TRUE);
    }
    trie_clear(&(*lexicon)->trie);
    g_free(*lexicon);
    *lexicon = NULL;
}
