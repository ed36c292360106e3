/* resolver replay: an archived queue again, with today's rules, templates or dashboard; what is different. */
#include <stdio.h>

#include "cli/cli.h"
#include "cli/output.h"
#include "cli/text.h"
#include "report/replay.h"
#include "report/results.h"
#include "report/tally.h"
#include "run/jsonout.h"
#include "base/banned.h"

typedef struct Run {
    Pipeline *pipeline;
    Date as_of;     /* year 0: each record's own */
    bool own_rows;  /* no dashboard was given */
    Format format;
    Style look;
    size_t again, changed, drafts; /* drafts: of tickets that are decided as before */
    size_t cannot, broken;         /* beside those resolved again */
    Tally *turns;   /* "was -> is" */
} Run;

/* ---- one ticket as text ---- */

static void add_decision(Buf *buf, Str was, Str is) {
    buf_add(buf, is);
    if (!str_eq(was, is))
        buf_printf(buf, " (was " STR_FMT ")", STR_ARG(was));
}

static void add_reasons(Buf *buf, const Strs *reasons, const char *indent) {
    for (size_t i = 0; i < reasons->len; i++) {
        buf_printf(buf, "%s- ", indent);
        text_add_escaped(buf, reasons->items[i]);
        buf_add_char(buf, '\n');
    }
}

static void add_draft(Buf *buf, const Replay *replay) {
    Str was, is;
    if (!replay->draft)
        return;
    replay_first_difference(replay, &was, &is);
    buf_add(buf, str_given(replay->draft_is) ? STR("  the draft changes, first here:\n") : STR("  there is no draft any more\n"));
    if (!str_given(replay->draft_is))
        return;
    buf_add(buf, STR("    was: "));
    text_add_escaped(buf, was);
    buf_add(buf, STR("\n    is:  "));
    text_add_escaped(buf, is);
    buf_add_char(buf, '\n');
}

static void add_text(Buf *buf, const Run *run, const ResultsItem *item, const Replay *replay) {
    buf_add(buf, str_of(run->look.bold));
    text_add_escaped(buf, replay->id);
    buf_printf(buf, "%s  %s:%zu  ", run->look.off, item->file, item->line);
    add_decision(buf, replay->was, replay->is);
    buf_add_char(buf, '\n');
    add_reasons(buf, &replay->reasons, "  ");
    for (size_t i = 0; i < replay->lines.len; i++) {
        const ReplayLine *line = &replay->lines.items[i];
        buf_printf(buf, "  purchase %zu", line->index);
        if (str_given(line->number)) {
            buf_add(buf, STR(", invoice "));
            text_add_escaped(buf, line->number);
        }
        buf_add(buf, STR(": "));
        add_decision(buf, line->was, line->is);
        buf_add_char(buf, '\n');
        add_reasons(buf, &line->reasons, "    ");
    }
    add_draft(buf, replay);
}

/* ---- and for programs ---- */

static void json_change(JsonOut *json, const char *key, Str was, Str is) {
    jsonout_open(json, key, '{');
    jsonout_text_or_null(json, "was", was);
    jsonout_text_or_null(json, "is", is);
    jsonout_close(json, '}');
}

static void json_reasons(JsonOut *json, const Strs *reasons) {
    jsonout_open(json, "reasons", '[');
    for (size_t i = 0; i < reasons->len; i++)
        jsonout_text(json, NULL, reasons->items[i]);
    jsonout_close(json, ']');
}

static void add_json(Buf *buf, const ResultsItem *item, const Replay *replay) {
    JsonOut json = {.buf = buf};
    jsonout_open(&json, NULL, '{');
    jsonout_text(&json, "id", replay->id);
    jsonout_text(&json, "result_file", str_of(item->file));
    jsonout_int(&json, "result_line", (int64_t)item->line);
    if (str_given(replay->cannot)) {
        jsonout_text(&json, "cannot", replay->cannot);
    } else {
        json_change(&json, "decision", replay->was, replay->is);
        json_reasons(&json, &replay->reasons);
        jsonout_open(&json, "lines", '[');
        for (size_t i = 0; i < replay->lines.len; i++) {
            const ReplayLine *line = &replay->lines.items[i];
            jsonout_open(&json, NULL, '{');
            jsonout_int(&json, "index", (int64_t)line->index);
            jsonout_text_or_null(&json, "invoice_number", line->number);
            json_change(&json, "decision", line->was, line->is);
            json_reasons(&json, &line->reasons);
            jsonout_close(&json, '}');
        }
        jsonout_close(&json, ']');
        if (replay->draft)
            json_change(&json, "draft", replay->draft_was, replay->draft_is);
        else
            jsonout_null(&json, "draft");
    }
    jsonout_close(&json, '}');
    buf_add_char(buf, '\n');
}

