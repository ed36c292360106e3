/* Wordings that list several invoice numbers, and then what was bought on them. */
#include "reading_fixture.h"

/* ---- the first with the first, the second with the second ---- */

#define TWO "m=1 y=2020 t=dmoc u=25 n=50133\nm=2 y=2020 t=moc u=12 n=50140"

static const Sample dealt[] = {
    {"Invoices 50133 and 50140 are missing: 25 dMOC in January 2020 and 12 MOC in February 2020 respectively.", TWO},
    {.language = "de", .body = "Die Rechnungen 50133 und 50140 fehlen: 25 dMOC im Januar 2020 bzw. 12 MOC im Februar 2020.", .want = TWO},
    {.language = "fr", .body = "Les factures 50133 et 50140 manquent : respectivement 25 dMOC en janvier 2020 et 12 MOC en février 2020.",
     .want = TWO},
    {.language = "es", .body = "Faltan las facturas 50133 y 50140: 25 dMOC en enero de 2020 y 12 MOC en febrero de 2020, respectivamente.",
     .want = TWO},
    {.language = "it", .body = "Le fatture 50133 e 50140: 25 dMOC di gennaio 2020 e 12 MOC di febbraio 2020.", .want = TWO},
    {.language = "pt-BR", .body = "As notas fiscais 50133 e 50140, de janeiro e fevereiro de 2020, 25 dMOC e 12 MOC, não aparecem.",
     .want = TWO},
    {.language = "ru", .body = "Счета-фактуры 50133 и 50140: 25 dMOC за январь 2020 г. и 12 MOC за февраль 2020 г. соответственно.",
     .want = TWO},
    {.language = "ja", .body = "請求書50133と50140は、それぞれ2020年1月のdMOC 25本、2020年2月のMOC 12本です。", .want = TWO},
    {.language = "ko", .body = "세금계산서 50133과 50140은 각각 2020년 1월 dMOC 25개, 2020년 2월 MOC 12개입니다.", .want = TWO},
    {.language = "zh-CN", .body = "发票50133和50140分别是2020年1月的dMOC 25份和2020年2月的MOC 12份。", .want = TWO},
    {"Invoices 50133, 50140 and 50151 are missing: 25 dMOC in January 2020, 12 MOC in February 2020 and 9 MLO in March 2020.",
     TWO "\nm=3 y=2020 t=mlo u=9 n=50151"},
    {.language = "es", .body = "Faltan las facturas 50133 y 50140: 25 dMOC en enero de 2020 y 12 MOC en febrero de 2020. KPI 18 y 7.",
     .want = "m=1 y=2020 t=dmoc u=25 n=50133 k=18\nm=2 y=2020 t=moc u=12 n=50140 k=7"},
    {"Invoices 50133 and 50140 of January 2020 are missing. The first has 25 dMOC, the second 12 MOC.",
     "m=1 y=2020 t=dmoc u=25 n=50133\nm=1 y=2020 t=moc u=12 n=50140"},
    {"Invoices 50133 and 50140 are missing: January and February 2020.", "m=1 y=2020 n=50133\nm=2 y=2020 n=50140"},
};

Test(wordings_lists, dealt_out) {
    EXPECT_CLAIMS(dealt);
}

/* ---- figures listed before their word, or behind the purchases ---- */

