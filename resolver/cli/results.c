#include "cli/results.h"

#include "report/results.h"
#include "base/banned.h"

#define TOLD_MAX 100

static void tell(const ResultsItem *item, Str why, size_t broken) {
    if (broken > TOLD_MAX)
        return;
    if (item->line)
        cli_complain("%s:%zu: " STR_FMT, item->file, item->line, STR_ARG(why));
    else
        cli_complain("%s: " STR_FMT, item->file, STR_ARG(why));
}

/* False when nothing more can be kept. */
static bool add(Spool *spool, Arena *arena, const ResultsItem *item, size_t *broken, GError **error) {
    Entry entry;
    Str why = str_of(item->error);
    if (item->error || !entry_read(arena, item->text, &entry, &why)) {
        tell(item, why, ++*broken);
        return true;
    }
    entry.file = str_of(item->file);
    entry.line = item->line;
    return spool_add(spool, &entry, error);
}

Spool *cli_results(const Arguments *arguments, size_t *broken) {
    g_autoptr(GError) error = NULL;
    Spool *spool = spool_new(&error);
    Arena *arena = arena_new();
    Results *results = results_open((const char *const *)arguments->words->pdata, arguments->words->len - 1);
    *broken = 0;
    for (ResultsItem item; spool && results_next(results, &item);) {
        arena_clear(arena);
        if (!add(spool, arena, &item, broken, &error))
            spool_free(&spool);
    }
    if (*broken > TOLD_MAX)
        cli_complain("%zu more lines are no results", *broken - TOLD_MAX);
    if (!spool)
        cli_complain("%s", error->message);
    results_free(&results);
    arena_free(&arena);
    return spool;
}
