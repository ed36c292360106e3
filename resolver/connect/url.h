/* Url: addresses taken apart, so that it can be decided what may be sent where.
 *
 * Credentials belong to an origin (scheme, host and port); everything that decides about them asks url_same_origin(). */
#ifndef CONNECT_URL_H
#define CONNECT_URL_H

#include <glib.h>

#include "base/arena.h"

#define URL_MAX ((size_t)16 * 1024) /* bytes; longer ones are refused */

typedef struct Url {
    Str text;   /* as it is sent: no fragment, dots in the path resolved */
    Str scheme; /* "https" or "http" */
    Str host;   /* an IPv6 address in brackets */
    unsigned port;
    Str path;   /* "/" at least */
} Url;

/* False and an error for what is no https or http address, names a user or password, holds control characters, or has
 * "%2e%2e" for a part of its path: below what it lies decides about credentials. The error does not repeat what follows the path: it may be secret. */
bool url_parse(Arena *arena, Str text, Url *out, GError **error);
/* `reference` as a link found at `base`. */
bool url_resolve(Arena *arena, const Url *base, Str reference, Url *out, GError **error);

bool url_same_origin(const Url *a, const Url *b);
/* `url` is `prefix`, or lies below it: same origin, and the path goes on behind a "/" or ends there. */
bool url_is_below(const Url *url, const Url *prefix);
bool url_is_loopback(const Url *url); /* this machine: localhost, 127.0.0.0/8, ::1 */
bool url_is_https(const Url *url);

/* For people: without the query, which may hold secrets. */
Str url_shown(Arena *arena, const Url *url);
/* With the parameter set in the query, in the place of one of that name. */
bool url_with_parameter(Arena *arena, const Url *url, Str name, Str value, Url *out, GError **error);
/* Percent-encoded for a query or a form. */
Str url_encoded(Arena *arena, Str text);

#endif
