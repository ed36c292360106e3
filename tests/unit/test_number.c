#include "parsers/number.h"
#include "value_fixture.h"

static const struct {
    const char *text, *token; /* from the first digit or sign on; NULL: none begins there */
} tokens[] = {
    {"", NULL},
    {"a", NULL},
    {"-", NULL},
    {"-a", NULL},
    {"25", "25"},
    {"-25", "-25"},
    {"+25 a", "+25"},
    {"25.", "25"},
    {"25, and", "25"},
    {"1 234,56 €", "1 234,56"},
    {"1.234.567,89", "1.234.567,89"},
    {"1,92,500.00", "1,92,500.00"},
    {"1'250.00", "1'250.00"},
    {"2020 125", "2020"},
    {"25 1000", "25"},
    {"1,234 567", "1,234"},
    {"4.470,- eur", "4.470,-"},
    {"4470.--", "4470.--"},
    {"25,-5", "25"},
    {"12万5千円", "12万5千"},
    {"12万5000", "12万5000"},
    {"12万5000円", "12万5000"},
    {"12万 2020", "12万"},
    {"7  万  円", "7  万"},
    {"3억 2천만 원", "3억 2천만"},
    {"1만 5000원", "1만 5000"},
    {"1만 50000원", "1만"},
    {"1.5万", "1.5万"},
    {"12 k€", "12 k"},
    {"12k", "12k"},
    {"12 k", "12"},
    {"12 keur", "12 k"},
    {"12 kg", "12"},
    {"12kg", "12"},
    {"1,2 m€", "1,2 m"},
    {"1.2 m", "1.2"},
    {"1.2 million dollars", "1.2 million"},
    {"2,5 mio. €", "2,5 mio."},
    {"35 lakhs", "35 lakhs"},
    {"35 lakhsh", "35"},
    {"3 тыс. руб.", "3 тыс."},
    {"25 mille", "25 mille"},
    {"25 million2", "25"},
};

Test(number, tokens) {
    for (size_t i = 0; i < G_N_ELEMENTS(tokens); i++) {
        Str text = exact_cstr(tokens[i].text);
        size_t to = 0;
        bool found = number_token(text, 0, &to);
        cr_expect_eq(found, tokens[i].token != NULL, "%s", tokens[i].text);
        if (found && tokens[i].token)
            cr_expect(str_eq_cstr(str_sub(text, 0, to), tokens[i].token), "%s: %.*s", tokens[i].text, (int)to, text.data);
        free((char *)text.data);
    }
}

/* Millions before a currency that only the text before them names. */
Test(number, money_before) {
    static const struct {
        const char *text;
        size_t at, to;
    } cases[] = {{"$1.2m", 1, 5}, {"usd 1.2m", 4, 8}, {"eur1.2m", 3, 7}, {"xusd 1.2m", 5, 8}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Str text = exact_cstr(cases[i].text);
        size_t to = 0;
        cr_expect(number_token(text, cases[i].at, &to) && to == cases[i].to, "%s: %zu", cases[i].text, to);
        free((char *)text.data);
    }
}

#define NONE (-1)

