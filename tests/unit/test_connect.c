#include <criterion/criterion.h>

#include "connect/auth.h"
#include "connect/link.h"
#include "connect/retry.h"

#define STARTS(text, with) cr_assert(str_starts(text, str_of(with)), STR_FMT, STR_ARG(text))
#define EQUALS(got, want, about) \
    cr_assert(str_eq_cstr(got, want), "%s: \"" STR_FMT "\" instead of \"%s\"", about, STR_ARG(got), want)

Test(connect, link_headers) {
    static const struct {
        const char *header, *next;
    } cases[] = {
        {"<https://a/2>; rel=\"next\"", "https://a/2"},
        {"<https://a/2>;rel=next", "https://a/2"},
        {"</2?x=1,2;3>; rel=\"next\"", "/2?x=1,2;3"},
        {"<a>; rel=prev, <b>; rel=\"last next\", <c>; rel=next", "b"},
        {"<a>; title=\"x, y; rel=next\"; rel=prev, <b>; rel=NEXT", "b"},
        {"<a>; title=\"\\\"\"; rel=next", "a"},
        {"<a>; rel=prev; rel=next", NULL},
        {"<a>; rel=\"nextpage\"", NULL},
        {"<a>; rev=next", NULL},
        {"<a", NULL},
        {"<a>", NULL},
        {"<a>; rel", NULL},
        {"<a>; rel=\"next", "a"},
        {"<>; rel=next", ""},
        {"", NULL},
        {",,;;<a>;;;rel=next", "a"},
        {"\"<a>; rel=prev\" <b>; rel=next", "b"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Str got = link_next(str_of(cases[i].header));
        cr_assert_eq(str_given(got), cases[i].next != NULL, "%s: " STR_FMT, cases[i].header, STR_ARG(got));
        if (cases[i].next)
            EQUALS(got, cases[i].next, cases[i].header);
    }
}

Test(connect, when_to_come_again) {
    int64_t now = http_date(STR("Mon, 19 Jan 2026 08:00:00 GMT"));
    cr_assert_eq(now, 1768809600);
    static const struct {
        const char *header;
        int64_t milliseconds;
    } cases[] = {
        {"0", 0},
        {"120", 120000},
        {" 5 ", 5000},
        {"Mon, 19 Jan 2026 08:00:30 GMT", 30000},
        {"Monday, 19-Jan-26 08:00:30 GMT", 30000},
        {"Mon Jan 19 08:00:30 2026", 30000},
        {"Mon, 19 Jan 2026 07:00:00 GMT", 0},
        {"-5", -1},
        {"1.5", -1},
        {"5s", -1},
        {"soon", -1},
        {"", -1},
        {"99999999999999999999", -1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        cr_assert_eq(retry_after(str_of(cases[i].header), now), cases[i].milliseconds, "%s: %" G_GINT64_FORMAT, cases[i].header,
                     retry_after(str_of(cases[i].header), now));
    cr_assert_eq(retry_after(STR_NONE, now), -1);
}

Test(connect, waits_grow_and_differ) {
    RetryRules rules = {.times = 5, .wait = 100, .most = 1000, .total = 10000};
    static const int64_t most[] = {100, 200, 400, 800, 1000, 1000};
    for (int n = 1; n <= 6; n++) {
        cr_assert_eq(retry_growing(&rules, n, 0), most[n - 1]);
        cr_assert(retry_growing(&rules, n, 0xFFFF) > most[n - 1] / 2 - 1 && retry_growing(&rules, n, 0xFFFF) < most[n - 1]);
    }
    cr_assert_eq(retry_growing(&rules, 1000000, 0), 1000);
    static const struct {
        int status;
        bool transient;
    } statuses[] = {{200, false}, {400, false}, {401, false}, {404, false}, {408, true}, {425, true}, {429, true},
                    {500, true},  {501, false}, {502, true},  {503, true},  {504, true}, {505, false}};
    for (size_t i = 0; i < G_N_ELEMENTS(statuses); i++)
        cr_assert_eq(retry_is_transient(statuses[i].status), statuses[i].transient, "%d", statuses[i].status);
}

Test(connect, what_is_waited_before_the_next_try) {
    RetryRules rules = {.times = 3, .wait = 100, .most = 1000, .total = 10000};
    static const struct {
        bool whole, transient;
        const char *after;
        int n;
        int64_t waited, want;
    } cases[] = {
        {true, true, NULL, 1, 0, 100},      {true, true, NULL, 3, 0, 400},      {true, true, "2", 1, 0, 2000},
        {true, true, "0", 2, 0, 200},       {true, true, "10", 1, 0, 10000},    {true, true, "11", 1, 0, -1},
        {true, true, "2", 1, 8000, 2000},   {true, true, "2", 1, 8001, -1},     {true, true, NULL, 4, 0, -1},
        {true, false, "0", 1, 0, -1},       {false, true, NULL, 2, 0, 200},     {false, false, NULL, 1, 0, -1},
        {true, true, "whenever", 1, 0, 100}, {true, true, NULL, 1, 9950, -1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        HttpAnswer answer = {.whole = cases[i].whole, .transient = cases[i].transient, .retry_after = str_of(cases[i].after)};
        int64_t wait = retry_next(&rules, &(RetrySpent){cases[i].waited}, cases[i].n, &answer, 0);
        cr_assert_eq(wait, cases[i].want, "case %zu: %" G_GINT64_FORMAT, i, wait);
    }
}

Test(connect, tokens_are_renewed_before_they_expire) {
    static const int64_t cases[][2] = {{3600, 3540}, {120, 60}, {100, 50}, {10, 5}, {1, 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        cr_assert_eq(auth_lifetime(cases[i][0]), cases[i][1]);
}

/* ---- addresses ---- */

Test(connect, addresses_are_taken_apart) {
    static const struct {
        const char *text, *shown, *problem;
    } cases[] = {
        {"https://kpi.example/rows", "https://kpi.example/rows", NULL},
        {"https://kpi.example", "https://kpi.example/", NULL},
        {"HTTPS://KPI.example:443/a/../b?key=s3cret#x", "https://KPI.example/b", NULL},
        {"https://kpi.example:8443/x", "https://kpi.example:8443/x", NULL},
        {"http://[::1]:80/x", "http://[::1]/x", NULL},
        {"https://u:s3cret@kpi.example/", NULL, "names a user"},
        {"https://u@kpi.example/", NULL, "names a user"},
        {"ftp://kpi.example/", NULL, "not by ftp"},
        {"file:///etc/passwd", NULL, "not by file"},
        {"https://kpi.example:99999/?s3cret", NULL, "no address"},
        {"https://a b/", NULL, "no address"},
        {"https://kpi.example/\r\nX: 1", NULL, "control characters"},
        {"https://kpi.example/rows/%2e%2e/other?s3cret", NULL, "in disguise"},
        {"https://kpi.example/rows/%2E./other", NULL, "in disguise"},
        {"https://kpi.example/rows/.%2e", NULL, "in disguise"},
        {"https://kpi.example/rows/%2e", NULL, "in disguise"},
        {"https://kpi.example/rows%2f..%2Fother", NULL, "in disguise"},
        {"https://kpi.example/rows/..%5cother", NULL, "in disguise"},
        {"https://kpi.example/rows%2e%2e/%2ejson/...", "https://kpi.example/rows%2e%2e/%2ejson/...", NULL},
        {"https://kpi.example/100%25/x?up=%2e%2e/", "https://kpi.example/100%25/x", NULL},
        {"", NULL, "empty"},
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        Url url;
        bool good = url_parse(arena, str_of(cases[i].text), &url, &error);
        cr_assert_eq(good, cases[i].shown != NULL, "%s: %s", cases[i].text, error ? error->message : "accepted");
        if (good)
            EQUALS(url_shown(arena, &url), cases[i].shown, cases[i].text);
        else
            cr_assert(strstr(error->message, cases[i].problem) && !strstr(error->message, "s3cret"), "%s", error->message);
    }
    arena_free(&arena);
}

static Url url_of(Arena *arena, const char *text) {
    Url url;
    cr_assert(url_parse(arena, str_of(text), &url, NULL), "%s", text);
    return url;
}

Test(connect, credentials_belong_to_an_origin) {
    static const struct {
        const char *a, *b;
        bool same, below; /* b lies below a */
    } cases[] = {
        {"https://kpi.example/api", "https://kpi.example/api", true, true},
        {"https://kpi.example/api", "https://KPI.EXAMPLE:443/api/x?y", true, true},
        {"https://kpi.example/api/", "https://kpi.example/api/x", true, true},
        {"https://kpi.example/api", "https://kpi.example/apis", true, false},
        {"https://kpi.example/api", "https://kpi.example/", true, false},
        {"https://kpi.example/api", "https://kpi.example/api/../other", true, false},
        {"https://kpi.example/", "https://kpi.example.evil.example/", false, false},
        {"https://kpi.example/", "https://evil.example/kpi.example/", false, false},
        {"https://kpi.example/", "http://kpi.example/", false, false},
        {"https://kpi.example/", "https://kpi.example:8443/", false, false},
        {"https://kpi.example/", "https://kpi.example./", false, false},
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Url a = url_of(arena, cases[i].a), b = url_of(arena, cases[i].b);
        cr_assert_eq(url_same_origin(&a, &b), cases[i].same, "%s %s", cases[i].a, cases[i].b);
        cr_assert_eq(url_is_below(&b, &a), cases[i].below, "%s %s", cases[i].a, cases[i].b);
    }
    static const struct {
        const char *url;
        bool loopback;
    } hosts[] = {{"http://localhost/", true},          {"http://127.0.0.1:8/", true},       {"http://127.9.9.9/", true},
                 {"http://[::1]/", true},              {"http://localhost.evil.example/", false},
                 {"http://127.0.0.1.evil.example/", false}, {"http://10.0.0.1/", false},    {"http://127.evil/", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(hosts); i++) {
        Url url = url_of(arena, hosts[i].url);
        cr_assert_eq(url_is_loopback(&url), hosts[i].loopback, "%s", hosts[i].url);
    }
    arena_free(&arena);
}

Test(connect, links_and_parameters) {
    static const struct {
        const char *base, *link, *want;
    } links[] = {
        {"https://a/x/y?z=1", "?z=2", "https://a/x/y?z=2"},
        {"https://a/x/y", "w?z", "https://a/x/w?z"},
        {"https://a/x/y", "/w", "https://a/w"},
        {"https://a/x/y", "//b/w", "https://b/w"},
        {"https://a/x/y", "https://b/w", "https://b/w"},
        {"https://a/x/y", " /w ", "https://a/w"},
    };
    static const struct {
        const char *url, *name, *value, *want;
    } sets[] = {
        {"https://a/x", "page", "2", "https://a/x?page=2"},
        {"https://a/x?page=1&k=v", "page", "2", "https://a/x?k=v&page=2"},
        {"https://a/x?%24skip=1&$skip=2&q", "$skip", "30", "https://a/x?q&%24skip=30"},
        {"https://a/x?pages=1", "page", "2", "https://a/x?pages=1&page=2"},
        {"https://a/x", "c", "a b&c=d/+", "https://a/x?c=a%20b%26c%3Dd%2F%2B"},
    };
    Arena *arena = arena_new();
    Url out;
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++) {
        Url base = url_of(arena, links[i].base);
        cr_assert(url_resolve(arena, &base, str_of(links[i].link), &out, NULL), "%s", links[i].link);
        EQUALS(out.text, links[i].want, links[i].link);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(sets); i++) {
        Url base = url_of(arena, sets[i].url);
        cr_assert(url_with_parameter(arena, &base, str_of(sets[i].name), str_of(sets[i].value), &out, NULL));
        EQUALS(out.text, sets[i].want, sets[i].url);
    }
    EQUALS(url_encoded(arena, ((Str){"a\0b", 3})), "a%00b", "a NUL");
    Url base = url_of(arena, "https://a/");
    g_autoptr(GError) error = NULL;
    cr_assert_not(url_resolve(arena, &base, STR("https://u:p@b/"), &out, &error));
    STARTS(str_of(error->message), "the address names a user");
    arena_free(&arena);
}
