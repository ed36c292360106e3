/* UTF-8, one code point at a time, over bytes that may be anything. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdint.h>

#include "base/str.h"

#define UTF8_BAD 0xFFFDu

uint32_t utf8_decode_long(Str s, size_t at, size_t *size); /* for utf8_decode() */
/* The code point at s.data[at], its length in bytes in *size (at least 1; a bad byte is UTF8_BAD of size 1). */
static inline uint32_t utf8_decode(Str s, size_t at, size_t *size) {
    const unsigned char *p = (const unsigned char *)s.data + at;
    if (p[0] < 0x80) {
        *size = 1;
        return p[0];
    }
    if (p[0] >= 0xC2 && p[0] < 0xE0 && s.len - at >= 2 && (p[1] & 0xC0) == 0x80) { /* as most of the others are */
        *size = 2;
        return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    }
    if (p[0] > 0xE0 && p[0] < 0xED && s.len - at >= 3 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) { /* East Asia */
        *size = 3;
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    return utf8_decode_long(s, at, size);
}
size_t utf8_encode_long(uint32_t c, char out[4]); /* for utf8_encode() */
/* Writes at most 4 bytes, returns how many. */
static inline size_t utf8_encode(uint32_t c, char out[4]) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    return utf8_encode_long(c, out);
}
bool utf8_valid(Str s);
size_t utf8_ascii_end_long(Str s, size_t at); /* for utf8_ascii_end() */
/* The end of the ASCII that begins at `at`; of a character beyond, `at`. */
static inline size_t utf8_ascii_end(Str s, size_t at) {
    return at < s.len && (unsigned char)s.data[at] >= 0x80 ? at : utf8_ascii_end_long(s, at);
}
size_t utf8_back_long(Str s, size_t at); /* for utf8_back() */
/* The start of the code point that ends before `at`. */
static inline size_t utf8_back(Str s, size_t at) {
    const unsigned char *p = (const unsigned char *)s.data + at;
    if (at >= 1 && p[-1] < 0x80)
        return at - 1;
    if (at >= 2 && (p[-1] & 0xC0) == 0x80 && p[-2] >= 0xC2 && p[-2] < 0xE0)
        return at - 2;
    if (at >= 3 && (p[-1] & 0xC0) == 0x80 && (p[-2] & 0xC0) == 0x80 && p[-3] > 0xE0 && p[-3] < 0xED)
        return at - 3;
    return utf8_back_long(s, at);
}

#endif
