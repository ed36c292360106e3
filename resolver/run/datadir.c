#define _GNU_SOURCE
#include "run/datadir.h"

#include <dlfcn.h>

#include "base/banned.h"

/* The two layouts: of the installed share/resolver, and of the source tree (whose compiled lexicon is in a build tree). */
static const struct {
    const char *lexicon, *compiled, *templates, *programme;
} layouts[] = {{"lexicon", "lexicon/lexicon.bin", "templates", "programme.ini"},
               {"parsers/lexicon", NULL, "templates", "resolver/match/programme.ini"}};

static bool take(const char *root, DataDir *out) {
    for (size_t i = 0; i < G_N_ELEMENTS(layouts); i++) {
        g_autofree char *lexicon = g_build_filename(root, layouts[i].lexicon, NULL);
        g_autofree char *programme = g_build_filename(root, layouts[i].programme, NULL);
        if (!g_file_test(lexicon, G_FILE_TEST_IS_DIR) || !g_file_test(programme, G_FILE_TEST_IS_REGULAR))
            continue;
        out->lexicon = g_steal_pointer(&lexicon);
        out->compiled = layouts[i].compiled ? g_build_filename(root, layouts[i].compiled, NULL) : NULL;
        out->programme = g_steal_pointer(&programme);
        out->templates = g_build_filename(root, layouts[i].templates, NULL);
        return true;
    }
    return false;
}

/* Around a program or library at `file`: the build tree keeps a link "source" to the source tree, and lexicon.bin
 * beside it. */
static bool take_around(const char *file, DataDir *out) {
    static const char *const around[] = {"source", "../source", "../share/resolver"};
    g_autofree char *folder = g_path_get_dirname(file);
    for (size_t i = 0; i < G_N_ELEMENTS(around); i++) {
        g_autofree char *root = g_build_filename(folder, around[i], NULL);
        if (!take(root, out))
            continue;
        if (!out->compiled) {
            g_autofree char *build = g_path_get_dirname(root);
            out->compiled = g_build_filename(build, "lexicon.bin", NULL);
        }
        return true;
    }
    return false;
}

static bool take_named(const char *root, const char *by, DataDir *out, GError **error) {
    if (take(root, out))
        return true;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "%s: no lexicon and programme.ini in it (named by %s)", root, by);
    return false;
}

bool datadir_find(const char *given, DataDir *out, GError **error) {
    static const char *const usual[] = {"/usr/local/share/resolver", "/usr/share/resolver"};
    const char *named = g_getenv("RESOLVER_DATA");
    *out = (DataDir){0};
    if (given)
        return take_named(given, "the caller", out, error);
    if (named && *named)
        return take_named(named, "RESOLVER_DATA", out, error);
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    if (program && take_around(program, out))
        return true;
    Dl_info self;
    if (dladdr(layouts, &self) && self.dli_fname && g_path_is_absolute(self.dli_fname) &&
        take_around(self.dli_fname, out))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(usual); i++)
        if (take(usual[i], out))
            return true;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                "no lexicon and programme.ini beside %s, nor in %s, nor in %s: name their folder in RESOLVER_DATA",
                program ? program : "the program", usual[0], usual[1]);
    return false;
}

Lexicon *datadir_lexicon(const DataDir *dir, GError **error) {
    GError *cause = NULL;
    Lexicon *lexicon = lexicon_open(dir->lexicon, dir->compiled, &cause);
    if (cause)
        g_set_error(error, cause->domain, cause->code, "%s; all words are read from %s, and RESOLVER_DATA names another data folder",
                    cause->message, dir->lexicon);
    g_clear_error(&cause);
    return lexicon;
}

void datadir_clear(DataDir *dir) {
    g_free(dir->lexicon);
    g_free(dir->compiled);
    g_free(dir->templates);
    g_free(dir->programme);
    *dir = (DataDir){0};
}
