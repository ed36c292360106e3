/* Retry: how long to wait before a request is made again. */
#ifndef CONNECT_RETRY_H
#define CONNECT_RETRY_H

#include "connect/http.h"

typedef struct RetryRules {
    int times;             /* tries after the first */
    int wait, most, total; /* milliseconds: the first wait, the longest one, all of them together */
} RetryRules;

/* What one dashboard has spent, pages and tokens together. */
typedef struct RetrySpent {
    int64_t waited; /* milliseconds */
} RetrySpent;

/* 408, 425, 429 and what a server says while it is overloaded or restarted. */
bool retry_is_transient(int status);
/* Milliseconds that a Retry-After header asks for, seconds or a date; -1 when there is none that can be read. `now`: seconds
 * since 1970. */
int64_t retry_after(Str header, int64_t now);
/* The wait before try `n` (1 is the second one): doubled each time, at most rules->most, of which `random` takes up to the half
 * away, so that many clients do not come back together. */
int64_t retry_growing(const RetryRules *rules, int n, uint32_t random);

/* Milliseconds before try `n`, what the server asks for at least; -1: there is no other one, because it would not help or would take
 * more tries or time than the rules allow. */
int64_t retry_next(const RetryRules *rules, const RetrySpent *spent, int n, const HttpAnswer *answer, uint32_t random);

/* http_ask(), again while it may help and the rules allow. An answer that is still transient at the end says so in `why`. */
void retry_ask(Http *http, Arena *arena, const HttpAsk *ask, const RetryRules *rules, RetrySpent *spent, HttpAnswer *answer);

#endif
