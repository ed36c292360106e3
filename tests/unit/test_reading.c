/* Whole tickets: where details stand in a mail, which of them count, and where they were read. */
#include "reading_fixture.h"

#define DETAILS "Month: March\nYear: 2020\nOMLP type: dMOC\nUnits: 25\nInvoice #: A-1201\nKPI: 25\nRevenue: 300.00 EUR\n"
#define WHOLE "m=3 y=2020 t=dmoc u=25 n=A-1201 k=25 r=300.00 EUR"

static const Sample places[] = {
    {"", ""},
    {"Hello, our KPIs are wrong on the dashboard. What do you need?", ""},
    /* the subject line alone */
    {"Please check.", "m=3 y=2020 t=dmoc u=25 n=A-1201", .subject = "KPI missing: invoice A-1201, 25 dMOC, March 2020"},
    {"Merci de vérifier.", "m=3 y=2020 t=dmoc u=25 n=A-1201", .subject = "KPI manquants : facture A-1201, 25 dMOC, mars 2020"},
    /* the text goes before the subject */
    {"Invoice #: A-1201\nUnits: 25\nMonth: March\nYear: 2020", "m=3 y=2020 t=dmoc u=25 n=A-1201", .subject = "KPI missing, 20 dMOC of April 2020"},
    /* fields of the helpdesk */
    {"Please check.", WHOLE,
     .fields = {"Month", "March", "Year", "2020", "OMLP type", "dMOC", "Purchase unit", "25", "Invoice #", "A-1201", "KPI value", "25",
                "Revenue value", "300.00 EUR"}},
    {"Merci de vérifier.", WHOLE,
     .fields = {"Mois", "mars", "Année", "2020", "Type OMLP", "dMOC", "Quantité", "25", "N° de facture", "A-1201", "Valeur KPI", "25",
                "CA HT (EUR)", "300,00"}},
    {"The KPI value of invoice A-1201 is 25.", "m=3 n=A-1201 k=25", .fields = {"Month", "March", "Category", "KPI", "Year", "-"}},
    {"Units: 30", "u=? n=A-1201", .fields = {"Invoice #", "A-1201", "Purchase unit", "25"}},
    /* signature and disclaimer give nothing */
    {DETAILS "\nKind regards\nJoan Pell\nInvoice desk, phone 020 7946 0000\nSince 1998, 40 KPIs a day", WHOLE},
    {"Invoice #: A-1201\n\nCordialement\nLéa Roux\nService facture 2019\n12 rue du Port, 75000 Paris", "n=A-1201"},
    {"Invoice #: A-1201\nThanks\n\nThis e-mail is confidential. In March 2019 we bought 10 MOC.", "n=A-1201"},
    /* a postscript counts */
    {"Invoice #: A-1201\nUnits: 25\nYear: 2020\n\nKind regards\nJoan\n\nPS: the month is March.", "m=3 y=2020 u=25 n=A-1201"},
    {"Facture : A-1201\nUnités : 25\nAnnée : 2020\n\nCordialement\nLéa\n\nPS : le mois est mars.", "m=3 y=2020 u=25 n=A-1201"},
    /* quoted mails fill what the new text leaves open, no more */
    {"The invoice number is A-1201.\n\n> Month: March\n> Year: 2020\n> Units: 25", "m=3 y=2020 u=25 n=A-1201"},
    {"The units are 30.\n\nOn 3 April 2020, Joan wrote:\n> Invoice #: A-1201\n> Units: 25", "u=30 n=A-1201"},
    {"Le numéro est le suivant.\nFacture : A-1201\n\nLe 3 avril 2020, Léa a écrit :\n> Unités : 25", "u=25 n=A-1201"},
    {"See my mail below.\n\n-----Original Message-----\nFrom: Joan\nSent: 3 April 2020\nSubject: KPI\n\n" DETAILS, WHOLE},
    {"Newer first.\n\n> Units: 30\n>> Units: 25\n>> Invoice #: A-1201", "u=30 n=A-1201"},
    /* the dates of quoted headers are none */
    {"Invoice #: A-1201\n\nOn 3 April 2020, Support wrote:\n> Please send the details.", "n=A-1201"},
    /* papers that are forwarded or pasted give no detail */
    {"Please check the KPIs of invoice A-1201.\n\nINVOICE\nInvoice no. A-1201\nInvoice date: 3 March 2020\n25 x dMOC 12.00 300.00 EUR\n"
     "VAT 20 % 60.00\nTotal due 360.00 EUR\nPayment within 30 days",
     "n=A-1201"},
    {"Please check the KPIs of invoice A-1201.\n\nORDER CONFIRMATION\nOrder confirmation no. OC-5521\nDate: 3 March 2020\n"
     "25 x dMOC 300.00 EUR\nYour invoice will follow with the goods.",
     "n=A-1201"},
    /* the ticket's own date resolves what is relative; a bare month stays without a year */
    {"Last month we bought 25 dMOC, invoice A-1201.", "m=2 y=2021 t=dmoc u=25 n=A-1201"},
    {"In February we bought 25 dMOC, invoice A-1201.", "m=2 t=dmoc u=25 n=A-1201"},
    {"In February we bought 25 dMOC, invoice 2020-1201.", "m=2 t=dmoc u=25 n=2020-1201"},
    /* Windows line ends, marks of direction and zero width inside of numbers */
    {"Month: March\r\nYear: 2020\r\nUnits: 2\xE2\x80\x8B" "5\r\nInvoice #: \xE2\x80\x8E" "A-1201\xE2\x80\x8F\r\n", "m=3 y=2020 u=25 n=A-1201"},
    {"Mois\xC2\xA0: mars\nAnn\xC3\xA9" "e\xC2\xA0: 2020\nRevenu\xC2\xA0: 1\xE2\x80\xAF" "300,00\xC2\xA0€\nFacture\xC2\xA0: A-1201", "m=3 y=2020 n=A-1201 r=1300.00 EUR"},
    {"Year: ２０２０\nUnits: ２５\nInvoice #: A-1201", "y=2020 u=25 n=A-1201"},
};

