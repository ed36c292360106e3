#include "parsers/mail_header.h"

#include <glib.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "parsers/base64.h"
#include "parsers/charset.h"
#include "base/banned.h"

#define WORD_MAX 16384  /* bytes of one encoded word; RFC 2047 allows 75, many send a whole subject */
#define SECTIONS_MAX 64 /* parts of one RFC 2231 parameter */

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_control(char c) {
    return (unsigned char)c < 0x20 || c == 0x7F;
}

Str header_clean(Arena *arena, Str text) {
    Buf out = {.arena = arena};
    size_t clean = 0;
    if (!utf8_valid(text))
        text = charset_to_utf8(arena, text, STR_NONE, LANGUAGE_UNKNOWN, NULL);
    while (clean < text.len && !is_control(text.data[clean]))
        clean++;
    buf_add(&out, str_sub(text, 0, clean));
    for (size_t i = clean; i < text.len; i++) {
        char c = text.data[i], next = i + 1 < text.len ? text.data[i + 1] : '\0';
        if ((c == '\r' || c == '\n') && is_blank(next))
            continue; /* a fold: the blank behind it is the value's */
        buf_add_char(&out, is_control(c) ? ' ' : c);
    }
    return str_trim(buf_str(&out));
}

/* ---- encoded words (RFC 2047) ---- */

typedef struct Word {
    Str charset, text;
    bool base64;
    size_t to; /* its end in the raw value */
} Word;

/* The encoded word that begins at `at`; false when none does. */
static bool word_at(Str raw, size_t at, Word *word) {
    if (at + 6 > raw.len || raw.data[at] != '=' || raw.data[at + 1] != '?')
        return false;
    Str rest = str_sub(raw, at + 2, raw.len);
    ptrdiff_t mark = str_find_char(str_sub(rest, 0, 80), '?');
    if (mark < 1 || (size_t)mark + 2 >= rest.len || rest.data[mark + 2] != '?')
        return false;
    char encoding = g_ascii_toupper(rest.data[mark + 1]);
    if (encoding != 'B' && encoding != 'Q')
        return false;
    Str body = str_sub(rest, (size_t)mark + 3, rest.len);
    ptrdiff_t end = str_find(str_sub(body, 0, WORD_MAX), STR("?="));
    if (end < 0 || str_find_char(str_sub(body, 0, (size_t)end), '\0') >= 0)
        return false;
    Str charset = str_sub(rest, 0, (size_t)mark);
    ptrdiff_t star = str_find_char(charset, '*');
    word->charset = star >= 0 ? str_sub(charset, 0, (size_t)star) : charset;
    word->text = str_sub(body, 0, (size_t)end);
    word->base64 = encoding == 'B';
    word->to = (size_t)(body.data - raw.data) + (size_t)end + 2;
    return true;
}

static void add_word(Arena *arena, Buf *bytes, const Word *word) {
    if (word->base64) {
        Str decoded;
        base64_decode(arena, word->text, &decoded);
        buf_add(bytes, decoded);
        return;
    }
    for (size_t i = 0; i < word->text.len; i++) {
        char c = word->text.data[i];
        if (c == '=' && i + 2 < word->text.len && g_ascii_isxdigit(word->text.data[i + 1]) &&
            g_ascii_isxdigit(word->text.data[i + 2])) {
            int high = g_ascii_xdigit_value(word->text.data[i + 1]), low = g_ascii_xdigit_value(word->text.data[i + 2]);
            buf_add_char(bytes, (char)(high * 16 + low));
            i += 2;
        } else if (c != '\r' && c != '\n') {
            buf_add_char(bytes, c == '_' ? ' ' : c);
        }
    }
}

/* Bytes collected of neighbouring words of one charset, converted together. */
static void flush_words(Arena *arena, Buf *out, Buf *bytes, Str charset, Language hint) {
    if (bytes->len)
        buf_add(out, charset_to_utf8(arena, arena_str(arena, buf_str(bytes)), charset, hint, NULL));
    bytes->len = 0;
}

