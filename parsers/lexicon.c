#include "parsers/lexicon.h"

#include "base/utf8.h"
#include "parsers/kind.h"
#include "parsers/trie.h"
#include "base/banned.h"

#define SEPARATORS_MAX 3

struct Lexicon {
    Trie trie;
    uint32_t root[256];
    GPtrArray *keys[LEX_GROUP_COUNT];   /* the words of the keys, by index */
    GHashTable *index[LEX_GROUP_COUNT]; /* and back: index + 1 */
};

#define WORD(name, word) word,
static const char *const group_words[] = {LEX_GROUP_LIST(WORD)};
static const char *const label_words[] = {LEX_LABEL_LIST(WORD)};
static const char *const cue_words[] = {LEX_CUE_LIST(WORD)};
static const char *const relative_words[] = {LEX_RELATIVE_LIST(WORD)};
static const char *const mail_words[] = {LEX_MAIL_LIST(WORD)};
static const char *const intent_words[] = {LEX_INTENT_LIST(WORD)};
static const char *const month_words[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};
static const char *const kind_cue_words[] = {KIND_CUE_LIST(WORD)};
#undef WORD
static const char *const unit_words[] = {"word"};
static const char *const function_words[] = {"function"};
static const char *const country_words[] = {"name"};

/* ---- keys ---- */

static int key_add(Lexicon *lexicon, LexGroup group, const char *word) {
    int known = lexicon_key_index(lexicon, group, str_of(word));
    if (known >= 0)
        return known;
    char *copy = g_strdup(word);
    g_ptr_array_add(lexicon->keys[group], copy);
    g_hash_table_insert(lexicon->index[group], copy, GINT_TO_POINTER((int)lexicon->keys[group]->len));
    return (int)lexicon->keys[group]->len - 1;
}

static void keys_add(Lexicon *lexicon, LexGroup group, const char *const *words, size_t n) {
    for (size_t i = 0; i < n; i++)
        key_add(lexicon, group, words[i]);
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
    KEYS_ADD(lexicon, LEX_LANGUAGE, function_words);
    KEYS_ADD(lexicon, LEX_COUNTRY, country_words);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (size_t cue = 0; cue < G_N_ELEMENTS(kind_cue_words); cue++) {
            g_autofree char *word = g_strdup_printf("%s.%s", kind_word((Kind)kind), kind_cue_words[cue]);
            key_add(lexicon, LEX_KIND, word);
        }
}