Test(reading, places) {
    EXPECT_CLAIMS(places);
}

/* ---- evidence ---- */

static const struct {
    Sample sample;
    Detail detail;
    Source source;
    const char *text, *where;
} shown[] = {
    {{"Hi,\nKPI value: 12,50\nInvoice #: A-1201", NULL}, DETAIL_KPI_VALUE, SOURCE_BODY, "12,50", NULL},
    {{"Facture : A-1201\nMois : février", NULL}, DETAIL_MONTH, SOURCE_BODY, "février", NULL},
    {{"Invoice A-1201 came to 1\xE2\x80\xAF" "300,00 €.", NULL}, DETAIL_REVENUE_VALUE, SOURCE_BODY, "1\xE2\x80\xAF" "300,00 €", NULL},
    {{"Please check.\n\n> Invoice #: A-1201\n> Units: 25", NULL}, DETAIL_PURCHASE_UNITS, SOURCE_QUOTED, "25", NULL},
    {{"Please check.", NULL, .subject = "KPI of invoice A-1201 missing"}, DETAIL_INVOICE_NUMBER, SOURCE_SUBJECT, "A-1201", NULL},
    {{"Please check.", NULL, .fields = {"Invoice #", "A-1201", "Units", "25 seats"}}, DETAIL_INVOICE_NUMBER, SOURCE_FIELD, "A-1201", "Invoice #"},
    {{"Invoice\tMonth\tYear\tUnits\tKPI\nA-1201\tMar\t2020\t25\t25", NULL}, DETAIL_MONTH, SOURCE_BODY, "Mar", NULL},
};

