#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "parsers/charset.h"

static Str exact(const char *bytes, size_t len) {
    char *copy = malloc(len ? len : 1);
    memcpy(copy, bytes, len);
    return (Str){copy, len};
}

#define BYTES(literal) literal, sizeof(literal) - 1

static const struct {
    const char *about, *bytes;
    size_t len;
    const char *declared;
    Language hint;
    const char *want, *used;
} cases[] = {
    {"ascii", BYTES("abc"), NULL, LANGUAGE_UNKNOWN, "abc", "utf-8"},
    {"latin1 is windows-1252", BYTES("\x80 5"), "ISO-8859-1", LANGUAGE_UNKNOWN, "€ 5", "windows-1252"},
    {"quoted name", BYTES("\xE9t\xE9"), "\"iso-8859-1\";", LANGUAGE_UNKNOWN, "été", "windows-1252"},
    {"declared utf-8, is latin", BYTES("f\xE9vrier et ao\xFBt"), "utf-8", LANGUAGE_UNKNOWN, "février et août", "windows-1252"},
    {"declared latin, is utf-8", BYTES("f\xC3\xA9vrier"), "iso-8859-1", LANGUAGE_UNKNOWN, "février", "utf-8"},
    {"utf-8 with one damaged byte", BYTES("\xC3\xA9\xC3\xA8\xC3\xA0\xC3\xA7\xC3\xB9 \xFF"), "utf-8", LANGUAGE_UNKNOWN,
     "éèàçù \xEF\xBF\xBD", "utf-8"},
    {"mark of utf-8", BYTES("\xEF\xBB\xBF" "a"), "iso-8859-1", LANGUAGE_UNKNOWN, "a", "utf-8"},
    {"mark of utf-16", BYTES("\xFF\xFE" "a\0\xE9\0"), NULL, LANGUAGE_UNKNOWN, "aé", "utf-16le"},
    {"mark, big end first", BYTES("\xFE\xFF" "\0a\0\xE9"), NULL, LANGUAGE_UNKNOWN, "aé", "utf-16be"},
    {"utf-16 by its zeros", BYTES("M\0o\0n\0t\0h\0"), "us-ascii", LANGUAGE_UNKNOWN, "Month", "utf-16le"},
    {"a zero in a text", BYTES("Mon\0th is what is missing"), NULL, LANGUAGE_UNKNOWN, NULL, "utf-8"},
    {"gb2312 with a character of gbk", BYTES("\x86\xB4"), "gb2312", LANGUAGE_UNKNOWN, "喆", "gb18030"},
    {"shift_jis with a mark of NEC", BYTES("\x87\x40"), "Shift_JIS", LANGUAGE_UNKNOWN, "①", "windows-31j"},
    {"iso-2022-jp with marks of NEC", BYTES("\x1b$B-!-j\x1b(B"), "iso-2022-jp", LANGUAGE_UNKNOWN, "①㈱", "iso-2022-jp"},
    {"iso-2022-jp, undeclared", BYTES("\x1b$B@A5a=q\x1b(B 7"), NULL, LANGUAGE_UNKNOWN, "請求書 7", "iso-2022-jp"},
    {"iso-2022-jp, kana", BYTES("\x1b(I1\x1b(B"), "iso-2022-jp", LANGUAGE_UNKNOWN, "ｱ", "iso-2022-jp"},
    {"euc-kr beyond KS X 1001", BYTES("\x8C\x63"), "euc-kr", LANGUAGE_UNKNOWN, "똠", "windows-949"},
    {"euro before an amount, nothing else", BYTES("importo di \x80 1.470,00 oltre IVA"), NULL, LANGUAGE_UNKNOWN, "importo di € 1.470,00 oltre IVA", "windows-1252"},
    {"euro behind an amount", BYTES("Umsatz 3.125,00 \x80 netto"), NULL, LANGUAGE_UNKNOWN, "Umsatz 3.125,00 € netto", "windows-1252"},
    {"euro at an amount", BYTES("Umsatz \x80" "3.125,00"), NULL, LANGUAGE_UNKNOWN, "Umsatz €3.125,00", "windows-1252"},
    {"euro of latin9, undeclared", BYTES("nous sommes tomb\xE9s sur une facture qui n'appara\xEEt pas \xE0 l'\xE9" "cran, 1 776,00 \xA4 hors taxes"), NULL, LANGUAGE_UNKNOWN,
     "nous sommes tombés sur une facture qui n'apparaît pas à l'écran, 1 776,00 € hors taxes", "iso-8859-15"},
    {"euro of latin9, declared latin1", BYTES("Umsatz 3.125,00 \xA4 netto f\xFCr"), "iso-8859-1", LANGUAGE_UNKNOWN,
     "Umsatz 3.125,00 € netto für", "iso-8859-15"},
    {"pound at an amount", BYTES("revenue \xA3" "3,125.00"), NULL, LANGUAGE_UNKNOWN, "revenue £3,125.00", "windows-1252"},
    {"number sign", BYTES("factura n\xBA 118"), NULL, LANGUAGE_UNKNOWN, "factura nº 118", "windows-1252"},
    {"a word of one letter", BYTES("il valore KPI \xE8 6"), NULL, LANGUAGE_UNKNOWN, "il valore KPI è 6", "windows-1252"},
    {"russian words of one letter", BYTES("\xE8 \xE2 \xFF\xED\xE2\xE0\xF0\xE5"), NULL, LANGUAGE_UNKNOWN, "и в январе", "windows-1251"},
    {"unknown name", BYTES("\xE9t\xE9"), "x-nonsense", LANGUAGE_UNKNOWN, "été", "windows-1252"},
    {"undeclared Russian", BYTES("\xD1\xF7\xE5\xF2 \xE7\xE0 \xFF\xED\xE2\xE0\xF0\xFC"), NULL, LANGUAGE_UNKNOWN,
     "Счет за январь", "windows-1251"},
    {"undeclared KOI8", BYTES("\xF3\xDE\xC5\xD4 \xDA\xC1 \xD1\xCE\xD7\xC1\xD2\xD8"), NULL, LANGUAGE_UNKNOWN,
     "Счет за январь", "koi8-r"},
    {"Russian declared latin", BYTES("\xD1\xF7\xE5\xF2 \xE7\xE0 \xFF\xED\xE2\xE0\xF0\xFC"), "iso-8859-1", LANGUAGE_UNKNOWN,
     "Счет за январь", "windows-1251"},
    {"undeclared Japanese", BYTES("\x90\xBF\x8B\x81\x8F\x91\x82\xCC\x94\xD4\x8D\x86"), NULL, LANGUAGE_UNKNOWN,
     "請求書の番号", "windows-31j"},
    {"undeclared Korean", BYTES("\xBC\xDB\xC0\xE5 \xB1\xB8\xB8\xC5 \xB4\xDC\xC0\xA7"), NULL, LANGUAGE_UNKNOWN,
     "송장 구매 단위", "windows-949"},
    {"undeclared Chinese", BYTES("\xC4\xEA\xB7\xDD,\xB7\xA2\xC6\xB1\xB1\xE0\xBA\xC5,\xCA\xD5\xC8\xEB\xD6\xB5"), NULL,
     LANGUAGE_UNKNOWN, "年份,发票编号,收入值", "gb18030"},
    {"undeclared Chinese of Taiwan", BYTES("\xB5\x6F\xB2\xBC\xB8\xB9\xBD\x58,\xA6\xAC\xAF\x71\xAD\xC8"), NULL,
     LANGUAGE_UNKNOWN, "發票號碼,收益值", "big5"},
    {"too short to tell, but the language is known", BYTES("\xB7\xA2\xC6\xB1"), NULL, LANGUAGE_ZH_CN, "发票", "gb18030"},
    {"macintosh", BYTES("Ann\x8E" "e, unit\x8Es achet\x8E" "es"), NULL, LANGUAGE_UNKNOWN, "Année, unités achetées", "macintosh"},
};

