/* What an older refresh supported and the newest contradicts (finding detail changed_since). */
#include "snapshots_fixture.h"

#define CLAIM "m=1 y=2020 t=moc u=5 n=INV-1 k=5 r=10.00 c=EUR"
#define RIGHT "1 2020-01 moc 5 INV-1 5 10.00 EUR"
#define WRONG "1 2020-01 moc 5 INV-1 4 10.00 EUR"
#define ELSE  "1 2020-01 moc 1 OTHER 1 1.00 EUR"

static const struct {
    const char *about;
    const char *refreshes[4]; /* of 15 February, 15 March ...; NULL behind the last */
    const char *snapshot;     /* NULL: the newest */
    const char *claim;
    const char *want;         /* "code since" of each finding */
} cases[] = {
    {"the value was right once", {RIGHT, WRONG}, NULL, CLAIM, "kpi_mismatch 2020-02-15"},
    {"the row went", {RIGHT, ELSE}, NULL, CLAIM, "not_on_dashboard 2020-02-15"},
    {"the newest that agreed", {RIGHT, RIGHT "\n" ELSE, WRONG, WRONG "\n" ELSE}, NULL, CLAIM, "kpi_mismatch 2020-03-15"},
    {"of several findings each", {RIGHT, "1 2020-01 moc 4 INV-1 4 9.00 EUR"}, NULL, CLAIM,
     "kpi_mismatch 2020-02-15 revenue_mismatch 2020-02-15 units_mismatch 2020-02-15"},
    {"it never agreed", {WRONG, ELSE}, NULL, CLAIM, "not_on_dashboard -"},
    {"it agreed in part only", {"1 2020-01 moc 4 INV-1 5 10.00 EUR", WRONG}, NULL, CLAIM, "kpi_mismatch -"},
    {"it was in another currency", {"1 2020-01 moc 5 INV-1 5 10.00 USD", WRONG}, NULL, CLAIM, "kpi_mismatch -"},
    {"it agrees now", {WRONG, RIGHT}, NULL, CLAIM, ""},
    {"it agreed and agrees", {RIGHT, ELSE, RIGHT}, NULL, CLAIM, ""},
    {"what came later is not older", {ELSE, WRONG, RIGHT}, "2020-03-15", CLAIM, "kpi_mismatch -"},
    {"seen from an older refresh", {RIGHT, WRONG, ELSE}, "2020-03-15", CLAIM, "kpi_mismatch 2020-02-15"},
    {"another partner's row", {"2 2020-01 moc 5 INV-1 5 10.00 EUR", WRONG}, NULL, CLAIM, "kpi_mismatch -"},
    {"a partner's row, where none is named now", {"2 2020-01 moc 5 INV-1 5 10.00 EUR", "- 2020-01 moc 5 INV-1 4 10.00 EUR"}, NULL, CLAIM,
     "kpi_mismatch -"},
    {"nobody's row, where partners are named now", {"- 2020-01 moc 5 INV-1 5 10.00 EUR", WRONG}, NULL, CLAIM, "kpi_mismatch -"},
    {"nobody's row, and nobody's that went", {"- 2020-01 moc 5 INV-1 5 10.00 EUR", ELSE}, NULL, CLAIM, "not_on_dashboard -"},
    {"nobody's row beside partners' rows", {"- 2020-01 moc 5 INV-1 5 10.00 EUR\n2 2020-01 moc 1 OTHER 1 1.00 EUR",
     "- 2020-01 moc 5 INV-1 4 10.00 EUR"}, NULL, CLAIM, "kpi_mismatch -"},
    {"nobody's row in the sum", {"1 2020-01 moc 2 INV-1 2 4.00 EUR\n- 2020-01 moc 3 INV-1 3 6.00 EUR", WRONG}, NULL, CLAIM,
     "kpi_mismatch -"},
    {"where no row ever names a partner", {"- 2020-01 moc 5 INV-1 5 10.00 EUR", "- 2020-01 moc 5 INV-1 4 10.00 EUR"}, NULL, CLAIM,
     "kpi_mismatch 2020-02-15"},
    {"a slightly other number", {RIGHT, "1 2020-01 moc 5 INV-7 5 10.00 EUR"}, NULL, CLAIM, "invoice_number_differs 2020-02-15"},
    {"a sum", {"1 2020-01 moc 2 INV-1 2 4.00 EUR\n1 2020-01 moc 3 INV-1 3 6.00 EUR", WRONG}, NULL, CLAIM, "kpi_mismatch 2020-02-15"},
    {"a detail is missing", {RIGHT, WRONG}, NULL, "m=1 y=2020 t=moc u=5 n=INV-1 k=5", "missing_detail -"},
    {"another partner has it now", {RIGHT, "2 2020-01 moc 5 INV-1 5 10.00 EUR"}, NULL, CLAIM, "other_partner -"},
};

