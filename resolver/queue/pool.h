/* Pool: the workers of a queue. Jobs go to whoever has least to do; workers are started when all others are busy, replaced
 * when they die, and stopped when they sit at a job for too long. */
#ifndef QUEUE_POOL_H
#define QUEUE_POOL_H

#include <poll.h>

#include "queue/process.h"
#include "queue/queue.h"

typedef struct Pool Pool;

typedef struct PoolCalls {
    void *self;
    void (*answered)(void *self, uint64_t number, Str answer); /* the answer is gone afterwards */
    void (*lost)(void *self, uint64_t number, Str why);        /* a worker died at it */
    void (*returned)(void *self, uint64_t number);             /* nobody has it any more: give it again */
} PoolCalls;

Pool *pool_new(const QueueOptions *options, const QueueCalls *calls, const PoolCalls *pool_calls, const Process *reader);
void pool_free(Pool **pool); /* kills whoever is still at work */

bool pool_has_room(const Pool *pool, size_t bytes); /* for a job of that size; a large one wants a worker for itself */
/* Numbers grow from job to job; answers come in any order. The pool must have room. False when no process can be made. */
bool pool_give(Pool *pool, uint64_t number, Str marks, Str item, GError **error);
bool pool_busy(const Pool *pool);

void pool_send(Pool *pool); /* what was given, as far as the workers take it now */
size_t pool_watch(const Pool *pool, struct pollfd *events); /* at most QUEUE_WORKERS_MAX of them */
/* After poll() of these. False with an error when workers only die. */
bool pool_receive(Pool *pool, const struct pollfd *events, GError **error);

#endif
