/* Config: resolver.ini, which tells how dashboards are fetched. samples/resolver.ini explains every key to people.
 *
 *     [network]          what holds for every address
 *     [dashboard kpi]    one dashboard, `-d @kpi`; also every address below its url
 *
 * Strict: an unknown key, a value that makes no sense, a key that another one needs are errors "file:line: ...". */
#ifndef CONNECT_CONFIG_H
#define CONNECT_CONFIG_H

#include "connect/http.h"
#include "connect/retry.h"
#include "connect/secret.h"
#include "parsers/dashboard.h"

/* AUTH, word. */
#define AUTH_LIST(X)                                                                                                   \
    X(AUTH_NONE, "none")                                                                                               \
    X(AUTH_BEARER, "bearer")                                                                                           \
    X(AUTH_BASIC, "basic")                                                                                             \
    X(AUTH_HEADER, "header") /* the token in a header of the API's own */                                              \
    X(AUTH_OAUTH2, "oauth2") /* client credentials, RFC 6749 section 4.4 */
#define PAGING_LIST(X)                                                                                                 \
    X(PAGING_AUTO, "auto") /* where the server says the next page is */                                                \
    X(PAGING_NONE, "none")                                                                                             \
    X(PAGING_PAGE, "page")                                                                                             \
    X(PAGING_OFFSET, "offset")
#define CONFIG_ENUM(name, word) name,
typedef enum AuthKind { AUTH_LIST(CONFIG_ENUM) AUTH_COUNT } AuthKind;
typedef enum Paging { PAGING_LIST(CONFIG_ENUM) PAGING_COUNT } Paging;
#undef CONFIG_ENUM
typedef enum ClientAuth { CLIENT_BASIC, CLIENT_BODY } ClientAuth;

/* How one dashboard is fetched. Absent texts were not given. */
typedef struct Site {
    Str name; /* absent for an address that no section knows */
    size_t line;
    Url url;
    bool allow_http;
    VEC(Url) allow_origins; /* where further pages may also be; never with credentials */
    Str ca_file;
    HttpLimits limits;
    RetryRules retry;
    int secret_time; /* milliseconds for a command that prints a secret */
    int max_pages, max_redirects;
    bool cache;

    AuthKind auth;
    SecretSource token, password, client_secret;
    Str user, header_name, client_id, scope, audience;
    Url token_url;
    ClientAuth client_auth;

    Paging paging;
    Str page_parameter, offset_parameter, size_parameter, cursor_parameter;
    int first_page, page_size; /* page_size 0: not asked for */
    Str rows, next;

    Strs headers;      /* "Name: value", sent to the origin of `url` alone */
    ColumnNames names; /* theirs and ours */
} Site;
typedef VEC(Site) Sites;

typedef struct Config {
    Str file;     /* that was read; absent when there is none */
    Site network; /* what holds for an address that no section knows */
    Sites sites;
} Config;

/* $XDG_CONFIG_HOME/resolver/resolver.ini, to be freed. */
char *config_usual_path(void);
/* `path` NULL: the usual one, which need not be there. All in the arena. */
bool config_read(Arena *arena, const char *path, Config *out, GError **error);
bool config_parse(Arena *arena, Str file, Str text, Config *out, GError **error);

const Site *config_site(const Config *config, Str name); /* NULL when there is none */
/* The section with the longest url that the address lies below; NULL when there is none. */
const Site *config_site_of(const Config *config, const Url *url);

const char *auth_word(AuthKind kind);

#endif
