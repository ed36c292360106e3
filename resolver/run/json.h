/* Json: JSON text written as it goes, keys in the order of the calls. No tree is built.
 *
 *     Json json = {.buf = &buf, .pretty = true};
 *     json_open(&json, NULL, '{');
 *     json_text(&json, "id", STR("T-1"));
 *     json_close(&json, '}');
 *
 * `key` is NULL for the outermost value and for the items of an array. The output is always valid UTF-8: a byte that is
 * none, and NUL, which many readers refuse, become U+FFFD. Money is written as text; there are no floating numbers. */
#ifndef RUN_JSON_H
#define RUN_JSON_H

#include <stdint.h>

#include "base/buf.h"

typedef struct Json {
    Buf *buf;
    bool pretty;  /* indented by two; otherwise all on one line */
    int depth;    /* open objects and arrays */
    bool written; /* something stands before in the open object or array */
} Json;

void json_open(Json *json, const char *key, char bracket);  /* '{' or '[' */
void json_close(Json *json, char bracket);                  /* '}' or ']' */
void json_text(Json *json, const char *key, Str text);
void json_text_or_null(Json *json, const char *key, Str text); /* null for an absent or empty text */
void json_text_if(Json *json, const char *key, Str text);   /* left out when absent or empty */
void json_int(Json *json, const char *key, int64_t number);
void json_bool(Json *json, const char *key, bool value);
void json_null(Json *json, const char *key);

#endif
