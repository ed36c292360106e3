/* Wordings of one thing in all languages: what is said once, what is shown and what is right, how fields are cut short. */
#include "reading_fixture.h"

/* ---- what stands once above a table holds for its rows ---- */

static const Sample above_tables[] = {
    {"All three are from November 2020, amounts in EUR excluding VAT.\n\n"
     "OMLP type\tUnits\tInvoice #\tKPI\tRevenue\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 EUR\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 EUR",
     .language = "en"},
    {"Both invoices are November 2020.\n\n"
     "OMLP type\tUnits\tInvoice #\tKPI\tRevenue\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00",
     .language = "en"},
    {"Everything below is November 2020, in US dollars, net.\n\n"
     "OMLP type\tUnits\tInvoice #\tKPI\tRevenue\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 USD\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 USD",
     .language = "en"},
    {"The purchases below were all made in November 2020 (amounts in GBP).\n\n"
     "OMLP type\tUnits\tInvoice #\tKPI\tRevenue\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 GBP\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 GBP",
     .language = "en"},
    {"November 2020, amounts in EUR:\n\n"
     "OMLP type\tUnits\tInvoice #\tKPI\tRevenue\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 EUR\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 EUR",
     .language = "en"},
    {"Alle drei stammen aus dem November 2020, Beträge in Euro netto.\n\n"
     "Typ\tAnzahl\tRechnungsnr.\tKPI\tUmsatz\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 EUR\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 EUR",
     .language = "de"},
    {"November 2020, alle Beträge in CHF ohne MwSt.:\n\n"
     "Typ\tAnzahl\tRechnungsnr.\tKPI\tUmsatz\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 CHF\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 CHF",
     .language = "de"},
    {"Durchweg November 2020, Währung Euro.\n\n"
     "Typ\tAnzahl\tRechnungsnr.\tKPI\tUmsatz\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 EUR\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 EUR",
     .language = "de"},
    {"Les trois lignes concernent novembre 2020, montants en euros HT.\n\n"
     "Type\tQuantité\tFacture\tKPI\tMontant\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 EUR\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 EUR",
     .language = "fr"},
    {"Tout est de novembre 2020.\n\n"
     "Type\tQuantité\tFacture\tKPI\tMontant\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00",
     .language = "fr"},
    {"Novembre 2020, montants en CHF :\n\n"
     "Type\tQuantité\tFacture\tKPI\tMontant\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 CHF\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 CHF",
     .language = "fr"},
    {"Todas son de noviembre de 2020, importes en euros sin IVA.\n\n"
     "Tipo\tCantidad\tFactura\tKPI\tImporte\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 EUR\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 EUR",
     .language = "es"},
    {"Mes y año de las tres: noviembre de 2020.\n\n"
     "Tipo\tCantidad\tFactura\tKPI\tImporte\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00",
     .language = "es"},
    {"Sono tutte di novembre 2020, importi in euro IVA esclusa.\n\n"
     "Tipo\tQuantità\tFattura\tKPI\tImporto\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 EUR\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 EUR",
     .language = "it"},
    {"Tutte e tre: novembre 2020.\n\n"
     "Tipo\tQuantità\tFattura\tKPI\tImporto\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00",
     .language = "it"},
    {"Todas são de novembro de 2020, valores em reais sem impostos.\n\n"
     "Tipo\tQuantidade\tFatura\tKPI\tValor\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 BRL\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 BRL",
     .language = "pt-BR"},
    {"Tudo de novembro/2020, valores em R$.\n\n"
     "Tipo\tQuantidade\tFatura\tKPI\tValor\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 BRL\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 BRL",
     .language = "pt-BR"},
    {"いずれも2020年11月分です。金額は円、税抜です。\n\n"
     "種類\t数量\t請求書番号\tKPI\t金額\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 JPY\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 JPY",
     .language = "ja"},
    {"2020年11月分、金額は税抜（円）：\n\n"
     "種類\t数量\t請求書番号\tKPI\t金額\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 JPY\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 JPY",
     .language = "ja"},
    {"3件とも2020年11月のものです。\n\n"
     "種類\t数量\t請求書番号\tKPI\t金額\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00",
     .language = "ja"},
    {"모두 2020년 11월 건이며 금액은 원화, 부가세 별도입니다.\n\n"
     "종류\t수량\t송장 번호\tKPI\t금액\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 KRW\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 KRW",
     .language = "ko"},
    {"세 건 다 2020년 11월입니다. 금액은 원화 기준입니다.\n\n"
     "종류\t수량\t송장 번호\tKPI\t금액\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 KRW\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 KRW",
     .language = "ko"},
    {"Все три - ноябрь 2020 года, суммы в рублях без НДС.\n\n"
     "Тип\tКол-во\tСчет-фактура\tKPI\tСумма\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 RUB\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 RUB",
     .language = "ru"},
    {"Период везде один: ноябрь 2020.\n\n"
     "Тип\tКол-во\tСчет-фактура\tKPI\tСумма\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00",
     .language = "ru"},
    {"Все за ноябрь 2020, суммы в рублях.\n\n"
     "Тип\tКол-во\tСчет-фактура\tKPI\tСумма\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 RUB\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 RUB",
     .language = "ru"},
    {"以下均为2020年11月，金额单位为人民币，不含税。\n\n"
     "类型\t数量\t发票号\tKPI\t金额\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 CNY\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 CNY",
     .language = "zh-CN"},
    {"三张发票都是2020年11月的，单位：元。\n\n"
     "类型\t数量\t发票号\tKPI\t金额\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 CNY\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 CNY",
     .language = "zh-CN"},
    {"以下皆為2020年11月，金額為新台幣未稅。\n\n"
     "類型\t數量\t發票號碼\tKPI\t金額\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 TWD\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 TWD",
     .language = "zh-TW"},
    {"三筆都是2020年11月，幣別新台幣。\n\n"
     "類型\t數量\t發票號碼\tKPI\t金額\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "m=11 y=2020 t=dmoc u=20 n=A-3301 k=20 r=3000.00 TWD\nm=11 y=2020 t=mlo u=50 n=A-3302 k=50 r=2250.00 TWD",
     .language = "zh-TW"},
    {"We checked all rows again in January 2021.\n\n"
     "OMLP type\tUnits\tInvoice #\tKPI\tRevenue\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "t=dmoc u=20 n=A-3301 k=20 r=3000.00\nt=mlo u=50 n=A-3302 k=50 r=2250.00",
     .language = "en"},
    {"Alle Zeilen haben wir im Januar 2021 noch einmal geprüft.\n\n"
     "Typ\tAnzahl\tRechnungsnr.\tKPI\tUmsatz\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "t=dmoc u=20 n=A-3301 k=20 r=3000.00\nt=mlo u=50 n=A-3302 k=50 r=2250.00",
     .language = "de"},
    {"All rows have been wrong since January 2021.\n\n"
     "OMLP type\tUnits\tInvoice #\tKPI\tRevenue\ndMOC\t20\tA-3301\t20\t3000.00\nMLO\t50\tA-3302\t50\t2250.00\n",
     "t=dmoc u=20 n=A-3301 k=20 r=3000.00\nt=mlo u=50 n=A-3302 k=50 r=2250.00",
     .language = "en"},
};