static const Sample figures[] = {
    {"In January 2020 we bought dMOC on invoices 50133 and 50140, 25 and 12 units.",
     "m=1 y=2020 t=dmoc u=25 n=50133\nm=1 y=2020 t=dmoc u=12 n=50140"},
    {"In January 2020 we bought 25, 12 and 8 units of dMOC on invoices 50133, 50140 and 50151.",
     "m=1 y=2020 t=dmoc u=25 n=50133\nm=1 y=2020 t=dmoc u=12 n=50140\nm=1 y=2020 t=dmoc u=8 n=50151"},
    {.language = "de", .body = "Im Januar 2020 kauften wir dMOC mit den Rechnungen 50133 und 50140, 25 bzw. 12 Stück.",
     .want = "m=1 y=2020 t=dmoc u=25 n=50133\nm=1 y=2020 t=dmoc u=12 n=50140"},
    {"In January 2020 we bought dMOC (INV-50133) and MOC (INV-50140), 25 and 12 units.",
     "m=1 y=2020 t=dmoc u=25 n=INV-50133\nm=1 y=2020 t=moc u=12 n=INV-50140"},
    {"In 2020, 25 units of dMOC, invoice 50133, month January.", "m=1 y=2020 t=dmoc u=25 n=50133"},
    {"In January 2020 we bought 25 dMOC on invoice 50133 and 12 MOC on invoice 50140, KPI 25 and KPI 12.",
     "m=1 y=2020 t=dmoc u=25 n=50133 k=25\nm=1 y=2020 t=moc u=12 n=50140 k=12"},
    {.language = "de", .body = "Im Januar 2020 kauften wir 25 dMOC (Rechnung 50133) und 12 MOC (Rechnung 50140), KPI 25 und 12, Umsatz 2.250 EUR und 1.080 EUR.",
     .want = "m=1 y=2020 t=dmoc u=25 n=50133 k=25 r=2250 EUR\nm=1 y=2020 t=moc u=12 n=50140 k=12 r=1080 EUR"},
    {.language = "fr", .body = "En janvier 2020 nous avons acheté 25 dMOC sur la facture 50133 et 12 MOC sur la facture 50140, soit 2 250 € et 1 080 €.",
     .want = "m=1 y=2020 t=dmoc u=25 n=50133 r=2250 EUR\nm=1 y=2020 t=moc u=12 n=50140 r=1080 EUR"},
    {.language = "ko", .body = "2020년 1월에 송장 50133로 dMOC 25부, 송장 50140로 MOC 12부를 구매했습니다. KPI는 각각 25와 12입니다.",
     .want = "m=1 y=2020 t=dmoc u=25 n=50133 k=25\nm=1 y=2020 t=moc u=12 n=50140 k=12"},
    {"INV-50133 is for 25 dMOC in January 2020. INV-50140 is for 12 MOC in January 2020. The KPIs should be 25 and 12.",
     "m=1 y=2020 t=dmoc u=25 n=INV-50133 k=25\nm=1 y=2020 t=moc u=12 n=INV-50140 k=12"},
    {"We bought 25 dMOC on invoice 50133 and 12 MOC on invoice 50140 in January 2020.",
     "m=1 y=2020 t=dmoc u=25 n=50133\nm=1 y=2020 t=moc u=12 n=50140"},
    {"We bought 25 dMOC on invoice 50133 and 12 MOC on invoice 50140 in January 2020, the dashboard shows 20 and 10.",
     "m=1 y=2020 t=dmoc u=25 n=50133\nm=1 y=2020 t=moc u=12 n=50140"},
    {.language = "de", .body = "Für die Rechnungen 50133 und 50140 zeigt das Dashboard 20 und 10 statt 25 und 12 KPI.", .want = "n=50133 k=25\nn=50140 k=12"},
    {.language = "ru", .body = "Счета-фактуры 50133-А и 50140-А за январь 2020: 25 и 12 шт., KPI 25 и 12.",
     .want = "m=1 y=2020 u=25 n=50133-А k=25\nm=1 y=2020 u=12 n=50140-А k=12"},
    {"We bought 25 dMOC on invoice 50133. In January 2020 12 MOC on invoice 50140.",
     "t=dmoc u=25 n=50133\nm=1 y=2020 t=moc u=12 n=50140"},
};

Test(wordings_lists, figures_behind) {
    EXPECT_CLAIMS(figures);
}

/* ---- the second purchase is told with fewer words: its number is of the series, its goods and its year are those before ---- */

#define NEXT "m=3 y=2021 t=dmoc u=25 n=RE-50133\nm=4 y=2021 t=dmoc u=12 n=RE-50140"
#define SECOND "m=3 y=2021 t=dmoc u=25 n=RE-50133\nm=3 y=2021 t=moc u=12 n=RE-50140"

