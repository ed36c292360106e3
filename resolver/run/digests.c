#define _GNU_SOURCE
#include "run/digests.h"

#include <fcntl.h>
#include <glib.h>
#include <unistd.h>

#include "base/banned.h"

#define SIZE_FIRST  ((size_t)256)
#define CHUNK       16 /* entries that are read at once */
#define FILE_GROWTH 4

typedef struct Entry {
    uint64_t key, value; /* key 0: free */
} Entry;

/* Open addressing by the upper bits of the key: a table that grows is copied from its beginning to its end. */
struct Digests {
    Entry *entries; /* NULL: in the file */
    int file;       /* -1: in memory */
    size_t used, size, memory; /* size is a power of two */
    unsigned shift; /* from a key to its place */
};

int digests_nameless_file(void) {
    const char *given = g_getenv("TMPDIR"), *const folders[] = {given, "/var/tmp", "/tmp"};
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        if (!folders[i] || !*folders[i])
            continue;
        int fd = open(folders[i], O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
        if (fd >= 0)
            return fd;
        g_autofree char *name = g_build_filename(folders[i], "resolver-XXXXXX", NULL);
        fd = g_mkstemp_full(name, O_RDWR | O_CLOEXEC, 0600);
        if (fd >= 0) {
            unlink(name);
            return fd;
        }
    }
    return -1;
}

/* Room for `size` entries. All of a file is allocated at once: a disk that fills up later costs nothing. */
static void make_room(Digests *digests, size_t size) {
    size_t bytes = size * sizeof(Entry);
    digests->size = size;
    digests->shift = 64 - (unsigned)__builtin_ctzl(size);
    digests->entries = NULL;
    digests->file = bytes > digests->memory ? digests_nameless_file() : -1;
    if (digests->file >= 0 && posix_fallocate(digests->file, 0, (off_t)bytes) != 0) {
        close(digests->file);
        digests->file = -1;
    }
    if (digests->file < 0)
        digests->entries = g_new0(Entry, size);
}

Digests *digests_new(size_t memory) {
    Digests *digests = g_new0(Digests, 1);
    digests->memory = memory;
    make_room(digests, SIZE_FIRST);
    return digests;
}

static void give_back(Digests *digests) {
    g_free(digests->entries);
    if (digests->file >= 0)
        close(digests->file);
}

void digests_free(Digests **digests) {
    if (!*digests)
        return;
    give_back(*digests);
    g_free(*digests);
    *digests = NULL;
}

/* The `n` entries from `at` on; of a file in `chunk`. What cannot be read is free. */
static const Entry *load(const Digests *digests, size_t at, size_t n, Entry *chunk) {
    if (digests->entries)
        return digests->entries + at;
    size_t bytes = n * sizeof *chunk;
    ssize_t got = pread(digests->file, chunk, bytes, (off_t)(at * sizeof *chunk));
    if (got < (ssize_t)bytes)
        memset((char *)chunk + (got > 0 ? got : 0), 0, bytes - (size_t)(got > 0 ? got : 0));
    return chunk;
}

/* Where the key stands, or the free place where it would. */
static size_t find(const Digests *digests, uint64_t key, Entry *found) {
    Entry chunk[CHUNK];
    size_t n;
    for (size_t at = key >> digests->shift;; at = (at + n) & (digests->size - 1)) {
        n = MIN((size_t)CHUNK, digests->size - at);
        const Entry *entries = load(digests, at, n, chunk);
        for (size_t i = 0; i < n; i++)
            if (!entries[i].key || entries[i].key == key) {
                *found = entries[i];
                return at + i;
            }
    }
}

static void put(Digests *digests, uint64_t key, uint64_t value) {
    Entry entry, wanted = {key, value};
    size_t at = find(digests, key, &entry);
    digests->used += entry.key == 0;
    if (digests->entries)
        digests->entries[at] = wanted;
    else if (pwrite(digests->file, &wanted, sizeof wanted, (off_t)(at * sizeof wanted)) != (ssize_t)sizeof wanted)
        digests->used -= entry.key == 0;
}

static void grow(Digests *digests) {
    Digests old = *digests;
    Entry chunk[CHUNK];
    bool to_file = 2 * old.size * sizeof(Entry) > old.memory;
    digests->used = 0;
    make_room(digests, old.size * (to_file ? FILE_GROWTH : 2));
    for (size_t at = 0; at < old.size; at += CHUNK) {
        const Entry *entries = load(&old, at, CHUNK, chunk);
        for (size_t i = 0; i < CHUNK; i++)
            if (entries[i].key)
                put(digests, entries[i].key, entries[i].value);
    }
    give_back(&old);
}

bool digests_get(const Digests *digests, uint64_t key, uint64_t *value) {
    Entry entry;
    find(digests, key, &entry);
    *value = entry.value;
    return entry.key != 0;
}

void digests_set(Digests *digests, uint64_t key, uint64_t value) {
    put(digests, key, value);
    if (digests->used > (digests->entries ? digests->size / 2 : digests->size / 4 * 3)) /* in memory a look-up shall stay in one line of the cache */
        grow(digests);
}
