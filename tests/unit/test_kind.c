/* What a document is (contract section 5): its kind, and the words that decided it. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/buf.h"
#include "parsers/kind.h"

static Lexicon *lexicon;

static void load(void) {
    GError *error = NULL;
    lexicon = lexicon_load("parsers/lexicon", &error);
    cr_assert(lexicon, "%s", error ? error->message : "");
}

static void unload(void) {
    lexicon_free(&lexicon);
}

TestSuite(kind, .init = load, .fini = unload);

/* A copy of exactly that many bytes, so that reading past the end is seen. */
static Str exact(const char *text) {
    size_t len = strlen(text);
    char *copy = malloc(len ? len : 1);
    memcpy(copy, text, len);
    return (Str){copy, len};
}

static void judge(Arena *arena, const char *name, const char *subject, const char *text, Document *document) {
    Str copy = exact(text);
    *document = (Document){.name = name ? str_of(name) : STR("x.txt"),
                           .subject = subject ? str_of(subject) : STR_NONE,
                           .text = copy,
                           .readable = true};
    kind_judge(lexicon, arena, document);
    document->text = STR_NONE;
    document->reason = arena_str(arena, document->reason);
    free((char *)copy.data);
}

#define BODY                                                                                                 \
    "Number 2021-0417\nDate: 12 March "                                                                      \
    "2021\n\nDescription\tQty\tAmount\nCourseware\t5\t500.00\nTotal\t\t500.00\n"
#define CORPS                                                                                                \
    "Numéro 2021-0417\nDate : 12 mars "                                                                     \
    "2021\n\nDésignation\tQté\tMontant\nSupports\t5\t500,00\nTotal\t\t500,00\n"

/* The name of a paper alone above the same body. */
static const struct {
    const char *title;
    Kind kind;
} titles[] = {
    {"Invoice\n" BODY, KIND_INVOICE},
    {"INVOICE          Invoice number: 44180\n                 Date: 7 October 2019\n                 Sales order: 39007\n\n"
     "dMOC courseware         25 @ 125.00     3,125.00\n         Net     3,125.00\n         VAT @ 20%   625.00\n"
     "         Amount due   3,750.00\n",
     KIND_INVOICE},
    {"СЧЕТ-ФАКТУРА № 1187 от 15 декабря 2020 г.\n\nНаименование товара\tЕд.\tКол-во\tЦена\tСумма без НДС\tНДС 20%\tВсего с НДС\n"
     "MOC\tшт\t40\t3 750,00\t150 000,00\t30 000,00\t180 000,00\nВсего к оплате\t\t\t\t150 000,00\t30 000,00\t180 000,00\n",
     KIND_INVOICE},
    {"TAX INVOICE\n" BODY, KIND_INVOICE},
    {"Self-billed invoice\n" BODY, KIND_INVOICE},
    {"Prepayment invoice\n" BODY, KIND_INVOICE},
    {"Invoice (copy)\n" BODY, KIND_INVOICE},
    {"Invoice / Delivery note\n" BODY, KIND_INVOICE},
    {"Invoice no. 12 of 5 March 2021\n" BODY, KIND_INVOICE},
    {"Invoice\nNo. 12\n" BODY, KIND_INVOICE},
    {"Pro-forma invoice\n" BODY, KIND_PROFORMA_INVOICE},
    {"INVOICE (PRO FORMA)\n" BODY, KIND_PROFORMA_INVOICE},
    {"PROFORMA\n\nInvoice\n" BODY, KIND_PROFORMA_INVOICE}, /* a stamp */
    {"Invoice\n" BODY "\nDRAFT\n", KIND_PROFORMA_INVOICE},
    {"Invoice\n" BODY "\nPAID\n", KIND_INVOICE},
    {"COPY\n\nInvoice\n" BODY, KIND_INVOICE},
    {"Credit note\n" BODY, KIND_CREDIT_NOTE},
    {"Invoice\nCANCELLED\n" BODY, KIND_CREDIT_NOTE},
    {"Invoice\n" BODY "\n*** VOID ***\n", KIND_CREDIT_NOTE},
    {"Invoice\n" BODY "\nPAID\n", KIND_INVOICE},
    {"Corrected invoice\n" BODY, KIND_CREDIT_NOTE},
    {"Invoice - cancellation invoice\n" BODY, KIND_CREDIT_NOTE},
    {"Order confirmation\n" BODY, KIND_ORDER_CONFIRMATION},
    {"Purchase order\n" BODY, KIND_PURCHASE_ORDER},
    {"Quotation\n" BODY, KIND_QUOTATION},
    {"Delivery note\n" BODY, KIND_DELIVERY_NOTE},
    {"Packing slip\n" BODY, KIND_DELIVERY_NOTE},
    {"Receipt for invoice 4711\n" BODY, KIND_RECEIPT},
    {"Statement of account\n" BODY, KIND_ACCOUNT_STATEMENT},
    {"Invoice reminder\n" BODY, KIND_ACCOUNT_STATEMENT},
    {"Invoice request\n" BODY, KIND_OTHER},
    {"Terms and conditions\n" BODY, KIND_OTHER},
    {"Learning Partner Performance Report\n" BODY, KIND_PARTNER_REPORT},
    {"Facture\n" CORPS, KIND_INVOICE},
    {"Facture d'acompte n° 12\n" CORPS, KIND_INVOICE},
    {"FACTURE ACQUITTÉE\n" CORPS, KIND_INVOICE},
    {"Duplicata de facture\n" CORPS, KIND_INVOICE},
    {"Facture pro forma\n" CORPS, KIND_PROFORMA_INVOICE},
    {"Avoir n° 7\n" CORPS, KIND_CREDIT_NOTE},
    {"Facture rectificative\n" CORPS, KIND_CREDIT_NOTE},
    {"Confirmation de votre commande n° 774120\n" CORPS, KIND_ORDER_CONFIRMATION},
    {"Accusé de réception de commande\n" CORPS, KIND_ORDER_CONFIRMATION},
    {"Bon de commande\n" CORPS, KIND_PURCHASE_ORDER},
    {"Devis\n" CORPS, KIND_QUOTATION},
    {"Bon de livraison\n" CORPS, KIND_DELIVERY_NOTE},
    {"Reçu de paiement\n" CORPS, KIND_RECEIPT},
    {"Relevé de compte\n" CORPS, KIND_ACCOUNT_STATEMENT},
    {"Rappel de facture\n" CORPS, KIND_ACCOUNT_STATEMENT},
    {"Rapport partenaire\n" CORPS, KIND_PARTNER_REPORT},
};

