/* The nine rules, their findings, the ticket's order and the intents (contract sections 6 and 7). */
#include <criterion/criterion.h>

#include "match_fixture.h"

#define CLAIM "m=1 y=2020 t=dmoc u=25 n=INV-1 k=25 r=3125.00 c=EUR"
#define ROW "1234567 2020-01 dmoc 25 INV-1 25 3125.00 EUR"
#define INVOICE "invoice n=INV-1 d=2020-01-05 c=EUR i=dmoc:25:3125.00"

typedef struct Case {
    const char *about, *as_of, *partner, *claims, *documents, *rows, *want;
} Case;

static const Programme *programme;

static void check(const Case *cases, size_t n) {
    programme = programme ? programme : programme_of_project();
    for (size_t i = 0; i < n; i++) {
        const Case *c = &cases[i];
        Arena *arena = arena_new();
        Store *store = store_new();
        store_fill(store, arena, c->rows);
        RowLookup rows = store_lookup(store);
        Reading reading = reading_of(arena, c->partner, c->claims, c->documents);
        MatchOptions options = {.as_of = day_of(c->as_of)};
        Resolution *resolution = match_resolve(arena, programme, &rows, &reading, &options);
        Str got = resolution_str(arena, resolution);
        cr_expect(str_eq_cstr(got, c->want), "%s:\n  want %s\n  got  %.*s", c->about, c->want, STR_ARG(got));
        for (size_t j = 0; j < resolution->lines.len; j++)
            cr_expect(resolution->lines.items[j]->steps.len == 9, "%s: nine steps", c->about);
        store_free(&store);
        arena_free(&arena);
    }
}
#define CHECK(cases) check(cases, sizeof cases / sizeof *cases)

/* ---- what was read from pictures ---- */

#define SCAN "invoice ocr d=2020-01-05 c=EUR n="

static const Case recognized[] = {
    {"letters that look like the claim's are the claim's", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc u=25 n=INV-1058 k=25 r=3125.00",
     SCAN "lNV-lO5B i=dmoc:25:3125.00", "1234567 2020-01 dmoc 25 INV-1058 25 3125.00 EUR", "no_discrepancy:"},
    {"and support it", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc u=25 n=INV-1058 k=25 r=3125.00", SCAN "INV-1O58 i=dmoc:25:3125.00",
     "1234567 2020-01 dmoc 20 INV-1058 20 3125.00 EUR", "escalate_adjustment: kpi_mismatch units_mismatch"},
    {"another number is another number", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc u=25 n=INV-1058 k=25 r=3125.00",
     SCAN "INV-1O59 i=dmoc:25:3125.00", "", "review: ambiguous_value:invoice_number"},
    {"a number that only the picture gives is in doubt", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc u=25 k=25 r=3125.00",
     SCAN "INV-1058 i=dmoc:25:3125.00", "", "review: ambiguous_value:invoice_number"},
    {"unless the dashboard bears it", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc u=25 k=25 r=3125.00", SCAN "INV-1058 i=dmoc:25:3125.00",
     "1234567 2020-01 dmoc 25 INV-1058 25 3125.00 EUR", "no_discrepancy:"},
    {"units that differ from both are in doubt", "2020-03-01", "1234567", CLAIM, SCAN "INV-1 i=dmoc:26:3125.00", ROW,
     "review: ambiguous_value:purchase_units"},
    {"what a text says is not", "2020-03-01", "1234567", CLAIM, "invoice d=2020-01-05 c=EUR n=INV-1 i=dmoc:26:3125.00", ROW,
     "escalate_adjustment: claim_differs_from_invoice:purchase_units units_mismatch"},
};

Test(decide, what_was_read_from_a_picture_is_not_guessed) {
    CHECK(recognized);
}

/* ---- rule 1 ---- */

