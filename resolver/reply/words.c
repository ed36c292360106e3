#include "reply/words.h"

#include "base/banned.h"

typedef struct Reader {
    GKeyFile *file;
    const char *path;
    GError **error;
    bool failed; /* the first missing word is reported */
} Reader;

static Str word(Reader *r, const char *group, const char *key) {
    char *text = r->failed ? NULL : g_key_file_get_string(r->file, group, key, NULL);
    if (text && *g_strstrip(text))
        return str_of(text);
    g_free(text);
    if (!r->failed)
        g_set_error(r->error, WORDS_ERROR, 0, "%s: [%s] %s is missing", r->path, group, key);
    r->failed = true;
    return STR_NONE;
}

static void read_types(Reader *r, Words *words) {
    gsize n = 0;
    char **keys = g_key_file_get_keys(r->file, "type", &n, NULL);
    if (!keys)
        word(r, "type", "moc");
    words->types = g_new0(TypeName, n);
    for (gsize i = 0; i < n; i++) {
        Str name = word(r, "type", keys[i]);
        if (name.data)
            words->types[words->types_len++] = (TypeName){str_of(g_strdup(keys[i])), name};
    }
    g_strfreev(keys);
}

/* "buchhaltung;einkauf;*팀" */
static void read_offices(Reader *r, Words *words) {
    Str list = word(r, "name", "office");
    char **entries = g_strsplit(list.data ? list.data : "", ";", -1);
    GPtrArray *ends = g_ptr_array_new();
    for (char **entry = entries; *entry; entry++) {
        char *folded = g_utf8_casefold(g_strstrip(*entry), -1);
        if (*folded == '*' && folded[1])
            g_ptr_array_add(ends, g_strdup(folded + 1));
        else if (*folded)
            g_hash_table_add(words->offices, g_strdup(folded));
        g_free(folded);
    }
    g_ptr_array_add(ends, NULL);
    words->office_ends = (char **)g_ptr_array_free(ends, FALSE);
    g_strfreev(entries);
    g_free((char *)list.data);
}

static void read_all(Reader *r, Words *words) {
    for (int i = 0; i < DETAIL_REQUIRED; i++)
        words->detail[i] = word(r, "detail", detail_word((Detail)i));
    words->period = word(r, "detail", "period");
    words->partner_id = word(r, "detail", "partner_id");
    for (int i = 0; i < KIND_COUNT; i++)
        words->kind[i] = word(r, "kind", kind_word((Kind)i));
    for (int i = 0; i < LISTING_COUNT; i++)
        words->listing[i] = word(r, "listing", listing_word((Listing)i));
    words->named_document = word(r, "document", "named");
    words->inline_document = word(r, "document", "inline");
    words->subject = word(r, "mail", "subject");
    read_types(r, words);
    read_offices(r, words);
}

Words *words_load(const char *path, GError **error) {
    Reader r = {.file = g_key_file_new(), .path = path, .error = error};
    GError *cause = NULL;
    if (!g_key_file_load_from_file(r.file, path, G_KEY_FILE_NONE, &cause)) {
        g_set_error(error, WORDS_ERROR, 0, "%s: %s", path, cause->message);
        g_clear_error(&cause);
        g_key_file_free(r.file);
        return NULL;
    }
    Words *words = g_new0(Words, 1);
    words->offices = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    read_all(&r, words);
    g_key_file_free(r.file);
    if (r.failed)
        words_free(&words);
    return words;
}

static void free_all(Str *words, size_t n) {
    for (size_t i = 0; i < n; i++)
        g_free((char *)words[i].data);
}

void words_free(Words **words) {
    Words *w = *words;
    if (!w)
        return;
    free_all(w->detail, DETAIL_REQUIRED);
    free_all(w->kind, KIND_COUNT);
    free_all(w->listing, LISTING_COUNT);
    free_all(&w->period, 1);
    free_all(&w->partner_id, 1);
    free_all(&w->named_document, 1);
    free_all(&w->inline_document, 1);
    free_all(&w->subject, 1);
    for (size_t i = 0; i < w->types_len; i++) {
        free_all(&w->types[i].code, 1);
        free_all(&w->types[i].name, 1);
    }
    g_free(w->types);
    g_hash_table_destroy(w->offices);
    g_strfreev(w->office_ends);
    g_free(w);
    *words = NULL;
}

Str words_document(const Words *words, Arena *arena, Str name) {
    Str pattern = words->named_document;
    ptrdiff_t place = str_find(pattern, STR("{}"));
    if (place < 0)
        return name;
    Str before = str_sub(pattern, 0, (size_t)place), after = str_sub(pattern, (size_t)place + 2, pattern.len);
    return arena_printf(arena, STR_FMT STR_FMT STR_FMT, STR_ARG(before), STR_ARG(name), STR_ARG(after));
}

bool words_is_office(const Words *words, Str name) {
    if (!name.len)
        return false;
    char *folded = g_utf8_casefold(name.data, (gssize)name.len);
    const char *last = "";
    bool office = false;
    for (char *part = folded, *next; part && !office; part = next) {
        next = strpbrk(part, " .,-/&");
        if (next)
            *next++ = '\0';
        last = *part ? part : last;
        office = g_hash_table_contains(words->offices, part);
    }
    for (char **end = words->office_ends; *end && !office; end++)
        office = g_str_has_suffix(last, *end);
    g_free(folded);
    return office;
}

Str words_type(const Words *words, Str omlp_type) {
    for (size_t i = 0; i < words->types_len; i++)
        if (str_eq(words->types[i].code, omlp_type))
            return words->types[i].name;
    return STR_NONE;
}
