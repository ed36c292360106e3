#include "run/record.h"

#include <glib.h>

#include "match/effective.h"
#include "run/jsonin.h"
#include "base/banned.h"

/* ---- values ---- */

/* "2020-01-20", "2020-01", "2020". */
static Date date_at(const json_t *object, const char *key) {
    const char *text = json_string_value(json_object_get(object, key));
    Date date = {0};
    if (!text || date_parse_iso(str_of(text), &date))
        return date;
    g_auto(GStrv) parts = g_strsplit(text, "-", 2);
    date = (Date){(int)g_ascii_strtoll(parts[0] ? parts[0] : "", NULL, 10), 0, 0};
    if (date.year && parts[1])
        date.month = (int)g_ascii_strtoll(parts[1], NULL, 10);
    return date.month >= 0 && date.month <= 12 ? date : (Date){0};
}

static Decimal number_at(const json_t *object, const char *key) {
    Decimal number = {0};
    jsonin_number(json_object_get(object, key), &number);
    return number;
}

static void read_strs(Arena *arena, const json_t *array, Strs *out) {
    size_t i;
    json_t *item;
    json_array_foreach(array, i, item) {
        if (json_is_string(item))
            *VEC_PUSH(arena, out) = arena_str(arena, json_text(item));
    }
}

/* ---- claims ---- */

static bool has_finding(const json_t *line, FindingCode code) {
    size_t i;
    json_t *finding;
    json_array_foreach(json_object_get(line, "findings"), i, finding) {
        if (g_strcmp0(json_string_value(json_object_get(finding, "code")), finding_word(code)) == 0)
            return true;
    }
    return false;
}

/* The result shows the claim with what its invoice settled; before that, the detail was left out. */
static Claim *read_claim(Arena *arena, const json_t *line, const json_t *ambiguous) {
    Claim *claim = ARENA_NEW(arena, Claim);
    jsonin_details(arena, json_object_get(line, "claim"), &claim->details);
    for (Detail detail = 0; detail < DETAIL_COUNT; detail++) {
        const json_t *readings = json_object_get(ambiguous, detail_word(detail));
        if (!readings)
            continue;
        claim->ambiguous |= DETAIL_BIT(detail);
        claim->details.given &= ~DETAIL_BIT(detail);
        read_strs(arena, readings, &claim->readings[detail]);
    }
    claim->duplicate = has_finding(line, FINDING_DUPLICATE_LINE);
    return claim;
}

static void read_claims(Arena *arena, const json_t *result, const json_t *record, Reading *out) {
    const json_t *ambiguous = json_object_get(record, "ambiguous");
    size_t i;
    json_t *line;
    json_array_foreach(json_object_get(result, "lines"), i, line)
        *VEC_PUSH(arena, &out->claims) = read_claim(arena, line, json_array_get(ambiguous, i));
}

/* ---- documents ---- */

static void read_items(Arena *arena, const json_t *array, InvoiceItems *out) {
    size_t i;
    json_t *item;
    json_array_foreach(array, i, item) {
        InvoiceItem *read = VEC_PUSH(arena, out);
        read->description = jsonin_text(arena, item, "description");
        read->omlp_type = jsonin_text(arena, item, "omlp_type");
        read->has_units = jsonin_number(json_object_get(item, "units"), &read->units);
        read->has_net = jsonin_number(json_object_get(item, "net"), &read->net);
    }
}

