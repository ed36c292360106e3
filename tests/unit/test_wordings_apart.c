/* What looks like a value and is none, and the value beside it: each class in several languages. */
#include "reading_fixture.h"

static const Sample amounts_and_years[] = {
    {.language = "de", .body = "Der Umsatz zur Rechnung A-12 steht mit 2.050,00 statt 2.500,00 im Dashboard.", .want = "n=A-12 r=2500.00"},
    {.language = "de", .body = "Der Umsatz dieser Rechnung wird mit 1'520.00 statt 1'250.00 angezeigt (Zahlendreher?).",
     .want = "n=A-12 r=1250.00", .fields = {"Rechnung Nr.", "A-12"}},
    {.language = "de", .body = "Bei Rechnung A-12 werden 20 statt 25 KPI ausgewiesen.", .want = "n=A-12 k=25"},
    {.language = "de", .body = "Rechnung A-12: es müssten 25 statt 20 KPI angezeigt werden.", .want = "n=A-12 k=25"},
    {.language = "de", .body = "Unsere März-Rechnung (2021), Nr. A-1201, fehlt.", .want = "m=3 y=2021 n=A-1201"},
    {.language = "it", .body = "La nostra fattura di marzo (2021) n. A-1201 non compare.", .want = "m=3 y=2021 n=A-1201"},
    {.language = "en", .body = "Invoice (2044) of March 2021 is missing.", .want = "m=3 y=2021 n=2044"},
    {.language = "de", .body = "Zu Rechnung A-12 (25 dMOC, netto 2.500,00 EUR) sind im Dashboard statt 25 nur 20 KPI ausgewiesen.",
     .want = "t=dmoc u=25 n=A-12 k=25 r=2500.00 EUR"},
    {.language = "it", .body = "Per la fattura A-12 (25 dMOC, € 2.500,00) invece di 25 sono visibili solo 20 KPI.",
     .want = "t=dmoc u=25 n=A-12 k=25 r=2500.00 EUR"},
    {.language = "it", .body = "Si segnala che la fattura A-12 riguarda 25 dMOC per € 2.500,00.", .want = "t=dmoc u=25 n=A-12 r=2500.00 EUR"},
};

static const Sample marked_numbers[] = {
    {.language = "de", .body = "Die Rechnung *FS-900 771* aus August 2020 fehlt.", .want = "m=8 y=2020 n=FS-900 771"},
    {.language = "fr", .body = "La facture *FA 2020 0142* manque.", .want = "n=FA 2020 0142"},
    {.language = "es", .body = "Falta la factura \"A-900 771\" de marzo de 2020.", .want = "m=3 y=2020 n=A-900 771"},
    {.language = "en", .body = "Invoice *A-900* of March 2020 with *25* dMOC is missing.", .want = "m=3 y=2020 t=dmoc u=25 n=A-900"},
    {.language = "en", .body = "Invoice *A-900 for 25 dMOC* is missing.", .want = "t=dmoc u=25 n=A-900"},
};

static const Sample sums[] = {
    {.language = "de",
     .body = "Rechnung   Menge   KPI   Umsatz EUR\nA-1201        12    12     1.200,00\nA-1202        40    40     4.000,00\n"
             "              52    52     5.200,00\n",
     .want = "u=12 n=A-1201 k=12 r=1200.00 EUR\n"
             "u=40 n=A-1202 k=40 r=4000.00 EUR"},
    {.language = "en",
     .body = "Invoice\tUnits\tKPI\nA-1201\t12\t12\nA-1202\t40\t40\n\t52\t52\n",
     .want = "u=12 n=A-1201 k=12\n"
             "u=40 n=A-1202 k=40"},
    {.language = "pt-BR",
     .body = "| Nota fiscal | Quantidade | KPI |\n| A-1201 | 12 | 12 |\n| A-1202 | 40 | 40 |\n| | 52 | 52 |\n",
     .want = "u=12 n=A-1201 k=12\n"
             "u=40 n=A-1202 k=40"},
    {.language = "en", /* no sum: a purchase whose number is missing */
     .body = "Invoice\tUnits\tKPI\tRevenue\nA-1201\t12\t12\t120.00\nA-1202\t40\t40\t400.00\n\t51\t51\t520.00\n",
     .want = "u=12 n=A-1201 k=12 r=120.00\nu=40 n=A-1202 k=40 r=400.00\nu=51 k=51 r=520.00"},
    {.language = "de", /* the currency of the header holds where the amount is open */
     .body = "Rechnung\tMenge\tUmsatz netto EUR\nA-1201\t12\t1.200,00\nA-1202\t40\t-\n",
     .want = "u=12 n=A-1201 r=1200.00 EUR\n"
             "u=40 n=A-1202 EUR"},
};

