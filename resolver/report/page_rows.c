#include "report/page.h"

#include "report/due.h"
#include "report/labels.h"
#include "run/jsonout.h"
#include "base/banned.h"

/* The order of a row's values; templates/report/page.js knows them by these names. */
static const char *const keys[] = {"id",       "file", "subject", "partner", "requester", "email",   "language", "wait",
                                   "decision", "month", "type",   "number",  "finding",   "until",   "group",    "remark"};

/* ---- one ticket ---- */

static void add_text(JsonOut *json, const char *key, Str text) {
    jsonout_text(json, key, label_text(json->buf->arena, text));
}

static void add_once(JsonOut *json, Strs *said, Str text) {
    for (size_t i = 0; i < said->len; i++)
        if (str_eq(said->items[i], text))
            return;
    *VEC_PUSH(json->buf->arena, said) = text;
    add_text(json, NULL, text);
}

static void add_months(JsonOut *json, const Entry *entry) {
    Strs said = {0};
    jsonout_open(json, NULL, '[');
    for (size_t i = 0; i < entry->lines.len; i++) {
        Date period = entry_period(&entry->lines.items[i].effective);
        if (date_given(period))
            add_once(json, &said, date_iso(json->buf->arena, period));
    }
    jsonout_close(json, ']');
}

static void add_details(JsonOut *json, const Entry *entry, Detail detail) {
    Strs said = {0};
    jsonout_open(json, NULL, '[');
    for (size_t i = 0; i < entry->lines.len; i++)
        if (detail_given(&entry->lines.items[i].effective, detail))
            add_once(json, &said, entry->lines.items[i].effective.value[detail].text);
    jsonout_close(json, ']');
}

static void add_findings(JsonOut *json, const Entry *entry) {
    unsigned found = 0;
    for (size_t i = 0; i < entry->lines.len; i++)
        found |= entry->lines.items[i].findings;
    jsonout_open(json, NULL, '[');
    for (int code = 0; code < FINDING_COUNT; code++)
        if (found & 1u << code)
            jsonout_text(json, NULL, str_of(finding_word((FindingCode)code)));
    jsonout_close(json, ']');
}

static void add_groups(JsonOut *json, const Groups *groups, const Entry *entry) {
    GroupRefs refs = {0};
    groups_of(groups, json->buf->arena, entry, &refs);
    jsonout_open(json, NULL, '[');
    for (size_t i = 0; i < refs.len; i++)
        if (refs.items[i]->number < PAGE_GROUPS_MOST)
            jsonout_int(json, NULL, (int64_t)refs.items[i]->number);
    jsonout_close(json, ']');
}

static Str remark_of(Arena *arena, const Entry *entry) {
    if (str_given(entry->error))
        return arena_printf(arena, "could not be read: " STR_FMT, STR_ARG(entry->error));
    if (str_given(entry->duplicate_of))
        return arena_printf(arena, "the same as " STR_FMT, STR_ARG(entry->duplicate_of));
    return entry->withheld ? STR("the draft was withheld") : STR("");
}

static void add_row(JsonOut *json, const Groups *groups, const Entry *entry) {
    Arena *arena = json->buf->arena;
    const Str before[] = {entry->id, entry->source, entry->subject, entry->partner_id, entry->requester_name, entry->requester_email,
                          entry->language, str_of(wait_word(entry_wait(entry)))};
    jsonout_open(json, NULL, '[');
    for (size_t i = 0; i < G_N_ELEMENTS(before); i++)
        add_text(json, NULL, before[i]);
    jsonout_text(json, NULL, str_given(entry->error) ? STR("") : str_of(decision_word(entry->decision)));
    add_months(json, entry);
    add_details(json, entry, DETAIL_OMLP_TYPE);
    add_details(json, entry, DETAIL_INVOICE_NUMBER);
    add_findings(json, entry);
    jsonout_text(json, NULL, date_iso(arena, due_of(entry, entry->as_of).last));
    add_groups(json, groups, entry);
    add_text(json, NULL, remark_of(arena, entry));
    jsonout_close(json, ']');
}

/* ---- all of them ---- */

