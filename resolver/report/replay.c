#include "report/replay.h"

#include "base/json_text.h"
#include "report/labels.h"
#include "run/record.h"
#include "run/result.h"
#include "base/banned.h"

/* ---- texts ---- */

/* A value as a person reads it; absent for null and for what is not there. */
static Str value_of(Arena *arena, const json_t *value) {
    if (json_is_string(value))
        return arena_str(arena, json_text(value));
    if (json_is_integer(value))
        return arena_printf(arena, "%lld", (long long)json_integer_value(value));
    if (json_is_boolean(value))
        return json_is_true(value) ? STR("yes") : STR("no");
    return STR_NONE;
}

static Str value_at(Arena *arena, const json_t *object, const char *key) {
    return value_of(arena, json_object_get(object, key));
}

static bool same(Str a, Str b) {
    return str_given(a) == str_given(b) && str_eq(a, b);
}

static void reason(Arena *arena, Strs *reasons, const char *format, ...) __attribute__((format(printf, 3, 4)));
static void reason(Arena *arena, Strs *reasons, const char *format, ...) {
    va_list args;
    va_start(args, format);
    *VEC_PUSH(arena, reasons) = arena_vprintf(arena, format, args);
    va_end(args);
}

/* "units: 25, was 20"; nothing when they are the same. */
static void differs(Arena *arena, Strs *reasons, const char *what, Str was, Str is) {
    if (same(was, is))
        return;
    if (!str_given(was))
        reason(arena, reasons, "%s: " STR_FMT ", was not given", what, STR_ARG(is));
    else if (!str_given(is))
        reason(arena, reasons, "%s: not given, was " STR_FMT, what, STR_ARG(was));
    else
        reason(arena, reasons, "%s: " STR_FMT ", was " STR_FMT, what, STR_ARG(is), STR_ARG(was));
}

/* ---- findings ---- */

static const char *text_at(const json_t *object, const char *key) {
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* What makes two findings the same one: code, detail and document; of missing details the note names the partner. */
static bool is_same_finding(const json_t *a, const json_t *b) {
    static const char *const keys[] = {"code", "detail", "document"};
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (!g_str_equal(text_at(a, keys[i]), text_at(b, keys[i])))
            return false;
    return !g_str_equal(text_at(a, "code"), finding_word(FINDING_MISSING_DETAIL)) || g_str_equal(text_at(a, "note"), text_at(b, "note"));
}

/* The n-th of its kind is compared with the n-th: a document may stand there twice. */
static const json_t *finding_like(const json_t *array, const json_t *wanted, size_t n) {
    size_t i;
    json_t *finding;
    json_array_foreach(array, i, finding) {
        if (is_same_finding(finding, wanted) && !n--)
            return finding;
    }
    return NULL;
}

static size_t place_among_like(const json_t *array, size_t index) {
    size_t n = 0;
    for (size_t i = 0; i < index; i++)
        n += is_same_finding(json_array_get(array, i), json_array_get(array, index));
    return n;
}

static Str finding_name(Arena *arena, const json_t *finding) {
    Buf buf = {.arena = arena};
    const char *code = text_at(finding, "code"), *about = text_at(finding, "detail");
    const char *label = code;
    for (int i = 0; i < FINDING_COUNT; i++)
        if (g_str_equal(finding_word((FindingCode)i), code))
            label = label_finding((FindingCode)i);
    for (int i = 0; i < DETAIL_COUNT; i++)
        if (g_str_equal(detail_word((Detail)i), about))
            about = label_detail((Detail)i);
    if (!*about)
        about = *text_at(finding, "document") ? text_at(finding, "document") : g_str_equal(text_at(finding, "note"), "partner_id") ? "partner ID" : "";
    buf_printf(&buf, *about ? "%s (%s)" : "%s", label, about);
    return buf_str(&buf);
}

static void compare_values(Arena *arena, Strs *reasons, const json_t *was, const json_t *is) {
    static const char *const keys[] = {"claimed", "dashboard", "invoice", "changed_since", "note"};
    static const char *const names[] = {"claimed", "on the dashboard", "in the invoice", "agreed until the refresh of", "because"};
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        Str name = finding_name(arena, is);
        differs(arena, reasons, arena_printf(arena, STR_FMT ", %s", STR_ARG(name), names[i]).data, value_at(arena, was, keys[i]),
                value_at(arena, is, keys[i]));
    }
}

