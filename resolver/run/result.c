#include "run/result.h"

#include "base/banned.h"

/* Counted details are JSON numbers; KPI and money are texts, so that no reader makes a binary float of them. */
static bool is_counted(Detail detail) {
    return detail == DETAIL_MONTH || detail == DETAIL_YEAR || detail == DETAIL_PURCHASE_UNITS;
}

static void write_decimal(Json *json, Arena *arena, Detail detail, Decimal number) {
    if (is_counted(detail) && decimal_is_int(number))
        json_int(json, detail_word(detail), decimal_to_int(number));
    else
        json_text(json, detail_word(detail), decimal_str(arena, number));
}

static void write_details(Json *json, Arena *arena, const char *key, const Details *details) {
    json_open(json, key, '{');
    for (Detail detail = 0; detail < DETAIL_COUNT; detail++) {
        if (!detail_given(details, detail))
            continue;
        const Value *value = &details->value[detail];
        if (detail_is_number(detail))
            write_decimal(json, arena, detail, value->number);
        else
            json_text(json, detail_word(detail), value->text);
    }
    json_close(json, '}');
}

static void write_missing(Json *json, const char *key, unsigned missing) {
    json_open(json, key, '[');
    for (Detail detail = 0; detail < DETAIL_COUNT; detail++)
        if (missing & DETAIL_BIT(detail))
            json_text(json, NULL, str_of(detail_word(detail)));
    if (missing & DETAIL_PARTNER_BIT)
        json_text(json, NULL, STR("partner_id"));
    json_close(json, ']');
}

static void write_evidence(Json *json, const char *key, const Evidence *evidence) {
    if (evidence->source == SOURCE_NONE)
        return;
    json_open(json, key, '{');
    json_text(json, "source", str_of(source_word(evidence->source)));
    json_text_if(json, "where", evidence->where);
    json_text(json, "text", evidence->text);
    json_close(json, '}');
}

static void write_finding(Json *json, const Finding *finding) {
    json_open(json, NULL, '{');
    json_text(json, "code", str_of(finding_word(finding->code)));
    if (finding->detail < DETAIL_COUNT)
        json_text(json, "detail", str_of(detail_word(finding->detail)));
    json_text_if(json, "claimed", finding->claimed);
    json_text_if(json, "dashboard", finding->dashboard);
    json_text_if(json, "invoice", finding->invoice);
    json_text_if(json, "document", finding->document);
    json_text_if(json, "note", finding->note);
    json_close(json, '}');
}

static void write_row(Json *json, Arena *arena, const Line *line) {
    const Row *row = &line->row;
    if (!line->has_row) {
        json_null(json, "dashboard");
        return;
    }
    json_open(json, "dashboard", '{');
    json_text_if(json, "partner_id", row->partner_id);
    json_int(json, "month", row->month);
    json_int(json, "year", row->year);
    json_text(json, "omlp_type", row->omlp_type);
    write_decimal(json, arena, DETAIL_PURCHASE_UNITS, row->units);
    json_text(json, "invoice_number", row->invoice_number);
    json_text(json, "kpi_value", decimal_str(arena, row->kpi));
    json_text(json, "revenue_value", decimal_str(arena, row->revenue));
    json_text_if(json, "currency", row->currency);
    json_text_if(json, "file", row->source);
    if (row->line)
        json_int(json, "line", (int64_t)row->line);
    if (line->rows > 1)
        json_int(json, "rows", (int64_t)line->rows);
    json_bool(json, "near_number", line->row_is_near);
    json_close(json, '}');
}

static void write_names(Json *json, const char *key, const Documents *documents) {
    json_open(json, key, '[');
    for (size_t i = 0; i < documents->len; i++)
        json_text(json, NULL, documents->items[i]->name);
    json_close(json, ']');
}

static void write_line(Json *json, Arena *arena, const Line *line) {
    json_open(json, NULL, '{');
    write_details(json, arena, "claim", &line->claim->details);
    write_details(json, arena, "effective", &line->effective);
    write_missing(json, "missing", line->missing);
    json_text(json, "decision", str_of(decision_word(line->decision)));
    json_open(json, "findings", '[');
    for (size_t i = 0; i < line->findings.len; i++)
        write_finding(json, &line->findings.items[i]);
    json_close(json, ']');
    write_row(json, arena, line);
    if (date_given(line->displayed_from))
        json_text(json, "displayed_from", date_iso(arena, line->displayed_from));
    json_open(json, "evidence", '{');
    for (Detail detail = 0; detail < DETAIL_COUNT; detail++)
        write_evidence(json, detail_word(detail), &line->claim->evidence[detail]);
    json_close(json, '}');
    write_names(json, "accepted_documents", &line->accepted);
    write_names(json, "refused_documents", &line->refused);
    json_close(json, '}');
}