/* Whose turn is next comes first; each turn is one round through the spool, until the table is full. */
static bool add_rows(JsonOut *json, Spool *spool, const Groups *groups, size_t *listed, GError **error) {
    GError *failure = NULL;
    Arena *arena = arena_new();
    *listed = 0;
    for (Wait wait = 0; wait < WAIT_COUNT && !failure && *listed < PAGE_TICKETS_MOST; wait++) {
        Entry entry;
        bool more = spool_rewind(spool, &failure);
        for (; more && *listed < PAGE_TICKETS_MOST && spool_next(spool, arena, &entry, NULL, &failure); arena_clear(arena)) {
            if (entry_wait(&entry) != wait)
                continue;
            add_row(json, groups, &entry);
            ++*listed;
        }
    }
    arena_free(&arena);
    if (failure)
        g_propagate_error(error, failure);
    return !failure;
}

static void add_label(JsonOut *json, const char *word, const char *label) {
    jsonout_text(json, word, str_of(label));
}

static void add_labels(JsonOut *json, const Groups *groups) {
    jsonout_open(json, "labels", '{');
    jsonout_open(json, "wait", '{');
    for (int i = 0; i < WAIT_COUNT; i++)
        add_label(json, wait_word((Wait)i), label_wait((Wait)i));
    jsonout_close(json, '}');
    jsonout_open(json, "decision", '{');
    for (int i = 0; i < DECISION_COUNT; i++)
        add_label(json, decision_word((Decision)i), label_decision((Decision)i));
    jsonout_close(json, '}');
    jsonout_open(json, "finding", '{');
    for (int i = 0; i < FINDING_COUNT; i++)
        add_label(json, finding_word((FindingCode)i), label_finding((FindingCode)i));
    jsonout_close(json, '}');
    jsonout_open(json, "language", '{');
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        add_label(json, language_word((Language)i), label_language(language_word((Language)i)));
    jsonout_close(json, '}');
    jsonout_open(json, "type", '{');
    for (size_t i = 0; label_types[i].word; i++)
        add_label(json, label_types[i].word, label_types[i].label);
    jsonout_close(json, '}');
    jsonout_open(json, "group", '{');
    for (size_t i = 0; i < groups_len(groups) && i < PAGE_GROUPS_MOST; i++) {
        g_autofree char *number = g_strdup_printf("%zu", i);
        add_text(json, number, group_cause(json->buf->arena, groups_at(groups, i)));
    }
    jsonout_close(json, '}');
    jsonout_close(json, '}');
}

/* Inside <script> a text could end it ("</script>") or begin a comment ("<!--"); two line ends of Unicode are none in
 * every reader. */
static void add_for_script(Buf *out, Str json) {
    static const struct {
        const char *text, *escape;
    } marks[] = {{"<", "\\u003c"}, {">", "\\u003e"}, {"&", "\\u0026"}, {"\xE2\x80\xA8", "\\u2028"}, {"\xE2\x80\xA9", "\\u2029"}};
    size_t done = 0;
    for (size_t at = 0; at < json.len; at++) {
        for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
            if (json.data[at] != marks[i].text[0] || !str_starts(str_sub(json, at, json.len), str_of(marks[i].text)))
                continue;
            buf_add(out, str_sub(json, done, at));
            buf_add(out, str_of(marks[i].escape));
            at += strlen(marks[i].text) - 1;
            done = at + 1;
            break;
        }
    }
    buf_add(out, str_sub(json, done, json.len));
}

bool page_rows(Buf *out, Spool *spool, const Groups *groups, size_t *listed, GError **error) {
    Arena *arena = arena_new();
    Buf plain = {.arena = arena};
    JsonOut json = {.buf = &plain};
    jsonout_open(&json, NULL, '{');
    jsonout_open(&json, "keys", '[');
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        jsonout_text(&json, NULL, str_of(keys[i]));
    jsonout_close(&json, ']');
    add_labels(&json, groups);
    jsonout_open(&json, "rows", '[');
    bool good = add_rows(&json, spool, groups, listed, error);
    jsonout_close(&json, ']');
    jsonout_close(&json, '}');
    add_for_script(out, buf_str(&plain));
    arena_free(&arena);
    return good;
}
