#include "reply/context.h"

#include "reply/context_line.h"
#include "reply/plain.h"
#include "base/banned.h"

typedef struct Name {
    Str name;
    ContextShape shape;
} Name;

#define NAME(word, shape) {STR(word), CONTEXT_##shape},
static const Name names[] = {CONTEXT_LIST(NAME)};
#undef NAME

bool context_shape(Str name, ContextShape *shape) {
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (str_eq(names[i].name, name)) {
            *shape = names[i].shape;
            return true;
        }
    }
    return false;
}

void context_text(json_t *object, const char *key, Str text) {
    if (text.len)
        json_object_set_new_nocheck(object, key, json_stringn_nocheck(text.data, text.len));
}

void context_flag(json_t *object, const char *key, bool flag) {
    if (flag)
        json_object_set_new_nocheck(object, key, json_true());
}

json_t *context_labelled(Str label, const char *key, Str value) {
    json_t *item = json_object();
    context_text(item, "label", label);
    if (key)
        context_text(item, key, value);
    return item;
}

static json_t *window(ContextMaker *m) {
    json_t *window = json_object();
    context_text(window, "from", locale_date(m->locale, m->arena, m->resolution->window_from));
    context_text(window, "to", locale_date(m->locale, m->arena, m->resolution->window_to));
    return window;
}

static json_t *listing(ContextMaker *m) {
    const Resolution *r = m->resolution;
    json_t *listing = json_object(), *missing = json_array(), *values = json_array();
    for (int i = 0; i < LISTING_COUNT; i++) {
        Str given = r->reading->listing[i];
        if (r->listing_missing & (1u << i))
            json_array_append_new(missing, context_labelled(m->words->listing[i], NULL, STR("")));
        given = i == LISTING_URL ? plain_url(m->arena, given) : plain_line(m->arena, given, PLAIN_VALUE_MAX);
        if (given.len)
            json_array_append_new(values, context_labelled(m->words->listing[i], "value", given));
    }
    context_flag(listing, "any_missing", json_array_size(missing) > 0);
    context_flag(listing, "missing_one", json_array_size(missing) == 1);
    json_object_set_new_nocheck(listing, "missing", missing);
    json_object_set_new_nocheck(listing, "values", values);
    context_text(listing, "from", locale_date(m->locale, m->arena, r->listing_from));
    context_text(listing, "to", locale_date(m->locale, m->arena, r->listing_to));
    context_text(listing, "visible_by", locale_date(m->locale, m->arena, r->listing_visible));
    return listing;
}

static bool asks_invoice(const Resolution *resolution) {
    for (size_t i = 0; i < resolution->lines.len; i++) {
        const Line *line = resolution->lines.items[i];
        if (line->decision == DECISION_REQUEST_INVOICE ||
            (line->decision == DECISION_REQUEST_INFORMATION && !line->accepted.len))
            return true;
    }
    return false;
}

json_t *context_make(Arena *arena, const Resolution *resolution, const Words *words, Locale *locale) {
    ContextMaker m = {.arena = arena,
                      .resolution = resolution,
                      .words = words,
                      .locale = locale,
                      .told = g_hash_table_new(g_direct_hash, g_direct_equal)};
    json_t *root = json_object(), *lines = json_array();
    Str name = plain_name(arena, resolution->reading->ticket->requester_name);
    context_text(root, "name", words_is_office(words, name) ? STR_NONE : name);
    context_text(root, "partner_id", plain_line(arena, resolution->partner_id, PLAIN_VALUE_MAX));
    context_text(root, "next_refresh", locale_date(locale, arena, resolution->next_refresh));
    context_flag(root, "asks_invoice", asks_invoice(resolution));
    context_flag(root, "several", resolution->lines.len > 1);
    json_object_set_new_nocheck(root, "window", window(&m));
    if (resolution->intent == INTENT_DIRECTORY_LISTING)
        json_object_set_new_nocheck(root, "listing", listing(&m));
    for (size_t i = 0; i < resolution->lines.len; i++)
        json_array_append_new(lines, context_line(&m, resolution->lines.items[i], i + 1));
    json_object_set_new_nocheck(root, "lines", lines);
    g_hash_table_destroy(m.told);
    return root;
}