Test(kind, by_title) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        Document d;
        judge(arena, NULL, NULL, titles[i].title, &d);
        cr_expect(d.kind == titles[i].kind, "%.40s: got %s, %.*s", titles[i].title, kind_word(d.kind),
                  STR_ARG(d.reason));
        cr_expect(d.accepted == (titles[i].kind == KIND_INVOICE));
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* What a paper mentions does not make it that paper. */
static const struct {
    const char *about, *subject, *text;
    Kind kind;
    const char *said; /* words that the reason must quote */
} mentions[] = {
    {"the invoice is still to come", "Order confirmation 88-1",
     "Thank you for your order!\n\nOrder number: 88-1\n8 x MOC 20740C   1,032.00\nOrder total   1,032.00\n\n"
     "Your invoice will be emailed to you once the order has shipped.\n",
     KIND_ORDER_CONFIRMATION, "Thank you for your order"},
    {"so is the French one", NULL,
     "CONFIRMATION DE COMMANDE\nN° CC-118 820\nTotal HT   3 125,00 €\nTVA 20 %   625,00 €\n"
     "Votre facture vous sera adressée séparément.\n",
     KIND_ORDER_CONFIRMATION, "facture vous sera"},
    {"a confirmation under the title of an invoice that denies it", NULL,
     "INVOICE\nInvoice no. 12\nTotal   500.00\nVAT   100.00\nThis is not an invoice.\n", KIND_OTHER,
     "not an invoice"},
    {"a denial in French", NULL,
     "FACTURE\nFacture n° 12\nTotal HT   500,00\nTVA   100,00\nCe document ne tient pas lieu de facture.\n",
     KIND_OTHER, "pas lieu de facture"},
    {"an invoice quotes its orders", NULL,
     "INVOICE\nInvoice number: INV-9\nSales order: SO-33910\nYour PO: MELB-556\nOrder confirmation: "
     "2021-3298\n"
     "Subtotal   100.00\nVAT   20.00\nTotal   120.00\n",
     KIND_INVOICE, "INVOICE"},
    {"an invoice that announces the next one", NULL,
     "Facture d'acompte n° FA-71\nTotal HT   1 140,00\nTVA 20 %   228,00\nIBAN FR76\n"
     "La facture de solde vous sera adressée à la livraison.\n",
     KIND_INVOICE, "Facture d'acompte"},
    {"a delivery note names the invoice", NULL, "DELIVERY NOTE\nInvoice no: 40377\nQty delivered   25\n",
     KIND_DELIVERY_NOTE, "DELIVERY NOTE"},
    {"a letter that brings an invoice", "Invoice 20-4418",
     "Dear team,\n\nAttached is our invoice 20-4418, total EUR 3,000.00, due on 15 December.\n\nBest "
     "regards\n",
     KIND_OTHER, "Attached is"},
    {"a letter about invoices", NULL,
     "Dear support,\n\nwe are missing the KPIs of our invoice 4711 of 1,200.00 EUR. Can you help?\n",
     KIND_OTHER, NULL},
    {"a statement lists invoices", NULL,
     "Statement of account\nDate\tInvoice no.\tAmount\tBalance\n02/01/2021\tINV-1\t10.00\t10.00\n"
     "03/01/2021\tINV-2\t20.00\t30.00\nAmount due 30.00\n",
     KIND_ACCOUNT_STATEMENT, "Statement of account"},
    {"a cancelled order is nothing", "Order cancelled", "Your order has been cancelled.\nOrder number: 5\n",
     KIND_OTHER, NULL},
    {"codes are no titles", NULL, "INVOICE\nInvoice No.   BC-30517\nTotal   10.00\n", KIND_INVOICE,
     "INVOICE"},
    {"an invoice without a number or an amount is none", NULL, "Invoice\n\nsee below\n", KIND_OTHER,
     "no total"},
    {"a list of what was paid", NULL,
     "REMITTANCE ADVICE\nPaid to: Learning Supplies\nInvoice no.   Invoice date   Amount\nINV-1001      "
     "03/01/2021     200.00\n"
     "INV-1002      04/01/2021     300.00\nTotal paid                   500.00\n",
     KIND_OTHER, NULL},
    {"a correction that calls itself an invoice", NULL,
     "Facture n° FR-10 (rectificative)\nAnnule et remplace la facture F-9 du 02/02/2021\nTotal HT : "
     "900,00\nTVA 20% : 180,00\n",
     KIND_CREDIT_NOTE, "Annule et remplace la facture"},
    {"what is still to happen", "Order confirmation 5",
     "Thank you for your order.\nOnce your order has shipped, you will get a mail.\nTotal   5.00\n",
     KIND_ORDER_CONFIRMATION, NULL},
    {"what has happened", "Your order 5",
     "Thank you for your order.\nYour order has been shipped.\nTotal   5.00\n", KIND_DELIVERY_NOTE, NULL},
    {"a reminder lists what is open and says so in its subject", NULL,
     "Objet : RELANCE n° 2\n\nMadame, Monsieur,\n\nVotre compte présente un solde débiteur :\n\n"
     "  Facture 2019-11-0057 du 08/11/2019     1 776,00 EUR     échue le 08/12/2019\n"
     "Solde à régler : 1 776,00 EUR\nIBAN FR76   SIRET 412 345 678 00021   TVA FR12412345678\n",
     KIND_ACCOUNT_STATEMENT, "RELANCE"},
    {"a reminder without the word", NULL,
     "Subject: Invoice 88120 - gentle nudge\n\nDear Ms Cole,\n\nInvoice 88120 fell due on 3 June 2020.\n\n"
     "Invoice no: 88120\nInvoice date: 4 May 2020\nAmount due: GBP 640.00\nIBAN GB29   VAT no. GB 1\n",
     KIND_ACCOUNT_STATEMENT, "fell due"},
    {"a reminder that repeats the sums", "Invoice INV-7001",
     "Hello Julie,\n\nwe wonder about this one.\n\nInvoice no. INV-7001\nSubtotal 1,240.00\nVAT 248.00\n"
     "Total due 1,488.00\nIBAN GB29\n",
     KIND_OTHER, NULL},
    {"a letter may be the invoice", NULL,
     "Invoice no. INV-7001                      12 March 2020\n\nDear Ms Cole,\n\n"
     "Item          Qty   Unit price   Amount\ndMOC AZ-104   20    62.00        1,240.00\nNet total   "
     "1,240.00\n"
     "VAT 20%   248.00\nTotal   1,488.00\n",
     KIND_INVOICE, "Invoice"},
    {"a list of one invoice", NULL,
     "We have today sent the sum below:\n\nInvoice        Date         Amount USD\n"
     "INV-7001       2020-06-02   1,200.00\nTotal                       1,200.00\n",
     KIND_OTHER, NULL},
    {"a draft that says so at its foot", NULL,
     "INVOICE\nNumber 2020-119\nDescription   Qty   Amount\nMOC   10   600.00\nTotal   600.00\n\n"
     "This is a proforma only.\n",
     KIND_PROFORMA_INVOICE, "proforma"},
    {"money goes back", NULL,
     "INVOICE\nInvoice no. 12\nDescription   Qty   Amount\nSeats   -5   -310.00\nTotal   -310.00\n",
     KIND_CREDIT_NOTE, "below zero"},
    {"money goes back in brackets", NULL,
     "INVOICE\nInvoice no. 12\nDescription   Qty   Amount\nSeats   5   (310.00)\nTotal   (310.00)\n",
     KIND_CREDIT_NOTE, "below zero"},
    {"references above the heading", NULL,
     "Order no.:       100234\nDelivery note:   DN-4410\nInvoice no.:     INV-7001\n\nINVOICE\n\n"
     "Net   1,240.00\nVAT 20%   248.00\nTotal due   1,488.00\nThank you for your order.\n",
     KIND_INVOICE, "INVOICE"},
    {"invoice is a way to pay", "Order 100234",
     "Thanks for your purchase!\nPayment method:   Invoice\nOrder number: 100234\n"
     "Product   Qty   Price\nMOC   10   60.00\nSubtotal 600.00\nVAT 120.00\nTotal 720.00\n",
     KIND_ORDER_CONFIRMATION, NULL},
    {"a form about an invoice", NULL,
     "INVOICE DISPUTE FORM\nInvoice no.: INV-7001\nDescription   Qty   Amount\ndMOC   20   1,240.00\n"
     "Total 1,240.00\n",
     KIND_OTHER, "DISPUTE FORM"},
    {"the type of a document behind its label", NULL,
     "FACTURE\nType de document : Avoir\nN° : AV-55\nDésignation   Qté   Montant HT\nMOC   2   120,00\n"
     "Total HT 120,00\nTVA 24,00\n",
     KIND_CREDIT_NOTE, "Avoir"},
    {"a word of another language decides nothing", NULL,
     "Bon\nReceived with thanks in settlement of your account\nReceipt number: 12\nTotal   10.00\n"
     "Thank you for your payment, it has been booked for you.\n",
     KIND_RECEIPT, NULL},
    {"two languages side by side", NULL,
     "Facture / Invoice\nNuméro / Number : 2020-118\nQuantité / Qty   Prix / Price   Total\n"
     "20   62,00   1 240,00\nTotal HT / Net   1 240,00\nTVA / VAT 17 %   210,80\n",
     KIND_INVOICE, "Facture"},
    {"a final invoice lists its prepayment", NULL,
     "FACTURE DE SOLDE N° FS-12\nFormation AZ-104            3 000,00\nAcompte facture FAC-15   -900,00\n"
     "Total HT  2 100,00\nTVA 20 %    420,00\nNet à payer 2 520,00\n",
     KIND_INVOICE, "FACTURE DE SOLDE"},
    {"a heading behind the greeting of a letter", NULL,
     "Dear Ms Cole\n\nThis one is still open.\n\nINVOICE INV-7001\nNet 1,240.00\nVAT 248.00\nTotal "
     "1,488.00\n",
     KIND_OTHER, NULL},
    {"no words at all", NULL, "Hello world\n", KIND_OTHER, "nothing in it"},
};

