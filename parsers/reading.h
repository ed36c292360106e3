/* Reading: everything that is understood of one ticket. Ties the parsers together. */
#ifndef PARSERS_READING_H
#define PARSERS_READING_H

#include "model/model.h"
#include "parsers/lexicon.h"

/* Segments, language, documents, partner, claims, intent. The ticket gets its segments; documents that stand in the body
 * are added to the Reading's list. Never fails: what is strange is left open, and noted. */
Reading *reading_read(const Lexicon *lexicon, Arena *arena, Ticket *ticket);

#endif