static const Sample small_words[] = {
    {.language = "de", .body = "Folgendes fehlt bei uns: April 2020, 45 x dMOC, Rechnungsnummer A-1201, KPI 45.",
     .want = "m=4 y=2020 t=dmoc u=45 n=A-1201 k=45"},
    {.language = "de", .body = "Bestelleinheit: März 2020, 45 x dMOC, Rechnungsnummer A-1201", .want = "m=3 y=2020 t=dmoc u=45 n=A-1201"},
};

static const Sample headings[] = {
    {.language = "it",
     .body = "Ecco le anomalie di novembre 2020, entrambe in euro:\n\n1)\nProdotto: MOC\nQuantità: 21\nFatt. n.: 341\nValore KPI: 21\n\n"
             "2)\nProdotto: dMOC\nQuantità: 34\nFatt. n.: 352\nValore KPI: 34\n",
     .want = "m=11 y=2020 t=moc u=21 n=341 k=21 EUR\n"
             "m=11 y=2020 t=dmoc u=34 n=352 k=34 EUR"},
    {.language = "de",
     .body = "Es geht um zwei Abweichungen aus November 2020:\n\nProdukt: MOC\nMenge: 21\nRechnung: 341\nKPI: 21\n\nProdukt: dMOC\n"
             "Menge: 34\nRechnung: 352\nKPI: 34\n",
     .want = "m=11 y=2020 t=moc u=21 n=341 k=21\n"
             "m=11 y=2020 t=dmoc u=34 n=352 k=34"},
    {.language = "es",
     .body = "Faltan dos compras de noviembre de 2020:\n\nProducto: MOC\nCantidad: 21\nFactura: 341\nKPI: 21\n\nProducto: dMOC\n"
             "Cantidad: 34\nFactura: 352\nKPI: 34\n",
     .want = "m=11 y=2020 t=moc u=21 n=341 k=21\n"
             "m=11 y=2020 t=dmoc u=34 n=352 k=34"},
};

/* What a field is counted in stands behind a mark and is no value of its own. */
static const Sample counted_in[] = {
    {.language = "ru", .body = "Покупки нет на панели.", .want = "k=12", .fields = {"KPI, ед.", "12"}},
    {.language = "ru", .body = "Покупки нет на панели.", .want = "k=12", .fields = {"KPI / шт.", "12"}},
    {.language = "en", .body = "The purchase is missing on the KPI dashboard.", .want = "k=12", .fields = {"KPI (unit)", "12"}},
    {.language = "de", .body = "Der Kauf fehlt im KPI-Dashboard.", .want = "k=12", .fields = {"KPI, Einheit", "12"}},
    {.language = "ru", .body = "Счет-фактура;KPI, ед.;Кол-во, шт.\nА-1201;12;14\nА-1202;40;41\n", .want = "u=14 n=А-1201 k=12\nu=41 n=А-1202 k=40"},
};

static const Sample words_in_brackets[] = {
    {.language = "ru", .body = "По счету-фактуре А-1201 приобретено 16 (шестнадцать) лицензий dMOC.", .want = "t=dmoc u=16 n=А-1201"},
    {.language = "ru", .body = "Закуплено 144 (сто сорок четыре) шт. MOC, счет-фактура А-1201.", .want = "t=moc u=144 n=А-1201"},
    {.language = "en", .body = "On invoice A-1201 we bought 16 (sixteen) dMOC licences.", .want = "t=dmoc u=16 n=A-1201"},
    {.language = "it", .body = "Con la fattura A-1201 abbiamo acquistato 16 (sedici) dMOC.", .want = "t=dmoc u=16 n=A-1201"},
};

