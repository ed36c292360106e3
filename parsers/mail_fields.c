#include "parsers/mail_fields.h"

#include "base/banned.h"

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static bool is_control(char c) {
    return (unsigned char)c < 0x20 || c == 0x7F;
}

/* The field name at `at`: blanks may stand between it and its colon, but not in it. *stop is the colon, or where it ceased to be
 * a name: the end of the bytes, too. */
static bool name_at(Str bytes, size_t at, Str *name, size_t *stop) {
    size_t end = at, i;
    while (end < bytes.len && bytes.data[end] != ':' && !is_blank(bytes.data[end]) && !is_control(bytes.data[end]))
        end++;
    for (i = end; i < bytes.len && is_blank(bytes.data[i]); i++)
        continue;
    *stop = i;
    *name = str_sub(bytes, at, end);
    return i < bytes.len && bytes.data[i] == ':';
}

/* Behind the end of the line at `at` and of the lines that go on with it. */
static size_t folded_end(Str bytes, size_t at) {
    do {
        const char *end = memchr(bytes.data + at, '\n', bytes.len - at);
        at = end ? (size_t)(end - bytes.data) + 1 : bytes.len;
    } while (at < bytes.len && is_blank(bytes.data[at]));
    return at;
}

/* Is there an empty line at `at`? *behind is its end. */
static bool empty_line(Str bytes, size_t at, size_t *behind) {
    size_t i = at + (at + 1 < bytes.len && bytes.data[at] == '\r');
    *behind = i + 1;
    return i < bytes.len && bytes.data[i] == '\n';
}

/* "From jane Mon Jan 20 ...", which mailboxes put in front of a message. */
static bool is_separator(Str bytes, size_t at, size_t stop) {
    Str line = str_sub(bytes, at, stop);
    return str_starts(line, STR("From ")) || str_starts(line, STR(">From "));
}

bool mail_fields_read(Arena *arena, Str bytes, MailFields *fields, size_t *body) {
    for (size_t at = 0, end, stop; at < bytes.len; at = end) {
        Str name;
        if (empty_line(bytes, at, body))
            return true;
        bool named = name_at(bytes, at, &name, &stop) && name.len;
        if (stop == bytes.len)
            return false; /* cut off within a name: nothing here ever was a message */
        end = folded_end(bytes, named ? stop : at);
        if (named)
            *VEC_PUSH(arena, fields) = (MailField){name, str_sub(bytes, stop + 1, end), str_sub(bytes, at, end)};
        else if (fields->len == 0 && !is_separator(bytes, at, stop))
            return false;
    }
    *body = bytes.len;
    return bytes.len > 0;
}
