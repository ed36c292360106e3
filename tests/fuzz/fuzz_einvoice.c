/* E-invoices, bare and signed: any bytes as XML, and as CMS. */
#include <stdlib.h>

#include "parsers/extract/einvoice.h"
#include "parsers/extract/signed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *arena = arena_new();
    Document document = {.bytes = {(const char *)data, size}};
    Documents more = {0};
    Extract signed_paper = {0};
    einvoice_read(arena, &document, &more);
    if (document.accepted != (document.kind == KIND_INVOICE) || (!document.readable && document.structured))
        abort();
    signed_read(arena, &(ExtractAsk){.bytes = {(const char *)data, size}}, &signed_paper);
    if (!signed_paper.papers.len)
        abort();
    arena_free(&arena);
    return 0;
}
