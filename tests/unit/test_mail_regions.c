/* Mail as programs of each region write it: charsets, declared or not, and the words above a quoted mail. */
#include "reading_fixture.h"

#include "parsers/mail.h"

/* ---- charsets ---- */

typedef struct Letter {
    const char *text;
    const char *charsets[4][2]; /* what encodes it, and the name under which programs send it */
} Letter;

static const Letter letters[] = {
    {"お世話になっております。請求書番号はＡ１２、金額は１２５，０００円、月は１１月です。",
     {{"ISO-2022-JP", "ISO-2022-JP"}, {"CP932", "Shift_JIS"}, {"EUC-JP", "euc-jp"}}},
    {"하세요. 송장 번호와 구매 단위를 확인해 주십시오. 똠방각하", {{"UHC", "euc-kr"}, {"UHC", "ks_c_5601-1987"}}},
    {"您好，请核实发票编号和收入值，谢谢！朱镕基", {{"GBK", "gb2312"}, {"GB18030", "GB18030"}}},
    {"您好，請確認發票號碼與收益值，謝謝！許功蓋", {{"BIG5", "big5"}}},
    {"Добрый день! На панели KPI не отображается наша покупка за ноябрь.",
     {{"KOI8-R", "koi8-r"}, {"CP1251", "windows-1251"}, {"IBM866", "cp866"}}},
    {"Für die Rechnung über 1.250,00 € vom März fehlen die Schlüsse.", {{"CP1252", "iso-8859-1"}, {"CP1252", "windows-1252"}}},
    {"La facturación del año pasado no está en el panel, ¿por qué?", {{"CP1252", "iso-8859-1"}, {"CP1252", "windows-1252"}}},
    {"Não recebemos a confirmação da inscrição, já é a segunda vez.", {{"CP1252", "iso-8859-1"}, {"CP1252", "windows-1252"}}},
    {"Perché l’acquisto non è più visibile? La fattura è già pagata.", {{"CP1252", "windows-1252"}}},
};

/* Charsets that only their names tell apart from the western one. */
static const Letter named[] = {
    {"Zażółć gęślą jaźń, faktura za październik", {{"CP1250", "windows-1250"}, {"ISO-8859-2", "iso-8859-2"}}},
    {"Güneş Eğitim, İstanbul şubesi, ışık", {{"CP1254", "windows-1254"}, {"CP1254", "iso-8859-9"}}},
};

typedef enum Transfer { PLAIN_BYTES, BASE64, QUOTED, TRANSFERS } Transfer;

static void add_body(Buf *out, const char *bytes, size_t len, Transfer transfer) {
    static const char *const names[] = {"8bit", "base64", "quoted-printable"};
    buf_printf(out, "Content-Transfer-Encoding: %s\n\n", names[transfer]);
    if (transfer == BASE64) {
        char *text = g_base64_encode((const guchar *)bytes, len);
        buf_add(out, str_of(text));
        g_free(text);
        return;
    }
    for (size_t i = 0; i < len; i++) {
        if (transfer == PLAIN_BYTES)
            buf_add_char(out, bytes[i]);
        else /* a soft break behind every seventh byte, some with blanks behind it */
            buf_printf(out, "=%02X%s", (unsigned char)bytes[i], i % 7 ? "" : i % 2 ? "=\r\n" : "= \r\n");
    }
}

static void expect_text(Arena *arena, const char *text, const char *encoder, const char *declared, Transfer transfer) {
    gsize len;
    char *bytes = g_convert(text, -1, encoder, "UTF-8", NULL, &len, NULL);
    cr_assert(bytes, "%s cannot say %s", encoder, text);
    Buf mail = {.arena = arena};
    buf_add(&mail, STR("From: a@x.example\nMIME-Version: 1.0\nContent-Type: text/plain"));
    if (declared)
        buf_printf(&mail, "; charset=%s", declared);
    buf_add(&mail, STR("\n"));
    add_body(&mail, bytes, len, transfer);
    Ticket *ticket = ARENA_NEW(arena, Ticket);
    mail_read(arena, NULL, buf_str(&mail), ticket);
    cr_expect(str_eq_cstr(ticket->text, text), "%s declared %s, transfer %d: " STR_FMT, encoder, declared ? declared : "nothing",
              (int)transfer, STR_ARG(ticket->text));
    g_free(bytes);
}