static const Case review[] = {
    {"the number stands under another partner only", "2020-03-01", "1234567", CLAIM, "",
     "7654321 2020-01 dmoc 25 INV-1 25 3125.00 EUR", "review: other_partner"},
    {"under another partner and under the own", "2020-03-01", "1234567", CLAIM, "",
     ROW "\n7654321 2020-01 dmoc 25 INV-1 25 3125.00 EUR", "no_discrepancy:"},
    {"another partner's number wins over a missing detail", "2020-03-01", "1234567", "n=INV-1 m=1", "",
     "7654321 2020-01 dmoc 25 INV-1 25 3125.00 EUR", "review: other_partner"},
    {"another partner's number wins over a near one of the own", "2020-03-01", "1234567", CLAIM, "",
     "7654321 2020-01 dmoc 25 INV-1 25 3125.00 EUR\n1234567 2020-01 dmoc 25 INV-2 25 3125.00 EUR",
     "review: other_partner"},
    {"an unknown partner: no row is looked up", "2020-03-01", NULL, CLAIM, "", ROW "\n7654321 2020-01 dmoc 1 X-9 1 1 EUR",
     "request_information: missing_detail:partner_id"},
    {"a dashboard without partners is the partner's own", "2020-03-01", "1234567", CLAIM, "",
     "- 2020-01 dmoc 25 INV-1 25 3125.00 EUR", "no_discrepancy:"},
    {"two values", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc ?u=40|45 n=INV-1 k=25 r=3125.00", "", ROW,
     "review: ambiguous_value:purchase_units"},
    {"two values and a missing detail: what is missing is not asked for", "2020-03-01", "1234567",
     "m=1 y=2020 t=dmoc ?u=40|45 n=INV-1 r=3125.00", "", ROW, "review: ambiguous_value:purchase_units"},
    {"the invoice settles which of two", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc ?u=25|52 n=INV-1 k=25 r=3125.00",
     INVOICE, ROW, "no_discrepancy:"},
    {"the invoice settles which number of two", "2020-03-01", "1234567",
     "m=1 y=2020 t=dmoc u=25 ?n=INV-1|INV-7 k=25 r=3125.00", INVOICE, ROW, "no_discrepancy:"},
    {"an invoice never settles the KPI", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc u=25 n=INV-1 ?k=25|52 r=3125.00",
     INVOICE, ROW, "review: ambiguous_value:kpi_value"},
    {"invoices contradict each other, and change and complete nothing", "2020-03-01", "1234567",
     "m=1 y=2020 u=28 n=INV-1 k=25 r=3125.00", INVOICE "\ninvoice n=INV-1 d=2020-01-05 i=dmoc:28:3500.00", ROW,
     "review: ambiguous_value:purchase_units ambiguous_value:revenue_value"},
    {"a second copy contradicts nothing", "2020-03-01", "1234567", CLAIM, INVOICE "\n" INVOICE, ROW, "no_discrepancy:"},
    {"a copy that rounds a cent away neither", "2020-03-01", "1234567", CLAIM,
     INVOICE "\ninvoice n=INV-1 d=2020-01-05 c=EUR i=dmoc:25:3125.01", ROW, "no_discrepancy:"},
    {"a credit note against the accepted invoice", "2020-03-01", "1234567", CLAIM,
     INVOICE "\ncredit_note n=CN-1 q=INV-1", ROW, "review: document_not_accepted"},
    {"a credit note of another invoice", "2020-03-01", "1234567", CLAIM, INVOICE "\ncredit_note n=CN-1 q=INV-77", ROW,
     "no_discrepancy:"},
    {"a credit note without an invoice", "2020-03-01", "1234567", CLAIM, "credit_note n=CN-1 q=INV-1", "",
     "request_invoice: document_not_accepted not_on_dashboard"},
    {"a row agrees in all but the currency", "2020-03-01", "1234567", CLAIM, "",
     "1234567 2020-01 dmoc 25 INV-1 25 3125.00 CHF", "review: currency_differs"},
    {"the currency and another value differ: revenue is not compared", "2020-03-01", "1234567", CLAIM, "",
     "1234567 2020-01 dmoc 25 INV-1 20 2500.00 CHF", "request_invoice: currency_differs kpi_mismatch"},
    {"a row without a currency agrees", "2020-03-01", "1234567", CLAIM, "", "1234567 2020-01 dmoc 25 INV-1 25 3125.00",
     "no_discrepancy:"},
    {"with a detail missing the currency is not compared", "2020-03-01", "1234567",
     "m=1 y=2020 t=dmoc u=25 n=INV-1 r=3125.00 c=EUR", "", "1234567 2020-01 dmoc 25 INV-1 25 3125.00 CHF",
     "request_information: missing_detail:kpi_value"},
};

Test(decide, review) {
    CHECK(review);
}

/* ---- rule 2 ---- */

