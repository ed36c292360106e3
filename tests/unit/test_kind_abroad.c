/* Papers in languages that are none of the eleven: their partners attach what their bookkeeping prints. */
#include <criterion/criterion.h>

#include "base/buf.h"
#include "parsers/kind.h"

static const struct {
    const char *text, *want; /* "kind number date net" */
} cases[] = {
    {"FACTUUR                                        Leerhuis B.V.\nFactuurnummer: 2024-0117                BTW NL810433941B01\n"
     "Factuurdatum: 14 maart 2024\nVervaldatum: 13 april 2024\nOrdernummer: 55120\n"
     "Omschrijving              Aantal    Prijs per stuk    Bedrag\nDigital MOC AZ-104            25          € 90,00   € 2.250,00\n"
     "                                    Subtotaal       € 2.250,00\n                                    BTW 21%           € 472,50\n"
     "                                    Te betalen      € 2.722,50\n",
     "invoice 2024-0117 2024-03-14 2250.00"},
    {"Orderbevestiging\nOrdernummer: 55120\nOrderdatum: 2 maart 2024\nBedankt voor uw bestelling. De factuur volgt.\n"
     "Omschrijving        Aantal    Prijs    Bedrag\nDigital MOC AZ-104      25   € 90,00   € 2.250,00\nTotaal  € 2.250,00\n",
     "order_confirmation 55120  2250.00"},
    {"Creditnota\nCreditnotanummer: C-88\nFactuurdatum: 1 april 2024\nBetreft factuur 2024-0117\nOmschrijving   Aantal   Bedrag\n"
     "Digital MOC    25    € -2.250,00\nTotaal  € -2.250,00\n",
     "credit_note C-88 2024-04-01 -2250.00"},
    {"Proformafactuur\nProformanummer: P-3\nFactuurdatum: 1 april 2024\nOmschrijving   Aantal   Bedrag\nDigital MOC    25    € 2.250,00\n"
     "Totaal  € 2.250,00\n",
     "proforma_invoice P-3 2024-04-01 2250.00"},
    {"Faktura\nFakturanummer    88123\nFakturadatum     2024-02-09\nFörfallodatum    2024-03-10\nKundnummer 5\n"
     "Beskrivning              Antal     À-pris      Belopp\nDigital MOC AZ-900          10     950,00    9 500,00\n"
     "Summa exkl. moms                           9 500,00\nMoms 25%    2 375,00\nAtt betala SEK    11 875,00\n",
     "invoice 88123 2024-02-09 9500.00"},
    {"Orderbekräftelse\nOrdernummer 7715\nTack för din beställning! Faktura kommer separat.\nBeskrivning   Antal   Belopp\n"
     "Digital MOC AZ-900   10   9 500,00\nTotalt  9 500,00\n",
     "order_confirmation 7715  9500.00"},
    {"FAKTURA\nFakturanr.: 20240031\nFakturadato: 09.02.2024\nForfallsdato: 23.02.2024\nBeskrivelse        Antall    Pris      Beløp\n"
     "Digital MOC AZ-900      10   950,00   9 500,00\nSum eks. mva   9 500,00\nMva 25%   2 375,00\nÅ betale   11 875,00\n",
     "invoice 20240031 2024-02-09 9500.00"},
    {"LASKU\nLaskun numero: 10045\nLaskun päivämäärä: 9.2.2024\nEräpäivä: 23.2.2024\nKuvaus           Määrä    Yksikköhinta    Yhteensä\n"
     "Digital MOC AZ-900     10      95,00      950,00\nVeroton yhteensä    950,00\nAlv 24 %    228,00\nMaksettava yhteensä   1 178,00\n",
     "invoice 10045 2024-02-09 950.00"},
    {"Faktura VAT nr FV/12/2024\nData wystawienia: 14 marca 2024\nData sprzedaży: 13 marca 2024\nTermin płatności: 28.03.2024\nNIP 5252248481\n"
     "Nazwa towaru lub usługi   Ilość   Cena netto   Wartość netto\nDigital MOC AZ-104     25    400,00    10 000,00\n"
     "Razem netto   10 000,00\nKwota VAT   2 300,00\nDo zapłaty   12 300,00 zł\n",
     "invoice FV/12/2024 2024-03-14 10000.00"},
    {"Faktura korygująca nr KOR/3/2024\nData wystawienia: 20.03.2024\nKorekta do faktury FV/12/2024\nNazwa towaru   Ilość   Cena netto   Wartość netto\n"
     "Digital MOC AZ-104     -5    400,00    -2 000,00\nRazem netto   -2 000,00\n",
     "credit_note KOR/3/2024 2024-03-20 -2000.00"},
    {"Faktura - daňový doklad\nČíslo faktury: 240100012\nDatum vystavení: 14.03.2024\nDatum splatnosti: 28.03.2024\n"
     "Označení dodávky      Množství    Cena    Cena celkem\nDigital MOC AZ-104    25   2 000,00   50 000,00\nCelkem bez DPH   50 000,00\n"
     "DPH 21%   10 500,00\nK úhradě   60 500,00 Kč\n",
     "invoice 240100012 2024-03-14 50000.00"},
    {"Zálohová faktura\nToto není daňový doklad\nDatum vystavení: 14.03.2024\nPopis     Množství    Cena    Cena celkem\n"
     "Digital MOC AZ-104    25   2 000,00   50 000,00\nK úhradě   60 500,00 Kč\n",
     "proforma_invoice  2024-03-14 -"},
    {"SZÁMLA\nSzámla sorszáma: SZ-2024/55\nKiállítás dátuma: 2024.03.14\nFizetési határidő: 2024.03.28\n"
     "Megnevezés           Mennyiség    Egységár     Érték\nDigital MOC AZ-104     25    30 000    750 000\nNettó összesen   750 000\n"
     "Áfa   202 500\nFizetendő   952 500 Ft\n",
     "invoice SZ-2024/55 2024-03-14 750000"},
    {"E-FATURA\nFatura No: GIB2024000000012\nFatura Tarihi: 14-03-2024\nMal Hizmet        Miktar    Birim Fiyat     Mal Hizmet Tutarı\n"
     "Digital MOC AZ-104     25    1.000,00 TL    25.000,00 TL\nMal Hizmet Toplam Tutarı   25.000,00 TL\nHesaplanan KDV   5.000,00 TL\n"
     "Ödenecek Tutar   30.000,00 TL\n",
     "invoice GIB2024000000012 2024-03-14 25000.00"},
};

Test(kind_abroad, papers) {
    Lexicon *lexicon = lexicon_load("parsers/lexicon", NULL);
    Arena *arena = arena_new();
    cr_assert(lexicon);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Document d = {.name = STR("x"), .text = str_of(cases[i].text), .readable = true};
        kind_judge(lexicon, arena, &d);
        invoice_read(lexicon, arena, LANGUAGE_EN, &d);
        Str got = arena_printf(arena, "%s " STR_FMT " " STR_FMT " " STR_FMT, kind_word(d.kind), STR_ARG(d.number),
                               STR_ARG(date_iso(arena, d.issue_date)), STR_ARG(d.has_net ? decimal_str(arena, d.net) : STR("-")));
        cr_expect(str_eq_cstr(got, cases[i].want), "%.40s:\n" STR_FMT "\nwant\n%s\n(" STR_FMT ")", cases[i].text, STR_ARG(got), cases[i].want,
                  STR_ARG(d.reason));
    }
    arena_free(&arena);
    lexicon_free(&lexicon);
}
