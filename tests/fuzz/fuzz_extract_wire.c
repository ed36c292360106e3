/* The Extract of a reader that lies: refused, or the same when written again. */
#include <stdint.h>
#include <stdlib.h>

#include "parsers/extract_wire.h"
#include "base/banned.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *arena = arena_new();
    Extract one, two;
    if (wire_read(arena, (Str){(const char *)data, size}, &one)) {
        Buf out = {.arena = arena}, again = {.arena = arena};
        wire_write(&out, &one);
        if (!wire_read(arena, buf_str(&out), &two))
            abort();
        wire_write(&again, &two);
        if (!str_eq(buf_str(&out), buf_str(&again)))
            abort();
    }
    arena_free(&arena);
    return 0;
}
