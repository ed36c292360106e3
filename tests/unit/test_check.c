#include <criterion/criterion.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "reply/check.h"
#include "reply_fixture.h"

#define NB "\u00A0"

/* As of 20 January 2020; the claim: 25 for 3125.00 EUR in December 2019, INV-2020-017; the row: KPI 20, 2500. */
static Fixture *record(Language language) {
    Fixture *f = fixture_new(language, INTENT_KPI_DISCREPANCY, DECISION_REQUEST_INVOICE);
    Line *line = fixture_line(f, DECISION_REQUEST_INVOICE);
    fixture_row(line);
    line->row.kpi = decimal_int(20);
    line->row.revenue = decimal_int(2500);
    line->displayed_from = (Date){2020, 2, 15};
    fixture_document(f, line, "Order Q4-2020 (2).pdf", KIND_ORDER_CONFIRMATION)->issue_date = (Date){2019, 12, 3};
    return f;
}

static bool allows(Language language, const char *text, char **why) {
    Fixture *f = record(language);
    GError *error = NULL;
    size_t len = strlen(text);
    char *exact = g_malloc(len ? len : 1); /* exact size: no NUL to lean on */
    memcpy(exact, text, len);
    bool allowed = check_figures(f->arena, locale_of(language), &f->resolution, (Str){exact, len}, &error);
    *why = error ? g_strdup(error->message) : NULL;
    g_clear_error(&error);
    g_free(exact);
    fixture_free(f);
    return allowed;
}

