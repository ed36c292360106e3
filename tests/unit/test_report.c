#include <criterion/criterion.h>

#include "report/due.h"
#include "report/labels.h"
#include "report/summary.h"
#include "report_fixture.h"

Test(report, what_is_no_result_is_refused_with_the_reason) {
    static const struct {
        const char *text, *why;
    } cases[] = {
        {"x", "no JSON"},
        {"{\"a\":1,\"a\":2}", "no JSON"},
        {"[]", "names no schema"},
        {"{}", "names no schema"},
        {"{\"schema\":\"other/1\"}", "its schema is other/1"},
        {"{\"schema\":\"resolver.resolution/1\"}", "no id"},
        {"{\"schema\":\"resolver.resolution/1\",\"ticket\":{\"id\":\"\"}}", "no id"},
        {"{\"schema\":\"resolver.resolution/1\",\"ticket\":{\"id\":\"T\"},\"intent\":\"other\",\"decision\":\"dance\"}", "no decision"},
        {"{\"schema\":\"resolver.resolution/1\",\"ticket\":{\"id\":\"T\"},\"intent\":\"x\",\"decision\":\"review\"}", "no intent"},
        {"{\"schema\":\"resolver.resolution/1\",\"ticket\":{\"id\":\"T\"},\"intent\":\"other\",\"decision\":\"review\",\"lines\":[{}]}",
         "line 1 of the ticket"},
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Entry entry;
        Str why = STR_NONE;
        cr_assert_not(entry_read(arena, str_of(cases[i].text), &entry, &why), "%s", cases[i].text);
        cr_assert(str_find(why, str_of(cases[i].why)) >= 0, "%s: " STR_FMT, cases[i].text, STR_ARG(why));
    }
    arena_free(&arena);
}

Test(report, whose_turn_it_is) {
    static const struct {
        const char *rest;
        Wait wait;
    } cases[] = {
        {"\"error\":\"cut off\"", WAIT_PERSON},
        {"\"intent\":\"kpi_discrepancy\",\"decision\":\"review\",\"reply\":{\"send\":false}", WAIT_PERSON},
        {"\"intent\":\"other\",\"decision\":\"review\",\"reply\":{\"send\":false}", WAIT_PERSON},
        {"\"intent\":\"other\",\"decision\":\"review\",\"reply\":null", WAIT_NOBODY},
        {"\"intent\":\"kpi_discrepancy\",\"decision\":\"no_discrepancy\",\"reply\":null,\"reply_withheld\":\"7\"", WAIT_PERSON},
        {"\"intent\":\"kpi_discrepancy\",\"decision\":\"request_invoice\"", WAIT_PARTNER},
        {"\"intent\":\"directory_listing\",\"decision\":\"request_information\"", WAIT_PARTNER},
        {"\"intent\":\"kpi_discrepancy\",\"decision\":\"escalate_adjustment\"", WAIT_DATA_TEAM},
        {"\"intent\":\"kpi_discrepancy\",\"decision\":\"await_refresh\"", WAIT_CALENDAR},
        {"\"intent\":\"kpi_discrepancy\",\"decision\":\"await_refresh\",\"duplicate_of\":\"T-0\"", WAIT_NOBODY},
        {"\"intent\":\"kpi_discrepancy\",\"decision\":\"explain_difference\"", WAIT_NOBODY},
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Entry entry;
        Str why = STR_NONE;
        Str text = arena_printf(arena, "{\"schema\":\"resolver.resolution/1\",\"ticket\":{\"id\":\"T\"},%s}", cases[i].rest);
        cr_assert(entry_read(arena, text, &entry, &why), STR_FMT, STR_ARG(why));
        cr_assert_eq(entry_wait(&entry), cases[i].wait, "%s: %s", cases[i].rest, wait_word(entry_wait(&entry)));
    }
    arena_free(&arena);
}

Test(report, every_word_has_a_label) {
    for (int i = 0; i < DECISION_COUNT; i++)
        cr_assert(label_decision((Decision)i), "%s", decision_word((Decision)i));
    for (int i = 0; i < FINDING_COUNT; i++)
        cr_assert(label_finding((FindingCode)i), "%s", finding_word((FindingCode)i));
    for (int i = 0; i < KIND_COUNT; i++)
        cr_assert(label_kind((Kind)i), "%s", kind_word((Kind)i));
    for (int i = 0; i < INTENT_COUNT; i++)
        cr_assert(label_intent((Intent)i), "%s", intent_word((Intent)i));
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        cr_assert_str_neq(label_language(language_word((Language)i)), language_word((Language)i));
}

