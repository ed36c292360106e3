/* resolver resolve: every ticket decided, every reply drafted, in the order of the input, by several processes (queue/queue.h). */
#include <stdlib.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/render.h"
#include "queue/queue.h"
#include "base/banned.h"

typedef struct Run {
    Pipeline *pipeline;
    Output *output;
    RenderOptions render;
    Progress progress;
    bool some_unreadable;
} Run;

/* ---- in the workers ---- */

static void forked(void *self) {
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

static bool write_result(void *self, Arena *arena, QueueAnswer *answer, bool known, GError **error) {
    Run *run = self;
    (void)arena;
    (void)known;
    run->some_unreadable = run->some_unreadable || answer->unreadable;
    if (str_given(answer->complaint)) {
        progress_clear(&run->progress);
        cli_complain(STR_FMT ": " STR_FMT, STR_ARG(answer->id), STR_ARG(answer->complaint));
    }
    progress_step(&run->progress);
    return !str_given(answer->result) || output_write(run->output, answer->id, answer->result, error);
}

static bool flush(void *self, GError **error) {
    return output_flush(((Run *)self)->output, error);
}

static bool do_all(Run *run, const Arguments *arguments, unsigned workers) {
    g_autoptr(GError) error = NULL;
    QueueCalls calls = {.self = run, .forked = forked, .begin = begin, .resolve = resolve, .lost = lost,
                        .write = write_result, .flush = flush};
    QueueOptions options = {.paths = (const char *const *)arguments->words->pdata, .paths_len = arguments->words->len - 1,
                            .workers = workers, .memory = pipeline_memory(run->pipeline)};
    bool good = queue_run(&options, &calls, &error);
    progress_clear(&run->progress);
    bool closed = output_close(&run->output, good ? &error : NULL);
    if (error)
        cli_complain("cannot go on: %s", error->message);
    return good && closed;
}

/* How many workers; false when the word is no number of them. 0: one a processor. */
static bool workers_of(const char *word, unsigned *workers) {
    guint64 n = 0;
    if (word && !g_ascii_string_to_unsigned(word, 10, 1, QUEUE_WORKERS_MAX, &n, NULL))
        return false;
    *workers = (unsigned)n;
    return true;
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
    run.pipeline = cli_open(arguments);
    if (!run.pipeline)
        return EXIT_USAGE;
    run.output = output_open(folder, run.render.format, &error);
    if (!run.output) {
        cli_complain("%s", error->message);
        pipeline_free(&run.pipeline);
        return EXIT_USAGE;
    }
    progress_begin(&run.progress, !folder && isatty(1));
    bool good = do_all(&run, arguments, workers);
    pipeline_free(&run.pipeline);
    return good && !run.some_unreadable ? EXIT_RESOLVED : EXIT_SOME_UNREADABLE;
}