Test(mail_regions, charsets) {
    Arena *arena = arena_new();
    static const char *const wrong[] = {NULL, "utf-8", "us-ascii", "iso-8859-1", "x-unknown"};
    for (size_t i = 0; i < G_N_ELEMENTS(letters); i++)
        for (size_t c = 0; c < 4 && letters[i].charsets[c][0]; c++)
            for (int transfer = 0; transfer < TRANSFERS; transfer++) {
                expect_text(arena, letters[i].text, letters[i].charsets[c][0], letters[i].charsets[c][1], (Transfer)transfer);
                for (size_t w = 0; w < G_N_ELEMENTS(wrong); w++) {
                    expect_text(arena, letters[i].text, letters[i].charsets[c][0], wrong[w], (Transfer)transfer);
                    expect_text(arena, letters[i].text, "UTF-8", wrong[w], (Transfer)transfer);
                }
                arena_clear(arena);
            }
    for (size_t i = 0; i < G_N_ELEMENTS(named); i++)
        for (size_t c = 0; c < 2; c++)
            expect_text(arena, named[i].text, named[i].charsets[c][0], named[i].charsets[c][1], QUOTED);
    arena_free(&arena);
}

/* Raw bytes in a header: some are quotes and backslashes of a two-byte character. */
Test(mail_regions, raw_headers) {
    static const struct {
        const char *encoder, *declared, *name;
    } cases[] = {
        {"BIG5", "big5", "許功蓋"},        {"CP932", "shift_jis", "予表ソ 太郎"}, {"ISO-2022-JP", "iso-2022-jp", "江田 太郎"},
        {"GBK", "gb2312", "朱镕基"},       {"UHC", "euc-kr", "김민수"},           {"KOI8-R", "koi8-r", "Иван Петров"},
        {"CP1250", "windows-1250", "Łukasz Żak"}, {"CP1252", "iso-8859-1", "Íñigo Núñez"}, {"CP1254", "windows-1254", "Ayşe Çağlı"},
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *name = g_convert(cases[i].name, -1, cases[i].encoder, "UTF-8", NULL, NULL, NULL);
        cr_assert(name, "%s", cases[i].encoder);
        Str mail = arena_printf(arena, "From: \"%s\" <a@x.example>\nSubject: KPI %s\nMIME-Version: 1.0\n"
                                       "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=%s\n\n%s\n"
                                       "--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=\"%s\"\n\nx\n--b--\n",
                                name, name, cases[i].declared, name, name);
        Ticket *ticket = ARENA_NEW(arena, Ticket);
        mail_read(arena, NULL, mail, ticket);
        cr_expect(str_eq_cstr(ticket->requester_name, cases[i].name), "%s: " STR_FMT, cases[i].encoder, STR_ARG(ticket->requester_name));
        cr_expect(str_eq_cstr(ticket->requester_email, "a@x.example"), "%s: " STR_FMT, cases[i].encoder, STR_ARG(ticket->requester_email));
        cr_expect(str_ends(ticket->subject, str_of(cases[i].name)), "%s: " STR_FMT, cases[i].encoder, STR_ARG(ticket->subject));
        cr_assert(ticket->documents.len == 1);
        cr_expect(str_eq_cstr(ticket->documents.items[0]->name, cases[i].name), "%s: " STR_FMT, cases[i].encoder,
                  STR_ARG(ticket->documents.items[0]->name));
        g_free(name);
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* ---- what stands above a quoted mail ---- */

static const char *const above[] = {
    "On Tue, Jan 20, 2026 at 10:00 AM Ana P <ana@s.example> wrote:",
    "-----Original Message-----\nFrom: Ana P <ana@s.example>\nSent: Tuesday, January 20, 2026 10:00 AM\nTo: X <x@y.example>\nSubject: RE: KPI",
    "Le mar. 20 janv. 2026 à 10:00, Ana P <ana@s.example> a écrit :",
    "De : Ana P <ana@s.example>\nEnvoyé : mardi 20 janvier 2026 10:00\nÀ : X\nObjet : RE: KPI",
    "Am Di., 20. Jan. 2026 um 10:00 Uhr schrieb Ana P <ana@s.example>:",
    "Am 20.01.26 um 10:00 schrieb Ana P:",
    "Von: Ana P <ana@s.example>\nGesendet: Dienstag, 20. Januar 2026 10:00\nAn: X <x@y.example>\nBetreff: AW: KPI",
    "-----Ursprüngliche Nachricht-----\nVon: Ana P\nGesendet: Dienstag, 20. Januar 2026\nAn: X\nBetreff: KPI",
    "> Am 20.01.2026 um 10:00 schrieb Ana P <ana@s.example>:",
    "Gesendet: Dienstag, 20. Januar 2026 um 10:00 Uhr\nVon: \"Ana P\" <ana@s.example>\nAn: x@y.example\nBetreff: Re: KPI",
    "Von: Ana P <ana@s.example>\nDatum: Dienstag, 20. Januar 2026 um 10:00\nAn: X <x@y.example>\nBetreff: Re: KPI",
    "El mar, 20 ene 2026 a las 10:00, Ana P (<ana@s.example>) escribió:",
    "El mar., 20 de enero de 2026 10:00 a. m., Ana P <ana@s.example> escribió:",
    "El 20 ene 2026, a las 10:00, Ana P <ana@s.example> escribió:",
    "De: Ana P <ana@s.example>\nEnviado el: martes, 20 de enero de 2026 10:00\nPara: X <x@y.example>\nAsunto: RE: KPI",
    "De: Ana P <ana@s.example>\nEnviado: martes, 20 de enero de 2026 10:00 a. m.\nPara: X <x@y.example>\nCC: Z\nAsunto: RE: KPI",
    "-----Mensaje original-----\nDe: Ana P <ana@s.example>\nFecha: 20/1/26 10:00 (GMT+01:00)\nPara: x@y.example\nAsunto: KPI",
    "El 20/01/2026 a las 10:00, Ana P escribió:",
    "________________________________\nDe: Ana P\nEnviado: martes, 20 de enero de 2026\nPara: X\nAsunto: KPI",
    "-------- Mensaje original --------\nAsunto: Re: KPI\nFecha: 2026-01-20 10:00\nDe: Ana P <ana@s.example>\nDestinatario: x@y.example",
    "Remitente: Ana P\nFecha: 20/01/2026\nDestinatario: X\nAsunto: KPI",
    "Il giorno mar 20 gen 2026 alle ore 10:00 Ana P <ana@s.example> ha scritto:",
    "Il giorno 20 gen 2026, alle ore 10:00, Ana P <ana@s.example> ha scritto:",
    "Da: Ana P <ana@s.example>\nInviato: martedì 20 gennaio 2026 10:00\nA: X <x@y.example>\nOggetto: R: KPI",
    "-----Messaggio originale-----\nDa: Ana P\nInviato: martedì\nA: X\nOggetto: KPI",
    "Il 20/01/2026 10:00, Ana P ha scritto:",
    "Da: Ana P <ana@s.example>\nData: martedì, 20 gennaio 2026 10:00\nA: X\nOggetto: KPI",
    "Em ter., 20 de jan. de 2026 às 10:00, Ana P <ana@s.example> escreveu:",
    "Em 20 de jan. de 2026, à(s) 10:00, Ana P <ana@s.example> escreveu:",
    "Em ter, 20 de jan de 2026 10:00, Ana P <ana@s.example> escreveu:",
    "De: Ana P <ana@s.example>\nEnviada em: terça-feira, 20 de janeiro de 2026 10:00\nPara: X <x@y.example>\nAssunto: RES: KPI",
    "De: Ana P <ana@s.example>\nEnviado: terça-feira, 20 de janeiro de 2026 10:00\nPara: X\nAssunto: Re: KPI",
    "-----Mensagem original-----\nDe: Ana P\nEnviada em: terça-feira\nPara: X\nAssunto: KPI",
    "Em 20/01/2026 10:00, Ana P escreveu:",
    "-------- Mensagem original --------\nDe: Ana P <ana@s.example>\nData: 20/01/2026 10:00 (GMT-03:00)\nPara: x\nAssunto: KPI",
    "Ana P <ana@s.example> escreveu em ter., 20/01/2026 às 10:00:",
    "2026年1月20日(火) 10:00 Ana P <ana@s.example>:",
    "2026/01/20 10:00、Ana P <ana@s.example>のメール:",
    "差出人: Ana P <ana@s.example>\n送信日時: 2026年1月20日 10:00\n宛先: X <x@y.example>\n件名: RE: KPI",
    "差出人：Ana P\n送信日時：2026年1月20日 火曜日 10:00\n宛先：X\n件名：Re: KPI",
    "On 2026/01/20 10:00, Ana P wrote:",
    "-----元のメッセージ-----\n差出人: Ana P\n送信日時: 2026年1月20日\n宛先: X\n件名: KPI",
    "2026年1月20日(火) 10:00 Ana P さんは書きました：",
    "-----Original Message-----\nFrom: Ana P\nSent: Tuesday, January 20, 2026 10:00 AM\nTo: X\nSubject: KPI",
    "2026년 1월 20일 (화) 오전 10:00, Ana P <ana@s.example>님이 작성:",
    "2026. 1. 20. 오전 10:00, Ana P <ana@s.example> 작성:",
    "보낸 사람: Ana P <ana@s.example>\n보낸 날짜: 2026년 1월 20일 화요일 오전 10:00\n받는 사람: X <x@y.example>\n제목: RE: KPI",
    "보낸사람: Ana P\n날짜: 2026년 1월 20일\n받는사람: X\n제목: KPI",
    "-----원본 메시지-----\n보낸 사람: Ana P\n보낸 날짜: 2026년 1월 20일\n받는 사람: X\n제목: KPI",
    "2026-01-20 10:00에 Ana P 이(가) 쓴 글:",
    "---------[ 원본 메일 ]---------\n보낸사람: Ana P\n받는사람: X\n날짜: 26.01.20 10:00\n제목: KPI",
    "вт, 20 янв. 2026 г. в 10:00, Ana P <ana@s.example>:",
    "20 янв. 2026 г., в 10:00, Ana P <ana@s.example> написал(а):",
    "От: Ana P <ana@s.example>\nОтправлено: 20 января 2026 г. 10:00\nКому: X <x@y.example>\nТема: RE: KPI",
    "From: Ana P\nSent: Tuesday\nTo: X\nSubject: KPI",
    "20.01.2026 10:00, Ana P пишет:",
    "20.01.2026, 10:00, \"Ana P\" <ana@s.example>:",
    "Вторник, 20 января 2026, 10:00 +03:00 от Ana P <ana@s.example>:",
    "-----Исходное сообщение-----\nОт: Ana P\nОтправлено: 20 января\nКому: X\nТема: KPI",
    "-----Original Message-----\nОт: Ana P\nДата: 20 января\nКому: X\nТема: KPI",
    "Ana P <ana@s.example> 于2026年1月20日周二 10:00写道：",
    "在 2026年1月20日，10:00，Ana P <ana@s.example> 写道：",
    "发件人: Ana P <ana@s.example>\n发送时间: 2026年1月20日 10:00\n收件人: X <x@y.example>\n主题: 回复: KPI",
    "发件人：Ana P\n日期：2026年1月20日 星期二 10:00\n收件人：X\n抄送：Z\n主题：Re: KPI",
    "------------------ 原始邮件 ------------------\n发件人: \"Ana P\" <ana@s.example>;\n发送时间: 2026年1月20日(星期二) 上午10:00\n收件人: \"X\"<x@y.example>;\n主题: KPI",
    "At 2026-01-20 10:00:00, \"Ana P\" <ana@s.example> wrote:",
    "-----邮件原件-----\n发件人: Ana P\n发送时间: 2026年1月20日\n收件人: X\n主题: KPI",
    "---- 回复的原邮件 ----\n发件人 Ana P<ana@s.example>\n日期 2026年01月20日 10:00\n收件人 x@y.example\n主题 KPI",
    "Ana P <ana@s.example> 於 2026年1月20日 週二 上午10:00寫道：",
    "Ana P <ana@s.example> 於 2026年1月20日 10:00 寫道：",
    "寄件者: Ana P <ana@s.example>\n寄件日期: 2026年1月20日 10:00\n收件者: X <x@y.example>\n主旨: RE: KPI",
    "寄件人: Ana P\n傳送時間: 2026年1月20日\n收件人: X\n主旨: KPI",
    "-----原始郵件-----\n寄件者: Ana P\n寄件日期: 2026年1月20日\n收件者: X\n主旨: KPI",
    "寄件者：Ana P\n傳送時間：2026年1月20日 10:00\n收件者：X\n副本：Z\n主旨：Re: KPI",
};

/* Is everything from the words above the quoted mail on marked as quoted, and nothing before it? */
static void expect_quoted(Arena *arena, Ticket *ticket, const char *about) {
    Layout layout;
    layout_read(tree_lexicon(), arena, ticket->text, &layout);
    segment_text(tree_lexicon(), arena, ticket, &layout);
    cr_assert(layout.parts.len >= 2, "%s", about);
    for (size_t i = 0; i < layout.parts.len; i++) {
        const Part *part = &layout.parts.items[i];
        Str text = str_trim(str_sub(layout.text.folded, part->span.from, part->span.to));
        if (i == 0)
            cr_expect(str_starts(text, STR("one purchase is missing.")) && str_find_char(text, '@') < 0, "\"" STR_FMT "\": %s",
                      STR_ARG(text), about);
        cr_expect(part->zone == (i ? ZONE_QUOTED : ZONE_NEW) || (i && !text.len), "part %zu: %s", i, about);
    }
}

Test(mail_regions, quoted_as_plain_text) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(above); i++) {
        Str body = arena_printf(arena, "One purchase is missing.\n\n%s\n\nThe invoice number, please.\nAnd the units.\n", above[i]);
        expect_quoted(arena, ticket_of(arena, &(Sample){.body = body.data}), above[i]);
        if (!strchr(above[i], '\n')) {
            body = arena_printf(arena, "One purchase is missing.\n\n%s\n> The invoice number, please.\n>\n> And the units.\n", above[i]);
            expect_quoted(arena, ticket_of(arena, &(Sample){.body = body.data}), above[i]);
        }
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* Outlook rules a line above the header, Gmail and Apple put a quotation element around what they quote. */
Test(mail_regions, quoted_as_html) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(above); i++) {
        bool outlook = strchr(above[i], '\n') != NULL;
        char *escaped = g_markup_escape_text(above[i], -1);
        GString *head = g_string_new(escaped);
        g_string_replace(head, "\n", "<br>", 0);
        Str mail = arena_printf(
            arena,
            outlook ? "From: a@x.example\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<div class=\"WordSection1\"><p class=MsoNormal>"
                      "One purchase is missing.<o:p></o:p></p><div style=\"border:none;border-top:solid #E1E1E1 1.0pt\"><p class=MsoNormal>%s</p></div>"
                      "<p class=MsoNormal>The invoice number, please.</p><p class=MsoNormal>And the units.</p></div>"
                    : "From: a@x.example\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<div dir=ltr>One purchase is missing.</div><br>"
                      "<div class=gmail_quote><div dir=ltr class=gmail_attr>%s<br></div><blockquote class=gmail_quote>"
                      "<div>The invoice number, please.</div><div>And the units.</div></blockquote></div>",
            head->str);
        Ticket *ticket = ARENA_NEW(arena, Ticket);
        mail_read(arena, NULL, mail, ticket);
        expect_quoted(arena, ticket, above[i]);
        g_string_free(head, TRUE);
        g_free(escaped);
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* Lines of the sender that look much like those above. */
Test(mail_regions, not_quoted) {
    static const char *const own[] = {
        "Compramos el 20/01/2026 10:00, <ana@s.example>",
        "Rechnung vom 20.01.2026 um 10:00: bitte prüfen",
        "De: enero\nFactura: A-12",
        "Купили 20.01.2026 в 10:00, просим проверить:",
        "Contacto: Ana <ana@s.example>:",
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++) {
        Layout layout;
        Ticket *ticket = ticket_of(arena, &(Sample){.body = arena_printf(arena, "One.\n%s\nThree.\n", own[i]).data});
        layout_read(tree_lexicon(), arena, ticket->text, &layout);
        segment_text(tree_lexicon(), arena, ticket, &layout);
        cr_expect(layout.parts.len == 1 && layout.parts.items[0].zone == ZONE_NEW, "%s", own[i]);
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* A subject says that the mail below was passed on, in the words of the program of its language. */
Test(mail_regions, passed_on) {
    static const struct {
        const char *subject;
        bool forwarded;
    } cases[] = {
        {"Fwd: Invoice", true},  {"FW: Invoice", true},    {"TR : Facture", true},     {"WG: Rechnung", true},     {"RV: Factura", true},
        {"ENC: Fatura", true},   {"I: Fattura", true},     {"转发：发票", true},        {"轉寄: 發票", true},        {"転送: 請求書", true},
        {"전달: 송장", true},     {"Пересл: Счет", true},   {"[EXT] WG: Rechnung", true}, {"AW: Rechnung", false},   {"RE: Factura", false},
        {"RES: Fatura", false},  {"回复：发票", false},      {"I need help", false},      {"Transfer of KPIs: please", false},
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Layout layout;
        Ticket *ticket = ticket_of(arena, &(Sample){.subject = cases[i].subject,
                                   .body = "See below.\n\nFrom: Shop <s@x.example>\nSent: 3 March 2020\nSubject: Invoice A-1201\n\nInvoice attached."});
        layout_read(tree_lexicon(), arena, ticket->text, &layout);
        segment_text(tree_lexicon(), arena, ticket, &layout);
        Zone last = layout.parts.items[layout.parts.len - 1].zone;
        cr_expect_eq(last, cases[i].forwarded ? ZONE_DOCUMENT : ZONE_QUOTED, "%s", cases[i].subject);
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* Numbers that a mail program broke over lines are whole again. */
Test(mail_regions, broken_numbers) {
    static const struct {
        const char *head, *body, *want;
    } cases[] = {
        {"text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
         "Ingresos: 12.5=\r\n00,0=\r\n0 =80, KPI 4= \t\r\n0", "Ingresos: 12.500,00 €, KPI 40"},
        {"text/plain; charset=utf-8; format=flowed", "por 12 \r\n500,00 EUR en \r\nnoviembre", "por 12 500,00 EUR en noviembre"},
        {"text/plain; charset=utf-8; format=flowed; delsp=yes", "金額は1,250, \r\n000円です", "金額は1,250,000円です"},
        {"text/html; charset=utf-8", "<p>12<wbr>.5<b>00</b>,<span>00</span>&nbsp;&euro;</p>", "12.500,00\u00A0€\n"},
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Ticket *ticket = ARENA_NEW(arena, Ticket);
        mail_read(arena, NULL, arena_printf(arena, "From: a@x.example\nMIME-Version: 1.0\nContent-Type: %s\n\n%s", cases[i].head, cases[i].body), ticket);
        cr_expect(str_eq_cstr(ticket->text, cases[i].want), "case %zu: " STR_FMT, i, STR_ARG(ticket->text));
        arena_clear(arena);
    }
    arena_free(&arena);
}
