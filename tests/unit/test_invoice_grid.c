/* Invoices whose figures stand at the right edge of columns whose heads stand at the left one, and invoices below zero. */
#include "paper_fixture.h"

/* No head overlaps its figure, and some overlap the next one's. */
static const PaperSample shifted[] = {
    {"en",
     "INVOICE\n"
     "Invoice #                 Date                                Terms\n"
     "                  88-1042                     14 October 2020                Net 30\n"
     "\n"
     "Description                                                 Qty           Rate            Amount\n"
     "Microsoft Labs Online                                                  45           55.00              2,475.00\n"
     "\n"
     "Total USD 2,475.00\n",
     "invoice|88-1042|2020-10-14|USD|2475.00||mlo:45:2475.00"},
    {"de",
     "Rechnung\n"
     "Rechnungsnr.              Datum                               Kundennr.\n"
     "                  88-1042                    14. Oktober 2020                   K 7\n"
     "\n"
     "Bezeichnung                                                 Menge         Preis           Betrag\n"
     "Microsoft Labs Online                                                  45           55,00              2.475,00\n"
     "\n"
     "Nettobetrag EUR 2.475,00\n",
     "invoice|88-1042|2020-10-14|EUR|2475.00||mlo:45:2475.00"},
    {"fr",
     "Facture\n"
     "Facture n°                Date                                Client\n"
     "                  88-1042                     14 octobre 2020                   C 7\n"
     "\n"
     "Désignation                                                 Qté           PU HT           Montant HT\n"
     "Microsoft Labs Online                                                  45           55,00              2 475,00\n"
     "\n"
     "Total HT EUR 2 475,00\n",
     "invoice|88-1042|2020-10-14|EUR|2475.00||mlo:45:2475.00"},
    {"es",
     "Factura\n"
     "Factura n.º               Fecha                               Cliente\n"
     "                  88-1042               14 de octubre de 2020                   C 7\n"
     "\n"
     "Descripción                                                 Cantidad      Precio          Importe\n"
     "Microsoft Labs Online                                                  45           55,00              2.475,00\n"
     "\n"
     "Base imponible EUR 2.475,00\n",
     "invoice|88-1042|2020-10-14|EUR|2475.00||mlo:45:2475.00"},
    {"it",
     "Fattura\n"
     "Fattura n.                Data                                Cliente\n"
     "                  88-1042                     14 ottobre 2020                   C 7\n"
     "\n"
     "Descrizione                                                 Q.tà          Prezzo          Importo\n"
     "Microsoft Labs Online                                                  45           55,00              2.475,00\n"
     "\n"
     "Imponibile EUR 2.475,00\n",
     "invoice|88-1042|2020-10-14|EUR|2475.00||mlo:45:2475.00"},
    {"pt-BR",
     "Fatura\n"
     "Fatura nº                 Data de emissão                     Cliente\n"
     "                  88-1042               14 de outubro de 2020                   C 7\n"
     "\n"
     "Descrição                                                   Qtd.          Preço           Valor\n"
     "Microsoft Labs Online                                                  45           55,00              2.475,00\n"
     "\n"
     "Subtotal BRL 2.475,00\n",
     "invoice|88-1042|2020-10-14|BRL|2475.00||mlo:45:2475.00"},
    {"ru",
     "Счет-фактура\n"
     "Счет-фактура №            Дата                                Клиент\n"
     "                  88-1042                  14 октября 2020 г.                   К 7\n"
     "\n"
     "Наименование                                                Кол-во        Цена            Сумма без НДС\n"
     "Microsoft Labs Online                                                  45           55,00              2 475,00\n"
     "\n"
     "Итого без НДС, RUB 2 475,00\n",
     "invoice|88-1042|2020-10-14|RUB|2475.00||mlo:45:2475.00"},
    {"ja",
     "請求書\n"
     "請求書番号                請求日                              お客様\n"
     "                  88-1042                      2020年10月14日                   C 7\n"
     "\n"
     "品名                                                        数量          単価            金額\n"
     "Microsoft Labs Online                                                  45              55                 2,475\n"
     "\n"
     "小計 JPY 2,475\n",
     "invoice|88-1042|2020-10-14|JPY|2475||mlo:45:2475"},
    {"ko",
     "세금계산서\n"
     "송장번호                  작성일자                            고객\n"
     "                  88-1042                    2020년 10월 14일                   C 7\n"
     "\n"
     "품목                                                        수량          단가            공급가액\n"
     "Microsoft Labs Online                                                  45              55                 2,475\n"
     "\n"
     "공급가액 합계 KRW 2,475\n",
     "invoice|88-1042|2020-10-14|KRW|2475||mlo:45:2475"},
    {"zh-CN",
     "增值税普通发票\n"
     "发票号码                  开票日期                            客户\n"
     "                  88-1042                      2020年10月14日                   C 7\n"
     "\n"
     "货物名称                                                    数量          单价            金额\n"
     "Microsoft Labs Online                                                  45           55.00               2475.00\n"
     "\n"
     "合计 CNY 2475.00\n",
     "invoice|88-1042|2020-10-14|CNY|2475.00||mlo:45:2475.00"},
    {"zh-TW",
     "統一發票\n"
     "發票號碼                  開立日期                            客戶\n"
     "                  88-1042                      2020年10月14日                   C 7\n"
     "\n"
     "品名                                                        數量          單價            金額\n"
     "Microsoft Labs Online                                                  45              55                 2,475\n"
     "\n"
     "銷售額合計 TWD 2,475\n",
     "invoice|88-1042|2020-10-14|TWD|2475||mlo:45:2475"},
};

