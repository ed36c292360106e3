#include "run/jsonin.h"

#include "base/banned.h"

Str jsonin_text(Arena *arena, const json_t *object, const char *key) {
    Str text = json_text(json_object_get(object, key));
    return str_given(text) ? arena_str(arena, text) : STR_NONE;
}

bool jsonin_number(const json_t *value, Decimal *out) {
    if (!json_is_integer(value))
        return json_is_string(value) && decimal_parse(json_text(value), out);
    *out = decimal_int(json_integer_value(value));
    return true;
}

void jsonin_details(Arena *arena, const json_t *object, Details *out) {
    for (Detail detail = 0; detail < DETAIL_COUNT; detail++) {
        const json_t *value = json_object_get(object, detail_word(detail));
        Decimal number;
        if (!detail_is_number(detail) && !str_empty(json_text(value)))
            detail_set_text(out, detail, arena_str(arena, json_text(value)));
        else if (detail_is_number(detail) && jsonin_number(value, &number))
            detail_set_number(out, detail, number);
    }
}

bool jsonin_word(const json_t *object, const char *key, JsonWord *word, int count, int *out) {
    Str text = json_text(json_object_get(object, key));
    for (*out = 0; *out < count; ++*out)
        if (str_eq_cstr(text, word(*out)))
            return true;
    return false;
}

const char *jsonin_decision(int value) {
    return decision_word((Decision)value);
}

const char *jsonin_finding(int value) {
    return finding_word((FindingCode)value);
}

const char *jsonin_intent(int value) {
    return intent_word((Intent)value);
}

const char *jsonin_kind(int value) {
    return kind_word((Kind)value);
}
