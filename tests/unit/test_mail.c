#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/buf.h"
#include "parsers/mail.h"
#include "parsers/mail_date.h"
#include "parsers/mail_header.h"

static Str exact(const char *bytes, size_t len) {
    char *copy = malloc(len ? len : 1);
    memcpy(copy, bytes, len);
    return (Str){copy, len};
}

static Ticket *read_bytes(Arena *arena, Str bytes) {
    Ticket *ticket = ARENA_NEW(arena, Ticket);
    mail_read(arena, NULL, bytes, ticket);
    return ticket;
}

static Ticket *read(Arena *arena, const char *text) {
    return read_bytes(arena, arena_cstr(arena, text));
}

static void expect(Str got, const char *want, const char *about) {
    cr_expect(want ? str_eq_cstr(got, want) : !str_given(got), "%s: \"" STR_FMT "\"", about, STR_ARG(got));
}

static const struct {
    const char *raw, *want;
} texts[] = {
    {"plain", "plain"},
    {"folded\r\n value", "folded value"},
    {"=?utf-8?Q?caf=C3=A9_au?= =?utf-8?Q?_lait?=", "café au lait"},
    {"=?utf-8?B?ww==?= =?UTF-8?B?qQ==?=", "é"},
    {"=?utf-8?Q?=C3?=\r\n =?utf-8?Q?=A9?= x", "é x"},
    {"=?iso-8859-1?Q?a=A4?= b =?x-unknown?q?=E9?=", "a¤ b é"},
    {"=?gb2312?B?hrQ=?=", "喆"},
    {"=?ISO-2022-JP?B?GyRCLSEbKEI=?=", "①"},
    {"=?utf-8*fr?Q?=C3=A9t=C3=A9?=", "été"},
    {"Re: =?us-ascii?Q?what?", "Re: =?us-ascii?Q?what?"},
    {"a\r\nBcc: x@y", "a Bcc: x@y"},
    {"=?utf-8?Q?a=0D=0ABcc:_x?=", "a Bcc: x"},
    {"raw \xE9t\xE9", "raw été"},
    {"", ""},
};

static const struct {
    const char *raw, *name, *want;
} params[] = {
    {"text/plain; charset=utf-8", "charset", "utf-8"},
    {"text/plain; CharSet = \"utf-8\" ; x=y", "charset", "utf-8"},
    {"attachment; filename=\"a;b \\\"c\\\".pdf\"", "filename", "a;b \"c\".pdf"},
    {"attachment; filename*=UTF-8''n%C2%B0%201.pdf", "filename", "n° 1.pdf"},
    {"attachment; filename*0=\"ab\"; filename*1=\"cd.pdf\"", "filename", "abcd.pdf"},
    {"attachment; filename*1*=%A9.pdf; filename*0*=utf-8''%C3", "filename", "é.pdf"},
    {"attachment; filename=old.pdf; filename*=utf-8''%C3%A9.pdf", "filename", "é.pdf"},
    {"attachment; filename=\"=?utf-8?Q?=C3=A9?=.pdf\"", "filename", "é.pdf"},
    {"attachment; filename=\xE9t\xE9.pdf", "filename", "été.pdf"},
    {"attachment; filename=a b.pdf", "filename", "a b.pdf"},
    {"attachment; filename=\"never closed.pdf", "filename", "never closed.pdf"},
    {"attachment", "filename", NULL},
    {"attachment; filename", "filename", NULL},
};

static const struct {
    const char *raw, *want;
} addresses[] = {
    {"a@x.example", "a@x.example"},
    {"Ann <a@x.example>", "Ann <a@x.example>"},
    {"\"Doe, Ann\" <a@x.example>, b@x.example", "\"Doe, Ann\" <a@x.example>, b@x.example"},
    {"=?utf-8?Q?Doe=2C_Ann?= <a@x.example>", "\"Doe, Ann\" <a@x.example>"},
    {"Doe, Ann <a@x.example>", "\"Doe, Ann\" <a@x.example>"},
    {"a@x.example (Ann)", "Ann <a@x.example>"},
    {"Team: Ann <a@x.example>, b@x.example;", "Ann <a@x.example>, b@x.example"},
    {"undisclosed-recipients:;", ""},
    {"Ann <a@x. example>", "Ann"},
    {"a@x .example, b@x.example", "b@x.example"},
    {"<\"ann doe\"@x.example>", "\"ann doe\"@x.example"},
    {"<a@x.example\r\nBcc: y>", "<a@x.example"},
};

