/* Classify: what kind of document is one file (contract section 5), outside any ticket. */
#ifndef RUN_CLASSIFY_H
#define RUN_CLASSIFY_H

#include "model/model.h"
#include "parsers/extract.h"
#include "parsers/lexicon.h"

/* The file as a document, and behind it every paper found in it: what is attached to a mail or packed in an archive, and the
 * further papers of one file; judged and with their facts read. The first is the file itself (of several papers in one file
 * the first of them), named `name`; the others are named by where they are: "bundle.zip/inner.pdf", "scan.pdf#2". A mail is
 * judged by what it says. `bytes` must live as long as the documents. `extractor` may be NULL: PDF and its like are not
 * read then. */
void classify_all(const Lexicon *lexicon, Arena *arena, const Extractor *extractor, Str name, Str bytes, Documents *out);
/* The first of them; never NULL. */
const Document *classify_bytes(const Lexicon *lexicon, Arena *arena, const Extractor *extractor, Str name, Str bytes);

#endif