Test(kind, by_what_is_said) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof mentions / sizeof *mentions; i++) {
        Document d;
        judge(arena, NULL, mentions[i].subject, mentions[i].text, &d);
        cr_expect(d.kind == mentions[i].kind, "%s: got %s, %.*s", mentions[i].about, kind_word(d.kind),
                  STR_ARG(d.reason));
        if (mentions[i].said)
            cr_expect(str_find(d.reason, str_of(mentions[i].said)) >= 0, "%s: %.*s", mentions[i].about,
                      STR_ARG(d.reason));
        arena_clear(arena);
    }
    arena_free(&arena);
}

#define HEAD "Month\tYear\tOMLP type\tPurchase unit\tInvoice #\tKPI value\tRevenue value\n"
#define ROWS "3\t2020\tdMOC\t26\t30047733\t26\t3224.00\n7\t2020\tdMOC\t15\t30049502\t15\t0.00\n"

static const struct {
    const char *name, *text;
    Kind kind;
} tables[] = {
    {"a.csv", HEAD ROWS, KIND_CLAIM_TABLE},
    {"a.csv", "Purchases still to be credited\n" HEAD ROWS, KIND_CLAIM_TABLE},
    {"dashboard.csv", "Purchases missing on the KPI dashboard\n" HEAD ROWS, KIND_CLAIM_TABLE},
    {"a.csv", "Invoices Q1\n" HEAD "3\t2020\tdMOC\t26\t30047733\t26\t3224.00\n", KIND_CLAIM_TABLE},
    {"KPI_Dashboard_export_2021-01-18.csv", HEAD ROWS, KIND_DASHBOARD_EXPORT},
    {"a.csv", "KPI dashboard - export\n" HEAD ROWS, KIND_DASHBOARD_EXPORT},
    {"a.csv", "Partner performance report\n" HEAD ROWS, KIND_PARTNER_REPORT},
    {"a.csv",
     "INVOICE\t\t\nInvoice no.\tF-12\t\nDescription\tQty\tAmount\ndMOC\t5\t500.00\nTotal\t\t500.00\n",
     KIND_INVOICE},
    {"a.csv",
     "Month\tYear\tOMLP type\tInvoice #\tRemark\n1\t2020\tdMOC\tINV-1\tCredit note\n"
     "2\t2020\tBon\tINV-2\tStatement of account\n",
     KIND_CLAIM_TABLE},
    {"a.csv", "KPI dashboard\n" HEAD "2\t2020\tdMOC\t12\tCredit note 12\t12\t744.00\n",
     KIND_DASHBOARD_EXPORT},
    {"dashboard.csv", "Name\tPhone\tCity\nAnn\t123\tRome\n", KIND_OTHER},
    {"a.csv", "Mois\tAnnée\tType OMLP\tQté\tN° facture\tKPI\tCA HT\nmars\t2021\tMLO\t30\tFA-44\t15\t930,00\n",
     KIND_CLAIM_TABLE},
};

