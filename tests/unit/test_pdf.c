/* PDFs, through the worker: text with its layout, files embedded, and what cannot be read. */
#include <criterion/criterion.h>
#include <glib.h>

#include "parsers/format.h"
#include "pdf_fixture.h"
#include "run/classify.h"
#include "run/extractor.h"
#include "base/banned.h"

#define AT(x, y, text) "BT /F 10 Tf " #x " " #y " Td (" text ") Tj ET "
#define HEAD           AT(50, 750, "Learning Ltd") AT(50, 720, "INVOICE") AT(50, 690, "Invoice no.:") AT(200, 690, "INV-17/2021")
#define BODY                                                                                                           \
    AT(50, 675, "Invoice date:") AT(200, 675, "4 March 2021") AT(50, 640, "Description") AT(200, 640, "Quantity")      \
        AT(300, 640, "Unit price") AT(400, 640, "Amount") AT(50, 625, "Digital MOC AZ-104") AT(200, 625, "25")         \
            AT(300, 625, "90.00") AT(400, 625, "2,250.00") AT(50, 600, "Subtotal") AT(400, 600, "2,250.00")            \
                AT(50, 585, "VAT 20%") AT(400, 585, "450.00") AT(50, 570, "Total due") AT(400, 570, "2,700.00")
#define CII(number)                                                                                                    \
    "<?xml version='1.0'?><!-- said by the machine --><rsm:CrossIndustryInvoice xmlns:rsm='r' xmlns:ram='m' xmlns:udt='u'>"  \
    "<rsm:ExchangedDocument><ram:ID>" number "</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime>"            \
    "<udt:DateTimeString format='102'>20210305</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>"       \
    "</rsm:CrossIndustryInvoice>"

static ExtractService *service;
static Lexicon *lexicon;

static void load(void) {
    GError *error = NULL;
    lexicon = lexicon_load("parsers/lexicon", &error);
    cr_assert(lexicon, "%s", error ? error->message : "");
    service = extract_service_new();
}

static void unload(void) {
    extract_service_free(&service);
    lexicon_free(&lexicon);
}

TestSuite(pdf, .init = load, .fini = unload);

/* The document, with those found inside behind it. */
static Documents *opened(Arena *arena, Str bytes) {
    Ticket *ticket = ARENA_NEW(arena, Ticket);
    FormatContext context = {.arena = arena, .ticket = ticket, .language = LANGUAGE_UNKNOWN,
                             .extractor = extract_service_extractor(service)};
    Document *document = format_add(arena, ticket);
    document->name = STR("a.pdf");
    document->bytes = bytes;
    format_open(&context, document);
    return &ticket->documents;
}

static const struct {
    const char *about;
    PdfPage pages[4];
    const char *text;
} texts[] = {
    {"cells", {{HEAD, 0}}, "Learning Ltd\n\nINVOICE\n\nInvoice no.:  INV-17/2021\n"},
    {"a page that is shown turned", {{AT(50, 700, "one") AT(50, 680, "two"), 90}}, "one\n\ntwo\n"},
    {"a page whose text is turned",
     {{"BT /F 10 Tf 0 1 -1 0 100 100 Tm (Invoice no. 7) Tj ET BT /F 10 Tf 0 1 -1 0 120 100 Tm (Total) Tj ET "
       "BT /F 10 Tf 0 1 -1 0 120 300 Tm (9.00) Tj ET", 0}},
     "Invoice no. 7\n\nTotal  9.00\n"},
    {"two pages", {{AT(50, 700, "one"), 0}, {AT(50, 700, "two"), 0}}, "one\n\ftwo\n"},
    {"a font that is not embedded", {{"BT /C 12 Tf 50 700 Td <53D17968> Tj ET", 0}}, "\xE5\x8F\x91\xE7\xA5\xA8\n"},
};

static Str narrowed(Arena *arena, Str text) {
    Buf out = {.arena = arena};
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] != ' ' || i < 2 || text.data[i - 1] != ' ' || text.data[i - 2] != ' ')
            buf_add_char(&out, text.data[i]);
    return buf_str(&out);
}

Test(pdf, text) {
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Arena *arena = arena_new();
        const Document *document = opened(arena, pdf_made(arena, texts[i].pages, NULL, NULL))->items[0];
        Str text = narrowed(arena, document->text);
        cr_expect(document->readable && str_eq_cstr(text, texts[i].text), "%s: " STR_FMT STR_FMT, texts[i].about,
                  STR_ARG(document->reason), STR_ARG(text));
        arena_free(&arena);
    }
}

