/* Italian as partners of Italy and Ticino write it. */
#include "reading_fixture.h"

#include "parsers/kind.h"

/* ---- lines with a label ---- */

static const Sample labelled[] = {
    {"Month: 1\nYear: 2020\nTipo OMLP: dMOC\nUnità di acquisto: 25\nFattura #: 118/2020\nValore DELL'indicatore KPI: 25\n"
     "Valore dei ricavi: 3.125,00 EUR",
     "m=1 y=2020 t=dmoc u=25 n=118/2020 k=25 r=3125.00 EUR"},
    {"Mese: gennaio\nAnno: 2020\nTipo: MOC digitale\nQuantità: 25 pz.\nNumero fattura: 118/2020\nValore KPI: 25\nImponibile: € 3.125,00",
     "m=1 y=2020 t=dmoc u=25 n=118/2020 k=25 r=3125.00 EUR"},
    {"Periodo: gen. 2020\nProdotto: voucher d'esame\nQ.tà: 12\nFatt. n. 88/A\nKPI: 12\nImporto netto: 1.188,00 euro",
     "m=1 y=2020 t=exam_voucher u=12 n=88/A k=12 r=1188.00 EUR"},
    {"N. fattura: FPR 12/21\nData fattura: 14/01/2021\nArticolo: MOC On-Demand\nN. licenze: 10\nKPI atteso: 10\nRicavo: 1.250,00",
     "m=1 y=2021 t=moc_on_demand u=10 n=FPR 12/21 k=10 r=1250.00"},
    {"Rif. fattura: 2021-VE-00044\nData: 3 marzo 2021\nTipologia: materiale didattico MTA\nPezzi: 30\nIndicatore KPI: 30\nTotale imponibile: 4.470,00 €",
     "m=3 y=2021 t=mta_courseware u=30 n=2021-VE-00044 k=30 r=4470.00 EUR"},
    {"ns. fattura n. 77/E\nMese/Anno: 02/2021\nTipo prodotto: test di esercitazione\nQtà: 8\nKPI: 8\nTot. imponibile: 320,00\nTot. fattura: 390,40",
     "m=2 y=2021 t=practice_test u=8 n=77/E k=8 r=320.00"},
    {"Fattura: TI-99/21\nMese: febbraio\nAnno: 2021\nTipo: MLO\nQuantità: 10\nKPI: 10\nImporto: Fr. 1'250.--",
     "m=2 y=2021 t=mlo u=10 n=TI-99/21 k=10 r=1250 CHF"},
    {"Fattura n° 4711 del 05.03.2021\nDescrizione: MOC cartaceo\nCopie: 5\nValore KPI: n.d.\nImporto (IVA esclusa): 500,00 EUR",
     "m=3 y=2021 t=moc u=5 n=4711 r=500.00 EUR"},
};

Test(italian, labelled) {
    EXPECT_CLAIMS(labelled);
}

/* ---- sentences ---- */

