/* Wordings that come back: a number of the same series, the month of an earlier purchase, what is right behind what is shown. */
#include "reading_fixture.h"

/* ---- a second purchase, its number known by the series of the first ---- */

static const Sample series[] = {
    {.language = "en",
     .body = "In March 2021 we bought 35 dMOC, invoice KT 210/3377 for 4,165.00 EUR net, 35 KPI. In April 2021 there were 16 exam vouchers for 1,584.00 EUR net under KT 210/3502, which should have brought 8 KPI.",
     .want = "m=3 y=2021 t=dmoc u=35 n=KT 210/3377 k=35 r=4165.00 EUR\nm=4 y=2021 t=exam_voucher u=16 n=KT 210/3502 k=8 r=1584.00 EUR"},
    {.language = "de",
     .body = "Im März 2021 kauften wir 35 dMOC, Rechnung KT 210/3377 über netto 4.165,00 EUR, 35 KPI. Im April 2021 waren es 16 Prüfungsgutscheine für netto 1.584,00 EUR mit der Nr. KT 210/3502, die 8 KPI bringen sollten.",
     .want = "m=3 y=2021 t=dmoc u=35 n=KT 210/3377 k=35 r=4165.00 EUR\nm=4 y=2021 t=exam_voucher u=16 n=KT 210/3502 k=8 r=1584.00 EUR"},
    {.language = "fr",
     .body = "En mars 2021 nous avons acheté 35 dMOC, facture KT 210/3377 de 4 165,00 EUR HT, 35 KPI. En avril 2021 il y a eu 16 bons d’examen pour 1 584,00 EUR HT, réf. KT 210/3502, qui auraient dû donner 8 KPI.",
     .want = "m=3 y=2021 t=dmoc u=35 n=KT 210/3377 k=35 r=4165.00 EUR\nm=4 y=2021 t=exam_voucher u=16 n=KT 210/3502 k=8 r=1584.00 EUR"},
    {.language = "es",
     .body = "En marzo de 2021 compramos 35 dMOC, factura KT 210/3377 de 4.165,00 EUR netos, 35 KPI. En abril de 2021 fueron 16 vouchers de examen por 1.584,00 EUR netos, con el n.º KT 210/3502, que deberían dar 8 KPI.",
     .want = "m=3 y=2021 t=dmoc u=35 n=KT 210/3377 k=35 r=4165.00 EUR\nm=4 y=2021 t=exam_voucher u=16 n=KT 210/3502 k=8 r=1584.00 EUR"},
    {.language = "it",
     .body = "A marzo 2021 abbiamo acquistato 35 dMOC, fattura KT 210/3377 di 4.165,00 EUR netti, 35 KPI. Ad aprile 2021 ci sono stati 16 voucher d’esame per 1.584,00 EUR netti, n. KT 210/3502, che dovevano valere 8 KPI.",
     .want = "m=3 y=2021 t=dmoc u=35 n=KT 210/3377 k=35 r=4165.00 EUR\nm=4 y=2021 t=exam_voucher u=16 n=KT 210/3502 k=8 r=1584.00 EUR"},
    {.language = "pt-BR",
     .body = "Em março de 2021 compramos 35 dMOC, nota fiscal KT 210/3377 de 4.165,00 EUR líquidos, 35 KPI. Em abril de 2021 foram 16 vouchers de exame por 1.584,00 EUR líquidos, nº KT 210/3502, que deveriam dar 8 KPI.",
     .want = "m=3 y=2021 t=dmoc u=35 n=KT 210/3377 k=35 r=4165.00 EUR\nm=4 y=2021 t=exam_voucher u=16 n=KT 210/3502 k=8 r=1584.00 EUR"},
    {.language = "ru",
     .body = "В марте 2021 года мы купили 35 dMOC, счет-фактура KT-210/3377 на 4165,00 EUR без НДС, 35 KPI. В апреле 2021 года было 16 экзаменационных ваучеров на 1584,00 EUR без НДС, № KT-210/3502, которые должны были дать 8 KPI.",
     .want = "m=3 y=2021 t=dmoc u=35 n=KT-210/3377 k=35 r=4165.00 EUR\nm=4 y=2021 t=exam_voucher u=16 n=KT-210/3502 k=8 r=1584.00 EUR"},
    {.language = "ja",
     .body = "2021年3月にdMOCを35本購入しました。請求書番号KT-210/3377、税抜4,165.00 EUR、KPI 35です。2021年4月は試験バウチャー16枚、税抜1,584.00 EUR、番号KT-210/3502で、KPIは8になるはずです。",
     .want = "m=3 y=2021 t=dmoc u=35 n=KT-210/3377 k=35 r=4165.00 EUR\nm=4 y=2021 t=exam_voucher u=16 n=KT-210/3502 k=8 r=1584.00 EUR"},
    {.language = "ko",
     .body = "2021년 3월에 dMOC 35개를 구매했습니다. 송장 번호 KT-210/3377, 세전 4,165.00 EUR, KPI 35입니다. 2021년 4월에는 시험 바우처 16개, 세전 1,584.00 EUR, 번호 KT-210/3502이며 KPI는 8이어야 합니다.",
     .want = "m=3 y=2021 t=dmoc u=35 n=KT-210/3377 k=35 r=4165.00 EUR\nm=4 y=2021 t=exam_voucher u=16 n=KT-210/3502 k=8 r=1584.00 EUR"},
    {.language = "zh-CN",
     .body = "2021年3月我们购买了35份dMOC，发票号KT-210/3377，不含税4,165.00 EUR，KPI 35。2021年4月是16张考试券，不含税1,584.00 EUR，号码KT-210/3502，KPI应为8。",
     .want = "m=3 y=2021 t=dmoc u=35 n=KT-210/3377 k=35 r=4165.00 EUR\nm=4 y=2021 t=exam_voucher u=16 n=KT-210/3502 k=8 r=1584.00 EUR"},
    {.language = "zh-TW",
     .body = "2021年3月我們購買了35份dMOC，發票號碼KT-210/3377，未稅4,165.00 EUR，KPI 35。2021年4月是16張考試券，未稅1,584.00 EUR，號碼KT-210/3502，KPI應為8。",
     .want = "m=3 y=2021 t=dmoc u=35 n=KT-210/3377 k=35 r=4165.00 EUR\nm=4 y=2021 t=exam_voucher u=16 n=KT-210/3502 k=8 r=1584.00 EUR"},
};

