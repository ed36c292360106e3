/* The compiled lexicon: the same hits as from the .ini files, and never a word from a file that is stale, damaged or
 * forged. */
#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "parsers/lexicon_cache.h"
#include "parsers/lexicon_data.h"

#define FOLDER "parsers/lexicon"

static Lexicon *plain; /* from the .ini files */
static Arena *arena;
static char *scratch; /* a folder of the test's own */
static char *compiled;
static char *whole;   /* what was compiled */
static size_t whole_len;

static void setup(void) {
    GError *error = NULL;
    arena = arena_new();
    scratch = g_dir_make_tmp("lexicon-XXXXXX", NULL);
    compiled = g_build_filename(scratch, "lexicon.bin", NULL);
    plain = lexicon_load(FOLDER, &error);
    cr_assert(plain, "%s", error ? error->message : "");
    cr_assert(lexicon_compile(FOLDER, compiled, &error), "%s", error ? error->message : "");
    cr_assert(g_file_get_contents(compiled, &whole, &whole_len, NULL));
}

static void teardown(void) {
    GDir *dir = g_dir_open(scratch, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(scratch, name, NULL);
        g_remove(path);
        g_free(path);
    }
    g_dir_close(dir);
    g_rmdir(scratch);
    g_free(scratch);
    g_free(compiled);
    g_free(whole);
    lexicon_free(&plain);
    arena_free(&arena);
}

TestSuite(lexicon_cache, .init = setup, .fini = teardown);

/* ---- helpers ---- */

static void put(const char *bytes, size_t len) {
    cr_assert(g_file_set_contents(compiled, bytes, (gssize)len, NULL));
}

/* A lexicon with its closed keys alone, as lexicon_open() begins. */
static Lexicon *empty_lexicon(void) {
    Lexicon *lexicon = g_new0(Lexicon, 1);
    for (int g = 0; g < LEX_GROUP_COUNT; g++) {
        lexicon->keys[g] = g_ptr_array_new_with_free_func(g_free);
        lexicon->index[g] = g_hash_table_new(g_str_hash, g_str_equal);
        for (guint i = 0; !lexicon_group_is_open((LexGroup)g) && i < plain->keys[g]->len; i++)
            lexicon_key_add(lexicon, (LexGroup)g, plain->keys[g]->pdata[i]);
    }
    return lexicon;
}

/* Is the file at `compiled` taken for the folder? */
static bool is_taken(void) {
    Lexicon *lexicon = empty_lexicon();
    uint64_t fingerprint = 0;
    cr_assert(lexicon_fingerprint(lexicon, FOLDER, &fingerprint));
    bool taken = lexicon_cache_read(lexicon, compiled, fingerprint);
    lexicon_free(&lexicon);
    return taken;
}

static Hits scan(const Lexicon *lexicon, Str raw) {
    Hits hits = {0};
    Text text;
    text_fold(arena, raw, &text);
    lexicon_scan(lexicon, arena, &text, 0, text.folded.len, (1u << LEX_GROUP_COUNT) - 1, &hits);
    return hits;
}

static void same_hits(const Lexicon *a, const Lexicon *b, Str raw, const char *what) {
    Hits x = scan(a, raw), y = scan(b, raw);
    cr_assert_eq(x.len, y.len, "%s: %zu hits and %zu", what, x.len, y.len);
    for (size_t i = 0; i < x.len; i++) {
        const Hit *p = &x.items[i], *q = &y.items[i];
        cr_assert(p->from == q->from && p->to == q->to && p->group == q->group && p->languages == q->languages,
                  "%s: hit %zu at %zu differs", what, i, p->from);
        cr_assert(str_eq(lexicon_key(a, p->group, p->key), lexicon_key(b, q->group, q->key)), "%s: key of hit %zu", what, i);
    }
}

