/* A queue of made-up tickets, for test_queue.c and test_journal.c: one line {"<number>": "<what a worker does at it>"} each,
 * resolved by a function that knows a few verbs:
 *
 *     ok            answers at once
 *     late          answers after the tickets behind it
 *     bad           cannot be read
 *     moment        likewise, but only now
 *     stopped       answers without a document for which the time was over
 *     crash, hang   break off, never end computing
 *     doze          never ends, without computing
 *     greedy        wants more memory than there is for a worker, and breaks off without it
 *     claim P N     partner P claims invoice N;   sent S T   sender S says T
 *
 * What is written is "<number>:<verb>\n", with " again of <number>" and " claimed" where the memory said so. */
#ifndef QUEUE_FIXTURE_H
#define QUEUE_FIXTURE_H

#include <criterion/criterion.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/buf.h"
#include "queue/queue.h"

typedef struct Shared { /* by all processes */
    _Atomic unsigned resolved;
} Shared;

typedef struct Desk {
    Arena *arena;
    Shared *shared;
    Memory *memory;
    GString *written, *complaints;
    unsigned calls, known, unreadable;
    unsigned fails_at;             /* write() fails at this ticket; 0: never */
    unsigned interrupted_at;       /* after this ticket; 0: never */
    volatile sig_atomic_t interrupted;
    unsigned window_seen;          /* tickets resolved while the writer was stuck at the first */
    bool stuck;                    /* the writer waits at the first ticket until nothing more happens */
    bool dies_at_once;             /* every worker */
} Desk;

static Arena *desk_begin(void *self) {
    Desk *desk = self;
    arena_clear(desk->arena);
    return desk->arena;
}

static void desk_forked(void *self) {
    Desk *desk = self;
    if (desk->dies_at_once)
        _exit(3);
}

/* The words of {"number": "verb a b"}. */
static char **words_of(const FeedItem *item) {
    g_autofree char *text = g_strndup(item->bytes.data, item->bytes.len);
    g_auto(GStrv) parts = g_strsplit(text, "\"", 5);
    g_autofree char *all = g_strjoin(" ", parts[1], g_strv_length(parts) > 3 ? parts[3] : "none", NULL);
    return g_strsplit(all, " ", -1);
}

static uint64_t number_of(const char *word) {
    return word ? digest((DigestKey){1, 2}, str_of(word)) : 0;
}

static void obey(Arena *arena, char **words, QueueAnswer *answer) {
    const char *verb = words[1];
    if (strcmp(verb, "crash") == 0)
        raise(SIGKILL);
    for (volatile bool forever = true; strcmp(verb, "hang") == 0 && forever;)
        continue;
    while (strcmp(verb, "doze") == 0)
        pause();
    if (strcmp(verb, "greedy") == 0 && !g_try_malloc((gsize)(QUEUE_MEMORY_MB + 1) * 1024 * 1024))
        raise(SIGKILL);
    if (strcmp(verb, "late") == 0)
        g_usleep(20000);
    answer->passing = strcmp(verb, "moment") == 0;
    answer->stopped = strcmp(verb, "stopped") == 0;
    answer->unreadable = strcmp(verb, "bad") == 0;
    if (answer->unreadable)
        answer->complaint = STR("it is bad");
    if (strcmp(verb, "claim") == 0) {
        answer->trace.partner = number_of(words[2]);
        *VEC_PUSH(arena, &answer->trace.numbers) = number_of(words[3]);
    }
    if (strcmp(verb, "sent") == 0)
        answer->trace.content = number_of(words[2]) ^ number_of(words[3]);
}

static void desk_resolve(void *self, const FeedItem *item, const Marks *marks, QueueAnswer *answer) {
    Desk *desk = self;
    g_auto(GStrv) words = words_of(item);
    Buf out = {.arena = desk->arena};
    obey(desk->arena, words, answer);
    desk->shared->resolved++;
    answer->id = arena_cstr(desk->arena, words[0]);
    buf_printf(&out, "%s:%s", words[0], words[1]);
    if (marks && str_given(marks->duplicate_of))
        buf_printf(&out, " again of " STR_FMT, STR_ARG(marks->duplicate_of));
    if (marks && marks->claimed.len)
        buf_add(&out, STR(" claimed"));
    buf_add_char(&out, '\n');
    answer->result = buf_str(&out);
}

static void desk_lost(void *self, const FeedItem *item, Str why, QueueAnswer *answer) {
    Desk *desk = self;
    g_auto(GStrv) words = words_of(item);
    desk_begin(desk);
    answer->id = arena_cstr(desk->arena, words[0]);
    answer->result = arena_printf(desk->arena, "%s:lost\n", words[0]);
    answer->complaint = arena_str(desk->arena, why);
    answer->unreadable = true;
}

static bool desk_write(void *self, Arena *arena, QueueAnswer *answer, bool known, GError **error) {
    Desk *desk = self;
    (void)arena;
    desk->calls++;
    desk->known += known;
    desk->unreadable += answer->unreadable;
    for (unsigned before = UINT_MAX; desk->stuck && desk->calls == 1 && before != desk->window_seen;) {
        before = desk->window_seen;
        g_usleep(200000);
        desk->window_seen = desk->shared->resolved;
    }
    g_string_append_len(desk->written, answer->result.data, (gssize)answer->result.len);
    if (str_given(answer->complaint))
        g_string_append_printf(desk->complaints, STR_FMT ": " STR_FMT "\n", STR_ARG(answer->id), STR_ARG(answer->complaint));
    if (desk->interrupted_at && desk->calls == desk->interrupted_at)
        desk->interrupted = 1;
    if (!desk->fails_at || desk->calls < desk->fails_at)
        return true;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "no space");
    return false;
}

static Desk *desk_new(void) {
    Desk *desk = g_new0(Desk, 1);
    desk->arena = arena_new();
    desk->shared = mmap(NULL, sizeof *desk->shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    desk->memory = memory_new((DigestKey){1, 2});
    desk->written = g_string_new(NULL);
    desk->complaints = g_string_new(NULL);
    return desk;
}

static void desk_free(Desk *desk) {
    arena_free(&desk->arena);
    munmap(desk->shared, sizeof *desk->shared);
    memory_free(&desk->memory);
    g_string_free(desk->written, TRUE);
    g_string_free(desk->complaints, TRUE);
    g_free(desk);
}

static QueueCalls desk_calls(Desk *desk) {
    return (QueueCalls){.self = desk, .forked = desk_forked, .begin = desk_begin, .resolve = desk_resolve, .lost = desk_lost,
                        .write = desk_write};
}

/* A file with a line for each of the n verbs, over and over until there are `lines`. */
static char *desk_queue(const char *const *verbs, size_t n, size_t lines) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < lines; i++)
        g_string_append_printf(text, "{\"%zu\": \"%s\"}\n", i + 1, verbs[i % n]);
    char *path = NULL;
    int fd = g_file_open_tmp("queue-XXXXXX", &path, NULL);
    cr_assert(fd >= 0);
    close(fd);
    cr_assert(g_file_set_contents(path, text->str, (gssize)text->len, NULL));
    return path;
}

#endif
