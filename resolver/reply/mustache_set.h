/* The inside of a set of templates; only mustache*.c include this. */
#ifndef REPLY_MUSTACHE_SET_H
#define REPLY_MUSTACHE_SET_H

#include "reply/mustache.h"

struct Mustache {
    Arena *arena;          /* every template and its source */
    Names *names;          /* not owned */
    VEC(MustacheTemplate *) templates; /* by the numbers of their names; NULL for other names */
};

#endif