Test(wordings_again, series) {
    EXPECT_CLAIMS(series);
}

/* ---- the dashboard has a list of figures for an invoice ---- */

static const Sample lists_shown[] = {
    {.language = "en",
     .body = "Your dashboard has for invoice KT-4471 just 40 seats, plus 20 KPIs and a revenue of 1,960.00 EUR. That is not right. In September 2020 we bought 60 seats of MLO for 2,940.00 EUR net, which makes 30 KPIs.",
     .want = "m=9 y=2020 t=mlo u=60 n=KT-4471 k=30 r=2940.00 EUR"},
    {.language = "de",
     .body = "Das Dashboard nennt für Rechnung KT-4471 nur 40 Plätze, dazu 20 KPI und 1.960,00 EUR Umsatz. Das stimmt nicht. Im September 2020 haben wir 60 Plätze MLO für netto 2.940,00 EUR gekauft, das ergibt 30 KPI.",
     .want = "m=9 y=2020 t=mlo u=60 n=KT-4471 k=30 r=2940.00 EUR"},
    {.language = "fr",
     .body = "Le tableau de bord indique pour la facture KT-4471 seulement 40 accès, avec 20 KPI et un CA de 1 960,00 EUR. C’est faux. En septembre 2020 nous avons acheté 60 accès MLO pour 2 940,00 EUR HT, ce qui fait 30 KPI.",
     .want = "m=9 y=2020 t=mlo u=60 n=KT-4471 k=30 r=2940.00 EUR"},
    {.language = "es",
     .body = "El panel trae para la factura KT-4471 solo 40 accesos, además 20 KPI y unos ingresos de 1.960,00 EUR. No es correcto. En septiembre de 2020 compramos 60 accesos MLO por 2.940,00 EUR netos, lo que da 30 KPI.",
     .want = "m=9 y=2020 t=mlo u=60 n=KT-4471 k=30 r=2940.00 EUR"},
    {.language = "it",
     .body = "La dashboard riporta per la fattura KT-4471 solo 40 accessi, con 20 KPI e ricavi di 1.960,00 EUR. Non è giusto. A settembre 2020 abbiamo comprato 60 accessi MLO per 2.940,00 EUR netti, cioè 30 KPI.",
     .want = "m=9 y=2020 t=mlo u=60 n=KT-4471 k=30 r=2940.00 EUR"},
    {.language = "pt-BR",
     .body = "O painel traz para a nota fiscal KT-4471 apenas 40 acessos, com 20 KPI e receita de 1.960,00 EUR. Não está certo. Em setembro de 2020 compramos 60 acessos MLO por 2.940,00 EUR líquidos, o que dá 30 KPI.",
     .want = "m=9 y=2020 t=mlo u=60 n=KT-4471 k=30 r=2940.00 EUR"},
    {.language = "ru",
     .body = "На панели по счету-фактуре KT-4471 только 40 доступов, KPI 20 и доход 1960,00 EUR. Это неверно. В сентябре 2020 года мы купили 60 доступов MLO на 2940,00 EUR без НДС, то есть 30 KPI.",
     .want = "m=9 y=2020 t=mlo u=60 n=KT-4471 k=30 r=2940.00 EUR"},
    {.language = "ja",
     .body = "ダッシュボードでは請求書KT-4471は40本だけで、KPIは20、収益は1,960.00 EURです。これは間違いです。2020年9月にMLOを60本、税抜2,940.00 EURで購入しており、KPIは30です。",
     .want = "m=9 y=2020 t=mlo u=60 n=KT-4471 k=30 r=2940.00 EUR"},
    {.language = "ko",
     .body = "대시보드에는 송장 KT-4471이 40개뿐이고 KPI 20, 수익 1,960.00 EUR로 나옵니다. 맞지 않습니다. 2020년 9월에 MLO 60개를 세전 2,940.00 EUR에 구매했고 KPI는 30입니다.",
     .want = "m=9 y=2020 t=mlo u=60 n=KT-4471 k=30 r=2940.00 EUR"},
    {.language = "zh-CN",
     .body = "仪表板上发票KT-4471只有40份，KPI 20，收入1,960.00 EUR。这不对。2020年9月我们购买了60份MLO，不含税2,940.00 EUR，KPI是30。",
     .want = "m=9 y=2020 t=mlo u=60 n=KT-4471 k=30 r=2940.00 EUR"},
    {.language = "zh-TW",
     .body = "儀表板上發票KT-4471只有40份，KPI 20，收益1,960.00 EUR。這不對。2020年9月我們購買了60份MLO，未稅2,940.00 EUR，KPI是30。",
     .want = "m=9 y=2020 t=mlo u=60 n=KT-4471 k=30 r=2940.00 EUR"},
};

