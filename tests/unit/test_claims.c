/* Claims: what is read of a purchase, from whole tickets (contract section 3). */
#include "reading_fixture.h"

/* ---- lines with a label ---- */

#define FULL "m=1 y=2020 t=dmoc u=25 n=FC20-00318 k=25 r=3125.00 EUR"

static const Sample labelled[] = {
    {"Month: January\nYear: 2020\nOMLP type: dMOC\nPurchase unit: 25\nInvoice #: FC20-00318\nKPI value: 25\n"
     "Revenue value: 3,125.00 EUR\n",
     FULL},
    {"Month = 1\nYear = 2020\nOMLP type = digital MOC\nQuantity = 25 licences\nInvoice no. = FC20-00318\nKPI = 25\n"
     "Revenue = €3,125.00\n",
     FULL},
    {"Month - January\nYear - 2020\nProduct - dMOC\nUnits - 25\nInvoice number - FC20-00318\nKPI value - 25\n"
     "Revenue value - EUR 3,125.00",
     FULL},
    {"Month -> Jan\nYear -> 2020\nType -> dMOC\nQty -> 25\nInvoice -> FC20-00318\nKPIs -> 25\nAmount -> 3125.00 EUR", FULL},
    {"Month => Jan\nYear => 2020\nType => dMOC\nQty => 25\nInvoice => FC20-00318\nKPIs => 25\nAmount => 3125.00 EUR", FULL},
    {"Month ........ January\nYear ......... 2020\nType ......... dMOC\nUnits ........ 25\nInvoice # .... FC20-00318\n"
     "KPI value .... 25\nRevenue ...... 3125.00 EUR",
     FULL},
    {"Month\tJanuary\nYear\t2020\nOMLP type\tdMOC\nPurchase unit\t25\nInvoice #\tFC20-00318\nKPI value\t25\n"
     "Revenue value\t3125.00 EUR",
     FULL},
    {"Month         January\nYear          2020\nOMLP type     dMOC\nPurchase unit 25\nInvoice #     FC20-00318\n"
     "KPI value     25\nRevenue value 3125.00 EUR",
     FULL},
    {"Month | January\nYear | 2020\nOMLP type | dMOC\nPurchase unit | 25\nInvoice # | FC20-00318\nKPI value | 25\n"
     "Revenue value | 3125.00 EUR",
     FULL},
    {"* Month: January\n* Year: 2020\n* OMLP type: dMOC\n* Units: 25\n* Invoice: FC20-00318\n* KPI: 25\n* Revenue: EUR 3125.00",
     FULL},
    {"- Month: January\n- Year: 2020\n- OMLP type: dMOC\n- Units: 25\n- Invoice: FC20-00318\n- KPI: 25\n- Revenue: EUR 3125.00",
     FULL},
    {"1. Month: January\n2. Year: 2020\n3. OMLP type: dMOC\n4. Units: 25\n5. Invoice #: FC20-00318\n6. KPI value: 25\n"
     "7. Revenue value: EUR 3125.00",
     FULL},
    {"1) Month: January\n2) Year: 2020\n3) OMLP type: dMOC\n4) Units: 25\n5) Invoice #: FC20-00318\n6) KPI value: 25\n"
     "7) Revenue value: EUR 3125.00",
     FULL},
    {"*Month:* January\n*Year:* 2020\n*OMLP type:* dMOC\n*Units:* 25\n*Invoice #:* FC20-00318\n*KPI value:* 25\n"
     "*Revenue value:* EUR 3125.00",
     FULL},
    {"**Month**: January\n**Year**: 2020\n**OMLP type**: dMOC\n**Units**: 25\n**Invoice #**: FC20-00318\n**KPI value**: 25\n"
     "**Revenue value**: EUR 3125.00",
     FULL},
    {"MONTH: JANUARY\nYEAR: 2020\nOMLP TYPE: DMOC\nPURCHASE UNIT: 25\nINVOICE #: FC20-00318\nKPI VALUE: 25\nREVENUE VALUE: 3125.00 EUR",
     FULL},
    {"Purchase_Unit: 25\nInvoiceNumber: FC20-00318\nKPI-Value: 25\nRevenueValue: 3125.00 EUR\nomlp_type: dmoc\nmonth: 01\nyear: 2020",
     FULL},
    {"Revenue value : 3125.00 EUR\nKPI value : 25\nInvoice # : FC20-00318\nPurchase unit : 25\nOMLP type : dMOC\nYear : 2020\n"
     "Month : January",
     FULL},
    {"Month:\nJanuary\nYear:\n2020\nOMLP type:\ndMOC\nPurchase unit:\n25\nInvoice #:\nFC20-00318\nKPI value:\n25\n"
     "Revenue value:\nEUR 3125.00",
     FULL},
    {"Month\nJanuary\n\nYear\n2020\n\nOMLP type\ndMOC\n\nPurchase unit\n25\n\nInvoice #\nFC20-00318\n\nKPI value\n25\n\n"
     "Revenue value\nEUR 3125.00",
     FULL},
    {"Month: January, Year: 2020, OMLP type: dMOC, Purchase unit: 25, Invoice #: FC20-00318, KPI value: 25, Revenue value: "
     "EUR 3125.00",
     FULL},
    {"Month: January; Year: 2020; OMLP type: dMOC; Purchase unit: 25; Invoice #: FC20-00318; KPI value: 25; Revenue value: "
     "EUR 3125.00",
     FULL},
    {"Month=January | Year=2020 | Type=dMOC | Units=25 | Invoice=FC20-00318 | KPI=25 | Revenue=3125.00 EUR", FULL},
    {"Period: 01/2020\nProduct: digital MOC\nSeats: 25\nInvoice: FC20-00318\nKPI: 25\nNet amount: 3125.00 EUR", FULL},
    {"Month/Year: January 2020\nProduct: digital MOC\nQty: 25\nInv. no.: FC20-00318\nKPI: 25\nNet amount: 3125.00 EUR", FULL},
    {"Invoice date: 14 January 2020\nProduct: digital MOC\nQty: 25\nInv. no.: FC20-00318\nKPI: 25\nNet amount: 3125.00 EUR",
     FULL},
    {"Hello,\n\nplease check this purchase, it is missing on our dashboard.\n\nMonth: January\nYear: 2020\nOMLP type: dMOC\n"
     "Purchase unit: 25\nInvoice #: FC20-00318\nKPI value: 25\nRevenue value: 3125.00\nCurrency: EUR\n\nKind regards\nAmal Haddou",
     FULL},
    {"Mois : janvier\nAnnée : 2020\nType OMLP : dMOC\nUnité d’achat : 25\nFacture # : FC20-00318\n"
     "Valeur d’indicateur de performance clé : 25\nValeur de chiffre d’affaires : 3 125,00 €\n",
     FULL},
    {"Mois = janv.\nAnnée = 2020\nProduit = MOC numérique\nQuantité = 25 licences\nN° de facture = FC20-00318\nKPI = 25\n"
     "CA HT = 3.125,00 EUR\n",
     FULL},
    {"mois - janvier\nannee - 2020\ntype - dmoc\nqté - 25\nfacture n° - FC20-00318\nvaleur kpi - 25\nmontant ht - 3125,00 €", FULL},
    {"Mois ...... janvier\nAnnée ..... 2020\nType ...... dMOC\nQuantité .. 25\nFacture ... FC20-00318\nKPI ....... 25\n"
     "Montant ... 3125,00 EUR",
     FULL},
    {"Bonjour,\n\n- Mois : 01\n- Année : 2020\n- Type : dMOC\n- Nombre d'unités : 25\n- Numéro de facture : FC20-00318\n- KPI : 25\n"
     "- Montant HT : 3 125,00 euros\n\nCordialement,\nLéa",
     FULL},
    {"Période : janvier 2020\nType : dMOC\nUnités : 25\nN° facture : FC20-00318\nValeur KPI : 25\nRevenu : 3125,00 EUR", FULL},
    {"Date de facture : 14/01/2020\nType : dMOC\nUnités : 25\nFact. n° : FC20-00318\nValeur KPI : 25\nRevenu : 3125,00 EUR", FULL},
    {"Mois\njanvier\n\nAnnée\n2020\n\nType OMLP\ndMOC\n\nUnité d'achat\n25\n\nFacture #\nFC20-00318\n\nValeur KPI\n25\n\n"
     "Revenu\n3125,00 €",
     FULL},
    /* labels of another language */
    {"Hello, the figures below are wrong on our dashboard.\nMonat: Januar\nJahr: 2020\nOMLP-Typ: dMOC\nBestelleinheit: 25\n"
     "Rechnungsnr.: FC20-00318\nKPI-Wert: 25\nUmsatzwert: 3.125,00 EUR",
     FULL},
    {"Bonjour, merci de vérifier cet achat.\nMonth: janvier\nYear: 2020\nOMLP type: dMOC\nPurchase unit: 25\nInvoice #: FC20-00318\n"
     "KPI value: 25\nRevenue value: 3 125,00 €",
     FULL},
    /* answers below quoted questions */
    {"> Month\nJanuary\n> Year\n2020\n> OMLP type\ndMOC\n> Purchase unit\n25\n> Invoice #\nFC20-00318\n> KPI value\n25\n"
     "> Revenue value\n3125.00 EUR",
     FULL},
    {"> Month:\nJanuary\n> Year:\n2020\n> OMLP type:\ndMOC\n> Purchase unit:\n25\n> Invoice #:\nFC20-00318\n> KPI value:\n25\n"
     "> Revenue value:\n3125.00 EUR",
     FULL},
    {"> Mois ?\njanvier\n> Année ?\n2020\n> Type OMLP ?\ndMOC\n> Quantité ?\n25\n> N° de facture ?\nFC20-00318\n> Valeur KPI ?\n25\n"
     "> Revenu ?\n3125,00 €",
     FULL},
    /* placeholders */
    {"Month: January\nYear: 2020\nOMLP type: dMOC\nPurchase unit: n/a\nInvoice #: tbd\nKPI value: -\nRevenue value: see attached",
     "m=1 y=2020 t=dmoc"},
    {"Mois : janvier\nAnnée : 2020\nType OMLP : dMOC\nUnités : s.o.\nFacture # : inconnu\nKPI : -\nRevenu : N/A",
     "m=1 y=2020 t=dmoc"},
    /* label words in front of the number */
    {"Invoice: No. 4471-B\nUnits: 12\nKPI: 12", "u=12 n=4471-B k=12"},
    {"Invoice #: #4471-B\nUnits: 12\nKPI: 12", "u=12 n=4471-B k=12"},
    {"Facture : n° 4471-B\nUnités : 12\nKPI : 12", "u=12 n=4471-B k=12"},
    {"Invoice #: RG 20.0917\nUnits: 12\nKPI: 12", "u=12 n=RG 20.0917 k=12"},
    /* a value with a remark */
    {"Invoice #: 4471-B (dated 3 March 2020)\nUnits: 12\nKPI: 12", "m=3 y=2020 u=12 n=4471-B k=12"},
    {"Invoice #: 4471-B of 3 March 2020\nUnits: 12\nKPI: 12", "m=3 y=2020 u=12 n=4471-B k=12"},
    {"KPI value: 30 (the dashboard shows 24)\nInvoice #: 4471-B", "n=4471-B k=30"},
    {"KPI value: 30 instead of 24\nInvoice #: 4471-B", "n=4471-B k=30"},
    {"KPI value: should be 30, is 24\nInvoice #: 4471-B", "n=4471-B k=30"},
    {"Valeur KPI : 30 au lieu de 24\nFacture : 4471-B", "n=4471-B k=30"},
    {"Valeur KPI : 30 (24 affichés)\nFacture : 4471-B", "n=4471-B k=30"},
    /* a type outside the catalogue */
    {"OMLP type: Courseware Bundle Plus\nInvoice #: 4471-B\nUnits: 3", "t=Courseware Bundle Plus u=3 n=4471-B"},
    /* types of the catalogue */
    {"OMLP type: MOC On-Demand\nInvoice: A-101", "t=moc_on_demand n=A-101"},
    {"OMLP type: Custom MOC\nInvoice: A-101", "t=custom_moc n=A-101"},
    {"OMLP type: Microsoft Labs Online\nInvoice: A-101", "t=mlo n=A-101"},
    {"OMLP type: MTA courseware\nInvoice: A-101", "t=mta_courseware n=A-101"},
    {"OMLP type: exam voucher\nInvoice: A-101", "t=exam_voucher n=A-101"},
    {"OMLP type: Official practice test\nInvoice: A-101", "t=practice_test n=A-101"},
    {"OMLP type: printed MOC\nInvoice: A-101", "t=moc n=A-101"},
    {"Type OMLP : bons d'examen\nFacture : A-101", "t=exam_voucher n=A-101"},
    {"Type OMLP : tests d'entraînement\nFacture : A-101", "t=practice_test n=A-101"},
};

