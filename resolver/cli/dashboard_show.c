/* resolver dashboard export and diff: what a snapshot holds, and what changed from one to another. */
#include <stdio.h>

#include "cli/dashboard.h"
#include "cli/english.h"
#include "cli/text.h"
#include "run/rowout.h"
#include "store/snapshot_diff.h"
#include "store/snapshot_rows.h"
#include "base/banned.h"

typedef enum Shape { SHAPE_TEXT, SHAPE_CSV, SHAPE_NDJSON, SHAPE_JSON, SHAPE_COUNT } Shape;
static const char *const shape_words[SHAPE_COUNT] = {"text", "csv", "ndjson", "json"};

static bool shape_of(Task *task, Shape least, Shape most, Shape *out) {
    const char *word = task->arguments->value[OPTION_FORMAT];
    *out = least;
    if (!word)
        return true;
    for (Shape shape = least; shape <= most; shape++)
        if (g_strcmp0(word, shape_words[shape]) == 0) {
            *out = shape;
            return true;
        }
    return task_fail(task, "there is no format \"%s\" for that", word);
}

/* Emptied after every row, so that ten million of them take the memory of one. */
static bool flush(const Buf *buf) {
    cli_print(buf);
    return !ferror(stdout);
}

/* ---- export ---- */

typedef struct Export {
    Arena *arena; /* of one row */
    Shape shape;
    unsigned also;  /* columns (run/rowout.h) */
    size_t unnamed; /* rows without a partner among others with one */
} Export;

static bool export_row(void *self, const Row *row) {
    Export *export = self;
    arena_clear(export->arena);
    Buf buf = {.arena = export->arena};
    export->unnamed += (export->also & ROWOUT_PARTNER) && !str_given(row->partner_id);
    if (export->shape == SHAPE_CSV)
        rowout_csv(&buf, row, export->also);
    else
        rowout_json(&(JsonOut){.buf = &buf}, NULL, row);
    buf_add_char(&buf, '\n');
    return flush(&buf);
}

static bool export_rows(Task *task, SnapshotRows *rows, Shape shape) {
    Export export = {.arena = arena_new(), .shape = shape};
    export.also |= snapshot_rows_about(rows)->partners ? ROWOUT_PARTNER : 0;
    export.also |= snapshot_rows_unsure(rows) ? ROWOUT_OTHER : 0;
    if (shape == SHAPE_CSV) {
        Buf buf = {.arena = export.arena};
        rowout_csv_header(&buf, "", export.also);
        buf_add_char(&buf, '\n');
        flush(&buf);
    }
    bool good = snapshot_rows_each(rows, export_row, &export, &task->error);
    if (export.unnamed)
        cli_complain("%zu rows name no partner, as others do: where they are read again they will be left out", export.unnamed);
    arena_free(&export.arena);
    return good;
}

bool dashboard_export(Task *task) {
    Shape shape;
    if (!shape_of(task, SHAPE_CSV, SHAPE_NDJSON, &shape))
        return false;
    SnapshotRows *rows = snapshot_rows_open(task->store, str_of(task->arguments->value[OPTION_SNAPSHOT]), &task->error);
    bool good = rows && export_rows(task, rows, shape);
    snapshot_rows_free(&rows);
    return good;
}

/* ---- diff ---- */

static const char *const change_words[CHANGE_COUNT] = {"came", "went", "changed"};

typedef struct Showing {
    Task *task;
    Arena *arena; /* of one change */
    Shape shape;
    const Snapshot *before, *after;
    JsonOut json;
    char *partner; /* whose changes are being listed; NULL before the first */
} Showing;

static const Row *named(const Change *change) {
    return change->after ? change->after : change->before;
}

static Str detail_of_row(Arena *arena, const Row *row, Detail detail) {
    Str text = row_detail(arena, row, detail);
    return str_empty(text) ? STR("none") : text;
}

static void text_partner(Showing *showing, Buf *buf, const Row *row) {
    g_autofree char *partner = g_strndup(row->partner_id.data ? row->partner_id.data : "", row->partner_id.len);
    if (g_strcmp0(showing->partner, partner) == 0)
        return;
    buf_add(buf, *partner ? STR("\nPartner ") : STR("\nNo partner"));
    text_add_escaped(buf, row->partner_id);
    buf_add_char(buf, '\n');
    g_free(showing->partner);
    showing->partner = g_steal_pointer(&partner);
}

static void text_differences(Buf *buf, const Change *change) {
    unsigned differ = rows_differ(change->before, change->after);
    bool first = true;
    text_add_escaped(buf, change->after->invoice_number);
    for (Detail detail = 0; detail < DETAIL_COUNT; detail++) {
        if (!(differ & DETAIL_BIT(detail)))
            continue;
        buf_printf(buf, "%s %s ", first ? ":" : ",", english_detail(detail));
        text_add_escaped(buf, detail_of_row(buf->arena, change->before, detail));
        buf_add(buf, STR(" -> "));
        text_add_escaped(buf, detail_of_row(buf->arena, change->after, detail));
        first = false;
    }
}

static void text_change(Showing *showing, Buf *buf, const Change *change) {
    Buf row = {.arena = buf->arena};
    text_partner(showing, buf, named(change));
    buf_printf(buf, "  %-8s ", change_words[change->kind]);
    if (change->kind == CHANGE_CHANGED)
        text_differences(buf, change);
    else {
        english_row(&row, buf->arena, named(change));
        text_add_escaped(buf, buf_str(&row));
    }
    buf_add_char(buf, '\n');
}

