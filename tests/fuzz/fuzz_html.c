/* HTML: any bytes end in valid UTF-8, without the marks that are used inside, in room that grows with the input. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "parsers/charset.h"
#include "parsers/html.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *arena = arena_new();
    Str bytes = {(const char *)data, size};
    html_sniff(bytes);
    Str utf8 = charset_to_utf8(arena, bytes, html_charset(bytes), LANGUAGE_UNKNOWN, NULL);
    Str text = html_to_text(arena, utf8).text;
    if (!utf8_valid(text) || str_find_char(text, '\2') >= 0 || str_find_char(text, '\3') >= 0)
        abort();
    if (text.len > size * 100 + (4u << 20))
        abort();
    arena_free(&arena);
    return 0;
}
