#include "parsers/mail.h"

#include <glib.h>
#include <gmime/gmime.h>

#include "base/buf.h"
#include "parsers/charset.h"
#include "parsers/flow.h"
#include "parsers/mail_body.h"
#include "parsers/mail_envelope.h"
#include "parsers/mail_parse.h"
#include "base/banned.h"

#define CHARSET_DEPTH 32 /* how deep the first text part is looked for */

/* One message that is being read. */
typedef struct Walk {
    FormatContext format;
    Arena *arena;
    Str whole;             /* what GMime parsed: contents are views of it */
    HeaderCharset charset; /* of raw headers */
} Walk;

/* The charset of the first text part, and the language the sender's program names. */
static HeaderCharset message_charset(Arena *arena, const ParsedMail *mail) {
    HeaderCharset charset = {STR_NONE, LANGUAGE_UNKNOWN};
    GMimeObject *part = mail->part;
    charset.hint = language_of_tag(str_trim(part ? part_field(part, "Content-Language") : mail->leaf.language));
    if (!part)
        charset.declared = header_param(arena, mail->leaf.type, "charset", &charset);
    for (int i = 0; i < CHARSET_DEPTH && part && GMIME_IS_MULTIPART(part); i++)
        part = g_mime_multipart_get_count((GMimeMultipart *)part) > 0 ? g_mime_multipart_get_part((GMimeMultipart *)part, 0)
                                                                     : NULL;
    if (part)
        charset.declared = header_param(arena, part_field(part, "Content-Type"), "charset", &charset);
    return charset;
}

/* ---- parts ---- */

/* What has neither header nor parts is text. */
static Str text_of(Arena *arena, Str bytes) {
    return flow_lines(arena, charset_to_utf8(arena, bytes, STR_NONE, LANGUAGE_UNKNOWN, NULL));
}

static Body read_root(Walk *walk, const ParsedMail *mail);

/* A name for an attachment that has none: its place and what it says it is. */
static Str made_name(Arena *arena, const Ticket *ticket, Str type) {
    static const char *const endings[][2] = {{"text/plain", "txt"}, {"text/html", "html"}, {"text/csv", "csv"},
                                             {"text/xml", "xml"},   {"image/jpeg", "jpg"}, {"image/png", "png"},
                                             {"image/gif", "gif"},  {"application/pdf", "pdf"},
                                             {"application/xml", "xml"}};
    const char *ending = "bin";
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (str_eq_cstr(type, endings[i][0]))
            ending = endings[i][1];
    return arena_printf(arena, "attachment-%zu.%s", ticket->documents.len, ending);
}

/* As the sender's program gives it; of a whole Windows path only the end. */
static Str file_name(const Walk *walk, GMimeObject *part) {
    Str name = header_param(walk->arena, part_field(part, "Content-Disposition"), "filename", &walk->charset);
    if (str_empty(name))
        name = header_param(walk->arena, part_field(part, "Content-Type"), "name", &walk->charset);
    for (size_t i = name.len; i > 2 && name.data[1] == ':'; i--)
        if (name.data[i - 1] == '\\')
            return str_sub(name, i, name.len);
    return name;
}

static Document *add_document(const Walk *walk, GMimeObject *part) {
    Document *document = format_add(walk->arena, walk->format.ticket);
    Str field = part_field(part, "Content-Type");
    document->name = file_name(walk, part);
    document->content_type = str_given(field) ? header_value(walk->arena, field) : STR("text/plain");
    document->from_message = walk->format.depth > 0;
    return document;
}

static void read_attachment(const Walk *walk, GMimeObject *part, const Leaf *leaf) {
    Document *document = add_document(walk, part);
    document->bytes = leaf_bytes(walk->arena, leaf, &document->readable);
    if (!document->readable) {
        document->reason = STR("its transfer encoding is damaged");
        note_add(walk->arena, &walk->format.ticket->notes, document->name, 0, "the attachment is damaged base64");
    }
    FormatContext context = walk->format;
    context.charset = header_param(walk->arena, leaf->type, "charset", &walk->charset);
    format_open(&context, document);
    if (str_empty(document->name))
        document->name = made_name(walk->arena, walk->format.ticket, document->content_type);
}

