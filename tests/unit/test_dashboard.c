/* Dashboards as they are saved (contract section 4). */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/buf.h"
#include "parsers/charset.h"
#include "parsers/dashboard.h"

static Lexicon *lexicon;

static void load(void) {
    GError *error = NULL;
    lexicon = lexicon_load("parsers/lexicon", &error);
    cr_assert(lexicon, "%s", error ? error->message : "");
}

static void unload(void) {
    lexicon_free(&lexicon);
}

TestSuite(dashboard, .init = load, .fini = unload);

static Str exact(const char *data, size_t len) {
    char *copy = malloc(len ? len : 1);
    memcpy(copy, data, len);
    return (Str){copy, len};
}

/* "line partner year-month type units number kpi revenue currency", parted by "\n", then the notes as "!line text". */
static Str dashboard_str(Arena *arena, const Dashboard *dashboard) {
    Buf buf = {.arena = arena};
    for (size_t i = 0; i < dashboard->rows.len; i++) {
        const Row *r = &dashboard->rows.items[i];
        Str revenue = decimal_str(arena, r->revenue);
        if (r->revenue_unsure)
            revenue = arena_printf(arena, STR_FMT "|" STR_FMT, STR_ARG(revenue), STR_ARG(decimal_str(arena, r->revenue_other)));
        buf_printf(&buf, "%zu %.*s %d-%02d %.*s %.*s %.*s %.*s %.*s %.*s\n", r->line,
                   STR_ARG(r->partner_id.len ? r->partner_id : STR("-")), r->year, r->month, STR_ARG(r->omlp_type),
                   STR_ARG(decimal_str(arena, r->units)), STR_ARG(r->invoice_number), STR_ARG(decimal_str(arena, r->kpi)),
                   STR_ARG(revenue), STR_ARG(r->currency.len ? r->currency : STR("-")));
    }
    for (size_t i = 0; i < dashboard->notes.len; i++)
        buf_printf(&buf, "!%zu %.*s\n", dashboard->notes.items[i].line, STR_ARG(dashboard->notes.items[i].text));
    return buf_str(&buf);
}

static void check(const char *about, Str bytes, const char *want) {
    Arena *arena = arena_new();
    Dashboard dashboard;
    GError *error = NULL;
    Str copy = exact(bytes.data, bytes.len);
    bool read = dashboard_read(lexicon, arena, STR("d.csv"), copy, &dashboard, &error);
    Str got = read ? dashboard_str(arena, &dashboard) : arena_cstr(arena, error->message);
    cr_expect(str_eq_cstr(got, want), "%s:\n%.*s\nwant\n%s", about, STR_ARG(got), want);
    g_clear_error(&error);
    free((char *)copy.data);
    arena_free(&arena);
}

#define OWN "partner_id,month,year,omlp_type,purchase_units,invoice_number,kpi_value,revenue_value,currency\n"
#define BARE "month;year;omlp_type;purchase_units;invoice_number;kpi_value;revenue_value\n"

#define JSON(number)                                                                                                   \
    "{\"month\": 1, \"year\": 2020, \"omlp_type\": \"MOC\", \"purchase_units\": 3, \"invoice_number\": \"" number "\", "      \
    "\"kpi_value\": 3, \"revenue_value\": 4}"

