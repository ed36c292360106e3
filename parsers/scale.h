/* Numbers that go on in words of scale: "12万5千", "3억 2천만", "1,2 M€", "12 k€", "35 lakh", "2,5 Mio.".
 *
 * Such a word belongs to the token, so that "1.2 million" is never read as 1.2 (contract section 3: a token is read whole
 * or not at all). The words are numerals like the digits themselves, few and closed, hence code and no lexicon. */
#ifndef PARSERS_SCALE_H
#define PARSERS_SCALE_H

#include "parsers/number.h"

/* The end of the digits and separators that begin at `at`. */
size_t plain_end(Str folded, size_t at);

/* The end of the scales (and of the digits between and behind them) that follow the digits folded[at, end); `end` when
 * none do. */
size_t scale_end(Str folded, size_t at, size_t end);

/* Does the token end in, or go on in, scales? */
bool is_scaled(Str token);

/* The value of such a token. The habit settles "1,234 million". A lone figure behind a scale ("3万5") may stand for the
 * next lower one, and is ambiguous. */
NumberVerdict scaled_value(Str token, NumberHabit habit, Decimal *value, Decimal *other);

/* The power of ten that the name of a column or field says its figures are counted in: 3 of "Revenue (k€)", "Umsatz in TEUR",
 * "Выручка, тыс. руб.", "売上（千円）"; 0 when it says nothing. *unit: the byte behind the scale, where what is counted may stand ("€"). */
int scale_of_header(Str folded, size_t *unit);
/* "thousands", "Tsd", "migliaia", "тыс": a word that says nothing else. */
bool scale_is_header_word(Str word);

/* Does any figure of the text go on in a scale? */
bool scale_within(Str folded);

/* Times 10^power; false when that is larger than what is read. */
bool scale_times(Decimal *d, int power);

#endif