/* Text that belongs to the body: a text leaf that is not offered as a file. */
static bool is_body(const Walk *walk, GMimePart *part, bool root) {
    GMimeObject *object = (GMimeObject *)part;
    GMimeContentType *type = g_mime_object_get_content_type(object);
    if (!g_mime_content_type_is_type(type, "text", "plain") && !g_mime_content_type_is_type(type, "text", "html"))
        return false;
    Str disposition = header_value(walk->arena, part_field(object, "Content-Disposition"));
    if (str_eq_cstr(disposition, "attachment"))
        return false;
    return root || str_empty(file_name(walk, object));
}

/* The signature of a signed mail, the versions of a text for other devices and what a delivery report encloses for
 * programs are no documents. */
static bool is_ignored(GMimeObject *part) {
    static const char *const types[][2] = {{"application", "pgp-signature"},
                                           {"application", "pkcs7-signature"},
                                           {"application", "x-pkcs7-signature"},
                                           {"text", "x-amp-html"},
                                           {"text", "watch-html"},
                                           {"message", "delivery-status"},
                                           {"message", "disposition-notification"},
                                           {"text", "rfc822-headers"}};
    GMimeContentType *type = g_mime_object_get_content_type(part);
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
        if (g_mime_content_type_is_type(type, types[i][0], types[i][1]))
            return true;
    return false;
}

static void refuse(const Walk *walk, GMimeObject *part, const char *reason) {
    Document *document = add_document(walk, part);
    document->readable = false;
    document->reason = str_of(reason);
    if (str_empty(document->name))
        document->name = made_name(walk->arena, walk->format.ticket, document->content_type);
    note_add(walk->arena, &walk->format.ticket->notes, document->name, 0, "%s", reason);
}

/* Subject and text of an attached message, and what is attached to it behind it. */
static void fill_attached(const Walk *walk, const ParsedMail *mail, Document *document) {
    Walk inner = *walk;
    inner.format.depth++;
    inner.charset = message_charset(walk->arena, mail);
    Ticket envelope = {0};
    envelope_read(walk->arena, &mail->fields, &inner.charset, &envelope);
    document->from_message = true;
    document->subject = envelope.subject;
    if (str_empty(document->name))
        document->name = str_empty(envelope.subject) ? STR("message") : envelope.subject;
    Buf text = {.arena = walk->arena};
    buf_add(&text, envelope_head(walk->arena, &envelope));
    buf_add(&text, read_root(&inner, mail).text);
    document->text = buf_str(&text);
}

/* The header of a message within a message: those GMime has read. */
static MailFields fields_of(Arena *arena, GMimeHeaderList *list) {
    MailFields fields = {0};
    for (int i = 0, count = g_mime_header_list_get_count(list); i < count; i++) {
        GMimeHeader *header = g_mime_header_list_get_header_at(list, i);
        *VEC_PUSH(arena, &fields) = (MailField){.name = str_of(g_mime_header_get_name(header)),
                                                .value = str_of(g_mime_header_get_raw_value(header))};
    }
    return fields;
}

static void read_attached(const Walk *walk, GMimeMessagePart *part) {
    GMimeMessage *message = g_mime_message_part_get_message(part);
    if (walk->format.depth >= FORMAT_NESTING_MAX || !message) {
        refuse(walk, (GMimeObject *)part, message ? "messages are nested too deeply" : "the attached message is empty");
        return;
    }
    Document *document = add_document(walk, (GMimeObject *)part);
    GMimeHeaderList *list = g_mime_object_get_header_list((GMimeObject *)message);
    ParsedMail mail = {.fields = fields_of(walk->arena, list), .part = g_mime_message_get_mime_part(message), .leaf = {.content = STR("")}};
    GMimeHeader *first = g_mime_header_list_get_count(list) > 0 ? g_mime_header_list_get_header_at(list, 0) : NULL;
    gint64 from = first ? g_mime_header_get_offset(first) : -1;
    size_t to = part_end((GMimeObject *)part);
    document->bytes = from < 0 ? STR("") : str_sub(walk->whole, (size_t)from, MAX(to, (size_t)from));
    fill_attached(walk, &mail, document);
}

