/* Wordings that look like what is shown, asked for or counted in all, and tell what was bought. */
#include "reading_fixture.h"

/* ---- the dashboard misses it ---- */

static const Sample missed[] = {
    {"Dashboard misses our INV-4471 25 dMOC from January 2021, 1,250 EUR, KPI 25.", "m=1 y=2021 t=dmoc u=25 n=INV-4471 k=25 r=1250 EUR"},
    {"Dashboard forgets invoice INV-4471 25 dMOC from January 2021, KPI 25.", "m=1 y=2021 t=dmoc u=25 n=INV-4471 k=25"},
    {.language = "fr", .body = "Le tableau de bord oublie la facture FA-4471 25 dMOC janvier 2021, KPI 25.", .want = "m=1 y=2021 t=dmoc u=25 n=FA-4471 k=25"},
    {.language = "de", .body = "Das Dashboard ignoriert Rechnung RE-4471 25 dMOC, Januar 2021, KPI 25.", .want = "m=1 y=2021 t=dmoc u=25 n=RE-4471 k=25"},
    {.language = "es", .body = "El panel omite la factura FA-4471 25 dMOC, enero de 2021, KPI 25.", .want = "m=1 y=2021 t=dmoc u=25 n=FA-4471 k=25"},
};

Test(wordings_spared, missed) {
    EXPECT_CLAIMS(missed);
}

/* ---- what is not shown correctly is told behind the colon ---- */

static const Sample told_behind[] = {
    {"Invoice INV-4471, January 2021, KPI 25, 1,250 EUR. The following is not displayed correctly: 25 dMOC.", "m=1 y=2021 t=dmoc u=25 n=INV-4471 k=25 r=1250 EUR"},
    {"January 2021, KPI 25, 1,250 EUR. Our purchase is not displayed correctly: 25 units of dMOC on INV-4471.", "m=1 y=2021 t=dmoc u=25 n=INV-4471 k=25 r=1250 EUR"},
    {.language = "es", .body = "Factura FA-4471, enero de 2021, dMOC, KPI 25. Nuestra compra no aparece correctamente: 25 unidades.", .want = "m=1 y=2021 t=dmoc u=25 n=FA-4471 k=25"},
    {.language = "it", .body = "Fattura FT-4471, gennaio 2021, dMOC, KPI 25. Il nostro acquisto non appare correttamente: 25 unità.", .want = "m=1 y=2021 t=dmoc u=25 n=FT-4471 k=25"},
    {.language = "pt-BR", .body = "Fatura FT-4471, janeiro de 2021, dMOC, KPI 25. A nossa compra não aparece corretamente: 25 unidades.", .want = "m=1 y=2021 t=dmoc u=25 n=FT-4471 k=25"},
    {.language = "zh-CN", .body = "发票FP-4471，2021年1月，KPI 25。我们的采购显示有误：25个dMOC。", .want = "m=1 y=2021 t=dmoc u=25 n=FP-4471 k=25"},
    {"Invoice INV-4471, January 2021, 25 dMOC, 1,250 EUR. The KPI is not shown correctly: 20 units.", "m=1 y=2021 t=dmoc u=25 n=INV-4471 r=1250 EUR"},
    {"Invoice INV-4471, January 2021, 25 dMOC, 1,250 EUR. The KPI of invoice INV-4471 is not shown correctly: 20.", "m=1 y=2021 t=dmoc u=25 n=INV-4471 r=1250 EUR"},
    {"Invoice INV-4471, January 2021, 25 dMOC, KPI 25. The units are not shown correctly: 20 units.", "m=1 y=2021 t=dmoc u=25 n=INV-4471 k=25"},
};

Test(wordings_spared, told_behind) {
    EXPECT_CLAIMS(told_behind);
}

/* ---- a correction is asked for, and given ---- */

static const Sample given[] = {
    {.language = "de", .body = "RE-4471, Januar 2021, 20 dMOC, 1.250 EUR netto, KPI 25. Bitte um Korrektur, es sind 25 Stück.", .want = "m=1 y=2021 t=dmoc u=25 n=RE-4471 k=25 r=1250 EUR"},
    {.language = "de", .body = "RE-4471, Januar 2021, 20 dMOC, 1.250 EUR netto, KPI 25. Ich bitte die Korrektur zu beachten: 25 Stück.", .want = "m=1 y=2021 t=dmoc u=25 n=RE-4471 k=25 r=1250 EUR"},
    {.language = "fr", .body = "FA-4471, janvier 2021, 20 dMOC, 1 250 EUR HT, KPI 25. Je vous prie de noter la correction, 25 unités.", .want = "m=1 y=2021 t=dmoc u=25 n=FA-4471 k=25 r=1250 EUR"},
    {.language = "es", .body = "FA-4471, enero de 2021, 20 dMOC, KPI 25. Por favor anoten la corrección, son 25 unidades.", .want = "m=1 y=2021 t=dmoc u=25 n=FA-4471 k=25"},
    {"INV-4471, January 2021, 25 dMOC, KPI 20. I would like to make a correction, KPI is 25.", "m=1 y=2021 t=dmoc u=25 n=INV-4471 k=25"},
    {"INV-4471, January 2021, 25 dMOC, KPI 25. Please make the correction, 20 units are shown.", "m=1 y=2021 t=dmoc u=25 n=INV-4471 k=25"},
};

Test(wordings_spared, given) {
    EXPECT_CLAIMS(given);
}

/* ---- "in total" counts other things ---- */

static const Sample in_total[] = {
    {"We bought dMOC for 1,250 in total on INV-4471 in January 2021, 25 units, KPI 25.", "m=1 y=2021 t=dmoc u=25 n=INV-4471 k=25"},
    {"We bought dMOC in January 2021, INV-4471, 3 invoices in total, 25 units, KPI 25.", "m=1 y=2021 t=dmoc u=25 n=INV-4471 k=25"},
    {"We bought dMOC for 3 courses in total in January 2021, INV-4471, 25 units, KPI 25.", "m=1 y=2021 t=dmoc u=25 n=INV-4471 k=25"},
    {"We bought dMOC in January 2021, 70 in total, of which 40 on INV-4471 (KPI 40) and 30 on INV-4472 (KPI 30).", "m=1 y=2021 t=dmoc n=INV-4471 k=40\nt=dmoc n=INV-4472 k=30"},
};

Test(wordings_spared, in_total) {
    EXPECT_CLAIMS(in_total);
}
