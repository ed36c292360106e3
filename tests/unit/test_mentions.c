/* Mentions: what one text of sentences says, each value with its role. */
#include "reading_fixture.h"

/* Values in the order of the passes: numbers of invoices, dates, values, types, currency; "-x": a number of another paper. */
static const struct {
    const char *text, *want;
} english[] = {
    {"", ""},
    {"Hello, please help us with the dashboard.", ""},
    {"We bought 25 dMOC.", "purchase_units=25; omlp_type=dmoc"},
    {"We bought 25 licences of dMOC.", "purchase_units=25; unit_of_measure=licences; omlp_type=dmoc"},
    {"We bought twenty-five dMOC.", "purchase_units=25; omlp_type=dmoc"},
    {"25x dMOC", "purchase_units=25; omlp_type=dmoc"},
    {"dMOC x 25", "purchase_units=25; omlp_type=dmoc"},
    {"25dMOC", "purchase_units=25; omlp_type=dmoc"},
    {"We bought fifty-six dMOC.", "purchase_units=56; omlp_type=dmoc"},
    {"We bought fifty six dMOC.", "purchase_units=56; omlp_type=dmoc"},
    {"We bought six seven dMOC.", "omlp_type=dmoc"},
    {"1,200 dMOC", "purchase_units=1200; omlp_type=dmoc"},
    {"The KPI is 12.5.", "kpi_value=12.5"},
    {"12.5 KPIs", "kpi_value=12.5"},
    {"a KPI value of 12", "kpi_value=12"},
    {"The revenue was 1,250.00 EUR.", "revenue_value=1250.00; currency=EUR"},
    {"The revenue was $1,250.", "revenue_value=1250"},
    {"The revenue was US$ 1,250.", "revenue_value=1250; currency=USD"},
    {"We paid £1,250.50 for it.", "revenue_value=1250.50; currency=GBP"},
    {"The amount is 1,250 EUR plus VAT.", "revenue_value=1250 net; currency=EUR net"},
    {"The amount is 1,500 EUR including VAT.", "revenue_value=1500 gross; currency=EUR gross"},
    {"It cost 50 EUR each.", ""},
    {"It cost 50 EUR per seat, 1,250 EUR in all.", "revenue_value=1250; currency=EUR"},
    {"Invoice A-1201 is missing.", "invoice_number=A-1201"},
    {"invoice no. A-1201", "invoice_number=A-1201"},
    {"invoice # 1201", "invoice_number=1201"},
    {"the invoice number is 1201", "invoice_number=1201"},
    {"the invoice number is therefore A-1201", "invoice_number=A-1201"},
    {"invoices A-1201, A-1202 and A-1203", "invoice_number=A-1201; invoice_number=A-1202; invoice_number=A-1203"},
    {"our invoice RG 20.0917", "invoice_number=RG 20.0917"},
    {"invoice 2020/0412 and order 4500012", "invoice_number=2020/0412 -4500012"},
    {"It was billed at 1,250 EUR under number 20200844.", "invoice_number=20200844; revenue_value=1250; currency=EUR"},
    {"The invoice over 1,250 EUR has the number A-1201.", "invoice_number=A-1201; revenue_value=1250; currency=EUR"},
    {"Our order of 4 March with the number 4500123 was billed.", ""},
    {"We bought dMOC under the number 20200844.", "omlp_type=dmoc"},
    {"order 4500012", " -4500012"},
    {"purchase order PO-4412, invoice A-1201", "invoice_number=A-1201 -po4412"},
    {"Our customer number is 77123.", " -77123"},
    {"Call me on +44 20 7946 0000.", ""},
    {"Call 020 7946 0000.", ""},
    {"Write to sales2020@pell.test or see https://pell.test/2020/25", ""},
    /* dates */
    {"We bought them in March 2020.", "month=3; year=2020"},
    {"bought in 03/2020", "month=3; year=2020"},
    {"The invoice is dated 14 March 2020.", "month=3; year=2020"},
    {"The invoice was issued on 2020-03-14.", "month=3; year=2020"},
    {"The invoice was paid on 2 April 2020.", ""},
    {"We bought them last month.", "month=2; year=2021"},
    {"We bought them in March.", "month=3"},
    {"We may need your help with the invoice.", ""},
    {"The order was placed on 3 March 2020.", ""},
    /* shown and expected */
    {"The dashboard shows 20 KPIs.", "kpi_value=20 shown"},
    {"The dashboard says 20 instead of 25 KPIs.", "kpi_value=20 shown; kpi_value=25 expected"},
    {"It shows 20 KPIs but should be 25.", "kpi_value=20 shown; kpi_value=25 expected"},
    {"It should be 25 KPIs.", "kpi_value=25 expected"},
    {"We expected 25 KPIs.", "kpi_value=25 expected"},
    {"25 KPIs expected, 20 shown.", "kpi_value=25 expected; kpi_value=20 shown"},
    {"The dashboard shows 20 KPIs, and it should show 25.", "kpi_value=20 shown; kpi_value=25 expected"},
    {"Only 20 units are displayed although we bought 25 dMOC.", "purchase_units=20 shown; unit_of_measure=units shown; purchase_units=25; omlp_type=dmoc"},
    {"The revenue displayed is 900 EUR instead of 1,250 EUR.",
     "revenue_value=900 shown; currency=EUR shown; revenue_value=1250 expected; currency=EUR expected"},
    /* denials */
    {"It was 2020, not 2019.", "year=2020; year=2019 denied"},
    {"It was March, not April.", "month=3; month=4 denied"},
    {"It was invoice A-1202, not A-1201.", "invoice_number=A-1202; invoice_number=A-1201 denied"},
    {"We bought 25 dMOC, not 52.", "purchase_units=25; purchase_units=52 denied; kpi_value=52 denied; revenue_value=52 denied; omlp_type=dmoc"},
    /* nothing of ours */
    {"We have 25 trainers and 300 customers.", ""},
    {"VAT 19 % applies.", ""},
    {"See points 4 and 6 of your guide.", ""},
}, french[] = {
    {"Bonjour, pouvez-vous nous aider avec le tableau de bord ?", ""},
    {"Nous avons acheté 25 dMOC.", "purchase_units=25; omlp_type=dmoc"},
    {"Nous avons acheté 25 licences de dMOC.", "purchase_units=25; unit_of_measure=licences; omlp_type=dmoc"},
    {"Nous avons acheté vingt-cinq dMOC.", "purchase_units=25; omlp_type=dmoc"},
    {"Nous avons acheté soixante-quatorze dMOC.", "purchase_units=74; omlp_type=dmoc"},
    {"1 200 dMOC", "purchase_units=1200; omlp_type=dmoc"},
    {"La valeur KPI est de 12,5.", "kpi_value=12.5"},
    {"un KPI de 12", "kpi_value=12"},
    {"Le chiffre d'affaires est de 1 250,00 €.", "revenue_value=1250.00; currency=EUR"},
    {"Le montant est de 1 250 EUR hors taxes.", "revenue_value=1250 net; currency=EUR net"},
    {"Le montant est de 1 500 € TTC.", "revenue_value=1500 gross; currency=EUR gross"},
    {"Cela coûte 50 € l'unité.", ""},
    {"Cela coûte 50 € par licence, soit 1 250 € au total.", "revenue_value=1250; currency=EUR"},
    {"La facture A-1201 manque.", "invoice_number=A-1201"},
    {"facture n° A-1201", "invoice_number=A-1201"},
    {"facture no 1201", "invoice_number=1201"},
    {"le numéro de facture est 1201", "invoice_number=1201"},
    {"les factures A-1201, A-1202 et A-1203", "invoice_number=A-1201; invoice_number=A-1202; invoice_number=A-1203"},
    {"facture 2020/0412 et commande 4500012", "invoice_number=2020/0412 -4500012"},
    {"bon de commande BC-4412, facture A-1201", "invoice_number=A-1201 -bc4412"},
    {"Notre numéro de client est 77123.", ""},
    {"Appelez-moi au 01 99 00 12 34.", ""},
    {"Nous les avons achetés en mars 2020.", "month=3; year=2020"},
    {"achetés en 03/2020", "month=3; year=2020"},
    {"La facture est datée du 14 mars 2020.", "month=3; year=2020"},
    {"La facture a été émise le 14/03/2020.", "month=3; year=2020"},
    {"La facture a été payée le 2 avril 2020.", ""},
    {"Nous les avons achetés le mois dernier.", "month=2; year=2021"},
    {"Nous les avons achetés en mars.", "month=3"},
    {"La commande a été passée le 3 mars 2020.", ""},
    {"Le tableau de bord affiche 20 KPI.", "kpi_value=20 shown"},
    {"Le tableau de bord indique 20 au lieu de 25 KPI.", "kpi_value=20 shown; kpi_value=25 expected"},
    {"Il affiche 20 KPI mais cela devrait être 25.", "kpi_value=20 shown; kpi_value=25 expected"},
    {"Cela devrait être 25 KPI.", "kpi_value=25 expected"},
    {"25 KPI attendus, 20 affichés.", "kpi_value=25 expected; kpi_value=20 shown"},
    {"Seules 20 unités sont affichées alors que nous avons acheté 25 dMOC.",
     "purchase_units=20 shown; unit_of_measure=unités shown; purchase_units=25; omlp_type=dmoc"},
    {"C'était en 2020 et non en 2019.", "year=2020; year=2019 denied"},
    {"C'était en 2020, pas 2019.", "year=2020; year=2019 denied"},
    {"C'est la facture A-1202 et non A-1201.", "invoice_number=A-1202; invoice_number=A-1201 denied"},
    {"Nous avons 25 formateurs et 300 clients.", ""},
    {"La TVA de 20 % s'applique.", ""},
};

static void expect_mentions(const char *text, const char *want, Language language) {
    Arena *arena = arena_new();
    const char *got = mentions_text(arena, text, language);
    cr_expect_str_eq(got, want, "\"%s\"\n- want: %s\n- got:  %s\n", text, want, got);
    arena_free(&arena);
}

Test(mentions, english) {
    for (size_t i = 0; i < G_N_ELEMENTS(english); i++)
        expect_mentions(english[i].text, english[i].want, LANGUAGE_EN);
}

Test(mentions, french) {
    for (size_t i = 0; i < G_N_ELEMENTS(french); i++)
        expect_mentions(french[i].text, french[i].want, LANGUAGE_FR);
}
