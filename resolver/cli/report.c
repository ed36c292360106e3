/* resolver report: what a queue of results comes to. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/report_text.h"
#include "cli/results.h"
#include "report/page.h"
#include "report/workbook.h"
#include "run/datadir.h"
#include "base/banned.h"

static void print(const Summary *summary, const Groups *groups) {
    Arena *arena = arena_new();
    Buf buf = {.arena = arena};
    ReportStyle style = report_style();
    report_text(&buf, summary, groups, &style);
    cli_print(&buf);
    arena_free(&arena);
}

static bool is_page(const char *path) {
    return g_str_has_suffix(path, ".html") || g_str_has_suffix(path, ".htm");
}

static bool is_workbook(const char *path) {
    return g_str_has_suffix(path, ".xlsx");
}

/* A report over its own results would be the last that is heard of them. */
static const char *overwritten(const Arguments *arguments, const char *file) {
    struct stat output, input;
    if (stat(file, &output) != 0)
        return NULL;
    for (char **word = (char **)arguments->words->pdata; *word; word++)
        if ((strcmp(*word, "-") == 0 ? fstat(STDIN_FILENO, &input) : stat(*word, &input)) == 0 && input.st_dev == output.st_dev &&
            input.st_ino == output.st_ino)
            return *word;
    return NULL;
}

static bool write_file(const char *path, Spool *spool, const Summary *summary, const Groups *groups, GError **error) {
    DataDir data;
    if (is_workbook(path))
        return workbook_write(path, spool, summary, groups, error);
    if (!datadir_find(NULL, &data, error))
        return false;
    bool good = page_write(path, data.templates, spool, summary, groups, error);
    datadir_clear(&data);
    return good;
}

static bool tell(const char *const *files, Spool *spool, GError **error) {
    Summary summary;
    Groups *groups = NULL;
    bool good = summary_read(&summary, spool, error) && groups_find(spool, &groups, error);
    if (good && !*files)
        print(&summary, groups);
    for (; good && *files; files++)
        good = write_file(*files, spool, &summary, groups, error);
    groups_free(&groups);
    summary_clear(&summary);
    return good;
}

int command_report(const Arguments *arguments) {
    g_autoptr(GError) error = NULL;
    const char *const *files = (const char *const *)arguments->files->pdata;
    size_t broken;
    for (const char *const *file = files; *file; file++)
        if (!is_page(*file) && !is_workbook(*file))
            return cli_misused("-o %s: a report is a page (.html) or a workbook (.xlsx)", *file);
    for (const char *const *file = files; *file; file++)
        if (overwritten(arguments, *file))
            return cli_misused("-o %s: that is %s, which is read: it would be overwritten", *file, overwritten(arguments, *file));
    Spool *spool = cli_results(arguments, &broken);
    if (!spool)
        return EXIT_SOME_UNREADABLE;
    bool good = tell(files, spool, &error);
    if (!good)
        cli_complain("%s", error->message);
    spool_free(&spool);
    return !good || broken ? EXIT_SOME_UNREADABLE : EXIT_RESOLVED;
}
