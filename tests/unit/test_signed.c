#include <criterion/criterion.h>
#include <glib.h>

#include "base/buf.h"
#include "parsers/extract/signed.h"
#include "base/banned.h"

#define INVOICE                                                                                                        \
    "<?xml version='1.0'?><p:FatturaElettronica xmlns:p='f'><FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento>" \
    "<TipoDocumento>TD01</TipoDocumento><Data>2020-05-04</Data><Numero>112/A</Numero></DatiGeneraliDocumento></DatiGenerali>" \
    "</FatturaElettronicaBody></p:FatturaElettronica>"

/* One value of DER: tag, length in two bytes, content. */
static Str der(Arena *arena, unsigned tag, Str content) {
    Buf buf = {.arena = arena};
    buf_add_char(&buf, (char)tag);
    buf_add_char(&buf, (char)0x82);
    buf_add_char(&buf, (char)(content.len >> 8));
    buf_add_char(&buf, (char)(content.len & 0xFF));
    buf_add(&buf, content);
    return buf_str(&buf);
}

static Str joined(Arena *arena, Str a, Str b) {
    Buf buf = {.arena = arena};
    buf_add(&buf, a);
    buf_add(&buf, b);
    return buf_str(&buf);
}

/* SignedData without certificates and signers (RFC 5652); without content when there is none. */
static Str signed_data(Arena *arena, const char *content) {
    static const char signed_oid[] = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02", data_oid[] = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01";
    static const char version[] = "\x02\x01\x01", none[] = "\x31\x00";
    Str inner = {data_oid, 11};
    if (content)
        inner = joined(arena, inner, der(arena, 0xA0, der(arena, 0x04, str_of(content))));
    Str body = joined(arena, (Str){version, 3}, (Str){none, 2});
    body = joined(arena, body, der(arena, 0x30, inner));
    body = joined(arena, body, (Str){none, 2});
    return der(arena, 0x30, joined(arena, (Str){signed_oid, 11}, der(arena, 0xA0, der(arena, 0x30, body))));
}

static const Paper *read_first(Arena *arena, Str bytes) {
    Extract *out = ARENA_NEW(arena, Extract);
    signed_read(arena, &(ExtractAsk){.bytes = bytes}, out);
    cr_assert_eq(out->papers.len, 1);
    return &out->papers.items[0];
}

Test(signed, an_invoice_inside_is_read_in_every_coding) {
    Arena *arena = arena_new();
    Str plain = signed_data(arena, INVOICE);
    g_autofree char *base64 = g_base64_encode((const guchar *)plain.data, plain.len);
    Str forms[] = {plain, str_of(base64), arena_printf(arena, "-----BEGIN CMS-----\n%s\n-----END CMS-----\n", base64)};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const Paper *paper = read_first(arena, forms[i]);
        cr_expect(paper->role == PAPER_SELF && paper->readable && paper->facts.given, "form %zu", i);
        cr_expect(paper->facts.kind == KIND_INVOICE && str_eq(paper->facts.number, STR("112/A")), "form %zu", i);
    }
    arena_free(&arena);
}

Test(signed, other_content_is_a_file_and_nothing_is_a_reason) {
    Arena *arena = arena_new();
    const Paper *file = read_first(arena, signed_data(arena, "hello"));
    cr_expect(file->role == PAPER_FILE && str_eq(file->bytes, STR("hello")));
    Str whole = signed_data(arena, INVOICE);
    Str broken[] = {signed_data(arena, NULL), str_sub(whole, 0, whole.len - 20), STR(""), STR("0"), STR("MII"), STR("-----BEGIN CMS-----")};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        const Paper *paper = read_first(arena, broken[i]);
        cr_expect(!paper->readable && paper->reason.len, "case %zu", i);
    }
    arena_free(&arena);
}
