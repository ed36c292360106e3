/* Wordings that count invoices or name them again: "the first, no. 214/FE", "in that order", "the latter 12, the former 25". */
#include "reading_fixture.h"

/* ---- the ordinal is the word for the paper ---- */

#define NAMED_1 "m=1 y=2021 t=dmoc u=25 n=214/FE k=25\nm=1 y=2021 t=moc u=12 n=231/FE k=12"
#define NAMED_2 "m=1 y=2021 t=dmoc u=25 n=2214 k=25\nm=1 y=2021 t=moc u=12 n=2231 k=12"

static const Sample named[] = {
    {.language = "en", .body = "Two of our invoices of January 2021 are missing. The first one, no. 214/FE, is for 25 dMOC with KPI 25, the second, no. 231/FE, is for 12 MOC with KPI 12.", .want = NAMED_1},
    {.language = "de", .body = "Zwei unserer Rechnungen vom Januar 2021 fehlen. Die erste, Nr. 214/FE, lautet auf 25 dMOC mit KPI 25, die zweite, Nr. 231/FE, auf 12 MOC mit KPI 12.", .want = NAMED_1},
    {.language = "fr", .body = "Deux de nos factures de janvier 2021 manquent. La première, la n° 214/FE, porte sur 25 dMOC avec KPI 25, la seconde, la n° 231/FE, sur 12 MOC avec KPI 12.", .want = NAMED_1},
    {.language = "es", .body = "Faltan dos de nuestras facturas de enero de 2021. La primera, la n.º 214/FE, es de 25 dMOC con KPI 25, la segunda, la n.º 231/FE, de 12 MOC con KPI 12.", .want = NAMED_1},
    {.language = "it", .body = "Mancano due delle nostre fatture di gennaio 2021. La prima, la n. 214/FE, riguarda 25 dMOC con KPI 25, la seconda, la n. 231/FE, 12 MOC con KPI 12.", .want = NAMED_1},
    {.language = "pt-BR", .body = "Faltam duas das nossas faturas de janeiro de 2021. A primeira, a n.º 214/FE, é de 25 dMOC com KPI 25, a segunda, a n.º 231/FE, de 12 MOC com KPI 12.", .want = NAMED_1},
    {.language = "ru", .body = "Не хватает двух наших счетов-фактур за январь 2021 г. Первый, № 214/FE, на 25 dMOC с KPI 25, второй, № 231/FE, на 12 MOC с KPI 12.", .want = NAMED_1},
    {.language = "ja", .body = "2021年1月の請求書が2件反映されていません。1件目の番号214/FEはdMOC 25部、KPI 25、2件目の番号231/FEはMOC 12部、KPI 12です。", .want = NAMED_1},
    {.language = "ko", .body = "2021년 1월 송장 두 건이 누락되었습니다. 첫 번째 번호 214/FE는 dMOC 25부, KPI 25이고, 두 번째 번호 231/FE는 MOC 12부, KPI 12입니다.", .want = NAMED_1},
    {.language = "zh-CN", .body = "2021年1月的两张发票没有显示。第一张，编号214/FE，是25份dMOC，KPI 25；第二张，编号231/FE，是12份MOC，KPI 12。", .want = NAMED_1},
    {.language = "zh-TW", .body = "2021年1月的兩張發票沒有顯示。第一張，號碼214/FE，是25份dMOC，KPI 25；第二張，號碼231/FE，是12份MOC，KPI 12。", .want = NAMED_1},
    {.language = "en", .body = "Two invoices of January 2021 are missing. The first is no. 2214: 25 dMOC, KPI 25. The other one is no. 2231: 12 MOC, KPI 12.", .want = NAMED_2},
    {.language = "de", .body = "Es fehlen zwei Rechnungen vom Januar 2021. Die erste ist Nr. 2214: 25 dMOC, KPI 25. Die andere ist Nr. 2231: 12 MOC, KPI 12.", .want = NAMED_2},
    {.language = "fr", .body = "Il manque deux factures de janvier 2021. La première est la n° 2214 : 25 dMOC, KPI 25. L'autre est la n° 2231 : 12 MOC, KPI 12.", .want = NAMED_2},
    {.language = "es", .body = "Faltan dos facturas de enero de 2021. La primera es la n.º 2214: 25 dMOC, KPI 25. La otra es la n.º 2231: 12 MOC, KPI 12.", .want = NAMED_2},
    {.language = "it", .body = "Mancano due fatture di gennaio 2021. La prima è la n. 2214: 25 dMOC, KPI 25. L'altra è la n. 2231: 12 MOC, KPI 12.", .want = NAMED_2},
    {.language = "pt-BR", .body = "Faltam duas faturas de janeiro de 2021. A primeira é a n.º 2214: 25 dMOC, KPI 25. A outra é a n.º 2231: 12 MOC, KPI 12.", .want = NAMED_2},
    {.language = "ru", .body = "Не хватает двух счетов-фактур за январь 2021 г. Первый № 2214: 25 dMOC, KPI 25. Другой № 2231: 12 MOC, KPI 12.", .want = NAMED_2},
    {.language = "ja", .body = "2021年1月の請求書が2件足りません。1件目は番号2214で、dMOC 25部、KPI 25です。もう1件は番号2231で、MOC 12部、KPI 12です。", .want = NAMED_2},
    {.language = "ko", .body = "2021년 1월 송장 두 건이 빠졌습니다. 첫째는 번호 2214로 dMOC 25부, KPI 25입니다. 다른 하나는 번호 2231로 MOC 12부, KPI 12입니다.", .want = NAMED_2},
    {.language = "zh-CN", .body = "缺少2021年1月的两张发票。第一张编号为2214，25份dMOC，KPI 25。另一张编号为2231，12份MOC，KPI 12。", .want = NAMED_2},
    {.language = "zh-TW", .body = "缺少2021年1月的兩張發票。第一張號碼為2214，25份dMOC，KPI 25。另一張號碼為2231，12份MOC，KPI 12。", .want = NAMED_2},
};

