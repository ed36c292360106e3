/* German as partners of Germany, Austria and Switzerland write it. */
#include "reading_fixture.h"

#include "parsers/kind.h"

/* ---- lines with a label ---- */

static const Sample labelled[] = {
    {"Monat: Januar\nJahr: 2020\nOMLP-Typ: dMOC\nBestelleinheit: 25\nRechnungsnr.: RE-2020-118\nKPI-Wert: 25\n"
     "Umsatzwert: 3.125,00 EUR",
     "m=1 y=2020 t=dmoc u=25 n=RE-2020-118 k=25 r=3125.00 EUR"},
    {"Rechnungsmonat: Jänner 2020\nProdukt: digitale MOC\nMenge: 25 Stk.\nRg.-Nr.: 20-118\nKPI: 25\nBetrag netto: € 3.125,-",
     "m=1 y=2020 t=dmoc u=25 n=20-118 k=25 r=3125 EUR"},
    {"Zeitraum: 01/2020\nProdukt: dMOC-Lizenzen\nAnzahl Lizenzen: 25\nRechnungs-Nr: 118\nKPI-Punkte: 25\nTotal exkl. MwSt.: CHF 3'125.–",
     "m=1 y=2020 t=dmoc u=25 n=118 k=25 r=3125 CHF"},
    {"Rechnungsnummernangabe: RE-2020-118\nMengenangabe: 25\nUmsatzangabe: 3.125,00 €\nMonatsangabe: Jänner\nJahresangabe: 2020",
     "m=1 y=2020 u=25 n=RE-2020-118 r=3125.00 EUR"},
    {"Re-Nr: RE-2020-118\nRechnungsdatum: 14.01.2020\nStückzahl: 25\nArtikel: MOC On-Demand\nKPI (Soll): 25\nNettobetrag: 3.125,00",
     "m=1 y=2020 t=moc_on_demand u=25 n=RE-2020-118 k=25 r=3125.00"},
    {"Monat/Jahr: Dez. 2019\nOMLP Typ: Prüfungsgutscheine\nBestelleinheiten: 12\nRechnung Nr. 4711\nKPI-Wert = 12\nUmsatz = 1188 EUR",
     "m=12 y=2019 t=exam_voucher u=12 n=4711 k=12 r=1188 EUR"},
    {"Rechnungsbetrag: 1'250.– CHF\nRechnungsnummer: ZH-99/21\nStk: 10\nMonat: Feber\nJahr: 2021\nTyp: MLO\nKPI: 10",
     "m=2 y=2021 t=mlo u=10 n=ZH-99/21 k=10 r=1250 CHF"},
    {"Rechn.-Nr.: AR21/0044\nMonat: 2\nJahr: 2021\nTyp: Übungstests\nAnz.: 8\nKPI: 8\nNetto: 320,00 EUR\nBrutto: 384,00 EUR",
     "m=2 y=2021 t=practice_test u=8 n=AR21/0044 k=8 r=320.00 EUR"},
    {"Rechnungsbeleg: 900455\nKaufdatum: 3. März 2021\nKursunterlage: MTA-Kursunterlagen\nMenge: 30\nKPI-Wert: 30\nUmsatz: EUR 4.470,-",
     "m=3 y=2021 t=mta_courseware u=30 n=900455 k=30 r=4470 EUR"},
    {"Fakturanummer: F-77\nAusstellungsdatum: 3.3.21\nBezeichnung: MOC gedruckt\nLiefermenge: 5\nKPI-Wert: k. A.\nRechnungssumme netto: 500,--",
     "m=3 y=2021 t=moc u=5 n=F-77 r=500"},
};

Test(german, labelled) {
    EXPECT_CLAIMS(labelled);
}

/* ---- sentences ---- */