static void write_document_facts(Json *json, Arena *arena, const Document *document) {
    json_text(json, "kind", str_of(kind_word(document->kind)));
    json_bool(json, "accepted", document->accepted);
    json_text_or_null(json, "invoice_number", document->number);
    json_text_or_null(json, "issue_date", date_iso(arena, document->issue_date));
    json_text_or_null(json, "reason", document->reason);
    if (!document->readable)
        json_bool(json, "readable", false);
}

static void write_document(Json *json, Arena *arena, const Document *document) {
    json_open(json, NULL, '{');
    json_text(json, "name", document->name);
    write_document_facts(json, arena, document);
    json_close(json, '}');
}

static void write_ticket(Json *json, const Resolution *resolution) {
    const Ticket *ticket = resolution->reading->ticket;
    json_open(json, "ticket", '{');
    json_text(json, "id", ticket->id);
    json_text_or_null(json, "subject", ticket->subject);
    json_text_or_null(json, "received", ticket->received);
    json_text_or_null(json, "partner_id", resolution->partner_id);
    json_open(json, "requester", '{');
    json_text_or_null(json, "name", ticket->requester_name);
    json_text_or_null(json, "email", ticket->requester_email);
    json_close(json, '}');
    write_evidence(json, "partner_evidence", &resolution->partner_evidence);
    json_close(json, '}');
}

static void write_listing_missing(Json *json, const Resolution *resolution) {
    json_open(json, "missing", '[');
    for (Listing listing = 0; listing < LISTING_COUNT; listing++)
        if (resolution->listing_missing & 1u << listing)
            json_text(json, NULL, str_of(listing_word(listing)));
    json_close(json, ']');
}

static void write_reply(Json *json, const Reply *reply) {
    if (!reply) {
        json_null(json, "reply");
        return;
    }
    json_open(json, "reply", '{');
    json_text(json, "language", str_of(language_word(reply->language)));
    json_text(json, "subject", reply->subject);
    json_text(json, "text", reply->text);
    json_bool(json, "send", reply->send);
    json_close(json, '}');
}

static void write_notes(Json *json, const Notes *notes) {
    if (!notes->len)
        return;
    json_open(json, "notes", '[');
    for (size_t i = 0; i < notes->len; i++) {
        json_open(json, NULL, '{');
        json_text_if(json, "where", notes->items[i].where);
        if (notes->items[i].line)
            json_int(json, "line", (int64_t)notes->items[i].line);
        json_text(json, "text", notes->items[i].text);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_error(Json *json, const Outcome *outcome) {
    json_open(json, NULL, '{');
    json_text(json, "schema", STR(RESULT_SCHEMA));
    json_open(json, "ticket", '{');
    json_text(json, "id", outcome->id);
    json_close(json, '}');
    json_text(json, "error", outcome->error);
    json_close(json, '}');
}

static void write_resolution(Json *json, const Outcome *outcome) {
    const Resolution *resolution = outcome->resolution;
    const Reading *reading = outcome->reading;
    const Reply *reply = outcome->reply;
    Arena *arena = outcome->arena;
    json_open(json, NULL, '{');
    json_text(json, "schema", STR(RESULT_SCHEMA));
    write_ticket(json, resolution);
    json_text(json, "as_of", date_iso(arena, resolution->as_of));
    json_text(json, "language", str_of(language_word(reply ? reply->language : resolution->language)));
    json_text(json, "intent", str_of(intent_word(resolution->intent)));
    json_text(json, "decision", str_of(decision_word(resolution->decision)));
    if (resolution->listing_has_missing)
        write_listing_missing(json, resolution);
    json_open(json, "documents", '[');
    for (size_t i = 0; i < reading->documents.len; i++)
        write_document(json, arena, reading->documents.items[i]);
    json_close(json, ']');
    json_open(json, "lines", '[');
    for (size_t i = 0; i < resolution->lines.len; i++)
        write_line(json, arena, resolution->lines.items[i]);
    json_close(json, ']');
    write_reply(json, reply);
    json_text_if(json, "reply_withheld", outcome->withheld);
    json_text_if(json, "intent_text", reading->intent_text);
    write_notes(json, &reading->ticket->notes);
    json_close(json, '}');
}

void result_write(Json *json, const Outcome *outcome) {
    if (str_given(outcome->error))
        write_error(json, outcome);
    else
        write_resolution(json, outcome);
}

void result_write_document(Json *json, Arena *arena, Str file, const Document *document) {
    json_open(json, NULL, '{');
    json_text(json, "file", file);
    write_document_facts(json, arena, document);
    json_close(json, '}');
}
