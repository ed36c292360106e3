#include "parsers/charset.h"

#include <errno.h>
#include <glib.h>
#include <iconv.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "parsers/charset_score.h"
#include "base/banned.h"

#define NAME_MAX_BYTES 40
#define UTF16_SAMPLE 4096
#define GUESS_BYTES 4   /* so few bytes are no evidence against a declared western charset */
#define GUESS_BEATS 700 /* by so many thousandths a guess must beat a declared western charset to replace it */

/* What programs mean by a name. `iconv` is the converter of glibc; names not here are asked of iconv as they are. */
static const struct Alias {
    const char *name, *shown, *iconv;
} aliases[] = {
    {"utf-8", "utf-8", "UTF-8"},
    {"utf8", "utf-8", "UTF-8"},
    {"unicode-1-1-utf-8", "utf-8", "UTF-8"},
    {"us-ascii", "windows-1252", "CP1252"},
    {"ascii", "windows-1252", "CP1252"},
    {"ansi_x3.4-1968", "windows-1252", "CP1252"},
    {"iso-8859-1", "windows-1252", "CP1252"},
    {"iso8859-1", "windows-1252", "CP1252"},
    {"iso_8859-1", "windows-1252", "CP1252"},
    {"iso-8859-15", "iso-8859-15", "ISO-8859-15"},
    {"latin1", "windows-1252", "CP1252"},
    {"latin-1", "windows-1252", "CP1252"},
    {"cp1252", "windows-1252", "CP1252"},
    {"windows-1252", "windows-1252", "CP1252"},
    {"windows-1250", "windows-1250", "CP1250"},
    {"windows-1251", "windows-1251", "CP1251"},
    {"cp1251", "windows-1251", "CP1251"},
    {"windows-1253", "windows-1253", "CP1253"},
    {"windows-1254", "windows-1254", "CP1254"},
    {"iso-8859-9", "windows-1254", "CP1254"},
    {"windows-1255", "windows-1255", "CP1255"},
    {"windows-1256", "windows-1256", "CP1256"},
    {"windows-1257", "windows-1257", "CP1257"},
    {"windows-1258", "windows-1258", "CP1258"},
    {"windows-874", "windows-874", "CP874"},
    {"tis-620", "windows-874", "CP874"},
    {"iso-8859-11", "windows-874", "CP874"},
    {"koi8-r", "koi8-r", "KOI8-R"},
    {"koi8-u", "koi8-u", "KOI8-U"},
    {"ibm866", "ibm866", "IBM866"},
    {"ibm850", "ibm850", "IBM850"},
    {"cp850", "ibm850", "IBM850"},
    {"cp866", "ibm866", "IBM866"},
    {"macintosh", "macintosh", "MACINTOSH"},
    {"gb2312", "gb18030", "GB18030"},
    {"gbk", "gb18030", "GB18030"},
    {"x-gbk", "gb18030", "GB18030"},
    {"cp936", "gb18030", "GB18030"},
    {"euc-cn", "gb18030", "GB18030"},
    {"gb_2312-80", "gb18030", "GB18030"},
    {"gb18030", "gb18030", "GB18030"},
    {"shift_jis", "windows-31j", "CP932"},
    {"shift-jis", "windows-31j", "CP932"},
    {"sjis", "windows-31j", "CP932"},
    {"x-sjis", "windows-31j", "CP932"},
    {"ms_kanji", "windows-31j", "CP932"},
    {"cp932", "windows-31j", "CP932"},
    {"windows-31j", "windows-31j", "CP932"},
    {"euc-jp", "euc-jp", "EUC-JP-MS"},
    {"x-euc-jp", "euc-jp", "EUC-JP-MS"},
    {"iso-2022-jp", "iso-2022-jp", NULL},
    {"iso-2022-jp-1", "iso-2022-jp", NULL},
    {"iso-2022-jp-2", "iso-2022-jp", NULL},
    {"iso-2022-jp-ms", "iso-2022-jp", NULL},
    {"csiso2022jp", "iso-2022-jp", NULL},
    {"cp50220", "iso-2022-jp", NULL},
    {"cp50221", "iso-2022-jp", NULL},
    {"euc-kr", "windows-949", "UHC"},
    {"ks_c_5601-1987", "windows-949", "UHC"},
    {"ks_c_5601", "windows-949", "UHC"},
    {"ksc5601", "windows-949", "UHC"},
    {"cp949", "windows-949", "UHC"},
    {"windows-949", "windows-949", "UHC"},
    {"iso-2022-kr", "iso-2022-kr", "ISO-2022-KR"},
    {"big5", "big5", "BIG5"},
    {"x-x-big5", "big5", "BIG5"},
    {"cp950", "big5", "BIG5"},
    {"windows-950", "big5", "BIG5"},
    {"big5-hkscs", "big5-hkscs", "BIG5-HKSCS"},
    {"utf-7", "utf-7", "UTF-7"},
    {"utf-16", "utf-16le", "UTF-16LE"},
    {"unicode", "utf-16le", "UTF-16LE"},
    {"utf-16le", "utf-16le", "UTF-16LE"},
    {"utf-16be", "utf-16be", "UTF-16BE"},
    {"utf-32", "utf-32le", "UTF-32LE"},
    {"utf-32le", "utf-32le", "UTF-32LE"},
    {"utf-32be", "utf-32be", "UTF-32BE"},
};