/* What goes into the spool comes out the same, also beyond what a pipe or a buffer holds. */
Test(report, spool_gives_back_what_it_was_given) {
    Arena *arena = arena_new();
    Spool *spool = spool_new(NULL);
    const size_t n = 3000;
    for (size_t i = 0; i < n; i++) {
        Str id = arena_printf(arena, "T-%zu", i), number = arena_printf(arena, "F-%zu", i);
        LineFixture line = {.decision = "await_refresh", .number = number.data, .month = "2020-12", .type = "moc",
                            .revenue = i % 2 ? "-3125.50" : "0.001", .finding = "not_yet_displayed",
                            .dashboard = "\"month\":2,\"year\":2019,\"kpi_value\":\"25\"", .displayed_from = "2021-01-15"};
        fixture_add(spool, arena, fixture_ticket(arena, id.data, "77", &line));
    }
    for (int round = 0; round < 2; round++) {
        Entry entry;
        uint32_t number;
        cr_assert(spool_rewind(spool, NULL));
        for (size_t i = 0; i < n; i++) {
            cr_assert(spool_next(spool, arena, &entry, &number, NULL));
            const EntryLine *line = &entry.lines.items[0];
            cr_assert_eq(number, i);
            cr_assert_eq(entry.lines.len, 1);
            cr_assert(str_eq(entry.id, arena_printf(arena, "T-%zu", i)));
            cr_assert(str_eq(detail_str(arena, &line->effective, DETAIL_REVENUE_VALUE), i % 2 ? STR("-3125.50") : STR("0.001")));
            cr_assert(str_eq(date_iso(arena, entry_period(&line->dashboard)), STR("2019-02")));
            cr_assert(str_eq(date_iso(arena, line->displayed_from), STR("2021-01-15")));
            cr_assert(entry_found(line, FINDING_NOT_YET_DISPLAYED) && !entry_found(line, FINDING_NOT_ON_DASHBOARD));
        }
        cr_assert_not(spool_next(spool, arena, &entry, &number, NULL));
    }
    spool_free(&spool);
    arena_free(&arena);
}

static const LineFixture waits = {.decision = "await_refresh", .month = "2020-01", .finding = "not_yet_displayed",
                                  .displayed_from = "2020-02-15"};
static const LineFixture settled = {.decision = "no_discrepancy", .month = "2020-01"};

Test(report, the_last_result_of_a_ticket_counts) {
    Arena *arena = arena_new();
    Spool *spool = spool_new(NULL);
    Summary summary;
    Str again = fixture_ticket(arena, "A", "1", &settled);
    fixture_add(spool, arena, fixture_ticket(arena, "A", "1", &waits));
    fixture_add(spool, arena, fixture_ticket(arena, "B", "1", &waits));
    fixture_add(spool, arena, again);
    /* Sent again, not resolved again: B still waits. */
    fixture_add(spool, arena, STR("{\"schema\":\"resolver.resolution/1\",\"ticket\":{\"id\":\"B\",\"received\":\"2020-01-01\","
                                  "\"requester\":{\"email\":\"a@b.example\"}},\"intent\":\"kpi_discrepancy\","
                                  "\"decision\":\"await_refresh\",\"duplicate_of\":\"B\",\"lines\":[],\"reply\":null}"));
    fixture_add(spool, arena, STR("{\"schema\":\"resolver.resolution/1\",\"ticket\":{\"id\":\"B\"},\"error\":\"cut off\"}"));
    cr_assert(summary_read(&summary, spool, NULL));
    cr_assert_eq(summary.tickets, 4);
    cr_assert_eq(summary.earlier, 1);
    cr_assert_eq(summary.again, 1);
    cr_assert_eq(summary.errors, 1);
    cr_assert_eq(summary.decided, 2);
    cr_assert_eq(summary.decision[DECISION_AWAIT_REFRESH], 1);
    cr_assert_eq(summary.decision[DECISION_NO_DISCREPANCY], 1);
    cr_assert_eq(summary.purchases, 2);
    cr_assert_eq(tally_count(summary.calendar, STR("2020-02-15")), 1);
    cr_assert_eq(tally_count(summary.months, STR("2020-01")), 2);
    cr_assert_eq(tally_count(summary.types, STR("not known")), 2);
    summary_clear(&summary);
    spool_free(&spool);
    arena_free(&arena);
}

