#include <criterion/criterion.h>

#include "connect/json_span.h"
#include "connect/unwrap.h"

#define PAGES_MAX 3

/* Pages, one a string, with the rules "rows next" ("-": none); what comes out, the next page, or what is wrong. */
static const struct {
    const char *rows, *next, *pages[PAGES_MAX], *out, *then, *problem;
} cases[] = {
    /* shapes */
    {NULL, NULL, {"[{\"a\":1},{\"a\":2}]"}, "{\"a\":1}\n{\"a\":2}\n", NULL, NULL},
    {NULL, NULL, {"{\"value\":[{\"a\":1}]}"}, "{\"a\":1}\n", NULL, NULL},
    {NULL, NULL, {"{\"count\":1,\"results\":[{\"a\":1}]}"}, "{\"a\":1}\n", NULL, NULL},
    {NULL, NULL, {"{\"data\":{\"items\":[{\"a\":1}]}}"}, "{\"a\":1}\n", NULL, NULL},
    {NULL, NULL, {"{\"d\":{\"results\":[{\"a\":1}]}}"}, "{\"a\":1}\n", NULL, NULL},
    {NULL, NULL, {"{\"purchases\":[{\"a\":1}],\"n\":1}"}, "{\"a\":1}\n", NULL, NULL},
    {"x.y", NULL, {"{\"x\":{\"y\":[{\"a\":1}]},\"value\":[]}"}, "{\"a\":1}\n", NULL, NULL},
    {"x.y", NULL, {"{\"x.y\":[{\"a\":1}]}"}, "{\"a\":1}\n", NULL, NULL},
    {NULL, NULL, {"{\"a\":1}\n{\"a\":2}\n"}, "{\"a\":1}\n{\"a\":2}\n", NULL, NULL},
    {NULL, NULL, {"{\"a\":1}\r\n\r\n{\"a\":2}"}, "{\"a\":1}\n{\"a\":2}\n", NULL, NULL},
    {NULL, NULL, {"{\"a\":1}"}, "{\"a\":1}\n", NULL, NULL},
    {NULL, NULL, {"\xEF\xBB\xBF [ ]"}, "", NULL, NULL},
    {NULL, NULL, {"[{\n \"a\" : 1.10,\n \"b\":\"}]\\\"{\"\n}]"}, "{\"a\":1.10,\"b\":\"}]\\\"{\"}\n", NULL, NULL},
    {NULL, NULL, {"[{\"a\nb\":\"c\nd\"}]"}, "{\"a b\":\"c d\"}\n", NULL, NULL},
    /* a number stays as it is written, members of members have names with dots, lists are no cells */
    {NULL, NULL, {"[{\"n\":12345678901234567890.10}]"}, "{\"n\":12345678901234567890.10}\n", NULL, NULL},
    {NULL, NULL, {"[{\"a\":{\"b\":1,\"c\":{\"d\":\"x\"}},\"l\":[1,2],\"e\":null}]"}, "{\"a.b\":1,\"a.c.d\":\"x\",\"e\":null}\n", NULL, NULL},
    /* rows of cells: the first one names them, on further pages too */
    {NULL, NULL, {"[[\"a\",\"b\"],[1,2]]", "[[\"a\",\"b\"],[3,4]]", "[[5,6]]"}, "{\"a\":1,\"b\":2}\n{\"a\":3,\"b\":4}\n{\"a\":5,\"b\":6}\n", NULL, NULL},
    /* what is no row is left to the reader of the dashboard */
    {NULL, NULL, {"[{\"a\":1},7,\"x\"]"}, "{\"a\":1}\n7\n\"x\"\n", NULL, NULL},
    {NULL, NULL, {"{\"a\":1}\nnonsense\n{\"a\" 2}\n{\"a\":3}\n"}, "{\"a\":1}\nnonsense\n{\"a\" 2}\n{\"a\":3}\n", NULL, NULL},
    {NULL, NULL, {"{\"a\":1}\n[\"b\"]\n[2 3]\n[4]\n"}, "{\"a\":1}\n[2 3]\n{\"b\":4}\n", NULL, NULL},
    /* where the next page is */
    {NULL, NULL, {"{\"value\":[],\"nextLink\":\"/x\"}"}, "", "/x", NULL},
    {NULL, NULL, {"{\"value\":[],\"@odata.nextLink\":\"rows?$skip=2\"}"}, "", "rows?$skip=2", NULL},
    {NULL, NULL, {"{\"value\":[],\"next\":\"https:\\/\\/a\\/\\u0062\"}"}, "", "https://a/b", NULL},
    {NULL, NULL, {"{\"value\":[],\"next\":null,\"links\":{\"next\":{\"href\":\"/y\"}}}"}, "", "/y", NULL},
    {NULL, NULL, {"{\"value\":[],\"next\":\"\"}"}, "", NULL, NULL},
    {NULL, NULL, {"{\"value\":[],\"next\":false,\"has_more\":false}"}, "", NULL, NULL},
    {NULL, "p.c", {"{\"value\":[],\"p\":{\"c\":\"abc\"}}"}, "", "abc", NULL},
    {NULL, "p.c", {"{\"value\":[],\"p\":{\"c\":42}}"}, "", "42", NULL},
    {NULL, NULL, {"{\"@odata.count\":1,\"value\":[{\"a\":1}]}"}, "{\"a\":1}\n", NULL, NULL},
    {NULL, NULL, {"{\"totalCount\":2,\"value\":[{\"a\":1}],\"nextLink\":\"/2\"}", "{\"totalCount\":2,\"value\":[{\"a\":2}]}"},
     "{\"a\":1}\n{\"a\":2}\n", NULL, NULL},
    /* half a dashboard is none */
    {NULL, NULL, {"{\"value\":[],\"next\":\"abc\"}"}, NULL, NULL, "is no address"},
    {NULL, NULL, {"{\"value\":[],\"next\":7}"}, NULL, NULL, "is no address"},
    {NULL, NULL, {"{\"value\":[{\"a\":1}],\"has_more\":true}"}, NULL, NULL, "more pages, but not where"},
    {NULL, NULL, {"{\"value\":[{\"a\":1}],\"total_count\":3}"}, NULL, NULL, "total_count is 3, but 1 rows came"},
    {NULL, NULL, {"{\"value\":[{\"a\":1}"}, NULL, NULL, "cut off"},
    {NULL, NULL, {"[{\"a\":1},"}, NULL, NULL, "cut off"},
    {NULL, NULL, {"{\"a\":1}\n{\"a\":2"}, NULL, NULL, "last line of JSON is cut off"},
    {NULL, NULL, {"{\"a\":\"x"}, NULL, NULL, "cut off"},
    {NULL, NULL, {"[{\"a\":1} {\"a\":2}]"}, NULL, NULL, "malformed among the rows"},
    {NULL, NULL, {"[{\"a\":1 \"b\":2}]"}, NULL, NULL, "malformed among the rows"},
    {NULL, NULL, {"{\"value\":[{\"a\":1}] \"x\":1}"}, NULL, NULL, "malformed"},
    {NULL, NULL, {"[1][2]"}, NULL, NULL, "malformed"},
    {NULL, NULL, {"{\"a\":[{}],\"b\":[{}]}"}, NULL, NULL, "name one by rows = a, b"},
    {NULL, NULL, {"{\"m\":{\"t\":1},\"p\":{\"l\":[{\"a\":1}]}}"}, NULL, NULL, "name theirs by rows = p.l"},
    {"x", NULL, {"{\"value\":[]}"}, NULL, NULL, "no array at rows = x"},
};