static bool read_document(Arena *arena, const json_t *object, const json_t *more, Document *out) {
    int kind;
    if (!jsonin_word(object, "kind", jsonin_kind, KIND_COUNT, &kind))
        return false;
    out->kind = (Kind)kind;
    out->name = jsonin_text(arena, object, "name");
    out->accepted = json_is_true(json_object_get(object, "accepted"));
    out->number = jsonin_text(arena, object, "invoice_number");
    out->issue_date = date_at(object, "issue_date");
    out->reason = jsonin_text(arena, object, "reason");
    out->recognized = json_is_true(json_object_get(object, "ocr"));
    out->readable = !json_is_false(json_object_get(object, "readable"));
    out->currency = jsonin_text(arena, more, "currency");
    out->has_net = jsonin_number(json_object_get(more, "net"), &out->net);
    read_strs(arena, json_object_get(more, "quotes"), &out->quotes);
    read_strs(arena, json_object_get(more, "mentions"), &out->mentions);
    read_items(arena, json_object_get(more, "items"), &out->items);
    return true;
}

static bool read_documents(Arena *arena, const json_t *result, const json_t *record, Reading *out) {
    const json_t *more = json_object_get(record, "documents");
    size_t i;
    json_t *object;
    json_array_foreach(json_object_get(result, "documents"), i, object) {
        Document *document = ARENA_NEW(arena, Document);
        if (!read_document(arena, object, json_array_get(more, i), document))
            return false;
        *VEC_PUSH(arena, &out->documents) = document;
    }
    return true;
}

/* ---- the ticket and its partner ---- */

static const Ticket *read_ticket(Arena *arena, const json_t *object) {
    const json_t *requester = json_object_get(object, "requester");
    Ticket *ticket = ARENA_NEW(arena, Ticket);
    ticket->id = jsonin_text(arena, object, "id");
    ticket->file = jsonin_text(arena, object, "file");
    ticket->subject = jsonin_text(arena, object, "subject");
    ticket->received = jsonin_text(arena, object, "received");
    ticket->requester_name = jsonin_text(arena, requester, "name");
    ticket->requester_email = jsonin_text(arena, requester, "email");
    return ticket;
}

/* Where the partner came from decides whose word it is when the ticket is resolved again. */
static void read_partner(Arena *arena, const json_t *ticket, Record *out, Reading *reading) {
    Str partner = jsonin_text(arena, ticket, "partner_id");
    const char *source = json_string_value(json_object_get(json_object_get(ticket, "partner_evidence"), "source"));
    if (g_strcmp0(source, source_word(SOURCE_OPTION)) == 0) {
        out->partner_option = partner;
    } else if (g_strcmp0(source, source_word(SOURCE_DASHBOARD)) == 0) {
        out->partner_of_rows = partner;
        out->partner_unnamed = str_empty(partner);
    } else {
        reading->partner_id = partner;
        reading->partner_evidence = (Evidence){.source = SOURCE_TICKET, .text = partner};
    }
}

/* ---- the dashboard as it was ---- */

static void add_row(Arena *arena, Record *out, const RecordRow *row) {
    for (size_t i = 0; i < out->rows.len; i++) {
        const Row *other = &out->rows.items[i].row;
        if (str_eq(other->folded, row->row.folded) && str_eq(other->omlp_type, row->row.omlp_type) && other->month == row->row.month &&
            other->year == row->row.year && date_cmp(out->rows.items[i].older, row->older) == 0)
            return; /* two purchases that found the same row */
    }
    *VEC_PUSH(arena, &out->rows) = *row;
}

static void read_row(Arena *arena, const json_t *object, Record *out) {
    RecordRow row = {.rows = 1};
    row.row.partner_id = jsonin_text(arena, object, "partner_id");
    row.row.month = (int)json_integer_value(json_object_get(object, "month"));
    row.row.year = (int)json_integer_value(json_object_get(object, "year"));
    row.row.omlp_type = jsonin_text(arena, object, "omlp_type");
    row.row.units = number_at(object, "purchase_units");
    row.row.invoice_number = jsonin_text(arena, object, "invoice_number");
    row.row.folded = number_fold(arena, row.row.invoice_number);
    row.row.kpi = number_at(object, "kpi_value");
    row.row.revenue = number_at(object, "revenue_value");
    row.row.currency = jsonin_text(arena, object, "currency");
    if (json_object_get(object, "rows"))
        row.rows = (size_t)json_integer_value(json_object_get(object, "rows"));
    add_row(arena, out, &row);
}

