/* resolver resolve: every ticket decided, every reply drafted, in the order of the input. */
#include <unistd.h>

#include "cli/cli.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/render.h"
#include "run/feed.h"
#include "base/banned.h"

typedef struct Run {
    Pipeline *pipeline;
    Output *output;
    RenderOptions render;
    Progress progress;
    bool some_unreadable;
} Run;

static void tell(Run *run, const Outcome *outcome, const char *what, Str why) {
    progress_clear(&run->progress);
    cli_complain(STR_FMT ": %s" STR_FMT, STR_ARG(outcome->id), what, STR_ARG(why));
}

/* False when the result could not be written: the run ends. */
static bool do_item(Run *run, const FeedItem *item) {
    g_autoptr(GError) error = NULL;
    const Outcome *outcome = pipeline_resolve(run->pipeline, item);
    if (str_given(outcome->error)) {
        run->some_unreadable = true;
        tell(run, outcome, "", outcome->error);
    } else if (str_given(outcome->withheld)) {
        tell(run, outcome, "the draft is withheld: ", outcome->withheld);
    } else if (!outcome->reply && run->render.format == FORMAT_EML) {
        tell(run, outcome, "no reply is due", STR(""));
    }
    Str result = render(run->pipeline, outcome, &run->render);
    if (!str_given(result) || output_write(run->output, outcome->id, result, &error))
        return true;
    progress_clear(&run->progress);
    cli_complain("cannot write: %s", error->message);
    return false;
}

static bool do_all(Run *run, const Arguments *arguments) {
    g_autoptr(GError) error = NULL;
    bool good = true;
    Feed *feed = feed_open((const char *const *)arguments->words->pdata, arguments->words->len - 1);
    for (FeedItem item; good && feed_next(feed, pipeline_begin(run->pipeline), &item);) {
        good = do_item(run, &item);
        progress_step(&run->progress);
    }
    feed_free(&feed);
    progress_clear(&run->progress);
    if (!output_close(&run->output, &error) && good) {
        cli_complain("cannot write: %s", error->message);
        good = false;
    }
    return good;
}

int command_resolve(const Arguments *arguments) {
    const char *format = arguments->value[OPTION_FORMAT], *folder = arguments->value[OPTION_OUTPUT];
    g_autoptr(GError) error = NULL;
    Run run = {.render = {.format = format_of(format), .page = folder != NULL, .colour = !folder && cli_colour(1)}};
    if (run.render.format == FORMAT_COUNT)
        return cli_misused("there is no format \"%s\"; there are text, json, ndjson, eml and html", format);
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
    bool good = do_all(&run, arguments);
    pipeline_free(&run.pipeline);
    return good && !run.some_unreadable ? EXIT_RESOLVED : EXIT_SOME_UNREADABLE;
}