Test(wordings, above_tables) {
    EXPECT_CLAIMS(above_tables);
}

/* ---- fields cut short, with dashes for colons ---- */

static const Sample short_fields[] = {
    {"мес.: 5\n"
     "год: 2020\n"
     "тип: dMOC\n"
     "единица: 55\n"
     "сф: LN-0517\n"
     "kpi: 53\n"
     "дох.: 12500 руб.\n"
     "партн. ID: 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 RUB",
     .language = "ru"},
    {"Mon.: 5\n"
     "Jahr: 2020\n"
     "Typ: dMOC\n"
     "Einheit: 55\n"
     "Re.-Nr.: LN-0517\n"
     "KPI-W.: 53\n"
     "Umsatz: 12500 EUR\n"
     "Partn.-ID: 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 EUR",
     .language = "de"},
    {"mois: 5\n"
     "an: 2020\n"
     "type: dMOC\n"
     "unités: 55\n"
     "fac.: LN-0517\n"
     "val. KPI: 53\n"
     "CA HT: 12500 EUR\n"
     "MPN: 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 EUR",
     .language = "fr"},
    {"mes: 5\n"
     "año: 2020\n"
     "tipo: dMOC\n"
     "uds.: 55\n"
     "fra.: LN-0517\n"
     "val. KPI: 53\n"
     "ing.: 12500 EUR\n"
     "MPN: 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 EUR",
     .language = "es"},
    {"mese: 5\n"
     "anno: 2020\n"
     "tipo: dMOC\n"
     "un.: 55\n"
     "ft.: LN-0517\n"
     "val. KPI: 53\n"
     "ricavi: 12500 EUR\n"
     "MPN: 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 EUR",
     .language = "it"},
    {"mês: 5\n"
     "ano: 2020\n"
     "tipo: dMOC\n"
     "und.: 55\n"
     "NF-e: LN-0517\n"
     "val. KPI: 53\n"
     "receita: 12500 R$\n"
     "MPN: 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 BRL",
     .language = "pt-BR"},
    {"mth: 5\n"
     "yr: 2020\n"
     "type: dMOC\n"
     "units: 55\n"
     "inv.: LN-0517\n"
     "KPIs: 53\n"
     "rev.: 12500 USD\n"
     "PID: 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 USD",
     .language = "en"},
    {"月: 5\n"
     "年: 2020\n"
     "種類: dMOC\n"
     "単位: 55\n"
     "請求番号: LN-0517\n"
     "KPI値: 53\n"
     "収益: 12500 円\n"
     "パートナーID: 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 JPY",
     .language = "ja"},
    {"월: 5\n"
     "연도: 2020\n"
     "종류: dMOC\n"
     "수량: 55\n"
     "송장#: LN-0517\n"
     "KPI값: 53\n"
     "매출: 12500 원\n"
     "파트너ID: 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 KRW",
     .language = "ko"},
    {"月: 5\n"
     "年: 2020\n"
     "类型: dMOC\n"
     "数: 55\n"
     "发票号: LN-0517\n"
     "KPI值: 53\n"
     "金额: 12500 元\n"
     "伙伴ID: 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 CNY",
     .language = "zh-CN"},
    {"月: 5\n"
     "年: 2020\n"
     "類型: dMOC\n"
     "數: 55\n"
     "發票號: LN-0517\n"
     "KPI值: 53\n"
     "金額: 12500 元\n"
     "夥伴ID: 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 TWD",
     .language = "zh-TW"},
    {"мес. - 5\n"
     "год - 2020\n"
     "тип - dMOC\n"
     "ед. - 55\n"
     "с/ф - LN-0517\n"
     "кпэ - 53\n"
     "доход - 12500 руб.\n"
     "парт. ID - 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 RUB",
     .language = "ru"},
    {"Mon. - 5\n"
     "Jahr - 2020\n"
     "Typ - dMOC\n"
     "Einh. - 55\n"
     "Rg.-Nr. - LN-0517\n"
     "KPI - 53\n"
     "Ums. - 12500 EUR\n"
     "Part.-ID - 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 EUR",
     .language = "de"},
    {"mois - 5\n"
     "an - 2020\n"
     "type - dMOC\n"
     "unité - 55\n"
     "fact. - LN-0517\n"
     "KPI - 53\n"
     "CA - 12500 EUR\n"
     "ID part. - 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 EUR",
     .language = "fr"},
    {"mes - 5\n"
     "año - 2020\n"
     "tipo - dMOC\n"
     "ud. - 55\n"
     "fact. - LN-0517\n"
     "KPI - 53\n"
     "ingr. - 12500 EUR\n"
     "ID soc. - 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 EUR",
     .language = "es"},
    {"mese - 5\n"
     "anno - 2020\n"
     "tipo - dMOC\n"
     "unità - 55\n"
     "fatt. - LN-0517\n"
     "KPI - 53\n"
     "ric. - 12500 EUR\n"
     "ID part. - 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 EUR",
     .language = "it"},
    {"mês - 5\n"
     "ano - 2020\n"
     "tipo - dMOC\n"
     "un. - 55\n"
     "NF - LN-0517\n"
     "KPI - 53\n"
     "rec. - 12500 R$\n"
     "ID parc. - 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 BRL",
     .language = "pt-BR"},
    {"mth - 5\n"
     "yr - 2020\n"
     "type - dMOC\n"
     "unit - 55\n"
     "inv - LN-0517\n"
     "KPI - 53\n"
     "rev - 12500 USD\n"
     "MPN - 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 USD",
     .language = "en"},
    {"月 - 5\n"
     "年 - 2020\n"
     "種類 - dMOC\n"
     "数 - 55\n"
     "請求No. - LN-0517\n"
     "KPI - 53\n"
     "売上 - 12500 円\n"
     "MPN - 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 JPY",
     .language = "ja"},
    {"월 - 5\n"
     "연도 - 2020\n"
     "종류 - dMOC\n"
     "단위 - 55\n"
     "송장 - LN-0517\n"
     "KPI - 53\n"
     "금액 - 12500 원\n"
     "MPN - 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 KRW",
     .language = "ko"},
    {"月 - 5\n"
     "年 - 2020\n"
     "类型 - dMOC\n"
     "单位 - 55\n"
     "发票 - LN-0517\n"
     "KPI - 53\n"
     "收入 - 12500 元\n"
     "MPN - 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 CNY",
     .language = "zh-CN"},
    {"月 - 5\n"
     "年 - 2020\n"
     "類型 - dMOC\n"
     "單位 - 55\n"
     "發票 - LN-0517\n"
     "KPI - 53\n"
     "收益 - 12500 元\n"
     "MPN - 7719023\n",
     "m=5 y=2020 t=dmoc u=55 n=LN-0517 k=53 r=12500 TWD",
     .language = "zh-TW"},
};