Test(pdf, what_cannot_be_read_says_why) {
    static const PdfPage blank[] = {{"", 0}, {NULL, 0}}, one[] = {{HEAD, 0}, {NULL, 0}}, none[] = {{NULL, 0}};
    static const char locked[] = "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]/Encrypt<</Filter/Standard/V 1/R "
                                 "2/P -4/O<0000000000000000000000000000000000000000000000000000000000000000>/U<00000000000000"
                                 "00000000000000000000000000000000000000000000000000>>>";
    Arena *arena = arena_new();
    Str good = pdf_made(arena, one, NULL, NULL);
    const struct {
        Str bytes;
        const char *reason;
    } cases[] = {
        {pdf_made(arena, one, NULL, locked), "protected by a password"},
        {pdf_made(arena, blank, NULL, NULL), "no text"},
        {pdf_made(arena, none, NULL, NULL), "PDF"},
        {str_sub(good, 0, 20), "damaged"},
        {STR("%PDF-1.7\n"), "damaged"},
        {STR("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 99999999>>endobj\ntrailer<</Root 1 0 R>>\n"), "PDF"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Document *document = classify_bytes(lexicon, arena, extract_service_extractor(service), STR("a.pdf"), cases[i].bytes);
        cr_expect(!document->readable && document->kind == KIND_OTHER && !document->accepted, "case %zu", i);
        cr_expect(str_find(document->reason, str_of(cases[i].reason)) >= 0, "case %zu: " STR_FMT, i, STR_ARG(document->reason));
    }
    arena_free(&arena);
}

Test(pdf, the_embedded_invoice_wins_over_the_page) {
    static const PdfPage plain[] = {{AT(50, 700, "Dear customer, number INV-99 is enclosed."), 0}, {NULL, 0}};
    static const PdfPage invoice[] = {{HEAD BODY, 0}, {NULL, 0}};
    static const PdfPage denied[] = {{AT(50, 720, "INVOICE") AT(50, 700, "This is not an invoice. INV-99"), 0}, {NULL, 0}};
    static const PdfPage talk[] = {{AT(50, 720, "Premium") AT(50, 700, "Unless your premium is changed we shall debit it, and you will get")
                                    AT(50, 688, "no invoice any more."), 0}, {NULL, 0}};
    static const PdfPage credit[] = {{AT(50, 720, "CREDIT NOTE") AT(50, 700, "Credit note no.:  INV-99"), 0}, {NULL, 0}};
    static const PdfFile xml[] = {{"factur-x.xml", CII("INV-99")}, {NULL, NULL}};
    static const PdfFile other[] = {{"metadata.xml", "<?xml version='1.0'?><metadata><invoice>7</invoice></metadata>"}, {NULL, NULL}};
    static const PdfFile broken[] = {{"factur-x.xml", "<?xml version='1.0'?><rsm:CrossIndustryInvoice><ram:ID>"}, {NULL, NULL}};
    static const struct {
        const char *about;
        const PdfPage *pages;
        const PdfFile *files;
        Kind kind;
        const char *number;
    } cases[] = {
        {"a page that says little", plain, xml, KIND_INVOICE, "INV-99"},
        {"a page that says it too, with another number", invoice, xml, KIND_INVOICE, "INV-99"},
        {"a page that says it is none", denied, xml, KIND_OTHER, "INV-99"},
        {"a page that speaks of none to come", talk, xml, KIND_INVOICE, "INV-99"},
        {"a page of another kind", credit, xml, KIND_CREDIT_NOTE, "INV-99"},
        {"XML that is no invoice", invoice, other, KIND_INVOICE, "INV-17/2021"},
        {"XML that is damaged", invoice, broken, KIND_INVOICE, "INV-17/2021"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena *arena = arena_new();
        Str bytes = pdf_made(arena, cases[i].pages, cases[i].files, NULL);
        const Document *document = classify_bytes(lexicon, arena, extract_service_extractor(service), STR("a.pdf"), bytes);
        cr_expect_eq(document->kind, cases[i].kind, "%s: %s, " STR_FMT, cases[i].about, kind_word(document->kind),
                     STR_ARG(document->reason));
        cr_expect(str_eq_cstr(document->number, cases[i].number), "%s: " STR_FMT, cases[i].about, STR_ARG(document->number));
        cr_expect_eq(document->accepted, document->kind == KIND_INVOICE, "%s", cases[i].about);
        arena_free(&arena);
    }
}

Test(pdf, other_files_inside_are_documents) {
    static const PdfPage page[] = {{HEAD BODY, 0}, {NULL, 0}};
    static const PdfFile files[] = {{"hours.csv", "a;b\n1;2\n"}, {NULL, NULL}};
    Arena *arena = arena_new();
    const Documents *documents = opened(arena, pdf_made(arena, page, files, NULL));
    cr_assert_eq(documents->len, 2);
    cr_expect(str_eq_cstr(documents->items[1]->name, "hours.csv"), STR_FMT, STR_ARG(documents->items[1]->name));
    cr_expect(str_eq_cstr(documents->items[1]->text, "a\tb\n1\t2\n"), STR_FMT, STR_ARG(documents->items[1]->text));
    arena_free(&arena);
}

Test(pdf, a_pdf_in_a_pdf_in_a_pdf) {
    Arena *arena = arena_new();
    Str bytes = STR("end");
    for (int depth = 0; depth < FORMAT_NESTING_MAX + 4; depth++) {
        PdfPage page[] = {{AT(50, 700, "one"), 0}, {NULL, 0}};
        PdfFile files[] = {{"inner.pdf", bytes.data}, {NULL, NULL}};
        bytes = pdf_made(arena, page, files, NULL);
    }
    const Documents *documents = opened(arena, bytes);
    cr_expect_eq(documents->len, FORMAT_NESTING_MAX + 1, "%zu", documents->len);
    const Document *last = documents->items[documents->len - 1];
    cr_expect(str_find(last->reason, STR("nested too deeply")) >= 0, STR_FMT ": " STR_FMT, STR_ARG(last->name), STR_ARG(last->reason));
    arena_free(&arena);
}
