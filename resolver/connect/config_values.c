#include "connect/config_values.h"

#include "base/banned.h"

#define COUNT_MAX 1000000

bool config_refuse(const ConfigReader *reader, const char *why) {
    Str key = str_given(reader->line->key) ? reader->line->key : reader->line->section;
    return failure_set(reader->error, FAILURE_CONFIG, STR_FMT ":%zu: " STR_FMT " %s", STR_ARG(reader->file), reader->line->line,
                       STR_ARG(key), why);
}

bool config_text(const ConfigReader *reader, Str text, void *out) {
    if (str_empty(text))
        return config_refuse(reader, "is empty");
    *(Str *)out = arena_str(reader->arena, text);
    return true;
}

bool config_word(const ConfigReader *reader, Str text, void *out) {
    for (size_t i = 0; i < text.len; i++)
        if (!g_ascii_isalnum(text.data[i]) && !(text.data[i] && strchr("-_.$~!#%&'*+^`|@", text.data[i])))
            return config_refuse(reader, "holds characters that no name has");
    return config_text(reader, text, out);
}

bool config_path(const ConfigReader *reader, Str text, void *out) {
    Arena *arena = reader->arena;
    if (!config_text(reader, text, out))
        return false;
    if (str_starts(text, STR("~/")))
        *(Str *)out = arena_printf(arena, "%s" STR_FMT, g_get_home_dir(), STR_ARG(str_sub(text, 1, text.len)));
    else if (text.data[0] != '/')
        *(Str *)out = arena_printf(arena, STR_FMT "/" STR_FMT, STR_ARG(reader->folder), STR_ARG(text));
    return true;
}

bool config_flag(const ConfigReader *reader, Str text, void *out) {
    *(bool *)out = str_eq(text, STR("yes"));
    return *(bool *)out || str_eq(text, STR("no")) || config_refuse(reader, "is yes or no");
}

/* ---- numbers ---- */

typedef struct Measure {
    const char *word;
    int64_t factor;
} Measure;

/* Digits, then one of the words; -1 for anything else, or more than `most`. */
static int64_t measured(Str text, const Measure *measures, size_t n, int64_t most) {
    int64_t value = 0;
    size_t at = 0;
    for (; at < text.len && g_ascii_isdigit(text.data[at]) && value <= most; at++)
        value = value * 10 + (text.data[at] - '0');
    Str word = str_trim(str_sub(text, at, text.len));
    for (size_t i = 0; at && i < n; i++)
        if (str_eq_cstr(word, measures[i].word))
            return value <= most / measures[i].factor ? value * measures[i].factor : -1;
    return -1;
}

bool config_time(const ConfigReader *reader, Str text, void *out) {
    static const Measure measures[] = {{"ms", 1}, {"s", 1000}, {"m", 60000}, {"h", 3600000}};
    int64_t value = measured(text, measures, G_N_ELEMENTS(measures), 24 * 3600000);
    *(int *)out = (int)value;
    return value > 0 || config_refuse(reader, "is no time from 1ms to 24h: write 500ms, 30s, 5m or 1h");
}

bool config_size(const ConfigReader *reader, Str text, void *out) {
    static const Measure measures[] = {{"K", 1024}, {"M", 1024 * 1024}, {"G", 1024 * 1024 * 1024}};
    int64_t value = measured(text, measures, G_N_ELEMENTS(measures), (int64_t)64 << 30);
    *(size_t *)out = (size_t)value;
    return value > 0 || config_refuse(reader, "is no size up to 64G: write 64K, 256M or 1G");
}

bool config_count(const ConfigReader *reader, Str text, void *out) {
    static const Measure plain[] = {{"", 1}};
    int64_t value = measured(text, plain, 1, COUNT_MAX);
    *(int *)out = (int)value;
    return value >= 0 || config_refuse(reader, "is no whole number up to a million");
}

bool config_positive(const ConfigReader *reader, Str text, void *out) {
    return config_count(reader, text, out) && (*(int *)out > 0 || config_refuse(reader, "is at least 1"));
}

/* ---- addresses ---- */

bool config_url(const ConfigReader *reader, Str text, void *out) {
    g_autoptr(GError) problem = NULL;
    if (url_parse(reader->arena, text, out, &problem))
        return true;
    g_autofree char *why = g_strdup_printf("is no address: %s", problem->message);
    return config_refuse(reader, why);
}

bool config_origins(const ConfigReader *reader, Str text, void *out) {
    Site *site = (Site *)((char *)out - offsetof(Site, allow_origins));
    g_auto(GStrv) words = g_strsplit_set(arena_str(reader->arena, text).data, " \t,;", -1);
    for (char **word = words; *word; word++) {
        Url url;
        if (!**word)
            continue;
        if (!config_url(reader, str_of(*word), &url))
            return false;
        *VEC_PUSH(reader->arena, &site->allow_origins) = url;
    }
    return site->allow_origins.len || config_refuse(reader, "is empty");
}

/* ---- words ---- */

static bool word_of(const ConfigReader *reader, Str text, const char *const *words, size_t n, int *out) {
    for (size_t i = 0; i < n; i++)
        if (str_eq_cstr(text, words[i])) {
            *out = (int)i;
            return true;
        }
    Buf known = {.arena = reader->arena};
    buf_add(&known, STR("is one of"));
    for (size_t i = 0; i < n; i++)
        buf_printf(&known, " %s", words[i]);
    return config_refuse(reader, buf_str(&known).data);
}

#define CONFIG_WORD(name, word) word,
static const char *const auth_words[] = {AUTH_LIST(CONFIG_WORD)};
static const char *const paging_words[] = {PAGING_LIST(CONFIG_WORD)};
static const char *const client_words[] = {"basic", "body"};
#undef CONFIG_WORD

const char *auth_word(AuthKind kind) {
    return auth_words[kind];
}

bool config_auth(const ConfigReader *reader, Str text, void *out) {
    int found = 0;
    bool good = word_of(reader, text, auth_words, G_N_ELEMENTS(auth_words), &found);
    *(AuthKind *)out = (AuthKind)found;
    return good;
}

bool config_paging(const ConfigReader *reader, Str text, void *out) {
    int found = 0;
    bool good = word_of(reader, text, paging_words, G_N_ELEMENTS(paging_words), &found);
    *(Paging *)out = (Paging)found;
    return good;
}

bool config_client(const ConfigReader *reader, Str text, void *out) {
    int found = 0;
    bool good = word_of(reader, text, client_words, G_N_ELEMENTS(client_words), &found);
    *(ClientAuth *)out = (ClientAuth)found;
    return good;
}

/* ---- secrets ---- */

static bool source(const ConfigReader *reader, SecretKind kind, SecretSource *out) {
    if (out->kind != SECRET_NONE)
        return config_refuse(reader, "is a second source of the same secret");
    out->kind = kind;
    return true;
}

bool config_env(const ConfigReader *reader, Str text, void *out) {
    SecretSource *secret = out;
    return source(reader, SECRET_ENV, secret) && config_word(reader, text, &secret->from);
}

bool config_file(const ConfigReader *reader, Str text, void *out) {
    SecretSource *secret = out;
    return source(reader, SECRET_FILE, secret) && config_path(reader, text, &secret->from);
}

bool config_command(const ConfigReader *reader, Str text, void *out) {
    SecretSource *secret = out;
    return source(reader, SECRET_COMMAND, secret) && config_text(reader, text, &secret->from);
}
