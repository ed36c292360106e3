/* Papers that look like others: forms, terms in small print, numbers of other papers. Kind, own number and day of each. */
#include <criterion/criterion.h>

#include "base/buf.h"
#include "parsers/kind.h"

static const struct {
    const char *about, *text, *want; /* kind|number|day */
} papers[] = {
    /* ---- sums ---- */
    {"a dash ends a sum, and is no sign",
     "御請求書\n株式会社みどり企画 御中          請求書No.：M-5521  請求日：2022年5月31日\n"
     "ご請求金額 ￥154,000－（税込）      〒530-0001 大阪市北区梅田一丁目1番 TEL 06-5550-1188\n"
     "品名            数量    単価     金額\n教材一式        10    14,000   140,000\n"
     "                        小計     140,000\n                        消費税    14,000\n                        合計     154,000\n",
     "invoice|M-5521|2022-05-31"},
    {"a final invoice deducts what was paid",
     "FINAL INVOICE\nInvoice no.   FI-3301\nInvoice date   4 March 2022\n\nDescription    Qty   Unit price    Amount\n"
     "Course books   40    100.00    4,000.00\n                 Subtotal      4,000.00\n                 VAT 20%         800.00\n"
     "                 Total         4,800.00\nLess deposit invoice DI-3102   -1,200.00\nBalance due     3,600.00\n",
     "invoice|FI-3301|2022-03-04"},
    {"a final invoice in German",
     "Schlussrechnung\n\nRechnungsnummer:  SR-77/2020\nRechnungsdatum:   12.08.2020\nzu unserem Angebot AN-12 vom 02.05.2020\n\n"
     "Pos  Bezeichnung        Menge   Einzelpreis   Gesamt\n1    Schulungsunterlagen   20      50,00     1.000,00\n"
     "                          Zwischensumme netto   1.000,00 EUR\nabzüglich Abschlagsrechnung AR-71 vom 10.06.2020   -400,00 EUR\n"
     "                          19 % USt.   114,00 EUR\n                          Zahlbetrag   714,00 EUR\n",
     "invoice|SR-77/2020|2020-08-12"},
    {"what is left is below zero: money goes back",
     "Rechnung\nRechnungsnummer: R-12\nDatum: 03.02.2021\nBezeichnung   Menge   Preis   Betrag\nUnterlagen   -5   20,00   -100,00\n"
     "Nettobetrag   -100,00\nUSt. 19 %   -19,00\nGesamtbetrag   -119,00\n",
     "credit_note|-|2021-02-03"},
    /* ---- self-billing ---- */
    {"the customer writes the invoice",
     "Gutschrift\nGutschriftsnummer: G-4410\nDatum: 30.09.2021\nIhre Lieferantennummer: 7781\n\n"
     "Bezeichnung   Menge   Einzelpreis   Gesamt\nKursunterlagen   12   80,00 €   960,00 €\nNetto   960,00 €\nUSt. 19 %   182,40 €\n"
     "Gesamtbetrag   1.142,40 €\nDie Abrechnung erfolgt im Gutschriftverfahren, bitte stellen Sie keine eigene Rechnung.\n",
     "invoice|G-4410|2021-09-30"},
    {"a credit to one's own customer",
     "Gutschrift\nGutschriftsnummer: G-4411\nDatum: 30.09.2021\nzu Rechnung R-5501 vom 02.09.2021\n\n"
     "Bezeichnung   Menge   Einzelpreis   Gesamt\nKursunterlagen   2   80,00 €   160,00 €\nNetto   160,00 €\nUSt. 19 %   30,40 €\n"
     "Gesamtbetrag   190,40 €\nWir schreiben Ihnen den Betrag gut.\n",
     "credit_note|G-4411|2021-09-30"},
    {"self-billing in English",
     "SELF-BILLING INVOICE\nDocument no.: SB-9017\nDate: 31 May 2022\nSupplier: Lakeside Print Ltd\n"
     "Description   Qty   Unit price   Amount\nCourse books   30   12.00   360.00\nNet   360.00\nVAT 20%   72.00\nTotal   432.00\n"
     "The VAT shown is your output tax due to HMRC.\n",
     "invoice|SB-9017|2022-05-31"},
    /* ---- small print ---- */
    {"terms speak of drafts",
     "RECHNUNG\nRechnungsnummer: 2021-884\nRechnungsdatum: 06.07.2021\nBezeichnung   Menge   Preis   Betrag\nLizenzen   10   30,00   300,00\n"
     "Nettobetrag   300,00\nUSt. 19 %   57,00\nGesamtbetrag   357,00\n\nAuszug aus unseren Bedingungen: Angebote sind freibleibend.\n"
     "Lieferungen. Proforma-Rechnungen gelten nicht als Aufforderung zur Zahlung und werden nur auf Wunsch erstellt.\n",
     "invoice|2021-884|2021-07-06"},
    {"due on receipt",
     "FACTURE        N° 2020-318        Date : 11/06/2020        Échéance : à réception\nVotre commande : C-551\n"
     "Désignation         Qté      PU HT     Total HT\nSupports de cours     15      40,00      600,00\n"
     "Total HT   600,00\nTVA 20 %   120,00\nNet à payer TTC   720,00\n",
     "invoice|2020-318|2020-06-11"},
    {"an advance that announces the rest",
     "FATTURA DI ACCONTO\nFattura n. 18/A   Data: 09/03/2021\nDescrizione     Quantità     Prezzo     Importo\n"
     "Acconto 30 % corsi    1    450,00    450,00\nImponibile   450,00\nIVA 22 %   99,00\nTotale documento   549,00\n"
     "La fattura a saldo sarà emessa alla consegna.\n",
     "invoice|18/A|2021-03-09"},
    {"a quotation that says what it is not",
     "報價單\n報價單號：Q-2203\n日期：2022年3月8日\n品名      數量    單價    金額\n教材      20    300    6,000\n合計   6,000\n"
     "本報價單不作為發票，發票將於出貨後開立。\n",
     "quotation|Q-2203|2022-03-08"},
    {"a proforma that says what it is not",
     "形式发票\n编号（No.）：PF-118\n日期（Date）：2021年4月2日\n货物名称    数量    单价    金额\n教材    10    90.00    900.00\n合计    900.00\n"
     "本形式发票不能作为报销凭证，增值税发票将于付款后开具。\n",
     "proforma_invoice|PF-118|2021-04-02"},
    /* ---- lists ---- */
    {"a list of invoices and their orders",
     "Lakeside Books Ltd\nStatement date    30 June 2022\n\nDate         Type       Reference    Your order     Debit      Credit    Balance\n"
     "02/06/2022   Invoice    L-4401       PO 771         120.00               120.00\n09/06/2022   Invoice    L-4417       PO 774         80.00                200.00\n"
     "15/06/2022   Payment    BACS 19                                120.00    80.00\n21/06/2022   Invoice    L-4438       PO 790         60.00                140.00\n",
     "account_statement|-|2022-06-30"},
    {"a reminder of two invoices",
     "Erste Mahnung\n\nKöln, 17.05.2021\n\nRechnungs-Nr.    Rechnungsdatum    fällig am     offen\nR-100     02.03.2021    16.03.2021    100,00 €\n"
     "R-117     09.03.2021    23.03.2021    250,00 €\nSumme   350,00 €\nWir bitten um Ausgleich der offenen Posten.\n",
     "account_statement|-|2021-05-17"},
    {"days of both sides are listed",
     "Акт сверки взаимных расчетов\nг. Казань, 31 марта 2022 г.\n\nДата          Документ               Дебет       Кредит\n"
     "14.01.2022    Реализация № 5         10 000,00\n20.01.2022    Оплата № 7                         10 000,00\nСальдо на 31.03.2022      0,00\n",
     "account_statement|-|2022-03-31"},
    {"for the books only",
     "RIEPILOGO PER LA REGISTRAZIONE\nData di elaborazione: 31/05/2021\n\nFattura fornitore   Data fattura   Imponibile   IVA\nA-10   03/05/2021   100,00   22,00\n"
     "A-17   19/05/2021   200,00   44,00\nIl presente documento non costituisce fattura ai sensi di legge.\n",
     "other|-|2021-05-31"},
    /* ---- forms ---- */
    {"no title, only a number of the form",
     "Librería del Norte, S.L.           CIF: B10203040\n\n  N° factura     Fecha         Pedido     Vencimiento\n  2021/B-77      12/05/2021    P-310      11/06/2021\n\n"
     "Descripción          Cantidad    Precio    Importe\nLibros de curso        10      20,00    200,00\n"
     "Base imponible   200,00\nIVA 21 %   42,00\nTotal a pagar   242,00\n",
     "invoice|2021/B-77|2021-05-12"},
    {"the name of the paper is a value of the form",
     "Spett.le\nScuola Aurora S.r.l.\nTipo documento              Numero      Data          Rif. ordine\nFATTURA ACCOMPAGNATORIA     88/C        14/09/2021    ORD 5\n\n"
     "Descrizione     Quantità    Prezzo    Importo\nManuali           5      30,00     150,00\n\nImponibile     Imposta 22 %     Totale documento EUR\n150,00         33,00            183,00\n",
     "invoice|88/C|2021-09-14"},
    {"in two languages",
     "Albarán              A-551 (10/02/2020)\nFACTURA / Invoice    F20/118\nFecha                14/02/2020\n"
     "Concepto     Cant.    Precio    Importe\nCursos     4    50,00    200,00\nBase imponible   200,00\nIVA 21 %   42,00\nTotal factura   242,00\n"
     "Inscrita en el Registro Mercantil de Sevilla, Tomo 2.204, Libro 77, Folio 31, Hoja SE-1882 y demás datos que constan allí.\n",
     "invoice|F20/118|2020-02-14"},
    {"the electronic tax invoice of Korea",
     "      전자세금계산서 (공급받는자 보관용)     승인번호     20210415-10000021-77a1b9c0\n등록번호   101-81-12345    등록번호   202-82-54321\n"
     "작성일자        공급가액      세액       수정사유\n2021-04-15      1,000,000    100,000    해당없음\n"
     "월일   품목      수량   단가     공급가액    세액\n04 15  교재      10   100,000   1,000,000   100,000\n합계금액  1,100,000   이 금액을 ( 청구 ) 함\n",
     "invoice|20210415-10000021-77a1b9c0|2021-04-15"},
    /* ---- numbers and days ---- */
    {"the number of the paper, not of the order it confirms",
     "Auftragsbestätigung\nBeleg-Nr.      AB 5512\nBelegdatum     21.01.2022\nIhre Bestellung 2022/031 vom 17.01.2022\n"
     "Artikel    Menge    Preis    Betrag\nLizenzen    10    50,00    500,00\nDie Rechnung erhalten Sie nach Lieferung.\n",
     "order_confirmation|AB 5512|2022-01-21"},
    {"letters printed with the number",
     "BON DE LIVRAISON\nN° BL 2020/118\nLyon, le 05/10/2020\nVotre commande : BC 77 du 28/09/2020\nDésignation      Qté livrée\nSupports     10\n",
     "delivery_note|BL 2020/118|2020-10-05"},
    {"an order is taken",
     "注 文 請 書\n\n                       No. U-3391\n                       2021年6月4日\n株式会社青空塾 御中\n下記のとおりお請けいたします。\n"
     "収入印紙\n品名     数量    単価    金額    納期\n教材     10    500    5,000    6月20日\n請求書は月末に別途発行いたします。\n",
     "order_confirmation|U-3391|2021-06-04"},
    {"what was received",
     "No. 3318                2021年12月3日\n学校法人青葉学園 様\n￥77,000－\n但し 教材代として（請求書番号 S-2201 分）\n上記正に領収いたしました。\n収入印紙\n",
     "receipt|3318|2021-12-03"},
};

static Str facts(Arena *arena, const Document *d) {
    Str number = str_given(d->number) ? d->number : STR("-");
    return arena_printf(arena, "%s|" STR_FMT "|" STR_FMT, kind_word(d->kind), STR_ARG(number),
                        STR_ARG(date_given(d->issue_date) ? date_iso(arena, d->issue_date) : STR("-")));
}

Test(kind_traps, papers) {
    GError *error = NULL;
    Lexicon *lexicon = lexicon_load("parsers/lexicon", &error);
    cr_assert(lexicon, "%s", error ? error->message : "");
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
        Document d = {.name = STR("x.txt"), .text = str_of(papers[i].text), .readable = true};
        kind_judge(lexicon, arena, &d);
        invoice_read(lexicon, arena, LANGUAGE_UNKNOWN, &d);
        Str got = facts(arena, &d);
        cr_expect(str_eq_cstr(got, papers[i].want), "%s: want %s, got " STR_FMT ", " STR_FMT, papers[i].about, papers[i].want, STR_ARG(got),
                  STR_ARG(d.reason));
        arena_clear(arena);
    }
    arena_free(&arena);
    lexicon_free(&lexicon);
}