static const struct {
    const char *about, *text, *want;
} cases[] = {
    {"the contract's names", OWN "1234567,1,2020,dMOC,25,INV-1,25,3125.00,EUR\n",
     "2 1234567 2020-01 dmoc 25 INV-1 25 3125.00 EUR\n"},
    {"any order, labels, a title above", "KPI dashboard\n\nInvoice #;Revenue value;KPI value;Year;Month;Purchase unit;OMLP type\n"
     "A 1;10;1,5;2020;March;3;MOC On-Demand\n", "4 - 2020-03 moc_on_demand 3 A 1 1.5 10 -\n"},
    {"French", "MPN ID;Mois;Année;Type OMLP;Unité d’achat;Facture #;Valeur d’indicateur de performance clé;"
     "Valeur de chiffre d’affaires\n1;févr.;2020;MOC;1 200;F-1;12,5;1 234,56 €\n",
     "2 1 2020-02 moc 1200 F-1 12.5 1234.56 EUR\n"},
    {"month and year in one column", "Month;OMLP type;Purchase unit;Invoice #;KPI value;Revenue value\n"
     "2020-01;MOC;1;A;1;1\nJan 2021;MOC;1;B;1;1\n12/2020;MOC;1;C;1;1\n",
     "2 - 2020-01 moc 1 A 1 1 -\n3 - 2021-01 moc 1 B 1 1 -\n4 - 2020-12 moc 1 C 1 1 -\n"},
    {"month and year under one name", "Month/Year,OMLP type,Purchase unit,Invoice #,KPI value,Revenue value\n"
     "01/2020,MOC,1,A,1,1\n", "2 - 2020-01 moc 1 A 1 1 -\n"},
    {"dates, in the order that one of them proves", "Invoice date;OMLP type;Purchase unit;Invoice #;KPI value;Revenue value\n"
     "05/03/2020;MOC;1;A;1;1\n25/03/2020;MOC;1;B;1;1\n",
     "2 - 2020-03 moc 1 A 1 1 -\n3 - 2020-03 moc 1 B 1 1 -\n"},
    {"dates, in no order that anything proves", "Invoice date;OMLP type;Purchase unit;Invoice #;KPI value;Revenue value\n"
     "05/03/2020;MOC;1;A;1;1\n03/03/2020;MOC;1;B;1;1\n",
     "3 - 2020-03 moc 1 B 1 1 -\n!2 row left out: invoice_date \"05/03/2020\" is not a month\n"},
    {"months without a sign", "Period;OMLP type;Purchase unit;Invoice #;KPI value;Revenue value\n"
     "202001;MOC;1;A;1;1\n202013;MOC;1;B;1;1\n",
     "2 - 2020-01 moc 1 A 1 1 -\n!3 row left out: period \"202013\" is not a month\n"},
    {"the month names another year", BARE "Jan 2021;2020;moc;1;A;1;1\nJan 2020;2020;moc;1;B;1;1\n",
     "3 - 2020-01 moc 1 B 1 1 -\n!2 row left out: year \"2020\" is not the year\n"},
    {"a currency in the header", "Month,Year,OMLP type,Purchase unit,Invoice #,KPI value,Revenue value (USD)\n"
     "1,2020,Lab kit,1,A,1,1.50\n", "2 - 2020-01 Lab kit 1 A 1 1.50 USD\n"},
    {"behind the name", "Month,Year,OMLP type,Purchase unit,Invoice #,KPI value,Revenue CHF\n1,2020,moc,1,A,1,1'250.00\n",
     "2 - 2020-01 moc 1 A 1 1250.00 CHF\n"},
    {"counted in thousands", "Monat;Jahr;OMLP type;Menge;Rechnungsnummer;KPI;Umsatz (TEUR)\n1;2020;moc;1;A;1;84,5\n1;2020;moc;1;B;1;84,5 TEUR\n",
     "2 - 2020-01 moc 1 A 1 84500 -\n3 - 2020-01 moc 1 B 1 84500 EUR\n"},
    {"in ten thousands, full-width brackets", "月份,年份,OMLP type,数量,发票号码,KPI,收入（万元）\n1,2020,moc,1,A,1,8.45\n",
     "2 - 2020-01 moc 1 A 1 84500 -\n"},
    {"the row's own currency wins", "Month,Year,OMLP type,Purchase unit,Invoice #,KPI value,Revenue [EUR],Currency\n"
     "1,2020,moc,1,A,1,1,usd\n1,2020,moc,1,B,1,1,\n1,2020,moc,1,C,1,$ 1,\n",
     "2 - 2020-01 moc 1 A 1 1 USD\n3 - 2020-01 moc 1 B 1 1 EUR\n4 - 2020-01 moc 1 C 1 1 EUR\n"},
    {"a code that nobody knows", OWN "1,1,2020,moc,1,A,1,1,ZZZ\n1,1,2020,moc,1,B,1,1,pesos\n",
     "2 1 2020-01 moc 1 A 1 1 ZZZ\n3 1 2020-01 moc 1 B 1 1 -\n"},
    {"three decimals", OWN "1,1,2020,moc,1,A,1,1.250,KWD\n1,1,2020,moc,1,B,1,1.250,EUR\n1,1,2020,moc,1,C,1,1250.5,JPY\n",
     "2 1 2020-01 moc 1 A 1 1.250 KWD\n3 1 2020-01 moc 1 B 1 1250 EUR\n4 1 2020-01 moc 1 C 1 1250.5 JPY\n"},
    {"the column shows that money has two decimals", BARE "1;2020;moc;1;A;1;3.125\n1;2020;moc;1;B;1;1.250,00\n",
     "2 - 2020-01 moc 1 A 1 3125 -\n3 - 2020-01 moc 1 B 1 1250.00 -\n"},
    {"or three", BARE "1;2020;moc;1;A;1;825,000\n1;2020;moc;1;B;1;1.237,500\n",
     "2 - 2020-01 moc 1 A 1 825.000 -\n3 - 2020-01 moc 1 B 1 1237.500 -\n"},
    {"below zero in brackets", BARE "1;2020;moc;1;A;(1);(1,250.00)\n1;2020;moc;1;B;1;£ (7.50)\n1;2020;moc;1;C;1;(-5)\n1;2020;moc;1;D;1;7 (GBP)\n",
     "2 - 2020-01 moc 1 A -1 -1250.00 -\n3 - 2020-01 moc 1 B 1 -7.50 GBP\n5 - 2020-01 moc 1 D 1 7 GBP\n"
     "!4 row left out: revenue_value \"(-5)\" is not a number\n"},
    {"nothing shows it", BARE "1;2020;moc;1;A;1;3.125\n1;2020;moc;1;B;1;7\n",
     "2 - 2020-01 moc 1 A 1 3125|3.125 -\n3 - 2020-01 moc 1 B 1 7 -\n"},
    {"a KPI by the habit of its own column", BARE "1;2020;moc;1;A;3,125;1.00\n1;2020;moc;1;B;12,5;2.00\n",
     "2 - 2020-01 moc 1 A 3.125 1.00 -\n3 - 2020-01 moc 1 B 12.5 2.00 -\n"},
    {"a count has no decimals", BARE "1;2020;moc;1.250;A;1;1\n1;2020;moc;25.0;B;1;1\n1;2020;moc;2.5;C;1;1\n1;2020;moc;-5;D;-5;-10\n",
     "2 - 2020-01 moc 1250 A 1 1 -\n3 - 2020-01 moc 25 B 1 1 -\n5 - 2020-01 moc -5 D -5 -10 -\n"
     "!4 row left out: purchase_units \"2.5\" is not a number\n"},
    {"rows that cannot be read", BARE "13;2020;moc;1;A;1;1\n1;20;moc;1;B;1;1\n;2020;moc;1;C;1;1\n1;2020;;1;D;1;1\n"
     "1;2020;moc;n/a;E;1;1\n1;2020;moc;1;;1;1\n1;2020;moc;1;-;1;1\n1;2020;moc;1;F;;1\n1;2020;moc;1;G;1;1 234 5\n;;;;;;\n\n"
     "1;2020;moc;1;H\n1;2020;moc;1;I;1;1;extra\n",
     "14 - 2020-01 moc 1 I 1 1 -\n"
     "!2 row left out: month \"13\" is not a month\n!3 row left out: year \"20\" is not the year\n"
     "!4 row left out: month \"\" is blank\n!5 row left out: omlp_type \"\" is blank\n"
     "!6 row left out: purchase_units \"n/a\" is not a number\n!7 row left out: invoice_number \"\" is blank\n"
     "!8 row left out: invoice_number \"-\" is blank\n!9 row left out: kpi_value \"\" is blank\n"
     "!10 row left out: revenue_value \"1 234 5\" is not a number\n!13 row left out: kpi_value \"\" is blank\n"},
    {"a blank partner is nobody's row", OWN ",1,2020,moc,1,A,1,1,\n", "!2 row left out: partner_id \"\" is blank\n"},
    {"totals", BARE "1;2020;moc;1;A;1;1\nTotal;;;1;;1;1\n1;2020;moc;2;Grand total;2;2\n",
     "2 - 2020-01 moc 1 A 1 1 -\n!3 row left out: totals row\n!4 row left out: totals row\n"},
    {"a quoted line end does not shift the lines", OWN "1,1,2020,\"Lab\nkit\",1,A,1,1,\n1,13,2020,moc,1,B,1,1,\n",
     "2 1 2020-01 Lab\nkit 1 A 1 1 -\n!4 row left out: month \"13\" is not a month\n"},
    {"identical rows stay", BARE "1;2020;moc;1;A;1;1\n1;2020;moc;1;A;1;1\n",
     "2 - 2020-01 moc 1 A 1 1 -\n3 - 2020-01 moc 1 A 1 1 -\n"},
    {"NDJSON", "{\"month\": \"April\", \"year\": 2019, \"omlp_type\": \"MOC\", \"purchase_units\": 12, \"invoice_number\": \"A\", "
     "\"kpi_value\": 1.125, \"revenue_value\": 1548.00}\n\n"
     "{\"invoice_number\": 77, \"month\": 5, \"year\": \"2019\", \"omlp_type\": \"MOC\", \"purchase_units\": \"12\", "
     "\"kpi_value\": null, \"revenue_value\": \"1\"}\n",
     "1 - 2019-04 moc 12 A 1.1250 1548 -\n!3 row left out: kpi_value \"\" is blank\n"},
    {"a JSON array", "[{\"month\": 1, \"year\": 2019, \"omlp_type\": \"MOC\", \"purchase_units\": 12, \"invoice_number\": \"A\", "
     "\"kpi_value\": 1, \"revenue_value\": 1.5, \"currency\": \"EUR\", \"partner_id\": 1234567}]",
     "1 1234567 2019-01 moc 12 A 1 1.5 EUR\n"},
    {"an object with an array", "{\"exported\": \"2020\",\n\"rows\": [\n{\"month\": 1, \"year\": 2019, \"omlp_type\": \"MOC\", "
     "\"purchase_units\": 12, \"invoice_number\": \"A\", \"kpi_value\": 1, \"revenue_value\": 1}]}",
     "3 - 2019-01 moc 12 A 1 1 -\n"},
    {"a broken line of NDJSON", JSON("A") "\n{\"month\": 1, broken\n\n" JSON("B") "\n[1]\n" JSON("C") "\n",
     "1 - 2020-01 moc 3 A 3 4 -\n4 - 2020-01 moc 3 B 3 4 -\n6 - 2020-01 moc 3 C 3 4 -\n"
     "!2 row left out: no JSON object: string or '}' expected near 'broken'\n!5 row left out: no JSON object\n"},
    {"a broken first line", "{\"month\": }\n" JSON("B"),
     "2 - 2020-01 moc 3 B 3 4 -\n!1 row left out: no JSON object: unexpected token near '}'\n"},
    {"a broken element", "[" JSON("A") ",\n {\"month\": }\n, " JSON("B") ", 5]",
     "1 - 2020-01 moc 3 A 3 4 -\n3 - 2020-01 moc 3 B 3 4 -\n"
     "!2 row 2 left out: no JSON object: unexpected token near '}'\n"
     "!3 row 4 left out: no JSON object: '[' or '{' expected near '5'\n"},
    {"a missing element", "[" JSON("A") ",," JSON("B") "]",
     "1 - 2020-01 moc 3 A 3 4 -\n1 - 2020-01 moc 3 B 3 4 -\n!1 row 2 left out: no JSON object: '[' or '{' expected near end of file\n"},
    {"an element whose string is not closed", "[\n" JSON("A") ",\n{\"month\": \"x},\n" JSON("B") "\n]\n",
     "2 - 2020-01 moc 3 A 3 4 -\n4 - 2020-01 moc 3 B 3 4 -\n"
     "!3 row left out: no JSON object: premature end of input near '\"x}'\n"},
    {"an element whose bracket is not closed", "[\n" JSON("A") ",\n{\"month\": 1,\n" JSON("B") "\n]\n",
     "2 - 2020-01 moc 3 A 3 4 -\n4 - 2020-01 moc 3 B 3 4 -\n"
     "!3 row left out: no JSON object: '}' expected near end of file\n"},
    {"a broken element in an object", "{\"rows\": [\n" JSON("A") ",\n{\"month\": },\n" JSON("B") "\n]}",
     "2 - 2020-01 moc 3 A 3 4 -\n4 - 2020-01 moc 3 B 3 4 -\n!3 row 2 left out: no JSON object: unexpected token near '}'\n"},
    {"one object over many lines", "{\n\"month\": 1, \"year\": 2020,\n\"omlp_type\": \"MOC\", \"purchase_units\": 3, "
     "\"invoice_number\": \"A\",\n\"kpi_value\": 3, \"revenue_value\": 4}\n", "1 - 2020-01 moc 3 A 3 4 -\n"},
    {"an array that is cut off", "[" JSON("A") ",\n" JSON("B") ",\n{\"month\"", "d.csv:3: no JSON: the array is not closed"},
    {"an object that is cut off behind its array", "{\"value\": [" JSON("A") "]", "d.csv:1: no JSON: the object around the array is not closed"},
    {"a link that is cut off", "{\"value\": [\n" JSON("A") ",\n" JSON("B") "],\n\"@odata.nextL\n",
     "d.csv:4: no JSON: the object around the array is not closed"},
    {"a link whose text is cut off", "{\"value\": [" JSON("A") "], \"nextLink\": \"https://kpi.example/{a}?b=}",
     "d.csv:1: no JSON: the object around the array is not closed"},
    {"an object that is cut off behind an element", "{\"value\": [\n" JSON("A") ",\n" JSON("B"), "d.csv:3: no JSON: the array is not closed"},
    {"one with brackets of its own", "{\"value\": [\n" JSON("A") ",\n{\"a\": [1]}\n", "d.csv:3: no JSON: the array is not closed"},
    {"a whole object with more behind its array", "{\"value\": [" JSON("A") "], \"count\": {\"of\": [1, \"}\"]}}\n", "1 - 2020-01 moc 3 A 3 4 -\n"},
    {"a broken element and more behind the array", "{\"value\": [\n" JSON("A") ",\n{\"month\": 1,\n" JSON("B") "\n], \"n\": \"x\"}\n",
     "2 - 2020-01 moc 3 A 3 4 -\n4 - 2020-01 moc 3 B 3 4 -\n!3 row left out: no JSON object: '}' expected near end of file\n"
     "!5 row left out: no JSON object: '[' or '{' expected near ']'\n"},
    {"two objects with arrays", "{\"value\": [\n" JSON("A") "]}\n{\"value\": [\n" JSON("B") "]}", "d.csv:2: no JSON: text behind the object"},
    {"keys that only some items have", "[{\"note\": \"a \\\"quoted\\\": {\"}, " JSON("A") ", {\"currency\": \"EUR\", \"month\": 2, \"year\": 2020, "
     "\"omlp_type\": \"moc\", \"purchase_units\": 3, \"invoice_number\": \"B\", \"kpi_value\": 3, \"revenue\\u005fvalue\": 4}]",
     "1 - 2020-01 moc 3 A 3 4 -\n1 - 2020-02 moc 3 B 3 4 EUR\n!1 row 1 left out: invoice_number \"\" is blank\n"},
    {"text behind an array", "[" JSON("A") "]\nx", "d.csv:1: no JSON: text behind the array"},
    {"a long cell", BARE "1;2020;moc;one hundred and twenty-five or perhaps one hundred and twenty-six, but certainly no fewer;A;1;1\n",
     "!2 row left out: purchase_units \"one hundred and twenty-five or perhaps one hundred and twenty-si…\" is not a number\n"},
    {"an array of arrays", "[[\"Month\",\"Year\",\"OMLP type\",\"Purchase unit\",\"Invoice #\",\"KPI value\",\"Revenue value\"],"
     "[1,2020,\"MOC\",3,\"A\",3,4]]", "1 - 2020-01 moc 3 A 3 4 -\n"},
    {"no rows", OWN, ""},
    {"a column is not there", "Month,Year,Invoice #,OMLP type,KPI value,Revenue value\n1,2020,A,moc,1,1\n",
     "!1 no row can be read: the header names no purchase_units\n"},
    {"no number column", "Month,Year,OMLP type,Purchase unit,KPI value,Revenue value\n1,2020,moc,1,1,1\n",
     "d.csv:1: the header names no invoice-number column"},
    {"one detail twice", "\nMonth,Year,OMLP type,Purchase unit,Invoice #,KPI value,Revenue value,KPI\n1,2020,moc,1,A,1,1,2\n",
     "d.csv:2: the header names kpi_value twice"},
    {"no dashboard", "Hello,\nplease find attached\n", "d.csv: no row names the columns of a dashboard"},
    {"empty", "", "d.csv: no row names the columns of a dashboard"},
    {"broken JSON", "[{\"month\": 1", "d.csv:1: no JSON: the array is not closed"},
    {"empty JSON", "[]", "d.csv: no row names the columns of a dashboard"},
    {"a workbook", "PK\003\004\024", "d.csv: a workbook, not its text"},
};

