#include "connect/auth.h"

#include "base/buf.h"
#include "connect/json_span.h"
#include "base/banned.h"

/* What may stand in a header's value; everything else could end it. */
static bool is_visible(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] <= 0x20 || (unsigned char)text.data[i] >= 0x7F)
            return false;
    return text.len > 0;
}

static bool token_header(Auth *auth, Arena *arena, Str name, Str scheme, Str token, GError **error) {
    if (!is_visible(token))
        return failure_set(error, FAILURE_SECRET, "the token from " STR_FMT " holds blanks or other characters that no token has",
                           STR_ARG(auth->site->auth == AUTH_OAUTH2 ? STR("token_url") : secret_source_told(arena, &auth->site->token)));
    auth->header = arena_printf(auth->arena, STR_FMT ": " STR_FMT STR_FMT, STR_ARG(name), STR_ARG(scheme), STR_ARG(token));
    return true;
}

/* "Authorization: Basic ..." (RFC 7617). */
static Str basic_header(Arena *arena, Str user, Str password) {
    Str both = arena_printf(arena, STR_FMT ":" STR_FMT, STR_ARG(user), STR_ARG(password));
    g_autofree char *encoded = g_base64_encode((const guchar *)both.data, both.len);
    return arena_printf(arena, "Authorization: Basic %s", encoded);
}

/* ---- a token by OAuth 2 ---- */

static void add_field(Arena *arena, Buf *form, const char *name, Str value) {
    if (str_given(value))
        buf_printf(form, "&%s=" STR_FMT, name, STR_ARG(url_encoded(arena, value)));
}

static bool ask_token(const Auth *auth, Arena *arena, Str secret, Http *http, RetrySpent *spent, HttpAnswer *answer) {
    const Site *site = auth->site;
    HttpAsk ask = {.url = &site->token_url, .ca_file = site->ca_file.data, .limits = site->limits};
    Buf form = {.arena = arena};
    ask.limits.body = HTTP_HEADERS_MAX;
    buf_add(&form, STR("grant_type=client_credentials"));
    add_field(arena, &form, "scope", site->scope);
    add_field(arena, &form, "audience", site->audience);
    *VEC_PUSH(arena, &ask.headers) = STR("Accept: application/json");
    if (site->client_auth == CLIENT_BODY) {
        add_field(arena, &form, "client_id", site->client_id);
        add_field(arena, &form, "client_secret", secret);
    } else {
        /* Each is encoded as in a form before it is joined (RFC 6749 section 2.3.1). */
        *VEC_PUSH(arena, &ask.headers) = basic_header(arena, url_encoded(arena, site->client_id), url_encoded(arena, secret));
    }
    ask.form = buf_str(&form);
    retry_ask(http, arena, &ask, &site->retry, spent, answer);
    return answer->whole && answer->status == 200;
}

/* An authority's error word ("invalid_client"); nothing else of its answer is repeated. */
static Str error_word(Arena *arena, Str body) {
    Str word = span_text(arena, span_at(span_first(body, NULL), STR("error")));
    for (size_t i = 0; i < word.len; i++)
        if (!g_ascii_isalpha(word.data[i]) && word.data[i] != '_')
            return STR("");
    return word.len <= 40 ? word : STR("");
}

static bool refuse_token(const Auth *auth, Arena *arena, const HttpAnswer *answer, GError **error) {
    Str shown = url_shown(arena, &auth->site->token_url), word = answer->whole ? error_word(arena, answer->body) : STR("");
    if (answer->transient || !answer->whole)
        return failure_set(error, answer->whole ? FAILURE_BUSY : answer->failure, STR_FMT " (token_url): " STR_FMT, STR_ARG(shown),
                           STR_ARG(answer->why));
    return failure_set(error, FAILURE_TOKEN, STR_FMT " (token_url): gives no token (status %d%s" STR_FMT ")", STR_ARG(shown),
                       answer->status, word.len ? ", " : "", STR_ARG(word));
}

int64_t auth_lifetime(int64_t expires_in) {
    return MAX(expires_in - AUTH_MARGIN_S, expires_in / 2);
}

static bool fetch_token(Auth *auth, Arena *arena, Http *http, RetrySpent *spent, GError **error) {
    Str secret;
    HttpAnswer answer;
    if (!secret_read(arena, &auth->site->client_secret, auth->site->secret_time, &secret, error))
        return false;
    int64_t now = g_get_monotonic_time();
    if (!ask_token(auth, arena, secret, http, spent, &answer))
        return refuse_token(auth, arena, &answer, error);
    Str body = span_first(answer.body, NULL), token = span_text(arena, span_at(body, STR("access_token")));
    Str type = span_text(arena, span_at(body, STR("token_type")));
    Str life = span_text(arena, span_at(body, STR("expires_in")));
    if (str_empty(token) || (str_given(type) && !str_eq_nocase(type, STR("bearer"))))
        return failure_set(error, FAILURE_TOKEN, STR_FMT " (token_url): its answer holds no bearer token",
                           STR_ARG(url_shown(arena, &auth->site->token_url)));
    int64_t seconds = life.len ? (int64_t)MIN(g_ascii_strtoull(life.data, NULL, 10), (guint64)INT32_MAX) : 0;
    auth->good_until = seconds > 0 ? now + auth_lifetime(seconds) * G_USEC_PER_SEC : 0;
    return token_header(auth, arena, STR("Authorization"), STR("Bearer "), token, error);
}

/* ---- all ---- */

static bool make_header(Auth *auth, Arena *arena, Http *http, RetrySpent *spent, GError **error) {
    const Site *site = auth->site;
    const SecretSource *source = site->auth == AUTH_BASIC ? &site->password : &site->token;
    Str secret;
    if (site->auth == AUTH_OAUTH2)
        return fetch_token(auth, arena, http, spent, error);
    if (!secret_read(arena, source, site->secret_time, &secret, error))
        return false;
    if (site->auth == AUTH_HEADER)
        return token_header(auth, arena, site->header_name, STR(""), secret, error);
    if (site->auth == AUTH_BEARER)
        return token_header(auth, arena, STR("Authorization"), STR("Bearer "), secret, error);
    auth->header = basic_header(auth->arena, site->user, secret);
    return true;
}

bool auth_header(Auth *auth, Http *http, RetrySpent *spent, Str *out, GError **error) {
    bool expired = auth->good_until && g_get_monotonic_time() >= auth->good_until;
    bool good = true;
    *out = STR_NONE;
    if (auth->site->auth == AUTH_NONE)
        return true;
    if (expired || !str_given(auth->header)) {
        Arena *arena = arena_new();
        good = make_header(auth, arena, http, spent, error);
        arena_free(&arena);
    }
    *out = auth->header;
    return good;
}

bool auth_renew(Auth *auth) {
    auth->header = STR_NONE;
    auth->good_until = 0;
    return auth->site->auth == AUTH_OAUTH2 || auth->site->token.kind == SECRET_COMMAND || auth->site->password.kind == SECRET_COMMAND;
}
