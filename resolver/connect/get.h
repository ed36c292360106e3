/* Get: one page of a dashboard: credentials, redirects, tries again, and what a refusal means.
 *
 * Credentials go to the origin of the configured url alone: neither a redirect nor a link takes them elsewhere. A redirect from
 * https to http is refused, and so are too many. */
#ifndef CONNECT_GET_H
#define CONNECT_GET_H

#include "connect/auth.h"
#include "connect/cache.h"

/* The fetching of one dashboard. */
typedef struct Session {
    const Site *site;
    Auth *auth;
    Http *http;
    RetryRules retry;
    RetrySpent spent;
    size_t room;     /* bytes that may still come, unpacked */
    bool certificate; /* HttpAnswer.expires is wanted */
    const HttpWatch *watch; /* NULL: nobody */
} Session;

typedef struct Page {
    Url url;           /* where it was in the end */
    bool unchanged;    /* `known` holds; the answer has no body */
    HttpAnswer answer;
} Page;

/* `known` (may be NULL): the page as it came last. False and an error when there is no page. */
bool get_page(Session *session, Arena *arena, const Url *url, const CachePage *known, Page *out, GError **error);

/* May be asked without a word in the configuration: https, this machine, or allow_http. */
bool get_is_safe(const Site *site, const Url *url);

#endif
