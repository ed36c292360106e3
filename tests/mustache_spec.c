/* Runs Mustache's own specification: build/mustache-spec DIR, where DIR holds specs/<module>.json as published.
 *
 * Modules whose name begins with "~" are optional: lambdas need code in the data and are passed over, of the others the
 * cases are counted apart. Ends with "N passed, N failed" over the required modules; exit status 1 if one failed. */
#include <glib.h>
#include <jansson.h>
#include <stdio.h>

#include "reply/mustache_json.h"
#include "base/banned.h"

typedef struct Score {
    unsigned passed, failed;
} Score;

static Str str_json(const json_t *text) {
    return (Str){json_string_value(text), json_string_length(text)};
}

static bool run(json_t *test, const char *module) {
    Names *names = names_new();
    Mustache *set = mustache_new(names);
    Arena *arena = arena_new();
    GError *error = NULL;
    Buf out = {.arena = arena};
    Str wanted = str_json(json_object_get(test, "expected"));
    bool done = mustache_add(set, STR(" main"), STR("template"), str_json(json_object_get(test, "template")), &error);
    const char *name;
    json_t *partial;
    json_object_foreach (json_object_get(test, "partials"), name, partial)
        done = done && mustache_add(set, str_of(name), str_of(name), str_json(partial), &error);
    done = done && mustache_render_json(set, STR(" main"), json_object_get(test, "data"), MUSTACHE_HTML, &out, &error);
    bool same = done && str_eq(buf_str(&out), wanted);
    if (!same)
        printf("%s: %s\n  wanted %s\n  got    %s\n", module, json_string_value(json_object_get(test, "name")),
               wanted.data, error ? error->message : buf_str(&out).data);
    g_clear_error(&error);
    arena_free(&arena);
    mustache_free(&set);
    names_free(&names);
    return same;
}

static bool run_file(const char *path, const char *module, Score *score) {
    json_error_t error;
    json_t *spec = json_load_file(path, 0, &error);
    if (!spec) {
        fprintf(stderr, "mustache-spec: %s:%d: %s\n", path, error.line, error.text);
        return false;
    }
    size_t i;
    json_t *test;
    json_array_foreach (json_object_get(spec, "tests"), i, test) {
        if (run(test, module))
            score->passed++;
        else
            score->failed++;
    }
    json_decref(spec);
    return true;
}

static bool run_folder(const char *folder, GDir *dir, Score *required, Score *optional) {
    bool readable = true;
    for (const char *name; (name = g_dir_read_name(dir));) {
        bool passed_over = g_str_has_prefix(name, "~lambdas") || g_str_has_prefix(name, "~inheritance");
        if (!g_str_has_suffix(name, ".json") || passed_over)
            continue;
        char *path = g_build_filename(folder, name, NULL);
        readable = run_file(path, name, name[0] == '~' ? optional : required) && readable;
        g_free(path);
    }
    return readable;
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "usage: mustache-spec DIR\n");
        return 2;
    }
    GError *error = NULL;
    char *folder = g_build_filename(argv[1], "specs", NULL);
    GDir *dir = g_dir_open(folder, 0, &error);
    if (!dir) {
        fprintf(stderr, "mustache-spec: %s\n", error->message);
        g_clear_error(&error);
        g_free(folder);
        return 2;
    }
    Score required = {0}, optional = {0};
    bool readable = run_folder(folder, dir, &required, &optional);
    g_dir_close(dir);
    g_free(folder);
    printf("optional modules: %u of %u\n", optional.passed, optional.passed + optional.failed);
    printf("%u passed, %u failed\n", required.passed, required.failed);
    return readable && required.passed && !required.failed ? 0 : 1;
}
