#include "snapshots_fixture.h"

#include "store/snapshot_diff.h"

#define A "1 2020-01 moc 5 INV-1 5 10.00 EUR"
#define A6 "1 2020-01 moc 5 INV-1 6 10.00 EUR"
#define B "2 2020-01 moc 5 INV-1 5 10.00 EUR"

/* "~1/INV-1:5>6;" changed with the KPI before and after and the details that differ, "+" came, "-" went. */
static bool tell(void *self, const Change *change) {
    Buf *buf = self;
    const Row *named = change->after ? change->after : change->before;
    buf_printf(buf, "%c" STR_FMT "/" STR_FMT, "+-~"[change->kind], STR_ARG(named->partner_id), STR_ARG(named->invoice_number));
    if (change->kind == CHANGE_CHANGED)
        buf_printf(buf, ":" STR_FMT ">" STR_FMT, STR_ARG(decimal_str(buf->arena, change->before->kpi)),
                   STR_ARG(decimal_str(buf->arena, change->after->kpi)));
    else
        buf_printf(buf, ":" STR_FMT, STR_ARG(decimal_str(buf->arena, named->kpi)));
    for (Detail detail = 0; change->kind == CHANGE_CHANGED && detail < DETAIL_COUNT; detail++)
        if (rows_differ(change->before, change->after) & DETAIL_BIT(detail))
            buf_printf(buf, ",%s", detail_word(detail));
    buf_add_char(buf, ' ');
    return true;
}

static const struct {
    const char *about, *before, *after, *want;
    size_t same;
} cases[] = {
    {"nothing", "", "", "", 0},
    {"the same in another order and writing", A "\n" B, B "\n01 2020-01 moc 5.0 inv1 5 10 EUR", "", 2},
    {"came and went", A, B, "-1/INV-1:5 +2/INV-1:5 ", 0},
    {"all came", "", A "\n" B, "+1/INV-1:5 +2/INV-1:5 ", 0},
    {"all went", B "\n" A, "", "-1/INV-1:5 -2/INV-1:5 ", 0},
    {"changed", A, A6, "~1/INV-1:5>6,kpi_value ", 0},
    {"every detail", A, "1 2021-02 dmoc 6 inv1 6 11.00 USD",
     "~1/inv1:5>6,month,year,omlp_type,purchase_units,kpi_value,revenue_value,currency ", 0},
    {"a currency came", "1 2020-01 moc 5 INV-1 5 10.00", A, "~1/INV-1:5>5,currency ", 0},
    {"one of two copies went", A "\n" A, A, "-1/INV-1:5 ", 1},
    {"a copy came", A, A "\n" A, "+1/INV-1:5 ", 1},
    {"a copy changed", A "\n" A, A "\n" A6, "~1/INV-1:5>6,kpi_value ", 1},
    {"the same type is likest", "1 2020-01 dmoc 5 INV-1 1 10.00\n1 2020-01 moc 5 INV-1 2 10.00",
     "1 2020-01 moc 5 INV-1 3 10.00\n1 2020-01 dmoc 5 INV-1 4 10.00", "~1/INV-1:1>4,kpi_value ~1/INV-1:2>3,kpi_value ", 0},
    {"of one type the same period", "1 2020-01 moc 5 INV-1 1 10.00\n1 2020-03 moc 5 INV-1 2 10.00",
     "1 2020-03 moc 5 INV-1 3 10.00\n1 2020-02 moc 5 INV-1 4 10.00", "~1/INV-1:2>3,kpi_value ~1/INV-1:1>4,month,kpi_value ", 0},
    {"what is left over is a pair too", "1 2020-01 mlo 5 INV-1 1 10.00", "1 2020-01 moc 5 INV-1 1 10.00", "~1/INV-1:1>1,omlp_type ", 0},
    {"in the order of partner and number, those of nobody first", "2 2020-01 moc 5 Z 1 1\n10 2020-01 moc 5 B 1 1\n10 2020-01 moc 5 A 1 1",
     "- 2020-01 moc 5 Q 1 1\n3 2020-01 moc 5 C 1 1", "+/Q:1 -10/A:1 -10/B:1 -2/Z:1 +3/C:1 ", 0},
    {"a number that begins like another", "1 2020-01 moc 5 A1 1 1\n1 2020-01 moc 5 A12 1 1", "1 2020-01 moc 5 A1 1 1\n1 2020-01 moc 5 A123 1 1",
     "-1/A12:1 +1/A123:1 ", 1},
};

Test(snapshot_diff, what_changed) {
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Desk desk = desk_new();
        Snapshot before = desk_refresh(&desk, "2020-02-15", cases[i].before).snapshot;
        Snapshot after = desk_refresh(&desk, "2020-03-15", cases[i].after).snapshot;
        Snapshots *snapshots = snapshots_open(desk.path, NULL);
        Buf got = {.arena = desk.arena}, back = {.arena = desk.arena};
        DiffCounts counts, reverse;
        GError *error = NULL;
        cr_assert(snapshots_diff(snapshots, &before, &after, tell, &got, &counts, &error), "%s", error ? error->message : "");
        cr_assert(snapshots_diff(snapshots, &after, &before, tell, &back, &reverse, &error), "%s", error ? error->message : "");
        cr_expect(str_eq_cstr(buf_str(&got), cases[i].want), "%s: %s", cases[i].about, buf_str(&got).data);
        cr_expect_eq(counts.same, cases[i].same, "%s: %zu the same", cases[i].about, counts.same);
        cr_expect_eq(reverse.of[CHANGE_CAME], counts.of[CHANGE_WENT], "%s: the other way round", cases[i].about);
        cr_expect_eq(reverse.of[CHANGE_CHANGED], counts.of[CHANGE_CHANGED], "%s: the other way round", cases[i].about);
        snapshots_close(&snapshots);
        desk_free(&desk);
    }
}

static bool first_only(void *self, const Change *change) {
    (void)change;
    return ++*(size_t *)self < 1;
}

Test(snapshot_diff, ends_when_told_to) {
    Desk desk = desk_new();
    Snapshot before = desk_refresh(&desk, "2020-02-15", "").snapshot, after = desk_refresh(&desk, "2020-03-15", A "\n" B).snapshot;
    Snapshots *snapshots = snapshots_open(desk.path, NULL);
    size_t told = 0;
    DiffCounts counts;
    cr_expect(snapshots_diff(snapshots, &before, &after, first_only, &told, &counts, NULL));
    cr_expect_eq(told, 1);
    snapshots_close(&snapshots);
    desk_free(&desk);
}
