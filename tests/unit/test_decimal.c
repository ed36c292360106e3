#include <criterion/criterion.h>

#include "model/decimal.h"

static Decimal dec(const char *text) {
    Decimal d;
    cr_assert(decimal_parse(str_of(text), &d), "%s", text);
    return d;
}

Test(decimal, reads_only_the_canonical_form) {
    static const char *const good[] = {"0",    "20",   "-1250.00", "3125.00", "0.5", "000123", "123456789012345",
                                       "0.000000001", "-0.01", "999999999999.999"};
    static const char *const bad[] = {"",      "-",     ".5",    "5.",  "1,5",  "1 000", "+1",  "1e3", "--1", "1.2.3",
                                      "12a",   " 12",   "12 ",   "٣",   "1234567890123456", "0.0000000001", "-.5"};
    Decimal d;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        cr_assert(decimal_parse(str_of(good[i]), &d), "%s", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert_not(decimal_parse(str_of(bad[i]), &d), "%s", bad[i]);
}

Test(decimal, prints_what_it_read) {
    static const char *const same[] = {"0", "20", "-1250.00", "3125.00", "0.5", "-0.01", "0.000000001", "1234567.125"};
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        cr_assert(str_eq_cstr(decimal_str(arena, dec(same[i])), same[i]), "%s", same[i]);
    cr_assert(str_eq_cstr(decimal_str(arena, dec("007.50")), "7.50"));
    cr_assert(str_eq_cstr(decimal_str(arena, (Decimal){INT64_MIN, 2}), "-92233720368547758.08"));
    arena_free(&arena);
}

Test(decimal, compares_by_value) {
    static const struct {
        const char *a, *b;
        int order;
    } cases[] = {{"2", "2.00", 0},     {"2.01", "2", 1},       {"-1", "1", -1},
                 {"0", "-0.00", 0},    {"0.1", "0.09", 1},     {"123456789012345", "0.000000001", 1},
                 {"-5.5", "-5.50", 0}, {"-5.51", "-5.5", -1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cr_assert_eq(decimal_cmp(dec(cases[i].a), dec(cases[i].b)), cases[i].order, "case %zu", i);
        cr_assert_eq(decimal_cmp(dec(cases[i].b), dec(cases[i].a)), -cases[i].order, "case %zu", i);
    }
}

Test(decimal, adds_or_says_that_it_does_not_fit) {
    Arena *arena = arena_new();
    Decimal sum;
    cr_assert(decimal_add(dec("0.1"), dec("0.2"), &sum));
    cr_assert(str_eq_cstr(decimal_str(arena, sum), "0.3"));
    cr_assert(decimal_add(dec("3125.00"), dec("-25"), &sum));
    cr_assert(str_eq_cstr(decimal_str(arena, sum), "3100.00"));
    cr_assert_not(decimal_add((Decimal){INT64_MAX, 0}, decimal_int(1), &sum));
    cr_assert_not(decimal_add((Decimal){INT64_MIN, 0}, decimal_int(-1), &sum));
    cr_assert_not(decimal_add((Decimal){INT64_MAX, 0}, dec("0.1"), &sum));
    arena_free(&arena);
}

Test(decimal, near_counts_the_border_in) {
    Decimal cent = dec("0.01");
    cr_assert(decimal_near(dec("10.00"), dec("10.01"), cent));
    cr_assert(decimal_near(dec("10.01"), dec("10"), cent));
    cr_assert_not(decimal_near(dec("10.00"), dec("10.011"), cent));
    cr_assert_not(decimal_near(dec("10"), dec("9.98"), cent));
    cr_assert(decimal_near(dec("-0.005"), dec("0.005"), cent));
}

Test(decimal, knows_whole_numbers) {
    cr_assert(decimal_is_int(dec("25.00")));
    cr_assert_not(decimal_is_int(dec("25.01")));
    cr_assert_eq(decimal_to_int(dec("25.99")), 25);
    cr_assert_eq(decimal_to_int(dec("-25.99")), -25);
    cr_assert_eq(decimal_cmp(decimal_int(-7), dec("-7.0")), 0);
}
