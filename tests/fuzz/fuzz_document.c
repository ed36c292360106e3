/* Any bytes as a document: opened, judged, its facts read. Only an invoice may be accepted. */
#include <stdlib.h>

#include "run/classify.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static Lexicon *lexicon;
    if (!lexicon)
        lexicon = lexicon_load("parsers/lexicon", NULL);
    if (!lexicon)
        abort();
    Arena *arena = arena_new();
    const Document *document = classify_bytes(lexicon, arena, NULL, STR("fuzz"), (Str){(const char *)data, size});
    if (document->accepted && document->kind != KIND_INVOICE)
        abort();
    arena_free(&arena);
    return 0;
}
