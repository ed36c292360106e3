/* A page of characters anywhere: some text comes of it, valid and not much longer than the page is wide. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "parsers/extract/layout.h"
#include "base/banned.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *arena = arena_new();
    Buf out = {.arena = arena};
    LayoutPage page = {.arena = arena, .width = 600, .height = 800};
    double x = 0, y = 0;
    for (size_t i = 0; i + 4 < size; i += 5) { /* a character beside the last one, or somewhere else */
        x = data[i] & 1 ? x + data[i + 1] / 16.0 : data[i + 1] * 2.5;
        y = data[i] & 2 ? y + (data[i] & 4 ? data[i + 2] / 16.0 : 0) : data[i + 2] * 3.2;
        double wide = data[i] & 8 ? data[i + 4] / 8.0 : 5, high = data[i] & 16 ? data[i + 4] / 8.0 : 10;
        uint32_t code = data[i] & 32 ? 0x4E00u + data[i + 3] : data[i + 3];
        *VEC_PUSH(arena, &page.glyphs) = (Glyph){code, x, y, x + wide, y + high};
        x += data[i] & 64 ? 0 : wide;
        y += data[i] & 64 ? high : 0;
    }
    layout_write(&page, &out);
    if (!utf8_valid(buf_str(&out)) || out.len > 1200 * (page.glyphs.len + 1))
        abort();
    arena_free(&arena);
    return 0;
}
