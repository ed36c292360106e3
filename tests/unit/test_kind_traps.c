/* Papers that look like others: forms, terms in small print, numbers of other papers. Kind, own number and day of each. */
#include "paper_fixture.h"

static const PaperSample papers[] = {
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
    /* ---- of many countries ---- */
    {"an advance announces delivery and balance",
     "Sté Lumen Éditions                      Campus du Lac\n"
     "12 rue Haute, 38000 Grenoble\n"
     "FACTURE D'ACOMPTE\n"
     "N° : FAC-2021-0071              Date : 04/05/2021\n"
     "Réf. devis : DE-2021-118         Réf. commande client : 4500771\n"
     "Désignation                  Qté    P.U. HT   Montant HT\n"
     "Acompte 40 % sur formation   1      800,00    800,00\n"
     "Total HT   800,00 €\n"
     "TVA 20 %   160,00 €\n"
     "Total TTC   960,00 €\n"
     "Solde à facturer à la livraison. Un bon de livraison et une facture de solde vous parviendront.\n",
     "invoice|FAC-2021-0071|2021-05-04"},
    {"a deposit quotes its order",
     "Tax Invoice\n"
     "Invoice #: D-2207         Issue date: 7 Feb 2022\n"
     "Quote: Q-119              PO: 77120\n"
     "Description                 Qty   Rate     Amount\n"
     "Deposit 50% on quote Q-119   1   550.00   550.00\n"
     "Subtotal 550.00\n"
     "GST 55.00\n"
     "Total AUD 605.00\n"
     "The balance invoice will be raised on completion.\n",
     "invoice|D-2207|2022-02-07"},
    {"a credit note quotes its invoice",
     "NOTA DI CREDITO\n"
     "N. 14/NC del 03/06/2021\n"
     "Rif. fattura n. 221 del 12/05/2021\n"
     "Descrizione   Q.tà   Prezzo   Importo\n"
     "Reso libri      3    20,00    60,00\n"
     "Imponibile 60,00\n"
     "IVA 22% 13,20\n"
     "Totale 73,20\n",
     "credit_note|14/NC|2021-06-03"},
    {"a Korean delivery statement",
     "                         거 래 명 세 서\n"
     "                                                     No. 2021-0331\n"
     "일자 : 2021년 3월 9일                등록번호  123-45-67890\n"
     "가온교육원 귀하                       상    호  (주)새봄   성명  김하나\n"
     "아래와 같이 계산합니다.\n"
     "품목           규격    수량    단가      공급가액    세액\n"
     "교재           권      20     10,000    200,000    20,000\n"
     "합계                                    200,000    20,000\n"
     "세금계산서는 월말에 발행합니다.\n",
     "delivery_note|2021-0331|2021-03-09"},
    {"a Korean quotation with a bank account",
     "견   적   서\n"
     "견적번호 : EST-77\n"
     "견적일 : 2022-01-11\n"
     "수신 : 한빛학원\n"
     "품명   수량   단가   금액\n"
     "교재   10   15,000   150,000\n"
     "공급가액   150,000\n"
     "부가세   15,000\n"
     "합계   165,000\n"
     "유효기간 : 견적일로부터 15일\n"
     "입금계좌 : 국민은행 123-456\n",
     "quotation|EST-77|2022-01-11"},
    {"a Korean form with boxes beside its title",
     "                    세 금 계 산 서 (공급자 보관용)        책번호   권   호\n"
     "                                                          일련번호   7 - 118\n"
     "공  등록번호  214-81-55555        공  등록번호  105-82-66666\n"
     "급  상호  (주)동해교육   성명 이철수   급  상호  강릉학원   성명  박영희\n"
     "자  사업장  강원도 강릉시             받  사업장 강원도 동해시\n"
     "작 성         공 급 가 액      세 액      비고\n"
     "2020 09 14    500,000         50,000\n"
     "월 일   품목   규격  수량  단가   공급가액  세액\n"
     "09 14   교재        10   50,000  500,000  50,000\n"
     "합계금액  현금  수표  어음  외상미수금   이 금액을 영수 함\n"
     "550,000  550,000\n",
     "invoice|7 - 118|-"},
    {"a uniform invoice of three copies",
     "                      統一發票（三聯式）\n"
     "                                               AB12345678\n"
     "              中華民國 110 年 5 月 12 日\n"
     "買受人：晨光文教有限公司\n"
     "統一編號：12345675\n"
     "地址：台北市大安區\n"
     "品名          數量    單價     金額     備註\n"
     "教材          10      500      5,000\n"
     "                      銷售額合計      5,000\n"
     "營業稅  應稅 v          營業稅          250\n"
     "                      總計            5,250\n"
     "總計新臺幣：伍仟貳佰伍拾元整\n",
     "invoice|AB12345678|2021-05-12"},
    {"a delivery in Taiwan",
     "出 貨 單\n"
     "單號：SH-2203-07            日期：2022/03/18\n"
     "客戶：遠景補習班              訂單編號：PO-551\n"
     "品名     數量   單價    金額\n"
     "教材      20    300    6,000\n"
     "合計  6,000\n"
     "發票另寄。 簽收：\n",
     "delivery_note|SH-2203-07|2022-03-18"},
    {"a quotation in Taiwan",
     "估價單\n"
     "估價單號: E-1101\n"
     "日期: 110年11月1日\n"
     "品名  數量  單價  金額\n"
     "講義  30  120  3,600\n"
     "合計 3,600\n"
     "本估價單有效期限30天，確認後請簽回。\n",
     "quotation|E-1101|2021-11-01"},
    {"a receipt with tax",
     "              領 収 証           No. 0077\n"
     "              令和3年12月10日\n"
     "株式会社はるか 様\n"
     "        金 額  ¥55,000-\n"
     "但し 書籍代として\n"
     "上記正に領収いたしました\n"
     "内訳  税抜金額 50,000  消費税額 5,000\n",
     "receipt|0077|2021-12-10"},
    {"a delivery in Japan",
     "納品書\n"
     "No. D-3318\n"
     "2022年2月8日\n"
     "有限会社ひまわり塾 御中\n"
     "下記の通り納品いたしました。\n"
     "品名   数量   単価   金額\n"
     "教材   10    1,200   12,000\n"
     "合計  12,000\n"
     "請求書は別途送付いたします。\n",
     "delivery_note|D-3318|2022-02-08"},
    {"an invoice over deliveries",
     "請 求 書\n"
     "                                     請求番号 2203-118\n"
     "                                     請求日 2022年3月31日\n"
     "桜丘アカデミー 御中                   株式会社ミナト\n"
     "納品書番号 N-551、N-560\n"
     "ご請求額  ¥132,000\n"
     "品番・品名    数量  単価  金額\n"
     "教材A         10   12,000  120,000\n"
     "小計 120,000\n"
     "消費税 12,000\n"
     "合計 132,000\n"
     "領収書は発行いたしません。見積書 Q-77 に基づくご請求です。\n",
     "invoice|2203-118|2022-03-31"},
    {"a quotation with terms",
     "御 見 積 書\n"
     "見積番号: MT-2205-11\n"
     "見積日: 2022/05/11\n"
     "株式会社ABC 御中\n"
     "下記の通りお見積り申し上げます。\n"
     "品名  数量 単価 金額\n"
     "教材 5 10,000 50,000\n"
     "小計 50,000\n"
     "消費税 5,000\n"
     "合計 55,000\n"
     "お支払条件: 請求書発行後30日\n",
     "quotation|MT-2205-11|2022-05-11"},
    {"the tax form of Russia",
     "Счет-фактура № 77 от 3 февраля 2022 г.\n"
     "Исправление № — от —\n"
     "Продавец: ООО «Книга»\n"
     "ИНН/КПП продавца: 7701234567/770101001\n"
     "К платежно-расчетному документу № 5 от 01.02.2022\n"
     "Покупатель: АНО «Центр»\n"
     "Валюта: наименование, код Российский рубль, 643\n"
     "Наименование товара   Ед.  Кол-во  Цена  Стоимость без налога  Налоговая ставка  Сумма налога  Стоимость с налогом\n"
     "Курс                  шт   10     100,00   1 000,00    20%     200,00     1 200,00\n"
     "Всего к оплате  1 000,00  200,00  1 200,00\n",
     "invoice|77|2022-02-03"},
    {"a waybill",
     "Унифицированная форма № ТОРГ-12\n"
     "ТОВАРНАЯ НАКЛАДНАЯ   Номер документа   Дата составления\n"
     "                     211               14.04.2021\n"
     "Грузополучатель: АНО «Центр»\n"
     "Поставщик: ООО «Книга»\n"
     "Основание: Договор № 5\n"
     "Наименование  Ед.  Количество  Цена  Сумма без НДС  НДС  Сумма с НДС\n"
     "Учебник  шт  10  100,00  1 000,00  200,00  1 200,00\n"
     "Всего по накладной  1 000,00  200,00  1 200,00\n",
     "delivery_note|211|2021-04-14"},
    {"a universal transfer document",
     "Универсальный передаточный документ\n"
     "Статус: 1\n"
     "Счет-фактура № 318 от 22.06.2021\n"
     "Продавец: ООО «Книга»  ИНН 7701234567\n"
     "Покупатель: АНО «Центр»\n"
     "Наименование товара  Ед.  Кол-во  Цена  Стоимость без налога  Налоговая ставка  Сумма налога  Стоимость с налогом\n"
     "Курс  шт  5  100,00  500,00  20%  100,00  600,00\n"
     "Всего к оплате  500,00  100,00  600,00\n"
     "Основание передачи: Договор № 9 от 01.02.2021\n",
     "invoice|318|2021-06-22"},
    {"a receipt for an invoice",
     "RECIBO Nº 331\n"
     "Recebemos de Escola Atlântico a quantia de R$ 1.200,00 referente à fatura FT 2021/88.\n"
     "Porto Alegre, 14 de maio de 2021\n",
     "receipt|331|2021-05-14"},
    {"a proforma in Portuguese",
     "FATURA PRÓ-FORMA\n"
     "N.º PF 2021/15\n"
     "Data: 02-03-2021\n"
     "Descrição   Qtd.   Preço Unit.   Total\n"
     "Licenças     10     25,00        250,00\n"
     "Total ilíquido 250,00\n"
     "IVA 23% 57,50\n"
     "Total 307,50\n"
     "Este documento não serve de fatura.\n",
     "proforma_invoice|PF 2021/15|2021-03-02"},
    {"a proforma in Spanish",
     "FACTURA PROFORMA Nº 22/118\n"
     "Fecha: 08/02/2022\n"
     "Concepto    Uds.   Precio   Importe\n"
     "Libros       10    12,00    120,00\n"
     "Base imponible 120,00\n"
     "IVA 21% 25,20\n"
     "TOTAL 145,20\n",
     "proforma_invoice|22/118|2022-02-08"},
    {"a corrected invoice, day of its own",
     "FACTURA RECTIFICATIVA\n"
     "Nº: R-2021-07\n"
     "Fecha: 19/07/2021\n"
     "Factura rectificada: F-2021-331 de 02/07/2021\n"
     "Concepto    Uds.   Precio   Importe\n"
     "Devolución   2    30,00    60,00\n"
     "Base imponible 60,00\n"
     "IVA 21% 12,60\n"
     "TOTAL 72,60\n",
     "credit_note|R-2021-07|2021-07-19"},
    {"a simplified invoice",
     "FACTURA SIMPLIFICADA\n"
     "Núm.: T-88121      Fecha: 05/05/2021\n"
     "Uds.  Descripción   Precio   Importe\n"
     "2     Manual        15,00    30,00\n"
     "Base imponible 28,85\n"
     "IVA 4% 1,15\n"
     "TOTAL 30,00\n"
     "Gracias por su compra. Albarán y pedido incluidos.\n",
     "invoice|T-88121|2021-05-05"},
    {"a quotation that speaks of invoices",
     "Angebot\n"
     "Angebots-Nr.: AN-2022-18\n"
     "Datum: 07.01.2022\n"
     "Kundennummer: 551\n"
     "Pos  Bezeichnung   Menge   Einzelpreis   Gesamt\n"
     "1    Unterlagen     20      45,00        900,00\n"
     "Netto 900,00 €\n"
     "19 % USt. 171,00 €\n"
     "Gesamtbetrag 1.071,00 €\n"
     "Rechnungsstellung nach Lieferung, Zahlungsziel 14 Tage nach Rechnungsdatum.\n",
     "quotation|AN-2022-18|2022-01-07"},
    {"a partial invoice",
     "Musterverlag GmbH\n"
     "2. Abschlagsrechnung Nr. AR-551\n"
     "Rechnungsdatum: 15.03.2021\n"
     "Auftrag: AU-12\n"
     "Leistung   Menge   Preis   Betrag\n"
     "Teil 2      1     1.000,00   1.000,00\n"
     "Nettobetrag 1.000,00 €\n"
     "zzgl. 19 % MwSt. 190,00 €\n"
     "Zu zahlen 1.190,00 €\n"
     "Bereits geleistete Zahlungen werden mit der Schlussrechnung verrechnet.\n",
     "invoice|AR-551|2021-03-15"},
    {"a delivery that bears an invoice number",
     "Lieferschein\n"
     "Lieferschein-Nr.: LS-118\n"
     "Datum: 04.05.2021\n"
     "Rechnung Nr.: RE-220\n"
     "Ihre Bestellung: B-77\n"
     "Artikel   Menge\n"
     "Unterlagen   20\n",
     "delivery_note|LS-118|2021-05-04"},
    {"a delivery in China",
     "送货单\n"
     "单据编号：SH20210607\n"
     "日期：2021-06-07\n"
     "客户名称：北京某学校\n"
     "品名  数量  单价  金额\n"
     "教材  10  50.00  500.00\n"
     "合计  500.00\n"
     "发票随后开具。收货人签字：\n",
     "delivery_note|SH20210607|2021-06-07"},
    {"a statement in China",
     "对账单\n"
     "对账期间：2021年5月\n"
     "制表日期：2021年6月1日\n"
     "日期  发票号码  金额  已付  余额\n"
     "2021-05-03  12345678  1,000.00  0.00  1,000.00\n"
     "2021-05-17  12345690  2,000.00  0.00  3,000.00\n"
     "合计  3,000.00\n"
     "请核对后盖章回传。\n",
     "account_statement|-|2021-06-01"},
    {"a receipt in China",
     "收 据\n"
     "No 0011882\n"
     "2021年4月9日\n"
     "今收到 北京某学校\n"
     "交来 教材款\n"
     "人民币（大写）伍仟元整 ￥5,000.00\n"
     "收款单位（盖章）  收款人\n",
     "receipt|0011882|2021-04-09"},
    {"an official receipt",
     "OFFICIAL RECEIPT\n"
     "Receipt No: OR-5512\n"
     "Date: 12 August 2021\n"
     "Received from: Lakeside College\n"
     "The sum of: USD 1,250.00\n"
     "In payment of Invoice No. INV-881\n",
     "receipt|OR-5512|2021-08-12"},
    {"a remittance advice",
     "REMITTANCE ADVICE\n"
     "Payment date: 4 May 2022\n"
     "Payment ref: 771881\n"
     "Invoice no.    Invoice date    Amount     Paid\n"
     "INV-1          01/04/2022      100.00     100.00\n"
     "INV-2          08/04/2022      200.00     200.00\n"
     "Total paid 300.00\n",
     "other|-|-"},
    {"a packing list",
     "PACKING LIST\n"
     "Packing list no. PL-118     Date: 3 Mar 2021\n"
     "Commercial invoice no.: CI-551\n"
     "Order: 77\n"
     "Item   Qty   Weight\n"
     "Books   20   12 kg\n",
     "delivery_note|PL-118|2021-03-03"},
    {"a commercial invoice",
     "COMMERCIAL INVOICE\n"
     "Invoice No.: CI-2201\n"
     "Date: 05 January 2022\n"
     "Order No.: SO-118       Packing list: PL-77\n"
     "Description   Qty   Unit Price   Amount\n"
     "Course kits    20    30.00      600.00\n"
     "Total  600.00\n"
     "Terms: DAP. Country of origin: Ireland\n",
     "invoice|CI-2201|2022-01-05"},
    /* ---- not to be accepted ---- */
    {"the state of an order shows the invoice",
     "Shop Ltd   VAT GB123\n"
     "Order no.     Date          Invoice no.    Status\n"
     "SO-1          03/02/2022    INV-9          shipped\n"
     "Description   Qty   Price   Amount\n"
     "Books         2     10.00   20.00\n"
     "Subtotal 20.00\n"
     "VAT 20% 4.00\n"
     "Total 24.00\n",
     "order_confirmation|SO-1|-"},
    {"a cancellation of what was paid",
     "Rechnung\n"
     "Rechnungsnummer: S-5\n"
     "Datum: 03.02.2022\n"
     "Storno der Rechnung R-4\n"
     "Artikel Menge Preis Betrag\n"
     "Buch   -2   10,00   -20,00\n"
     "Netto -20,00\n"
     "USt. -3,80\n"
     "Rechnungsbetrag -23,80\n"
     "Bereits gezahlter Betrag 23,80\n",
     "credit_note|S-5|2022-02-03"},
    {"a cancellation that does not say so",
     "RECHNUNG\n"
     "Rechnungsnummer: S-5\n"
     "Datum: 03.02.2022\n"
     "Artikel   Menge   Preis   Betrag\n"
     "Buch   -2   10,00   -20,00\n"
     "Netto   -20,00\n"
     "USt. 19 %   -3,80\n"
     "Summe   -23,80\n"
     "Offener Betrag 0,00\n",
     "credit_note|-|2022-02-03"},
    {"a draft that says so below the title of an invoice",
     "INVOICE\n"
     "Invoice no.: 551    Date: 3 May 2021\n"
     "Description   Qty   Price   Amount\n"
     "Books   2   10.00   20.00\n"
     "Subtotal 20.00\n"
     "VAT 4.00\n"
     "Total 24.00\n"
     "Pro forma only, goods are sent free of charge and the value is stated for customs purposes alone, nothing is to be paid.\n",
     "proforma_invoice|-|2021-05-03"},
    {"a letter about an invoice",
     "Spett.le\n"
     "Scuola Alfa\n"
     "in allegato la fattura n. 12 del 03/05/2021\n"
     "Descrizione   Q.tà   Prezzo   Importo\n"
     "Libri  2   10,00   20,00\n"
     "Imponibile 20,00\n"
     "IVA 4,40\n"
     "Totale 24,40\n"
     "Vi preghiamo di saldare la fattura sopra indicata.\n",
     "other|-|-"},
    {"a correction of a self-billed paper",
     "Rechnungskorrektur\n"
     "Nr.: K-5   Datum: 03.02.2022\n"
     "zur Gutschrift G-4 im Gutschriftverfahren\n"
     "Leistung   Menge   Preis   Betrag\n"
     "Kurs   1   10,00   10,00\n"
     "Netto 10,00\n"
     "USt. 19 % 1,90\n"
     "Gesamtbetrag 11,90\n",
     "credit_note|K-5|2022-02-03"},
    {"an order that asks for an invoice",
     "注文書\n"
     "No. 551\n"
     "2022年5月1日\n"
     "株式会社ミナト 御中\n"
     "下記の通り注文いたします。請求書番号を記載の上、ご請求書をお送りください。\n"
     "品名 数量 単価 金額\n"
     "教材 10 1,000 10,000\n"
     "小計 10,000\n"
     "消費税 1,000\n"
     "合計 11,000\n",
     "purchase_order|551|2022-05-01"},
    {"an estimate of an invoice",
     "Kostenvoranschlag\n"
     "KV-Nr. 55   Datum 03.02.2022\n"
     "Position   Menge   Einzelpreis   Gesamt\n"
     "Kurs   2   10,00   20,00\n"
     "Netto 20,00\n"
     "19 % USt. 3,80\n"
     "voraussichtlicher Rechnungsbetrag 23,80\n",
     "quotation|55|2022-02-03"},
    {"a credit to a self-billed invoice",
     "Credit note\n"
     "Credit note no. C-1   Date: 3 May 2021\n"
     "Self-billing agreement 77\n"
     "Correction to invoice SB-4\n"
     "Description   Qty   Price   Amount\n"
     "Books   1   10.00   10.00\n"
     "Net 10.00\n"
     "VAT 2.00\n"
     "Total 12.00\n",
     "credit_note|C-1|2021-05-03"},
    {"a self-billed credit",
     "Self-billed credit note\n"
     "No. C-1   Date: 3 May 2021\n"
     "Description   Qty   Price   Amount\n"
     "Returned books   1   10.00   10.00\n"
     "Net 10.00\n"
     "VAT 2.00\n"
     "Total 12.00\n",
     "credit_note|C-1|2021-05-03"},
};

Test(kind_traps, papers) {
    expect_papers(papers, sizeof papers / sizeof *papers);
}