Str header_text(Arena *arena, Str raw, const HeaderCharset *charset) {
    Buf out = {.arena = arena}, bytes = {.arena = arena};
    Str pending = STR_NONE;
    size_t plain = 0; /* where the text behind the last word begins */
    for (size_t at = 0; at + 1 < raw.len;) {
        const char *next = memchr(raw.data + at, '=', raw.len - at);
        Word word;
        if (!next)
            break;
        at = (size_t)(next - raw.data);
        if (!word_at(raw, at, &word)) {
            at++;
            continue;
        }
        Str between = str_sub(raw, plain, at);
        bool neighbours = str_given(pending) && str_empty(str_trim(between));
        if (!neighbours || !str_eq_nocase(pending, word.charset))
            flush_words(arena, &out, &bytes, pending, charset->hint);
        if (!neighbours)
            buf_add(&out, charset_to_utf8(arena, between, charset->declared, charset->hint, NULL));
        add_word(arena, &bytes, &word);
        pending = word.charset;
        at = plain = word.to;
    }
    flush_words(arena, &out, &bytes, pending, charset->hint);
    buf_add(&out, charset_to_utf8(arena, str_sub(raw, plain, raw.len), charset->declared, charset->hint, NULL));
    return header_clean(arena, buf_str(&out));
}

/* ---- structured values (RFC 2045, 2231) ---- */

/* Undeclared bytes of a two-byte charset may look like quotes and backslashes: they are read before the structure is. */
static Str structured(Arena *arena, Str raw, HeaderCharset *charset) {
    if (utf8_valid(raw) && str_find_char(raw, 0x1b) < 0)
        return raw;
    Str text = charset_to_utf8(arena, raw, charset->declared, charset->hint, NULL);
    charset->declared = STR("utf-8");
    return text;
}

Str header_value(Arena *arena, Str raw) {
    ptrdiff_t end = str_find_char(raw, ';');
    Str value = arena_str(arena, header_clean(arena, str_sub(raw, 0, end < 0 ? raw.len : (size_t)end)));
    for (size_t i = 0; i < value.len; i++)
        ((char *)value.data)[i] = g_ascii_tolower(value.data[i]);
    return value;
}

typedef struct Section {
    Str value;
    bool given, percent;
} Section;

/* The value at *at: a quoted string, unescaped, or what stands before the next semicolon. */
static Str value_at(Arena *arena, Str raw, size_t *at) {
    Buf out = {.arena = arena};
    size_t i = *at;
    while (i < raw.len && is_blank(raw.data[i]))
        i++;
    if (i < raw.len && raw.data[i] == '"') {
        for (i++; i < raw.len && raw.data[i] != '"'; i++) {
            if (raw.data[i] == '\\' && i + 1 < raw.len && strchr("\\\"", raw.data[i + 1]))
                i++;
            if (raw.data[i] != '\r' && raw.data[i] != '\n')
                buf_add_char(&out, raw.data[i]);
        }
        while (i < raw.len && raw.data[i] != ';')
            i++;
        *at = i;
        return buf_str(&out);
    }
    size_t from = i;
    while (i < raw.len && raw.data[i] != ';')
        i++;
    *at = i;
    return str_trim(str_sub(raw, from, i));
}

/* "name", "name*", "name*0", "name*0*": is the key one of the parameter's, and which section? */
static bool section_of(Str key, const char *name, size_t *number, bool *percent) {
    Str wanted = str_of(name);
    if (!str_starts_nocase(key, wanted))
        return false;
    Str rest = str_sub(key, wanted.len, key.len);
    *percent = str_ends(rest, STR("*"));
    if (*percent)
        rest = str_sub(rest, 0, rest.len - 1);
    *number = 0;
    if (str_empty(rest))
        return true;
    if (rest.data[0] != '*' || rest.len < 2)
        return false;
    for (size_t i = 1; i < rest.len && *number < SECTIONS_MAX; i++) {
        if (!g_ascii_isdigit(rest.data[i]))
            return false;
        *number = *number * 10 + (size_t)(rest.data[i] - '0');
    }
    return *number < SECTIONS_MAX;
}