Test(dashboard, files) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cases[i].about, str_of(cases[i].text), cases[i].want);
}

#define FRENCH "Mois;Ann\xE9" "e;Type OMLP;Unit\xE9 d\x92" "achat;Facture #;Valeur KPI;Chiffre d'affaires\n" \
               "1;2020;MOC;5;\xC9T\xC9-1;5;10,00\n"
#define RUSSIAN "\xCC\xE5\xF1\xFF\xF6;\xC3\xEE\xE4;\xD2\xE8\xEF \xCE\xCC\xCB\xCF;" \
                "\xC5\xE4\xE8\xED\xE8\xF6\xE0 \xE4\xEB\xFF \xEF\xEE\xEA\xF3\xEF\xEA\xE8;\xCD\xEE\xEC\xE5\xF0 " \
                "\xF1\xF7\xE5\xF2\xE0-\xF4\xE0\xEA\xF2\xF3\xF0\xFB;KPI;revenue_value\n1;2020;MOC;5;\xD3\xD2-1;5;10,00\n"
/* "Month,年,OMLP の種類,購入単位,請求書番号,KPI 値,収益の値" */
#define JAPANESE "Month,\x94\x4E,OMLP \x82\xCC\x8E\xED\x97\xDE,\x8D\x77\x93\xFC\x92\x50\x88\xCA,\x90\xBF\x8B\x81\x8F\x91" \
                 "\x94\xD4\x8D\x86,KPI \x92\x6C,\x8E\xFB\x89\x76\x82\xCC\x92\x6C\n1,2020,MOC,5,A-1,5,1000\n"

