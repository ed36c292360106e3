/* Numbers written in Chinese characters: 二十五, 十二万五千, 壹万贰仟伍佰, 二〇二〇. */
#ifndef PARSERS_HAN_NUMBER_H
#define PARSERS_HAN_NUMBER_H

#include <stdint.h>

#include "model/model.h"

/* The run of figures that begins at folded[at]: its length in bytes, 0 when none begins there. *read says whether the run
 * as a whole is a number, and *value which; "二百五" and "二三" are none. A run too long for a number is cut: what follows begins
 * with figures, too. */
size_t han_number(Str folded, size_t at, Decimal *value, bool *read);

/* Is the character a figure: 二, 壹, 十, 万? */
bool han_is_figure(uint32_t c);

/* Do figures stand on both sides of `at`? No number begins there. */
bool han_goes_on(Str folded, size_t at);

#endif
