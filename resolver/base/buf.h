/* Buf: text that grows at its end, in an arena. A new one is all zeros but for the arena.
 *
 *     Buf buf = {.arena = arena};
 *     buf_add(&buf, STR("KPI "));
 *     buf_printf(&buf, "%d", 25);
 *     Str text = buf_str(&buf);
 *
 * The Str of buf_str() is NUL-terminated and stays valid until the next addition. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdint.h>

#include "base/arena.h"

typedef struct Buf {
    Arena *arena;
    char *data;
    size_t len, cap;
} Buf;

void buf_grow(Buf *buf, size_t more); /* for buf_reserve() */
/* Room for `more` bytes, and one for the NUL. */
static inline void buf_reserve(Buf *buf, size_t more) {
    if (buf->cap - buf->len <= more)
        buf_grow(buf, more);
}
static inline void buf_add(Buf *buf, Str text) {
    buf_reserve(buf, text.len);
    if (text.len)
        memcpy(buf->data + buf->len, text.data, text.len);
    buf->len += text.len;
}
static inline void buf_add_char(Buf *buf, char c) {
    buf_reserve(buf, 1);
    buf->data[buf->len++] = c;
}
void buf_add_utf8(Buf *buf, uint32_t code_point);
void buf_printf(Buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str buf_str(Buf *buf);

#endif
