#include "parsers/mail_body.h"

#include <glib.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "parsers/base64.h"
#include "parsers/charset.h"
#include "parsers/flow.h"
#include "parsers/html.h"
#include "base/banned.h"

#define STUB_LETTERS 300 /* a plain part of fewer letters, and a third of the HTML part's, is no version of it */

Str part_field(GMimeObject *part, const char *name) {
    GMimeHeader *header = g_mime_header_list_get_header(g_mime_object_get_header_list(part), name);
    return header ? str_of(g_mime_header_get_raw_value(header)) : STR_NONE;
}

/* The encoded content, as it stands in the message. */
static Str part_raw(GMimePart *part, Str whole) {
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    GMimeStream *stream = content ? g_mime_data_wrapper_get_stream(content) : NULL;
    if (!stream || stream->bound_start < 0)
        return STR("");
    size_t end = stream->bound_end < 0 ? whole.len : (size_t)stream->bound_end;
    return str_sub(whole, (size_t)stream->bound_start, end);
}

size_t part_end(GMimeObject *object) {
    for (;;) {
        if (GMIME_IS_MULTIPART(object) && g_mime_multipart_get_count((GMimeMultipart *)object) > 0) {
            GMimeMultipart *multipart = (GMimeMultipart *)object;
            object = g_mime_multipart_get_part(multipart, g_mime_multipart_get_count(multipart) - 1);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            GMimeMessage *message = g_mime_message_part_get_message((GMimeMessagePart *)object);
            object = message ? g_mime_message_get_mime_part(message) : NULL;
        } else {
            break;
        }
    }
    GMimeDataWrapper *content = object && GMIME_IS_PART(object) ? g_mime_part_get_content((GMimePart *)object) : NULL;
    GMimeStream *stream = content ? g_mime_data_wrapper_get_stream(content) : NULL;
    return stream && stream->bound_end > 0 ? (size_t)stream->bound_end : 0;
}

static Str decode_uuencode(Arena *arena, Str raw) {
    GMimeEncoding state;
    g_mime_encoding_init_decode(&state, GMIME_CONTENT_ENCODING_UUENCODE);
    char *out = arena_alloc(arena, g_mime_encoding_outlen(&state, raw.len) + 1);
    return (Str){out, g_mime_encoding_flush(&state, raw.data, raw.len, out)};
}

/* Behind a soft break whose "=" is before `at`; blanks may stand in between, as some gateways leave them. `at` when it is none. */
static size_t soft_break_end(Str raw, size_t at) {
    size_t end = at;
    while (end < raw.len && (raw.data[end] == ' ' || raw.data[end] == '\t'))
        end++;
    if (end < raw.len && raw.data[end] == '\r')
        end++;
    return end < raw.len && raw.data[end] == '\n' ? end + 1 : at;
}

/* Not by GMime, which keeps such blanks. What is no escape stands for itself; one cut off by the end is dropped. */
static Str decode_quoted(Arena *arena, Str raw) {
    Buf out = {.arena = arena};
    buf_reserve(&out, raw.len);
    for (size_t at = 0; at < raw.len;) {
        const char *escape = memchr(raw.data + at, '=', raw.len - at);
        size_t from = escape ? (size_t)(escape - raw.data) : raw.len;
        buf_add(&out, str_sub(raw, at, from));
        at = from + 1;
        int high = at + 1 < raw.len ? g_ascii_xdigit_value(raw.data[at]) : -1;
        int low = high >= 0 ? g_ascii_xdigit_value(raw.data[at + 1]) : -1;
        size_t behind = low < 0 ? soft_break_end(raw, at) : at;
        if (low >= 0)
            buf_add_char(&out, (char)(high * 16 + low));
        else if (behind == at && at + 1 < raw.len)
            buf_add(&out, str_sub(raw, from, at + 2));
        at = behind == at ? at + 2 : behind;
    }
    return buf_str(&out);
}

Str part_bytes(Arena *arena, GMimePart *part, Str whole, bool *good) {
    Str raw = part_raw(part, whole), bytes = raw;
    *good = true;
    switch (g_mime_part_get_content_encoding(part)) {
    case GMIME_CONTENT_ENCODING_BASE64:
        *good = base64_decode(arena, raw, &bytes);
        return bytes;
    case GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE:
        return decode_quoted(arena, raw);
    case GMIME_CONTENT_ENCODING_UUENCODE:
        return decode_uuencode(arena, raw);
    default:
        return raw;
    }
}

Body part_text(Arena *arena, GMimePart *part, Str whole, const HeaderCharset *charset) {
    bool good;
    Str type = part_field((GMimeObject *)part, "Content-Type");
    Str bytes = part_bytes(arena, part, whole, &good);
    Str declared = header_param(arena, type, "charset", charset);
    GMimeContentType *kind = g_mime_object_get_content_type((GMimeObject *)part);
    Body body = {.html = g_mime_content_type_is_type(kind, "text", "html")};
    if (body.html) {
        if (!str_given(declared))
            declared = html_charset(bytes);
        body.source = charset_to_utf8(arena, bytes, declared, charset->hint, NULL);
        return body;
    }
    body.text = flow_lines(arena, charset_to_utf8(arena, bytes, declared, charset->hint, NULL));
    Str format = header_param(arena, type, "format", charset);
    if (str_eq_nocase(format, STR("flowed"))) {
        bool delsp = str_eq_nocase(header_param(arena, type, "delsp", charset), STR("yes"));
        body.text = flow_unfold(arena, body.text, delsp);
    }
    return body;
}

