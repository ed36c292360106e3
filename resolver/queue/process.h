/* Process: the children of a queue, forked from the caller: the reader of its input and its workers. They die with it. */
#ifndef QUEUE_PROCESS_H
#define QUEUE_PROCESS_H

#include <stdatomic.h>

#include "queue/frame.h"
#include "queue/queue.h"

/* What a worker is at, in memory that it shares with the queue: of a worker that died, this says which ticket killed it. */
typedef struct Slate {
    _Atomic uint64_t job;   /* the number of the job; 0: none */
    _Atomic int64_t since;  /* microseconds of the monotonic clock */
    _Atomic uint64_t void_to; /* jobs up to this one are another's now: not to be begun */
} Slate;

typedef struct Process {
    pid_t pid;     /* 0: none */
    Stream stream; /* from it; the descriptor is also to it, and does not block */
} Process;

typedef void ProcessMain(int fd, void *data);

/* Forks; the child calls main(fd, data), with its standard input and output on /dev/null but for `keeps_input`, and without the
 * descriptors of `others`. False with errno. */
bool process_start(Process *process, ProcessMain *main, void *data, bool keeps_input, const Process *others, size_t n);
/* Kills and buries it. *status (may be NULL) as of waitpid: of one that had ended by itself, how. */
void process_stop(Process *process, int *status);

typedef struct ReaderJob {
    const char *const *paths;
    size_t paths_len;
    DigestKey key;
    bool digests; /* the queue wants them */
} ReaderJob;
ProcessMain reader_main; /* ReaderJob */

typedef struct WorkerJob {
    const QueueCalls *calls;
    Slate *slate;
    DigestKey key; /* of the files beside tickets */
} WorkerJob;
ProcessMain worker_main; /* WorkerJob */

#endif
