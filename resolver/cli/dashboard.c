/* resolver dashboard: the store of refreshes: import, list, forget; export and diff are in dashboard_show.c. */
#define _POSIX_C_SOURCE 200809L
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/dashboard.h"
#include "cli/text.h"
#include "run/datadir.h"
#include "run/extractor.h"
#include "run/jsonout.h"
#include "run/refresh.h"
#include "base/banned.h"

bool task_fail(Task *task, const char *format, ...) {
    va_list args;
    va_start(args, format);
    task->error = g_error_new_valist(g_quark_from_static_string("resolver-cli"), 1, format, args);
    va_end(args);
    return false;
}

/* ---- import ---- */

static void say_snapshot(const Snapshot *snapshot, Arena *arena) {
    printf("snapshot %lld of " STR_FMT, (long long)snapshot->id, STR_ARG(date_iso(arena, snapshot->date)));
}

/* A file's name is whatever its maker wished. */
static void say_name(Str name, Arena *arena) {
    Buf buf = {.arena = arena};
    text_add_escaped(&buf, name);
    cli_print(&buf);
}

static void say_dated(const RefreshOutcome *outcome, Arena *arena) {
    static const char *const words[] = {"as given", "the date in the name of ", "the day on which it was changed: ",
                                        "the day on which it was fetched: "};
    printf(" (%s", words[outcome->dated]);
    say_name(outcome->dated_by, arena);
    putchar(')');
}

static void say_outcome(const Task *task, const RefreshOutcome *outcome) {
    const Snapshot *snapshot = &outcome->kept.snapshot;
    printf("%s: ", task->store);
    if (outcome->kept.unchanged) {
        printf("no change: the same %zu %s ", snapshot->rows, snapshot->rows == 1 ? "row is" : "rows are");
        say_snapshot(snapshot, task->arena);
        puts("");
        return;
    }
    say_snapshot(snapshot, task->arena);
    say_dated(outcome, task->arena);
    printf(": %zu row%s", snapshot->rows, snapshot->rows == 1 ? "" : "s");
    if (snapshot->left_out)
        printf(", %zu left out", snapshot->left_out);
    puts("");
}

/* On a terminal alone; wiped before anything else is said. */
static void tell_rows(void *self, size_t rows) {
    (void)self;
    fprintf(stderr, "\r%zu rows\033[K", rows);
}

