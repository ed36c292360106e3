/* Wordings of counts that are no purchase, and of figures that are not shown but right, in eleven languages. */
#include "reading_fixture.h"

/* ---- users, trainers, reminders, pages, rooms ---- */

static const Sample apart[] = {
    {"Invoice A-1201 of January 2021, dMOC, KPI 25. We have 36 users in the portal.", "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {"Invoice A-1201 of January 2021, dMOC, KPI 25. Our 12 trainers are waiting.", "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {"Invoice A-1201 of January 2021, dMOC, KPI 25. This is the 3rd ticket and 2 reminders were sent.", "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {"Invoice A-1201 of January 2021, dMOC, KPI 25. We have waited for 14 days.", "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {"Invoice A-1201 of January 2021, dMOC, KPI 25, see page 2 of 3.", "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {"Invoice A-1201 of January 2021, dMOC, KPI 25. The portal runs version 4. Call me at extension 36, room 12.", "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {"Invoice A-1201 of January 2021, item 1 and 25 units of dMOC, KPI 25, revenue 1,000 EUR.", "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000 EUR"},
    {"Invoice A-1201 of January 2021, option 2, 25 units of dMOC, KPI 25.", "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25"},
    {.language = "de", .body = "Rechnung A-1201 vom Januar 2021, dMOC, KPI 25. Wir haben 36 Benutzer im Portal.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "de", .body = "Rechnung A-1201 vom Januar 2021, dMOC, KPI 25. Unsere 12 Trainer warten.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "de", .body = "Rechnung A-1201 vom Januar 2021, dMOC, KPI 25. Wir warten seit 14 Tagen und haben 2 Erinnerungen geschickt.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "de", .body = "Rechnung A-1201 vom Januar 2021, dMOC, KPI 25, Seite 2 von 3. Durchwahl 36, Zimmer 12, Version 4.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "de", .body = "Rechnung A-1201 vom Januar 2021, Position 1 und 25 Lizenzen dMOC, KPI 25.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25"},
    {.language = "fr", .body = "Facture A-1201 de janvier 2021, dMOC, KPI 25. Nous avons 36 utilisateurs sur le portail.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "fr", .body = "Facture A-1201 de janvier 2021, dMOC, KPI 25. Nos 12 formateurs attendent depuis 14 jours.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "fr", .body = "Facture A-1201 de janvier 2021, dMOC, KPI 25, page 2 sur 3. Poste 36, bureau 12, version 4, 2 relances.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "fr", .body = "Facture A-1201 de janvier 2021, ligne 1 et 25 licences dMOC, KPI 25.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25"},
    {.language = "es", .body = "Factura A-1201 de enero de 2021, dMOC, KPI 25. Tenemos 36 usuarios en el portal.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "es", .body = "Factura A-1201 de enero de 2021, dMOC, KPI 25. Nuestros 12 formadores llevan 14 días esperando.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "es", .body = "Factura A-1201 de enero de 2021, dMOC, KPI 25, página 2 de 3. Extensión 36, despacho 12, versión 4, 2 recordatorios.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "es", .body = "Factura A-1201 de enero de 2021, línea 1 y 25 licencias dMOC, KPI 25.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25"},
    {.language = "it", .body = "Fattura A-1201 di gennaio 2021, dMOC, KPI 25. Abbiamo 36 utenti nel portale.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "it", .body = "Fattura A-1201 di gennaio 2021, dMOC, KPI 25. I nostri 12 docenti aspettano da 14 giorni.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "it", .body = "Fattura A-1201 di gennaio 2021, dMOC, KPI 25, pagina 2 di 3. Interno 36, stanza 12, versione 4, 2 solleciti.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "it", .body = "Fattura A-1201 di gennaio 2021, riga 1 e 25 licenze dMOC, KPI 25.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25"},
    {.language = "pt-BR", .body = "Fatura A-1201 de janeiro de 2021, dMOC, KPI 25. Temos 36 usuários no portal.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "pt-BR", .body = "Fatura A-1201 de janeiro de 2021, dMOC, KPI 25. Nossos 12 instrutores esperam há 14 dias.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "pt-BR", .body = "Fatura A-1201 de janeiro de 2021, dMOC, KPI 25, página 2 de 3. Ramal 36, sala 12, versão 4, 2 lembretes.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "pt-BR", .body = "Fatura A-1201 de janeiro de 2021, item 1 e 25 licenças dMOC, KPI 25.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25"},
    {.language = "ru", .body = "Счёт-фактура A-1201 за январь 2021 года, dMOC, KPI 25. У нас 36 пользователей на портале.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "ru", .body = "Счёт-фактура A-1201 за январь 2021 года, dMOC, KPI 25. Наши 12 тренеров ждут 14 дней.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "ru", .body = "Счёт-фактура A-1201 за январь 2021 года, dMOC, KPI 25, страница 2 из 3. Добавочный 36, комната 12, версия 4, 2 напоминания.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "ru", .body = "Счёт-фактура A-1201 за январь 2021 года, позиция 1 и 25 лицензий dMOC, KPI 25.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25"},
    {.language = "ja", .body = "2021年1月の請求書番号A-1201、dMOC、KPI 25。ポータルには36名のユーザーがいます。", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "ja", .body = "2021年1月の請求書番号A-1201、dMOC、KPI 25。当社の講師12名が14日間待っています。", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "ja", .body = "2021年1月の請求書番号A-1201、dMOC、KPI 25。3ページ中2ページ目、内線36、会議室12、バージョン4、督促2回。", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "ko", .body = "2021년 1월 송장 A-1201, dMOC, KPI 25. 포털에 사용자가 36명 있습니다.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "ko", .body = "2021년 1월 송장 A-1201, dMOC, KPI 25. 저희 강사 12명이 14일째 기다리고 있습니다.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "ko", .body = "2021년 1월 송장 A-1201, dMOC, KPI 25. 3쪽 중 2쪽, 내선 36, 회의실 12, 버전 4, 독촉 2회.", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "zh-CN", .body = "2021年1月发票A-1201，dMOC，KPI 25。我们的门户里有36个用户。", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "zh-CN", .body = "2021年1月发票A-1201，dMOC，KPI 25。我们的12名讲师已经等了14天。", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "zh-CN", .body = "2021年1月发票A-1201，dMOC，KPI 25。第2页共3页，分机36，房间12，版本4，催了2次。", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25 r=3"},
    {.language = "zh-TW", .body = "2021年1月發票A-1201，dMOC，KPI 25。我們的入口網站有36個使用者。", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "zh-TW", .body = "2021年1月發票A-1201，dMOC，KPI 25。我們的12名講師已經等了14天。", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25"},
    {.language = "zh-TW", .body = "2021年1月發票A-1201，dMOC，KPI 25。第2頁共3頁，分機36，房間12，版本4，催了2次。", .want = "m=1 y=2021 t=dmoc n=A-1201 k=25 r=3"},
    {"We bought MOC On-Demand in January 2021, invoice A-1201. There are 36 seats.", "m=1 y=2021 t=moc_on_demand u=36 n=A-1201"},
    {.language = "de", .body = "Rechnung A-1201 vom Januar 2021, dMOC, KPI 25. Gekauft haben wir 36 Lizenzen.", .want = "m=1 y=2021 t=dmoc u=36 n=A-1201 k=25"},
    {.language = "fr", .body = "Nous avons acheté dMOC pour 36 utilisateurs en janvier 2021, facture A-1201.", .want = "m=1 y=2021 t=dmoc u=36 n=A-1201"},
    {.language = "ja", .body = "2021年1月にdMOCを36名分購入しました。請求書番号A-1201。", .want = "m=1 y=2021 t=dmoc u=36 n=A-1201"},
    {.language = "ko", .body = "2021년 1월에 dMOC를 36명분 구매했습니다. 송장 A-1201.", .want = "m=1 y=2021 t=dmoc u=36 n=A-1201"},
    {.language = "zh-CN", .body = "2021年1月我们为36个用户购买了dMOC，发票A-1201。", .want = "m=1 y=2021 t=dmoc u=36 n=A-1201"},
};

Test(wordings_counts, apart) {
    EXPECT_CLAIMS(apart);
}

/* ---- does not show 25 but 20; the dashboard's own figures ---- */

static const Sample not_but[] = {
    {"Invoice A-1201 of January 2021, dMOC, 1,000 EUR net, KPI 25. The dashboard doesn't list 25 units, it lists 20.", "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000 EUR"},
    {"Invoice A-1201 of January 2021, 25 dMOC, revenue 1,000 EUR. The dashboard does not show 25 KPI but 20.", "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000 EUR"},
    {"Invoice A-1201 of January 2021, 25 dMOC, 1,000 EUR net. The KPI for dMOC is not shown as 25, it is 20.", "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000 EUR"},
    {"Invoice A-1201 of January 2021, 25 dMOC, 1,000 EUR net. The KPI isn't displayed correctly, 20.", "m=1 y=2021 t=dmoc u=25 n=A-1201 r=1000 EUR"},
    {.language = "de", .body = "Rechnung A-1201 vom Januar 2021, 25 dMOC, 1.000 EUR netto. Das Dashboard zeigt nicht 25 KPI, sondern 20.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000 EUR"},
    {.language = "de", .body = "Rechnung A-1201 vom Januar 2021, 25 dMOC, 1.000 EUR netto. Es werden nicht 25 KPI angezeigt, sondern 20.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000 EUR"},
    {.language = "de", .body = "Rechnung A-1201 vom Januar 2021, dMOC, KPI 25, 1.000 EUR netto. Das Dashboard zeigt keine 25 Einheiten, sondern nur 20.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000 EUR"},
    {.language = "es", .body = "Factura A-1201 de enero de 2021, dMOC, 1.000 € sin IVA, KPI 25. El panel no muestra 25 unidades sino 20.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000 EUR"},
    {.language = "fr", .body = "Facture A-1201 de janvier 2021, dMOC, 1 000 € HT, KPI 25. Le tableau de bord n'affiche pas 25 unités mais 20.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000 EUR"},
    {.language = "fr", .body = "Facture A-1201 de janvier 2021, 25 dMOC, 1 000 € HT. Le KPI n'apparaît qu'à 20.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 r=1000 EUR"},
    {.language = "fr", .body = "Facture A-1201 de janvier 2021, 25 dMOC, 1 000 € HT. Ce ne sont pas 25 KPI qui s'affichent mais 20.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000 EUR"},
    {.language = "it", .body = "Fattura A-1201 di gennaio 2021, dMOC, 1.000 € IVA esclusa, KPI 25. La dashboard non mostra 25 unità ma 20.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000 EUR"},
    {.language = "it", .body = "Fattura A-1201 di gennaio 2021, 25 dMOC, 1.000 € IVA esclusa. Non risultano 25 KPI, bensì 20.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000 EUR"},
    {.language = "pt-BR", .body = "Fatura A-1201 de janeiro de 2021, dMOC, R$ 1.000,00 sem impostos, KPI 25. O painel não mostra 25 unidades, e sim 20.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000.00 BRL"},
    {.language = "pt-BR", .body = "Fatura A-1201 de janeiro de 2021, 25 dMOC, R$ 1.000,00 sem impostos. Não aparecem 25 KPI, mas 20.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000.00 BRL"},
    {.language = "ru", .body = "Счёт-фактура A-1201 за январь 2021, dMOC, 100 000 руб. без НДС, KPI 25. Панель не показывает 25 лицензий, а только 20.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=100000 RUB"},
    {.language = "ru", .body = "Счёт-фактура A-1201 за январь 2021, 25 dMOC, 100 000 руб. без НДС. Отображается не 25 KPI, а 20.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=100000 RUB"},
    {.language = "ja", .body = "2021年1月の請求書番号A-1201、dMOC 25ライセンス、税抜100,000円。KPIが25ではなく20と表示されます。", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=100000 JPY"},
    {.language = "ko", .body = "2021년 1월 송장 A-1201, dMOC 25개, 부가세 별도 1,000,000원. KPI가 25가 아니라 20으로 표시됩니다.", .want = "m=1 y=2021 t=dmoc u=25 n=A-1201 k=25 r=1000000 KRW"},
    {.language = "de", .body = "Rechnung 88123, Januar 2021, dMOC, 1.000 EUR netto. Auf dem Dashboard stehen 25 Einheiten, aber der KPI wird mit 20 angezeigt.", .want = "m=1 y=2021 t=dmoc n=88123 r=1000 EUR"},
    {.language = "ru", .body = "Счёт-фактура 88123 за январь 2021, dMOC, 100 000 руб. без НДС. На панели 20 лицензий, KPI показан как 18.", .want = "m=1 y=2021 t=dmoc n=88123 r=100000 RUB"},
    {"Invoice 88123 of January 2021, dMOC, 1,000 EUR net. On the dashboard there are 20 units and the KPI is shown as 18.", "m=1 y=2021 t=dmoc n=88123 r=1000 EUR"},
    {.language = "fr", .body = "Facture 88123 de janvier 2021, dMOC, 1 000 € HT. Au tableau de bord il y a 20 licences et le KPI est affiché à 18.", .want = "m=1 y=2021 t=dmoc n=88123 r=1000 EUR"},
    {.language = "es", .body = "Factura 88123 de enero de 2021, dMOC, 1.000 € sin IVA. En el panel hay 20 licencias y el KPI aparece como 18.", .want = "m=1 y=2021 t=dmoc n=88123 r=1000 EUR"},
    {.language = "it", .body = "Fattura 88123 di gennaio 2021, dMOC, 1.000 € IVA esclusa. Nella dashboard ci sono 20 licenze e il KPI appare come 18.", .want = "m=1 y=2021 t=dmoc n=88123 r=1000 EUR"},
    {.language = "pt-BR", .body = "Fatura 88123 de janeiro de 2021, dMOC, R$ 1.000,00 sem impostos. No painel há 20 licenças e o KPI aparece como 18.", .want = "m=1 y=2021 t=dmoc n=88123 r=1000.00 BRL"},
    {.language = "ja", .body = "2021年1月の請求書番号88123、dMOC、税抜100,000円。ダッシュボードでは20ライセンスで、KPIは18と表示されています。", .want = "m=1 y=2021 t=dmoc n=88123 r=100000 JPY"},
    {.language = "ko", .body = "2021년 1월 송장 88123, dMOC, 부가세 별도 1,000,000원. 대시보드에는 20개이고 KPI는 18로 표시됩니다.", .want = "m=1 y=2021 t=dmoc n=88123 r=1000000 KRW"},
    {.language = "zh-CN", .body = "2021年1月发票88123，dMOC，不含税10,000元。仪表板上是20份，KPI显示为18。", .want = "m=1 y=2021 t=dmoc n=88123 r=10000 CNY"},
    {.language = "zh-TW", .body = "2021年1月發票88123，dMOC，未稅100,000元。儀表板上是20份，KPI顯示為18。", .want = "m=1 y=2021 t=dmoc n=88123 r=100000 TWD"},
    {.language = "ru", .body = "Счёт-фактура 88123 за январь 2021, dMOC, 100 000 руб. без НДС. На панели 20 лицензий.", .want = "m=1 y=2021 t=dmoc n=88123 r=100000 RUB"},
    {.language = "ru", .body = "Счёт-фактура 88123 за январь 2021, dMOC, 100 000 руб. без НДС. На панели 20 лицензий, KPI 18.", .want = "m=1 y=2021 t=dmoc n=88123 r=100000 RUB"},
    {.language = "ru", .body = "Счёт-фактура 88123 за январь 2021, dMOC, 100 000 руб. без НДС. На панели 20 лицензий, KPI показан 18.", .want = "m=1 y=2021 t=dmoc n=88123 r=100000 RUB"},
};

Test(wordings_counts, not_but) {
    EXPECT_CLAIMS(not_but);
}
