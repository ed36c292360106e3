/* The partner's id: anywhere in the ticket, but only beside a label that means it. */
#include "reading_fixture.h"

typedef struct PartnerCase {
    Sample sample;
    Source source;
    const char *key; /* the ticket's own partner_id; may be NULL */
} PartnerCase;

static const PartnerCase cases[] = {
    {{"MPN ID: 3350917", "3350917"}, SOURCE_BODY},
    {{"Our MPN ID is 3350917.", "3350917"}, SOURCE_BODY},
    {{"PartnerID 3350917", "3350917"}, SOURCE_BODY},
    {{"N° MPN .......... 3350917", "3350917"}, SOURCE_BODY},
    {{"Partner-ID _____ 3350917", "3350917"}, SOURCE_BODY},
    {{"Partner ID = 3350917", "3350917"}, SOURCE_BODY},
    {{"MPN-ID 3350917", "3350917"}, SOURCE_BODY},
    {{"MPN: #3350917", "3350917"}, SOURCE_BODY},
    {{"Our MPN ID (PartnerID) for the programme is 3350917.", "3350917"}, SOURCE_BODY},
    {{"We are 3350917 (MPN ID).", "3350917"}, SOURCE_BODY},
    {{"MPN ID\n3350917", "3350917"}, SOURCE_BODY},
    {{"MPN ID\t3350917", "3350917"}, SOURCE_BODY},
    {{"| MPN ID | 3350917 |", "3350917"}, SOURCE_BODY},
    {{"MPN ID: ３３５０９１７", "3350917"}, SOURCE_BODY},
    {{"MPN ID: 0350917", "0350917"}, SOURCE_BODY},
    {{"Notre identifiant MPN est le 3350917.", "3350917"}, SOURCE_BODY},
    {{"ID partenaire : 3350917", "3350917"}, SOURCE_BODY},
    {{"Numéro de partenaire : 3350917", "3350917"}, SOURCE_BODY},
    {{"Please check.\nKind regards\nJoan\nMPN ID 3350917", "3350917"}, SOURCE_SIGNATURE},
    {{"Merci de vérifier.\nCordialement\nLéa\nMPN ID : 3350917 | Tél. 01 99 00 12 34", "3350917"}, SOURCE_SIGNATURE},
    {{"Please check.\n\n> MPN ID: 3350917", "3350917"}, SOURCE_QUOTED},
    {{"Please check.\n\nOn 3 March 2020, Support wrote:\n> What is your MPN ID?\n3350917", "3350917"}, SOURCE_QUOTED},
    {{"Please check.", "3350917", .subject = "KPI question, MPN ID 3350917"}, SOURCE_SUBJECT},
    {{"Please check.", "3350917", .fields = {"MPN ID", "3350917"}}, SOURCE_FIELD},
    {{"Please check.", "3350917", .fields = {"PartnerID", " 3350917 "}}, SOURCE_FIELD},
    {{"Please check.", "3350917", .fields = {"Identifiant partenaire", "n° 3350917"}}, SOURCE_FIELD},
    /* the firmest place wins */
    {{"MPN ID: 4400123", "3350917", .fields = {"MPN ID", "3350917"}}, SOURCE_FIELD},
    {{"MPN ID: 4400123", "3350917"}, SOURCE_TICKET, "3350917"},
    {{"MPN ID: 4400123", "3350917"}, SOURCE_TICKET, " 3350917 "},
    {{"MPN ID: 3350917\nKind regards\nJoan\nMPN ID 4400123", "3350917"}, SOURCE_BODY},
    {{"MPN ID: 3350917\n\n> MPN ID: 4400123", "3350917"}, SOURCE_BODY},
    /* none */
    {{"", NULL}},
    {{"Invoice 3350917 is missing.", NULL}},
    {{"Phone 3350917", NULL}},
    {{"Customer number: 3350917", NULL}},
    {{"Our MPN ID is missing, the invoice is 3350917.", NULL}},
    {{"What is an MPN ID? Invoice no. 3350917.", NULL}},
    {{"MPN ID: n/a", NULL}},
    {{"MPN ID: 123", NULL}},
    {{"MPN ID: 1234567890123", NULL}},
    {{"MPN ID: 2020-03-14", NULL}},
    {{"MPN ID: A3350917", NULL}},
    {{"N° de client : 3350917", NULL}},
};

Test(partner, anywhere) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const PartnerCase *c = &cases[i];
        Ticket *ticket = ticket_of(arena, &c->sample);
        ticket->partner_id = c->key ? str_of(c->key) : STR_NONE;
        const Reading *reading = reading_read(tree_lexicon(), arena, ticket);
        if (!c->sample.want) {
            cr_expect(!str_given(reading->partner_id), "\"%s\": " STR_FMT, c->sample.body, STR_ARG(reading->partner_id));
            continue;
        }
        cr_expect(str_eq_cstr(reading->partner_id, c->sample.want), "\"%s\": " STR_FMT, c->sample.body, STR_ARG(reading->partner_id));
        cr_expect_eq(reading->partner_evidence.source, c->source, "\"%s\": %s", c->sample.body,
                     source_word(reading->partner_evidence.source));
        const Evidence *e = &reading->partner_evidence;
        if (e->to)
            cr_expect(str_eq(str_sub(ticket->text, e->from, e->to), e->text), "\"%s\"", c->sample.body);
        arena_clear(arena);
    }
    arena_free(&arena);
}
