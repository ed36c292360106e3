/* Purchases that are told in paragraphs of their own. */
#include "reading_fixture.h"

/* ---- a paragraph each ---- */

static const Sample paragraphs[] = {
    {.language = "en",
     .body = "In March 2021 we bought 28 exam vouchers, invoice A-477, 2,772.00 EUR net. You credit us with 18.\n\nThe other one is of January 2021. It was 24 MOC, 3,960.00 EUR net, invoice A-185, and it should bring us 24 KPI.",
     .want = "m=3 y=2021 t=exam_voucher u=28 n=A-477 r=2772.00 EUR\nt=moc u=24 n=A-185 k=24 r=3960.00 EUR"},
    {.language = "es",
     .body = "En marzo de 2021 compramos 28 vales de examen, factura A-477, 2.772,00 EUR sin IVA. Nos han puesto 18.\n\nLuego está la de enero de 2021. Eran 24 MOC por 3.960,00 EUR sin IVA, factura A-185, y deberían darnos 24 de KPI.",
     .want = "m=3 y=2021 t=exam_voucher u=28 n=A-477 r=2772.00 EUR\nt=moc u=24 n=A-185 k=24 r=3960.00 EUR"},
    {.language = "de",
     .body = "Im März 2021 haben wir 28 Prüfungsgutscheine gekauft, Rechnung A-477, 2.772,00 EUR netto. Angezeigt werden 18.\n\nDie andere betrifft Januar 2021. Das waren 24 MOC für 3.960,00 EUR netto, Rechnung A-185, und sie sollten uns 24 KPI einbringen.",
     .want = "m=3 y=2021 t=exam_voucher u=28 n=A-477 r=2772.00 EUR\nm=1 y=2021 t=moc u=24 n=A-185 k=24 r=3960.00 EUR"},
    {.language = "fr",
     .body = "En mars 2021 nous avons acheté 28 bons d'examen, facture A-477, 2 772,00 EUR HT. Le tableau affiche 18.\n\nL'autre est de janvier 2021. C'étaient 24 MOC pour 3 960,00 EUR HT, facture A-185, ce qui devrait donner 24 KPI.",
     .want = "m=3 y=2021 t=exam_voucher u=28 n=A-477 r=2772.00 EUR\nm=1 y=2021 t=moc u=24 n=A-185 k=24 r=3960.00 EUR"},
    {.language = "it",
     .body = "A marzo 2021 abbiamo acquistato 28 voucher d'esame, fattura A-477, 2.772,00 EUR netti. La dashboard mostra 18.\n\nL'altra è di gennaio 2021. Erano 24 MOC per 3.960,00 EUR netti, fattura A-185, e dovrebbero darci 24 KPI.",
     .want = "m=3 y=2021 t=exam_voucher u=28 n=A-477 r=2772.00 EUR\nm=1 y=2021 t=moc u=24 n=A-185 k=24 r=3960.00 EUR"},
};

Test(wordings_paragraphs, paragraphs) {
    EXPECT_CLAIMS(paragraphs);
}
