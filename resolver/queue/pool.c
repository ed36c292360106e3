#define _GNU_SOURCE
#include "queue/pool.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>

#include "queue/message.h"
#include "queue/process.h"
#include "base/banned.h"

#define HELD_JOBS     64                   /* by a worker, so that it never waits for the queue */
#define HELD_BYTES    ((size_t)256 * 1024) /* likewise; a larger job is alone */
#define SLOW          (G_TIME_SPAN_SECOND / 5) /* a job at which the ones behind it go to others */
#define LOOK_INTERVAL (G_TIME_SPAN_SECOND / 10)
#define DEATHS_MAX    5                    /* of workers one after the other that answered nothing and were at nothing */

typedef struct Held {
    uint64_t number;
    size_t bytes;
} Held;

typedef struct Worker {
    Process process;
    Slate *slate;
    WorkerJob job;
    GString *out;          /* jobs not sent yet, from `sent` on */
    size_t sent;
    Held held[HELD_JOBS];  /* jobs without an answer, the oldest first */
    size_t held_len, held_bytes;
    uint64_t looked_at;    /* the job at the last look, and the worker's clock when it was first seen there */
    int64_t cpu_then;
    const char *too_slow;  /* why it was stopped; NULL: it was not */
} Worker;

struct Pool {
    DigestKey key; /* of the files beside tickets */
    const QueueCalls *calls;
    PoolCalls events;
    const Process *reader;
    Worker *workers;
    Slate *slates;
    unsigned started, most, deaths;
    int64_t cpu_limit, wall_limit, looked; /* microseconds */
};

Pool *pool_new(const QueueOptions *options, const QueueCalls *calls, const PoolCalls *pool_calls, const Process *reader) {
    unsigned most = options->workers ? options->workers : g_get_num_processors();
    Pool *pool = g_new0(Pool, 1);
    pool->calls = calls;
    pool->events = *pool_calls;
    pool->reader = reader;
    if (options->journal)
        pool->key = journal_key(options->journal);
    pool->most = MIN(most, QUEUE_WORKERS_MAX);
    pool->workers = g_new0(Worker, pool->most);
    pool->slates = mmap(NULL, pool->most * sizeof(Slate), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (pool->slates == MAP_FAILED)
        g_error("no memory to share with workers: %s", g_strerror(errno));
    pool->cpu_limit = options->cpu_ms ? options->cpu_ms * 1000ll : QUEUE_CPU_SECONDS * G_TIME_SPAN_SECOND;
    pool->wall_limit = options->wall_ms ? options->wall_ms * 1000ll : QUEUE_WALL_SECONDS * G_TIME_SPAN_SECOND;
    return pool;
}

static void stop(Worker *worker, int *status) {
    process_stop(&worker->process, status);
    if (worker->out)
        g_string_free(worker->out, TRUE);
    worker->out = NULL;
}

void pool_free(Pool **freed) {
    Pool *pool = *freed;
    for (unsigned i = 0; i < pool->started; i++)
        stop(&pool->workers[i], NULL);
    munmap(pool->slates, pool->most * sizeof(Slate));
    g_free(pool->workers);
    g_free(pool);
    *freed = NULL;
}

/* ---- giving ---- */

static bool start(Pool *pool, unsigned i) {
    Worker *worker = &pool->workers[i];
    Process others[QUEUE_WORKERS_MAX + 1];
    for (unsigned k = 0; k < pool->started; k++)
        others[k] = pool->workers[k].process;
    others[pool->started] = *pool->reader;
    *worker = (Worker){.slate = &pool->slates[i], .out = g_string_new(NULL)};
    *worker->slate = (Slate){0};
    worker->job = (WorkerJob){pool->calls, worker->slate, pool->key};
    return process_start(&worker->process, worker_main, &worker->job, false, others, pool->started + 1);
}

static bool has_room(const Worker *worker, size_t bytes) {
    return worker->held_len == 0 || (worker->held_len < HELD_JOBS && worker->held_bytes + bytes <= HELD_BYTES);
}

/* Who has least to do and room for it; NULL when nobody has. */
static Worker *idlest(const Pool *pool, size_t bytes) {
    Worker *best = NULL;
    for (unsigned i = 0; i < pool->started; i++) {
        Worker *worker = &pool->workers[i];
        if (worker->process.pid && has_room(worker, bytes) && (!best || worker->held_len < best->held_len))
            best = worker;
    }
    return best;
}

bool pool_has_room(const Pool *pool, size_t bytes) {
    if (pool->started < pool->most)
        return true;
    for (unsigned i = 0; i < pool->started; i++)
        if (!pool->workers[i].process.pid)
            return true;
    return idlest(pool, bytes) != NULL;
}

/* A worker more: in the place of one that died, or behind the others. NULL with errno when none can be made. */
static Worker *another(Pool *pool) {
    unsigned i = 0;
    while (i < pool->started && pool->workers[i].process.pid)
        i++;
    if (i == pool->most || !start(pool, i))
        return NULL;
    pool->started = MAX(pool->started, i + 1);
    return &pool->workers[i];
}

bool pool_give(Pool *pool, uint64_t number, Str marks, Str item, GError **error) {
    Worker *worker = idlest(pool, item.len);
    if (!worker || worker->held_len) {
        Worker *more = another(pool);
        worker = more ? more : worker;
    }
    if (!worker) {
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "no worker can be started: %s", g_strerror(errno));
        return false;
    }
    FrameOut out = {worker->out, 0};
    message_add_job(&out, number, marks, item);
    worker->held[worker->held_len++] = (Held){number, item.len};
    worker->held_bytes += item.len;
    return true;
}

