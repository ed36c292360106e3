#include "reply/plain.h"

#include <unicode/uchar.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/banned.h"

#define URL_MAX 200

/* Marks that change what a reader sees without being seen. */
static bool is_invisible(uint32_t c) {
    return u_charType((UChar32)c) == U_FORMAT_CHAR || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x115F ||
           c == 0x3164;
}

static bool is_space(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || u_isUWhiteSpace((UChar32)c) || c == 0x2028 || c == 0x2029;
}

/* Letters and marks of the scripts that most texts are in, neither blank nor invisible: nobody needs to look them up. */
static bool is_usual(uint32_t c) {
    return (c > ' ' && c < 0x7F) || (c >= 0xC0 && c <= 0x24F) || (c >= 0x400 && c <= 0x481) || (c >= 0x3041 && c <= 0x30FF) ||
           (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

/* Nothing but visible ASCII and single blanks between: it stays as it is. */
static bool is_plain(Str text) {
    bool blank = true;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c < ' ' || c > '~' || (c == ' ' && blank))
            return false;
        blank = c == ' ';
    }
    return !blank;
}

Str plain_line(Arena *arena, Str text, size_t most) {
    if (text.len <= most && is_plain(text))
        return arena_str(arena, text);
    Buf buf = {.arena = arena};
    size_t n = 0;
    bool space = false;
    for (size_t at = 0, size; at < text.len; at += size) {
        uint32_t c = utf8_decode(text, at, &size);
        bool usual = is_usual(c);
        if (!usual && is_space(c)) {
            space = buf.len > 0;
            continue;
        }
        if (!usual && is_invisible(c))
            continue;
        if (n + space >= most) {
            buf_add(&buf, STR("…"));
            break;
        }
        if (space)
            buf_add_char(&buf, ' ');
        buf_add_utf8(&buf, c);
        n += 1 + space;
        space = false;
    }
    return buf_str(&buf);
}

static bool is_name_char(uint32_t c) {
    return u_isalpha((UChar32)c) || (u_getCombiningClass((UChar32)c) != 0) || c == ' ' || c == '\'' ||
           c == 0x2019 || c == '-' || c == '.' || c == ',' || c == 0xB7 || c == 0x30FB ||
           u_charType((UChar32)c) == U_COMBINING_SPACING_MARK;
}

static size_t words_of(Str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += s.data[i] != ' ' && (i == 0 || s.data[i - 1] == ' ');
    return n;
}

/* "Doe, Jane" -> "Jane Doe"; any other comma ("Contoso, Ltd.", "Support, EMEA, Paris") is no person. */
static Str turned(Arena *arena, Str name) {
    ptrdiff_t comma = str_find_char(name, ',');
    if (comma < 0)
        return name;
    Str family = str_trim(str_sub(name, 0, (size_t)comma)),
        given = str_trim(str_sub(name, (size_t)comma + 1, name.len));
    bool person = family.len && given.len && words_of(family) <= 3 && words_of(given) <= 2 &&
                  str_find_char(given, ',') < 0 && str_find_char(given, '.') < 0;
    return person ? arena_printf(arena, STR_FMT " " STR_FMT, STR_ARG(given), STR_ARG(family)) : STR_NONE;
}

Str plain_name(Arena *arena, Str text) {
    text = str_trim(text);
    size_t n = 0, letters = 0;
    for (size_t at = 0, size; at < text.len; at += size, n++) {
        uint32_t c = utf8_decode(text, at, &size);
        if (!is_name_char(c) || n >= PLAIN_NAME_MAX)
            return STR_NONE;
        letters += u_isalpha((UChar32)c) != 0;
    }
    if (letters == 0)
        return STR_NONE;
    return turned(arena, plain_line(arena, text, PLAIN_NAME_MAX));
}

Str plain_url(Arena *arena, Str text) {
    text = str_trim(text);
    bool web = str_starts_nocase(text, STR("http://")) || str_starts_nocase(text, STR("https://"));
    if (!web || text.len > URL_MAX)
        return STR_NONE;
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] <= ' ' || text.data[i] >= 0x7F || strchr("<>\"'`{}|\\^", text.data[i]))
            return STR_NONE;
    return arena_str(arena, text);
}
