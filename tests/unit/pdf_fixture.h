/* PDFs made by the tests: objects in plain text, and the table of their places. */
#ifndef TESTS_PDF_FIXTURE_H
#define TESTS_PDF_FIXTURE_H

#include "base/buf.h"

typedef struct PdfPage {
    const char *content; /* operators: "BT /F 10 Tf 50 700 Td (Invoice) Tj ET" */
    int rotate;
} PdfPage;

typedef struct PdfFile {
    const char *name, *bytes;
} PdfFile;

#define PDF_HELVETICA "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
/* Not embedded: its characters are told by the tables of poppler-data. */
#define PDF_CHINESE                                                                                                    \
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/"       \
    "CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"                  \
    "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent "  \
    "800/Descent -200/CapHeight 800/StemV 80>>>>]>>"

typedef struct PdfMaking {
    Buf pdf, places;
} PdfMaking;

static inline void pdf_begin(PdfMaking *making, size_t number) {
    buf_printf(&making->places, "%zu 1\n%010zu 00000 n \n", number, making->pdf.len);
    buf_printf(&making->pdf, "%zu 0 obj", number);
}

static inline void pdf_object(PdfMaking *making, size_t number, Str content) {
    pdf_begin(making, number);
    buf_add(&making->pdf, content);
    buf_add(&making->pdf, STR("endobj\n"));
}

static inline void pdf_stream(PdfMaking *making, size_t number, const char *type, Str content) {
    pdf_begin(making, number);
    buf_printf(&making->pdf, "<<%s/Length %zu>>stream\n", type, content.len);
    buf_add(&making->pdf, content);
    buf_add(&making->pdf, STR("\nendstream endobj\n"));
}

/* The catalogue and the tree of pages. */
static inline void pdf_frame(PdfMaking *making, size_t pages, const PdfFile *files) {
    Arena *arena = making->pdf.arena;
    Buf catalogue = {.arena = arena}, tree = {.arena = arena};
    buf_add(&catalogue, STR("<</Type/Catalog/Pages 2 0 R"));
    if (files)
        buf_add(&catalogue, STR("/Names<</EmbeddedFiles<</Names["));
    for (size_t i = 0; files && files[i].name; i++)
        buf_printf(&catalogue, "(%s)<</Type/Filespec/F(%s)/UF(%s)/EF<</F %zu 0 R>>>>", files[i].name, files[i].name,
                   files[i].name, 1000 + i);
    buf_add(&catalogue, files ? STR("]>>>>>>") : STR(">>"));
    pdf_object(making, 1, buf_str(&catalogue));
    buf_add(&tree, STR("<</Type/Pages/Kids["));
    for (size_t i = 0; i < pages; i++)
        buf_printf(&tree, "%zu 0 R ", 10 + 2 * i);
    buf_printf(&tree, "]/Count %zu>>", pages);
    pdf_object(making, 2, buf_str(&tree));
}

/* `files` and `trailer` ("/Encrypt ...") may be NULL; the lists end with a NULL name or content. */
static inline Str pdf_made(Arena *arena, const PdfPage *pages, const PdfFile *files, const char *trailer) {
    PdfMaking making = {.pdf = {.arena = arena}, .places = {.arena = arena}};
    size_t n = 0;
    while (pages[n].content)
        n++;
    buf_add(&making.pdf, STR("%PDF-1.7\n"));
    pdf_frame(&making, n, files);
    pdf_object(&making, 3, STR(PDF_HELVETICA));
    pdf_object(&making, 4, STR(PDF_CHINESE));
    for (size_t i = 0; i < n; i++) {
        pdf_object(&making, 10 + 2 * i,
                   arena_printf(arena,
                                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Rotate %d/Resources<</Font<</F 3 0 R%s>>>>"
                                "/Contents %zu 0 R>>",
                                pages[i].rotate, strstr(pages[i].content, "/C ") ? "/C 4 0 R" : "", 11 + 2 * i));
        pdf_stream(&making, 11 + 2 * i, "", str_of(pages[i].content));
    }
    for (size_t i = 0; files && files[i].name; i++)
        pdf_stream(&making, 1000 + i, "/Type/EmbeddedFile", str_of(files[i].bytes));
    size_t table = making.pdf.len;
    buf_printf(&making.pdf, "xref\n0 1\n0000000000 65535 f \n" STR_FMT "trailer<</Root 1 0 R/Size 2000%s>>\nstartxref\n%zu\n%%%%EOF\n",
               STR_ARG(buf_str(&making.places)), trailer ? trailer : "", table);
    return buf_str(&making.pdf);
}

#endif
