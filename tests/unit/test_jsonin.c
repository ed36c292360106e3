#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/buf.h"
#include "parsers/jsonin.h"

/* The tree in a short form: i and r before numbers, s before strings, names in front of a colon. */
static void show(Buf *out, const JsonIn *value) {
    static const char *const marks[] = {"null", "true", "false", "i", "r", "s", "[", "{"};
    buf_add(out, str_of(marks[value->kind]));
    buf_add(out, value->text);
    for (const JsonIn *child = value->first; child; child = child->next) {
        buf_printf(out, STR_FMT "%s", STR_ARG(child->name), value->kind == JSONIN_OBJECT ? ":" : "");
        show(out, child);
        buf_add_char(out, child->next ? ',' : ' ');
    }
    if (value->kind >= JSONIN_ARRAY)
        buf_printf(out, "%zu", value->count);
}

static const struct {
    const char *json, *want;
} read[] = {
    {"{}", "{0"},
    {" [ ] \n", "[0"},
    {"{\"a\":1,\"b\" : [true,false,null]}", "{a:i1,b:[true,false,null 3 2"},
    {"[-0,12,9223372036854775807,-9223372036854775808]", "[i-0,i12,i9223372036854775807,i-9223372036854775808 4"},
    {"[0.50,-1e3,2E+2,1.5e-7]", "[r0.50,r-1e3,r2E+2,r1.5e-7 4"},
    {"[\"plain\",\"\",\"a\\n\\\"\\\\\\/\\t\\b\\f\\r\"]", "[splain,s,sa\n\"\\/\t\b\f\r 3"},
    {"[\"\\u00e9\\u65E5\\uD83D\\uDE00x\"]", "[s\303\251\346\227\245\360\237\230\200x 1"},
    {"{\"\\u0061\":\"\\u00e9\",\"\":2}", "{a:s\303\251,:i2 2"},
    {"[{\"a\":1},{\"a\":2}]", "[{a:i1 1,{a:i2 1 2"},
};

static const struct {
    const char *json;
    size_t line;
    const char *text;
} refused[] = {
    {"", 1, "an object or array is expected"},
    {"5", 1, "an object or array is expected"},
    {"\xEF\xBB\xBF{}", 1, "an object or array is expected"},
    {"[\"\xE9\"]", 1, "it is no UTF-8"},
    {"[\"\xED\xA0\x80\"]", 1, "it is no UTF-8"},
    {"[", 1, "it is cut off"},
    {"{\"a\":", 1, "it is cut off"},
    {"[1,]", 1, "a value is expected"},
    {"[nul]", 1, "a value is expected"},
    {"[truex]", 1, "a comma or ] is expected"},
    {"{\n\"a\":1\n\"b\":2}", 3, "a comma or } is expected"},
    {"{\"a\":1,}", 1, "a name in quotation marks is expected"},
    {"{a:1}", 1, "a name in quotation marks is expected"},
    {"{\"a\"}", 1, "a colon is expected behind a name"},
    {"{\"a\\u0000\":1}", 1, "a zero byte in a name"},
    {"{\"a\":1,\"\\u0061\":2}", 1, "a name stands twice in an object"},
    {"[\"a", 1, "a string is not closed"},
    {"[\"a\nb\"]", 1, "a line end or control character in a string"},
    {"[\"\\x\"]", 1, "an escape that JSON does not have"},
    {"[\"\\", 1, "an escape that JSON does not have"},
    {"[\"\\u12\"]", 1, "an escape that is no character"},
    {"[\"\\uD800\"]", 1, "an escape that is no character"},
    {"[\"\\uDC00\\uD800\"]", 1, "an escape that is no character"},
    {"[01]", 1, "a number that JSON does not write so"},
    {"[1.]", 1, "a number that JSON does not write so"},
    {"[-]", 1, "a number that JSON does not write so"},
    {"[1e]", 1, "a number that JSON does not write so"},
    {"[9223372036854775808]", 1, "a number that is too large"},
    {"[-9223372036854775809]", 1, "a number that is too large"},
    {"[1e400]", 1, "a number that is too large"},
    {"{}\n\n x", 3, "there is text behind it"},
};

/* In memory exactly as long. */
static bool read_exact(Arena *arena, const char *json, char **bytes, JsonIn **root, JsonInError *error) {
    size_t len = strlen(json);
    *bytes = malloc(len ? len : 1);
    memcpy(*bytes, json, len);
    return jsonin_read(arena, (Str){*bytes, len}, root, error);
}

Test(jsonin, reads_and_refuses) {
    Arena *arena = arena_new();
    JsonIn *root;
    JsonInError error;
    char *bytes;
    for (size_t i = 0; i < sizeof read / sizeof *read; i++) {
        Buf out = {.arena = arena};
        cr_assert(read_exact(arena, read[i].json, &bytes, &root, &error), "%s: %s", read[i].json, error.text);
        show(&out, root);
        cr_expect_str_eq(buf_str(&out).data, read[i].want);
        free(bytes);
    }
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        cr_expect(!read_exact(arena, refused[i].json, &bytes, &root, &error), "%s", refused[i].json);
        cr_expect(error.text && strcmp(error.text, refused[i].text) == 0 && error.line == refused[i].line, "%s: line %zu: %s",
                  refused[i].json, error.line, error.text ? error.text : "no reason");
        free(bytes);
    }
    arena_free(&arena);
}

static Str repeated(Arena *arena, const char *text, size_t times, const char *behind) {
    Buf out = {.arena = arena};
    for (size_t i = 0; i < times; i++)
        buf_add(&out, str_of(text));
    buf_add(&out, str_of(behind));
    return buf_str(&out);
}

Test(jsonin, depth_members_and_zero_bytes) {
    Arena *arena = arena_new();
    JsonIn *root;
    JsonInError error;
    cr_expect(!jsonin_read(arena, repeated(arena, "[", 100000, ""), &root, &error));
    cr_expect_str_eq(error.text, "values are nested too deeply");
    Buf many = {.arena = arena};
    for (int i = 0; i < 5000; i++)
        buf_printf(&many, "%c\"k%d\":%d", i ? ',' : '{', i, i);
    Str start = arena_str(arena, buf_str(&many));
    cr_assert(jsonin_read(arena, arena_printf(arena, "%s}", start.data), &root, &error), "%s", error.text);
    cr_expect(str_eq_cstr(jsonin_get(root, "k4321")->text, "4321"));
    cr_expect(!jsonin_get(root, "k5000") && !jsonin_get(NULL, "k1") && !jsonin_get(root->first, "k1"));
    cr_expect(!jsonin_read(arena, arena_printf(arena, "%s,\"k4321\":1}", start.data), &root, &error), "a twin among many");
    cr_assert(jsonin_read(arena, STR("[\"a\\u0000b\"]"), &root, &error));
    cr_expect(str_eq(root->first->text, STR("a\0b")), "a zero byte in a text");
    cr_expect(!jsonin_read(arena, STR("[1\0]"), &root, &error), "a zero byte behind a number");
    arena_free(&arena);
}
