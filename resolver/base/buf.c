#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"
#include "base/banned.h"

void buf_grow(Buf *buf, size_t more) {
    size_t wanted = buf->cap ? buf->cap * 2 : 64; /* most stay short, and what stands last grows in place */
    while (wanted - buf->len <= more)
        wanted *= 2;
    buf->data = arena_grow_text(buf->arena, buf->data, buf->cap, wanted);
    buf->cap = wanted;
}

void buf_add_utf8(Buf *buf, uint32_t code_point) {
    char bytes[4];
    buf_add(buf, (Str){bytes, utf8_encode(code_point, bytes)});
}

void buf_printf(Buf *buf, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    if (len > 0) {
        buf_reserve(buf, (size_t)len);
        vsnprintf(buf->data + buf->len, (size_t)len + 1, format, again);
        buf->len += (size_t)len;
    }
    va_end(again);
    va_end(args);
}

Str buf_str(Buf *buf) {
    buf_reserve(buf, 0);
    buf->data[buf->len] = '\0';
    return (Str){buf->data, buf->len};
}
