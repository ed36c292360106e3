/* Wordings of what the dashboard has against what is right: across clauses and sentences. */
#include "reading_fixture.h"

/* ---- what is not shown gives no figure behind it the role of one that is ---- */

#define MISSING "m=9 y=2021 t=practice_test u=40 n=F001-8830 k=40"

static const Sample missing[] = {
    {"Invoice F001-8830 of September 2021 is not yet displayed on the dashboard: 40 practice tests, KPI 40.", MISSING},
    {"Invoice F001-8830 of September 2021 does not yet show on the dashboard, 40 practice tests, KPI 40.", MISSING},
    {.language = "de", .body = "Die Rechnung F001-8830 vom September 2021 wird nicht bei uns angezeigt: 40 practice tests, KPI 40.", .want = MISSING},
    {.language = "fr", .body = "La facture F001-8830 de septembre 2021 ne nous apparaît pas dans le tableau de bord : 40 practice tests, KPI 40.",
     .want = MISSING},
    {.language = "es", .body = "la factura F001-8830 de septiembre de 2021 no me figura en el dashboard: 40 practice tests, KPI 40.", .want = MISSING},
    {.language = "it", .body = "La fattura F001-8830 di settembre 2021 non ci risulta nel cruscotto: 40 practice test, KPI 40.", .want = MISSING},
    {.language = "pt-BR", .body = "A nota fiscal F001-8830 de setembro de 2021 não nos aparece no painel: 40 practice tests, KPI 40.",
     .want = MISSING},
    {.language = "ru", .body = "Счет-фактура F001-8830 за сентябрь 2021 не у нас отображается: 40 practice tests, KPI 40.", .want = MISSING},
    {"Invoice F001-8830 of September 2021: the dashboard shows 40 practice tests, it should be 45.", "m=9 y=2021 t=practice_test u=45 n=F001-8830"},
};

Test(wordings_shown, missing) {
    EXPECT_CLAIMS(missing);
}

/* ---- a clause about the dashboard beside one with a verb of showing ---- */

static const Sample clauses[] = {
    {.language = "de", .body = "Rechnung AR20/1187. Gutgeschrieben gehören uns 40 KPI, am Dashboard stehen aber nur 14.", .want = "n=AR20/1187 k=40"},
    {"Invoice AR20/1187. Reported were 40 KPI, but the dashboard has 14 only.", "n=AR20/1187 k=40"},
    {.language = "fr", .body = "Facture AR20/1187. Comptabilisés chez nous 40 KPI, sur le tableau de bord seulement 14.", .want = "n=AR20/1187 k=40"},
    {.language = "es", .body = "Factura AR20/1187. Registrados 40 KPI, pero en el panel solo hay 14.", .want = "n=AR20/1187 k=40"},
    {.language = "it", .body = "Fattura AR20/1187. Registrati da noi 40 KPI, ma nel cruscotto ci sono solo 14.", .want = "n=AR20/1187 k=40"},
    {"Invoice AR20/1187. Only 14 KPI are shown, the dashboard should say 40.", "n=AR20/1187 k=40"},
};

Test(wordings_shown, clauses) {
    EXPECT_CLAIMS(clauses);
}

/* ---- the sentence behind the dashboard's tells the right type, the right month ---- */

#define TYPE "m=5 y=2020 t=dmoc u=50 n=DK-0088-20 k=50"
#define MONTH "m=1 y=2021 t=dmoc u=50 n=DK-0088-20 k=50"

static const Sample righted[] = {
    {"On the dashboard our purchase of May 2020 is filed as MLO. In fact it is dMOC. Invoice DK-0088-20, quantity 50, KPI 50.", TYPE},
    {.language = "de", .body = "Im Dashboard ist unser Kauf vom Mai 2020 als MLO eingeordnet. Tatsächlich handelt es sich um dMOC. Rechnung DK-0088-20, Menge 50, KPI 50.",
     .want = TYPE},
    {.language = "fr", .body = "Sur le tableau de bord, notre achat de mai 2020 est classé en MLO. Or il s’agit bien de dMOC. Facture DK-0088-20, quantité 50, KPI 50.",
     .want = TYPE},
    {.language = "ru", .body = "На панели наша покупка за май 2020 указана как MLO. На самом деле это dMOC. Счет-фактура DK-0088-20, количество 50, KPI 50.",
     .want = TYPE},
    {.language = "ja", .body = "ダッシュボードでは2020年5月の購入がMLOに分類されています。実際はdMOCです。請求書DK-0088-20、数量50、KPI 50。", .want = TYPE},
    {.language = "ko", .body = "대시보드에는 2020년 5월 구매가 MLO로 분류되어 있습니다. 실제로는 dMOC입니다. 송장 DK-0088-20, 수량 50, KPI 50.", .want = TYPE},
    {.language = "zh-CN", .body = "仪表板上我们2020年5月的购买被归类为MLO。实际上是dMOC。发票DK-0088-20，数量50，KPI 50。", .want = TYPE},
    {"On the dashboard our purchase is filed under December 2020. In fact it was made in January 2021. Invoice DK-0088-20, dMOC, quantity 50, KPI 50.", MONTH},
    {.language = "de", .body = "Im Dashboard ist unser Kauf unter Dezember 2020 eingeordnet. Tatsächlich war er im Januar 2021. Rechnung DK-0088-20, dMOC, Menge 50, KPI 50.",
     .want = MONTH},
    {.language = "es", .body = "En el panel nuestra compra está clasificada en diciembre de 2020. En realidad es de enero de 2021. Factura DK-0088-20, dMOC, cantidad 50, KPI 50.",
     .want = MONTH},
    {.language = "ja", .body = "ダッシュボードでは購入が2020年12月に分類されています。実際は2021年1月です。請求書DK-0088-20、dMOC、数量50、KPI 50。", .want = MONTH},
    {.language = "ko", .body = "대시보드에는 구매가 2020년 12월로 분류되어 있습니다. 실제로는 2021년 1월입니다. 송장 DK-0088-20, dMOC, 수량 50, KPI 50.", .want = MONTH},
    {.language = "zh-TW", .body = "儀表板上我們的購買被歸到2020年12月。實際上是2021年1月。發票DK-0088-20，dMOC，數量50，KPI 50。", .want = MONTH},
    {"Our purchase of December 2020 is missing. It should be shown in January 2021. Invoice DK-0088-20, dMOC.", "m=12 y=2020 t=dmoc n=DK-0088-20"},
};

