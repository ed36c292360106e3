/* Beside: the files that a JSON ticket names by `path`, as its answer found them. They are no part of the ticket as it came, so the
 * journal keeps their digests with the answer: one that came, went or changed makes the ticket be resolved again. */
#ifndef QUEUE_BESIDE_H
#define QUEUE_BESIDE_H

#include "base/digest.h"
#include "parsers/ticket.h"

typedef struct BesideFile {
    Str path;        /* as the ticket gives it */
    uint64_t digest; /* of the bytes; 0: it could not be read */
} BesideFile;

typedef VEC(BesideFile) BesideFiles;

/* In a worker, which has one ticket at a time: from now on beside_read() keeps what it reads, in the arena it is given. */
void beside_begin(DigestKey key);
FileReader beside_read; /* feed_read_file(), remembered */
BesideFiles beside_files(void);

/* Are all of them as they were? */
bool beside_same(Arena *arena, DigestKey key, Str folder, const BesideFiles *files);

#endif
