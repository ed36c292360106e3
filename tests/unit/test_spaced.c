#include <criterion/criterion.h>
#include <stdlib.h>

#include "parsers/spaced.h"

static const struct {
    const char *text, *want;
} cases[] = {
    {"発    票\n号码：1", "発票\n号码：1"},
    {"  請　求　書  \n", "  請求書  \n"},
    {"전 자 세 금 계 산 서 (공급받는자 보관용)", "전자세금계산서 (공급받는자 보관용)"},
    {"红 字 发 票（销项负数）", "红字发票（销项负数）"},
    {"I N V O I C E", "INVOICE"},
    {"FA C T U R E", "FACTURE"},
    {"F A C T U R E AV", "FACTUREAV"},
    {"AA BB CC DD", "AA BB CC DD"},
    {"A BC D", "A BC D"},
    {"O R D E R   C O N F I R M A T I O N\nNo. 1", "ORDER CONFIRMATION\nNo. 1"},
    {"R E C H N U N G          Nr. 17", "RECHNUNG          Nr. 17"},
    {"납 품 서        번호 3", "납품서        번호 3"},
    {"月  日  品目  数量", "月  日  品目  数量"},
    {"月  日", "月日"},
    {"A B", "A B"},
    {"A B C", "A B C"},
    {"a word and another", "a word and another"},
    {"月\t日\t金額", "月\t日\t金額"},
    {"2020 年 1 月", "2020 年 1 月"},
    {"I N V O I C E S are late", "I N V O I C E S are late"},
    {"", ""},
    {" ", " "},
    {"請", "請"},
};

Test(spaced, titles_are_put_together) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena *arena = arena_new();
        size_t len = strlen(cases[i].text);
        char *exact = malloc(len ? len : 1);
        memcpy(exact, cases[i].text, len);
        Str got = spaced_join(arena, (Str){exact, len});
        cr_expect(str_eq(got, str_of(cases[i].want)), "\"%s\": \"%.*s\"", cases[i].text, STR_ARG(got));
        free(exact);
        arena_free(&arena);
    }
}
