#include <criterion/criterion.h>

#include "model/model.h"

Test(model, words_are_those_of_the_contract) {
    cr_assert_str_eq(decision_word(DECISION_ESCALATE_ADJUSTMENT), "escalate_adjustment");
    cr_assert_str_eq(kind_word(KIND_PROFORMA_INVOICE), "proforma_invoice");
    cr_assert_str_eq(detail_word(DETAIL_UNIT_OF_MEASURE), "unit_of_measure");
    cr_assert_str_eq(finding_word(FINDING_CLAIM_DIFFERS_FROM_INVOICE), "claim_differs_from_invoice");
    cr_assert_str_eq(intent_word(INTENT_KPI_RECOGNITION), "kpi_recognition");
    cr_assert_str_eq(source_word(SOURCE_QUOTED), "quoted");
    cr_assert_str_eq(listing_word(LISTING_URL), "landing_page_url");
    cr_assert_str_eq(language_word(LANGUAGE_ZH_TW), "zh-TW");
    cr_assert_str_eq(language_word(LANGUAGE_UNKNOWN), "en");
}

Test(model, understands_language_tags) {
    static const struct {
        const char *tag;
        Language language;
    } cases[] = {{"fr", LANGUAGE_FR},       {"FR-ca", LANGUAGE_FR},      {"fr_FR", LANGUAGE_FR},
                 {"pt", LANGUAGE_PT_BR},    {"pt-PT", LANGUAGE_PT_BR},   {"pt-BR", LANGUAGE_PT_BR},
                 {"zh", LANGUAGE_ZH_CN},    {"zh-Hant", LANGUAGE_ZH_TW}, {"zh-Hant-HK", LANGUAGE_ZH_TW},
                 {"zh_TW", LANGUAGE_ZH_TW}, {"zh-SG", LANGUAGE_ZH_CN},   {" en-US ", LANGUAGE_EN},
                 {"nl", LANGUAGE_UNKNOWN},  {"", LANGUAGE_UNKNOWN},      {"french", LANGUAGE_UNKNOWN},
                 {"e", LANGUAGE_UNKNOWN},   {"zhx", LANGUAGE_UNKNOWN}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert_eq(language_of_tag(str_of(cases[i].tag)), cases[i].language, "%s", cases[i].tag);
    for (Language l = 0; l < LANGUAGE_COUNT; l++)
        cr_assert_eq(language_of_tag(str_of(language_word(l))), l);
}

Test(model, folds_invoice_numbers) {
    static const struct {
        const char *text, *folded;
    } cases[] = {{"INV-2020/00417", "inv202000417"}, {"00417", "417"},          {"# 00-417", "417"},
                 {"ＲＥ－２０２０", "re2020"},       {"re 2020", "re2020"},     {"F\u00a02020\u2013017", "f2020017"},
                 {"0000", ""},                       {"", ""},                  {"0A0", "a0"},
                 {"Счёт-12", "счёт12"},              {"2020.11.07", "20201107"}, {"ÉT-1", "ét1"}};
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(str_eq_cstr(number_fold(arena, str_of(cases[i].text)), cases[i].folded), "%s", cases[i].text);
    arena_free(&arena);
}

Test(model, compares_details_by_their_kind) {
    Details a = {0}, b = {0};
    Arena *arena = arena_new();
    cr_assert_not(detail_given(&a, DETAIL_KPI_VALUE));
    cr_assert(str_eq_cstr(detail_str(arena, &a, DETAIL_KPI_VALUE), ""));
    detail_set_number(&a, DETAIL_KPI_VALUE, (Decimal){2500, 2});
    detail_set_number(&b, DETAIL_KPI_VALUE, decimal_int(25));
    cr_assert(detail_same(DETAIL_KPI_VALUE, &a.value[DETAIL_KPI_VALUE], &b.value[DETAIL_KPI_VALUE]));
    cr_assert(str_eq_cstr(detail_str(arena, &a, DETAIL_KPI_VALUE), "25.00"));
    detail_set_text(&a, DETAIL_INVOICE_NUMBER, STR("INV-0001"));
    detail_set_text(&b, DETAIL_INVOICE_NUMBER, STR("inv 0001"));
    cr_assert(detail_same(DETAIL_INVOICE_NUMBER, &a.value[DETAIL_INVOICE_NUMBER], &b.value[DETAIL_INVOICE_NUMBER]));
    detail_set_text(&b, DETAIL_INVOICE_NUMBER, STR("inv 001"));
    cr_assert_not(detail_same(DETAIL_INVOICE_NUMBER, &a.value[DETAIL_INVOICE_NUMBER], &b.value[DETAIL_INVOICE_NUMBER]));
    detail_set_text(&a, DETAIL_OMLP_TYPE, STR("dmoc"));
    detail_set_text(&b, DETAIL_OMLP_TYPE, STR("DMOC"));
    cr_assert(detail_same(DETAIL_OMLP_TYPE, &a.value[DETAIL_OMLP_TYPE], &b.value[DETAIL_OMLP_TYPE]));
    cr_assert_eq(a.given, DETAIL_BIT(DETAIL_KPI_VALUE) | DETAIL_BIT(DETAIL_INVOICE_NUMBER) | DETAIL_BIT(DETAIL_OMLP_TYPE));
    arena_free(&arena);
}

Test(model, numbers_agree_with_their_fold) {
    static const char *const numbers[] = {"0012-3", "12 3", "123", "1 23.", "a-1", "A1", "０12／3", "", "0", "-", "1203"};
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
            Value a = {.text = str_of(numbers[i])}, b = {.text = str_of(numbers[k])};
            bool folded = str_eq(number_fold(arena, a.text), number_fold(arena, b.text));
            cr_assert_eq(detail_same(DETAIL_INVOICE_NUMBER, &a, &b), folded, "%s, %s", numbers[i], numbers[k]);
        }
    arena_free(&arena);
}
