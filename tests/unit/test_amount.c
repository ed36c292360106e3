#include "parsers/money.h"
#include "parsers/number.h"
#include "value_fixture.h"

#define EN LANGUAGE_EN
#define FR LANGUAGE_FR
#define DE LANGUAGE_DE
#define JA LANGUAGE_JA
#define KO LANGUAGE_KO
#define ZH LANGUAGE_ZH_CN
#define TW LANGUAGE_ZH_TW

static const struct {
    Language language;
    NumberUse use;
    const char *text;
    const char *want; /* "value", "value EUR", "value EUR net", "value [unit]", "?a|b", "" refused, "none" placeholder */
} cases[] = {
    {EN, NUMBER_MONEY, "", "none"},
    {EN, NUMBER_MONEY, "-", "none"},
    {EN, NUMBER_MONEY, "n/a", "none"},
    {EN, NUMBER_MONEY, "—", "none"},
    {DE, NUMBER_MONEY, "k. A.", "none"},
    {EN, NUMBER_MONEY, "yes", ""},
    {EN, NUMBER_MONEY, "1,234.56", "1234.56"},
    {FR, NUMBER_MONEY, "1 234,56 €", "1234.56 EUR"},
    {FR, NUMBER_MONEY, "1\u202F234,56\u00A0€", "1234.56 EUR"},
    {FR, NUMBER_MONEY, "1\u2009234,56 EUR", "1234.56 EUR"},
    {FR, NUMBER_MONEY, "3.125 EUR", "3125 EUR"},
    {EN, NUMBER_MONEY, "3.125 EUR", "3125 EUR"},
    {EN, NUMBER_MONEY, "3.125", "?3125|3.125"},
    {EN, NUMBER_MONEY, "KWD 1,250.000", "1250.000 KWD"},
    {EN, NUMBER_MONEY, "1.250 KWD", "1.250 KWD"},
    {EN, NUMBER_MONEY, "1.250 IQD", "1.250 IQD"}, /* CLDR says none */
    {EN, NUMBER_MONEY, "1,250.50 RSD", "1250.50 RSD"},
    {FR, NUMBER_MONEY, "1.250 TND", "1250 TND"},
    {EN, NUMBER_MONEY, "R$ 3.125,00", "3125.00 BRL"},
    {EN, NUMBER_MONEY, "CHF 1'250.00", "1250.00 CHF"},
    {DE, NUMBER_MONEY, "4.470,- €", "4470 EUR"},
    {DE, NUMBER_MONEY, "4.470,-", "4470"},
    {EN, NUMBER_MONEY, "₩1,250,000", "1250000 KRW"},
    {EN, NUMBER_MONEY, "￦1,250,000", "1250000 KRW"},
    {EN, NUMBER_MONEY, "£2,400.00", "2400.00 GBP"},
    {EN, NUMBER_MONEY, "1.250,00 zł", "1250.00 PLN"},
    {EN, NUMBER_MONEY, "1 250 Kč", "1250 CZK"},
    {EN, NUMBER_MONEY, "₹1,92,500.00", "192500.00 INR"},
    {JA, NUMBER_MONEY, "１２万５千円", "125000 JPY"},
    {JA, NUMBER_MONEY, "￥125,000", "125000 JPY"},
    {JA, NUMBER_MONEY, "\\125,000", "125000 JPY"},
    {ZH, NUMBER_MONEY, "¥125,000", "125000 CNY"},
    {EN, NUMBER_MONEY, "¥125,000", "125000"},
    {ZH, NUMBER_MONEY, "JP¥125,000", "125000 JPY"},
    {ZH, NUMBER_MONEY, "3125元", "3125 CNY"},
    {TW, NUMBER_MONEY, "3125元", "3125 TWD"},
    {EN, NUMBER_MONEY, "3125元", "3125"},
    {TW, NUMBER_MONEY, "NT$ 3,125", "3125 TWD"},
    {KO, NUMBER_MONEY, "1만 5000원", "15000 KRW"},
    {EN, NUMBER_MONEY, "$3,125.00", "3125.00"},
    {EN, NUMBER_MONEY, "US$3,125.00", "3125.00 USD"},
    {EN, NUMBER_MONEY, "$3,125.00 CAD", "3125.00 CAD"},
    {EN, NUMBER_MONEY, "CAD $3,125.00", "3125.00 CAD"},
    {EN, NUMBER_MONEY, "4 470,00 kr", "4470.00"},
    {EN, NUMBER_MONEY, "4470kr", "4470"},
    {EN, NUMBER_MONEY, "kr.4470,50", "4470.50"},
    {EN, NUMBER_MONEY, "Rs.1,599.00", "1599.00"},
    {EN, NUMBER_MONEY, "Rs. 1,599/-", "1599"},
    {EN, NUMBER_MONEY, "500 pesos", "500"},
    {EN, NUMBER_MONEY, "500.00 Mexican pesos", "500.00 MXN"},
    {EN, NUMBER_MONEY, "New Taiwan dollars 500.00", "500.00 TWD"},
    {EN, NUMBER_MONEY, "SFr. 1'250.00", "1250.00 CHF"},
    {EN, NUMBER_MONEY, "USD50", "50 USD"},
    {EN, NUMBER_MONEY, "50USD", "50 USD"},
    {EN, NUMBER_MONEY, "50 usd", "50 USD"},
    {EN, NUMBER_MONEY, "50 try", "50"},
    {EN, NUMBER_MONEY, "50 TRY", "50 TRY"},
    {EN, NUMBER_MONEY, "CAD2020-001", ""},
    {EN, NUMBER_MONEY, "SEK00417", ""},
    {EN, NUMBER_MONEY, "3,125.00 (EUR)", "3125.00 EUR"},
    {FR, NUMBER_MONEY, "1,2 million d'euros", "1200000 EUR"},
    {FR, NUMBER_MONEY, "12,5 k€", "12500 EUR"},
    {FR, NUMBER_MONEY, "12,5 K€ HT", "12500 EUR net"},
    {FR, NUMBER_MONEY, "1,2 M€", "1200000 EUR"},
    {EN, NUMBER_MONEY, "$1.2m", "1200000"},
    {EN, NUMBER_MONEY, "EUR 12k", "12000 EUR"},
    {EN, NUMBER_MONEY, "1.2 billion USD", ""},

    {EN, NUMBER_MONEY, "3,125.00 net", "3125.00 net"},
    {FR, NUMBER_MONEY, "3 125,00 € HT", "3125.00 EUR net"},
    {FR, NUMBER_MONEY, "3 750,00 € TTC", "3750.00 EUR gross"},
    {FR, NUMBER_MONEY, "3 125,00 € HT (3 750,00 € TTC)", "3125.00 EUR net"},
    {FR, NUMBER_MONEY, "HT 3 125,00 €, TTC 3 750,00 €", "3125.00 EUR net"},
    {FR, NUMBER_MONEY, "TTC : 3 750,00 € / HT : 3 125,00 €", "3125.00 EUR net"},
    {EN, NUMBER_MONEY, "gross 3,750.00 net 3,125.00", "3125.00 net"},
    {EN, NUMBER_MONEY, "3,125.00 + VAT 20 %", "3125.00 net"},
    {EN, NUMBER_MONEY, "USD 25.00 EUR 20.00", ""},
    {EN, NUMBER_MONEY, "3,125.00 3,750.00", ""},

    {EN, NUMBER_COUNT, "25 seats", "25 [seats]"},
    {EN, NUMBER_COUNT, "25seats", "25 [seats]"},
    {EN, NUMBER_COUNT, "x25", "25"},
    {EN, NUMBER_COUNT, "25x", "25"},
    {EN, NUMBER_COUNT, "1.250", "1250"},
    {EN, NUMBER_COUNT, "25.5", ""},
    {EN, NUMBER_COUNT, "25/30", ""},
    {EN, NUMBER_COUNT, "25-30", ""},
    {EN, NUMBER_COUNT, "10:30", ""},
    {EN, NUMBER_COUNT, "A-25", ""},
    {EN, NUMBER_COUNT, "A25", ""},
    {EN, NUMBER_COUNT, "25A", ""},
    {EN, NUMBER_COUNT, "25abc", ""},
    {EN, NUMBER_COUNT, "25 30", ""},
    {EN, NUMBER_COUNT, "20 %", ""},
    {EN, NUMBER_COUNT, "2½", ""},
    {JA, NUMBER_COUNT, "3月", ""},
    {KO, NUMBER_COUNT, "25일", ""},
    {JA, NUMBER_COUNT, "２５", "25"},
    {EN, NUMBER_COUNT, "2\u200B5\u202E", "25"},
    {EN, NUMBER_COUNT, "٢٥", "25"},
    {EN, NUMBER_KPI, "1,250.00-", ""},
    {EN, NUMBER_KPI, "-25", "-25"},
    {EN, NUMBER_KPI, "−25", "-25"},
    {FR, NUMBER_KPI, "1.234", "1234"},
    {EN, NUMBER_KPI, "1.234", "1.234"},
    {EN, NUMBER_KPI, "12 lakhs", "1200000"},
};