static bool read_pages(Arena *keep, size_t i, Buf *out, UnwrapPage *page, size_t *rows, GError **error) {
    UnwrapRules rules = {.rows = str_of(cases[i].rows), .next = str_of(cases[i].next)};
    UnwrapState state = {0};
    bool good = true;
    for (size_t n = 0; good && n < PAGES_MAX && cases[i].pages[n]; n++) {
        Arena *arena = arena_new();
        good = unwrap_page(arena, STR("page"), str_of(cases[i].pages[n]), &rules, &state, out, page, error);
        page->next = str_given(page->next) ? arena_str(keep, page->next) : STR_NONE;
        arena_free(&arena);
    }
    *rows = state.rows;
    return good;
}

Test(unwrap, pages) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        Buf out = {.arena = arena};
        UnwrapPage page;
        size_t rows;
        buf_add(&out, STR(""));
        bool good = read_pages(arena, i, &out, &page, &rows, &error);
        cr_assert_eq(good, cases[i].out != NULL, "case %zu: %s", i, error ? error->message : "accepted");
        if (good) {
            cr_assert(str_eq_cstr(buf_str(&out), cases[i].out), "case %zu: " STR_FMT, i, STR_ARG(buf_str(&out)));
            size_t lines = 0;
            for (size_t at = 0; at < out.len; at++)
                lines += out.data[at] == '\n';
            cr_assert_eq(rows, lines, "case %zu: %zu rows", i, rows);
            cr_assert(str_eq(page.next, str_of(cases[i].then)), "case %zu: next is " STR_FMT, i, STR_ARG(page.next));
        } else {
            cr_assert(strstr(error->message, cases[i].problem), "case %zu: %s", i, error->message);
        }
    }
    arena_free(&arena);
}

Test(unwrap, places_in_json) {
    static const struct {
        const char *json, *path, *want;
    } paths[] = {
        {"{\"a\":{\"b\":[1,{\"c\":\"x\"}]}}", "a.b.1.c", "\"x\""},
        {"{\"a.b\":1,\"a\":{\"b\":2}}", "a.b", "1"},
        {"{\"a\":{\"b.c\":3}}", "a.b.c", "3"},
        {"[1,2]", "1", "2"},
        {"[1,2]", "2", NULL},
        {"[1,2]", "x", NULL},
        {"{\"a\":1}", "b", NULL},
        {"{\"a\":1}", "a.b", NULL},
        {"{\"a\":1", "b", NULL},
        {"7", "a", NULL},
        {"", "a", NULL},
    };
    static const struct {
        const char *value, *want;
    } texts[] = {
        {"\"a\\n\\u00e9\\ud83d\\ude00\\/\\\"\"", "a\n\xC3\xA9\xF0\x9F\x98\x80/\""},
        {"\"\"", ""},
        {"-1.50", "-1.50"},
        {"true", NULL},
        {"{}", NULL},
        {"", NULL},
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        Str got = span_at(str_of(paths[i].json), str_of(paths[i].path));
        cr_assert_eq(str_given(got), paths[i].want != NULL, "%s %s", paths[i].json, paths[i].path);
        cr_assert(str_eq(got, str_of(paths[i].want)), "%s %s: " STR_FMT, paths[i].json, paths[i].path, STR_ARG(got));
    }
    Str nul = span_text(arena, (Str){"\"a\\\0b\"", 6});
    cr_assert(nul.len == 3 && memcmp(nul.data, "a\0b", 3) == 0, "a NUL behind a backslash");
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        Str got = span_text(arena, str_of(texts[i].value));
        cr_assert_eq(str_given(got), texts[i].want != NULL, "%s", texts[i].value);
        cr_assert(str_eq(got, str_of(texts[i].want)), "%s: " STR_FMT, texts[i].value, STR_ARG(got));
    }
    arena_free(&arena);
}