static const Case information[] = {
    {"nothing is given", "2020-03-01", "1234567", "", "", ROW,
     "request_information: missing_detail:month missing_detail:year missing_detail:omlp_type "
     "missing_detail:purchase_units missing_detail:invoice_number missing_detail:kpi_value missing_detail:revenue_value"},
    {"nothing but an invoice", "2020-03-01", "1234567", "", INVOICE, ROW,
     "request_information: missing_detail:kpi_value"},
    {"an order confirmation completes nothing", "2020-03-01", "1234567", "",
     "order_confirmation n=INV-1 d=2020-01-05 i=dmoc:25:3125.00", ROW,
     "request_information: document_not_accepted missing_detail:month missing_detail:year missing_detail:omlp_type "
     "missing_detail:purchase_units missing_detail:invoice_number missing_detail:kpi_value missing_detail:revenue_value"},
    {"completed from the invoice", "2020-03-01", "1234567", "n=INV-1 k=25", INVOICE, ROW, "no_discrepancy:"},
    {"an invoice of several items, none of a type", "2020-03-01", "1234567", "n=INV-1 k=25",
     "invoice n=INV-1 d=2020-01-05 net=5000.00 i=dmoc:25:3125.00 i=moc:10:1875.00", ROW,
     "request_information: missing_detail:omlp_type missing_detail:purchase_units missing_detail:revenue_value"},
    {"nothing is compared: the row's other values do not matter", "2020-03-01", "1234567",
     "m=1 y=2020 t=moc u=99 n=INV-1 r=1.00", "", ROW, "request_information: missing_detail:kpi_value"},
    {"no partner anywhere", "2020-03-01", NULL, "m=1 y=2020 t=moc u=99 n=INV-1", "", ROW "\n99 2020-01 moc 1 A 1 1",
     "request_information: missing_detail:kpi_value missing_detail:revenue_value missing_detail:partner_id"},
    {"no dashboard row at all, no partner", "2020-03-01", NULL, CLAIM, "", "",
     "request_information: missing_detail:partner_id"},
    {"a dashboard of one partner tells the partner", "2020-03-01", NULL, CLAIM, "", ROW, "no_discrepancy:"},
    {"a dashboard that names nobody does too", "2020-03-01", NULL, CLAIM, "", "- 2020-01 dmoc 25 INV-1 25 3125.00",
     "no_discrepancy:"},
    {"missing, with what holds whatever the decision", "2020-03-01", "1234567", "m=2 y=2020 n=INV-1 dup",
     INVOICE "\nquotation n=Q-1 q=INV-1", ROW,
     "request_information: document_not_accepted claim_differs_from_invoice:month duplicate_line "
     "missing_detail:kpi_value"},
};

Test(decide, information) {
    CHECK(information);
}

/* ---- rules 3 and 4 ---- */

