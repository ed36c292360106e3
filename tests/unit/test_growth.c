/* Pathological PDFs, XML and ZIPs: twice the input may cost three times the computing at most, whatever it is made of. */
#include <criterion/criterion.h>
#include <time.h>

#include "base/buf.h"
#include "parsers/extract/archive.h"
#include "parsers/extract/einvoice.h"
#include "parsers/extract/pdf.h"
#include "zip_fixture.h"
#include "base/banned.h"

#define ROUNDS 3    /* the quickest counts: others work on the machine, too */
#define SLACK  0.05 /* seconds that say nothing */

typedef Str (*Make)(Arena *arena, size_t n);
typedef void (*Read)(Arena *arena, const ExtractAsk *ask, Extract *out);

/* ---- PDF ---- */

/* `pages` times the same page of that content and form objects nested `forms` deep in it; Poppler finds the objects itself. */
static Str pdf_of(Arena *arena, Str content, size_t pages, size_t forms, const char *box) {
    Buf pdf = {.arena = arena};
    buf_add(&pdf, STR("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids["));
    for (size_t i = 0; i < pages; i++)
        buf_printf(&pdf, "%zu 0 R ", 5 + i);
    buf_printf(&pdf, "]/Count %zu>>endobj\n3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n4 0 obj<</Length %zu>>stream\n", pages,
               content.len);
    buf_add(&pdf, content);
    buf_add(&pdf, STR("\nendstream endobj\n"));
    size_t first = 5 + pages;
    for (size_t i = 0; i < pages; i++)
        buf_printf(&pdf, "%zu 0 obj<</Type/Page/Parent 2 0 R/MediaBox%s/Resources<</Font<</F 3 0 R>>/XObject<</X %zu 0 R>>>>/Contents 4 0 R>>endobj\n",
                   5 + i, box, first);
    for (size_t i = 0; i < forms; i++)
        buf_printf(&pdf, "%zu 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>/XObject<</X %zu 0 R>>>>/Length 56>>stream\n"
                         "BT /F 9 Tf 50 %03zu Td (in) Tj ET /X Do                    \nendstream endobj\n", first + i, first + i + 1, i % 700);
    buf_add(&pdf, STR("trailer<</Root 1 0 R>>\n"));
    return buf_str(&pdf);
}

static Str pieces(Arena *arena, size_t n, bool turned) {
    Buf content = {.arena = arena};
    for (size_t i = 0; i < n; i++)
        buf_printf(&content, "BT /F 4 Tf %s %zu %zu %s (%c1) Tj ET ", turned && i % 3 ? "0 1 -1 0" : "1 0 0 1", i * 37 % 590, i * 101 % 830, "Tm",
                   (char)('a' + i % 26));
    return buf_str(&content);
}

static Str many_pieces(Arena *arena, size_t n) {
    return pdf_of(arena, pieces(arena, n, false), 1, 0, "[0 0 595 842]");
}

static Str turned_pieces(Arena *arena, size_t n) {
    return pdf_of(arena, pieces(arena, n, true), 1, 0, "[0 0 595 842]");
}

static Str many_pages(Arena *arena, size_t n) {
    return pdf_of(arena, pieces(arena, 200, false), n, 0, "[0 0 595 842]");
}

static Str nested_forms(Arena *arena, size_t n) {
    return pdf_of(arena, STR("/X Do"), 1, n, "[0 0 595 842]");
}

static Str huge_page(Arena *arena, size_t n) {
    return pdf_of(arena, pieces(arena, n, false), 1, 0, "[0 0 1000000000 1000000000]");
}

static Str repeated(Arena *arena, const char *before, const char *text, size_t n, const char *after) {
    Buf buf = {.arena = arena};
    buf_add(&buf, str_of(before));
    for (size_t i = 0; i < n; i++)
        buf_add(&buf, str_of(text));
    buf_add(&buf, str_of(after));
    return buf_str(&buf);
}

static Str one_long_line(Arena *arena, size_t n) {
    return pdf_of(arena, repeated(arena, "BT /F 1 Tf 1 700 Td (", "a 1", n, ") Tj ET"), 1, 0, "[0 0 595 842]");
}

static Str saved_states(Arena *arena, size_t n) {
    return pdf_of(arena, repeated(arena, "", "q 1 0 0 1 0 0 cm ", n, "BT /F 9 Tf 50 700 Td (deep) Tj ET"), 1, 0, "[0 0 595 842]");
}

/* ---- XML ---- */

