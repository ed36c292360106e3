/* Wordings of figures that are no second purchase's share: parts, tax, what the dashboard lists; and of what is the same again. */
#include "reading_fixture.h"

/* ---- "ditto" is the value of the purchase before ---- */

#define SAME "m=8 y=2020 t=dmoc u=25 n=QX-881 k=25\nm=9 y=2020 t=dmoc u=25 n=QX-907 k=25"

static const Sample same[] = {
    {.language = "en", .body = "Invoice QX-881, August 2020, 25 dMOC, KPI 25. Invoice QX-907, September 2020, 25 dMOC, KPI ditto.", .want = SAME},
    {.language = "en", .body = "Invoice QX-881, August 2020, 25 dMOC, KPI 25. Invoice QX-907, September 2020, 25 dMOC, KPI the same.", .want = SAME},
    {.language = "de", .body = "Rechnung QX-881, August 2020, 25 dMOC, KPI 25. Rechnung QX-907, September 2020, 25 dMOC, KPI dito.", .want = SAME},
    {.language = "de", .body = "Rechnung QX-881, August 2020, 25 dMOC, KPI 25. Rechnung QX-907, September 2020, 25 dMOC, KPI ebenso.", .want = SAME},
    {.language = "fr", .body = "Facture QX-881, août 2020, 25 dMOC, KPI 25. Facture QX-907, septembre 2020, 25 dMOC, KPI idem.", .want = SAME},
    {.language = "es", .body = "Factura QX-881, agosto de 2020, 25 dMOC, KPI 25. Factura QX-907, septiembre de 2020, 25 dMOC, KPI lo mismo.", .want = SAME},
    {.language = "it", .body = "Fattura QX-881, agosto 2020, 25 dMOC, KPI 25. Fattura QX-907, settembre 2020, 25 dMOC, KPI idem.", .want = SAME},
    {.language = "pt-BR", .body = "Fatura QX-881, agosto de 2020, 25 dMOC, KPI 25. Fatura QX-907, setembro de 2020, 25 dMOC, KPI idem.", .want = SAME},
    {.language = "ru", .body = "Счет-фактура QX-881, август 2020 г., 25 dMOC, KPI 25. Счет-фактура QX-907, сентябрь 2020 г., 25 dMOC, KPI то же.", .want = SAME},
    {.language = "ja", .body = "請求書QX-881、2020年8月、dMOC 25部、KPI 25。請求書QX-907、2020年9月、dMOC 25部、KPI 同上。", .want = SAME},
    {.language = "ko", .body = "송장 QX-881, 2020년 8월, dMOC 25부, KPI 25. 송장 QX-907, 2020년 9월, dMOC 25부, KPI 상동.", .want = SAME},
    {.language = "zh-CN", .body = "发票QX-881，2020年8月，25份dMOC，KPI 25。发票QX-907，2020年9月，25份dMOC，KPI 同上。", .want = SAME},
    {.language = "zh-TW", .body = "發票QX-881，2020年8月，25份dMOC，KPI 25。發票QX-907，2020年9月，25份dMOC，KPI 同上。", .want = SAME},
    {.language = "en", .body = "Invoice QX-881, August 2020, 25 dMOC, KPI 25. Invoice QX-907, September 2020, 12 dMOC, the same KPI dashboard.", .want = "m=8 y=2020 t=dmoc u=25 n=QX-881 k=25\nm=9 y=2020 t=dmoc u=12 n=QX-907"},
    {.language = "de", .body = "Rechnung QX-881, August 2020, 25 dMOC, KPI 25. Rechnung QX-907, September 2020, 12 dMOC, ebenso im KPI-Dashboard.", .want = "m=8 y=2020 t=dmoc u=25 n=QX-881 k=25\nm=9 y=2020 t=dmoc u=12 n=QX-907"},
};

Test(wordings_shares, same) {
    EXPECT_CLAIMS(same);
}

/* ---- a part is counted already, unless the sentence says whose it is ---- */

