#define _GNU_SOURCE
#include "queue/queue.h"

#include <errno.h>
#include <poll.h>

#include "queue/message.h"
#include "queue/pool.h"
#include "queue/process.h"
#include "base/banned.h"

#define WINDOW     ((size_t)1024)             /* tickets between the reader and the output; a power of two */
#define HELD_BYTES ((size_t)32 * 1024 * 1024) /* of these; one ticket may be larger, and is alone then */
#define TICK_MS    100                        /* the longest wait while somebody is at work */

typedef enum SlotState { SLOT_WAITING, SLOT_GIVEN, SLOT_ANSWERED } SlotState;

/* One ticket between the reader and the output. */
typedef struct Slot {
    SlotState state;
    bool known;       /* the journal had it */
    bool lost;        /* a worker died at it: to be tried again by the next run */
    uint64_t job;     /* the number under which it was given last */
    uint64_t digest;  /* of the ticket as it came */
    GString *item;    /* packed, as jobs carry it */
    GString *answer;  /* packed */
    GString *marks;   /* packed; NULL in the first round */
} Slot;

typedef struct Queue {
    const QueueOptions *options;
    const QueueCalls *calls;
    Process reader;
    bool ended;                 /* the reader has no more */
    Slot slots[WINDOW];
    uint64_t head, judged, next; /* [head, judged): the memory was asked; [judged, next): not yet */
    GQueue waiting;             /* Slot * to be given */
    size_t held;                /* bytes of items and answers */
    uint64_t given;             /* jobs so far */
    uint64_t done, total;       /* of the input */
    Pool *pool;
    Arena *arena;               /* of the answer at hand */
} Queue;

static Slot *slot_at(Queue *queue, uint64_t seq) {
    return &queue->slots[seq & (WINDOW - 1)];
}

static void drop(Queue *queue, GString **bytes) {
    if (!*bytes)
        return;
    queue->held -= (*bytes)->len;
    g_string_free(*bytes, TRUE);
    *bytes = NULL;
}

static void keep(Queue *queue, GString **bytes, Str text) {
    drop(queue, bytes);
    *bytes = g_string_new_len(text.data, (gssize)text.len);
    queue->held += text.len;
}

static Str view(const GString *bytes) {
    return bytes ? (Str){bytes->str, bytes->len} : STR_NONE;
}

/* ---- from the reader ---- */

static void fetch(Queue *queue) {
    Str frame, item;
    while (!queue->ended && queue->next - queue->head < WINDOW && (queue->held < HELD_BYTES || queue->next == queue->head) &&
           stream_next(&queue->reader.stream, &frame)) {
        FrameIn in = {frame, false};
        ReaderSays says = message_take_item(&in, &item);
        queue->done = says.done;
        queue->total = says.total;
        queue->ended = says.last;
        if (says.last)
            return;
        Slot *slot = slot_at(queue, queue->next++);
        *slot = (Slot){.state = SLOT_WAITING, .digest = says.digest};
        keep(queue, &slot->item, item);
        g_queue_push_tail(&queue->waiting, slot);
    }
}

static bool wants_more(const Queue *queue) {
    return !queue->ended && queue->next - queue->head < WINDOW && (queue->held < HELD_BYTES || queue->next == queue->head) &&
           !stream_has_frame(&queue->reader.stream);
}

/* ---- to the workers and back ---- */

static bool give(Queue *queue, GError **error) {
    while (queue->waiting.length) {
        Slot *slot = g_queue_peek_head(&queue->waiting);
        if (!pool_has_room(queue->pool, slot->item->len))
            return true;
        /* The number grows from job to job, and tells the slot. */
        slot->job = ++queue->given * WINDOW + (uint64_t)(slot - queue->slots);
        slot->state = SLOT_GIVEN;
        g_queue_pop_head(&queue->waiting);
        if (!pool_give(queue->pool, slot->job, view(slot->marks), view(slot->item), error))
            return false;
    }
    return true;
}

/* NULL when the slot was given again since. */
static Slot *slot_of_job(Queue *queue, uint64_t number) {
    Slot *slot = &queue->slots[number & (WINDOW - 1)];
    return slot->state == SLOT_GIVEN && slot->job == number ? slot : NULL;
}

static void answered(void *self, uint64_t number, Str answer) {
    Queue *queue = self;
    Slot *slot = slot_of_job(queue, number);
    if (!slot)
        return;
    keep(queue, &slot->answer, answer);
    slot->state = SLOT_ANSWERED;
}

static void returned(void *self, uint64_t number) {
    Queue *queue = self;
    Slot *slot = slot_of_job(queue, number);
    if (!slot)
        return;
    slot->state = SLOT_WAITING;
    g_queue_push_head(&queue->waiting, slot);
}

