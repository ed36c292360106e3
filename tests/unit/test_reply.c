#include <criterion/criterion.h>
#include <glib/gstdio.h>

#include "reply/context.h"
#include "reply/html.h"
#include "reply_fixture.h"

static Templates *templates;

static void load(void) {
    templates = fixture_templates();
}
static void unload(void) {
    templates_free(&templates);
}
TestSuite(reply, .init = load, .fini = unload);

static Reply *draft(Fixture *f) {
    GError *error = NULL;
    Reply *reply = reply_draft(templates, f->arena, &f->resolution, &error);
    cr_assert_not_null(reply, "%s", error ? error->message : "no draft");
    return reply;
}

/* ---- situations, one a wording ---- */

static void as_ambiguous(Fixture *f, Line *line) {
    Strs *readings = &fixture_claim(line)->readings[DETAIL_PURCHASE_UNITS];
    *VEC_PUSH(f->arena, readings) = STR("20");
    *VEC_PUSH(f->arena, readings) = STR("31 seats");
    fixture_finding(f, line, FINDING_AMBIGUOUS_VALUE, DETAIL_PURCHASE_UNITS);
}
static void as_other_partner(Fixture *f, Line *line) {
    fixture_finding(f, line, FINDING_OTHER_PARTNER, DETAIL_COUNT);
}
static void as_one_missing(Fixture *f, Line *line) {
    (void)f;
    line->missing = DETAIL_BIT(DETAIL_KPI_VALUE);
}
static void as_no_year(Fixture *f, Line *line) {
    (void)f;
    line->effective.given &= ~DETAIL_BIT(DETAIL_YEAR);
    fixture_claim(line)->details.given &= ~DETAIL_BIT(DETAIL_YEAR);
    line->missing = DETAIL_BIT(DETAIL_YEAR);
}
static void as_many_missing(Fixture *f, Line *line) {
    fixture_document(f, line, "inv.pdf", KIND_INVOICE);
    line->missing = DETAIL_BIT(DETAIL_YEAR) | DETAIL_BIT(DETAIL_REVENUE_VALUE) | DETAIL_PARTNER_BIT;
}
static void as_row(Fixture *f, Line *line) {
    (void)f;
    fixture_row(line);
}
static void as_corrected(Fixture *f, Line *line) {
    fixture_row(line);
    fixture_set(&fixture_claim(line)->details, DETAIL_REVENUE_VALUE, "3750.00");
    fixture_set(&fixture_claim(line)->details, DETAIL_MONTH, "11");
    fixture_document(f, line, "inv.pdf", KIND_INVOICE);
    fixture_finding(f, line, FINDING_CLAIM_DIFFERS_FROM_INVOICE, DETAIL_REVENUE_VALUE);
}
static void as_near(Fixture *f, Line *line) {
    fixture_row(line);
    line->row_is_near = true;
    line->row.invoice_number = STR("INV-2020-071");
    fixture_finding(f, line, FINDING_INVOICE_NUMBER_DIFFERS, DETAIL_INVOICE_NUMBER);
}
static void as_old(Fixture *f, Line *line) {
    (void)f;
    fixture_set(&line->effective, DETAIL_YEAR, "2018");
}
static void as_one_refused(Fixture *f, Line *line) {
    fixture_document(f, line, "order 77.pdf", KIND_ORDER_CONFIRMATION);
    fixture_finding(f, line, FINDING_NOT_ON_DASHBOARD, DETAIL_COUNT);
}
static void as_one_unreadable(Fixture *f, Line *line) {
    fixture_document(f, line, "inv.pdf", KIND_OTHER)->readable = false;
}
static void as_many_refused(Fixture *f, Line *line) {
    fixture_row(line);
    line->row.kpi = decimal_int(20);
    fixture_finding(f, line, FINDING_KPI_MISMATCH, DETAIL_KPI_VALUE);
    fixture_document(f, line, "body", KIND_PARTNER_REPORT);
    fixture_document(f, line, "scan.pdf", KIND_OTHER)->readable = false;
}
static void as_early(Fixture *f, Line *line) {
    (void)f;
    line->displayed_from = (Date){2020, 2, 15};
}
static void as_supported(Fixture *f, Line *line) {
    fixture_row(line);
    line->row.revenue = decimal_int(2500);
    line->row.currency = STR_NONE;
    fixture_document(f, line, "inv.pdf", KIND_INVOICE);
    fixture_finding(f, line, FINDING_REVENUE_MISMATCH, DETAIL_REVENUE_VALUE)->invoice = STR("3125.00");
}