/* A row with the purchase's own values: another partner's, or that of an older refresh. */
static void make_row(Arena *arena, const json_t *line, Str partner, Date older, Record *out) {
    Details details = {0};
    jsonin_details(arena, json_object_get(line, "effective"), &details);
    const Value *value = details.value;
    if (!detail_given(&details, DETAIL_INVOICE_NUMBER))
        return;
    Date period = effective_period(&details);
    RecordRow row = {.rows = 1, .older = older};
    row.row = (Row){.partner_id = partner, .month = period.month, .year = period.year};
    row.row.omlp_type = detail_given(&details, DETAIL_OMLP_TYPE) ? value[DETAIL_OMLP_TYPE].text : STR_NONE;
    row.row.units = value[DETAIL_PURCHASE_UNITS].number;
    row.row.kpi = value[DETAIL_KPI_VALUE].number;
    row.row.revenue = value[DETAIL_REVENUE_VALUE].number;
    row.row.invoice_number = value[DETAIL_INVOICE_NUMBER].text;
    row.row.folded = number_fold(arena, row.row.invoice_number);
    add_row(arena, out, &row);
}

static void read_rows(Arena *arena, const json_t *result, Record *out) {
    Str partner = jsonin_text(arena, json_object_get(result, "ticket"), "partner_id");
    size_t i, k;
    json_t *line, *finding;
    json_array_foreach(json_object_get(result, "lines"), i, line) {
        if (json_is_object(json_object_get(line, "dashboard")))
            read_row(arena, json_object_get(line, "dashboard"), out);
        else if (has_finding(line, FINDING_OTHER_PARTNER))
            make_row(arena, line, STR("another partner"), (Date){0}, out);
        json_array_foreach(json_object_get(line, "findings"), k, finding) {
            if (str_eq_cstr(jsonin_text(arena, finding, "code"), finding_word(FINDING_CLAIMED_ELSEWHERE)))
                *VEC_PUSH(arena, &out->marks.claimed) = (ClaimedLine){i, jsonin_text(arena, finding, "ticket")};
            if (json_object_get(finding, "changed_since"))
                make_row(arena, line, partner, date_at(finding, "changed_since"), out);
        }
    }
}

/* One refresh of the record: that of the day, or an older one. */
typedef struct Refresh {
    const Record *record;
    Date date;
} Refresh;

static void push_row(Arena *arena, const RecordRow *row, RowRefs *out) {
    *VEC_PUSH(arena, out) = &row->row;
    for (size_t i = 1; i < row->rows; i++) { /* the sum again, of as many rows */
        Row *nothing = ARENA_NEW(arena, Row);
        *nothing = row->row;
        nothing->units = nothing->kpi = nothing->revenue = (Decimal){0};
        *VEC_PUSH(arena, out) = nothing;
    }
}

static bool is_of(const Refresh *refresh, const RecordRow *row) {
    return date_cmp(row->older, refresh->date) == 0;
}

static void by_number(void *store, Arena *arena, Str folded, RowRefs *out) {
    const Refresh *refresh = store;
    for (size_t i = 0; i < refresh->record->rows.len; i++) {
        const RecordRow *row = &refresh->record->rows.items[i];
        if (is_of(refresh, row) && str_eq(row->row.folded, folded))
            push_row(arena, row, out);
    }
}

static bool is_like(Arena *arena, const Row *row, const Row *like) {
    return row->year == like->year && row->month == like->month && effective_same_type(row->omlp_type, like->omlp_type) &&
           decimal_to_int(row->units) == decimal_to_int(like->units) &&
           str_eq(number_fold(arena, row->partner_id), number_fold(arena, like->partner_id));
}

