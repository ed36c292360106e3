/* Wordings that turn: what is fine, what stands instead of what, apologies. */
#include "reading_fixture.h"

/* ---- purchases that are named only to say that they are fine ---- */

static const Sample settled[] = {
    {"Invoice 501 is fine. Invoice 502 (April 2020, 12 MOC, KPI 4) is missing.", "m=4 y=2020 t=moc u=12 n=502 k=4"},
    {"Invoice 502 (May 2020, 12 MLO, KPI 3) is missing. Invoice 501 is correct.", "m=5 y=2020 t=mlo u=12 n=502 k=3"},
    {"I'm not asking about invoice 501, that one is fine. It is invoice 502 (May 2020, 16 dMOC, KPI 1) that shows zero.",
     "m=5 y=2020 t=dmoc u=16 n=502 k=1"},
    {"The invoice number 501 is correct, 12 MOC of April 2020, but the KPI is not shown.", "m=4 y=2020 t=moc u=12 n=501"},
    {.language = "de", .body = "Rechnung 502 (Mai 2020, 12 MLO, KPI 3) fehlt. Rechnung 501 dagegen stimmt.",
     .want = "m=5 y=2020 t=mlo u=12 n=502 k=3"},
    {.language = "de", .body = "Rechnung 501 vom April 2020 (10 MOC, KPI 5) stimmt nicht. Rechnung 502 (Mai 2020, 12 MLO, KPI 3) fehlt.",
     .want = "m=4 y=2020 t=moc u=10 n=501 k=5\nm=5 y=2020 t=mlo u=12 n=502 k=3"},
    {.language = "fr", .body = "La facture 501 est correcte. La facture 502 (mai 2020, 12 MLO, KPI 3) manque.",
     .want = "m=5 y=2020 t=mlo u=12 n=502 k=3"},
    {.language = "es", .body = "La factura 501 está bien. Falta la factura 502 (mayo de 2020, 12 MLO, KPI 3).",
     .want = "m=5 y=2020 t=mlo u=12 n=502 k=3"},
    {.language = "it", .body = "La fattura 501 (10 MOC, KPI 2) è corretta; manca la fattura 502 di maggio 2020, 12 MLO, KPI 3.",
     .want = "m=5 y=2020 t=mlo u=12 n=502 k=3"},
    {.language = "ru", .body = "По счету-фактуре 501 вопросов нет. Не отражен счет-фактура 502: май 2020, 12 MLO, KPI 3.",
     .want = "m=5 y=2020 t=mlo u=12 n=502 k=3"},
    {.language = "ja", .body = "請求書501は問題ありません。請求書502（2020年5月、MLO 12本、KPI値3）が反映されていません。",
     .want = "m=5 y=2020 t=mlo u=12 n=502 k=3"},
    {.language = "ko", .body = "송장 501은 문제없습니다. 송장 502(2020년 5월, MLO 12개, KPI 값 3)가 누락되었습니다.",
     .want = "m=5 y=2020 t=mlo u=12 n=502 k=3"},
    {.language = "zh-CN", .body = "发票501没有问题，发票502（2020年5月，MLO 12份，KPI值3）没有显示。",
     .want = "m=5 y=2020 t=mlo u=12 n=502 k=3"},
    {.language = "zh-TW", .body = "發票 501 沒問題，發票 502（2020 年 5 月，MLO 12 份，KPI 值 3）沒有顯示。",
     .want = "m=5 y=2020 t=mlo u=12 n=502 k=3"},
};

Test(wordings_turns, settled_purchases) {
    EXPECT_CLAIMS(settled);
}

/* ---- a colon within a sentence ---- */

static const Sample colons[] = {
    {"We have two invoices: 14 dMOC on no. 901 (January 2020, KPI 4).", "m=1 y=2020 t=dmoc u=14 k=4"},
    {.language = "it", .body = "Abbiamo due fatture: 14 dMOC nella 901 (gennaio 2020, KPI 4).", .want = "m=1 y=2020 t=dmoc u=14 k=4"},
    {"I gave the wrong invoice number: it is INV-778 and not INV-787. 15 MLO, April 2020.", "m=4 y=2020 t=mlo u=15 n=INV-778"},
    {.language = "fr", .body = "J'ai donné un mauvais numéro de facture : c'est INV-778 et non INV-787. 15 MLO, avril 2020.",
     .want = "m=4 y=2020 t=mlo u=15 n=INV-778"},
    {"Two corrections to my ticket: units are 35, not 53; revenue is 1,750.00 rather than 1,570.00 USD. Invoice # 6620, KPI 11.",
     "u=35 n=6620 k=11 r=1750.00"},
    {"Invoice: 7\nUnits: 12", "u=12 n=7"},
};

Test(wordings_turns, colons_in_sentences) {
    EXPECT_CLAIMS(colons);
}

/* ---- tax with its rate; what support wrote ---- */

static const Sample rates[] = {
    {"40 dMOC, invoice A-12, 2,400.00 USD net, 2,856.00 USD incl. 19% VAT.", "t=dmoc u=40 n=A-12 r=2400.00 USD"},
    {.language = "fr", .body = "40 dMOC, facture A-12, 2 400,00 € HT, 2 880,00 € avec 20 % de TVA.", .want = "t=dmoc u=40 n=A-12 r=2400.00 EUR"},
    {.language = "es", .body = "40 dMOC, factura A-12, 2.400,00 € netos, 2.904,00 € con IVA del 21 %.", .want = "t=dmoc u=40 n=A-12 r=2400.00 EUR"},
    {"You replied that it was 20 units and KPI 6 for invoice A-12. In fact we bought 26 MOC, KPI 8.", "t=moc u=26 n=A-12 k=8"},
};