Test(wordings_again, lists_shown) {
    EXPECT_CLAIMS(lists_shown);
}

/* ---- the sentence goes on behind the colon ---- */

static const Sample colons[] = {
    {.language = "en",
     .body = "In December 2020 we took 30 seats of MOC On-Demand (invoice FC-2018, EUR 4,470.00 net), good for 60 KPIs: you grant us half of that.",
     .want = "m=12 y=2020 t=moc_on_demand u=30 n=FC-2018 k=60 r=4470.00 EUR"},
    {.language = "de",
     .body = "Im Dezember 2020 nahmen wir 30 Plätze MOC On-Demand (Rechnung FC-2018, 4.470,00 EUR netto) für 60 KPI: davon gewähren Sie uns die Hälfte.",
     .want = "m=12 y=2020 t=moc_on_demand u=30 n=FC-2018 k=60 r=4470.00 EUR"},
    {.language = "fr",
     .body = "En décembre 2020 nous avons pris 30 accès MOC On-Demand (facture FC-2018, 4 470,00 EUR HT) pour 60 KPI : vous nous en accordez la moitié.",
     .want = "m=12 y=2020 t=moc_on_demand u=30 n=FC-2018 k=60 r=4470.00 EUR"},
    {.language = "es",
     .body = "En diciembre de 2020 tomamos 30 accesos MOC On-Demand (factura FC-2018, 4.470,00 EUR netos) por 60 KPI: ustedes nos reconocen la mitad.",
     .want = "m=12 y=2020 t=moc_on_demand u=30 n=FC-2018 k=60 r=4470.00 EUR"},
    {.language = "it",
     .body = "A dicembre 2020 abbiamo preso 30 accessi MOC On-Demand (fattura FC-2018, 4.470,00 EUR netti) per 60 KPI: ce ne riconoscete la metà.",
     .want = "m=12 y=2020 t=moc_on_demand u=30 n=FC-2018 k=60 r=4470.00 EUR"},
    {.language = "pt-BR",
     .body = "Em dezembro de 2020 compramos 30 acessos MOC On-Demand (nota fiscal FC-2018, 4.470,00 EUR líquidos), ou seja, 60 KPI: vocês nos deram a metade.",
     .want = "m=12 y=2020 t=moc_on_demand u=30 n=FC-2018 k=60 r=4470.00 EUR"},
    {.language = "ru",
     .body = "В декабре 2020 года мы взяли 30 доступов MOC On-Demand (счет-фактура FC-2018, 4470,00 EUR без НДС), это 60 KPI: вы засчитали нам половину.",
     .want = "m=12 y=2020 t=moc_on_demand u=30 n=FC-2018 k=60 r=4470.00 EUR"},
    {.language = "ja",
     .body = "2020年12月にMOC On-Demandを30本購入（請求書番号FC-2018、税抜4,470.00 EUR）、60 KPI：半分しか付いていません。",
     .want = "m=12 y=2020 t=moc_on_demand u=30 n=FC-2018 k=60 r=4470.00 EUR"},
    {.language = "ko",
     .body = "2020년 12월에 MOC On-Demand 30개를 구매했고(송장 번호 FC-2018, 세전 4,470.00 EUR) 60 KPI: 절반만 인정되었습니다.",
     .want = "m=12 y=2020 t=moc_on_demand u=30 n=FC-2018 k=60 r=4470.00 EUR"},
    {.language = "zh-CN",
     .body = "2020年12月我们购买了30份MOC On-Demand（发票号FC-2018，不含税4,470.00 EUR），60 KPI：你们只给了一半。",
     .want = "m=12 y=2020 t=moc_on_demand u=30 n=FC-2018 k=60 r=4470.00 EUR"},
    {.language = "zh-TW",
     .body = "2020年12月我們購買了30份MOC On-Demand（發票號碼FC-2018，未稅4,470.00 EUR），60 KPI：你們只給了一半。",
     .want = "m=12 y=2020 t=moc_on_demand u=30 n=FC-2018 k=60 r=4470.00 EUR"},
};

