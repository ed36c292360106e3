#include <criterion/criterion.h>

#include "model/date.h"

Test(date, knows_the_calendar) {
    static const struct {
        Date date;
        bool valid;
    } cases[] = {{{2020, 2, 29}, true},  {{2021, 2, 29}, false}, {{2000, 2, 29}, true},  {{1900, 2, 29}, false},
                 {{2020, 4, 31}, false}, {{2020, 12, 31}, true}, {{2020, 13, 1}, false}, {{2020, 0, 1}, false},
                 {{2020, 1, 0}, false},  {{0, 1, 1}, false},     {{10000, 1, 1}, false}, {{2020, 1, -1}, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert_eq(date_valid(cases[i].date), cases[i].valid, "case %zu", i);
}

Test(date, reads_iso_and_nothing_else) {
    static const struct {
        const char *text;
        bool good;
    } cases[] = {{"2020-01-20", true},  {"2020-01-20T09:30:00Z", true}, {"2020-01-20 09:30", true},
                 {"2020-1-20", false},  {"20-01-2020", false},          {"2020-02-30", false},
                 {"2020-01-20x", false}, {"2020/01/20", false},         {"", false},
                 {"2020-01", false},    {"٢٠٢٠-01-20", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Date d = {0};
        cr_assert_eq(date_parse_iso(str_of(cases[i].text), &d), cases[i].good, "%s", cases[i].text);
        cr_assert_eq(date_given(d), cases[i].good);
    }
}

Test(date, prints_as_much_as_is_known) {
    Arena *arena = arena_new();
    cr_assert(str_eq_cstr(date_iso(arena, (Date){2020, 1, 5}), "2020-01-05"));
    cr_assert(str_eq_cstr(date_iso(arena, (Date){2020, 11, 0}), "2020-11"));
    cr_assert(str_eq_cstr(date_iso(arena, (Date){2020, 0, 0}), "2020"));
    cr_assert(str_eq_cstr(date_iso(arena, (Date){0}), ""));
    arena_free(&arena);
}

Test(date, counts_months_over_the_year) {
    int december = date_month_index((Date){2019, 12, 0}), january = date_month_index((Date){2020, 1, 15});
    cr_assert_eq(january - december, 1);
    for (int i = 2019 * 12; i < 2021 * 12; i++)
        cr_assert_eq(date_month_index(date_of_month_index(i, 15)), i);
    Date d = date_of_month_index(december + 2, 15);
    cr_assert(d.year == 2020 && d.month == 2 && d.day == 15);
}

Test(date, orders_and_knows_today) {
    cr_assert_lt(date_cmp((Date){2019, 12, 31}, (Date){2020, 1, 1}), 0);
    cr_assert_gt(date_cmp((Date){2020, 2, 1}, (Date){2020, 1, 31}), 0);
    cr_assert_eq(date_cmp((Date){2020, 2, 1}, (Date){2020, 2, 1}), 0);
    cr_assert(date_valid(date_today()));
    cr_assert_gt(date_cmp(date_today(), (Date){2024, 1, 1}), 0);
}