static void compare_findings(Arena *arena, Strs *reasons, const json_t *was, const json_t *is) {
    for (size_t i = 0; i < json_array_size(is); i++) {
        const json_t *finding = json_array_get(is, i), *before = finding_like(was, finding, place_among_like(is, i));
        if (before)
            compare_values(arena, reasons, before, finding);
        else
            reason(arena, reasons, "now: " STR_FMT, STR_ARG(finding_name(arena, finding)));
    }
    for (size_t i = 0; i < json_array_size(was); i++)
        if (!finding_like(is, json_array_get(was, i), place_among_like(was, i)))
            reason(arena, reasons, "no longer: " STR_FMT, STR_ARG(finding_name(arena, json_array_get(was, i))));
}

/* ---- a purchase ---- */

static void compare_details(Arena *arena, Strs *reasons, const char *what, const json_t *was, const json_t *is) {
    for (Detail detail = 0; detail < DETAIL_COUNT; detail++)
        differs(arena, reasons, arena_printf(arena, "%s%s", what, label_detail(detail)).data, value_at(arena, was, detail_word(detail)),
                value_at(arena, is, detail_word(detail)));
}

static void compare_rows(Arena *arena, Strs *reasons, const json_t *was, const json_t *is) {
    bool had = json_is_object(was), has = json_is_object(is);
    if (had != has)
        reason(arena, reasons, has ? "the dashboard has a row of it now" : "the dashboard has no row of it any more");
    if (!had || !has)
        return;
    compare_details(arena, reasons, "the dashboard shows ", was, is);
    differs(arena, reasons, "rows of the dashboard summed", value_at(arena, was, "rows"), value_at(arena, is, "rows"));
    differs(arena, reasons, "found by a slightly different number", value_at(arena, was, "near_number"), value_at(arena, is, "near_number"));
}

static void compare_names(Arena *arena, Strs *reasons, const char *what, const json_t *was, const json_t *is) {
    Buf before = {.arena = arena}, now = {.arena = arena};
    for (size_t i = 0; i < json_array_size(was); i++)
        buf_printf(&before, "%s%s", i ? ", " : "", json_string_value(json_array_get(was, i)));
    for (size_t i = 0; i < json_array_size(is); i++)
        buf_printf(&now, "%s%s", i ? ", " : "", json_string_value(json_array_get(is, i)));
    differs(arena, reasons, what, before.len ? buf_str(&before) : STR_NONE, now.len ? buf_str(&now) : STR_NONE);
}

static void compare_line(Arena *arena, Replay *out, size_t index, const json_t *was, const json_t *is) {
    ReplayLine line = {.index = index + 1, .was = value_at(arena, was, "decision"), .is = value_at(arena, is, "decision")};
    line.number = value_at(arena, json_object_get(is, "effective"), detail_word(DETAIL_INVOICE_NUMBER));
    compare_findings(arena, &line.reasons, json_object_get(was, "findings"), json_object_get(is, "findings"));
    compare_details(arena, &line.reasons, "taken to be ", json_object_get(was, "effective"), json_object_get(is, "effective"));
    compare_rows(arena, &line.reasons, json_object_get(was, "dashboard"), json_object_get(is, "dashboard"));
    differs(arena, &line.reasons, "displayed from", value_at(arena, was, "displayed_from"), value_at(arena, is, "displayed_from"));
    compare_names(arena, &line.reasons, "missing", json_object_get(was, "missing"), json_object_get(is, "missing"));
    compare_names(arena, &line.reasons, "accepted documents", json_object_get(was, "accepted_documents"), json_object_get(is, "accepted_documents"));
    compare_names(arena, &line.reasons, "refused documents", json_object_get(was, "refused_documents"), json_object_get(is, "refused_documents"));
    if (!same(line.was, line.is) || line.reasons.len)
        *VEC_PUSH(arena, &out->lines) = line;
}

