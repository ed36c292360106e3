/* Resolutions built by hand, for the tests of resolver/reply: what match would hand over, without match.
 *
 * Partner 1234567, as of 20 January 2020, invoice INV-2020-017 over 25 dMOC for 3125.00 EUR in December 2019. */
#ifndef TESTS_REPLY_FIXTURE_H
#define TESTS_REPLY_FIXTURE_H

#include "reply/reply.h"

typedef struct Fixture {
    Arena *arena;
    Ticket ticket;
    Reading reading;
    Resolution resolution;
} Fixture;

static inline Fixture *fixture_new(Language language, Intent intent, Decision decision) {
    Arena *arena = arena_new();
    Fixture *f = ARENA_NEW(arena, Fixture);
    f->arena = arena;
    f->ticket = (Ticket){.id = STR("T-1"),
                         .subject = STR("KPI missing"),
                         .requester_name = STR("Jane Doe"),
                         .requester_email = STR("jane@partner.example"),
                         .received_date = {2020, 1, 19},
                         .text = STR("Hello,\n\nthe KPIs are missing.\n")};
    f->reading = (Reading){.ticket = &f->ticket, .language = language, .intent = intent, .partner_id = STR("1234567")};
    f->resolution = (Resolution){.reading = &f->reading,
                                 .as_of = {2020, 1, 20},
                                 .language = language,
                                 .intent = intent,
                                 .decision = decision,
                                 .partner_id = STR("1234567"),
                                 .window_from = {2019, 1, 0},
                                 .window_to = {2019, 12, 0},
                                 .next_refresh = {2020, 2, 15},
                                 .listing_from = {2020, 2, 17},
                                 .listing_to = {2020, 2, 23},
                                 .listing_visible = {2020, 3, 7}};
    return f;
}

static inline void fixture_free(Fixture *f) {
    Arena *arena = f->arena; /* the fixture lies in its own arena */
    arena_free(&arena);
}

static inline Decimal fixture_decimal(const char *text) {
    Decimal d = {0, 0};
    if (!decimal_parse(str_of(text), &d))
        g_error("no decimal: %s", text);
    return d;
}

static inline void fixture_set(Details *details, Detail detail, const char *value) {
    if (detail_is_number(detail))
        detail_set_number(details, detail, fixture_decimal(value));
    else
        detail_set_text(details, detail, str_of(value));
}

static inline Line *fixture_line(Fixture *f, Decision decision) {
    static const char *const values[DETAIL_COUNT] = {"12", "2019", "dmoc", "25", "INV-2020-017", "25", "3125.00", "EUR"};
    Line *line = ARENA_NEW(f->arena, Line);
    Claim *claim = ARENA_NEW(f->arena, Claim);
    for (int i = 0; i < DETAIL_COUNT; i++)
        if (values[i])
            fixture_set(&claim->details, (Detail)i, values[i]);
    line->claim = claim;
    line->effective = claim->details;
    line->decision = decision;
    line->window_from = f->resolution.window_from;
    line->window_to = f->resolution.window_to;
    *VEC_PUSH(f->arena, &f->resolution.lines) = line;
    *VEC_PUSH(f->arena, &f->reading.claims) = claim;
    return line;
}

static inline Claim *fixture_claim(Line *line) {
    return (Claim *)line->claim;
}

/* The partner's own row, which agrees with the claim. */
static inline void fixture_row(Line *line) {
    line->has_row = true;
    line->rows = 1;
    line->row = (Row){.partner_id = STR("1234567"),
                      .month = 12,
                      .year = 2019,
                      .omlp_type = STR("dmoc"),
                      .units = {25, 0},
                      .invoice_number = STR("INV-2020-017"),
                      .kpi = {25, 0},
                      .revenue = {312500, 2},
                      .currency = STR("EUR")};
}

static inline Finding *fixture_finding(Fixture *f, Line *line, FindingCode code, Detail detail) {
    Finding *finding = VEC_PUSH(f->arena, &line->findings);
    *finding = (Finding){.code = code, .detail = detail};
    return finding;
}

static inline Document *fixture_document(Fixture *f, Line *line, const char *name, Kind kind) {
    Document *document = ARENA_NEW(f->arena, Document);
    *document = (Document){.name = str_of(name), .kind = kind, .readable = true, .accepted = kind == KIND_INVOICE};
    *VEC_PUSH(f->arena, &f->reading.documents) = document;
    if (document->accepted)
        *VEC_PUSH(f->arena, &line->accepted) = document;
    else
        *VEC_PUSH(f->arena, &line->refused) = document;
    return document;
}

/* Templates of the source tree; the tests run in its root. */
static inline Templates *fixture_templates(void) {
    GError *error = NULL;
    Templates *templates = templates_load("templates", &error);
    if (!templates)
        g_error("%s", error->message);
    return templates;
}

#endif