static void same_as_plain(const char *what) {
    GError *error = NULL;
    Lexicon *lexicon = lexicon_open(FOLDER, compiled, &error);
    cr_assert(lexicon, "%s: %s", what, error ? error->message : "");
    same_hits(plain, lexicon, STR("Invoice no. RE-20 of janvier 2020, 25 seats dMOC for 3.125 EUR, ricevuta, 請求書, dix"), what);
    lexicon_free(&lexicon);
}

/* ---- tests ---- */

/* Every phrase of every language, read as a text, gives the same hits, keys and languages. */
Test(lexicon_cache, round_trip) {
    size_t hits = 0;
    cr_assert(is_taken());
    Lexicon *quick = lexicon_open(FOLDER, compiled, NULL);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        char *path = g_strdup_printf(FOLDER "/%s.ini", language_word((Language)language)), *text;
        gsize len;
        cr_assert(g_file_get_contents(path, &text, &len, NULL));
        same_hits(plain, quick, (Str){text, len}, path);
        hits += scan(quick, (Str){text, len}).len;
        arena_clear(arena);
        g_free(text);
        g_free(path);
    }
    cr_assert_gt(hits, 10000);
    cr_assert(lexicon_key_index(quick, LEX_CURRENCY, STR("EUR")) >= 0);
    lexicon_free(&quick);
}

Test(lexicon_cache, damaged_files_are_not_taken) {
    const size_t lengths[] = {0, 1, 39, 40, 41, 44, whole_len / 2, whole_len - 1};
    for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++) {
        put(whole, lengths[i]);
        cr_expect_not(is_taken(), "cut after %zu bytes", lengths[i]);
    }
    char *longer = g_malloc0(whole_len + 1);
    memcpy(longer, whole, whole_len);
    put(longer, whole_len + 1);
    cr_expect_not(is_taken(), "a byte more");
    same_as_plain("a byte more");
    g_free(longer);
    for (size_t at = 0; at < whole_len; at += at < sizeof(LexiconFileHead) + 8 ? 1 : 61441) {
        whole[at] ^= 0x10;
        put(whole, whole_len);
        cr_expect_not(is_taken(), "byte %zu", at);
        whole[at] ^= 0x10;
    }
    g_remove(compiled);
    cr_expect_not(is_taken(), "no file");
    same_as_plain("no file");
    g_mkdir(compiled, 0700);
    cr_expect_not(is_taken(), "a folder");
    same_as_plain("a folder");
    g_rmdir(compiled);
}

/* A file that somebody made on purpose, its checksum right. */
typedef struct Forgery {
    const char *what;
    bool taken;
    LexiconFileHead head;    /* counts; the rest is filled in */
    unsigned char body[120]; /* nodes, entries, keys */
} Forgery;

#define NODE(ways, edges, run, entries) 0xFF, 0xFF, ways, edges, run, entries /* on the way to every group */
#define AT(number) number, 0, 0, 0                                           /* a node's or an entry's place */
#define ENTRY(key, group, languages) (key) & 0xFF, (key) >> 8, (group) & 0xFF, (group) >> 8, languages, 0, 0, 0
#define COUNTS(n, e, k) {.size = (n), .entries = (e), .keys_size = (k)}
#define GOOD ENTRY(1, LEX_MONTH, 1)
#define ROOT NODE(0, 1, 0, 0), 'a', AT(11) /* 11 bytes; "a" leads to what follows */
#define LEAF NODE(0, 0, 0, 1), AT(0)       /* 10 bytes */

