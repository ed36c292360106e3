#include <criterion/criterion.h>
#include <stdlib.h>

#include "parsers/sniff.h"

#define BYTES(literal) literal, sizeof(literal) - 1

static const struct {
    const char *bytes;
    size_t len;
    Sniffed want;
} cases[] = {
    {BYTES(""), SNIFF_EMPTY},
    {BYTES(" \r\n\t"), SNIFF_EMPTY},
    {BYTES("Received: from a\nFrom: a@x\n\nhello"), SNIFF_MESSAGE},
    {BYTES("From: a@x\nSubject: KPI\n\nhello"), SNIFF_MESSAGE},
    {BYTES("\nX-Mailer: y\nsome junk\nSubject: KPI\n\n"), SNIFF_MESSAGE},
    {BYTES("Subject: KPI\nMonth: January\nYear: 2020\n"), SNIFF_TEXT},
    {BYTES("Month: January\nYear: 2020\n"), SNIFF_TEXT},
    {BYTES("From: a@x\nSubject: KPI\nMonth: January\n\nhello"), SNIFF_TEXT},
    {BYTES("Objet : KPI\n\nBonjour"), SNIFF_TEXT},
    {BYTES("From a@x Mon Jan  6 10:00:00 2020\nFrom: a@x\n\nhello"), SNIFF_MBOX},
    {BYTES("From the dashboard at 10:00 we see\nnothing"), SNIFF_TEXT},
    {BYTES("{\n \"id\": 1\n}"), SNIFF_JSON},
    {BYTES("{\"id\": 1}"), SNIFF_NDJSON},
    {BYTES("{\"id\": 1}\n{\"id\": 2}\n"), SNIFF_NDJSON},
    {BYTES("{\"id\": \"broken\n{\"id\": 2}\n"), SNIFF_NDJSON},
    {BYTES("{\"id\":\n{\"id\": 2}\n"), SNIFF_NDJSON},
    {BYTES("[1,2\n{\"id\": 2}\n{\"id\": 3}"), SNIFF_NDJSON},
    {BYTES("a stray word\n\n{\"id\": 2}\r\n{\"id\": \"cut"), SNIFF_NDJSON},
    {BYTES("Hello,\n{\"id\": 2}\nis what we sent"), SNIFF_TEXT},
    {BYTES("{\"fields\":\n{\"id\": 2}\n}\n"), SNIFF_JSON},
    {BYTES("[\n{\"id\": 2}\n]\n"), SNIFF_JSON_ARRAY},
    {BYTES("[\n{\"id\": 2},\n{\"id\": 3}\n]\n"), SNIFF_JSON_ARRAY},
    {BYTES("\xEF\xBB\xBF[{\"id\": 1}]"), SNIFF_JSON_ARRAY},
    {BYTES("[]"), SNIFF_JSON_ARRAY},
    {BYTES("[EXTERNAL] Hello"), SNIFF_TEXT},
    {BYTES("{{name}} wrote"), SNIFF_TEXT},
    {BYTES("\xFF\xFEM\0o\0n\0t\0h\0"), SNIFF_TEXT},
    {BYTES("M\0o\0n\0t\0h\0"), SNIFF_TEXT},
    {BYTES("a long line of text with one \0 in it"), SNIFF_TEXT},
    {BYTES("%PDF-1.4\n"), SNIFF_BINARY},
    {BYTES("PK\3\4abc"), SNIFF_BINARY},
    {BYTES("\1\2\3\4\5\6\7"), SNIFF_BINARY},
};

Test(sniff, tells_by_content) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *bytes = malloc(cases[i].len ? cases[i].len : 1);
        memcpy(bytes, cases[i].bytes, cases[i].len);
        Sniffed got = sniff((Str){bytes, cases[i].len});
        cr_expect(got == cases[i].want, "case %zu is %d: %.40s", i, got, cases[i].bytes);
        free(bytes);
    }
}
