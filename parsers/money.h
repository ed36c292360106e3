/* What stands beside a number: its currency, and whether it stands alone at all. Shared by cells and prose. */
#ifndef PARSERS_MONEY_H
#define PARSERS_MONEY_H

#include "base/utf8.h"
#include "parsers/lexicon.h"
#include "parsers/text.h"

/* The currency named at folded[at]: a code, a sign, a word. iso is absent for a sign that names none (a yen sign in an
 * English ticket). */
bool currency_at(const Lexicon *lexicon, const Text *text, size_t at, Language language, Str *iso, size_t *to);

/* The currency right behind or right before the number folded[from, to); *start and *end span number and currency. */
bool currency_beside(const Lexicon *lexicon, const Text *text, size_t from, size_t to, Language language, Str *iso,
                     size_t *start, size_t *end);

/* The longest currency that ends right before the number, with at most a dot, blanks or a bare dollar between. */
bool currency_before(const Lexicon *lexicon, const Text *text, size_t from, Language language, Str *iso,
                     size_t *start);

/* False for digits that are part of a date, a code, a time or a range: "2020-01", "A-25", "10:30", "5/6". */
bool number_stands_alone(Str folded, size_t from, size_t to);

/* A digit or a letter of an alphabet. */
static inline bool money_alnum_at(Str folded, size_t at) {
    size_t size;
    if (at >= folded.len)
        return false;
    uint32_t c = utf8_decode(folded, at, &size);
    return (c >= '0' && c <= '9') || (text_is_letter(c) && !text_is_cjk(c));
}
/* Behind the few blanks that may part a number from what belongs to it. */
size_t money_skip_blanks(Str folded, size_t at);

/* "n/a", "-", "s.o.": written where a value should stand, but no value. Empty is one too. */
bool value_is_placeholder(const Lexicon *lexicon, Arena *arena, Str raw);
/* The same of folded[from, to) of a text. */
bool value_is_placeholder_in(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to);

#endif
