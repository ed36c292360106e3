/* Several papers in one file are told apart; the pages of one paper are not. */
#include <criterion/criterion.h>

#include "base/buf.h"
#include "parsers/papers.h"
#include "base/banned.h"

#define INVOICE(number)                                                                                                \
    "Learning Ltd\n\nINVOICE\n\nInvoice no.:  " number "\nInvoice date:  4 March 2021\n\n"                              \
    "Description  Quantity  Unit price  Amount\nDigital MOC  25  90.00  2,250.00\n\nSubtotal  2,250.00\nVAT 20%  450.00\n"  \
    "Total due  2,700.00\n"
#define CONFIRMATION                                                                                                   \
    "Learning Ltd\n\nORDER CONFIRMATION\n\nOrder confirmation no.:  OC-5512\nThank you for your order.\n\n"            \
    "Description  Quantity  Unit price  Amount\nDigital MOC  25  90.00  2,250.00\nTotal  2,250.00\n"
#define NOTE                                                                                                           \
    "Learning Ltd\n\nDELIVERY NOTE\n\nDelivery note no.:  DN-88\n\nDescription  Quantity\nDigital MOC  25\n"

#define HEADED(title, number)                                                                                          \
    "Learning Ltd\n14 Quay Street\nBristol\n\nHarrow House\n8 Harrow Road\nLeeds\n\n" title "\n\nDocument no.:  " number "\nDate:  4 May 2021\n"   \
    "Description  Quantity  Unit price  Amount\nDigital MOC  25  90.00  2,250.00\n\nSubtotal  2,250.00\nVAT 20%  450.00\nTotal due  2,700.00\n"

static const struct {
    const char *about, *text, *want; /* want: "name kind number" of each */
} cases[] = {
    {"one page", INVOICE("INV-2021-17"), "a.pdf invoice INV-2021-17\n"},
    {"two invoices", INVOICE("INV-2021-17") "\f" INVOICE("INV-2021-18"),
     "a.pdf invoice INV-2021-17\na.pdf#2 invoice INV-2021-18\n"},
    {"the invoice repeats its head", INVOICE("INV-2021-17") "\f" INVOICE("INV-2021-17"), "a.pdf invoice INV-2021-17\n"},
    {"terms behind the invoice", INVOICE("INV-2021-17") "\fTerms and conditions\nAll goods remain ours.\n",
     "a.pdf invoice INV-2021-17\n"},
    {"a confirmation before the invoice", CONFIRMATION "\f" INVOICE("INV-2021-17"),
     "a.pdf order_confirmation OC-5512\na.pdf#2 invoice INV-2021-17\n"},
    {"an invoice of two pages and a delivery note",
     "INVOICE\nInvoice no.:  INV-2021-17\nDescription  Quantity  Unit price  Amount\nDigital MOC  25  90.00  2,250.00\n\f"
     "page 2\nSubtotal  2,250.00\nVAT 20%  450.00\nTotal due  2,700.00\n\f" NOTE,
     "a.pdf invoice INV-2021-17\na.pdf#2 delivery_note DN-88\n"},
    {"two invoices below their letter heads", HEADED("INVOICE", "INV-2021-17") "\f" HEADED("INVOICE", "INV-2021-18"),
     "a.pdf invoice INV-2021-17\na.pdf#2 invoice INV-2021-18\n"},
    {"an invoice and what was delivered, below letter heads",
     HEADED("INVOICE", "INV-2021-17") "\fLearning Ltd\n14 Quay Street\nBristol\n\nHarrow House\n8 Harrow Road\nLeeds\n\nPACKING SLIP\n"
     "Packing slip no.:  PS-4410\nDescription  Ordered  Shipped\nDigital MOC  25  25\n",
     "a.pdf invoice INV-2021-17\na.pdf#2 delivery_note PS-4410\n"},
    {"what was delivered, listed on a further page",
     HEADED("INVOICE", "INV-2021-17") "\fInvoice INV-2021-17, page 2\nAnnex: delivery notes\nDelivery note no.:  DN-88\nDescription  Quantity\nDigital MOC  25\n",
     "a.pdf invoice INV-2021-17\n"},
    {"empty pages", "\f\f" INVOICE("INV-2021-17") "\f\f", "a.pdf invoice INV-2021-17\n"},
};

Test(papers, told_apart_by_title_and_number) {
    GError *error = NULL;
    Lexicon *lexicon = lexicon_load("parsers/lexicon", &error);
    cr_assert(lexicon, "%s", error ? error->message : "");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena *arena = arena_new();
        Document *document = ARENA_NEW(arena, Document);
        *document = (Document){.name = STR("a.pdf"), .text = str_of(cases[i].text), .readable = true};
        Documents papers = {0};
        Buf got = {.arena = arena};
        papers_read(lexicon, arena, LANGUAGE_EN, document, &papers);
        for (size_t k = 0; k < papers.len; k++)
            buf_printf(&got, STR_FMT " %s " STR_FMT "\n", STR_ARG(papers.items[k]->name), kind_word(papers.items[k]->kind),
                       STR_ARG(papers.items[k]->number));
        cr_expect(str_eq_cstr(buf_str(&got), cases[i].want), "%s:\n" STR_FMT, cases[i].about, STR_ARG(buf_str(&got)));
        arena_free(&arena);
    }
    lexicon_free(&lexicon);
}