static const Sample sentences[] = {
    {"Buongiorno,\nnella dashboard KPI manca la fattura 118/2020 di gennaio 2020 relativa a 25 dMOC (ricavi 3.125,00 EUR, KPI 25).\n\n"
     "Cordiali saluti\nPaola Riva",
     "m=1 y=2020 t=dmoc u=25 n=118/2020 k=25 r=3125.00 EUR"},
    {"A febbraio 2021 abbiamo acquistato dodici voucher d'esame per complessivi 1.188,00 € (fattura n. 88123). Il valore KPI dovrebbe essere 12.",
     "m=2 y=2021 t=exam_voucher u=12 n=88123 k=12 r=1188.00 EUR"},
    {"La dashboard mostra per la fattura 4711 solo 20 unità anziché 25.", "u=25 n=4711"},
    {"Per la fattura 4711 risultano 20 KPI invece di 25.", "n=4711 k=25"},
    {"Secondo la dashboard i KPI sono 20, secondo la nostra fattura 4711 invece 25.", "n=4711 k=25"},
    {"Fattura 4711: ne vengono visualizzati 20, ma dovrebbero essere 25 KPI.", "n=4711 k=25"},
    {"Il ricavo della fattura A-9 è di 2.500,00 EUR e non di 2.050,00 EUR come visualizzato.", "n=A-9 r=2500.00 EUR"},
    {"Mi scusi, l'acquisto era del 2020, non del 2019. Fattura 9/B di marzo.", "m=3 y=2020 n=9/B"},
    {"Il mese scorso abbiamo comprato 25 dMOC, fattura 9/B.", "m=2 y=2021 t=dmoc u=25 n=9/B"},
    {"A dicembre dell'anno scorso abbiamo preso 10 MLO, ft. 5512.", "m=12 y=2020 t=mlo u=10 n=5512"},
    {"La fattura numero 2020/0815 è del 15 gennaio 2020.", "m=1 y=2020 n=2020/0815"},
    {"Si tratta della fattura n. 2020-0815 (ordine 99812) del 04/01/2020 per 25 licenze dMOC, importo 3.125,50 €.",
     "m=1 y=2020 t=dmoc u=25 n=2020-0815 r=3125.50 EUR"},
    {"Ordine 4500012345 del 2 gennaio, fattura 9/B del 14 gennaio 2020, 25 pezzi a 125 € l'uno, totale 3.125 €.",
     "m=1 y=2020 u=25 n=9/B r=3125 EUR"},
    {"Le nostre fatture A-1 (gennaio 2021, 10 dMOC, 1.000 EUR, KPI 10) e A-2 (febbraio 2021, 20 dMOC, 2.000 EUR, KPI 20) non compaiono.",
     "m=1 y=2021 t=dmoc u=10 n=A-1 k=10 r=1000 EUR\nm=2 y=2021 t=dmoc u=20 n=A-2 k=20 r=2000 EUR"},
    {"Rettifica alla mail di ieri: le unità erano 30, non 25. Fattura 9/B.", "u=30 n=9/B"},
    {"Ho sbagliato a scrivere: il numero di fattura è 2021-77 e non 2021-71.", "n=2021-77"},
    {"Il valore KPI dovrebbe essere 40 ma compare 4.", "k=40"},
    {"Abbiamo acquistato 25 MOC On-Demand, ne sono stati conteggiati solo 5 (fattura 9/B).", "t=moc_on_demand u=25 n=9/B"},
    {"Il nostro MPN ID è 1234567, codice cliente 99887, ticket 4711-22. Fattura 9/B.", "n=9/B"},
    {"In data 12/11/2020 abbiamo acquistato presso il nostro distributore 40 MOC cartacei (fattura n. D-20-99812, imponibile 5.600,00 €).",
     "m=11 y=2020 t=moc u=40 n=D-20-99812 r=5600.00 EUR"},
    {"La ns. fattura n.ro 88 del 4 febbraio 2021 relativa a 51 voucher d'esame è stata conteggiata per 15 anziché 51.",
     "m=2 y=2021 t=exam_voucher u=51 n=88"},
    {"Importo come da fattura 9/B: 2.500 euro. Sul portale ci sono 250 euro.", "n=9/B r=2500 EUR"},
    {"in riferimento alla ns. fattura nr. 301/2021 del 09/02/2021, 15 copie di MOC cartacei, imponibile 1.500,00 €, totale IVA inclusa 1.830,00 €, KPI 15.",
     "m=2 y=2021 t=moc u=15 n=301/2021 k=15 r=1500.00 EUR"},
};

Test(italian, sentences) {
    EXPECT_CLAIMS(sentences);
}

/* ---- tables ---- */

static const Sample tables[] = {
    {"N. fattura;Mese;Anno;Tipo;Quantità;KPI;Imponibile (EUR)\nA-1;1;2021;dMOC;10;10;1.000,00\nA-2;2;2021;MLO;20;20;2.000,00\n"
     "Totale;;;;30;30;3.000,00",
     "m=1 y=2021 t=dmoc u=10 n=A-1 k=10 r=1000.00 EUR\nm=2 y=2021 t=mlo u=20 n=A-2 k=20 r=2000.00 EUR"},
    {"Fattura | Data fattura | Articolo | Pz. | KPI dashboard | KPI corretto | Imponibile\n"
     "A-1 | 14/01/2021 | dMOC | 10 | 1 | 10 | 1.000,00 €",
     "m=1 y=2021 t=dmoc u=10 n=A-1 k=10 r=1000.00 EUR"},
    {"Dato             Dashboard    Corretto\nQuantità         20           25\nValore KPI       20           25\nRicavi           2.000,00     2.500,00\nN. fattura       A-99         A-99",
     "u=25 n=A-99 k=25 r=2500.00"},
};

Test(italian, tables) {
    EXPECT_CLAIMS(tables);
}

