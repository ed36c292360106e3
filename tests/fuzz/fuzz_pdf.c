/* PDFs: the input as a whole file, and as what is drawn on the page of a sound one. Poppler itself is not instrumented; what
 * is asked of it, and the layout rebuilt from its answers, is. */
#include <stdlib.h>

#include "base/buf.h"
#include "parsers/extract/pdf.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    (void)argc, (void)argv;
    pdf_prepare();
    return 0;
}

/* Without a table of places: Poppler finds the objects itself. */
static Str drawn(Arena *arena, Str content) {
    Buf buf = {.arena = arena};
    buf_add(&buf, STR("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                      "2 0 obj<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>endobj\n"
                      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R/G 6 0 R>>>>/Contents 5 0 R>>endobj\n"
                      "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
                      "6 0 obj<</Type/Font/Subtype/Type1/BaseFont/Courier>>endobj\n"));
    buf_printf(&buf, "5 0 obj<</Length %zu>>stream\n", content.len);
    buf_add(&buf, content);
    buf_add(&buf, STR("\nendstream endobj\ntrailer<</Root 1 0 R/Size 7>>\n"));
    return buf_str(&buf);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *arena = arena_new();
    Str input = {(const char *)data, size};
    Extract page = {0}, raw = {0};
    pdf_read(arena, &(ExtractAsk){.bytes = drawn(arena, input), .without_ocr = true}, &page);
    pdf_read(arena, &(ExtractAsk){.bytes = input, .without_ocr = true}, &raw);
    if (!page.papers.len || !raw.papers.len)
        abort();
    arena_free(&arena);
    return 0;
}
