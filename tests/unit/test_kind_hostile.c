/* Papers that look like an invoice and are none, in every language and in national forms: the kind of each. */
#include "paper_fixture.h"

static const PaperSample papers[] = {
    {"en: an invoice asked for",
     "INVOICE REQUEST\n"
     "To: Accounts Receivable, Harbour Training\n"
     "Please issue an invoice for the following:\n"
     "PO number: PO-8831          Invoice no.: to be advised\n"
     "Description             Qty    Unit price    Amount\n"
     "Course manuals          12     40.00         480.00\n"
     "Subtotal                                     480.00\n"
     "VAT 20%                                       96.00\n"
     "Total                                        576.00\n",
     "other"},
    {"en: statement with one tax invoice",
     "STATEMENT\n"
     "Harbour Training Supplies          VAT Reg No 123 4567 89\n"
     "Account: BRI001                    Date: 30 June 2021\n"
     "Tax invoice 40-2217     07/06/2021     576.00\n"
     "Invoice total                          576.00\n"
     "VAT included                            96.00\n"
     "Amount due                             576.00\n"
     "Bank details: sort code 20-00-00, account 12345678. Payment terms 30 days.\n",
     "account_statement"},
    {"en: booking form with prices",
     "BOOKING CONFIRMATION AND INVOICE DETAILS\n"
     "Thank you for your booking. Your booking reference is BK-7712.\n"
     "Invoice address: Brightway College, 22 Park Street\n"
     "Course                      Places   Price     Total\n"
     "Azure fundamentals          6        300.00    1,800.00\n"
     "VAT 20%                                          360.00\n"
     "Total                                          2,160.00\n"
     "An invoice will be sent to the invoice address within 5 days.\n",
     "order_confirmation"},
    {"en: cancelled invoice",
     "INVOICE\n"
     "*** CANCELLED ***\n"
     "Invoice no. 40-2217          Date 7 June 2021\n"
     "Description                 Qty    Price     Amount\n"
     "Course manuals              12     40.00     480.00\n"
     "VAT 20%                                       96.00\n"
     "Total                                        576.00\n",
     "credit_note"},
    {"en: remittance advice",
     "REMITTANCE ADVICE\n"
     "Brightway College            Date 02/07/2021\n"
     "Paid to: Harbour Training Supplies, bank account 12345678\n"
     "Invoice no.    Invoice date    Amount     Discount    Paid\n"
     "40-2217        07/06/2021      576.00     0.00        576.00\n"
     "Total paid                                            576.00\n",
     "other"},
    {"en: delivery note with prices",
     "DELIVERY NOTE\n"
     "Delivery note no. DN-5510    Date 05/06/2021     Invoice no. 40-2217\n"
     "Description                 Qty    Price     Amount\n"
     "Course manuals              12     40.00     480.00\n"
     "Total                                        480.00\n"
     "Received in good condition: ______________________\n",
     "delivery_note"},
    {"de: Auftragsbestätigung mit Steuer und Bank",
     "AUFTRAGSBESTÄTIGUNG\n"
     "Auftrag Nr. AB-331      Datum 03.05.2021\n"
     "Rechnungsadresse: Contoso Akademie GmbH, Berlin\n"
     "Pos.  Artikel                    Menge   E-Preis    Betrag\n"
     "1     Kursunterlagen MOC         15      60,00      900,00\n"
     "Nettosumme                                          900,00\n"
     "19 % USt                                            171,00\n"
     "Gesamtsumme                                       1.071,00\n"
     "Rechnung folgt mit der Lieferung. Bankverbindung: IBAN DE89 3704 0044 0532 0130 00\n",
     "order_confirmation"},
    {"de: Rechnungskorrektur",
     "Rechnungskorrektur Nr. RK-18 vom 20.06.2021\n"
     "zur Rechnung R-2021/0881 vom 11.05.2021\n"
     "Pos.  Artikel                    Menge   E-Preis    Betrag\n"
     "1     Kursunterlagen MOC         5       60,00      300,00\n"
     "Nettobetrag                                         300,00\n"
     "19 % USt                                             57,00\n"
     "Gutschriftbetrag                                    357,00\n",
     "credit_note"},
    {"de: Vorkasse-Proforma",
     "PROFORMARECHNUNG\n"
     "Nr. PR-771                 Datum 12.07.2021\n"
     "Artikel               Menge   Preis     Gesamt\n"
     "Lizenzen              20      30,00     600,00\n"
     "MwSt 19 %                               114,00\n"
     "Zu zahlen                               714,00\n"
     "Bitte überweisen Sie den Betrag vorab. Die Rechnung erhalten Sie mit der Ware.\n",
     "proforma_invoice"},
    {"de: Rechnungsübersicht als Auszug",
     "Rechnungsübersicht Juni 2021\n"
     "Kunde 4410 Contoso Akademie GmbH\n"
     "Rechnungsnr.     Datum         Netto       MwSt      Brutto\n"
     "R-2021/0881      11.05.2021    900,00      171,00    1.071,00\n"
     "R-2021/0902      28.05.2021    400,00       76,00      476,00\n"
     "Gesamt                       1.300,00      247,00    1.547,00\n",
     "account_statement"},
    {"fr: bon de commande",
     "BON DE COMMANDE N° BC-4410\n"
     "Date : 02/06/2020        Fournisseur : Éditions Lac SA\n"
     "Adresse de facturation : Contoso Suisse SA\n"
     "Désignation         Qté     PU HT     Total HT\n"
     "Supports MOC        10      120,00    1 200,00\n"
     "Total HT                              1 200,00\n"
     "TVA 20 %                                240,00\n"
     "Total TTC                             1 440,00\n"
     "Merci d'indiquer le numéro de commande sur votre facture.\n",
     "purchase_order"},
    {"fr: relevé de factures du mois",
     "RELEVÉ DE FACTURES n° RF-118\n"
     "Date : 30/06/2021\n"
     "Facture n°       Date          HT           TVA        TTC\n"
     "F-4410           04/06/2021    600,00       120,00     720,00\n"
     "Total                          600,00       120,00     720,00\n"
     "Net à payer : 720,00 €  IBAN FR76 3000 4000 0312 3456 7890 143\n",
     "account_statement"},
    {"fr: avoir",
     "AVOIR N° AV-33 du 08/07/2021\n"
     "Sur facture n° F-4410 du 04/06/2021\n"
     "Désignation         Qté     PU HT     Total HT\n"
     "Supports MOC        2       40,00     80,00\n"
     "Total HT                              80,00\n"
     "TVA 20 %                              16,00\n"
     "Total TTC                             96,00\n",
     "credit_note"},
    {"fr: devis accepté",
     "DEVIS N° D-771\n"
     "Date : 12/05/2021     Valable jusqu'au 12/06/2021\n"
     "Désignation         Qté     PU HT     Total HT\n"
     "Formation           3       800,00    2 400,00\n"
     "TVA 20 %                              480,00\n"
     "Total TTC                             2 880,00\n"
     "Bon pour accord. Facture d'acompte de 30 % à la signature, facture de solde en fin de formation.\n",
     "quotation"},
    {"es: proforma",
     "FACTURA PROFORMA\n"
     "Nº PF-2021-88       Fecha 12/09/2021\n"
     "Descripción            Cantidad   Precio    Importe\n"
     "Manual MOC             10         45,00     450,00\n"
     "Base imponible                              450,00\n"
     "IVA 21%                                      94,50\n"
     "Total                                       544,50\n",
     "proforma_invoice"},
    {"es: recordatorio con la factura",
     "RECORDATORIO DE PAGO\n"
     "Estimado cliente:\n"
     "Factura n.º FS-2021-118 de fecha 04/10/2021\n"
     "Importe: 468,00 €   Vencimiento: 04/11/2021\n"
     "Base imponible 450,00   IVA 18,00   Total 468,00\n"
     "No nos consta el pago de la factura. Rogamos lo regularicen en la cuenta ES91 2100 0418 4502 0005 1332.\n",
     "account_statement"},
    {"es: albarán valorado",
     "ALBARÁN VALORADO\n"
     "Albarán n.º A-5510       Fecha 30/09/2021\n"
     "Descripción            Cantidad   Precio    Importe\n"
     "Manual MOC             10         45,00     450,00\n"
     "Base imponible                              450,00\n"
     "IVA 4%                                       18,00\n"
     "Total                                       468,00\n"
     "Factura pendiente de emitir.\n",
     "delivery_note"},
    {"it: conferma d'ordine",
     "CONFERMA D'ORDINE N. CO-4410 del 01/03/2021\n"
     "Spett.le Contoso Italia S.r.l.\n"
     "Articolo     Descrizione         Q.tà     Prezzo     Importo\n"
     "M20          Manuali MOC         20       35,00      700,00\n"
     "Imponibile                                           700,00\n"
     "IVA 22%                                              154,00\n"
     "Totale                                               854,00\n"
     "Fattura alla consegna. Banca: IBAN IT60 X054 2811 1010 0000 0123 456\n",
     "order_confirmation"},
    {"it: preavviso di parcella",
     "PREAVVISO DI PARCELLA\n"
     "Studio Verdi Formazione\n"
     "Data: 31/01/2022\n"
     "Onorario per docenza gennaio 2022                  1.000,00\n"
     "IVA 22%                                              220,00\n"
     "Totale                                             1.220,00\n"
     "La fattura sarà emessa al pagamento.\n",
     "proforma_invoice"},
    {"it: estratto conto con una fattura",
     "ESTRATTO CONTO CLIENTE al 31/03/2021\n"
     "Fattura n. 221/A del 09/03/2021\n"
     "Imponibile 700,00    IVA 28,00    Totale 728,00\n"
     "Saldo a Vs. debito 728,00\n",
     "account_statement"},
    {"pt-BR: pedido de venda",
     "PEDIDO DE VENDA Nº 7781\n"
     "Data: 02/08/2021      Cliente: Contoso Treinamentos Ltda\n"
     "Código   Descrição           Qtd   Valor unit.   Valor total\n"
     "M20      Material MOC        15    80,00         1.200,00\n"
     "Subtotal                                         1.200,00\n"
     "ICMS                                               216,00\n"
     "Total                                            1.200,00\n"
     "A nota fiscal será emitida após a separação. Este documento não tem valor fiscal.\n",
     "order_confirmation"},
    {"pt-BR: orçamento",
     "ORÇAMENTO Nº 118\n"
     "Data 20/04/2022   Validade: 15 dias\n"
     "Descrição             Quantidade   Valor unitário   Valor total\n"
     "Treinamento           12           300,00           3.600,00\n"
     "Total                                               3.600,00\n"
     "Impostos inclusos. Nota fiscal emitida na entrega.\n",
     "quotation"},
    {"pt-BR: carta de correção",
     "CARTA DE CORREÇÃO ELETRÔNICA\n"
     "Nota Fiscal nº 000.004.471   Série 001   Data de emissão 12/08/2021\n"
     "Correção a ser considerada: quantidade 15 corrigida para 14.\n"
     "Valor total da nota: 1.120,00\n",
     "credit_note"},
    {"ja: 御見積書",
     "御見積書\n"
     "コントソ研修株式会社 御中          見積番号 Q-118   発行日 2022年3月1日\n"
     "有効期限 2022年3月31日             請求書払い（月末締め翌月末）\n"
     "品名               数量    単価      金額\n"
     "MOC テキスト       20      8,000     160,000\n"
     "小計                                 160,000\n"
     "消費税(10%)                           16,000\n"
     "合計金額                             176,000\n",
     "quotation"},
    {"ja: 請求書案",
     "請求書（案）\n"
     "請求書番号 IV-20220331-7     発行予定日 2022年3月31日\n"
     "品名               数量    単価      金額\n"
     "MOC テキスト       20      8,000     160,000\n"
     "小計                                 160,000\n"
     "消費税(10%)                           16,000\n"
     "合計金額                             176,000\n",
     "proforma_invoice"},
    {"ja: 領収書",
     "領 収 書\n"
     "コントソ研修株式会社 様                 No. R-771   2022年4月30日\n"
     "￥176,000－  但し 請求書IV-20220331-7 分として\n"
     "内訳  税抜金額 160,000  消費税額 16,000\n"
     "上記正に領収いたしました   登録番号 T9876543210987\n",
     "receipt"},
    {"ko: 견적서",
     "견 적 서\n"
     "견적번호 Q-2021-118   견적일 2021-03-02   유효기간 30일\n"
     "품목          수량   단가      공급가액     세액\n"
     "MOC 교재      15     100,000   1,500,000    150,000\n"
     "합계 1,650,000 (부가세 포함)\n"
     "세금계산서는 납품 후 발행합니다.\n",
     "quotation"},
    {"ko: 발주서",
     "발 주 서\n"
     "발주번호 PO-7781   발주일 2021-03-05\n"
     "공급업체: (주)한빛교육\n"
     "품목          수량   단가      금액\n"
     "MOC 교재      15     100,000   1,500,000\n"
     "부가세                         150,000\n"
     "합계                           1,650,000\n"
     "세금계산서 발행 시 발주번호를 기재해 주십시오.\n",
     "purchase_order"},
    {"ko: 수정세금계산서",
     "수정전자세금계산서\n"
     "승인번호 20210410-41000012-99887766   작성일자 2021-04-10\n"
     "수정사유: 환입   당초 승인번호 20210331-41000012-11223344\n"
     "품목          수량   단가       공급가액     세액\n"
     "MOC 교재      -5     100,000   -500,000    -50,000\n"
     "합계금액 -550,000\n",
     "credit_note"},
    {"ru: счет на оплату",
     "Счет на оплату № 88 от 12 ноября 2021 г.\n"
     "Поставщик: ООО «Техкнига», ИНН 7701234567, КПП 770101001\n"
     "Покупатель: ООО «Контосо»\n"
     "№   Товары (работы, услуги)   Кол-во   Цена      Сумма\n"
     "1   Учебные материалы MOC     20       1200,00   24000,00\n"
     "Итого: 24000,00\n"
     "В том числе НДС: 4000,00\n"
     "Всего к оплате: 24000,00\n"
     "Счет-фактура и накладная выдаются при отгрузке.\n",
     "proforma_invoice"},
    {"ru: акт выполненных работ",
     "Акт № 44 от 31 января 2022 г. об оказании услуг\n"
     "Исполнитель: ООО «Учебный центр», ИНН 7701234567\n"
     "Заказчик: ООО «Контосо»\n"
     "№   Наименование услуг      Кол-во   Цена      Сумма\n"
     "1   Обучение                10       1000,00   10000,00\n"
     "Итого: 10000,00\n"
     "НДС 20%: 2000,00\n"
     "Всего: 12000,00\n"
     "Вышеперечисленные услуги выполнены полностью и в срок. Счет-фактура № 44 прилагается.\n",
     "delivery_note"},
    {"ru: корректировочный",
     "КОРРЕКТИРОВОЧНЫЙ СЧЕТ-ФАКТУРА № 5 от 10 декабря 2021 г.\n"
     "к СЧЕТУ-ФАКТУРЕ № УТ-771 от 30 ноября 2021 г.\n"
     "Наименование      Показатели           Кол-во   Цена      Стоимость без налога   Сумма налога   Стоимость с налогом\n"
     "Материалы MOC     А (до изменения)     20       1000,00   20000,00               4000,00        24000,00\n"
     "                  Б (после изменения)  18       1000,00   18000,00               3600,00        21600,00\n"
     "                  Г (уменьшение)                           2000,00                400,00         2400,00\n",
     "credit_note"},
    {"zh-CN: 请款单",
     "请款单\n"
     "致：康拓培训有限公司          日期：2023年4月10日\n"
     "请款编号：QK-771\n"
     "项目            数量    单价      金额\n"
     "MOC教材         20      109.00    2180.00\n"
     "合计                              2180.00\n"
     "收款账户：工商银行 6222 0000 1111 2222\n"
     "收到款项后开具增值税专用发票。\n",
     "proforma_invoice"},
    {"zh-CN: 送货单",
     "送货单\n"
     "单号：SH-771     发票号码：随后寄出     日期：2023年4月15日\n"
     "货物名称        数量    单价      金额\n"
     "MOC教材         20      109.00    2180.00\n"
     "合计                              2180.00\n"
     "收货人签字：\n",
     "delivery_note"},
    {"zh-CN: 对账单 含税",
     "往来对账单\n"
     "截止日期：2023年4月30日\n"
     "日期          发票号码                金额      税额     价税合计\n"
     "2023-04-18    23312000000098765432    2000.00   180.00   2180.00\n"
     "合计                                  2000.00   180.00   2180.00\n"
     "请核对后盖章确认。\n",
     "account_statement"},
    {"zh-TW: 報價單",
     "報 價 單\n"
     "報價單號：Q-771      報價日期：2022/05/01     有效期限：30天\n"
     "品名            數量    單價     金額\n"
     "MOC 教材        10      1,000    10,000\n"
     "營業稅                              500\n"
     "總計                             10,500\n"
     "發票將於出貨後開立。\n",
     "quotation"},
    {"zh-TW: 折讓證明單",
     "營業人銷貨退回、進貨退出或折讓證明單\n"
     "開立日期：111年6月2日\n"
     "原開立發票：AB-12345678   2022-05-06\n"
     "品名            數量    單價     金額     營業稅額\n"
     "MOC 教材        2       1,000    2,000    100\n"
     "合計                             2,000    100\n",
     "credit_note"},
    {"en: untitled, an order's number over the same",
     "Pine Creek Press LLC\n"
     "Bill to: Partner Academy LLC        Ship to: same\n"
     "Order #     7741                    Terms: Net 30\n"
     "Date        03/05/2021\n"
     "Item                 Qty    Rate     Amount\n"
     "Course books         10     30.00    300.00\n"
     "Total                                $300.00\n",
     "order_confirmation"},
    {"en: the next invoice will bill this",
     "ORDER CONFIRMATION\n"
     "Order no.: SO-5510         Date: 2 May 2022\n"
     "Item                 Qty    Price    Amount\n"
     "Seats                10     30.00    300.00\n"
     "Tax                                   60.00\n"
     "Total                                360.00\n"
     "This amount will appear on your next invoice.\n",
     "order_confirmation"},
    {"zh-CN: an internal request to pay two invoices",
     "成都锦官软件学院有限公司\n"
     "请申请日期:2021年5月20日 款单\n"
     "单号:QK-2021-0388                                    附件:3 张\n"
     "   收款单位        重庆山城图书发行有限公司      合同号     CQ-21-0117\n"
     "   用途            支付教材采购款                发票号码   04417720、04417721\n"
     "  不含税金额       ¥27,500.00      税额(9%)      ¥2,475.00     请款金额     ¥29,975.00\n"
     "   发票情况        ☑ 发票已附 ☐ 发票后补\n"
     "   出纳付款                        付款日期                    领款人签收\n",
     "other"},
    {"en: numbers of several invoices behind one label",
     "Harbour Training Supplies          VAT Reg No 123 4567 89\n"
     "Invoice no.: 40-2217, 40-2218      Date: 7 June 2021\n"
     "Description                 Qty    Price     Amount\n"
     "Course manuals              12     40.00     480.00\n"
     "VAT 20%                                       96.00\n"
     "Total                                        576.00\n",
     "other"},
};

static Str kind_told(Arena *arena, const Document *d) {
    return arena_printf(arena, "%s", kind_word(d->kind));
}

Test(kind_hostile, papers) {
    expect_papers_as(papers, sizeof papers / sizeof *papers, kind_told);
}