Test(wordings_again, colons) {
    EXPECT_CLAIMS(colons);
}

/* ---- an earlier purchase named by its month ---- */

static const Sample months[] = {
    {.language = "en",
     .body = "In December 2020 we bought 30 dMOC, invoice FC-2018, EUR 4,470.00 net, 30 KPIs. In January 2021 it was 18 exam vouchers, invoice FC-2101, EUR 1,782.00 net, 9 KPIs. The invoice for December is attached; for January I only found this paper.",
     .want = "m=12 y=2020 t=dmoc u=30 n=FC-2018 k=30 r=4470.00 EUR\nm=1 y=2021 t=exam_voucher u=18 n=FC-2101 k=9 r=1782.00 EUR"},
    {.language = "de",
     .body = "Im Dezember 2020 kauften wir 30 dMOC, Rechnung FC-2018, 4.470,00 EUR netto, 30 KPI. Im Januar 2021 waren es 18 Prüfungsgutscheine, Rechnung FC-2101, 1.782,00 EUR netto, 9 KPI. Die Rechnung vom Dezember liegt bei; für Januar fand ich nur dieses Papier.",
     .want = "m=12 y=2020 t=dmoc u=30 n=FC-2018 k=30 r=4470.00 EUR\nm=1 y=2021 t=exam_voucher u=18 n=FC-2101 k=9 r=1782.00 EUR"},
    {.language = "fr",
     .body = "En décembre 2020 nous avons acheté 30 dMOC, facture FC-2018, 4 470,00 EUR HT, 30 KPI. En janvier 2021, 18 bons d’examen, facture FC-2101, 1 782,00 EUR HT, 9 KPI. La facture de décembre est jointe ; pour janvier je n’ai que ce document.",
     .want = "m=12 y=2020 t=dmoc u=30 n=FC-2018 k=30 r=4470.00 EUR\nm=1 y=2021 t=exam_voucher u=18 n=FC-2101 k=9 r=1782.00 EUR"},
    {.language = "es",
     .body = "En diciembre de 2020 compramos 30 dMOC, factura FC-2018, 4.470,00 EUR netos, 30 KPI. En enero de 2021, 18 vouchers de examen, factura FC-2101, 1.782,00 EUR netos, 9 KPI. Adjunto la factura de diciembre; de enero solo encontré este papel.",
     .want = "m=12 y=2020 t=dmoc u=30 n=FC-2018 k=30 r=4470.00 EUR\nm=1 y=2021 t=exam_voucher u=18 n=FC-2101 k=9 r=1782.00 EUR"},
    {.language = "it",
     .body = "A dicembre 2020 abbiamo comprato 30 dMOC, fattura FC-2018, 4.470,00 EUR netti, 30 KPI. A gennaio 2021, 18 voucher d’esame, fattura FC-2101, 1.782,00 EUR netti, 9 KPI. Allego la fattura di dicembre; per gennaio ho trovato solo questo foglio.",
     .want = "m=12 y=2020 t=dmoc u=30 n=FC-2018 k=30 r=4470.00 EUR\nm=1 y=2021 t=exam_voucher u=18 n=FC-2101 k=9 r=1782.00 EUR"},
    {.language = "pt-BR",
     .body = "Em dezembro de 2020 compramos 30 dMOC, nota fiscal FC-2018, 4.470,00 EUR líquidos, 30 KPI. Em janeiro de 2021, 18 vouchers de exame, nota fiscal FC-2101, 1.782,00 EUR líquidos, 9 KPI. Anexo a nota de dezembro; de janeiro só achei este papel.",
     .want = "m=12 y=2020 t=dmoc u=30 n=FC-2018 k=30 r=4470.00 EUR\nm=1 y=2021 t=exam_voucher u=18 n=FC-2101 k=9 r=1782.00 EUR"},
    {.language = "ru",
     .body = "В декабре 2020 года мы купили 30 dMOC, счет-фактура FC-2018, 4470,00 EUR без НДС, 30 KPI. В январе 2021 года 18 экзаменационных ваучеров, счет-фактура FC-2101, 1782,00 EUR без НДС, 9 KPI. Счет за декабрь приложен; за январь нашлась только эта бумага.",
     .want = "m=12 y=2020 t=dmoc u=30 n=FC-2018 k=30 r=4470.00 EUR\nm=1 y=2021 t=exam_voucher u=18 n=FC-2101 k=9 r=1782.00 EUR"},
    {.language = "ja",
     .body = "2020年12月にdMOCを30本購入、請求書番号FC-2018、税抜4,470.00 EUR、KPI 30。2021年1月に試験バウチャー18枚、請求書番号FC-2101、税抜1,782.00 EUR、KPI 9。12月の請求書を添付します。1月分はこの書類しかありません。",
     .want = "m=12 y=2020 t=dmoc u=30 n=FC-2018 k=30 r=4470.00 EUR\nm=1 y=2021 t=exam_voucher u=18 n=FC-2101 k=9 r=1782.00 EUR"},
    {.language = "ko",
     .body = "2020년 12월에 dMOC 30개 구매, 송장 번호 FC-2018, 세전 4,470.00 EUR, KPI 30. 2021년 1월에 시험 바우처 18개, 송장 번호 FC-2101, 세전 1,782.00 EUR, KPI 9. 12월 송장을 첨부합니다. 1월은 이 문서뿐입니다.",
     .want = "m=12 y=2020 t=dmoc u=30 n=FC-2018 k=30 r=4470.00 EUR\nm=1 y=2021 t=exam_voucher u=18 n=FC-2101 k=9 r=1782.00 EUR"},
    {.language = "zh-CN",
     .body = "2020年12月购买30份dMOC，发票号FC-2018，不含税4,470.00 EUR，KPI 30。2021年1月购买18张考试券，发票号FC-2101，不含税1,782.00 EUR，KPI 9。附上12月的发票；1月只找到这份文件。",
     .want = "m=12 y=2020 t=dmoc u=30 n=FC-2018 k=30 r=4470.00 EUR\nm=1 y=2021 t=exam_voucher u=18 n=FC-2101 k=9 r=1782.00 EUR"},
    {.language = "zh-TW",
     .body = "2020年12月購買30份dMOC，發票號碼FC-2018，未稅4,470.00 EUR，KPI 30。2021年1月購買18張考試券，發票號碼FC-2101，未稅1,782.00 EUR，KPI 9。附上12月的發票；1月只找到這份文件。",
     .want = "m=12 y=2020 t=dmoc u=30 n=FC-2018 k=30 r=4470.00 EUR\nm=1 y=2021 t=exam_voucher u=18 n=FC-2101 k=9 r=1782.00 EUR"},
};

Test(wordings_again, months) {
    EXPECT_CLAIMS(months);
}
