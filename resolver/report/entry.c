#include "report/entry.h"

#include <glib.h>

#include "reply/subject.h"
#include "report/digest.h"
#include "run/jsonin.h"
#include "base/banned.h"

/* ---- values ---- */

/* Absent unless it is a text that says something. */
static Str text_at(const json_t *object, const char *key) {
    Str text = json_text(json_object_get(object, key));
    return str_empty(text) ? STR_NONE : text;
}

static Str copy_at(Arena *arena, const json_t *object, const char *key) {
    Str text = text_at(object, key);
    return str_given(text) ? arena_str(arena, text) : STR_NONE;
}

static Date date_at(const json_t *object, const char *key) {
    Date date = {0};
    Str text = text_at(object, key);
    return str_given(text) && date_parse_iso(text, &date) ? date : (Date){0};
}

/* ---- the parts of a result ---- */

static unsigned read_findings(const json_t *array) {
    unsigned found = 0;
    size_t i;
    json_t *finding;
    json_array_foreach(array, i, finding) {
        int code;
        if (jsonin_word(finding, "code", jsonin_finding, FINDING_COUNT, &code))
            found |= 1u << code;
    }
    return found;
}

static bool read_line(Arena *arena, const json_t *object, EntryLine *out) {
    int decision;
    if (!jsonin_word(object, "decision", jsonin_decision, DECISION_COUNT, &decision))
        return false;
    out->decision = (Decision)decision;
    out->findings = read_findings(json_object_get(object, "findings"));
    out->displayed_from = date_at(object, "displayed_from");
    out->has_invoice = json_array_size(json_object_get(object, "accepted_documents")) > 0;
    jsonin_details(arena, json_object_get(object, "effective"), &out->effective);
    jsonin_details(arena, json_object_get(object, "dashboard"), &out->dashboard);
    return true;
}

static void read_documents(const json_t *array, Entry *out) {
    size_t i;
    json_t *document;
    json_array_foreach(array, i, document) {
        int kind;
        if (!jsonin_word(document, "kind", jsonin_kind, KIND_COUNT, &kind) || json_is_true(json_object_get(document, "accepted")))
            continue;
        out->refused[kind]++;
        out->unreadable += json_is_false(json_object_get(document, "readable"));
    }
}

static void read_ticket(Arena *arena, const json_t *ticket, Entry *out) {
    const json_t *requester = json_object_get(ticket, "requester");
    out->id = copy_at(arena, ticket, "id");
    out->source = copy_at(arena, ticket, "file");
    out->subject = copy_at(arena, ticket, "subject");
    out->received = copy_at(arena, ticket, "received");
    out->partner_id = copy_at(arena, ticket, "partner_id");
    out->requester_name = copy_at(arena, requester, "name");
    out->requester_email = copy_at(arena, requester, "email");
}

static bool read_decided(Arena *arena, const json_t *root, Entry *out, Str *why) {
    int decision, intent;
    jsonin_word(root, "decision", jsonin_decision, DECISION_COUNT, &decision);
    jsonin_word(root, "intent", jsonin_intent, INTENT_COUNT, &intent);
    if (decision == DECISION_COUNT || intent == INTENT_COUNT) {
        *why = decision == DECISION_COUNT ? STR("it has no decision that is known") : STR("it has no intent that is known");
        return false;
    }
    const json_t *reply = json_object_get(root, "reply"), *lines = json_object_get(root, "lines");
    out->decision = (Decision)decision;
    out->intent = (Intent)intent;
    out->as_of = date_at(root, "as_of");
    out->language = copy_at(arena, root, "language");
    out->duplicate_of = copy_at(arena, root, "duplicate_of");
    out->has_reply = json_is_object(reply);
    out->send = json_is_true(json_object_get(reply, "send"));
    out->no_dashboard = json_is_true(json_object_get(root, "no_dashboard"));
    out->withheld = str_given(text_at(root, "reply_withheld"));
    read_documents(json_object_get(root, "documents"), out);
    size_t i;
    json_t *line;
    json_array_foreach(lines, i, line) {
        if (read_line(arena, line, VEC_PUSH(arena, &out->lines)))
            continue;
        *why = arena_printf(arena, "line %zu of the ticket has no decision that is known", i + 1);
        return false;
    }
    return true;
}