/* A charset as it is used: the name shown, and the converter (NULL: iso-2022-jp, which is decoded here). */
typedef struct Charset {
    const char *shown, *iconv;
} Charset;

static const Charset utf8 = {"utf-8", "UTF-8"};

/* ---- converters ---- */

static void converter_close(gpointer converter) {
    if (converter != (iconv_t)-1)
        iconv_close(converter);
}

static void converters_free(gpointer table) {
    g_hash_table_destroy(table);
}

static GPrivate converters = G_PRIVATE_INIT(converters_free);

/* The open converter of this thread from that charset; (iconv_t)-1 when there is none. */
static iconv_t converter_of(const char *name) {
    GHashTable *table = g_private_get(&converters);
    if (!table) {
        table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, converter_close);
        g_private_set(&converters, table);
    }
    gpointer found;
    if (g_hash_table_lookup_extended(table, name, NULL, &found))
        return found;
    iconv_t converter = iconv_open("UTF-8", name);
    g_hash_table_insert(table, g_strdup(name), converter);
    return converter;
}

/* Appends the text; returns how many bytes meant nothing (each becomes U+FFFD). */
static size_t convert(Buf *out, Str bytes, const char *name) {
    iconv_t converter = converter_of(name);
    char *in = (char *)bytes.data;
    size_t left = bytes.len, bad = 0;
    iconv(converter, NULL, NULL, NULL, NULL);
    while (left) {
        buf_reserve(out, left + left / 2 + 16);
        char *to = out->data + out->len;
        size_t room = out->cap - out->len;
        size_t done = iconv(converter, &in, &left, &to, &room);
        out->len = (size_t)(to - out->data);
        if (done != (size_t)-1 || errno == E2BIG)
            continue;
        buf_add_utf8(out, UTF8_BAD);
        bad++;
        in++;
        left--;
    }
    return bad;
}

/* ---- ISO-2022-JP, with the characters of NEC and IBM that strict converters refuse ---- */

/* The same text in EUC-JP: two-byte sets with the high bits set, JIS X 0212 and kana behind their shift bytes. */
static Str euc_of_iso2022(Arena *arena, Str bytes) {
    Buf out = {.arena = arena};
    enum { ASCII, KANJI, KANJI2, KANA } set = ASCII;
    for (size_t i = 0; i < bytes.len; i++) {
        Str rest = str_sub(bytes, i, bytes.len);
        unsigned char c = (unsigned char)bytes.data[i];
        if (str_starts(rest, STR("\x1b$(D")))
            set = KANJI2, i += 3;
        else if (str_starts(rest, STR("\x1b$(@")) || str_starts(rest, STR("\x1b$(B")))
            set = KANJI, i += 3;
        else if (str_starts(rest, STR("\x1b$")) && rest.len > 2)
            set = KANJI, i += 2;
        else if (str_starts(rest, STR("\x1b(I")))
            set = KANA, i += 2;
        else if (str_starts(rest, STR("\x1b(")) && rest.len > 2)
            set = ASCII, i += 2;
        else if (c < 0x21 || c > 0x7E || set == ASCII) {
            buf_add_char(&out, (char)c);
            if (c == '\n')
                set = ASCII; /* every line begins in ASCII, whatever was forgotten before */
        } else if (set == KANA) {
            buf_add_char(&out, (char)0x8E);
            buf_add_char(&out, (char)(c | 0x80));
        } else if (i + 1 < bytes.len) {
            if (set == KANJI2)
                buf_add_char(&out, (char)0x8F);
            buf_add_char(&out, (char)(c | 0x80));
            buf_add_char(&out, (char)(bytes.data[++i] | 0x80));
        }
    }
    return buf_str(&out);
}

