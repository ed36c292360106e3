/* cases: runs the resolver on labelled tickets and compares the result with what each case expects.
 *
 *     cases RESOLVER FOLDER [ID]
 *
 * A case is a folder with case.json: {"id", "about", "ticket", "dashboard": [...], "as_of", "partner",
 * "expect": {"intent", "decision", "language", "partner_id", "documents": [{"name", "kind", "accepted"}], "missing": [],
 * "lines": [{"claim": {...}, "missing": [], "decision", "findings": [], "findings_optional": []}],
 * "reply_mentions": [text or [alternatives]], "reply_never": [text], "reply": null when none is due}}.
 * Keys that a case does not give are not compared. With ID only the cases whose id begins so. A case named in
 * FOLDER/known.txt ("id reason") is skipped and said to be. The last line counts. The results are also appended to the file
 * named by CASES_RESULTS, if any. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <jansson.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/banned.h"

#define SECONDS_PER_CASE 60

extern char **environ;

static GPtrArray *faults; /* of the case at hand: char * */

static void fault(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void fault(const char *format, ...) {
    va_list args;
    va_start(args, format);
    g_ptr_array_add(faults, g_strdup_vprintf(format, args));
    va_end(args);
}

/* ---- running ---- */

static char *read_all(int fd, gint64 deadline) {
    GString *out = g_string_new(NULL);
    char block[65536];
    for (;;) {
        struct pollfd wait = {fd, POLLIN, 0};
        gint64 left = (deadline - g_get_monotonic_time()) / 1000;
        if (left <= 0 || poll(&wait, 1, (int)left) <= 0)
            break;
        ssize_t n = read(fd, block, sizeof block);
        if (n <= 0)
            break;
        g_string_append_len(out, block, n);
    }
    return g_string_free(out, FALSE);
}

static GPtrArray *command_of(const char *resolver, const json_t *rule) {
    GPtrArray *argv = g_ptr_array_new();
    size_t i;
    json_t *item;
    const char *const fixed[] = {resolver, "resolve", "--format", "ndjson", "--as-of"};
    for (size_t k = 0; k < G_N_ELEMENTS(fixed); k++)
        g_ptr_array_add(argv, (char *)fixed[k]);
    g_ptr_array_add(argv, (char *)json_string_value(json_object_get(rule, "as_of")));
    json_array_foreach(json_object_get(rule, "dashboard"), i, item) {
        g_ptr_array_add(argv, "-d");
        g_ptr_array_add(argv, (char *)json_string_value(item));
    }
    if (json_is_string(json_object_get(rule, "partner"))) {
        g_ptr_array_add(argv, "--partner");
        g_ptr_array_add(argv, (char *)json_string_value(json_object_get(rule, "partner")));
    }
    g_ptr_array_add(argv, (char *)json_string_value(json_object_get(rule, "ticket")));
    g_ptr_array_add(argv, NULL);
    return argv;
}

/* For tests/replay, which resolves the results again. */
static void keep(const char *result) {
    const char *path = g_getenv("CASES_RESULTS");
    FILE *file = path ? fopen(path, "a") : NULL;
    if (!file)
        return;
    fputs(result, file);
    fclose(file);
}

/* Its standard output; NULL when it could not be started. *status as of waitpid(). */
static char *run(char **argv, const char *folder, int *status) {
    int ends[2];
    pid_t child;
    posix_spawn_file_actions_t actions;
    if (pipe2(ends, O_CLOEXEC) != 0)
        return NULL;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addchdir_np(&actions, folder);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    int failed = posix_spawn(&child, argv[0], &actions, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (failed) {
        close(ends[0]);
        return NULL;
    }
    gint64 deadline = g_get_monotonic_time() + SECONDS_PER_CASE * G_TIME_SPAN_SECOND;
    char *out = read_all(ends[0], deadline);
    close(ends[0]);
    if (g_get_monotonic_time() >= deadline) {
        kill(child, SIGKILL);
        fault("timed out after %d seconds", SECONDS_PER_CASE);
    }
    waitpid(child, status, 0);
    return out;
}

static json_t *result_of(const char *resolver, const char *folder, const json_t *rule) {
    int status = 0;
    json_error_t error;
    GPtrArray *argv = command_of(resolver, rule);
    char *out = run((char **)argv->pdata, folder, &status);
    g_ptr_array_unref(argv);
    json_t *result = out ? json_loads(out, 0, &error) : NULL;
    if (!out)
        fault("%s cannot be run: %s", resolver, g_strerror(errno));
    else if (WIFSIGNALED(status))
        fault("killed by signal %d", WTERMSIG(status));
    else if (!result)
        fault("exit %d, and no single JSON object: %s", WEXITSTATUS(status), error.text);
    if (result)
        keep(out);
    g_free(out);
    return result;
}

/* ---- comparing ---- */

static const char *const figures[] = {"month",          "year",      "omlp_type",     "purchase_units",
                                      "invoice_number", "kpi_value", "revenue_value", "currency"};

/* A value as text: numbers without "+", leading zeros and zeros at the end of their fraction. */
static char *canonical(const char *field, const json_t *value) {
    if (!value || json_is_null(value))
        return NULL;
    char *text = json_is_string(value) ? g_strdup(json_string_value(value)) : json_dumps(value, JSON_ENCODE_ANY);
    if (strcmp(field, "invoice_number") == 0 || strcmp(field, "omlp_type") == 0) {
        char *wide = g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);
        char *cased = field[0] == 'o' ? g_utf8_casefold(wide, -1) : g_strdup(wide);
        GString *packed = g_string_new(NULL);
        for (const char *p = cased; *p; p = g_utf8_next_char(p))
            if (!g_unichar_isspace(g_utf8_get_char(p)))
                g_string_append_unichar(packed, g_utf8_get_char(p));
        g_free(wide);
        g_free(cased);
        g_free(text);
        return g_string_free(packed, FALSE);
    }
    if (strcmp(field, "currency") != 0 && strchr(text, '.')) {
        size_t len = strlen(text);
        while (len && text[len - 1] == '0')
            text[--len] = '\0';
        if (len && text[len - 1] == '.')
            text[--len] = '\0';
    }
    return text;
}

static bool same(const char *field, const json_t *want, const json_t *got) {
    g_autofree char *a = canonical(field, want), *b = canonical(field, got);
    return g_strcmp0(a, b) == 0;
}

static const char *shown(const json_t *value) {
    static char texts[4][256];
    static int turn;
    char *text = value ? json_dumps(value, JSON_ENCODE_ANY) : NULL;
    turn = (turn + 1) % 4;
    g_snprintf(texts[turn], sizeof texts[turn], "%s", text ? text : "nothing");
    free(text);
    return texts[turn];
}

static void compare_key(const char *where, const char *key, const json_t *want, const json_t *got) {
    if (want && !json_is_null(want) && !json_equal(want, got))
        fault("%s%s: want %s, got %s", where, key, shown(want), shown(got));
}

static bool holds(const json_t *array, const json_t *value) {
    size_t i;
    json_t *item;
    json_array_foreach(array, i, item) if (json_equal(item, value))
        return true;
    return false;
}

/* The same texts in any order. */
static void compare_set(const char *where, const json_t *want, const json_t *got) {
    size_t i;
    json_t *item;
    bool equal = json_array_size(want) == json_array_size(got);
    json_array_foreach(want, i, item) equal = equal && holds(got, item);
    if (want && !equal)
        fault("%s: want %s, got %s", where, shown(want), shown(got));
}

static void compare_findings(size_t n, const json_t *line, const json_t *mine) {
    const json_t *must = json_object_get(line, "findings"), *may = json_object_get(line, "findings_optional");
    json_t *codes = json_array(), *item;
    size_t i;
    bool right = true;
    if (must) {
        json_array_foreach(json_object_get(mine, "findings"), i, item)
            json_array_append(codes, json_object_get(item, "code"));
        json_array_foreach(must, i, item) right = right && holds(codes, item);
        json_array_foreach(codes, i, item) right = right && (holds(must, item) || holds(may, item));
        if (!right)
            fault("line %zu findings: want %s, got %s", n, shown(must), shown(codes));
    }
    json_decref(codes);
}

static void compare_line(size_t n, const json_t *line, const json_t *mine) {
    char where[64];
    const json_t *want = json_object_get(line, "claim"), *got = json_object_get(mine, "claim");
    for (size_t i = 0; i < G_N_ELEMENTS(figures); i++) {
        const json_t *a = json_object_get(want, figures[i]), *b = json_object_get(got, figures[i]);
        bool asked = a || (b && strcmp(figures[i], "currency") != 0); /* a currency more is no fault */
        if (asked && !same(figures[i], a, b))
            fault("line %zu %s: want %s, got %s", n, figures[i], shown(a), shown(b));
    }
    g_snprintf(where, sizeof where, "line %zu missing", n);
    compare_set(where, json_object_get(line, "missing"), json_object_get(mine, "missing"));
    g_snprintf(where, sizeof where, "line %zu ", n);
    compare_key(where, "decision", json_object_get(line, "decision"), json_object_get(mine, "decision"));
    compare_findings(n, line, mine);
}

static void compare_lines(const json_t *want, const json_t *got) {
    size_t i;
    json_t *line;
    if (!want)
        return;
    if (json_array_size(want) != json_array_size(got))
        fault("lines: want %zu, got %zu", json_array_size(want), json_array_size(got));
    json_array_foreach(want, i, line) if (i < json_array_size(got))
        compare_line(i + 1, line, json_array_get(got, i));
}

static void compare_documents(const json_t *want, const json_t *got) {
    size_t i, k;
    json_t *document, *mine, *left = json_copy((json_t *)got);
    json_array_foreach(want, i, document) {
        const char *name = json_string_value(json_object_get(document, "name"));
        char where[256];
        bool found = false;
        json_array_foreach(left, k, mine) {
            if (!json_equal(json_object_get(mine, "name"), json_object_get(document, "name")))
                continue;
            found = true;
            g_snprintf(where, sizeof where, "document %s ", name);
            compare_key(where, "kind", json_object_get(document, "kind"), json_object_get(mine, "kind"));
            compare_key(where, "accepted", json_object_get(document, "accepted"), json_object_get(mine, "accepted"));
            json_array_remove(left, k);
            break;
        }
        if (!found)
            fault("document %s: not there", name);
    }
    json_decref(left);
}

/* Width, case and every kind of space do not count: "1 234" matches "1\u202f234". */
static char *squeezed(const char *text) {
    g_autofree char *wide = g_utf8_normalize(text ? text : "", -1, G_NORMALIZE_ALL_COMPOSE);
    g_autofree char *cased = g_utf8_casefold(wide ? wide : "", -1);
    GString *out = g_string_new(NULL);
    for (const char *p = cased; *p; p = g_utf8_next_char(p))
        if (!g_unichar_isspace(g_utf8_get_char(p)))
            g_string_append_unichar(out, g_utf8_get_char(p));
    return g_string_free(out, FALSE);
}

static bool mentions(const char *reply, const json_t *text) {
    g_autofree char *needle = squeezed(json_string_value(text));
    return strstr(reply, needle) != NULL;
}

static void compare_reply(const json_t *expect, const json_t *result) {
    const json_t *reply = json_object_get(result, "reply");
    size_t i, k;
    json_t *item, *option;
    const char *subject = json_string_value(json_object_get(reply, "subject"));
    const char *body = json_string_value(json_object_get(reply, "text"));
    g_autofree char *both = g_strconcat(subject ? subject : "", " ", body ? body : "", NULL);
    g_autofree char *text = squeezed(both);
    json_array_foreach(json_object_get(expect, "reply_mentions"), i, item) {
        bool said = json_is_string(item) && mentions(text, item);
        json_array_foreach(item, k, option) said = said || mentions(text, option);
        if (!said)
            fault("the reply does not say %s", shown(item));
    }
    json_array_foreach(json_object_get(expect, "reply_never"), i, item) if (mentions(text, item))
        fault("THE REPLY LEAKS %s", shown(item));
    if (json_is_null(json_object_get(expect, "reply"))) {
        if (!json_is_null(reply))
            fault("a reply was drafted where none is due");
        return;
    }
    const char *decision = json_string_value(json_object_get(result, "decision"));
    bool send = g_strcmp0(decision, "review") != 0;
    if (!json_is_boolean(json_object_get(reply, "send")) || json_is_true(json_object_get(reply, "send")) != send)
        fault("reply.send is %s for %s", shown(json_object_get(reply, "send")), decision);
}

static void compare(const json_t *rule, const json_t *result) {
    const json_t *expect = json_object_get(rule, "expect");
    static const char *const plain[] = {"intent", "decision", "language"};
    for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
        compare_key("", plain[i], json_object_get(expect, plain[i]), json_object_get(result, plain[i]));
    compare_key("", "partner_id", json_object_get(expect, "partner_id"),
                json_object_get(json_object_get(result, "ticket"), "partner_id"));
    compare_set("missing", json_object_get(expect, "missing"), json_object_get(result, "missing"));
    compare_documents(json_object_get(expect, "documents"), json_object_get(result, "documents"));
    compare_lines(json_object_get(expect, "lines"), json_object_get(result, "lines"));
    compare_reply(expect, result);
}

/* ---- all of them ---- */

static bool judge(const char *resolver, const char *folder, const json_t *rule) {
    const char *id = json_string_value(json_object_get(rule, "id"));
    const char *about = json_string_value(json_object_get(rule, "about"));
    faults = g_ptr_array_new_with_free_func(g_free);
    json_t *result = result_of(resolver, folder, rule);
    if (result)
        compare(rule, result);
    bool right = faults->len == 0;
    if (!right)
        printf("%s  %s\n    about: %s\n", id, folder, about ? about : "");
    for (guint i = 0; i < faults->len; i++)
        printf("    %s\n", (char *)faults->pdata[i]);
    json_decref(result);
    g_ptr_array_unref(faults);
    return right;
}

static gint by_name(gconstpointer a, gconstpointer b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static GPtrArray *names_in(const char *folder) {
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));)
        g_ptr_array_add(names, g_strdup(name));
    if (dir)
        g_dir_close(dir);
    g_ptr_array_sort(names, by_name);
    return names;
}