static const Sample sentences[] = {
    {"Guten Tag,\n\nauf unserem KPI-Dashboard fehlt die Rechnung RE-2020-118 vom Januar 2020 über 25 dMOC (Umsatz 3.125,00 EUR, KPI 25).\n\n"
     "Mit freundlichen Grüßen\nJana Vogt",
     "m=1 y=2020 t=dmoc u=25 n=RE-2020-118 k=25 r=3125.00 EUR"},
    {"Wir haben im Februar 2021 zwölf Prüfungsgutscheine für insgesamt 1.188,00 € gekauft (Rechnungsnummer 88123). Der KPI-Wert müsste 12 sein.",
     "m=2 y=2021 t=exam_voucher u=12 n=88123 k=12 r=1188.00 EUR"},
    {"Das Dashboard zeigt für Rechnung 4711 statt 25 nur 20 Einheiten an.", "u=25 n=4711"},
    {"Bei der Rechnung 4711 werden 20 KPIs angezeigt, richtig wären 25.", "n=4711 k=25"},
    {"Laut Dashboard sind es 20 KPI, laut unserer Rechnung 4711 aber 25.", "n=4711 k=25"},
    {"Rechnung 4711: angezeigt werden 20, es müssten aber 25 KPIs sein.", "n=4711 k=25"},
    {"Der Umsatz der Rechnung RE-9 beträgt 2.500,00 EUR und nicht 2.050,00 EUR wie angezeigt.", "n=RE-9 r=2500.00 EUR"},
    {"Statt 20 sollten es 25 KPIs für Rechnung RE-9 sein.", "n=RE-9 k=25"},
    {"Im Dashboard stehen 20 statt der 25 Lizenzen aus Rechnung RE-9.", "u=25 n=RE-9"},
    {"Entschuldigung, der Kauf war 2020, nicht 2019. Rechnung RE-9 vom März.", "m=3 y=2020 n=RE-9"},
    {"Letzten Monat kauften wir 25 dMOC, Rechnung RE-9.", "m=2 y=2021 t=dmoc u=25 n=RE-9"},
    {"Im Dezember letzten Jahres haben wir 10 MLO bezogen, Rg. 5512.", "m=12 y=2020 t=mlo u=10 n=5512"},
    {"Die Rechnung mit der Nummer 2020/0815 ist vom 15. Jänner 2020.", "m=1 y=2020 n=2020/0815"},
    {"Es geht um die Rechnung Nr. 2020-0815 (Auftragsnummer 99812) vom 04.01.2020 über 3'125.50 CHF für 25 Lizenzen dMOC.",
     "m=1 y=2020 t=dmoc u=25 n=2020-0815 r=3125.50 CHF"},
    {"Bestellung 4500012345 vom 2. Januar, Rechnung RE-9 vom 14. Januar 2020, 25 Stück zu je 125 €, gesamt 3.125 €.",
     "m=1 y=2020 u=25 n=RE-9 r=3125 EUR"},
    {"Zur Rechnung RE-9 gehören 25 dMOC-Lizenzen; KPI-Wert 25, Umsatzwert 0,00 EUR.", "t=dmoc u=25 n=RE-9 k=25 r=0.00 EUR"},
    {"bezugnehmend auf Rechnung Nr. RE/2021/03-7: 15 Exemplare gedruckte MOC, netto 1.500,00 EUR, brutto 1.785,00 EUR, März 2021, 15 KPI.",
     "m=3 y=2021 t=moc u=15 n=RE/2021/03-7 k=15 r=1500.00 EUR"},
    {"Servus,\ndie Re.-Nr. 4711 (Jänner 2021, 10 Stk. Custom MOC, € 990,-, 10 KPI) fehlt leider.\nLG Toni",
     "m=1 y=2021 t=custom_moc u=10 n=4711 k=10 r=990 EUR"},
    {"Grüezi\nDie Rechnung ZH-99 vom 5.2.2021 über Fr. 1'250.-- wird mit Fr. 1'025.-- angezeigt.\nFreundliche Grüsse\nBeat",
     "m=2 y=2021 n=ZH-99 r=1250 CHF"},
    {"Unsere Rechnungen RE-1 (Januar 2021, 10 dMOC, 1.000 EUR, KPI 10) und RE-2 (Februar 2021, 20 dMOC, 2.000 EUR, KPI 20) fehlen.",
     "m=1 y=2021 t=dmoc u=10 n=RE-1 k=10 r=1000 EUR\nm=2 y=2021 t=dmoc u=20 n=RE-2 k=20 r=2000 EUR"},
    {"Korrektur zu meiner gestrigen Mail: die Menge war 30, nicht 25. Rechnung RE-9.", "u=30 n=RE-9"},
    {"Ich habe mich vertippt: die Rechnungsnummer lautet RE-2021-77 und nicht RE-2021-71.", "n=RE-2021-77"},
    {"Der KPI-Wert soll 40 betragen, angezeigt wird aber 4.", "k=40"},
    {"Gekauft wurden 25 Plätze MOC On-Demand, verbucht wurden nur 5 (Rechnung RE-9).", "t=moc_on_demand u=25 n=RE-9"},
    {"Wir vermissen die im November 2020 fakturierten 30 Übungstests (Rechnung 20-4410, 30 KPI, 900,00 EUR).",
     "m=11 y=2020 t=practice_test u=30 n=20-4410 k=30 r=900.00 EUR"},
    {"Die MPN-ID lautet 1234567, Kundennummer 99887, Ticket 4711-22. Rechnung RE-9.", "n=RE-9"},
    {"Es geht um 12 Zugänge MOC On-Demand aus Juni 2021, Rg.-Nr. 2021-00731, netto 2.388,00 €.",
     "m=6 y=2021 t=moc_on_demand u=12 n=2021-00731 r=2388.00 EUR"},
    {"Zu 1) und 3) liegen die E-Rechnungen (XML) bei, Nr. 2 suche ich noch heraus. Rechnung RE-9 hat 25 KPIs.", "n=RE-9 k=25"},
    {"Moin, zur Re. 88123 v. 04.02.21: Ihr habt 15 gezählt, wir haben aber 51 Prüfungsgutscheine bezogen. Umsatz war 4.590 Euro netto. KPI also 51.",
     "m=2 y=2021 t=exam_voucher u=51 n=88123 k=51 r=4590 EUR"},
    {"Ich beziehe mich auf mein Schreiben vom 01.02.2021. Es fehlt die Rechnung 7001 vom 15.12.2020, bezahlt am 10.01.2021. 30 Lizenzen MOC On-Demand zu je 99,00 EUR = 2.970,00 EUR. KPI: 30",
     "m=12 y=2020 t=moc_on_demand u=30 n=7001 k=30 r=2970.00 EUR"},
    {"Der Umsatz der Rechnung R-77 liegt bei 12.500,00 EUR (brutto 14.875,00 EUR).", "n=R-77 r=12500.00 EUR"},
    {"Wir haben am 12.11.2020 bei unserem Distributor 40 Stk. MOC gekauft (Rechnung Nr. D-20-99812, Nettobetrag 5.600,00 €).",
     "m=11 y=2020 t=moc u=40 n=D-20-99812 r=5600.00 EUR"},
    {"Umsatz lt. Rechnung RE-9: 2.500 Euro. Im Portal steht 250 Euro.", "n=RE-9 r=2500 EUR"},
};