static bool has_japanese_escape(Str bytes) {
    Str rest = bytes;
    ptrdiff_t at;
    while ((at = str_find_char(rest, 0x1b)) >= 0) {
        rest = str_sub(rest, (size_t)at, rest.len);
        if (str_starts(rest, STR("\x1b$B")) || str_starts(rest, STR("\x1b$@")) || str_starts(rest, STR("\x1b(J")) ||
            str_starts(rest, STR("\x1b(I")) || str_starts(rest, STR("\x1b$(D")))
            return true;
        rest = str_sub(rest, 1, rest.len);
    }
    return false;
}

/* ---- names ---- */

static const struct Alias *alias_of(Str name) {
    for (size_t i = 0; i < G_N_ELEMENTS(aliases); i++)
        if (str_eq_nocase(name, str_of(aliases[i].name)))
            return &aliases[i];
    return NULL;
}

/* The charset behind a declared name; false when nobody knows it. The name may come with quotes and blanks. */
static bool charset_named(Str declared, Charset *out) {
    Str name = str_trim(declared);
    while (name.len && strchr("\"'", name.data[0]))
        name = str_trim(str_sub(name, 1, name.len));
    while (name.len && strchr("\"';", name.data[name.len - 1]))
        name = str_trim(str_sub(name, 0, name.len - 1));
    const struct Alias *alias = alias_of(name);
    if (alias) {
        *out = (Charset){alias->shown, alias->iconv};
        return true;
    }
    if (name.len < 3 || name.len > NAME_MAX_BYTES)
        return false;
    char asked[NAME_MAX_BYTES + 1];
    for (size_t i = 0; i < name.len; i++) {
        if (!g_ascii_isalnum(name.data[i]) && !strchr("-_.:", name.data[i]))
            return false;
        asked[i] = g_ascii_tolower(name.data[i]);
    }
    asked[name.len] = '\0';
    if (converter_of(asked) == (iconv_t)-1)
        return false;
    const char *lasting = g_intern_string(asked);
    *out = (Charset){lasting, lasting};
    return true;
}

bool charset_known(Str name) {
    Charset charset;
    return charset_named(name, &charset);
}

Str charset_of_language(Language language) {
    return str_of(language_facts(language)->charset);
}

Str charset_guess_legacy(Str bytes, Language hint) {
    CharsetScore best = charset_best(bytes, hint);
    return best.name ? str_of(best.name) : charset_of_language(hint);
}

/* ---- which charset is it ---- */

typedef struct Look {
    size_t high;      /* bytes above 127 */
    size_t sequences; /* well-formed UTF-8 sequences of several bytes */
    size_t longer;    /* of these, of three or four bytes */
    size_t broken;    /* bytes that are part of none */
    bool escape;
} Look;

static Look look_at(Str bytes) {
    Look look = {.escape = str_find_char(bytes, 0x1b) >= 0};
    for (size_t at = utf8_ascii_end(bytes, 0), size; at < bytes.len; at = utf8_ascii_end(bytes, at + size)) {
        if (utf8_decode(bytes, at, &size) == UTF8_BAD && size == 1)
            look.broken++;
        else
            look.sequences++;
        look.longer += size > 2;
        look.high += size;
    }
    return look;
}

/* UTF-16 without a mark shows itself by zero bytes on one side only, and there by hardly more than two values: zero
 * and that of the script. Chinese, Japanese and Korean need their mark. */