Test(wordings, short_fields) {
    EXPECT_CLAIMS(short_fields);
    for (size_t i = 0; i < G_N_ELEMENTS(short_fields); i++) {
        Arena *arena = arena_new();
        cr_expect(str_eq_cstr(reading_of(arena, &short_fields[i])->partner_id, "7719023"), "#%zu: no partner", i);
        arena_free(&arena);
    }
}

/* ---- one figure for two details, and what a complaint does to the figures behind it ---- */

static const Sample joint[] = {
    {"Please check invoice A-77, May 2020, dMOC, revenue 500 USD. Both the units and the KPI value should be 32, not 30.",
     "m=5 y=2020 t=dmoc u=32 n=A-77 k=32 r=500 USD",
     .language = "en"},
    {"Invoice A-77, May 2020, dMOC, 500 USD: the quantity and the KPI are shown as 30 instead of 32.",
     "m=5 y=2020 t=dmoc u=32 n=A-77 k=32 r=500 USD",
     .language = "en"},
    {"Invoice A-77, May 2020, dMOC, 500 USD. Units and KPI are both 32.",
     "m=5 y=2020 t=dmoc u=32 n=A-77 k=32 r=500 USD",
     .language = "en"},
    {"Invoice A-77, May 2020, dMOC, 500 USD. We bought 30 units and the KPI should be 32.",
     "m=5 y=2020 t=dmoc u=30 n=A-77 k=32 r=500 USD",
     .language = "en"},
    {"Rechnung A-77, Mai 2020, dMOC, 500 EUR. Sowohl die Anzahl als auch der KPI-Wert müssen 32 sein, nicht 30.",
     "m=5 y=2020 t=dmoc u=32 n=A-77 k=32 r=500 EUR",
     .language = "de"},
    {"Rechnung A-77, Mai 2020, dMOC, 500 EUR. Menge und KPI sind 32, angezeigt werden nur 30.",
     "m=5 y=2020 t=dmoc u=32 n=A-77 k=32 r=500 EUR",
     .language = "de"},
    {"Facture A-77, mai 2020, dMOC, 500 EUR. La quantité et le KPI sont de 32 et non de 30.",
     "m=5 y=2020 t=dmoc u=32 n=A-77 k=32 r=500 EUR",
     .language = "fr"},
    {"Factura A-77, mayo de 2020, dMOC, 500 EUR. Tanto la cantidad como el KPI son 32, no 30.",
     "m=5 y=2020 t=dmoc u=32 n=A-77 k=32 r=500 EUR",
     .language = "es"},
    {"Fattura A-77, maggio 2020, dMOC, 500 EUR. Sia la quantità sia il KPI sono 32, non 30.",
     "m=5 y=2020 t=dmoc u=32 n=A-77 k=32 r=500 EUR",
     .language = "it"},
    {"Fatura A-77, maio de 2020, dMOC, 500 EUR. Tanto a quantidade quanto o KPI são 32, e não 30.",
     "m=5 y=2020 t=dmoc u=32 n=A-77 k=32 r=500 EUR",
     .language = "pt-BR"},
    {"請求書番号A-77、2020年5月、dMOC、5,000円です。購入数もKPIも30ではなく、正しくは32です。",
     "m=5 y=2020 t=dmoc u=32 n=A-77 k=32 r=5000 JPY",
     .language = "ja"},
    {"請求書番号A-77、2020年5月、dMOC、5,000円です。購入数とKPIはどちらも32ですが、20と表示されています。",
     "m=5 y=2020 t=dmoc u=32 n=A-77 k=32 r=5000 JPY",
     .language = "ja"},
    {"Счет-фактура A-77, май 2020, dMOC, 500 руб. И количество, и KPI должны быть 32, а не 30.",
     "m=5 y=2020 t=dmoc u=32 n=A-77 k=32 r=500 RUB",
     .language = "ru"},
    {"Счет-фактура A-77, май 2020, dMOC, 500 руб. Количество и KPI - 32, показано 30.",
     "m=5 y=2020 t=dmoc u=32 n=A-77 k=32 r=500 RUB",
     .language = "ru"},
    {"发票编号A-77，2020年5月，dMOC，500元。购买数量和KPI都应为32，而不是30。",
     "m=5 y=2020 t=dmoc u=32 n=A-77 k=32 r=500 CNY",
     .language = "zh-CN"},
    {"發票號碼A-77，2020年5月，dMOC，500元。購買單位及 KPI 均應為 28，惟儀表板上兩者皆僅顯示 20。",
     "m=5 y=2020 t=dmoc u=28 n=A-77 k=28 r=500 TWD",
     .language = "zh-TW"},
    {"發票號碼A-77，2020年5月，dMOC，500元。抱歉，前一封信的數量與 KPI 都打錯了，54 應更正為 45。",
     "m=5 y=2020 t=dmoc u=45 n=A-77 k=45 r=500 TWD",
     .language = "zh-TW"},
    {"2020년 9월, 아 죄송합니다, 9월이 아니라 10월에 구입한 dMOC 16부 (송장번호 CM-70415, KPI 16, 2,880,000원)이 없습니다.",
     "m=10 y=2020 t=dmoc u=16 n=CM-70415 k=16 r=2880000 KRW",
     .language = "ko"},
    {"On the dashboard nothing is found for invoice A-77, it is dMOC of May 2020, 38 units, KPI 38, 500 USD.",
     "m=5 y=2020 t=dmoc u=38 n=A-77 k=38 r=500 USD",
     .language = "en"},
    {"On the dashboard it is wrong, only 20 units and KPI 20 for invoice A-77 of May 2020.",
     "m=5 y=2020 n=A-77",
     .language = "en"},
};