Test(mail, headers) {
    Arena *arena = arena_new();
    HeaderCharset charset = {STR("iso-8859-1"), LANGUAGE_UNKNOWN};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Str raw = exact(texts[i].raw, strlen(texts[i].raw));
        expect(header_text(arena, raw, &charset), texts[i].want, texts[i].raw);
        free((void *)raw.data);
    }
    for (size_t i = 0; i < sizeof params / sizeof *params; i++) {
        Str raw = exact(params[i].raw, strlen(params[i].raw));
        expect(header_param(arena, raw, params[i].name, &charset), params[i].want, params[i].raw);
        free((void *)raw.data);
    }
    size_t last = sizeof addresses / sizeof *addresses - 1;
    for (size_t i = 0; i < last; i++) {
        Mailboxes boxes = {0};
        header_mailboxes(arena, str_of(addresses[i].raw), &charset, &boxes);
        expect(mailboxes_str(arena, &boxes), addresses[i].want, addresses[i].raw);
    }
    Mailboxes broken = {0};
    header_mailboxes(arena, str_of(addresses[last].raw), &charset, &broken);
    cr_expect(str_find_char(mailboxes_str(arena, &broken), '\n') < 0, "a line end in an address");
    arena_free(&arena);
}

Test(mail, envelope) {
    Arena *arena = arena_new();
    Ticket *ticket = read(arena, "From: \"Doe, Ann\" <a@x.example>\nTo: b@x.example\nCc: c@x.example\nSubject: KPI\n"
                                 "Subject: second\nDate: Thu, 31 Dec 2020 23:30:00 -0500\nMessage-ID: <2@x>\n"
                                 "References: <0@x>\n <1@x>\nIn-Reply-To: <1b@x>\n\nHello\n");
    expect(ticket->requester_name, "Doe, Ann", "name");
    expect(ticket->requester_email, "a@x.example", "email");
    expect(ticket->to, "b@x.example", "to");
    expect(ticket->cc, "c@x.example", "cc");
    expect(ticket->subject, "KPI", "subject");
    expect(ticket->received, "2020-12-31T23:30:00-05:00", "received");
    cr_expect(ticket->received_date.year == 2020 && ticket->received_date.month == 12 && ticket->received_date.day == 31);
    expect(ticket->message_id, "<2@x>", "message id");
    expect(ticket->references, "<0@x> <1@x> <1b@x>", "references");
    expect(ticket->text, "Hello\n", "text");
    cr_expect(!ticket->automatic);
    ticket = read(arena, "Received: from a by b;\n Mon, 6 Jan 2020 10:00:00 +0000\nSubject: x\n\n");
    expect(ticket->received, "2020-01-06T10:00:00Z", "received without Date");
    ticket = read(arena, "\nnot a header line\nSubject: behind junk\n\nx");
    expect(ticket->subject, "behind junk", "junk in front");
    arena_free(&arena);
}