static const Forgery forgeries[] = {
    {"a word of one letter", true, COUNTS(21, 1, 0), {ROOT, LEAF, GOOD}},
    {"a word of two letters", true, COUNTS(22, 1, 0), {ROOT, NODE(0, 0, 1, 1), 'b', AT(0), GOOD}},
    {"two words", true, COUNTS(36, 2, 0),
     {NODE(0, 2, 0, 0), 'a', 'b', AT(16), AT(26), LEAF, NODE(0, 0, 0, 1), AT(1), GOOD, GOOD}},
    {"a key of its own", true, COUNTS(21, 1, 5), {ROOT, LEAF, ENTRY(0, LEX_TYPE, 1), LEX_TYPE, 'm', 'o', 'c', 0}},
    {"no nodes", false, COUNTS(0, 0, 0), {0}},
    {"half a node", false, COUNTS(5, 0, 0), {0xFF, 0xFF, 0, 0, 0}},
    {"more edges than bytes", false, COUNTS(21, 1, 0), {NODE(0, 200, 0, 0), 'a', AT(11), LEAF, GOOD}},
    {"a longer run than bytes", false, COUNTS(21, 1, 0), {ROOT, NODE(0, 0, 200, 1), AT(0), GOOD}},
    {"its place cut off", false, COUNTS(10, 0, 0), {NODE(0, 1, 0, 0), 'a', 10, 0, 0}},
    {"a child that is its own parent", false, COUNTS(21, 1, 0), {NODE(0, 1, 0, 0), 'a', AT(0), LEAF, GOOD}},
    {"a child within another", false, COUNTS(21, 1, 0), {NODE(0, 1, 0, 0), 'a', AT(12), LEAF, GOOD}},
    {"a child behind the end", false, COUNTS(11, 0, 0), {ROOT}},
    {"a child far behind the end", false, COUNTS(21, 1, 0), {NODE(0, 1, 0, 0), 'a', 11, 0, 0, 0xFF, LEAF, GOOD}},
    {"a child of two", false, COUNTS(26, 1, 0), {NODE(0, 2, 0, 0), 'a', 'b', AT(16), AT(16), LEAF, GOOD}},
    {"a node without a parent", false, COUNTS(27, 1, 0), {ROOT, LEAF, NODE(0, 0, 0, 0), GOOD}},
    {"a root with a run", false, COUNTS(11, 1, 0), {NODE(0, 0, 1, 1), 'a', AT(0), GOOD}},
    {"an unknown way", false, COUNTS(21, 1, 0), {NODE(4, 1, 0, 0), 'a', AT(11), LEAF, GOOD}},
    {"an entry too few", false, COUNTS(21, 1, 0), {ROOT, NODE(0, 0, 0, 2), AT(0), GOOD}},
    {"an entry nobody has", false, COUNTS(21, 2, 0), {ROOT, LEAF, GOOD, GOOD}},
    {"the entry of another", false, COUNTS(21, 1, 0), {ROOT, NODE(0, 0, 0, 1), AT(1), GOOD}},
    {"an unknown group", false, COUNTS(21, 1, 0), {ROOT, LEAF, ENTRY(1, LEX_GROUP_COUNT, 1)}},
    {"a huge group", false, COUNTS(21, 1, 0), {ROOT, LEAF, ENTRY(1, 0xFFFF, 1)}},
    {"an unknown key", false, COUNTS(21, 1, 0), {ROOT, LEAF, ENTRY(13, LEX_MONTH, 1)}},
    {"no open key is there", false, COUNTS(21, 1, 0), {ROOT, LEAF, ENTRY(0, LEX_TYPE, 1)}},
    {"no language", false, COUNTS(21, 1, 0), {ROOT, LEAF, ENTRY(1, LEX_MONTH, 0)}},
    {"nothing at all", true, COUNTS(6, 0, 0), {NODE(0, 0, 0, 0)}},
    {"a key of a closed group", false, COUNTS(6, 0, 3), {NODE(0, 0, 0, 0), LEX_MONTH, 'x', 0}},
    {"a key of no group", false, COUNTS(6, 0, 3), {NODE(0, 0, 0, 0), 200, 'x', 0}},
    {"a key twice", false, COUNTS(6, 0, 6), {NODE(0, 0, 0, 0), LEX_TYPE, 'x', 0, LEX_TYPE, 'x', 0}},
    {"a key that does not end", false, COUNTS(6, 0, 2), {NODE(0, 0, 0, 0), LEX_TYPE, 'x'}},
    {"a group and no more", false, COUNTS(6, 0, 1), {NODE(0, 0, 0, 0), LEX_TYPE}},
};

