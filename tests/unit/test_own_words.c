/* What senders say of their own words: slips of theirs, what their books show, and what they add behind a field. */
#include "reading_fixture.h"

/* ---- "84 was a typo for 48" ---- */

static const Sample slips[] = {
    {"Invoice A-120. The 31 KPI in my last mail was a typo for 13.", "n=A-120 k=13", .language = "en"},
    {"Invoice A-120. I wrote a KPI of 31 but meant 13.", "n=A-120 k=13", .language = "en"},
    {"Rechnung A-120. KPI 31 war ein Schreibfehler für 13.", "n=A-120 k=13", .language = "de"},
    {"Rechnung A-120. Ich schrieb KPI 31, gemeint war 13.", "n=A-120 k=13", .language = "de"},
    {"Facture A-120. Le KPI de 31 est une coquille pour 13.", "n=A-120 k=13", .language = "fr"},
    {"Factura A-120. El KPI 31 era una errata por 13.", "n=A-120 k=13", .language = "es"},
    {"Fattura A-120. Il KPI 31 era un errore di battitura per 13.", "n=A-120 k=13", .language = "it"},
    {"Fatura A-120. O KPI 31 foi um erro de digitação, quis dizer 13.", "n=A-120 k=13", .language = "pt-BR"},
    {"Счет-фактура А-120. KPI 31 — опечатка вместо 13.", "n=А-120 k=13", .language = "ru"},
    {"請求書A-120の件です。KPIの31は13の誤記です。", "n=A-120 k=13", .language = "ja"},
    {"송장 A-120의 KPI를 31이라고 적었는데 13의 오기였습니다.", "n=A-120 k=13", .language = "ko"},
    {"发票A-120，KPI 31是13的笔误。", "n=A-120 k=13", .language = "zh-CN"},
    {"发票A-120，把KPI 13写成了31的笔误。", "n=A-120 k=13", .language = "zh-CN"},
    {"發票A-120，KPI 31是13的誤植。", "n=A-120 k=13", .language = "zh-TW"},
};

Test(own_words, a_slip_tells_the_wrong_value_and_the_right_one) {
    EXPECT_CLAIMS(slips);
}

/* ---- the year alone was wrong ---- */

static const Sample years[] = {
    {"Счет-фактура А-120, июнь. Только год указан неверно: не 2020, а 2019.", "m=6 y=2019 n=А-120", .language = "ru"},
    {"Invoice A-120 of June. Only the year is stated wrongly: not 2020 but 2019.", "m=6 y=2019 n=A-120", .language = "en"},
    {"Invoice A-120. The dashboard shows not 25 but 20 units.", "u=25 n=A-120", .language = "en"},
    {"Счет-фактура А-120. На панели показано не 25, а 20 KPI.", "n=А-120 k=25", .language = "ru"},
    {"Rechnung A-120. Das Dashboard zeigt nicht 25, sondern 20 Stück.", "u=25 n=A-120", .language = "de"},
    {"Facture A-120. Le tableau de bord affiche non pas 25 mais 20 unités.", "u=25 n=A-120", .language = "fr"},
};

Test(own_words, what_is_right_stands_behind_what_is_not) {
    EXPECT_CLAIMS(years);
}

/* ---- the sender's own books ---- */

static const Sample books[] = {
    {"Our ledger shows 25 dMOC for invoice A-120, the dashboard shows 20.", "t=dmoc u=25 n=A-120", .language = "en"},
    {"In unserer Buchhaltung werden für Rechnung A-120 KPI 25 angezeigt, im Dashboard nur 20.", "n=A-120 k=25", .language = "de"},
    {"En nuestra contabilidad figura la factura A-120 con KPI 25.", "n=A-120 k=25", .language = "es"},
    {"Nel nostro gestionale la fattura A-120 risulta con KPI 25.", "n=A-120 k=25", .language = "it"},
    {"Em nossa planilha consta a fatura A-120 com KPI 25.", "n=A-120 k=25", .language = "pt-BR"},
    {"В нашем реестре за январь 2021 г. значится: dMOC, 25 лицензий, счет-фактура А-120, KPI 25, доход 0 руб.",
     "m=1 y=2021 t=dmoc u=25 n=А-120 k=25 r=0 RUB", .language = "ru"},
    {"На панели по счету А-120 значится KPI 20.", "n=А-120", .language = "ru"},
    {"저희 장부에는 송장 A-120의 KPI가 25로 표시되어 있습니다.", "n=A-120 k=25", .language = "ko"},
    {"我方台账显示发票A-120的KPI为25。", "n=A-120 k=25", .language = "zh-CN"},
};

Test(own_words, what_the_own_books_show_is_right) {
    EXPECT_CLAIMS(books);
}

/* ---- more of the purchase behind the first field ---- */

#define ALL "m=1 y=2021 t=exam_voucher u=25 n=9014 k=25 r="

