/* What is read, what is not, and what may be an invoice all the same (contract section 5). */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "parsers/format.h"

#define BYTES(s) s, sizeof s - 1

static const struct {
    const char *about, *name, *type, *bytes;
    size_t len;
    bool readable;
    const char *reason, *text;
} cases[] = {
    {"a PDF", "inv.pdf", "application/pdf", BYTES("%PDF-1.4\n..."), false, "PDF", NULL},
    {"a PDF by another name", "inv.txt", "text/plain", BYTES("\n%PDF-1.4\n..."), false, "PDF", NULL},
    {"a PDF that says it is a picture", "scan", "image/png", BYTES("%PDF-1.7\n"), false, "PDF", NULL},
    {"an electronic invoice", "inv.xml", "application/xml", BYTES("\xEF\xBB\xBF<?xml version=\"1.0\"?><Invoice/>"), false,
     "XML", NULL},
    {"a workbook", "kpi.xlsx", NULL, BYTES("PK\3\4..........xl/workbook.xml"), false, "Excel", NULL},
    {"an archive", "a.zip", NULL, BYTES("PK\3\4.........."), false, "archives", NULL},
    {"packed", "a.gz", NULL, BYTES("\x1F\x8B\x08."), false, "archives", NULL},
    {"TNEF", "winmail.dat", "application/ms-tnef", BYTES("\x78\x9F\x3E\x22.."), false, "TNEF", NULL},
    {"an old office document", "a.xls", NULL, BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), false, "office", NULL},
    {"rich text", "a.rtf", NULL, BYTES("{\\rtf1 x}"), false, "rich text", NULL},
    {"an encrypted message", "msg.asc", NULL, BYTES("-----BEGIN PGP MESSAGE-----\nabc\n"), false, "encrypted", NULL},
    {"enveloped", "smime.p7m", "application/pkcs7-mime", BYTES("0\x80\x06\x09"), false, "encrypted", NULL},
    {"damaged", "inv.pdf", "application/pdf", BYTES("\0\1\2\3\4\5\6\7"), false, "not known", NULL},
    {"empty", "inv.pdf", "application/pdf", BYTES(""), false, "empty", NULL},
    {"a picture", "logo.png", "image/png", BYTES("\x89PNG\r\n"), true, "pictures", NULL},
    {"a picture of an unknown type", "logo", "application/octet-stream", BYTES("GIF89a"), true, "pictures", NULL},
    {"a picture that nobody knows", "logo.emf", "image/x-emf", BYTES("\1\0\0\0\2\0\0\0"), true, "pictures", NULL},
    {"a picture without content", "logo.png", "image/png", BYTES(""), true, "pictures", NULL},
    {"a drawing", "logo.svg", "image/svg+xml", BYTES("<?xml version=\"1.0\"?><svg/>"), true, "pictures", NULL},
    {"a drawing without its type", "logo.svg", NULL, BYTES("<?xml version=\"1.0\"?><svg/>"), true, "pictures", NULL},
    {"a recording", "voice.mp3", "audio/mpeg", BYTES("ID3\3\0\0\0\0\0"), true, "sound", NULL},
    {"a signature", "smime.p7s", "application/pkcs7-signature", BYTES("0\x80\x06\x09"), true, "signature", NULL},
    {"text", "a.txt", "text/plain", BYTES("INVOICE"), true, NULL, "INVOICE"},
    {"text that says it is a picture", "a.png", "image/png", BYTES("INVOICE"), true, NULL, "INVOICE"},
    {"HTML", "a.html", NULL, BYTES("<html><body><p>INVOICE</p></body></html>"), true, NULL, "INVOICE\n"},
    {"HTML with a drawing", "a.html", "text/html", BYTES("<html><svg></svg><p>INVOICE</p></html>"), true, NULL, "INVOICE\n"},
    {"a table", "a.csv", NULL, BYTES("a;b\n1;2\n"), true, NULL, "a\tb\n1\t2\n"},
};

Test(format, readable_or_why_not) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena *arena = arena_new();
        char *copy = malloc(cases[i].len ? cases[i].len : 1);
        memcpy(copy, cases[i].bytes, cases[i].len);
        Ticket *ticket = ARENA_NEW(arena, Ticket);
        Document *document = format_add(arena, ticket);
        document->name = str_of(cases[i].name);
        document->content_type = str_of(cases[i].type);
        document->bytes = (Str){copy, cases[i].len};
        FormatContext context = {.arena = arena, .ticket = ticket, .language = LANGUAGE_UNKNOWN};
        format_open(&context, document);
        cr_expect(document->readable == cases[i].readable, "%s", cases[i].about);
        cr_expect(document->kind == KIND_OTHER && !document->accepted, "%s", cases[i].about);
        if (cases[i].reason)
            cr_expect(str_find(document->reason, str_of(cases[i].reason)) >= 0 && !str_given(document->text),
                      "%s: " STR_FMT, cases[i].about, STR_ARG(document->reason));
        else
            cr_expect(str_eq_cstr(document->text, cases[i].text), "%s: " STR_FMT, cases[i].about, STR_ARG(document->text));
        free(copy);
        arena_free(&arena);
    }
}
