#include "gen.h"

#include <stdint.h>
#include <string.h>

#include "wording.h"

#include "base/banned.h"

#define LINE_CHARS 64 /* of what has no words: signatures, base64 */
#define QUOTED_CHARS 72

/* ---- what programs write ---- */

/* Text of the kind that signatures and identifiers are made of, always the same for the same seed. */
static void noise(GString *out, unsigned seed, unsigned chars) {
    static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    uint32_t state = seed * 2654435761u + 1;
    for (unsigned i = 0; i < chars; i++) {
        state = state * 1664525u + 1013904223u;
        if (i && i % LINE_CHARS == 0)
            g_string_append(out, "\n\t");
        g_string_append_c(out, alphabet[state >> 26]);
    }
}

static void moment(GString *out, unsigned seconds) {
    g_string_append_printf(out, "Mon, 20 Jan 2020 09:%02u:%02u +0100", 30 + seconds / 60, seconds % 60);
}

/* Newest first: the desk's own servers, then the relays between, then the partner's. */
static void received(GString *out, unsigned n) {
    unsigned hops = 3 + n % 4;
    for (unsigned hop = hops; hop > 0; hop--) {
        g_string_append_printf(out, "Received: from relay%u.carrier%u.example (relay%u.carrier%u.example [192.0.2.%u])\n"
                                    "\tby %s%u.%s.example with ESMTPS id ",
                               hop, n % 7, hop, n % 7, 10 + (n + hop) % 200, hop == hops ? "store" : "mx", hop,
                               hop + 1 >= hops ? "desk" : "carrier");
        noise(out, n * 8 + hop, 14);
        g_string_append(out, "\n\t(version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256)\n\tfor <frontline@desk.example>; ");
        moment(out, hop * 2);
        g_string_append_c(out, '\n');
    }
}

static void signature(GString *out, const char *name, const char *fields, unsigned seed) {
    g_string_append_printf(out, "%s%s;\n\tbh=", name, fields);
    noise(out, seed, 43);
    g_string_append(out, "=;\n\tb=");
    noise(out, seed + 1, 342);
    g_string_append(out, "==\n");
}

/* What the receiving server found out about the sender, sealed again by a relay on every other way. */
static void authentication(GString *out, unsigned n) {
    static const char result[] = "mx2.desk.example;\n\tdkim=pass header.d=partner.example header.s=s2019 header.b=Qm1xA0;\n"
                                 "\tspf=pass (mx2.desk.example: domain of partner.example designates 192.0.2.17 as permitted sender)\n"
                                 "\tsmtp.mailfrom=partner.example;\n\tdmarc=pass (p=NONE sp=NONE dis=NONE) header.from=partner.example\n";
    static const char fields[] = "a=rsa-sha256; c=relaxed/relaxed; d=partner.example; s=s2019;\n"
                                 "\th=from:to:subject:date:message-id:in-reply-to:references:mime-version:content-type";
    g_string_append_printf(out, "Authentication-Results: %s", result);
    g_string_append_printf(out, "Received-SPF: pass client-ip=192.0.2.%u; envelope-from=p%u@partner.example;\n"
                                "\thelo=relay1.carrier.example\n", 10 + n % 200, n);
    signature(out, "DKIM-Signature: v=1; ", fields, n);
    if (n % 2)
        return;
    g_string_append_printf(out, "ARC-Authentication-Results: i=1; %s", result);
    signature(out, "ARC-Message-Signature: i=1; ", fields, n + 1);
    signature(out, "ARC-Seal: i=1; ", "a=rsa-sha256; t=1579509000; cv=none; d=carrier.example; s=arc-20190816", n + 2);
}

/* The sender's program, and what its server adds. */
static void program(GString *out, unsigned n, bool exchange) {
    if (!exchange) {
        g_string_append(out, "User-Agent: Mailreader/68.4 (X11; Linux x86_64; rv:68.0)\nX-Spam-Status: No, score=-2.1\n");
        return;
    }
    g_string_append(out, "Thread-Index: ");
    noise(out, n, 30);
    g_string_append_printf(out, "==\nX-Originating-IP: [198.51.100.%u]\nX-MS-Has-Attach:\nX-MS-TNEF-Correlator:\n"
                                "X-MS-PublicTrafficType: Email\nX-MS-Exchange-Transport-CrossTenantHeadersStamped: EU%u\n"
                                "X-MS-Exchange-CrossTenant-AuthAs: Internal\nX-MS-Exchange-CrossTenant-id: 6f1d20a7-%04x\n"
                                "X-MS-Exchange-CrossTenant-OriginalArrivalTime: 20 Jan 2020 08:30:00.0101 (UTC)\n"
                                "X-MS-Exchange-SenderADCheck: 1\nX-MS-Office365-Filtering-Correlation-Id: 0c4b7c55-%04x\n"
                                "X-Microsoft-Antispam: BCL:0;\nX-Microsoft-Antispam-Message-Info: ",
                           n % 200, n % 97, n & 0xFFFF, n & 0xFFFF);
    noise(out, n, 512);
    g_string_append_c(out, '\n');
}