static const char *utf16_by_zeros(Str bytes) {
    if (str_find_char(str_sub(bytes, 0, UTF16_SAMPLE), '\0') < 0)
        return NULL;
    size_t n = MIN(bytes.len, (size_t)UTF16_SAMPLE) / 2, counts[2][256] = {{0}};
    for (size_t i = 0; i < 2 * n; i++)
        counts[i % 2][(unsigned char)bytes.data[i]]++;
    for (size_t side = 0; side < 2; side++) {
        size_t zeros = counts[side][0], most = 0;
        for (size_t i = 1; i < 256; i++)
            most = MAX(most, counts[side][i]);
        if (n >= 2 && counts[!side][0] == 0 && zeros * 20 >= n && (zeros + most) * 10 >= n * 9 && zeros + most > 2)
            return side ? "utf-16le" : "utf-16be";
    }
    return NULL;
}

/* UTF-8 by its form. A short text in a two-byte charset may be well-formed by chance, so there it must be plain. */
static bool is_utf8(const Look *look, bool declared, Charset charset) {
    if (look->broken || !look->sequences)
        return false;
    bool double_byte = declared && (!strcmp(charset.shown, "gb18030") || !strcmp(charset.shown, "big5") ||
                                    !strcmp(charset.shown, "windows-949") || !strcmp(charset.shown, "windows-31j") ||
                                    !strcmp(charset.shown, "euc-jp") || !strcmp(charset.shown, "big5-hkscs"));
    return !double_byte || look->longer || look->sequences > 4;
}

/* UTF-8 whose bad bytes became U+FFFD; iconv lets code points through that there are not. */
static Str scrubbed(Arena *arena, Str bytes, size_t *bad) {
    Buf out = {.arena = arena};
    buf_reserve(&out, bytes.len);
    for (size_t at = 0, size; at < bytes.len; at += size) {
        uint32_t c = utf8_decode(bytes, at, &size);
        *bad += c == UTF8_BAD && size == 1;
        buf_add_utf8(&out, c);
    }
    return buf_str(&out);
}

static Str decoded(Arena *arena, Str bytes, Charset charset, size_t *bad) {
    Buf out = {.arena = arena};
    *bad = 0;
    if (charset.iconv && !strcmp(charset.iconv, utf8.iconv))
        return scrubbed(arena, bytes, bad);
    *bad = convert(&out, charset.iconv ? bytes : euc_of_iso2022(arena, bytes),
                   charset.iconv ? charset.iconv : "EUC-JP-MS");
    Str text = buf_str(&out);
    return utf8_valid(text) ? text : scrubbed(arena, text, bad);
}

static Charset charset_shown(const char *name) {
    const struct Alias *alias = alias_of(str_of(name));
    return (Charset){alias->shown, alias->iconv};
}

static bool is_digit_beside(Str bytes, size_t at) {
    size_t before = at, behind = at + 1;
    before -= before && bytes.data[before - 1] == ' ';
    behind += behind < bytes.len && bytes.data[behind] == ' ';
    return (before && g_ascii_isdigit(bytes.data[before - 1])) || (behind < bytes.len && g_ascii_isdigit(bytes.data[behind]));
}

/* Nobody writes the currency sign of windows-1252; where it seems to stand at an amount, and nothing that ISO 8859-15 lacks, it
 * is that charset's euro. */
static bool has_latin9_euro(Str bytes) {
    bool euro = false;
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char c = (unsigned char)bytes.data[i];
        if (c >= 0x80 && c < 0xA0)
            return false;
        euro |= c == 0xA4 && is_digit_beside(bytes, i);
    }
    return euro;
}