static void by_purchase(void *store, Arena *arena, const Row *like, RowRefs *out) {
    const Refresh *refresh = store;
    for (size_t i = 0; i < refresh->record->rows.len; i++) {
        const RecordRow *row = &refresh->record->rows.items[i];
        if (is_of(refresh, row) && is_like(arena, &row->row, like))
            push_row(arena, row, out);
    }
}

static Str only_partner(void *store, bool *unnamed) {
    const Record *record = ((const Refresh *)store)->record;
    *unnamed = record->partner_unnamed;
    return record->partner_of_rows;
}

/* A refresh for each row that is told to be an older one's. */
static bool older(void *store, size_t n, RowLookup *out, Date *date);

static RowLookup lookup_of(Arena *arena, const Record *record, Date date) {
    Refresh *refresh = ARENA_NEW(arena, Refresh);
    *refresh = (Refresh){record, date};
    return (RowLookup){.store = refresh, .by_number = by_number, .by_purchase = by_purchase, .only_partner = only_partner,
                       .no_dashboard = record->no_dashboard, .older = date_given(date) ? NULL : older};
}

static bool older(void *store, size_t n, RowLookup *out, Date *date) {
    const Record *record = ((const Refresh *)store)->record;
    for (size_t i = 0; i < record->rows.len; i++) {
        if (!date_given(record->rows.items[i].older) || n--)
            continue;
        *date = record->rows.items[i].older;
        *out = lookup_of(record->arena, record, *date);
        return true;
    }
    return false;
}

RowLookup record_lookup(const Record *record) {
    return lookup_of(record->arena, record, (Date){0});
}

/* ---- all of it ---- */

/* Results of older programs say nothing of what only the key "record" holds. */
static bool needs_record(const json_t *result) {
    size_t i;
    json_t *line;
    const char *intent = json_string_value(json_object_get(result, "intent"));
    if (json_array_size(json_object_get(result, "documents")) || g_strcmp0(intent, intent_word(INTENT_DIRECTORY_LISTING)) == 0)
        return true;
    json_array_foreach(json_object_get(result, "lines"), i, line) {
        if (has_finding(line, FINDING_AMBIGUOUS_VALUE))
            return true;
    }
    return false;
}

static void read_listing(Arena *arena, const json_t *listing, Reading *out) {
    for (Listing i = 0; i < LISTING_COUNT; i++)
        out->listing[i] = jsonin_text(arena, listing, listing_word(i));
}

bool record_read(Arena *arena, const json_t *result, Record *out, Str *why) {
    const json_t *record = json_object_get(result, "record"), *ticket = json_object_get(result, "ticket");
    Reading *reading = ARENA_NEW(arena, Reading);
    int intent;
    *out = (Record){.reading = reading, .arena = arena};
    if (json_object_get(result, "error")) {
        *why = STR("the ticket could not be read");
        return false;
    }
    if (!record && needs_record(result)) {
        *why = STR("an older program wrote the result: it does not hold what was read in the documents or between two values");
        return false;
    }
    if (!jsonin_word(result, "intent", jsonin_intent, INTENT_COUNT, &intent) || !read_documents(arena, result, record, reading)) {
        *why = STR("it holds a kind or an intent that this program does not know");
        return false;
    }
    reading->ticket = read_ticket(arena, ticket);
    reading->language = language_of_tag(jsonin_text(arena, result, "language"));
    reading->intent = (Intent)intent;
    reading->automatic = record ? json_is_true(json_object_get(record, "automatic"))
                                : intent == INTENT_OTHER && json_is_null(json_object_get(result, "reply"));
    read_partner(arena, ticket, out, reading);
    read_claims(arena, result, record, reading);
    read_listing(arena, json_object_get(record, "listing"), reading);
    read_rows(arena, result, out);
    out->as_of = date_at(result, "as_of");
    out->no_dashboard = json_is_true(json_object_get(result, "no_dashboard"));
    out->marks.duplicate_of = jsonin_text(arena, result, "duplicate_of");
    out->marks.same_message_as = jsonin_text(arena, result, "same_message_as");
    return true;
}
