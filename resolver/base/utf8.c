#include "base/utf8.h"

#include "base/banned.h"

static bool follows(unsigned char c) {
    return (c & 0xC0) == 0x80;
}

uint32_t utf8_decode_long(Str s, size_t at, size_t *size) {
    const unsigned char *p = (const unsigned char *)s.data + at;
    size_t left = s.len - at;
    uint32_t c;
    *size = 1;
    if (p[0] < 0xC2 || p[0] > 0xF4)
        return UTF8_BAD;
    if (p[0] < 0xE0) {
        if (left < 2 || !follows(p[1]))
            return UTF8_BAD;
        *size = 2;
        return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    }
    if (p[0] < 0xF0) {
        if (left < 3 || !follows(p[1]) || !follows(p[2]))
            return UTF8_BAD;
        c = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        if (c < 0x800 || (c & 0xF800) == 0xD800)
            return UTF8_BAD;
        *size = 3;
        return c;
    }
    if (left < 4 || !follows(p[1]) || !follows(p[2]) || !follows(p[3]))
        return UTF8_BAD;
    c = (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
    if (c < 0x10000 || c > 0x10FFFF)
        return UTF8_BAD;
    *size = 4;
    return c;
}

size_t utf8_encode_long(uint32_t c, char out[4]) {
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

/* Eight bytes at a time. */
size_t utf8_ascii_end_long(Str s, size_t at) {
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
    for (size_t at = utf8_ascii_end(s, 0), size; at < s.len; at = utf8_ascii_end(s, at + size))
        if (utf8_decode(s, at, &size) == UTF8_BAD && size == 1)
            return false;
    return true;
}

size_t utf8_back_long(Str s, size_t at) {
    size_t start = at ? at - 1 : 0, size;
    while (start > 0 && at - start < 4 && ((unsigned char)s.data[start] & 0xC0) == 0x80)
        start--;
    utf8_decode(s, start, &size);
    return start + size == at ? start : at - 1;
}