static void add_percent(Buf *out, Str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] == '%' && i + 2 < text.len && g_ascii_isxdigit(text.data[i + 1]) &&
            g_ascii_isxdigit(text.data[i + 2])) {
            int high = g_ascii_xdigit_value(text.data[i + 1]), low = g_ascii_xdigit_value(text.data[i + 2]);
            buf_add_char(out, (char)(high * 16 + low));
            i += 2;
        } else {
            buf_add_char(out, text.data[i]);
        }
}

/* charset'language'value, percent-encoded, in sections. */
static Str sections_text(Arena *arena, const Section *sections, const HeaderCharset *fallback) {
    Buf bytes = {.arena = arena};
    Str charset = fallback->declared;
    for (size_t i = 0; i < SECTIONS_MAX && sections[i].given; i++) {
        Str value = sections[i].value;
        ptrdiff_t first = i == 0 && sections[i].percent ? str_find_char(value, '\'') : -1;
        ptrdiff_t second = first >= 0 ? str_find_char(str_sub(value, (size_t)first + 1, value.len), '\'') : -1;
        if (second >= 0) {
            charset = first ? str_sub(value, 0, (size_t)first) : charset;
            value = str_sub(value, (size_t)(first + second) + 2, value.len);
        }
        if (sections[i].percent)
            add_percent(&bytes, value);
        else
            buf_add(&bytes, value);
    }
    return header_clean(arena, charset_to_utf8(arena, buf_str(&bytes), charset, fallback->hint, NULL));
}

Str header_param(Arena *arena, Str raw, const char *name, const HeaderCharset *declared) {
    Section sections[SECTIONS_MAX] = {0};
    HeaderCharset known = *declared, *charset = &known;
    raw = structured(arena, raw, &known);
    Str simple = STR_NONE;
    bool extended = false;
    ptrdiff_t semicolon = str_find_char(raw, ';');
    for (size_t at = semicolon < 0 ? raw.len : (size_t)semicolon; at < raw.len;) {
        size_t from = ++at, number;
        while (at < raw.len && raw.data[at] != '=' && raw.data[at] != ';')
            at++;
        if (at >= raw.len || raw.data[at] == ';')
            continue;
        Str key = str_trim(str_sub(raw, from, at));
        bool percent;
        at++;
        Str value = value_at(arena, raw, &at);
        if (!section_of(key, name, &number, &percent))
            continue;
        bool numbered = key.len > strlen(name);
        if (!numbered && !str_given(simple))
            simple = value;
        if (numbered && !sections[number].given)
            sections[number] = (Section){value, true, percent};
        extended = extended || numbered;
    }
    if (extended && sections[0].given)
        return sections_text(arena, sections, charset);
    return str_given(simple) ? header_text(arena, simple, charset) : STR_NONE;
}

/* ---- addresses ---- */

typedef struct AddressReader {
    Arena *arena;
    const HeaderCharset *charset;
    Buf phrase, comment, angle;
    bool has_angle;
    Mailboxes *out;
} AddressReader;

Str header_address(Str clean) {
    ptrdiff_t quote = clean.len && clean.data[0] == '"' ? str_find_char(str_sub(clean, 1, clean.len), '"') : -1;
    Str bare = str_sub(clean, quote < 0 ? 0 : (size_t)quote + 2, clean.len);
    return str_find_char(bare, ' ') < 0 ? clean : STR("");
}

static Str address_text(AddressReader *reader, Str raw) {
    Arena *arena = reader->arena;
    Str text = charset_to_utf8(arena, arena_str(arena, raw), reader->charset->declared, reader->charset->hint, NULL);
    return header_address(header_clean(arena, text));
}

