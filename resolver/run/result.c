#include "run/result.h"

#include "run/record.h"
#include "base/banned.h"

/* Counted details are JSON numbers; KPI and money are texts, so that no reader makes a binary float of them. */
static bool is_counted(Detail detail) {
    return detail == DETAIL_MONTH || detail == DETAIL_YEAR || detail == DETAIL_PURCHASE_UNITS;
}

static void write_decimal(JsonOut *json, Arena *arena, Detail detail, Decimal number) {
    if (is_counted(detail) && decimal_is_int(number))
        jsonout_int(json, detail_word(detail), decimal_to_int(number));
    else
        jsonout_text(json, detail_word(detail), decimal_str(arena, number));
}

static void write_details(JsonOut *json, Arena *arena, const char *key, const Details *details) {
    jsonout_open(json, key, '{');
    for (Detail detail = 0; detail < DETAIL_COUNT; detail++) {
        if (!detail_given(details, detail))
            continue;
        const Value *value = &details->value[detail];
        if (detail_is_number(detail))
            write_decimal(json, arena, detail, value->number);
        else
            jsonout_text(json, detail_word(detail), value->text);
    }
    jsonout_close(json, '}');
}

static void write_missing(JsonOut *json, const char *key, unsigned missing) {
    jsonout_open(json, key, '[');
    for (Detail detail = 0; detail < DETAIL_COUNT; detail++)
        if (missing & DETAIL_BIT(detail))
            jsonout_text(json, NULL, str_of(detail_word(detail)));
    if (missing & DETAIL_PARTNER_BIT)
        jsonout_text(json, NULL, STR("partner_id"));
    jsonout_close(json, ']');
}

static void write_evidence(JsonOut *json, const char *key, const Evidence *evidence) {
    if (evidence->source == SOURCE_NONE)
        return;
    jsonout_open(json, key, '{');
    jsonout_text(json, "source", str_of(source_word(evidence->source)));
    jsonout_text_if(json, "where", evidence->where);
    jsonout_text(json, "text", evidence->text);
    jsonout_close(json, '}');
}

static void write_finding(JsonOut *json, const Finding *finding) {
    jsonout_open(json, NULL, '{');
    jsonout_text(json, "code", str_of(finding_word(finding->code)));
    if (finding->detail < DETAIL_COUNT)
        jsonout_text(json, "detail", str_of(detail_word(finding->detail)));
    jsonout_text_if(json, "claimed", finding->claimed);
    jsonout_text_if(json, "dashboard", finding->dashboard);
    jsonout_text_if(json, "invoice", finding->invoice);
    if (date_given(finding->changed_since))
        jsonout_text(json, "changed_since", date_iso(json->buf->arena, finding->changed_since));
    jsonout_text_if(json, "document", finding->document);
    jsonout_text_if(json, "ticket", finding->ticket);
    jsonout_text_if(json, "note", finding->note);
    jsonout_close(json, '}');
}

static void write_row(JsonOut *json, Arena *arena, const Line *line) {
    const Row *row = &line->row;
    if (!line->has_row) {
        jsonout_null(json, "dashboard");
        return;
    }
    jsonout_open(json, "dashboard", '{');
    jsonout_text_if(json, "partner_id", row->partner_id);
    jsonout_int(json, "month", row->month);
    jsonout_int(json, "year", row->year);
    jsonout_text(json, "omlp_type", row->omlp_type);
    write_decimal(json, arena, DETAIL_PURCHASE_UNITS, row->units);
    jsonout_text(json, "invoice_number", row->invoice_number);
    jsonout_text(json, "kpi_value", decimal_str(arena, row->kpi));
    jsonout_text(json, "revenue_value", decimal_str(arena, row->revenue));
    jsonout_text_if(json, "currency", row->currency);
    jsonout_text_if(json, "file", row->source);
    if (row->line)
        jsonout_int(json, "line", (int64_t)row->line);
    if (line->rows > 1)
        jsonout_int(json, "rows", (int64_t)line->rows);
    jsonout_bool(json, "near_number", line->row_is_near);
    jsonout_close(json, '}');
}

static void write_names(JsonOut *json, const char *key, const Documents *documents) {
    jsonout_open(json, key, '[');
    for (size_t i = 0; i < documents->len; i++)
        jsonout_text(json, NULL, documents->items[i]->name);
    jsonout_close(json, ']');
}

static void write_line(JsonOut *json, Arena *arena, const Line *line) {
    jsonout_open(json, NULL, '{');
    write_details(json, arena, "claim", &line->claim->details);
    write_details(json, arena, "effective", &line->effective);
    write_missing(json, "missing", line->missing);
    jsonout_text(json, "decision", str_of(decision_word(line->decision)));
    jsonout_open(json, "findings", '[');
    for (size_t i = 0; i < line->findings.len; i++)
        write_finding(json, &line->findings.items[i]);
    jsonout_close(json, ']');
    write_row(json, arena, line);
    if (date_given(line->displayed_from))
        jsonout_text(json, "displayed_from", date_iso(arena, line->displayed_from));
    jsonout_open(json, "evidence", '{');
    for (Detail detail = 0; detail < DETAIL_COUNT; detail++)
        write_evidence(json, detail_word(detail), &line->claim->evidence[detail]);
    jsonout_close(json, '}');
    write_names(json, "accepted_documents", &line->accepted);
    write_names(json, "refused_documents", &line->refused);
    jsonout_close(json, '}');
}

