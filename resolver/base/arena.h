/* Arena: memory of one life span, given back all at once.
 *
 * Every object of a ticket (texts, claims, findings, the reply) lives in the ticket's arena, so objects may
 * point at each other freely and nothing has a destructor. Do not use it for what lives as long as the run
 * (GLib serves there) nor for buffers of unknown growth that are thrown away at once: what an arena has given
 * out comes back only with arena_clear().
 *
 *     Arena *arena = arena_new();
 *     Claim *claim = ARENA_NEW(arena, Claim);
 *     Str name = arena_printf(arena, "line %zu", n);
 *     arena_free(&arena);
 *
 * What is large (a megabyte and more) lies in pages of its own: untouched pages cost nothing, and it grows by being
 * moved, not copied. What a loop throws away at each turn can be given back by a mark:
 *
 *     ArenaMark mark = arena_mark(arena);
 *     bool found = ... lists that nobody keeps ...
 *     arena_release(arena, mark);
 *
 * Allocation never fails: out of memory ends the process (GLib's rule), which the queue survives. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>
#include <stdarg.h>

#include "base/str.h"

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_clear(Arena *arena);  /* forget every object, keep some memory for the next ticket */
void arena_free(Arena **arena);  /* and null the pointer */
size_t arena_used(const Arena *arena); /* bytes given out since the last clear */

/* Everything that was given out since the mark is forgotten. So between the two nothing may grow (a Vec, a Buf) that was
 * there before and is used after: its new place would be forgotten too. */
typedef struct ArenaMark {
    void *block;
    size_t used, given;
    unsigned long large;
} ArenaMark;
ArenaMark arena_mark(const Arena *arena);
void arena_release(Arena *arena, ArenaMark mark);

/* Nobody looks at the object any more: a large one gives its pages back at once, a small one with the rest. `size` as
 * it was asked for last. */
void arena_drop(Arena *arena, void *object, size_t size);

void *arena_alloc(Arena *arena, size_t size);              /* zeroed, aligned for any type */
/* The rest is zeroed; `old` is not to be used again. */
void *arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size);
/* The same, and the rest is whatever it was: for what is written before it is read. */
void *arena_grow_text(Arena *arena, void *old, size_t old_size, size_t new_size);

/* Copies are followed by a NUL that len does not count. */
Str arena_str(Arena *arena, Str text);
Str arena_cstr(Arena *arena, const char *text); /* NULL gives an empty Str with data NULL */
Str arena_printf(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str arena_vprintf(Arena *arena, const char *format, va_list args);

#define ARENA_NEW(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define ARENA_ARRAY(arena, Type, n) ((Type *)arena_alloc_array((arena), (n), sizeof(Type)))
void *arena_alloc_array(Arena *arena, size_t n, size_t size);

#endif
