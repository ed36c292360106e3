#include "connect/url.h"

#include "base/buf.h"
#include "connect/curl.h"
#include "connect/failure.h"
#include "base/banned.h"

static Str part(CURLU *handle, Arena *arena, CURLUPart what, unsigned flags) {
    char *text = NULL;
    if (curl_library()->url_get(handle, what, &text, flags) != CURLUE_OK)
        return STR_NONE;
    Str copy = arena_cstr(arena, text);
    curl_library()->free(text);
    return copy;
}

/* Up to the query: what may be told of an address that could not be taken apart. */
static Str told(Str text) {
    size_t end = 0;
    while (end < text.len && text.data[end] != '?' && text.data[end] != '#' && text.data[end] != '@')
        end++;
    return end < text.len && text.data[end] == '@' ? STR("the address") : str_sub(text, 0, end);
}

/* The character at `at`, which is moved behind it; a dot, slash or backslash also where it is written "%2e". */
static char path_char(Str path, size_t *at) {
    char c = path.data[(*at)++];
    if (c != '%' || *at + 2 > path.len)
        return c;
    int code = g_ascii_xdigit_value(path.data[*at]) * 16 + g_ascii_xdigit_value(path.data[*at + 1]);
    if (code != '.' && code != '/' && code != '\\')
        return c;
    *at += 2;
    return (char)code;
}

/* Is any of its parts "." or ".."? Those that are written so are resolved by now; a server may take the others for the same, so
 * that nobody could tell below what the address lies. */
static bool has_hidden_dots(Str path) {
    size_t dots = 0;
    bool other = false;
    for (size_t at = 0; at < path.len;) {
        char c = path_char(path, &at);
        bool slash = c == '/' || c == '\\';
        if (slash && !other && (dots == 1 || dots == 2))
            return true;
        dots = slash ? 0 : dots + (c == '.');
        other = !slash && (other || c != '.');
    }
    return !other && (dots == 1 || dots == 2);
}

static bool take(CURLU *handle, Arena *arena, Str text, Url *out, GError **error) {
    curl_library()->url_set(handle, CURLUPART_FRAGMENT, NULL, 0);
    *out = (Url){.text = part(handle, arena, CURLUPART_URL, 0),
                 .scheme = part(handle, arena, CURLUPART_SCHEME, 0),
                 .host = part(handle, arena, CURLUPART_HOST, 0),
                 .path = part(handle, arena, CURLUPART_PATH, 0)};
    Str port = part(handle, arena, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    out->port = (unsigned)g_ascii_strtoull(port.len ? port.data : "0", NULL, 10);
    Str scheme = out->scheme;
    if (!str_eq_nocase(scheme, STR("https")) && !str_eq_nocase(scheme, STR("http")))
        return failure_set(error, FAILURE_ADDRESS, STR_FMT ": dashboards are read by https, not by " STR_FMT,
                           STR_ARG(told(text)), STR_ARG(scheme));
    if (str_empty(out->host))
        return failure_set(error, FAILURE_ADDRESS, STR_FMT ": names no host", STR_ARG(told(text)));
    if (has_hidden_dots(out->path))
        return failure_set(error, FAILURE_ADDRESS, STR_FMT ": a part of its path is \".\" or \"..\" in disguise", STR_ARG(told(text)));
    return true;
}

static bool is_clean(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] < 0x20 || text.data[i] == 0x7F)
            return false;
    return text.len > 0 && text.len <= URL_MAX;
}

/* Sets the parts of `handle`, which may hold the base already. */
static bool parse(CURLU *handle, Arena *arena, Str text, Url *out, GError **error) {
    if (!is_clean(text))
        return failure_set(error, FAILURE_ADDRESS, "the address is empty, too long, or holds control characters");
    CURLUcode code = curl_library()->url_set(handle, CURLUPART_URL, arena_str(arena, text).data,
                                  CURLU_DISALLOW_USER | CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME);
    if (code == CURLUE_USER_NOT_ALLOWED)
        return failure_set(error, FAILURE_ADDRESS,
                           "the address names a user or password; these belong in resolver.ini (auth = basic)");
    if (code != CURLUE_OK)
        return failure_set(error, FAILURE_ADDRESS, STR_FMT ": no address (%s)", STR_ARG(told(text)), curl_library()->url_strerror(code));
    return take(handle, arena, text, out, error);
}