static const Case settled[] = {
    {"all agrees", "2020-03-01", "1234567", CLAIM, "", ROW, "no_discrepancy:"},
    {"before rule 5: an old row that agrees", "2022-03-01", "1234567", CLAIM, "", ROW, "no_discrepancy:"},
    {"before rule 6: refused documents", "2020-03-01", "1234567", CLAIM, "partner_report n=R1", ROW,
     "no_discrepancy: document_not_accepted"},
    {"a cent apart", "2020-03-01", "1234567", CLAIM, "", "1234567 2020-01 dmoc 25 INV-1 25 3125.01 EUR",
     "no_discrepancy:"},
    {"two cents apart", "2020-03-01", "1234567", CLAIM, "", "1234567 2020-01 dmoc 25 INV-1 25 3125.02 EUR",
     "request_invoice: revenue_mismatch"},
    {"decimals written otherwise", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc u=25 n=INV-1 k=12.50 r=3125", "",
     "1234567 2020-01 dmoc 25 INV-1 12.5 3125.000", "no_discrepancy:"},
    {"a row's revenue with two readings, the purchase in thousands", "2020-03-01", "1234567",
     "m=1 y=2020 t=dmoc u=25 n=INV-1 k=25 r=3125.00 c=EUR", "", "1234567 2020-01 dmoc 25 INV-1 25 3125|3.125", "no_discrepancy:"},
    {"the same, in units", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc u=25 n=INV-1 k=25 r=3.125 c=KWD", "",
     "1234567 2020-01 dmoc 25 INV-1 25 3125|3.125", "no_discrepancy:"},
    {"the same, in several rows", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc u=25 n=INV-1 k=25 r=4.250 c=KWD", "",
     "1234567 2020-01 dmoc 15 INV-1 15 3125|3.125\n1234567 2020-01 dmoc 10 INV-1 10 1125|1.125", "no_discrepancy:"},
    {"euros have no third decimal, however near that reading is", "2020-03-01", "1234567",
     "m=1 y=2020 t=dmoc u=25 n=INV-1 k=25 r=412.50 c=EUR", "", "1234567 2020-01 dmoc 25 INV-1 25 412500|412.500",
     "request_invoice: revenue_mismatch"},
    {"dinars have three, however far that reading is", "2020-03-01", "1234567",
     "m=1 y=2020 t=dmoc u=25 n=INV-1 k=25 r=412500 c=KWD", "", "1234567 2020-01 dmoc 25 INV-1 25 412500|412.500",
     "request_invoice: revenue_mismatch"},
    {"no currency anywhere: the nearer one", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc u=25 n=INV-1 k=25 r=412.50", "",
     "1234567 2020-01 dmoc 25 INV-1 25 412500|412.500", "no_discrepancy:"},
    {"neither reading agrees", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc u=25 n=INV-1 k=25 r=3126 c=EUR", "",
     "1234567 2020-01 dmoc 25 INV-1 25 3125|3.125", "request_invoice: revenue_mismatch"},
    {"the number is folded", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc u=25 n=0inv_1 k=25 r=3125.00", "", ROW,
     "no_discrepancy:"},
    {"a type outside the catalogue, by case and blanks", "2020-03-01", "1234567",
     "m=1 y=2020 t=Lab_Kit u=25 n=INV-1 k=25 r=3125.00", "", "1234567 2020-01 LAB-KIT 25 INV-1 25 3125.00",
     "no_discrepancy:"},
    {"rows that belong together are added", "2020-03-01", "1234567", CLAIM, "",
     "1234567 2020-01 dmoc 10 INV-1 10 1250.00 EUR\n1234567 2020-01 dmoc 15 INV-1 15 1875.00 EUR", "no_discrepancy:"},
    {"of several rows those of the type", "2020-03-01", "1234567", CLAIM, "",
     ROW "\n1234567 2020-01 moc 3 INV-1 3 300.00 EUR", "no_discrepancy:"},
    {"of those of the type those of the period", "2020-03-01", "1234567", CLAIM, "",
     ROW "\n1234567 2019-12 dmoc 3 INV-1 3 300.00 EUR", "no_discrepancy:"},
    {"none of the type: by period, then added", "2020-03-01", "1234567", CLAIM, "",
     "1234567 2020-01 moc 10 INV-1 10 1250.00 EUR\n1234567 2020-01 mlo 15 INV-1 15 1875.00 EUR\n"
     "1234567 2019-11 moc 15 INV-1 15 1875.00 EUR",
     "request_invoice: type_mismatch"},
    {"a sum over two currencies agrees with neither", "2020-03-01", "1234567", CLAIM, "",
     "1234567 2020-01 dmoc 10 INV-1 10 1250.00 EUR\n1234567 2020-01 dmoc 15 INV-1 15 1875.00 USD",
     "review: currency_differs"},
    {"the invoice settled it: gross claimed, net shown", "2020-03-01", "1234567",
     "m=1 y=2020 t=dmoc u=25 n=INV-1 k=25 r=3718.75 c=EUR", INVOICE, ROW,
     "explain_difference: claim_differs_from_invoice:revenue_value"},
    {"the invoice settled the period over the year boundary", "2020-03-01", "1234567",
     "m=12 y=2019 t=dmoc u=25 n=INV-1 k=25 r=3125.00", INVOICE, ROW,
     "explain_difference: claim_differs_from_invoice:month claim_differs_from_invoice:year"},
    {"the invoice corrected the units: the KPI falls and is not compared", "2020-03-01", "1234567",
     "m=1 y=2020 t=dmoc u=30 n=INV-1 k=30 r=3125.00", INVOICE, ROW,
     "explain_difference: claim_differs_from_invoice:purchase_units"},
    {"the same where the row's KPI is anything", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc u=30 n=INV-1 k=30 r=3125.00",
     INVOICE, "1234567 2020-01 dmoc 25 INV-1 7 3125.00",
     "explain_difference: claim_differs_from_invoice:purchase_units"},
    {"the invoice gives the claimed order number its own", "2020-03-01", "1234567",
     "m=1 y=2020 t=dmoc u=25 n=PO-7 k=25 r=3125.00", INVOICE " q=PO-7", ROW,
     "explain_difference: claim_differs_from_invoice:invoice_number"},
    {"the invoice changed the currency", "2020-03-01", "1234567", "m=1 y=2020 t=dmoc u=25 n=INV-1 k=25 r=3125.00 c=USD",
     INVOICE, ROW, "explain_difference: claim_differs_from_invoice:currency"},
    {"a near number, no invoice", "2020-10-05", "1234567", "m=8 y=2020 t=moc u=24 n=RG-2020-3381 k=24 r=3336.00 c=EUR", "",
     "1234567 2020-08 moc 24 RG-2020-3318 24 3336.00", "explain_difference: invoice_number_differs"},
    {"two near numbers: neither", "2020-10-05", "1234567", "m=8 y=2020 t=moc u=24 n=RG-2020-3381 k=24 r=3336.00", "",
     "1234567 2020-08 moc 24 RG-2020-3318 24 3336.00\n1234567 2020-08 moc 24 RG-2020-3382 24 3336.00",
     "request_invoice: not_on_dashboard"},
    {"three edits are too many", "2020-10-05", "1234567", "m=8 y=2020 t=moc u=24 n=RG-2020-3381 k=24 r=3336.00", "",
     "1234567 2020-08 moc 24 RG-2020-9918 24 3336.00", "request_invoice: not_on_dashboard"},
    {"a near number of another period", "2020-10-05", "1234567", "m=8 y=2020 t=moc u=24 n=RG-2020-3381 k=24 r=3336.00", "",
     "1234567 2020-07 moc 24 RG-2020-3318 24 3336.00", "request_invoice: not_on_dashboard"},
    {"a near number in another currency", "2020-10-05", "1234567",
     "m=8 y=2020 t=moc u=24 n=RG-2020-3381 k=24 r=3336.00 c=EUR", "", "1234567 2020-08 moc 24 RG-2020-3318 24 3336.00 USD",
     "request_invoice: not_on_dashboard"},
    {"another partner's near number", "2020-10-05", "1234567", "m=8 y=2020 t=moc u=24 n=RG-2020-3381 k=24 r=3336.00", "",
     "7654321 2020-08 moc 24 RG-2020-3318 24 3336.00", "request_invoice: not_on_dashboard"},
    {"near, but an accepted invoice bears the claimed number", "2020-10-05", "1234567",
     "m=8 y=2020 t=moc u=24 n=RG-2020-3381 k=24 r=3336.00", "invoice n=RG-2020-3381 d=2020-08-03 i=moc:24:3336.00",
     "1234567 2020-08 moc 24 RG-2020-3318 24 3336.00", "escalate_adjustment: invoice_number_differs"},
    {"near, with a refused document", "2020-10-05", "1234567", "m=8 y=2020 t=moc u=24 n=RG-2020-3381 k=24 r=3336.00",
     "order_confirmation n=AB-1 q=RG-2020-3381", "1234567 2020-08 moc 24 RG-2020-3318 24 3336.00",
     "explain_difference: document_not_accepted invoice_number_differs"},
    {"a mistyped number, its invoice is the one left over", "2020-10-05", "1234567",
     "m=8 y=2020 t=moc u=24 n=RG-2020-3381 k=24 r=3336.00", "invoice n=RG-2020-3318 d=2020-08-03 i=moc:24:3336.00",
     "1234567 2020-08 moc 24 RG-2020-3318 24 3336.00",
     "explain_difference: claim_differs_from_invoice:invoice_number"},
};

