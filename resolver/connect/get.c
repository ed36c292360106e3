#include "connect/get.h"

#include "base/banned.h"

#define ACCEPT "Accept: application/json, application/x-ndjson, text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, */*;q=0.5"

bool get_is_safe(const Site *site, const Url *url) {
    return url_is_https(url) || url_is_loopback(url) || site->allow_http;
}

/* Where credentials and the headers of the configuration may go. An address that no section knows has neither. */
static bool is_home(const Session *session, const Url *url) {
    return str_given(session->site->url.text) && url_same_origin(url, &session->site->url);
}

static bool names_header(const Strs *headers, Str name) {
    for (size_t i = 0; i < headers->len; i++)
        if (str_starts_nocase(headers->items[i], name))
            return true;
    return false;
}

static bool fill_headers(Session *session, Arena *arena, const Url *url, const CachePage *known, Strs *headers, GError **error) {
    Str credentials = STR_NONE;
    if (is_home(session, url)) {
        if (!auth_header(session->auth, session->http, &session->spent, &credentials, error))
            return false;
        for (size_t i = 0; i < session->site->headers.len; i++)
            *VEC_PUSH(arena, headers) = session->site->headers.items[i];
    }
    if (!names_header(headers, STR("accept:")))
        *VEC_PUSH(arena, headers) = STR(ACCEPT);
    if (str_given(credentials))
        *VEC_PUSH(arena, headers) = credentials;
    /* What an address said of itself is no other one's to confirm. */
    if (!known || !str_eq(known->source, url->text))
        return true;
    if (str_given(known->etag))
        *VEC_PUSH(arena, headers) = arena_printf(arena, "If-None-Match: " STR_FMT, STR_ARG(known->etag));
    if (str_given(known->last_modified))
        *VEC_PUSH(arena, headers) = arena_printf(arena, "If-Modified-Since: " STR_FMT, STR_ARG(known->last_modified));
    return true;
}

/* ---- what an answer means ---- */

static bool refuse(Arena *arena, const Url *url, Failure failure, Str why, GError **error) {
    return failure_set(error, failure, STR_FMT ": " STR_FMT, STR_ARG(url_shown(arena, url)), STR_ARG(why));
}

static bool refuse_status(const Session *session, Arena *arena, const Page *page, GError **error) {
    int status = page->answer.status;
    const char *who = session->site->auth == AUTH_NONE ? "the server wants to know who asks" : "the server does not accept who asks";
    if (page->answer.transient)
        return refuse(arena, &page->url, FAILURE_BUSY, page->answer.why, error);
    if (status == 401 || status == 407)
        return refuse(arena, &page->url, FAILURE_DENIED, arena_printf(arena, "%s (status %d)", who, status), error);
    if (status == 403)
        return refuse(arena, &page->url, FAILURE_DENIED, STR("the server forbids reading it (status 403)"), error);
    if (status == 404 || status == 410)
        return refuse(arena, &page->url, FAILURE_GONE, arena_printf(arena, "the server has no such page (status %d)", status), error);
    return refuse(arena, &page->url, FAILURE_STATUS, arena_printf(arena, "the server answers with status %d", status), error);
}

static bool is_redirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

static bool follow(const Session *session, Arena *arena, Page *page, int *redirects, GError **error) {
    Url to;
    if (!str_given(page->answer.location))
        return refuse(arena, &page->url, FAILURE_REDIRECT, STR("the server sends elsewhere and does not say where"), error);
    if (++*redirects > session->site->max_redirects)
        return refuse(arena, &page->url, FAILURE_REDIRECT,
                      arena_printf(arena, "the server sends elsewhere more than %d times", session->site->max_redirects), error);
    if (!url_resolve(arena, &page->url, page->answer.location, &to, error))
        return false;
    if (url_is_https(&page->url) && !url_is_https(&to))
        return refuse(arena, &page->url, FAILURE_REDIRECT, STR("the server sends from https to http, which is refused"), error);
    if (!get_is_safe(session->site, &to))
        return refuse(arena, &page->url, FAILURE_PLAIN, STR("the server sends to an address that is not https"), error);
    page->url = to;
    return true;
}

/* The page is at hand, or it is refused. */
static bool judge(const Session *session, Arena *arena, const CachePage *known, Page *page, GError **error) {
    int status = page->answer.status;
    page->unchanged = status == 304;
    if (page->unchanged && (!known || !str_eq(known->source, page->url.text)))
        return refuse(arena, &page->url, FAILURE_ANSWER, STR("the server says that nothing changed, which it was not asked"), error);
    return page->unchanged || status == 200 || status == 204 || refuse_status(session, arena, page, error);
}

bool get_page(Session *session, Arena *arena, const Url *url, const CachePage *known, Page *out, GError **error) {
    bool renewed = false;
    int redirects = 0;
    *out = (Page){.url = *url};
    if (!get_is_safe(session->site, url))
        return refuse(arena, url, FAILURE_PLAIN, STR("the address is not https"), error);
    for (;;) {
        HttpAsk ask = {.url = &out->url, .ca_file = session->site->ca_file.data, .limits = session->site->limits,
                       .want_certificate = session->certificate, .watch = session->watch};
        ask.limits.body = session->room;
        if (!fill_headers(session, arena, &out->url, known, &ask.headers, error))
            return false;
        retry_ask(session->http, arena, &ask, &session->retry, &session->spent, &out->answer);
        if (!out->answer.whole)
            return refuse(arena, &out->url, out->answer.failure, out->answer.why, error);
        if (out->answer.status == 401 && !renewed && is_home(session, &out->url) && auth_renew(session->auth))
            renewed = true;
        else if (!is_redirect(out->answer.status))
            return judge(session, arena, known, out, error);
        else if (!follow(session, arena, out, &redirects, error))
            return false;
    }
}
