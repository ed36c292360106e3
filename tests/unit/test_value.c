/* field_read(): the values behind labels, and what is mentioned beside them. */
#include "parsers/mention.h"
#include "value_fixture.h"

static Lexicon *lexicon;
static Arena *arena;

static void set_up(void) {
    lexicon = tree_lexicon();
    arena = arena_new();
}

static void tear_down(void) {
    arena_free(&arena);
    lexicon_free(&lexicon);
}

static Str mention_str(const Mention *mention) {
    Buf buf = {.arena = arena};
    buf_printf(&buf, "%s=", detail_word(mention->detail));
    buf_add(&buf, detail_is_number(mention->detail) ? decimal_str(arena, mention->value.number) : mention->value.text);
    if (mention->ambiguous && detail_is_number(mention->detail))
        buf_printf(&buf, "|%.*s", STR_ARG(decimal_str(arena, mention->other.number)));
    if (mention->gross || mention->net)
        buf_add(&buf, mention->gross ? STR(" gross") : STR(" net"));
    return buf_str(&buf);
}

/* "month=1; year=2020", "" when nothing was read. */
static Str field_str(Language language, Label label, Str raw, Str hint) {
    Text text;
    Mentions mentions = {0};
    Strs excluded = {0};
    text_fold(arena, raw, &text);
    text.folded = exact(text.folded);
    Reader reader = {.lexicon = lexicon, .arena = arena, .language = language, .text = &text, .source = SOURCE_BODY,
                     .dates = {.written = {2020, 3, 10}, .language = language}, .out = &mentions, .excluded = &excluded};
    Header header = {.label = label, .currency = hint};
    bool read = field_read(&reader, &header, ROLE_CLAIM, 0, text.folded.len);
    Buf buf = {.arena = arena};
    size_t open = 0;
    for (size_t i = 0; i < mentions.len; i++) {
        const Mention *mention = &mentions.items[i];
        open += mention->role == ROLE_BLANK;
        buf_printf(&buf, "%s%.*s", i ? "; " : "",
                   STR_ARG(mention->role == ROLE_BLANK ? STR("left open") : mention_str(mention)));
        cr_expect(mention->evidence.to <= raw.len && mention->evidence.from < mention->evidence.to);
        cr_expect(str_eq(mention->evidence.text, str_sub(raw, mention->evidence.from, mention->evidence.to)));
    }
    for (size_t i = 0; i < excluded.len; i++)
        buf_printf(&buf, "not %.*s", STR_ARG(excluded.items[i]));
    cr_expect(read ? open == 0 : open == mentions.len, "%.*s: values of a field that could not be read", STR_ARG(raw));
    free((char *)text.folded.data);
    return buf_str(&buf);
}

#define EN LANGUAGE_EN
#define FR LANGUAGE_FR

