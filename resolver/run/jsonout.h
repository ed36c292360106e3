/* JsonOut: JSON text written as it goes, keys in the order of the calls. No tree is built. (json_ is jansson's.)
 *
 *     JsonOut json = {.buf = &buf, .pretty = true};
 *     jsonout_open(&json, NULL, '{');
 *     jsonout_text(&json, "id", STR("T-1"));
 *     jsonout_close(&json, '}');
 *
 * `key` is NULL for the outermost value and for the items of an array. The output is always valid UTF-8: a byte that is
 * none, and NUL, which many readers refuse, become U+FFFD. Money is written as text; there are no floating numbers but shares. */
#ifndef RUN_JSONOUT_H
#define RUN_JSONOUT_H

#include <stdint.h>

#include "base/buf.h"

typedef struct JsonOut {
    Buf *buf;
    bool pretty;  /* indented by two; otherwise all on one line */
    int depth;    /* open objects and arrays */
    bool written; /* something stands before in the open object or array */
} JsonOut;

void jsonout_open(JsonOut *json, const char *key, char bracket);  /* '{' or '[' */
void jsonout_close(JsonOut *json, char bracket);                  /* '}' or ']' */
void jsonout_text(JsonOut *json, const char *key, Str text);
void jsonout_text_or_null(JsonOut *json, const char *key, Str text); /* null for an absent or empty text */
void jsonout_text_if(JsonOut *json, const char *key, Str text);   /* left out when absent or empty */
void jsonout_int(JsonOut *json, const char *key, int64_t number);
void jsonout_share(JsonOut *json, const char *key, int percent); /* 0 to 100, as 0.00 to 1.00 */
void jsonout_bool(JsonOut *json, const char *key, bool value);
void jsonout_null(JsonOut *json, const char *key);

#endif
