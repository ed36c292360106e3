#include <criterion/criterion.h>

#include <glib.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "reply/locale.h"
#include "reply/plain.h"
#include "reply/subject.h"

#define NB "\u00A0"

static Arena *arena;

static void open_arena(void) {
    arena = arena_new();
}
static void close_arena(void) {
    arena_free(&arena);
}
TestSuite(locale, .init = open_arena, .fini = close_arena);

static Decimal decimal(const char *text) {
    Decimal d = {0, 0};
    cr_assert(decimal_parse(str_of(text), &d), "%s", text);
    return d;
}

Test(locale, dates) {
    static const struct {
        Language language;
        Date date;
        const char *wanted;
    } cases[] = {
        {LANGUAGE_EN, {2020, 2, 15}, "15 February 2020"},  {LANGUAGE_EN, {2020, 1, 0}, "January 2020"},
        {LANGUAGE_EN, {2020, 0, 0}, "2020"},               {LANGUAGE_EN, {0, 0, 0}, ""},
        {LANGUAGE_EN, {2020, 2, 30}, "2020-02-30"},        {LANGUAGE_FR, {2020, 2, 15}, "15 février 2020"},
        {LANGUAGE_FR, {2020, 2, 1}, "1er février 2020"},   {LANGUAGE_FR, {2020, 2, 11}, "11 février 2020"},
        {LANGUAGE_FR, {2020, 1, 0}, "janvier 2020"},       {LANGUAGE_DE, {2020, 2, 15}, "15. Februar 2020"},
        {LANGUAGE_ES, {2020, 2, 15}, "15 de febrero de 2020"}, {LANGUAGE_IT, {2020, 2, 15}, "15 febbraio 2020"},
        {LANGUAGE_PT_BR, {2020, 2, 15}, "15 de fevereiro de 2020"}, {LANGUAGE_PT_BR, {2020, 2, 1}, "1º de fevereiro de 2020"},
        {LANGUAGE_ES, {2020, 2, 1}, "1 de febrero de 2020"},       {LANGUAGE_PT_BR, {2020, 2, 11}, "11 de fevereiro de 2020"},
        {LANGUAGE_JA, {2020, 2, 15}, "2020年2月15日"},
        {LANGUAGE_KO, {2020, 2, 15}, "2020년 2월 15일"},   {LANGUAGE_RU, {2020, 2, 15}, "15 февраля 2020 года"},
        {LANGUAGE_ZH_CN, {2020, 2, 15}, "2020年2月15日"},  {LANGUAGE_ZH_TW, {2020, 2, 0}, "2020年2月"},
        {LANGUAGE_JA, {2020, 0, 0}, "2020年"},             {LANGUAGE_KO, {2020, 0, 0}, "2020년"},
        {LANGUAGE_ZH_CN, {2020, 0, 0}, "2020年"},          {LANGUAGE_RU, {2020, 0, 0}, "2020 год"},
        {LANGUAGE_DE, {2020, 0, 0}, "2020"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int again = 0; again < 2; again++) { /* the second time it is remembered */
            Str got = locale_date(locale_of(cases[i].language), arena, cases[i].date);
            GString *plain = g_string_new(got.data);
            g_string_replace(plain, NB, " ", 0);
            cr_expect_str_eq(plain->str, cases[i].wanted, "case %zu", i);
            g_string_free(plain, TRUE);
        }
    cr_expect_str_eq(locale_month(locale_of(LANGUAGE_EN), arena, 5).data, "May");
    cr_expect_str_eq(locale_month(locale_of(LANGUAGE_FR), arena, 8).data, "août");
    cr_expect_str_eq(locale_month(locale_of(LANGUAGE_RU), arena, 2).data, "февраль");
    cr_expect_str_eq(locale_month(locale_of(LANGUAGE_JA), arena, 12).data, "12月");
    cr_expect_str_eq(locale_month(locale_of(LANGUAGE_ZH_CN), arena, 12).data, "12月");
    cr_expect_str_eq(locale_month(locale_of(LANGUAGE_ZH_TW), arena, 12).data, "12月");
}

/* More dates than are remembered: each is right, and stays so while its ticket lasts. */
Test(locale, more_dates_than_are_kept) {
    Str last = STR_NONE;
    for (int round = 0; round < 2; round++) {
        Locale *locale = locale_of(LANGUAGE_EN);
        Str first = locale_date(locale, arena, (Date){2020, 2, 15});
        for (int i = 0; i < 4500; i++)
            last = locale_date(locale, arena, (Date){1900 + i / 300, 1 + i / 25 % 12, 1 + i % 25});
        cr_expect(str_eq_cstr(first, "15 February 2020"));
        cr_expect(str_eq_cstr(last, "25 December 1914"), "%s", last.data);
    }
}

Test(locale, numbers_and_money) {
    static const struct {
        Language language;
        const char *amount, *currency, *wanted;
    } cases[] = {
        {LANGUAGE_EN, "3125.00", "EUR", "3,125.00" NB "EUR"},
        {LANGUAGE_FR, "3125.00", "EUR", "3" NB "125,00" NB "EUR"},
        {LANGUAGE_FR, "1234567.5", "", "1" NB "234" NB "567,5"},
        {LANGUAGE_DE, "3125", "EUR", "3.125,00" NB "EUR"},
        {LANGUAGE_ES, "3125", "", "3125"},
        {LANGUAGE_ES, "13125", "", "13.125"},
        {LANGUAGE_KO, "1250000", "KRW", "1,250,000원"},
        {LANGUAGE_KO, "125000", "JPY", "125,000" NB "JPY"},
        {LANGUAGE_RU, "112500", "RUB", "112" NB "500,00" NB "₽"},
        {LANGUAGE_RU, "1250.5", "EUR", "1" NB "250,50" NB "EUR"},
        {LANGUAGE_PT_BR, "1250.5", "BRL", "R$" NB "1.250,50"},
        {LANGUAGE_PT_BR, "1250.5", "USD", "1.250,50" NB "USD"},
        {LANGUAGE_JA, "125000", "JPY", "125,000円"},
        {LANGUAGE_JA, "125000.00", "JPY", "125,000円"},
        {LANGUAGE_JA, "1250", "USD", "1,250.00" NB "USD"},
        {LANGUAGE_EN, "125000", "JPY", "125,000" NB "JPY"},
        {LANGUAGE_ZH_CN, "12500.5", "CNY", "12,500.50元"},
        {LANGUAGE_ZH_CN, "0", "CNY", "0.00元"},
        {LANGUAGE_ZH_CN, "12500", "TWD", "12,500.00" NB "TWD"},
        {LANGUAGE_ZH_TW, "12500.00", "TWD", "NT$12,500"},
        {LANGUAGE_ZH_TW, "12500.50", "TWD", "NT$12,500.5"},
        {LANGUAGE_EN, "1.5", "KWD", "1.500" NB "KWD"},
        /* ISO 4217 gives these two and three decimals, CLDR none. */
        {LANGUAGE_EN, "1250.5", "RSD", "1,250.50" NB "RSD"},
        {LANGUAGE_DE, "1250.5", "HUF", "1.250,50" NB "HUF"},
        {LANGUAGE_EN, "1250", "IQD", "1,250.000" NB "IQD"},
        {LANGUAGE_EN, "0", "USD", "0.00" NB "USD"},
        {LANGUAGE_EN, "12.3456", "USD", "12.3456" NB "USD"},
        {LANGUAGE_EN, "-1250.00", "", "-1,250.00"},
        {LANGUAGE_EN, "25", "", "25"},
        {LANGUAGE_EN, "999999999999999", "EUR", "999,999,999,999,999" NB "EUR"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Locale *locale = locale_of(cases[i].language);
        Str got = locale_money(locale, arena, decimal(cases[i].amount), str_of(cases[i].currency));
        cr_expect_str_eq(got.data, cases[i].wanted, "case %zu", i);
    }
}

Test(locale, reads_back_what_it_writes) {
    static const char *const amounts[] = {"0", "7", "999", "1000", "3125.00", "1234567.5", "0.25"};
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
            Locale *locale = locale_of((Language)language);
            Decimal d = decimal(amounts[i]), back;
            Str text = locale_number(locale, arena, d);
            cr_assert(locale_read_number(locale, text, &back), "%s %s", language_word((Language)language), text.data);
            cr_expect_eq(decimal_cmp(d, back), 0, "%s", text.data);
        }
    static const char *const refused[] = {"", "x", "1.2.3", "12a", ".5", "1e5", "99999999999999999999999999"};
    Decimal ignored;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        cr_expect_not(locale_read_number(locale_of(LANGUAGE_EN), str_of(refused[i]), &ignored), "%s", refused[i]);
}

Test(locale, lists) {
    const Str items[] = {STR("A"), STR("B"), STR("C")};
    cr_expect_str_eq(locale_list(locale_of(LANGUAGE_EN), arena, items, 3).data, "A, B and C");
    cr_expect_str_eq(locale_list(locale_of(LANGUAGE_FR), arena, items, 3).data, "A, B et C");
    cr_expect_str_eq(locale_list(locale_of(LANGUAGE_JA), arena, items, 2).data, "A、B");
    cr_expect_str_eq(locale_list(locale_of(LANGUAGE_EN), arena, items, 1).data, "A");
    cr_expect_str_eq(locale_list(locale_of(LANGUAGE_EN), arena, items, 0).data, "");
}

/* What most letters are spared must not let anything through. */
Test(locale, plain_lines_hold_nothing_invisible) {
    for (UChar32 c = 0x20; c <= 0xFFFF; c++) {
        if (u_charType(c) == U_SURROGATE)
            continue;
        char text[8] = "a", wanted[8] = "a";
        size_t size = utf8_encode((uint32_t)c, text + 1);
        bool blank = u_isUWhiteSpace(c) || u_charType(c) == U_CONTROL_CHAR;
        bool dropped = u_charType(c) == U_FORMAT_CHAR || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x115F || c == 0x3164;
        memcpy(wanted + 1, blank ? " " : dropped ? "" : text + 1, blank ? 2 : dropped ? 1 : size + 1);
        memcpy(text + 1 + size, "b", 2);
        memcpy(wanted + strlen(wanted), "b", 2);
        Str got = plain_line(arena, str_of(text), 80);
        cr_assert(str_eq_cstr(got, wanted), "U+%04X gives \"%s\"", (unsigned)c, got.data);
    }
}

Test(locale, plain_lines_and_names) {
    static const struct {
        const char *text, *wanted;
    } lines[] = {{"a\r\nBcc: b", "a Bcc: b"}, {" a \t b ", "a b"}, {"a\u202Eb\u200Bc", "abc"}, {"\x01\xFFx", "\uFFFDx"},
                 {"abcdefghijk", "abcdefghij…"}, {"", ""}};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        cr_expect_str_eq(plain_line(arena, str_of(lines[i].text), 10).data, lines[i].wanted, "line %zu", i);
    static const struct {
        const char *text, *wanted; /* NULL: no salutation by name */
    } names[] = {{"Jane Doe", "Jane Doe"}, {"  Jean-Luc  d’Arc ", "Jean-Luc d’Arc"}, {"Doe, Jane", "Jane Doe"},
                 {"佐々木 拓", "佐々木 拓"}, {"Dr. J. Doe", "Dr. J. Doe"}, {"Contoso, Ltd.", NULL}, {"", NULL},
                 {"{{#rows}}", NULL}, {"Jane\r\nBcc: x", NULL}, {"<b>Jane</b>", NULL}, {"http://x.example", NULL},
                 {"jane@x.example", NULL}, {"Win 1000 EUR", NULL}, {"-", NULL},
                 {"Anna Maria Bernadette Clementine Dorothea Elisabeth Franziska Gertrud", NULL}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Str got = plain_name(arena, str_of(names[i].text));
        cr_expect_str_eq(got.data ? got.data : "(none)", names[i].wanted ? names[i].wanted : "(none)", "name %zu", i);
    }
    cr_expect_str_eq(plain_url(arena, STR(" https://a.example/ms?x=1 ")).data, "https://a.example/ms?x=1");
    cr_expect_null(plain_url(arena, STR("https://a.example/\"><script>")).data);
    cr_expect_null(plain_url(arena, STR("javascript:alert")).data);
}

Test(locale, subjects) {
    static const struct {
        const char *subject, *wanted;
    } cases[] = {{"KPI", "Re: KPI"}, {"RE: Re: AW: KPI", "Re: KPI"}, {"Fwd: TR : KPI", "Re: KPI"},
                 {"Re[2]: KPI", "Re: KPI"}, {"RE (3): KPI", "Re: KPI"}, {"回复：KPI", "Re: KPI"},
                 {"Regarding: KPI", "Re: Regarding: KPI"}, {"a\r\nBcc: x@y.example", "Re: a Bcc: x@y.example"},
                 {"", "Re: none"}, {"Re:", "Re: none"}, {"R2D2", "Re: R2D2"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_str_eq(subject_reply(arena, str_of(cases[i].subject), STR("none")).data, cases[i].wanted, "%zu", i);
}
