#define _GNU_SOURCE
#include "queue/committer.h"

#include <errno.h>
#include <unistd.h>

#include "base/banned.h"

#define INTERVAL ((int64_t)200 * G_TIME_SPAN_MILLISECOND)
#define MUCH     ((gsize)1024 * 1024)
#define TOO_MUCH ((gsize)8 * 1024 * 1024)

struct Committer {
    int fd, folder;
    off_t offset;
    GString *room;    /* the caller's */
    int64_t last;     /* when something was handed on */
    GThread *thread;
    GMutex mutex;     /* of all below */
    GCond changed;
    GString *at_work; /* the thread's; empty: it is idle */
    bool ended;
    int failure;      /* errno; nothing is written any more */
};

/* 0 or errno. */
static int append(int fd, const char *bytes, size_t len, off_t offset) {
    while (len) {
        ssize_t n = pwrite(fd, bytes, len, offset);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n < 0 ? errno : ENOSPC;
        bytes += n;
        len -= (size_t)n;
        offset += n;
    }
    return 0;
}

/* The results first: a record must not outlive what it tells of. */
static int make_durable(const Committer *committer) {
    const GString *bytes = committer->at_work;
    if (committer->folder >= 0 && syncfs(committer->folder) != 0)
        return errno;
    int failure = append(committer->fd, bytes->str, bytes->len, committer->offset);
    if (!failure && fdatasync(committer->fd) != 0)
        failure = errno;
    return failure;
}

static void *serve(void *data) {
    Committer *committer = data;
    g_mutex_lock(&committer->mutex);
    for (;;) {
        while (!committer->ended && !committer->at_work->len)
            g_cond_wait(&committer->changed, &committer->mutex);
        if (committer->ended)
            break;
        g_mutex_unlock(&committer->mutex);
        int failure = make_durable(committer);
        g_mutex_lock(&committer->mutex);
        committer->offset += failure ? 0 : (off_t)committer->at_work->len;
        committer->failure = failure;
        g_string_truncate(committer->at_work, 0);
        g_cond_broadcast(&committer->changed);
    }
    g_mutex_unlock(&committer->mutex);
    return NULL;
}

Committer *committer_new(int fd, off_t offset, int folder) {
    Committer *committer = g_new0(Committer, 1);
    committer->fd = fd;
    committer->folder = folder;
    committer->offset = offset;
    committer->room = g_string_new(NULL);
    committer->at_work = g_string_new(NULL);
    committer->last = g_get_monotonic_time();
    g_mutex_init(&committer->mutex);
    g_cond_init(&committer->changed);
    committer->thread = g_thread_new("committer", serve, committer);
    return committer;
}

void committer_free(Committer **freed) {
    Committer *committer = *freed;
    g_mutex_lock(&committer->mutex);
    while (committer->at_work->len)
        g_cond_wait(&committer->changed, &committer->mutex);
    committer->ended = true;
    g_cond_broadcast(&committer->changed);
    g_mutex_unlock(&committer->mutex);
    g_thread_join(committer->thread);
    g_mutex_clear(&committer->mutex);
    g_cond_clear(&committer->changed);
    g_string_free(committer->room, TRUE);
    g_string_free(committer->at_work, TRUE);
    g_free(committer);
    *freed = NULL;
}

GString *committer_room(Committer *committer) {
    return committer->room;
}

bool committer_pending(const Committer *committer) {
    return committer->room->len != 0;
}

/* What waits is the thread's now. `wait`: also when it is at work yet. The mutex is held. */
static void hand_on(Committer *committer, bool wait) {
    while (wait && committer->at_work->len)
        g_cond_wait(&committer->changed, &committer->mutex);
    if (committer->at_work->len || committer->failure)
        return;
    GString *empty = committer->at_work;
    committer->at_work = committer->room;
    committer->room = empty;
    committer->last = g_get_monotonic_time();
    g_cond_broadcast(&committer->changed);
}

bool committer_tick(Committer *committer, int *failure) {
    gsize len = committer->room->len;
    if (len < MUCH && (!len || g_get_monotonic_time() - committer->last < INTERVAL))
        return true;
    g_mutex_lock(&committer->mutex);
    hand_on(committer, len >= TOO_MUCH);
    *failure = committer->failure;
    g_mutex_unlock(&committer->mutex);
    return !*failure;
}

bool committer_wait(Committer *committer, int *failure) {
    g_mutex_lock(&committer->mutex);
    if (committer->room->len)
        hand_on(committer, true);
    while (committer->at_work->len)
        g_cond_wait(&committer->changed, &committer->mutex);
    *failure = committer->failure;
    g_mutex_unlock(&committer->mutex);
    return !*failure;
}
