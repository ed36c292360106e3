#include "reply/data.h"

#include <glib.h>

#include "base/banned.h"

#define ITEMS_FIRST 4 /* most objects have two members, most lists a few items */

void data_append(Arena *arena, Data *list, Data item) {
    if (list->len == list->cap) {
        unsigned wanted = list->cap ? list->cap * 2 : ITEMS_FIRST;
        list->items = arena_grow_text(arena, list->items, list->cap * sizeof(Data), wanted * sizeof(Data));
        list->cap = wanted;
    }
    list->items[list->len++] = item;
}

void data_set(Arena *arena, Data *object, unsigned name, Data value) {
    value.name = name;
    object->holds |= UINT64_C(1) << name % 64;
    data_append(arena, object, value);
}

void data_make(Data *later) {
    unsigned name = later->name;
    *later = later->make(later->of);
    later->name = name;
}

/* ---- names ---- */

struct Names {
    Arena *arena;
    GHashTable *numbers; /* Str * -> number + 1 */
};

Names *names_new(void) {
    Names *names = g_new0(Names, 1);
    names->arena = arena_new();
    names->numbers = g_hash_table_new(str_hash, str_same);
    return names;
}

void names_free(Names **names) {
    if (!*names)
        return;
    g_hash_table_destroy((*names)->numbers);
    arena_free(&(*names)->arena);
    g_free(*names);
    *names = NULL;
}

bool names_find(const Names *names, Str name, unsigned *number) {
    gpointer found = g_hash_table_lookup(names->numbers, &name);
    *number = found ? GPOINTER_TO_UINT(found) - 1 : 0;
    return found != NULL;
}

unsigned names_number(Names *names, Str name) {
    unsigned number;
    if (names_find(names, name, &number))
        return number;
    number = g_hash_table_size(names->numbers);
    Str *key = ARENA_NEW(names->arena, Str);
    *key = arena_str(names->arena, name);
    g_hash_table_insert(names->numbers, key, GUINT_TO_POINTER(number + 1));
    return number;
}