Test(german, sentences) {
    EXPECT_CLAIMS(sentences);
}

/* ---- tables ---- */

static const Sample tables[] = {
    {"Bitte prüfen:\n\nRechnungsnr.;Monat;Jahr;Typ;Menge;KPI;Umsatz (EUR)\nRE-1;1;2021;dMOC;10;10;1.000,00\nRE-2;2;2021;MLO;20;20;2.000,00\n"
     "Summe;;;;30;30;3.000,00",
     "m=1 y=2021 t=dmoc u=10 n=RE-1 k=10 r=1000.00 EUR\nm=2 y=2021 t=mlo u=20 n=RE-2 k=20 r=2000.00 EUR"},
    {"Rechnung | Rechnungsdatum | Artikel | Stk. | KPI lt. Dashboard | KPI richtig | Netto\n"
     "RE-1 | 14.01.2021 | dMOC | 10 | 1 | 10 | 1.000,00 €",
     "m=1 y=2021 t=dmoc u=10 n=RE-1 k=10 r=1000.00 EUR"},
    {"Re.-Nr.\tLeistungsmonat\tProdukt\tAnz.\tKPI-Wert\tNettobetrag CHF\nZH-1\tJan. 21\tdMOC\t10\t10\t1'000.00\nZH-2\tFeb. 21\tdMOC\t12\t12\t1'200.00",
     "m=1 y=2021 t=dmoc u=10 n=ZH-1 k=10 r=1000.00 CHF\nm=2 y=2021 t=dmoc u=12 n=ZH-2 k=12 r=1200.00 CHF"},
    {"Detail           Dashboard    Korrekt\nMenge            20           25\nKPI-Wert         20           25\nUmsatz           2.000,00     2.500,00\nRechnungsnummer  RE-9         RE-9",
     "u=25 n=RE-9 k=25 r=2500.00"},
};

Test(german, tables) {
    EXPECT_CLAIMS(tables);
}

/* ---- kinds ---- */

