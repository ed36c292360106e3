/* Money whose last two figures stand apart: "112 500-00", "112 500 руб. 00 коп.", "67 500 (шестьдесят семь тысяч
 * пятьсот) руб. 00 коп.".
 *
 * Such an amount is one token, so that neither half is read as the whole (contract section 3). The words are those of the
 * smallest coins, few and closed like the numerals of scale.h. */
#ifndef PARSERS_MINOR_H
#define PARSERS_MINOR_H

#include "base/str.h"

/* The end of what belongs to the whole figures folded[at, end); `end` when nothing does. */
size_t minor_end(Str folded, size_t at, size_t end);

/* Is the token such an amount? *whole is then the length of its first figures, *minor the last two, -1 for none. */
bool minor_split(Str token, size_t *whole, int *minor);

#endif
