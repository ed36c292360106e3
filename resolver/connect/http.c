#include "connect/http.h"

#include "base/buf.h"
#include "connect/curl.h"
#include "base/banned.h"

#define POLL_MS        50
#define WATCH_INTERVAL (G_TIME_SPAN_SECOND / 5)

static const Curl *curl; /* since http_new() */

struct Http {
    CURLM *multi;
    CURL *easy;
};

/* One request under way. */
typedef struct Transfer {
    Arena *arena;
    const HttpAsk *ask;
    HttpAnswer *answer;
    Buf body;
    size_t header_bytes;
    bool body_too_large, headers_too_large;
    int64_t began, window, told; /* microseconds: the start, of the window in which bytes are counted, when the watch was told */
    size_t window_bytes;
} Transfer;

Http *http_new(void) {
    Http *http = g_new0(Http, 1);
    curl = curl_library();
    g_assert(curl);
    http->multi = curl->multi_init();
    http->easy = curl->easy_init();
    return http;
}

void http_free(Http **freed) {
    Http *http = *freed;
    if (!http)
        return;
    curl->easy_cleanup(http->easy);
    curl->multi_cleanup(http->multi);
    g_free(http);
    *freed = NULL;
}

int64_t http_date(Str text) {
    char small[64];
    if (text.len >= sizeof small)
        return -1;
    memcpy(small, text.data ? text.data : "", text.len);
    small[text.len] = '\0';
    return (int64_t)curl_library()->getdate(small, NULL);
}

/* ---- what comes ---- */

static size_t on_body(char *data, size_t size, size_t n, void *self) {
    Transfer *transfer = self;
    (void)size;
    transfer->window_bytes += n;
    if (transfer->body.len + n > transfer->ask->limits.body) {
        transfer->body_too_large = true;
        return 0;
    }
    buf_add(&transfer->body, (Str){data, n});
    return n;
}

static void keep_header(Transfer *transfer, Str name, Str value) {
    HttpAnswer *answer = transfer->answer;
    const struct {
        const char *name;
        Str *to;
    } kept[] = {{"etag", &answer->etag},
                {"last-modified", &answer->last_modified},
                {"location", &answer->location},
                {"retry-after", &answer->retry_after},
                {"content-type", &answer->content_type}};
    for (size_t i = 0; i < G_N_ELEMENTS(kept); i++)
        if (str_eq_nocase(name, str_of(kept[i].name)))
            *kept[i].to = arena_str(transfer->arena, value);
    if (str_eq_nocase(name, STR("link")))
        *VEC_PUSH(transfer->arena, &answer->links) = arena_str(transfer->arena, value);
    if (str_eq_nocase(name, STR("cache-control"))) {
        g_autofree char *lower = g_ascii_strdown(value.data, (gssize)value.len);
        answer->no_store |= str_find(str_of(lower), STR("no-store")) >= 0;
    }
}

/* A status line begins an answer anew: those before were interim ones. */
static size_t on_header(char *data, size_t size, size_t n, void *self) {
    Transfer *transfer = self;
    Str line = str_trim((Str){data, n});
    (void)size;
    transfer->window_bytes += n;
    transfer->header_bytes += n;
    if (transfer->header_bytes > HTTP_HEADERS_MAX) {
        transfer->headers_too_large = true;
        return 0;
    }
    ptrdiff_t colon = str_find_char(line, ':');
    if (str_starts(line, STR("HTTP/")))
        *transfer->answer = (HttpAnswer){0};
    else if (colon > 0)
        keep_header(transfer, str_sub(line, 0, (size_t)colon), str_trim(str_sub(line, (size_t)colon + 1, line.len)));
    return n;
}

/* ---- what is asked ---- */

static struct curl_slist *headers_of(const HttpAsk *ask, Arena *arena) {
    struct curl_slist *list = NULL;
    for (size_t i = 0; i < ask->headers.len; i++)
        list = curl->slist_append(list, arena_str(arena, ask->headers.items[i]).data);
    return curl->slist_append(list, "Expect:");
}