typedef struct Situation {
    Language language;
    Decision decision;
    void (*make)(Fixture *, Line *);
    const char *says[6], *never[4];
} Situation;

#define NB "\u00A0"

static const Situation situations[] = {
    {LANGUAGE_EN, DECISION_REVIEW, as_ambiguous, {"INV-2020-017", "Purchase units: 20 and 31 seats", "colleague"},
     {"Please"}},
    {LANGUAGE_EN, DECISION_REVIEW, as_other_partner, {"INV-2020-017", "get back to you"}, {"dashboard", "partner's"}},
    {LANGUAGE_EN, DECISION_REQUEST_INFORMATION, as_one_missing,
     {"the following detail:\n- KPI value\n", "the missing detail", "attach the invoice", "not order confirmations"},
     {"details", "Revenue"}},
    {LANGUAGE_EN, DECISION_REQUEST_INFORMATION, as_no_year, {"(digital MOC, December)", "- Year\n"}, {"2019"}},
    {LANGUAGE_EN, DECISION_REQUEST_INFORMATION, as_many_missing,
     {"the following details:\n- Year\n- Revenue value\n- MPN ID (PartnerID)\n", "the missing details"}, {"attach", "KPI value"}},
    {LANGUAGE_EN, DECISION_NO_DISCREPANCY, as_row,
     {"- Invoice number: INV-2020-017\n- Period: December 2019\n- OMLP type: digital MOC\n- Purchase units: 25\n"
      "- KPI value: 25\n- Revenue value: 3,125.00" NB "EUR\n"}, {"dmoc"}},
    {LANGUAGE_EN, DECISION_EXPLAIN_DIFFERENCE, as_corrected,
     {"- Period: November 2019 in your message, December 2019 on your invoice",
      "- Revenue value: 3,750.00" NB "EUR in your message, 3,125.00" NB "EUR on your invoice", "therefore correct"}, {0}},
    {LANGUAGE_EN, DECISION_EXPLAIN_DIFFERENCE, as_near, {"INV-2020-017", "INV-2020-071", "the same purchase"}, {0}},
    {LANGUAGE_EN, DECISION_OUTSIDE_WINDOW, as_old, {"from January 2019 to December 2019", "December 2018"}, {0}},
    {LANGUAGE_EN, DECISION_REQUEST_INVOICE, as_one_refused,
     {"“order 77.pdf”", "an order confirmation", "do not find", "attach the invoice itself"}, {"order_confirmation", "PDF"}},
    {LANGUAGE_EN, DECISION_REQUEST_INVOICE, as_one_unreadable,
     {"We received “inv.pdf”, but our system could not read it", "INV-2020-017, in a readable form"}, {"PDF", "not an invoice", "another document"}},
    {LANGUAGE_EN, DECISION_REQUEST_INVOICE, as_many_refused,
     {"- KPI value: 20 on the dashboard, 25 in your message", "- the document in your message: this is a partner report",
      "- “scan.pdf”: our system could not read it"}, {"body"}},
    {LANGUAGE_EN, DECISION_AWAIT_REFRESH, as_early, {"December 2019", "15 February 2020"}, {0}},
    {LANGUAGE_EN, DECISION_ESCALATE_ADJUSTMENT, as_supported,
     {"your invoice (“inv.pdf”)", "- Revenue value: 2,500 on the dashboard, 3,125.00" NB "EUR on your invoice",
      "KPI data team", "15 February 2020"}, {0}},
    {LANGUAGE_FR, DECISION_REVIEW, as_ambiguous, {"Unités d’achat" NB ": 20 et 31 seats", "reviendrons vers vous"}, {0}},
    {LANGUAGE_FR, DECISION_REVIEW, as_other_partner, {"INV-2020-017"}, {"tableau de bord"}},
    {LANGUAGE_FR, DECISION_REQUEST_INFORMATION, as_one_missing,
     {"l’information suivante" NB ":\n- Valeur KPI\n", "l’information manquante, telle qu’elle figure"}, {"informations"}},
    {LANGUAGE_FR, DECISION_REQUEST_INFORMATION, as_many_missing,
     {"- Année\n- Chiffre d’affaires\n- Identifiant MPN (PartnerID)\n", "les informations manquantes"}, {"joindre"}},
    {LANGUAGE_FR, DECISION_NO_DISCREPANCY, as_row,
     {"- Période" NB ": décembre 2019\n", "- Chiffre d’affaires" NB ": 3" NB "125,00" NB "EUR\n"}, {"dmoc"}},
    {LANGUAGE_FR, DECISION_EXPLAIN_DIFFERENCE, as_corrected,
     {"3" NB "750,00" NB "EUR dans votre message, 3" NB "125,00" NB "EUR sur votre facture"}, {0}},
    {LANGUAGE_FR, DECISION_EXPLAIN_DIFFERENCE, as_near, {"INV-2020-017", "INV-2020-071"}, {0}},
    {LANGUAGE_FR, DECISION_OUTSIDE_WINDOW, as_old, {"entre janvier 2019 et décembre 2019", "décembre 2018"}, {0}},
    {LANGUAGE_FR, DECISION_REQUEST_INVOICE, as_one_refused,
     {"«" NB "order 77.pdf" NB "»", "d’une confirmation de commande et non d’une facture", "la facture elle-même"}, {0}},
    {LANGUAGE_FR, DECISION_REQUEST_INVOICE, as_one_unreadable,
     {"«" NB "inv.pdf" NB "», mais notre système n’a pas pu le lire", "(numéro INV-2020-017), sous une forme lisible"},
     {"PDF", "autre document"}},
    {LANGUAGE_FR, DECISION_REQUEST_INVOICE, as_many_refused,
     {"20 sur le tableau de bord, 25 dans votre message", "d’un rapport de partenaire", "scan.pdf"}, {0}},
    {LANGUAGE_FR, DECISION_AWAIT_REFRESH, as_early, {"à partir du 15 février 2020"}, {0}},
    {LANGUAGE_FR, DECISION_ESCALATE_ADJUSTMENT, as_supported, {"votre facture («" NB "inv.pdf" NB "»)", "pas avant le 15 février 2020"},
     {0}},
};
#define SITUATIONS (sizeof situations / sizeof *situations)