static void csv_change(Buf *buf, const Change *change) {
    rowout_csv_cell(buf, str_of(change_words[change->kind]), true);
    rowout_csv_cell(buf, named(change)->partner_id, false);
    buf_add_char(buf, ',');
    rowout_csv(buf, change->before, 0);
    buf_add_char(buf, ',');
    rowout_csv(buf, change->after, 0);
    buf_add_char(buf, '\n');
}

static void json_change(JsonOut *json, const Change *change) {
    jsonout_open(json, NULL, '{');
    jsonout_text(json, "change", str_of(change_words[change->kind]));
    jsonout_text_or_null(json, "partner_id", named(change)->partner_id);
    jsonout_text(json, "invoice_number", named(change)->invoice_number);
    if (change->kind == CHANGE_CHANGED) {
        unsigned differ = rows_differ(change->before, change->after);
        jsonout_open(json, "details", '[');
        for (Detail detail = 0; detail < DETAIL_COUNT; detail++)
            if (differ & DETAIL_BIT(detail))
                jsonout_text(json, NULL, str_of(detail_word(detail)));
        jsonout_close(json, ']');
    }
    if (change->before)
        rowout_json(json, "before", change->before);
    if (change->after)
        rowout_json(json, "after", change->after);
    jsonout_close(json, '}');
}

static bool show_change(void *self, const Change *change) {
    Showing *showing = self;
    arena_clear(showing->arena);
    Buf buf = {.arena = showing->arena};
    showing->json.buf = &buf;
    if (showing->shape == SHAPE_TEXT)
        text_change(showing, &buf, change);
    else if (showing->shape == SHAPE_CSV)
        csv_change(&buf, change);
    else
        json_change(&showing->json, change);
    if (showing->shape == SHAPE_NDJSON) {
        buf_add_char(&buf, '\n');
        showing->json.written = false;
    }
    return flush(&buf);
}

static void json_snapshot(JsonOut *json, const char *key, const Snapshot *snapshot) {
    jsonout_open(json, key, '{');
    jsonout_int(json, "snapshot", snapshot->id);
    jsonout_text(json, "date", date_iso(json->buf->arena, snapshot->date));
    jsonout_int(json, "rows", (int64_t)snapshot->rows);
    jsonout_close(json, '}');
}

static void show_begin(Showing *showing) {
    Buf buf = {.arena = showing->arena};
    showing->json = (JsonOut){.buf = &buf, .pretty = showing->shape == SHAPE_JSON};
    if (showing->shape == SHAPE_TEXT)
        buf_printf(&buf, "%s: from %lld (" STR_FMT ") to %lld (" STR_FMT ")\n", showing->task->store,
                   (long long)showing->before->id, STR_ARG(date_iso(buf.arena, showing->before->date)),
                   (long long)showing->after->id, STR_ARG(date_iso(buf.arena, showing->after->date)));
    if (showing->shape == SHAPE_CSV) {
        buf_add(&buf, STR("change,partner_id,"));
        rowout_csv_header(&buf, "before_", 0);
        buf_add_char(&buf, ',');
        rowout_csv_header(&buf, "after_", 0);
        buf_add_char(&buf, '\n');
    }
    if (showing->shape == SHAPE_JSON) {
        jsonout_open(&showing->json, NULL, '{');
        json_snapshot(&showing->json, "before", showing->before);
        json_snapshot(&showing->json, "after", showing->after);
        jsonout_open(&showing->json, "changes", '[');
    }
    flush(&buf);
}

static void show_end(Showing *showing, const DiffCounts *counts) {
    Buf buf = {.arena = showing->arena};
    showing->json.buf = &buf;
    if (showing->shape == SHAPE_TEXT)
        buf_printf(&buf, "%s%zu came, %zu went, %zu changed, %zu the same\n", showing->partner ? "\n" : "",
                   counts->of[CHANGE_CAME], counts->of[CHANGE_WENT], counts->of[CHANGE_CHANGED], counts->same);
    if (showing->shape == SHAPE_JSON) {
        jsonout_close(&showing->json, ']');
        for (int i = 0; i < CHANGE_COUNT; i++)
            jsonout_int(&showing->json, change_words[i], (int64_t)counts->of[i]);
        jsonout_int(&showing->json, "same", (int64_t)counts->same);
        jsonout_close(&showing->json, '}');
        buf_add_char(&buf, '\n');
    }
    flush(&buf);
}

static bool show(Showing *showing, Snapshots *snapshots) {
    DiffCounts counts;
    show_begin(showing);
    bool good = snapshots_diff(snapshots, showing->before, showing->after, show_change, showing, &counts, &showing->task->error);
    if (good)
        show_end(showing, &counts);
    return good;
}

bool dashboard_diff(Task *task) {
    Snapshot before, after;
    Showing showing = {.task = task, .before = &before, .after = &after, .arena = arena_new()};
    Snapshots *snapshots = NULL;
    bool good = shape_of(task, SHAPE_TEXT, SHAPE_JSON, &showing.shape) &&
                (snapshots = snapshots_open(task->store, &task->error)) &&
                snapshots_find(snapshots, task->arena, str_of(task->words[0]), &before, &task->error) &&
                snapshots_find(snapshots, task->arena, str_of(task->words[1]), &after, &task->error) &&
                show(&showing, snapshots);
    snapshots_close(&snapshots);
    g_free(showing.partner);
    arena_free(&showing.arena);
    return good;
}