static void encoded_word(GString *out, const char *text) {
    g_autofree char *encoded = g_base64_encode((const guchar *)text, strlen(text));
    g_string_append_printf(out, "=?utf-8?B?%s?=", encoded);
}

static void header(GString *out, unsigned n, const Wording *words, bool exchange) {
    g_string_append_printf(out, "From p%u@partner.example Mon Jan 20 09:30:00 2020\nReturn-Path: <p%u@partner.example>\n"
                                "Delivered-To: frontline@desk.example\n", n, n);
    received(out, n);
    authentication(out, n);
    g_string_append(out, "From: ");
    encoded_word(out, words->name);
    g_string_append_printf(out, " <p%u@partner.example>\nTo: Frontline <frontline@desk.example>\n", n);
    if (n % 3 == 0)
        g_string_append_printf(out, "Cc: Accounts <accounts%u@partner.example>, desk-copies@partner.example\n", n % 50);
    g_string_append(out, "Subject: ");
    encoded_word(out, words->subject);
    g_string_append_printf(out, " %u\nDate: Mon, 20 Jan 2020 09:30:00 +0100\nMessage-ID: <t%u@partner.example>\n", n, n);
    if (n % 5 == 0)
        g_string_append_printf(out, "References: <a%u@desk.example> <b%u@partner.example>\n <c%u@desk.example>\n"
                                    "In-Reply-To: <c%u@desk.example>\n", n, n, n, n);
    program(out, n, exchange);
    g_string_append(out, "MIME-Version: 1.0\n");
}

/* ---- the text as HTML ---- */

static void escaped(GString *out, const char *text, size_t len) {
    for (size_t i = 0; i < len; i++)
        if (text[i] == '<' || text[i] == '>' || text[i] == '&')
            g_string_append(out, text[i] == '<' ? "&lt;" : text[i] == '>' ? "&gt;" : "&amp;");
        else
            g_string_append_c(out, text[i]);
}

/* A line of cells parted by bars, as a row of a table. */
static void row(GString *out, const char *line, size_t len) {
    g_string_append(out, "<tr>");
    for (const char *end = line + len; line < end;) {
        const char *bar = memchr(line, '|', (size_t)(end - line));
        size_t cell = bar ? (size_t)(bar - line) : (size_t)(end - line);
        g_string_append(out, "<td style=\"border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt\">");
        escaped(out, line, cell);
        g_string_append(out, "</td>");
        line += cell + (bar != NULL);
    }
    g_string_append(out, "</tr>\n");
}

static void paragraph(GString *out, const char *line, size_t len, bool exchange) {
    if (exchange)
        g_string_append(out, "<p class=\"MsoNormal\"><span style=\"font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif\">");
    else
        g_string_append(out, "<div>");
    if (len == 0)
        g_string_append(out, exchange ? "&nbsp;" : "<br>");
    escaped(out, line, len);
    g_string_append(out, exchange ? "<o:p></o:p></span></p>\n" : "</div>\n");
}

static void html_lines(GString *out, const char *text, bool exchange) {
    enum { LINES, TABLE, QUOTE } in = LINES;
    static const char *const opens[] = {"", "<table class=\"MsoTableGrid\" border=\"1\" cellspacing=\"0\" cellpadding=\"0\"><tbody>\n",
                                        "<blockquote type=\"cite\" style=\"border-left:solid #CCCCCC 1.0pt;padding:0cm 0cm 0cm 6.0pt\">\n"};
    static const char *const closes[] = {"", "</tbody></table>\n", "</blockquote>\n"};
    while (*text) {
        size_t len = strcspn(text, "\n");
        bool quoted = text[0] == '>';
        int wanted = quoted ? QUOTE : memchr(text, '|', len) ? TABLE : LINES;
        if (wanted != (int)in) {
            g_string_append(out, closes[in]);
            g_string_append(out, opens[wanted]);
            in = wanted;
        }
        if (in == TABLE)
            row(out, text, len);
        else
            paragraph(out, text + (quoted ? MIN(len, 2) : 0), len - (quoted ? MIN(len, 2) : 0), exchange);
        text += len + (text[len] == '\n');
    }
    g_string_append(out, closes[in]);
}

