#include "queue/beside.h"

#include "run/feed.h"
#include "base/banned.h"

/* A FileReader knows nobody who called it; a worker is one process with one ticket. */
static struct {
    DigestKey key;
    BesideFiles files;
} at_hand;

void beside_begin(DigestKey key) {
    at_hand.key = key;
    at_hand.files = (BesideFiles){0};
}

bool beside_read(Arena *arena, Str folder, Str path, Str *bytes, Str *why) {
    bool good = feed_read_file(arena, folder, path, bytes, why);
    *VEC_PUSH(arena, &at_hand.files) = (BesideFile){arena_str(arena, path), good ? digest(at_hand.key, *bytes) : 0};
    return good;
}

BesideFiles beside_files(void) {
    return at_hand.files;
}

bool beside_same(Arena *arena, DigestKey key, Str folder, const BesideFiles *files) {
    for (size_t i = 0; i < files->len; i++) {
        const BesideFile *file = &files->items[i];
        Str bytes, why;
        bool good = feed_read_file(arena, folder, file->path, &bytes, &why);
        if (file->digest != (good ? digest(key, bytes) : 0))
            return false;
    }
    return true;
}
