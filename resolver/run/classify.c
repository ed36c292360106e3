#include "run/classify.h"

#include "parsers/format.h"
#include "parsers/language.h"
#include "parsers/papers.h"
#include "base/banned.h"

const Document *classify_bytes(const Lexicon *lexicon, Arena *arena, const Extractor *extractor, Str name, Str bytes) {
    Ticket *ticket = ARENA_NEW(arena, Ticket);
    FormatContext context = {.arena = arena, .ticket = ticket, .language = LANGUAGE_UNKNOWN, .extractor = extractor};
    Document *document = format_add(arena, ticket);
    document->name = name;
    document->bytes = bytes;
    document->readable = true;
    format_open(&context, document);
    Text text;
    Documents papers = {0};
    text_fold(arena, document->text, &text);
    papers_read(lexicon, arena, language_of_text(lexicon, arena, &text), document, &papers);
    return papers.items[0];
}
