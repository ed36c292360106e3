#include "parsers/mail_leaf.h"

#include <glib.h>

#include "base/buf.h"
#include "parsers/base64.h"
#include "parsers/mail_header.h"
#include "base/banned.h"

/* ---- of GMime's tree ---- */

Str part_field(GMimeObject *part, const char *name) {
    GMimeHeader *header = g_mime_header_list_get_header(g_mime_object_get_header_list(part), name);
    return header ? str_of(g_mime_header_get_raw_value(header)) : STR_NONE;
}

/* The encoded content, as it stands in the message. */
static Str part_content(GMimePart *part, Str whole) {
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

Leaf leaf_of_part(GMimePart *part, Str whole) {
    GMimeContentType *type = g_mime_object_get_content_type((GMimeObject *)part);
    return (Leaf){.type = part_field((GMimeObject *)part, "Content-Type"),
                  .content = part_content(part, whole),
                  .encoding = g_mime_part_get_content_encoding(part),
                  .html = g_mime_content_type_is_type(type, "text", "html")};
}

/* ---- of a message that is one text ---- */

/* Does the field name this type, with nothing behind it but parameters? */
static bool names_type(Str field, Str type) {
    Str value = str_trim(field), behind = str_trim(str_sub(value, type.len, value.len));
    return str_starts_nocase(value, type) && (str_empty(behind) || behind.data[0] == ';');
}

bool leaf_of_message(Arena *arena, const MailFields *fields, Str content, Leaf *out) {
    Str encoding = STR_NONE;
    *out = (Leaf){.type = STR_NONE, .language = STR_NONE, .content = content};
    for (size_t i = 0; i < fields->len; i++) {
        Str name = fields->items[i].name;
        if (!str_starts_nocase(name, STR("Content-")))
            continue;
        Str *value = str_eq_nocase(name, STR("Content-Type"))                ? &out->type
                     : str_eq_nocase(name, STR("Content-Transfer-Encoding")) ? &encoding
                     : str_eq_nocase(name, STR("Content-Language"))          ? &out->language
                                                                             : NULL;
        if (value ? str_given(*value) : str_eq_nocase(name, STR("Content-Disposition")))
            return false;
        if (value)
            *value = fields->items[i].value;
    }
    out->html = str_given(out->type) && names_type(out->type, STR("text/html"));
    if (str_given(encoding))
        out->encoding = g_mime_content_encoding_from_string(arena_str(arena, header_clean(arena, encoding)).data);
    return out->html || !str_given(out->type) || names_type(out->type, STR("text/plain"));
}

/* ---- content ---- */

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

Str leaf_bytes(Arena *arena, const Leaf *leaf, bool *good) {
    Str bytes = leaf->content;
    *good = true;
    switch (leaf->encoding) {
    case GMIME_CONTENT_ENCODING_BASE64:
        *good = base64_decode(arena, leaf->content, &bytes);
        return bytes;
    case GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE:
        return decode_quoted(arena, leaf->content);
    case GMIME_CONTENT_ENCODING_UUENCODE:
        return decode_uuencode(arena, leaf->content);
    default:
        return leaf->content;
    }
}
