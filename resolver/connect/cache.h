/* Cache: the pages of a dashboard as they came last, with what the server needs to say that nothing changed (ETag, Last-Modified).
 *
 * One file for each address and identity in $XDG_CACHE_HOME/resolver, written whole or not at all, readable by its owner alone.
 * A copy that was not asked for in CACHE_DAYS is forgotten.
 * What cannot be read, belongs to somebody else, is open to others or is damaged counts as absent: it is only a copy. */
#ifndef CONNECT_CACHE_H
#define CONNECT_CACHE_H

#include <glib.h>

#include "model/model.h"

#define CACHE_DAYS 60

typedef struct CachePage {
    Str url;
    Str etag, last_modified; /* absent when not given */
    Str source;              /* the address after redirects, which alone can confirm it */
    Str link;                /* the next page that the headers named; absent */
    Str content_type;        /* absent */
    Str body;
} CachePage;
typedef VEC(CachePage) CachePages;

/* The file for an address fetched as `identity` (who asks, nothing secret). Its folder is made. NULL when there can be none. */
char *cache_path(Str url, Str identity);
/* Empty when there is nothing. All in the arena. */
void cache_load(Arena *arena, const char *path, CachePages *out);
/* A failure is none of the dashboard's: false, and the old file stays. */
bool cache_save(const char *path, const CachePages *pages);
const CachePage *cache_find(const CachePages *pages, Str url); /* NULL when there is none */

#endif
