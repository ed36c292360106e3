/* Feed: the stream of tickets (contract section 1).
 *
 * Inputs are files, Maildirs, plain folders and "-" (standard input); each is told by its content. A ticket is pulled at
 * a time and memory stays flat: an mbox is sliced at its "From " lines, NDJSON at newlines, a JSON array at the commas
 * of its outermost brackets. Of a folder only the names are held; it is read in their order, sub-folders where
 * they stand, hidden files and the attachments that its JSON tickets name by `path` left out.
 *
 *     Feed *feed = feed_open(paths, n);
 *     for (FeedItem item; feed_next(feed, arena, &item); arena_clear(arena))
 *         use(&item);
 *     feed_free(&feed);
 *
 * What cannot be read is an item with `error`, and the others go on. */
#ifndef RUN_FEED_H
#define RUN_FEED_H

#include <stdint.h>

#include "parsers/ticket.h"

typedef struct Feed Feed;

/* Opens nothing yet; the paths are copied. No paths: standard input. */
Feed *feed_open(const char *const *paths, size_t n);
/* The next ticket, its bytes and texts in the arena. False at the end of the last input. */
bool feed_next(Feed *feed, Arena *arena, FeedItem *item);
void feed_free(Feed **feed);

/* The next ticket may be long in coming: it is read from a pipe and not yet here. */
bool feed_may_wait(const Feed *feed);
/* How far the inputs were read: bytes where all are files, files where the one input is a folder; else *total is 0. */
void feed_position(const Feed *feed, uint64_t *done, uint64_t *total);

/* The FileReader of feed items: regular files below `folder`, reached without "..", absolute paths or symbolic links. */
bool feed_read_file(Arena *arena, Str folder, Str path, Str *bytes, Str *why);

#endif
