#include "connect/config.h"

#include <sys/stat.h>
#include <unistd.h>

#include "connect/config_values.h"
#include "base/banned.h"

/* ---- the keys ---- */

typedef struct Key {
    const char *name;
    ConfigValue *read;
    size_t field;
    bool network; /* may stand in [network] too */
} Key;

#define SECRET_KEYS(prefix, field)                                                                                     \
    {prefix "_env", config_env, offsetof(Site, field), false}, {prefix "_file", config_file, offsetof(Site, field), false},    \
        {prefix "_command", config_command, offsetof(Site, field), false}

static const Key keys[] = {
    {"ca_file", config_path, offsetof(Site, ca_file), true},
    {"connect_timeout", config_time, offsetof(Site, limits.connect), true},
    {"stall_timeout", config_time, offsetof(Site, limits.stall), true},
    {"total_timeout", config_time, offsetof(Site, limits.total), true},
    {"secret_timeout", config_time, offsetof(Site, secret_time), true},
    {"max_size", config_size, offsetof(Site, limits.body), true},
    {"max_pages", config_positive, offsetof(Site, max_pages), true},
    {"max_redirects", config_count, offsetof(Site, max_redirects), true},
    {"retries", config_count, offsetof(Site, retry.times), true},
    {"retry_wait", config_time, offsetof(Site, retry.wait), true},
    {"retry_max_wait", config_time, offsetof(Site, retry.most), true},
    {"retry_total", config_time, offsetof(Site, retry.total), true},
    {"cache", config_flag, offsetof(Site, cache), true},
    {"url", config_url, offsetof(Site, url), false},
    {"allow_http", config_flag, offsetof(Site, allow_http), false},
    {"allow_origin", config_origins, offsetof(Site, allow_origins), false},
    {"auth", config_auth, offsetof(Site, auth), false},
    {"user", config_text, offsetof(Site, user), false},
    {"header_name", config_word, offsetof(Site, header_name), false},
    {"token_url", config_url, offsetof(Site, token_url), false},
    {"client_id", config_text, offsetof(Site, client_id), false},
    {"client_auth", config_client, offsetof(Site, client_auth), false},
    {"scope", config_text, offsetof(Site, scope), false},
    {"audience", config_text, offsetof(Site, audience), false},
    SECRET_KEYS("token", token),
    SECRET_KEYS("password", password),
    SECRET_KEYS("client_secret", client_secret),
    {"rows", config_text, offsetof(Site, rows), false},
    {"next", config_text, offsetof(Site, next), false},
    {"paging", config_paging, offsetof(Site, paging), false},
    {"page_parameter", config_word, offsetof(Site, page_parameter), false},
    {"offset_parameter", config_word, offsetof(Site, offset_parameter), false},
    {"size_parameter", config_word, offsetof(Site, size_parameter), false},
    {"cursor_parameter", config_word, offsetof(Site, cursor_parameter), false},
    {"first_page", config_count, offsetof(Site, first_page), false},
    {"page_size", config_positive, offsetof(Site, page_size), false},
};

static const Site defaults = {
    .limits = {.connect = 10000, .stall = 60000, .total = 600000, .body = (size_t)256 * 1024 * 1024},
    .retry = {.times = 4, .wait = 1000, .most = 30000, .total = 120000},
    .secret_time = 10000,
    .max_pages = 10000,
    .max_redirects = 5,
    .cache = true,
    .page_parameter = {"page", 4},
    .offset_parameter = {"offset", 6},
    .first_page = 1,
};

/* ---- keys with a name in them ---- */

static bool read_field(const ConfigReader *reader, Str ours, Str theirs, Site *site) {
    const char *const *words = dashboard_column_words();
    Buf known = {.arena = reader->arena};
    buf_add(&known, STR("names no column; there are"));
    for (; *words && !str_eq_cstr(ours, *words); words++)
        buf_printf(&known, " %s", *words);
    if (!*words)
        return config_refuse(reader, buf_str(&known).data);
    if (str_empty(theirs))
        return config_refuse(reader, "is empty");
    *VEC_PUSH(reader->arena, &site->names) = (ColumnName){arena_str(reader->arena, theirs), arena_str(reader->arena, ours)};
    return true;
}

