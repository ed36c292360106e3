/* Papers: one file may hold several, printed one behind the other.
 *
 * A page begins another paper when it alone is one, headed by its name, with a number of its own that the pages before
 * do not bear. The first keeps the name of the file; the others are "name#2", "name#3" ... Pages are told by form feeds
 * (extract.h); a text without any is one paper. */
#ifndef PARSERS_PAPERS_H
#define PARSERS_PAPERS_H

#include "parsers/lexicon.h"

#define PAPERS_PAGES_MAX 100 /* pages looked at; further ones belong to the last paper */

/* What kind_judge() and invoice_read() say of an attachment, and of each paper in it; all pushed to `out`. */
void papers_read(const Lexicon *lexicon, Arena *arena, Language language, Document *document, Documents *out);

#endif
