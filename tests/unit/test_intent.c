/* What a ticket asks for, and the details of a directory listing (contract section 7). */
#include "reading_fixture.h"

static const Sample asked[] = {
    {"Invoice A-1201 of March 2020 does not show on our dashboard.", "kpi_discrepancy"},
    {"Month: March\nYear: 2020\nInvoice #: A-1201\nUnits: 25", "kpi_discrepancy"},
    {"The KPIs on our dashboard are wrong, please look into it.", "kpi_discrepancy"},
    {"Our KPI dashboard does not agree with Partner Center.", "kpi_discrepancy"},
    {"Les KPI de notre tableau de bord sont faux, merci de vérifier.", "kpi_discrepancy"},
    {"La facture A-1201 de mars 2020 n'apparaît pas sur notre tableau de bord.", "kpi_discrepancy"},
    {"Il manque des KPI sur notre tableau de bord.", "kpi_discrepancy"},
    {"Please add us to the Learning Partner directory.", "directory_listing"},
    {"Why are we not listed in the learning partner directory?", "directory_listing"},
    {"Pourquoi ne figurons-nous pas dans l'annuaire des partenaires de formation ?", "directory_listing"},
    {"Merci de nous ajouter à l'annuaire des Learning Partners.", "directory_listing"},
    {"Do we need a business application plan to enrol?", "business_plan"},
    {"Is a business plan required in the first year?", "business_plan"},
    {"Faut-il un plan d'affaires pour s'inscrire ?", "business_plan"},
    {"We bought courseware before applying for the programme. Will those KPIs be recognised?", "kpi_recognition"},
    {"We are new. Do purchases made before our enrolment count towards our KPIs?", "kpi_recognition"},
    {"Nous avons acheté des supports avant notre inscription : ces KPI seront-ils reconnus ?", "kpi_recognition"},
    {"Is a one-day training one KPI?", "training_duration"},
    {"Does a five-day course give more KPIs than a one-day course?", "training_duration"},
    {"Une formation d'un jour vaut-elle un KPI ?", "training_duration"},
    {"La durée de la formation change-t-elle le nombre de KPI ?", "training_duration"},
    {"How do we enrol as a learning partner?", "enrollment"},
    {"What are the requirements for the Silver Learning Option?", "enrollment"},
    {"Comment s'inscrire comme partenaire de formation ?", "enrollment"},
    {"Quelles sont les conditions pour l'option Learning Gold ?", "enrollment"},
    {"Thank you very much, have a nice weekend!", "other"},
    {"Our printer is out of paper.", "other"},
    {"Merci beaucoup et bon week-end !", "other"},
    {"", "other"},
    /* a purchase mentioned only to ask */
    {"Last year we bought some MOC. Is a one-day training one KPI?", "training_duration"},
    {"We bought 10 dMOC in 2020 before applying. Will those KPIs be recognised?", "kpi_recognition"},
    /* claim lines make it a discrepancy whatever else it asks */
    {"How do we enrol?\n\nMonth: March\nYear: 2020\nOMLP type: dMOC\nUnits: 25\nInvoice #: A-1201\nKPI: 25\nRevenue: 300.00 EUR", "kpi_discrepancy"},
    /* automatic messages, whatever they quote */
    {"I am out of the office until 3 March with no access to my e-mail.\n\n> Invoice #: A-1201\n> Units: 25", "other",
     .subject = "Automatic reply: Your ticket"},
    {"Je suis absent du bureau jusqu'au 3 mars.", "other", .subject = "Réponse automatique : votre ticket"},
    {"Delivery has failed to these recipients.\n\nInvoice #: A-1201", "other", .subject = "Undeliverable: KPI"},
};

Test(intent, asked) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(asked); i++) {
        const Reading *reading = reading_of(arena, &asked[i]);
        cr_expect_str_eq(intent_word(reading->intent), asked[i].want, "\"%s\"\n- want %s\n- got %s", asked[i].body, asked[i].want,
                         intent_word(reading->intent));
        cr_expect(reading->intent == INTENT_KPI_DISCREPANCY || reading->claims.len == 0, "\"%s\": claims beside", asked[i].body);
        arena_clear(arena);
    }
    arena_free(&arena);
}

