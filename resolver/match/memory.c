#include "match/memory.h"

#include <glib.h>

#include "base/banned.h"

typedef struct Entry {
    uint64_t number;  /* digest; 0: free */
    uint64_t partner; /* digest of the first that claimed it; the lowest bit says that others did too */
} Entry;

struct MatchMemory {
    Entry *entries;
    size_t used, size; /* size is a power of two */
};

#define SIZE_FIRST ((size_t)1024)
#define SEVERAL ((uint64_t)1)

MatchMemory *match_memory_new(void) {
    MatchMemory *memory = g_new0(MatchMemory, 1);
    memory->size = SIZE_FIRST;
    memory->entries = g_new0(Entry, memory->size);
    return memory;
}

void match_memory_free(MatchMemory **memory) {
    if (!*memory)
        return;
    g_free((*memory)->entries);
    g_free(*memory);
    *memory = NULL;
}

/* FNV-1a with a last mixing: two invoices of a run practically never share a digest. */
static uint64_t digest(Str text) {
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < text.len; i++)
        h = (h ^ (unsigned char)text.data[i]) * 1099511628211u;
    h ^= h >> 32;
    h *= 0x9E3779B97F4A7C15u;
    h ^= h >> 29;
    return h ? h : 1;
}

static Entry *entry_of(Entry *entries, size_t size, uint64_t number) {
    size_t at = number & (size - 1);
    while (entries[at].number && entries[at].number != number)
        at = (at + 1) & (size - 1);
    return &entries[at];
}

static void grow(MatchMemory *memory) {
    size_t size = memory->size * 2;
    Entry *entries = g_new0(Entry, size);
    for (size_t i = 0; i < memory->size; i++)
        if (memory->entries[i].number)
            *entry_of(entries, size, memory->entries[i].number) = memory->entries[i];
    g_free(memory->entries);
    memory->entries = entries;
    memory->size = size;
}

/* Did another partner claim it before? Remembers that this one did. */
static bool claimed_by_another(MatchMemory *memory, uint64_t number, uint64_t partner) {
    Entry *entry = entry_of(memory->entries, memory->size, number);
    if (!entry->number) {
        *entry = (Entry){number, partner & ~SEVERAL};
        if (++memory->used > memory->size / 2)
            grow(memory);
        return false;
    }
    if ((entry->partner & ~SEVERAL) == (partner & ~SEVERAL))
        return (entry->partner & SEVERAL) != 0;
    entry->partner |= SEVERAL;
    return true;
}

void match_memory_pass(MatchMemory *memory, Arena *arena, Resolution *resolution) {
    if (!memory || str_empty(resolution->partner_id))
        return;
    uint64_t partner = digest(number_fold(arena, resolution->partner_id));
    for (size_t i = 0; i < resolution->lines.len; i++) {
        Line *line = resolution->lines.items[i];
        if (!detail_given(&line->effective, DETAIL_INVOICE_NUMBER))
            continue;
        Str folded = number_fold(arena, line->effective.value[DETAIL_INVOICE_NUMBER].text);
        if (str_empty(folded) || !claimed_by_another(memory, digest(folded), partner))
            continue;
        Finding *finding = VEC_PUSH(arena, &line->findings);
        finding->code = FINDING_CLAIMED_ELSEWHERE;
        finding->detail = DETAIL_COUNT;
    }
}
