#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/buf.h"
#include "parsers/table.h"

/* Exactly as long as it is, without a NUL behind: reading past the end is caught. */
static Str exact(const char *text) {
    size_t len = strlen(text);
    char *copy = malloc(len ? len : 1);
    memcpy(copy, text, len);
    return (Str){copy, len};
}

/* Cells in "<>", rows by their line: "1<a><b>2<c>". */
static Str rows_str(Arena *arena, TableReader *table) {
    Buf buf = {.arena = arena};
    while (table_next(table)) {
        buf_printf(&buf, "%zu", table->row_line);
        for (size_t i = 0; i < table->cells.len; i++)
            buf_printf(&buf, "<%.*s>", STR_ARG(table->cells.items[i]));
    }
    return buf_str(&buf);
}

static const struct {
    const char *about, *text;
    char delimiter;
    const char *want;
} cases[] = {
    {"nothing", "", ',', ""},
    {"one cell", "a", ',', "1<a>"},
    {"comma", "a,b\nc,d\n", ',', "1<a><b>2<c><d>"},
    {"semicolon, decimal commas", "m;u;r\n1;2;1.488,00\n2;3;1.000,00", ';', "1<m><u><r>2<1><2><1.488,00>3<2><3><1.000,00>"},
    {"tab", "a\tb, c\nd\te, f", '\t', "1<a><b, c>2<d><e, f>"},
    {"pipe", "a|b\nc|d", '|', "1<a><b>2<c><d>"},
    {"a title above", "KPI dashboard, Contoso\n\na;b;c\n1;2;3\n4;5;6", ';',
     "1<KPI dashboard, Contoso>2<>3<a><b><c>4<1><2><3>5<4><5><6>"},
    {"sep line", "sep=;\na,b;c\n", ';', "2<a,b><c>"},
    {"sep line, CRLF, another sign", "SEP=^\r\na^b\r\n", '^', "2<a><b>"},
    {"sep line alone", "sep=,", ',', ""},
    {"no sep line", "sep=\na,b", ',', "1<sep=>2<a><b>"},
    {"byte order mark", "\xEF\xBB\xBF" "a;b\nc;d", ';', "1<a><b>2<c><d>"},
    {"CR", "a,b\rc,d\r", ',', "1<a><b>2<c><d>"},
    {"CRLF and blank lines", "a,b\r\n\r\nc,d\r\n", ',', "1<a><b>2<>3<c><d>"},
    {"quotes", "\"a,1\",\"b \"\"x\"\"\"\n\"\",\"\"\"\"", ',', "1<a,1><b \"x\">2<><\">"},
    {"line ends inside", "a,\"b\nc\r\nd\re\",f\ng,h,i", ',', "1<a><b\nc\r\nd\re><f>5<g><h><i>"},
    {"blanks around", " a , b \n\"c\" ,\"d\"", ',', "1< a >< b >2<c><d>"},
    {"a quote inside", "5\" disk,a\"b\"\nc,d", ',', "1<5\" disk><a\"b\">2<c><d>"},
    {"a quote that does not close", "a,\"b\"c\",d\ne,f,g", ',', "1<a><b\"c><d>2<e><f><g>"},
    {"never closed", "a,\"b,c\nd", ',', "1<a><b,c\nd>"},
    {"a quote at the very end", "a,\"", ',', "1<a><>"},
    {"ragged", "a,b,c\nd\ne,f,g,h\n,,", ',', "1<a><b><c>2<d>3<e><f><g><h>4<><><>"},
    {"a delimiter at the very end", "a,b,", ',', "1<a><b><>"},
};

Test(table, rows) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena *arena = arena_new();
        TableReader table;
        Str text = exact(cases[i].text);
        table_open(&table, arena, text);
        cr_expect_eq(table.delimiter, cases[i].delimiter, "%s: delimiter %c", cases[i].about, table.delimiter);
        Str got = rows_str(arena, &table);
        cr_expect(str_eq_cstr(got, cases[i].want), "%s: %.*s", cases[i].about, STR_ARG(got));
        table_rewind(&table);
        cr_expect(str_eq_cstr(rows_str(arena, &table), cases[i].want), "%s: again", cases[i].about);
        free((char *)text.data);
        arena_free(&arena);
    }
}

static const struct {
    const char *text, *want;
    bool table;
} texts[] = {
    {"a;b\nc;d\n", "a\tb\nc\td\n", true},
    {"a,\" b\tc\nd \"\r\n1,2", "a\tb c d\n1\t2\n", true},
    {"Hello, Jane\nThanks", "Hello\tJane\nThanks\n", false},
    {"one\ntwo", "one\ntwo\n", false},
    {"", "", false},
};

Test(table, to_text) {
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Arena *arena = arena_new();
        Str text = exact(texts[i].text), got;
        cr_expect_eq(table_to_text(arena, text, &got), texts[i].table, "%zu", i);
        cr_expect(str_eq_cstr(got, texts[i].want), "%zu: %.*s", i, STR_ARG(got));
        free((char *)text.data);
        arena_free(&arena);
    }
}

Test(table, columns_are_limited) {
    Arena *arena = arena_new();
    TableReader table;
    char *text = malloc(TABLE_COLUMNS_MAX * 2);
    memset(text, ',', TABLE_COLUMNS_MAX * 2);
    table_open(&table, arena, (Str){text, TABLE_COLUMNS_MAX * 2});
    cr_expect(table_next(&table));
    cr_expect_eq(table.cells.len, TABLE_COLUMNS_MAX);
    cr_expect(!table_next(&table), "the rest of the row is dropped, not taken for another");
    free(text);
    arena_free(&arena);
}
