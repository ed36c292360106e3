/* Classify: what kind of document is one file (contract section 5), outside any ticket. */
#ifndef RUN_CLASSIFY_H
#define RUN_CLASSIFY_H

#include "model/model.h"
#include "parsers/extract.h"
#include "parsers/lexicon.h"

/* The document in the arena, judged and with its facts read; never NULL. A mail is judged by what it says; what is
 * attached to it, or packed in an archive, is not told apart, and of several papers in one file it is the first. `bytes` must live as long as the document. `extractor` may be NULL:
 * PDF and its like are not read then. */
const Document *classify_bytes(const Lexicon *lexicon, Arena *arena, const Extractor *extractor, Str name, Str bytes);

#endif