static const struct {
    const char *token;
    NumberUse use;
    int decimals;
    NumberHabit habit;
    const char *want; /* "?" before and "|" between two readings; "" refused */
} values[] = {
    {"25", NUMBER_COUNT, NONE, HABIT_UNKNOWN, "25"},
    {"007", NUMBER_COUNT, NONE, HABIT_UNKNOWN, "7"},
    {"25.0", NUMBER_COUNT, NONE, HABIT_UNKNOWN, "25.0"},
    {"25,5", NUMBER_COUNT, NONE, HABIT_UNKNOWN, ""},
    {"1.234", NUMBER_COUNT, NONE, HABIT_UNKNOWN, "1234"},
    {"1,234", NUMBER_COUNT, NONE, HABIT_COMMA, "1234"},
    {"0.125", NUMBER_COUNT, NONE, HABIT_UNKNOWN, ""},
    {"0.125", NUMBER_KPI, NONE, HABIT_COMMA, "0.125"},
    {"-1250.00", NUMBER_MONEY, 2, HABIT_UNKNOWN, "-1250.00"},
    {"1 234,56", NUMBER_MONEY, 2, HABIT_UNKNOWN, "1234.56"},
    {"1 234", NUMBER_MONEY, 2, HABIT_UNKNOWN, "1234"},
    {"1.234,56", NUMBER_MONEY, 2, HABIT_POINT, "1234.56"},
    {"1,234.56", NUMBER_MONEY, 2, HABIT_COMMA, "1234.56"},
    {"1.234.567", NUMBER_MONEY, NONE, HABIT_POINT, "1234567"},
    {"1,92,500.00", NUMBER_MONEY, 2, HABIT_UNKNOWN, "192500.00"},
    {"1,92,500", NUMBER_KPI, NONE, HABIT_UNKNOWN, "192500"},
    {"192,50,500", NUMBER_KPI, NONE, HABIT_UNKNOWN, ""},
    {"1.92.500", NUMBER_KPI, NONE, HABIT_UNKNOWN, ""},
    {"1'250.00", NUMBER_MONEY, 2, HABIT_UNKNOWN, "1250.00"},
    {"1'250", NUMBER_MONEY, 2, HABIT_UNKNOWN, "1250"},
    {"1'25", NUMBER_MONEY, 2, HABIT_UNKNOWN, ""},
    {"4.470,-", NUMBER_MONEY, 2, HABIT_UNKNOWN, "4470"},
    {"4470.--", NUMBER_MONEY, 2, HABIT_UNKNOWN, "4470"},
    {"3.125", NUMBER_MONEY, 2, HABIT_POINT, "3125"},
    {"3,125", NUMBER_MONEY, 0, HABIT_COMMA, "3125"},
    {"3.125", NUMBER_MONEY, 3, HABIT_POINT, "3.125"},
    {"3.125", NUMBER_MONEY, 3, HABIT_COMMA, "3125"},
    {"3.125", NUMBER_MONEY, 3, HABIT_UNKNOWN, "?3125|3.125"},
    {"3.125", NUMBER_MONEY, NONE, HABIT_POINT, "?3125|3.125"},
    {"3.125", NUMBER_MONEY, NONE, HABIT_COMMA, "3125"},
    {"3.125", NUMBER_KPI, NONE, HABIT_UNKNOWN, "?3125|3.125"},
    {"3.125", NUMBER_KPI, NONE, HABIT_POINT, "3.125"},
    {"-3.125", NUMBER_KPI, NONE, HABIT_UNKNOWN, "?-3125|-3.125"},
    {"1234.567", NUMBER_KPI, NONE, HABIT_COMMA, "1234.567"},
    {"1,234.567", NUMBER_MONEY, 2, HABIT_POINT, "1234.567"},
    {"1 234.567", NUMBER_MONEY, 2, HABIT_COMMA, ""},
    {"1 234.567", NUMBER_KPI, NONE, HABIT_COMMA, "1234.567"},
    {"1.50", NUMBER_KPI, NONE, HABIT_COMMA, "1.50"},
    {"012.345", NUMBER_KPI, NONE, HABIT_POINT, ""},
    {"0,125,000", NUMBER_KPI, NONE, HABIT_POINT, ""},
    {"1,2,3", NUMBER_KPI, NONE, HABIT_POINT, ""},
    {"1.2.3", NUMBER_KPI, NONE, HABIT_POINT, ""},
    {"1.234,567.89", NUMBER_KPI, NONE, HABIT_POINT, ""},
    {"1,234.567,89", NUMBER_KPI, NONE, HABIT_POINT, ""},
    {"10.2020", NUMBER_KPI, NONE, HABIT_POINT, "10.2020"},
    {"999999999999999", NUMBER_KPI, NONE, HABIT_POINT, "999999999999999"},
    {"9999999999999999", NUMBER_KPI, NONE, HABIT_POINT, ""},
    {"0.1234567890", NUMBER_KPI, NONE, HABIT_POINT, ""},
    {"1,1,1,1,1,1,1,1,1,1,1,1,1,1,1", NUMBER_KPI, NONE, HABIT_POINT, ""},

    {"12万5千", NUMBER_MONEY, 0, HABIT_POINT, "125000"},
    {"12万5000", NUMBER_MONEY, 0, HABIT_POINT, "125000"},
    {"12万50000", NUMBER_MONEY, 0, HABIT_POINT, ""},
    {"5千万", NUMBER_MONEY, 0, HABIT_POINT, "50000000"},
    {"3억 2천만", NUMBER_MONEY, 0, HABIT_POINT, "320000000"},
    {"1천 640만", NUMBER_MONEY, 0, HABIT_POINT, "16400000"},
    {"1万2億", NUMBER_MONEY, 0, HABIT_POINT, ""},
    {"5百3千", NUMBER_MONEY, 0, HABIT_POINT, ""},
    {"1万万", NUMBER_MONEY, 0, HABIT_POINT, ""},
    {"1.5万", NUMBER_MONEY, 0, HABIT_POINT, "15000"},
    {"36.57億", NUMBER_MONEY, 0, HABIT_POINT, "3657000000"},
    {"1.23456万", NUMBER_MONEY, 0, HABIT_POINT, ""},
    {"1,234万", NUMBER_MONEY, 0, HABIT_POINT, "12340000"},
    {"1,5万", NUMBER_MONEY, 0, HABIT_POINT, ""},
    {"3万5", NUMBER_MONEY, 0, HABIT_POINT, "?30005|35000"},
    {"3万50", NUMBER_MONEY, 0, HABIT_POINT, "30050"},
    {"3億5000", NUMBER_MONEY, 0, HABIT_POINT, ""},
    {"12万5.5", NUMBER_MONEY, 0, HABIT_POINT, ""},
    {"-12万", NUMBER_MONEY, 0, HABIT_POINT, "-120000"},
    {"999兆", NUMBER_MONEY, 0, HABIT_POINT, "999000000000000"},
    {"9999兆", NUMBER_MONEY, 0, HABIT_POINT, ""},

    {"12k", NUMBER_COUNT, NONE, HABIT_POINT, "12000"},
    {"1.2 million", NUMBER_MONEY, NONE, HABIT_POINT, "1200000"},
    {"1,2 m", NUMBER_MONEY, 2, HABIT_COMMA, "1200000"},
    {"1,234 million", NUMBER_MONEY, 2, HABIT_POINT, "1234000000"},
    {"1,234 million", NUMBER_MONEY, 2, HABIT_COMMA, "1234000"},
    {"1,234 million", NUMBER_KPI, NONE, HABIT_UNKNOWN, "?1234000000|1234000"},
    {"2,5 mio.", NUMBER_MONEY, 2, HABIT_COMMA, "2500000"},
    {"35 lakhs", NUMBER_MONEY, 2, HABIT_POINT, "3500000"},
    {"1.2 billion", NUMBER_MONEY, 2, HABIT_POINT, ""},
    {"0.5 k", NUMBER_COUNT, NONE, HABIT_POINT, "500"},
    {"0.0005k", NUMBER_COUNT, NONE, HABIT_POINT, ""},
    {"999999999 million", NUMBER_MONEY, NONE, HABIT_POINT, "999999999000000"},
    {"9999999999 million", NUMBER_MONEY, NONE, HABIT_POINT, ""},
};

