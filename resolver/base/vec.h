/* Vec: a growable array in an arena. A new one is all zeros.
 *
 *     typedef VEC(Row) RowVec;
 *     RowVec rows = {0};
 *     *VEC_PUSH(arena, &rows) = row;
 *     for (size_t i = 0; i < rows.len; i++) use(&rows.items[i]);
 *
 * Growing moves the items: keep indexes, not pointers, while still pushing. */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#define VEC(Type)                                                                                                      \
    struct {                                                                                                           \
        Type *items;                                                                                                   \
        size_t len, cap;                                                                                               \
    }

/* The address of a new, zeroed last item. */
#define VEC_PUSH(arena, vec)                                                                                           \
    ((vec)->len == (vec)->cap ? (void)((vec)->items = vec_grow((arena), (vec)->items, &(vec)->cap, sizeof(*(vec)->items))) \
                              : (void)0,                                                                               \
     &(vec)->items[(vec)->len++])

static inline void *vec_grow(Arena *arena, void *items, size_t *cap, size_t size) {
    size_t wanted = *cap ? *cap * 2 : 8;
    void *grown = arena_grow(arena, items, *cap * size, wanted * size);
    *cap = wanted;
    return grown;
}

#endif
