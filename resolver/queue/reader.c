/* The reader: alone at the input, in a process of its own, so that nobody waits for it but workers without work. */
#include "queue/message.h"
#include "queue/process.h"
#include "run/feed.h"
#include "base/banned.h"

#define BATCH ((size_t)64 * 1024)

/* The ticket as it came. Of a file that holds it alone also its name, which may be its id. */
static uint64_t digest_of(DigestKey key, const FeedItem *item) {
    uint64_t parts[3] = {digest(key, item->bytes), item->form, 0};
    if (str_given(item->error))
        return 0;
    if (item->alone) {
        g_autofree char *path = g_strndup(item->file.data, item->file.len), *name = g_path_get_basename(path);
        parts[2] = digest(key, str_of(name));
    }
    return digest(key, (Str){(const char *)parts, sizeof parts});
}

static bool send_all(int fd, FrameOut *out) {
    bool good = stream_send(fd, (Str){out->bytes->str, out->bytes->len});
    g_string_truncate(out->bytes, 0);
    if (out->bytes->allocated_len > 4 * BATCH) {
        g_string_free(out->bytes, TRUE);
        out->bytes = g_string_new(NULL);
    }
    return good;
}

void reader_main(int fd, void *data) {
    const ReaderJob *job = data;
    FrameOut out = {g_string_new(NULL), 0};
    Feed *feed = feed_open(job->paths, job->paths_len);
    Arena *arena = arena_new();
    ReaderSays says = {0};
    bool good = true;
    for (FeedItem item; good && feed_next(feed, arena, &item); arena_clear(arena)) {
        frame_begin(&out);
        says.digest = job->digests ? digest_of(job->key, &item) : 0;
        message_add_item(&out, &says, &item);
        frame_end(&out);
        if (out.bytes->len < BATCH && !feed_may_wait(feed))
            continue;
        good = send_all(fd, &out);
        feed_position(feed, &says.done, &says.total);
    }
    says.last = true;
    says.done = says.total;
    frame_begin(&out);
    message_add_item(&out, &says, NULL);
    frame_end(&out);
    send_all(fd, &out);
}
