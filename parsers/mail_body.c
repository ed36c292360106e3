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

/* Quoted-printable and uuencode, by GMime. */
static Str decode_by_gmime(Arena *arena, Str raw, GMimeContentEncoding encoding) {
    GMimeEncoding state;
    g_mime_encoding_init_decode(&state, encoding);
    char *out = arena_alloc(arena, g_mime_encoding_outlen(&state, raw.len) + 1);
    return (Str){out, g_mime_encoding_flush(&state, raw.data, raw.len, out)};
}

/* A soft break with blanks behind its "=", as some gateways leave it: without them, so that GMime joins the lines. */
static Str tight_breaks(Arena *arena, Str raw) {
    Buf out = {.arena = arena};
    size_t kept = 0;
    for (const char *at = raw.data, *end = raw.data + raw.len; (at = memchr(at, '=', (size_t)(end - at))); at++) {
        const char *blank = at + 1;
        while (blank < end && (*blank == ' ' || *blank == '\t'))
            blank++;
        if (blank == at + 1 || blank == end || (*blank != '\r' && *blank != '\n'))
            continue;
        buf_add(&out, str_sub(raw, kept, (size_t)(at + 1 - raw.data)));
        kept = (size_t)(blank - raw.data);
    }
    if (!kept)
        return raw;
    buf_add(&out, str_sub(raw, kept, raw.len));
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
        return decode_by_gmime(arena, tight_breaks(arena, raw), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    case GMIME_CONTENT_ENCODING_UUENCODE:
        return decode_by_gmime(arena, raw, GMIME_CONTENT_ENCODING_UUENCODE);
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
        HtmlText html = html_to_text(arena, charset_to_utf8(arena, bytes, declared, charset->hint, NULL));
        body.text = html.text;
        body.rows = html.rows;
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

/* Letters and digits, those of link addresses left out: what there is to read. */
static size_t letters(Str text) {
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
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

Body body_better(Arena *arena, Body plain, Body html) {
    if (!str_given(plain.text) || !str_given(html.text))
        return str_given(plain.text) ? plain : html;
    size_t plain_letters = letters(plain.text), html_letters = letters(html.text);
    if (plain_letters == 0 || (plain_letters < STUB_LETTERS && plain_letters * 3 < html_letters))
        return html;
    return html.rows && !keeps_rows(arena, plain.text, html.text) ? html : plain;
}

void body_append(Buf *joined, Body *body, Body behind) {
    if (!str_given(behind.text) || (str_given(body->text) && str_empty(str_trim(behind.text))))
        return;
    if (!str_given(body->text) || str_empty(str_trim(body->text))) {
        *body = behind; /* nothing is copied while there is just one */
        return;
    }
    if (joined->len == 0)
        buf_add(joined, body->text);
    buf_add(joined, str_ends(body->text, STR("\n")) ? STR("\n") : STR("\n\n"));
    buf_add(joined, behind.text);
    *body = (Body){buf_str(joined), body->rows + behind.rows, body->html || behind.html};
}
