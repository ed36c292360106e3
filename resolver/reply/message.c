#include "reply/message.h"

#include <gmime/gmime.h>

#include "base/buf.h"
#include "reply/html.h"
#include "reply/plain.h"
#include "reply/quote.h"
#include "base/banned.h"

#define NOON        12  /* o'clock */
#define ADDRESS_MAX 254 /* RFC 5321 */
#define ID_MAX      400

static void init_gmime(void) {
    static gsize done = 0;
    if (g_once_init_enter(&done)) {
        g_mime_init();
        g_once_init_leave(&done, 1);
    }
}

/* ---- recipients ---- */

typedef struct Recipients {
    Arena *arena;
    GMimeMessage *message;
    GHashTable *known; /* addresses that must not be added (again), in lower case */
    size_t n;
} Recipients;

/* Something that is an address and nothing else. */
static bool is_address(Str s) {
    ptrdiff_t at = str_find_char(s, '@');
    if (at <= 0 || (size_t)at + 1 >= s.len || s.len > ADDRESS_MAX)
        return false;
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.data[i] <= ' ' || s.data[i] == 0x7F || strchr("<>(),;:\\\"[]", s.data[i]))
            return false;
    return str_find_char(str_sub(s, (size_t)at + 1, s.len), '@') < 0;
}

static bool take(Recipients *r, const char *address) {
    return g_hash_table_add(r->known, g_ascii_strdown(address, -1));
}

static void add_recipient(Recipients *r, GMimeAddressType type, Str name, Str address) {
    address = arena_str(r->arena, str_trim(address));
    if (!is_address(address) || r->n >= MESSAGE_CC_MAX || !take(r, address.data))
        return;
    Str shown = plain_line(r->arena, name, PLAIN_VALUE_MAX);
    g_mime_message_add_mailbox(r->message, type, shown.len ? shown.data : NULL, address.data);
    r->n++;
}

/* Every mailbox of a header, those of groups too: added as Cc, or only noted. */
static void walk(Recipients *r, InternetAddressList *list, bool add) {
    for (int i = 0; list && i < internet_address_list_length(list); i++) {
        InternetAddress *ia = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(ia)) {
            walk(r, internet_address_group_get_members(INTERNET_ADDRESS_GROUP(ia)), add);
            continue;
        }
        const char *address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(ia));
        if (address && add)
            add_recipient(r, GMIME_ADDRESS_TYPE_CC, str_of(internet_address_get_name(ia)), str_of(address));
        else if (address)
            take(r, address);
    }
}

static void walk_header(Recipients *r, Str header, bool add) {
    if (!header.len)
        return;
    Str text = arena_str(r->arena, header);
    InternetAddressList *list = internet_address_list_parse(NULL, text.data);
    walk(r, list, add);
    if (list)
        g_object_unref(list);
}

