/* Hangul: what Korean glues to its words and figures: "25개가", "INV-1001은", "표시되는데".
 *
 * Particles and verb endings are grammar like the numerals of scale.h, few and closed, hence code and no lexicon. */
#ifndef PARSERS_HANGUL_H
#define PARSERS_HANGUL_H

#include "parsers/text.h"

bool hangul_at(Str folded, size_t at);
/* The end of the Hangul that begins at `at`; `at` when none does. */
size_t hangul_end(Str folded, size_t at);
/* The same for what is glued to a word or a figure that ends at `at`. */
size_t hangul_tail_end(Str folded, size_t at);

/* May a word end at `at`, so that what follows is no other word: "개가", "개 ", but not "개월"? */
bool hangul_word_ends(Str folded, size_t at);
/* Does a clause end in folded[from, to): "표시되는데 ", "20이지만 "? */
bool hangul_clause_ends(Str folded, size_t from, size_t to);

#endif