static const Sample fewer[] = {
    {"The first invoice, RE-50133, was for 25 dMOC, the second, RE-50140, for 12 MOC, both in March 2021.", SECOND},
    {.language = "de", .body = "Die erste Rechnung, RE-50133, war über 25 dMOC, die zweite, RE-50140, über 12 MOC, beide aus März 2021.", .want = SECOND},
    {.language = "fr", .body = "La première facture, RE-50133, portait sur 25 dMOC, la seconde, RE-50140, sur 12 MOC, toutes deux de mars 2021.", .want = SECOND},
    {.language = "ru", .body = "Первый счет-фактура РЕ-50133 на 25 dMOC, второй РЕ-50140 на 12 MOC, оба за март 2021.",
     .want = "m=3 y=2021 t=dmoc u=25 n=РЕ-50133\nm=3 y=2021 t=moc u=12 n=РЕ-50140"},
    {.language = "ja", .body = "1件目の請求書RE-50133はdMOC 25部、2件目のRE-50140はMOC 12部で、いずれも2021年3月です。", .want = SECOND},
    {.language = "ko", .body = "첫 번째 송장 RE-50133은 dMOC 25부, 두 번째 RE-50140은 MOC 12부이며 모두 2021년 3월입니다.", .want = SECOND},
    {.language = "zh-CN", .body = "第一张发票RE-50133是25份dMOC，第二张RE-50140是12份MOC，都是2021年3月的。", .want = SECOND},
    {"We bought 25 dMOC, invoice RE-50133, in March 2021 and another 12 on RE-50140 in April.", NEXT},
    {.language = "de", .body = "Im März 2021 haben wir 25 dMOC gekauft (Rechnung RE-50133), im April weitere 12 (RE-50140).", .want = NEXT},
    {.language = "es", .body = "En marzo de 2021 compramos 25 dMOC (factura RE-50133) y en abril otros 12 (RE-50140).", .want = NEXT},
    {.language = "fr", .body = "En mars 2021 nous avons acheté 25 dMOC (facture RE-50133) et en avril 12 autres (RE-50140).", .want = NEXT},
    {.language = "it", .body = "A marzo 2021 abbiamo comprato 25 dMOC (fattura RE-50133) e ad aprile altri 12 (RE-50140).", .want = NEXT},
    {"In December 2020 we bought 25 dMOC on invoice RE-50133 and in January another 12 on RE-50140.",
     "m=12 y=2020 t=dmoc u=25 n=RE-50133\nm=1 t=dmoc u=12 n=RE-50140"},
    {"We bought 25 dMOC on invoice RE-50133 in March 2021. We will wait another 12 days for RE-50140.", "m=3 y=2021 t=dmoc u=25 n=RE-50133"},
    {"Invoice RE-50133 of March 2021, 25 dMOC. I wrote RE-50140 in my last mail, that was wrong.", "m=3 y=2021 t=dmoc u=25 n=RE-50133"},
};

Test(wordings_lists, told_with_fewer_words) {
    EXPECT_CLAIMS(fewer);
}

/* ---- one figure for both: a sum, which is of neither ---- */

#define SUMMED "m=1 y=2020 t=dmoc u=25 n=50133\nm=1 y=2020 t=moc u=12 n=50140"

