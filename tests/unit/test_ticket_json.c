#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/buf.h"
#include "parsers/ticket_json.h"

static bool read_beside(Arena *arena, Str folder, Str path, Str *bytes, Str *why) {
    (void)arena;
    if (str_eq(folder, STR("/tickets")) && str_eq(path, STR("in/a.txt"))) {
        *bytes = STR("beside");
        return true;
    }
    *why = STR("not there");
    return false;
}

static Ticket *read(Arena *arena, const char *json, Str *error) {
    Ticket *ticket = ARENA_NEW(arena, Ticket);
    char *copy = malloc(strlen(json) + 1);
    memcpy(copy, json, strlen(json));
    FeedItem item = {.form = TICKET_JSON, .bytes = {copy, strlen(json)}, .file = STR("t.json"), .folder = STR("/tickets"),
                     .read_file = read_beside, .line = 7};
    bool good = ticket_json_read(arena, &item, ticket, error);
    free(copy); /* nothing of the ticket may point there but what it says so */
    return good ? ticket : NULL;
}

static void expect(Str got, const char *want, const char *about) {
    cr_expect(want ? str_eq_cstr(got, want) : !str_given(got), "%s: \"" STR_FMT "\"", about, STR_ARG(got));
}

Test(ticket_json, keys) {
    Arena *arena = arena_new();
    Str error;
    Ticket *ticket = read(arena, "{\"id\": 4711, \"received\": \"2020-01-20T09:30:00Z\", \"language\": \"fr\", \"partner_id\": 123,"
                                 "\"requester\": {\"name\": \"Ann\\r\\nBcc: x\", \"email\": \"a@x.example\"}, \"subject\": null,"
                                 "\"body\": \"a\\r\\nb\\u0000c\", \"unknown\": [1], \"fields\": {\"KPI\": 25, \"Revenue\": 3125.5, "
                                 "\"Sum\": 1250000.0, \"Both\": [\"a\", 2], \"Empty\": null, \"Bad\": {}, \"Yes\": true}}", &error);
    cr_assert(ticket);
    expect(ticket->id, "4711", "id");
    expect(ticket->received, "2020-01-20T09:30:00Z", "received");
    cr_expect(ticket->received_date.year == 2020 && ticket->received_date.day == 20);
    expect(ticket->language_given, "fr", "language");
    expect(ticket->partner_id, "123", "partner");
    expect(ticket->requester_name, "Ann Bcc: x", "name");
    expect(ticket->subject, NULL, "subject");
    expect(ticket->text, "a\nbc", "text");
    static const char *const fields[][2] = {{"KPI", "25"}, {"Revenue", "3125.5"}, {"Sum", "1250000"}, {"Both", "a, 2"}, {"Empty", ""}, {"Yes", "true"}};
    cr_assert(ticket->fields.len == 6, "%zu fields", ticket->fields.len);
    for (size_t i = 0; i < 6; i++) {
        expect(ticket->fields.items[i].name, fields[i][0], "field");
        expect(ticket->fields.items[i].value, fields[i][1], fields[i][0]);
    }
    cr_expect(ticket->notes.len == 1, "%zu notes", ticket->notes.len);
    arena_free(&arena);
}

Test(ticket_json, an_address_is_whole_or_none) {
    static const char *const addresses[][2] = {{"a@x.example", "a@x.example"}, {"a@x.\\u0000example", ""}, {"a@x. example", ""}, {" a@x.example ", "a@x.example"}};
    for (size_t i = 0; i < 8; i++) {
        Arena *arena = arena_new();
        Str error, json = arena_printf(arena, i < 4 ? "{\"id\": 1, \"requester\": {\"email\": \"%s\"}}" : "{\"id\": 1, \"requester\": \"%s\"}",
                                       addresses[i % 4][0]);
        Ticket *ticket = read(arena, json.data, &error);
        cr_assert(ticket, "%s", addresses[i % 4][0]);
        cr_expect(str_eq_cstr(ticket->requester_email, addresses[i % 4][1]), "%zu: \"" STR_FMT "\"", i, STR_ARG(ticket->requester_email));
        arena_free(&arena);
    }
}