/* What curl or the other keys of the section set is not set here. */
static bool read_header(const ConfigReader *reader, Str name, Str value, Site *site) {
    static const char *const taken[] = {"authorization", "host", "content-length", "transfer-encoding", "accept-encoding",
                                        "if-none-match", "if-modified-since", "cookie", "range"};
    Str checked;
    for (size_t i = 0; i < G_N_ELEMENTS(taken); i++)
        if (str_eq_nocase(name, str_of(taken[i])))
            return config_refuse(reader, "cannot be set as a header; secrets are configured by auth");
    if (!config_word(reader, name, &checked) || str_empty(value))
        return config_refuse(reader, "is empty");
    *VEC_PUSH(reader->arena, &site->headers) = arena_printf(reader->arena, STR_FMT ": " STR_FMT, STR_ARG(name), STR_ARG(value));
    return true;
}

static bool unknown(const ConfigReader *reader, Str key) {
    static const char *const secrets[] = {"token", "password", "client_secret", "secret", "api_key"};
    for (size_t i = 0; i < G_N_ELEMENTS(secrets); i++)
        if (str_eq_cstr(key, secrets[i]))
            return config_refuse(reader, "does not belong in this file: name its source by _env, _file or _command");
    return config_refuse(reader, "is no key of this section");
}

static bool read_key(const ConfigReader *reader, bool network, Site *site) {
    Str key = reader->line->key, value = reader->line->value;
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (str_eq_cstr(key, keys[i].name) && (keys[i].network || !network))
            return keys[i].read(reader, value, (char *)site + keys[i].field);
    if (!network && str_starts(key, STR("field.")))
        return read_field(reader, str_sub(key, 6, key.len), value, site);
    if (!network && str_starts(key, STR("header.")))
        return read_header(reader, str_sub(key, 7, key.len), value, site);
    return unknown(reader, key);
}

/* ---- what belongs together ---- */

static bool is_safe(const Site *site, const Url *url) {
    return url_is_https(url) || url_is_loopback(url) || site->allow_http;
}

static bool check_auth(const ConfigReader *reader, const Site *site) {
    switch (site->auth) {
    case AUTH_BEARER:
    case AUTH_HEADER:
        if (site->auth == AUTH_HEADER && !str_given(site->header_name))
            return config_refuse(reader, "has auth = header and needs header_name");
        return site->token.kind || config_refuse(reader, "needs token_env, token_file or token_command");
    case AUTH_BASIC:
        if (!str_given(site->user) || str_find_char(site->user, ':') >= 0)
            return config_refuse(reader, "has auth = basic and needs a user without a colon");
        return site->password.kind || config_refuse(reader, "needs password_env, password_file or password_command");
    case AUTH_OAUTH2:
        if (!str_given(site->client_id) || !str_given(site->token_url.text))
            return config_refuse(reader, "has auth = oauth2 and needs token_url and client_id");
        if (!is_safe(site, &site->token_url))
            return config_refuse(reader, "has a token_url that is not https");
        return site->client_secret.kind ||
               config_refuse(reader, "needs client_secret_env, client_secret_file or client_secret_command");
    default:
        if (site->token.kind || site->password.kind || site->client_secret.kind)
            return config_refuse(reader, "has a secret but no auth");
        return true;
    }
}

static bool check_site(const ConfigReader *reader, const Site *site) {
    if (!str_given(site->url.text))
        return config_refuse(reader, "needs url");
    if (!is_safe(site, &site->url))
        return config_refuse(reader, "has a url that is not https (allow_http = yes permits it)");
    if (str_given(site->cursor_parameter) && !str_given(site->next))
        return config_refuse(reader, "has cursor_parameter and needs next, where the cursor stands");
    if (site->page_size && !str_given(site->size_parameter))
        return config_refuse(reader, "has page_size and needs size_parameter");
    return check_auth(reader, site);
}

