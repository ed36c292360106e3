/* resolver resolve: every ticket decided, every reply drafted, in the order of the input, by several processes (queue/queue.h). */
#define _GNU_SOURCE
#include <signal.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/render.h"
#include "queue/queue.h"
#include "base/banned.h"

#define JOURNAL_NAME ".resolver-journal"

typedef struct Run {
    Pipeline *pipeline;
    Output *output;
    RenderOptions render;
    Progress progress;
    Journal *journal; /* NULL: none */
} Run;

/* ---- in the workers ---- */

static void forked(void *self) {
    output_forked(((Run *)self)->output);
    pipeline_forked(((Run *)self)->pipeline);
}

static Arena *begin(void *self) {
    return pipeline_begin(((Run *)self)->pipeline);
}

static Str complaint_of(const Run *run, const Outcome *outcome) {
    if (str_given(outcome->error))
        return outcome->error;
    if (str_given(outcome->withheld))
        return arena_printf(outcome->arena, "the draft is withheld: " STR_FMT, STR_ARG(outcome->withheld));
    if (outcome->reply || run->render.format != FORMAT_EML)
        return STR_NONE;
    if (str_given(outcome->duplicate_of))
        return arena_printf(outcome->arena, "no reply is due: the same was sent before, as ticket " STR_FMT,
                            STR_ARG(outcome->duplicate_of));
    return STR("no reply is due");
}

static void answer_of(const Run *run, const Outcome *outcome, QueueAnswer *answer) {
    *answer = (QueueAnswer){
        .id = outcome->id,
        .result = render(run->pipeline, outcome, &run->render),
        .complaint = complaint_of(run, outcome),
        .unreadable = str_given(outcome->error),
        .passing = outcome->passing,
        .stopped = outcome->stopped,
        .fatal = outcome->fatal,
        .kind = outcome->resolution ? outcome->resolution->decision : DECISION_COUNT,
        .trace = outcome->trace,
    };
}

static void resolve(void *self, const FeedItem *item, const Marks *marks, QueueAnswer *answer) {
    const Run *run = self;
    answer_of(run, pipeline_resolve_marked(run->pipeline, item, marks), answer);
}

/* ---- in the process of the command ---- */

static void lost(void *self, const FeedItem *item, Str why, QueueAnswer *answer) {
    const Run *run = self;
    answer_of(run, pipeline_lost(run->pipeline, item, why), answer);
}

/* Its name is taken before any ticket of this run gets one, in whatever order they come. */
static void recalled(void *self, const QueueAnswer *answer) {
    g_autofree char *file = str_given(answer->file) ? g_strndup(answer->file.data, answer->file.len) : NULL;
    if (file)
        output_skip(((Run *)self)->output, file);
}

static bool kept(void *self, const QueueAnswer *answer) {
    g_autofree char *file = str_given(answer->file) ? g_strndup(answer->file.data, answer->file.len) : NULL;
    return !file || output_has(((Run *)self)->output, file);
}

static void tell(Run *run, const QueueAnswer *answer) {
    if (!str_given(answer->complaint))
        return;
    progress_clear(&run->progress);
    cli_complain(STR_FMT ": " STR_FMT, STR_ARG(answer->id), STR_ARG(answer->complaint));
}

static bool write_result(void *self, Arena *arena, QueueAnswer *answer, bool known, GError **error) {
    Run *run = self;
    g_autofree char *file = NULL;
    tell(run, answer);
    progress_step(&run->progress, answer->unreadable ? DECISION_COUNT : (Decision)answer->kind, known);
    if (known && str_given(answer->file))
        return true;
    const char *again = str_given(answer->file) ? arena_str(arena, answer->file).data : NULL;
    bool good = !str_given(answer->result) ||
                output_write(run->output, answer->id, &(OutputAgain){again, answer->again}, answer->result, &file, error);
    answer->file = file ? arena_str(arena, str_of(file)) : STR_NONE;
    return good;
}

static bool flush(void *self, GError **error) {
    return output_flush(((Run *)self)->output, error);
}

static void position(void *self, uint64_t done, uint64_t total) {
    progress_position(&((Run *)self)->progress, done, total);
    progress_tell(&((Run *)self)->progress);
}

static volatile sig_atomic_t interrupted;

static void interrupt(int signal) {
    (void)signal;
    interrupted = 1;
}