Test(decide, settled) {
    CHECK(settled);
}

/* ---- rules 5 to 9 ---- */

static const Case open[] = {
    {"before the window, on the last day before the refresh", "2021-02-14", "1234567",
     "m=12 y=2019 t=dmoc u=25 n=INV-1 k=25 r=1", "", "", "outside_window: not_on_dashboard outside_window"},
    {"still displayed on the 14th", "2021-02-14", "1234567", "m=1 y=2020 t=dmoc u=25 n=INV-1 k=25 r=1", "", "",
     "request_invoice: not_on_dashboard"},
    {"no more on the 15th", "2021-02-15", "1234567", "m=1 y=2020 t=dmoc u=25 n=INV-1 k=25 r=1", "", "",
     "outside_window: not_on_dashboard outside_window"},
    {"outside wins over refused documents", "2022-01-01", "1234567", CLAIM, "order_confirmation q=INV-1",
     "1234567 2020-01 dmoc 20 INV-1 20 2500.00", "outside_window: document_not_accepted kpi_mismatch revenue_mismatch "
     "units_mismatch outside_window"},
    {"outside wins over an invoice", "2022-01-01", "1234567", CLAIM, INVOICE, "",
     "outside_window: not_on_dashboard outside_window"},
    {"documents, none accepted", "2020-03-01", "1234567", CLAIM, "order_confirmation q=INV-1", "",
     "request_invoice: document_not_accepted not_on_dashboard"},
    {"refused documents win over waiting", "2020-02-14", "1234567", CLAIM, "order_confirmation q=INV-1", "",
     "request_invoice: document_not_accepted not_on_dashboard not_yet_displayed"},
    {"a picture in the signature is no document of the line", "2020-03-01", "1234567", CLAIM, "other name=logo.png", "",
     "request_invoice: not_on_dashboard"},
    {"one that cannot be opened is", "2020-02-14", "1234567", CLAIM, "other name=a.pdf unreadable", "",
     "request_invoice: document_not_accepted not_on_dashboard not_yet_displayed"},
    {"a dashboard export and a claim table are none", "2020-02-14", "1234567", CLAIM,
     "dashboard_export n=INV-1\nclaim_table n=INV-1", "", "await_refresh: not_on_dashboard not_yet_displayed"},
    {"waiting until the 14th", "2020-02-14", "1234567", CLAIM, "", "", "await_refresh: not_on_dashboard not_yet_displayed"},
    {"with an invoice too", "2020-02-14", "1234567", CLAIM, INVOICE, "",
     "await_refresh: not_on_dashboard not_yet_displayed"},
    {"no more on the 15th", "2020-02-15", "1234567", CLAIM, "", "", "request_invoice: not_on_dashboard"},
    {"a December purchase shows from 15 January", "2020-01-14", "1234567", "m=12 y=2019 t=dmoc u=25 n=INV-1 k=25 r=1", "",
     "", "await_refresh: not_on_dashboard not_yet_displayed"},
    {"the day after a leap day", "2020-03-01", "1234567", "m=2 y=2020 t=dmoc u=25 n=INV-1 k=25 r=1", "", "",
     "await_refresh: not_on_dashboard not_yet_displayed"},
    {"a leap day itself", "2020-02-29", "1234567", CLAIM, "", "", "request_invoice: not_on_dashboard"},
    {"no invoice", "2020-03-01", "1234567", CLAIM, "", "1234567 2019-12 moc 20 INV-1 20 2500.00 EUR",
     "request_invoice: kpi_mismatch revenue_mismatch units_mismatch period_mismatch type_mismatch"},
    {"an invoice, and nothing on the dashboard", "2020-03-01", "1234567", CLAIM, INVOICE, "",
     "escalate_adjustment: not_on_dashboard"},
    {"an invoice, and other values on the dashboard", "2020-03-01", "1234567", CLAIM, INVOICE,
     "1234567 2020-01 dmoc 20 INV-1 20 2500.00", "escalate_adjustment: kpi_mismatch revenue_mismatch units_mismatch"},
    {"the invoice moved the purchase into the window", "2021-03-01", "1234567",
     "m=1 y=2019 t=dmoc u=25 n=INV-1 k=25 r=3125.00", "invoice n=INV-1 d=2020-06-30 i=dmoc:25:3125.00", "",
     "escalate_adjustment: claim_differs_from_invoice:month claim_differs_from_invoice:year not_on_dashboard"},
    {"of an invoice with several items those of the type", "2020-03-01", "1234567", CLAIM,
     "invoice n=INV-1 d=2020-01-05 net=9999.00 i=dmoc:20:2500.00 i=moc:10:1000.00 i=dmoc:5:625.00",
     "1234567 2020-01 dmoc 20 INV-1 20 2500.00", "escalate_adjustment: kpi_mismatch revenue_mismatch units_mismatch"},
    {"none of the type: the only item counts", "2020-03-01", "1234567", CLAIM,
     "invoice n=INV-1 d=2020-01-05 i=moc:25:3125.00", "1234567 2020-01 moc 20 INV-1 25 3125.00",
     "escalate_adjustment: claim_differs_from_invoice:omlp_type units_mismatch"},
    {"none of the type and several: date and number", "2020-03-01", "1234567", CLAIM,
     "invoice n=INV-1 d=2020-01-05 net=10.00 i=moc:1:5.00 i=mlo:1:5.00", ROW, "no_discrepancy:"},
    {"an item without net, all of the invoice: its total", "2020-03-01", "1234567", "n=INV-1 t=dmoc k=25",
     "invoice n=INV-1 d=2020-01-05 net=3125.00 i=dmoc:25:", ROW, "no_discrepancy:"},
    {"a type outside the catalogue, by its description", "2020-03-01", "1234567",
     "m=1 y=2020 t=Lab_Kit u=25 n=INV-1 k=25 r=3125.00",
     "invoice n=INV-1 d=2020-01-05 i=:25:3125.00:Azure_LAB_KIT_2020 i=moc:1:1.00",
     "1234567 2020-01 Lab_Kit 20 INV-1 25 3125.00", "escalate_adjustment: units_mismatch"},
};

