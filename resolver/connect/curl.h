/* Curl: libcurl, loaded when the first address is read. Linked, it and what it links would add a third to the start of every
 * command (6 ms beside 20), and a desk that gives files never needs it. */
#ifndef CONNECT_CURL_H
#define CONNECT_CURL_H

#include <stdbool.h>

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

#define CURL_FUNCTIONS(X)                                                                                              \
    X(global_init)                                                                                                     \
    X(getdate)                                                                                                         \
    X(free)                                                                                                            \
    X(easy_init)                                                                                                       \
    X(easy_reset)                                                                                                      \
    X(easy_setopt)                                                                                                     \
    X(easy_getinfo)                                                                                                    \
    X(easy_cleanup)                                                                                                    \
    X(multi_init)                                                                                                      \
    X(multi_add_handle)                                                                                                \
    X(multi_remove_handle)                                                                                             \
    X(multi_perform)                                                                                                   \
    X(multi_poll)                                                                                                      \
    X(multi_info_read)                                                                                                 \
    X(multi_cleanup)                                                                                                   \
    X(slist_append)                                                                                                    \
    X(slist_free_all)                                                                                                  \
    X(url)                                                                                                             \
    X(url_get)                                                                                                         \
    X(url_set)                                                                                                         \
    X(url_strerror)                                                                                                    \
    X(url_cleanup)

#define CURL_POINTER(name) __typeof__(curl_##name) *name;
typedef struct Curl {
    CURL_FUNCTIONS(CURL_POINTER)
} Curl;
#undef CURL_POINTER

/* NULL when it is not installed. */
const Curl *curl_library(void);

#endif
