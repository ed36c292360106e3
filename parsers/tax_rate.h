/* Words for net and gross that a rate parts: "inkl. 19 % MwSt.", "IVA del 21% incluido", "부가세 10% 포함". The lexicon holds them
 * without the rate; no list could hold every rate. */
#ifndef PARSERS_TAX_RATE_H
#define PARSERS_TAX_RATE_H

#include "parsers/lexicon.h"

/* Appends to the hits (LEX_CUE, CUE_NET and CUE_GROSS) what stands so in folded[from, to), over the rate from its first word to
 * its last. Costs nothing where no "%" is. */
void tax_rates_scan(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, Hits *out);

#endif
