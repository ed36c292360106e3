/* Papers about sales: what heads a part of an invoice and what heads a report of invoices; what asks to pay and what bills. */
#include "paper_fixture.h"

static const PaperSample papers[] = {
    /* ---- a part of the invoice, headed by its name ---- */
    {"a shop's invoice and its summary",
     "Подтверждение счета!\n"
     "Ваш счет #77 для заказа ##412, созданный 3 февраля 2025 г.\n"
     "\n"
     "Сводка счета\n"
     "Артикул | Имя | Цена | Кол-во\n"
     "PRO-12 | Analytics Pro | 1 234,50 ₽ | 1\n"
     "\n"
     "Подитог: 1 234,50 ₽\n"
     "Общая сумма: 1 234,50 ₽\n",
     "invoice|77|2025-02-03"},
    {"the same in other words",
     "Счет-фактура № 78 от 03.02.2025\n"
     "Продавец: ООО «Контосо»\n"
     "\n"
     "Сводка счета-фактуры:\n"
     "Наименование | Цена | Кол-во | Сумма\n"
     "Курс | 900,00 | 2 | 1 800,00\n"
     "\n"
     "Всего к оплате: 1 800,00\n",
     "invoice|78|2025-02-03"},
    {"a report with the summary of an invoice",
     "Отчет\n"
     "Сводка счета\n"
     "Наименование | Цена | Кол-во | Сумма\n"
     "Курс | 900,00 | 2 | 1 800,00\n"
     "Итого: 1 800,00\n",
     "partner_report|-|-"},
    {"nothing but the summary of an invoice",
     "Сводка счета\n"
     "Клиент: ООО «Контосо»\n"
     "Наименование | Цена | Кол-во | Сумма\n"
     "Курс | 900,00 | 2 | 1 800,00\n"
     "Итого: 1 800,00\n",
     "partner_report|-|-"},
    {"a summary of several",
     "Сводка по счетам\n"
     "Клиент: ООО «Контосо»\n"
     "Счет № 358 от 17.03.2025\n"
     "Наименование | Цена | Кол-во | Сумма\n"
     "Курс | 900,00 | 2 | 1 800,00\n"
     "Итого: 1 800,00\n",
     "partner_report|-|-"},
    {"en: a summary within",
     "INVOICE\n"
     "Invoice no.: 358\n"
     "Date: 17 March 2025\n"
     "\n"
     "Invoice summary\n"
     "Description | Price | Qty | Amount\n"
     "Analytics | 1,234.50 | 1 | 1,234.50\n"
     "Total: 1,234.50\n",
     "invoice|358|2025-03-17"},
    {"de: a summary within",
     "RECHNUNG\n"
     "Rechnungsnummer: 358\n"
     "Rechnungsdatum: 17.03.2025\n"
     "\n"
     "Rechnungsübersicht\n"
     "Artikel | Preis | Menge | Betrag\n"
     "Analytics | 1.234,50 | 1 | 1.234,50\n"
     "Gesamtbetrag: 1.234,50\n",
     "invoice|358|2025-03-17"},
    {"fr: a summary within",
     "Facture n° 358\n"
     "Date : 17/03/2025\n"
     "\n"
     "Récapitulatif de la facture\n"
     "Désignation | Prix | Quantité | Montant\n"
     "Analytics | 1 234,50 | 1 | 1 234,50\n"
     "Total TTC : 1 234,50\n",
     "invoice|358|2025-03-17"},
    {"es: a summary within",
     "Factura nº 358\n"
     "Fecha: 17/03/2025\n"
     "\n"
     "Resumen de la factura\n"
     "Descripción | Precio | Cantidad | Importe\n"
     "Analytics | 1.234,50 | 1 | 1.234,50\n"
     "Total: 1.234,50\n",
     "invoice|358|2025-03-17"},
    {"zh: a summary within",
     "发票\n"
     "发票号码: 358\n"
     "开票日期: 2025年3月17日\n"
     "\n"
     "发票摘要\n"
     "名称 | 单价 | 数量 | 金额\n"
     "Analytics | 1,234 | 1 | 1,234\n"
     "合计: 1,234元\n",
     "invoice|358|2025-03-17"},
    /* ---- a report of what was sold ---- */
    {"en: a report that names an invoice",
     "Sales report for March\n"
     "Your invoice #358 for order #10427\n"
     "Description | Price | Qty | Amount\n"
     "Analytics | 1,234.50 | 1 | 1,234.50\n"
     "Total: 1,234.50\n",
     "partner_report|-|-"},
    {"de: a report that names an invoice",
     "Umsatzbericht März\n"
     "Rechnung Nr. 358 vom 3.3.2025\n"
     "Bezeichnung | Preis | Menge | Betrag\n"
     "Analytics | 1.234,50 | 1 | 1.234,50\n"
     "Gesamtbetrag: 1.234,50\n",
     "partner_report|-|-"},
    {"fr: a report that names an invoice",
     "Rapport des ventes mars\n"
     "Facture n° 358\n"
     "Désignation | Prix | Quantité | Montant\n"
     "Analytics | 1 234,50 | 1 | 1 234,50\n"
     "Total TTC : 1 234,50\n",
     "partner_report|-|-"},
    {"es: a report that names an invoice",
     "Informe de ventas marzo\n"
     "Factura nº 358\n"
     "Descripción | Precio | Cantidad | Importe\n"
     "Analytics | 1.234,50 | 1 | 1.234,50\n"
     "Total: 1.234,50\n",
     "partner_report|-|-"},
    {"it: a report that names an invoice",
     "Report vendite marzo\n"
     "Fattura n. 358\n"
     "Descrizione | Prezzo | Quantità | Importo\n"
     "Analytics | 1.234,50 | 1 | 1.234,50\n"
     "Totale: 1.234,50\n",
     "partner_report|-|-"},
    {"pt: a report that names an invoice",
     "Relatório de vendas março\n"
     "Fatura nº 358\n"
     "Descrição | Preço | Quantidade | Valor\n"
     "Analytics | 1.234,50 | 1 | 1.234,50\n"
     "Total: 1.234,50\n",
     "partner_report|-|-"},
    {"ja: a report that names an invoice",
     "販売レポート\n"
     "請求書番号: 358\n"
     "品名 | 単価 | 数量 | 金額\n"
     "Analytics | 1,234 | 1 | 1,234\n"
     "合計: 1,234円\n",
     "partner_report|-|-"},
    {"zh: a report that names an invoice",
     "销售报告\n"
     "发票号码: 358\n"
     "名称 | 单价 | 数量 | 金额\n"
     "Analytics | 1,234 | 1 | 1,234\n"
     "合计: 1,234元\n",
     "partner_report|-|-"},
    {"ko: a report that names an invoice",
     "판매 보고서\n"
     "송장 번호: 358\n"
     "품목 | 단가 | 수량 | 금액\n"
     "Analytics | 1,234 | 1 | 1,234\n"
     "합계: 1,234원\n",
     "partner_report|-|-"},
    {"ru: a report that names an invoice",
     "Отчет о продажах за март\n"
     "Ваш счет #358 для заказа #10427\n"
     "Наименование | Цена | Кол-во | Сумма\n"
     "Analytics | 1 234,50 | 1 | 1 234,50\n"
     "Итого: 1 234,50\n",
     "partner_report|-|-"},
    /* ---- a name that may ask to pay ---- */
    {"what an order to the bank is filled in from",
     "Счет № 358 от 17 марта 2025 г.\n"
     "Поставщик: ООО «Ромашка», ИНН 7701234567, КПП 770101001\n"
     "Банк: ПАО «Север», БИК 044525225, к/с 30101810400000000225\n"
     "р/с 40702810900000001234\n"
     "№ | Наименование | Кол-во | Цена | Сумма\n"
     "1 | Курс | 1 | 1 234,50 | 1 234,50\n"
     "Итого: 1 234,50\n"
     "Без НДС\n"
     "Всего к оплате: 1 234,50\n",
     "proforma_invoice|-|-"},
    {"the same in another order",
     "ООО «Ромашка»\n"
     "Банк получателя: АО «Юг»   БИК 044525111\n"
     "Получатель: ООО «Ромашка»   Сч. № 40702810900000001234\n"
     "СЧЕТ № 12\n"
     "от 01.02.2024\n"
     "Наименование | Кол-во | Цена | Сумма\n"
     "Курс | 2 | 500,00 | 1 000,00\n"
     "Итого: 1 000,00\n",
     "proforma_invoice|-|2024-02-01"},
    {"a name that means nothing else, with a bank",
     "Счет-фактура № 358 от 17 марта 2025 г.\n"
     "Продавец: ТОО «Ромашка», БИН 990140001234\n"
     "Банк: АО «Север», БИК 044525225, к/с 30101810400000000225\n"
     "Наименование | Кол-во | Цена | Сумма\n"
     "Курс | 1 | 1 234,50 | 1 234,50\n"
     "Всего к оплате: 1 234,50\n",
     "invoice|358|2025-03-17"},
    {"a name that may mean either, without a bank",
     "Счет № 44 от 17 марта 2025 г.\n"
     "Заказ № 9911 выполнен 16 марта 2025 г.\n"
     "Наименование | Кол-во | Цена | Сумма\n"
     "Курс | 1 | 1 234,50 | 1 234,50\n"
     "Итого: 1 234,50\n",
     "invoice|44|2025-03-17"},
    {"the national form of a request to pay, without its bank",
     "                         СЧЕТ № 117 от 14 января 2020 г.\n"
     "Поставщик: ООО «Учебный центр», ИНН 7701234567, КПП 770101001\n"
     "Покупатель: ООО «Партнер»\n"
     "№   Наименование                  Кол-во   Цена       Сумма\n"
     "1   Электронный курс              25       1000,00    25000,00\n"
     "                                  Итого:              25000,00\n"
     "                                  Всего к оплате:     30000,00\n"
     "Оплатить до 20.01.2020\n",
     "proforma_invoice|-|-"},
    {"with the promise of the invoice in a line of its own",
     "СЧЕТ № 117 от 14 января 2020 г.\n"
     "Поставщик: ООО «Учебный центр», ИНН 7701234567, КПП 770101001\n"
     "Банк получателя: ПАО «Север», БИК 044525225, к/с 30101810400000000225\n"
     "Счет-фактура № 118 будет выставлен после оплаты\n"
     "№   Наименование                  Кол-во   Цена       Сумма\n"
     "1   Электронный курс              25       1000,00    25000,00\n"
     "                                  Всего к оплате:     30000,00\n",
     "proforma_invoice|-|-"},
    {"with another word for it in a sentence",
     "Счёт № 117 от 14 января 2020 г.\n"
     "Поставщик: ООО «Учебный центр», ИНН 7701234567, КПП 770101001\n"
     "Банк получателя: ПАО «Север», БИК 044525225\n"
     "№   Наименование                  Кол-во   Цена       Сумма\n"
     "1   Электронный курс              25       1000,00    25000,00\n"
     "                                  Всего к оплате:     30000,00\n"
     "ИНВОЙС действителен 5 дней\n",
     "proforma_invoice|-|-"},
    /* ---- a part of the sum, and the invoice that closes the account ---- */
    {"a part invoice promises the final one",
     "Nordlicht Seminare GmbH\n"
     "Rechnungsnummer      Rechnungsdatum      Kundennummer      Auftrag      Leistungszeitraum\n"
     "TR-2022-118          14.06.2022          D 4471            A-77         Juli 2022\n"
     "\n"
     "1. Teilrechnung\n"
     "für die unten genannten Leistungen berechnen wir einen ersten Teil von 30 %. Die Schlussrechnung erhalten Sie nach Ende des Projekts.\n"
     "\n"
     "Pos   Leistung                Menge   Einzelpreis   Gesamt\n"
     "1     Schulungsunterlagen     20      50,00         1.000,00\n"
     "      Auftragswert netto                            1.000,00\n"
     "      zzgl. 19 % USt.                                  57,00\n"
     "      Zu zahlender Betrag                             357,00\n",
     "invoice|TR-2022-118|2022-06-14"},
    {"the same in French",
     "FACTURE D'ACOMPTE\n"
     "Facture n° FA-2021-09\n"
     "Date de facture : 12/07/2021\n"
     "La facture de solde vous sera adressée après la formation.\n"
     "Désignation            Quantité   Prix unitaire   Montant HT\n"
     "Supports de cours      30         40,00           1 200,00\n"
     "Total HT   1 200,00\n"
     "TVA 20 %   240,00\n"
     "Total TTC   1 440,00\n",
     "invoice|FA-2021-09|2021-07-12"},
    {"the same in English",
     "DEPOSIT INVOICE\n"
     "Invoice number: DI-311\n"
     "Invoice date: 3 May 2021\n"
     "The final invoice will be sent after delivery.\n"
     "Description    Qty   Unit price   Amount\n"
     "Course books   10    20.00        200.00\n"
     "Subtotal 200.00\n"
     "VAT 40.00\n"
     "Total due 240.00\n",
     "invoice|DI-311|2021-05-03"},
    {"a confirmation that promises it",
     "AUFTRAGSBESTÄTIGUNG\n"
     "Auftragsnummer: A-77\n"
     "Datum: 02.06.2022\n"
     "Eine Abschlagsrechnung senden wir vorab, die Schlussrechnung erhalten Sie nach Ende des Projekts.\n"
     "Pos   Leistung                Menge   Einzelpreis   Gesamt\n"
     "1     Schulungsunterlagen     20      50,00         1.000,00\n"
     "Gesamtbetrag 1.190,00\n",
     "order_confirmation|A-77|2022-06-02"},
    {"a pro forma that promises it",
     "PROFORMA INVOICE\n"
     "Proforma no.: P-31\n"
     "Date: 3 May 2021\n"
     "The final invoice will be sent after delivery.\n"
     "Description    Qty   Unit price   Amount\n"
     "Course books   10    20.00        200.00\n"
     "Total 240.00\n",
     "proforma_invoice|P-31|2021-05-03"},
    {"an invoice that is itself to come",
     "Rechnung\n"
     "Rechnungsnummer: folgt\n"
     "Die Rechnung erhalten Sie nach Lieferung.\n"
     "Pos   Leistung   Menge   Einzelpreis   Gesamt\n"
     "1     Bücher     2       50,00         100,00\n"
     "Gesamtbetrag 119,00\n",
     "other|-|-"},
    /* ---- references in a strip, days in a narrow box ---- */
    {"a list of one purchase is no strip",
     "Rechnungsnummer   Monat   Jahr   OMLP-Typ   Menge   KPI-Wert   Umsatzwert\n"
     "R-118             Juni    2022   dMOC       20      20         1.000,00\n"
     "Vielen Dank\n",
     "claim_table|-|-"},
    {"the head of a list in the first line is no title",
     "Zeitraum       Produkt             Menge   Beleg (Rechnung)   Wert lt. uns   Erlös netto\n"
     "Mai 2020       Prüfungsgutschein   19      AR 20-0344         19             1881\n"
     "Februar 2021   dMOC                44      AR 21-0093         44             0\n",
     "other|-|-"},
    {"a day whose year stands below it",
     "FACTURE\n"
     "Client                    Facture n°       Date de facture\n"
     "Académie du Lac           F-2020-77        9 juillet\n"
     "12 rue Haute                               2020\n"
     "\n"
     "Désignation            Quantité   Prix unitaire   Montant HT\n"
     "Supports de cours      30         40,00           1 200,00\n"
     "Total HT   1 200,00\n"
     "TVA 20 %   240,00\n"
     "Total TTC   1 440,00\n",
     "invoice|F-2020-77|2020-07-09"},
};

Test(kind_sales, papers) {
    expect_papers(papers, sizeof papers / sizeof *papers);
}
