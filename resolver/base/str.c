#define _GNU_SOURCE
#include "base/str.h"

#include <stdint.h>

#include "base/utf8.h"
#include "base/banned.h"

#define LINE_WINDOW ((size_t)256) /* bytes */

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool str_eq_nocase(Str a, Str b) {
    return a.len == b.len && str_starts_nocase(a, b);
}

int str_cmp(Str a, Str b) {
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n ? memcmp(a.data, b.data, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts_nocase(Str s, Str prefix) {
    if (s.len < prefix.len)
        return false;
    for (size_t i = 0; i < prefix.len; i++)
        if (lower(s.data[i]) != lower(prefix.data[i]))
            return false;
    return true;
}

bool str_ends(Str s, Str suffix) {
    return s.len >= suffix.len && str_eq(str_sub(s, s.len - suffix.len, s.len), suffix);
}

ptrdiff_t str_find(Str s, Str needle) {
    if (needle.len == 0)
        return 0;
    if (s.len < needle.len)
        return -1;
    const char *at = memmem(s.data, s.len, needle.data, needle.len);
    return at ? at - s.data : -1;
}

ptrdiff_t str_find_char(Str s, char c) {
    const char *at = s.len ? memchr(s.data, c, s.len) : NULL;
    return at ? at - s.data : -1;
}

/* Eight bytes at a time: with its bits of '0' turned a digit is below ten, and any other byte is not. */
size_t str_digit_from(Str s, size_t at) {
    const uint64_t ones = 0x0101010101010101;
    for (uint64_t word; at + sizeof word <= s.len; at += sizeof word) {
        memcpy(&word, s.data + at, sizeof word);
        word ^= ones * '0';
        uint64_t others = (((word & ones * 0x7F) + ones * (0x80 - 10)) | word) & ones * 0x80;
        if (others != ones * 0x80)
            break;
    }
    while (at < s.len && !(s.data[at] >= '0' && s.data[at] <= '9'))
        at++;
    return at;
}

static inline bool is_blank(uint32_t c) {
    if (c < 0x80)
        return c == ' ' || (c >= 0x09 && c <= 0x0D);
    return c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0xFEFF;
}

static inline bool is_visible_ascii(char c) {
    return c > ' ' && c < 0x7F;
}

Str str_trim(Str s) {
    size_t from = 0, to = s.len, size;
    if (s.len && is_visible_ascii(s.data[0]) && is_visible_ascii(s.data[s.len - 1]))
        return s; /* as most are */
    while (from < to && is_blank(utf8_decode(s, from, &size)))
        from += size;
    while (to > from) {
        size_t start = utf8_back(s, to);
        if (!is_blank(utf8_decode(s, start, &size)))
            break;
        to = start;
    }
    return str_sub(s, from, to);
}

/* Looked for in windows: a text without the one of the two would be searched to its end for each line. */
static size_t line_end(Str s) {
    for (size_t from = 0; from < s.len; from += LINE_WINDOW) {
        size_t n = s.len - from < LINE_WINDOW ? s.len - from : LINE_WINDOW;
        const char *start = s.data + from, *newline = memchr(start, '\n', n);
        const char *back = memchr(start, '\r', newline ? (size_t)(newline - start) : n);
        if (newline || back)
            return (size_t)((back ? back : newline) - s.data);
    }
    return s.len;
}

bool str_line(Str *rest, Str *line) {
    if (rest->len == 0)
        return false;
    size_t end = line_end(*rest);
    *line = str_sub(*rest, 0, end);
    if (end + 1 < rest->len && rest->data[end] == '\r' && rest->data[end + 1] == '\n')
        end++;
    *rest = str_sub(*rest, end + 1, rest->len);
    return true;
}

unsigned str_hash(const void *key) {
    const Str *text = key;
    unsigned h = 5381;
    for (size_t i = 0; i < text->len; i++)
        h = h * 33 + (unsigned char)text->data[i];
    return h;
}

int str_same(const void *a, const void *b) {
    return str_eq(*(const Str *)a, *(const Str *)b);
}
