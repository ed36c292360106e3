/* What ISO 4217 says of a currency. */
#ifndef MODEL_CURRENCY_H
#define MODEL_CURRENCY_H

#include "base/str.h"

/* Digits after the point; 2 for an unknown code. */
int currency_decimals(Str iso);

#endif