/* ---- a ticket ---- */

static Str draft_of(Arena *arena, const json_t *result) {
    const json_t *reply = json_object_get(result, "reply");
    if (!json_is_object(reply))
        return STR_NONE;
    return arena_printf(arena, "%sSubject: %s\n\n%s", json_is_true(json_object_get(reply, "send")) ? "" : "[not to be sent]\n",
                        text_at(reply, "subject"), text_at(reply, "text"));
}

static void compare(Arena *arena, const json_t *was, const json_t *is, Replay *out) {
    const json_t *before = json_object_get(was, "lines"), *now = json_object_get(is, "lines");
    out->was = value_at(arena, was, "decision");
    out->is = value_at(arena, is, "decision");
    differs(arena, &out->reasons, "asks", value_at(arena, was, "intent"), value_at(arena, is, "intent"));
    differs(arena, &out->reasons, "language", value_at(arena, was, "language"), value_at(arena, is, "language"));
    differs(arena, &out->reasons, "partner", value_at(arena, json_object_get(was, "ticket"), "partner_id"),
            value_at(arena, json_object_get(is, "ticket"), "partner_id"));
    differs(arena, &out->reasons, "the draft is withheld", value_at(arena, was, "reply_withheld"), value_at(arena, is, "reply_withheld"));
    compare_names(arena, &out->reasons, "missing", json_object_get(was, "missing"), json_object_get(is, "missing"));
    if (json_array_size(before) != json_array_size(now))
        reason(arena, &out->reasons, "purchases: %zu, was %zu", json_array_size(now), json_array_size(before));
    for (size_t i = 0; i < json_array_size(now) && i < json_array_size(before); i++)
        compare_line(arena, out, i, json_array_get(before, i), json_array_get(now, i));
    out->draft_was = draft_of(arena, was);
    out->draft_is = draft_of(arena, is);
    out->draft = !same(out->draft_was, out->draft_is);
}

static json_t *resolve_again(Pipeline *pipeline, Arena *arena, const Record *record, Date as_of, bool own_rows, Str *why) {
    const Outcome *outcome = pipeline_resolve_record(pipeline, record, date_given(as_of) ? as_of : record->as_of, own_rows);
    Buf text = {.arena = arena};
    JsonOut json = {.buf = &text};
    result_write(&json, outcome);
    *why = outcome->error;
    return str_given(outcome->error) ? NULL : json_loadb(text.data, text.len, 0, NULL);
}

bool replay_result(Pipeline *pipeline, Str result, Date as_of, bool own_rows, Replay *out, Str *why) {
    Arena *arena = pipeline_begin(pipeline);
    json_error_t error;
    *out = (Replay){0};
    json_t *was = json_loadb(result.data, result.len, JSON_REJECT_DUPLICATES, &error);
    if (!was || !g_str_has_prefix(text_at(was, "schema"), "resolver.resolution/")) {
        *why = was ? STR("it is no result of `resolve --format ndjson`") : arena_printf(arena, "it is no JSON: %s", error.text);
        json_decref(was);
        return false;
    }
    Record record;
    out->id = value_at(arena, json_object_get(was, "ticket"), "id");
    if (record_read(arena, was, &record, &out->cannot)) {
        json_t *is = resolve_again(pipeline, arena, &record, as_of, own_rows, &out->cannot);
        if (is)
            compare(arena, was, is, out);
        json_decref(is);
    }
    json_decref(was);
    return true;
}

bool replay_changed(const Replay *replay) {
    return !same(replay->was, replay->is) || replay->reasons.len || replay->lines.len || replay->draft;
}

void replay_first_difference(const Replay *replay, Str *was, Str *is) {
    Str before = replay->draft_was, now = replay->draft_is;
    *was = *is = STR_NONE;
    for (;;) {
        Str a = STR_NONE, b = STR_NONE;
        bool more = str_line(&before, &a), also = str_line(&now, &b);
        if (!more && !also)
            return;
        if (more == also && str_eq(a, b))
            continue;
        *was = more ? a : STR_NONE;
        *is = also ? b : STR_NONE;
        return;
    }
}