Test(wordings_ordinals, named) {
    EXPECT_CLAIMS(named);
}

/* ---- numbers first, then what was bought on them, in that order ---- */

#define IN_ORDER_1 "m=1 y=2021 t=dmoc u=25 n=1184 k=25 r=2500 EUR\nm=1 y=2021 t=dmoc u=12 n=1190 k=12 r=1200 EUR\nm=1 y=2021 t=dmoc u=8 n=1201 k=8 r=800 EUR"
#define IN_ORDER_2 "m=1 y=2021 t=dmoc u=25 n=R-1184 k=25\nm=2 y=2021 t=moc u=12 n=R-1190 k=12"

static const Sample in_order[] = {
    {.language = "en", .body = "The invoices of January 2021 are 1184, 1190 and 1201. In that order: 25, 12 and 8 dMOC licences, KPI 25, 12 and 8, revenue 2,500 EUR, 1,200 EUR and 800 EUR.", .want = IN_ORDER_1},
    {.language = "de", .body = "Die Rechnungen vom Januar 2021 sind 1184, 1190 und 1201. In dieser Reihenfolge: 25, 12 und 8 dMOC-Lizenzen, KPI 25, 12 und 8, Umsatz 2.500 EUR, 1.200 EUR und 800 EUR.", .want = IN_ORDER_1},
    {.language = "fr", .body = "Les factures de janvier 2021 sont les 1184, 1190 et 1201. Dans l'ordre : 25, 12 et 8 licences dMOC, KPI 25, 12 et 8, chiffre d'affaires 2 500 EUR, 1 200 EUR et 800 EUR.", .want = IN_ORDER_1},
    {.language = "es", .body = "Las facturas de enero de 2021 son la 1184, la 1190 y la 1201. Por ese orden: 25, 12 y 8 licencias dMOC, KPI 25, 12 y 8, ingresos 2.500 EUR, 1.200 EUR y 800 EUR.", .want = IN_ORDER_1},
    {.language = "it", .body = "Le fatture di gennaio 2021 sono la 1184, la 1190 e la 1201. Nell'ordine: 25, 12 e 8 licenze dMOC, KPI 25, 12 e 8, ricavi 2.500 EUR, 1.200 EUR e 800 EUR.", .want = IN_ORDER_1},
    {.language = "pt-BR", .body = "As notas de janeiro de 2021 são a 1184, a 1190 e a 1201. Na ordem: 25, 12 e 8 licenças dMOC, KPI 25, 12 e 8, receita 2.500 EUR, 1.200 EUR e 800 EUR.", .want = IN_ORDER_1},
    {.language = "ru", .body = "Счета-фактуры за январь 2021 г.: 1184, 1190 и 1201. По порядку: 25, 12 и 8 лицензий dMOC, KPI 25, 12 и 8, выручка 2 500 EUR, 1 200 EUR и 800 EUR.", .want = IN_ORDER_1},
    {.language = "ja", .body = "2021年1月の請求書は1184、1190、1201です。順にdMOC 25、12、8ライセンス、KPIは25、12、8、売上は2,500 EUR、1,200 EUR、800 EURです。", .want = IN_ORDER_1},
    {.language = "ko", .body = "2021년 1월 송장은 1184, 1190, 1201입니다. 순서대로 dMOC 25, 12, 8개, KPI 25, 12, 8, 매출 2,500 EUR, 1,200 EUR, 800 EUR입니다.", .want = IN_ORDER_1},
    {.language = "zh-CN", .body = "2021年1月的发票是1184、1190和1201。依次为：dMOC 25、12和8份，KPI 25、12和8，收入2,500 EUR、1,200 EUR和800 EUR。", .want = IN_ORDER_1},
    {.language = "zh-TW", .body = "2021年1月的發票是1184、1190和1201。依序為：dMOC 25、12和8份，KPI 25、12和8，收益2,500 EUR、1,200 EUR和800 EUR。", .want = IN_ORDER_1},
    {.language = "en", .body = "Invoices R-1184 and R-1190 are for 25 dMOC and 12 MOC respectively, January and February 2021, KPI 25 and 12.", .want = IN_ORDER_2},
    {.language = "de", .body = "Die Rechnungen R-1184 und R-1190 lauten auf 25 dMOC beziehungsweise 12 MOC, Januar und Februar 2021, KPI 25 und 12.", .want = IN_ORDER_2},
    {.language = "fr", .body = "Les factures R-1184 et R-1190 portent respectivement sur 25 dMOC et 12 MOC, janvier et février 2021, KPI 25 et 12.", .want = IN_ORDER_2},
    {.language = "es", .body = "Las facturas R-1184 y R-1190 son de 25 dMOC y 12 MOC respectivamente, enero y febrero de 2021, KPI 25 y 12.", .want = IN_ORDER_2},
    {.language = "it", .body = "Le fatture R-1184 e R-1190 riguardano rispettivamente 25 dMOC e 12 MOC, gennaio e febbraio 2021, KPI 25 e 12.", .want = IN_ORDER_2},
    {.language = "pt-BR", .body = "As faturas R-1184 e R-1190 são de 25 dMOC e 12 MOC, respectivamente, janeiro e fevereiro de 2021, KPI 25 e 12.", .want = IN_ORDER_2},
    {.language = "ru", .body = "Счета-фактуры R-1184 и R-1190 выставлены на 25 dMOC и 12 MOC соответственно, январь и февраль 2021 г., KPI 25 и 12.", .want = IN_ORDER_2},
    {.language = "ja", .body = "請求書R-1184とR-1190はそれぞれdMOC 25部、MOC 12部で、2021年1月と2月、KPIは25と12です。", .want = IN_ORDER_2},
    {.language = "ko", .body = "송장 R-1184와 R-1190은 각각 dMOC 25부, MOC 12부이며 2021년 1월과 2월, KPI 25와 12입니다.", .want = IN_ORDER_2},
    {.language = "zh-CN", .body = "发票R-1184和R-1190分别为25份dMOC和12份MOC，2021年1月和2月，KPI分别为25和12。", .want = IN_ORDER_2},
    {.language = "zh-TW", .body = "發票R-1184和R-1190分別為25份dMOC和12份MOC，2021年1月和2月，KPI分別為25和12。", .want = IN_ORDER_2},
};