static Str verdict_str(Arena *arena, NumberVerdict verdict, Decimal value, Decimal other) {
    if (verdict == NUMBER_REFUSED)
        return STR("");
    Str first = decimal_str(arena, value), second = decimal_str(arena, other);
    return verdict == NUMBER_READ ? first : arena_printf(arena, "?%.*s|%.*s", STR_ARG(first), STR_ARG(second));
}

Test(number, values) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        Str token = exact_cstr(values[i].token);
        Decimal value = {0, 0}, other = {0, 0};
        NumberVerdict verdict = number_value(token, values[i].use, values[i].decimals, values[i].habit, &value, &other);
        Str got = verdict_str(arena, verdict, value, other);
        cr_expect(str_eq_cstr(got, values[i].want), "%s: want %s, got %.*s", values[i].token, values[i].want, STR_ARG(got));
        free((char *)token.data);
    }
    arena_free(&arena);
}

static const struct {
    const char *text;
    NumberHabit want;
} habits[] = {
    {"", HABIT_UNKNOWN},
    {"25 units and 1234", HABIT_UNKNOWN},
    {"3.125", HABIT_UNKNOWN},
    {"3.125,00 €", HABIT_COMMA},
    {"3,125.00", HABIT_POINT},
    {"1,92,500", HABIT_POINT},
    {"1.234.567", HABIT_COMMA},
    {"1 234,56", HABIT_COMMA},
    {"1'250.00", HABIT_POINT},
    {"125,50", HABIT_COMMA},
    {"125.50", HABIT_POINT},
    {"3,125.00 and 3.125,00", HABIT_UNKNOWN},
    {"at 10.30 on 20.11", HABIT_UNKNOWN},
    {"€20.11", HABIT_POINT},
    {"20.11 €", HABIT_POINT},
    {"45.50", HABIT_POINT},
    {"10,30", HABIT_COMMA},
    {"25.03.2020", HABIT_UNKNOWN},
    {"le 25.03.20", HABIT_UNKNOWN},
    {"INV-2020.11", HABIT_UNKNOWN},
    {"v101.25", HABIT_UNKNOWN},
    {"fax 0161.49", HABIT_UNKNOWN},
    {"12万5千", HABIT_UNKNOWN},
};