static bool read_root(Arena *arena, const json_t *root, Entry *out, Str *why) {
    Str schema = text_at(root, "schema");
    if (!json_is_object(root) || !str_given(schema)) {
        *why = STR("it is no result of `resolve --format ndjson`: it names no schema");
        return false;
    }
    if (!str_starts(schema, STR("resolver.resolution/"))) {
        *why = arena_printf(arena, "its schema is " STR_FMT ", not resolver.resolution", STR_ARG(schema));
        return false;
    }
    read_ticket(arena, json_object_get(root, "ticket"), out);
    if (!str_given(out->id)) {
        *why = STR("its ticket has no id");
        return false;
    }
    out->error = copy_at(arena, root, "error");
    return str_given(out->error) || read_decided(arena, root, out, why);
}

bool entry_read(Arena *arena, Str text, Entry *out, Str *why) {
    json_error_t error;
    *out = (Entry){0};
    json_t *root = json_loadb(text.data, text.len, JSON_REJECT_DUPLICATES, &error);
    if (!root) {
        *why = arena_printf(arena, "it is no JSON: %s (column %d)", error.text, error.column);
        return false;
    }
    bool good = read_root(arena, root, out, why);
    json_decref(root);
    return good;
}

/* ---- what follows from it ---- */

uint64_t entry_content(Arena *scratch, const Entry *entry) {
    g_autofree char *email = g_ascii_strdown(entry->requester_email.data ? entry->requester_email.data : "", (gssize)entry->requester_email.len);
    uint64_t digest = digest_add(DIGEST_BEGIN, str_given(entry->duplicate_of) ? entry->duplicate_of : entry->id);
    digest = digest_add(digest_add(digest, str_of(email)), entry->partner_id);
    digest = digest_add(digest, subject_reply(scratch, entry->subject, STR("")));
    for (size_t i = 0; i < entry->lines.len; i++)
        for (Detail detail = 0; detail < DETAIL_COUNT; detail++)
            digest = digest_add(digest, detail_str(scratch, &entry->lines.items[i].effective, detail));
    return digest_add_number(digest, entry->lines.len);
}

Wait entry_wait(const Entry *entry) {
    if (str_given(entry->error) || entry->withheld)
        return WAIT_PERSON;
    if (str_given(entry->duplicate_of))
        return WAIT_NOBODY;
    switch (entry->decision) {
    case DECISION_REVIEW:
        return entry->intent == INTENT_OTHER && !entry->has_reply ? WAIT_NOBODY : WAIT_PERSON; /* an automatic message */
    case DECISION_REQUEST_INFORMATION:
    case DECISION_REQUEST_INVOICE:
        return WAIT_PARTNER;
    case DECISION_ESCALATE_ADJUSTMENT:
        return WAIT_DATA_TEAM;
    case DECISION_AWAIT_REFRESH:
        return WAIT_CALENDAR;
    default:
        return WAIT_NOBODY;
    }
}

const char *wait_word(Wait wait) {
#define WAIT_WORD(name, word) word,
    static const char *const words[] = {WAIT_LIST(WAIT_WORD)};
#undef WAIT_WORD
    return words[wait];
}

Date entry_period(const Details *details) {
    Date period = {0};
    if (detail_given(details, DETAIL_MONTH) && detail_given(details, DETAIL_YEAR)) {
        period.year = (int)decimal_to_int(details->value[DETAIL_YEAR].number);
        period.month = (int)decimal_to_int(details->value[DETAIL_MONTH].number);
    }
    return period.month >= 1 && period.month <= 12 && period.year >= 1 && period.year <= 9999 ? period : (Date){0};
}
