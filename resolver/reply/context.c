#include "reply/context.h"

#include "reply/context_line.h"
#include "reply/plain.h"
#include "base/banned.h"

typedef struct Known {
    const char *name;
    ContextShape shape;
} Known;

#define KNOWN(variable, name, shape) {name, CONTEXT_##shape},
static const Known known[] = {CONTEXT_LIST(KNOWN)};
#undef KNOWN

bool context_shape(Str name, ContextShape *shape) {
    for (size_t i = 0; i < VARIABLE_COUNT; i++) {
        if (str_eq_cstr(name, known[i].name)) {
            *shape = known[i].shape;
            return true;
        }
    }
    return false;
}

const char *context_name(Variable variable) {
    return known[variable].name;
}

Names *context_names(void) {
    Names *names = names_new();
    for (unsigned i = 0; i < VARIABLE_COUNT; i++)
        names_number(names, str_of(known[i].name));
    return names;
}

void context_text(Arena *arena, Data *object, Variable variable, Str text) {
    if (text.len)
        data_set(arena, object, variable, data_text(text));
}

void context_flag(Arena *arena, Data *object, Variable variable, bool flag) {
    if (flag)
        data_set(arena, object, variable, data_flag(true));
}

Data context_labelled(Arena *arena, Str label, Variable variable, Str value) {
    Data item = {.kind = DATA_OBJECT};
    context_text(arena, &item, VAR_LABEL, label);
    context_text(arena, &item, variable, value);
    return item;
}

static Data window(ContextMaker *m) {
    Data window = {.kind = DATA_OBJECT};
    context_text(m->arena, &window, VAR_FROM, locale_date(m->locale, m->arena, m->resolution->window_from));
    context_text(m->arena, &window, VAR_TO, locale_date(m->locale, m->arena, m->resolution->window_to));
    return window;
}

static Data listing(ContextMaker *m) {
    const Resolution *r = m->resolution;
    Data listing = {.kind = DATA_OBJECT}, missing = {.kind = DATA_LIST}, values = {.kind = DATA_LIST};
    for (int i = 0; i < LISTING_COUNT; i++) {
        Str given = r->reading->listing[i], label = m->words->listing[i];
        if (r->listing_missing & (1u << i))
            data_append(m->arena, &missing, context_labelled(m->arena, label, VAR_VALUE, STR("")));
        given = i == LISTING_URL ? plain_url(m->arena, given) : plain_line(m->arena, given, PLAIN_VALUE_MAX);
        if (given.len)
            data_append(m->arena, &values, context_labelled(m->arena, label, VAR_VALUE, given));
    }
    context_flag(m->arena, &listing, VAR_ANY_MISSING, missing.len > 0);
    context_flag(m->arena, &listing, VAR_MISSING_ONE, missing.len == 1);
    data_set(m->arena, &listing, VAR_MISSING, missing);
    data_set(m->arena, &listing, VAR_VALUES, values);
    context_text(m->arena, &listing, VAR_FROM, locale_date(m->locale, m->arena, r->listing_from));
    context_text(m->arena, &listing, VAR_TO, locale_date(m->locale, m->arena, r->listing_to));
    context_text(m->arena, &listing, VAR_VISIBLE_BY, locale_date(m->locale, m->arena, r->listing_visible));
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

Data context_make(Arena *arena, const Resolution *resolution, const Words *words, Locale *locale) {
    ContextMaker *m = ARENA_NEW(arena, ContextMaker); /* parts are made later */
    *m = (ContextMaker){.arena = arena, .resolution = resolution, .words = words, .locale = locale};
    Data root = {.kind = DATA_OBJECT}, lines = {.kind = DATA_LIST};
    Str name = plain_name(arena, resolution->reading->ticket->requester_name);
    context_text(arena, &root, VAR_NAME, words_is_office(words, name) ? STR_NONE : name);
    context_text(arena, &root, VAR_PARTNER_ID, plain_line(arena, resolution->partner_id, PLAIN_VALUE_MAX));
    context_text(arena, &root, VAR_NEXT_REFRESH, locale_date(locale, arena, resolution->next_refresh));
    context_flag(arena, &root, VAR_ASKS_INVOICE, asks_invoice(resolution));
    context_flag(arena, &root, VAR_SEVERAL, resolution->lines.len > 1);
    data_set(arena, &root, VAR_WINDOW, window(m));
    if (resolution->intent == INTENT_DIRECTORY_LISTING)
        data_set(arena, &root, VAR_LISTING, listing(m));
    for (size_t i = 0; i < resolution->lines.len; i++)
        data_append(arena, &lines, context_line(m, resolution->lines.items[i], i + 1));
    data_set(arena, &root, VAR_LINES, lines);
    if (m->told)
        g_hash_table_destroy(m->told);
    m->told = NULL;
    return root;
}