Test(invoice_grid, shifted) {
    expect_papers_as(shifted, G_N_ELEMENTS(shifted), paper_facts);
}

/* An invoice below zero bears a number of its own and quotes the one that it takes back, by whatever words. */
static const PaperSample negative[] = {
    {"en",
     "INVOICE\nInvoice no. 88-1077\nDate: 26 September 2022\n"
     "Description                 Qty     Price      Amount\n"
     "Microsoft Labs Online       -12     650        -7,800.00\n"
     "Total USD   -7,800.00\n"
     "Reversal of invoice no. 88-1042 of 8 September 2022\n",
     "credit_note|88-1077|2022-09-26|USD|-7800.00|88-1042|mlo:-12:-7800.00"},
    {"de",
     "Rechnung\nRechnungsnr. 88-1077\nRechnungsdatum: 26. September 2022\n"
     "Bezeichnung                 Menge   Preis      Betrag\n"
     "Microsoft Labs Online       -12     650        -7.800,00\n"
     "Nettobetrag EUR   -7.800,00\n"
     "Storno der Rechnung Nr. 88-1042 vom 8. September 2022\n",
     "credit_note|88-1077|2022-09-26|EUR|-7800.00|88-1042|mlo:-12:-7800.00"},
    {"fr",
     "Facture\nFacture n° 88-1077\nDate : 26 septembre 2022\n"
     "Désignation                 Qté     PU HT      Montant HT\n"
     "Microsoft Labs Online       -12     650        -7.800,00\n"
     "Total HT EUR   -7.800,00\n"
     "Annule la facture série A n° 88-1042 du 8 septembre 2022\n",
     "credit_note|88-1077|2022-09-26|EUR|-7800.00|88-1042|mlo:-12:-7800.00"},
    {"es",
     "Factura\nFactura n.º 88-1077\nFecha: 26 de septiembre de 2022\n"
     "Descripción                 Cantidad  Precio   Importe\n"
     "Microsoft Labs Online       -12     650        -7.800,00\n"
     "Base imponible EUR   -7.800,00\n"
     "Rectifica la factura serie A número 88-1042 de 8 de septiembre de 2022\n",
     "credit_note|88-1077|2022-09-26|EUR|-7800.00|88-1042|mlo:-12:-7800.00"},
    {"it",
     "Fattura\nFattura n. 88-1077\nData: 26 settembre 2022\n"
     "Descrizione                 Q.tà    Prezzo     Importo\n"
     "Microsoft Labs Online       -12     650        -7.800,00\n"
     "Imponibile EUR   -7.800,00\n"
     "A storno della fattura serie A n. 88-1042 dell’8 settembre 2022\n",
     "credit_note|88-1077|2022-09-26|EUR|-7800.00|88-1042|mlo:-12:-7800.00"},
    {"pt",
     "Fatura\nFatura nº 88-1077\nData de emissão: 26 de setembro de 2022\n"
     "Descrição                   Qtd.    Preço      Valor\n"
     "Microsoft Labs Online       -12     650        -7.800,00\n"
     "Subtotal BRL   -7.800,00\n"
     "Estorno da nota fiscal série 1 nº 88-1042 de 8 de setembro de 2022\n",
     "credit_note|88-1077|2022-09-26|BRL|-7800.00|88-1042|mlo:-12:-7800.00"},
    {"ru",
     "Счет-фактура\nСчет-фактура № 88-1077\nДата: 26 сентября 2022 г.\n"
     "Наименование                Кол-во  Цена       Сумма без НДС\n"
     "Microsoft Labs Online       -12     650        -7.800,00\n"
     "Итого без НДС, RUB   -7.800,00\n"
     "Сторно к счету-фактуре № 88-1042 от 8 сентября 2022 г.\n",
     "credit_note|88-1077|2022-09-26|RUB|-7800.00|88-1042|mlo:-12:-7800.00"},
    {"ja",
     "請求書\n請求書番号：88-1077\n請求日：2022年9月26日\n"
     "品名                        数量    単価       金額\n"
     "Microsoft Labs Online       -12     650        -7800\n"
     "小計 JPY   -7800\n"
     "元請求書番号：88-1042\n",
     "credit_note|88-1077|2022-09-26|JPY|-7800|88-1042|mlo:-12:-7800"},
    {"ko",
     "세금계산서\n송장번호: 88-1077\n작성일자: 2022년 9월 26일\n"
     "품목                        수량    단가       공급가액\n"
     "Microsoft Labs Online       -12     650        -7800\n"
     "공급가액 합계 KRW   -7800\n"
     "원본 송장 번호: 88-1042\n",
     "credit_note|88-1077|2022-09-26|KRW|-7800|88-1042|mlo:-12:-7800"},
    {"cn",
     "四川增值税专用发票（红字）\n发票号码：88-1077\n开票日期：2022年9月26日\n"
     "货物名称                    数量    单价       金额\n"
     "Microsoft Labs Online       -12     650        -7,800.00\n"
     "合计 CNY   -7,800.00\n"
     "对应正数发票代码：5100221130   号码：88-1042\n",
     "credit_note|88-1077|2022-09-26|CNY|-7800.00|88-1042|mlo:-12:-7800.00"},
    {"cn2",
     "电子发票（普通发票）\n发票号码：88-1077\n开票日期：2022年9月26日\n"
     "货物名称                    数量    单价       金额\n"
     "Microsoft Labs Online       -12     650        -7,800.00\n"
     "合计 CNY   -7,800.00\n"
     "被红冲蓝字数电发票号码：88-1042\n",
     "credit_note|88-1077|2022-09-26|CNY|-7800.00|88-1042|mlo:-12:-7800.00"},
    {"tw",
     "統一發票\n發票號碼：88-1077\n開立日期：2022年9月26日\n"
     "品名                        數量    單價       金額\n"
     "Microsoft Labs Online       -12     650        -7800\n"
     "銷售額合計 TWD   -7800\n"
     "原發票號碼：88-1042\n",
     "credit_note|88-1077|2022-09-26|TWD|-7800|88-1042|mlo:-12:-7800"},
};

