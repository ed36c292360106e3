/* What does the ticket ask for (contract section 7), and what does it say for a directory listing. */
#ifndef PARSERS_INTENT_H
#define PARSERS_INTENT_H

#include "model/model.h"
#include "parsers/lexicon.h"
#include "parsers/segment.h"

/* Sets intent, intent_text and automatic of a reading whose language and claims are known. */
void intent_read(const Lexicon *lexicon, Arena *arena, const Layout *layout, Reading *reading);

/* Sets listing and listing_evidence from labels and sentences of the new text, and from the fields. */
void listing_read(const Lexicon *lexicon, Arena *arena, const Layout *layout, Reading *reading);

#endif