/* The first Ctrl-C ends the run when what is finished is written; the second ends it at once. */
static void take_signals(void) {
    struct sigaction action = {.sa_handler = interrupt, .sa_flags = SA_RESTART | (int)SA_RESETHAND};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

static bool do_all(Run *run, const Arguments *arguments, unsigned workers) {
    g_autoptr(GError) error = NULL;
    QueueCalls calls = {.self = run, .forked = forked, .begin = begin, .resolve = resolve, .lost = lost,
                        .recalled = recalled, .kept = kept, .write = write_result, .flush = flush, .position = position};
    QueueOptions options = {.paths = (const char *const *)arguments->words->pdata, .paths_len = arguments->words->len - 1,
                            .workers = workers, .memory = pipeline_memory(run->pipeline), .journal = run->journal,
                            .retry_stopped = arguments->value[OPTION_RETRY] != NULL, .interrupted = &interrupted};
    take_signals();
    bool good = queue_run(&options, &calls, &error);
    progress_clear(&run->progress);
    bool closed = output_close(&run->output, good ? &error : NULL);
    if (error)
        cli_complain("cannot go on: %s", error->message);
    return good && closed;
}

/* ---- before and after ---- */

/* How many workers; false when the word is no number of them. 0: one a processor. */
static bool workers_of(const char *word, unsigned *workers) {
    guint64 n = 0;
    if (word && !g_ascii_string_to_unsigned(word, 10, 1, QUEUE_WORKERS_MAX, &n, NULL))
        return false;
    *workers = (unsigned)n;
    return true;
}

/* True when none is asked for: results in a folder always have one. */
static bool open_journal(Run *run, const Arguments *arguments, GError **error) {
    const char *folder = arguments->value[OPTION_OUTPUT], *given = arguments->value[OPTION_JOURNAL];
    if (!folder && !given)
        return true;
    g_autofree char *path = given ? g_strdup(given) : g_build_filename(folder, JOURNAL_NAME, NULL);
    g_autofree char *settings = g_strdup_printf("%sformat: %s%s\nresults: %s\n", pipeline_settings(run->pipeline),
                                                format_word(run->render.format), run->render.colour ? " in colour" : "",
                                                folder ? "in a folder" : "on standard output");
    JournalOptions options = {.path = path, .settings = settings, .folder = folder, .anew = arguments->value[OPTION_RESTART] != NULL,
                              .no_link = !given};
    run->journal = journal_open(&options, error);
    if (run->journal)
        pipeline_remember_by(run->pipeline, journal_key(run->journal));
    return run->journal != NULL;
}

/* False after complaining. */
static bool open_run(Run *run, const Arguments *arguments) {
    const char *folder = arguments->value[OPTION_OUTPUT];
    g_autoptr(GError) error = NULL;
    run->pipeline = cli_open(arguments);
    if (!run->pipeline)
        return false;
    run->output = output_open(folder, run->render.format, &error);
    if (!run->output)
        cli_complain("cannot write: %s", error->message);
    else if (!output_lock(run->output, &error)) /* before the journal is touched: a run that is refused changes nothing */
        cli_complain("cannot write: %s", error->message);
    else if (!open_journal(run, arguments, &error))
        cli_complain("%s", error->message);
    else
        return true;
    return false;
}

static void close_run(Run *run) {
    journal_close(&run->journal);
    if (run->output)
        output_close(&run->output, NULL);
    pipeline_free(&run->pipeline);
}

/* A monitor that reads the log must not take silence for success. */
static int end_log(Run *run, const char *how, int status) {
    g_autoptr(GError) error = NULL;
    if (progress_end(&run->progress, how, status, &error))
        return status;
    cli_complain("%s", error->message);
    return status == EXIT_RESOLVED ? EXIT_SOME_UNREADABLE : status;
}

static int do_run(Run *run, const Arguments *arguments, unsigned workers) {
    if (!open_run(run, arguments))
        return end_log(run, "not begun, see standard error", EXIT_USAGE);
    bool good = do_all(run, arguments, workers);
    int status = good && !interrupted && !run->progress.unreadable ? EXIT_RESOLVED : EXIT_SOME_UNREADABLE;
    if (good && interrupted) {
        g_autofree char *summary = progress_summary(&run->progress);
        cli_complain("interrupted after %s%s", summary, run->journal ? "; the same command goes on from there" : "");
    }
    return end_log(run, !good ? "broken off" : interrupted ? "interrupted" : "done", status);
}

int command_resolve(const Arguments *arguments) {
    const char *format = arguments->value[OPTION_FORMAT], *folder = arguments->value[OPTION_OUTPUT];
    g_autoptr(GError) error = NULL;
    unsigned workers;
    Run run = {.render = {.format = format_of(format), .page = folder != NULL, .colour = !folder && cli_colour(1)}};
    if (run.render.format == FORMAT_COUNT)
        return cli_misused("there is no format \"%s\"; there are text, json, ndjson, eml and html", format);
    if (!workers_of(arguments->value[OPTION_JOBS], &workers))
        return cli_misused("--jobs %s is no number of processes from 1 to %d", arguments->value[OPTION_JOBS], QUEUE_WORKERS_MAX);
    if (arguments->value[OPTION_RESTART] && !folder && !arguments->value[OPTION_JOURNAL])
        return cli_misused("--restart begins a journal anew: it needs --journal or --output");
    if (arguments->value[OPTION_RETRY] && !folder && !arguments->value[OPTION_JOURNAL])
        return cli_misused("--retry-stopped asks a journal: it needs --journal or --output");
    if (!progress_begin(&run.progress, !folder && isatty(1), arguments->value[OPTION_LOG], &error)) {
        cli_complain("%s", error->message);
        return EXIT_USAGE;
    }
    int status = do_run(&run, arguments, workers);
    close_run(&run);
    return status;
}
