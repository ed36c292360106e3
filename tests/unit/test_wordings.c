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
