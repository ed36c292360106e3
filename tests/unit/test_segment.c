/* Segments: which line of a body is what, and that nothing is cut. */
#include "reading_fixture.h"

/* One letter a line: N new, S signature, D disclaimer, Q quoted (q: deeper), P pasted or forwarded document. */
static const char *zones_of(Arena *arena, const Sample *sample) {
    Buf out = {.arena = arena};
    Layout layout;
    Ticket *ticket = ticket_of(arena, sample);
    layout_read(tree_lexicon(), arena, ticket->text, &layout);
    segment_text(tree_lexicon(), arena, ticket, &layout);
    size_t line = 0;
    for (size_t i = 0; i < layout.parts.len; i++) {
        const Part *part = &layout.parts.items[i];
        static const char letters[] = {[ZONE_NEW] = 'N', [ZONE_SIGNATURE] = 'S', [ZONE_DISCLAIMER] = 'D',
                                       [ZONE_QUOTED] = 'Q', [ZONE_DOCUMENT] = 'P'};
        cr_expect_eq(part->first, line, "parts follow each other");
        for (; line < part->last; line++)
            if (!layout.lines.items[line].empty)
                buf_add_char(&out, part->zone == ZONE_QUOTED && part->depth > 1 ? 'q' : letters[part->zone]);
    }
    cr_expect_eq(line, layout.lines.len, "parts cover every line");
    buf_add_char(&out, 0);
    return buf_str(&out).data;
}

/* Empty lines are left out of `want`. */
static const Sample bodies[] = {
    {"", ""},
    {"One line.", "N"},
    {"Hello,\n\nPlease help.\n\nKind regards,\nJoan Pell\nPell Training Ltd\n+44 20 7946 0000", "NNSSSS"},
    {"Hello,\nPlease help.\nThanks\nJoan", "NNSS"},
    {"Hello,\nThanks for your quick answer yesterday, it helped us a lot.\nOne more is missing.\nBest regards\nJoan", "NNNSS"},
    {"Bonjour,\nMerci de vérifier la facture ci-dessous, elle manque.\nBien cordialement,\nLéa Roux\nRoux Formation", "NNSSS"},
    {"Bonjour,\nRien ne s'affiche.\nBien à vous\nLéa", "NNSS"},
    {"Dear Sirs,\nThank you always for your kind support.\nOne purchase is missing.\nMonth\nMarch\nBest regards,\nTakumi", "NNNNNSS"},
    {"Dear Sirs,\nOne purchase is missing.\nThank you!\nBest regards,\nTakumi", "NNSSS"},
    {"Text.\n-- \nJoan Pell\nPell Training", "NSSS"},
    {"Text.\n\nSent from my phone", "NS"},
    {"Texte.\n\nEnvoyé de mon iPhone", "NS"},
    {"Text.\nJoan Pell\nSales lead", "NSS", .from = "Joan Pell"},
    {"Text.\nJoan", "NS", .from = "Joan Pell"},
    {"Joan Pell asked me to write to you.\nThe KPI is missing.", "NN", .from = "Joan Pell"},
    /* a hasty thanks before the details */
    {"Please check.\nThanks\nMonth: March\nYear: 2020\nInvoice #: A-1201", "NNNNN"},
    /* a postscript below the signature */
    {"Text.\nKind regards\nJoan\nPS: the year is 2020.", "NSSN"},
    {"Texte.\nCordialement\nLéa\nP.S. : il s'agit de 2020.", "NSSN"},
    /* disclaimers */
    {"Text.\nKind regards\nJoan\n\nThis e-mail is confidential and intended solely for the addressee.\nIf you are not the addressee, delete it.",
     "NSSDD"},
    {"Texte.\nCordialement\nLéa\n\nCe message est confidentiel et destiné exclusivement à son destinataire.", "NSSD"},
    /* quoted mails */
    {"New text.\n> old text\n> more", "NQQ"},
    {"New text.\n> old\n>> older", "NQq"},
    {"New.\n\nOn Tue, 3 Mar 2020 at 10:11, Support <help@desk.test> wrote:\n> Please send the invoice number.\n> Thanks", "NQQQ"},
    {"New.\n\nOn Tue, 3 Mar 2020 at 10:11, Support\n<help@desk.test> wrote:\n> Please send the number.", "NQQQ"},
    {"Nouveau.\n\nLe mar. 3 mars 2020 à 10:11, Support <help@desk.test> a écrit :\n> Merci d'envoyer le numéro.", "NQQ"},
    {"New.\n\n-----Original Message-----\nFrom: Support\nSent: 3 March 2020\nTo: Joan\nSubject: Your ticket\n\nPlease send the number.",
     "NQQQQQQ"},
    {"Nouveau.\n\n-----Message d'origine-----\nDe : Support\nEnvoyé : 3 mars 2020\nÀ : Léa\nObjet : Votre ticket\n\nMerci d'envoyer le numéro.",
     "NQQQQQQ"},
    {"New.\n\nFrom: Support <help@desk.test>\nSent: 3 March 2020 10:11\nTo: Joan\nSubject: Your ticket\n\nPlease send it.", "NQQQQQ"},
    {"Nouveau.\n\n*De :* Support\n*Envoyé :* 3 mars 2020\n*Objet :* Votre ticket\n\nMerci.", "NQQQQ"},
    {"New.\nKind regards\nJoan\n\nOn 3 March 2020, Support wrote:\n> Please send the number.\n> Kind regards\n> Ann", "NSSQQQQ"},
    /* answers between the quoted lines */
    {"On 3 March 2020, Support wrote:\n> Invoice number?\nA-1201\n> Units?\n25\n", "QQNQN"},
    /* prose that only begins like a quotation */
    {"On 3 March 2020 we bought 25 licences.\nThey are missing.", "NN"},
    {"On 3 March 2020 you wrote that it would show.\nIt does not.", "NN"},
    {"From: March 2020\nText goes on here.", "NN"},
    /* forwarded */
    {"See below.\n\n---------- Forwarded message ---------\nFrom: Vendor <billing@vendor.test>\nDate: 3 March 2020\nSubject: Invoice A-1201\n\nINVOICE A-1201\nTotal 300.00 EUR",
     "NPPPPPP"},
    {"Voir ci-dessous.\n\n---------- Message transféré ---------\nDe : Vendeur\nDate : 3 mars 2020\nObjet : Facture A-1201\n\nFACTURE A-1201", "NPPPPP"},
    {"See below.\n\nFrom: Vendor <billing@vendor.test>\nSent: 3 March 2020\nSubject: Invoice A-1201\n\nInvoice attached.", "NPPPP",
     .subject = "FW: Invoice A-1201"},
    /* pasted documents */
    {"Please accept this:\n\n-----------------------\nINVOICE\nInvoice no. A-1201\nInvoice date: 3 March 2020\n25 x dMOC 12.50 312.50 EUR\nVAT 20 % 62.50\n"
     "Total due 375.00 EUR\nPayment within 30 days",
     "NNPPPPPPP"},
    {"Please accept this:\n\nORDER CONFIRMATION\nOrder confirmation no. OC-5521\nDate: 3 March 2020\n25 x dMOC 312.50 EUR\nYour invoice will follow with the goods.",
     "NPPPPP"},
    {"Voici :\n\nFACTURE\nFacture n° A-1201\nDate de facture : 3 mars 2020\n25 x dMOC 12,50 312,50 EUR\nTVA 20 % 62,50\nTotal TTC 375,00 EUR\n"
     "Règlement sous 30 jours",
     "NPPPPPPP"},
};