static Fixture *situation(size_t i) {
    const Situation *s = &situations[i];
    Fixture *f = fixture_new(s->language, INTENT_KPI_DISCREPANCY, s->decision);
    s->make(f, fixture_line(f, s->decision));
    return f;
}

Test(reply, says_what_each_decision_must) {
    for (size_t i = 0; i < SITUATIONS; i++) {
        Fixture *f = situation(i);
        Reply *reply = draft(f);
        for (size_t j = 0; j < 6 && situations[i].says[j]; j++)
            cr_expect(strstr(reply->text.data, situations[i].says[j]), "situation %zu does not say \"%s\":\n%s", i,
                      situations[i].says[j], reply->text.data);
        for (size_t j = 0; j < 4 && situations[i].never[j]; j++)
            cr_expect_null(strstr(reply->text.data, situations[i].never[j]), "situation %zu says \"%s\":\n%s", i,
                           situations[i].never[j], reply->text.data);
        cr_expect_eq(reply->send, situations[i].decision != DECISION_REVIEW, "situation %zu", i);
        cr_expect_str_eq(reply->subject.data, "Re: KPI missing");
        fixture_free(f);
    }
}

/* The same file once more would help nobody; and what is missing is named again, for papers were spoken of since. */
Test(reply, asks_for_what_is_missing_in_a_form_that_can_be_read) {
    static const struct {
        Language language;
        const char *missing, *readable;
    } cases[] = {{LANGUAGE_EN, "the missing detail", "in a readable form"},
                 {LANGUAGE_FR, "l’information manquante", "sous une forme lisible"},
                 {LANGUAGE_DE, "die fehlende Angabe", "ohne Kennwortschutz als Anhang"},
                 {LANGUAGE_ES, "el dato que falta", "en un formato legible"},
                 {LANGUAGE_IT, "il dato mancante", "in un formato leggibile"},
                 {LANGUAGE_PT_BR, "a informação que falta", "em formato legível"},
                 {LANGUAGE_JA, "不足している情報", "読み取り可能な"},
                 {LANGUAGE_KO, "누락된 정보", "읽을 수 있는"},
                 {LANGUAGE_RU, "недостающие сведения", "в читаемом формате"},
                 {LANGUAGE_ZH_CN, "缺少的信息", "正常读取"},
                 {LANGUAGE_ZH_TW, "缺少的資訊", "正常讀取"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases * 4; i++) {
        size_t at = i / 4;
        bool asks = i % 2, readable = i / 2 % 2;
        Decision decision = asks ? DECISION_REQUEST_INFORMATION : DECISION_REQUEST_INVOICE;
        Fixture *f = fixture_new(cases[at].language, INTENT_KPI_DISCREPANCY, decision);
        Line *line = fixture_line(f, decision);
        line->missing = asks ? DETAIL_BIT(DETAIL_KPI_VALUE) : 0;
        fixture_document(f, line, "inv.pdf", KIND_OTHER)->readable = readable;
        const char *text = draft(f)->text.data;
        cr_expect_eq(strstr(text, cases[at].missing) != NULL, asks, "%s", text);
        cr_expect_eq(strstr(text, cases[at].readable) != NULL, !readable, "%s", text);
        fixture_free(f);
    }
}

/* What nobody looked at is not said to be empty. */
Test(reply, without_a_dashboard) {
    static const char *const says[LANGUAGE_COUNT] = {[LANGUAGE_EN] = "do not find", [LANGUAGE_FR] = "ne figure pas"};
    for (size_t i = 0; i < 4; i++) {
        Language language = i / 2 ? LANGUAGE_FR : LANGUAGE_EN;
        Fixture *f = fixture_new(language, INTENT_KPI_DISCREPANCY, DECISION_REQUEST_INVOICE);
        f->resolution.no_dashboard = i % 2;
        as_one_refused(f, fixture_line(f, DECISION_REQUEST_INVOICE));
        Str text = draft(f)->text;
        cr_expect_eq(str_find(text, str_of(says[language])) < 0, i % 2, "%s", text.data);
        fixture_free(f);
    }
}

static void expect_no_codes(const char *text) {
    for (int i = 0; i < DECISION_COUNT; i++)
        if (strchr(decision_word((Decision)i), '_'))
            cr_expect_null(strstr(text, decision_word((Decision)i)), "%s", text);
    for (int i = 0; i < FINDING_COUNT; i++)
        cr_expect_null(strstr(text, finding_word((FindingCode)i)), "%s", text);
    for (int i = 0; i < KIND_COUNT; i++)
        if (strchr(kind_word((Kind)i), '_'))
            cr_expect_null(strstr(text, kind_word((Kind)i)), "%s", text);
    cr_expect_null(strstr(text, "{{"), "%s", text);
}

/* A blank before ":", ";", "?", "!" must be a no-break one; and no line may end in a blank or be doubly empty. */
static void expect_typography(Str text, Language language) {
    for (size_t i = 1; i < text.len; i++) {
        bool mark = strchr(":;?!", text.data[i]) != NULL;
        cr_expect_not(mark && text.data[i - 1] == ' ', "%s", text.data);
        if (mark && language == LANGUAGE_FR)
            cr_expect(i > 1 && !memcmp(text.data + i - 2, NB, 2), "no blank before %c: %s", text.data[i], text.data);
        cr_expect_not(text.data[i] == '\n' && text.data[i - 1] == ' ', "%s", text.data);
    }
    cr_expect_lt(str_find(text, STR("\n\n\n")), 0, "%s", text.data);
    cr_expect_lt(str_find(text, STR("  ")), 0, "%s", text.data);
    cr_expect(str_ends(text, STR("\n")));
}

Test(reply, is_clean_in_every_situation) {
    for (size_t i = 0; i < SITUATIONS; i++) {
        Fixture *f = situation(i);
        Reply *reply = draft(f);
        expect_no_codes(reply->text.data);
        expect_typography(reply->text, situations[i].language);
        fixture_free(f);
    }
}

Test(reply, gives_each_line_its_block) {
    static const Language languages[] = {LANGUAGE_EN, LANGUAGE_FR};
    for (size_t l = 0; l < 2; l++) {
        Fixture *f = fixture_new(languages[l], INTENT_KPI_DISCREPANCY, DECISION_REVIEW);
        for (size_t i = 0; i < SITUATIONS; i++)
            if (situations[i].language == languages[l])
                situations[i].make(f, fixture_line(f, situations[i].decision));
        Reply *reply = draft(f);
        for (size_t i = 1; i <= f->resolution.lines.len; i++) {
            Str heading = arena_printf(f->arena, "\n\n%zu. %s INV-2020-017", i, l ? "Facture" : "Invoice");
            cr_expect_geq(str_find(reply->text, heading), 0, "no block %zu:\n%s", i, reply->text.data);
        }
        expect_no_codes(reply->text.data);
        expect_typography(reply->text, languages[l]);
        Str html = html_fragment(f->arena, reply->text, reply->language);
        cr_expect(strstr(html.data, l ? "<strong>1. Facture" : "<strong>1. Invoice"));
        fixture_free(f);
    }
}

/* What holds for several lines is explained once. */
Test(reply, does_not_repeat_itself) {
    Fixture *f = fixture_new(LANGUAGE_EN, INTENT_KPI_DISCREPANCY, DECISION_REQUEST_INVOICE);
    Document *report = NULL;
    for (int i = 0; i < 3; i++) {
        Line *line = fixture_line(f, DECISION_REQUEST_INVOICE);
        if (report)
            *VEC_PUSH(f->arena, &line->refused) = report;
        else
            report = fixture_document(f, line, "report.pdf", KIND_PARTNER_REPORT);
    }
    const char *text = draft(f)->text.data, *once = strstr(text, "a partner report and not");
    cr_assert(once, "%s", text);
    cr_expect_null(strstr(once + 1, "a partner report and not"), "%s", text);
    const char *asked = strstr(text, "Only actual invoices");
    cr_expect(asked && !strstr(asked + 1, "Only actual invoices"), "%s", text);
    cr_expect(strstr(once, "As said above, we cannot accept “report.pdf”"), "%s", text);
    fixture_free(f);
}

/* Whatever match hands over by mistake, a row of another partner and the row of a held line are not shown. */
Test(reply, never_shows_another_partner) {
    static const Decision decisions[] = {DECISION_REVIEW, DECISION_NO_DISCREPANCY, DECISION_EXPLAIN_DIFFERENCE,
                                         DECISION_ESCALATE_ADJUSTMENT, DECISION_REQUEST_INVOICE};
    for (size_t i = 0; i < sizeof decisions / sizeof *decisions; i++)
        for (int own = 0; own < 2; own++) {
            Fixture *f = fixture_new(LANGUAGE_EN, INTENT_KPI_DISCREPANCY, decisions[i]);
            Line *line = fixture_line(f, decisions[i]);
            fixture_row(line);
            line->row.partner_id = own ? STR("1234567") : STR("7654321");
            line->row.invoice_number = STR("SECRET-471");
            line->row.kpi = decimal_int(472);
            line->row.revenue = decimal_int(473);
            fixture_finding(f, line, FINDING_KPI_MISMATCH, DETAIL_KPI_VALUE)->dashboard = STR("472");
            fixture_finding(f, line, FINDING_INVOICE_NUMBER_DIFFERS, DETAIL_INVOICE_NUMBER);
            const char *text = draft(f)->text.data;
            bool shown = strstr(text, "47") != NULL, allowed = own && decisions[i] != DECISION_REVIEW;
            cr_expect_eq(shown, allowed, "%s, own %d:\n%s", decision_word(decisions[i]), own, text);
            fixture_free(f);
        }
}

Test(reply, treats_the_ticket_as_text) {
    Fixture *f = fixture_new(LANGUAGE_EN, INTENT_KPI_DISCREPANCY, DECISION_REQUEST_INVOICE);
    Line *line = fixture_line(f, DECISION_REQUEST_INVOICE);
    f->ticket.requester_name = STR("Jane\r\nBcc: everyone@example.org");
    f->ticket.subject = STR("Re: x\r\nBcc: y@example.org\x1b[31m");
    fixture_set(&line->effective, DETAIL_INVOICE_NUMBER, "{{#lines}}<b>9\n\n2. Invoice");
    fixture_document(f, line, "a<script>\x07\u202Efdp.exe", KIND_PARTNER_REPORT);
    Reply *reply = draft(f);
    cr_expect(str_starts(reply->text, STR("Hello,\n")), "%s", reply->text.data);
    cr_expect(strstr(reply->text.data, "{{#lines}}<b>9 2. Invoice"), "%s", reply->text.data);
    cr_expect_null(strstr(reply->text.data, "\u202E"));
    cr_expect_null(strpbrk(reply->subject.data, "\r\n\x1b"));
    Str html = html_fragment(f->arena, reply->text, reply->language);
    cr_expect_null(strstr(html.data, "<b>"));
    cr_expect_null(strstr(html.data, "<script>"));
    cr_expect(strstr(html.data, "a&lt;script&gt; fdp.exe"), "%s", html.data);
    fixture_free(f);
}

Test(reply, answers_the_other_intents) {
    static const struct {
        Intent intent;
        const char *english, *french;
    } cases[] = {{INTENT_BUSINESS_PLAN, "No, you do not need", "il n’est pas nécessaire"},
                 {INTENT_KPI_RECOGNITION, "Yes: the KPIs", "sont reconnus"},
                 {INTENT_TRAINING_DURATION, "the duration", "la durée"},
                 {INTENT_ENROLLMENT, "Learning Action Pack", "Learning Action Pack"},
                 {INTENT_DIRECTORY_LISTING, "from 17 February 2020 to 23 February 2020", "au plus tard le 7 mars 2020"},
                 {INTENT_OTHER, "A colleague will look into it", "va l’examiner"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int french = 0; french < 2; french++) {
            Fixture *f = fixture_new(french ? LANGUAGE_FR : LANGUAGE_EN, cases[i].intent, DECISION_ANSWER_QUESTION);
            Reply *reply = draft(f);
            cr_expect(strstr(reply->text.data, french ? cases[i].french : cases[i].english), "%s", reply->text.data);
            expect_typography(reply->text, reply->language);
            fixture_free(f);
        }
}

/* Nobody is called Accounts Payable; a department before a person's own name stays. */
Test(reply, greets_departments_without_a_name) {
    static const struct {
        Language language;
        const char *name, *greeting;
    } cases[] = {{LANGUAGE_EN, "Accounts Payable", "Hello,\n"},
                 {LANGUAGE_EN, "Payton Sale", "Hello Payton Sale,\n"},
                 {LANGUAGE_FR, "Service Comptabilité", "Bonjour,\n"},
                 {LANGUAGE_DE, "Müller, Einkauf", "Guten Tag,\n"},
                 {LANGUAGE_DE, "Debitorenbuchhaltung", "Guten Tag,\n"},
                 {LANGUAGE_ES, "Dpto. de Compras", "Hola:\n"},
                 {LANGUAGE_IT, "Ufficio Acquisti", "Gentile Ufficio Acquisti,\n"},
                 {LANGUAGE_PT_BR, "FATURAMENTO", "Olá!\n"},
                 {LANGUAGE_JA, "株式会社サンプル 経理部", "お世話に"},
                 {LANGUAGE_JA, "総務課 阿部", "総務課 阿部 様\n"},
                 {LANGUAGE_KO, "새움학교 교무처", "안녕하세요.\n"},
                 {LANGUAGE_KO, "구매팀 김은실", "안녕하세요, 구매팀 김은실 님.\n"},
                 {LANGUAGE_RU, "Отдел закупок", "Здравствуйте!\n"},
                 {LANGUAGE_ZH_CN, "财务部", "您好！\n"},
                 {LANGUAGE_ZH_CN, "陈科", "陈科，您好！\n"},
                 {LANGUAGE_ZH_TW, "會計室", "您好：\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Fixture *f = fixture_new(cases[i].language, INTENT_OTHER, DECISION_REVIEW);
        f->ticket.requester_name = str_of(cases[i].name);
        Str text = draft(f)->text;
        cr_expect(str_starts(text, str_of(cases[i].greeting)), "%s: %s", cases[i].name, text.data);
        fixture_free(f);
    }
}

Test(reply, lists_directory_details) {
    Fixture *f = fixture_new(LANGUAGE_EN, INTENT_DIRECTORY_LISTING, DECISION_REQUEST_INFORMATION);
    f->resolution.listing_missing = 1u << LISTING_URL;
    cr_expect(strstr(draft(f)->text.data, "following detail:\n- URL of the landing page\n"));
    f->resolution.listing_missing = 0;
    f->reading.listing[LISTING_NAME] = STR("Acme 365");
    f->reading.listing[LISTING_URL] = STR("https://acme.example/ms?id=12");
    cr_expect(strstr(draft(f)->text.data, "- Name to be shown: Acme 365\n- URL of the landing page: https://acme"));
    fixture_free(f);
}

Test(reply, leaves_automatic_mail_alone_and_falls_back_to_english) {
    GError *error = NULL;
    Fixture *f = fixture_new(LANGUAGE_EN, INTENT_OTHER, DECISION_REVIEW);
    f->reading.automatic = true;
    cr_expect_null(reply_draft(templates, f->arena, &f->resolution, &error));
    cr_expect_null(error);
    fixture_free(f);
    f = fixture_new(LANGUAGE_UNKNOWN, INTENT_BUSINESS_PLAN, DECISION_ANSWER_QUESTION);
    cr_expect_eq(draft(f)->language, LANGUAGE_EN);
    cr_expect(str_starts(draft(f)->text, STR("Hello Jane Doe,")));
    fixture_free(f);
}

/* ---- the closed list of variables ---- */

static void expect_listed(const Data *value) {
    bool object = value->kind == DATA_OBJECT;
    for (unsigned i = 0; (object || value->kind == DATA_LIST) && i < value->len; i++) {
        const Data *inner = object ? data_member(value, value->items[i].name) : &value->items[i];
        expect_listed(inner);
        if (!object)
            continue;
        ContextShape shape;
        const char *name = context_name((Variable)inner->name);
        cr_assert(context_shape(str_of(name), &shape));
        bool text = shape == CONTEXT_TEXT || shape == CONTEXT_TEMPLATE;
        cr_expect_eq(text, inner->kind == DATA_TEXT, "%s", name);
        cr_expect_eq(shape == CONTEXT_FLAG, inner->kind == DATA_FLAG, "%s", name);
        cr_expect_eq(inner, &value->items[i], "%s is there twice", name);
    }
}

Test(reply, context_keeps_to_the_list) {
    Words *words = words_load("templates/en/words.ini", NULL);
    cr_assert_not_null(words);
    for (size_t i = 0; i < SITUATIONS; i++) {
        Fixture *f = situation(i);
        Data context = context_make(f->arena, &f->resolution, words, locale_of(LANGUAGE_EN));
        expect_listed(&context);
        fixture_free(f);
    }
    words_free(&words);
}

Test(reply, readme_explains_every_variable) {
#define VARIABLE(variable, name, shape) name,
    static const char *const variables[] = {CONTEXT_LIST(VARIABLE)};
#undef VARIABLE
    char *readme;
    cr_assert(g_file_get_contents("templates/README.md", &readme, NULL, NULL));
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        char *quoted = g_strdup_printf("`%s`", variables[i]);
        cr_expect(strstr(readme, quoted), "%s", variables[i]);
        g_free(quoted);
    }
    g_free(readme);
}

/* ---- templates check ---- */

static bool any(const GPtrArray *problems, const char *part) {
    for (guint i = 0; i < problems->len; i++)
        if (strstr(problems->pdata[i], part))
            return true;
    return false;
}

Test(reply, our_templates_are_complete) {
    GPtrArray *problems = g_ptr_array_new_with_free_func(g_free);
    bool clean = templates_check("templates", problems);
    cr_expect(clean, "%s", problems->len ? (char *)problems->pdata[0] : "");
    g_ptr_array_free(problems, TRUE);
}

Test(reply, check_names_every_problem) {
    static const struct {
        const char *file, *text, *problem;
    } cases[] = {
        {"en/quote.mustache", "\n{{nonsense}}", "en/quote.mustache:2: unknown variable: nonsense"},
        {"en/quote.mustache", "{{#row}}", "en/quote.mustache:1: unbalanced section, never closed: row"},
        {"en/quote.mustache", "{{lines}}", "en/quote.mustache:1: is no text, use {{#...}}: lines"},
        {"en/quote.mustache", "{{block}}", "en/quote.mustache:1: is no text"},
        {"en/quote.mustache", "{{>elsewhere}}", "en/quote.mustache:1: there is no such template: elsewhere"},
        {"en/quote.mustache", "12 months", "en/quote.mustache:1: a figure in the text"},
        {"fr/quote.mustache", "{{received}}", "fr/quote.mustache:1: does not show what English shows: sender"},
        {"fr/quote.mustache", "{{received}}{{sender}}{{name}}", "fr/quote.mustache:1: shows what English does not: name"},
        {"fr/ticket.mustache", NULL, "fr/ticket.mustache: is missing"},
        {"fr/words.ini", "[detail]\nmonth = Mois\n", "fr/words.ini: [detail] year is missing"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *folder = g_dir_make_tmp("templates-XXXXXX", NULL), *command;
        command = g_strdup_printf("cp -R templates/en templates/fr '%s'", folder);
        cr_assert_eq(system(command), 0);
        char *file = g_build_filename(folder, cases[i].file, NULL);
        if (cases[i].text)
            cr_assert(g_file_set_contents(file, cases[i].text, -1, NULL));
        else
            g_unlink(file);
        GPtrArray *problems = g_ptr_array_new_with_free_func(g_free);
        cr_expect_not(templates_check(folder, problems));
        cr_expect(any(problems, cases[i].problem), "case %zu: %s", i, problems->len ? (char *)problems->pdata[0] : "-");
        g_ptr_array_free(problems, TRUE);
        g_free(command);
        command = g_strdup_printf("rm -r '%s'", folder);
        cr_assert_eq(system(command), 0);
        g_free(command);
        g_free(file);
        g_free(folder);
    }
}