bool pool_busy(const Pool *pool) {
    for (unsigned i = 0; i < pool->started; i++)
        if (pool->workers[i].held_len)
            return true;
    return false;
}

void pool_send(Pool *pool) {
    for (unsigned i = 0; i < pool->started; i++) {
        Worker *worker = &pool->workers[i];
        while (worker->process.pid && worker->sent < worker->out->len) {
            ssize_t n = send(worker->process.stream.fd, worker->out->str + worker->sent, worker->out->len - worker->sent, MSG_NOSIGNAL);
            if (n < 0)
                break; /* full, or it died: poll() will tell */
            worker->sent += (size_t)n;
        }
        if (!worker->out || worker->sent < worker->out->len)
            continue;
        if (worker->out->allocated_len > 4 * HELD_BYTES) {
            g_string_free(worker->out, TRUE);
            worker->out = g_string_new(NULL);
        }
        g_string_truncate(worker->out, 0);
        worker->sent = 0;
    }
}

size_t pool_watch(const Pool *pool, struct pollfd *events) {
    size_t n = 0;
    for (unsigned i = 0; i < pool->started; i++) {
        const Worker *worker = &pool->workers[i];
        if (worker->process.pid)
            events[n++] = (struct pollfd){.fd = worker->process.stream.fd,
                                          .events = (short)(POLLIN | (worker->sent < worker->out->len ? POLLOUT : 0))};
    }
    return n;
}

/* ---- receiving ---- */

/* False when the worker does not hold it: it was taken from it, and answered by another. */
static bool release(Worker *worker, uint64_t number) {
    for (size_t i = 0; i < worker->held_len; i++) {
        if (worker->held[i].number != number)
            continue;
        worker->held_bytes -= worker->held[i].bytes;
        worker->held_len--;
        memmove(worker->held + i, worker->held + i + 1, (worker->held_len - i) * sizeof *worker->held);
        return true;
    }
    return false;
}

static void take_answers(Pool *pool, Worker *worker) {
    Str frame;
    while (stream_next(&worker->process.stream, &frame)) {
        FrameIn in = {frame, false};
        uint64_t number = frame_take_number(&in);
        pool->deaths = 0;
        if (release(worker, number))
            pool->events.answered(pool->events.self, number, in.rest);
    }
}