/* The reason why a case is known to fail; NULL when it is not. */
static const char *known_reason(char **known, const char *id) {
    for (; known && *known; known++)
        if (g_str_has_prefix(*known, id) && (*known)[strlen(id)] == ' ')
            return *known + strlen(id) + 1;
    return NULL;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: cases RESOLVER FOLDER [ID]\n");
        return 2;
    }
    g_autofree char *resolver = g_canonicalize_filename(argv[1], NULL);
    g_autofree char *list = g_build_filename(argv[2], "known.txt", NULL);
    char *known_text = NULL;
    g_file_get_contents(list, &known_text, NULL, NULL);
    g_auto(GStrv) known = known_text ? g_strsplit(known_text, "\n", -1) : NULL;
    size_t passed = 0, failed = 0, skipped = 0;
    GPtrArray *names = names_in(argv[2]);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *folder = g_build_filename(argv[2], names->pdata[i], NULL);
        g_autofree char *path = g_build_filename(folder, "case.json", NULL);
        json_error_t error;
        if (!g_file_test(path, G_FILE_TEST_EXISTS))
            continue;
        json_t *rule = json_load_file(path, 0, &error);
        const char *id = json_string_value(json_object_get(rule, "id"));
        const char *reason = id ? known_reason(known, id) : NULL;
        bool asked = !id || argc < 4 || g_str_has_prefix(id, argv[3]);
        if (!id) {
            printf("%s: %s\n", path, rule ? "no id" : error.text);
            failed++;
        } else if (asked && reason) {
            printf("%s  skipped: %s\n", id, reason);
            skipped++;
        } else if (asked && judge(resolver, folder, rule)) {
            passed++;
        } else if (asked) {
            failed++;
        }
        json_decref(rule);
    }
    g_ptr_array_unref(names);
    g_free(known_text);
    printf("cases: %zu passed, %zu failed, %zu skipped\n", passed, failed, skipped);
    return failed ? 1 : 0;
}
