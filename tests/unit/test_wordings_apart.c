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