Test(decide, open) {
    CHECK(open);
}

/* ---- values of the findings ---- */

Test(decide, values) {
    Arena *arena = arena_new();
    Store *store = store_new();
    Programme *all = programme_of_project();
    store_fill(store, arena, "1234567 2019-12 dmoc 20 INV-1 20 2500.00 EUR");
    RowLookup rows = store_lookup(store);
    Reading reading = reading_of(arena, "1234567", "m=1 y=2020 t=dmoc u=30 n=INV-1 k=25 r=3125.00 c=EUR", INVOICE);
    MatchOptions options = {.as_of = {2020, 3, 1}};
    Resolution *resolution = match_resolve(arena, all, &rows, &reading, &options);
    const Line *line = resolution->lines.items[0];
    static const struct {
        FindingCode code;
        const char *claimed, *dashboard, *invoice;
    } want[] = {{FINDING_CLAIM_DIFFERS_FROM_INVOICE, "30", "", "25"},
                {FINDING_REVENUE_MISMATCH, "3125.00", "2500.00", "3125.00"},
                {FINDING_UNITS_MISMATCH, "30", "20", "25"},
                {FINDING_PERIOD_MISMATCH, "2020-01", "2019-12", "2020-01"}};
    cr_assert_eq(line->findings.len, 4);
    for (size_t i = 0; i < 4; i++) {
        const Finding *finding = &line->findings.items[i];
        cr_expect_eq(finding->code, want[i].code);
        cr_expect(str_eq_cstr(finding->claimed, want[i].claimed), "%zu %.*s", i, STR_ARG(finding->claimed));
        cr_expect(str_eq_cstr(finding->dashboard, want[i].dashboard), "%zu %.*s", i, STR_ARG(finding->dashboard));
        cr_expect(str_eq_cstr(finding->invoice, want[i].invoice), "%zu %.*s", i, STR_ARG(finding->invoice));
    }
    cr_expect(!detail_given(&line->effective, DETAIL_KPI_VALUE), "the KPI fell with the units");
    cr_expect(line->has_row && line->rows == 1);
    cr_expect_eq(line->missing, 0);
    store_free(&store);
    programme_free(&all);
    arena_free(&arena);
}