static const Sample summed[] = {
    {"Invoice 50133 for 25 dMOC and invoice 50140 for 12 MOC, January 2020, KPI 37 in total.", SUMMED},
    {.language = "de", .body = "Rechnung 50133 (25 dMOC) und Rechnung 50140 (12 MOC), Januar 2020, KPI zusammen 37.", .want = SUMMED},
    {.language = "fr", .body = "Facture 50133 pour 25 dMOC et facture 50140 pour 12 MOC, janvier 2020, 37 KPI au total.", .want = SUMMED},
    {.language = "es", .body = "Factura 50133 de 25 dMOC y factura 50140 de 12 MOC, enero de 2020, KPI 37 en total.", .want = SUMMED},
    {.language = "it", .body = "Fattura 50133 per 25 dMOC e fattura 50140 per 12 MOC, gennaio 2020, KPI 37 in totale.", .want = SUMMED},
    {.language = "ja", .body = "請求書50133はdMOC 25部、請求書50140はMOC 12部、2020年1月、合わせてKPI 37です。", .want = SUMMED},
    {.language = "zh-CN", .body = "发票50133为25份dMOC，发票50140为12份MOC，2020年1月，共计37 KPI。", .want = SUMMED},
    {"Invoice 50133: 25 dMOC, January 2020, total 2,250 EUR. Invoice 50140: 12 MOC, January 2020, total 1,080 EUR.",
     "m=1 y=2020 t=dmoc u=25 n=50133 r=2250 EUR\nm=1 y=2020 t=moc u=12 n=50140 r=1080 EUR"},
};

Test(wordings_lists, sums_behind) {
    EXPECT_CLAIMS(summed);
}

/* ---- what holds of each, and sums, which are of none ---- */

#define BOTH "m=1 y=2020 t=dmoc u=25 n=50133\nm=1 y=2020 t=dmoc u=25 n=50140"

static const Sample shared[] = {
    {"Invoices 50133 and 50140 of January 2020 are missing, 25 dMOC each, 50 in total.", BOTH},
    {.language = "de", .body = "Die Rechnungen 50133 und 50140 vom Januar 2020 (je 25 dMOC) fehlen.", .want = BOTH},
    {.language = "fr", .body = "Les factures 50133 et 50140 de janvier 2020 (25 dMOC chacune) manquent.", .want = BOTH},
    {.language = "ja", .body = "請求書50133と50140（2020年1月、各25本のdMOC）が反映されていません。", .want = BOTH},
    {.language = "de", .body = "Die Rechnungen 50133 und 50140 vom Januar 2020 (dMOC, insgesamt 50 KPI) fehlen.",
     .want = "m=1 y=2020 t=dmoc n=50133\nm=1 y=2020 t=dmoc n=50140"},
    {"Invoices 50133 and 50140 of January 2020 are missing, 25 dMOC.", "m=1 y=2020 t=dmoc n=50133\nm=1 y=2020 t=dmoc n=50140"},
    {"Invoice 50133 of January 2020 has 25 dMOC at 40 EUR each.", "m=1 y=2020 t=dmoc u=25 n=50133"},
};

Test(wordings_lists, of_each_and_of_all) {
    EXPECT_CLAIMS(shared);
}

/* ---- a list of figures with one verb for what is shown ---- */