static void html_page(GString *out, const char *text, bool exchange) {
    g_string_append(out, "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n<head>\n"
                         "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\n");
    if (exchange)
        g_string_append(out, "<style><!--\n@font-face\n\t{font-family:\"Cambria Math\";\n\tpanose-1:2 4 5 3 5 4 6 3 2 4;}\n"
                             "p.MsoNormal, li.MsoNormal, div.MsoNormal\n\t{margin:0cm;\n\tfont-size:11.0pt;\n"
                             "\tfont-family:\"Calibri\",sans-serif;}\na:link, span.MsoHyperlink\n\t{mso-style-priority:99;\n"
                             "\tcolor:#0563C1;\n\ttext-decoration:underline;}\n.MsoChpDefault\n\t{mso-style-type:export-only;}\n"
                             "@page WordSection1\n\t{size:612.0pt 792.0pt;\n\tmargin:70.85pt 70.85pt 2.0cm 70.85pt;}\n"
                             "--></style><!--[if gte mso 9]><xml>\n<o:shapedefaults v:ext=\"edit\" spidmax=\"1026\" />\n"
                             "</xml><![endif]-->\n");
    g_string_append(out, "</head>\n<body lang=\"EN-GB\" link=\"#0563C1\" vlink=\"#954F72\">\n<div class=\"WordSection1\">\n");
    html_lines(out, text, exchange);
    g_string_append(out, "</div>\n</body>\n</html>\n");
}

/* ---- parts ---- */

static void quoted_printable(GString *out, const char *text) {
    size_t column = 0;
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        bool plain = *c == '\n' || (*c >= ' ' && *c < 0x7F && *c != '=');
        if (column > QUOTED_CHARS && *c != '\n') {
            g_string_append(out, "=\n");
            column = 0;
        }
        if (plain)
            g_string_append_c(out, (char)*c);
        else
            g_string_append_printf(out, "=%02X", *c);
        column = *c == '\n' ? 0 : column + (plain ? 1 : 3);
    }
    g_string_append_c(out, '\n');
}

static void base64(GString *out, const char *text) {
    g_autofree char *encoded = g_base64_encode((const guchar *)text, strlen(text));
    for (const char *p = encoded; *p; p += MIN(76, strlen(p)))
        g_string_append_printf(out, "%.76s\n", p);
}

static void part(GString *out, const char *type, const char *text, unsigned n) {
    static const char *const encodings[] = {"quoted-printable", "base64", "8bit"};
    g_string_append_printf(out, "Content-Type: %s; charset=\"utf-8\"\nContent-Transfer-Encoding: %s\n\n", type, encodings[n % 3]);
    if (n % 3 == 0)
        quoted_printable(out, text);
    else if (n % 3 == 1)
        base64(out, text);
    else
        g_string_append_printf(out, "%s\n", text);
}

/* The text alone, or with its HTML beside it. */
static void versions(GString *out, unsigned n, const char *text, bool exchange) {
    if (n / WORDINGS % 2 == 0) {
        part(out, "text/plain", text, n);
        return;
    }
    g_autoptr(GString) page = g_string_new(NULL);
    html_page(page, text, exchange);
    g_string_append(out, "Content-Type: multipart/alternative; boundary=\"_000_versions_\"\n\n--_000_versions_\n");
    part(out, "text/plain", text, n);
    g_string_append(out, "\n--_000_versions_\n");
    part(out, "text/html", page->str, n);
    g_string_append(out, "\n--_000_versions_--\n");
}

void gen_travelled_mails(GString *out, unsigned count) {
    for (unsigned n = 0; n < count; n++) {
        const Wording *words = &wordings[n % WORDINGS];
        bool exchange = n % 2;
        g_autoptr(GString) body = g_string_new(NULL);
        gen_body(body, n);
        header(out, n, words, exchange);
        if (!gen_has_document(n)) {
            versions(out, n, body->str, exchange);
        } else {
            g_autoptr(GString) document = g_string_new(NULL);
            gen_document(document, n);
            g_string_append(out, "Content-Type: multipart/mixed; boundary=\"_004_parts_\"\n\n--_004_parts_\n");
            versions(out, n, body->str, exchange);
            g_string_append(out, "\n--_004_parts_\nContent-Type: text/plain; name=\"document.txt\"\n"
                                 "Content-Disposition: attachment; filename=\"document.txt\"; size=240;\n"
                                 "\tcreation-date=\"Mon, 20 Jan 2020 08:29:00 GMT\"\nContent-Transfer-Encoding: base64\n\n");
            base64(out, document->str);
            g_string_append(out, "\n--_004_parts_--\n");
        }
        g_string_append_c(out, '\n');
    }
}