Test(wordings_ordinals, in_order) {
    EXPECT_CLAIMS(in_order);
}

/* ---- the numbers stand again behind their figures ---- */

#define AGAIN "m=1 y=2021 t=dmoc n=A-1201 k=12\nm=1 y=2021 t=dmoc n=A-1202 k=25"

static const Sample again[] = {
    {.language = "en", .body = "Invoices A-1201 and A-1202 of January 2021 for dMOC. KPI 25 and 12 for A-1202 and A-1201 respectively.", .want = AGAIN},
    {.language = "de", .body = "Rechnungen A-1201 und A-1202 vom Januar 2021 über dMOC. KPI 25 und 12 für A-1202 bzw. A-1201.", .want = AGAIN},
    {.language = "fr", .body = "Factures A-1201 et A-1202 de janvier 2021 pour dMOC. KPI 25 et 12 pour A-1202 et A-1201 respectivement.", .want = AGAIN},
    {.language = "es", .body = "Facturas A-1201 y A-1202 de enero de 2021 de dMOC. KPI 25 y 12 para A-1202 y A-1201 respectivamente.", .want = AGAIN},
    {.language = "it", .body = "Fatture A-1201 e A-1202 di gennaio 2021 per dMOC. KPI 25 e 12 per A-1202 e A-1201 rispettivamente.", .want = AGAIN},
    {.language = "pt-BR", .body = "Faturas A-1201 e A-1202 de janeiro de 2021 de dMOC. KPI 25 e 12 para A-1202 e A-1201 respectivamente.", .want = AGAIN},
    {.language = "ru", .body = "Счета-фактуры A-1201 и A-1202 за январь 2021 г., dMOC. KPI 25 и 12 для A-1202 и A-1201 соответственно.", .want = AGAIN},
    {.language = "ja", .body = "請求書A-1201とA-1202、2021年1月、dMOC。KPI 25と12はそれぞれA-1202とA-1201のものです。", .want = AGAIN},
    {.language = "ko", .body = "송장 A-1201과 A-1202, 2021년 1월, dMOC. KPI 25와 12는 각각 A-1202와 A-1201의 것입니다.", .want = AGAIN},
    {.language = "zh-CN", .body = "发票A-1201和A-1202，2021年1月，dMOC。KPI 25和12分别属于A-1202和A-1201。", .want = AGAIN},
    {.language = "zh-TW", .body = "發票A-1201和A-1202，2021年1月，dMOC。KPI 25和12分別屬於A-1202和A-1201。", .want = AGAIN},
};