static void set_recipients(Arena *arena, GMimeMessage *message, const Ticket *ticket, Str from) {
    Recipients r = {.arena = arena,
                    .message = message,
                    .known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    add_recipient(&r, GMIME_ADDRESS_TYPE_TO, ticket->requester_name, ticket->requester_email);
    walk_header(&r, from, false);
    walk_header(&r, ticket->to, false);
    walk_header(&r, ticket->cc, true);
    g_hash_table_destroy(r.known);
}

static void set_from(Arena *arena, GMimeMessage *message, Str from) {
    if (!from.len)
        return;
    InternetAddressList *list = internet_address_list_parse(NULL, arena_str(arena, from).data);
    if (list && internet_address_list_length(list))
        internet_address_list_append(g_mime_message_get_from(message), list);
    if (list)
        g_object_unref(list);
}

/* ---- threading ---- */

/* "<left@right>" of visible ASCII, from the head of *rest; false when there is no more. */
static bool next_id(Str *rest, Str *id) {
    while (rest->len) {
        ptrdiff_t open = str_find_char(*rest, '<');
        if (open < 0)
            return false;
        *rest = str_sub(*rest, (size_t)open, rest->len);
        size_t end = 1;
        while (end < rest->len && rest->data[end] > ' ' && rest->data[end] < 0x7F &&
               !strchr("<>", rest->data[end]))
            end++;
        bool whole = end > 1 && end < rest->len && rest->data[end] == '>' && end < ID_MAX;
        *id = str_sub(*rest, 0, end + 1);
        *rest = str_sub(*rest, whole ? end + 1 : 1, rest->len);
        if (whole)
            return true;
    }
    return false;
}

static void set_threading(Arena *arena, GMimeMessage *message, const Ticket *ticket) {
    Str rest = ticket->message_id, id, answered;
    if (!next_id(&rest, &answered))
        return;
    Strs ids = {0};
    for (rest = ticket->references; next_id(&rest, &id);)
        if (!str_eq(id, answered))
            *VEC_PUSH(arena, &ids) = id;
    *VEC_PUSH(arena, &ids) = answered;
    Buf references = {.arena = arena};
    size_t dropped = ids.len > MESSAGE_REFERENCES_MAX ? ids.len - MESSAGE_REFERENCES_MAX : 0;
    for (size_t i = 0; i < ids.len; i++) {
        if (i > 0 && i <= dropped)
            continue;
        buf_add(&references, i ? STR(" ") : STR(""));
        buf_add(&references, ids.items[i]);
    }
    g_mime_object_set_header(GMIME_OBJECT(message), "In-Reply-To", arena_str(arena, answered).data, NULL);
    g_mime_object_set_header(GMIME_OBJECT(message), "References", buf_str(&references).data, NULL);
}

/* ---- body ---- */

/* Text mostly of other than Latin letters is shorter in base64. */
static GMimeContentEncoding encoding_of(Str text) {
    size_t high = 0;
    for (size_t i = 0; i < text.len; i++)
        high += (unsigned char)text.data[i] >= 0x80;
    return high > text.len / 4 ? GMIME_CONTENT_ENCODING_BASE64 : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
}

static void add_part(GMimeMultipart *body, const char *subtype, Str text) {
    GMimeTextPart *part = g_mime_text_part_new_with_subtype(subtype);
    g_mime_text_part_set_charset(part, "utf-8");
    g_mime_text_part_set_text(part, text.data);
    g_mime_part_set_content_encoding(GMIME_PART(part), encoding_of(text));
    g_mime_multipart_add(body, GMIME_OBJECT(part));
    g_object_unref(part);
}

static Str joined(Arena *arena, Str a, Str between, Str b) {
    return arena_printf(arena, STR_FMT STR_FMT STR_FMT, STR_ARG(a), STR_ARG(between), STR_ARG(b));
}

static void set_body(Arena *arena, GMimeMessage *message, const Templates *templates, const Ticket *ticket,
                     const Reply *reply) {
    Str quoted = quote_text(arena, templates, ticket, reply->language, MESSAGE_QUOTE_MAX);
    Str quoted_html = quote_html(arena, templates, ticket, reply->language, MESSAGE_QUOTE_MAX);
    Str text = joined(arena, reply->text, quoted.len ? STR("\n") : STR(""), quoted);
    Str html = joined(arena, html_fragment(arena, reply->text, reply->language), STR(""), quoted_html);
    GMimeMultipart *body = g_mime_multipart_new_with_subtype("alternative");
    /* "=_" stands in no encoded part; derived from the text, so that the same input gives the same bytes. */
    char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text.data, text.len);
    Str boundary = arena_printf(arena, "=_resolver_%.24s", digest);
    g_free(digest);
    g_mime_multipart_set_boundary(body, boundary.data);
    add_part(body, "plain", text);
    add_part(body, "html", html_page(arena, html, reply->subject, reply->language));
    g_mime_message_set_mime_part(message, GMIME_OBJECT(body));
    g_object_unref(body);
}

/* ---- the whole ---- */

static void set_date(GMimeMessage *message, Date day) {
    GTimeZone *utc = g_time_zone_new_utc();
    GDateTime *date = g_date_time_new(utc, day.year, day.month, day.day, NOON, 0, 0);
    if (date) {
        g_mime_message_set_date(message, date);
        g_date_time_unref(date);
    }
    g_time_zone_unref(utc);
}

static Str serialised(Arena *arena, GMimeMessage *message) {
    GMimeFormatOptions *options = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_object_write_to_stream(GMIME_OBJECT(message), options, stream);
    GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    Str out = arena_str(arena, (Str){(const char *)bytes->data, bytes->len});
    g_object_unref(stream);
    g_mime_format_options_free(options);
    return out;
}

Str message_draft(Arena *arena, const Templates *templates, const Resolution *resolution, const Reply *reply,
                  Str from) {
    const Ticket *ticket = resolution->reading->ticket;
    init_gmime();
    GMimeMessage *message = g_mime_message_new(TRUE);
    set_from(arena, message, from);
    set_recipients(arena, message, ticket, from);
    g_mime_message_set_subject(message, arena_str(arena, reply->subject).data, "utf-8");
    set_date(message, resolution->as_of);
    set_threading(arena, message, ticket);
    g_mime_object_set_header(GMIME_OBJECT(message), "X-Unsent", "1", NULL);
    if (!reply->send)
        g_mime_object_set_header(GMIME_OBJECT(message), "X-Resolver-Hold", "review", NULL);
    set_body(arena, message, templates, ticket, reply);
    Str out = serialised(arena, message);
    g_object_unref(message);
    return out;
}
