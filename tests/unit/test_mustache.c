#include <criterion/criterion.h>

#include "reply/mustache_json.h"

typedef struct Case {
    const char *template, *data, *wanted;
} Case;

static Str render(Arena *arena, const char *template, const char *data, MustacheEscape escape, GError **error) {
    Names *names = names_new();
    Mustache *set = mustache_new(names);
    Buf out = {.arena = arena};
    json_t *json = json_loads(data, JSON_DECODE_ANY, NULL);
    cr_assert_not_null(json, "bad data: %s", data);
    /* exact size, so that a sanitizer sees a read behind the end */
    size_t len = strlen(template);
    char *exact = g_malloc(len ? len : 1);
    memcpy(exact, template, len);
    bool done = mustache_add(set, STR("p"), STR("p.mustache"), STR("<{{x}}>"), error) &&
                mustache_add(set, STR("lines"), STR("lines.mustache"), STR("a\n{{#l}}\n- {{.}}\n{{/l}}\n"), error) &&
                mustache_add(set, STR("t"), STR("t.mustache"), (Str){exact, len}, error) &&
                mustache_render_json(set, STR("t"), json, escape, &out, error);
    g_free(exact);
    json_decref(json);
    mustache_free(&set);
    names_free(&names);
    return done ? buf_str(&out) : STR_NONE;
}