/* What we read ourselves stands beside what GMime reads: both say it alike. */
static const struct {
    const char *field, *want;
} dates[] = {
    {"Mon, 20 Jan 2020 09:30:00 +0100", "2020-01-20T09:30:00+01:00"},
    {"20 Jan 2020 09:30:00 +0100", "2020-01-20T09:30:00+01:00"},
    {"Mon,  20 Jan 2020 09:30:00 +0100", "2020-01-20T09:30:00+01:00"},
    {"Mon, 6 Jan 2020 09:30:00 +0000", "2020-01-06T09:30:00Z"},
    {"Mon, 06 Jan 2020 09:30:00 -0000", "2020-01-06T09:30:00Z"},
    {"Mon, 06 Jan 2020 09:30:00 GMT", "2020-01-06T09:30:00Z"},
    {"Sun, 5 Jan 2020 23:59:59 -0330 (NST)", "2020-01-05T23:59:59-03:30"},
    {"Sun, 5 Jan 2020 23:59 +0545", "2020-01-05T23:59:00+05:45"},
    {"Sat, 29 Feb 2020 10:00:00 +1400", "2020-02-29T10:00:00+14:00"},
    {"Fri, 29 Feb 2019 10:00:00 +0000", NULL},
    {"Mon, 20 Jan 20 09:30:00 +0100", "2020-01-20T09:30:00+01:00"},
    {"Mon, 20 jan 2020 09:30:00 +0100", "2020-01-20T09:30:00+01:00"},
    {"Mon, 20 January 2020 09:30:00 +0100", "2020-01-20T09:30:00+01:00"},
    {"Mon, 20 Jan 2020", "2020-01-20T00:00:00Z"},
    {"Mon, 20 an  2020 09:30:00 +0100", NULL},
    {"Mon, 20 Jan 2020 09:30:00", "2020-01-20T09:30:00Z"},
    {"yesterday", NULL},
    {"", NULL},
};

Test(mail, date) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        Str field = exact(dates[i].field, strlen(dates[i].field)), got = STR_NONE;
        Date day = {0}, named = {0};
        bool read = mail_date(arena, field, &got, &day);
        expect(got, dates[i].want, dates[i].field);
        cr_expect(read == (dates[i].want != NULL) && (!read || (date_parse_iso(got, &named) && date_cmp(day, named) == 0)), "%s",
                  dates[i].field);
        free((void *)field.data);
    }
    arena_free(&arena);
}

/* Where a header begins and ends, and what is a field of it. */
static const struct {
    const char *about, *message, *subject, *text;
} fields[] = {
    {"blanks before the colon", "From \t: a@x.example\nSubject : s\n\nt\n", "s", "t\n"},
    {"line ends of both kinds", "Subject: s\r\n folded\r\nX: y\n\r\nt\n", "s folded", "t\n"},
    {"a line that is no field", "Subject: s\nno field, and\n its fold: too\nCc: c@x.example\n\nt\n", "s", "t\n"},
    {"a separator of a mailbox", "From a@x.example Mon Jan 20 09:30:00 2020\nSubject: s\n\nt\n", "s", "t\n"},
    {"a masked separator", ">From a@x.example Mon Jan 20 09:30:00 2020\nSubject: s\n\nt\n", "s", "t\n"},
    {"nothing behind the header", "Content-Type: text/plain\nSubject: s\n", "s", ""},
    {"cut off within a value", "Content-Type: text/plain\nSubject: s", "s", ""},
    {"nothing but Content fields", "Content-Type: text/plain; charset=utf-8", "", ""},
    {"cut off within a name", "Subject: s\nX-Cut", "", "Subject: s\nX-Cut"},
    {"content fields in between", "Content-Type: text/plain;\nX: y\nSubject: s\nContent-Transfer-Encoding: base64\nY: z\n\ndA==\n", "s", "t"},
    {"a charset in a folded field", "Subject: s\nContent-Type: text/plain;\n charset=iso-8859-1\n\n\xE9\n", "s", "\303\251\n"},
};

Test(mail, fields) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        Str bytes = exact(fields[i].message, strlen(fields[i].message));
        const Ticket *ticket = read_bytes(arena, bytes);
        cr_expect(str_eq_cstr(ticket->subject, fields[i].subject), "%s: \"" STR_FMT "\"", fields[i].about, STR_ARG(ticket->subject));
        expect(ticket->text, fields[i].text, fields[i].about);
        free((void *)bytes.data);
        arena_clear(arena);
    }
    static const char zero[] = "Subject: a\0b\n\nt\n";
    expect(read_bytes(arena, (Str){zero, sizeof zero - 1})->subject, "a b", "a zero byte in a field");
    arena_free(&arena);
}