Test(wordings_ordinals, again) {
    EXPECT_CLAIMS(again);
}

/* ---- the second before the first ---- */

#define COUNTED "m=1 y=2021 t=dmoc n=A-1201 k=25\nm=1 y=2021 t=dmoc n=A-1202 k=12"

static const Sample counted[] = {
    {.language = "en", .body = "Invoices A-1201 and A-1202 of January 2021 for dMOC. The second and the first have KPI 12 and 25.", .want = COUNTED},
    {.language = "de", .body = "Rechnungen A-1201 und A-1202 vom Januar 2021 über dMOC. Die zweite und die erste haben KPI 12 und 25.", .want = COUNTED},
    {.language = "fr", .body = "Factures A-1201 et A-1202 de janvier 2021 pour dMOC. La deuxième et la première ont KPI 12 et 25.", .want = COUNTED},
    {.language = "es", .body = "Facturas A-1201 y A-1202 de enero de 2021 de dMOC. La segunda y la primera tienen KPI 12 y 25.", .want = COUNTED},
    {.language = "it", .body = "Fatture A-1201 e A-1202 di gennaio 2021 per dMOC. La seconda e la prima hanno KPI 12 e 25.", .want = COUNTED},
    {.language = "pt-BR", .body = "Faturas A-1201 e A-1202 de janeiro de 2021 de dMOC. A segunda e a primeira têm KPI 12 e 25.", .want = COUNTED},
    {.language = "ru", .body = "Счета-фактуры A-1201 и A-1202 за январь 2021 г., dMOC. У второго и первого KPI 12 и 25.", .want = COUNTED},
    {.language = "ja", .body = "請求書A-1201とA-1202、2021年1月、dMOC。2件目と1件目のKPIは12と25です。", .want = COUNTED},
    {.language = "ko", .body = "송장 A-1201과 A-1202, 2021년 1월, dMOC. 두 번째와 첫 번째의 KPI는 12와 25입니다.", .want = COUNTED},
    {.language = "zh-CN", .body = "发票A-1201和A-1202，2021年1月，dMOC。第二张和第一张的KPI是12和25。", .want = COUNTED},
    {.language = "zh-TW", .body = "發票A-1201和A-1202，2021年1月，dMOC。第二張和第一張的KPI是12和25。", .want = COUNTED},
};

