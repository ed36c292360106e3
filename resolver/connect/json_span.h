/* Span: places in a JSON text, found without building it in memory: a dashboard may have a million rows, and a tree of it takes
 * ten times its size. A span is the text of one value, blanks trimmed. */
#ifndef CONNECT_JSON_SPAN_H
#define CONNECT_JSON_SPAN_H

#include "model/model.h"

/* The first value of the text; what is behind it in *rest (may be NULL). Absent when it is cut off or none begins. */
Str span_first(Str text, Str *rest);

/* One after the other: members of an object, elements of an array. False at the end, or where it is malformed, which
 * span_done() tells apart. */
typedef struct SpanWalk {
    Str rest;
    char close;  /* '}' or ']' */
    size_t n;    /* taken so far */
    bool closed;
} SpanWalk;
SpanWalk span_walk(Str container);
bool span_next(SpanWalk *walk, Str *key, Str *value); /* `key` with its quotes; absent in arrays */
bool span_done(const SpanWalk *walk);

/* The value at "data.items.0": a member of that whole name, else of the name before the dot and below it; absent when there is
 * none. */
Str span_at(Str value, Str path);

bool span_is_array(Str value);
bool span_is_object(Str value);
/* A string's text in the arena, escapes resolved, or a number as written; absent for anything else. */
Str span_text(Arena *arena, Str value);

#endif
