#include <criterion/criterion.h>

#include "match_fixture.h"
#include "run/digests.h"
#include "run/memory.h"

#define KEY ((DigestKey){1, 2})

Test(memory, an_invoice_that_another_partner_claimed) {
    static const struct {
        const char *partner, *number;
        const char *elsewhere; /* the id of the first ticket that claimed it; ids are T0, T1, ... */
    } tickets[] = {{"1", "INV-1", NULL}, {"1", "INV-1", NULL}, {"2", "INV 1", "T0"}, {"1", "INV-1", "T2"}, {"3", "INV-1", "T0"},
                   {"01", "INV-2", NULL}, {"1", "INV-2", NULL}, {NULL, "INV-2", NULL}, {"2", "INV-3", NULL}};
    Programme *all = programme_of_project();
    Memory *memory = memory_new(KEY);
    Store *store = store_new();
    RowLookup rows = store_lookup(store);
    MatchOptions options = {.as_of = {2020, 3, 1}};
    for (size_t i = 0; i < sizeof tickets / sizeof *tickets; i++) {
        Arena *arena = arena_new();
        Str claim = arena_printf(arena, "m=1 n=%s", strcmp(tickets[i].number, "INV 1") ? tickets[i].number : "INV_1");
        Reading reading = reading_of(arena, tickets[i].partner, claim.data, "");
        Resolution *resolution = match_resolve(arena, all, &rows, &reading, &options);
        const Findings *findings = &resolution->lines.items[0]->findings;
        size_t before = findings->len;
        Trace trace;
        Marks marks;
        trace_claims(arena, KEY, resolution, &trace);
        memory_pass(memory, arena, arena_printf(arena, "T%zu", i), &trace, &marks);
        marks_apply(arena, &marks, resolution);
        cr_expect_eq(findings->len - before, tickets[i].elsewhere != NULL, "%zu", i);
        cr_expect(!tickets[i].elsewhere || (findings->items[before].code == FINDING_CLAIMED_ELSEWHERE &&
                                            str_eq(findings->items[before].ticket, str_of(tickets[i].elsewhere))), "%zu", i);
        arena_free(&arena);
    }
    store_free(&store);
    memory_free(&memory);
    programme_free(&all);
}

