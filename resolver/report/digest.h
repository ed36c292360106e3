/* Digest: 64 bits of a text, for tables that hold millions of keys. Two texts of one report practically never share one. */
#ifndef REPORT_DIGEST_H
#define REPORT_DIGEST_H

#include <stdint.h>

#include "base/str.h"

#define DIGEST_BEGIN 14695981039346656037u

/* FNV-1a. Chained: digest_add(digest_add(DIGEST_BEGIN, a), b); the end of each text counts, so "ab" "c" is not "a" "bc". */
static inline uint64_t digest_add(uint64_t digest, Str text) {
    for (size_t i = 0; i < text.len; i++)
        digest = (digest ^ (unsigned char)text.data[i]) * 1099511628211u;
    return (digest ^ 0x100u) * 1099511628211u;
}

static inline uint64_t digest_add_number(uint64_t digest, uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8)
        digest = (digest ^ (number >> shift & 0xFF)) * 1099511628211u;
    return digest;
}

#endif