static bool group_is_open(LexGroup group) {
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

static bool group_of(const char *section, LexGroup *group, const char **kind) {
    *kind = NULL;
    if (g_str_has_prefix(section, "kind.")) {
        *group = LEX_KIND;
        *kind = section + 5;
        return true;
    }
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
        g_set_error(error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_GROUP_NOT_FOUND, "%s: unknown group [%s]", path, section);
        return false;
    }
    g_autofree char *word = kind ? g_strdup_printf("%s.%s", kind, name) : g_strdup(name);
    int key = group_is_open(group) ? key_add(lexicon, group, word) : lexicon_key_index(lexicon, group, str_of(word));
    if (key < 0) {
        g_set_error(error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_KEY_NOT_FOUND, "%s: [%s] has no key \"%s\"", path, section,
                    name);
        return false;
    }
    g_auto(GStrv) phrases = g_key_file_get_string_list(file, section, name, NULL, error);
    if (!phrases) {
        g_prefix_error(error, "%s: [%s] %s: ", path, section, name);
        return false;
    }
    for (char **phrase = phrases; *phrase; phrase++)
        add_phrase(b, scratch, str_of(*phrase), (Entry){(uint8_t)group, key, 1u << language});
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

Lexicon *lexicon_load(const char *folder, GError **error) {
    Lexicon *lexicon = g_new0(Lexicon, 1);
    keys_init(lexicon);
    TrieBuilder *builder = trie_builder_new();
    bool ok = true;
    for (int language = 0; ok && language < LANGUAGE_COUNT; language++) {
        g_autofree char *name = g_strconcat(language_word((Language)language), ".ini", NULL);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        ok = load_file(lexicon, builder, path, (Language)language, error);
    }
    lexicon->trie = trie_build(&builder);
    const Node *root = &lexicon->trie.nodes[0];
    for (uint16_t i = 0; i < root->edges; i++)
        lexicon->root[lexicon->trie.edges[root->first_edge + i].byte] = lexicon->trie.edges[root->first_edge + i].node;
    if (!ok)
        lexicon_free(&lexicon);
    return lexicon;
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

/* ---- matching ---- */

static uint32_t step(const Lexicon *lexicon, uint32_t node, uint8_t byte) {
    const Node *n = &lexicon->trie.nodes[node];
    const Edge *edge = lexicon->trie.edges + n->first_edge;
    for (uint16_t i = 0; i < n->edges; i++)
        if (edge[i].byte == byte)
            return edge[i].node;
    return 0;
}

static uint32_t char_before(Str s, size_t at) {
    size_t size;
    if (at == 0)
        return ' ';
    return utf8_decode(s, utf8_back(s, at), &size);
}

static uint32_t char_at(Str s, size_t at) {
    size_t size;
    return at < s.len ? utf8_decode(s, at, &size) : ' ';
}

static bool is_alphabet_letter(uint32_t c) {
    return text_is_letter(c) && !text_is_cjk(c);
}

static bool begins_word(Str s, size_t at) {
    uint32_t before = char_before(s, at), first = char_at(s, at);
    if (is_alphabet_letter(first))
        return !is_alphabet_letter(before);
    if (text_is_cjk(first) && !text_is_ideograph(first)) /* Hangul words are written apart */
        return !(text_is_cjk(before) && !text_is_ideograph(before));
    return !(first >= '0' && first <= '9' && before >= '0' && before <= '9');
}

static bool ends_word(Str s, size_t at) {
    uint32_t last = char_before(s, at), after = char_at(s, at);
    if (is_alphabet_letter(last))
        return !is_alphabet_letter(after);
    return !(last >= '0' && last <= '9' && after >= '0' && after <= '9');
}

typedef struct Best {
    size_t to[LEX_GROUP_COUNT];
    uint32_t node[LEX_GROUP_COUNT];
    unsigned found; /* LEX_BITs */
} Best;

static void remember(const Lexicon *lexicon, uint32_t node, size_t to, unsigned groups, Best *best) {
    const Node *n = &lexicon->trie.nodes[node];
    for (uint16_t i = 0; i < n->entries; i++) {
        unsigned group = lexicon->trie.entries[n->first_entry + i].group;
        if (!(groups & LEX_BIT(group)) || (best->found & LEX_BIT(group) && best->to[group] >= to))
            continue;
        best->found |= LEX_BIT(group);
        best->to[group] = to;
        best->node[group] = node;
    }
}

static size_t word_end(Str s, size_t at) {
    size_t size;
    while (at < s.len && text_is_letter(utf8_decode(s, at, &size)))
        at += size;
    return at;
}

/* Walks on from `node` at byte `at`; deterministic but for the two ways on at a separator or a star. */
static void walk(const Lexicon *lexicon, Str s, uint32_t node, size_t at, unsigned groups, Best *best) {
    for (;;) {
        const Node *n = &lexicon->trie.nodes[node];
        if (n->entries && ends_word(s, at))
            remember(lexicon, node, at, groups, best);
        if (n->star)
            walk(lexicon, s, n->star, word_end(s, at), groups, best);
        if (n->separator) {
            size_t next = at;
            while (next < s.len && next - at < SEPARATORS_MAX && trie_is_separator(s.data[next]))
                next++;
            walk(lexicon, s, n->separator, next, groups, best);
        }
        if (at >= s.len || !n->edges)
            return;
        node = step(lexicon, node, (uint8_t)s.data[at]);
        if (!node)
            return;
        at++;
    }
}

static bool best_at(const Lexicon *lexicon, Str s, size_t at, unsigned groups, Best *best) {
    uint32_t node = lexicon->root[(uint8_t)s.data[at]];
    best->found = 0;
    if (!node || !begins_word(s, at))
        return false;
    walk(lexicon, s, node, at + 1, groups, best);
    return best->found != 0;
}

static void put_hits(const Lexicon *lexicon, Arena *arena, const Best *best, size_t from, Hits *out) {
    for (unsigned group = 0; group < LEX_GROUP_COUNT; group++) {
        if (!(best->found & LEX_BIT(group)))
            continue;
        const Node *node = &lexicon->trie.nodes[best->node[group]];
        for (uint16_t i = 0; i < node->entries; i++) {
            const Entry *entry = &lexicon->trie.entries[node->first_entry + i];
            if (entry->group == group)
                *VEC_PUSH(arena, out) = (Hit){from, best->to[group], (LexGroup)group, entry->key, entry->languages};
        }
    }
}

/* ---- texts that were scanned as a whole ---- */

#define MARKED_GROUPS (((1u << LEX_GROUP_COUNT) - 1) & ~LEX_BIT(LEX_KIND))

void lexicon_mark(const Lexicon *lexicon, Arena *arena, Text *text) {
    HitList *marks = ARENA_NEW(arena, HitList);
    text->marks = NULL;
    lexicon_scan(lexicon, arena, text, 0, text->folded.len, MARKED_GROUPS, &marks->hits);
    text->marks = marks;
}

static size_t first_mark(const Hits *hits, size_t from) {
    size_t low = 0, high = hits->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (hits->items[middle].from < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void put_marks(Arena *arena, const Hits *hits, size_t from, size_t to, unsigned groups, Hits *out) {
    for (size_t i = first_mark(hits, from); i < hits->len && hits->items[i].from < to; i++)
        if ((groups & LEX_BIT(hits->items[i].group)) && hits->items[i].to <= to)
            *VEC_PUSH(arena, out) = hits->items[i];
}

void lexicon_scan(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, unsigned groups,
                  Hits *out) {
    if (text->marks && !(groups & ~MARKED_GROUPS)) {
        put_marks(arena, &text->marks->hits, from, to, groups, out);
        return;
    }
    Str s = str_sub(text->folded, 0, to);
    Best best;
    for (size_t at = from; at < s.len; at++)
        if (((uint8_t)s.data[at] & 0xC0) != 0x80 && best_at(lexicon, s, at, groups, &best))
            put_hits(lexicon, arena, &best, at, out);
}

bool lexicon_at(const Lexicon *lexicon, Str folded, size_t at, LexGroup group, Hit *out) {
    Best best;
    if (at >= folded.len || !best_at(lexicon, folded, at, LEX_BIT(group), &best))
        return false;
    const Node *node = &lexicon->trie.nodes[best.node[group]];
    for (uint16_t i = 0; i < node->entries; i++) {
        const Entry *entry = &lexicon->trie.entries[node->first_entry + i];
        if (entry->group == group) {
            *out = (Hit){at, best.to[group], group, entry->key, entry->languages};
            return true;
        }
    }
    return false;
}

bool lexicon_whole(const Lexicon *lexicon, Arena *arena, Str raw, LexGroup group, Hits *out) {
    static const char edge[] = " :#.*\t\n";
    Str s = text_folded(arena, str_trim(raw));
    size_t from = 0, to = s.len;
    while (from < to && strchr(edge, s.data[from]))
        from++;
    for (;; to--) { /* "Invoice #" is a phrase of its own, "Month:" is not: try each way of cutting the end */
        Best best;
        if (from < to && best_at(lexicon, str_sub(s, 0, to), from, LEX_BIT(group), &best) && best.to[group] == to) {
            put_hits(lexicon, arena, &best, from, out);
            return true;
        }
        if (to <= from || !strchr(edge, s.data[to - 1]))
            return false;
    }
}

Str lexicon_key(const Lexicon *lexicon, LexGroup group, int key) {
    return str_of(lexicon->keys[group]->pdata[key]);
}

int lexicon_key_index(const Lexicon *lexicon, LexGroup group, Str word) {
    char small[128];
    if (word.len >= sizeof small)
        return -1;
    memcpy(small, word.data, word.len);
    small[word.len] = '\0';
    return GPOINTER_TO_INT(g_hash_table_lookup(lexicon->index[group], small)) - 1;
}