static void describe(const Worker *worker, int status, GString *why) {
    if (worker->too_slow)
        g_string_append_printf(why, "given up: %s", worker->too_slow);
    else if (WIFSIGNALED(status))
        g_string_append_printf(why, "the worker at it broke off (%s)", strsignal(WTERMSIG(status)));
    else
        g_string_append_printf(why, "the worker at it ended with status %d", WEXITSTATUS(status));
}

/* The job it was at is lost, the others go to somebody else. */
static bool bury(Pool *pool, Worker *worker, GError **error) {
    uint64_t culprit = worker->slate->job;
    int status = 0;
    g_autoptr(GString) why = g_string_new(NULL);
    stop(worker, &status);
    describe(worker, status, why);
    bool lost = release(worker, culprit);
    pool->deaths = lost ? 0 : pool->deaths + 1;
    if (lost)
        pool->events.lost(pool->events.self, culprit, (Str){why->str, why->len});
    for (size_t i = 0; i < worker->held_len; i++)
        pool->events.returned(pool->events.self, worker->held[i].number);
    worker->held_len = worker->held_bytes = 0;
    if (pool->deaths < DEATHS_MAX)
        return true;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "workers end before they begin: %s", why->str);
    return false;
}

static int64_t cpu_of(pid_t pid) {
    clockid_t clock;
    struct timespec now;
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &now) != 0)
        return 0;
    return now.tv_sec * G_TIME_SPAN_SECOND + now.tv_nsec / 1000;
}

static bool somebody_is_idle(const Pool *pool) {
    for (unsigned i = 0; i < pool->started; i++)
        if (pool->workers[i].process.pid && pool->workers[i].held_len == 0)
            return true;
    return pool->started < pool->most;
}

/* The jobs behind a slow one wait no longer where others have nothing to do. One that it has begun all the same is answered
 * twice, and the second answer is not taken. */
static void relieve(Pool *pool, Worker *worker, uint64_t at) {
    worker->slate->void_to = worker->held[worker->held_len - 1].number;
    for (size_t i = 0; i < worker->held_len;) {
        uint64_t number = worker->held[i].number;
        if (number == at) {
            i++;
            continue;
        }
        release(worker, number);
        pool->events.returned(pool->events.self, number);
    }
}

static void look_at(Pool *pool, Worker *worker, int64_t now) {
    uint64_t at = worker->slate->job;
    if (at != worker->looked_at) {
        worker->looked_at = at;
        worker->cpu_then = cpu_of(worker->process.pid);
        return;
    }
    int64_t since = now - worker->slate->since;
    if (!at || since < SLOW)
        return;
    if (worker->held_len > 1 && somebody_is_idle(pool))
        relieve(pool, worker, at);
    if (since > pool->wall_limit)
        worker->too_slow = "it took too long";
    else if (since > pool->cpu_limit && cpu_of(worker->process.pid) - worker->cpu_then > pool->cpu_limit)
        worker->too_slow = "it took too much computing";
    if (worker->too_slow)
        kill(worker->process.pid, SIGKILL); /* its socket ends, and with that it is buried */
}

/* One read: what did not fit keeps the descriptor ready. */
static bool receive(Pool *pool, Worker *worker, GError **error) {
    ssize_t n = stream_fill(&worker->process.stream);
    bool dead = n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR);
    take_answers(pool, worker);
    return !dead || bury(pool, worker, error);
}

bool pool_receive(Pool *pool, const struct pollfd *events, GError **error) {
    for (unsigned i = 0; i < pool->started; i++) {
        Worker *worker = &pool->workers[i];
        if (worker->process.pid && (events++)->revents & ~POLLOUT && !receive(pool, worker, error))
            return false;
    }
    int64_t now = g_get_monotonic_time();
    if (now - pool->looked < LOOK_INTERVAL)
        return true;
    pool->looked = now;
    for (unsigned i = 0; i < pool->started; i++)
        if (pool->workers[i].process.pid)
            look_at(pool, &pool->workers[i], now);
    return true;
}