/* Results of two nights, or one file named twice: errors and repetitions are the same ones again. */
Test(report, results_told_twice_count_once) {
    Arena *arena = arena_new();
    Spool *spool = spool_new(NULL);
    Summary summary;
    const Str ticket = fixture_ticket(arena, "A", "1", &waits);
    const Str again = fixture_with(arena, fixture_ticket(arena, "A", "1", &waits), ",\"duplicate_of\":\"A\"");
    const Str other = fixture_with(arena, fixture_ticket(arena, "A-2", "1", &waits), ",\"duplicate_of\":\"A\"");
    const Str error = STR("{\"schema\":\"resolver.resolution/1\",\"ticket\":{\"id\":\"q.ndjson:7\"},\"error\":\"cut off\"}");
    for (int night = 0; night < 3; night++) {
        const Str results[] = {ticket, again, error, again, other};
        for (size_t i = 0; i < G_N_ELEMENTS(results); i++)
            fixture_add(spool, arena, results[i]);
    }
    cr_assert(summary_read(&summary, spool, NULL));
    cr_expect_eq(summary.tickets, 5, "%zu", summary.tickets);
    cr_expect_eq(summary.again, 3, "%zu", summary.again);
    cr_expect_eq(summary.errors, 1, "%zu", summary.errors);
    cr_expect_eq(summary.earlier, 10, "%zu", summary.earlier);
    cr_expect_eq(spool_len(spool), 5);
    summary_clear(&summary);
    spool_free(&spool);
    arena_free(&arena);
}

#define RESULT "{\"schema\":\"resolver.resolution/1\",\"ticket\":{\"id\":\""
#define DECIDED "},\"intent\":\"other\",\"decision\":\"review\",\"lines\":[],\"reply\":null}"

Test(report, what_is_read_at_last_is_no_error_any_more) {
    static const struct {
        const char *failed, *then;
        size_t errors;
    } cases[] = {
        {"q/ticket.json", RESULT "T-1\",\"file\":\"q/ticket.json\"" DECIDED, 0},
        {"q/ticket.eml:1", RESULT "ticket\",\"file\":\"q/ticket.eml\"" DECIDED, 0},
        {"q/ticket.eml:1", RESULT "ticket\",\"file\":\"p/ticket.eml\"" DECIDED, 1},
        {"q/all.ndjson:1", RESULT "T-1\",\"file\":\"q/all.ndjson\"" DECIDED, 1}, /* another line of it */
        {"q/all.ndjson:7", RESULT "all\",\"file\":\"q/all.ndjson\"" DECIDED, 1},
        {"T-1", RESULT "T-1\"" DECIDED, 1},
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Spool *spool = spool_new(NULL);
        Summary summary;
        fixture_add(spool, arena, arena_printf(arena, RESULT "%s\"},\"error\":\"cut off\"}", cases[i].failed));
        fixture_add(spool, arena, str_of(cases[i].then));
        cr_assert(summary_read(&summary, spool, NULL));
        cr_expect_eq(summary.errors, cases[i].errors, "%zu: %zu", i, summary.errors);
        cr_expect_eq(summary.tickets, cases[i].errors + 1, "%zu: %zu", i, summary.tickets);
        summary_clear(&summary);
        spool_free(&spool);
    }
    arena_free(&arena);
}

Test(report, due_is_what_the_calendar_brought) {
    Arena *arena = arena_new();
    Entry entry;
    Str why = STR_NONE;
    LineFixture later = waits, other = {.decision = "request_invoice", .displayed_from = "2020-02-15"};
    later.displayed_from = "2020-03-15";
    Str text = fixture_ticket(arena, "A", "1", &waits);
    cr_assert(entry_read(arena, text, &entry, &why));
    cr_assert_eq(due_of(&entry, (Date){2020, 2, 14}).come, 0);
    cr_assert_eq(due_of(&entry, (Date){2020, 2, 15}).come, 1);
    const LineFixture *more[] = {&later, &other};
    for (size_t i = 0; i < 2; i++) {
        Entry another;
        cr_assert(entry_read(arena, fixture_ticket(arena, "A", "1", more[i]), &another, &why));
        *VEC_PUSH(arena, &entry.lines) = another.lines.items[0];
    }
    Due due = due_of(&entry, (Date){2020, 2, 20});
    cr_assert_eq(due.waiting, 2);
    cr_assert_eq(due.come, 1);
    cr_assert_eq(date_cmp(due.last, (Date){2020, 3, 15}), 0);
    arena_free(&arena);
}
