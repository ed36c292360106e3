/* Judging and reading documents: the first line is the name, the second the subject, the rest the text. */
#include <stdlib.h>

#include "parsers/kind.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static Lexicon *lexicon;
    if (!lexicon && !(lexicon = lexicon_load("parsers/lexicon", NULL)))
        abort();
    Arena *arena = arena_new();
    Str rest = {(const char *)data, size}, name = STR_NONE, subject = STR_NONE;
    str_line(&rest, &name);
    str_line(&rest, &subject);
    Document document = {.name = name, .subject = subject, .text = rest, .readable = true};
    kind_judge(lexicon, arena, &document);
    invoice_read(lexicon, arena, (Language)(size % LANGUAGE_COUNT), &document);
    if (document.accepted != (document.kind == KIND_INVOICE))
        abort();
    arena_free(&arena);
    return 0;
}
