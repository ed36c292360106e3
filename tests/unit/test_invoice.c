/* What an invoice says: number, quoted numbers, date, currency, net total, items (contract sections 5 and 6).
 */
#include <stdlib.h>

#include "paper_fixture.h"

static Lexicon *lexicon;

static void load(void) {
    GError *error = NULL;
    lexicon = lexicon_load("parsers/lexicon", &error);
    cr_assert(lexicon, "%s", error ? error->message : "");
}

static void unload(void) {
    lexicon_free(&lexicon);
}

TestSuite(invoice, .init = load, .fini = unload);

static const struct {
    const char *about, *text, *want;
} cases[] = {
    {"labels beside their values, layout text",
     "Tax Invoice                    Invoice number     TI-88213\n"
     "                               Date of issue      12 March 2021\n"
     "                               Due                11 April 2021\n"
     "                               Sales order        SO-33910\n"
     "                               Your PO            MELB-PO-556\n"
     "Item       Description                       Qty    Unit ex GST     Amount ex GST\n"
     "EXV-MS     Certification exam voucher         15         165.00          2,475.00\n"
     "                                 Subtotal (ex GST)                       2,475.00\n"
     "                                 GST 10%                                   247.50\n"
     "                                 Total AUD (inc GST)                     2,722.50\n",
     "invoice|TI-88213|2021-03-12|AUD|2475.00|SO-33910,MELB-PO-556|exam_voucher:15:2475.00"},
    {"net, tax and gross in columns that nobody names so",
     "Invoice No. KZ-214 of 9 December 2020\n"
     "Item                 Qty   Price      Worth before levies   Levy      Amount\n"
     "Exam voucher          50   25,000.00  1,250,000.00          150,000.00  1,400,000.00\n"
     "dMOC                  10   10,000.00    100,000.00           12,000.00    112,000.00\n"
     "Total                                 1,350,000.00          162,000.00  1,512,000.00\n",
     "invoice|KZ-214|2020-12-09|-|1350000.00||exam_voucher:50:1250000.00,dmoc:10:100000.00"},
    {"a tax whose name ends in a currency's code",
     "Rechnung 2021-3307\nZürich, 24. August 2021\n"
     "Bezeichnung          Anzahl    Preis CHF    Total CHF\n"
     "dMOC MS-500              20       124.00     2'480.00\n"
     "                 Total exkl. MWST            2'480.00\n"
     "                       MWST 7,7 %              190.96\n"
     "             Total CHF inkl. MWST            2'670.96\n",
     "invoice|2021-3307|2021-08-24|CHF|2480.00||dmoc:20:2480.00"},
    {"French, the title bears number and date",
     "Facture n° FA2104-0071      Nantes, le 8 avril 2021\nVotre commande : BC 2021/77\n"
     "Désignation               Qté    PU HT       Total HT\n"
     "Custom MOC Azure           40     95,00 €    3 800,00 €\n"
     "Total HT                                     3 800,00 €\n"
     "TVA 20 %                                       760,00 €\n"
     "Net à payer                                  4 560,00 €\n",
     "invoice|FA2104-0071|2021-04-08|EUR|3800.00|BC 2021/77|custom_moc:40:3800.00"},
    {"a number in groups is read whole, a header row above its values",
     "INVOICE\nInvoice No.\tInvoice date\tTerms\nCC-118 820\t2020-03-05\tNet 30\n"
     "Product\tQuantity\tPrice\tAmount\ndMOC "
     "AZ-104\t25\t125.00\t3125.00\nSubtotal\t\t\t3125.00\nVAT\t\t\t625.00\n"
     "Total EUR\t\t\t3750.00\n",
     "invoice|CC-118 820|2020-03-05|EUR|3125.00||dmoc:25:3125.00"},
    {"net as total minus tax",
     "INVOICE 77-10293\nDate: 18 February 2021\nVAT   20.00\nTotal incl. VAT   120.00\n",
     "invoice|77-10293|2021-02-18|-|100.00||"},
    {"a correction names the invoice in the words that make it one",
     "КОРРЕКТИРОВОЧНЫЙ СЧЁТ-ФАКТУРА № 12 от 5 февраля 2021 г.\nк СЧЁТУ-ФАКТУРЕ № 905 от 20 января 2021 г.\nМТА\n"
     "А (до изменения)     60 шт   162 000,00\nБ (после изменения)  48 шт   129 600,00\n",
     "credit_note|12|2021-02-05|-|-|905|"},
    {"items as labelled values, a line each",
     "전자세금계산서\n작성일자: 2020-12-08\n계산서 번호: GY-20-1208\n품목: Microsoft Labs Online\n수량: 40\n단가: 50,000\n"
     "공급가액: 2,000,000\n세액: 200,000\n합계금액: 2,200,000\n",
     "invoice|GY-20-1208|2020-12-08|-|2000000||mlo:40:2000000"},
    {"items as labelled values in one line",
     "发票\n发票号码：LN-5520\n开票日期：2020年10月14日\n项目：MOC纸质教材  数量：30  单价：880.00  金额：26,400.00\n"
     "税额：2,376.00\n价税合计：28,776.00\n",
     "invoice|LN-5520|2020-10-14|-|26400.00||moc:30:26400.00"},
    {"a customer number below the title is not the invoice's",
     "INVOICE\nCustomer no.: 4711\nInvoice date: 15 January 2020\nDescription\tQty\tAmount\ndMOC\t25\t3,125.00\n"
     "Net total: 3,125.00\nVAT: 625.00\nTotal due: 3,750.00\n",
     "invoice|-|2020-01-15|-|3125.00||dmoc:25:3125.00"},
    {"a mere word for number below the title is",
     "FACTURA\nN.º 2020-118\nFecha: 26/05/2020\nDescripción\tCant.\tTotal\nMOC On-Demand AZ-104\t28\t3.332,00\n"
     "Base imponible: 3.332,00 €\nIVA 21%: 699,72 €\nTotal: 4.031,72 €\n",
     "invoice|2020-118|2020-05-26|EUR|3332.00||moc_on_demand:28:3332.00"},
    {"a spaced title, the number in the next cell",
     "전 자 세 금 계 산 서 (공급받는자 보관용)\t일련번호\tHB-2009-117\n작성일자\t공급가액\t세액\n2020-09-11\t4,320,000\t432,000\n"
     "품목\t수량\t단가\t공급가액\t세액\nMOC On-Demand\t24\t180,000\t4,320,000\t432,000\n합계금액\n4,752,000\n",
     "invoice|HB-2009-117|2020-09-11|-|4320000||moc_on_demand:24:4320000"},
    {"no tax applies: the total is the net one",
     "INVOICE     Invoice #    620118\n            Date         14 January 2020\n            P.O. #       "
     "BST-0091\n"
     "Qty    Item                           Rate      Amount\n"
     "30     MOC 20740C printed kit         147.00    4,410.00\n"
     "                                      Sales tax 0%    0.00\n"
     "                                      Total     4,410.00\n",
     "invoice|620118|2020-01-14|-|4410.00|BST-0091|moc:30:4410.00"},
    {"gross only: no net total", "INVOICE No. 5\nDate: 18 February 2021\nTotal incl. VAT   120.00\n",
     "invoice|5|2021-02-18|-|-||"},
    {"three decimals by the currency",
     "INVOICE\nInvoice No.     BC-30482\nInvoice Date    13/12/2020\n"
     "Description                        Qty     Unit Price KWD     Amount KWD\n"
     "Microsoft Labs Online (MLO)         35             23.900        836.500\n"
     "                                   Total KWD                     836.500\n",
     "invoice|BC-30482|2020-12-13|KWD|836.500||mlo:35:836.500"},
    {"an item without a head, by what multiplies",
     "FACTURE FA-2021-00731\nDate d'émission : 06/04/2021\nÉchéance : 06/05/2021\n"
     "Cours officiel Microsoft (dMOC) AZ-104T00      18     125,00 €   2 250,00 €\n"
     "Total HT   2 250,00 €\nTVA 20 %   450,00 €\n",
     "invoice|FA-2021-00731|2021-04-06|EUR|2250.00||dmoc:18:2250.00"},
    {"a description over two lines",
     "INVOICE No. 8\nDate: 1 March 2021\nDescription\tQty\tAmount\nMicrosoft Official Course\t26\t3770.00\n"
     "On-Demand access\t\t\nSubtotal\t\t3770.00\n",
     "invoice|8|2021-03-01|-|3770.00||moc_on_demand:26:3770.00"},
    {"the date of the order is not that of the invoice",
     "INVOICE 9\nOrder date: 1 March 2021\nDue date: 30 April 2021\nIssued: 2 April 2021\nSubtotal 10.00\n",
     "invoice|9|2021-04-02|-|10.00||"},
    {"an order by its letters, with them and without",
     "INVOICE 9\nIssued: 2 April 2021\nClient   PO 4711\nTheirs   PO-4712\nSubtotal 10.00\n",
     "invoice|9|2021-04-02|-|10.00|PO 4711,4711,PO-4712,4712|"},
    {"totals stand below their columns: the tax beside the amount is not the total",
     "增值税专用发票\n发票号码: 12345678\n开票日期: 2021年03月12日\n"
     "货物名称                 数量        单价        金额      税额\n"
     "数字MOC AZ-104             25      100.00     2500.00    325.00\n"
     "合计                                         ¥2500.00   ¥325.00\n"
     "价税合计                                     ¥2825.00\n",
     "invoice|12345678|2021-03-12|CNY|2500.00||dmoc:25:2500.00"},
    {"a date before the programme, where it is labelled",
     "INVOICE\nFounded 12.05.1985\nInvoice no. 001\nDate: 01/01/1970\nSubtotal $2000.00\n", "invoice|001|1970-01-01|-|2000.00||"},
    {"two sums of the same name: the one that the tax completes",
     "INVOICE 9\nIssued: 2 April 2021\nDescription\tQty\tUnit price\tAmount\nMOC 20740\t2\t60.00\t120.00\n"
     "Total excl. VAT 100.00\tVAT 20.00\tSubtotal\t120.00\nTotal due   120.00\n",
     "invoice|9|2021-04-02|-|100.00||moc:2:120.00"},
    {"a credit note quotes its invoice",
     "CREDIT NOTE\nCredit note number: CN-00412\nIssue date: 22 April 2021\nRef. invoice no. "
     "INV-00377\nSubtotal   -325.00\n",
     "credit_note|CN-00412|2021-04-22|-|-325.00|INV-00377|"},
    {"an order confirmation bears its order number",
     "Order confirmation\nOrder number: 300018824\nPlaced on 18 November 2019\nThank you for your "
     "order\nOrder total £10.00\n",
     "order_confirmation|300018824||GBP|-||"},
};

