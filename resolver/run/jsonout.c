#include "run/jsonout.h"

#include "base/utf8.h"
#include "base/banned.h"

static void new_line(JsonOut *json) {
    static const char blanks[] = "\n                                ";
    size_t width = 1 + 2 * (size_t)json->depth;
    if (json->pretty)
        buf_add(json->buf, (Str){blanks, width < sizeof blanks ? width : sizeof blanks - 1});
}

/* Marks that turn the direction of a text, and controls: written as escapes, lest a terminal or a reader be misled. */
static bool hides(uint32_t c) {
    return (c >= 0x7F && c < 0xA0) || c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* `text` in quotation marks. Runs of harmless bytes are copied whole: most text is nothing else. */
static void quoted(Buf *buf, Str text) {
    buf_add_char(buf, '"');
    size_t run = 0, at = 0;
    while (at < text.len) {
        unsigned char c = (unsigned char)text.data[at];
        size_t size = 1;
        if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
            at++;
            continue;
        }
        uint32_t code = c >= 0x80 ? utf8_decode(text, at, &size) : c;
        if (c >= 0x80 && (code != UTF8_BAD || size > 1) && !hides(code)) {
            at += size;
            continue;
        }
        buf_add(buf, str_sub(text, run, at));
        if (c == '"' || c == '\\')
            buf_printf(buf, "\\%c", c);
        else if (c == '\n')
            buf_add(buf, STR("\\n"));
        else if (c == '\t')
            buf_add(buf, STR("\\t"));
        else if (c == '\r')
            buf_add(buf, STR("\\r"));
        else if (c >= 0x80 && hides(code))
            buf_printf(buf, "\\u%04x", code);
        else if (c == 0 || c >= 0x80)
            buf_add_utf8(buf, UTF8_BAD);
        else
            buf_printf(buf, "\\u%04x", c);
        run = at += size;
    }
    buf_add(buf, str_sub(text, run, at));
    buf_add_char(buf, '"');
}

/* What stands before any value: the comma, the line, the key. */
static void begin(JsonOut *json, const char *key) {
    if (json->written)
        buf_add_char(json->buf, ',');
    if (json->depth)
        new_line(json);
    if (key) {
        buf_add_char(json->buf, '"'); /* keys are ours and need no escapes */
        buf_add(json->buf, str_of(key));
        buf_add(json->buf, json->pretty ? STR("\": ") : STR("\":"));
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
    if (json->written)
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
