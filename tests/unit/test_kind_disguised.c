/* Invoices that look unlike one, in every language and in national forms: kind, number and day. */
#include "paper_fixture.h"

static const PaperSample papers[] = {
    {"en: no title, the number's label is all that names it",
     "Harbour Training Supplies\n"
     "Unit 4, Dock Road, Bristol BS1 6XN\n"
     "VAT Reg No 123 4567 89\n"
     "\n"
     "Sold to                      Invoice no.      40-2217\n"
     "Brightway College            Date             7 June 2021\n"
     "22 Park Street               Your order       PO-8831\n"
     "Bristol                      Delivery note    DN-5510\n"
     "\n"
     "Code     Description                 Qty    Price     Amount\n"
     "MOC20    Course manuals              12     40.00     480.00\n"
     "\n"
     "                             Goods total              480.00\n"
     "                             VAT @ 20%                 96.00\n"
     "                             Total                    576.00\n",
     "invoice|40-2217|2021-06-07"},
    {"en: a bill for a period without a table",
     "Lumen Cloud Training Inc.\n"
     "500 Market St, San Francisco, CA\n"
     "\n"
     "Bill to: Partner Academy LLC\n"
     "Invoice number: SUB-2021-0443\n"
     "Invoice date: February 1, 2021\n"
     "Billing period: January 1 - January 31, 2021\n"
     "\n"
     "Learning subscription, 30 seats, January 2021 ......... $1,500.00\n"
     "Subtotal: $1,500.00\n"
     "Tax: $0.00\n"
     "Amount due: $1,500.00\n"
     "Payment terms: Net 30. Your next invoice will be issued on March 1, 2021.\n",
     "invoice|SUB-2021-0443|2021-02-01"},
    {"en: an invoice that names its order, quote and delivery everywhere",
     "                                                  TAX INVOICE\n"
     "Order confirmation: OC-4410   Quotation: Q-220   Delivery note: DN-771\n"
     "Purchase order: PO-9001       Sales order: SO-77120\n"
     "Invoice no: SI-90114          Tax point: 18/03/2022\n"
     "\n"
     "Item                    Ordered   Delivered   Price     Amount\n"
     "Exam vouchers           20        20          90.00     1,800.00\n"
     "                                  Subtotal              1,800.00\n"
     "                                  VAT 20%                 360.00\n"
     "                                  Invoice total         2,160.00\n"
     "Thank you for your order. Delivery as per order confirmation OC-4410.\n",
     "invoice|SI-90114|2022-03-18"},
    {"en: an invoice that has been paid",
     "PAID\n"
     "Invoice 2020-771\n"
     "Northfield Learning Pty Ltd    ABN 12 345 678 901\n"
     "Date of issue: 30 September 2020\n"
     "To: Contoso Partner Pty Ltd\n"
     "Description                Qty    Unit price    Total\n"
     "Digital courseware         18     55.00         990.00\n"
     "GST                                              99.00\n"
     "Total AUD                                     1,089.00\n"
     "Receipt no. R-5511. Payment received with thanks on 2 October 2020.\n",
     "invoice|2020-771|2020-09-30"},
    {"de: Rechnung ohne Überschrift, Betreffzeile",
     "Bildungswerk Süd eG · Lindenallee 4 · 70182 Stuttgart\n"
     "\n"
     "Contoso Akademie GmbH\n"
     "Hauptstraße 9\n"
     "10115 Berlin                                   Stuttgart, 11.05.2021\n"
     "\n"
     "Rechnung Nr. R-2021/0881 zu Ihrer Bestellung B-4410 vom 02.05.2021\n"
     "\n"
     "Sehr geehrte Damen und Herren,\n"
     "für unsere Lieferung gemäß Auftragsbestätigung AB-331 und Lieferschein LS-771 berechnen wir Ihnen:\n"
     "\n"
     "Pos.  Artikel                    Menge   E-Preis    Betrag\n"
     "1     Kursunterlagen MOC         15      60,00 €    900,00 €\n"
     "                                 Summe netto        900,00 €\n"
     "                                 19 % USt           171,00 €\n"
     "                                 Rechnungsbetrag  1.071,00 €\n"
     "Zahlbar innerhalb 14 Tagen. USt-IdNr. DE811234567\n",
     "invoice|R-2021/0881|2021-05-11"},
    {"de: 2. Abschlagsrechnung",
     "Projekt Schulung 2022                          2. Abschlagsrechnung\n"
     "Rechnungs-Nr. AR-55-2                          Datum 01.09.2022\n"
     "Angebot 2022-117 vom 03.05.2022, Auftrag A-991\n"
     "\n"
     "Leistungsstand bis 31.08.2022\n"
     "Leistung                        Menge    EP         GP\n"
     "Schulungsplätze                 40       25,00      1.000,00\n"
     "Nettobetrag                                         1.000,00\n"
     "zzgl. 19 % MwSt.                                      190,00\n"
     "Abschlagsbetrag brutto                              1.190,00\n"
     "Nach Abschluss erhalten Sie die Schlussrechnung. Steuernr. 12/345/67890\n",
     "invoice|AR-55-2|2022-09-01"},
    {"fr: facture en anglais et en français",
     "Éditions Lac SA                       FACTURE / INVOICE\n"
     "N° / No.: FX-20-0098                  Date: 12.11.2020\n"
     "Client / Customer: Contoso Suisse SA\n"
     "Commande / Order: 4500-2217\n"
     "Désignation / Description       Qté / Qty    Prix / Price     Montant / Amount\n"
     "Supports MOC                    10           120.00           1'200.00\n"
     "Sous-total / Subtotal                                         1'200.00\n"
     "TVA / VAT 7.7%                                                   92.40\n"
     "Total CHF                                                     1'292.40\n"
     "IBAN CH93 0076 2011 6238 5295 7\n",
     "invoice|FX-20-0098|2020-11-12"},
    {"fr: note d'honoraires pour une période",
     "Cabinet Formation Meunier\n"
     "NOTE D'HONORAIRES - FACTURE\n"
     "Facture n° 2021-0612 du 30/06/2021\n"
     "Période : du 1er au 30 juin 2021\n"
     "Devis accepté n° D-771\n"
     "Animation de formations, forfait mensuel : 2 400,00 € HT\n"
     "TVA 20 % : 480,00 €\n"
     "Net à payer : 2 880,00 €\n"
     "Règlement à réception par virement, IBAN FR76 3000 4000 0312 3456 7890 143\n",
     "invoice|2021-0612|2021-06-30"},
    {"es: factura simplificada con su pedido y albarán",
     "FACTURA SIMPLIFICADA\n"
     "Librería Técnica del Norte, S.L.   CIF B33445566\n"
     "Nº FS-2021-118     Fecha 04/10/2021\n"
     "Pedido 7712 · Albarán A-5510\n"
     "Uds.   Descripción            P. unit.     Importe\n"
     "10     Manual MOC             45,00        450,00\n"
     "Base imponible                             450,00\n"
     "IVA 4%                                      18,00\n"
     "TOTAL                                      468,00\n",
     "invoice|FS-2021-118|2021-10-04"},
    {"es-MX: CFDI impreso",
     "COMPROBANTE FISCAL DIGITAL POR INTERNET\n"
     "Emisor: Capacitación Azteca SA de CV   RFC CAZ010203AB1\n"
     "Receptor: Contoso México SA de CV      RFC CME990101XX2\n"
     "Tipo de comprobante: I - Ingreso       Uso CFDI: G03\n"
     "Factura Serie y folio: A-4471          Fecha de emisión: 15/02/2022\n"
     "Folio fiscal: 5F1E2B3C-0001-4AAA-9B9B-112233445566\n"
     "Cantidad   Clave   Descripción            Valor unitario   Importe\n"
     "20         E48     Licencias de curso     500.00           10,000.00\n"
     "Subtotal                                                   10,000.00\n"
     "IVA trasladado 16%                                          1,600.00\n"
     "Total                                                      11,600.00\n"
     "Este documento es una representación impresa de un CFDI\n",
     "invoice|A-4471|2022-02-15"},
    {"it: fattura accompagnatoria",
     "Libreria Tecnica Bianchi S.n.c.          P.IVA 01234567890\n"
     "FATTURA ACCOMPAGNATORIA N. 221/A del 09/03/2021\n"
     "Causale del trasporto: vendita     Aspetto dei beni: scatole     Colli: 2\n"
     "Vs. ordine n. 4410\n"
     "Articolo     Descrizione         Q.tà     Prezzo     Importo\n"
     "M20          Manuali MOC         20       35,00      700,00\n"
     "Imponibile                                           700,00\n"
     "IVA 4%                                                28,00\n"
     "Totale documento                                     728,00\n"
     "Firma conducente            Firma destinatario\n",
     "invoice|221/A|2021-03-09"},
    {"it: parcella con ritenuta",
     "Studio Verdi Formazione\n"
     "Parcella n. 7/2022 del 31/01/2022\n"
     "Spett.le Contoso Italia S.r.l.\n"
     "Onorario per docenza gennaio 2022                  1.000,00\n"
     "Contributo cassa 4%                                   40,00\n"
     "Imponibile IVA                                     1.040,00\n"
     "IVA 22%                                              228,80\n"
     "Totale                                             1.268,80\n"
     "Ritenuta d'acconto 20%                              -200,00\n"
     "Netto a pagare                                     1.068,80\n",
     "invoice|7/2022|2022-01-31"},
    {"pt-BR: DANFE",
     "DANFE\n"
     "Documento Auxiliar da Nota Fiscal Eletrônica\n"
     "0 - ENTRADA   1 - SAÍDA   [1]\n"
     "Nº 000.004.471   SÉRIE 001   FOLHA 1/1\n"
     "NATUREZA DA OPERAÇÃO: VENDA DE MERCADORIA\n"
     "DATA DA EMISSÃO: 12/08/2021\n"
     "DESTINATÁRIO: Contoso Treinamentos Ltda    CNPJ 11.222.333/0001-44\n"
     "DADOS DO PRODUTO\n"
     "CÓDIGO   DESCRIÇÃO           UN   QTD   V. UNIT.   V. TOTAL\n"
     "M20      MATERIAL MOC        UN   15    80,00      1.200,00\n"
     "VALOR TOTAL DOS PRODUTOS                          1.200,00\n"
     "VALOR DO ICMS                                       216,00\n"
     "VALOR TOTAL DA NOTA                               1.200,00\n"
     "Pedido de compra 7781\n",
     "invoice|000.004.471|2021-08-12"},
    {"pt-BR: nota fiscal de serviços",
     "PREFEITURA DO MUNICÍPIO DE SÃO PAULO\n"
     "NOTA FISCAL ELETRÔNICA DE SERVIÇOS - NFS-e\n"
     "Número da Nota 00004410\n"
     "Data e Hora de Emissão 03/05/2022 14:22:10\n"
     "PRESTADOR DE SERVIÇOS  Treina Mais Ltda  CPF/CNPJ 12.345.678/0001-90\n"
     "TOMADOR DE SERVIÇOS  Contoso Brasil Ltda\n"
     "DISCRIMINAÇÃO DOS SERVIÇOS\n"
     "Treinamento conforme proposta 118 e pedido 4500-11, 12 vagas\n"
     "VALOR TOTAL DO SERVIÇO = R$ 3.600,00\n"
     "Base de cálculo (R$) 3.600,00   Alíquota 5%   Valor do ISS (R$) 180,00\n",
     "invoice|00004410|2022-05-03"},
    {"ja: 請求書 兼 納品書",
     "納品書 兼 請求書\n"
     "コントソ研修株式会社 御中                      No. IV-20220331-7\n"
     "                                              発行日 2022年3月31日\n"
     "ご注文番号 PO-7781  見積番号 Q-118\n"
     "株式会社テックブックス  登録番号 T9876543210987\n"
     "品名               数量    単価      金額\n"
     "MOC テキスト       20      8,000     160,000\n"
     "小計                                 160,000\n"
     "消費税(10%)                           16,000\n"
     "合計金額                             176,000\n"
     "お振込先: 〇〇銀行 新宿支店 普通 1234567\n",
     "invoice|IV-20220331-7|2022-03-31"},
    {"ja: 題のない請求",
     "株式会社あおぞら教材\n"
     "〒100-0001 東京都千代田区1-1\n"
     "請求番号　S-4410\n"
     "請求日　　2021年6月30日\n"
     "お支払期限　2021年7月31日\n"
     "下記のとおりご請求申し上げます。\n"
     "ご請求金額　￥110,000（税込）\n"
     "品目            数量    単価     金額\n"
     "試験バウチャー   10     10,000   100,000\n"
     "小計                             100,000\n"
     "消費税                            10,000\n",
     "invoice|S-4410|2021-06-30"},
    {"ko: 전자세금계산서",
     "전자세금계산서                              승인번호 20210331-41000012-11223344\n"
     "공급자   등록번호 123-45-67890   상호 (주)한빛교육\n"
     "공급받는자 등록번호 220-81-12345  상호 콘토소코리아(주)\n"
     "작성일자 2021-03-31   공급가액 1,500,000   세액 150,000\n"
     "월 일  품목          규격   수량   단가      공급가액     세액\n"
     "03 31  MOC 교재             15     100,000   1,500,000    150,000\n"
     "합계금액 1,650,000   현금   수표   어음   외상미수금\n"
     "이 금액을 (청구) 함\n",
     "invoice|20210331-41000012-11223344|2021-03-31"},
    {"ko: 청구서, 이용 기간",
     "클라우드교육 주식회사\n"
     "이용요금 청구서\n"
     "청구서 번호: B-2022-0118\n"
     "발행일: 2022년 2월 5일\n"
     "이용기간: 2022.01.01 ~ 2022.01.31\n"
     "구독 25석   750,000원\n"
     "공급가액   750,000원\n"
     "부가가치세  75,000원\n"
     "청구금액  825,000원\n"
     "입금계좌: 국민은행 123456-01-123456\n",
     "invoice|B-2022-0118|2022-02-05"},
    {"ru: УПД",
     "Универсальный передаточный документ\n"
     "Статус: 1      Счет-фактура № УТ-771 от 30 ноября 2021 г. (1)\n"
     "               Исправление № -- от -- (1а)\n"
     "Продавец: ООО «Техкнига»     ИНН/КПП продавца: 7701234567/770101001\n"
     "Покупатель: ООО «Контосо»    Документ об отгрузке № п/п 1 № УТ-771 от 30.11.2021\n"
     "Наименование товара      Ед.   Кол-во   Цена      Стоимость без налога   Ставка   Сумма налога   Стоимость с налогом\n"
     "Учебные материалы MOC    шт    20       1000,00   20000,00               20%      4000,00        24000,00\n"
     "Всего к оплате                                    20000,00                        4000,00        24000,00\n"
     "Товар (груз) передал / услуги, результаты работ, права сдал ________\n",
     "invoice|УТ-771|2021-11-30"},
    {"ru: инвойс международной компании",
     "Contoso Press EMEA                                   ИНВОЙС\n"
     "Номер инвойса: INV-RU-5510\n"
     "Дата инвойса: 2 декабря 2020 г.\n"
     "Заказ на поставку: PO-771\n"
     "Описание                  Количество    Цена       Сумма\n"
     "Электронные курсы         30            15,00      450,00\n"
     "Промежуточный итог                                 450,00\n"
     "НДС 0%                                             0,00\n"
     "Итого к оплате EUR                                 450,00\n",
     "invoice|INV-RU-5510|2020-12-02"},
    {"zh-CN: 电子发票",
     "电子发票（增值税专用发票）                  发票号码：23312000000098765432\n"
     "                                           开票日期：2023年04月18日\n"
     "购买方信息  名称：康拓培训有限公司   统一社会信用代码/纳税人识别号：91310000MA1K12345X\n"
     "销售方信息  名称：上海技书科技有限公司\n"
     "项目名称          规格型号  单位  数量   单价     金额      税率/征收率  税额\n"
     "*印刷品*MOC教材             册    20     100.00   2000.00   9%           180.00\n"
     "合计                                              ¥2000.00               ¥180.00\n"
     "价税合计（大写） 贰仟壹佰捌拾圆整        （小写）¥2180.00\n"
     "备注：合同号HT-771，订单号DD-5510\n"
     "开票人：王芳\n",
     "invoice|23312000000098765432|2023-04-18"},
    {"zh-CN: 商业发票 中英",
     "上海技书国际贸易有限公司\n"
     "商业发票 COMMERCIAL INVOICE\n"
     "发票号 Invoice No.: CI-8812          日期 Date: 2021-07-19\n"
     "合同号 Contract No.: SC-771          订单号 P/O No.: 4500-11\n"
     "货物描述 Description      数量 Qty    单价 Unit Price    金额 Amount\n"
     "Courseware kits          40          USD 25.00          USD 1,000.00\n"
     "总计 Total                                              USD 1,000.00\n",
     "invoice|CI-8812|2021-07-19"},
    {"zh-TW: 電子發票證明聯",
     "技術書城股份有限公司\n"
     "電子發票證明聯\n"
     "111年05-06月\n"
     "AB-12345678\n"
     "2022-05-06 14:02:11   格式 25\n"
     "隨機碼 4471   總計 10500\n"
     "賣方 12345678   買方 87654321\n"
     "MOC 教材   10 x 1000   10000 TX\n"
     "銷售額 10000   稅額 500   總計 10500\n",
     "invoice|AB-12345678|2022-05-06"},
    {"zh-TW: 三聯式統一發票",
     "統一發票（三聯式）\n"
     "CD-22334455\n"
     "中華民國 110 年 9 月 15 日\n"
     "買受人：康拓訓練有限公司   統一編號：87654321\n"
     "品名            數量    單價     金額      備註\n"
     "考試券          10      3,000    30,000    訂單 PO-77\n"
     "銷售額合計                       30,000\n"
     "營業稅 應稅 V                     1,500\n"
     "總計                             31,500\n"
     "總計新臺幣（中文大寫） 參萬壹仟伍佰元整\n",
     "invoice|CD-22334455|2021-09-15"},
    {"en: self-billed, credited by the customer",
     "SELF BILLED TAX INVOICE\n"
     "Recipient Created Tax Invoice\n"
     "Invoice No. SBI-0091     Date 31 December 2021\n"
     "Supplier: Lakeside Trainers    ABN 98 765 432 109\n"
     "Our order: PO-4410\n"
     "Description             Qty    Rate      Amount\n"
     "Instructor fees         4      500.00    2,000.00\n"
     "GST 10%                                    200.00\n"
     "Total                                    2,200.00\n"
     "We will pay this amount by EFT; a remittance advice will be sent.\n",
     "invoice|SBI-0091|2021-12-31"},
    {"en: untitled, sold without tax",
     "Pine Creek Press LLC\n"
     "Bill to: Partner Academy LLC        Ship to: same\n"
     "Invoice #   7741                    Terms: Net 30\n"
     "Date        03/05/2021              Due date: 04/04/2021\n"
     "Item                 Qty    Rate     Amount\n"
     "Course books         10     30.00    300.00\n"
     "Total                                $300.00\n",
     "invoice|7741|2021-03-05"},
    {"de: Lieferschein und Rechnung",
     "Lieferschein und Rechnung\n"
     "Nordlicht Bücher GmbH\n"
     "Nr. LR-771          Datum 04.04.2022\n"
     "Artikel               Menge   Preis     Gesamt\n"
     "Lehrbücher            20      30,00     600,00\n"
     "Nettobetrag                             600,00\n"
     "MwSt 7 %                                 42,00\n"
     "Gesamtbetrag                            642,00\n",
     "invoice|LR-771|2022-04-04"},
    {"ko: 거래명세서 겸 세금계산서",
     "거래명세서 겸 세금계산서\n"
     "번호: 2022-881     작성일자: 2022-04-04\n"
     "품목          수량   단가      공급가액     세액\n"
     "MOC 교재      10     100,000   1,000,000    100,000\n"
     "합계                           1,100,000\n",
     "invoice|2022-881|2022-04-04"},
    {"de: a letter that bills a period in words",
     "Nordlicht Lernplattform GmbH\n"
     "Kranich Akademie AG                            Kundennummer\n"
     "                                               10 443 871\n"
     "\n"
     "                                               Rechnungsnummer\n"
     "                                               4400718335\n"
     "                                               Rechnungsdatum\n"
     "                                               02.03.2021\n"
     "\n"
     "                                               Vertrag / Auftrag\n"
     "                                               V-20881 / AB 2020-7714 vom 11.12.2020\n"
     "\n"
     "                                               Ihre Bestellung\n"
     "                                               KA-4500119\n"
     "Guten Tag Frau Sonntag,\n"
     "für den Zeitraum Februar 2021 berechnen wir Ihnen die Nutzung der Labs: 24 Plätze zu je 41,50 EUR, zusammen 996,00 EUR.\n"
     "Hinzu kommen 19 % Umsatzsteuer, das sind 189,24 EUR. Der Gesamtbetrag von 1.185,24 EUR wird abgebucht.\n"
     "USt-IdNr. DE 298 114 663     IBAN DE71 2005 0550 1234 8871 60\n",
     "invoice|4400718335|2021-03-02"},
    {"ja: a letter that bills a period in words",
     "あおぞらクラウド学習                                   発行日2021年6月30日\n"
     "                                                       請求書番号 S2106-00877\n"
     "2021 年 6月1 日から 6 月30 日までのご利用料金を、次の通りご請求いたします。\n"
     "    ご請求額                                           184,250円\n"
     "内訳は、月額利用料167,500円、消費税等 (10%)16,750円です。 ご契約番号は C-2020-331、  ご注文は 2020年 12月18 日付の注文書によります。\n"
     "納品書はございません。\n",
     "invoice|S2106-00877|2021-06-30"},
    {"zh-TW: the title of a scan misread",
     "宏翊數位出版股份有限公司\n"
     "電子發栗證明聯\n"
     "2021-05-19\n"
     "發號碼 :QX-40718263                                  格式 :25\n"
     "   品名                  數量       單價     金額      備註\n"
     "   官方教材              16         2,450    39,200   訂單 HY5518\n"
     "   線上模擬測驗          16         700      11,200\n"
     "   銷售額合計                                50,400\n"
     "   總計                                      52,920\n",
     "invoice|QX-40718263|2021-05-19"},
    {"zh-TW: a track without a label, the title behind a stamp",
     "ZM 20774318                  統一發          票\n"
     "買受人：東海岸職業訓練中心   中華民國 110 年 4 月 19 日\n"
     "統一編號：17409338           檢查號碼：06\n"
     "   品名                      數量      單價      金額\n"
     "   官方教材                  35        420       14,700\n"
     "   銷售額合計                                    14,700\n"
     "   營業稅 應稅V                                  735\n"
     "   總計                                          15,435\n",
     "invoice|ZM 20774318|2021-04-19"},
};

Test(kind_disguised, papers) {
    expect_papers(papers, sizeof papers / sizeof *papers);
}