static const struct {
    const char *header;
    bool automatic;
} senders[] = {
    {"Auto-Submitted: auto-replied", true}, {"Auto-Submitted: no", false},
    {"Precedence: bulk", true},             {"Precedence: first-class", false},
    {"List-Unsubscribe: <x>", true},        {"Return-Path: <>", true},
    {"Return-Path: <a@x.example>", false},  {"From: MAILER-DAEMON@x.example", true},
    {"X-Autoreply: yes", true},             {"X-Auto-Response-Suppress: All", false},
    {"Content-Type: multipart/report; boundary=b", true},
};

Test(mail, automatic) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof senders / sizeof *senders; i++) {
        Str text = arena_printf(arena, "Subject: x\n%s\n\nx", senders[i].header);
        cr_expect(read_bytes(arena, text)->automatic == senders[i].automatic, "%s", senders[i].header);
    }
    arena_free(&arena);
}

#define HEAD "From: a@x.example\nMIME-Version: 1.0\n"
#define ALTERNATIVE(plain, html)                                                                                       \
    HEAD "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n" plain                    \
         "\n--b\nContent-Type: text/html\n\n" html "\n--b--\n"

static const struct {
    const char *about, *message, *want;
} bodies[] = {
    {"no MIME", "Subject: x\n\na\r\nb\n", "a\nb\n"},
    {"quoted-printable", HEAD "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n=E9 t=\n=E9", "é té"},
    {"base64", HEAD "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nw6k=\n", "é"},
    {"flowed", HEAD "Content-Type: text/plain; format=flowed\n\nMonth: \nJan\n> a \n> b\n> c\n-- \nme\n", "Month: Jan\n> a b\n> c\n-- \nme\n"},
    {"flowed, DelSp", HEAD "Content-Type: text/plain; format=flowed; delsp=yes\n\n\346\227\245 \n\346\234\254\n", "日本\n"},
    {"plain and HTML", ALTERNATIVE("plain text", "<p>html text</p>"), "plain text"},
    {"empty plain", ALTERNATIVE(" ", "<p>html text</p>"), "html text\n"},
    {"stub", ALTERNATIVE("Your program shows no HTML.", "<p>Our purchase of January is missing on the dashboard, please "
                         "have a look at the invoice and correct what is shown there.</p>"),
     "Our purchase of January is missing on the dashboard, please have a look at the invoice and correct what is shown there.\n"},
    {"a table the plain part lost", ALTERNATIVE("Month\nKPI\nJan\n25", "<table><tr><td>Month<td>KPI<tr><td>Jan<td>25</table>"),
     "Month\tKPI\nJan\t25\n"},
    {"a table the plain part kept", ALTERNATIVE("Month | KPI\nJan | 25", "<table><tr><td>Month<td>KPI<tr><td>Jan<td>25</table>"),
     "Month | KPI\nJan | 25"},
    {"two inline texts", HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\nContent-Type: text/html\n\n<p>two\n--b--\n",
     "one\n\ntwo\n"},
    {"a text that is a file is no body", HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; name=a.txt\n\none\n--b--\n", ""},
    {"a boundary that never comes", HEAD "Content-Type: multipart/mixed; boundary=b\n\nall there is\n", "all there is\n"},
    {"no boundary at all", HEAD "Content-Type: multipart/mixed\n\nall there is\n", "all there is\n"},
    {"one text, encoded", HEAD "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: BASE64\n\n6XTp\n", "été"},
    {"one text of HTML", HEAD "CONTENT-TYPE: Text/HTML\n\n<p>a<br>b\n", "a\nb\n"},
    {"a text that is offered as a file", HEAD "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\none\n", ""},
    {"a type told twice", HEAD "Content-Type: text/plain\nContent-Type: text/html\n\n<p>a\n", "a\n"},
    {"a type that only begins as text does", HEAD "Content-Type: text/plainly\n\none\n", ""},
    {"no header", "just words\nand more", "just words\nand more"},
    {"nothing", "", ""},
};

Test(mail, body) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        Str bytes = exact(bodies[i].message, strlen(bodies[i].message));
        expect(read_bytes(arena, bytes)->text, bodies[i].want, bodies[i].about);
        free((void *)bytes.data);
        arena_clear(arena);
    }
    static const char zero[] = "Subject: x\n\na\0b\nKPI: 2\0005\n";
    expect(read_bytes(arena, (Str){zero, sizeof zero - 1})->text, "ab\nKPI: 25\n", "zero bytes");
    arena_free(&arena);
}