static Str amount_str(Arena *arena, const Amount *amount) {
    Buf buf = {.arena = arena};
    if (amount->placeholder)
        return STR("none");
    if (amount->verdict == NUMBER_REFUSED)
        return STR("");
    if (amount->verdict == NUMBER_AMBIGUOUS) {
        Str a = decimal_str(arena, amount->value), b = decimal_str(arena, amount->other);
        return arena_printf(arena, "?%.*s|%.*s", STR_ARG(a), STR_ARG(b));
    }
    buf_add(&buf, decimal_str(arena, amount->value));
    if (str_given(amount->currency))
        buf_printf(&buf, " %.*s", STR_ARG(amount->currency));
    if (amount->net || amount->gross)
        buf_add(&buf, amount->net ? STR(" net") : STR(" gross"));
    if (str_given(amount->unit))
        buf_printf(&buf, " [%.*s]", STR_ARG(amount->unit));
    return buf_str(&buf);
}

Test(amount, cells) {
    Lexicon *lexicon = tree_lexicon();
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Amount amount;
        Str raw = exact_cstr(cases[i].text);
        amount_read(lexicon, arena, raw, cases[i].use, cases[i].language, HABIT_UNKNOWN, STR_NONE, &amount);
        Str got = amount_str(arena, &amount);
        cr_expect(str_eq_cstr(got, cases[i].want), "%s: want \"%s\", got \"%.*s\"", cases[i].text, cases[i].want, STR_ARG(got));
        free((char *)raw.data);
    }
    arena_free(&arena);
    lexicon_free(&lexicon);
}

