/* Auth: what proves to a server who asks: a token, a user and password, or a token that an authority gives for an ID and a
 * secret (OAuth 2 client credentials) and that is asked for again before it expires.
 *
 * It is kept in memory only, and given out for the origin of the dashboard alone (get.h). */
#ifndef CONNECT_AUTH_H
#define CONNECT_AUTH_H

#include "connect/config.h"

#define AUTH_MARGIN_S 60 /* seconds before its end from which a token counts as expired; half its life when that is less */

typedef struct Auth {
    const Site *site;
    Arena *arena;       /* of the run */
    Str header;         /* "Authorization: ..."; absent: not made yet */
    int64_t good_until; /* monotonic microseconds; 0: until a server refuses it */
} Auth;

/* The header that a request carries; absent when the dashboard needs none. False and an error when the secret or token cannot
 * be had. `spent` counts what waiting for the authority took. */
bool auth_header(Auth *auth, Http *http, RetrySpent *spent, Str *out, GError **error);
/* A server refused it. True when asking again may give another one. */
bool auth_renew(Auth *auth);
/* Seconds for which a token lasts that says `expires_in`, as auth_header() counts it; 0: nothing is said. */
int64_t auth_lifetime(int64_t expires_in);

#endif