static void lost(void *self, uint64_t number, Str why) {
    Queue *queue = self;
    Slot *slot = slot_of_job(queue, number);
    if (!slot)
        return;
    Arena *arena = arena_new();
    FeedItem item = message_item(arena, view(slot->item));
    QueueAnswer answer = {0};
    FrameOut out = {g_string_new(NULL), 0};
    queue->calls->lost(queue->calls->self, &item, why, &answer);
    message_add_answer(&out, &answer, true);
    keep(queue, &slot->answer, view(out.bytes));
    slot->state = SLOT_ANSWERED;
    slot->lost = true;
    g_string_free(out.bytes, TRUE);
    arena_free(&arena);
}

/* ---- in order ---- */

static void take_answer(Queue *queue, const Slot *slot, QueueAnswer *answer) {
    FrameIn in = {view(slot->answer), false};
    arena_clear(queue->arena);
    message_take_answer(&in, queue->arena, answer);
    g_assert(!in.bad);
}

/* What the memory has to say of an answered ticket is told to a worker, who resolves it again. It knows the ticket before
 * that is done: its trace stays the same. */
static void judge(Queue *queue) {
    for (; queue->judged < queue->next; queue->judged++) {
        Slot *slot = slot_at(queue, queue->judged);
        QueueAnswer answer;
        Marks marks;
        if (slot->state != SLOT_ANSWERED)
            return;
        if (!queue->options->memory)
            continue;
        take_answer(queue, slot, &answer);
        memory_pass(queue->options->memory, queue->arena, answer.id, &answer.trace, &marks);
        if (slot->known || slot->lost || !marks_any(&marks))
            continue;
        FrameOut out = {g_string_new(NULL), 0};
        message_add_marks(&out, &marks);
        keep(queue, &slot->marks, view(out.bytes));
        g_string_free(out.bytes, TRUE);
        slot->state = SLOT_WAITING;
        g_queue_push_head(&queue->waiting, slot);
    }
}

static bool emit(Queue *queue, GError **error) {
    for (; queue->head < queue->judged; queue->head++) {
        Slot *slot = slot_at(queue, queue->head);
        QueueAnswer answer;
        if (slot->state != SLOT_ANSWERED)
            return true;
        take_answer(queue, slot, &answer);
        if (!queue->calls->write(queue->calls->self, queue->arena, &answer, slot->known, error))
            return false;
        drop(queue, &slot->item);
        drop(queue, &slot->answer);
        drop(queue, &slot->marks);
    }
    return true;
}

/* ---- the loop ---- */

static bool interrupted(const Queue *queue) {
    return queue->options->interrupted && *queue->options->interrupted;
}

/* Waits until somebody has something to say. False when the reader is gone before it said that it is done. */
static bool wait_for_them(Queue *queue, GError **error) {
    struct pollfd events[QUEUE_WORKERS_MAX + 1];
    size_t n = pool_watch(queue->pool, events);
    bool reading = wants_more(queue);
    if (reading)
        events[n++] = (struct pollfd){.fd = queue->reader.stream.fd, .events = POLLIN};
    int ready = poll(events, n, pool_busy(queue->pool) ? TICK_MS : -1);
    if (ready <= 0 || !reading || !events[n - 1].revents)
        return true;
    ssize_t got = stream_fill(&queue->reader.stream);
    if (got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR)))
        return true;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "the process that reads the input broke off");
    return false;
}

static bool before_waiting(Queue *queue, GError **error) {
    const QueueCalls *calls = queue->calls;
    pool_send(queue->pool);
    if (calls->position)
        calls->position(calls->self, queue->done, queue->total);
    return !calls->flush || calls->flush(calls->self, error);
}

static bool work(Queue *queue, GError **error) {
    while (!interrupted(queue)) {
        fetch(queue);
        judge(queue);
        if (!give(queue, error) || !emit(queue, error))
            return false;
        if (queue->ended && queue->head == queue->next)
            return true;
        if (stream_has_frame(&queue->reader.stream) && queue->waiting.length == 0 && queue->next - queue->head < WINDOW &&
            queue->held < HELD_BYTES)
            continue; /* there is room for what was read already */
        if (!before_waiting(queue, error) || !wait_for_them(queue, error) || !pool_receive(queue->pool, error))
            return false;
    }
    return true;
}

bool queue_run(const QueueOptions *options, const QueueCalls *calls, GError **error) {
    ReaderJob job = {.paths = options->paths, .paths_len = options->paths_len};
    Queue *queue = g_new0(Queue, 1);
    *queue = (Queue){.options = options, .calls = calls, .arena = arena_new()};
    bool good = process_start(&queue->reader, reader_main, &job, true, NULL, 0);
    if (!good)
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "cannot fork: %s", g_strerror(errno));
    PoolCalls events = {queue, answered, lost, returned};
    queue->pool = pool_new(options, calls, &events, &queue->reader);
    good = good && work(queue, error);
    good = good && (!calls->flush || calls->flush(calls->self, error));
    process_stop(&queue->reader, NULL);
    pool_free(&queue->pool);
    for (size_t i = 0; i < WINDOW; i++) {
        drop(queue, &queue->slots[i].item);
        drop(queue, &queue->slots[i].answer);
        drop(queue, &queue->slots[i].marks);
    }
    g_queue_clear(&queue->waiting);
    arena_free(&queue->arena);
    g_free(queue);
    return good;
}