Test(segment, zones) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(bodies); i++) {
        const char *got = zones_of(arena, &bodies[i]);
        cr_expect_str_eq(got, bodies[i].want, "--------\n%s\n- want: %s\n- got:  %s\n", bodies[i].body, bodies[i].want, got);
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* The segments of the ticket cover its raw text byte by byte, whatever it is. */
static void expect_covered(Arena *arena, const Ticket *ticket) {
    size_t at = 0;
    for (size_t i = 0; i < ticket->segments.len; i++) {
        cr_expect_eq(ticket->segments.items[i].from, at);
        at = ticket->segments.items[i].to;
    }
    cr_expect_eq(at, ticket->text.len, "%zu of %zu bytes", at, ticket->text.len);
    (void)arena;
}

Test(segment, covers_all) {
    static const char *const texts[] = {"a",
                                        "\r\n\r\n",
                                        "\xEF\xBB\xBFHello\r\n> quoted\r\nKind regards\r\nJoan\r\n",
                                        "Bonjour\xC2\xA0!\n\xFF\xFE\n\nCordialement\nL\xC3\xA9\x61",
                                        "\xE2\x80\xAEtext\xE2\x80\xAC\n> x\n"};
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        Sample sample = {texts[i]};
        expect_covered(arena, reading_of(arena, &sample)->ticket);
        arena_clear(arena);
    }
    arena_free(&arena);
}

Test(segment, lines) {
    static const struct {
        const char *line, *content;
        int quotes;
        bool bullet;
    } lines[] = {{"text", "text", 0, false},     {"  text  ", "text", 0, false},   {"> text", "text", 1, false},
                 {">> text", "text", 2, false},  {"> > text", "text", 2, false},   {"- text", "text", 0, true},
                 {"* text", "text", 0, true},    {"• text", "text", 0, true},      {"1. text", "text", 0, true},
                 {"12) text", "text", 0, true},  {"-5", "-5", 0, false},           {"1.5 text", "1.5 text", 0, false},
                 {"> - text", "text", 1, true},  {"2020. text", "2020. text", 0, false}, {"", "", 0, false}};
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        Layout layout;
        Str raw = arena_printf(arena, "%s\n", lines[i].line);
        layout_read(tree_lexicon(), arena, raw, &layout);
        cr_assert_eq(layout.lines.len, 1, "%s", lines[i].line);
        const TextLine *line = &layout.lines.items[0];
        cr_expect(str_eq_cstr(str_sub(layout.text.folded, line->content.from, line->content.to), lines[i].content), "%s", lines[i].line);
        cr_expect_eq(line->quotes, lines[i].quotes, "%s", lines[i].line);
        cr_expect_eq(line->bullet, lines[i].bullet, "%s", lines[i].line);
        cr_expect_eq(line->empty, lines[i].content[0] == 0, "%s", lines[i].line);
        arena_clear(arena);
    }
    arena_free(&arena);
}

Test(segment, fields) {
    static const struct {
        const char *line;
        bool field;
    } lines[] = {{"Month: March", true},   {"Invoice # - A-1201", true}, {"KPI value = 25", true},   {"Facture n° : A-1201", true},
                 {"Units\t25", true},      {"Phone: 0161 496 0302", false}, {"MPN ID: 3350917", false}, {"Kind regards", false},
                 {"Month by month it gets worse", false}, {"", false}};
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        Layout layout;
        layout_read(tree_lexicon(), arena, arena_printf(arena, "%s\n", lines[i].line), &layout);
        cr_expect_eq(line_is_field(tree_lexicon(), &layout, &layout.lines.items[0]), lines[i].field, "%s", lines[i].line);
        arena_clear(arena);
    }
    arena_free(&arena);
}