#define PARTS_1 "m=1 y=2021 t=dmoc n=A-1201\nm=1 y=2021 t=dmoc n=A-1202"
#define PARTS_2 "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25"
#define PARTS_3 "m=1 y=2021 t=dmoc u=25 n=A-1201\nm=1 y=2021 t=dmoc u=12 n=A-1202"

static const Sample parts[] = {
    {.language = "en", .body = "Invoices A-1201 and A-1202 of January 2021, dMOC. We bought 25 units, of which 12 units are for schools.", .want = PARTS_1},
    {.language = "de", .body = "Rechnungen A-1201 und A-1202 vom Januar 2021, dMOC. Wir haben 25 Lizenzen gekauft, davon 12 Lizenzen für Schulen.", .want = PARTS_1},
    {.language = "fr", .body = "Factures A-1201 et A-1202 de janvier 2021, dMOC. Nous avons acheté 25 licences, dont 12 licences pour les écoles.", .want = PARTS_1},
    {.language = "es", .body = "Facturas A-1201 y A-1202 de enero de 2021, dMOC. Compramos 25 licencias, de las cuales 12 licencias para escuelas.", .want = PARTS_1},
    {.language = "it", .body = "Fatture A-1201 e A-1202 di gennaio 2021, dMOC. Abbiamo acquistato 25 licenze, di cui 12 licenze per le scuole.", .want = PARTS_1},
    {.language = "pt-BR", .body = "Faturas A-1201 e A-1202 de janeiro de 2021, dMOC. Compramos 25 licenças, das quais 12 licenças para escolas.", .want = PARTS_1},
    {.language = "ru", .body = "Счета-фактуры A-1201 и A-1202 за январь 2021 г., dMOC. Мы купили 25 лицензий, из них 12 лицензий для школ.", .want = PARTS_1},
    {.language = "ja", .body = "請求書A-1201とA-1202、2021年1月、dMOC。25ライセンス購入し、うち12ライセンスは学校向けです。", .want = PARTS_1},
    {.language = "ko", .body = "송장 A-1201과 A-1202, 2021년 1월, dMOC. 25개 구매했으며 그중 12개는 학교용입니다.", .want = PARTS_1},
    {.language = "zh-CN", .body = "发票A-1201和A-1202，2021年1月，dMOC。我们购买了25份，其中12份用于学校。", .want = PARTS_1},
    {.language = "zh-TW", .body = "發票A-1201和A-1202，2021年1月，dMOC。我們購買了25份，其中12份用於學校。", .want = PARTS_1},
    {.language = "en", .body = "Invoices A-1201 and A-1202 of January 2021: 25 dMOC, of which 12 are for schools.", .want = PARTS_1},
    {.language = "de", .body = "Rechnungen A-1201 und A-1202 vom Januar 2021: 25 dMOC, davon 12 dMOC für Schulen.", .want = PARTS_1},
    {.language = "fr", .body = "Factures A-1201 et A-1202 de janvier 2021 : 25 dMOC, dont 12 dMOC pour les écoles.", .want = PARTS_1},
    {.language = "es", .body = "Facturas A-1201 y A-1202 de enero de 2021: 25 dMOC, de los cuales 12 dMOC para escuelas.", .want = PARTS_1},
    {.language = "it", .body = "Fatture A-1201 e A-1202 di gennaio 2021: 25 dMOC, di cui 12 dMOC per le scuole.", .want = PARTS_1},
    {.language = "pt-BR", .body = "Faturas A-1201 e A-1202 de janeiro de 2021: 25 dMOC, dos quais 12 dMOC para escolas.", .want = PARTS_1},
    {.language = "ru", .body = "Счета-фактуры A-1201 и A-1202 за январь 2021 г.: 25 dMOC, из них 12 dMOC для школ.", .want = PARTS_1},
    {.language = "ja", .body = "請求書A-1201とA-1202（2021年1月）：dMOC 25部、うちdMOC 12部は学校向け。", .want = PARTS_1},
    {.language = "ko", .body = "송장 A-1201과 A-1202 (2021년 1월): dMOC 25부, 그중 dMOC 12부는 학교용.", .want = PARTS_1},
    {.language = "zh-CN", .body = "发票A-1201和A-1202（2021年1月）：25份dMOC，其中12份dMOC用于学校。", .want = PARTS_1},
    {.language = "zh-TW", .body = "發票A-1201和A-1202（2021年1月）：25份dMOC，其中12份dMOC用於學校。", .want = PARTS_1},
    {.language = "en", .body = "Invoice A-1201 of January 2021: 25 dMOC, of which 12 dMOC for schools, KPI 25.", .want = PARTS_2},
    {.language = "de", .body = "Rechnung A-1201 vom Januar 2021: 25 dMOC, davon 12 dMOC für Schulen, KPI 25.", .want = PARTS_2},
    {.language = "fr", .body = "Facture A-1201 de janvier 2021 : 25 dMOC, dont 12 dMOC pour les écoles, KPI 25.", .want = PARTS_2},
    {.language = "es", .body = "Factura A-1201 de enero de 2021: 25 dMOC, de los cuales 12 dMOC para escuelas, KPI 25.", .want = PARTS_2},
    {.language = "it", .body = "Fattura A-1201 di gennaio 2021: 25 dMOC, di cui 12 dMOC per le scuole, KPI 25.", .want = PARTS_2},
    {.language = "pt-BR", .body = "Fatura A-1201 de janeiro de 2021: 25 dMOC, dos quais 12 dMOC para escolas, KPI 25.", .want = PARTS_2},
    {.language = "ru", .body = "Счет-фактура A-1201 за январь 2021 г.: 25 dMOC, из них 12 dMOC для школ, KPI 25.", .want = PARTS_2},
    {.language = "ja", .body = "請求書A-1201、2021年1月、dMOC 25部、うちdMOC 12部は学校向け、KPI 25です。", .want = PARTS_2},
    {.language = "ko", .body = "송장 A-1201, 2021년 1월: dMOC 25부, 그중 dMOC 12부는 학교용, KPI 25.", .want = PARTS_2},
    {.language = "zh-CN", .body = "发票A-1201，2021年1月：25份dMOC，其中12份dMOC用于学校，KPI 25。", .want = PARTS_2},
    {.language = "zh-TW", .body = "發票A-1201，2021年1月：25份dMOC，其中12份dMOC用於學校，KPI 25。", .want = PARTS_2},
    {.language = "en", .body = "In January 2021 we bought 37 dMOC, of which 25 dMOC on invoice A-1201 and 12 dMOC on invoice A-1202.", .want = PARTS_3},
    {.language = "de", .body = "Im Januar 2021 kauften wir 37 dMOC, davon 25 dMOC mit Rechnung A-1201 und 12 dMOC mit Rechnung A-1202.", .want = PARTS_3},
    {.language = "fr", .body = "En janvier 2021 nous avons acheté 37 dMOC, dont 25 dMOC sur la facture A-1201 et 12 dMOC sur la facture A-1202.", .want = PARTS_3},
    {.language = "es", .body = "En enero de 2021 compramos 37 dMOC, de los cuales 25 dMOC en la factura A-1201 y 12 dMOC en la factura A-1202.", .want = PARTS_3},
    {.language = "it", .body = "A gennaio 2021 abbiamo comprato 37 dMOC, di cui 25 dMOC sulla fattura A-1201 e 12 dMOC sulla fattura A-1202.", .want = PARTS_3},
    {.language = "pt-BR", .body = "Em janeiro de 2021 compramos 37 dMOC, dos quais 25 dMOC na fatura A-1201 e 12 dMOC na fatura A-1202.", .want = PARTS_3},
    {.language = "ru", .body = "В январе 2021 г. мы купили 37 dMOC, из них 25 dMOC по счету-фактуре A-1201 и 12 dMOC по счету-фактуре A-1202.", .want = PARTS_3},
    {.language = "ja", .body = "2021年1月にdMOC 37部を購入し、うち請求書A-1201が25部、請求書A-1202が12部です。", .want = PARTS_3},
    {.language = "ko", .body = "2021년 1월에 dMOC 37부를 구매했으며, 그중 송장 A-1201은 25부, 송장 A-1202는 12부입니다.", .want = PARTS_3},
    {.language = "zh-CN", .body = "2021年1月我们购买了37份dMOC，其中发票A-1201为25份，发票A-1202为12份。", .want = PARTS_3},
    {.language = "zh-TW", .body = "2021年1月我們購買了37份dMOC，其中發票A-1201為25份，發票A-1202為12份。", .want = PARTS_3},
};

