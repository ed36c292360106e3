/* Wordings that look like those of the other tables and are not: what a careless rule would claim. */
#include "reading_fixture.h"

#define BEFORE "Invoice A-1201 of January 2021, 25 dMOC, revenue 1,000 EUR. "
#define SAID "m=1 y=2021 t=dmoc u=25 n=A-1201 r=1000 EUR"

/* ---- the negation is of another verb ---- */

static const Sample shown[] = {
    {BEFORE "The KPI is not correct and shows 20.", SAID},
    {BEFORE "The dashboard is not updated and still shows KPI 20.", SAID},
    {BEFORE "The KPI is not correctly shown: 20.", SAID},
    {.language = "de", .body = "Rechnung A-1201 vom Januar 2021, 25 dMOC, Umsatz 1.000 EUR. Das Dashboard stimmt nicht und zeigt einen KPI von 20.", .want = SAID},
    {.language = "es", .body = "Factura A-1201 de enero de 2021, 25 dMOC, ingresos 1.000 EUR. El KPI no coincide y aparece 20.", .want = SAID},
    {.language = "it", .body = "Fattura A-1201 di gennaio 2021, 25 dMOC, fatturato 1.000 EUR. Il valore non torna e appare KPI 20.", .want = SAID},
    {.language = "ru", .body = "Счет-фактура A-1201 за январь 2021, 25 dMOC, выручка 1 000 EUR. KPI не совпадает и отображается 20.", .want = SAID},
    {"Invoice A-1201, January 2021, 25 dMOC, 1,000 EUR. In the dashboard for our 25 dMOC, a KPI of 20 is shown.", SAID},
    {"Invoice 88123, January 2021, 25 dMOC, 1,000 EUR. On the dashboard I looked up invoice 88123, it shows KPI 20.",
     "m=1 y=2021 t=dmoc u=25 n=88123 r=1000 EUR"},
};

Test(wordings_traps, shown) {
    EXPECT_CLAIMS(shown);
}

/* ---- another type, another month is named, but not of this purchase ---- */


static const Sample others[] = {
    {"The dashboard lacks our dMOC purchase of January 2021: invoice A-1201, 25 units, KPI 25, 1,000 EUR net. We also sell MOC.", "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000 EUR"},
    {.language = "de", .body = "Im Dashboard fehlt unser dMOC-Kauf vom Januar 2021, Rechnung A-1201, 25 Stück, KPI 25, Umsatz 1.000 EUR. Beim MOC passt alles.",
     .want = "m=1 y=2021 t=dmoc n=A-1201"},
    {"The dashboard lacks 25 dMOC of January 2021, invoice A-1201, KPI 25, revenue 1,000 EUR. It should be visible in March.", "m=1 y=2021 t=dmoc n=A-1201 k=25 r=1000 EUR"},
    {.language = "de", .body = "Im Dashboard fehlen 25 dMOC vom Januar 2021, Rechnung A-1201, KPI 25, Umsatz 1.000 EUR. Das sollte im März korrigiert werden.",
     .want = "m=1 y=2021 t=dmoc n=A-1201"},
};

Test(wordings_traps, others) {
    EXPECT_CLAIMS(others);
}

/* ---- figures that are no list of the purchases ---- */

static const Sample lists[] = {
    {"Invoices A-1201 and A-1202 of January 2021 are for dMOC: KPI 25, 14 days after the end of the month nothing is shown.",
     "m=1 y=2021 t=dmoc n=A-1201\nm=1 y=2021 t=dmoc n=A-1202"},
    {"Invoices A-1201 and A-1202, KPI 25, 2 reminders sent.", "n=A-1201\nn=A-1202"},
    {"Invoices A-1201 and A-1202 of January 2021. The dashboard has KPI 20 and 10.", "m=1 y=2021 n=A-1201\nm=1 y=2021 n=A-1202"},
    {.language = "zh-CN", .body = "第一笔发票号码是03318827，2020年11月，dMOC 16份，KPI 16，金额不含税14400元；第二笔发票号码是03318855，MOC 22份，KPI 22，金额不含税19,800.00元。两笔加起来不含税34,200.00元。",
     .want = "m=11 y=2020 t=dmoc u=16 n=03318827 k=16 r=14400 CNY\nt=moc u=22 n=03318855 k=22 r=19800.00 CNY"},
    {.language = "de", .body = "Es geht um die Rechnungen RE-2021-0418 und RE-2021-0422. Netto waren das 1.440,00 €, 960,00 €, zusammen also 2.400,00 €.",
     .want = "n=RE-2021-0418 r=1440.00 EUR\nn=RE-2021-0422 r=960.00 EUR"},
};

