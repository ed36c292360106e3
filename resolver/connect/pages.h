/* Pages: all pages of a dashboard as one file that the dashboard reader takes. All of them, or an error.
 *
 * Where the next page is, say the Link header, the body (nextLink and its kin), or the configured parameters. Only the origin of
 * the page before is followed, or a configured one. What goes round in circles or never ends is refused. */
#ifndef CONNECT_PAGES_H
#define CONNECT_PAGES_H

#include "connect/get.h"

typedef struct PagesAsk {
    const Url *url;
    const char *cache; /* the file of what came last; NULL: none is kept */
    bool first_only;   /* a trial: no further page is asked for, nothing is kept */
} PagesAsk;

typedef struct PagesTold {
    size_t pages, unchanged; /* how many, and how many of them had not changed */
    size_t rows;             /* of JSON */
    Str place;               /* where the rows lie in the JSON; "" for the body itself */
    bool more;               /* of a trial: there is a further page */
    Str address, expires;    /* of the server and its certificate (http.h) */
} PagesTold;

/* The bytes lie in the arena. */
bool pages_read(Session *session, Arena *arena, const PagesAsk *ask, Str *bytes, PagesTold *told, GError **error);

#endif
