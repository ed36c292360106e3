#define _GNU_SOURCE
#include "base/arena.h"

#include <glib.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>

#include "base/banned.h"

#define BLOCK_FIRST ((size_t)64 * 1024)
#define BLOCK_LARGEST ((size_t)4 * 1024 * 1024)
#define BLOCK_KEPT ((size_t)1024 * 1024) /* a larger first block is given back by arena_clear() */
#define LARGE_LEAST ((size_t)1024 * 1024)
#define ALIGNMENT 16

typedef struct Block {
    struct Block *next; /* older blocks */
    size_t size, used;
    _Alignas(ALIGNMENT) char bytes[];
} Block;

/* One object in pages of its own. */
typedef struct Large {
    struct Large *next, *prev; /* older, newer */
    size_t mapped;             /* bytes, with this head */
    unsigned long number;      /* later ones have higher numbers */
    _Alignas(ALIGNMENT) char bytes[];
} Large;

struct Arena {
    Block *block; /* newest, the one that is filled */
    Large *large; /* newest */
    unsigned long larges; /* numbers given out */
    size_t given;
};

static size_t padded_size(size_t size) {
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

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

/* ---- large objects ---- */

static void *large_new(Arena *arena, size_t size) {
    size_t mapped = sizeof(Large) + size;
    Large *large = mmap(NULL, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (large == MAP_FAILED)
        g_error("arena: no memory for %zu bytes", size);
    *large = (Large){.next = arena->large, .mapped = mapped, .number = ++arena->larges};
    if (arena->large)
        arena->large->prev = large;
    arena->large = large;
    return large->bytes;
}

static void *large_grow(Arena *arena, void *old, size_t size) {
    Large *large = (Large *)((char *)old - offsetof(Large, bytes));
    size_t mapped = sizeof(Large) + size;
    if (mapped <= large->mapped)
        return old;
    large = mremap(large, large->mapped, mapped, MREMAP_MAYMOVE);
    if (large == MAP_FAILED)
        g_error("arena: no memory for %zu bytes", size);
    arena->given += mapped - large->mapped;
    large->mapped = mapped;
    if (large->next)
        large->next->prev = large;
    if (large->prev)
        large->prev->next = large;
    else
        arena->large = large;
    return large->bytes;
}

static void large_free(Arena *arena, Large *large) {
    if (large->next)
        large->next->prev = large->prev;
    if (large->prev)
        large->prev->next = large->next;
    else
        arena->large = large->next;
    munmap(large, large->mapped);
}

/* Those numbered above `number`. */
static void large_forget(Arena *arena, unsigned long number) {
    while (arena->large && arena->large->number > number)
        large_free(arena, arena->large);
}

/* ---- life ---- */

void arena_clear(Arena *arena) {
    Block *keep = NULL;
    large_forget(arena, 0);
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
    large_forget(*arena, 0);
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

ArenaMark arena_mark(const Arena *arena) {
    return (ArenaMark){arena->block, arena->block->used, arena->given, arena->larges};
}

void arena_release(Arena *arena, ArenaMark mark) {
    while (arena->block != mark.block) {
        Block *next = arena->block->next;
        g_free(arena->block);
        arena->block = next;
    }
    arena->block->used = mark.used;
    arena->given = mark.given;
    large_forget(arena, mark.large);
}

void arena_drop(Arena *arena, void *object, size_t size) {
    if (object && padded_size(size) >= LARGE_LEAST)
        large_free(arena, (Large *)((char *)object - offsetof(Large, bytes)));
}

/* ---- giving out ---- */

static void *give_more(Arena *arena, size_t size) {
    if (size > SIZE_MAX / 2)
        g_error("arena: %zu bytes asked for", size);
    size_t padded = padded_size(size);
    if (padded >= LARGE_LEAST) {
        arena->given += padded;
        return large_new(arena, padded);
    }
    Block *block = arena->block;
    if (block->size - block->used < padded) {
        size_t wanted = MIN(block->size * 2, BLOCK_LARGEST);
        arena->block = block = block_new(MAX(wanted, padded), block);
    }
    void *out = block->bytes + block->used;
    block->used += padded;
    arena->given += padded;
    return out;
}

/* Not zeroed, but for large ones. Most have room in the newest block. */
static inline void *give(Arena *arena, size_t size) {
    Block *block = arena->block;
    size_t padded = padded_size(size);
    if (size >= LARGE_LEAST || padded >= LARGE_LEAST || block->size - block->used < padded)
        return give_more(arena, size);
    void *out = block->bytes + block->used;
    block->used += padded;
    arena->given += padded;
    return out;
}

void *arena_alloc(Arena *arena, size_t size) {
    void *out = give(arena, size);
    return padded_size(size) >= LARGE_LEAST ? out : memset(out, 0, size);
}

void *arena_alloc_array(Arena *arena, size_t n, size_t size) {
    if (size && n > SIZE_MAX / size)
        g_error("arena: %zu objects of %zu bytes asked for", n, size);
    return arena_alloc(arena, n * size);
}

/* Longer where it is: it must be the last that was given out, and the block must have room. */
static bool grow_in_place(Arena *arena, char *old, size_t old_size, size_t new_size) {
    Block *block = arena->block;
    size_t had = padded_size(old_size), wanted = padded_size(new_size);
    if (old + had != block->bytes + block->used || wanted < had || wanted >= LARGE_LEAST ||
        block->size - block->used < wanted - had)
        return false;
    block->used += wanted - had;
    arena->given += wanted - had;
    return true;
}

void *arena_grow_text(Arena *arena, void *old, size_t old_size, size_t new_size) {
    if (new_size > SIZE_MAX / 2)
        g_error("arena: %zu bytes asked for", new_size);
    if (old_size && padded_size(old_size) >= LARGE_LEAST)
        return large_grow(arena, old, padded_size(new_size));
    if (old_size && new_size >= old_size && grow_in_place(arena, old, old_size, new_size))
        return old;
    void *grown = give(arena, new_size);
    if (old_size)
        memcpy(grown, old, MIN(old_size, new_size));
    return grown;
}

void *arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size) {
    char *grown = arena_grow_text(arena, old, old_size, new_size);
    if (new_size > old_size && padded_size(new_size) < LARGE_LEAST)
        memset(grown + old_size, 0, new_size - old_size);
    return grown;
}

Str arena_str(Arena *arena, Str text) {
    if (!text.data)
        return STR_NONE;
    char *copy = give(arena, text.len + 1);
    memcpy(copy, text.data, text.len);
    copy[text.len] = '\0';
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
