/* The inside of a set of templates; only mustache*.c include this. */
#ifndef REPLY_MUSTACHE_SET_H
#define REPLY_MUSTACHE_SET_H

#include "reply/mustache.h"

struct Mustache {
    Arena *arena;          /* every template and its source */
    GHashTable *templates; /* name -> MustacheTemplate, both in the arena */
};

#endif
