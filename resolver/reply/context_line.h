/* The inside of context.h: the part of one line. */
#ifndef REPLY_CONTEXT_LINE_H
#define REPLY_CONTEXT_LINE_H

#include "reply/context.h"

typedef struct ContextMaker {
    Arena *arena;
    const Resolution *resolution;
    const Words *words;
    Locale *locale;
    GHashTable *told; /* refused documents that an earlier line's block tells of; NULL while there are none */
} ContextMaker;

/* Empty texts and false flags are left out: to a template that is the same. */
void context_text(Arena *arena, Data *object, Variable variable, Str text);
void context_flag(Arena *arena, Data *object, Variable variable, bool flag);
/* {"label": label, variable: value} */
Data context_labelled(Arena *arena, Str label, Variable variable, Str value);

/* `index` counts from 1. */
Data context_line(ContextMaker *maker, const Line *line, size_t index);

#endif
