#include "base/arena.h"

#include <glib.h>
#include <stdint.h>
#include <stdio.h>

#include "base/banned.h"

#define BLOCK_FIRST ((size_t)64 * 1024)
#define BLOCK_LARGEST ((size_t)4 * 1024 * 1024)
#define BLOCK_KEPT ((size_t)1024 * 1024) /* a larger first block is given back by arena_clear() */
#define ALIGNMENT 16

typedef struct Block {
    struct Block *next; /* older blocks */
    size_t size, used;
    _Alignas(ALIGNMENT) char bytes[];
} Block;

struct Arena {
    Block *block; /* newest, the one that is filled */
    size_t given;
};

static Block *block_new(size_t size, Block *next) {
    if (size > SIZE_MAX - sizeof(Block))
        g_error("arena: %zu bytes asked for", size);
    Block *block = g_malloc(sizeof(Block) + size);
    block->next = next;
    block->size = size;
    block->used = 0;
    return block;
}

Arena *arena_new(void) {
    Arena *arena = g_new0(Arena, 1);
    arena->block = block_new(BLOCK_FIRST, NULL);
    return arena;
}

void arena_clear(Arena *arena) {
    Block *keep = NULL;
    for (Block *block = arena->block, *next; block; block = next) {
        next = block->next;
        if (!keep && block->size <= BLOCK_KEPT)
            keep = block;
        else
            g_free(block);
    }
    if (!keep)
        keep = block_new(BLOCK_FIRST, NULL);
    keep->next = NULL;
    keep->used = 0;
    arena->block = keep;
    arena->given = 0;
}

void arena_free(Arena **arena) {
    if (!*arena)
        return;
    for (Block *block = (*arena)->block, *next; block; block = next) {
        next = block->next;
        g_free(block);
    }
    g_free(*arena);
    *arena = NULL;
}

size_t arena_used(const Arena *arena) {
    return arena->given;
}

void *arena_alloc(Arena *arena, size_t size) {
    if (size > SIZE_MAX - ALIGNMENT)
        g_error("arena: %zu bytes asked for", size);
    size_t padded = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    Block *block = arena->block;
    if (block->size - block->used < padded) {
        size_t wanted = MIN(block->size * 2, BLOCK_LARGEST);
        arena->block = block = block_new(MAX(wanted, padded), block);
    }
    void *out = block->bytes + block->used;
    block->used += padded;
    arena->given += padded;
    return memset(out, 0, size);
}

void *arena_alloc_array(Arena *arena, size_t n, size_t size) {
    if (size && n > SIZE_MAX / size)
        g_error("arena: %zu objects of %zu bytes asked for", n, size);
    return arena_alloc(arena, n * size);
}

void *arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size) {
    void *grown = arena_alloc(arena, new_size);
    if (old_size)
        memcpy(grown, old, MIN(old_size, new_size));
    return grown;
}

Str arena_str(Arena *arena, Str text) {
    if (!text.data)
        return STR_NONE;
    char *copy = arena_alloc(arena, text.len + 1);
    memcpy(copy, text.data, text.len);
    return (Str){copy, text.len};
}

Str arena_cstr(Arena *arena, const char *text) {
    return arena_str(arena, str_of(text));
}

Str arena_vprintf(Arena *arena, const char *format, va_list args) {
    char small[256];
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(small, sizeof small, format, args);
    Str out = STR("");
    if (len >= 0 && (size_t)len < sizeof small) {
        out = arena_str(arena, (Str){small, (size_t)len});
    } else if (len >= 0) {
        char *text = arena_alloc(arena, (size_t)len + 1);
        vsnprintf(text, (size_t)len + 1, format, again);
        out = (Str){text, (size_t)len};
    }
    va_end(again);
    return out;
}

Str arena_printf(Arena *arena, const char *format, ...) {
    va_list args;
    va_start(args, format);
    Str out = arena_vprintf(arena, format, args);
    va_end(args);
    return out;
}
