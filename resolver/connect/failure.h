/* Failure: what can go wrong on the way to a dashboard, and what a person can do about it. The code of every GError of this
 * room. */
#ifndef CONNECT_FAILURE_H
#define CONNECT_FAILURE_H

#include <glib.h>
#include <stdbool.h>

/* FAILURE, the advice that `resolver check` gives. */
#define FAILURE_LIST(X)                                                                                                \
    X(FAILURE_CONFIG, "correct that line of resolver.ini")                                                             \
    X(FAILURE_UNNAMED, "give one of the names that resolver.ini has, or add a section of that name")                   \
    X(FAILURE_LIBRARY, "install libcurl (on Debian the package libcurl4)")                                              \
    X(FAILURE_ADDRESS, "correct the address; it begins with https://")                                                 \
    X(FAILURE_PLAIN, "use https; if the network between is trusted, set allow_http = yes")                             \
    X(FAILURE_SECRET, "see to it that the secret can be read, and by you alone")                                       \
    X(FAILURE_NAME, "check the spelling of the host, the network and the DNS server")                                  \
    X(FAILURE_REACH, "check the port, the firewall, and whether the server runs")                                      \
    X(FAILURE_TLS_UNKNOWN, "if it is your own authority, name its certificate: ca_file = /path/to/ca.pem")             \
    X(FAILURE_TLS_DATE, "the owner of the server must renew its certificate; check this machine's clock as well")      \
    X(FAILURE_TLS_HOST, "use the name that is in the certificate, or have a certificate made for this name")           \
    X(FAILURE_TLS, "the server must offer TLS 1.2 or newer; ask its owner")                                            \
    X(FAILURE_CA_FILE, "let ca_file name a readable file of PEM certificates")                                         \
    X(FAILURE_TIME, "if the server is slow but sound, raise stall_timeout or total_timeout")                           \
    X(FAILURE_CUT, "the connection or the server is at fault; try again, then ask the owner of the server")            \
    X(FAILURE_SIZE, "if the dashboard is rightly that large, raise max_size or max_pages")                             \
    X(FAILURE_ANSWER, "the server does not speak HTTP as it should; is it the right port?")                            \
    X(FAILURE_DENIED, "check user, token, client ID and secret, and whether they may read this dashboard")             \
    X(FAILURE_TOKEN, "check token_url, client_id, scope and the client secret")                                        \
    X(FAILURE_GONE, "check the path of the address")                                                                   \
    X(FAILURE_REDIRECT, "give the address to which the server sends")                                                  \
    X(FAILURE_BUSY, "try again later, or raise retries, retry_max_wait and retry_total")                               \
    X(FAILURE_STATUS, "ask the owner of the server")                                                                   \
    X(FAILURE_PAGES, "check the paging keys of this dashboard in resolver.ini")                                        \
    X(FAILURE_SHAPE, "check what the address gives: JSON, NDJSON, CSV or XLSX; name the place of the rows: rows = data.items")

#define FAILURE_ENUM(name, advice) name,
typedef enum Failure { FAILURE_LIST(FAILURE_ENUM) FAILURE_COUNT } Failure;
#undef FAILURE_ENUM

GQuark failure_quark(void);
/* Sets the error; gives false. */
bool failure_set(GError **error, Failure code, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* NULL for an error of another room. */
const char *failure_advice(const GError *error);

#endif