static Str findings_str(Arena *arena, const Line *line) {
    Buf buf = {.arena = arena};
    for (size_t i = 0; i < line->findings.len; i++) {
        const Finding *finding = &line->findings.items[i];
        Str since = date_given(finding->changed_since) ? date_iso(arena, finding->changed_since) : STR("-");
        buf_printf(&buf, "%s%s " STR_FMT, i ? " " : "", finding_word(finding->code), STR_ARG(since));
    }
    return buf_str(&buf);
}

static Str resolved(Desk *desk, const Programme *programme, const char *snapshot, const char *claim, const char *as_of) {
    SnapshotRows *rows = snapshot_rows_open(desk->path, str_of(snapshot), NULL);
    RowLookup lookup = snapshot_rows_lookup(rows);
    bool unnamed = false;
    lookup.only_partner(lookup.store, &unnamed);
    Reading reading = reading_of(desk->arena, unnamed ? NULL : "1", claim, "");
    MatchOptions options = {.as_of = day_of(as_of)};
    Resolution *resolution = match_resolve(desk->arena, programme, &lookup, &reading, &options);
    Str got = findings_str(desk->arena, resolution->lines.items[0]);
    cr_expect_null(snapshot_rows_failure(rows));
    snapshot_rows_free(&rows);
    return got;
}

Test(changed_since, findings) {
    static const char *const days[] = {"2020-02-15", "2020-03-15", "2020-04-15", "2020-05-15"};
    Programme *programme = programme_of_project();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Desk desk = desk_new();
        for (size_t j = 0; j < G_N_ELEMENTS(days) && cases[i].refreshes[j]; j++)
            desk_refresh(&desk, days[j], cases[i].refreshes[j]);
        Str got = resolved(&desk, programme, cases[i].snapshot, cases[i].claim, "2020-06-20");
        cr_expect(str_eq_cstr(got, cases[i].want), "%s: " STR_FMT, cases[i].about, STR_ARG(got));
        desk_free(&desk);
    }
    programme_free(&programme);
}

/* What a refresh after the day of the reply showed nobody has seen yet. */
Test(changed_since, only_up_to_the_day_of_the_reply) {
    static const struct {
        const char *as_of, *want;
    } days[] = {
        {"2020-06-20", "not_on_dashboard 2020-03-15"},
        {"2020-03-15", "not_on_dashboard 2020-03-15"},
        {"2020-03-14", "not_on_dashboard 2020-02-15"},
        {"2020-02-15", "not_on_dashboard 2020-02-15"},
    };
    Programme *programme = programme_of_project();
    Desk desk = desk_new();
    desk_refresh(&desk, "2020-02-15", RIGHT);
    desk_refresh(&desk, "2020-03-15", RIGHT "\n" ELSE);
    desk_refresh(&desk, "2020-04-15", ELSE);
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
        Str got = resolved(&desk, programme, NULL, CLAIM, days[i].as_of);
        cr_expect(str_eq_cstr(got, days[i].want), "%s: " STR_FMT, days[i].as_of, STR_ARG(got));
    }
    desk_free(&desk);
    programme_free(&programme);
}

/* A second import of a day corrects the first, which then is no refresh that anybody should be told of. */
Test(changed_since, a_corrected_refresh_does_not_count) {
    Programme *programme = programme_of_project();
    Desk desk = desk_new();
    desk_refresh(&desk, "2020-02-15", RIGHT);
    desk_refresh(&desk, "2020-02-15", WRONG);
    cr_expect(str_eq_cstr(resolved(&desk, programme, NULL, CLAIM, "2020-06-20"), "kpi_mismatch -"), "the chosen day");
    desk_refresh(&desk, "2020-03-15", ELSE);
    cr_expect(str_eq_cstr(resolved(&desk, programme, NULL, CLAIM, "2020-06-20"), "not_on_dashboard -"), "an older day");
    desk_free(&desk);
    programme_free(&programme);
}
