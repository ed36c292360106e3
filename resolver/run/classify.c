#include "run/classify.h"

#include "parsers/format.h"
#include "parsers/language.h"
#include "parsers/papers.h"
#include "base/banned.h"

/* The language of all that is said in it: an archive says nothing itself. */
static Language language_of(const Lexicon *lexicon, Arena *arena, const Document *document) {
    Text text;
    text_fold(arena, document->text, &text);
    return language_of_text(lexicon, arena, &text);
}

/* Folders say nothing of a paper; its own name does. */
static Str last_part(Str path) {
    size_t from = path.len;
    while (from > 0 && path.data[from - 1] != '/')
        from--;
    return str_sub(path, from, path.len);
}

void classify_all(const Lexicon *lexicon, Arena *arena, const Extractor *extractor, Str name, Str bytes, Documents *out) {
    Ticket *ticket = ARENA_NEW(arena, Ticket);
    FormatContext context = {.arena = arena, .ticket = ticket, .language = LANGUAGE_UNKNOWN, .extractor = extractor};
    Document *document = format_add(arena, ticket);
    document->name = last_part(name);
    document->bytes = bytes;
    document->readable = true;
    format_open(&context, document);
    for (size_t i = 0; i < ticket->documents.len; i++) {
        Document *one = ticket->documents.items[i];
        size_t first = out->len, own = document->name.len;
        papers_read(lexicon, arena, language_of(lexicon, arena, one), one, out);
        for (size_t k = first; k < out->len; k++) {
            Str inner = out->items[k]->name; /* of the file itself: "scan.pdf", "scan.pdf#2" */
            out->items[k]->name = i ? arena_printf(arena, STR_FMT "/" STR_FMT, STR_ARG(name), STR_ARG(inner))
                                    : arena_printf(arena, STR_FMT STR_FMT, STR_ARG(name), STR_ARG(str_sub(inner, own, inner.len)));
        }
    }
}

const Document *classify_bytes(const Lexicon *lexicon, Arena *arena, const Extractor *extractor, Str name, Str bytes) {
    Documents documents = {0};
    classify_all(lexicon, arena, extractor, name, bytes, &documents);
    return documents.items[0];
}