static const Sample fields[] = {
    {"Month: January 2021, 25 exam vouchers, invoice 9014, KPI 25, revenue EUR 2,500.00", ALL "2500.00 EUR", .language = "en"},
    {"Purchase date: 14 January 2021, invoice 9014, 25 exam vouchers, KPI 25, revenue EUR 2,500.00", ALL "2500.00 EUR", .language = "en"},
    {"Monat: Januar 2021, 25 Prüfungsgutscheine, Rechnung 9014, KPI 25, Umsatz 2.500,00 EUR", ALL "2500.00 EUR", .language = "de"},
    {"Mois : janvier 2021, 25 bons d'examen, facture 9014, KPI 25, CA 2 500,00 EUR", ALL "2500.00 EUR", .language = "fr"},
    {"Mes: enero de 2021, 25 vales de examen, factura 9014, KPI 25, importe 2.500,00 EUR", ALL "2500.00 EUR", .language = "es"},
    {"Mese: gennaio 2021, 25 voucher d'esame, fattura 9014, KPI 25, importo 2.500,00 EUR", ALL "2500.00 EUR", .language = "it"},
    {"Mês: janeiro de 2021, 25 vouchers de exame, fatura 9014, KPI 25, valor R$ 2.500,00", ALL "2500.00 BRL", .language = "pt-BR"},
    {"Период: январь 2021, 25 ваучеров на экзамен, счет-фактура 9014, KPI 25, доход 2 500,00 руб.", ALL "2500.00 RUB", .language = "ru"},
    {"月：2021年1月、試験バウチャー25枚、請求書番号9014、KPI 25、金額 2,500円", ALL "2500 JPY", .language = "ja"},
    {"월: 2021년 1월, 시험 바우처 25개, 송장번호 9014, KPI 25, 금액 2,500원", ALL "2500 KRW", .language = "ko"},
    {"月份：2021年1月，考试券25张，发票号9014，KPI 25，收入2500.00元", ALL "2500.00 CNY", .language = "zh-CN"},
    {"月份：2021年1月，考試券25張，發票號碼9014，KPI 25，收益2500元", ALL "2500 TWD", .language = "zh-TW"},
    {"Month: January, 2021\nInvoice: 9014", "m=1 y=2021 n=9014", .language = "en"},
    {"Счет-фактура А-120. KPI за неё — 25. Доход по ней 1000 руб.", "n=А-120 k=25 r=1000 RUB", .language = "ru"},
    {"Счет-фактура А-120. KPI по ней 25.", "n=А-120 k=25", .language = "ru"},
    {"Счет-фактура А-120. KPI по этому счету 25, доход 1000 руб.", "n=А-120 r=1000 RUB", .language = "ru"},
};

Test(own_words, behind_a_period_the_purchase_goes_on) {
    EXPECT_CLAIMS(fields);
}

/* ---- a year for all rows ---- */

#define ROWS_KO "\n\n월\t형식\t송장번호\t수량\tKPI\t수익(원)\n5월\tMLO\tA-1\t3\t3\t1000\n6월\tMOC\tA-2\t4\t4\t2000\n"
#define CLAIMS_KO "m=5 y=2020 t=mlo u=3 n=A-1 k=3 r=1000 KRW\nm=6 y=2020 t=moc u=4 n=A-2 k=4 r=2000 KRW"

static const Sample years_of_all[] = {
    {"모두 2020년입니다." ROWS_KO, CLAIMS_KO, .language = "ko"},
    {"전부 2020년도 건입니다." ROWS_KO, CLAIMS_KO, .language = "ko"},
    {"すべて2020年です。\n\n月\t種類\t請求書番号\t数量\tKPI\n5月\tMLO\tA-1\t3\t3\n6月\tMOC\tA-2\t4\t4\n",
     "m=5 y=2020 t=mlo u=3 n=A-1 k=3\nm=6 y=2020 t=moc u=4 n=A-2 k=4", .language = "ja"},
    {"均为2020年。\n\n月份\t类型\t发票编号\t数量\tKPI\n5月\tMLO\tA-1\t3\t3\n6月\tMOC\tA-2\t4\t4\n",
     "m=5 y=2020 t=mlo u=3 n=A-1 k=3\nm=6 y=2020 t=moc u=4 n=A-2 k=4", .language = "zh-CN"},
};

Test(own_words, a_year_said_of_all_holds_for_every_row) {
    EXPECT_CLAIMS(years_of_all);
}

/* ---- amounts with what Koreans write to them ---- */

static const Sample worth[] = {
    {"올해 1월에 인쇄본 MOC 44부, 242만원어치(부가세 제외)를 샀습니다. 송장번호 A-120, KPI 44.", "m=1 y=2021 t=moc u=44 n=A-120 k=44 r=2420000 KRW",
     .language = "ko"},
    {"송장 A-120, dMOC 1,250,000원어치 구매, KPI 25.", "t=dmoc n=A-120 k=25 r=1250000 KRW", .language = "ko"},
};

Test(own_words, an_amount_is_read_with_its_ending) {
    EXPECT_CLAIMS(worth);
}