Test(wordings_shown, righted) {
    EXPECT_CLAIMS(righted);
}

/* ---- numbers of invoices: whole, bare in a complaint, and what is none ---- */

static const Sample numbers[] = {
    {.language = "es", .body = "mayo 2020, 20 unidades, factura A 0003 00004512, KPI 20", .want = "m=5 y=2020 u=20 n=A 0003 00004512 k=20"},
    {.language = "es", .body = "mayo 2020, 20 unidades, factura 0003 00004512, KPI 20", .want = "m=5 y=2020 u=20 n=0003 00004512 k=20"},
    {"May 2020, 20 units, invoice 2020 0417, KPI 20", "m=5 y=2020 u=20 n=2020 0417 k=20"},
    {"invoice 4471 25 units of dMOC, May 2020", "m=5 y=2020 t=dmoc u=25 n=4471"},
    {"AR-21-0087 is missing. It was the April 2021 purchase, dMOC.", "m=4 y=2021 t=dmoc n=AR-21-0087"},
    {.language = "de", .body = "finde die AR-21-0087 nicht wieder! Das war der April-Einkauf 2021, dMOC.", .want = "m=4 y=2021 t=dmoc n=AR-21-0087"},
    {.language = "fr", .body = "Facture 21-0388. Les deux premières factures sont jointes (la 2e est un scan).", .want = "n=21-0388"},
    {.language = "de", .body = "Rechnung anbei. MPN: 1029384\nKPI: 27", .want = "k=27"},
    {.language = "fr", .body = "La facture est jointe. MPN : 1029384\nKPI : 27", .want = "k=27"},
};

Test(wordings_shown, numbers) {
    EXPECT_CLAIMS(numbers);
}

/* ---- what is missing is no value, where more was bought ---- */

#define SHORT "m=3 y=2021 t=dmoc u=25 n=RE-10001"

static const Sample lacking[] = {
    {"5 KPIs are missing for invoice RE-10001 (March 2021, 25 dMOC).", SHORT},
    {"For invoice RE-10001 of March 2021, 25 dMOC, we are 5 KPI short.", SHORT},
    {.language = "de", .body = "Für die Rechnung RE-10001 (März 2021, 25 dMOC) fehlen 5 KPI.", .want = SHORT},
    {.language = "fr", .body = "Il manque 5 KPI sur la facture RE-10001 (mars 2021, 25 dMOC).", .want = SHORT},
    {.language = "es", .body = "Faltan 5 KPI de la factura RE-10001 (marzo de 2021, 25 dMOC).", .want = SHORT},
    {.language = "it", .body = "Mancano 5 KPI per la fattura RE-10001 (marzo 2021, 25 dMOC).", .want = SHORT},
    {.language = "pt-BR", .body = "Faltam 5 KPI da nota fiscal RE-10001 (março de 2021, 25 dMOC).", .want = SHORT},
    {.language = "ru", .body = "По счету-фактуре RE-10001 (март 2021, 25 dMOC) не хватает 5 KPI.", .want = SHORT},
    {.language = "ja", .body = "請求書RE-10001（2021年3月、dMOC 25部）のKPIが5不足しています。", .want = SHORT},
    {.language = "ko", .body = "송장 RE-10001(2021년 3월, dMOC 25부)의 KPI가 5 부족합니다.", .want = SHORT},
    {"25 KPIs are missing for invoice RE-10001 (March 2021, 25 dMOC).", SHORT " k=25"},
    {"In March 2021 we bought 25 dMOC on invoice RE-10001 for 2,250 EUR. 450 EUR are missing.", SHORT " r=2250 EUR"},
};

Test(wordings_shown, lacking) {
    EXPECT_CLAIMS(lacking);
}