static const Sample listed[] = {
    {.language = "de", .body = "KPI-Wert 155, Umsatz 3.487,50 EUR. Im Dashboard werden jedoch nur 115 Einheiten, KPI 115 und 2.587,50 EUR angezeigt.",
     .want = "k=155 r=3487.50 EUR"},
    {.language = "de", .body = "KPI-Wert 155, Umsatz 3.487,50 EUR. Im Dashboard sind leider 115 Einheiten, 115 KPI sowie 2.587,50 EUR hinterlegt.",
     .want = "k=155 r=3487.50 EUR"},
    {.language = "fr", .body = "Valeur KPI 155, revenu 3 487,50 EUR. Sur le tableau de bord, seulement 115 unités, KPI 115 et 2 587,50 EUR sont affichés.",
     .want = "k=155 r=3487.50 EUR"},
    {.language = "es", .body = "Valor KPI 155, ingresos 3.487,50 EUR. En el panel solo 115 unidades, KPI 115 y 2.587,50 EUR aparecen reflejados.",
     .want = "k=155 r=3487.50 EUR"},
    {.language = "it", .body = "Valore KPI 155, fatturato 3.487,50 EUR. Nel cruscotto solo 115 unità, KPI 115 e 2.587,50 EUR risultano visualizzati.",
     .want = "k=155 r=3487.50 EUR"},
    {.language = "pt-BR", .body = "Valor KPI 155, receita 3.487,50 EUR. No painel apenas 115 unidades, KPI 115 e 2.587,50 EUR aparecem.",
     .want = "k=155 r=3487.50 EUR"},
    {.language = "ru", .body = "Значение KPI 155, выручка 3 487,50 EUR. На панели только 115 единиц, KPI 115 и 2 587,50 EUR отображаются.",
     .want = "k=155 r=3487.50 EUR"},
    {.language = "ja", .body = "KPI値155、売上3,487.50 EURです。ダッシュボードでは115本、KPI 115、2,587.50 EURしか表示されていません。",
     .want = "k=155 r=3487.50 EUR"},
    {.language = "ja", .body = "KPI値155、売上348,750円です。ダッシュボードには数量115、KPI 115、258,750円と表示されています。",
     .want = "k=155 r=348750 JPY"},
    {.language = "ko", .body = "KPI 값 155, 매출 3,487.50 EUR입니다. 대시보드에는 115개, KPI 115, 2,587.50 EUR만 표시됩니다.",
     .want = "k=155 r=3487.50 EUR"},
    {.language = "zh-CN", .body = "KPI值155，收入3487.50欧元。但仪表板上只有115份、KPI 115、2587.50欧元。",
     .want = "k=155 r=3487.50 EUR"},
    {.language = "zh-TW", .body = "KPI 值 155，營收 348,750 元。但儀表板僅顯示 115 份、KPI 115、258,750 元。",
     .want = "k=155 r=348750 TWD"},
    {.language = "en", .body = "KPI value 155, revenue 3,487.50 EUR. On the dashboard there are only 115 units, KPI 115 and 2,587.50 EUR.",
     .want = "k=155 r=3487.50 EUR"},
    {.language = "en", .body = "KPI value 155, revenue 3,487.50 EUR. But only 115 units, KPI 115 and 2,587.50 EUR are shown.",
     .want = "k=155 r=3487.50 EUR"},
    {.language = "en", .body = "KPI value 155, revenue 3,487.50 EUR. But 115 units, KPI 115 and 2,587.50 EUR have been recorded in the dashboard.",
     .want = "k=155 r=3487.50 EUR"},
    {.language = "en", .body = "KPI value comes to 155 and revenue value is INR 3,48,750.00 (taxable value, GST extra). However in the KPI dashboard only 115 units, KPI 115 and INR 2,58,750.00 is being reflected.",
     .want = "k=155 r=348750.00 INR"},
};

/* A word of "each" that begins the sentence has nothing before it. */
static const Sample opening[] = {
    {"KPI 25.\nEach 20 KPI is shown on the dashboard.", "k=25"},
};

Test(wordings_lists, each_begins) {
    EXPECT_CLAIMS(opening);
}

Test(wordings_lists, shown_together) {
    EXPECT_CLAIMS(listed);
}

/* ---- the number before the word for its paper ---- */

static const Sample before[] = {
    {"The HW-2209-077 invoice is missing.\nKPI: 27", "n=HW-2209-077 k=27"},
    {"PO-20817 invoice HW-2209-077 is missing.\nKPI: 27", "n=HW-2209-077 k=27"},
    {.language = "zh-TW", .body = "我在儀表板上查 HW-2209-077 這張發票，類型不一樣。\nKPI：27", .want = "n=HW-2209-077 k=27"},
    {.language = "zh-CN", .body = "HW-2209-077号发票没有显示。KPI：27", .want = "n=HW-2209-077 k=27"},
    {.language = "ja", .body = "HW-2209-077の請求書が表示されていません。KPI：27", .want = "n=HW-2209-077 k=27"},
    {.language = "ko", .body = "HW-2209-077번 송장이 표시되지 않습니다. KPI: 27", .want = "n=HW-2209-077 k=27"},
    {.language = "ko", .body = "송장 HW-2209-077이 누락되었습니다. KPI: 27", .want = "n=HW-2209-077 k=27"},
};

Test(wordings_lists, numbers_before_their_word) {
    EXPECT_CLAIMS(before);
}

/* ---- Korean units with a particle; its dashboard as a heading ---- */

