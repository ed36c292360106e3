#include "reply/mustache_json.h"

#include "base/json_text.h"
#include "reply/mustache_set.h"
#include "base/banned.h"

static Data data_of(const Names *names, Arena *arena, const json_t *json);

/* Only what a template may ask for: a name without a number stands in none. */
static Data object_of(const Names *names, Arena *arena, const json_t *json) {
    Data object = {.kind = DATA_OBJECT};
    const char *key;
    json_t *value;
    unsigned name;
    json_object_foreach ((json_t *)json, key, value)
        if (names_find(names, str_of(key), &name))
            data_set(arena, &object, name, data_of(names, arena, value));
    return object;
}

static Data list_of(const Names *names, Arena *arena, const json_t *json) {
    Data list = {.kind = DATA_LIST};
    size_t i;
    json_t *item;
    json_array_foreach (json, i, item)
        data_append(arena, &list, data_of(names, arena, item));
    return list;
}

static Data data_of(const Names *names, Arena *arena, const json_t *json) {
    if (!json)
        return data_text(STR(""));
    switch (json_typeof(json)) {
    case JSON_OBJECT: return object_of(names, arena, json);
    case JSON_ARRAY: return list_of(names, arena, json);
    case JSON_STRING: return data_text(json_text(json));
    case JSON_INTEGER: return data_text(arena_printf(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(json)));
    case JSON_REAL: return data_text(arena_printf(arena, "%.15g", json_real_value(json)));
    case JSON_TRUE:
    case JSON_FALSE: return data_flag(json_is_true(json));
    default: return data_text(STR(""));
    }
}

bool mustache_render_json(const Mustache *set, Str name, const json_t *data, MustacheEscape escape, Buf *out, GError **error) {
    Data root = data_of(set->names, out->arena, data);
    return mustache_render(set, name, &root, escape, out, error);
}
