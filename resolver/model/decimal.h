/* Decimal: money, units and KPIs as a scaled integer. Never binary floating point (issue of 2 % != 2.000000000000004 %).
 *
 * The value is units / 10^scale; the scale is kept as it was written, so 3125.00 prints as "3125.00". Two decimals of
 * different scale may be equal: compare with decimal_cmp(), never with ==. */
#ifndef MODEL_DECIMAL_H
#define MODEL_DECIMAL_H

#include <stdint.h>

#include "base/arena.h"

#define DECIMAL_SCALE_MAX 9   /* digits after the point that are kept; more are refused */
#define DECIMAL_DIGITS_MAX 15 /* digits in all; more are refused, a number is read whole or not at all */

typedef struct Decimal {
    int64_t units;
    uint8_t scale;
} Decimal;

/* Canonical form only: "-1250.00", "20", no grouping, "." as the point. False when it is anything else. */
bool decimal_parse(Str text, Decimal *out);
Str decimal_str(Arena *arena, Decimal d); /* the canonical form */
int decimal_cmp(Decimal a, Decimal b);    /* by value */
bool decimal_add(Decimal a, Decimal b, Decimal *sum); /* false when it does not fit */
/* |a - b| <= tolerance */
bool decimal_near(Decimal a, Decimal b, Decimal tolerance);
Decimal decimal_int(int64_t n);
bool decimal_is_int(Decimal d); /* 25, 25.0 and 25.00 are */
int64_t decimal_to_int(Decimal d); /* towards zero */

#endif