Test(charset, reads_what_the_program_meant) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str bytes = exact(cases[i].bytes, cases[i].len), used;
        Str text = charset_to_utf8(arena, bytes, str_of(cases[i].declared), cases[i].hint, &used);
        cr_expect(str_eq_cstr(used, cases[i].used), "%s: used " STR_FMT, cases[i].about, STR_ARG(used));
        if (cases[i].want)
            cr_expect(str_eq_cstr(text, cases[i].want), "%s: " STR_FMT, cases[i].about, STR_ARG(text));
        else
            cr_expect(text.len == cases[i].len, "%s: %zu bytes", cases[i].about, text.len);
        free((void *)bytes.data);
    }
    arena_free(&arena);
}

Test(charset, any_bytes_become_utf8) {
    Arena *arena = arena_new();
    static const char *const names[] = {NULL, "utf-8", "gb2312", "big5", "shift_jis", "iso-2022-jp", "utf-7", "utf-16", "koi8-r"};
    unsigned state = 7;
    for (size_t round = 0; round < 2000; round++) {
        char bytes[64];
        size_t len = round % sizeof bytes;
        for (size_t i = 0; i < len; i++)
            bytes[i] = (char)((state = state * 1103515245 + 12345) >> 16);
        Str in = exact(bytes, len);
        Str out = charset_to_utf8(arena, in, str_of(names[round % 9]), LANGUAGE_UNKNOWN, NULL);
        cr_assert(utf8_valid(out), "round %zu", round);
        free((void *)in.data);
        arena_clear(arena);
    }
    arena_free(&arena);
}

Test(charset, names) {
    cr_expect(charset_known(STR("Windows-1252")));
    cr_expect(charset_known(STR("iso-8859-15")));
    cr_expect(!charset_known(STR("no-such-charset")));
    cr_expect(!charset_known(STR("")));
    cr_expect(!charset_known(STR("utf-8//TRANSLIT")));
    cr_expect(str_eq_cstr(charset_of_language(LANGUAGE_RU), "windows-1251"));
    cr_expect(str_eq_cstr(charset_guess_legacy(STR("plain"), LANGUAGE_KO), "windows-949"));
}