/* The mailbox read so far is complete. One without an address is the family name of "Doe, Jane <jane@...>". */
static void mailbox_end(AddressReader *reader, bool last) {
    Str phrase = str_trim(buf_str(&reader->phrase)), comment = buf_str(&reader->comment);
    bool address = str_find_char(phrase, '@') >= 0;
    if (!reader->has_angle && !address && !last && phrase.len) {
        buf_add_char(&reader->phrase, ',');
        return;
    }
    Arena *arena = reader->arena;
    Mailbox box = {.name = STR(""), .email = STR("")};
    if (reader->has_angle) {
        box.email = address_text(reader, buf_str(&reader->angle));
        box.name = header_text(arena, arena_str(arena, phrase), reader->charset);
    } else if (address) {
        box.email = address_text(reader, phrase);
    } else {
        box.name = header_text(arena, arena_str(arena, phrase), reader->charset);
    }
    if (str_empty(box.name) && comment.len)
        box.name = header_text(arena, arena_str(arena, comment), reader->charset);
    if (box.name.len || box.email.len)
        *VEC_PUSH(arena, reader->out) = box;
    reader->phrase.len = reader->comment.len = reader->angle.len = 0;
    reader->has_angle = false;
}

/* Adds what stands up to the closing character, backslashes undone; returns the index of that character. */
static size_t add_until(Buf *out, Str raw, size_t from, char open, char close) {
    int depth = 1;
    for (size_t i = from; i < raw.len; i++) {
        char c = raw.data[i];
        if (c == '\\' && close != '>' && i + 1 < raw.len)
            c = raw.data[++i];
        else if (c == close && --depth == 0)
            return i;
        else if (c == open && open != close)
            depth++;
        buf_add_char(out, c);
    }
    return raw.len;
}

void header_mailboxes(Arena *arena, Str raw, const HeaderCharset *charset, Mailboxes *out) {
    HeaderCharset known = *charset;
    AddressReader reader = {.arena = arena, .charset = &known, .out = out};
    raw = structured(arena, raw, &known);
    reader.phrase.arena = reader.comment.arena = reader.angle.arena = arena;
    for (size_t i = 0; i < raw.len; i++) {
        char c = raw.data[i];
        if (c == '"') {
            i = add_until(&reader.phrase, raw, i + 1, '"', '"');
        } else if (c == '(') {
            reader.comment.len = 0;
            i = add_until(&reader.comment, raw, i + 1, '(', ')');
        } else if (c == '<') {
            reader.angle.len = 0;
            reader.has_angle = true;
            i = add_until(&reader.angle, raw, i + 1, '<', '>');
        } else if (c == ',' || c == ';') {
            mailbox_end(&reader, false);
        } else if (c == ':' && str_find_char(buf_str(&reader.phrase), '@') < 0) {
            reader.phrase.len = 0; /* the name of a group */
        } else {
            buf_add_char(&reader.phrase, c);
        }
    }
    mailbox_end(&reader, true);
}

Str mailboxes_str(Arena *arena, const Mailboxes *mailboxes) {
    Buf out = {.arena = arena};
    for (size_t i = 0; i < mailboxes->len; i++) {
        const Mailbox *box = &mailboxes->items[i];
        bool quote = false;
        for (size_t k = 0; k < box->name.len; k++)
            quote = quote || strchr("()<>[]:;@\\,.\"", box->name.data[k]);
        if (out.len)
            buf_add(&out, STR(", "));
        for (size_t k = 0; quote && k < box->name.len; k++) {
            if (k == 0)
                buf_add_char(&out, '"');
            if (strchr("\"\\", box->name.data[k]))
                buf_add_char(&out, '\\');
            buf_add_char(&out, box->name.data[k]);
        }
        buf_add(&out, quote ? STR("\"") : box->name);
        if (box->email.len)
            buf_printf(&out, box->name.len ? " <" STR_FMT ">" : STR_FMT, STR_ARG(box->email));
    }
    return buf_str(&out);
}