/* ---- the ticket ---- */

static const struct {
    const char *claims, *documents;
    Decision want;
} order[] = {
    {CLAIM "\nm=1", "", DECISION_REQUEST_INFORMATION},
    {CLAIM "\nm=1\nm=1 y=2020 t=dmoc ?u=1|2 n=Z k=1 r=1", "", DECISION_REVIEW},
    {CLAIM "\nm=1 y=2020 t=dmoc u=1 n=Z-777 k=1 r=1", "", DECISION_REQUEST_INVOICE},
    {CLAIM "\nm=1 y=2020 t=dmoc u=1 n=Z-777 k=1 r=1", "invoice n=Z-777 d=2020-01-09 i=dmoc:1:1", DECISION_ESCALATE_ADJUSTMENT},
    {CLAIM "\nm=3 y=2020 t=dmoc u=1 n=Z-777 k=1 r=1", "", DECISION_AWAIT_REFRESH},
    {CLAIM "\nm=3 y=2018 t=dmoc u=1 n=Z-777 k=1 r=1", "", DECISION_OUTSIDE_WINDOW},
    {"m=3 y=2018 t=dmoc u=1 n=Z-777 k=1 r=1\nm=3 y=2020 t=dmoc u=1 n=Z-778 k=1 r=1", "", DECISION_AWAIT_REFRESH},
    {"m=1 y=2020 t=dmoc u=25 n=INV-4 k=25 r=3125.00\nm=3 y=2020 t=dmoc u=1 n=Z-778 k=1 r=1", "", DECISION_EXPLAIN_DIFFERENCE},
    {CLAIM, "", DECISION_NO_DISCREPANCY},
};

Test(decide, ticket_order) {
    Programme *all = programme_of_project();
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        Arena *arena = arena_new();
        Store *store = store_new();
        store_fill(store, arena, ROW);
        RowLookup rows = store_lookup(store);
        Reading reading = reading_of(arena, "1234567", order[i].claims, order[i].documents);
        MatchOptions options = {.as_of = {2020, 3, 1}};
        Resolution *resolution = match_resolve(arena, all, &rows, &reading, &options);
        cr_expect_eq(resolution->decision, order[i].want, "%zu: got %s", i, decision_word(resolution->decision));
        store_free(&store);
        arena_free(&arena);
    }
    programme_free(&all);
}

static const struct {
    Intent read;
    bool automatic;
    const char *claims;
    const char *listing[LISTING_COUNT];
    Intent want;
    Decision decision;
    unsigned missing;
    size_t lines;
} intents[] = {
    {INTENT_BUSINESS_PLAN, false, "", {0}, INTENT_BUSINESS_PLAN, DECISION_ANSWER_QUESTION, 0, 0},
    {INTENT_KPI_RECOGNITION, false, "", {0}, INTENT_KPI_RECOGNITION, DECISION_ANSWER_QUESTION, 0, 0},
    {INTENT_TRAINING_DURATION, false, "", {0}, INTENT_TRAINING_DURATION, DECISION_ANSWER_QUESTION, 0, 0},
    {INTENT_ENROLLMENT, false, "", {0}, INTENT_ENROLLMENT, DECISION_ANSWER_QUESTION, 0, 0},
    {INTENT_DIRECTORY_LISTING, false, "", {"Contoso", "France", "https://contoso.example/ms"}, INTENT_DIRECTORY_LISTING,
     DECISION_ANSWER_QUESTION, 0, 0},
    {INTENT_DIRECTORY_LISTING, false, "", {"Contoso", 0, 0}, INTENT_DIRECTORY_LISTING, DECISION_REQUEST_INFORMATION,
     1u << LISTING_COUNTRY | 1u << LISTING_URL, 0},
    {INTENT_OTHER, false, "", {0}, INTENT_OTHER, DECISION_REVIEW, 0, 0},
    {INTENT_ENROLLMENT, false, CLAIM, {0}, INTENT_KPI_DISCREPANCY, DECISION_NO_DISCREPANCY, 0, 1},
    {INTENT_OTHER, false, CLAIM, {0}, INTENT_KPI_DISCREPANCY, DECISION_NO_DISCREPANCY, 0, 1},
    {INTENT_KPI_DISCREPANCY, true, CLAIM, {0}, INTENT_OTHER, DECISION_REVIEW, 0, 0},
    {INTENT_KPI_DISCREPANCY, false, "", {0}, INTENT_KPI_DISCREPANCY, DECISION_REQUEST_INFORMATION, 0, 1},
};