/* Tickets that differ from the first in one thing each. */
Test(memory, the_same_ticket_sent_again) {
    static const struct {
        const char *about, *id, *message, *email, *subject, *text, *claim, *first, *partner, *linked;
    } tickets[] = {
        {"the first", "A", "<1@x>", "me@x.example", "KPIs", "last month", "m=1 y=2020", NULL, NULL, NULL},
        {"sent again", "B", "<2@x>", "ME@x.example", "Re: KPIs", "last month\n", "m=1 y=2020", "A", NULL, NULL},
        {"another sender", "C", "<3@x>", "you@x.example", "KPIs", "last month", "m=1 y=2020", NULL, NULL, NULL},
        {"another subject", "D", "<4@x>", "me@x.example", "Revenue", "last month", "m=1 y=2020", NULL, NULL, NULL},
        {"another text", "E", "<5@x>", "me@x.example", "KPIs", "last year", "m=1 y=2020", NULL, NULL, NULL},
        {"last month is another month by now", "F", "<6@x>", "me@x.example", "KPIs", "last month", "m=2 y=2020", NULL, NULL, NULL},
        {"the same message with other words", "G", "<1@x>", "me@x.example", "KPIs", "last month, footer", "m=1 y=2020", NULL, NULL, "A"},
        {"these words again", "L", "<1@x>", "me@x.example", "KPIs", "last month, footer", "m=1 y=2020", "G", NULL, NULL},
        {"for another partner", "M", "<1@x>", "me@x.example", "KPIs", "last month", "m=1 y=2020", NULL, "4471903", NULL},
        {"for that one again", "N", "<1@x>", "me@x.example", "KPIs", "last month", "m=1 y=2020", "M", "4471903", NULL},
        {"another's Message-ID", "H", "<1@x>", "him@x.example", "Hello", "Hello", "m=3", NULL, NULL, NULL},
        {"nobody knows from whom", "I", "<1@x>", NULL, "KPIs", "last month", "m=1 y=2020", NULL, NULL, NULL},
        {"likewise", "J", "<1@x>", NULL, "KPIs", "last month", "m=1 y=2020", NULL, NULL, NULL},
        {"the second again", "K", "<2@x>", "me@x.example", "KPIs", "more", "m=1 y=2020", NULL, NULL, "B"},
    };
    Programme *all = programme_of_project();
    Memory *memory = memory_new(KEY);
    Store *store = store_new();
    RowLookup rows = store_lookup(store);
    MatchOptions options = {.as_of = {2020, 3, 1}};
    for (size_t i = 0; i < sizeof tickets / sizeof *tickets; i++) {
        Arena *arena = arena_new();
        Reading reading = reading_of(arena, tickets[i].partner, tickets[i].claim, "");
        Ticket ticket = {0};
        ticket.message_id = str_of(tickets[i].message);
        ticket.requester_email = tickets[i].email ? str_of(tickets[i].email) : STR_NONE;
        ticket.subject = str_of(tickets[i].subject);
        ticket.text = str_of(tickets[i].text);
        reading.ticket = &ticket;
        Resolution *resolution = match_resolve(arena, all, &rows, &reading, &options);
        Trace trace;
        Marks marks;
        trace_claims(arena, KEY, resolution, &trace);
        trace_ticket(arena, KEY, resolution, &trace);
        memory_pass(memory, arena, str_of(tickets[i].id), &trace, &marks);
        cr_expect_eq(str_given(marks.duplicate_of), tickets[i].first != NULL, "%s", tickets[i].about);
        cr_expect(!tickets[i].first || str_eq(marks.duplicate_of, str_of(tickets[i].first)), "%s: " STR_FMT, tickets[i].about,
                  STR_ARG(marks.duplicate_of));
        cr_expect_eq(str_given(marks.same_message_as), tickets[i].linked != NULL, "%s", tickets[i].about);
        cr_expect(!tickets[i].linked || str_eq(marks.same_message_as, str_of(tickets[i].linked)), "%s: " STR_FMT, tickets[i].about,
                  STR_ARG(marks.same_message_as));
        arena_free(&arena);
    }
    store_free(&store);
    memory_free(&memory);
    programme_free(&all);
}

/* Ids of tickets come back from the file they were moved to. */
Test(memory, many_tickets) {
    enum { TICKETS = 200000 };
    Memory *memory = memory_new(KEY);
    Arena *arena = arena_new();
    unsigned wrong = 0;
    for (unsigned round = 0; round < 2; round++)
        for (unsigned i = 0; i < TICKETS; i++, arena_clear(arena)) {
            Str id = arena_printf(arena, "ticket %u", i);
            Trace trace = {.content = digest(KEY, id)};
            Marks marks;
            memory_pass(memory, arena, round ? STR("again") : id, &trace, &marks);
            wrong += round ? !str_eq(marks.duplicate_of, id) : str_given(marks.duplicate_of);
        }
    cr_expect_eq(wrong, 0);
    memory_free(&memory);
    arena_free(&arena);
}

/* The same in memory and in a file. */
Test(digests, get_and_set) {
    enum { N = 50000 };
    static const size_t limits[] = {1 << 30, 64 * 1024, 0};
    for (size_t l = 0; l < sizeof limits / sizeof *limits; l++) {
        Digests *digests = digests_new(limits[l]);
        unsigned wrong = 0;
        for (uint64_t i = 0; i < N; i++) {
            uint64_t key = digest(KEY, (Str){(const char *)&i, sizeof i}), value;
            wrong += digests_get(digests, key, &value);
            digests_set(digests, key, i);
            if (i % 3 == 0)
                digests_set(digests, key, i + N);
        }
        for (uint64_t i = 0; i < N; i++) {
            uint64_t key = digest(KEY, (Str){(const char *)&i, sizeof i}), value;
            wrong += !digests_get(digests, key, &value) || value != (i % 3 ? i : i + N);
            wrong += digests_get(digests, key ^ 1, &value);
        }
        cr_expect_eq(wrong, 0, "limit %zu", limits[l]);
        digests_free(&digests);
    }
}
