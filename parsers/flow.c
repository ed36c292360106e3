#include "parsers/flow.h"

#include "base/buf.h"
#include "base/banned.h"

#define QUOTES_MAX 50 /* deeper quotation is written no deeper */

static bool is_dropped(unsigned char c) {
    return c < 0x20 ? c != '\n' && c != '\t' && c != '\f' : c == 0x7F;
}

Str flow_lines(Arena *arena, Str text) {
    size_t at = 0;
    while (at < text.len && !is_dropped((unsigned char)text.data[at]))
        at++;
    if (at == text.len)
        return text;
    char *out = arena_alloc(arena, text.len + 1);
    size_t len = at;
    memcpy(out, text.data, at);
    for (; at < text.len; at++) {
        unsigned char c = (unsigned char)text.data[at];
        if (c == '\r' && !(at + 1 < text.len && text.data[at + 1] == '\n'))
            c = '\n'; /* a lone CR ends a line too */
        if (!is_dropped(c))
            out[len++] = (char)c;
    }
    return (Str){out, len};
}

Str flow_unfold(Arena *arena, Str text, bool delsp) {
    Buf out = {.arena = arena};
    Str rest = text, line;
    size_t depth_before = 0;
    bool flows = false; /* the line before goes on in this one */
    buf_reserve(&out, text.len);
    for (bool first = true; str_line(&rest, &line); first = false) {
        size_t depth = 0;
        while (depth < line.len && line.data[depth] == '>')
            depth++;
        Str content = str_sub(line, depth, line.len);
        if (content.len && content.data[0] == ' ')
            content = str_sub(content, 1, content.len);
        bool separator = str_eq(content, STR("-- "));
        if (!flows || depth != depth_before || separator) {
            if (!first)
                buf_add_char(&out, '\n');
            for (size_t i = 0; i < depth && i < QUOTES_MAX; i++)
                buf_add_char(&out, '>');
            if (depth)
                buf_add_char(&out, ' ');
        }
        flows = str_ends(content, STR(" ")) && !separator;
        buf_add(&out, flows && delsp ? str_sub(content, 0, content.len - 1) : content);
        depth_before = depth;
    }
    if (str_ends(text, STR("\n")))
        buf_add_char(&out, '\n');
    return buf_str(&out);
}
