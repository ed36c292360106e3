#include "parsers/mail_parse.h"

#include <glib.h>

#include "base/buf.h"
#include "base/banned.h"

#define COMPARED_MAX ((size_t)200 * 1000 * 1000) /* lines times boundaries: a second's work */
#define NESTED_MAX ((size_t)1024) /* boundaries that GMime holds at once */
#define JUNK_LINES 20 /* lines in front of the header that are skipped */

static void mail_init(void) {
    static gsize ready;
    if (g_once_init_enter(&ready)) {
        g_mime_init();
        g_once_init_leave(&ready, 1);
    }
}

/* ---- limits ---- */

static size_t count(Str text, Str needle, size_t most) {
    size_t n = 0;
    for (ptrdiff_t at; n < most && (at = str_find(text, needle)) >= 0; n++)
        text = str_sub(text, (size_t)at + needle.len, text.len);
    return n;
}

/* GMime holds every line that begins with "--" against every boundary it is inside of. A message in which that would
 * take long, as no honest one does, is cut where it would. */
static Str affordable(Str bytes) {
    Str line = STR("\n--");
    size_t boundaries = 0, from = 0, lines = COMPARED_MAX / NESTED_MAX;
    if (bytes.len / line.len <= lines || count(bytes, line, lines + 1) <= lines)
        return bytes;
    boundaries = MAX(count(bytes, STR("oundary="), NESTED_MAX), 1);
    for (size_t n = 0; n < COMPARED_MAX / boundaries; n++) {
        ptrdiff_t at = str_find(str_sub(bytes, from, bytes.len), line);
        if (at < 0)
            return bytes;
        from += (size_t)at + line.len;
    }
    return str_sub(bytes, 0, from);
}

/* ---- what GMime reads ---- */

/* The bytes of a message, of which those before the body are others: the fields that GMime is to see. They are never more, so
 * they end where the body begins, and the stream begins somewhere in the header. */
typedef struct BodyStream {
    GMimeStreamMem memory;
    Str head;
    size_t body;
} BodyStream;

static ssize_t (*memory_read)(GMimeStream *, char *, size_t);

static ssize_t body_stream_read(GMimeStream *stream, char *out, size_t len) {
    const BodyStream *self = (const BodyStream *)stream;
    size_t at = (size_t)stream->position;
    if (at >= self->body)
        return memory_read(stream, out, len);
    size_t left = self->body - at, n = MIN(left, len);
    memcpy(out, self->head.data + self->head.len - left, n);
    stream->position += (gint64)n;
    return (ssize_t)n;
}

static void body_stream_class(gpointer class, gpointer data) {
    (void)data;
    memory_read = GMIME_STREAM_CLASS(class)->read;
    GMIME_STREAM_CLASS(class)->read = body_stream_read;
}

static GType body_stream_type(void) {
    static gsize type;
    if (g_once_init_enter(&type))
        g_once_init_leave(&type, g_type_register_static_simple(GMIME_TYPE_STREAM_MEM, "ResolverBodyStream",
                                                               sizeof(GMimeStreamMemClass), body_stream_class,
                                                               sizeof(BodyStream), NULL, 0));
    return type;
}

/* The stream is a view of the bytes and lives no longer than the arena. */
static GMimeStream *body_stream(Arena *arena, Str bytes, Str head, size_t body) {
    GByteArray *view = ARENA_NEW(arena, GByteArray);
    *view = (GByteArray){(guint8 *)bytes.data, (guint)bytes.len};
    BodyStream *stream = g_object_new(body_stream_type(), NULL);
    stream->memory.buffer = view;
    stream->memory.owner = FALSE;
    stream->head = head;
    stream->body = body;
    g_mime_stream_construct((GMimeStream *)stream, (gint64)(body - head.len), -1);
    return (GMimeStream *)stream;
}

static Str content_fields(Arena *arena, const MailFields *fields, size_t body) {
    Buf head = {.arena = arena};
    for (size_t i = 0; i < fields->len; i++)
        if (str_starts_nocase(fields->items[i].name, STR("Content-")))
            buf_add(&head, fields->items[i].whole);
    if (head.len < body) /* else the message ends within its header */
        buf_add_char(&head, '\n');
    return buf_str(&head);
}

/* ---- parsing ---- */

/* One parser serves all messages of a thread: a new one clears more memory than most messages have. It holds the stream until
 * it gets the next, but does not look at it any more. */
static GMimeParser *parser_with(GMimeStream *stream) {
    static GPrivate kept = G_PRIVATE_INIT(g_object_unref);
    GMimeParser *parser = g_private_get(&kept);
    if (parser) {
        g_mime_parser_init_with_stream(parser, stream);
    } else {
        parser = g_mime_parser_new_with_stream(stream);
        g_private_set(&kept, parser);
    }
    return parser;
}

static GMimeObject *construct(Arena *arena, Str bytes, const MailFields *fields, size_t body) {
    GMimeStream *stream = body_stream(arena, bytes, content_fields(arena, fields, body), body);
    GMimeObject *part = g_mime_parser_construct_part(parser_with(stream), NULL);
    g_object_unref(stream);
    return part;
}

bool mail_parse(Arena *arena, Str bytes, ParsedMail *mail) {
    mail_init();
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_sub(bytes, 3, bytes.len);
    bytes = affordable(bytes);
    Str line;
    size_t body;
    for (int i = 0; i < JUNK_LINES && bytes.len; i++) {
        *mail = (ParsedMail){.whole = bytes};
        if (!strchr("\r\n", bytes.data[0]) && mail_fields_read(arena, bytes, &mail->fields, &body)) {
            if (body < bytes.len && leaf_of_message(arena, &mail->fields, str_sub(bytes, body, bytes.len), &mail->leaf))
                return true;
            mail->part = construct(arena, bytes, &mail->fields, body);
        }
        if (mail->part)
            return true;
        str_line(&bytes, &line);
    }
    return false;
}

void mail_release(ParsedMail *mail) {
    g_clear_object(&mail->part);
}
