/* A worker: job after job, each resolved by calls.resolve, until its socket ends. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#include "queue/message.h"
#include "queue/process.h"
#include "base/banned.h"

#define BATCH_BYTES   ((size_t)64 * 1024)
#define BATCH_ANSWERS 32                  /* while others wait their turn here, so that the worker never runs dry */
#define LARGE_JOB     ((size_t)32 * 1024) /* it may take long: what is finished goes out before it */

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

/* So much beyond what was there at the fork; sanitizers reserve terabytes. */
static void limit_memory(void) {
    unsigned long pages = 0;
    FILE *statm = fopen("/proc/self/statm", "re");
    if (SANITIZED || !statm || fscanf(statm, "%lu", &pages) != 1)
        pages = 0;
    if (statm)
        fclose(statm);
    struct rlimit limit;
    if (!pages || getrlimit(RLIMIT_AS, &limit) != 0)
        return;
    rlim_t wanted = (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE) + (rlim_t)QUEUE_MEMORY_MB * 1024 * 1024;
    if (limit.rlim_cur == RLIM_INFINITY || wanted < limit.rlim_cur)
        limit.rlim_cur = wanted;
    setrlimit(RLIMIT_AS, &limit);
}

static void do_job(const WorkerJob *worker, Str frame, FrameOut *out) {
    const QueueCalls *calls = worker->calls;
    FrameIn in = {frame, false};
    FeedItem item;
    Marks marks;
    QueueAnswer answer = {0};
    uint64_t number = message_take_job(&in, calls->begin(calls->self), &marks, &item);
    if (number <= worker->slate->void_to)
        return;
    worker->slate->since = g_get_monotonic_time();
    worker->slate->job = number;
    beside_begin(worker->key);
    item.read_file = item.read_file ? beside_read : NULL;
    calls->resolve(calls->self, &item, marks_any(&marks) ? &marks : NULL, &answer);
    answer.marks = marks;
    answer.beside = beside_files();
    worker->slate->job = 0;
    frame_begin(out);
    frame_number(out, number);
    message_add_answer(out, &answer, true);
    frame_end(out);
}

static bool send_all(int fd, FrameOut *out, unsigned *answers) {
    bool good = stream_send(fd, (Str){out->bytes->str, out->bytes->len});
    g_string_truncate(out->bytes, 0);
    *answers = 0;
    return good;
}

void worker_main(int fd, void *data) {
    const WorkerJob *worker = data;
    Stream jobs = {.fd = fd};
    FrameOut out = {g_string_new(NULL), 0};
    unsigned answers = 0;
    if (worker->calls->forked)
        worker->calls->forked(worker->calls->self);
    limit_memory();
    for (Str frame;;) {
        while (!stream_next(&jobs, &frame)) {
            ssize_t n = stream_fill(&jobs);
            if (n == 0 || (n < 0 && errno != EINTR))
                return;
        }
        if (frame.len > LARGE_JOB && out.bytes->len && !send_all(fd, &out, &answers))
            return;
        do_job(worker, frame, &out);
        answers++;
        bool idle = !stream_has_frame(&jobs);
        if ((idle || answers >= BATCH_ANSWERS || out.bytes->len >= BATCH_BYTES) && !send_all(fd, &out, &answers))
            return;
    }
}
