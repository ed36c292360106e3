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
#define SLOT_KEEPS ((size_t)8 * 1024)         /* of room between two tickets: most need no other memory than the one before */
#define TICK_MS    100                        /* the longest wait while somebody is at work */

typedef enum SlotState { SLOT_WAITING, SLOT_GIVEN, SLOT_ANSWERED } SlotState;

/* One ticket between the reader and the output. Texts that are empty are none. */
typedef struct Slot {
    SlotState state;
    bool known;       /* the journal had it */
    bool again;       /* and it is to be made again, since what was written is gone, */
    bool retried;     /* or since a document was given up for want of time */
    bool lost;        /* a worker died at it: to be tried again by the next run */
    uint64_t job;     /* the number under which it was given last */
    uint64_t position; /* of the input, when the ticket was read */
    uint64_t record;  /* under which the journal keeps it; 0: it does not */
    char *file;       /* under which an earlier run wrote it; NULL: none did, or it stands there */
    GString *item;    /* packed, as jobs carry it */
    GString *answer;  /* packed */
    GString *marks;   /* packed; none in the first round */
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
    uint64_t done, total;       /* of the input: what was written comes from there */
    Pool *pool;
    Arena *arena;               /* of the answer at hand */
    GString *frame;             /* an answer on its way to or from the journal */
} Queue;

static Slot *slot_at(Queue *queue, uint64_t seq) {
    return &queue->slots[seq & (WINDOW - 1)];
}

static void drop(Queue *queue, GString **bytes, size_t keeps) {
    if (!*bytes)
        return;
    queue->held -= (*bytes)->len;
    g_string_truncate(*bytes, 0);
    if ((*bytes)->allocated_len > keeps)
        g_string_free(g_steal_pointer(bytes), TRUE);
}

static void drop_all(Queue *queue, Slot *slot, size_t keeps) {
    g_clear_pointer(&slot->file, g_free);
    drop(queue, &slot->item, keeps);
    drop(queue, &slot->answer, keeps);
    drop(queue, &slot->marks, keeps);
}

static void keep(Queue *queue, GString **bytes, Str text) {
    drop(queue, bytes, SLOT_KEEPS);
    if (!*bytes)
        *bytes = g_string_sized_new(text.len);
    g_string_append_len(*bytes, text.data, (gssize)text.len);
    queue->held += text.len;
}

static Str view(const GString *bytes) {
    return bytes && bytes->len ? (Str){bytes->str, bytes->len} : STR_NONE;
}

static void take_answer(Queue *queue, Str packed, QueueAnswer *answer) {
    FrameIn in = {packed, false};
    arena_clear(queue->arena);
    message_take_answer(&in, queue->arena, answer);
    g_assert(!in.bad);
}

static void keep_marks(Queue *queue, Slot *slot, const Marks *marks) {
    FrameOut out = {g_string_new(NULL), 0};
    message_add_marks(&out, marks);
    keep(queue, &slot->marks, view(out.bytes));
    g_string_free(out.bytes, TRUE);
}

/* ---- from earlier runs ---- */

/* They were first: what comes now in front of them repeats them, and not they it. */
static void recall_one(void *self, Str packed, bool earlier) {
    Queue *queue = self;
    QueueAnswer answer;
    Marks ignored;
    take_answer(queue, packed, &answer);
    if (queue->options->memory && !earlier)
        memory_pass(queue->options->memory, queue->arena, answer.id, &answer.trace, &ignored);
    if (queue->calls->recalled)
        queue->calls->recalled(queue->calls->self, &answer);
}

static void recall(Queue *queue) {
    if (queue->options->journal)
        journal_each(queue->options->journal, recall_one, queue);
}

/* ---- from the reader ---- */

static bool same_beside(Queue *queue, const QueueAnswer *answer, Str packed) {
    if (!answer->beside.len)
        return true;
    Arena *arena = arena_new();
    FeedItem item = message_item(arena, packed);
    bool same = beside_same(arena, journal_key(queue->options->journal), item.folder, &answer->beside);
    arena_free(&arena);
    return same;
}

/* An earlier run finished the ticket, and what it wrote is there. What is gone is made again as it was, with the same marks: its
 * trace is in the memory since recall(). Where a file beside the ticket changed, or the settings are others, it is a new one, but
 * for its name. */
