/* Str: a view of bytes, pointer and length. Never owns, need not end in NUL, may hold NUL.
 *
 * Text inside the program is UTF-8; a Str of a file's bytes may be anything. An absent Str has data NULL and is
 * not the same as an empty one (data non-NULL, len 0): str_given() tells. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct Str {
    const char *data;
    size_t len;
} Str;

#define STR(literal)   ((Str){("" literal), sizeof(literal) - 1})
#define STR_NONE       ((Str){NULL, 0})
#define STR_FMT        "%.*s"
#define STR_ARG(s)     (int)(s).len, ((s).data ? (s).data : "")

static inline Str str_of(const char *text) {
    return (Str){text, text ? strlen(text) : 0};
}
static inline bool str_given(Str s) {
    return s.data != NULL;
}
static inline bool str_empty(Str s) {
    return s.len == 0;
}
static inline Str str_sub(Str s, size_t from, size_t to) {
    if (to > s.len)
        to = s.len;
    if (from > to)
        from = to;
    return (Str){s.data ? s.data + from : NULL, to - from};
}

/* Comparing bytes is half of reading: here, so that what differs at the first byte costs no call. */
static inline bool str_starts(Str s, Str prefix) {
    return s.len >= prefix.len &&
           (prefix.len == 0 || (s.data[0] == prefix.data[0] && memcmp(s.data, prefix.data, prefix.len) == 0));
}
static inline bool str_eq(Str a, Str b) {
    return a.len == b.len && str_starts(a, b);
}
static inline bool str_eq_cstr(Str a, const char *b) {
    return a.len ? a.data[0] == b[0] && str_eq(a, str_of(b)) : !*b;
}
bool str_eq_nocase(Str a, Str b); /* ASCII letters only */
int str_cmp(Str a, Str b);        /* by bytes */
bool str_starts_nocase(Str s, Str prefix); /* ASCII letters only */
bool str_ends(Str s, Str suffix);
ptrdiff_t str_find(Str s, Str needle); /* -1 when not there */
ptrdiff_t str_find_char(Str s, char c);
size_t str_digit_from(Str s, size_t at); /* the next 0-9 at or behind `at`; s.len when there is none */
Str str_trim(Str s); /* ASCII blanks, NBSP, ideographic, zero-width spaces and BOM at both ends */

/* Cut the next line off *rest (without its CR, LF or CRLF). False at the end. */
bool str_line(Str *rest, Str *line);

/* For hash tables whose keys are Str *. */
unsigned str_hash(const void *key);
int str_same(const void *a, const void *b);

#endif