static Body read_part(Walk *walk, GMimeObject *part, int depth, bool root);

static Body read_multipart(Walk *walk, GMimeMultipart *multipart, int depth) {
    GMimeContentType *type = g_mime_object_get_content_type((GMimeObject *)multipart);
    bool alternative = g_mime_content_type_is_type(type, "multipart", "alternative");
    bool report = g_mime_content_type_is_type(type, "multipart", "report");
    Body plain = {0}, html = {0}, all = {0};
    Buf joined = {.arena = walk->arena}, joined_html = {.arena = walk->arena};
    int count = g_mime_multipart_get_count(multipart);
    if (depth >= MAIL_MULTIPART_MAX) {
        refuse(walk, (GMimeObject *)multipart, "parts are nested too deeply");
        return all;
    }
    if (GMIME_IS_MULTIPART_ENCRYPTED(multipart)) {
        refuse(walk, (GMimeObject *)multipart, "the message is encrypted");
        return all;
    }
    if (count == 0 && g_mime_multipart_get_prologue(multipart))
        all.text = text_of(walk->arena, arena_cstr(walk->arena, g_mime_multipart_get_prologue(multipart)));
    for (int i = 0; i < count; i++) {
        GMimeObject *part = g_mime_multipart_get_part(multipart, i);
        if (report && GMIME_IS_MESSAGE_PART(part))
            continue; /* the mail that was not delivered */
        Body body = read_part(walk, part, depth + 1, false);
        if (!alternative)
            body_append(&joined, &all, body);
        else if (body.html)
            body_append(&joined_html, &html, body);
        else if (!body_given(plain))
            plain = body;
    }
    return alternative && count ? body_better(walk->arena, plain, html) : all;
}

static Body read_part(Walk *walk, GMimeObject *part, int depth, bool root) {
    if (GMIME_IS_MULTIPART(part))
        return read_multipart(walk, (GMimeMultipart *)part, depth);
    if (GMIME_IS_MESSAGE_PART(part))
        read_attached(walk, (GMimeMessagePart *)part);
    if (!GMIME_IS_PART(part))
        return (Body){0};
    Leaf leaf = leaf_of_part((GMimePart *)part, walk->whole);
    if (is_body(walk, (GMimePart *)part, root))
        return leaf_text(walk->arena, &leaf, &walk->charset);
    if (!is_ignored(part))
        read_attachment(walk, part, &leaf);
    return (Body){0};
}

static Body read_root(Walk *walk, const ParsedMail *mail) {
    Body body = mail->part ? read_part(walk, mail->part, 0, true) : leaf_text(walk->arena, &mail->leaf, &walk->charset);
    body_read(walk->arena, &body);
    return str_given(body.text) ? body : (Body){.text = STR("")};
}

/* ---- messages ---- */

void mail_read(Arena *arena, const Extractor *extractor, Str bytes, Ticket *ticket) {
    Walk walk = {.arena = arena, .format = {.arena = arena, .ticket = ticket, .extractor = extractor}};
    ParsedMail mail;
    if (!mail_parse(arena, bytes, &mail)) {
        ticket->text = text_of(arena, bytes);
        note_add(arena, &ticket->notes, ticket->file, 0, "the message has no header");
        return;
    }
    walk.whole = mail.whole;
    walk.charset = message_charset(arena, &mail);
    walk.format.language = walk.charset.hint;
    envelope_read(arena, &mail.fields, &walk.charset, ticket);
    ticket->text = read_root(&walk, &mail).text;
    if (mail.part && g_mime_content_type_is_type(g_mime_object_get_content_type(mail.part), "multipart", "report"))
        ticket->automatic = true;
    mail_release(&mail);
}

void mail_open(const FormatContext *context, Document *document) {
    Walk walk = {.arena = context->arena, .format = *context};
    walk.format.inside = STR_NONE; /* what is attached has its own name */
    ParsedMail mail;
    if (!mail_parse(context->arena, document->bytes, &mail)) {
        document->text = text_of(context->arena, document->bytes);
        return;
    }
    walk.whole = mail.whole;
    fill_attached(&walk, &mail, document);
    mail_release(&mail);
}