Test(claims, labelled) {
    EXPECT_CLAIMS(labelled);
}

/* ---- several purchases ---- */

#define TWO "m=1 y=2020 t=dmoc u=25 n=AX-1001 k=25 r=3125.00 EUR\nm=2 y=2020 t=moc u=8 n=AX-1002 k=8 r=960.50 EUR"

static const Sample blocks[] = {
    {"Month: January\nYear: 2020\nOMLP type: dMOC\nUnits: 25\nInvoice #: AX-1001\nKPI: 25\nRevenue: EUR 3125.00\n\n"
     "Month: February\nYear: 2020\nOMLP type: MOC\nUnits: 8\nInvoice #: AX-1002\nKPI: 8\nRevenue: EUR 960.50\n",
     TWO},
    {"Month: January\nYear: 2020\nOMLP type: dMOC\nUnits: 25\nInvoice #: AX-1001\nKPI: 25\nRevenue: EUR 3125.00\n"
     "Month: February\nYear: 2020\nOMLP type: MOC\nUnits: 8\nInvoice #: AX-1002\nKPI: 8\nRevenue: EUR 960.50\n",
     TWO},
    {"First purchase\n--------------\nInvoice #: AX-1001\nMonth: January\nYear: 2020\nType: dMOC\nQty: 25\nKPI: 25\nRevenue: EUR 3125.00\n\n"
     "Second purchase\n---------------\nInvoice #: AX-1002\nMonth: February\nYear: 2020\nType: MOC\nQty: 8\nKPI: 8\nRevenue: EUR 960.50\n",
     TWO},
    {"1) Invoice: AX-1001; Month: January; Year: 2020; Type: dMOC; Units: 25; KPI: 25; Revenue: EUR 3125.00\n"
     "2) Invoice: AX-1002; Month: February; Year: 2020; Type: MOC; Units: 8; KPI: 8; Revenue: EUR 960.50\n",
     TWO},
    {"Mois : janvier\nAnnée : 2020\nType : dMOC\nUnités : 25\nFacture : AX-1001\nKPI : 25\nMontant : 3125,00 EUR\n\n"
     "Mois : février\nAnnée : 2020\nType : MOC\nUnités : 8\nFacture : AX-1002\nKPI : 8\nMontant : 960,50 EUR\n",
     TWO},
    {"Achat 1\nFacture n° : AX-1001\nPériode : 01/2020\nProduit : dMOC\nQuantité : 25\nKPI : 25\nCA HT : 3125,00 EUR\n\n"
     "Achat 2\nFacture n° : AX-1002\nPériode : 02/2020\nProduit : MOC\nQuantité : 8\nKPI : 8\nCA HT : 960,50 EUR\n",
     TWO},
    /* said once for all */
    {"Both purchases were made in 2020 and are in EUR.\n\nInvoice #: AX-1001\nMonth: January\nType: dMOC\nUnits: 25\nKPI: 25\nRevenue: 3125.00 EUR\n\n"
     "Invoice #: AX-1002\nMonth: February\nType: MOC\nUnits: 8\nKPI: 8\nRevenue: 960.50 EUR\n",
     TWO},
    {"Year: 2020\nCurrency: EUR\n\nInvoice #: AX-1001\nMonth: January\nType: dMOC\nUnits: 25\nKPI: 25\nRevenue: 3125.00\n\n"
     "Invoice #: AX-1002\nMonth: February\nType: MOC\nUnits: 8\nKPI: 8\nRevenue: 960.50\n",
     TWO},
    /* left open: nothing of the other purchase holds */
    {"Invoice #: AX-1001\nMonth: January\nYear: 2020\nType: dMOC\nUnits: 25\nKPI: 25\nRevenue: EUR 3125.00\n\n"
     "Invoice #: AX-1002\nMonth: -\nYear: n/a\nType: MOC\nUnits: 8\nKPI: 8\nRevenue: EUR 960.50\n",
     "m=1 y=2020 t=dmoc u=25 n=AX-1001 k=25 r=3125.00 EUR\nt=moc u=8 n=AX-1002 k=8 r=960.50 EUR"},
    {"Facture : AX-1001\nPériode : janvier 2020\nType : dMOC\nQuantité : 25\nKPI : 25\nCA HT : 3125,00 EUR\n\n"
     "Facture : AX-1002\nPériode : ?\nType : MOC\nQuantité : 8\nKPI : 8\nCA HT : 960,50 EUR\n",
     "m=1 y=2020 t=dmoc u=25 n=AX-1001 k=25 r=3125.00 EUR\nt=moc u=8 n=AX-1002 k=8 r=960.50 EUR"},
    /* the same purchase twice */
    {"Invoice #: AX-1001\nMonth: January\nYear: 2020\nType: dMOC\nUnits: 25\nKPI: 25\nRevenue: EUR 3125.00\n\n"
     "Invoice #: AX-1001\nMonth: January\nYear: 2020\nType: dMOC\nUnits: 25\nKPI: 25\nRevenue: EUR 3125.00\n",
     "m=1 y=2020 t=dmoc u=25 n=AX-1001 k=25 r=3125.00 EUR !"},
    {"Invoice #: AX-1001\nMonth: January\nYear: 2020\nType: dMOC\nUnits: 25\nKPI: 25\nRevenue: EUR 3125.00\n\n"
     "Invoice #: ax 1001\nMonth: 01\nYear: 2020\nType: digital MOC\nUnits: 25\nKPI: 25\nRevenue: EUR 3,125.00\n",
     "m=1 y=2020 t=dmoc u=25 n=AX-1001 k=25 r=3125.00 EUR !"},
    /* one invoice over two items */
    {"Invoice #: AX-1001\nMonth: January\nYear: 2020\nType: dMOC\nUnits: 25\nKPI: 25\nRevenue: EUR 3125.00\n\n"
     "Invoice #: AX-1001\nMonth: January\nYear: 2020\nType: MOC\nUnits: 8\nKPI: 8\nRevenue: EUR 960.50\n",
     "m=1 y=2020 t=dmoc u=25 n=AX-1001 k=25 r=3125.00 EUR\nm=1 y=2020 t=moc u=8 n=AX-1001 k=8 r=960.50 EUR"},
};