static const struct {
    const char *about, *bytes, *charset, *want;
} legacy[] = {
    {"French", FRENCH, "windows-1252", "2 - 2020-01 moc 5 ÉTÉ-1 5 10.00 -\n"},
    {"Russian", RUSSIAN, "windows-1251", "2 - 2020-01 moc 5 УТ-1 5 10.00 -\n"},
    {"Japanese", JAPANESE, NULL, "2 - 2020-01 moc 5 A-1 5 1000 -\n"},
};

Test(dashboard, legacy_charsets) {
    for (size_t i = 0; i < sizeof legacy / sizeof *legacy; i++) {
        Arena *arena = arena_new();
        Dashboard dashboard;
        check(legacy[i].about, str_of(legacy[i].bytes), legacy[i].want);
        cr_assert(dashboard_read(lexicon, arena, STR("d"), str_of(legacy[i].bytes), &dashboard, NULL));
        cr_expect(!legacy[i].charset || str_eq_cstr(dashboard.charset, legacy[i].charset), "%s: %.*s", legacy[i].about,
                  STR_ARG(dashboard.charset));
        arena_free(&arena);
    }
}

Test(dashboard, unicode) {
    static const char utf8[] = "\xEF\xBB\xBF" "Month\tYear\tOMLP type\tPurchase unit\tInvoice #\tKPI value\tRevenue value\n"
                               "1\t2020\tMOC\t5\tA-1\t5\t10\n";
    static const char want[] = "2 - 2020-01 moc 5 A-1 5 10 -\n";
    char wide[2][2 * sizeof utf8];
    size_t n = 0;
    wide[0][0] = '\xFF', wide[0][1] = '\xFE', wide[1][0] = '\xFE', wide[1][1] = '\xFF';
    for (n = 1; utf8[n + 2]; n++) {
        wide[0][2 * n] = wide[1][2 * n + 1] = utf8[n + 2];
        wide[0][2 * n + 1] = wide[1][2 * n] = '\0';
    }
    check("UTF-8 with a mark", str_of(utf8), want);
    check("UTF-16LE with a mark", (Str){wide[0], 2 * n}, want);
    check("UTF-16BE with a mark", (Str){wide[1], 2 * n}, want);
    check("UTF-16LE without", (Str){wide[0] + 2, 2 * n - 2}, want);
}

