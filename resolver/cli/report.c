/* resolver report: what a queue of results comes to. */
#include <stdio.h>

#include "cli/cli.h"
#include "cli/report_text.h"
#include "cli/results.h"
#include "base/banned.h"

static void print(const Summary *summary, const Groups *groups) {
    Arena *arena = arena_new();
    Buf buf = {.arena = arena};
    ReportStyle style = report_style();
    report_text(&buf, summary, groups, &style);
    fwrite(buf.data, 1, buf.len, stdout);
    arena_free(&arena);
}

int command_report(const Arguments *arguments) {
    g_autoptr(GError) error = NULL;
    size_t broken;
    Spool *spool = cli_results(arguments, &broken);
    if (!spool)
        return EXIT_USAGE;
    Summary summary;
    Groups *groups = NULL;
    if (summary_read(&summary, spool, &error) && groups_find(spool, &groups, &error))
        print(&summary, groups);
    else
        cli_complain("%s", error->message);
    groups_free(&groups);
    summary_clear(&summary);
    spool_free(&spool);
    return error || broken ? EXIT_SOME_UNREADABLE : EXIT_RESOLVED;
}
