#include "parsers/ticket_json.h"

#include <glib.h>

#include "base/buf.h"
#include "base/json_text.h"
#include "parsers/base64.h"
#include "parsers/charset.h"
#include "parsers/flow.h"
#include "parsers/format.h"
#include "parsers/mail_body.h"
#include "parsers/mail_header.h"
#include "base/banned.h"

typedef struct Reader {
    Arena *arena;
    const FeedItem *item;
    Ticket *ticket;
} Reader;

static void remark(Reader *reader, const char *key, const char *what) {
    note_add(reader->arena, &reader->ticket->notes, reader->item->file, reader->item->line, "%s: %s", key, what);
}

/* The shortest decimal that means this number, as it most likely was written; no exponent for what people count. */
static Str real_str(Arena *arena, double value) {
    char shortest[G_ASCII_DTOSTR_BUF_SIZE + 32];
    for (int digits = 0; value > -1e15 && value < 1e15 && digits <= 9; digits++) {
        char format[] = {'%', '.', (char)('0' + digits), 'f', '\0'};
        g_ascii_formatd(shortest, sizeof shortest, format, value);
        if (g_ascii_strtod(shortest, NULL) == value)
            return arena_cstr(arena, shortest);
    }
    return arena_cstr(arena, g_ascii_dtostr(shortest, sizeof shortest, value));
}

