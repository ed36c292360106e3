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

/* The items are not needed any more; matters where they may be a million (arena_drop). */
#define VEC_DROP(arena, vec)                                                                                           \
    (arena_drop((arena), (vec)->items, (vec)->cap * sizeof(*(vec)->items)), (void)((vec)->items = NULL),               \
     (void)((vec)->len = (vec)->cap = 0))

/* The address of a new, zeroed last item. */
#define VEC_PUSH(arena, vec)                                                                                           \
    ((vec)->len == (vec)->cap ? (void)((vec)->items = vec_grow((arena), (vec)->items, &(vec)->cap, sizeof(*(vec)->items))) \
                              : (void)0,                                                                               \
     &(vec)->items[(vec)->len++])

#define VEC_SMALL_ITEM 64 /* bytes; larger ones often stay alone */

static inline void *vec_grow(Arena *arena, void *items, size_t *cap, size_t size) {
    size_t wanted = *cap ? *cap * 2 : size > VEC_SMALL_ITEM ? 2 : 8;
    void *grown = arena_grow(arena, items, *cap * size, wanted * size);
    *cap = wanted;
    return grown;
}

#endif