/* The column says the currency, the ticket its habit. */
Test(amount, hints) {
    static const struct {
        const char *text, *hint, *want;
        NumberHabit habit;
    } hinted[] = {{"3.125", "EUR", "3125", HABIT_POINT},   {"3.125", "KWD", "3.125", HABIT_POINT},
                  {"3.125", NULL, "3125", HABIT_COMMA},    {"3,125", NULL, "?3125|3.125", HABIT_COMMA},
                  {"3.125 KWD", "EUR", "3.125 KWD", HABIT_POINT}};
    Lexicon *lexicon = tree_lexicon();
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(hinted); i++) {
        Amount amount;
        amount_read(lexicon, arena, str_of(hinted[i].text), NUMBER_MONEY, EN, hinted[i].habit, str_of(hinted[i].hint), &amount);
        Str got = amount_str(arena, &amount);
        cr_expect(str_eq_cstr(got, hinted[i].want), "%s, %s: %.*s", hinted[i].text, hinted[i].hint, STR_ARG(got));
    }
    arena_free(&arena);
    lexicon_free(&lexicon);
}

static Lexicon *shared;

/* Every sign of the text as if a number or a currency stood there, then the whole as a cell. */
static void read_money(Arena *arena, Str raw) {
    Text text;
    Amount amount;
    text_fold(arena, raw, &text);
    for (size_t at = 0, to; at < text.folded.len; at++) {
        Str iso;
        size_t start, end;
        if (((unsigned char)text.folded.data[at] & 0xC0) == 0x80)
            continue;
        to = at + 1;
        number_stands_alone(text.folded, at, to);
        if (currency_beside(shared, &text, at, to, EN, &iso, &start, &end))
            cr_assert(start <= at && end >= to && end <= text.folded.len);
    }
    amount_read(shared, arena, raw, NUMBER_MONEY, EN, HABIT_UNKNOWN, STR_NONE, &amount);
}

Test(amount, growth) {
    static const char *const pieces[] = {"1", "1,", "USD ", "USD1 ", "€", "$ ", "k€", "New Taiwan dollars ", "1 EUR 2 ", "net ", " ", "-",
                                         "1 d'", "Rs.", "n/a", "¥"};
    shared = tree_lexicon();
    expect_linear(read_money, pieces, G_N_ELEMENTS(pieces));
    lexicon_free(&shared);
}
