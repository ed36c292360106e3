#include <criterion/criterion.h>

#include "report/chance.h"
#include "base/utf8.h"
#include "report/groups.h"
#include "report_fixture.h"

Test(groups, chance_is_the_binomial_tail) {
    static const struct {
        uint32_t n, k;
        double p, least, most;
    } cases[] = {
        {3, 3, 0.5, 0.1249, 0.1251},
        {10, 8, 0.5, 0.0546, 0.0548}, /* 56 / 1024 */
        {5, 0, 0.2, 1, 1},
        {5, 1, 0.2, 0.67, 1},
        {4, 2, 0.2, 0.1807, 0.1809},
        {1000, 900, 0.5, 0, 1e-100},
        {1000000, 900000, 0.8, 0, 1e-100},
        {1000000, 800100, 0.8, 0.3, 1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        double chance = chance_of(cases[i].n, cases[i].k, cases[i].p);
        cr_assert(chance >= cases[i].least && chance <= cases[i].most, "%zu: %g", i, chance);
    }
}

/* ---- queues ---- */

typedef struct Queue {
    Arena *arena;
    Spool *spool;
    int tickets;
} Queue;

static void add(Queue *queue, int partner, const LineFixture *line) {
    Str id = arena_printf(queue->arena, "T-%d", ++queue->tickets), who = arena_printf(queue->arena, "%d", partner);
    fixture_add(queue->spool, queue->arena, fixture_ticket(queue->arena, id.data, who.data, line));
}

static const char *number(Queue *queue) {
    return arena_printf(queue->arena, "F-%d", queue->tickets + 1000).data;
}

static void lacks(Queue *queue, int partner, const char *month, const char *type) {
    LineFixture line = {.decision = "escalate_adjustment", .number = number(queue), .month = month, .type = type,
                        .revenue = "100.00", .finding = "not_on_dashboard"};
    add(queue, partner, &line);
}

/* Stands on the dashboard, in that month and with that revenue. */
static void stands(Queue *queue, int partner, const char *month, const char *type, const char *row_month, const char *revenue,
                   const char *row_revenue) {
    Str row = arena_printf(queue->arena, "\"month\":%d,\"year\":%.4s,\"purchase_units\":5,\"revenue_value\":\"%s\"",
                           (row_month[5] - '0') * 10 + row_month[6] - '0', row_month, row_revenue);
    LineFixture line = {.decision = "explain_difference", .number = number(queue), .month = month, .type = type,
                        .revenue = revenue, .dashboard = row.data, .units = "5"};
    line.finding = strcmp(revenue, row_revenue) ? "revenue_mismatch" : strcmp(month, row_month) ? "period_mismatch" : NULL;
    add(queue, partner, &line);
}

static void found(Queue *queue, int partner, const char *month, const char *type) {
    stands(queue, partner, month, type, month, "100.00", "100.00");
}

static void month_lacks_a_type(Queue *queue) {
    for (int i = 0; i < 6; i++) {
        lacks(queue, i, "2020-01", "dmoc");
        found(queue, i, "2020-01", "moc");
        found(queue, i, "2019-12", "dmoc");
    }
}

static void month_lacks(Queue *queue) {
    for (int i = 0; i < 6; i++) {
        lacks(queue, i, "2020-01", i % 2 ? "dmoc" : "moc");
        found(queue, i, "2019-12", i % 2 ? "moc" : "dmoc");
    }
}

/* Half of everything is missing everywhere: three of three are no sign. */
static void chance_alone(Queue *queue) {
    static const char *const months[] = {"2019-08", "2019-09", "2019-10", "2019-11", "2019-12"};
    for (int i = 0; i < 3; i++)
        lacks(queue, i, "2020-01", "dmoc");
    for (int i = 0; i < 60; i++) {
        if (i % 4 < 2)
            lacks(queue, i, months[i % 5], "moc");
        else
            found(queue, i, months[i % 5], "moc");
    }
}

static void one_partner_often(Queue *queue) {
    for (int i = 0; i < 9; i++)
        lacks(queue, 1, "2020-01", "dmoc"); /* one witness, nine invoices */
    for (int i = 0; i < 9; i++)
        found(queue, 2 + i, "2020-01", "dmoc");
}

static void two_only(Queue *queue) {
    lacks(queue, 1, "2020-01", "dmoc");
    lacks(queue, 2, "2020-01", "dmoc");
    for (int i = 0; i < 40; i++)
        found(queue, 10 + i, "2019-12", "moc");
}

static void gross(Queue *queue) {
    stands(queue, 1, "2020-01", "moc", "2020-01", "119.00", "100.00");
    stands(queue, 1, "2019-12", "moc", "2019-12", "59.50", "50.00");
    stands(queue, 1, "2019-11", "moc", "2019-11", "1486.31", "1249.00");
    for (int i = 0; i < 5; i++)
        stands(queue, 2, "2019-11", "moc", "2019-11", "100.00", i % 2 ? "95.00" : "90.00");
}

static void partner_shifted(Queue *queue) {
    stands(queue, 1, "2019-12", "moc", "2020-01", "10.00", "10.00");
    stands(queue, 1, "2019-11", "moc", "2019-12", "20.00", "20.00");
    stands(queue, 1, "2019-10", "moc", "2019-11", "30.00", "30.00");
    found(queue, 2, "2019-10", "moc");
    found(queue, 3, "2019-11", "moc");
    found(queue, 3, "2019-12", "moc");
}

static void month_shifted(Queue *queue) {
    for (int i = 0; i < 7; i++)
        stands(queue, i, "2019-11", "moc", "2019-12", "10.00", "10.00");
    found(queue, 9, "2019-10", "moc");
}

static void claim(Queue *queue, int partner, const char *invoice, const char *month, const char *revenue) {
    LineFixture line = {.decision = "request_invoice", .number = invoice, .month = month, .type = "moc", .revenue = revenue,
                        .finding = "outside_window"};
    add(queue, partner, &line);
}

static void claimed_by_two(Queue *queue) {
    claim(queue, 1, "X-1", "2018-01", "10.00");
    claim(queue, 2, "X1", "2018-01", "10.00");
    claim(queue, 1, "X-2", "2018-01", "10.00");
    claim(queue, 1, "X-2", "2018-01", "10.00"); /* the same partner */
    claim(queue, 1, "7", "2018-01", "10.00");
    claim(queue, 2, "7", "2018-02", "20.00"); /* another seller's seven */
}

static Str from(Arena *arena, Str result, int sender) {
    ptrdiff_t at = str_find(result, STR("a@b.example"));
    return arena_printf(arena, STR_FMT "%d" STR_FMT, STR_ARG(str_sub(result, 0, (size_t)at)), sender, STR_ARG(str_sub(result, (size_t)at + 1, result.len)));
}

/* A ticket, and twice the same again, under another id. */
static void sent_thrice(Queue *queue, const char *id, int partner) {
    LineFixture line = {.decision = "request_invoice", .number = number(queue), .month = "2018-01", .finding = "outside_window"};
    Arena *arena = queue->arena;
    Str who = arena_printf(arena, "%d", partner), first = arena_printf(arena, ",\"duplicate_of\":\"%s\"", id);
    queue->tickets++;
    fixture_add(queue->spool, arena, from(arena, fixture_ticket(arena, id, who.data, &line), partner));
    Str again = from(arena, fixture_ticket(arena, "again", who.data, &line), partner);
    for (int i = 0; i < 2; i++)
        fixture_add(queue->spool, arena, fixture_with(arena, again, first.data));
}

static void sent_again(Queue *queue) {
    sent_thrice(queue, "T-1", 1);
}

/* Helpdesks name files alike, and people choose their own ids. */
static void sent_again_under_one_id(Queue *queue) {
    sent_thrice(queue, "ticket", 1);
    sent_thrice(queue, "ticket", 2);
}

/* Without a dashboard every row is missing. */
static void no_dashboard(Queue *queue) {
    for (int i = 0; i < 8; i++) {
        LineFixture line = {.decision = "request_invoice", .number = number(queue), .month = "2020-01", .type = "moc",
                            .finding = "not_on_dashboard", .no_dashboard = true};
        add(queue, i, &line);
    }
}

Test(groups, causes_are_found_and_chance_is_not) {
    static const struct {
        void (*make)(Queue *queue);
        const char *groups; /* the groups with their tickets */
        const char *says;   /* in the cause of the first */
    } cases[] = {
        {month_lacks_a_type, "type_lacking 6;", "Digital MOC of 2020-01 is not on the dashboard for all 6 partners"},
        {month_lacks, "month_lacking 6;", "2020-01 is not on the dashboard for all 6"},
        {chance_alone, "", NULL},
        {one_partner_often, "partner_lacking 9;", "Partner 1: none of its 9 invoices"},
        {two_only, "", NULL},
        {gross, "partner_factor 3;", "1.190 times what the dashboard shows; tax included?"},
        {partner_shifted, "partner_shifted 3;", "1 month later"},
        {month_shifted, "month_shifted 7;", "Purchases of 2019-11 stand under 2019-12"},
        {claimed_by_two, "claimed_twice 2;", "is claimed by several partners"},
        {sent_again, "sent_again 3;", "Ticket T-1 was sent 3 times"},
        {sent_again_under_one_id, "sent_again 3;sent_again 3;", "Ticket ticket was sent 3 times"},
        {no_dashboard, "", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Queue queue = {.arena = arena_new(), .spool = spool_new(NULL)};
        Groups *groups;
        Buf told = {.arena = queue.arena};
        cases[i].make(&queue);
        cr_assert(groups_find(queue.spool, &groups, NULL));
        buf_add(&told, STR(""));
        for (size_t k = 0; k < groups_len(groups); k++)
            buf_printf(&told, "%s %zu;", group_word(groups_at(groups, k)->kind), groups_at(groups, k)->tickets);
        cr_expect(str_eq_cstr(buf_str(&told), cases[i].groups), "case %zu: " STR_FMT " instead of %s", i, STR_ARG(buf_str(&told)),
                  cases[i].groups);
        if (cases[i].says && groups_len(groups)) {
            Str cause = group_cause(queue.arena, groups_at(groups, 0));
            cr_expect(str_find(cause, str_of(cases[i].says)) >= 0, "case %zu: " STR_FMT, i, STR_ARG(cause));
        }
        groups_free(&groups);
        spool_free(&queue.spool);
        arena_free(&queue.arena);
    }
}

/* What a ticket is told to be in is what the group counts. */
Test(groups, members_are_those_that_were_counted) {
    Queue queue = {.arena = arena_new(), .spool = spool_new(NULL)};
    Groups *groups;
    Entry entry;
    size_t members = 0;
    month_lacks_a_type(&queue);
    claimed_by_two(&queue);
    cr_assert(groups_find(queue.spool, &groups, NULL));
    cr_assert_eq(groups_len(groups), 2);
    cr_assert(spool_rewind(queue.spool, NULL));
    while (spool_next(queue.spool, queue.arena, &entry, NULL, NULL)) {
        GroupRefs refs = {0};
        groups_of(groups, queue.arena, &entry, &refs);
        members += refs.len;
    }
    cr_assert_eq(members, groups_at(groups, 0)->tickets + groups_at(groups, 1)->tickets);
    cr_assert_str_eq(groups_at(groups, 0)->ids->str, "T-1");
    groups_free(&groups);
    spool_free(&queue.spool);
    arena_free(&queue.arena);
}

/* An id of any length, which every group would hold and every page would show. */
Test(groups, long_ids_are_cut) {
    Queue queue = {.arena = arena_new(), .spool = spool_new(NULL)};
    Groups *groups;
    char id[2 * GROUP_ID_MAX] = "";
    while (strlen(id) + 2 < sizeof id - 1)
        strcat(id, strlen(id) + 1 < GROUP_ID_MAX ? "x" : "é"); /* the cut would be in the middle of the first é */
    sent_thrice(&queue, id, 1);
    cr_assert(groups_find(queue.spool, &groups, NULL));
    size_t at = 0;
    const char *kept = group_next_id(groups_at(groups, 0), &at);
    cr_expect_eq(strlen(kept), GROUP_ID_MAX - 1 + strlen("…"));
    cr_expect(utf8_valid(str_of(kept)) && g_str_has_suffix(kept, "x…"), "%s", kept);
    groups_free(&groups);
    spool_free(&queue.spool);
    arena_free(&queue.arena);
}