Test(claims, blocks) {
    EXPECT_CLAIMS(blocks);
}

/* ---- tables ---- */

static const Sample tables[] = {
    {"Period\t\tCourse\t\tInvoice\t\t\nMonth\tYear\tOMLP type\tPurchase unit\tInvoice #\tKPI value\tRevenue value\n"
     "January\t2020\tdMOC\t25\tAX-1001\t25\t3125.00 EUR\nFebruary\t2020\tMOC\t8\tAX-1002\t8\t960.50 EUR",
     TWO},
    {"Month\tYear\tOMLP type\tPurchase unit\tInvoice #\tKPI value\tRevenue value\n"
     "January\t2020\tdMOC\t25\tAX-1001\t25\t3125.00 EUR\nFebruary\t2020\tMOC\t8\tAX-1002\t8\t960.50 EUR",
     TWO},
    {"| Month | Year | OMLP type | Units | Invoice # | KPI | Revenue (EUR) |\n|---|---|---|---|---|---|---|\n"
     "| Jan | 2020 | dMOC | 25 | AX-1001 | 25 | 3,125.00 |\n| Feb | 2020 | MOC | 8 | AX-1002 | 8 | 960.50 |",
     TWO},
    {"+-------+------+------+-------+---------+-----+----------+\n"
     "| Month | Year | Type | Units | Invoice | KPI | Revenue EUR |\n"
     "+-------+------+------+-------+---------+-----+----------+\n"
     "| Jan   | 2020 | dMOC | 25    | AX-1001 | 25  | 3125.00  |\n"
     "+-------+------+------+-------+---------+-----+----------+\n"
     "| Feb   | 2020 | MOC  | 8     | AX-1002 | 8   | 960.50   |\n"
     "+-------+------+------+-------+---------+-----+----------+\n",
     TWO},
    {"Month     Year  Type  Units  Invoice   KPI  Revenue\n"
     "January   2020  dMOC     25  AX-1001    25  3125.00 EUR\n"
     "February  2020  MOC       8  AX-1002     8  960.50 EUR\n",
     TWO},
    {"Month     Year  Type  Units  Invoice   KPI  Revenue\n"
     "--------  ----  ----  -----  --------  ---  -----------\n"
     "January   2020  dMOC     25  AX-1001    25  3125.00 EUR\n"
     "February  2020  MOC       8  AX-1002     8  960.50 EUR\n"
     "------------------------------------------------\n"
     "Total                    33             33  4085.50 EUR\n",
     TWO},
    {"Month;Year;Type;Units;Invoice;KPI;Revenue;Currency\nJanuary;2020;dMOC;25;AX-1001;25;3125.00;EUR\n"
     "February;2020;MOC;8;AX-1002;8;960.50;EUR\n",
     TWO},
    {"Hello,\n\nthese two purchases do not show on the dashboard:\n\n"
     "Invoice no.\tPeriod\tProduct\tQty\tKPIs\tNet amount (EUR)\nAX-1001\t01/2020\tdMOC\t25\t25\t3125.00\nAX-1002\t02/2020\tMOC\t8\t8\t960.50\n"
     "Total\t\t\t33\t33\t4085.50\n\nRegards\nTom",
     TWO},
    {"N° facture\tPériode\tProduit\tQté\tKPI\tMontant HT (€)\nAX-1001\tjanvier 2020\tdMOC\t25\t25\t3 125,00\n"
     "AX-1002\tfévrier 2020\tMOC\t8\t8\t960,50\nTotal\t\t\t33\t33\t4 085,50\n",
     TWO},
    {"| Mois | Année | Type | Unités | Facture | KPI | CA HT |\n| janv. | 2020 | dMOC | 25 | AX-1001 | 25 | 3 125,00 € |\n"
     "| févr. | 2020 | MOC | 8 | AX-1002 | 8 | 960,50 € |\n| Somme | | | 33 | | 33 | 4 085,50 € |",
     TWO},
    {"Mois      Année  Type   Qté  Facture   KPI  Montant HT\n"
     "janvier   2020   dMOC    25  AX-1001    25  3125,00 €\n"
     "février   2020   MOC      8  AX-1002     8  960,50 €\n",
     TWO},
    /* turned on its side */
    {"Month\tJanuary\tFebruary\nYear\t2020\t2020\nType\tdMOC\tMOC\nUnits\t25\t8\nInvoice #\tAX-1001\tAX-1002\nKPI\t25\t8\n"
     "Revenue\t3125.00 EUR\t960.50 EUR",
     TWO},
    {"| Month | January | February |\n|---|---|---|\n| Year | 2020 | 2020 |\n| Type | dMOC | MOC |\n| Units | 25 | 8 |\n"
     "| Invoice # | AX-1001 | AX-1002 |\n| KPI | 25 | 8 |\n| Revenue (EUR) | 3125.00 | 960.50 |",
     TWO},
    {"Month      January      February\nYear       2020         2020\nType       dMOC         MOC\nUnits      25           8\n"
     "Invoice #  AX-1001      AX-1002\nKPI        25           8\nRevenue    3125.00 EUR  960.50 EUR",
     TWO},
    {"\tLine 1\tLine 2\tTotal\nMonth\tJanuary\tFebruary\t\nYear\t2020\t2020\t\nType\tdMOC\tMOC\t\nUnits\t25\t8\t33\nInvoice #\tAX-1001\tAX-1002\t\n"
     "KPI\t25\t8\t33\nRevenue (EUR)\t3125.00\t960.50\t4085.50",
     TWO},
    {"Mois\tjanvier\tfévrier\nAnnée\t2020\t2020\nType\tdMOC\tMOC\nUnités\t25\t8\nN° facture\tAX-1001\tAX-1002\nKPI\t25\t8\n"
     "Montant HT\t3125,00 €\t960,50 €",
     TWO},
    /* a running number, an order number, a unit price and a gross amount are no details */
    {"No.\tInvoice\tOrder no.\tMonth\tYear\tType\tUnits\tUnit price\tKPI\tNet EUR\tGross EUR\n"
     "1\tAX-1001\tPO-77\tJan\t2020\tdMOC\t25\t125.00\t25\t3125.00\t3718.75\n2\tAX-1002\tPO-78\tFeb\t2020\tMOC\t8\t120.06\t8\t960.50\t1142.99",
     TWO},
    /* shown beside expected */
    {"Invoice\tMonth\tYear\tType\tUnits\tKPI on dashboard\tKPI expected\tRevenue EUR\nAX-1001\tJan\t2020\tdMOC\t25\t20\t25\t3125.00\n"
     "AX-1002\tFeb\t2020\tMOC\t8\t0\t8\t960.50",
     TWO},
    {"Invoice\tMonth\tYear\tType\tUnits\tExpected KPI\tDashboard KPI\tRevenue EUR\nAX-1001\tJan\t2020\tdMOC\t25\t25\t20\t3125.00\n"
     "AX-1002\tFeb\t2020\tMOC\t8\t8\t0\t960.50",
     TWO},
    {"Facture\tMois\tAnnée\tType\tUnités\tKPI affiché\tKPI attendu\tCA HT EUR\nAX-1001\t01\t2020\tdMOC\t25\t20\t25\t3125,00\n"
     "AX-1002\t02\t2020\tMOC\t8\t0\t8\t960,50",
     TWO},
    /* two columns of one purchase against each other */
    {"Invoice AX-1001, January 2020, dMOC:\n\n\tDashboard\tOur records\nUnits\t20\t25\nKPI\t20\t25\nRevenue\t2500.00 EUR\t3125.00 EUR",
     "m=1 y=2020 t=dmoc u=25 n=AX-1001 k=25 r=3125.00 EUR"},
    {"Detail | KPI dashboard | Our records\nMonth | January | January\nYear | 2020 | 2020\nType | dMOC | dMOC\nUnits | 20 | 25\n"
     "Invoice # | AX-1001 | AX-1001\nKPI | 20 | 25\nRevenue | 2500.00 EUR | 3125.00 EUR",
     "m=1 y=2020 t=dmoc u=25 n=AX-1001 k=25 r=3125.00 EUR"},
    {"Facture AX-1001, janvier 2020, dMOC :\n\n\tTableau de bord\tNos chiffres\nUnités\t20\t25\nKPI\t20\t25\nMontant HT\t2500,00 €\t3125,00 €",
     "m=1 y=2020 t=dmoc u=25 n=AX-1001 k=25 r=3125.00 EUR"},
    /* details said once beside the table */
    {"All of these are dMOC purchases of January 2020, amounts in EUR.\n\nInvoice\tUnits\tKPI\tRevenue\nAX-1001\t25\t25\t3125.00\nAX-1002\t8\t8\t960.50",
     "m=1 y=2020 t=dmoc u=25 n=AX-1001 k=25 r=3125.00 EUR\nm=1 y=2020 t=dmoc u=8 n=AX-1002 k=8 r=960.50 EUR"},
    {"Tous ces achats de dMOC datent de janvier 2020, montants en euros.\n\nFacture\tUnités\tKPI\tMontant HT\nAX-1001\t25\t25\t3125,00\n"
     "AX-1002\t8\t8\t960,50",
     "m=1 y=2020 t=dmoc u=25 n=AX-1001 k=25 r=3125.00 EUR\nm=1 y=2020 t=dmoc u=8 n=AX-1002 k=8 r=960.50 EUR"},
    /* cells left empty, placeholders */
    {"Invoice\tMonth\tYear\tType\tUnits\tKPI\tRevenue\nAX-1001\tJan\t2020\tdMOC\t25\t\tn/a\nAX-1002\t\t2020\tMOC\t8\t8\t-",
     "m=1 y=2020 t=dmoc u=25 n=AX-1001\ny=2020 t=moc u=8 n=AX-1002 k=8"},
    /* one row twice */
    {"Invoice\tMonth\tYear\tType\tUnits\tKPI\tRevenue\nAX-1001\tJan\t2020\tdMOC\t25\t25\t3125.00 EUR\nAX-1001\tJan\t2020\tdMOC\t25\t25\t3125.00 EUR",
     "m=1 y=2020 t=dmoc u=25 n=AX-1001 k=25 r=3125.00 EUR !"},
    /* the text repeats the table */
    {"Please check invoice AX-1001 of January 2020.\n\nInvoice\tMonth\tYear\tType\tUnits\tKPI\tRevenue\nAX-1001\tJan\t2020\tdMOC\t25\t25\t3125.00 EUR",
     "m=1 y=2020 t=dmoc u=25 n=AX-1001 k=25 r=3125.00 EUR"},
    /* text and table at odds */
    {"Invoice AX-1001 was for 30 units of dMOC in January 2020.\n\nInvoice\tMonth\tYear\tType\tUnits\tKPI\tRevenue\n"
     "AX-1001\tJan\t2020\tdMOC\t25\t25\t3125.00 EUR\nAX-1002\tFeb\t2020\tMOC\t8\t8\t960.50 EUR",
     "m=1 y=2020 t=dmoc u=? n=AX-1001 k=25 r=3125.00 EUR\nm=2 y=2020 t=moc u=8 n=AX-1002 k=8 r=960.50 EUR"},
};

