#include "parsers/format.h"

#include <glib.h>

#include "base/utf8.h"
#include "parsers/charset.h"
#include "parsers/einvoice_syntax.h"
#include "parsers/extracted.h"
#include "parsers/flow.h"
#include "parsers/html.h"
#include "parsers/mail.h"
#include "parsers/sniff.h"
#include "parsers/table.h"
#include "parsers/zip_names.h"
#include "base/banned.h"

#define HEAD ((size_t)8192) /* bytes that a format is told by */

typedef struct Format {
    const char *name;
    bool (*sniff)(const Document *document, Str head);
    void (*open)(const FormatContext *context, Document *document); /* NULL: not read */
    const char *reason;                                             /* why it is not */
    bool no_paper; /* not read, and no business document either: nothing a reply need tell of */
    ExtractForm form; /* read by the extractor, if there is one */
} Format;

/* ---- what is read ---- */

static Str document_utf8(const FormatContext *context, const Document *document, Str declared) {
    return charset_to_utf8(context->arena, document->bytes, declared, context->language, NULL);
}

static void open_html(const FormatContext *context, Document *document) {
    Str declared = str_given(context->charset) ? context->charset : html_charset(document->bytes);
    document->text = html_to_text(context->arena, document_utf8(context, document, declared)).text;
}

static void open_text(const FormatContext *context, Document *document) {
    document->text = flow_lines(context->arena, document_utf8(context, document, context->charset));
}

/* Comma and tab separated values: rows of cells, or a text after all. */
static void open_table(const FormatContext *context, Document *document) {
    open_text(context, document);
    Str cells;
    if (table_to_text(context->arena, document->text, &cells))
        document->text = cells;
}

static void open_message(const FormatContext *context, Document *document) {
    if (context->depth >= FORMAT_NESTING_MAX) {
        document->readable = false;
        document->reason = STR("messages are nested too deeply");
        return;
    }
    mail_open(context, document);
}

/* ---- how they are told ---- */

static bool begins(Str head, const char *magic, size_t len) {
    return str_starts(head, (Str){magic, len});
}

static bool declared_as(const Document *document, const char *type) {
    return str_starts_nocase(document->content_type, str_of(type));
}

static bool is_empty(const Document *document, Str head) {
    (void)document;
    return str_empty(head);
}

/* Of the mail, not of a business document: made by mail programs for each other. */
static bool is_signature(const Document *document, Str head) {
    return declared_as(document, "application/pkcs7-signature") ||
           declared_as(document, "application/x-pkcs7-signature") ||
           begins(head, "-----BEGIN PGP SIGNATURE-----", 29) || begins(head, "-----BEGIN PGP PUBLIC KEY", 25);
}

/* CMS that holds what was signed: its object identifier stands at the front of the DER, or of its base64. */
static bool is_signed(const Document *document, Str head) {
    static const char oid[] = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02";
    (void)document;
    if (begins(head, "\x30", 1))
        return str_find(str_sub(head, 0, 32), (Str){oid, sizeof oid - 1}) >= 0;
    ptrdiff_t line = begins(head, "-----BEGIN ", 11) ? str_find_char(head, '\n') : -1;
    head = str_sub(head, (size_t)(line + 1), (size_t)(line + 1) + 48);
    return begins(head, "MI", 2) &&
           (str_find(head, STR("CSqGSIb3DQEHAq")) >= 0 || str_find(head, STR("KoZIhvcNAQcC")) >= 0);
}

static bool is_pdf(const Document *document, Str head) {
    (void)document;
    return str_find(str_sub(head, 0, 1024), STR("%PDF-")) >= 0;
}

static bool is_zip_with(const Document *document, Str head, const char *path) {
    return begins(head, "PK\3\4", 4) && zip_names_begin(document->bytes, str_of(path));
}

static bool is_xlsx(const Document *document, Str head) {
    return is_zip_with(document, head, "xl/workbook") || is_zip_with(document, head, "xl/worksheets");
}

/* OpenDocument says what it is at a fixed place, in its first member. */
static bool is_docx(const Document *document, Str head) {
    return is_zip_with(document, head, "word/document") ||
           (begins(head, "PK\3\4", 4) && str_starts(str_sub(head, 30, head.len), STR("mimetypeapplication/vnd.oasis")));
}

static bool is_zip(const Document *document, Str head) {
    (void)document;
    return begins(head, "PK\3\4", 4) || begins(head, "PK\5\6", 4);
}

static bool is_archive(const Document *document, Str head) {
    (void)document;
    return begins(head, "\x1F\x8B", 2) || begins(head, "7z\xBC\xAF\x27\x1C", 6) || begins(head, "Rar!", 4);
}

static bool is_xml(const Document *document, Str head) {
    (void)document;
    if (begins(head, "\xEF\xBB\xBF", 3))
        head = str_sub(head, 3, head.len);
    head = str_trim(head);
    return str_starts(head, STR("<?xml")) || (str_starts(head, STR("<")) && einvoice_sniff(head));
}

/* Drawn in XML: the root element tells it from an electronic invoice. */
static bool is_drawing(Str head) {
    return str_find(head, STR("<svg")) >= 0 && str_find(head, STR("</html")) < 0;
}