static const struct {
    Language language;
    Label label;
    const char *text, *want;
} cases[] = {
    {EN, LABEL_INVOICE_NUMBER, "INV-2020/0142", "invoice_number=INV-2020/0142"},
    {EN, LABEL_INVOICE_NUMBER, " No. 41207 ", "invoice_number=41207"},
    {EN, LABEL_INVOICE_NUMBER, "#41207", "invoice_number=41207"},
    {EN, LABEL_INVOICE_NUMBER, "RX-77\u200BAB\u202C", "invoice_number=RX-77\u200BAB"},
    {EN, LABEL_INVOICE_NUMBER, "FV 2020 0142", "invoice_number=FV 2020 0142"},
    {EN, LABEL_INVOICE_NUMBER, "RG 20.0917", "invoice_number=RG 20.0917"},
    {EN, LABEL_INVOICE_NUMBER, "INV-12 (see attached)", "invoice_number=INV-12"},
    {EN, LABEL_INVOICE_NUMBER, "41207 of 4 March 2021", "invoice_number=41207; month=3; year=2021"},
    {EN, LABEL_INVOICE_NUMBER, "n/a", ""},
    {EN, LABEL_MONTH, "n/a", "left open"},
    {FR, LABEL_PERIOD, "-", "left open; left open"},
    {EN, LABEL_OMLP_TYPE, "?", "left open"},
    {EN, LABEL_INVOICE_NUMBER, "-", ""},
    {EN, LABEL_INVOICE_NUMBER, "see the attachment please", ""},
    {EN, LABEL_INVOICE_NUMBER, "0123456789012345678901234567890123456789", "invoice_number=0123456789012345678901234567890123456789"},
    {EN, LABEL_INVOICE_NUMBER, "01234567890123456789012345678901234567890", ""},
    {EN, LABEL_INVOICE_NUMBER, "RG 01234567890123456789012345678901234567890", ""},
    {EN, LABEL_OMLP_TYPE, "digital MOC", "omlp_type=dmoc"},
    {EN, LABEL_OMLP_TYPE, "Holiday course", "omlp_type=Holiday course"},
    {EN, LABEL_OMLP_TYPE, "25", ""},
    {EN, LABEL_MONTH, "January", "month=1"},
    {EN, LABEL_MONTH, "January 2020", "month=1; year=2020"},
    {EN, LABEL_MONTH, "November , 2016", "month=11; year=2016"},
    {EN, LABEL_MONTH, "Jan, as agreed on the phone", "month=1"},
    {EN, LABEL_MONTH, "13", ""},
    {LANGUAGE_DE, LABEL_MONTH, "26. Juli 2014", "month=7; year=2014"},
    {EN, LABEL_YEAR, "2020", "year=2020"},
    {EN, LABEL_YEAR, "20200", ""},
    {EN, LABEL_PERIOD, "2020-01", "month=1; year=2020"},
    {EN, LABEL_PERIOD, "01/2020 - 03/2020", ""},
    {EN, LABEL_PERIOD, "January - March 2020", ""},
    {EN, LABEL_PERIOD, "January 2020 - all of it", "month=1; year=2020"},
    {FR, LABEL_INVOICE_DATE, "05/01/2020", "month=1; year=2020"},
    {FR, LABEL_MONTH, "f\u00E9vrier dernier", "month=2; year=2020"},
    {EN, LABEL_PURCHASE_UNITS, "25", "purchase_units=25"},
    {EN, LABEL_PURCHASE_UNITS, "25 seats", "purchase_units=25; unit_of_measure=seats"},
    {EN, LABEL_PURCHASE_UNITS, "25 dMOC", "purchase_units=25; omlp_type=dmoc"},
    {EN, LABEL_PURCHASE_UNITS, "1.250", "purchase_units=1250"},
    {EN, LABEL_PURCHASE_UNITS, "25.5", ""},
    {EN, LABEL_PURCHASE_UNITS, "TBD", ""},
    {EN, LABEL_KPI_VALUE, "25", "kpi_value=25"},
    {FR, LABEL_KPI_VALUE, "1 234,5", "kpi_value=1234.5"},
    {EN, LABEL_KPI_VALUE, "12k", "kpi_value=12000"},
    {EN, LABEL_REVENUE_VALUE, "3,125.00 EUR", "revenue_value=3125.00; currency=EUR"},
    {EN, LABEL_REVENUE_VALUE, "3.125", "revenue_value=3125|3.125"},
    {EN, LABEL_REVENUE_VALUE, "$3,125.00", "revenue_value=3125.00"},
    {EN, LABEL_REVENUE_VALUE, "USD3,125.00", "revenue_value=3125.00; currency=USD"},
    {FR, LABEL_REVENUE_VALUE, "3 125,00 € HT (3 750,00 € TTC)",
     "revenue_value=3125.00 net; currency=EUR net; revenue_value=3750.00 gross; currency=EUR gross"},
    {FR, LABEL_REVENUE_VALUE, "3 750,00 € TTC", "revenue_value=3750.00 gross; currency=EUR gross"},
    {FR, LABEL_REVENUE_GROSS, "3 750,00 €", "revenue_value=3750.00 gross; currency=EUR gross"},
    {FR, LABEL_REVENUE_VALUE, "12,5 k€", "revenue_value=12500; currency=EUR"},
    {EN, LABEL_REVENUE_VALUE, "0", "revenue_value=0"},
    {EN, LABEL_REVENUE_VALUE, "2½ EUR", ""},
    {EN, LABEL_CURRENCY, "EUR", "currency=EUR"},
    {EN, LABEL_CURRENCY, "Euro", "currency=EUR"},
    {EN, LABEL_CURRENCY, "$", ""},
    {EN, LABEL_CURRENCY, "kr", ""},
    {EN, LABEL_ORDER_NUMBER, "PO-7718", "not po7718"},
};

Test(value, fields, .init = set_up, .fini = tear_down) {
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Str raw = exact_cstr(cases[i].text);
        Str got = field_str(cases[i].language, cases[i].label, raw, STR_NONE);
        cr_expect(str_eq_cstr(got, cases[i].want), "%s: want \"%s\", got \"%.*s\"", cases[i].text, cases[i].want, STR_ARG(got));
        free((char *)raw.data);
    }
}

Test(value, hints, .init = set_up, .fini = tear_down) {
    static const struct {
        const char *text, *hint, *want;
    } hinted[] = {{"3.125", "EUR", "revenue_value=3125; currency=EUR"},
                  {"3.125", "KWD", "revenue_value=3.125; currency=KWD"},
                  {"3,125.00 USD", "EUR", "revenue_value=3125.00; currency=USD"}};
    for (size_t i = 0; i < G_N_ELEMENTS(hinted); i++) {
        Str raw = exact_cstr(hinted[i].text);
        Str got = field_str(EN, LABEL_REVENUE_VALUE, raw, str_of(hinted[i].hint));
        cr_expect(str_eq_cstr(got, hinted[i].want), "%s: got \"%.*s\"", hinted[i].text, STR_ARG(got));
        free((char *)raw.data);
    }
}

/* Any text behind any label: no crash, evidence within the text (checked in field_str). */
Test(value, anything, .init = set_up, .fini = tear_down) {
    uint64_t seed = 77;
    Arena *texts = arena_new();
    for (int round = 0; round < 2000; round++) {
        arena_clear(texts);
        arena_clear(arena);
        Str raw = exact(random_text(texts, &seed, 1 + next_random(&seed) % 12));
        field_str((Language)(next_random(&seed) % LANGUAGE_COUNT), (Label)(next_random(&seed) % LABEL_COUNT), raw, STR_NONE);
        free((char *)raw.data);
    }
    arena_free(&texts);
}