Test(wordings_ordinals, counted) {
    EXPECT_CLAIMS(counted);
}

/* ---- in reverse order: of whom each figure is can only be guessed ---- */

#define REVERSED "m=1 y=2021 t=dmoc n=A-1201\nm=1 y=2021 t=dmoc n=A-1202"

static const Sample reversed[] = {
    {.language = "en", .body = "Invoices A-1201 and A-1202 of January 2021 for dMOC, KPI 12 and 25, in reverse order.", .want = REVERSED},
    {.language = "de", .body = "Rechnungen A-1201 und A-1202 vom Januar 2021 über dMOC, KPI 12 und 25, in umgekehrter Reihenfolge.", .want = REVERSED},
    {.language = "fr", .body = "Factures A-1201 et A-1202 de janvier 2021 pour dMOC, KPI 12 et 25, dans l'ordre inverse.", .want = REVERSED},
    {.language = "es", .body = "Facturas A-1201 y A-1202 de enero de 2021 de dMOC, KPI 12 y 25, en orden inverso.", .want = REVERSED},
    {.language = "it", .body = "Fatture A-1201 e A-1202 di gennaio 2021 per dMOC, KPI 12 e 25, in ordine inverso.", .want = REVERSED},
    {.language = "pt-BR", .body = "Faturas A-1201 e A-1202 de janeiro de 2021 de dMOC, KPI 12 e 25, na ordem inversa.", .want = REVERSED},
    {.language = "ru", .body = "Счета-фактуры A-1201 и A-1202 за январь 2021 г., dMOC, KPI 12 и 25, в обратном порядке.", .want = REVERSED},
    {.language = "ja", .body = "請求書A-1201とA-1202、2021年1月、dMOC、KPIは逆順で12と25です。", .want = REVERSED},
    {.language = "ko", .body = "송장 A-1201과 A-1202, 2021년 1월, dMOC, KPI는 역순으로 12와 25입니다.", .want = REVERSED},
    {.language = "zh-CN", .body = "发票A-1201和A-1202，2021年1月，dMOC，KPI按相反顺序为12和25。", .want = REVERSED},
    {.language = "zh-TW", .body = "發票A-1201和A-1202，2021年1月，dMOC，KPI按相反順序為12和25。", .want = REVERSED},
};

Test(wordings_ordinals, reversed) {
    EXPECT_CLAIMS(reversed);
}

/* ---- the latter, the former ---- */

#define LATTER "m=1 y=2021 t=dmoc u=25 n=A-1201\nm=1 y=2021 t=dmoc u=12 n=A-1202"

