#include "base/utf8.h"

#include "base/banned.h"

uint32_t utf8_decode(Str s, size_t at, size_t *size) {
    const unsigned char *p = (const unsigned char *)s.data + at;
    size_t left = s.len - at;
    *size = 1;
    if (p[0] < 0x80)
        return p[0];
    size_t n = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : p[0] >= 0xC2 ? 2 : 0;
    if (n == 0 || p[0] > 0xF4 || n > left)
        return UTF8_BAD;
    uint32_t c = p[0] & (0xFFu >> (n + 1));
    for (size_t i = 1; i < n; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return UTF8_BAD;
        c = c << 6 | (p[i] & 0x3Fu);
    }
    if ((n == 3 && (c < 0x800 || (c >= 0xD800 && c <= 0xDFFF))) || (n == 4 && (c < 0x10000 || c > 0x10FFFF)))
        return UTF8_BAD;
    *size = n;
    return c;
}

size_t utf8_encode(uint32_t c, char out[4]) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* The end of the plain bytes that begin at `at`, taken eight at a time. */
static size_t ascii_end(Str s, size_t at) {
    for (uint64_t eight; s.len - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, s.data + at, sizeof eight);
        if (eight & 0x8080808080808080u)
            break;
    }
    while (at < s.len && (unsigned char)s.data[at] < 0x80)
        at++;
    return at;
}

bool utf8_valid(Str s) {
    for (size_t at = ascii_end(s, 0), size; at < s.len; at = ascii_end(s, at + size))
        if (utf8_decode(s, at, &size) == UTF8_BAD && size == 1)
            return false;
    return true;
}

size_t utf8_back(Str s, size_t at) {
    size_t start = at ? at - 1 : 0, size;
    while (start > 0 && at - start < 4 && ((unsigned char)s.data[start] & 0xC0) == 0x80)
        start--;
    utf8_decode(s, start, &size);
    return start + size == at ? start : at - 1;
}
