/* Digest: 64 bits that stand for a text, under a secret key (SipHash-1-3): whoever writes tickets cannot make two of them
 * look alike. Two of a million texts share one by chance once in some forty million runs. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stdint.h>

#include "base/str.h"

typedef struct DigestKey {
    uint64_t a, b;
} DigestKey;

DigestKey digest_key_new(void);           /* by chance */
uint64_t digest(DigestKey key, Str text); /* never 0, which stands for "none" */

#endif