/* ---- all of them ---- */

static void count(Run *run, const Replay *replay) {
    run->again += !str_given(replay->cannot);
    run->cannot += str_given(replay->cannot);
    if (str_given(replay->cannot) || !replay_changed(replay))
        return;
    run->changed++;
    if (str_eq(replay->was, replay->is)) {
        run->drafts++;
        return;
    }
    g_autofree char *turn = g_strdup_printf(STR_FMT " -> " STR_FMT, STR_ARG(replay->was), STR_ARG(replay->is));
    tally_add(run->turns, str_of(turn));
}

static void tell(Run *run, const ResultsItem *item, const Replay *replay) {
    Arena *arena = arena_new();
    Buf buf = {.arena = arena};
    if (str_given(replay->cannot) && run->format == FORMAT_TEXT)
        cli_complain("%s:%zu: " STR_FMT ": cannot be resolved again: " STR_FMT, item->file, item->line, STR_ARG(replay->id), STR_ARG(replay->cannot));
    else if (run->format != FORMAT_TEXT)
        add_json(&buf, item, replay);
    else
        add_text(&buf, run, item, replay);
    cli_print(&buf);
    arena_free(&arena);
}

static void complain(const ResultsItem *item, Str why) {
    if (item->line)
        cli_complain("%s:%zu: " STR_FMT, item->file, item->line, STR_ARG(why));
    else
        cli_complain("%s: " STR_FMT, item->file, STR_ARG(why));
}

static void replay_all(Run *run, Results *results) {
    for (ResultsItem item; results_next(results, &item);) {
        Replay replay;
        Str why = str_of(item.error);
        if (item.error || !replay_result(run->pipeline, item.text, run->as_of, run->own_rows, &replay, &why)) {
            complain(&item, why);
            run->broken++;
            continue;
        }
        count(run, &replay);
        if (str_given(replay.cannot) || replay_changed(&replay))
            tell(run, &item, &replay);
    }
}

static void summarize(const Run *run) {
    GArray *turns = tally_items(run->turns, TALLY_BY_COUNT);
    printf("%s%zu %s resolved again, %zu changed%s\n", run->look.bold, run->again, run->again == 1 ? "ticket" : "tickets", run->changed,
           run->look.off);
    for (guint i = 0; i < turns->len; i++)
        printf("  %8zu  %s\n", g_array_index(turns, TallyItem, i).count, g_array_index(turns, TallyItem, i).word);
    if (run->drafts)
        printf("  %8zu  decided as before, for other reasons or with another draft\n", run->drafts);
    if (run->cannot)
        printf("  %8zu  cannot be resolved again\n", run->cannot);
    g_array_free(turns, TRUE);
}

int command_replay(const Arguments *arguments) {
    const char *word = arguments->value[OPTION_FORMAT];
    Run run = {.format = format_of(word), .own_rows = arguments->dashboards->len == 1};
    if (run.format != FORMAT_TEXT && run.format != FORMAT_NDJSON)
        return cli_misused("replay has no format \"%s\"; it has text and ndjson", word);
    if (!cli_day(arguments, &run.as_of))
        return EXIT_USAGE;
    run.pipeline = cli_pipeline(arguments);
    if (!run.pipeline)
        return EXIT_USAGE;
    run.turns = tally_new();
    run.look = style_of(cli_colour(1));
    Results *results = results_open((const char *const *)arguments->words->pdata, arguments->words->len - 1);
    replay_all(&run, results);
    if (run.format == FORMAT_TEXT)
        summarize(&run);
    results_free(&results);
    tally_free(&run.turns);
    pipeline_free(&run.pipeline);
    return run.broken ? EXIT_SOME_UNREADABLE : EXIT_RESOLVED;
}
