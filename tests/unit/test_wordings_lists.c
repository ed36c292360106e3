/* Wordings that list several invoice numbers, and then what was bought on them. */
#include "reading_fixture.h"

/* ---- the first with the first, the second with the second ---- */

#define TWO "m=1 y=2020 t=dmoc u=25 n=50133\nm=2 y=2020 t=moc u=12 n=50140"

static const Sample dealt[] = {
    {"Invoices 50133 and 50140 are missing: 25 dMOC in January 2020 and 12 MOC in February 2020 respectively.", TWO},
    {.language = "de", .body = "Die Rechnungen 50133 und 50140 fehlen: 25 dMOC im Januar 2020 bzw. 12 MOC im Februar 2020.", .want = TWO},
    {.language = "fr", .body = "Les factures 50133 et 50140 manquent : respectivement 25 dMOC en janvier 2020 et 12 MOC en février 2020.",
     .want = TWO},
    {.language = "es", .body = "Faltan las facturas 50133 y 50140: 25 dMOC en enero de 2020 y 12 MOC en febrero de 2020, respectivamente.",
     .want = TWO},
    {.language = "it", .body = "Le fatture 50133 e 50140: 25 dMOC di gennaio 2020 e 12 MOC di febbraio 2020.", .want = TWO},
    {.language = "pt-BR", .body = "As notas fiscais 50133 e 50140, de janeiro e fevereiro de 2020, 25 dMOC e 12 MOC, não aparecem.",
     .want = TWO},
    {.language = "ru", .body = "Счета-фактуры 50133 и 50140: 25 dMOC за январь 2020 г. и 12 MOC за февраль 2020 г. соответственно.",
     .want = TWO},
    {.language = "ja", .body = "請求書50133と50140は、それぞれ2020年1月のdMOC 25本、2020年2月のMOC 12本です。", .want = TWO},
    {.language = "ko", .body = "세금계산서 50133과 50140은 각각 2020년 1월 dMOC 25개, 2020년 2월 MOC 12개입니다.", .want = TWO},
    {.language = "zh-CN", .body = "发票50133和50140分别是2020年1月的dMOC 25份和2020年2月的MOC 12份。", .want = TWO},
    {"Invoices 50133, 50140 and 50151 are missing: 25 dMOC in January 2020, 12 MOC in February 2020 and 9 MLO in March 2020.",
     TWO "\nm=3 y=2020 t=mlo u=9 n=50151"},
    {"Invoices 50133 and 50140 are missing: January and February 2020.", "m=1 y=2020 n=50133\nm=2 y=2020 n=50140"},
};

Test(wordings_lists, dealt_out) {
    EXPECT_CLAIMS(dealt);
}

/* ---- what holds of each, and sums, which are of none ---- */

#define BOTH "m=1 y=2020 t=dmoc u=25 n=50133\nm=1 y=2020 t=dmoc u=25 n=50140"

static const Sample shared[] = {
    {"Invoices 50133 and 50140 of January 2020 are missing, 25 dMOC each, 50 in total.", BOTH},
    {.language = "de", .body = "Die Rechnungen 50133 und 50140 vom Januar 2020 (je 25 dMOC) fehlen.", .want = BOTH},
    {.language = "fr", .body = "Les factures 50133 et 50140 de janvier 2020 (25 dMOC chacune) manquent.", .want = BOTH},
    {.language = "ja", .body = "請求書50133と50140（2020年1月、各25本のdMOC）が反映されていません。", .want = BOTH},
    {.language = "de", .body = "Die Rechnungen 50133 und 50140 vom Januar 2020 (dMOC, insgesamt 50 KPI) fehlen.",
     .want = "m=1 y=2020 t=dmoc n=50133\nm=1 y=2020 t=dmoc n=50140"},
    {"Invoices 50133 and 50140 of January 2020 are missing, 25 dMOC.", "m=1 y=2020 t=dmoc n=50133\nm=1 y=2020 t=dmoc n=50140"},
    {"Invoice 50133 of January 2020 has 25 dMOC at 40 EUR each.", "m=1 y=2020 t=dmoc u=25 n=50133"},
};

Test(wordings_lists, of_each_and_of_all) {
    EXPECT_CLAIMS(shared);
}