Test(dashboard, ten_thousand_rows) {
    Arena *arena = arena_new();
    Buf buf = {.arena = arena};
    Dashboard dashboard;
    buf_add(&buf, STR(OWN));
    for (int i = 0; i < 10000; i++)
        buf_printf(&buf, "%d,%d,2020,dMOC,%d,INV-%d,%d,%d.00,EUR\n", 1000 + i % 7, i % 12 + 1, i, i, i, i);
    cr_assert(dashboard_read(lexicon, arena, STR("d"), buf_str(&buf), &dashboard, NULL));
    cr_expect_eq(dashboard.rows.len, 10000);
    cr_expect_eq(dashboard.rows.items[9999].line, 10001);
    cr_expect_eq(decimal_cmp(dashboard.rows.items[9999].revenue, decimal_int(9999)), 0);
    arena_free(&arena);
}

/* Names of a configuration win over the lexicon's, and what they name is no other column. */
Test(dashboard, configured_names) {
    static const struct {
        const char *about, *text, *want;
    } named[] = {
        {"their names", "Periode,Art,Menge,Beleg,Punkte,Betrag\n2020-01,MOC,1,A,1,5\n", "2 - 2020-01 moc 1 A 1 5 -\n"},
        {"a known label elsewhere", "Periode,Art,Menge,Beleg,Punkte,Betrag,Invoice #\n2020-01,MOC,1,A,1,5,B\n",
         "2 - 2020-01 moc 1 A 1 5 -\n"},
        {"in JSON", "[{\"Periode\":\"2020-01\",\"art\":\"MOC\",\"Menge\":1,\"Beleg\":\"A\",\"Punkte\":1,\"Betrag\":5}]",
         "1 - 2020-01 moc 1 A 1 5 -\n"},
    };
    static const ColumnName names[] = {
        {{"Periode", 7}, {"period", 6}},       {{"Art", 3}, {"omlp_type", 9}},  {{"Menge", 5}, {"purchase_units", 14}},
        {{"Beleg", 5}, {"invoice_number", 14}}, {{"Punkte", 6}, {"kpi_value", 9}}, {{"Betrag", 6}, {"revenue_value", 13}}};
    ColumnNames all = {(ColumnName *)names, sizeof names / sizeof *names, 0};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        Arena *arena = arena_new();
        Dashboard dashboard;
        cr_assert(dashboard_read_named(lexicon, arena, STR("d"), str_of(named[i].text), &all, NULL, &dashboard, NULL));
        Str got = dashboard_str(arena, &dashboard);
        cr_expect(str_eq_cstr(got, named[i].want), "%s: %.*s", named[i].about, STR_ARG(got));
        arena_free(&arena);
    }
}
