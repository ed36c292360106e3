/* Queue: many tickets through several processes, in the order of the input.
 *
 *     reader ──items──▶ queue (the caller's process) ──jobs──▶ workers
 *                         │  memory, journal, order    ◀─answers─┘
 *                         └──▶ calls.write, in the order of the input
 *
 * All are forked from the caller, so that what it opened (lexicon, templates, dashboard) is shared. The reader alone reads the
 * input, so that a slow input keeps no finished result back; the caller's process only carries bytes. Workers resolve what
 * comes without knowing of other tickets; the queue asks the run's memory in the order of the input, and where it has something
 * to say of a ticket (run/memory.h), a worker resolves that one again. So the results do not depend on the number of workers.
 *
 * Everything is bounded: a slow writer slows the run, and memory does not grow with the queue. A worker that dies, or sits at a
 * ticket for too long, costs that ticket and is replaced; the others it held are given out again. The queue knows nothing
 * of what resolving is: that is in QueueCalls. */
#ifndef QUEUE_QUEUE_H
#define QUEUE_QUEUE_H

#include <glib.h>
#include <signal.h>

#include "parsers/ticket.h"
#include "queue/beside.h"
#include "queue/journal.h"
#include "run/memory.h"

#define QUEUE_CPU_SECONDS  60  /* of a worker's own computing at one ticket */
#define QUEUE_WALL_SECONDS 600 /* at one ticket: more than all its documents may take (run/extractor.h) */
#define QUEUE_MEMORY_MB    4096 /* that a worker may take beyond what it shares; not under sanitizers */
#define QUEUE_WORKERS_MAX  256

/* What became of one ticket. The texts of a worker's answer are valid until its next call. */
typedef struct QueueAnswer {
    Str id;
    Str result;      /* to be written; absent: nothing is */
    Str complaint;   /* one line for standard error, without the id; absent when there is none */
    bool unreadable; /* no decision: the exit status tells */
    bool passing;    /* what went wrong is of the moment: the journal does not take the ticket for finished */
    bool fatal;      /* and no other ticket can be resolved either: the run ends before this one, with its complaint */
    bool stopped;    /* decided without a document for which the time was over; the journal keeps that */
    unsigned kind;   /* of the caller's choice, for its statistics: the decision */
    Trace trace;
    Str file;        /* under which calls.write put it; kept by the journal */
    /* Filled in by the queue, and kept by the journal: */
    Marks marks;        /* with which it was resolved */
    bool again;         /* it is recorded as finished, but its file was gone: no half of it may ever stand under that name */
    BesideFiles beside; /* what it read beside the ticket */
} QueueAnswer;

typedef struct QueueCalls {
    void *self;
    /* In a new worker, before its first ticket. May be NULL. */
    void (*forked)(void *self);
    /* In a worker. `marks`: what earlier tickets say of this one, as far as is known; NULL: nothing. The item's texts live in
     * `arena`, which is emptied before. */
    Arena *(*begin)(void *self);
    void (*resolve)(void *self, const FeedItem *item, const Marks *marks, QueueAnswer *answer);
    /* In the caller's process: what to say of a ticket that cost a worker its life. */
    void (*lost)(void *self, const FeedItem *item, Str why, QueueAnswer *answer);
    /* In the caller's process, before the first ticket: an earlier run finished this one, if under other settings. May be NULL. */
    void (*recalled)(void *self, const QueueAnswer *answer);
    /* In the caller's process: is what an earlier run wrote under answer->file still there? Else the ticket is resolved again. May
     * be NULL where answers have no files. */
    bool (*kept)(void *self, const QueueAnswer *answer);
    /* In the caller's process, in the order of the input. `known`: an earlier run finished it, and answer->file tells what was
     * written then. Where answer->file is given else, an earlier run wrote that, and it is to be written again under the same name;
     * or it may be set, in the arena: then the journal does not keep the result. False ends the run. */
    bool (*write)(void *self, Arena *arena, QueueAnswer *answer, bool known, GError **error);
    /* Everything written so far should be seen now; called before each wait. False ends the run. May be NULL. */
    bool (*flush)(void *self, GError **error);
    /* What was written comes from so much of the input (run/feed.h); called before each wait. May be NULL. */
    void (*position)(void *self, uint64_t done, uint64_t total);
} QueueCalls;

typedef struct QueueOptions {
    const char *const *paths; /* of the feed */
    size_t paths_len;
    unsigned workers;         /* at most; 0: one a processor */
    Memory *memory;           /* NULL: none */
    Journal *journal;         /* NULL: none. What it has is given to calls.write again, and not resolved */
    bool retry_stopped;       /* but for the answers that were `stopped`: these are made again, under their names */
    const volatile sig_atomic_t *interrupted; /* when it becomes true, the run ends after what is finished; NULL: never */
    unsigned cpu_ms, wall_ms; /* another limit for a ticket; 0: QUEUE_CPU_SECONDS, QUEUE_WALL_SECONDS */
} QueueOptions;

/* False with an error when the run broke off: calls.write failed, the journal could not be written, no process could be made.
 * An interrupted run is true. */
bool queue_run(const QueueOptions *options, const QueueCalls *calls, GError **error);

#endif
