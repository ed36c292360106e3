#include "connect/retry.h"

#include <inttypes.h>

#include "base/banned.h"

bool retry_is_transient(int status) {
    return status == 408 || status == 425 || status == 429 || status == 500 || (status >= 502 && status <= 504);
}

int64_t retry_after(Str header, int64_t now) {
    Str text = str_trim(header);
    int64_t seconds = 0;
    size_t at = 0;
    if (str_empty(text))
        return -1;
    for (; at < text.len && g_ascii_isdigit(text.data[at]) && seconds < INT32_MAX; at++)
        seconds = seconds * 10 + (text.data[at] - '0');
    if (at == text.len)
        return seconds * 1000;
    int64_t date = g_ascii_isdigit(text.data[0]) || text.data[0] == '-' ? -1 : http_date(text);
    return date < 0 ? -1 : MAX(date - now, 0) * 1000;
}

int64_t retry_growing(const RetryRules *rules, int n, uint32_t random) {
    int64_t wait = rules->wait;
    for (int i = 1; i < n && wait < rules->most; i++)
        wait *= 2;
    wait = MIN(wait, rules->most);
    return wait - wait / 2 * (int64_t)(random & 0xFFFF) / 0x10000;
}

int64_t retry_next(const RetryRules *rules, const RetrySpent *spent, int n, const HttpAnswer *answer, uint32_t random) {
    int64_t asked = answer->whole ? retry_after(answer->retry_after, g_get_real_time() / G_USEC_PER_SEC) : -1;
    int64_t wait = MAX(asked, retry_growing(rules, n, random));
    return !answer->transient || n > rules->times || spent->waited + wait > rules->total ? -1 : wait;
}

static Str told(Arena *arena, const HttpAnswer *answer, int tries) {
    Str why = answer->why;
    if (answer->whole)
        why = arena_printf(arena, answer->status == 429 ? "the server asks for fewer requests (status %d)"
                                                        : "the server is not able to answer (status %d)", answer->status);
    int64_t asked = answer->whole ? retry_after(answer->retry_after, g_get_real_time() / G_USEC_PER_SEC) : -1;
    if (asked > 0)
        return arena_printf(arena, STR_FMT "; it asks to come again in %" PRId64 " s (tried %d times)", STR_ARG(why), asked / 1000,
                            tries);
    return tries > 1 ? arena_printf(arena, STR_FMT " (tried %d times)", STR_ARG(why), tries) : why;
}

void retry_ask(Http *http, Arena *arena, const HttpAsk *ask, const RetryRules *rules, RetrySpent *spent, HttpAnswer *answer) {
    for (int n = 1;; n++) {
        ArenaMark mark = arena_mark(arena);
        http_ask(http, arena, ask, answer);
        if (answer->whole)
            answer->transient = retry_is_transient(answer->status);
        int64_t wait = retry_next(rules, spent, n, answer, g_random_int());
        if (wait < 0) {
            if (answer->transient || !answer->whole)
                answer->why = told(arena, answer, n);
            return;
        }
        arena_release(arena, mark);
        spent->waited += wait;
        g_usleep((gulong)wait * 1000);
    }
}
