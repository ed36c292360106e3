#include "report/chance.h"

#include <math.h>

#include "base/banned.h"

/* The logarithm of the probability of just k: the terms themselves are too small to be numbers. */
static double log_of_just(uint32_t n, uint32_t k, double p) {
    return lgamma(n + 1.0) - lgamma(k + 1.0) - lgamma(n - k + 1.0) + k * log(p) + (n - k) * log1p(-p);
}

double chance_of(uint32_t n, uint32_t k, double p) {
    double sum = 0;
    if (k <= n * p)
        return 1; /* no more than was to be expected */
    double term = exp(log_of_just(n, k, p));
    /* Beyond what is expected the terms only fall. */
    for (uint32_t i = k; i <= n && term > sum * 1e-9; i++) {
        sum += term;
        term *= (double)(n - i) / (i + 1.0) * p / (1 - p);
    }
    return sum;
}
