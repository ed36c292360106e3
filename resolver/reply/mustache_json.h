/* Templates over JSON: for data that is given as JSON, or that is rendered once. */
#ifndef REPLY_MUSTACHE_JSON_H
#define REPLY_MUSTACHE_JSON_H

#include <jansson.h>

#include "reply/mustache.h"

/* As mustache_render(), over a copy of the data as Data in the arena of `out`. Numbers become text, null the empty one. */
bool mustache_render_json(const Mustache *set, Str name, const json_t *data, MustacheEscape escape, Buf *out, GError **error);

#endif