Test(claims, tables) {
    EXPECT_CLAIMS(tables);
}

/* ---- sentences ---- */

static const Sample prose[] = {
    {"We bought 25 dMOC licences in January 2020 under invoice FC20-00318 for 3,125.00 EUR, which should give 25 KPIs.", FULL},
    {"In January 2020 we purchased 25 seats of digital MOC (invoice no. FC20-00318). The revenue was €3,125.00 and we expected 25 KPIs.",
     FULL},
    {"Our purchase is missing on the dashboard. It was bought in January 2020. We took 25 units of dMOC.\n\nThe invoice number is FC20-00318. "
     "The KPI value is 25, the revenue value 3125.00 EUR.",
     FULL},
    {"Invoice FC20-00318, dated 14 January 2020, covers 25 dMOC for EUR 3,125.00; 25 KPIs are missing.", FULL},
    {"25 x dMOC, January 2020, invoice FC20-00318, 25 KPIs, EUR 3125.00 - not on the dashboard!", FULL},
    {"dMOC x 25 / January 2020 / invoice FC20-00318 / KPI 25 / 3125.00 EUR", FULL},
    {"Nous avons acheté 25 licences dMOC en janvier 2020, facture FC20-00318, pour 3 125,00 € HT, soit 25 KPI.", FULL},
    {"La facture n° FC20-00318 du 14 janvier 2020 porte sur 25 dMOC pour un montant de 3 125,00 €. Il nous manque 25 KPI.", FULL},
    {"En janvier 2020, nous avons acheté des MOC numériques : 25 unités. La facture porte le numéro FC20-00318. Le chiffre d'affaires "
     "est de 3 125,00 EUR et la valeur KPI devrait être de 25.",
     FULL},
    {"25 dMOC, janvier 2020, facture FC20-00318, 25 KPI, 3125,00 EUR : rien sur le tableau de bord.", FULL},
    /* number words */
    {"We bought ten exam vouchers in March 2020, invoice B-2041.", "m=3 y=2020 t=exam_voucher u=10 n=B-2041"},
    {"Nous avons acheté dix bons d'examen en mars 2020, facture B-2041.", "m=3 y=2020 t=exam_voucher u=10 n=B-2041"},
    /* several in sentences */
    {"Invoice AX-1001 of January 2020 was for 25 dMOC, 25 KPIs and 3125.00 EUR. Invoice AX-1002 of February 2020 was for 8 MOC, 8 KPIs "
     "and 960.50 EUR.",
     TWO},
    {"La facture AX-1001 de janvier 2020 concerne 25 dMOC, 25 KPI et 3125,00 EUR. La facture AX-1002 de février 2020 concerne 8 MOC, "
     "8 KPI et 960,50 EUR.",
     TWO},
    {"- AX-1001: January 2020, 25 dMOC, 25 KPIs, 3125.00 EUR\n- AX-1002: February 2020, 8 MOC, 8 KPIs, 960.50 EUR", TWO},
    {"Two invoices are missing:\n1. Invoice AX-1001, January 2020, 25 dMOC, KPI 25, EUR 3125.00\n"
     "2. Invoice AX-1002, February 2020, 8 MOC, KPI 8, EUR 960.50",
     TWO},
    {"Two purchases of February 2020 are missing: 12 MLO on invoice 88123 (EUR 480, 12 KPIs) and 7 MLO on invoice 88124 (EUR 280, "
     "7 KPIs).",
     "m=2 y=2020 t=mlo u=12 n=88123 k=12 r=480 EUR\nm=2 y=2020 t=mlo u=7 n=88124 k=7 r=280 EUR"},
    {"Facture 88123\nmars 2020\n12 bons d'examen\n12 KPI\n1 440,50 €", "m=3 y=2020 t=exam_voucher u=12 n=88123 k=12 r=1440.50 EUR"},
    {"Invoice 88123\nMarch 2020\n12 exam vouchers\n12 KPIs\n1,440.50 EUR", "m=3 y=2020 t=exam_voucher u=12 n=88123 k=12 r=1440.50 EUR"},
    {"Deux factures manquent :\n- facture AX-1001, janvier 2020, 25 dMOC, KPI 25, 3125,00 €\n- facture AX-1002, février 2020, 8 MOC, "
     "KPI 8, 960,50 €",
     TWO},
    {"Invoices 88123 and 88124 of January 2020 for MLO are missing on the dashboard.", "m=1 y=2020 t=mlo n=88123\nm=1 y=2020 t=mlo n=88124"},
    {"Facture 88123 du 12/02/2020 - 12 MLO - 12 KPI - 480,00 EUR\nFacture 88124 du 19/02/2020 - 7 MLO - 7 KPI - 280,00 EUR",
     "m=2 y=2020 t=mlo u=12 n=88123 k=12 r=480.00 EUR\nm=2 y=2020 t=mlo u=7 n=88124 k=7 r=280.00 EUR"},
    {"Invoices AX-1001 and AX-1002 of January 2020 are missing on the dashboard.", "m=1 y=2020 n=AX-1001\nm=1 y=2020 n=AX-1002"},
    {"Les factures AX-1001 et AX-1002 de janvier 2020 manquent sur le tableau de bord.", "m=1 y=2020 n=AX-1001\nm=1 y=2020 n=AX-1002"},
    /* shown against expected */
    {"For invoice AX-1001 the dashboard shows 20 KPIs instead of 25.", "n=AX-1001 k=25"},
    {"For invoice AX-1001 the dashboard says 20 instead of 25 KPIs.", "n=AX-1001 k=25"},
    {"Invoice AX-1001: we should have 25 KPIs but the dashboard only shows 20.", "n=AX-1001 k=25"},
    {"Invoice AX-1001: the dashboard displays 20 KPIs, it should be 25.", "n=AX-1001 k=25"},
    {"Invoice AX-1001: instead of 25 KPIs only 20 are shown.", "n=AX-1001 k=25"},
    {"Invoice AX-1001: dashboard: 20 KPIs. Expected: 25 KPIs.", "n=AX-1001 k=25"},
    {"Dashboard: 20 KPIs, 2,500.00 EUR.\nCorrect: 25 KPIs, 3,125.00 EUR (invoice AX-1001).", "n=AX-1001 k=25 r=3125.00 EUR"},
    {"Invoice AX-1001: the revenue shown is 2,500.00 EUR although we paid 3,125.00 EUR.", "n=AX-1001 r=3125.00 EUR"},
    {"The dashboard shows 20 units for invoice AX-1001 while the invoice is for 25 units of dMOC.", "t=dmoc u=25 n=AX-1001"},
    {"Pour la facture AX-1001, le tableau de bord affiche 20 KPI au lieu de 25.", "n=AX-1001 k=25"},
    {"Facture AX-1001 : le tableau de bord indique 20 KPI, or cela devrait être 25.", "n=AX-1001 k=25"},
    {"Facture AX-1001 : nous devrions avoir 25 KPI mais le tableau de bord n'en affiche que 20.", "n=AX-1001 k=25"},
    {"Facture AX-1001 : au lieu de 25 KPI, seuls 20 sont affichés.", "n=AX-1001 k=25"},
    {"Facture AX-1001 : 25 KPI attendus, 20 affichés.", "n=AX-1001 k=25"},
    {"Facture AX-1001 : chiffre d'affaires affiché 2 500,00 €, attendu 3 125,00 €.", "n=AX-1001 r=3125.00 EUR"},
    {"In the KPI dashboard I see 9 KPIs for invoice 88123, it should be 12.", "n=88123 k=12"},
    {"Sur le tableau de bord je vois 9 KPI pour la facture 88123, le bon chiffre est 12.", "n=88123 k=12"},
    {"We purchased MOC On-Demand, 12 seats, on invoice 2021/117 dated 4 Feb 2021; total CHF 1'250.00 net of VAT. KPI should read 12 but "
     "reads 9.",
     "m=2 y=2021 t=moc_on_demand u=12 n=2021/117 k=12 r=1250.00 CHF"},
    {"Hello, the KPI value for January 2020 should be 30 instead of 20 for 30 dMOC (invoice 88123, 3,600.00 USD).",
     "m=1 y=2020 t=dmoc u=30 n=88123 k=30 r=3600.00 USD"},
    /* corrections and denials */
    {"It was billed in February, not January 2020 (invoice 88123, 12 MLO).", "m=2 y=2020 t=mlo u=12 n=88123"},
    {"Facturé en février et non en janvier 2020 (facture 88123, 12 MLO).", "m=2 y=2020 t=mlo u=12 n=88123"},
    {"Invoice AX-1001, March 2019, 25 dMOC. Sorry, 2020, not 2019.", "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    {"Invoice AX-1001, March 2020, 52 dMOC. Correction: 25 units.", "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    {"Invoice AX-1001 is for 52 dMOC of March 2020.\n\nPS: I meant 25 dMOC, not 52.", "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    {"Units: 52\nInvoice #: AX-1001\n\nSorry, typo: the units are 25, not 52.", "u=25 n=AX-1001"},
    {"Invoice AX-1010 (not AX-1001) of March 2020, 25 dMOC.", "m=3 y=2020 t=dmoc u=25 n=AX-1010"},
    {"Facture AX-1001, mars 2019, 25 dMOC. Pardon, 2020 et non 2019.", "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    {"Facture AX-1001, mars 2020, 52 dMOC. Erratum : il s'agit de 25 unités et non de 52.", "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    {"Unités : 52\nFacture : AX-1001\n\nDésolé, je voulais dire 25 unités, pas 52.", "u=25 n=AX-1001"},
    /* net and gross, unit price */
    {"Invoice AX-1001: 25 dMOC, 3,125.00 EUR net, 3,718.75 EUR gross.", "t=dmoc u=25 n=AX-1001 r=3125.00 EUR"},
    {"Invoice AX-1001: 25 dMOC, 3,718.75 EUR incl. VAT (3,125.00 EUR excl. VAT).", "t=dmoc u=25 n=AX-1001 r=3125.00 EUR"},
    {"Invoice AX-1001\nRevenue (gross): 3,718.75 EUR\nRevenue (net): 3,125.00 EUR", "n=AX-1001 r=3125.00 EUR"},
    {"Invoice AX-1001\nTotal incl. VAT: 3,718.75 EUR", "n=AX-1001 r=3718.75 EUR"},
    {"Facture AX-1001 : 25 dMOC, 3 125,00 € HT, 3 750,00 € TTC.", "t=dmoc u=25 n=AX-1001 r=3125.00 EUR"},
    {"Facture AX-1001\nMontant TTC : 3 750,00 €\nMontant HT : 3 125,00 €", "n=AX-1001 r=3125.00 EUR"},
    {"Invoice AX-1001: 25 dMOC at 125.00 EUR each, 3,125.00 EUR in total.", "t=dmoc u=25 n=AX-1001 r=3125.00 EUR"},
    {"Facture AX-1001 : 25 dMOC à 125,00 € l'unité, soit 3 125,00 € au total.", "t=dmoc u=25 n=AX-1001 r=3125.00 EUR"},
    {"Invoice AX-1001: 25 dMOC, revenue 0 EUR, as they were free.", "t=dmoc u=25 n=AX-1001 r=0 EUR"},
    /* numbers that are none */
    {"Our order 4500019283 was invoiced as AX-1001 in March 2020: 25 dMOC.", "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    {"Purchase order PO-88231, invoice AX-1001, March 2020, 25 dMOC. Customer no. 771200. Phone +44 161 496 0302.",
     "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    {"Order no.: PO-88231\nCustomer number: 771200\nTel.: 0161 496 0302\nVAT no.: GB 999 0001 73\nInvoice #: AX-1001\nUnits: 25", "u=25 n=AX-1001"},
    {"Commande n° CMD-88231, facture AX-1001, mars 2020, 25 dMOC. Client n° 771200. Tél. 01 99 00 12 34.", "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    {"N° de commande : CMD-88231\nN° client : 771200\nTél. : 01 99 00 12 34\nN° TVA : FR 00 999000173\nFacture # : AX-1001\nUnités : 25",
     "u=25 n=AX-1001"},
    {"We bought 25 dMOC in March 2020, order confirmation OC-7781.", "m=3 y=2020 t=dmoc u=25"},
    {"Nous avons acheté 25 dMOC en mars 2020, confirmation de commande OC-7781.", "m=3 y=2020 t=dmoc u=25"},
    /* dates: relative, of the invoice, of other events */
    {"Last month we bought 25 dMOC, invoice AX-1001.", "m=2 y=2021 t=dmoc u=25 n=AX-1001"},
    {"In December last year we bought 25 dMOC, invoice AX-1001.", "m=12 y=2020 t=dmoc u=25 n=AX-1001"},
    {"Last November we bought 25 dMOC, invoice AX-1001.", "m=11 y=2020 t=dmoc u=25 n=AX-1001"},
    {"In November we bought 25 dMOC, invoice AX-1001/2020.", "m=11 t=dmoc u=25 n=AX-1001/2020"},
    {"Le mois dernier nous avons acheté 25 dMOC, facture AX-1001.", "m=2 y=2021 t=dmoc u=25 n=AX-1001"},
    {"En novembre dernier nous avons acheté 25 dMOC, facture AX-1001.", "m=11 y=2020 t=dmoc u=25 n=AX-1001"},
    {"En décembre de l'année dernière nous avons acheté 25 dMOC, facture AX-1001.", "m=12 y=2020 t=dmoc u=25 n=AX-1001"},
    {"Invoice AX-1001 of 4 March 2020, paid on 2 April 2020, 25 dMOC.", "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    {"We ordered on 27 February 2020; the invoice AX-1001 is dated 4 March 2020 (25 dMOC).", "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    {"Facture AX-1001 du 4 mars 2020, payée le 2 avril 2020, 25 dMOC.", "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    {"Facture AX-1001 du 04/03/2020 pour 25 dMOC.", "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    {"Invoice AX-1001 of 2020-03-04 for 25 dMOC.", "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    {"Invoice AX-1001 of 04/03/2020 for 25 dMOC.", "m=? y=2020 t=dmoc u=25 n=AX-1001"},
    {"Invoice AX-1001 of 04/03/2020 for 25 dMOC, that is in March.", "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    {"Invoice AX-1001 of 24/03/2020 for 25 dMOC.", "m=3 y=2020 t=dmoc u=25 n=AX-1001"},
    /* two values that nothing settles */
    {"Invoice 88123 (Feb 2020): 12 MLO, 12 KPI, EUR 480. Invoice 88124 (Mar 2020, next month): 7 MLO, 7 KPI, EUR 280.",
     "m=2 y=2020 t=mlo u=12 n=88123 k=12 r=480 EUR\nm=3 y=2020 t=mlo u=7 n=88124 k=7 r=280 EUR"},
    {"Invoice #: AX-1001\nKPI value: 25\n\nWe count 30 KPIs for invoice AX-1001.", "n=AX-1001 k=?"},
    {"Invoice AX-1001: 25 units of dMOC. Units: 30", "t=dmoc u=? n=AX-1001"},
    {"Facture : AX-1001\nKPI : 25\n\nNous comptons 30 KPI pour la facture AX-1001.", "n=AX-1001 k=?"},
    {"Revenue: 3.125 USD\nInvoice #: AX-1001", "n=AX-1001 r=3125 USD"},
};

Test(claims, prose) {
    EXPECT_CLAIMS(prose);
}
