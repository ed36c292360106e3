#include "run/jsonout.h"

#include <glib.h>

#include "base/utf8.h"
#include "base/banned.h"

static void new_line(JsonOut *json) {
    static const char blanks[] = "\n                                ";
    size_t width = 1 + 2 * (size_t)json->depth;
    buf_add(json->buf, (Str){blanks, width < sizeof blanks ? width : sizeof blanks - 1});
}

/* Marks that turn the direction of a text, and controls: written as escapes, lest a terminal or a reader be misled. */
static bool hides(uint32_t c) {
    return (c >= 0x7F && c < 0xA0) || c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* By its first byte, how long a character is that stands as it is, if the right bytes follow; 0: to be looked at. */
static const uint8_t harmless[256] = {[0x20 ... 0x21] = 1, [0x23 ... 0x5B] = 1, [0x5D ... 0x7E] = 1, [0xC3 ... 0xD7] = 2,
                                      [0xD9 ... 0xDF] = 2, [0xE1] = 3,          [0xE3 ... 0xEC] = 3, [0xEE ... 0xEF] = 3};

/* How many of the next eight bytes, up to the first that is none, are harmless ASCII. All are asked at once: each term
 * sets the highest bit of a byte that is not, and what it may carry goes to the bytes behind. */
static size_t harmless_of_eight(const unsigned char *at) {
    const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    bytes = GUINT64_FROM_LE(bytes);
    uint64_t control = bytes - each * 0x20, quote = (bytes ^ each * '"') - each, slash = (bytes ^ each * '\\') - each;
    uint64_t not_so = (bytes | control | quote | slash | (bytes + each)) & each * 0x80; /* the last: DEL */
    return not_so ? (size_t)__builtin_ctzll(not_so) / 8 : 8;
}

/* Do the bytes behind a first one go on with its character? */
static bool goes_on(const unsigned char *p, size_t size) {
    return ((p[1] ^ 0x80u) | (p[size - 1] ^ 0x80u)) < 0x40;
}

/* The end of the run from `at` on that is copied as it is. */
static size_t harmless_end(Str text, size_t at) {
    const unsigned char *from = (const unsigned char *)text.data, *p = from + at, *end = from + text.len;
    while (p < end) {
        size_t size = harmless[*p], left = (size_t)(end - p);
        if (size == 1)
            p += left >= 8 ? harmless_of_eight(p) : 1;
        else if (size && size <= left && goes_on(p, size))
            p += size;
        else
            break;
    }
    return (size_t)(p - from);
}

static void add_escape(Buf *buf, uint32_t c) {
    static const char hex[] = "0123456789abcdef";
    const char escape[] = {'\\', 'u', hex[c >> 12 & 15], hex[c >> 8 & 15], hex[c >> 4 & 15], hex[c & 15]};
    buf_add(buf, (Str){escape, sizeof escape});
}

/* The character at `at`, which is no harmless one at first sight; its size. */
static size_t add_closely(Buf *buf, Str text, size_t at) {
    size_t size;
    uint32_t c = utf8_decode(text, at, &size);
    bool bad = c == 0 || (c == UTF8_BAD && size == 1);
    if (c == '"' || c == '\\')
        buf_add(buf, c == '"' ? STR("\\\"") : STR("\\\\"));
    else if (c == '\n')
        buf_add(buf, STR("\\n"));
    else if (c == '\t')
        buf_add(buf, STR("\\t"));
    else if (c == '\r')
        buf_add(buf, STR("\\r"));
    else if (bad)
        buf_add_utf8(buf, UTF8_BAD);
    else if (c < 0x20 || hides(c))
        add_escape(buf, c);
    else
        buf_add(buf, str_sub(text, at, at + size));
    return size;
}

/* `text` in quotation marks. Runs of harmless bytes are copied whole: most text is nothing else. */
static void quoted(Buf *buf, Str text) {
    buf_reserve(buf, text.len + 2);
    buf_add_char(buf, '"');
    for (size_t at = 0; at < text.len;) {
        size_t end = harmless_end(text, at);
        buf_add(buf, str_sub(text, at, end));
        at = end < text.len ? end + add_closely(buf, text, end) : end;
    }
    buf_add_char(buf, '"');
}

/* What stands before any value: the comma, the line, the key. Keys are ours and need no escapes. */
static void begin(JsonOut *json, const char *key) {
    Buf *buf = json->buf;
    if (json->written)
        buf_add_char(buf, ',');
    if (json->pretty && json->depth)
        new_line(json);
    if (key) {
        size_t len = strlen(key);
        buf_reserve(buf, len + 4);
        char *at = buf->data + buf->len;
        *at = '"';
        memcpy(at + 1, key, len);
        memcpy(at + 1 + len, "\": ", 3);
        buf->len += len + (json->pretty ? 4 : 3);
    }
    json->written = true;
}

void jsonout_open(JsonOut *json, const char *key, char bracket) {
    begin(json, key);
    buf_add_char(json->buf, bracket);
    json->depth++;
    json->written = false;
}

void jsonout_close(JsonOut *json, char bracket) {
    json->depth--;
    if (json->pretty && json->written)
        new_line(json);
    buf_add_char(json->buf, bracket);
    json->written = true;
}

void jsonout_text(JsonOut *json, const char *key, Str text) {
    begin(json, key);
    quoted(json->buf, text);
}

void jsonout_text_or_null(JsonOut *json, const char *key, Str text) {
    if (str_empty(text))
        jsonout_null(json, key);
    else
        jsonout_text(json, key, text);
}

void jsonout_text_if(JsonOut *json, const char *key, Str text) {
    if (!str_empty(text))
        jsonout_text(json, key, text);
}

void jsonout_int(JsonOut *json, const char *key, int64_t number) {
    char digits[20];
    size_t at = sizeof digits;
    uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        digits[--at] = (char)('0' + left % 10);
    while (left /= 10);
    begin(json, key);
    if (number < 0)
        buf_add_char(json->buf, '-');
    buf_add(json->buf, (Str){digits + at, sizeof digits - at});
}

void jsonout_share(JsonOut *json, const char *key, int percent) {
    const char digits[] = {(char)('0' + percent / 100), '.', (char)('0' + percent / 10 % 10), (char)('0' + percent % 10)};
    begin(json, key);
    buf_add(json->buf, (Str){digits, sizeof digits});
}

void jsonout_bool(JsonOut *json, const char *key, bool value) {
    begin(json, key);
    buf_add(json->buf, value ? STR("true") : STR("false"));
}

void jsonout_null(JsonOut *json, const char *key) {
    begin(json, key);
    buf_add(json->buf, STR("null"));
}