static bool is_known(Queue *queue, Slot *slot, uint64_t ticket, Str item) {
    const QueueCalls *calls = queue->calls;
    QueueAnswer answer;
    if (!queue->options->journal || !ticket)
        return false;
    JournalFound found = journal_next(queue->options->journal, ticket, &slot->record, queue->frame);
    if (found == JOURNAL_NEW)
        return false;
    take_answer(queue, view(queue->frame), &answer);
    bool same = found == JOURNAL_FINISHED && same_beside(queue, &answer, item);
    slot->retried = same && answer.stopped && queue->options->retry_stopped;
    if (same && !slot->retried && (!calls->kept || calls->kept(calls->self, &answer)))
        return true;
    slot->again = same;
    slot->file = str_given(answer.file) ? g_strndup(answer.file.data, answer.file.len) : NULL;
    if (same)
        keep_marks(queue, slot, &answer.marks);
    return false;
}

static bool has_space(const Queue *queue) {
    return queue->next - queue->head < WINDOW && (queue->held < HELD_BYTES || queue->next == queue->head);
}

static void fetch(Queue *queue) {
    Str frame, item;
    while (!queue->ended && has_space(queue) && stream_next(&queue->reader.stream, &frame)) {
        FrameIn in = {frame, false};
        ReaderSays says = message_take_item(&in, &item);
        queue->total = says.total;
        queue->ended = says.last;
        if (says.last)
            return;
        Slot *slot = slot_at(queue, queue->next++);
        *slot = (Slot){.state = SLOT_WAITING, .position = says.done, .item = slot->item, .answer = slot->answer, .marks = slot->marks};
        slot->known = is_known(queue, slot, says.digest, item);
        if (slot->known) {
            keep(queue, &slot->answer, view(queue->frame));
            slot->state = SLOT_ANSWERED;
            continue;
        }
        keep(queue, &slot->item, item);
        g_queue_push_tail(&queue->waiting, slot);
    }
}

static bool wants_more(const Queue *queue) {
    return !queue->ended && has_space(queue) && !stream_has_frame(&queue->reader.stream);
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

/* What the memory has to say of an answered ticket is told to a worker, who resolves it again. It knows the ticket before
 * that is done: its trace stays the same. */
static void judge(Queue *queue) {
    for (; queue->judged < queue->next; queue->judged++) {
        Slot *slot = slot_at(queue, queue->judged);
        QueueAnswer answer;
        Marks marks;
        if (slot->state != SLOT_ANSWERED)
            return;
        if (!queue->options->memory || slot->known || slot->again)
            continue;
        take_answer(queue, view(slot->answer), &answer);
        memory_pass(queue->options->memory, queue->arena, answer.id, &answer.trace, &marks);
        if (slot->lost || !marks_any(&marks))
            continue;
        keep_marks(queue, slot, &marks);
        slot->state = SLOT_WAITING;
        g_queue_push_head(&queue->waiting, slot);
    }
}

/* A ticket at which a worker died, or the moment was bad, is not finished: the next run tries it again. */
static bool record(Queue *queue, const Slot *slot, const QueueAnswer *answer, GError **error) {
    if (slot->again && !slot->lost)
        journal_again(queue->options->journal);
    if (!slot->record || slot->known || (slot->again && !slot->retried) || slot->lost || answer->passing)
        return true;
    FrameOut out = {queue->frame, 0};
    g_string_truncate(queue->frame, 0);
    message_add_answer(&out, answer, !str_given(answer->file));
    return journal_add(queue->options->journal, slot->record, view(queue->frame), error);
}

/* Under which name an earlier run wrote it: an answer that is none is not put there, it would count as made again. *stays: what stands
 * there is better, and is left. */
static void name_again(const Queue *queue, const Slot *slot, QueueAnswer *answer, bool *stays) {
    const QueueCalls *calls = queue->calls;
    bool in_vain = slot->lost || answer->passing;
    QueueAnswer named = {.file = slot->file ? str_of(slot->file) : STR_NONE};
    *stays = slot->retried && in_vain && slot->file && (!calls->kept || calls->kept(calls->self, &named));
    if (slot->file && (*stays || !(slot->again && in_vain)))
        answer->file = named.file;
    answer->again = slot->again;
}

static bool emit(Queue *queue, GError **error) {
    for (; queue->head < queue->judged; queue->head++) {
        Slot *slot = slot_at(queue, queue->head);
        QueueAnswer answer;
        if (slot->state != SLOT_ANSWERED)
            return true;
        take_answer(queue, view(slot->answer), &answer);
        if (answer.fatal) {
            g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, STR_FMT, STR_ARG(answer.complaint));
            return false;
        }
        bool stays;
        name_again(queue, slot, &answer, &stays);
        if (!queue->calls->write(queue->calls->self, queue->arena, &answer, slot->known || stays, error) ||
            !record(queue, slot, &answer, error))
            return false;
        queue->done = slot->position;
        drop_all(queue, slot, SLOT_KEEPS);
    }
    return true;
}