Test(wordings_shares, parts) {
    EXPECT_CLAIMS(parts);
}

/* ---- net and gross of one amount ---- */

#define TAXED_1 "m=1 y=2021 n=A-1201 EUR\nm=1 y=2021 n=A-1202 EUR"
#define TAXED_2 "m=1 y=2021 n=A-1201 r=1000 EUR\nm=1 y=2021 n=A-1202 r=500 EUR"

static const Sample taxed[] = {
    {.language = "en", .body = "Invoices A-1201 and A-1202 of January 2021: 1,000 EUR net, 1,190 EUR gross.", .want = TAXED_1},
    {.language = "de", .body = "Rechnungen A-1201 und A-1202 vom Januar 2021: 1.000 EUR netto, 1.190 EUR brutto.", .want = TAXED_1},
    {.language = "fr", .body = "Factures A-1201 et A-1202 de janvier 2021 : 1 000 EUR HT, 1 200 EUR TTC.", .want = TAXED_1},
    {.language = "es", .body = "Facturas A-1201 y A-1202 de enero de 2021: 1.000 EUR sin IVA, 1.210 EUR con IVA.", .want = TAXED_1},
    {.language = "it", .body = "Fatture A-1201 e A-1202 di gennaio 2021: imponibile 1.000 EUR, totale 1.220 EUR.", .want = TAXED_1},
    {.language = "pt-BR", .body = "Faturas A-1201 e A-1202 de janeiro de 2021: 1.000 EUR sem impostos, 1.200 EUR com impostos.", .want = TAXED_1},
    {.language = "ru", .body = "Счета-фактуры A-1201 и A-1202 за январь 2021 г.: 1 000 EUR без НДС, 1 200 EUR с НДС.", .want = TAXED_1},
    {.language = "ja", .body = "請求書A-1201とA-1202、2021年1月、税抜1,000 EUR、税込1,100 EURです。", .want = TAXED_1},
    {.language = "ko", .body = "송장 A-1201과 A-1202, 2021년 1월, 부가세 별도 1,000 EUR, 부가세 포함 1,100 EUR입니다.", .want = TAXED_1},
    {.language = "zh-CN", .body = "发票A-1201和A-1202，2021年1月，不含税1,000 EUR，含税1,130 EUR。", .want = TAXED_1},
    {.language = "zh-TW", .body = "發票A-1201和A-1202，2021年1月，未稅1,000 EUR，含稅1,050 EUR。", .want = TAXED_1},
    {.language = "en", .body = "Invoices A-1201 and A-1202 of January 2021: 1,000 EUR and 500 EUR net.", .want = TAXED_2},
    {.language = "de", .body = "Rechnungen A-1201 und A-1202 vom Januar 2021: 1.000 EUR und 500 EUR netto.", .want = TAXED_2},
    {.language = "fr", .body = "Factures A-1201 et A-1202 de janvier 2021 : 1 000 EUR et 500 EUR HT.", .want = TAXED_2},
    {.language = "es", .body = "Facturas A-1201 y A-1202 de enero de 2021: 1.000 EUR y 500 EUR sin IVA.", .want = TAXED_2},
    {.language = "it", .body = "Fatture A-1201 e A-1202 di gennaio 2021: 1.000 EUR e 500 EUR IVA esclusa.", .want = TAXED_2},
    {.language = "pt-BR", .body = "Faturas A-1201 e A-1202 de janeiro de 2021: 1.000 EUR e 500 EUR sem impostos.", .want = TAXED_2},
    {.language = "ru", .body = "Счета-фактуры A-1201 и A-1202 за январь 2021 г.: 1 000 EUR и 500 EUR без НДС.", .want = TAXED_2},
    {.language = "ja", .body = "請求書A-1201とA-1202、2021年1月、税抜1,000 EURと500 EURです。", .want = TAXED_2},
    {.language = "ko", .body = "송장 A-1201과 A-1202, 2021년 1월, 부가세 별도 1,000 EUR와 500 EUR입니다.", .want = TAXED_2},
    {.language = "zh-CN", .body = "发票A-1201和A-1202，2021年1月，不含税1,000 EUR和500 EUR。", .want = TAXED_2},
    {.language = "zh-TW", .body = "發票A-1201和A-1202，2021年1月，未稅1,000 EUR和500 EUR。", .want = TAXED_2},
};