Test(kind, of_tables) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        Document d;
        judge(arena, tables[i].name, NULL, tables[i].text, &d);
        cr_expect(d.kind == tables[i].kind, "%s %.40s: got %s, %.*s", tables[i].name, tables[i].text,
                  kind_word(d.kind), STR_ARG(d.reason));
        arena_clear(arena);
    }
    arena_free(&arena);
}

Test(kind, without_text) {
    Arena *arena = arena_new();
    Document locked = {.reason = STR("it is encrypted"), .kind = KIND_INVOICE, .accepted = true};
    kind_judge(lexicon, arena, &locked);
    cr_expect(locked.kind == KIND_OTHER && !locked.accepted && str_eq_cstr(locked.reason, "it is encrypted"));
    Document empty;
    judge(arena, NULL, NULL, "", &empty);
    cr_expect(empty.kind == KIND_OTHER && empty.reason.len > 0);
    judge(arena, NULL, NULL, "\xff\xfe INVOICE \xc3", &empty);
    cr_expect(empty.kind == KIND_OTHER);
    arena_free(&arena);
}

/* Twice the text may take about twice the memory, never its square. */
Test(kind, growth) {
    size_t used[2];
    for (int round = 0; round < 2; round++) {
        Arena *arena = arena_new();
        size_t n = (size_t)20000 << round;
        Buf buf = {.arena = arena};
        for (size_t i = 0; i < n; i++)
            buf_add(&buf, STR("invoice no.|not an invoice will follow  "));
        size_t before = arena_used(arena);
        Document d = {.name = STR("x"), .text = buf_str(&buf), .readable = true};
        kind_judge(lexicon, arena, &d);
        used[round] = arena_used(arena) - before;
        arena_free(&arena);
    }
    cr_expect(used[1] < used[0] * 3);
}