Test(intent, automatic) {
    static const Sample samples[] = {
        {"I am out of the office.", "yes", .subject = "Automatic reply: KPI"},
        {"Je suis absente.", "yes", .subject = "Réponse automatique : KPI"},
        {"Your message could not be delivered.", "yes", .subject = "Undeliverable: KPI"},
        {"I was out of the office yesterday, so here is invoice A-1201 of March 2020 only today.", "no"},
        {"Invoice A-1201 is missing.", "no", .subject = "KPI"},
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(samples); i++) {
        cr_expect_eq(reading_of(arena, &samples[i])->automatic, samples[i].want[0] == 'y', "\"%s\"", samples[i].body);
        arena_clear(arena);
    }
    Sample plain = {"Invoice #: A-1201\nUnits: 25"};
    Ticket *ticket = ticket_of(arena, &plain);
    ticket->automatic = true; /* its headers say so */
    const Reading *reading = reading_read(tree_lexicon(), arena, ticket);
    cr_expect(reading->automatic && reading->intent == INTENT_OTHER && reading->claims.len == 0);
    arena_free(&arena);
}

/* ---- directory listings: "name | country | address" ---- */

static const Sample listings[] = {
    {"Please list us in the learning partner directory.", "||"},
    {"Please list us in the learning partner directory.\nListing name: Pell Training\nCountry: Ireland\nLanding page URL: https://pell.test/ms", "Pell Training|Ireland|https://pell.test/ms"},
    {"Please add us to the learning partner directory.\nName to show = Pell Training Ltd.\nCountry = Ireland\nURL = www.pell.test/microsoft",
     "Pell Training Ltd.|Ireland|www.pell.test/microsoft"},
    {"Please add us to the learning partner directory. The name to show is Pell Training. We are in Ireland and our landing page is https://pell.test/ms.",
     "Pell Training|Ireland|https://pell.test/ms"},
    {"Why are we missing in the learning partner directory?\n- Company name: Pell Training\n- Country: n/a\n- Landing page: (see attached)",
     "Pell Training||"},
    {"Please add us to the learning partner directory.\nKind regards\nJoan Pell\nPell Training\nwww.pell.test", "||"},
    {"Please add us to the learning partner directory.", "Pell Training|Ireland|https://pell.test/ms",
     .fields = {"Listing name", "Pell Training", "Country", "Ireland", "Landing page URL", "https://pell.test/ms"}},
    {"Merci de nous ajouter à l'annuaire des Learning Partners.\nNom à afficher : Roux Formation\nPays : France\nPage d'accueil : https://roux.test/ms",
     "Roux Formation|France|https://roux.test/ms"},
    {"Merci de nous ajouter à l'annuaire des Learning Partners.\nNom à afficher = Roux Formation S.A.\nPays = Belgique\nURL : https://roux.test/ms",
     "Roux Formation S.A.|Belgique|https://roux.test/ms"},
    {"Merci de nous ajouter à l'annuaire des Learning Partners.\nNom affiché : Roux Formation\nPays : -\nURL : à venir", "Roux Formation||"},
};

Test(intent, listing) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(listings); i++) {
        const Reading *reading = reading_of(arena, &listings[i]);
        Str got = arena_printf(arena, STR_FMT "|" STR_FMT "|" STR_FMT, STR_ARG(reading->listing[LISTING_NAME]),
                               STR_ARG(reading->listing[LISTING_COUNTRY]), STR_ARG(reading->listing[LISTING_URL]));
        cr_expect_eq(reading->intent, INTENT_DIRECTORY_LISTING, "\"%s\": %s", listings[i].body, intent_word(reading->intent));
        cr_expect_str_eq(got.data, listings[i].want, "\"%s\"\n- want: %s\n- got:  %s", listings[i].body, listings[i].want, got.data);
        arena_clear(arena);
    }
    arena_free(&arena);
}
