/* Any bytes as what a server may say: headers, a page of JSON, a copy of it, a configuration. */
#include <stdlib.h>

#include "connect/config.h"
#include "connect/json_span.h"
#include "connect/link.h"
#include "connect/retry.h"
#include "connect/unwrap.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void try_headers(Arena *arena, Str text) {
    Str target = link_next(text);
    g_assert(!str_given(target) || (target.data >= text.data && target.data + target.len <= text.data + text.len));
    g_assert(retry_after(text, 0) >= -1);
    Url base, url;
    g_assert(url_parse(arena, STR("https://kpi.example/a/b?c=d"), &base, NULL));
    if (!url_resolve(arena, &base, text, &url, NULL))
        return;
    g_assert(url.host.len && url.path.len && url.path.data[0] == '/');
    g_assert(url_is_https(&url) || str_eq_nocase(url.scheme, STR("http")));
    Str shown = url_shown(arena, &url);
    g_assert(str_find_char(shown, '?') < 0);
}

/* Every row of a page is one line. */
static void try_page(Arena *arena, Str text) {
    UnwrapRules rules = {0};
    UnwrapState state = {0};
    UnwrapPage page;
    Arena *keep = arena_new();
    Buf out = {.arena = keep};
    g_autoptr(GError) error = NULL;
    buf_add(&out, STR(""));
    bool good = unwrap_page(arena, STR("page"), text, &rules, &state, &out, &page, &error);
    g_assert(good == !error);
    size_t lines = 0;
    for (size_t i = 0; i < out.len; i++)
        lines += out.data[i] == '\n';
    g_assert(!good || (lines == page.rows && lines == state.rows));
    arena_free(&keep);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *arena = arena_new();
    Str text = arena_str(arena, (Str){(const char *)data, size});
    Config config;
    try_headers(arena, text);
    try_page(arena, text);
    span_at(text, STR("a.b.0.c"));
    span_text(arena, text);
    config_parse(arena, STR("/x/resolver.ini"), text, &config, NULL);
    arena_free(&arena);
    return 0;
}