Test(invoice_grid, negative) {
    expect_papers_as(negative, G_N_ELEMENTS(negative), paper_facts);
}

/* A column that stays empty stands last, and every figure seems to stand under the next head. */
static const PaperSample one_too_far[] = {
    {"tw",
     "統一發票（三聯式）\n發票號碼：UB-31740925\n開立日期：2021年6月9日\n"
     "品名              數量           單價            金額            備註\n"
     "認證考試券 AI-900                      22            3,000           66,000\n"
     "銷售額合計 TWD                                       66,000\n"
     "營業稅                                               3,300\n"
     "總計                                              69,300\n",
     "invoice|UB-31740925|2021-06-09|TWD|66000||exam_voucher:22:66000"},
    {"ja",
     "請求書\n請求書番号：UB-31740925\n発行日：2021年6月9日\n"
     "品名              数量           単価            金額            備考\n"
     "認定試験バウチャー                      22            3,000           66,000\n"
     "小計 JPY                                       66,000\n"
     "消費税                                               6,600\n",
     "invoice|UB-31740925|2021-06-09|JPY|66000||exam_voucher:22:66000"},
    {"en",
     "INVOICE\nInvoice No: UB-31740925\nDate: 9 June 2021\n"
     "Description       Qty            Price           Amount          Remarks\n"
     "Exam voucher                           22            30.00           660.00\n"
     "Subtotal USD                                         660.00\n",
     "invoice|UB-31740925|2021-06-09|USD|660.00||exam_voucher:22:660.00"},
    {"de",
     "Rechnung\nRechnungsnr.: UB-31740925\nDatum: 9. Juni 2021\n"
     "Bezeichnung       Menge          Preis           Betrag          Hinweis\n"
     "Prüfungsgutschein                      22            30,00           660,00\n"
     "Nettobetrag EUR                                      660,00\n",
     "invoice|UB-31740925|2021-06-09|EUR|660.00||exam_voucher:22:660.00"},
};

Test(invoice_grid, one_too_far) {
    expect_papers_as(one_too_far, G_N_ELEMENTS(one_too_far), paper_facts);
}
