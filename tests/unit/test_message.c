#include <criterion/criterion.h>
#include <gmime/gmime.h>

#include "base/buf.h"
#include "reply/message.h"
#include "reply_fixture.h"

static Templates *templates;

static void load(void) {
    g_mime_init();
    templates = fixture_templates();
}
static void unload(void) {
    templates_free(&templates);
}
TestSuite(message, .init = load, .fini = unload);

static Fixture *question(Language language) {
    return fixture_new(language, INTENT_BUSINESS_PLAN, DECISION_ANSWER_QUESTION);
}

static Str write_draft(Fixture *f, const char *from) {
    Reply *reply = reply_draft(templates, f->arena, &f->resolution, NULL);
    cr_assert_not_null(reply);
    return message_draft(f->arena, templates, &f->resolution, reply, str_of(from));
}

/* As a mail program reads it. */
static GMimeMessage *read_back(Str bytes) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes.data, bytes.len);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    g_object_unref(parser);
    g_object_unref(stream);
    cr_assert_not_null(message);
    return message;
}

static const char *header(GMimeMessage *message, const char *name) {
    const char *value = g_mime_object_get_header(GMIME_OBJECT(message), name);
    return value ? value : "(none)";
}

static char *part_text(GMimeMessage *message, int index) {
    GMimeObject *body = g_mime_message_get_mime_part(message);
    cr_assert(GMIME_IS_MULTIPART(body));
    cr_assert_eq(g_mime_multipart_get_count(GMIME_MULTIPART(body)), 2);
    char *text = g_mime_text_part_get_text(GMIME_TEXT_PART(g_mime_multipart_get_part(GMIME_MULTIPART(body), index)));
    char *to = text; /* without the CR of the line ends */
    for (char *from = text; *from; from++)
        if (*from != '\r')
            *to++ = *from;
    *to = '\0';
    return text;
}

/* Header names in the order they stand, each once. */
static void expect_headers(Fixture *f, Str bytes, const char *wanted) {
    Str rest = bytes, line;
    Buf names = {.arena = f->arena};
    while (str_line(&rest, &line) && line.len)
        if (line.data[0] != ' ' && line.data[0] != '\t') {
            buf_add(&names, str_sub(line, 0, (size_t)str_find_char(line, ':')));
            buf_add_char(&names, ' ');
        }
    cr_expect_str_eq(buf_str(&names).data, wanted);
}

Test(message, is_a_reply_ready_to_send) {
    Fixture *f = question(LANGUAGE_FR);
    f->ticket.subject = STR("RE: Réf : plan d’affaires");
    f->ticket.requester_name = STR("Éloïse Dupré");
    f->ticket.message_id = STR("<b@partner.example>");
    f->ticket.references = STR("<a@partner.example>\r\n <b@partner.example> junk <broken");
    f->ticket.to = STR("Desk <desk@support.example>");
    f->ticket.cc = STR("\"Roe, Max\" <max@partner.example>, DESK@support.example, jane@partner.example, max@partner.example, "
                       "Team: one@partner.example, two@partner.example;");
    f->ticket.text = STR("Bonjour,\n\nfaut-il un plan ?\n");
    Str bytes = write_draft(f, "Le support <desk@support.example>");
    expect_headers(f, bytes, "Date From Subject To Cc In-Reply-To References X-Unsent MIME-Version Content-Type ");
    GMimeMessage *message = read_back(bytes);
    cr_expect_str_eq(g_mime_message_get_subject(message), "Re: plan d’affaires");
    char *to = internet_address_list_to_string(g_mime_message_get_to(message), NULL, FALSE);
    cr_expect_str_eq(to, "Éloïse Dupré <jane@partner.example>");
    char *cc = internet_address_list_to_string(g_mime_message_get_cc(message), NULL, FALSE);
    cr_expect_str_eq(cc, "\"Roe, Max\" <max@partner.example>, one@partner.example, two@partner.example");
    cr_expect_str_eq(header(message, "In-Reply-To"), "<b@partner.example>");
    cr_expect_str_eq(header(message, "References"), "<a@partner.example> <b@partner.example>");
    cr_expect_str_eq(header(message, "X-Unsent"), "1");
    cr_expect_str_eq(header(message, "Date"), "Mon, 20 Jan 2020 12:00:00 +0000");
    char *text = part_text(message, 0), *html = part_text(message, 1);
    cr_expect(g_str_has_prefix(text, "Bonjour Éloïse Dupré,\n\n"), "%s", text);
    cr_expect(g_str_has_suffix(text, "\n\nLe 19 janvier 2020, Éloïse Dupré a écrit\u00A0:\n> Bonjour,\n>\n"
                                     "> faut-il un plan ?\n"), "%s", text);
    cr_expect(strstr(html, "<html lang=\"fr\">") && strstr(html, "<blockquote>\nBonjour,<br>\n<br>\nfaut-il"), "%s", html);
    g_free(to);
    g_free(cc);
    g_free(text);
    g_free(html);
    g_object_unref(message);
    fixture_free(f);
}