Test(ticket_json, html_and_body) {
    Arena *arena = arena_new();
    Str error;
    static const char *const cases[][2] = {
        {"{\"html\": \"<p>only</p>\"}", "only\n"},
        {"{\"body\": \"words\", \"html\": \"<p>words</p>\"}", "words"},
        {"{\"body\": \"\", \"html\": \"<p>words</p>\"}", "words\n"},
        {"{\"body\": \"A B 1 2\", \"html\": \"<table><tr><td>A<td>B<tr><td>1<td>2</table>\"}", "A\tB\n1\t2\n"},
        {"{}", ""},
        {"{\"body\": 12}", "12"},
        {"{\"body\": [\"no\"]}", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(read(arena, cases[i][0], &error)->text, cases[i][1], cases[i][0]);
    arena_free(&arena);
}

/* Programs that cut texts cut emoji in two. */
Test(ticket_json, half_an_escape_stops_no_ticket) {
    Arena *arena = arena_new();
    Str error;
    static const char *const cases[][2] = {
        {"{\"subject\": \"cut \\ud83d\"}", "cut \xEF\xBF\xBD"},
        {"{\"subject\": \"\\ude00 \\ud83d\\ude00 \\uD83Dx\"}", "\xEF\xBF\xBD \xF0\x9F\x98\x80 \xEF\xBF\xBDx"},
        {"{\"subject\": \"a \\\\ud83d b\", \"k\\u0000\": 1}", "a \\ud83d b"},
        {"{\"subject\": \"x\", \"fields\": {\"a\\u0000\": \"1\"}}", "x"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Ticket *ticket = read(arena, cases[i][0], &error);
        cr_assert(ticket, "%s: " STR_FMT, cases[i][0], STR_ARG(error));
        expect(ticket->subject, cases[i][1], cases[i][0]);
    }
    cr_expect_null(read(arena, "{\"subject\": \"\\ud8", &error));
    arena_free(&arena);
}

Test(ticket_json, attachments) {
    Arena *arena = arena_new();
    Str error;
    Ticket *ticket = read(arena, "{\"fields\": [{\"name\": \"KPI\", \"value\": 3}, {\"id\": 77, \"value\": \"x\"}, 5],"
                                 "\"attachments\": [{\"filename\": \"a.txt\", \"content_base64\": \"aGVs\\nbG8=\"},"
                                 "{\"filename\": \"u.txt\", \"content_base64\": \"_-A\"},"
                                 "{\"filename\": \"bad.txt\", \"content_base64\": \"a*b\"},"
                                 "{\"path\": \"in/a.txt\"}, {\"filename\": \"x\", \"path\": \"../x\"}, {\"filename\": \"none\"}, 5]}", &error);
    static const struct {
        const char *name, *bytes;
        bool readable;
    } want[] = {{"a.txt", "hello", true}, {"u.txt", "\xFF\xE0", true}, {"bad.txt", NULL, false},
                {"in/a.txt", "beside", true}, {"x", NULL, false}, {"none", NULL, false}};
    cr_assert(ticket && ticket->documents.len == 6);
    cr_expect(ticket->fields.len == 2);
    for (size_t i = 0; i < 6; i++) {
        const Document *document = ticket->documents.items[i];
        expect(document->name, want[i].name, "name");
        cr_expect(document->readable == want[i].readable, "%s", want[i].name);
        if (want[i].bytes)
            expect(document->bytes, want[i].bytes, want[i].name);
        else
            cr_expect(document->reason.len > 0, "%s has a reason", want[i].name);
    }
    cr_expect(ticket->notes.len == 5, "%zu notes", ticket->notes.len);
    arena_free(&arena);
}

/* "From: a\nSubject: Order 7\nDate: x\n\nhello" and the same without a subject. */
#define MAIL "RnJvbTogYQpTdWJqZWN0OiBPcmRlciA3CkRhdGU6IHgKCmhlbGxv"
#define MAIL_BARE "RnJvbTogYQpEYXRlOiB4CgpoZWxsbw=="

Test(ticket_json, attached_messages_are_named_by_their_subject) {
    Arena *arena = arena_new();
    Str error;
    Ticket *ticket = read(arena, "{\"attachments\": [{\"filename\": \"\", \"content_base64\": \"" MAIL "\"},"
                                 "{\"content_type\": \"message/rfc822\", \"content_base64\": \"" MAIL "\"},"
                                 "{\"filename\": null, \"content_type\": \"message/rfc822\", \"content_base64\": \"" MAIL_BARE "\"},"
                                 "{\"filename\": \"m.eml\", \"content_base64\": \"" MAIL "\"},"
                                 "{\"content_base64\": \"aGVsbG8=\"}, {\"content_base64\": \"a*b\"}]}", &error);
    static const char *const names[] = {"Order 7", "Order 7", "message", "m.eml", "attachment-5", "attachment-6"};
    cr_assert(ticket && ticket->documents.len == 6, "%zu documents", ticket->documents.len);
    for (size_t i = 0; i < 6; i++)
        expect(ticket->documents.items[i]->name, names[i], "name");
    arena_free(&arena);
}

Test(ticket_json, refuses_what_is_no_object) {
    Arena *arena = arena_new();
    static const char *const cases[] = {"", "{", "[]", "5", "\"text\"", "{\"a\": 1, \"a\": 2}", "{\"a\": nul}", "{} x", "{\"a\"}"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str error = STR_NONE;
        cr_expect(!read(arena, cases[i], &error), "%s", cases[i]);
        cr_expect(error.len > 0 && str_find_char(error, '\n') < 0, "%s: " STR_FMT, cases[i], STR_ARG(error));
    }
    Str error = STR_NONE;
    cr_expect(read(arena, "\xEF\xBB\xBF{\"id\": \"1\"}", &error), "byte order mark");
    Ticket *latin = read(arena, "{\"body\": \"f\xE9vrier\"}", &error);
    cr_assert(latin);
    expect(latin->text, "février", "legacy charset");
    arena_free(&arena);
}