Test(mail, attachments) {
    Arena *arena = arena_new();
    Ticket *ticket = read(arena,
        HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n"
        "--b\nContent-Type: application/pdf; name=\"x.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQ=\n"
        "--b\nContent-Type: text/csv\nContent-Disposition: attachment; filename*=utf-8''caf%C3%A9.csv\n\na;b\n1;2\n"
        "--b\nContent-Type: application/octet-stream; name=bad.bin\nContent-Transfer-Encoding: base64\n\n!!!!\n"
        "--b\nContent-Type: message/rfc822\n\nFrom: Shop <s@x.example>\nSubject: Order\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=c\n\n--c\n\nyour order\n--c\nContent-Type: text/plain; name=in.txt\n\ninner\n--c--\n"
        "--b\nContent-Type: application/octet-stream; name=mail.dat\n\nFrom: q@x.example\nSubject: Inside\nDate: today\n\nworded\n"
        "--b--\n");
    static const struct {
        const char *name, *text;
        bool readable, from_message;
    } want[] = {{"x.pdf", NULL, false, false},
                {"café.csv", "a\tb\n1\t2\n", true, false},
                {"bad.bin", NULL, false, false},
                {"Order", "From: Shop <s@x.example>\nSubject: Order\n\nyour order", true, true},
                {"in.txt", "inner", true, true},
                {"mail.dat", "From: q@x.example\nSubject: Inside\n\nworded", true, true}};
    cr_assert(ticket->documents.len == sizeof want / sizeof *want, "%zu documents", ticket->documents.len);
    for (size_t i = 0; i < ticket->documents.len; i++) {
        const Document *document = ticket->documents.items[i];
        expect(document->name, want[i].name, "name");
        expect(document->text, want[i].text, want[i].name);
        cr_expect(document->readable == want[i].readable && document->from_message == want[i].from_message, "%s", want[i].name);
        cr_expect(document->kind == KIND_OTHER);
    }
    expect(ticket->text, "hello", "body");
    cr_expect(str_starts(ticket->documents.items[3]->bytes, STR("From: Shop")));
    cr_expect(str_eq_cstr(ticket->documents.items[0]->bytes, "%PDF-1.4"));
    arena_free(&arena);
}

/* Any nesting ends in a ticket; what is too deep is said to be. */
Test(mail, nesting) {
    Arena *arena = arena_new();
    Buf parts = {.arena = arena}, mails = {.arena = arena};
    buf_add(&parts, STR(HEAD));
    buf_add(&mails, STR(HEAD));
    for (int i = 0; i < 1500; i++) {
        buf_printf(&parts, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i);
        buf_printf(&mails, "Content-Type: message/rfc822\n\nSubject: n%d\n", i);
    }
    buf_add(&parts, STR("\nhello\n"));
    buf_add(&mails, STR("\nhello\n"));
    Ticket *ticket = read_bytes(arena, buf_str(&parts));
    cr_expect(ticket->documents.len == 1 && !ticket->documents.items[0]->readable);
    cr_expect(ticket->notes.len == 1);
    ticket = read_bytes(arena, buf_str(&mails));
    cr_expect(ticket->documents.len == FORMAT_NESTING_MAX + 1, "%zu documents", ticket->documents.len);
    cr_expect(!ticket->documents.items[FORMAT_NESTING_MAX]->readable);
    arena_free(&arena);
}