/* ---- the file ---- */

/* The keys of the section that line `at` opens. */
static bool read_section(ConfigReader *reader, const IniLines *lines, size_t at, bool network, Site *site) {
    for (size_t i = at + 1; i < lines->len && str_given(lines->items[i].key); i++) {
        reader->line = &lines->items[i];
        if (!read_key(reader, network, site))
            return false;
    }
    reader->line = &lines->items[at];
    return network || check_site(reader, site);
}

static bool read_name(ConfigReader *reader, Str section, Str *name) {
    if (!str_starts(section, STR("dashboard ")) && !str_eq(section, STR("dashboard")))
        return config_refuse(reader, "is no section; there are [network] and [dashboard NAME]");
    *name = str_trim(str_sub(section, 9, section.len));
    return config_word(reader, *name, name);
}

bool config_parse(Arena *arena, Str file, Str text, Config *out, GError **error) {
    g_autofree char *folder = g_path_get_dirname(arena_str(arena, file).data);
    ConfigReader reader = {.arena = arena, .file = file, .folder = arena_cstr(arena, folder), .error = error};
    IniLines lines = {0};
    *out = (Config){.file = file, .network = defaults};
    if (!ini_read(arena, file, text, &lines, error))
        return false;
    for (size_t i = 0; i < lines.len; i++)
        if (!str_given(lines.items[i].key) && str_eq(lines.items[i].section, STR("network")) &&
            !read_section(&reader, &lines, i, true, &out->network))
            return false;
    for (size_t i = 0; i < lines.len; i++) {
        Site site = out->network;
        Str section = lines.items[i].section;
        if (str_given(lines.items[i].key) || str_eq(section, STR("network")))
            continue;
        reader.line = &lines.items[i];
        site.line = reader.line->line;
        if (!read_name(&reader, section, &site.name) || !read_section(&reader, &lines, i, false, &site))
            return false;
        *VEC_PUSH(arena, &out->sites) = site;
    }
    return true;
}

char *config_usual_path(void) {
    return g_build_filename(g_get_user_config_dir(), "resolver", "resolver.ini", NULL);
}

/* The file names commands and where secrets go. */
static bool is_others(const char *path) {
    struct stat info;
    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode))
        return false;
    return (info.st_uid != geteuid() && info.st_uid != 0) || (info.st_mode & 022);
}

bool config_read(Arena *arena, const char *path, Config *out, GError **error) {
    g_autofree char *usual = config_usual_path();
    g_autofree char *text = NULL;
    g_autoptr(GError) problem = NULL;
    gsize len = 0;
    *out = (Config){.network = defaults};
    if (is_others(path ? path : usual))
        return failure_set(error, FAILURE_CONFIG, "%s: can be changed by others, who could have secrets sent elsewhere: chmod go-w it",
                           path ? path : usual);
    if (!g_file_get_contents(path ? path : usual, &text, &len, &problem)) {
        if (!path && g_error_matches(problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
            return true;
        return failure_set(error, FAILURE_CONFIG, "%s", problem->message);
    }
    return config_parse(arena, arena_cstr(arena, path ? path : usual), arena_str(arena, (Str){text, len}), out, error);
}

const Site *config_site(const Config *config, Str name) {
    for (size_t i = 0; i < config->sites.len; i++)
        if (str_eq(config->sites.items[i].name, name))
            return &config->sites.items[i];
    return NULL;
}

const Site *config_site_of(const Config *config, const Url *url) {
    const Site *best = NULL;
    for (size_t i = 0; i < config->sites.len; i++) {
        const Site *site = &config->sites.items[i];
        if (url_is_below(url, &site->url) && (!best || site->url.path.len > best->url.path.len))
            best = site;
    }
    return best;
}
