#include "parsers/extract/signed.h"

#include <glib.h>
#include <openssl/bio.h>
#include <openssl/cms.h>

#include "parsers/einvoice_syntax.h"
#include "parsers/extract/einvoice.h"
#include "base/banned.h"

#define HEAD ((size_t)8192) /* that XML is told by */

/* DER out of base64, between the lines of PEM or bare. */
static Str without_base64(Arena *arena, Str bytes) {
    gsize len = 0;
    if (str_starts(bytes, STR("\x30")))
        return bytes;
    ptrdiff_t begin = str_starts(bytes, STR("-----BEGIN")) ? str_find_char(bytes, '\n') : -1;
    bytes = str_sub(bytes, (size_t)(begin + 1), bytes.len);
    ptrdiff_t end = str_find(bytes, STR("-----END"));
    Str text = arena_str(arena, end < 0 ? bytes : str_sub(bytes, 0, (size_t)end));
    guchar *decoded = g_base64_decode(text.data ? text.data : "", &len);
    Str copy = arena_str(arena, (Str){(const char *)decoded, len});
    g_free(decoded);
    return copy;
}

/* The content that was signed; absent when there is none. */
static Str content_of(Arena *arena, Str der) {
    BIO *bio = BIO_new_mem_buf(der.data ? der.data : "", (int)der.len);
    CMS_ContentInfo *cms = bio ? d2i_CMS_bio(bio, NULL) : NULL;
    ASN1_OCTET_STRING **content = cms ? CMS_get0_content(cms) : NULL;
    Str inner = STR_NONE;
    if (content && *content && ASN1_STRING_length(*content) > 0)
        inner = arena_str(arena, (Str){(const char *)ASN1_STRING_get0_data(*content), (size_t)ASN1_STRING_length(*content)});
    CMS_ContentInfo_free(cms);
    BIO_free(bio);
    return inner;
}

void signed_read(Arena *arena, const ExtractAsk *ask, Extract *out) {
    Str inner = content_of(arena, without_base64(arena, ask->bytes));
    if (!inner.len) {
        extract_refuse(arena, out, STR("the signed file is damaged, or only a signature"));
    } else if (einvoice_sniff(str_sub(inner, 0, HEAD))) {
        ExtractAsk xml = {.form = EXTRACT_XML, .language = ask->language, .bytes = inner};
        einvoice_extract(arena, &xml, out);
    } else {
        extract_add(arena, out, PAPER_FILE)->bytes = inner;
    }
}
