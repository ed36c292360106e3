#include "connect/json_span.h"

#include <glib.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/banned.h"

#define PATH_DEPTH 16

static Str skip_blanks(Str text) {
    size_t at = 0;
    while (at < text.len && text.data[at] && strchr(" \t\r\n", text.data[at]))
        at++;
    return str_sub(text, at, text.len);
}

/* Behind the string that begins here; 0 when it does not end. */
static size_t string_end(Str text) {
    for (size_t at = 1; at < text.len; at++) {
        if (text.data[at] == '\\')
            at++;
        else if (text.data[at] == '"')
            return at + 1;
    }
    return 0;
}

/* Behind the bracket that closes the first one; 0 when none does. */
static size_t container_end(Str text) {
    size_t depth = 0;
    for (size_t at = 0; at < text.len; at++) {
        char c = text.data[at];
        if (c == '"') {
            size_t end = string_end(str_sub(text, at, text.len));
            if (!end)
                return 0;
            at += end - 1;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return at + 1;
        }
    }
    return 0;
}

Str span_first(Str text, Str *rest) {
    text = skip_blanks(text);
    size_t end = 0;
    if (text.len && (text.data[0] == '{' || text.data[0] == '['))
        end = container_end(text);
    else if (text.len && text.data[0] == '"')
        end = string_end(text);
    else
        while (end < text.len && (g_ascii_isalnum(text.data[end]) || (text.data[end] && strchr("+-.", text.data[end]))))
            end++;
    if (rest)
        *rest = str_sub(text, end, text.len);
    return end ? str_sub(text, 0, end) : STR_NONE;
}

SpanWalk span_walk(Str container) {
    if (!span_is_array(container) && !span_is_object(container))
        return (SpanWalk){.closed = true};
    return (SpanWalk){.rest = str_sub(container, 1, container.len), .close = span_is_array(container) ? ']' : '}'};
}

/* The sign that must come next. */
static bool take_sign(SpanWalk *walk, char sign) {
    Str rest = skip_blanks(walk->rest);
    if (!rest.len || rest.data[0] != sign)
        return false;
    walk->rest = str_sub(rest, 1, rest.len);
    return true;
}

bool span_next(SpanWalk *walk, Str *key, Str *value) {
    *key = *value = STR_NONE;
    if (walk->closed)
        return false;
    walk->closed = take_sign(walk, walk->close);
    if (walk->closed || (walk->n && !take_sign(walk, ',')))
        return false;
    if (walk->close == '}') {
        *key = span_first(walk->rest, &walk->rest);
        if (!key->len || key->data[0] != '"' || !take_sign(walk, ':'))
            return false;
    }
    *value = span_first(walk->rest, &walk->rest);
    walk->n += str_given(*value);
    return str_given(*value);
}

bool span_done(const SpanWalk *walk) {
    return walk->closed;
}

/* Keys with escapes are rare; one that is written with them is not found. */
static Str member(Str object, Str name) {
    SpanWalk walk = span_walk(object);
    for (Str key, value; span_next(&walk, &key, &value);)
        if (str_given(key) && str_eq(str_sub(key, 1, key.len - 1), name))
            return value;
    return STR_NONE;
}

static Str element(Str array, Str index) {
    SpanWalk walk = span_walk(array);
    size_t wanted = 0;
    for (size_t i = 0; i < index.len; i++) {
        if (!g_ascii_isdigit(index.data[i]) || wanted > 1000)
            return STR_NONE;
        wanted = wanted * 10 + (size_t)(index.data[i] - '0');
    }
    for (Str key, value; span_next(&walk, &key, &value);)
        if (walk.n == wanted + 1)
            return value;
    return STR_NONE;
}

Str span_at(Str value, Str path) {
    for (int depth = 0; depth < PATH_DEPTH && str_given(value); depth++) {
        Str whole = span_is_object(value) ? member(value, path) : STR_NONE;
        if (str_given(whole))
            return whole;
        ptrdiff_t dot = str_find_char(path, '.');
        Str front = dot < 0 ? path : str_sub(path, 0, (size_t)dot);
        value = span_is_array(value) ? element(value, front) : dot < 0 ? STR_NONE : member(value, front);
        if (dot < 0)
            return value;
        path = str_sub(path, (size_t)dot + 1, path.len);
    }
    return STR_NONE;
}

bool span_is_array(Str value) {
    return value.len && value.data[0] == '[';
}

bool span_is_object(Str value) {
    return value.len && value.data[0] == '{';
}

/* ---- strings ---- */

static uint32_t hex4(Str text, size_t at) {
    uint32_t code = 0;
    for (size_t i = at; i < at + 4; i++) {
        int digit = i < text.len ? g_ascii_xdigit_value(text.data[i]) : -1;
        if (digit < 0)
            return UTF8_BAD;
        code = code * 16 + (uint32_t)digit;
    }
    return code;
}

/* The character that \u stands for at `at`, behind the "u"; *used: how many bytes behind it. */
static uint32_t unicode_escape(Str text, size_t at, size_t *used) {
    uint32_t code = hex4(text, at), low;
    *used = 4;
    if (code < 0xD800 || code > 0xDFFF)
        return code ? code : UTF8_BAD;
    if (code > 0xDBFF || at + 6 > text.len || text.data[at + 4] != '\\' || text.data[at + 5] != 'u')
        return UTF8_BAD;
    low = hex4(text, at + 6);
    if (low < 0xDC00 || low > 0xDFFF)
        return UTF8_BAD;
    *used = 10;
    return 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
}

Str span_text(Arena *arena, Str value) {
    if (value.len && (g_ascii_isdigit(value.data[0]) || value.data[0] == '-'))
        return arena_str(arena, value);
    if (value.len < 2 || value.data[0] != '"')
        return STR_NONE;
    Str text = str_sub(value, 1, value.len - 1);
    Buf buf = {.arena = arena};
    buf_add(&buf, STR(""));
    for (size_t at = 0, used; at < text.len; at++) {
        const char *escape = "b\bf\fn\nr\rt\t";
        if (text.data[at] != '\\' || ++at == text.len) {
            buf_add_char(&buf, text.data[at < text.len ? at : at - 1]);
        } else if (text.data[at] == 'u') {
            buf_add_utf8(&buf, unicode_escape(text, at + 1, &used));
            at += used;
        } else {
            const char *found = text.data[at] ? strchr(escape, text.data[at]) : NULL;
            buf_add_char(&buf, found && (found - escape) % 2 == 0 ? found[1] : text.data[at]);
        }
    }
    return buf_str(&buf);
}