static void write_document_facts(JsonOut *json, Arena *arena, const Document *document) {
    jsonout_text(json, "kind", str_of(kind_word(document->kind)));
    jsonout_bool(json, "accepted", document->accepted);
    jsonout_text_or_null(json, "invoice_number", document->number);
    jsonout_text_or_null(json, "issue_date", date_iso(arena, document->issue_date));
    jsonout_text_or_null(json, "reason", document->reason);
    if (document->recognized)
        jsonout_bool(json, "ocr", true);
    if (!document->readable)
        jsonout_bool(json, "readable", false);
}

static void write_document(JsonOut *json, Arena *arena, const Document *document) {
    jsonout_open(json, NULL, '{');
    jsonout_text(json, "name", document->name);
    write_document_facts(json, arena, document);
    jsonout_close(json, '}');
}

static void write_ticket(JsonOut *json, const Resolution *resolution) {
    const Ticket *ticket = resolution->reading->ticket;
    jsonout_open(json, "ticket", '{');
    jsonout_text(json, "id", ticket->id);
    jsonout_text_or_null(json, "subject", ticket->subject);
    jsonout_text_or_null(json, "received", ticket->received);
    jsonout_text_or_null(json, "partner_id", resolution->partner_id);
    jsonout_open(json, "requester", '{');
    jsonout_text_or_null(json, "name", ticket->requester_name);
    jsonout_text_or_null(json, "email", ticket->requester_email);
    jsonout_close(json, '}');
    write_evidence(json, "partner_evidence", &resolution->partner_evidence);
    if (!str_eq(ticket->file, STR("-")))
        jsonout_text_if(json, "file", ticket->file);
    jsonout_close(json, '}');
}

static void write_listing_missing(JsonOut *json, const Resolution *resolution) {
    jsonout_open(json, "missing", '[');
    for (Listing listing = 0; listing < LISTING_COUNT; listing++)
        if (resolution->listing_missing & 1u << listing)
            jsonout_text(json, NULL, str_of(listing_word(listing)));
    jsonout_close(json, ']');
}

static void write_reply(JsonOut *json, const Reply *reply) {
    if (!reply) {
        jsonout_null(json, "reply");
        return;
    }
    jsonout_open(json, "reply", '{');
    jsonout_text(json, "language", str_of(language_word(reply->language)));
    jsonout_text(json, "subject", reply->subject);
    jsonout_text(json, "text", reply->text);
    jsonout_bool(json, "send", reply->send);
    jsonout_close(json, '}');
}

static void write_notes(JsonOut *json, const Notes *notes) {
    if (!notes->len)
        return;
    jsonout_open(json, "notes", '[');
    for (size_t i = 0; i < notes->len; i++) {
        jsonout_open(json, NULL, '{');
        jsonout_text_if(json, "where", notes->items[i].where);
        if (notes->items[i].line)
            jsonout_int(json, "line", (int64_t)notes->items[i].line);
        jsonout_text(json, "text", notes->items[i].text);
        jsonout_close(json, '}');
    }
    jsonout_close(json, ']');
}

static void write_error(JsonOut *json, const Outcome *outcome) {
    jsonout_open(json, NULL, '{');
    jsonout_text(json, "schema", STR(RESULT_SCHEMA));
    jsonout_open(json, "ticket", '{');
    jsonout_text(json, "id", outcome->id);
    jsonout_close(json, '}');
    jsonout_text(json, "error", outcome->error);
    jsonout_close(json, '}');
}

static void write_resolution(JsonOut *json, const Outcome *outcome) {
    const Resolution *resolution = outcome->resolution;
    const Reading *reading = outcome->reading;
    const Reply *reply = outcome->reply;
    Arena *arena = outcome->arena;
    jsonout_open(json, NULL, '{');
    jsonout_text(json, "schema", STR(RESULT_SCHEMA));
    write_ticket(json, resolution);
    jsonout_text(json, "as_of", date_iso(arena, resolution->as_of));
    jsonout_text(json, "language", str_of(language_word(reply ? reply->language : resolution->language)));
    jsonout_share(json, "language_confidence", (int)(reading->language_confidence * 100));
    jsonout_text(json, "intent", str_of(intent_word(resolution->intent)));
    jsonout_text(json, "decision", str_of(decision_word(resolution->decision)));
    if (resolution->listing_has_missing)
        write_listing_missing(json, resolution);
    jsonout_open(json, "documents", '[');
    for (size_t i = 0; i < reading->documents.len; i++)
        write_document(json, arena, reading->documents.items[i]);
    jsonout_close(json, ']');
    jsonout_open(json, "lines", '[');
    for (size_t i = 0; i < resolution->lines.len; i++)
        write_line(json, arena, resolution->lines.items[i]);
    jsonout_close(json, ']');
    write_reply(json, reply);
    jsonout_text_if(json, "duplicate_of", outcome->duplicate_of);
    jsonout_text_if(json, "same_message_as", outcome->same_message_as);
    if (resolution->no_dashboard)
        jsonout_bool(json, "no_dashboard", true);
    jsonout_text_if(json, "reply_withheld", outcome->withheld);
    jsonout_text_if(json, "intent_text", reading->intent_text);
    write_notes(json, &reading->ticket->notes);
    record_write(json, arena, reading);
    jsonout_close(json, '}');
}

void result_write(JsonOut *json, const Outcome *outcome) {
    if (str_given(outcome->error))
        write_error(json, outcome);
    else
        write_resolution(json, outcome);
}

void result_write_document(JsonOut *json, Arena *arena, Str file, const Document *document) {
    jsonout_open(json, NULL, '{');
    jsonout_text(json, "file", file);
    write_document_facts(json, arena, document);
    jsonout_close(json, '}');
}

void result_write_unreadable(JsonOut *json, Str file, Str error) {
    jsonout_open(json, NULL, '{');
    jsonout_text(json, "file", file);
    jsonout_text(json, "error", error);
    jsonout_close(json, '}');
}