static Str wide_xml(Arena *arena, size_t n) {
    Buf xml = {.arena = arena};
    buf_add(&xml, STR("<Invoice><ID>1</ID><InvoiceTypeCode>380</InvoiceTypeCode>"));
    for (size_t i = 0; i < n; i++)
        buf_printf(&xml, "<InvoiceLine><ID>%zu</ID><InvoicedQuantity>2</InvoicedQuantity><Item><Name>dMOC</Name></Item></InvoiceLine>", i);
    buf_add(&xml, STR("</Invoice>"));
    return buf_str(&xml);
}

static Str many_attributes(Arena *arena, size_t n) {
    Buf xml = {.arena = arena};
    buf_add(&xml, STR("<Invoice><ID>1</ID>"));
    for (size_t i = 0; i < n; i++) {
        buf_add(&xml, STR("<Note"));
        for (int k = 0; k < 100; k++)
            buf_printf(&xml, " a%d='x'", k);
        buf_add(&xml, STR("/>"));
    }
    buf_add(&xml, STR("</Invoice>"));
    return buf_str(&xml);
}

static Str many_names(Arena *arena, size_t n) {
    Buf xml = {.arena = arena};
    buf_add(&xml, STR("<Invoice><ID>1</ID>"));
    for (size_t i = 0; i < n; i++)
        buf_printf(&xml, "<n%zu:x xmlns:n%zu='u%zu'/>", i, i, i);
    buf_add(&xml, STR("</Invoice>"));
    return buf_str(&xml);
}

/* ---- ZIP ---- */

static Str many_members(Arena *arena, size_t n) {
    ZipPart *parts = arena_alloc(arena, n * sizeof *parts);
    for (size_t i = 0; i < n; i++)
        parts[i] = (ZipPart){arena_printf(arena, "folder/%zu.txt", i).data, arena_printf(arena, "%zu", i * 7919), NULL};
    return zip_make(arena, parts, n);
}

static Str long_names(Arena *arena, size_t n) {
    ZipPart part = {repeated(arena, "", "a/../.\\", n, "x.txt").data, STR("x"), NULL};
    return zip_make(arena, &part, 1);
}

static Str large_member(Arena *arena, size_t n) {
    Buf text = {.arena = arena};
    for (size_t i = 0; i < n; i++)
        buf_printf(&text, "%zu;", i * 2654435761u % 1000003);
    ZipPart part = {"list.csv", buf_str(&text), NULL};
    return zip_make(arena, &part, 1);
}

static const struct {
    const char *about;
    Make make;
    Read read;
    size_t n;
} growths[] = {
    {"many small pieces of text", many_pieces, pdf_read, 6000},
    {"pieces in all directions", turned_pieces, pdf_read, 3000},
    {"many pages", many_pages, pdf_read, 40},
    {"forms in forms", nested_forms, pdf_read, 20},
    {"a page of 350 kilometres", huge_page, pdf_read, 3000},
    {"one long line", one_long_line, pdf_read, 10000},
    {"states saved in states", saved_states, pdf_read, 20000},
    {"many elements", wide_xml, einvoice_extract, 10000},
    {"many attributes", many_attributes, einvoice_extract, 2000},
    {"many name spaces", many_names, einvoice_extract, 10000},
    {"many members", many_members, archive_read, 100},
    {"long names", long_names, archive_read, 4000},
    {"a large member", large_member, archive_read, 300000},
};

static double seconds_of(Make make, Read read, size_t n) {
    Arena *arena = arena_new();
    Str bytes = make(arena, n);
    double least = 1e9;
    for (int round = 0; round < ROUNDS; round++) {
        Arena *own = arena_new();
        Extract out = {0};
        clock_t begun = clock();
        read(own, &(ExtractAsk){.bytes = bytes, .language = LANGUAGE_EN, .without_ocr = true}, &out);
        double took = (double)(clock() - begun) / CLOCKS_PER_SEC;
        least = took < least ? took : least;
        cr_assert(out.papers.len > 0);
        arena_free(&own);
    }
    arena_free(&arena);
    return least;
}

Test(growth, twice_the_file_at_most_three_times_the_time) {
    pdf_prepare();
    for (size_t i = 0; i < sizeof growths / sizeof *growths; i++) {
        double once = seconds_of(growths[i].make, growths[i].read, growths[i].n), twice = seconds_of(growths[i].make, growths[i].read, 2 * growths[i].n);
        cr_expect(twice < 3 * once + SLACK, "%s: %.3f s, then %.3f s", growths[i].about, once, twice);
    }
}