static void put_forged(LexiconFileHead head, const void *body) {
    Lexicon *lexicon = empty_lexicon();
    size_t len = head.size + head.entries * 8u + head.keys_size;
    char *file = g_malloc(sizeof head + len);
    head.magic = LEX_FILE_MAGIC;
    head.version = LEX_FILE_VERSION;
    cr_assert(lexicon_fingerprint(lexicon, FOLDER, &head.fingerprint));
    head.checksum = lexicon_digest(0, (Str){body, len});
    memcpy(file, &head, sizeof head);
    memcpy(file + sizeof head, body, len);
    put(file, sizeof head + len);
    g_free(file);
    lexicon_free(&lexicon);
}

Test(lexicon_cache, forged_files_cannot_point_outside) {
    for (size_t i = 0; i < G_N_ELEMENTS(forgeries); i++) {
        put_forged(forgeries[i].head, forgeries[i].body);
        cr_expect_eq(is_taken(), forgeries[i].taken, "%s", forgeries[i].what);
        if (!forgeries[i].taken)
            same_as_plain(forgeries[i].what);
    }
    for (uint32_t depth = TRIE_DEPTH_MAX - 1; depth <= TRIE_DEPTH_MAX + 1; depth++) { /* nothing but "any letters" */
        const unsigned char star[] = {NODE(TRIE_WAY_STAR, 0, 0, 0)};
        uint32_t size = depth * 10 + 6;
        unsigned char *stars = g_malloc0(size);
        for (uint32_t i = 0, next = 10; i < depth; i++, next += 10) {
            memcpy(stars + next - 10, star, sizeof star);
            memcpy(stars + next - 4, &next, sizeof next);
        }
        put_forged((LexiconFileHead)COUNTS(size, 0, 0), stars);
        cr_expect_eq(is_taken(), depth <= TRIE_DEPTH_MAX, "%u stars", depth);
        g_free(stars);
    }
}

/* Hits of a chance word that only a changed folder has. */
static size_t hits_of(const char *folder, const char *word) {
    Lexicon *lexicon = lexicon_open(folder, compiled, NULL);
    cr_assert(lexicon);
    size_t n = scan(lexicon, str_of(word)).len;
    lexicon_free(&lexicon);
    return n;
}

Test(lexicon_cache, what_the_files_say_now_counts) {
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        char *name = g_strdup_printf("%s.ini", language_word((Language)language)), *text;
        char *from = g_build_filename(FOLDER, name, NULL), *to = g_build_filename(scratch, name, NULL);
        cr_assert(g_file_get_contents(from, &text, NULL, NULL));
        char *changed = language == LANGUAGE_RU ? g_strconcat(text, "\n[country]\nname = wxyzzy\n", NULL) : g_strdup(text);
        cr_assert(g_file_set_contents(to, changed, -1, NULL));
        g_free(text);
        g_free(changed);
        g_free(name);
        g_free(from);
        g_free(to);
    }
    cr_assert_eq(hits_of(FOLDER, "wxyzzy"), 0);
    cr_assert_eq(hits_of(scratch, "wxyzzy"), 1, "stale");
    cr_assert(lexicon_compile(scratch, compiled, NULL));
    cr_assert_eq(hits_of(scratch, "wxyzzy"), 1);
    cr_assert_eq(hits_of(FOLDER, "wxyzzy"), 0, "of another folder");
    char *file = g_build_filename(scratch, "ja.ini", NULL);
    g_remove(file);
    g_free(file);
    GError *error = NULL;
    cr_assert_null(lexicon_open(scratch, compiled, &error), "a language is missing");
    cr_assert(strstr(error->message, "ja.ini"), "%s", error->message);
    g_error_free(error);
}