Test(wordings, joint) {
    EXPECT_CLAIMS(joint);
}

/* ---- when it was noticed is not when it was bought; what is counted ---- */

static const Sample noticed[] = {
    {"송장번호는 DGB20-1142, 2020년 11월에 MTA 교재를 60권 샀는데요. KPI가 60이 아니라 6으로 떠 있습니다. 금액은 부가세 빼고 1,980,000원입니다.",
     "m=11 y=2020 t=mta_courseware u=60 n=DGB20-1142 k=60 r=1980000 KRW",
     .language = "ko"},
    {"송장번호는 DGB20-1142, 2020년 11월에 MTA 교재를 60권 샀는데요, KPI가 60이 아니라 6으로 표시됩니다.",
     "m=11 y=2020 t=mta_courseware u=60 n=DGB20-1142 k=60",
     .language = "ko"},
    {"송장번호는 DGB20-1142, 2020년 11월에 MTA 교재를 60권 샀는데요, KPI가 60이 아닌 6으로 나와 있습니다. 금액은 1,980,000원입니다.",
     "m=11 y=2020 t=mta_courseware u=60 n=DGB20-1142 k=60 r=1980000 KRW",
     .language = "ko"},
    {"发票编号QL-0208，2021年2月数字版MOC共75份，KPI应计75，然仪表板仅计57。",
     "m=2 y=2021 t=dmoc u=75 n=QL-0208 k=75",
     .language = "zh-CN"},
    {"发票编号QL-0208，2021年2月数字版MOC共75份，KPI应为75，但仪表板只算了57。",
     "m=2 y=2021 t=dmoc u=75 n=QL-0208 k=75",
     .language = "zh-CN"},
    {"我们4月底核对数据时发现，2021年3月购买的数字版MOC（发票编号 QH20210325，共35份）KPI值显示的是28，实际应该是35。",
     "m=3 y=2021 t=dmoc u=35 n=QH20210325 k=35",
     .language = "zh-CN"},
    {"5月初检查时发现，2021年3月购买的数字版MOC（发票编号 QH20210325，共35份，KPI 35）没有显示。",
     "m=3 y=2021 t=dmoc u=35 n=QH20210325 k=35",
     .language = "zh-CN"},
    {"When we checked the dashboard in early April, invoice QH-1 for 35 dMOC bought in March 2021 (KPI 35) was missing.",
     "m=3 y=2021 t=dmoc u=35 n=QH-1 k=35",
     .language = "en"},
    {"Ende April haben wir gesehen, dass die im März 2021 gekauften 35 dMOC (Rechnung QH-1, KPI 35) fehlen.",
     "m=3 y=2021 t=dmoc u=35 n=QH-1 k=35",
     .language = "de"},
    {"Début avril, nous avons constaté que les 35 dMOC achetés en mars 2021 (facture QH-1, KPI 35) manquent.",
     "m=3 y=2021 t=dmoc u=35 n=QH-1 k=35",
     .language = "fr"},
    {"4月末にダッシュボードを確認したところ、2021年3月に購入したdMOC 35本（請求書番号QH-1、KPI 35）が表示されていません。",
     "m=3 y=2021 t=dmoc u=35 n=QH-1 k=35",
     .language = "ja"},
    {"经核对发现，2021年3月购买的数字版MOC（发票编号 QH20210325，共35份）没有显示。",
     "m=3 y=2021 t=dmoc u=35 n=QH20210325",
     .language = "zh-CN"},
    {"发现2021年3月购买的数字版MOC（发票编号 QH20210325，共35份）没有显示。",
     "m=3 y=2021 t=dmoc u=35 n=QH20210325",
     .language = "zh-CN"},
    {"我们登录KPI仪表板核对数据时发现，2021年3月购买的数字版MOC（发票编号 QH20210325）没有显示。",
     "m=3 y=2021 t=dmoc n=QH20210325",
     .language = "zh-CN"},
};