Test(check, lets_the_record_through) {
    static const struct {
        Language language;
        const char *text;
    } cases[] = {
        {LANGUAGE_EN, ""},
        {LANGUAGE_EN, "No figure at all."},
        {LANGUAGE_EN, "25 units, KPI 20, revenue 3,125.00" NB "EUR or 3125 or 3,125; 2,500."},
        {LANGUAGE_EN, "1. Invoice INV-2020-017, (INV-2020-017): \"INV-2020-017\"."},
        {LANGUAGE_EN, "displayed from 15 February 2020 on, December 2019, January 2019 to December 2019"},
        {LANGUAGE_EN, "from December 2019/15 February 2020-January 2019"},
        {LANGUAGE_EN, "Order Q4-2020 (2).pdf of 3 December 2019"},
        {LANGUAGE_EN, "partner 1234567"},
        {LANGUAGE_FR, "3" NB "125,00" NB "EUR au 15 février 2020, 2" NB "500"},
        {LANGUAGE_JA, "2020年2月15日から、25個、3,125.00" NB "EUR"},
        {LANGUAGE_DE, "ab dem 15. Februar 2020: 3.125,00" NB "EUR"},
        {LANGUAGE_ES, "a partir del 15 de febrero de 2020: 3125,00" NB "EUR, diciembre de 2019"},
        {LANGUAGE_PT_BR, "a partir de 15 de fevereiro de 2020: 3.125,00" NB "EUR"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *why;
        cr_expect(allows(cases[i].language, cases[i].text, &why), "case %zu: %s", i, why);
        g_free(why);
    }
}

Test(check, stops_every_other_figure) {
    static const struct {
        Language language;
        const char *text, *figure;
    } cases[] = {
        {LANGUAGE_EN, "26 units", "26"},
        {LANGUAGE_EN, "revenue 3,125.01", "3,125.01"},
        {LANGUAGE_EN, "revenue 3.125,00", "3.125,00"},
        {LANGUAGE_EN, "INV-2020-018", "INV-2020-018"},
        {LANGUAGE_EN, "INV-2020-0170", "INV-2020-0170"},
        {LANGUAGE_EN, "15 February 2019", "15"},
        {LANGUAGE_EN, "16 February 2020", "16"},
        {LANGUAGE_EN, "25 December 2019", "2019"},
        {LANGUAGE_EN, "March 2020", "2020"},
        {LANGUAGE_EN, "the last 12 months", "12"},
        {LANGUAGE_EN, "15 February 20201", "15"},
        {LANGUAGE_EN, "15 February 2020-99", "99"},
        {LANGUAGE_EN, "15 15 February 2020", "15"},
        {LANGUAGE_EN, "on 2020-02-15", "2020-02-15"},
        {LANGUAGE_EN, "partner 7654321", "7654321"},
        {LANGUAGE_EN, "１２ units", "１２"},
        {LANGUAGE_EN, "٢٥ units", "٢٥"},
        {LANGUAGE_FR, "3,125.00", "3,125.00"},
        {LANGUAGE_FR, "31" NB "125,00", "31" NB "125,00"},
        {LANGUAGE_FR, "1er février 2020", "1er"},
        {LANGUAGE_ES, "16 de febrero de 2020", "16"},
        {LANGUAGE_PT_BR, "1º de fevereiro de 2020", "1º"},
        {LANGUAGE_PT_BR, "março de 2020", "2020"},
        {LANGUAGE_JA, "2020年3月15日", "2020"},
        {LANGUAGE_JA, "26個", "26"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *why, *wanted = g_strdup_printf("the draft says \"%s\", which is not in the record", cases[i].figure);
        cr_expect_not(allows(cases[i].language, cases[i].text, &why), "case %zu: %s", i, cases[i].text);
        cr_expect_str_eq(why ? why : "", wanted, "case %zu", i);
        g_free(why);
        g_free(wanted);
    }
}

Test(check, sees_the_digits_of_every_script) {
    Fixture *f = record(LANGUAGE_EN);
    size_t digits = 0;
    for (UChar32 c = 0x80; c <= UCHAR_MAX_VALUE; c++) {
        if (!u_isdigit(c))
            continue;
        char text[16] = "KPI ";
        utf8_encode((uint32_t)c, text + strlen(text));
        cr_expect_not(check_figures(f->arena, locale_of(LANGUAGE_EN), &f->resolution, str_of(text), NULL), "U+%04X", (unsigned)c);
        digits++;
    }
    cr_expect_gt(digits, 600);
    fixture_free(f);
}

/* What is found by looking through few of a kind must be found among many. */
Test(check, finds_its_way_in_a_long_record) {
    Fixture *f = record(LANGUAGE_EN);
    for (int i = 0; i < 300; i++) {
        Line *line = fixture_line(f, DECISION_REQUEST_INVOICE);
        detail_set_number(&line->effective, DETAIL_PURCHASE_UNITS, decimal_int(5000 + 7 * i));
        detail_set_text(&line->effective, DETAIL_INVOICE_NUMBER, arena_printf(f->arena, "Q-%d", i));
        line->displayed_from = (Date){2021 + i / 12, 1 + i % 12, 15};
    }
    Locale *locale = locale_of(LANGUAGE_EN);
    cr_expect(check_figures(f->arena, locale, &f->resolution, STR("5,700 for Q-299, from 15 July 2045 on; 301."), NULL));
    static const char *const wrong[] = {"5,701", "Q-300", "15 July 2046", "14 July 2045", "302"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        cr_expect_not(check_figures(f->arena, locale, &f->resolution, str_of(wrong[i]), NULL), "%s", wrong[i]);
    fixture_free(f);
}

/* Some languages write a month as a figure, even by itself. */
Test(check, knows_a_month_without_a_year) {
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        Fixture *f = record((Language)language);
        Line *line = f->resolution.lines.items[0];
        line->effective.given &= ~DETAIL_BIT(DETAIL_YEAR);
        Locale *locale = locale_of((Language)language);
        Str month = locale_month(locale, f->arena, 12);
        cr_expect(check_figures(f->arena, locale, &f->resolution, month, NULL), "%s", month.data);
        fixture_free(f);
    }
}

/* The row of a held line, or of another partner, is no part of what a draft may say. */
Test(check, knows_no_row_that_may_not_be_shown) {
    static const struct {
        Decision decision;
        const char *partner;
        bool allowed;
    } cases[] = {{DECISION_REQUEST_INVOICE, "1234567", true}, {DECISION_REQUEST_INVOICE, "7654321", false},
                 {DECISION_REQUEST_INVOICE, " 001234567", true}, {DECISION_REQUEST_INVOICE, "", true},
                 {DECISION_REVIEW, "1234567", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Fixture *f = record(LANGUAGE_EN);
        Line *line = f->resolution.lines.items[0];
        line->decision = cases[i].decision;
        line->row.partner_id = str_of(cases[i].partner);
        bool allowed = check_figures(f->arena, locale_of(LANGUAGE_EN), &f->resolution, STR("KPI 20"), NULL);
        cr_expect_eq(allowed, cases[i].allowed, "case %zu", i);
        fixture_free(f);
    }
}

/* A template that invents a figure or a date never gives a draft. */
Test(check, withholds_a_draft_that_says_more) {
    static const char *const said[] = {"Look again on {{next_refresh}}.", "Look again on 15 February 2019.",
                                       "You have 14 days."};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        char *folder = g_dir_make_tmp("templates-XXXXXX", NULL);
        char *command = g_strdup_printf("cp -R templates/en '%s'", folder);
        cr_assert_eq(system(command), 0);
        g_free(command);
        char *file = g_build_filename(folder, "en", "business_plan.mustache", NULL);
        cr_assert(g_file_set_contents(file, said[i], -1, NULL));
        GError *error = NULL;
        Templates *templates = templates_load(folder, &error);
        cr_assert_not_null(templates, "%s", error ? error->message : "");
        Fixture *f = fixture_new(LANGUAGE_EN, INTENT_BUSINESS_PLAN, DECISION_ANSWER_QUESTION);
        Reply *reply = reply_draft(templates, f->arena, &f->resolution, &error);
        cr_expect_eq(reply != NULL, i == 0, "case %zu", i);
        cr_expect_eq(error != NULL, i > 0, "case %zu", i);
        g_clear_error(&error);
        fixture_free(f);
        templates_free(&templates);
        command = g_strdup_printf("rm -r '%s'", folder);
        cr_assert_eq(system(command), 0);
        g_free(command);
        g_free(file);
        g_free(folder);
    }
}