static bool is_image(const Document *document, Str head) {
    bool declared = declared_as(document, "image/") && (is_drawing(head) || str_empty(head) || sniff(head) == SNIFF_BINARY);
    return declared || begins(head, "\x89PNG", 4) || begins(head, "\xFF\xD8\xFF", 3) || begins(head, "GIF8", 4) ||
           begins(head, "II*\0", 4) || begins(head, "MM\0*", 4) ||
           (begins(head, "RIFF", 4) && str_eq(str_sub(head, 8, 12), STR("WEBP"))) ||
           (is_xml(document, head) && is_drawing(head)) || str_eq(str_sub(head, 4, 12), STR("ftypheic"));
}

static bool is_recording(const Document *document, Str head) {
    return (declared_as(document, "audio/") || declared_as(document, "video/")) && sniff(head) == SNIFF_BINARY;
}

static bool is_ole(const Document *document, Str head) {
    (void)document;
    return begins(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
}

static bool is_tnef(const Document *document, Str head) {
    (void)document;
    return begins(head, "\x78\x9F\x3E\x22", 4);
}

static bool is_rtf(const Document *document, Str head) {
    (void)document;
    return begins(head, "{\\rtf", 5);
}

static bool is_encrypted(const Document *document, Str head) {
    return begins(head, "-----BEGIN PGP MESSAGE-----", 27) || declared_as(document, "application/pkcs7-mime") ||
           declared_as(document, "application/x-pkcs7-mime");
}

static bool is_html(const Document *document, Str head) {
    if (html_sniff(head))
        return true;
    return declared_as(document, "text/html") && str_find_char(head, '<') >= 0 && str_find_char(head, '\0') < 0;
}

static bool is_message(const Document *document, Str head) {
    (void)document;
    return sniff_message(head) || (declared_as(document, "message/rfc822") && head.len > 0);
}

static bool is_table(const Document *document, Str head) {
    (void)head;
    static const char *const endings[] = {".csv", ".tsv", ".tab"};
    Str name = document->name, ending = str_sub(name, name.len < 4 ? 0 : name.len - 4, name.len);
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (str_eq_nocase(ending, str_of(endings[i])))
            return sniff(head) != SNIFF_BINARY;
    return (declared_as(document, "text/csv") || declared_as(document, "text/tab-separated-values")) &&
           sniff(head) != SNIFF_BINARY;
}

static bool is_text(const Document *document, Str head) {
    (void)document;
    return sniff(head) != SNIFF_BINARY;
}

static bool is_anything(const Document *document, Str head) {
    (void)document;
    (void)head;
    return true;
}

/* The first that fits. Packages stand before the PDF, which may begin behind other bytes: they hold such files as they are. */
static const Format formats[] = {
    {"signature", is_signature, NULL, "it is the signature of a message", true, EXTRACT_NONE},
    {"signed file", is_signed, NULL, "signed files (.p7m) are not read here", false, EXTRACT_SIGNED},
    {"encrypted message", is_encrypted, NULL, "the message is encrypted", false, EXTRACT_NONE},
    {"Excel workbook", is_xlsx, NULL, "Excel workbooks are not read here", false, EXTRACT_WORKBOOK},
    {"word processor document", is_docx, NULL, "word processor documents are not read yet", false, EXTRACT_NONE},
    {"ZIP", is_zip, NULL, "archives are not read here", false, EXTRACT_ARCHIVE},
    {"archive", is_archive, NULL, "archives of this sort are not read", false, EXTRACT_NONE},
    {"TNEF", is_tnef, NULL, "TNEF packages (winmail.dat) are not read here", false, EXTRACT_TNEF},
    {"old office document", is_ole, NULL, "old office documents are not read", false, EXTRACT_NONE},
    {"PDF", is_pdf, NULL, "PDF documents are not read here", false, EXTRACT_PDF},
    {"picture", is_image, NULL, "pictures are not read here", true, EXTRACT_PICTURE},
    {"recording", is_recording, NULL, "sound and film are not read", true, EXTRACT_NONE},
    {"empty file", is_empty, NULL, "the file is empty", false, EXTRACT_NONE},
    {"rich text", is_rtf, NULL, "rich text documents are not read", false, EXTRACT_NONE},
    {"HTML", is_html, open_html, NULL, false, EXTRACT_NONE},
    {"XML", is_xml, NULL, "electronic invoices (XML) are not read here", false, EXTRACT_XML},
    {"message", is_message, open_message, NULL, false, EXTRACT_NONE},
    {"table", is_table, open_table, NULL, false, EXTRACT_NONE},
    {"text", is_text, open_text, NULL, false, EXTRACT_NONE},
    {"anything", is_anything, NULL, "the format is not known", false, EXTRACT_NONE},
};

void format_open(const FormatContext *context, Document *document) {
    document->kind = KIND_OTHER;
    if (!document->readable)
        return;
    Str head = str_sub(document->bytes, 0, HEAD);
    const Format *format = formats;
    while (!format->sniff(document, head))
        format++;
    if (format->open) {
        format->open(context, document);
        return;
    }
    if (format->form && context->extractor) {
        extracted_open(context, format->form, document);
        return;
    }
    document->reason = str_of(format->reason);
    document->readable = format->no_paper;
}

Document *format_add(Arena *arena, Ticket *ticket) {
    Document *document = ARENA_NEW(arena, Document);
    document->readable = true;
    document->kind = KIND_OTHER;
    *VEC_PUSH(arena, &ticket->documents) = document;
    return document;
}
