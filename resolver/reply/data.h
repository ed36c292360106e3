/* Data: what templates are rendered over: texts, flags, lists and objects, all in the arena of their ticket.
 *
 *     Data line = {.kind = DATA_OBJECT}, lines = {.kind = DATA_LIST};
 *     data_set(arena, &line, VAR_PERIOD, data_text(STR("January 2020")));
 *     data_append(arena, &lines, line);
 *
 * Members are named by numbers, so that a look-up compares no text: Names gives each name its number once, when templates
 * are compiled. A value is copied into what holds it: finish it first. Nothing is freed but with the arena. */
#ifndef REPLY_DATA_H
#define REPLY_DATA_H

#include <stdint.h>

#include "base/arena.h"

typedef enum DataKind {
    DATA_TEXT, /* the empty one is as if it were not there */
    DATA_FLAG,
    DATA_LIST,
    DATA_OBJECT,
    DATA_LATER /* a member that is made when a template first asks for it: most ask for little */
} DataKind;

typedef struct Data Data;
typedef Data DataMaker(void *of);
struct Data {
    DataKind kind;
    unsigned name;  /* number of its name, as a member of an object */
    uint64_t holds; /* of an object: bit number % 64 of each member, since most look-ups find nothing */
    union {
        Str text;
        bool flag;
        struct {
            Data *items;
            unsigned len, cap;
        };
        struct {
            DataMaker *make;
            void *of;
        };
    };
};

static inline Data data_text(Str text) {
    return (Data){.kind = DATA_TEXT, .text = text};
}
static inline Data data_flag(bool flag) {
    return (Data){.kind = DATA_FLAG, .flag = flag};
}
/* `of` must live as long as the data. */
static inline Data data_later(DataMaker *make, void *of) {
    return (Data){.kind = DATA_LATER, .make = make, .of = of};
}
void data_append(Arena *arena, Data *list, Data item);
/* An object gets each member once. */
void data_set(Arena *arena, Data *object, unsigned name, Data value);

void data_make(Data *later); /* for data_member() */
/* NULL when it holds none of that name, or is no object. Never DATA_LATER. */
static inline const Data *data_member(const Data *object, unsigned name) {
    if (object->kind != DATA_OBJECT || !(object->holds >> name % 64 & 1))
        return NULL;
    for (unsigned i = 0; i < object->len; i++)
        if (object->items[i].name == name) {
            if (object->items[i].kind == DATA_LATER)
                data_make(&object->items[i]);
            return &object->items[i];
        }
    return NULL;
}

/* ---- names ---- */

typedef struct Names Names;

Names *names_new(void);
void names_free(Names **names);
/* Its number: 0, 1, 2 ... in the order in which names are first asked for. The name is copied. */
unsigned names_number(Names *names, Str name);
/* The same for a name that has one already; false when it has none. */
bool names_find(const Names *names, Str name, unsigned *number);

#endif
