/* Figures that are none of a purchase, in eleven languages: names of columns, rates; and counts of people. */
#include "reading_fixture.h"

/* The corner says "Indicator", a word for the KPI, and the first line only names the columns. */
static const Sample sideways[] = {
    {.language = "en", .body = "Indicator | Purchase 1 | Purchase 2\nQuantity | 40 | 18\nInvoice no. | A-214 | A-251\nKPI value | 40 | 18\nRevenue (k€) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "en", .body = "Indicator | 1 | 2\nQuantity | 40 | 18\nInvoice no. | A-214 | A-251\nKPI value | 40 | 18\nRevenue (k€) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "en", .body = "Indicator | Purchase 1 | Purchase 2\nQuantity | 40 | 18\nInvoice no. | A-214 | A-251\nRevenue (k€) | 144 | 31\n", .want = "u=40 n=A-214 r=144000 EUR\nu=18 n=A-251 r=31000 EUR"},
    {.language = "de", .body = "Kennzahl | Kauf 1 | Kauf 2\nAnzahl | 40 | 18\nRechnungsnr. | A-214 | A-251\nKPI-Wert | 40 | 18\nUmsatz (T€) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "de", .body = "Kennzahl | 1 | 2\nAnzahl | 40 | 18\nRechnungsnr. | A-214 | A-251\nKPI-Wert | 40 | 18\nUmsatz (T€) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "de", .body = "Kennzahl | Kauf 1 | Kauf 2\nAnzahl | 40 | 18\nRechnungsnr. | A-214 | A-251\nUmsatz (T€) | 144 | 31\n", .want = "u=40 n=A-214 r=144000 EUR\nu=18 n=A-251 r=31000 EUR"},
    {.language = "fr", .body = "Indicateur | Achat 1 | Achat 2\nQuantité | 40 | 18\nN° de facture | A-214 | A-251\nValeur KPI | 40 | 18\nCA HT (k€) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "fr", .body = "Indicateur | 1 | 2\nQuantité | 40 | 18\nN° de facture | A-214 | A-251\nValeur KPI | 40 | 18\nCA HT (k€) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "fr", .body = "Indicateur | Achat 1 | Achat 2\nQuantité | 40 | 18\nN° de facture | A-214 | A-251\nCA HT (k€) | 144 | 31\n", .want = "u=40 n=A-214 r=144000 EUR\nu=18 n=A-251 r=31000 EUR"},
    {.language = "es", .body = "Indicador | Compra 1 | Compra 2\nCantidad | 40 | 18\nN.º de factura | A-214 | A-251\nValor de KPI | 40 | 18\nIngresos (miles de €) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "es", .body = "Indicador | 1 | 2\nCantidad | 40 | 18\nN.º de factura | A-214 | A-251\nValor de KPI | 40 | 18\nIngresos (miles de €) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "es", .body = "Indicador | Compra 1 | Compra 2\nCantidad | 40 | 18\nN.º de factura | A-214 | A-251\nIngresos (miles de €) | 144 | 31\n", .want = "u=40 n=A-214 r=144000 EUR\nu=18 n=A-251 r=31000 EUR"},
    {.language = "it", .body = "Indicatore | Acquisto 1 | Acquisto 2\nQuantità | 40 | 18\nN. fattura | A-214 | A-251\nValore KPI | 40 | 18\nRicavi (k€) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "it", .body = "Indicatore | 1 | 2\nQuantità | 40 | 18\nN. fattura | A-214 | A-251\nValore KPI | 40 | 18\nRicavi (k€) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "it", .body = "Indicatore | Acquisto 1 | Acquisto 2\nQuantità | 40 | 18\nN. fattura | A-214 | A-251\nRicavi (k€) | 144 | 31\n", .want = "u=40 n=A-214 r=144000 EUR\nu=18 n=A-251 r=31000 EUR"},
    {.language = "pt-BR", .body = "Indicador | Compra 1 | Compra 2\nQuantidade | 40 | 18\nNº da fatura | A-214 | A-251\nValor de KPI | 40 | 18\nReceita (mil €) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "pt-BR", .body = "Indicador | 1 | 2\nQuantidade | 40 | 18\nNº da fatura | A-214 | A-251\nValor de KPI | 40 | 18\nReceita (mil €) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "pt-BR", .body = "Indicador | Compra 1 | Compra 2\nQuantidade | 40 | 18\nNº da fatura | A-214 | A-251\nReceita (mil €) | 144 | 31\n", .want = "u=40 n=A-214 r=144000 EUR\nu=18 n=A-251 r=31000 EUR"},
    {.language = "ru", .body = "Показатель | Покупка 1 | Покупка 2\nКол-во | 40 | 18\nНомер с/ф | A-214 | A-251\nЗначение KPI | 40 | 18\nВыручка (тыс. €) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "ru", .body = "Показатель | 1 | 2\nКол-во | 40 | 18\nНомер с/ф | A-214 | A-251\nЗначение KPI | 40 | 18\nВыручка (тыс. €) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "ru", .body = "Показатель | Покупка 1 | Покупка 2\nКол-во | 40 | 18\nНомер с/ф | A-214 | A-251\nВыручка (тыс. €) | 144 | 31\n", .want = "u=40 n=A-214 r=144000 EUR\nu=18 n=A-251 r=31000 EUR"},
    {.language = "ja", .body = "指標 | 購入1 | 購入2\n数量 | 40 | 18\n請求書番号 | A-214 | A-251\nKPI値 | 40 | 18\n収益（千ユーロ） | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "ja", .body = "指標 | 1 | 2\n数量 | 40 | 18\n請求書番号 | A-214 | A-251\nKPI値 | 40 | 18\n収益（千ユーロ） | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "ja", .body = "指標 | 購入1 | 購入2\n数量 | 40 | 18\n請求書番号 | A-214 | A-251\n収益（千ユーロ） | 144 | 31\n", .want = "u=40 n=A-214 r=144000 EUR\nu=18 n=A-251 r=31000 EUR"},
    {.language = "ko", .body = "지표 | 구매 1 | 구매 2\n수량 | 40 | 18\n송장번호 | A-214 | A-251\nKPI 값 | 40 | 18\n매출(천유로) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "ko", .body = "지표 | 1 | 2\n수량 | 40 | 18\n송장번호 | A-214 | A-251\nKPI 값 | 40 | 18\n매출(천유로) | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "ko", .body = "지표 | 구매 1 | 구매 2\n수량 | 40 | 18\n송장번호 | A-214 | A-251\n매출(천유로) | 144 | 31\n", .want = "u=40 n=A-214 r=144000 EUR\nu=18 n=A-251 r=31000 EUR"},
    {.language = "zh-CN", .body = "指标 | 采购1 | 采购2\n数量 | 40 | 18\n发票号码 | A-214 | A-251\nKPI值 | 40 | 18\n收入（千欧元） | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "zh-CN", .body = "指标 | 1 | 2\n数量 | 40 | 18\n发票号码 | A-214 | A-251\nKPI值 | 40 | 18\n收入（千欧元） | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "zh-CN", .body = "指标 | 采购1 | 采购2\n数量 | 40 | 18\n发票号码 | A-214 | A-251\n收入（千欧元） | 144 | 31\n", .want = "u=40 n=A-214 r=144000 EUR\nu=18 n=A-251 r=31000 EUR"},
    {.language = "zh-TW", .body = "指標 | 採購1 | 採購2\n數量 | 40 | 18\n發票號碼 | A-214 | A-251\nKPI值 | 40 | 18\n收益（千歐元） | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "zh-TW", .body = "指標 | 1 | 2\n數量 | 40 | 18\n發票號碼 | A-214 | A-251\nKPI值 | 40 | 18\n收益（千歐元） | 144 | 31\n", .want = "u=40 n=A-214 k=40 r=144000 EUR\nu=18 n=A-251 k=18 r=31000 EUR"},
    {.language = "zh-TW", .body = "指標 | 採購1 | 採購2\n數量 | 40 | 18\n發票號碼 | A-214 | A-251\n收益（千歐元） | 144 | 31\n", .want = "u=40 n=A-214 r=144000 EUR\nu=18 n=A-251 r=31000 EUR"},
};

Test(wordings_figures, sideways) {
    EXPECT_CLAIMS(sideways);
}

/* How much counts for each is no figure of the purchase. */
static const Sample rates[] = {
    {.language = "en", .body = "We bought 60 exam vouchers on invoice A-77; the KPI should be 60 – one a voucher – and not 48.", .want = "t=exam_voucher u=60 n=A-77 k=60"},
    {.language = "en", .body = "We bought 60 exam vouchers on invoice A-77. The dashboard shows KPI 48. It ought to be 60, one per voucher.", .want = "t=exam_voucher u=60 n=A-77 k=60"},
    {.language = "de", .body = "Wir haben 60 Prüfungsgutscheine gekauft, Rechnung A-77. Das Dashboard zeigt KPI 48, richtig wären 60 – ein KPI pro Gutschein.", .want = "t=exam_voucher u=60 n=A-77 k=60"},
    {.language = "fr", .body = "Nous avons acheté 60 bons d’examen, facture A-77. Le tableau de bord affiche un KPI de 48 au lieu de 60, soit 1 par bon.", .want = "t=exam_voucher u=60 n=A-77 k=60"},
    {.language = "es", .body = "Compramos 60 cupones de examen, factura A-77. El panel muestra un KPI de 48; debería ser 60, uno por cupón.", .want = "t=exam_voucher u=60 n=A-77 k=60"},
    {.language = "it", .body = "Abbiamo acquistato 60 voucher d’esame, fattura A-77. La dashboard mostra un KPI di 48; dovrebbe essere 60, uno per voucher.", .want = "t=exam_voucher u=60 n=A-77 k=60"},
    {.language = "pt-BR", .body = "Compramos 60 vouchers de exame, fatura A-77. O painel mostra KPI 48; deveria ser 60, um por voucher.", .want = "t=exam_voucher u=60 n=A-77 k=60"},
    {.language = "ru", .body = "Мы купили 60 экзаменационных ваучеров, счёт-фактура A-77. Панель показывает KPI 48, а должно быть 60, по одному на ваучер.", .want = "t=exam_voucher u=60 n=A-77 k=60"},
    {.language = "ru", .body = "Мы купили 60 экзаменационных ваучеров, счёт-фактура A-77. Панель показывает KPI 48, а должно быть 60 (1 на каждый ваучер).", .want = "t=exam_voucher u=60 n=A-77 k=60"},
    {.language = "ja", .body = "試験バウチャーを60枚購入しました。請求書番号はA-77です。ダッシュボードのKPIは48ですが、1枚につき1なので60のはずです。", .want = "t=exam_voucher u=60 n=A-77 k=60"},
    {.language = "ja", .body = "試験バウチャーを60枚購入しました。請求書番号はA-77です。ダッシュボードのKPIは48ですが、正しくは60(1枚あたり1)です。", .want = "t=exam_voucher u=60 n=A-77 k=60"},
    {.language = "ko", .body = "시험 바우처 60장을 구매했습니다. 송장번호 A-77. 대시보드의 KPI는 48이지만 60이어야 합니다(바우처 1장당 1).", .want = "t=exam_voucher u=60 n=A-77 k=60"},
    {.language = "zh-CN", .body = "我们购买了60张考试券，发票号码A-77。仪表板显示KPI为48，应为60，每张一个。", .want = "t=exam_voucher u=60 n=A-77 k=60"},
    {.language = "zh-TW", .body = "我們購買了60張考試券，發票號碼A-77。儀表板顯示KPI為48，應為60（一張算1）。", .want = "t=exam_voucher u=60 n=A-77 k=60"},
};

Test(wordings_figures, rates) {
    EXPECT_CLAIMS(rates);
}

/* Users and students are counted like copies. */
static const Sample people[] = {
    {.language = "en", .body = "About our MOC On-Demand: the dashboard says 30. 36 users is right. Invoice A-77.", .want = "t=moc_on_demand u=36 n=A-77"},
    {.language = "de", .body = "Zu unserem MOC On-Demand: Das Dashboard zeigt 30. Richtig sind 36 Benutzer. Rechnung A-77.", .want = "t=moc_on_demand u=36 n=A-77"},
    {.language = "fr", .body = "Pour notre MOC On-Demand, le tableau de bord affiche 30. Le bon chiffre est 36 utilisateurs. Facture A-77.", .want = "t=moc_on_demand u=36 n=A-77"},
    {.language = "es", .body = "Sobre nuestro MOC On-Demand: el panel muestra 30. Lo correcto son 36 usuarios. Factura A-77.", .want = "t=moc_on_demand u=36 n=A-77"},
    {.language = "it", .body = "Per il nostro MOC On-Demand la dashboard mostra 30. Il valore corretto è 36 utenti. Fattura A-77.", .want = "t=moc_on_demand u=36 n=A-77"},
    {.language = "pt-BR", .body = "Sobre o nosso MOC On-Demand: o painel mostra 30. O correto são 36 usuários. Fatura A-77.", .want = "t=moc_on_demand u=36 n=A-77"},
    {.language = "ru", .body = "По нашему MOC On-Demand: панель показывает 30. Правильно 36 пользователей. Счёт-фактура A-77.", .want = "t=moc_on_demand u=36 n=A-77"},
    {.language = "ja", .body = "MOC On-Demandですが、ダッシュボードでは30になっています。正しくは36ユーザーです。請求書番号はA-77です。", .want = "t=moc_on_demand u=36 n=A-77"},
    {.language = "ja", .body = "MOC On-Demandを受講者36名ではなく、36ユーザー分購入しました。請求書番号はA-77です。", .want = "t=moc_on_demand u=36 n=A-77"},
    {.language = "ko", .body = "MOC On-Demand 건인데 대시보드에는 30으로 나옵니다. 36명이 맞습니다. 송장번호 A-77.", .want = "t=moc_on_demand u=36 n=A-77"},
    {.language = "zh-CN", .body = "关于MOC On-Demand：仪表板显示30。正确的是36个用户。发票号码A-77。", .want = "t=moc_on_demand u=36 n=A-77"},
    {.language = "zh-TW", .body = "關於MOC On-Demand：儀表板顯示30。正確的是36個用戶。發票號碼A-77。", .want = "t=moc_on_demand u=36 n=A-77"},
};

Test(wordings_figures, people) {
    EXPECT_CLAIMS(people);
}
