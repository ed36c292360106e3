/* Han: which countries write a Chinese character? Told by the national standards, which hold the characters in use there:
 * GB 2312 the simplified ones, Big5 the traditional ones, JIS X 0208 those of Japan. So 购 is Chinese, 購 is Taiwanese or
 * Japanese, 掲 is Japanese, without a list of ours. */
#ifndef PARSERS_HAN_H
#define PARSERS_HAN_H

#include <stdint.h>

#define HAN_SIMPLIFIED 1u
#define HAN_TRADITIONAL 2u
#define HAN_JAPANESE 4u
#define HAN_ALL 7u

/* HAN_ bits; HAN_ALL for a character that no standard has, and for any that is no unified ideograph of the first block. */
unsigned han_of(uint32_t c);

#endif
