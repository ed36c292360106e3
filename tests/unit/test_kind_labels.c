/* Labels and where they stand: one for number and day, over their values, beside titles that give no number. Kind, own number
 * and day of each. */
#include "paper_fixture.h"

static const PaperSample papers[] = {
    {"a day in quotation marks, below the date of the decree that the form follows",
     "Приложение № 1\nк постановлению Правительства Российской Федерации\nот 26 декабря 2011 г. № 1137\n"
     "СЧЕТ-ФАКТУРА № 1147 от «22» марта 2022 г. (1)\nПродавец: ООО «Онега»\nНаименование товара   Количество   Цена   Стоимость\n"
     "Подписка   25   11 200,00   280 000,00\nСумма налога   56 000,00\nВсего к оплате   336 000,00\n",
     "invoice|1147|2022-03-22"},
    {"a number of the tax office beside the sender's own",
     "전자세금계산서 (공급받는자 보관용)\n승인번호 20210407-41000096-77120443\n작성일자      공급가액      세액\n"
     "2021-04-07      3,780,000     378,000\n월일   품목   수량   단가   공급가액   세액\n04/07   MOC   42   90,000   3,780,000   378,000\n"
     "세금계산서 번호: HG-210407\n",
     "invoice|HG-210407|2021-04-07"},
    {"figures joined by dashes are no sums below zero",
     "領収書   No. 003918\n令和4年9月6日\n有限会社あおば様\n¥165,000-\n但し 公式教材代として正に領収いたしました\n"
     "税抜金額   ¥150,000   長野県上田市中央2-15-6\n消費税等(10%)   ¥15,000   TEL 0268-22-7741\n",
     "receipt|003918|2022-09-06"},
    {"what the tax office calls the paper is not its number, where it has one",
     "FACTURA\nMTY-20418\nFecha de emisión: 17/05/2023\nCantidad   Descripción   P. unitario   Importe\n20   Curso   2,150.00   43,000.00\n"
     "Subtotal   $ 43,000.00\nIVA 16%   $ 6,880.00\nTotal   $ 49,880.00\nFolio fiscal (UUID): 6D2B0C71-94E5-4A1F-8C3D-5B7E12A9F064\n",
     "invoice|MTY-20418|2023-05-17"},
    {"self-billing that asks for no further invoice",
     "Abrechnungsgutschrift Nr. ABG-2022-000733\nvom 31.05.2022\nRechnung im Gutschriftverfahren gemäß § 14 Abs. 2 Satz 2 UStG.\n"
     "Leistung   Anzahl   Satz   Betrag\nPrüfungen   18   22,00   396,00\nNettobetrag   396,00\nUmsatzsteuer 19 %   75,24\n"
     "Auszahlungsbetrag   471,24\nStellen Sie uns keine weitere Rechnung.\n",
     "invoice|ABG-2022-000733|2022-05-31"},
    {"one label for number and day",
     "COMMERCIAL INVOICE\nInvoice No. & Date  EX-2021-44 / 4 March 2021\nBuyer's Order No.  BO-118\n"
     "Description of goods   Quantity   Rate   Amount\nCourse books   10   5.00   50.00\nGrand total   50.00\n",
     "invoice|EX-2021-44|2021-03-04"},
    {"one label in German, the value in the next cell",
     "RECHNUNG\nNr. / Datum:     R-881 / 04.03.2021\nBezeichnung   Menge   Preis   Betrag\nUnterlagen   10   5,00   50,00\n"
     "Nettobetrag   50,00\nUSt. 19 %   9,50\nGesamtbetrag   59,50\n",
     "invoice|R-881|2021-03-04"},
    {"a title with the word for number, an umlaut's sharp s",
     "Schlußrechnung Nr. 2021/0815\nDatum: 28. Juni 2021\nMenge   Leistung   Preis   Betrag\n5   Unterlagen   10,00   50,00\n"
     "Gesamt netto   50,00\nMwSt 19 %   9,50\nZu zahlen   59,50\n",
     "invoice|2021/0815|2021-06-28"},
    {"the address below a title gives no number",
     "                                              NOTE D'HONORAIRES\nÉditions Pellerin             Formatech SAS\n"
     "12 rue Colbert                3 quai de Seine, 75013 Paris\nN°:   21-0071                 Lyon, le   14 juin 2021\n"
     "Prestation   Quantité   Prix unitaire   Montant\nAccès   40   35,00 €   1 400,00 €\nMontant HT   1 400,00 €\nTVA 20 %   280,00 €\n"
     "Total TTC   1 680,00 €\n",
     "invoice|21-0071|2021-06-14"},
    {"the firm's own number behind a title further down",
     "DANFE\nNº   000.118.442\nData de emissão   05/03/2021\nDescrição do produto   Qtd.   Vlr. unit.   Vlr. total\n"
     "Livros   25   45,00   1.125,00\nValor total dos produtos   1.125,00\nValor total da nota   R$ 1.125,00\n"
     "Documento Auxiliar da Nota Fiscal Eletrônica. CNPJ 12.345.678/0001-90\n",
     "invoice|000.118.442|2021-03-05"},
    {"the number of the document, where no label says invoice",
     "FACTURE\nPièce N°: FC00012345\nDate: 05/03/21\nDésignation   Qté   P.U. HT   Montant HT\nLivres   25   9,00   225,00\n"
     "Total HT   225,00\nTVA 20 %   45,00\nNet à payer   270,00 €\n",
     "invoice|FC00012345|2021-03-05"},
    {"labels over their values beside the addresses",
     "Éditions Pellerin                                Date de facturation\n12 rue Colbert                                   18/04/2021\n"
     "Formatech SAS                                    Devis n°\n3 quai de Seine                                  DE2103-0051\n"
     "                                                 Bon de commande client\n                                                 4500-221\n\n"
     "FACTURE D'ACOMPTE N° FA2104-0092\nDésignation   Qté   PU HT   Total HT\nAcompte 30 %   1   810,00   810,00\nTotal HT   810,00 €\n"
     "TVA 20 %   162,00 €\nTotal TTC   972,00 €\nUne facture de solde sera établie à la livraison.\n",
     "invoice|FA2104-0092|2021-04-18"},
    {"a note to the tax is not said of the paper",
     "Contoso Cloud Invoice\nInvoice Summary\nInvoice Number:   42183017\nInvoice Date:   August 3, 2021\nTOTAL AMOUNT DUE ON August 3, 2021   $4.11\n"
     "Charges   $4.11\nVAT **   $0.00\nTotal for this invoice   $4.11\n** This is not a VAT invoice\n",
     "invoice|42183017|2021-08-03"},
    {"said of the paper it counts",
     "Contoso Cloud Invoice\nInvoice Summary\nInvoice Number:   42183017\nInvoice Date:   August 3, 2021\nTOTAL AMOUNT DUE ON August 3, 2021   $4.11\n"
     "Charges   $4.11\nVAT   $0.00\nTotal for this invoice   $4.11\n** This is not a VAT invoice\n",
     "other|-|2021-08-03"},
    {"a bank's slip is no receipt of the seller", "CONTABILE BONIFICO\nOrdinante   Formatec Srl\nBeneficiario   Edizioni Rivolta\nImporto   2.745,00 EUR\n"
     "Causale   Saldo fattura 118/21\nData esecuzione   19/03/2021\n", "other|-|2021-03-19"},
    {"another bank's", "银行电子回单\n付款人：格式科技有限公司\n收款人：学习出版社\n金额：2542.50\n用途：货款 发票41750926\n交易日期：2021-03-19\n", "other|-|2021-03-19"},
    {"a form about an invoice",
     "Invoice dispute form\nInvoice Number:   42183017\nInvoice Date:   August 3, 2021\nAmount   $4.11\nDescription   Quantity   Price\nBooks   1   4.11\n",
     "other|-|2021-08-03"},
    {"what follows the delivery makes no delivery note",
     "주문 접수 안내\n주문번호: 8831\n고객님의 주문이 정상적으로 접수되었습니다. 세금계산서는 배송 완료 후 발행됩니다.\n"
     "상품명   수량   판매가   금액\n이용권   16   38,000원   608,000원\n결제예정금액   668,800원\n",
     "order_confirmation|8831|-"},
};

Test(kind_labels, papers) {
    expect_papers(papers, sizeof papers / sizeof *papers);
}