/* ---- plain or HTML ---- */

/* Letters and digits, those of link addresses left out: what there is to read. Counted to `most`. */
static size_t letters(Str text, size_t most) {
    size_t n = 0;
    for (size_t i = 0; i < text.len && n < most; i++) {
        Str rest = str_sub(text, i, text.len);
        if (text.data[i] == '<' && (str_starts(rest, STR("<http")) || str_starts(rest, STR("<mailto:")))) {
            ptrdiff_t end = str_find_char(str_sub(rest, 0, 2048), '>');
            i += end > 0 ? (size_t)end : 0;
        } else if (str_starts(rest, STR("http"))) {
            while (i + 1 < text.len && (unsigned char)text.data[i + 1] > ' ')
                i++;
        } else {
            n += g_ascii_isalnum(text.data[i]) || ((unsigned char)text.data[i] & 0xC0) == 0xC0;
        }
    }
    return n;
}

/* A row with its cells parted by one tab, however they were parted: tabs, pipes, two blanks or more. */
static Str row_key(Arena *arena, Str line) {
    Buf out = {.arena = arena};
    size_t blanks = 0;
    bool parted = false;
    for (size_t at = 0, size; at < line.len; at += size) {
        uint32_t c = utf8_decode(line, at, &size);
        if (c == '\t' || c == '|') {
            parted = true;
        } else if (c == ' ' || c == 0xA0) {
            blanks++;
        } else {
            if (out.len && (parted || blanks > 1))
                buf_add_char(&out, '\t');
            else if (out.len && blanks)
                buf_add_char(&out, ' ');
            buf_add(&out, str_sub(line, at, at + size));
            blanks = 0;
            parted = false;
        }
    }
    return buf_str(&out);
}

/* Are most rows of the HTML part's tables rows in the plain part too? */
static bool keeps_rows(Arena *arena, Str plain, Str html) {
    GHashTable *keys = g_hash_table_new(g_str_hash, g_str_equal);
    Str line, rest = plain;
    size_t rows = 0, kept = 0;
    while (str_line(&rest, &line)) {
        Str key = row_key(arena, line);
        if (str_find_char(key, '\t') > 0 && str_find_char(key, '\0') < 0)
            g_hash_table_add(keys, (gpointer)key.data);
    }
    rest = html;
    while (str_line(&rest, &line)) {
        if (str_find_char(line, '\t') < 0)
            continue;
        Str key = row_key(arena, line);
        rows += str_find_char(key, '\t') > 0;
        kept += str_find_char(key, '\t') > 0 && g_hash_table_contains(keys, key.data);
    }
    g_hash_table_destroy(keys);
    return kept * 5 >= rows * 4;
}

bool body_given(Body body) {
    return str_given(body.text) || str_given(body.source);
}

void body_read(Arena *arena, Body *body) {
    if (!str_given(body->source))
        return;
    HtmlText html = html_to_text(arena, body->source);
    *body = (Body){.text = html.text, .rows = html.rows, .html = true};
}

/* Can the source have rows of a table? */
static bool has_table(Str source) {
    for (ptrdiff_t at; (at = str_find_char(source, '<')) >= 0;) {
        source = str_sub(source, (size_t)at + 1, source.len);
        if (str_starts_nocase(source, STR("table")))
            return true;
    }
    return false;
}

Body body_better(Arena *arena, Body plain, Body html) {
    if (!body_given(plain) || !body_given(html))
        return body_given(plain) ? plain : html;
    body_read(arena, &plain);
    size_t plain_letters = letters(plain.text, STUB_LETTERS);
    if (plain_letters == STUB_LETTERS && str_given(html.source) && !has_table(html.source))
        return plain; /* nothing that HTML says could change that */
    body_read(arena, &html);
    if (plain_letters == 0 || (plain_letters < STUB_LETTERS && plain_letters * 3 < letters(html.text, plain_letters * 3 + 1)))
        return html;
    return html.rows && !keeps_rows(arena, plain.text, html.text) ? html : plain;
}

void body_append(Buf *joined, Body *body, Body behind) {
    if (!body_given(behind))
        return;
    if (!body_given(*body)) {
        *body = behind; /* nothing is read or copied while there is just one */
        return;
    }
    body_read(joined->arena, body);
    body_read(joined->arena, &behind);
    if (str_empty(str_trim(behind.text)))
        return;
    if (str_empty(str_trim(body->text))) {
        *body = behind;
        return;
    }
    if (joined->len == 0)
        buf_add(joined, body->text);
    buf_add(joined, str_ends(body->text, STR("\n")) ? STR("\n") : STR("\n\n"));
    buf_add(joined, behind.text);
    *body = (Body){.text = buf_str(joined), .rows = body->rows + behind.rows, .html = body->html || behind.html};
}