/* ---- kinds ---- */

static const struct {
    const char *text, *want;
} papers[] = {
    {"Nordest Distribuzione S.r.l. - P.IVA IT01234567890\nFATTURA N. 118/2021\nData fattura: 14/03/2021   Vs. ordine: 7781\nDescrizione Q.tà Prezzo unitario Importo\ndMOC 20483 25 125,00 3.125,00\nImponibile 3.125,00\nIVA 22% 687,50\nTotale fattura 3.812,50\nPagamento: bonifico bancario 30 gg d.f. IBAN IT60X0542811101000000123456",
     "invoice"},
    {"Conferma d'ordine n. 4471\nGrazie per il vostro ordine del 2 marzo 2021. Confermiamo quanto segue:\n25 dMOC 3.125,00 EUR\nLa fattura verrà emessa alla spedizione.",
     "order_confirmation"},
    {"NOTA DI CREDITO N. 12/2021\nData: 20/03/2021\nA storno parziale della fattura 118/2021\nImporto accreditato 625,00 EUR",
     "credit_note"},
    {"FATTURA PROFORMA n. 88\nIl presente documento non costituisce fattura ai sensi del DPR 633/72. Seguirà fattura al pagamento.\nTotale 3.812,50",
     "proforma_invoice"},
    {"Avviso di fattura\nLa fattura definitiva verrà emessa al ricevimento del pagamento.\nImponibile 500,00",
     "proforma_invoice"},
    {"PREVENTIVO N. 77\nSiamo lieti di sottoporvi la nostra migliore offerta:\n25 dMOC 3.125,00 EUR\nValidità dell'offerta: 30 giorni. Per accettazione: timbro e firma",
     "quotation"},
    {"ORDINE DI ACQUISTO N. 4500012345\nFornitore: Nordest Distribuzione S.r.l.\nVogliate fornirci 25 licenze dMOC. Si prega di inviare conferma d'ordine.\nCitare il numero d'ordine in fattura.",
     "purchase_order"},
    {"DOCUMENTO DI TRASPORTO (D.D.T.) n. 2231\nD.P.R. 472/96\nCausale del trasporto: vendita\nAspetto esteriore dei beni: scatola   N. colli: 1\n25 MOC",
     "delivery_note"},
    {"FATTURA ACCOMPAGNATORIA N. 55/2021 del 05/02/2021\nCausale del trasporto: vendita  N. colli 2\nMOC cartaceo pz. 10 125,00 1.250,00\nImponibile 1.250,00 IVA 275,00 Totale documento 1.525,00\nP.IVA 01234567890 Scadenza 05/03/2021",
     "invoice"},
    {"RICEVUTA DI PAGAMENTO N. 12\nAbbiamo ricevuto il vostro pagamento di 3.812,50 EUR. Grazie.",
     "receipt"},
    {"SOLLECITO DI PAGAMENTO\nLa fattura 118/2021 del 14/03/2021 risulta ancora insoluta. Vi invitiamo a provvedere al pagamento.",
     "account_statement"},
    {"ESTRATTO CONTO CLIENTE\nFattura 118/2021 3.812,50\nFattura 119/2021 1.000,00\nSaldo 4.812,50",
     "account_statement"},
    {"Report del partner - I trimestre 2021\nCorsi erogati: 12\nNumero di partecipanti: 140",
     "partner_report"},
    {"Disposizione di bonifico\nBeneficiario: Nordest Distribuzione S.r.l.\nCausale: fattura 118/2021\nImporto: 3.812,50",
     "other"},
    {"ATTESTATO DI FREQUENZA\nSi attesta che Paola Riva ha frequentato il corso MOC 20483.",
     "other"},
    {"Richiesta di fatturazione\nVogliate emettere fattura per 25 dMOC.",
     "other"},
};

Test(italian, kinds) {
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
Test(italian, growth) {
    static const char *const pieces[] = {"La fattura A-1 (gennaio 2021, 10 dMOC) e A-2 del 2 gennaio mostra solo 20 KPI anziché 25. ", "dell'indicatore", "fatt. n. 88/A "};
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
        reading_seconds("", pieces[i], 50, 1);
        double half = reading_seconds("", pieces[i], 1400, 3), whole = reading_seconds("", pieces[i], 2800, 3);
        cr_expect_lt(whole, half * 3, "%s: %f, then %f", pieces[i], half, whole);
    }
}