static CURLU *begin(GError **error) {
    if (!curl_library())
        failure_set(error, FAILURE_LIBRARY, "dashboards by address need libcurl, which is not installed");
    return curl_library() ? curl_library()->url() : NULL;
}

static void end(CURLU *handle) {
    if (handle)
        curl_library()->url_cleanup(handle);
}

bool url_parse(Arena *arena, Str text, Url *out, GError **error) {
    CURLU *handle = begin(error);
    bool good = handle && parse(handle, arena, text, out, error);
    end(handle);
    return good;
}

bool url_resolve(Arena *arena, const Url *base, Str reference, Url *out, GError **error) {
    CURLU *handle = begin(error);
    bool good = handle && curl_library()->url_set(handle, CURLUPART_URL, base->text.data, 0) == CURLUE_OK &&
                parse(handle, arena, str_trim(reference), out, error);
    end(handle);
    return good;
}

bool url_same_origin(const Url *a, const Url *b) {
    return str_eq_nocase(a->scheme, b->scheme) && str_eq_nocase(a->host, b->host) && a->port == b->port;
}

bool url_is_below(const Url *url, const Url *prefix) {
    Str path = prefix->path;
    if (!url_same_origin(url, prefix) || !str_starts(url->path, path))
        return false;
    return url->path.len == path.len || path.data[path.len - 1] == '/' || url->path.data[path.len] == '/';
}

bool url_is_loopback(const Url *url) {
    Str host = url->host;
    if (str_eq_nocase(host, STR("localhost")) || str_eq(host, STR("[::1]")))
        return true;
    if (!str_starts(host, STR("127.")))
        return false;
    for (size_t i = 0; i < host.len; i++)
        if (!g_ascii_isdigit(host.data[i]) && host.data[i] != '.')
            return false;
    return true;
}

bool url_is_https(const Url *url) {
    return str_eq_nocase(url->scheme, STR("https"));
}

Str url_shown(Arena *arena, const Url *url) {
    bool usual = url->port == (url_is_https(url) ? 443 : 80);
    Str port = usual ? STR("") : arena_printf(arena, ":%u", url->port);
    return arena_printf(arena, STR_FMT "://" STR_FMT STR_FMT STR_FMT, STR_ARG(url->scheme), STR_ARG(url->host), STR_ARG(port),
                        STR_ARG(url->path));
}

Str url_encoded(Arena *arena, Str text) {
    Buf buf = {.arena = arena};
    buf_add(&buf, STR(""));
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (g_ascii_isalnum((char)c) || (c && strchr("-._~", c)))
            buf_add_char(&buf, (char)c);
        else
            buf_printf(&buf, "%%%02X", c);
    }
    return buf_str(&buf);
}

/* A parameter of that name, or one that is written another way and means the same ("%24skip" for "$skip"). */
static bool is_named(Arena *arena, Str parameter, Str encoded) {
    ptrdiff_t equals = str_find_char(parameter, '=');
    Str name = equals < 0 ? parameter : str_sub(parameter, 0, (size_t)equals);
    g_autofree char *plain = g_uri_unescape_segment(name.data, name.data + name.len, NULL);
    return str_eq_nocase(plain ? url_encoded(arena, str_of(plain)) : name, encoded);
}

bool url_with_parameter(Arena *arena, const Url *url, Str name, Str value, Url *out, GError **error) {
    Str encoded = url_encoded(arena, name), text = url->text;
    ptrdiff_t mark = str_find_char(text, '?');
    Str query = mark < 0 ? STR("") : str_sub(text, (size_t)mark + 1, text.len);
    Buf buf = {.arena = arena};
    buf_add(&buf, mark < 0 ? text : str_sub(text, 0, (size_t)mark));
    buf_add_char(&buf, '?');
    while (query.len) {
        ptrdiff_t end = str_find_char(query, '&');
        Str one = end < 0 ? query : str_sub(query, 0, (size_t)end);
        query = end < 0 ? STR("") : str_sub(query, (size_t)end + 1, query.len);
        if (one.len && !is_named(arena, one, encoded)) {
            buf_add(&buf, one);
            buf_add_char(&buf, '&');
        }
    }
    buf_printf(&buf, STR_FMT "=" STR_FMT, STR_ARG(encoded), STR_ARG(url_encoded(arena, value)));
    return url_parse(arena, buf_str(&buf), out, error);
}