/* Neither ASCII nor UTF-8: the declared charset if the bytes agree, else the likeliest. */
static Str legacy_read(Arena *arena, Str bytes, const Charset *declared, const Look *look, Language hint,
                       Charset *used) {
    size_t bad = 0, guess_bad = 0;
    Str text = STR_NONE;
    CharsetScore best = {0};
    if (declared) {
        *used = *declared;
        text = decoded(arena, bytes, *declared, &bad);
        bool western = !strcmp(declared->shown, "windows-1252");
        if (!bad && !western)
            return text;
        if (declared->iconv == utf8.iconv && look->broken * 4 < look->sequences)
            return text; /* UTF-8 with a few bytes damaged */
        best = charset_best(bytes, hint);
        bool rare = best.name && (!strcmp(best.name, "macintosh") || !strcmp(best.name, "ibm850"));
        if (western && rare)
            return text; /* nobody's mail program declares one and means the other */
        if (western && (look->high < GUESS_BYTES || !best.name ||
                        best.score < charset_score_western(bytes) + GUESS_BEATS))
            return text;
        if (!western && bad * 20 < look->high && declared->iconv != utf8.iconv)
            return text; /* rather a rare sign than the wrong charset */
    } else {
        best = charset_best(bytes, hint);
    }
    Charset guess = charset_shown(best.name ? best.name : charset_of_language(hint).data);
    Str guessed = decoded(arena, bytes, guess, &guess_bad);
    if (declared && guess_bad > bad)
        return text;
    *used = guess;
    return guessed;
}

static Str legacy(Arena *arena, Str bytes, const Charset *declared, const Look *look, Language hint, Charset *used) {
    size_t bad;
    Str text = legacy_read(arena, bytes, declared, look, hint, used);
    if (strcmp(used->shown, "windows-1252") || !has_latin9_euro(bytes))
        return text;
    *used = charset_shown("iso-8859-15");
    return decoded(arena, bytes, *used, &bad);
}

/* The charset that a byte order mark names; cuts the mark off. */
static bool by_mark(Str *bytes, Charset *out) {
    static const struct {
        const char *mark;
        size_t len;
        const char *name;
    } marks[] = {{"\xEF\xBB\xBF", 3, "utf-8"},
                 {"\xFF\xFE\0\0", 4, "utf-32le"},
                 {"\0\0\xFE\xFF", 4, "utf-32be"},
                 {"\xFF\xFE", 2, "utf-16le"},
                 {"\xFE\xFF", 2, "utf-16be"}};
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (str_starts(*bytes, (Str){marks[i].mark, marks[i].len})) {
            *bytes = str_sub(*bytes, marks[i].len, bytes->len);
            *out = charset_shown(marks[i].name);
            return true;
        }
    return false;
}

/* Seven-bit text without escapes is what it is, whatever its sender calls it; but for UTF-7. */
static bool is_plain(Str bytes, Str declared) {
    return utf8_ascii_end(bytes, 0) == bytes.len && str_find_char(bytes, 0x1b) < 0 && str_find_char(bytes, '\0') < 0 &&
           str_find_char(declared, '7') < 0;
}

Str charset_to_utf8(Arena *arena, Str bytes, Str declared, Language hint, Str *charset_used) {
    Charset named, used = utf8;
    if (charset_used)
        *charset_used = str_of(used.shown);
    if (is_plain(bytes, declared))
        return bytes;
    Str text = bytes;
    size_t bad = 0;
    bool marked = by_mark(&bytes, &used);
    bool known = charset_named(declared, &named);
    const char *zeros = marked ? NULL : utf16_by_zeros(bytes);
    Look look = look_at(bytes);
    bool wide = known && g_str_has_prefix(named.shown, "utf-") && strcmp(named.shown, "utf-8");
    if (marked && used.iconv != utf8.iconv && strcmp(used.shown, "utf-8"))
        text = decoded(arena, bytes, used, &bad);
    else if (zeros)
        text = decoded(arena, bytes, used = charset_shown(zeros), &bad);
    else if (marked)
        text = look.broken ? decoded(arena, bytes, utf8, &bad) : bytes;
    else if (look.escape && !look.high && (has_japanese_escape(bytes) || (known && !named.iconv)))
        text = decoded(arena, bytes, used = charset_shown("iso-2022-jp"), &bad);
    else if (wide && (look.high || str_find_char(bytes, '\0') >= 0) && !is_utf8(&look, known, named))
        text = decoded(arena, bytes, used = named, &bad);
    else if (known && (!strcmp(named.shown, "utf-7") || (look.escape && strstr(named.shown, "2022"))))
        text = decoded(arena, bytes, used = named, &bad);
    else if (!look.high)
        text = bytes;
    else if (is_utf8(&look, known, named))
        text = bytes;
    else
        text = legacy(arena, bytes, known && !wide ? &named : NULL, &look, hint, &used);
    if (charset_used)
        *charset_used = str_of(used.shown);
    return text;
}
