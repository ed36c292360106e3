#include "connect/probe.h"

#include "base/buf.h"
#include "connect/json_span.h"
#include "base/banned.h"

#define SOON_DAYS 14   /* a certificate that ends earlier is worth a word */
#define NAMES_MAX 30   /* of the first row, shown where no column is understood */
#define WARNINGS_MAX 5 /* rows left out that are shown */

typedef struct Probe {
    Connect *connect;
    Arena *arena;
    const char *address;
    const DashboardReader *reader;
    const ProbeSink *sink;
    const Site *site;
    Url url;
} Probe;

static void say(const Probe *probe, ProbeVerdict verdict, const char *what, Str told, const char *advice) {
    ProbeStep step = {verdict, what, told, advice};
    probe->sink->step(probe->sink->self, &step);
}

/* Always false. */
static bool fail(const Probe *probe, const char *what, const GError *error) {
    say(probe, PROBE_WRONG, what, arena_cstr(probe->arena, error->message), failure_advice(error));
    return false;
}

static const SecretSource *secret_of(const Site *site) {
    return site->auth == AUTH_OAUTH2 ? &site->client_secret : site->auth == AUTH_BASIC ? &site->password : &site->token;
}

/* The secret, and the token that is had for it. */
static bool try_credentials(const Probe *probe) {
    g_autoptr(GError) error = NULL;
    const Site *site = probe->site;
    Str secret;
    if (site->auth == AUTH_NONE)
        return true;
    if (!secret_read(probe->arena, secret_of(site), site->secret_time, &secret, &error))
        return fail(probe, "secret", error);
    say(probe, PROBE_GOOD, "secret", arena_printf(probe->arena, STR_FMT " (auth = %s)",
                                                  STR_ARG(secret_source_told(probe->arena, secret_of(site))), auth_word(site->auth)), NULL);
    if (!connect_authorize(probe->connect, site, &error))
        return fail(probe, site->auth == AUTH_OAUTH2 ? "token" : "secret", error);
    if (site->auth == AUTH_OAUTH2)
        say(probe, PROBE_GOOD, "token", arena_printf(probe->arena, STR_FMT " gave one", STR_ARG(url_shown(probe->arena, &site->token_url))), NULL);
    return true;
}

static void say_certificate(const Probe *probe, Str expires) {
    int64_t end = str_given(expires) ? http_date(expires) : -1, now = g_get_real_time() / G_USEC_PER_SEC;
    if (end < 0)
        return;
    bool soon = end - now < (int64_t)SOON_DAYS * 24 * 3600;
    say(probe, soon ? PROBE_NOTE : PROBE_GOOD, "certificate", arena_printf(probe->arena, "valid until " STR_FMT, STR_ARG(expires)),
        soon ? "tell the owner of the server that it must be renewed" : NULL);
}

/* What the first row calls its columns, for whoever writes the field keys. */
static Str names_in(Arena *arena, Str bytes) {
    Str line, rest = bytes;
    Buf names = {.arena = arena};
    if (!str_line(&rest, &line) || !span_is_object(line))
        return str_sub(line, 0, 200);
    SpanWalk walk = span_walk(line);
    size_t n = 0;
    for (Str key, value; n < NAMES_MAX && span_next(&walk, &key, &value); n++)
        buf_printf(&names, "%s" STR_FMT, n ? ", " : "", STR_ARG(span_text(arena, key)));
    return buf_str(&names);
}

static Str joined(Arena *arena, const Strs *words) {
    Buf buf = {.arena = arena};
    for (size_t i = 0; i < words->len; i++)
        buf_printf(&buf, "%s" STR_FMT, i ? ", " : "", STR_ARG(words->items[i]));
    return buf_str(&buf);
}

static void say_names(const Probe *probe, const DashboardFetched *file) {
    if (str_starts(file->bytes, STR("PK\003\004")))
        return;
    say(probe, PROBE_NOTE, "columns", arena_printf(probe->arena, "there is: " STR_FMT, STR_ARG(names_in(probe->arena, file->bytes))),
        "say which is which: field.invoice_number = ..., field.kpi_value = ...");
}

static bool try_columns(const Probe *probe, const DashboardFetched *file) {
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) warnings = g_ptr_array_new_with_free_func(g_free);
    DashboardRows rows = {0};
    Strs columns = {0};
    bool good = dashboards_read(probe->reader, probe->arena, file, &rows, &columns, warnings, &error);
    if (!good)
        fail(probe, "columns", error);
    else
        say(probe, PROBE_GOOD, "columns", joined(probe->arena, &columns), NULL);
    if (rows.len)
        say(probe, PROBE_GOOD, "rows", arena_printf(probe->arena, "%zu read, %u left out", rows.len, warnings->len), NULL);
    else if (good)
        say(probe, PROBE_WRONG, "rows", STR("none can be read"), NULL);
    for (guint i = 0; i < warnings->len && i < WARNINGS_MAX; i++)
        say(probe, PROBE_NOTE, "rows", arena_cstr(probe->arena, warnings->pdata[i]), NULL);
    if (!rows.len)
        say_names(probe, file);
    return rows.len > 0;
}

static bool try_page(const Probe *probe) {
    g_autoptr(GError) error = NULL;
    DashboardFetched file;
    PagesTold told;
    if (!connect_read(probe->connect, probe->arena, probe->address, true, &file, &told, &error))
        return fail(probe, "first page", error);
    Str place = told.place.len ? arena_printf(probe->arena, ", rows at \"" STR_FMT "\"", STR_ARG(told.place)) : STR("");
    say(probe, PROBE_GOOD, "first page", arena_printf(probe->arena, "%zu bytes from " STR_FMT STR_FMT "%s", file.bytes.len,
                                                      STR_ARG(told.address), STR_ARG(place), told.more ? "; more pages follow" : ""), NULL);
    say_certificate(probe, told.expires);
    return try_columns(probe, &file);
}

/* Everything that can be told without asking anybody. */
static bool try_address(Probe *probe) {
    g_autoptr(GError) error = NULL;
    if (!connect_target(probe->connect, probe->address, &probe->site, &probe->url, &error))
        return fail(probe, "address", error);
    Str where = str_given(probe->site->name)
                    ? arena_printf(probe->arena, " (" STR_FMT ":%zu)", STR_ARG(connect_config(probe->connect)->file), probe->site->line)
                    : STR(" (no section of the configuration is for it)");
    say(probe, PROBE_GOOD, "address", arena_printf(probe->arena, STR_FMT STR_FMT, STR_ARG(url_shown(probe->arena, &probe->url)), STR_ARG(where)),
        NULL);
    if (!url_is_https(&probe->url) && !url_is_loopback(&probe->url))
        say(probe, PROBE_NOTE, "address", STR("plain http: everybody between can read and change it"), NULL);
    return true;
}

bool probe_address(Connect *connect, const char *address, const DashboardReader *reader, const ProbeSink *sink) {
    Probe probe = {.connect = connect, .arena = arena_new(), .address = address, .reader = reader, .sink = sink};
    bool good = try_address(&probe) && try_credentials(&probe) && try_page(&probe);
    arena_free(&probe.arena);
    return good;
}