static void tell_end(void) {
    if (isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
}

/* A mapped file that becomes shorter is not there any more where it is read. What was not committed is not in the store. */
static void file_is_gone(int signal) {
    static const char words[] = "resolver: a file became shorter while it was read; nothing was imported, try again when it is written\n";
    ssize_t told = write(STDERR_FILENO, words, sizeof words - 1);
    (void)signal;
    (void)told;
    _exit(EXIT_USAGE);
}

static bool import_with(Task *task, const Lexicon *lexicon, const Connect *connect, Date date, RefreshOutcome *out) {
    GPtrArray *warnings = g_ptr_array_new_with_free_func(g_free);
    ExtractService *service = extract_service_new();
    extract_service_begin(service);
    DashboardReader reader = {.lexicon = lexicon, .extractor = extract_service_extractor(service),
                              .fetch = connect ? connect_fetch(connect) : NULL, .mapped = true};
    const RefreshWatch watch = {NULL, tell_rows};
    struct sigaction before;
    sigaction(SIGBUS, &(struct sigaction){.sa_handler = file_is_gone}, &before);
    bool good = refresh_import(&reader, task->store, task->words, date, task->arena, warnings,
                               isatty(STDERR_FILENO) ? &watch : NULL, out, &task->error);
    sigaction(SIGBUS, &before, NULL);
    tell_end();
    for (guint i = 0; i < warnings->len; i++)
        cli_complain("%s", (char *)warnings->pdata[i]);
    g_ptr_array_unref(warnings);
    extract_service_free(&service);
    return good;
}

static bool do_import(Task *task) {
    DataDir data;
    Date date = {0};
    RefreshOutcome outcome;
    const char *given = task->arguments->value[OPTION_DATE];
    if (given && (!date_parse_iso(str_of(given), &date) || given[10]))
        return task_fail(task, "--date %s is no date; write it as 2026-01-15", given);
    Connect *connect;
    if (!cli_connect(task->arguments, task->words, &connect))
        return false;
    if (!datadir_find(NULL, &data, &task->error)) {
        cli_disconnect(&connect);
        return false;
    }
    Lexicon *lexicon = datadir_lexicon(&data, &task->error);
    datadir_clear(&data);
    bool good = lexicon && import_with(task, lexicon, connect, date, &outcome);
    cli_disconnect(&connect);
    lexicon_free(&lexicon);
    if (good)
        say_outcome(task, &outcome);
    return good;
}

/* ---- the others ---- */

static void list_text(const Snapshot *one, Arena *arena) {
    printf("%6lld  " STR_FMT "  %10zu rows", (long long)one->id, STR_ARG(date_iso(arena, one->date)), one->rows);
    for (size_t j = 0; j < one->sources.len; j++) {
        fputs(j ? ", " : "  ", stdout);
        say_name(one->sources.items[j], arena);
    }
    puts("");
}

static void list_json(const Snapshot *one, Arena *arena) {
    Buf buf = {.arena = arena};
    JsonOut json = {.buf = &buf};
    jsonout_open(&json, NULL, '{');
    jsonout_int(&json, "snapshot", one->id);
    jsonout_text(&json, "date", date_iso(arena, one->date));
    jsonout_text(&json, "imported", one->imported);
    jsonout_int(&json, "rows", (int64_t)one->rows);
    jsonout_int(&json, "left_out", (int64_t)one->left_out);
    jsonout_text(&json, "content", one->content);
    jsonout_open(&json, "sources", '[');
    for (size_t i = 0; i < one->sources.len; i++)
        jsonout_text(&json, NULL, one->sources.items[i]);
    jsonout_close(&json, ']');
    jsonout_close(&json, '}');
    buf_add_char(&buf, '\n');
    cli_print(&buf);
}

static bool do_list(Task *task) {
    const char *format = task->arguments->value[OPTION_FORMAT];
    bool json = g_strcmp0(format, "ndjson") == 0;
    if (format && !json && strcmp(format, "text") != 0)
        return task_fail(task, "there is no format \"%s\" for that", format);
    SnapshotList all;
    Snapshots *snapshots = snapshots_open(task->store, &task->error);
    if (!snapshots)
        return false;
    bool good = snapshots_list(snapshots, task->arena, &all, &task->error);
    for (size_t i = 0; good && i < all.len; i++)
        (json ? list_json : list_text)(&all.items[i], task->arena);
    snapshots_close(&snapshots);
    return good;
}

static bool do_forget(Task *task) {
    Snapshot found;
    Snapshots *snapshots = g_file_test(task->store, G_FILE_TEST_EXISTS) ? snapshots_open_writable(task->store, &task->error)
                                                                        : snapshots_open(task->store, &task->error);
    bool good = snapshots && snapshots_find(snapshots, task->arena, str_of(task->words[0]), &found, &task->error) &&
                snapshots_forget(snapshots, found.id, &task->error);
    snapshots_close(&snapshots);
    if (good) {
        printf("%s: forgot ", task->store);
        say_snapshot(&found, task->arena);
        puts("");
    }
    return good;
}

/* ---- which ---- */

static const struct Doing {
    const char *name;
    bool (*run)(Task *task);
    size_t least, most;
    const char *usage;
} doings[] = {
    {"import", do_import, 1, SIZE_MAX, "resolver dashboard import FILE... --store kpi.db [--date DATE]"},
    {"list", do_list, 0, 0, "resolver dashboard list --store kpi.db"},
    {"diff", dashboard_diff, 2, 2, "resolver dashboard diff BEFORE AFTER --store kpi.db"},
    {"export", dashboard_export, 0, 0, "resolver dashboard export --store kpi.db [--snapshot DATE]"},
    {"forget", do_forget, 1, 1, "resolver dashboard forget DATE|NUMBER --store kpi.db"},
};

static const struct Doing *doing_of(const char *name) {
    for (size_t i = 0; i < G_N_ELEMENTS(doings); i++)
        if (g_strcmp0(name, doings[i].name) == 0)
            return &doings[i];
    return NULL;
}

int command_dashboard(const Arguments *arguments) {
    const char *const *words = (const char *const *)arguments->words->pdata;
    const struct Doing *doing = doing_of(words[0]);
    Task task = {.arguments = arguments, .store = arguments->value[OPTION_STORE], .words = words + 1, .n = arguments->words->len - 2};
    if (!doing)
        return cli_misused("dashboard does: import, list, diff, export, forget");
    if (task.n < doing->least || task.n > doing->most)
        return cli_misused("it is: %s", doing->usage);
    if (!task.store)
        return cli_misused("which store? give it with --store kpi.db");
    task.arena = arena_new();
    bool good = doing->run(&task);
    if (task.error)
        cli_complain("%s", task.error->message);
    g_clear_error(&task.error);
    arena_free(&task.arena);
    return good ? EXIT_RESOLVED : EXIT_USAGE;
}
