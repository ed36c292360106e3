#include "parsers/jsonin.h"

#include <glib.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/banned.h"

#define COMPARED_MAX 16 /* names of an object that are compared one by one; more are sorted */

typedef struct Reader {
    Arena *arena;
    const char *at, *end;
    const char *failure; /* NULL while there is none */
    int depth;
} Reader;

static bool fail(Reader *reader, const char *why) {
    if (!reader->failure)
        reader->failure = why;
    return false;
}

/* Passes over blanks; the next byte, or 0 at the end. */
static char next(Reader *reader) {
    while (reader->at < reader->end && (*reader->at == ' ' || *reader->at == '\n' || *reader->at == '\r' || *reader->at == '\t'))
        reader->at++;
    return reader->at < reader->end ? *reader->at : '\0';
}

/* ---- strings ---- */

/* Bytes that stand for themselves within a string, up to the next that does not. */
static const char *plain_end(const Reader *reader) {
    const char *at = reader->at;
    while (at < reader->end && (unsigned char)*at >= 0x20 && *at != '"' && *at != '\\')
        at++;
    return at;
}

/* The four digits at reader->at; -1 when they are none. */
static int32_t hex(Reader *reader) {
    int32_t value = 0;
    if (reader->end - reader->at < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        int digit = g_ascii_xdigit_value(*reader->at++);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

/* Behind "\u": a code point, of two escapes when the first is half of one. */
static bool unicode(Reader *reader, Buf *out) {
    int32_t c = hex(reader);
    if (c >= 0xD800 && c < 0xDC00 && reader->end - reader->at >= 2 && reader->at[0] == '\\' && reader->at[1] == 'u') {
        reader->at += 2;
        int32_t low = hex(reader);
        c = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : -1;
    }
    if (c < 0 || (c >= 0xD800 && c < 0xE000))
        return fail(reader, "an escape that is no character");
    buf_add_utf8(out, (uint32_t)c);
    return true;
}

/* Behind a backslash. */
static bool escape(Reader *reader, Buf *out) {
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    char c = reader->at < reader->end ? *reader->at++ : '\0';
    if (c == 'u')
        return unicode(reader, out);
    const char *letter = c ? strchr(letters, c) : NULL;
    if (!letter)
        return fail(reader, "an escape that JSON does not have");
    buf_add_char(out, meant[letter - letters]);
    return true;
}

/* The string at reader->at, which is its quotation mark. */
static bool string(Reader *reader, Str *text) {
    Buf out = {.arena = reader->arena};
    const char *from = ++reader->at;
    for (;;) {
        reader->at = plain_end(reader);
        Str plain = {from, (size_t)(reader->at - from)};
        if (reader->at == reader->end)
            return fail(reader, "a string is not closed");
        if ((unsigned char)*reader->at < 0x20)
            return fail(reader, "a line end or control character in a string");
        bool closed = *reader->at++ == '"';
        if (closed && !out.data) {
            *text = plain;
            return true;
        }
        if (!out.data) /* what is decoded is hardly longer than what is left of it */
            buf_reserve(&out, plain.len + 64);
        buf_add(&out, plain);
        if (closed) {
            *text = buf_str(&out);
            return true;
        }
        if (!escape(reader, &out))
            return false;
        from = reader->at;
    }
}

/* ---- numbers ---- */

static size_t digits(Reader *reader) {
    const char *from = reader->at;
    while (reader->at < reader->end && g_ascii_isdigit(*reader->at))
        reader->at++;
    return (size_t)(reader->at - from);
}

static bool skip(Reader *reader, const char *any) {
    bool there = reader->at < reader->end && *reader->at && strchr(any, *reader->at);
    reader->at += there;
    return there;
}

/* Is it more than 64 bits hold? */
static bool too_large(Arena *arena, const JsonIn *value) {
    int64_t sum = 0;
    if (value->kind == JSONIN_REAL) {
        double real = g_ascii_strtod(arena_str(arena, value->text).data, NULL);
        return real > G_MAXDOUBLE || real < -G_MAXDOUBLE;
    }
    bool negative = value->text.data[0] == '-';
    for (size_t i = negative; i < value->text.len; i++) {
        int digit = value->text.data[i] - '0';
        if (__builtin_mul_overflow(sum, 10, &sum) || __builtin_add_overflow(sum, negative ? -digit : digit, &sum))
            return true;
    }
    return false;
}

static bool number(Reader *reader, JsonIn *value) {
    const char *from = reader->at;
    skip(reader, "-");
    bool zero = reader->at < reader->end && *reader->at == '0';
    size_t whole = digits(reader);
    bool good = whole == 1 || (whole > 1 && !zero);
    value->kind = JSONIN_INTEGER;
    if (good && skip(reader, ".")) {
        value->kind = JSONIN_REAL;
        good = digits(reader) > 0;
    }
    if (good && skip(reader, "eE")) {
        value->kind = JSONIN_REAL;
        skip(reader, "+-");
        good = digits(reader) > 0;
    }
    value->text = (Str){from, (size_t)(reader->at - from)};
    if (!good)
        return fail(reader, "a number that JSON does not write so");
    return !too_large(reader->arena, value) || fail(reader, "a number that is too large");
}

/* ---- values ---- */

static bool value_read(Reader *reader, JsonIn *value);

static bool member_begin(Reader *reader, JsonIn *member) {
    if (next(reader) != '"')
        return fail(reader, "a name in quotation marks is expected");
    if (!string(reader, &member->name))
        return false;
    if (str_find_char(member->name, '\0') >= 0)
        return fail(reader, "a zero byte in a name");
    if (next(reader) != ':')
        return fail(reader, "a colon is expected behind a name");
    reader->at++;
    return true;
}

static int by_name(const void *a, const void *b) {
    return str_cmp(**(const Str *const *)a, **(const Str *const *)b);
}

/* Does one name stand twice in the object? */
static bool has_twin(Arena *arena, const JsonIn *object) {
    if (object->count <= COMPARED_MAX) {
        for (const JsonIn *a = object->first; a; a = a->next)
            for (const JsonIn *b = a->next; b; b = b->next)
                if (str_eq(a->name, b->name))
                    return true;
        return false;
    }
    const Str **names = ARENA_ARRAY(arena, const Str *, object->count);
    size_t n = 0;
    for (const JsonIn *member = object->first; member; member = member->next)
        names[n++] = &member->name;
    qsort(names, n, sizeof *names, by_name);
    for (size_t i = 1; i < n; i++)
        if (str_eq(*names[i - 1], *names[i]))
            return true;
    return false;
}

/* The elements or members up to the closing bracket; reader->at is the opening one. */
static bool children(Reader *reader, JsonIn *parent, char close) {
    JsonIn **last = &parent->first;
    reader->at++;
    if (next(reader) == close) {
        reader->at++;
        return true;
    }
    if (++reader->depth > JSONIN_DEPTH_MAX)
        return fail(reader, "values are nested too deeply");
    for (;;) {
        JsonIn *child = *last = ARENA_NEW(reader->arena, JsonIn);
        last = &child->next;
        parent->count++;
        if ((close == '}' && !member_begin(reader, child)) || !value_read(reader, child))
            return false;
        char behind = next(reader);
        if (behind == ',' || behind == close)
            reader->at++;
        if (behind == close)
            break;
        if (behind != ',')
            return fail(reader, close == '}' ? "a comma or } is expected" : "a comma or ] is expected");
    }
    reader->depth--;
    if (parent->kind == JSONIN_OBJECT && has_twin(reader->arena, parent))
        return fail(reader, "a name stands twice in an object");
    return true;
}

static bool word(Reader *reader, JsonIn *value) {
    static const struct {
        Str text;
        JsonKind kind;
    } words[] = {{STR("null"), JSONIN_NULL}, {STR("true"), JSONIN_TRUE}, {STR("false"), JSONIN_FALSE}};
    Str rest = {reader->at, (size_t)(reader->end - reader->at)};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (str_starts(rest, words[i].text)) {
            value->kind = words[i].kind;
            reader->at += words[i].text.len;
            return true;
        }
    return fail(reader, reader->at == reader->end ? "it is cut off" : "a value is expected");
}

static bool value_read(Reader *reader, JsonIn *value) {
    char c = next(reader);
    switch (c) {
    case '"':
        value->kind = JSONIN_STRING;
        return string(reader, &value->text);
    case '{':
        value->kind = JSONIN_OBJECT;
        return children(reader, value, '}');
    case '[':
        value->kind = JSONIN_ARRAY;
        return children(reader, value, ']');
    default:
        return c == '-' || g_ascii_isdigit(c) ? number(reader, value) : word(reader, value);
    }
}

bool jsonin_read(Arena *arena, Str bytes, JsonIn **root, JsonInError *error) {
    Reader reader = {.arena = arena, .at = bytes.data, .end = bytes.data + bytes.len};
    *root = ARENA_NEW(arena, JsonIn);
    char c = next(&reader);
    if (!utf8_valid(bytes))
        fail(&reader, "it is no UTF-8");
    else if (c != '{' && c != '[')
        fail(&reader, "an object or array is expected");
    else if (value_read(&reader, *root) && (next(&reader), reader.at < reader.end))
        fail(&reader, "there is text behind it");
    *error = (JsonInError){1, reader.failure};
    for (const char *p = bytes.data; reader.failure && p < reader.at; p++)
        error->line += *p == '\n';
    return !reader.failure;
}

const JsonIn *jsonin_get(const JsonIn *object, const char *name) {
    Str wanted = str_of(name);
    if (!object || object->kind != JSONIN_OBJECT)
        return NULL;
    for (const JsonIn *member = object->first; member; member = member->next)
        if (str_eq(member->name, wanted))
            return member;
    return NULL;
}