Test(wordings_shares, taxed) {
    EXPECT_CLAIMS(taxed);
}

/* ---- 77 is missing, too: another one than 77/2021 ---- */

#define ADDED_1 "m=1 y=2021 t=dmoc u=25 n=77/2021 k=25\nn=77"
#define ADDED_2 "m=1 y=2021 t=dmoc u=25 n=77/2021 k=25"

static const Sample added[] = {
    {.language = "en", .body = "Invoice 77/2021 of January 2021, 25 dMOC, KPI 25, is missing. Invoice 77 is missing too.", .want = ADDED_1},
    {.language = "de", .body = "Rechnung 77/2021 vom Januar 2021, 25 dMOC, KPI 25, fehlt. Rechnung 77 fehlt auch.", .want = ADDED_1},
    {.language = "fr", .body = "La facture 77/2021 de janvier 2021, 25 dMOC, KPI 25, manque. La facture 77 manque aussi.", .want = ADDED_1},
    {.language = "es", .body = "Falta la factura 77/2021 de enero de 2021, 25 dMOC, KPI 25. También falta la factura 77.", .want = ADDED_1},
    {.language = "it", .body = "Manca la fattura 77/2021 di gennaio 2021, 25 dMOC, KPI 25. Anche la fattura 77 manca.", .want = ADDED_1},
    {.language = "pt-BR", .body = "Falta a fatura 77/2021 de janeiro de 2021, 25 dMOC, KPI 25. Também falta a fatura 77.", .want = ADDED_1},
    {.language = "ru", .body = "Нет счета-фактуры 77/2021 за январь 2021 г., 25 dMOC, KPI 25. Счета-фактуры 77 тоже нет.", .want = ADDED_1},
    {.language = "ja", .body = "請求書77/2021（2021年1月、dMOC 25部、KPI 25）が表示されません。請求書77も表示されません。", .want = ADDED_1},
    {.language = "ko", .body = "송장 77/2021 (2021년 1월, dMOC 25부, KPI 25)이 누락되었습니다. 송장 77도 누락되었습니다.", .want = ADDED_1},
    {.language = "zh-CN", .body = "发票77/2021（2021年1月，25份dMOC，KPI 25）没有显示。发票77也没有显示。", .want = ADDED_1},
    {.language = "zh-TW", .body = "發票77/2021（2021年1月，25份dMOC，KPI 25）沒有顯示。發票77也沒有顯示。", .want = ADDED_1},
    {.language = "en", .body = "Invoice 77/2021 of January 2021, 25 dMOC, KPI 25, is missing. Please check invoice 77.", .want = ADDED_2},
    {.language = "de", .body = "Rechnung 77/2021 vom Januar 2021, 25 dMOC, KPI 25, fehlt. Bitte prüfen Sie Rechnung 77.", .want = ADDED_2},
    {.language = "fr", .body = "La facture 77/2021 de janvier 2021, 25 dMOC, KPI 25, manque. Merci de vérifier la facture 77.", .want = ADDED_2},
    {.language = "es", .body = "Falta la factura 77/2021 de enero de 2021, 25 dMOC, KPI 25. Revisen la factura 77, por favor.", .want = ADDED_2},
    {.language = "it", .body = "Manca la fattura 77/2021 di gennaio 2021, 25 dMOC, KPI 25. Vi prego di verificare la fattura 77.", .want = ADDED_2},
    {.language = "pt-BR", .body = "Falta a fatura 77/2021 de janeiro de 2021, 25 dMOC, KPI 25. Por favor, verifiquem a fatura 77.", .want = ADDED_2},
    {.language = "ru", .body = "Нет счета-фактуры 77/2021 за январь 2021 г., 25 dMOC, KPI 25. Проверьте, пожалуйста, счет-фактуру 77.", .want = ADDED_2},
    {.language = "ja", .body = "請求書77/2021（2021年1月、dMOC 25部、KPI 25）が表示されません。請求書77をご確認ください。", .want = ADDED_2},
    {.language = "ko", .body = "송장 77/2021 (2021년 1월, dMOC 25부, KPI 25)이 누락되었습니다. 송장 77을 확인해 주세요.", .want = ADDED_2},
    {.language = "zh-CN", .body = "发票77/2021（2021年1月，25份dMOC，KPI 25）没有显示。请核对发票77。", .want = ADDED_2},
    {.language = "zh-TW", .body = "發票77/2021（2021年1月，25份dMOC，KPI 25）沒有顯示。請核對發票77。", .want = ADDED_2},
};

