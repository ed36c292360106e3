/* Committer: a thread that appends bytes to a file and makes them durable, while others go on.
 *
 *     Committer *committer = committer_new(fd, offset, folder);
 *     g_string_append(committer_room(committer), ...);
 *     committer_tick(committer, &failure);      // now and then
 *     committer_wait(committer, &failure);      // all is durable
 *
 * What was written into `folder` before the bytes were added is durable before the bytes are. The thread makes system calls
 * alone, so that others may fork() meanwhile. A failure is told once and by every later call: nothing is written after it. */
#ifndef QUEUE_COMMITTER_H
#define QUEUE_COMMITTER_H

#include <glib.h>
#include <stdbool.h>
#include <sys/types.h>

typedef struct Committer Committer;

/* `folder`: a descriptor, or -1. The descriptors stay the caller's. */
Committer *committer_new(int fd, off_t offset, int folder);
void committer_free(Committer **committer); /* what was not handed on is lost */

GString *committer_room(Committer *committer); /* to append to */
bool committer_pending(const Committer *committer);
/* Hands on what waits, when it waited long enough or is much, and the thread is idle; waits for the thread when it is far too
 * much. False with errno in *failure. */
bool committer_tick(Committer *committer, int *failure);
bool committer_wait(Committer *committer, int *failure);

#endif