Test(message, leaves_out_what_is_unknown) {
    Fixture *f = question(LANGUAGE_EN);
    f->ticket.requester_email = STR_NONE;
    f->ticket.requester_name = STR_NONE;
    f->ticket.text = STR("");
    Str bytes = write_draft(f, NULL);
    expect_headers(f, bytes, "Date Subject X-Unsent MIME-Version Content-Type ");
    cr_expect_lt(str_find(bytes, STR("wrote:")), 0);
    fixture_free(f);
}

Test(message, marks_a_held_draft) {
    Fixture *f = fixture_new(LANGUAGE_EN, INTENT_OTHER, DECISION_REVIEW);
    GMimeMessage *message = read_back(write_draft(f, NULL));
    cr_expect_str_eq(header(message, "X-Resolver-Hold"), "review");
    cr_expect_str_eq(g_mime_message_get_subject(message), "Re: KPI missing");
    g_object_unref(message);
    fixture_free(f);
}

/* Whatever stands in the ticket, the headers are those of a plain answer and the only recipient is the requester. */
Test(message, lets_nothing_be_injected) {
    static const char evil[] = "x\r\nBcc: evil@example.org\r\n\r\n<p x>\x00y";
    const Str value = {evil, sizeof evil - 1};
    Fixture *f = question(LANGUAGE_EN);
    f->ticket.subject = f->ticket.requester_name = f->ticket.message_id = f->ticket.references = f->ticket.text = value;
    f->ticket.cc = STR("a b@example.org\r\nBcc: evil@example.org, <x@y@z>, c@example.org\r\n\r\n");
    Str bytes = write_draft(f, NULL);
    expect_headers(f, bytes, "Date Subject To Cc X-Unsent MIME-Version Content-Type ");
    GMimeMessage *message = read_back(bytes);
    cr_expect_str_eq(header(message, "Bcc"), "(none)");
    cr_expect_str_eq(header(message, "In-Reply-To"), "(none)");
    cr_expect_eq(internet_address_list_length(g_mime_message_get_to(message)), 1);
    char *html = part_text(message, 1);
    cr_expect(strstr(html, "&lt;p x&gt;"), "%s", html);
    g_free(html);
    g_object_unref(message);
    f->ticket.requester_email = STR("jane@partner.example\r\nBcc: evil@example.org");
    cr_expect_lt(str_find(write_draft(f, NULL), STR("evil@example.org>")), 0);
    f->ticket.requester_email = STR("jane@partner.example, evil@example.org");
    expect_headers(f, write_draft(f, NULL), "Date Subject Cc X-Unsent MIME-Version Content-Type ");
    fixture_free(f);
}

Test(message, ends_lines_in_crlf_and_repeats_itself) {
    Fixture *f = question(LANGUAGE_FR);
    Str bytes = write_draft(f, NULL), again = write_draft(f, NULL);
    for (size_t i = 0; i < bytes.len; i++) {
        cr_assert(bytes.data[i] != '\n' || (i && bytes.data[i - 1] == '\r'), "a bare LF at %zu", i);
        cr_assert_lt((unsigned char)bytes.data[i], 0x80);
    }
    cr_expect(str_eq(bytes, again), "the same draft gives other bytes");
    fixture_free(f);
}

Test(message, quotes_and_refers_within_bounds) {
    Fixture *f = question(LANGUAGE_EN);
    Buf text = {.arena = f->arena}, references = {.arena = f->arena}, cc = {.arena = f->arena};
    for (int i = 0; i < 5000; i++) {
        buf_printf(&text, "this is line %d of a long mail\n", i);
        buf_printf(&references, "<%d@partner.example> ", i);
        buf_printf(&cc, "a%d@partner.example, ", i);
    }
    f->ticket.text = buf_str(&text);
    f->ticket.references = buf_str(&references);
    f->ticket.cc = buf_str(&cc);
    f->ticket.message_id = STR("<last@partner.example>");
    GMimeMessage *message = read_back(write_draft(f, NULL));
    char *body = part_text(message, 0);
    cr_expect_lt(strlen(body), 2 * MESSAGE_QUOTE_MAX);
    cr_expect(g_str_has_suffix(body, "of a long mail\n> [...]\n"));
    g_free(body);
    GMimeReferences *ids = g_mime_references_parse(NULL, header(message, "References"));
    cr_expect_eq(g_mime_references_length(ids), MESSAGE_REFERENCES_MAX);
    cr_expect_str_eq(g_mime_references_get_message_id(ids, 0), "0@partner.example");
    cr_expect_str_eq(g_mime_references_get_message_id(ids, MESSAGE_REFERENCES_MAX - 1), "last@partner.example");
    g_mime_references_free(ids);
    cr_expect_lt(internet_address_list_length(g_mime_message_get_cc(message)), MESSAGE_CC_MAX);
    g_object_unref(message);
    fixture_free(f);
}