Test(mustache, renders) {
    static const Case cases[] = {
        {"", "{}", ""},
        {"plain", "{}", "plain"},
        {"{{x}}|{{ x }}|{{{x}}}|{{&x}}", "{\"x\": \"<&>\"}", "<&>|<&>|<&>|<&>"},
        {"{{x}}", "{\"x\": \"{{y}}\", \"y\": \"never\"}", "{{y}}"},
        {"{{a.b.c}}|{{a.x}}|{{a.b.c.d}}", "{\"a\": {\"b\": {\"c\": \"v\"}}, \"x\": \"no\"}", "v||"},
        {"{{#a}}{{x}}{{/a}}", "{\"a\": {\"x\": \"in\"}, \"x\": \"out\"}", "in"},
        {"{{#a}}{{x}}{{/a}}", "{\"a\": {}, \"x\": \"out\"}", "out"},
        {"{{#l}}{{.}},{{/l}}", "{\"l\": [1, \"b\", 2.5]}", "1,b,2.5,"},
        {"{{^l}}none{{/l}}", "{\"l\": []}", "none"},
        {"{{#s}}x{{/s}}{{^s}}y{{/s}}", "{\"s\": \"\"}", "y"},
        {"{{#b}}x{{/b}}{{^b}}y{{/b}}", "{\"b\": false}", "y"},
        {"{{! a comment }}.\n  {{! alone }}\n.", "{}", ".\n."},
        {"{{=<% %>=}}<%x%>{{x}}", "{\"x\": 1}", "1{{x}}"},
        {"{{>p}}", "{\"x\": 1}", "<1>"},
        {"{{>nothing}}.", "{}", "."},
        {"{{>*which}}", "{\"which\": \"p\", \"x\": 2}", "<2>"},
        {"{{>*which}}|{{>*l}}|{{>*no}}|{{>*e}}.", "{\"which\": \"q\", \"l\": [\"p\"], \"e\": \"\"}", "|||."},
        {"{{a.}}|{{.a}}|{{a..b}}", "{\"a\": \"v\"}", "v||"},
        {"{{#a}}{{x}}{{/a}}", "{\"a\": {\"x\": null}, \"x\": \"out\"}", ""},
        {"{{t}} {{f}} {{n}}.", "{\"t\": true, \"f\": false, \"n\": null}", "true false ."},
        {"top\n  {{>lines}}\nend", "{\"l\": [\"m\\nn\", 2]}", "top\n  a\n  - m\nn\n  - 2\nend"},
        {"{{#a}}\r\nx\r\n{{/a}}\r\n", "{\"a\": true}", "x\r\n"},
        {"a {{#b}}\n{{/b}} c", "{\"b\": true}", "a \n c"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena *arena = arena_new();
        GError *error = NULL;
        Str got = render(arena, cases[i].template, cases[i].data, MUSTACHE_TEXT, &error);
        cr_expect_str_eq(got.data ? got.data : error->message, cases[i].wanted, "case %zu: %s", i, cases[i].template);
        g_clear_error(&error);
        arena_free(&arena);
    }
}

Test(mustache, escapes_html) {
    Arena *arena = arena_new();
    Str got = render(arena, "{{x}} {{{x}}}", "{\"x\": \"<b>&\\\"'\"}", MUSTACHE_HTML, NULL);
    cr_assert_str_eq(got.data, "&lt;b&gt;&amp;&quot;&#39; <b>&\"'");
    arena_free(&arena);
}

Test(mustache, refuses_with_the_position) {
    static const Case cases[] = {
        {"a\n{{#b}}\nc", "{}", "t.mustache:2: unbalanced section, never closed: b"},
        {"{{#a}}\n{{#b}}\n{{/a}}{{/b}}", "{}", "t.mustache:3: unbalanced section, closed by the name /a"},
        {"\n\n{{/b}}", "{}", "t.mustache:3: unbalanced section, nothing is open for /b"},
        {"{{! two\nlines }}\n{{x", "{}", "t.mustache:3: a tag is not closed"},
        {"{{{x}}", "{}", "t.mustache:1: a tag is not closed"},
        {"{{}}", "{}", "t.mustache:1: a tag without a name"},
        {"{{=<%=}}", "{}", "t.mustache:1: delimiters must be two words without \"=\": <%"},
        {"{{=a =b=}}", "{}", "t.mustache:1: delimiters must be two words without \"=\": a =b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena *arena = arena_new();
        GError *error = NULL;
        Str got = render(arena, cases[i].template, cases[i].data, MUSTACHE_TEXT, &error);
        cr_assert_null(got.data, "case %zu was rendered", i);
        cr_expect_str_eq(error->message, cases[i].wanted, "case %zu", i);
        g_clear_error(&error);
        arena_free(&arena);
    }
}

/* A template that calls itself, twice: without bounds it would take 2^64 steps. */
Test(mustache, bounds_recursion_and_nesting) {
    Arena *arena = arena_new();
    Buf out = {.arena = arena};
    GError *error = NULL;
    json_t *data = json_object();
    Names *names = names_new();
    Mustache *set = mustache_new(names);
    cr_assert(mustache_add(set, STR("self"), STR("self"), STR("{{>self}}{{>self}}"), NULL));
    cr_expect_not(mustache_render_json(set, STR("self"), data, MUSTACHE_TEXT, &out, &error));
    cr_expect_str_eq(error->message, "self:1: partials are nested too deep");
    g_clear_error(&error);
    GString *deep = g_string_new(NULL);
    for (int i = 0; i < 100000; i++)
        g_string_append(deep, "{{#a}}");
    cr_expect_not(mustache_add(set, STR("deep"), STR("deep"), (Str){deep->str, deep->len}, &error));
    cr_expect_str_eq(error->message, "deep:1: sections are nested too deep");
    g_clear_error(&error);
    g_string_free(deep, TRUE);
    json_decref(data);
    mustache_free(&set);
    names_free(&names);
    arena_free(&arena);
}

static gint64 compile_time(size_t n) {
    GString *source = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append(source, "   {{a}}   {{! c }} {{#s}}x{{/s}} { {\n");
    gint64 best = G_MAXINT64;
    for (int round = 0; round < 3; round++) {
        Names *names = names_new();
    Mustache *set = mustache_new(names);
        gint64 from = g_get_monotonic_time();
        cr_assert(mustache_add(set, STR("t"), STR("t"), (Str){source->str, source->len}, NULL));
        best = MIN(best, g_get_monotonic_time() - from);
        mustache_free(&set);
        names_free(&names);
    }
    g_string_free(source, TRUE);
    return MAX(best, 1);
}

/* Growth, not seconds: eight times the template must not take much more than eight times as long. */
Test(mustache, compiles_in_linear_time) {
    gint64 small = compile_time(2000), large = compile_time(16000);
    cr_assert_lt(large, small * 8 * 5, "%ld us against %ld us", (long)large, (long)small);
}

/* ---- the data ---- */

static int made;

static Data make_text(void *of) {
    made++;
    return data_text(str_of(of));
}

/* Names 64 apart share a bit of what an object holds. */
Test(data, members_are_found_by_their_numbers) {
    Arena *arena = arena_new();
    Data object = {.kind = DATA_OBJECT}, list = {.kind = DATA_LIST}, text = data_text(STR("x"));
    for (unsigned name = 0; name < 200; name += 5)
        data_set(arena, &object, name, data_text(arena_printf(arena, "%u", name)));
    for (unsigned name = 0; name < 300; name++) {
        const Data *member = data_member(&object, name);
        cr_expect_eq(member != NULL, name < 200 && name % 5 == 0, "%u", name);
        if (member)
            cr_expect(str_eq(member->text, arena_printf(arena, "%u", name)));
    }
    cr_expect_null(data_member(&list, 0));
    cr_expect_null(data_member(&text, 0));
    arena_free(&arena);
}

Test(data, later_ones_are_made_once_and_only_when_asked_for) {
    Arena *arena = arena_new();
    Data object = {.kind = DATA_OBJECT};
    data_set(arena, &object, 1, data_later(make_text, "one"));
    data_set(arena, &object, 2, data_later(make_text, "two"));
    cr_expect_null(data_member(&object, 3));
    cr_expect_eq(made, 0);
    for (int i = 0; i < 2; i++)
        cr_expect(str_eq_cstr(data_member(&object, 2)->text, "two"));
    cr_expect_eq(made, 1);
    arena_free(&arena);
}

Test(data, names_keep_their_numbers) {
    Names *names = names_new();
    unsigned number;
    cr_expect_eq(names_number(names, STR("a")), 0);
    cr_expect_eq(names_number(names, STR("b")), 1);
    cr_expect_eq(names_number(names, STR("a")), 0);
    cr_expect(names_find(names, STR("b"), &number));
    cr_expect_eq(number, 1);
    cr_expect_not(names_find(names, STR("c"), &number));
    names_free(&names);
}