/* A scalar as text; STR_NONE for null, objects and arrays. */
static Str scalar(Arena *arena, const json_t *value) {
    switch (json_typeof(value)) {
    case JSON_STRING:
        return arena_str(arena, json_text(value));
    case JSON_INTEGER:
        return arena_printf(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    case JSON_REAL:
        return real_str(arena, json_real_value(value));
    case JSON_TRUE:
        return STR("true");
    case JSON_FALSE:
        return STR("false");
    default:
        return STR_NONE;
    }
}

/* The text of a key; STR_NONE when it is absent, null, or (with a note) not a scalar. */
static Str text_of(Reader *reader, const json_t *object, const char *key) {
    const json_t *value = json_object_get(object, key);
    if (!value || json_is_null(value))
        return STR_NONE;
    Str text = scalar(reader->arena, value);
    if (!str_given(text))
        remark(reader, key, "neither text nor a number");
    return text;
}

static Str line_of(Reader *reader, const json_t *object, const char *key) {
    Str text = text_of(reader, object, key);
    return str_given(text) ? header_clean(reader->arena, text) : text;
}

/* ---- body ---- */

static void read_body(Reader *reader, const json_t *root) {
    Body plain = {.text = text_of(reader, root, "body")}, html = {.source = text_of(reader, root, "html"), .html = true};
    if (str_given(plain.text))
        plain.text = flow_lines(reader->arena, plain.text);
    Body body = body_better(reader->arena, plain, html);
    body_read(reader->arena, &body);
    reader->ticket->text = str_given(body.text) ? body.text : STR("");
}

/* ---- fields ---- */

static void add_field(Reader *reader, Str name, const json_t *value) {
    Str text = json_is_null(value) ? STR("") : scalar(reader->arena, value);
    if (json_is_array(value)) { /* several choices of one field */
        Buf joined = {.arena = reader->arena};
        for (size_t i = 0; i < json_array_size(value); i++) {
            Str one = scalar(reader->arena, json_array_get(value, i));
            buf_add(&joined, joined.len && str_given(one) ? STR(", ") : STR(""));
            buf_add(&joined, one);
        }
        text = buf_str(&joined);
    }
    if (!str_given(text)) {
        note_add(reader->arena, &reader->ticket->notes, name, 0, "the field is no single value");
        return;
    }
    Field *field = VEC_PUSH(reader->arena, &reader->ticket->fields);
    *field = (Field){header_clean(reader->arena, name), str_trim(flow_lines(reader->arena, text))};
}

static void read_fields(Reader *reader, json_t *fields) {
    if (!fields || json_is_null(fields))
        return;
    const char *key;
    json_t *value;
    size_t i;
    if (json_is_object(fields)) {
        json_object_foreach(fields, key, value)
            add_field(reader, arena_cstr(reader->arena, key), value);
    } else if (json_is_array(fields)) {
        json_array_foreach(fields, i, value) {
            Str name = json_is_object(value) ? line_of(reader, value, "name") : STR_NONE;
            if (!str_given(name) && json_is_object(value))
                name = line_of(reader, value, "id");
            const json_t *content = json_is_object(value) ? json_object_get(value, "value") : NULL;
            if (str_given(name) && content)
                add_field(reader, name, content);
            else
                remark(reader, "fields", "an entry without name and value");
        }
    } else {
        remark(reader, "fields", "neither an object nor an array");
    }
}

/* ---- attachments ---- */

/* Of a document that nothing names. */
static Str made_name(Reader *reader) {
    return arena_printf(reader->arena, "attachment-%zu", reader->ticket->documents.len);
}

static void unreadable(Reader *reader, Document *document, Str why) {
    if (str_empty(document->name))
        document->name = made_name(reader);
    document->readable = false;
    document->reason = why;
    note_add(reader->arena, &reader->ticket->notes, document->name, 0, STR_FMT, STR_ARG(why));
}

static void read_content(Reader *reader, const json_t *object, Document *document) {
    const json_t *encoded = json_object_get(object, "content_base64"), *path = json_object_get(object, "path");
    Str why = STR_NONE;
    if (json_is_string(encoded)) {
        if (!base64_decode(reader->arena, json_text(encoded), &document->bytes))
            unreadable(reader, document, STR("its base64 is damaged"));
    } else if (json_is_string(path)) {
        Str where = arena_str(reader->arena, json_text(path));
        if (!reader->item->read_file)
            unreadable(reader, document, STR("no files can be read here"));
        else if (!reader->item->read_file(reader->arena, reader->item->folder, where, &document->bytes, &why))
            unreadable(reader, document, why);
    } else {
        unreadable(reader, document, STR("it has neither content nor path"));
    }
}

static void read_attachment(Reader *reader, const json_t *object) {
    if (!json_is_object(object)) {
        remark(reader, "attachments", "an entry that is no object");
        return;
    }
    Document *document = format_add(reader->arena, reader->ticket);
    document->name = line_of(reader, object, "filename");
    if (str_empty(document->name))
        document->name = line_of(reader, object, "path");
    Str made = made_name(reader); /* before what is attached to an attached message is counted, too */
    HeaderCharset charset = {STR_NONE, language_of_tag(reader->ticket->language_given)};
    Str type = line_of(reader, object, "content_type");
    document->content_type = str_given(type) ? header_value(reader->arena, type) : STR_NONE;
    read_content(reader, object, document);
    FormatContext context = {.arena = reader->arena, .ticket = reader->ticket, .language = charset.hint,
                             .extractor = reader->item->extractor};
    if (str_given(type))
        context.charset = header_param(reader->arena, type, "charset", &charset);
    format_open(&context, document); /* names an attached message by its subject */
    if (str_empty(document->name))
        document->name = made;
}

static void read_attachments(Reader *reader, const json_t *attachments) {
    if (!attachments || json_is_null(attachments))
        return;
    if (!json_is_array(attachments)) {
        remark(reader, "attachments", "not an array");
        return;
    }
    size_t n = json_array_size(attachments);
    if (n > JSON_ATTACHMENTS_MAX)
        remark(reader, "attachments", "too many; the rest is left out");
    for (size_t i = 0; i < n && i < JSON_ATTACHMENTS_MAX; i++)
        read_attachment(reader, json_array_get(attachments, i));
}

/* ---- the ticket ---- */

static void read_requester(Reader *reader, const json_t *requester) {
    if (json_is_object(requester)) {
        reader->ticket->requester_name = line_of(reader, requester, "name");
        reader->ticket->requester_email = header_address(line_of(reader, requester, "email"));
    } else if (json_is_string(requester)) { /* "Jane Doe <jane@...>" */
        Mailboxes boxes = {0};
        HeaderCharset charset = {STR_NONE, LANGUAGE_UNKNOWN};
        header_mailboxes(reader->arena, json_text(requester), &charset, &boxes);
        if (boxes.len) {
            reader->ticket->requester_name = boxes.items[0].name;
            reader->ticket->requester_email = boxes.items[0].email;
        }
    } else if (requester && !json_is_null(requester)) {
        remark(reader, "requester", "neither an object nor text");
    }
}

static void read_ticket(Reader *reader, json_t *root) {
    Ticket *ticket = reader->ticket;
    ticket->id = line_of(reader, root, "id");
    ticket->received = line_of(reader, root, "received");
    if (str_given(ticket->received) && !date_parse_iso(ticket->received, &ticket->received_date)) {
        remark(reader, "received", "no date");
        ticket->received_date = (Date){0};
    }
    ticket->language_given = line_of(reader, root, "language");
    ticket->partner_id = line_of(reader, root, "partner_id");
    ticket->subject = line_of(reader, root, "subject");
    ticket->cc = line_of(reader, root, "cc");
    ticket->to = line_of(reader, root, "to");
    ticket->message_id = line_of(reader, root, "message_id");
    ticket->references = line_of(reader, root, "references");
    read_requester(reader, json_object_get(root, "requester"));
    read_body(reader, root);
    read_fields(reader, json_object_get(root, "fields"));
    read_attachments(reader, json_object_get(root, "attachments"));
}

/* "\ud83d" of half an emoji where a program cut a text, or "\u0000" in a key: what the library refuses becomes U+FFFD. */
static Str without_halves(Arena *arena, Str bytes) {
    char *out = arena_alloc(arena, bytes.len + 1);
    bool high = false; /* the escape before was the first half of a pair */
    memcpy(out, bytes.data, bytes.len);
    for (size_t at = 0; at + 1 < bytes.len; at++) {
        if (out[at] != '\\')
            continue;
        if (out[at + 1] != 'u' || at + 6 > bytes.len) {
            at++;
            continue;
        }
        char digits[5] = {out[at + 2], out[at + 3], out[at + 4], out[at + 5], 0};
        unsigned code = (unsigned)g_ascii_strtoull(digits, NULL, 16);
        bool low = code >= 0xDC00 && code <= 0xDFFF, first = code >= 0xD800 && code <= 0xDBFF;
        bool paired = low ? high : first && at + 10 <= bytes.len && out[at + 6] == '\\' && out[at + 7] == 'u' &&
                                       memchr("dD", out[at + 8], 2) && memchr("cdefCDEF", out[at + 9], 8);
        if (!code || ((low || first) && !paired))
            memcpy(out + at + 2, "fffd", 4);
        high = first && paired;
        at += 5;
    }
    return (Str){out, bytes.len};
}

bool ticket_json_read(Arena *arena, const FeedItem *item, Ticket *ticket, Str *error) {
    json_error_t wrong;
    Str bytes = item->bytes;
    json_t *root = json_loadb(bytes.data, bytes.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &wrong);
    if (!root) /* legacy charset, byte order mark, UTF-16 */
        bytes = charset_to_utf8(arena, item->bytes, STR_NONE, LANGUAGE_UNKNOWN, NULL);
    if (!root && bytes.data != item->bytes.data)
        root = json_loadb(bytes.data, bytes.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &wrong);
    if (!root)
        root = json_loadb(without_halves(arena, bytes).data, bytes.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
    if (!root) {
        size_t line = MAX(item->line, 1) + (size_t)MAX(wrong.line, 1) - 1; /* of the file */
        *error = header_clean(arena, arena_printf(arena, "no JSON: line %zu: %s", line, wrong.text));
        return false;
    }
    Reader reader = {arena, item, ticket};
    bool object = json_is_object(root);
    if (object)
        read_ticket(&reader, root);
    else
        *error = STR("the JSON value is no object");
    json_decref(root);
    return object;
}
