#include "reply/templates.h"

#include <string.h>

#include "reply/context.h"
#include "base/banned.h"

#define TEMPLATES_ERROR (g_quark_from_static_string("templates"))
#define SUFFIX ".mustache"

const char *const templates_required[] = {
    "ticket",          "review",        "request_information", "no_discrepancy",      "explain_difference",
    "outside_window",  "request_invoice", "await_refresh",     "escalate_adjustment", "directory_listing",
    "business_plan",   "kpi_recognition", "training_duration", "enrollment",          "other",
    "quote",           NULL};

static gint by_path(gconstpointer a, gconstpointer b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *templates_files(const char *folder, GError **error) {
    GDir *dir = g_dir_open(folder, 0, error);
    if (!dir)
        return NULL;
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(dir));)
        if (g_str_has_suffix(name, SUFFIX) && name[0] != '.')
            g_ptr_array_add(files, g_build_filename(folder, name, NULL));
    g_dir_close(dir);
    g_ptr_array_sort(files, by_path);
    return files;
}

char *templates_name(const char *path) {
    char *name = g_path_get_basename(path);
    name[strlen(name) - strlen(SUFFIX)] = '\0';
    return name;
}

static bool load_file(Mustache *set, const char *path, GError **error) {
    char *source, *name = templates_name(path);
    gsize len;
    bool loaded = g_file_get_contents(path, &source, &len, error);
    if (loaded) {
        loaded = mustache_add(set, str_of(name), str_of(path), (Str){source, len}, error);
        g_free(source);
    }
    g_free(name);
    return loaded;
}

static bool load_set(TemplateSet *set, Names *names, const char *folder, const char *words, GError **error) {
    set->words = words_load(words, error);
    GPtrArray *files = set->words ? templates_files(folder, error) : NULL;
    if (!files)
        return false;
    set->mustache = mustache_new(names);
    bool loaded = true;
    for (guint i = 0; loaded && i < files->len; i++)
        loaded = load_file(set->mustache, files->pdata[i], error);
    g_ptr_array_free(files, TRUE);
    for (size_t i = 0; loaded && templates_required[i]; i++) {
        loaded = mustache_find(set->mustache, str_of(templates_required[i])) != NULL;
        if (!loaded)
            g_set_error(error, TEMPLATES_ERROR, 0, "%s/%s" SUFFIX " is missing", folder, templates_required[i]);
    }
    return loaded;
}

/* A folder without words.ini is no language. */
static bool load_language(Templates *templates, const char *root, Language language, GError **error) {
    char *folder = g_build_filename(root, language_word(language), NULL);
    char *words = g_build_filename(folder, "words.ini", NULL);
    bool loaded = !g_file_test(words, G_FILE_TEST_EXISTS) ||
                  load_set(&templates->of[language], templates->names, folder, words, error);
    g_free(words);
    g_free(folder);
    return loaded;
}

Templates *templates_load(const char *folder, GError **error) {
    Templates *templates = g_new0(Templates, 1);
    templates->names = context_names();
    bool loaded = true;
    for (int i = 0; loaded && i < LANGUAGE_COUNT; i++)
        loaded = load_language(templates, folder, (Language)i, error);
    if (loaded && !templates->of[LANGUAGE_EN].mustache) {
        g_set_error(error, TEMPLATES_ERROR, 0, "%s/en/words.ini: no English templates, the language of last resort",
                    folder);
        loaded = false;
    }
    if (!loaded)
        templates_free(&templates);
    return templates;
}

void templates_free(Templates **templates) {
    if (!*templates)
        return;
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        mustache_free(&(*templates)->of[i].mustache);
        words_free(&(*templates)->of[i].words);
    }
    names_free(&(*templates)->names);
    g_free(*templates);
    *templates = NULL;
}

const TemplateSet *templates_set(const Templates *templates, Language *language) {
    if (*language >= LANGUAGE_COUNT || !templates->of[*language].mustache)
        *language = LANGUAGE_EN;
    return &templates->of[*language];
}
