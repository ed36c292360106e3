#include "base/digest.h"

#include <sys/random.h>

#include "base/banned.h"

#define ROTATE(x, by) ((x) << (by) | (x) >> (64 - (by)))

typedef struct State {
    uint64_t v0, v1, v2, v3;
} State;

static inline void round_of(State *s) {
    s->v0 += s->v1;
    s->v2 += s->v3;
    s->v1 = ROTATE(s->v1, 13) ^ s->v0;
    s->v3 = ROTATE(s->v3, 16) ^ s->v2;
    s->v0 = ROTATE(s->v0, 32);
    s->v2 += s->v1;
    s->v0 += s->v3;
    s->v1 = ROTATE(s->v1, 17) ^ s->v2;
    s->v3 = ROTATE(s->v3, 21) ^ s->v0;
    s->v2 = ROTATE(s->v2, 32);
}

static inline void absorb(State *s, uint64_t word) {
    s->v3 ^= word;
    round_of(s);
    s->v0 ^= word;
}

DigestKey digest_key_new(void) {
    DigestKey key = {0x5265736F6C766572u, 0x4B50492064657363u};
    ssize_t got = getrandom(&key, sizeof key, GRND_NONBLOCK);
    (void)got; /* without chance a fixed key serves */
    return key;
}

uint64_t digest(DigestKey key, Str text) {
    State s = {key.a ^ 0x736F6D6570736575u, key.b ^ 0x646F72616E646F6Du, key.a ^ 0x6C7967656E657261u,
               key.b ^ 0x7465646279746573u};
    uint64_t word, last = (uint64_t)text.len << 56;
    size_t at = 0;
    for (; at + 8 <= text.len; at += 8) {
        memcpy(&word, text.data + at, 8);
        absorb(&s, word);
    }
    for (unsigned shift = 0; at < text.len; at++, shift += 8)
        last |= (uint64_t)(unsigned char)text.data[at] << shift;
    absorb(&s, last);
    s.v2 ^= 0xFF;
    for (int i = 0; i < 3; i++)
        round_of(&s);
    uint64_t h = s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
    return h ? h : 1;
}
