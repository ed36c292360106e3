/* Are the templates complete, balanced, and alike in every language? The work of `resolver templates check`.
 */
#include "reply/context.h"
#include "reply/templates.h"
#include "base/banned.h"

typedef struct Checker {
    const char *folder; /* of the language */
    Mustache *set;
    GPtrArray *problems;
} Checker;

static void problem(GPtrArray *problems, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void problem(GPtrArray *problems, const char *format, ...) {
    va_list args;
    va_start(args, format);
    g_ptr_array_add(problems, g_strdup_vprintf(format, args));
    va_end(args);
}

static void tag_problem(Checker *c, const MustacheTemplate *t, const MustacheTag *tag, const char *what) {
    problem(c->problems, STR_FMT ":%zu: %s: " STR_FMT, STR_ARG(t->file), tag->line, what, STR_ARG(tag->text));
}

static void take_error(GPtrArray *problems, GError **error) {
    problem(problems, "%s", (*error)->message);
    g_clear_error(error);
}

/* ---- one template ---- */

/* Every part of a dotted name must be known; the shape is that of the last one. */
static bool shape_of(Str name, ContextShape *shape) {
    if (str_eq(name, STR("."))) {
        *shape = CONTEXT_TEXT;
        return true;
    }
    for (;;) {
        ptrdiff_t dot = str_find_char(name, '.');
        if (!context_shape(dot < 0 ? name : str_sub(name, 0, (size_t)dot), shape))
            return false;
        if (dot < 0)
            return true;
        name = str_sub(name, (size_t)dot + 1, name.len);
    }
}

static bool has_digit(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if (g_ascii_isdigit(text.data[i]))
            return true;
    return false;
}

static void check_name(Checker *c, const MustacheTemplate *t, const MustacheTag *tag) {
    bool section = tag->op == MUSTACHE_SECTION || tag->op == MUSTACHE_INVERTED;
    ContextShape shape;
    if (!shape_of(tag->text, &shape))
        tag_problem(c, t, tag, "unknown variable");
    else if (tag->op == MUSTACHE_PARTIAL && shape != CONTEXT_TEMPLATE)
        tag_problem(c, t, tag, "names no template");
    else if (section && shape == CONTEXT_TEMPLATE)
        tag_problem(c, t, tag, "names a template, use {{>*...}}");
    else if (!section && tag->op != MUSTACHE_PARTIAL && shape != CONTEXT_TEXT)
        tag_problem(c, t, tag, "is no text, use {{#...}}");
}

static void check_template(Checker *c, const MustacheTemplate *t) {
    for (size_t i = 0; i < t->tags.len; i++) {
        const MustacheTag *tag = &t->tags.items[i];
        if (tag->op == MUSTACHE_LITERAL && has_digit(tag->text))
            tag_problem(c, t, tag, "a figure in the text; every figure of a reply must come from the record");
        else if (tag->op == MUSTACHE_PARTIAL && !tag->dynamic && !mustache_find(c->set, tag->text))
            tag_problem(c, t, tag, "there is no such template");
        else if (tag->op == MUSTACHE_PARTIAL ? tag->dynamic
                                             : tag->op >= MUSTACHE_VALUE && tag->op <= MUSTACHE_INVERTED)
            check_name(c, t, tag);
    }
}

/* ---- one language ---- */

static void compile_file(Checker *c, const char *path) {
    GError *error = NULL;
    char *source = NULL, *name = templates_name(path);
    gsize len = 0;
    if (!g_file_get_contents(path, &source, &len, &error) ||
        !mustache_add(c->set, str_of(name), str_of(path), (Str){source, len}, &error))
        take_error(c->problems, &error);
    g_free(source);
    g_free(name);
}

/* False when it was there, but did not compile: that is reported already. */
static bool is_missing(const Checker *c, const char *name) {
    char *path = g_strdup_printf("%s/%s.mustache", c->folder, name);
    bool missing = !mustache_find(c->set, str_of(name)) && !g_file_test(path, G_FILE_TEST_EXISTS);
    g_free(path);
    return missing;
}

static void check_words(Checker *c) {
    GError *error = NULL;
    char *path = g_build_filename(c->folder, "words.ini", NULL);
    Words *words = words_load(path, &error);
    if (!words)
        take_error(c->problems, &error);
    words_free(&words);
    g_free(path);
}

static void check_language(Checker *c) {
    GError *error = NULL;
    GPtrArray *files = templates_files(c->folder, &error);
    if (!files) {
        take_error(c->problems, &error);
        return;
    }
    for (guint i = 0; i < files->len; i++)
        compile_file(c, files->pdata[i]);
    g_ptr_array_free(files, TRUE);
    for (size_t i = 0; templates_required[i]; i++)
        if (is_missing(c, templates_required[i]))
            problem(c->problems, "%s/%s.mustache: is missing", c->folder, templates_required[i]);
    GPtrArray *list = mustache_list(c->set);
    for (guint i = 0; i < list->len; i++)
        check_template(c, list->pdata[i]);
    g_ptr_array_free(list, TRUE);
    check_words(c);
}

/* ---- the languages beside each other ---- */

/* The variables that a template shows, itself or by its partials. */
static void collect(const Mustache *set, const MustacheTemplate *t, GHashTable *shown, GHashTable *seen) {
    if (!t || !g_hash_table_add(seen, (gpointer)t))
        return;
    for (size_t i = 0; i < t->tags.len; i++) {
        const MustacheTag *tag = &t->tags.items[i];
        if (tag->op == MUSTACHE_VALUE || tag->op == MUSTACHE_RAW)
            g_hash_table_add(shown, g_strndup(tag->text.data, tag->text.len));
        else if (tag->op == MUSTACHE_PARTIAL && !tag->dynamic)
            collect(set, mustache_find(set, tag->text), shown, seen);
    }
}

static GHashTable *shown_by(const Mustache *set, const char *name) {
    GHashTable *shown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTable *seen = g_hash_table_new(g_direct_hash, g_direct_equal);
    collect(set, mustache_find(set, str_of(name)), shown, seen);
    g_hash_table_destroy(seen);
    return shown;
}

static gint by_text(gconstpointer a, gconstpointer b) {
    return g_strcmp0(a, b);
}

/* What `here` shows and `there` does not. */
static void compare(Checker *c, const char *name, GHashTable *here, GHashTable *there, const char *what) {
    GList *keys = g_list_sort(g_hash_table_get_keys(here), by_text);
    for (GList *key = keys; key; key = key->next)
        if (!g_hash_table_contains(there, key->data))
            problem(c->problems, "%s/%s.mustache:1: %s: %s", c->folder, name, what, (const char *)key->data);
    g_list_free(keys);
}

static void check_alike(Checker *english, Checker *other) {
    for (size_t i = 0; templates_required[i]; i++) {
        const char *name = templates_required[i];
        if (!mustache_find(english->set, str_of(name)) || !mustache_find(other->set, str_of(name)))
            continue;
        GHashTable *wanted = shown_by(english->set, name), *got = shown_by(other->set, name);
        compare(other, name, wanted, got, "does not show what English shows");
        compare(other, name, got, wanted, "shows what English does not");
        g_hash_table_destroy(wanted);
        g_hash_table_destroy(got);
    }
}

bool templates_check(const char *folder, GPtrArray *problems) {
    Checker checkers[LANGUAGE_COUNT];
    Names *names = context_names();
    guint before = problems->len;
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        char *path = g_build_filename(folder, language_word((Language)i), NULL);
        checkers[i] = (Checker){path, mustache_new(names), problems};
        if (i == LANGUAGE_EN || g_file_test(path, G_FILE_TEST_IS_DIR))
            check_language(&checkers[i]);
        if (i != LANGUAGE_EN)
            check_alike(&checkers[LANGUAGE_EN], &checkers[i]);
    }
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        mustache_free(&checkers[i].set);
        g_free((char *)checkers[i].folder);
    }
    names_free(&names);
    return problems->len == before;
}
