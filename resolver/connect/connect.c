#include "connect/connect.h"

#include "base/buf.h"
#include "base/banned.h"

struct Connect {
    Arena *arena;
    Config config;
    Auth *auths; /* one a site, in their order, and one for addresses that no site knows */
    DashboardFetch fetch;
    const ConnectWatch *watch; /* NULL: nobody */
};

static Auth *auth_of(Connect *connect, const Site *site) {
    size_t i = site == &connect->config.network ? connect->config.sites.len : (size_t)(site - connect->config.sites.items);
    return &connect->auths[i];
}

/* ---- from an address to its section ---- */

/* ", only @kpi, @other" */
static const char *names_of(Arena *arena, const Config *config) {
    Buf buf = {.arena = arena};
    buf_add(&buf, STR(""));
    for (size_t i = 0; i < config->sites.len; i++)
        buf_printf(&buf, "%s@" STR_FMT, i ? ", " : ", only ", STR_ARG(config->sites.items[i].name));
    return buf_str(&buf).data;
}

bool connect_target(Connect *connect, const char *address, const Site **site, Url *url, GError **error) {
    const Config *config = &connect->config;
    Str text = str_of(address);
    if (!str_starts(text, STR("@"))) {
        if (!url_parse(connect->arena, text, url, error))
            return false;
        *site = config_site_of(config, url);
        *site = *site ? *site : &config->network;
        return true;
    }
    *site = config_site(config, str_sub(text, 1, text.len));
    if (*site) {
        *url = (*site)->url;
        return true;
    }
    if (str_given(config->file))
        return failure_set(error, FAILURE_UNNAMED, "%s: " STR_FMT " has no section [dashboard %s]%s", address, STR_ARG(config->file),
                           address + 1, names_of(connect->arena, config));
    g_autofree char *usual = config_usual_path();
    return failure_set(error, FAILURE_CONFIG, "%s: there is no configuration file %s", address, usual);
}

/* What messages and rows call it: nothing secret. */
static Str name_of(Arena *arena, const char *address, const Url *url) {
    return address[0] == '@' ? arena_cstr(arena, address) : url_shown(arena, url);
}

/* Who asks, as far as the answer may depend on it. */
static Str identity_of(Arena *arena, const Site *site) {
    Buf buf = {.arena = arena};
    buf_printf(&buf, "%s\n" STR_FMT "\n" STR_FMT "\n" STR_FMT "\n", auth_word(site->auth), STR_ARG(site->user), STR_ARG(site->client_id),
               STR_ARG(site->scope));
    buf_add(&buf, secret_source_told(arena, &site->token));
    for (size_t i = 0; i < site->headers.len; i++)
        buf_printf(&buf, "\n" STR_FMT, STR_ARG(site->headers.items[i]));
    return buf_str(&buf);
}

/* ---- fetching ---- */

/* One dashboard as it is watched. */
typedef struct Watched {
    const ConnectWatch *watch;
    Str name;
    const Session *session;
    const PagesTold *told;
} Watched;

static void on_bytes(void *self, size_t bytes) {
    const Watched *watched = self;
    size_t before = watched->session->site->limits.body - watched->session->room;
    watched->watch->far(watched->watch->self, watched->name, watched->told->pages, before + bytes);
}

bool connect_read(Connect *connect, Arena *arena, const char *address, bool trial, DashboardFetched *out, PagesTold *told,
                  GError **error) {
    const Site *site;
    Url url;
    *told = (PagesTold){0};
    if (!connect_target(connect, address, &site, &url, error))
        return false;
    g_autofree char *cache = site->cache && !trial ? cache_path(url.text, identity_of(arena, site)) : NULL;
    Session session = {.site = site, .auth = auth_of(connect, site), .http = http_new(), .retry = site->retry,
                       .room = site->limits.body, .certificate = trial};
    if (trial) /* somebody waits */
        session.retry.times = MIN(session.retry.times, 1);
    PagesAsk ask = {.url = &url, .cache = cache, .first_only = trial};
    *out = (DashboardFetched){.name = name_of(arena, address, &url), .names = site->names};
    Watched watched = {connect->watch, out->name, &session, told};
    HttpWatch watch = {&watched, on_bytes};
    session.watch = connect->watch ? &watch : NULL;
    bool good = pages_read(&session, arena, &ask, &out->bytes, told, error);
    http_free(&session.http);
    return good;
}

static bool read_whole(void *self, Arena *arena, const char *address, DashboardFetched *out, GError **error) {
    PagesTold told;
    return connect_read(self, arena, address, false, out, &told, error);
}

bool connect_authorize(Connect *connect, const Site *site, GError **error) {
    Http *http = http_new();
    RetrySpent spent = {0};
    Str header;
    bool good = auth_header(auth_of(connect, site), http, &spent, &header, error);
    http_free(&http);
    return good;
}

/* ---- open and close ---- */

Connect *connect_open(const char *config, GError **error) {
    Connect *connect = g_new0(Connect, 1);
    connect->arena = arena_new();
    if (!config_read(connect->arena, config, &connect->config, error)) {
        connect_free(&connect);
        return NULL;
    }
    const Config *read = &connect->config;
    connect->auths = ARENA_ARRAY(connect->arena, Auth, read->sites.len + 1);
    for (size_t i = 0; i <= read->sites.len; i++)
        connect->auths[i] = (Auth){.site = i < read->sites.len ? &read->sites.items[i] : &read->network, .arena = connect->arena};
    connect->fetch = (DashboardFetch){.self = connect, .read = read_whole};
    return connect;
}

void connect_free(Connect **freed) {
    Connect *connect = *freed;
    if (!connect)
        return;
    arena_free(&connect->arena);
    g_free(connect);
    *freed = NULL;
}

const DashboardFetch *connect_fetch(const Connect *connect) {
    return &connect->fetch;
}

void connect_watch(Connect *connect, const ConnectWatch *watch) {
    connect->watch = watch;
}

const Config *connect_config(const Connect *connect) {
    return &connect->config;
}