static const struct {
    const char *text, *want;
} papers[] = {
    {"Nordlicht Distribution GmbH\nRechnung\nRechnungsnummer: RE-2021-0456   Rechnungsdatum: 14.03.2021\nIhre Bestellung: PO-7781\nPos. Bezeichnung Menge Einzelpreis Gesamtpreis\n1 dMOC 20483 25 125,00 3.125,00\nNettobetrag 3.125,00 EUR\nzzgl. 19 % MwSt. 593,75 EUR\nGesamtbetrag 3.718,75 EUR\nZahlbar innerhalb von 14 Tagen ohne Abzug. IBAN DE02 1203 0000 0000 2020 51",
     "invoice"},
    {"Nordlicht Distribution GmbH\nAuftragsbestätigung AB-4471\nVielen Dank für Ihre Bestellung vom 2. März 2021. Wir bestätigen Ihren Auftrag wie folgt:\n25 x dMOC 20483 à 125,00 EUR\nSumme netto 3.125,00 EUR\nDie Rechnung erhalten Sie nach Lieferung separat.",
     "order_confirmation"},
    {"Rechnungskorrektur\nNr. RK-2021-12 vom 20.03.2021\nzu Rechnung RE-2021-0456 vom 14.03.2021\nWir schreiben Ihnen 5 x dMOC gut: 625,00 EUR netto",
     "credit_note"},
    {"Stornorechnung Nr. 2021-99\nStorno der Rechnung RE-2021-0456\nGesamtbetrag -3.718,75 EUR\nUSt-IdNr. DE123456789",
     "credit_note"},
    {"Proforma-Rechnung\nProforma-Nr. 881\nDiese Proforma dient nur zur Vorauszahlung, nicht zum Vorsteuerabzug berechtigt.\nBetrag 3.125,00 EUR",
     "proforma_invoice"},
    {"Angebot Nr. 2021-77\nGerne bieten wir Ihnen freibleibend an:\n25 dMOC 3.125,00 EUR\nDieses Angebot ist gültig bis 30.04.2021.",
     "quotation"},
    {"Bestellung Nr. 4500012345\nLieferant: Nordlicht Distribution GmbH\nHiermit bestellen wir:\n25 Lizenzen dMOC\nBitte bestätigen Sie diese Bestellung. Rechnung bitte an rechnung@kunde.example",
     "purchase_order"},
    {"Lieferschein LS-8812\nLieferdatum: 14.03.2021\nGelieferte Menge: 25 dMOC\nWare vollständig erhalten: ____________",
     "delivery_note"},
    {"Quittung Nr. 12\nBetrag dankend erhalten: 3.718,75 EUR\nbar",
     "receipt"},
    {"2. Mahnung\nUnsere Rechnung RE-2021-0456 vom 14.03.2021 über 3.718,75 EUR ist noch nicht beglichen.\nMahngebühr 5,00 EUR",
     "account_statement"},
    {"Offene-Posten-Liste\nRechnung RE-1 14.01.2021 1.000,00\nRechnung RE-2 14.02.2021 2.000,00\nSaldo 3.000,00",
     "account_statement"},
    {"Partnerbericht Q1 2021\nAnzahl Schulungen: 12\nAnzahl Teilnehmer: 140\nBerichtszeitraum: Januar bis März 2021",
     "partner_report"},
    {"Zahlungsavis\nWir haben heute überwiesen: RE-2021-0456 3.718,75 EUR",
     "other"},
    {"Teilnahmebescheinigung\nFrau Jana Vogt hat an der Schulung MOC 20483 teilgenommen.",
     "other"},
    {"Musterweg AG, 8000 Zürich\nRECHNUNG 2021-118\nDatum: 05.02.2021\nMWST-Nr. CHE-123.456.789\n10 MLO-Zugänge à CHF 125.00   CHF 1'250.00\nTotal exkl. MWST CHF 1'250.00\nMWST 7.7% CHF 96.25\nTotal inkl. MWST CHF 1'346.25\nZahlbar innert 30 Tagen netto. QR-IBAN CH44 3199 9123 0008 8901 2",
     "invoice"},
    {"Gutschrift im Gutschriftsverfahren\nNr. GV-2021-3, ausgestellt am 05.02.2021\nAbrechnung durch den Leistungsempfänger gemäß § 14 UStG\nNettobetrag 1.250,00 EUR, USt. 237,50 EUR",
     "invoice"},
    {"Rechnung / Lieferschein Nr. 77-21\nRechnungsdatum 05.02.2021\n10 Stk. MOC gedruckt 1.250,00\nNetto 1.250,00 MwSt. 19% 237,50 Brutto 1.487,50\nZahlungsziel 14 Tage, UID ATU12345678",
     "invoice"},
    {"Kontoführung\nWir bitten um Rechnungsstellung: Bitte senden Sie uns eine Rechnung über 25 dMOC an buchhaltung@kunde.example.",
     "other"},
};

Test(german, kinds) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        Document document = {.name = STR("x.txt"), .text = str_of(papers[i].text), .readable = true};
        kind_judge(tree_lexicon(), arena, &document);
        cr_expect_str_eq(kind_word(document.kind), papers[i].want, "%s\n%s", papers[i].text, document.reason.data);
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* ---- growth ---- */

/* Twice the text, at most twice the time; some room for the noise of the machine. */
Test(german, growth) {
    static const char *const pieces[] = {"Die Rechnung RE-1 (Januar 2021, 10 dMOC) und RE-2 vom 2. Januar zeigt statt 25 nur 20 KPIs an. ",
                                         "Rechnungsnummernangabenfeldbezeichnung"};
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
        reading_seconds("", pieces[i], 50, 1);
        double half = reading_seconds("", pieces[i], 1400, 3), whole = reading_seconds("", pieces[i], 2800, 3);
        cr_expect_lt(whole, half * 3, "%s: %f, then %f", pieces[i], half, whole);
    }
}