Test(decide, intents) {
    Programme *all = programme_of_project();
    Store *store = store_new();
    Arena *arena = arena_new();
    store_fill(store, arena, ROW);
    RowLookup rows = store_lookup(store);
    for (size_t i = 0; i < sizeof intents / sizeof *intents; i++) {
        Reading reading = reading_of(arena, NULL, intents[i].claims, "");
        reading.intent = intents[i].read;
        reading.automatic = intents[i].automatic;
        for (int j = 0; j < LISTING_COUNT; j++)
            reading.listing[j] = str_of(intents[i].listing[j]);
        MatchOptions options = {.as_of = {2020, 3, 1}};
        Resolution *resolution = match_resolve(arena, all, &rows, &reading, &options);
        cr_expect_eq(resolution->intent, intents[i].want, "%zu", i);
        cr_expect_eq(resolution->decision, intents[i].decision, "%zu: %s", i, decision_word(resolution->decision));
        cr_expect_eq(resolution->listing_missing, intents[i].missing, "%zu", i);
        cr_expect_eq(resolution->listing_has_missing, intents[i].missing != 0, "%zu", i);
        cr_expect_eq(resolution->lines.len, intents[i].lines, "%zu", i);
    }
    store_free(&store);
    arena_free(&arena);
    programme_free(&all);
}

Test(decide, partner) {
    static const struct {
        const char *stated, *option, *rows, *want;
        Source source;
    } cases[] = {
        {"111", "222", "333 2020-01 dmoc 1 A 1 1", "111", SOURCE_BODY},
        {NULL, "222", "333 2020-01 dmoc 1 A 1 1", "222", SOURCE_OPTION},
        {NULL, NULL, "333 2020-01 dmoc 1 A 1 1\n0333 2020-02 dmoc 1 B 1 1", "333", SOURCE_DASHBOARD},
        {NULL, NULL, "333 2020-01 dmoc 1 A 1 1\n- 2020-02 dmoc 1 B 1 1", "333", SOURCE_DASHBOARD},
        {NULL, NULL, "333 2020-01 dmoc 1 A 1 1\n444 2020-02 dmoc 1 B 1 1", "", SOURCE_NONE},
        {NULL, NULL, "- 2020-02 dmoc 1 B 1 1", "", SOURCE_DASHBOARD},
        {NULL, NULL, "", "", SOURCE_NONE},
    };
    Programme *all = programme_of_project();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena *arena = arena_new();
        Store *store = store_new();
        store_fill(store, arena, cases[i].rows);
        RowLookup rows = store_lookup(store);
        Reading reading = reading_of(arena, cases[i].stated, CLAIM, "");
        reading.partner_evidence.source = SOURCE_BODY;
        MatchOptions options = {.as_of = {2020, 3, 1}, .partner_option = str_of(cases[i].option)};
        Resolution *resolution = match_resolve(arena, all, &rows, &reading, &options);
        cr_expect(str_eq_cstr(resolution->partner_id, cases[i].want), "%zu: %.*s", i, STR_ARG(resolution->partner_id));
        cr_expect_eq(resolution->partner_evidence.source, cases[i].source, "%zu", i);
        store_free(&store);
        arena_free(&arena);
    }
    programme_free(&all);
}

/* ---- explain, and the run ---- */

Test(decide, steps) {
    Arena *arena = arena_new();
    Store *store = store_new();
    Programme *all = programme_of_project();
    store_fill(store, arena, "1234567 2020-01 dmoc 20 INV-1 25 3125.00");
    RowLookup rows = store_lookup(store);
    Reading reading = reading_of(arena, "1234567", CLAIM, "order_confirmation name=ab.pdf q=INV-1");
    MatchOptions options = {.as_of = {2020, 3, 1}};
    const Steps *steps = &match_resolve(arena, all, &rows, &reading, &options)->lines.items[0]->steps;
    for (size_t i = 0; i < 9; i++) {
        cr_expect_eq(steps->items[i].rule, (int)i + 1);
        cr_expect_eq(steps->items[i].held, i == 5, "rule %zu", i + 1);
        cr_expect(steps->items[i].why.len > 0);
    }
    cr_expect(str_find(steps->items[2].why, STR("purchase_units is 25, the dashboard shows 20")) >= 0);
    cr_expect(str_find(steps->items[5].why, STR("ab.pdf (order_confirmation)")) >= 0);
    cr_expect(str_find(steps->items[6].why, STR("rule 6 decided")) >= 0);
    options.without_steps = true;
    const Line *line = match_resolve(arena, all, &rows, &reading, &options)->lines.items[0];
    cr_expect_eq(line->decision, DECISION_REQUEST_INVOICE);
    cr_expect_eq(line->steps.len, 0);
    store_free(&store);
    programme_free(&all);
    arena_free(&arena);
}
