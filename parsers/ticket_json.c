#include "parsers/ticket_json.h"

#include <glib.h>

#include "base/buf.h"
#include "parsers/base64.h"
#include "parsers/charset.h"
#include "parsers/flow.h"
#include "parsers/format.h"
#include "parsers/html.h"
#include "parsers/jsonin.h"
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
static Str scalar(Arena *arena, const JsonIn *value) {
    switch (value->kind) {
    case JSONIN_STRING:
        return value->text;
    case JSONIN_INTEGER:
        return str_eq(value->text, STR("-0")) ? STR("0") : value->text;
    case JSONIN_REAL:
        return real_str(arena, g_ascii_strtod(arena_str(arena, value->text).data, NULL));
    case JSONIN_TRUE:
        return STR("true");
    case JSONIN_FALSE:
        return STR("false");
    default:
        return STR_NONE;
    }
}

/* The text of a key; STR_NONE when it is absent, null, or (with a note) not a scalar. */
static Str text_of(Reader *reader, const JsonIn *object, const char *key) {
    const JsonIn *value = jsonin_get(object, key);
    if (!value || value->kind == JSONIN_NULL)
        return STR_NONE;
    Str text = scalar(reader->arena, value);
    if (!str_given(text))
        remark(reader, key, "neither text nor a number");
    return text;
}

static Str line_of(Reader *reader, const JsonIn *object, const char *key) {
    Str text = text_of(reader, object, key);
    return str_given(text) ? header_clean(reader->arena, text) : text;
}

/* ---- body ---- */

static void read_body(Reader *reader, const JsonIn *root) {
    Body plain = {.text = text_of(reader, root, "body")}, html = {.html = true};
    Str source = text_of(reader, root, "html");
    if (str_given(plain.text))
        plain.text = flow_lines(reader->arena, plain.text);
    if (str_given(source)) {
        HtmlText converted = html_to_text(reader->arena, source);
        html.text = converted.text;
        html.rows = converted.rows;
    }
    Body body = body_better(reader->arena, plain, html);
    reader->ticket->text = str_given(body.text) ? body.text : STR("");
}

/* ---- fields ---- */

static void add_field(Reader *reader, Str name, const JsonIn *value) {
    Str text = value->kind == JSONIN_NULL ? STR("") : scalar(reader->arena, value);
    if (value->kind == JSONIN_ARRAY) { /* several choices of one field */
        Buf joined = {.arena = reader->arena};
        for (const JsonIn *choice = value->first; choice; choice = choice->next) {
            Str one = scalar(reader->arena, choice);
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

/* An entry of a list of fields: {"name": ..., "value": ...}. */
static void read_entry(Reader *reader, const JsonIn *entry) {
    bool object = entry->kind == JSONIN_OBJECT;
    Str name = object ? line_of(reader, entry, "name") : STR_NONE;
    if (!str_given(name) && object)
        name = line_of(reader, entry, "id");
    const JsonIn *content = jsonin_get(entry, "value");
    if (str_given(name) && content)
        add_field(reader, name, content);
    else
        remark(reader, "fields", "an entry without name and value");
}

static void read_fields(Reader *reader, const JsonIn *fields) {
    if (!fields || fields->kind == JSONIN_NULL)
        return;
    if (fields->kind != JSONIN_OBJECT && fields->kind != JSONIN_ARRAY)
        remark(reader, "fields", "neither an object nor an array");
    for (const JsonIn *field = fields->first; field; field = field->next)
        if (fields->kind == JSONIN_OBJECT)
            add_field(reader, field->name, field);
        else
            read_entry(reader, field);
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

static void read_content(Reader *reader, const JsonIn *object, Document *document) {
    const JsonIn *encoded = jsonin_get(object, "content_base64"), *path = jsonin_get(object, "path");
    Str why = STR_NONE;
    if (encoded && encoded->kind == JSONIN_STRING) {
        if (!base64_decode(reader->arena, encoded->text, &document->bytes))
            unreadable(reader, document, STR("its base64 is damaged"));
    } else if (path && path->kind == JSONIN_STRING) {
        Str where = arena_str(reader->arena, path->text);
        if (!reader->item->read_file)
            unreadable(reader, document, STR("no files can be read here"));
        else if (!reader->item->read_file(reader->arena, reader->item->folder, where, &document->bytes, &why))
            unreadable(reader, document, why);
    } else {
        unreadable(reader, document, STR("it has neither content nor path"));
    }
}

static void read_attachment(Reader *reader, const JsonIn *object) {
    if (object->kind != JSONIN_OBJECT) {
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

static void read_attachments(Reader *reader, const JsonIn *attachments) {
    if (!attachments || attachments->kind == JSONIN_NULL)
        return;
    if (attachments->kind != JSONIN_ARRAY) {
        remark(reader, "attachments", "not an array");
        return;
    }
    if (attachments->count > JSON_ATTACHMENTS_MAX)
        remark(reader, "attachments", "too many; the rest is left out");
    size_t n = 0;
    for (const JsonIn *object = attachments->first; object && n < JSON_ATTACHMENTS_MAX; object = object->next, n++)
        read_attachment(reader, object);
}

/* ---- the ticket ---- */

static void read_requester(Reader *reader, const JsonIn *requester) {
    if (!requester || requester->kind == JSONIN_NULL)
        return;
    if (requester->kind == JSONIN_OBJECT) {
        reader->ticket->requester_name = line_of(reader, requester, "name");
        reader->ticket->requester_email = line_of(reader, requester, "email");
    } else if (requester->kind == JSONIN_STRING) { /* "Jane Doe <jane@...>" */
        Mailboxes boxes = {0};
        HeaderCharset charset = {STR_NONE, LANGUAGE_UNKNOWN};
        header_mailboxes(reader->arena, requester->text, &charset, &boxes);
        if (boxes.len) {
            reader->ticket->requester_name = boxes.items[0].name;
            reader->ticket->requester_email = boxes.items[0].email;
        }
    } else {
        remark(reader, "requester", "neither an object nor text");
    }
}

static void read_ticket(Reader *reader, const JsonIn *root) {
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
    read_requester(reader, jsonin_get(root, "requester"));
    read_body(reader, root);
    read_fields(reader, jsonin_get(root, "fields"));
    read_attachments(reader, jsonin_get(root, "attachments"));
}

bool ticket_json_read(Arena *arena, const FeedItem *item, Ticket *ticket, Str *error) {
    JsonInError wrong;
    JsonIn *root;
    Str bytes = item->bytes;
    bool good = jsonin_read(arena, bytes, &root, &wrong);
    if (!good) /* legacy charset, byte order mark, UTF-16 */
        bytes = charset_to_utf8(arena, item->bytes, STR_NONE, LANGUAGE_UNKNOWN, NULL);
    if (!good && bytes.data != item->bytes.data)
        good = jsonin_read(arena, bytes, &root, &wrong);
    if (!good) {
        size_t line = MAX(item->line, 1) + wrong.line - 1; /* of the file */
        *error = header_clean(arena, arena_printf(arena, "no JSON: line %zu: %s", line, wrong.text));
        return false;
    }
    if (root->kind != JSONIN_OBJECT) {
        *error = STR("the JSON value is no object");
        return false;
    }
    Reader reader = {arena, item, ticket};
    read_ticket(&reader, root);
    return true;
}
