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

void *arena_alloc(Arena *arena, size_t size);              /* zeroed, aligned for any type */
void *arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size); /* the rest is zeroed */

/* Copies are followed by a NUL that len does not count. */
Str arena_str(Arena *arena, Str text);
Str arena_cstr(Arena *arena, const char *text); /* NULL gives an empty Str with data NULL */
Str arena_printf(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str arena_vprintf(Arena *arena, const char *format, va_list args);

#define ARENA_NEW(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define ARENA_ARRAY(arena, Type, n) ((Type *)arena_alloc_array((arena), (n), sizeof(Type)))
void *arena_alloc_array(Arena *arena, size_t n, size_t size);

#endif
