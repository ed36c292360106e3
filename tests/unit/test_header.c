/* Headers of tables and names of fields: label, currency, role, net or gross. */
#include "reading_fixture.h"

#define NO LABEL_COUNT

static const struct {
    const char *raw;
    Label label;
    const char *currency; /* NULL: none */
    Role role;
    bool gross;
} headers[] = {
    {"Month", LABEL_MONTH},
    {"  month  ", LABEL_MONTH},
    {"MONTH", LABEL_MONTH},
    {"Year", LABEL_YEAR},
    {"Month/Year", LABEL_PERIOD},
    {"Month & year", LABEL_PERIOD},
    {"Period", LABEL_PERIOD},
    {"OMLP type", LABEL_OMLP_TYPE},
    {"OMLP_Type", LABEL_OMLP_TYPE},
    {"omlpType", LABEL_OMLP_TYPE},
    {"Product", LABEL_OMLP_TYPE},
    {"Purchase unit", LABEL_PURCHASE_UNITS},
    {"PurchaseUnits", LABEL_PURCHASE_UNITS},
    {"Qty", LABEL_PURCHASE_UNITS},
    {"Qty.", LABEL_PURCHASE_UNITS},
    {"Quantity (seats)", LABEL_PURCHASE_UNITS},
    {"Invoice #", LABEL_INVOICE_NUMBER},
    {"Invoice no.", LABEL_INVOICE_NUMBER},
    {"Inv. No", LABEL_INVOICE_NUMBER},
    {"Invoice number (see PDF)", LABEL_INVOICE_NUMBER},
    {"KPI", LABEL_KPI_VALUE},
    {"KPI value", LABEL_KPI_VALUE},
    {"Revenue", LABEL_REVENUE_VALUE},
    {"Revenue (EUR)", LABEL_REVENUE_VALUE, "EUR"},
    {"Revenue [USD]", LABEL_REVENUE_VALUE, "USD"},
    {"Revenue in GBP", LABEL_REVENUE_VALUE, "GBP"},
    {"Revenue £", LABEL_REVENUE_VALUE, "GBP"},
    {"Revenue in €, net", LABEL_REVENUE_VALUE, "EUR"},
    {"Net amount", LABEL_REVENUE_VALUE},
    {"Amount excl. VAT", LABEL_REVENUE_VALUE},
    {"Gross amount", LABEL_REVENUE_VALUE, NULL, ROLE_CLAIM, true},
    {"Amount incl. VAT", LABEL_REVENUE_VALUE, NULL, ROLE_CLAIM, true},
    {"Amount incl. VAT (EUR)", LABEL_REVENUE_VALUE, "EUR", ROLE_CLAIM, true},
    {"Currency", LABEL_CURRENCY},
    {"Invoice date", LABEL_INVOICE_DATE},
    {"Date of purchase", LABEL_INVOICE_DATE},
    {"MPN ID", LABEL_PARTNER_ID},
    {"PartnerID", LABEL_PARTNER_ID},
    {"Order no.", LABEL_ORDER_NUMBER},
    {"PO number", LABEL_ORDER_NUMBER},
    {"No.", LABEL_ITEM_NUMBER},
    {"Unit price", LABEL_OTHER},
    {"VAT", LABEL_OTHER},
    {"Comment", LABEL_OTHER},
    {"KPI shown", LABEL_DASHBOARD_VALUE, NULL, ROLE_SHOWN},
    {"KPI on dashboard", LABEL_DASHBOARD_VALUE, NULL, ROLE_SHOWN},
    {"Dashboard KPI", LABEL_DASHBOARD_VALUE, NULL, ROLE_SHOWN},
    {"KPI expected", LABEL_KPI_VALUE, NULL, ROLE_EXPECTED},
    {"Expected KPI", LABEL_KPI_VALUE, NULL, ROLE_EXPECTED},
    {"KPI (should be)", LABEL_KPI_VALUE, NULL, ROLE_EXPECTED},
    {"Revenue expected (EUR)", LABEL_REVENUE_VALUE, "EUR", ROLE_EXPECTED},

    {"Mois", LABEL_MONTH},
    {"Année", LABEL_YEAR},
    {"annee", LABEL_YEAR},
    {"Période", LABEL_PERIOD},
    {"Mois/Année", LABEL_PERIOD},
    {"Type OMLP", LABEL_OMLP_TYPE},
    {"Produit", LABEL_OMLP_TYPE},
    {"Unité d’achat", LABEL_PURCHASE_UNITS},
    {"UNITE D'ACHAT", LABEL_PURCHASE_UNITS},
    {"Qté", LABEL_PURCHASE_UNITS},
    {"Nombre de licences", LABEL_PURCHASE_UNITS},
    {"Facture #", LABEL_INVOICE_NUMBER},
    {"N° de facture", LABEL_INVOICE_NUMBER},
    {"Facture n°", LABEL_INVOICE_NUMBER},
    {"no facture", LABEL_INVOICE_NUMBER},
    {"Réf. facture", LABEL_INVOICE_NUMBER},
    {"Valeur d’indicateur de performance clé", LABEL_KPI_VALUE},
    {"Valeur KPI", LABEL_KPI_VALUE},
    {"Valeur de chiffre d’affaires", LABEL_REVENUE_VALUE},
    {"CA HT", LABEL_REVENUE_VALUE},
    {"CA HT (EUR)", LABEL_REVENUE_VALUE, "EUR"},
    {"Montant hors TVA", LABEL_REVENUE_VALUE},
    {"Montant TTC", LABEL_REVENUE_VALUE, NULL, ROLE_CLAIM, true},
    {"Montant TTC en €", LABEL_REVENUE_VALUE, "EUR", ROLE_CLAIM, true},
    {"Devise", LABEL_CURRENCY},
    {"Date de facture", LABEL_INVOICE_DATE},
    {"N° de commande", LABEL_ORDER_NUMBER},
    {"Identifiant MPN", LABEL_PARTNER_ID},
    {"KPI affiché", LABEL_DASHBOARD_VALUE, NULL, ROLE_SHOWN},
    {"KPI attendu", LABEL_KPI_VALUE, NULL, ROLE_EXPECTED},
    {"Rechnungsnr.", LABEL_INVOICE_NUMBER},
    {"Umsatz (EUR)", LABEL_REVENUE_VALUE, "EUR"},
    {"請求書番号", LABEL_INVOICE_NUMBER},

    {"", NO},
    {"Two invoices are missing", NO},
    {"Category preferred by most visitors", NO},
    {"Please note that the following holds for us", NO},
    {"Hello", NO},
    {"Bonjour", NO},
    {"25", NO},
};

Test(header, meaning) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(headers); i++) {
        Header got = header_read(tree_lexicon(), arena, LANGUAGE_UNKNOWN, str_of(headers[i].raw));
        cr_expect_eq(got.label, headers[i].label, "\"%s\": label %d, not %d", headers[i].raw, got.label, headers[i].label);
        cr_expect_eq(got.role, headers[i].role, "\"%s\": role %d", headers[i].raw, got.role);
        cr_expect_eq(got.gross, headers[i].gross, "\"%s\": gross %d", headers[i].raw, got.gross);
        cr_expect(headers[i].currency ? str_eq_cstr(got.currency, headers[i].currency) : !str_given(got.currency),
                  "\"%s\": currency " STR_FMT, headers[i].raw, STR_ARG(got.currency));
        arena_clear(arena);
    }
    arena_free(&arena);
}