static void set_security(CURL *easy, const HttpAsk *ask) {
    curl->easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "https,http");
    curl->easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl->easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl->easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl->easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl->easy_setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl->easy_setopt(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    if (ask->ca_file)
        curl->easy_setopt(easy, CURLOPT_CAINFO, ask->ca_file);
    if (ask->want_certificate)
        curl->easy_setopt(easy, CURLOPT_CERTINFO, 1L);
    /* What is asked of this machine, or in the clear, is no proxy's business. */
    if (url_is_loopback(ask->url) || !url_is_https(ask->url))
        curl->easy_setopt(easy, CURLOPT_PROXY, "");
}

static void set_up(CURL *easy, Transfer *transfer, struct curl_slist *headers) {
    const HttpAsk *ask = transfer->ask;
    curl->easy_reset(easy);
    set_security(easy, ask);
    curl->easy_setopt(easy, CURLOPT_URL, ask->url->text.data);
    curl->easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    curl->easy_setopt(easy, CURLOPT_USERAGENT, "resolver/" RESOLVER_VERSION);
    curl->easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl->easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl->easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)ask->limits.connect);
    curl->easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)ask->limits.total);
    curl->easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
    curl->easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
    curl->easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
    curl->easy_setopt(easy, CURLOPT_HEADERDATA, transfer);
    if (!str_given(ask->form))
        return;
    curl->easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)ask->form.len);
    curl->easy_setopt(easy, CURLOPT_POSTFIELDS, ask->form.data);
}

/* ---- the way ---- */

static bool is_stalled(Transfer *transfer, int64_t now) {
    if (now - transfer->window < (int64_t)transfer->ask->limits.stall * 1000)
        return false;
    bool stalled = transfer->window_bytes < HTTP_STALL_BYTES;
    transfer->window = now;
    transfer->window_bytes = 0;
    return stalled;
}

static void tell_watch(Transfer *transfer, int64_t now) {
    const HttpWatch *watch = transfer->ask->watch;
    if (!watch || now - transfer->told < WATCH_INTERVAL)
        return;
    transfer->told = now;
    watch->came(watch->self, transfer->body.len);
}

/* CURLE_ABORTED_BY_CALLBACK stands for a stall. */
static CURLcode perform(Http *http, Transfer *transfer) {
    int running = 1;
    CURLcode code = CURLE_OK;
    transfer->began = transfer->window = transfer->told = g_get_monotonic_time();
    curl->multi_add_handle(http->multi, http->easy);
    while (running) {
        if (curl->multi_perform(http->multi, &running) != CURLM_OK) {
            code = CURLE_FAILED_INIT;
            break;
        }
        tell_watch(transfer, g_get_monotonic_time());
        if (running && is_stalled(transfer, g_get_monotonic_time())) {
            code = CURLE_ABORTED_BY_CALLBACK;
            break;
        }
        if (running)
            curl->multi_poll(http->multi, NULL, 0, MIN(POLL_MS, transfer->ask->limits.stall), NULL);
    }
    int left;
    for (CURLMsg *message; (message = curl->multi_info_read(http->multi, &left));)
        if (message->msg == CURLMSG_DONE)
            code = message->data.result;
    curl->multi_remove_handle(http->multi, http->easy);
    return code;
}

/* ---- what went wrong, in plain words ---- */

static void fail(HttpAnswer *answer, Failure failure, bool transient, Str why) {
    answer->failure = failure;
    answer->transient = transient;
    answer->why = why;
}

/* Numbers of OpenSSL's X509_V_ERR_*. */
static void explain_certificate(CURL *easy, HttpAnswer *answer) {
    long result = 0;
    curl->easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &result);
    switch (result) {
    case 9:
        return fail(answer, FAILURE_TLS_DATE, false, STR("the server's certificate is not valid yet"));
    case 10:
        return fail(answer, FAILURE_TLS_DATE, false, STR("the server's certificate has expired"));
    case 18:
        return fail(answer, FAILURE_TLS_UNKNOWN, false, STR("the server's certificate is signed by nobody but itself"));
    case 2:
    case 19:
    case 20:
    case 21:
        return fail(answer, FAILURE_TLS_UNKNOWN, false, STR("the server's certificate is not signed by a known authority"));
    case 0:
    case 1: /* where libcurl compares the name itself */
    case 62:
        return fail(answer, FAILURE_TLS_HOST, false, STR("the server's certificate is for another name"));
    default:
        return fail(answer, FAILURE_TLS, false, STR("the server's certificate is not valid"));
    }
}