Test(wordings, noticed) {
    EXPECT_CLAIMS(noticed);
}

/* ---- the site of a letterhead is no landing page ---- */

static const struct {
    const char *body;
    bool page;
} listings[] = {
    {"We are not listed in the learning partner directory.\nName to show: Tamar Academy\nCountry: Ireland\n\nTamar Academy\n"
     "Tel. +353 1 555 0100\nhttps://www.tamar.example/\nDublin", false},
    {"ディレクトリに掲載されておりません。\n表示名：緑研究所\n国：日本\n\n-----------\n緑研究所\nTEL 045-555-0183\n"
     "https://midori.example/\n-----------", false},
    {"We are not listed in the learning partner directory.\nName to show: Tamar Academy\nCountry: Ireland\n"
     "Landing page: https://www.tamar.example/microsoft", true},
    {"We are not listed in the learning partner directory. Our page is this:\nhttps://www.tamar.example/microsoft\n\n"
     "Tamar Academy\nTel. +353 1 555 0100", true},
};

Test(wordings, letterheads) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(listings); i++) {
        const Reading *reading = reading_of(arena, &(Sample){.body = listings[i].body});
        cr_expect(str_given(reading->listing[LISTING_URL]) == listings[i].page, "#%zu: \"%.*s\"", i,
                  (int)reading->listing[LISTING_URL].len, reading->listing[LISTING_URL].data);
        arena_clear(arena);
    }
    arena_free(&arena);
}