static const Sample one_shown[] = {
    {.language = "ru",
     .body = "Пропали курсы MTA: в мае 2020 купили 45 штук, инвойс А-1201. А на панели за этот месяц один только MOC.",
     .want = "m=5 y=2020 t=mta_courseware u=45 n=А-1201"},
    {.language = "ru", .body = "В мае 2020 купили 45 ваучеров на экзамен, инвойс А-1201. На дашборде за май одна лишь dMOC.",
     .want = "m=5 y=2020 t=exam_voucher u=45 n=А-1201"},
};

/* A bill or another paper pasted with its number and date in the title, and the bank above it. */
static const Sample pasted_papers[] = {
    {.language = "ru",
     .body = "Покупки нет на панели: dMOC, 24 лицензии, счет-фактура А-1201, январь 2021, KPI 24.\n\n"
             "Банк получателя: ПАО БАНК БИК 044525225\nСч. № 30101810400000000225\nИНН 7701234567 КПП 770101001\nПолучатель: ООО \"Цифра\"\n\n"
             "Счет на оплату № А-1201 от 14 января 2021 г.\n\nПоставщик: ООО \"Цифра\"\nПокупатель: ИП Петров\n\n"
             "№ Товары Кол-во Ед. Цена Сумма\n1 dMOC 26 шт 2 400,00 62 400,00\n\nВсего к оплате: 62 400,00\nСчет действителен 5 банковских дней.\n",
     .want = "m=1 y=2021 t=dmoc u=24 n=А-1201 k=24"},
    {.language = "ru",
     .body = "Покупки нет на панели: dMOC, 24 лицензии, счет-фактура А-1201, январь 2021, KPI 24.\n\n"
             "Коммерческое предложение № 88 от 14.01.2021\n\nПоставщик: ООО \"Цифра\"\n"
             "1 dMOC 26 шт 2 400,00 62 400,00\nИтого: 62 400,00\nПредложение действительно до 31.01.2021\n",
     .want = "m=1 y=2021 t=dmoc u=24 n=А-1201 k=24"},
    {.language = "ru", /* another number heads the sender's own list */
     .body = "Не учтены покупки:\n\nСчет на оплату № 7788 от 12.01.2021\ndMOC, 25 шт., счет-фактура А-1201\nЯнварь 2021, KPI 25\n\nСпасибо",
     .want = "m=1 y=2021 t=dmoc u=25 n=А-1201 k=25"},
    {.language = "ru", .body = "Не учтены покупки:\n\nЗаказ № 7788 от 12.01.2021\ndMOC, 25 шт., счет-фактура А-1201\nЯнварь 2021, KPI 25\n\nСпасибо",
     .want = "m=1 y=2021 t=dmoc u=25 n=А-1201 k=25"},
};

Test(wordings_apart, counted_in) {
    EXPECT_CLAIMS(counted_in);
}

Test(wordings_apart, words_in_brackets) {
    EXPECT_CLAIMS(words_in_brackets);
}

Test(wordings_apart, one_shown) {
    EXPECT_CLAIMS(one_shown);
}

Test(wordings_apart, pasted_papers) {
    EXPECT_CLAIMS(pasted_papers);
}

Test(wordings_apart, amounts_and_years) {
    EXPECT_CLAIMS(amounts_and_years);
}

Test(wordings_apart, marked_numbers) {
    EXPECT_CLAIMS(marked_numbers);
}

Test(wordings_apart, sums) {
    EXPECT_CLAIMS(sums);
}

Test(wordings_apart, small_words) {
    EXPECT_CLAIMS(small_words);
}

Test(wordings_apart, headings) {
    EXPECT_CLAIMS(headings);
}
