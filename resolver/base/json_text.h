/* The text of a JSON value, for everyone who reads JSON: tickets, dashboards, results. */
#ifndef BASE_JSON_TEXT_H
#define BASE_JSON_TEXT_H

#include <jansson.h>

#include "base/str.h"

/* A view, with its NULs; absent unless it is a string (of NULL, too). */
static inline Str json_text(const json_t *value) {
    return json_is_string(value) ? (Str){json_string_value(value), json_string_length(value)} : STR_NONE;
}

#endif