/* ---- the loop ---- */

static bool interrupted(const Queue *queue) {
    return queue->options->interrupted && *queue->options->interrupted;
}

static int patience(const Queue *queue) {
    bool busy = pool_busy(queue->pool) || (queue->options->journal && journal_pending(queue->options->journal));
    return busy || queue->options->interrupted ? TICK_MS : -1;
}

/* False when the reader is gone before it said that it is done. */
static bool read_on(Queue *queue, GError **error) {
    ssize_t got = stream_fill(&queue->reader.stream);
    if (got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR)))
        return true;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "the process that reads the input broke off");
    return false;
}

/* Waits until somebody has something to say, and takes it. */
static bool wait_for_them(Queue *queue, GError **error) {
    struct pollfd events[QUEUE_WORKERS_MAX + 1];
    size_t n = pool_watch(queue->pool, events), reader = n;
    if (wants_more(queue))
        events[n++] = (struct pollfd){.fd = queue->reader.stream.fd, .events = POLLIN};
    if (poll(events, n, patience(queue)) < 0) /* a signal: nobody is ready, but clocks run */
        for (size_t i = 0; i < n; i++)
            events[i].revents = 0;
    return (reader == n || !events[reader].revents || read_on(queue, error)) && pool_receive(queue->pool, events, error);
}

static bool before_waiting(Queue *queue, GError **error) {
    const QueueCalls *calls = queue->calls;
    pool_send(queue->pool);
    if (queue->options->journal && !journal_tick(queue->options->journal, error))
        return false;
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
        if (stream_has_frame(&queue->reader.stream) && queue->waiting.length == 0 && has_space(queue))
            continue; /* there is room for what was read already */
        if (!before_waiting(queue, error) || !wait_for_them(queue, error))
            return false;
    }
    return true;
}

/* Of an earlier run only the names of files that are still there. */
static bool names_of(void *self, Str packed, GString *names) {
    Queue *queue = self;
    const QueueCalls *calls = queue->calls;
    QueueAnswer answer;
    take_answer(queue, packed, &answer);
    if (!str_given(answer.file) || (calls->kept && !calls->kept(calls->self, &answer)))
        return false;
    FrameOut out = {names, 0};
    message_add_answer(&out, &(QueueAnswer){.file = answer.file}, false);
    return true;
}

/* What is finished is kept, however the run ended; its first error is the one that is told. */
static bool finish(Queue *queue, bool good, GError **error) {
    const QueueCalls *calls = queue->calls;
    bool finished = good && queue->ended && queue->head == queue->next;
    GError *later = NULL;
    good = good && (!calls->flush || calls->flush(calls->self, error));
    if (queue->options->journal && !journal_commit(queue->options->journal, finished && good, &later)) {
        if (good)
            g_propagate_error(error, g_steal_pointer(&later));
        good = false;
        g_clear_error(&later);
    }
    if (queue->options->journal && finished && good)
        journal_compact(queue->options->journal, names_of, queue);
    return good;
}

static bool start(Queue *queue, ReaderJob *job, GError **error) {
    const QueueOptions *options = queue->options;
    *job = (ReaderJob){.paths = options->paths, .paths_len = options->paths_len, .digests = options->journal != NULL};
    if (options->journal)
        job->key = journal_key(options->journal);
    if (process_start(&queue->reader, reader_main, job, true, NULL, 0))
        return true;
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "cannot fork: %s", g_strerror(errno));
    return false;
}

bool queue_run(const QueueOptions *options, const QueueCalls *calls, GError **error) {
    ReaderJob job;
    Queue *queue = g_new0(Queue, 1);
    *queue = (Queue){.options = options, .calls = calls, .arena = arena_new(), .frame = g_string_new(NULL)};
    PoolCalls events = {queue, answered, lost, returned};
    recall(queue);
    bool good = start(queue, &job, error);
    queue->pool = pool_new(options, calls, &events, &queue->reader);
    good = finish(queue, good && work(queue, error), error);
    process_stop(&queue->reader, NULL);
    pool_free(&queue->pool);
    for (size_t i = 0; i < WINDOW; i++)
        drop_all(queue, &queue->slots[i], 0);
    g_queue_clear(&queue->waiting);
    g_string_free(queue->frame, TRUE);
    arena_free(&queue->arena);
    g_free(queue);
    return good;
}