static const Sample korean[] = {
    {.language = "ko", .body = "2021년 4월에 구입한 MOC 교재가 KPI 대시보드에는 24권으로 나와 있는데 실제로는 42권입니다.",
     .want = "m=4 y=2021 t=moc u=42"},
    {.language = "ko", .body = "저희 기록: 16석, KPI 16, 매출 USD 2,400.00\n대시보드: 8석, KPI 8, 그리고 금액이 원화로 되어 있습니다.",
     .want = "u=16 k=16 r=2400.00 USD"},
};

Test(wordings_lists, korean_units) {
    EXPECT_CLAIMS(korean);
}

/* ---- a purchase that was posted is no payment ---- */

static const Sample posted[] = {
    {.language = "ru", .body = "Почему 30 штук dMOC по документу БК-90/7 стоят в июле? Покупка у меня проведена августом 2021, KPI 30.",
     .want = "m=8 y=2021 t=dmoc u=30 n=БК-90/7 k=30"},
    {.language = "ru", .body = "Счет-фактура БК-90/7 за июль 2021 г., 30 dMOC, KPI 30. Оплата проведена 5 августа 2021 г.",
     .want = "m=7 y=2021 t=dmoc u=30 n=БК-90/7 k=30"},
};

Test(wordings_lists, posted_and_paid) {
    EXPECT_CLAIMS(posted);
}

/* ---- what stands right above a table or a list of fields ---- */

#define TABLE "Invoice\tUnits\tKPI\tRevenue\n5501\t25\t25\t1,500 EUR\n5502\t14\t14\t560 EUR"
#define ROWS(date) date "u=25 n=5501 k=25 r=1500 EUR\n" date "u=14 n=5502 k=14 r=560 EUR"

static const Sample headed[] = {
    {"August 2023\n\n" TABLE, ROWS("m=8 y=2023 ")},
    {"Our records for August 2023 are as follows.\n\n" TABLE, ROWS("m=8 y=2023 ")},
    {"All of this was checked again by a colleague in August 2023.\n\n" TABLE, ROWS("")},
    {.language = "ko", .body = "우리 장부 내용은 다음과 같습니다. (2023년 8월분)\n\n송장번호\t수량\tKPI\n5501\t25\t25\n5502\t14\t14",
     .want = "m=8 y=2023 u=25 n=5501 k=25\nm=8 y=2023 u=14 n=5502 k=14"},
    {.language = "ko", .body = "우리 장부 내용은 다음과 같습니다. (2023년 8월분, 금액 단위: 천원)\n\n송장번호\t수량\tKPI\t매출(천원)\n5501\t25\t25\t1,500\n5502\t14\t14\t560",
     .want = "m=8 y=2023 u=25 n=5501 k=25 r=1500000 KRW\nm=8 y=2023 u=14 n=5502 k=14 r=560000 KRW"},
    {"Our list is as follows. (August 2023, currency: EUR)\n\nInvoice\tUnits\tKPI\n5501\t25\t25\n5502\t14\t14",
     "m=8 y=2023 u=25 n=5501 k=25 EUR\nm=8 y=2023 u=14 n=5502 k=14 EUR"},
    {"All of this was checked again by a colleague in August 2023 (currency: EUR).\n\n" TABLE, ROWS("")},
    {.language = "ja", .body = "2023年8月分\n\n請求書番号\t数量\tKPI\n5501\t25\t25\n5502\t14\t14",
     .want = "m=8 y=2023 u=25 n=5501 k=25\nm=8 y=2023 u=14 n=5502 k=14"},
    {"The first one is missing, the second shows zero KPIs:\n\nPurchase 1\nMonth: July\nYear: 2023\nInvoice #: INV-30877\nKPI value: 45\n\n"
     "Purchase 2\nMonth: August\nYear: 2023\nInvoice #: INV-31004\nKPI value: 20\n",
     "m=7 y=2023 n=INV-30877 k=45\nm=8 y=2023 n=INV-31004 k=20"},
};

Test(wordings_lists, headed) {
    EXPECT_CLAIMS(headed);
}
