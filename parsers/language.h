/* Which of the eleven languages is a text written in? By its sentences, not by its labels (contract section 9). */
#ifndef PARSERS_LANGUAGE_H
#define PARSERS_LANGUAGE_H

#include "model/model.h"
#include "parsers/lexicon.h"
#include "parsers/segment.h"

/* The dominant language of the parts of zone NEW; when they say too little, of the subject and the whole text. `given` is the ticket's
 * own tag: it settles what the words leave open. *confidence is 0 to 1. LANGUAGE_EN when nothing tells, or when it is
 * none of the eleven. */
Language language_read(const Lexicon *lexicon, Arena *arena, const Layout *layout, Language given, double *confidence);

/* The language of a short text alone (a document); LANGUAGE_UNKNOWN when nothing tells. */
Language language_of_text(const Lexicon *lexicon, Arena *arena, const Text *text);

/* A recognized page that was read in the script of another language: words of one language in the characters of the other ("统一编号").
 * The language to read it in; LANGUAGE_UNKNOWN when nothing tells. */
Language language_misread(const Lexicon *lexicon, Arena *arena, const Text *text);

#endif