Test(wordings_shares, added) {
    EXPECT_CLAIMS(added);
}

/* ---- lists far behind the numbers, and what the dashboard has ---- */

#define UNRELATED "m=1 y=2021 t=dmoc n=A-1201\nm=1 y=2021 t=dmoc n=A-1202"

static const Sample unrelated[] = {
    {.language = "en", .body = "Invoices A-1201 and A-1202 of January 2021 for dMOC are missing. We wrote about it before. Nobody answered us so far. Our company has done this for years. In the branch offices the KPI are 25 and 12.", .want = UNRELATED},
    {.language = "de", .body = "Die Rechnungen A-1201 und A-1202 vom Januar 2021 über dMOC fehlen. Wir haben schon einmal geschrieben. Niemand hat geantwortet. Unsere Firma macht das seit Jahren. In den Filialen sind die KPI 25 und 12.", .want = UNRELATED},
    {.language = "fr", .body = "Les factures A-1201 et A-1202 de janvier 2021 pour dMOC manquent. Nous avons déjà écrit. Personne n'a répondu. Notre société fait cela depuis des années. Dans les agences les KPI sont 25 et 12.", .want = UNRELATED},
    {.language = "es", .body = "Faltan las facturas A-1201 y A-1202 de enero de 2021 de dMOC. Ya hemos escrito. Nadie ha contestado. Nuestra empresa hace esto desde hace años. En las sucursales los KPI son 25 y 12.", .want = UNRELATED},
    {.language = "it", .body = "Mancano le fatture A-1201 e A-1202 di gennaio 2021 per dMOC. Abbiamo già scritto. Nessuno ha risposto. La nostra azienda lo fa da anni. Nelle filiali i KPI sono 25 e 12.", .want = UNRELATED},
    {.language = "pt-BR", .body = "Faltam as faturas A-1201 e A-1202 de janeiro de 2021 de dMOC. Já escrevemos. Ninguém respondeu. Nossa empresa faz isso há anos. Nas filiais os KPI são 25 e 12.", .want = UNRELATED},
    {.language = "ru", .body = "Нет счетов-фактур A-1201 и A-1202 за январь 2021 г. на dMOC. Мы уже писали. Никто не ответил. Наша компания делает это много лет. В филиалах KPI 25 и 12.", .want = UNRELATED},
    {.language = "ja", .body = "2021年1月の請求書A-1201とA-1202（dMOC）が表示されません。以前にも連絡しました。返事はありませんでした。当社は長年これを行っています。支店ではKPIは25と12です。", .want = UNRELATED},
    {.language = "ko", .body = "2021년 1월 송장 A-1201과 A-1202(dMOC)가 누락되었습니다. 전에도 문의했습니다. 답변이 없었습니다. 저희 회사는 오래 해 왔습니다. 지점에서는 KPI가 25와 12입니다.", .want = UNRELATED},
    {.language = "zh-CN", .body = "2021年1月的发票A-1201和A-1202（dMOC）没有显示。我们以前写过信。没有人答复。我们公司做这个已经多年。分公司的KPI是25和12。", .want = UNRELATED},
    {.language = "en", .body = "Invoices A-1201 and A-1202 of January 2021 for dMOC. The portal has KPI 20 and 10.", .want = UNRELATED},
    {.language = "de", .body = "Rechnungen A-1201 und A-1202 vom Januar 2021 über dMOC. Im Portal stehen KPI 20 und 10.", .want = UNRELATED},
    {.language = "fr", .body = "Factures A-1201 et A-1202 de janvier 2021 pour dMOC. Sur le portail il y a KPI 20 et 10.", .want = UNRELATED},
    {.language = "es", .body = "Facturas A-1201 y A-1202 de enero de 2021 de dMOC. En el portal hay KPI 20 y 10.", .want = UNRELATED},
    {.language = "it", .body = "Fatture A-1201 e A-1202 di gennaio 2021 per dMOC. Sul portale ci sono KPI 20 e 10.", .want = UNRELATED},
    {.language = "pt-BR", .body = "Faturas A-1201 e A-1202 de janeiro de 2021 de dMOC. No portal há KPI 20 e 10.", .want = UNRELATED},
    {.language = "ru", .body = "Счета-фактуры A-1201 и A-1202 за январь 2021 г., dMOC. На портале KPI 20 и 10.", .want = UNRELATED},
    {.language = "ja", .body = "請求書A-1201とA-1202、2021年1月、dMOC。ポータルではKPIが20と10になっています。", .want = UNRELATED},
    {.language = "ko", .body = "송장 A-1201과 A-1202, 2021년 1월, dMOC. 포털에는 KPI가 20과 10입니다.", .want = UNRELATED},
    {.language = "zh-CN", .body = "发票A-1201和A-1202，2021年1月，dMOC。门户上的KPI是20和10。", .want = UNRELATED},
    {.language = "en", .body = "Invoices A-1201 and A-1202 of January 2021 for dMOC. 20 and 10 KPIs are on the dashboard.", .want = UNRELATED},
    {.language = "de", .body = "Rechnungen A-1201 und A-1202 vom Januar 2021 über dMOC. 20 und 10 KPI sind auf dem Dashboard.", .want = UNRELATED},
    {.language = "fr", .body = "Factures A-1201 et A-1202 de janvier 2021 pour dMOC. 20 et 10 KPI sont sur le tableau de bord.", .want = UNRELATED},
    {.language = "es", .body = "Facturas A-1201 y A-1202 de enero de 2021 de dMOC. 20 y 10 KPI están en el panel.", .want = UNRELATED},
    {.language = "it", .body = "Fatture A-1201 e A-1202 di gennaio 2021 per dMOC. 20 e 10 KPI sono nella dashboard.", .want = UNRELATED},
    {.language = "pt-BR", .body = "Faturas A-1201 e A-1202 de janeiro de 2021 de dMOC. 20 e 10 KPI estão no painel.", .want = UNRELATED},
    {.language = "ru", .body = "Счета-фактуры A-1201 и A-1202 за январь 2021 г., dMOC. 20 и 10 KPI на панели.", .want = UNRELATED},
    {.language = "ja", .body = "請求書A-1201とA-1202、2021年1月、dMOC。20と10 KPIがダッシュボードにあります。", .want = UNRELATED},
    {.language = "ko", .body = "송장 A-1201과 A-1202, 2021년 1월, dMOC. 20과 10 KPI가 대시보드에 있습니다.", .want = UNRELATED},
    {.language = "zh-CN", .body = "发票A-1201和A-1202，2021年1月，dMOC。20和10 KPI在仪表板上。", .want = UNRELATED},
};

Test(wordings_shares, unrelated) {
    EXPECT_CLAIMS(unrelated);
}