Test(number, habits) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(habits); i++) {
        Text text;
        text_fold(arena, str_of(habits[i].text), &text);
        cr_expect_eq(number_habit_of_text(&text), habits[i].want, "%s", habits[i].text);
    }
    arena_free(&arena);
}

Test(number, currencies) {
    static const struct {
        const char *code;
        bool known;
        int decimals;
    } cases[] = {{"EUR", true, 2}, {"JPY", true, 0}, {"KWD", true, 3}, {"TND", true, 3}, {"KRW", true, 0}, {"CLP", true, 0},
                 {"HUF", true, 2}, {"TWD", true, 2}, {"eur", false, 2}, {"DEM", false, 2}, {"KPI", false, 2}, {"MOC", false, 2},
                 {"INV", false, 2}, {"EU", false, 2}, {"EURO", false, 2}, {"", false, 2}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Str code = exact_cstr(cases[i].code);
        cr_expect_eq(currency_known(code), cases[i].known, "%s", cases[i].code);
        cr_expect_eq(currency_decimals(code), cases[i].decimals, "%s", cases[i].code);
        free((char *)code.data);
    }
}

/* What is read is what the printed number was: every habit, there and back. */
static void grouped(Buf *buf, uint64_t n, const char *sep, bool indian) {
    g_autofree char *digits = g_strdup_printf("%" G_GUINT64_FORMAT, n);
    size_t len = strlen(digits);
    for (size_t i = 0; i < len; i++) {
        size_t left = len - i;
        if (i && (left == 3 || (left > 3 && (indian ? left % 2 == 1 : left % 3 == 0))))
            buf_add(buf, str_of(sep));
        buf_add_char(buf, digits[i]);
    }
}

Test(number, there_and_back) {
    static const struct {
        const char *group, *point;
        NumberHabit habit;
        bool indian;
    } forms[] = {{",", ".", HABIT_POINT, false}, {".", ",", HABIT_COMMA, false}, {" ", ",", HABIT_COMMA, false},
                 {"'", ".", HABIT_POINT, false}, {",", ".", HABIT_POINT, true}, {" ", ".", HABIT_POINT, false}};
    Arena *arena = arena_new();
    uint64_t seed = 4217;
    for (int round = 0; round < 6000; round++) {
        arena_clear(arena);
        size_t f = next_random(&seed) % G_N_ELEMENTS(forms);
        uint64_t n = next_random(&seed) >> (next_random(&seed) % 32), cents = next_random(&seed) % 100;
        Buf buf = {.arena = arena};
        grouped(&buf, n, forms[f].group, forms[f].indian);
        buf_printf(&buf, "%s%02u", forms[f].point, (unsigned)cents);
        Str token = exact(buf_str(&buf)), want = arena_printf(arena, "%" G_GUINT64_FORMAT ".%02u", n, (unsigned)cents);
        Decimal value, other;
        size_t to;
        cr_assert(number_token(token, 0, &to) && to == token.len, "%.*s", STR_ARG(token));
        cr_assert_eq(number_value(token, NUMBER_MONEY, 2, forms[f].habit, &value, &other), NUMBER_READ, "%.*s", STR_ARG(token));
        cr_assert(str_eq(decimal_str(arena, value), want), "%.*s", STR_ARG(token));
        free((char *)token.data);
    }
    arena_free(&arena);
}

/* Walks over every token of the text, as readers do. */
static void read_all(Arena *arena, Str text) {
    (void)arena;
    for (size_t at = 0, to; at < text.len; at = to) {
        Decimal value, other;
        if (!number_token(text, at, &to))
            to = at + 1;
        else if (number_value(str_sub(text, at, to), NUMBER_KPI, NONE, HABIT_POINT, &value, &other) != NUMBER_REFUSED)
            cr_assert(to - at < 64); /* digits by the megabyte are no number */
    }
}

static void habit_of_all(Arena *arena, Str raw) {
    Text text;
    text_fold(arena, raw, &text);
    number_habit_of_text(&text);
}

Test(number, growth) {
    static const char *const pieces[] = {"1", "1,", "1 234 ", "1万", "1万 ", "1 k ", "1.1'1,", "3억 2천만 ", "1만 50000", "1,-", "1 1", ".",
                                         "万", "k", "1 m", "$1m "};
    expect_linear(read_all, pieces, G_N_ELEMENTS(pieces));
    expect_linear(habit_of_all, pieces, G_N_ELEMENTS(pieces));
}
