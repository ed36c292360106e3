/* resolver due: the tickets whose awaited refresh has come, ready to be resolved again. */
#include <stdio.h>

#include "cli/cli.h"
#include "cli/output.h"
#include "cli/results.h"
#include "cli/text.h"
#include "report/due.h"
#include "run/jsonout.h"
#include "base/banned.h"

static void add_text(Buf *buf, const Entry *entry, const Due *due) {
    buf_add(buf, date_iso(buf->arena, due->first));
    buf_add(buf, STR("  "));
    text_add_escaped(buf, entry->id);
    if (str_given(entry->source)) {
        buf_add(buf, STR("  "));
        text_add_escaped(buf, entry->source);
    }
    if (due->come < due->waiting)
        buf_printf(buf, "  (%zu of %zu purchases; the last on " STR_FMT ")", due->come, due->waiting,
                   STR_ARG(date_iso(buf->arena, due->last)));
    buf_add_char(buf, '\n');
}

static void add_json(Buf *buf, const Entry *entry, const Due *due) {
    JsonOut json = {.buf = buf};
    jsonout_open(&json, NULL, '{');
    jsonout_text(&json, "id", entry->id);
    jsonout_text_or_null(&json, "file", entry->source);
    jsonout_text_or_null(&json, "received", entry->received);
    jsonout_text_or_null(&json, "subject", entry->subject);
    jsonout_text(&json, "decision", str_of(decision_word(entry->decision)));
    jsonout_text(&json, "displayed_from", date_iso(buf->arena, due->first));
    jsonout_int(&json, "waiting", (int64_t)due->waiting);
    jsonout_int(&json, "come", (int64_t)due->come);
    jsonout_text(&json, "result_file", entry->file);
    jsonout_int(&json, "result_line", (int64_t)entry->line);
    jsonout_close(&json, '}');
    buf_add_char(buf, '\n');
}

/* False when the results could not be gone through. */
static bool print(Spool *spool, Date day, Format format, size_t *come) {
    g_autoptr(GError) error = NULL;
    Arena *arena = arena_new();
    bool good = spool_rewind(spool, &error);
    for (Entry entry; good && spool_next(spool, arena, &entry, NULL, &error); arena_clear(arena)) {
        Due due = due_of(&entry, day);
        if (!due.come)
            continue;
        Buf buf = {.arena = arena};
        (*come)++;
        (format == FORMAT_TEXT ? add_text : add_json)(&buf, &entry, &due);
        cli_print(&buf);
    }
    if (error)
        cli_complain("%s", error->message);
    arena_free(&arena);
    return !error;
}

int command_due(const Arguments *arguments) {
    const char *word = arguments->value[OPTION_FORMAT];
    Format format = format_of(word);
    Date day;
    size_t broken, come = 0;
    if (format != FORMAT_TEXT && format != FORMAT_NDJSON)
        return cli_misused("due has no format \"%s\"; it has text and ndjson", word);
    if (!cli_day(arguments, &day))
        return EXIT_USAGE;
    if (!date_given(day))
        day = date_today();
    Spool *spool = cli_results(arguments, &broken);
    if (!spool)
        return EXIT_SOME_UNREADABLE;
    bool good = print(spool, day, format, &come);
    spool_free(&spool);
    return good && !broken ? EXIT_RESOLVED : EXIT_SOME_UNREADABLE;
}