static const Sample latter[] = {
    {.language = "en", .body = "Invoices A-1201 and A-1202 of January 2021 are missing. The latter has 12 dMOC, the former 25 dMOC.", .want = LATTER},
    {.language = "de", .body = "Die Rechnungen A-1201 und A-1202 vom Januar 2021 fehlen. Letztere hat 12 dMOC, erstere 25 dMOC.", .want = LATTER},
    {.language = "fr", .body = "Les factures A-1201 et A-1202 de janvier 2021 manquent. Cette dernière a 12 dMOC, la première 25 dMOC.", .want = LATTER},
    {.language = "es", .body = "Faltan las facturas A-1201 y A-1202 de enero de 2021. Esta última tiene 12 dMOC, la primera 25 dMOC.", .want = LATTER},
    {.language = "it", .body = "Mancano le fatture A-1201 e A-1202 di gennaio 2021. Quest'ultima ha 12 dMOC, la prima 25 dMOC.", .want = LATTER},
    {.language = "pt-BR", .body = "Faltam as faturas A-1201 e A-1202 de janeiro de 2021. Esta última tem 12 dMOC, a primeira 25 dMOC.", .want = LATTER},
    {.language = "ru", .body = "Нет счетов-фактур A-1201 и A-1202 за январь 2021 г. В последнем 12 dMOC, в первом 25 dMOC.", .want = LATTER},
    {.language = "ja", .body = "2021年1月の請求書A-1201とA-1202が表示されません。後者はdMOC 12部、前者はdMOC 25部です。", .want = LATTER},
    {.language = "ko", .body = "2021년 1월 송장 A-1201과 A-1202가 누락되었습니다. 후자는 dMOC 12부, 전자는 dMOC 25부입니다.", .want = LATTER},
    {.language = "zh-CN", .body = "2021年1月的发票A-1201和A-1202没有显示。后者是12份dMOC，前者是25份dMOC。", .want = LATTER},
    {.language = "zh-TW", .body = "2021年1月的發票A-1201和A-1202沒有顯示。後者是12份dMOC，前者是25份dMOC。", .want = LATTER},
    {.language = "en", .body = "Invoices A-1201 and A-1202 of January 2021 are missing. The former has 25 dMOC, the latter 12 dMOC.", .want = LATTER},
    {.language = "de", .body = "Die Rechnungen A-1201 und A-1202 vom Januar 2021 fehlen. Erstere hat 25 dMOC, letztere 12 dMOC.", .want = LATTER},
    {.language = "fr", .body = "Les factures A-1201 et A-1202 de janvier 2021 manquent. La première a 25 dMOC, la seconde 12 dMOC.", .want = LATTER},
    {.language = "es", .body = "Faltan las facturas A-1201 y A-1202 de enero de 2021. La primera tiene 25 dMOC, la segunda 12 dMOC.", .want = LATTER},
    {.language = "it", .body = "Mancano le fatture A-1201 e A-1202 di gennaio 2021. La prima ha 25 dMOC, la seconda 12 dMOC.", .want = LATTER},
    {.language = "pt-BR", .body = "Faltam as faturas A-1201 e A-1202 de janeiro de 2021. A primeira tem 25 dMOC, a segunda 12 dMOC.", .want = LATTER},
    {.language = "ru", .body = "Нет счетов-фактур A-1201 и A-1202 за январь 2021 г. В первом 25 dMOC, во втором 12 dMOC.", .want = LATTER},
    {.language = "ja", .body = "2021年1月の請求書A-1201とA-1202が表示されません。前者はdMOC 25部、後者はdMOC 12部です。", .want = LATTER},
    {.language = "ko", .body = "2021년 1월 송장 A-1201과 A-1202가 누락되었습니다. 전자는 dMOC 25부, 후자는 dMOC 12부입니다.", .want = LATTER},
    {.language = "zh-CN", .body = "2021年1月的发票A-1201和A-1202没有显示。前者是25份dMOC，后者是12份dMOC。", .want = LATTER},
    {.language = "zh-TW", .body = "2021年1月的發票A-1201和A-1202沒有顯示。前者是25份dMOC，後者是12份dMOC。", .want = LATTER},
};

Test(wordings_ordinals, latter) {
    EXPECT_CLAIMS(latter);
}
