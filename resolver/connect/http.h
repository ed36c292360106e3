/* Http: one request, one answer, by libcurl. No redirect is followed and nothing is tried again here (get.h does).
 *
 * Always: certificates verified (there is no switch), TLS 1.2 at least, limits on time, headers and what the body unpacks
 * to. An answer is whole or a failure. */
#ifndef CONNECT_HTTP_H
#define CONNECT_HTTP_H

#include "connect/failure.h"
#include "connect/url.h"
#include "model/model.h"

#define HTTP_HEADERS_MAX ((size_t)64 * 1024) /* bytes of all headers of an answer */
#define HTTP_STALL_BYTES 64                  /* fewer within `stall` is a stall */

typedef struct HttpLimits {
    int connect, stall, total; /* milliseconds */
    size_t body;               /* bytes, unpacked */
} HttpLimits;

/* Hears of the bytes of a body while they come, some times a second. */
typedef struct HttpWatch {
    void *self;
    void (*came)(void *self, size_t bytes);
} HttpWatch;

typedef struct HttpAsk {
    const Url *url;
    Strs headers;        /* "Name: value" */
    Str form;            /* sent by POST as a form; absent: GET */
    const char *ca_file; /* trusted beside the system's authorities; NULL */
    HttpLimits limits;
    bool want_certificate; /* HttpAnswer.expires is asked for */
    const HttpWatch *watch; /* NULL: nobody */
} HttpAsk;

typedef struct HttpAnswer {
    bool whole;      /* else `failure` and `why` */
    Failure failure;
    bool transient;  /* may pass when it is tried again */
    Str why;         /* for people; nothing secret */
    int status;
    Str body;
    Str etag, last_modified, location, retry_after, content_type; /* absent when not sent */
    Strs links;      /* values of Link headers */
    bool no_store;   /* the server forbids keeping it */
    Str address;     /* of the server: "192.0.2.1" */
    Str expires;     /* of its certificate, as the certificate says it */
} HttpAnswer;

typedef struct Http Http;

/* Keeps connections open from one request to the next. */
Http *http_new(void);
void http_free(Http **http);
/* `arena` gets the answer. */
void http_ask(Http *http, Arena *arena, const HttpAsk *ask, HttpAnswer *answer);
/* Seconds since 1970 of an HTTP date; -1 when it is none. */
int64_t http_date(Str text);

#endif
