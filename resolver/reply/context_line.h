/* The inside of context.h: the part of one line. */
#ifndef REPLY_CONTEXT_LINE_H
#define REPLY_CONTEXT_LINE_H

#include "reply/context.h"

typedef struct ContextMaker {
    Arena *arena;
    const Resolution *resolution;
    const Words *words;
    Locale *locale;
    GHashTable *told; /* refused documents that an earlier line's block tells of */
} ContextMaker;

/* Empty texts and false flags are left out: to a template that is the same. */
void context_text(json_t *object, const char *key, Str text);
void context_flag(json_t *object, const char *key, bool flag);
/* {"label": label, key: value}; without the value when key is NULL. */
json_t *context_labelled(Str label, const char *key, Str value);

/* `index` counts from 1. */
json_t *context_line(ContextMaker *maker, const Line *line, size_t index);

#endif
