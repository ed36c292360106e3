#include <criterion/criterion.h>

#include "match_fixture.h"

/* The lines (1-based, over all files) of the rows that a lookup gives. */
static Str lines_str(Arena *arena, const RowRefs *rows) {
    Buf buf = {.arena = arena};
    for (size_t i = 0; i < rows->len; i++)
        buf_printf(&buf, "%s%zu", i ? " " : "", rows->items[i]->line);
    return buf_str(&buf);
}

static void fill(Store *store, Arena *arena, const char *text, size_t *line) {
    Str rest = str_of(text), one;
    VEC(Row) rows = {0};
    while (word_next(&rest, '\n', &one)) {
        Row row = row_of(arena, one);
        row.line = ++*line;
        row.source = STR("a.csv");
        *VEC_PUSH(arena, &rows) = row;
    }
    store_add(store, rows.items, rows.len);
}

#define A "1 2020-01 moc 5 INV-1 5 10.00 EUR"
#define B "2 2020-01 moc 5 inv1 5 10.00 EUR"
#define C "1 2020-02 moc 5 INV-2 5 10.00"

Test(store, lookups) {
    Arena *arena = arena_new(), *parser = arena_new();
    Store *store = store_new();
    size_t line = 0;
    fill(store, parser, A "\n" B "\n" C "\n- 2020-01 moc 1 INV-3 1 1\n01 2020-01 dmoc 1 INV/1 1 1", &line);
    arena_free(&parser); /* the store keeps its own copies */
    static const struct {
        const char *number, *want;
    } numbers[] = {{"inv1", "1 2 5"}, {"inv2", "3"}, {"inv4", ""}, {"", ""}};
    static const struct {
        const char *like, *want;
    } purchases[] = {{"1 2020-01 moc 5 X 9 9", "1"},     {"0001 2020-01 MOC 5.0 X 9 9", "1"}, {"2 2020-01 moc 5 X 9 9", "2"},
                     {"1 2020-02 moc 5 X 9 9", "3"},     {"1 2021-01 moc 5 X 9 9", ""},       {"- 2020-01 moc 1 X 9 9", "4"},
                     {"3 2020-01 moc 5 X 9 9", ""},      {"1 2020-01 dmoc 1 X 9 9", "5"},     {"1 2020-01 moc 6 X 9 9", ""},
                     {"1 2020-01 dmoc 5 X 9 9", ""}};
    RowLookup lookup = store_lookup(store);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        RowRefs rows = {0};
        lookup.by_number(lookup.store, arena, str_of(numbers[i].number), &rows);
        cr_expect(str_eq_cstr(lines_str(arena, &rows), numbers[i].want), "number %s", numbers[i].number);
    }
    for (size_t i = 0; i < sizeof purchases / sizeof *purchases; i++) {
        RowRefs rows = {0};
        Row like = row_of(arena, str_of(purchases[i].like));
        lookup.by_purchase(lookup.store, arena, &like, &rows);
        cr_expect(str_eq_cstr(lines_str(arena, &rows), purchases[i].want), "%s", purchases[i].like);
    }
    const Row *row = store_row(store, 2);
    cr_expect(str_eq_cstr(row->invoice_number, "INV-2") && str_eq_cstr(row->folded, "inv2"));
    cr_expect(!str_given(row->currency) && str_eq_cstr(row->source, "a.csv"));
    cr_expect_not(lookup.no_dashboard);
    store_free(&store);
    store = store_new();
    cr_expect(store_lookup(store).no_dashboard);
    store_add(store, NULL, 0);
    cr_expect_not(store_lookup(store).no_dashboard, "one without rows is a dashboard too");
    store_free(&store);
    arena_free(&arena);
}

/* Files parted by "|"; how often a row counts. */
static const struct {
    const char *about;
    const char *files[3];
    size_t want;
} united[] = {
    {"one file: as often as it stands", {A "\n" A "\n" A}, 3},
    {"the same in two files counts once", {A "\n" C, A "\n" C}, 2},
    {"twice and once: twice", {A "\n" A, A}, 2},
    {"once and twice: twice", {A, A "\n" A}, 2},
    {"twice, twice and three times", {A "\n" A, A "\n" A, A "\n" A "\n" A}, 3},
    {"the number folded, decimals by value", {A, "1 2020-01 moc 5 inv/1 5.0 10 EUR"}, 1},
    {"another partner", {A, B}, 2},
    {"another currency", {A, "1 2020-01 moc 5 INV-1 5 10.00 USD"}, 2},
    {"without a currency", {A, "1 2020-01 moc 5 INV-1 5 10.00"}, 2},
    {"another KPI", {A, "1 2020-01 moc 5 INV-1 6 10.00 EUR"}, 2},
    {"without a partner", {A, "- 2020-01 moc 5 INV-1 5 10.00 EUR"}, 2},
};

Test(store, several_files) {
    for (size_t i = 0; i < sizeof united / sizeof *united; i++) {
        Arena *arena = arena_new();
        Store *store = store_new();
        for (int j = 0; j < 3 && united[i].files[j]; j++)
            store_fill(store, arena, united[i].files[j]);
        cr_expect_eq(store_count(store), united[i].want, "%s: %zu", united[i].about, store_count(store));
        store_free(&store);
        arena_free(&arena);
    }
}

Test(store, only_partner) {
    static const struct {
        const char *rows, *want;
        bool unnamed;
    } cases[] = {{"", "", false}, {A, "1", false}, {A "\n01 2020-01 moc 5 X 5 1", "1", false}, {A "\n" B, "", false},
                 {"- 2020-01 moc 5 X 5 1", "", true}, {"- 2020-01 moc 5 X 5 1\n" A, "1", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena *arena = arena_new();
        Store *store = store_new();
        bool unnamed = !cases[i].unnamed;
        store_fill(store, arena, cases[i].rows);
        RowLookup lookup = store_lookup(store);
        Str only = lookup.only_partner(lookup.store, &unnamed);
        cr_expect(str_eq_cstr(only, cases[i].want), "%zu", i);
        cr_expect_eq(unnamed, cases[i].unnamed, "%zu", i);
        store_free(&store);
        arena_free(&arena);
    }
}

Test(store, many_rows_in_several_files) {
    Store *store = store_new();
    Arena *arena = arena_new();
    for (int file = 0; file < 3; file++) {
        VEC(Row) rows = {0};
        for (int i = 0; i < 4000; i++) {
            Row row = row_of(arena, STR("7 2020-01 moc 5 N 5 10.00 EUR"));
            row.invoice_number = arena_printf(arena, "N-%d", i % 1000 + file * 500);
            row.kpi = decimal_int(i);
            *VEC_PUSH(arena, &rows) = row;
        }
        store_add(store, rows.items, rows.len);
    }
    RowLookup lookup = store_lookup(store);
    Row like = row_of(arena, STR("7 2020-01 moc 5 X 1 1"));
    RowRefs number = {0}, alike = {0};
    lookup.by_number(lookup.store, arena, STR("n700"), &number);
    lookup.by_purchase(lookup.store, arena, &like, &alike);
    cr_expect_eq(store_count(store), 12000);
    cr_expect_eq(number.len, 8); /* 700 of the first file, 200 of the second: four times each */
    cr_expect_eq(alike.len, 12000);
    store_free(&store);
    arena_free(&arena);
}