Test(invoice, facts) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t len = strlen(cases[i].text);
        char *copy = malloc(len);
        memcpy(copy, cases[i].text, len);
        Document d = {.name = STR("x"), .text = {copy, len}, .readable = true};
        kind_judge(lexicon, arena, &d);
        invoice_read(lexicon, arena, LANGUAGE_EN, &d);
        Str got = paper_facts(arena, &d);
        cr_expect(str_eq_cstr(got, cases[i].want), "%s:\n%.*s\nwant\n%s", cases[i].about, STR_ARG(got),
                  cases[i].want);
        free(copy);
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* Day and month in an English paper: settled by the day of payment, by its currency, else left out. */
Test(invoice, order_of_day_and_month) {
    static const struct {
        const char *total;
        const char *date;
    } dates[] = {{"USD 100.00", "2021-03-04"}, {"GBP 100.00", "2021-04-03"}, {"100.00", ""},
                 {"100.00\nDue date: 02/06/2021", "2021-04-03"},           /* not before April */
                 {"100.00\nPayment due by 05/01/2021", "2021-03-04"},      /* not in January */
                 {"USD 100.00\nDue: 02/06/2021", "2021-04-03"},            /* the day says more than the currency */
                 {"100.00\nDue date: 10/10/2021", ""}};
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        Document d = {.name = STR("x"), .readable = true};
        d.text = arena_printf(arena, "INVOICE 9\nInvoice date: 03/04/2021\nSubtotal %s\n", dates[i].total);
        kind_judge(lexicon, arena, &d);
        invoice_read(lexicon, arena, LANGUAGE_EN, &d);
        cr_expect(str_eq_cstr(date_iso(arena, d.issue_date), dates[i].date), "%s: %.*s", dates[i].total,
                  STR_ARG(date_iso(arena, d.issue_date)));
    }
    arena_free(&arena);
}