Test(reading, evidence) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(shown); i++) {
        const Reading *reading = reading_of(arena, &shown[i].sample);
        cr_assert_eq(reading->claims.len, 1, "\"%s\": %zu claims", shown[i].sample.body, reading->claims.len);
        const Evidence *e = &reading->claims.items[0]->evidence[shown[i].detail];
        cr_expect_eq(e->source, shown[i].source, "\"%s\": %s", shown[i].sample.body, source_word(e->source));
        cr_expect(str_eq_cstr(e->text, shown[i].text), "\"%s\": " STR_FMT, shown[i].sample.body, STR_ARG(e->text));
        cr_expect(shown[i].where ? str_eq_cstr(e->where, shown[i].where) : !str_given(e->where), "\"%s\"", shown[i].sample.body);
        if (e->source == SOURCE_BODY || e->source == SOURCE_QUOTED)
            cr_expect(str_eq(str_sub(reading->ticket->text, e->from, e->to), e->text), "\"%s\": span", shown[i].sample.body);
        else
            cr_expect(e->from == 0 && e->to == 0);
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* What is said to be shown is kept beside the claim, readings of an ambiguous value too. */
Test(reading, beside) {
    Arena *arena = arena_new();
    Sample sample = {"The dashboard shows 20 KPIs instead of 25 for invoice A-1201.\nUnits: 12 licences\n\nWe count 13 units of dMOC for invoice A-1201."};
    const Reading *reading = reading_of(arena, &sample);
    cr_assert_eq(reading->claims.len, 1);
    const Claim *claim = reading->claims.items[0];
    cr_expect(detail_given(&claim->shown, DETAIL_KPI_VALUE));
    cr_expect_str_eq(detail_str(arena, &claim->shown, DETAIL_KPI_VALUE).data, "20");
    cr_expect(claim->ambiguous & DETAIL_BIT(DETAIL_PURCHASE_UNITS));
    cr_expect_eq(claim->readings[DETAIL_PURCHASE_UNITS].len, 2);
    arena_clear(arena);

    Sample units = {"Invoice #: A-1201\nUnits: 12 licences"};
    claim = reading_of(arena, &units)->claims.items[0];
    cr_expect(detail_given(&claim->details, DETAIL_UNIT_OF_MEASURE));
    cr_expect(str_eq_cstr(claim->details.value[DETAIL_UNIT_OF_MEASURE].text, "licences"));
    arena_free(&arena);
}

/* ---- attached tables ---- */

static const char *with_table(Arena *arena, const char *body, const char *table, bool from_message) {
    Sample sample = {body};
    Ticket *ticket = ticket_of(arena, &sample);
    Document *document = ARENA_NEW(arena, Document);
    *document = (Document){.name = STR("purchases.csv"), .content_type = STR("text/csv"), .readable = true,
                           .text = str_of(table), .bytes = str_of(table), .from_message = from_message};
    *VEC_PUSH(arena, &ticket->documents) = document;
    return claims_text(arena, reading_read(tree_lexicon(), arena, ticket));
}

#define TABLE "Invoice\tMonth\tYear\tType\tUnits\tKPI\tRevenue EUR\nA-1201\t3\t2020\tdMOC\t25\t25\t300.00\nA-1202\t4\t2020\tMOC\t8\t8\t96.50\n"
#define ROWS WHOLE "\nm=4 y=2020 t=moc u=8 n=A-1202 k=8 r=96.50 EUR"

Test(reading, tables) {
    static const struct {
        const char *body, *table, *want;
        bool from_message;
    } cases[] = {
        {"Our purchases are attached, they do not show on the dashboard.", TABLE, ROWS},
        {"Invoice A-1202 of the attached table is the one that matters most.", TABLE,
         "m=4 y=2020 t=moc u=8 n=A-1202 k=8 r=96.50 EUR\n" WHOLE},
        {"Invoice #: A-1201\nUnits: 30", TABLE, "m=3 y=2020 t=dmoc u=? n=A-1201 k=25 r=300.00 EUR\nm=4 y=2020 t=moc u=8 n=A-1202 k=8 r=96.50 EUR"},
        {"Invoice #: A-1201\nUnits: 25", TABLE, ROWS},
        {"Invoice #: B-7704\nUnits: 30\nKPI: 30", TABLE, "u=30 n=B-7704 k=30\n" ROWS},
        /* one of an attached message gives nothing */
        {"Invoice #: B-7704\nUnits: 30\nKPI: 30", TABLE, "u=30 n=B-7704 k=30", true},
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *got = with_table(arena, cases[i].body, cases[i].table, cases[i].from_message);
        cr_expect_str_eq(got, cases[i].want, "--------\n%s\n- want: %s\n- got:  %s\n", cases[i].body, cases[i].want, got);
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* ---- hostile texts ---- */

/* Twice the text takes about twice the time; a quadratic pass would take four times. The texts are long enough to measure. */
Test(reading, growth) {
    static const struct {
        const char *name, *head, *piece;
        size_t times;
    } cases[] = {
        {"sentences", "", "We bought 25 dMOC in March 2020, invoice A-1201, and the dashboard shows 20 KPIs instead of 25.\n\n", 400},
        {"one sentence", "", "invoice 25 dMOC March 2020 KPI ", 2500},
        {"fields", "", "Invoice #: A-1201\nKPI: 25\n", 5000},
        {"one line of fields", "", "KPI: 25, ", 8000},
        {"a table", "Invoice\tMonth\tYear\tUnits\tKPI\n", "A-1201\t3\t2020\t25\t25\n", 2000},
        {"a blank table", "Invoice  Month  Year  Units  KPI\n", "A-1201   3      2020  25     25\n", 2000},
        {"table heads", "", "Invoice | Month | Year | Units | KPI\n\n", 1000},
        {"labels down the side", "", "Month\tMarch\tApril\n", 3000},
        {"quote marks", "", "> > > text\n", 8000},
        {"attributions", "", "On 3 March 2020, Joan wrote:\n", 3000},
        {"headers", "", "From: Joan\nSent: 3 March 2020\n", 3000},
        {"closings", "", "Kind regards\n\n", 20000},
        {"postscripts", "Kind regards\n", "PS: 2020\n", 6000},
        {"rules and titles", "", "----------\nINVOICE\n", 4000},
        {"denials", "", "It is 25, not 52. ", 3000},
        {"numbers", "", "25 ", 30000},
        {"number words", "", "twenty five ", 10000},
        {"codes", "", "A-1201/", 10000},
        {"brackets", "shown ", "((25", 10000},
        {"separators", "", "KPI......:", 6000},
        {"partner labels", "", "MPN ID ", 10000},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        double best = 1e9;
        for (int attempt = 0; attempt < 3 && best > 2.5; attempt++) {
            double one = reading_seconds(cases[i].head, cases[i].piece, cases[i].times, 3);
            double two = reading_seconds(cases[i].head, cases[i].piece, cases[i].times * 2, 3);
            double growth = two / (one + 0.001);
            best = growth < best ? growth : best;
        }
        cr_expect(best <= 2.5, "%s: twice the text takes %.1f times as long", cases[i].name, best);
    }
}

/* Whatever the bytes are, they are read to an end, the segments cover them, and the evidence stands in them. */
Test(reading, any_bytes) {
    static const char *const pieces[] = {"Month", "Invoice #", ":", " ", "\n", "\t", "|", ">", "- ", "25", "2020", "A-1201", "3,125.00", "EUR",
                                         "€", "dMOC", "KPI", "March", "mars", "not", "instead of", "shows", "Kind regards", "From:", "wrote:",
                                         "\xFF", "\xC3", "\xE2\x80\x8B", "\xE2\x80\xAE", "é", "円", "(", ")", "----------", "INVOICE", "Total",
                                         "twenty", "-", "last month", "MPN ID", "PS:", ";", "=", "...", "\r\n", "\xEF\xBB\xBF"};
    Arena *arena = arena_new();
    uint64_t seed = 20200115;
    for (int round = 0; round < 1500; round++) {
        Buf body = {.arena = arena};
        for (size_t i = 0; i < 5 + seed % 60; i++) {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            buf_add(&body, str_of(pieces[(seed >> 33) % G_N_ELEMENTS(pieces)]));
            if (seed >> 63)
                buf_add_char(&body, ' ');
        }
        Sample sample = {""};
        Ticket *ticket = ticket_of(arena, &sample);
        char *exact = g_memdup2(body.data, body.len); /* a block of its own: reading past the end is caught */
        ticket->text = (Str){exact, body.len};
        const Reading *reading = reading_read(tree_lexicon(), arena, ticket);
        size_t at = 0;
        for (size_t i = 0; i < ticket->segments.len; i++) {
            cr_assert_eq(ticket->segments.items[i].from, at);
            at = ticket->segments.items[i].to;
        }
        cr_assert_eq(at, ticket->text.len);
        for (size_t i = 0; i < reading->claims.len; i++)
            for (int detail = 0; detail < DETAIL_COUNT; detail++) {
                const Evidence *e = &reading->claims.items[i]->evidence[detail];
                if (detail_given(&reading->claims.items[i]->details, (Detail)detail) && e->source == SOURCE_BODY)
                    cr_assert(e->to > e->from && e->to <= ticket->text.len && str_eq(str_sub(ticket->text, e->from, e->to), e->text));
            }
        arena_clear(arena);
        g_free(exact);
    }
    arena_free(&arena);
}