static void explain_time(Transfer *transfer, CURL *easy) {
    HttpAnswer *answer = transfer->answer;
    curl_off_t connected = 0;
    curl->easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &connected);
    const HttpLimits *limits = &transfer->ask->limits;
    if (!connected && (g_get_monotonic_time() - transfer->began) / 1000 < limits->total)
        fail(answer, FAILURE_REACH, true, arena_printf(transfer->arena, "no connection within %d ms", limits->connect));
    else
        fail(answer, FAILURE_TIME, true, arena_printf(transfer->arena, "not done within %d ms", limits->total));
}

static void explain(Transfer *transfer, CURL *easy, CURLcode code) {
    HttpAnswer *answer = transfer->answer;
    if (transfer->body_too_large)
        return fail(answer, FAILURE_SIZE, false,
                    arena_printf(transfer->arena, "the answer is larger than %zu bytes", transfer->ask->limits.body));
    if (transfer->headers_too_large)
        return fail(answer, FAILURE_ANSWER, false, arena_printf(transfer->arena, "the headers are larger than %zu bytes",
                                                                HTTP_HEADERS_MAX));
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
        return fail(answer, FAILURE_TIME, true, arena_printf(transfer->arena, "next to nothing came for %d ms",
                                                             transfer->ask->limits.stall));
    case CURLE_OPERATION_TIMEDOUT:
        return explain_time(transfer, easy);
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return fail(answer, FAILURE_NAME, true, STR("the name of the server cannot be resolved"));
    case CURLE_COULDNT_CONNECT:
        return fail(answer, FAILURE_REACH, true, STR("the server cannot be reached"));
    case CURLE_PEER_FAILED_VERIFICATION:
        return explain_certificate(easy, answer);
    case CURLE_SSL_CACERT_BADFILE:
        return fail(answer, FAILURE_CA_FILE, false, STR("the file of authorities (ca_file) cannot be read"));
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_ISSUER_ERROR:
        return fail(answer, FAILURE_TLS, true, STR("no secure connection could be agreed on"));
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return fail(answer, FAILURE_CUT, true, STR("the connection broke off before the answer was whole"));
    case CURLE_BAD_CONTENT_ENCODING:
        return fail(answer, FAILURE_CUT, true, STR("the compressed answer is damaged"));
    default:
        return fail(answer, FAILURE_ANSWER, false, STR("the answer is no proper HTTP"));
    }
}

static Str certificate_expiry(CURL *easy, Arena *arena) {
    struct curl_certinfo *info = NULL;
    if (curl->easy_getinfo(easy, CURLINFO_CERTINFO, &info) != CURLE_OK || !info || info->num_of_certs < 1)
        return STR_NONE;
    for (struct curl_slist *at = info->certinfo[0]; at; at = at->next)
        if (g_str_has_prefix(at->data, "Expire date:"))
            return arena_cstr(arena, at->data + strlen("Expire date:"));
    return STR_NONE;
}

void http_ask(Http *http, Arena *arena, const HttpAsk *ask, HttpAnswer *answer) {
    Transfer transfer = {.arena = arena, .ask = ask, .answer = answer, .body = {.arena = arena}};
    struct curl_slist *headers = headers_of(ask, arena);
    char *address = NULL;
    long status = 0;
    *answer = (HttpAnswer){0};
    set_up(http->easy, &transfer, headers);
    CURLcode code = perform(http, &transfer);
    curl->easy_getinfo(http->easy, CURLINFO_RESPONSE_CODE, &status);
    curl->easy_getinfo(http->easy, CURLINFO_PRIMARY_IP, &address);
    answer->whole = code == CURLE_OK;
    answer->status = (int)status;
    answer->address = arena_cstr(arena, address);
    answer->body = transfer.body.len ? buf_str(&transfer.body) : STR("");
    if (ask->want_certificate && url_is_https(ask->url))
        answer->expires = certificate_expiry(http->easy, arena);
    if (code != CURLE_OK)
        explain(&transfer, http->easy, code);
    curl->easy_reset(http->easy);
    curl->slist_free_all(headers);
}