Test(wordings_traps, lists) {
    EXPECT_CLAIMS(lists);
}

/* ---- numbers: two are not one, and none is cut out of another ---- */

static const Sample numbers[] = {
    {"Invoice A-1201-2 of January 2021, 25 dMOC, KPI 25, is missing. Invoice A-1201 is missing too.",
     "m=1 y=2021 t=dmoc u=25 n=A-1201-2 k=25\nn=A-1201"},
    {"Invoice 2043 25, KPI 25, January 2021, dMOC.", "m=1 y=2021 t=dmoc n=2043"},
    {"Invoice number 4711 012021, 25 dMOC, KPI 25.", "t=dmoc u=25 n=4711 k=25"},
    {.language = "fr", .body = "Facture n° 77E de janvier 2021, 25 dMOC, KPI 25, 1 000 € HT.", .want = "m=1 y=2021 t=dmoc u=25 n=77E k=25 r=1000 EUR"},
    {"Invoice A-1201 of January 2021, 25 dMOC, KPI 25, VAT exempt: 1,000 EUR.", "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000 EUR"},
    {"Invoice A-1201 of January 2021, 1 dMOC each 1,000 EUR, KPI 1.", "m=1 y=2021 t=dmoc u=1 n=A-1201 k=1"},
};

Test(wordings_traps, numbers) {
    EXPECT_CLAIMS(numbers);
}

/* ---- two amounts, and one is called net: the other is no share of it ---- */

