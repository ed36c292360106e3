/* Chance: could what so many witnesses say alike have come about by itself? */
#ifndef REPORT_CHANCE_H
#define REPORT_CHANCE_H

#include <stdint.h>

/* The probability that of n independent events, each of probability p (0 < p < 1), k or more come. */
double chance_of(uint32_t n, uint32_t k, double p);

#endif