Test(wordings_turns, rates_and_replies) {
    EXPECT_CLAIMS(rates);
}

/* ---- one figure instead of another ---- */

static const Sample instead[] = {
    {"KPI 2 instead of 4, 10 units instead of 16: invoice A-12, MOC.", "t=moc u=16 n=A-12 k=4"},
    {"It should read KPI 11 rather than 10, and 35 dMOC rather than 30. Invoice A-12.", "t=dmoc u=35 n=A-12 k=11"},
    {"Sorry to bother you again, invoice A-12 has KPI 5 instead of 8.", "n=A-12 k=8"},
    {"Sorry, KPI 5 instead of 8, I mistyped it for invoice A-12.", "n=A-12 k=5"},
    {.language = "fr", .body = "KPI 2 au lieu de 4, 10 unités au lieu de 16 : facture A-12, MOC.", .want = "t=moc u=16 n=A-12 k=4"},
    {.language = "fr", .body = "Désolé de vous relancer, la facture A-12 a un KPI de 5 au lieu de 8.", .want = "n=A-12 k=8"},
    {.language = "de", .body = "KPI 2 statt 4, 10 Stück statt 16: Rechnung A-12, MOC.", .want = "t=moc u=16 n=A-12 k=4"},
    {.language = "de", .body = "Entschuldigung für die Störung, Rechnung A-12 hat KPI 5 statt 8.", .want = "n=A-12 k=8"},
    {.language = "es", .body = "Disculpen la molestia, la factura A-12 tiene KPI 5 en vez de 8.", .want = "n=A-12 k=8"},
    {.language = "it", .body = "Scusate il disturbo, la fattura A-12 ha KPI 5 invece di 8.", .want = "n=A-12 k=8"},
    {.language = "pt-BR", .body = "Desculpem a demora, a fatura A-12 tem KPI 5 em vez de 8.", .want = "n=A-12 k=8"},
    {.language = "ru", .body = "Извините за беспокойство, по счету-фактуре A-12 KPI 5 вместо 8.", .want = "n=A-12 k=8"},
};

Test(wordings_turns, one_instead_of_another) {
    EXPECT_CLAIMS(instead);
}

/* ---- what should be shown, instead of what is ---- */

static const Sample oughts[] = {
    {"Invoice 4711, January 2020: 25 KPIs should be displayed instead of 20.", "m=1 y=2020 n=4711 k=25"},
    {"Invoice 4711, January 2020: 25 KPIs rather than 20 should be displayed.", "m=1 y=2020 n=4711 k=25"},
    {"Invoice 4711, January 2020: 20 KPIs are displayed instead of 25.", "m=1 y=2020 n=4711 k=25"},
    {.language = "de", .body = "Rechnung 4711, Januar 2020: 25 KPI müssten angezeigt werden statt 20.", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "de", .body = "Rechnung 4711, Januar 2020: 25 KPI statt der 20 KPI, die im Dashboard stehen.", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "de", .body = "Rechnung 4711, Januar 2020: 20 KPI statt der 25, wie vereinbart.", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "ru", .body = "Счет-фактура 4711, январь 2020: 25 KPI вместо тех 20, что показаны.", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "ru", .body = "Счет-фактура 4711, январь 2020: 25 KPI должны отображаться вместо 20.", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "fr", .body = "Facture 4711, janvier 2020 : 25 KPI devraient être affichés au lieu de 20.", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "es", .body = "Factura 4711, enero de 2020: 25 KPI deberían aparecer en lugar de 20.", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "it", .body = "Fattura 4711, gennaio 2020: 25 KPI dovrebbero risultare invece di 20.", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "it", .body = "Fattura 4711 di gennaio 2020. Dovrebbero essere visualizzati 25 KPI.", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "pt-BR", .body = "Nota fiscal 4711, janeiro de 2020: 25 KPIs deveriam aparecer em vez de 20.", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "ja", .body = "請求書4711、2020年1月、20の代わりに25 KPIが表示されるべきです。", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "ja", .body = "請求書4711は2020年1月分です。KPIは25と表示されるはずです。", .want = "m=1 y=2020 n=4711 k=25"},
};

Test(wordings_turns, what_should_be_shown) {
    EXPECT_CLAIMS(oughts);
}

/* ---- a date that ends with a colon is no field ---- */

static const Sample dated[] = {
    {.language = "ja", .body = "請求書4711、2020年1月：KPI 25。", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "ja", .body = "対象月：2020年1月\n請求書番号：4711\nKPI：25", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "ko", .body = "2020년 1월: 세금계산서 4711, KPI 25", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "zh-CN", .body = "2020年1月：发票4711，KPI 25", .want = "m=1 y=2020 n=4711 k=25"},
    {.language = "zh-CN", .body = "发票号：INV-2001-15 月份：1月 KPI：25", .want = "m=1 n=INV-2001-15 k=25"},
    {.language = "zh-TW", .body = "二〇二〇年一月：發票4711，KPI 25", .want = "m=1 y=2020 n=4711 k=25"},
};

Test(wordings_turns, dates_before_colons) {
    EXPECT_CLAIMS(dated);
}