static const Sample amounts[] = {
    {"Invoice A-1201 of January 2021, 25 dMOC, KPI 25. 1,100 EUR excl. VAT, before 1,000 EUR.", "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=? EUR"},
    {"Invoice A-1201 of January 2021, 25 dMOC, KPI 25. 1,100 EUR (excl. VAT) and 1,000 EUR.", "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=? EUR"},
    {"Invoice A-1201 of January 2021, 25 dMOC, KPI 25. 1,100 EUR and VAT, earlier 1,000 EUR.", "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=? EUR"},
    {"Invoice A-1201 of January 2021, 25 dMOC, KPI 25. We paid 1,250 EUR excl. VAT, last year it was 1,100 EUR.",
     "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {"Invoice A-1201 of January 2021, 25 dMOC, KPI 25. Our revenue is 1,250 EUR without VAT, yours 1,100 EUR.",
     "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {"Invoice A-1201 of January 2021, 25 dMOC, KPI 25. We paid 1,250 EUR excl. VAT, last year it was 1,000 EUR.",
     "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {"Invoice A-1201 of January 2021, 25 dMOC, KPI 25. Our revenue is 1,100 EUR without VAT, yours 1,000 EUR.",
     "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1100 EUR"},
    {"Invoice A-1201 of January 2021, 25 dMOC, KPI 25. Net 1,250 EUR: 250 EUR paid in cash and 1,000 EUR by card.",
     "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {"Invoice A-1201 of January 2021, 25 dMOC, KPI 25. Difference of 250 EUR: 1,250 EUR net on our side against 1,000 EUR on the dashboard.",
     "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {"Invoice A-1201 of January 2021, 25 dMOC, KPI 25. 1,000 EUR for books, 250 EUR for VAT-free vouchers, 1,250 EUR in all.",
     "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {.language = "de", .body = "Rechnung A-1201 vom Januar 2021, 25 dMOC, KPI 25. 1.250 EUR ohne MwSt., im Vorjahr 1.100 EUR.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {.language = "de", .body = "Rechnung A-1201 vom Januar 2021, 25 dMOC, KPI 25. 1.250 EUR ohne MwSt., im Vorjahr 1.000 EUR.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {.language = "ko", .body = "송장 A-1201, 2021년 1월, dMOC 25개, KPI 25. 부가세 별도 125,000원, 대시보드 100,000원, 25,000원 부족.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=125000 KRW"},
};

Test(wordings_traps, amounts) {
    EXPECT_CLAIMS(amounts);
}

/* ---- the type in a bracket is what is shown ---- */

static const Sample types[] = {
    {"Invoice A-1201, January 2021, KPI 25. We bought 25 MOC, the dashboard has it wrong (dMOC).",
     "m=1 y=2021 t=moc u=25 n=A-1201 k=25"},
    {"Invoice A-1201, January 2021, KPI 25. 25 units of MOC, earlier courses (dMOC) are fine.",
     "m=1 y=2021 t=moc u=25 n=A-1201 k=25"},
    {"Invoice A-1201, January 2021, KPI 25. 25 MOC on the invoice, shown as something else (dMOC).",
     "m=1 y=2021 t=moc u=25 n=A-1201 k=25"},
    {"Invoice A-1201, January 2021, KPI 25. 25 MOC on the invoice, shown as (dMOC).",
     "m=1 y=2021 t=moc u=25 n=A-1201 k=25"},
    {.language = "de", .body = "Rechnung A-1201, Januar 2021, KPI 25. 25 Stück MOC, im Dashboard fälschlich (dMOC).", .want = "m=1 y=2021 t=moc u=25 n=A-1201 k=25"},
    {.language = "fr", .body = "Facture A-1201, janvier 2021, KPI 25. 25 MOC, au tableau de bord (dMOC).", .want = "m=1 y=2021 t=moc u=25 n=A-1201 k=25"},
};

Test(wordings_traps, types) {
    EXPECT_CLAIMS(types);
}

/* ---- fields of what is shown, and a count put right at the head of a sentence ---- */

static const Sample fields[] = {
    {"Invoice: A-1201\nUnits: 25\nKPI: 25\nRevenue: 1,250 EUR\nYou show: December 2020\nType: dMOC",
     "t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {"Invoice: A-1201\nUnits: 25\nKPI: 25\nRevenue: 1,250 EUR\nOn your dashboard: December 2020\nType: dMOC",
     "t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {"Invoice: A-1201\nUnits: 25\nKPI: 25\nRevenue: 1,250 EUR\nCurrently: December 2020\nType: dMOC",
     "t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {"Invoice: A-1201\nUnits: 25\nKPI: 25\nRevenue: 1,250 EUR\nMonth: January 2021\nOn the dashboard: MOC\nType: dMOC",
     "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {.language = "de", .body = "Rechnung: A-1201\nAnzahl: 25\nKPI: 25\nUmsatz: 1.250 EUR\nAngezeigt: Dezember 2020\nTyp: dMOC", .want = "t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {.language = "fr", .body = "Facture : A-1201\nQuantité : 25\nKPI : 25\nMontant : 1 250 EUR\nAffiché : décembre 2020\nType : dMOC", .want = "t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {.language = "ja", .body = "請求書番号: A-1201\n数量: 25\nKPI: 25\n金額: 125,000円\nダッシュボード: 2020年12月\n種類: dMOC", .want = "t=dmoc u=25 n=A-1201 k=25 r=125000 JPY"},
    {"KPI 20 → 25 for invoice A-1201, January 2021, 25 dMOC, 1,250 EUR",
     "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {"KPI 20 -> 25 for invoice A-1201, January 2021, 25 dMOC, 1,250 EUR",
     "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {"KPI 20 → 25 (invoice A-1201, January 2021, 25 dMOC, 1,250 EUR)",
     "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
    {.language = "de", .body = "KPI 20 → 25 für Rechnung A-1201, Januar 2021, 25 dMOC, 1.250 EUR", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1250 EUR"},
};

Test(wordings_traps, fields) {
    EXPECT_CLAIMS(fields);
}
