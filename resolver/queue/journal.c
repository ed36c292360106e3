#define _GNU_SOURCE
#include "queue/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "queue/committer.h"
#include "queue/frame.h"
#include "run/digests.h"
#include "base/banned.h"

#define FAMILY     "resolver journal "
#define MAGIC      FAMILY "2\n"
#define MAGIC_LEN  (sizeof MAGIC - 1)
#define HEAD_KEY   ((DigestKey){0, 0}) /* of the head's checksum: the other one stands in it */
#define RECORD_MAX ((uint64_t)1 << 32) /* a longer one is no record */

enum { RECORD_TICKET = 1, RECORD_END, RECORD_RUN /* with other settings: what stands before it is an earlier run's */ };

struct Journal {
    char *path;
    int fd, folder;        /* folder: -1 when there is none */
    DigestKey key;
    off_t first;           /* where the tickets begin */
    off_t run;             /* and those of this run, which may be later */
    char *settings;        /* of the last run in the file */
    off_t size;            /* of the whole records, as the journal was opened */
    uint64_t tickets;
    bool finished;         /* its last record is the end */
    Digests *records;      /* key of a ticket -> where its record stands */
    Digests *seen;         /* digest of a ticket -> how often this run had it */
    GString *buffer;
    Committer *committer;
};

static bool failed(const Journal *journal, int cause, GError **error) {
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(cause), "journal %s: %s", journal->path, g_strerror(cause));
    return false;
}

static bool refused(const Journal *journal, GError **error, const char *why) {
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "journal %s: %s", journal->path, why);
    return false;
}

/* ---- records ---- */

/* A record is a frame whose first number is the checksum of the rest. */
static void add_record(GString *out, DigestKey key, Str payload) {
    FrameOut frame = {out, 0};
    frame_begin(&frame);
    frame_number(&frame, digest(key, payload));
    frame_rest(&frame, payload);
    frame_end(&frame);
}

static bool read_at(int fd, off_t at, void *bytes, size_t len) {
    ssize_t n;
    for (char *to = bytes; len; to += n, at += n, len -= (size_t)n) {
        n = pread(fd, to, len, at);
        if (n < 0 && errno == EINTR)
            n = 0;
        else if (n <= 0)
            return false;
    }
    return true;
}

/* The record at *at, its payload in the buffer; *at is behind it then. False when it is not whole. */
static bool read_record(Journal *journal, DigestKey key, off_t *at, Str *payload) {
    uint64_t head[2]; /* length, checksum */
    if (!read_at(journal->fd, *at, head, sizeof head) || head[0] < sizeof head[1] || head[0] > RECORD_MAX)
        return false;
    struct stat st;
    size_t len = head[0] - sizeof head[1];
    if (fstat(journal->fd, &st) != 0 || st.st_size - *at < (off_t)(sizeof head + len))
        return false;
    g_string_set_size(journal->buffer, len);
    *payload = (Str){journal->buffer->str, len};
    if (!read_at(journal->fd, *at + (off_t)sizeof head, journal->buffer->str, len) || digest(key, *payload) != head[1])
        return false;
    *at += (off_t)(sizeof head + len);
    return true;
}

/* ---- opening ---- */

static bool open_file(Journal *journal, const JournalOptions *options, GError **error) {
    struct stat st;
    journal->fd = open(journal->path, O_RDWR | O_CREAT | (options->no_link ? O_NOFOLLOW : 0) | O_CLOEXEC, 0600);
    if (journal->fd < 0 || fstat(journal->fd, &st) != 0)
        return failed(journal, errno, error);
    if (!S_ISREG(st.st_mode))
        return refused(journal, error, "it is no file");
    journal->folder = options->folder ? open(options->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (options->folder && journal->folder < 0)
        return failed(journal, errno, error);
    return true;
}

/* A lock of the process: it ends with it, and tells by whom it is held. */
static bool lock(const Journal *journal, GError **error) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET}, holder = lock;
    if (fcntl(journal->fd, F_SETLK, &lock) == 0)
        return true;
    int cause = errno;
    if ((cause != EACCES && cause != EAGAIN) || fcntl(journal->fd, F_GETLK, &holder) != 0)
        return failed(journal, cause, error);
    g_autofree char *why = g_strdup_printf("process %d is at work with it; try again when that has ended", (int)holder.l_pid);
    return refused(journal, error, why);
}

static bool begin_anew(Journal *journal, const char *settings, GError **error) {
    g_autoptr(GString) payload = g_string_new(NULL), all = g_string_new_len(MAGIC, MAGIC_LEN);
    g_autofree char *folder = g_path_get_dirname(journal->path);
    FrameOut frame = {payload, 0};
    journal->key = digest_key_new();
    frame_number(&frame, journal->key.a);
    frame_number(&frame, journal->key.b);
    frame_text(&frame, str_of(settings));
    add_record(all, HEAD_KEY, (Str){payload->str, payload->len});
    errno = ENOSPC;
    if (ftruncate(journal->fd, 0) != 0 || pwrite(journal->fd, all->str, all->len, 0) != (ssize_t)all->len || fsync(journal->fd) != 0)
        return failed(journal, errno, error);
    journal->first = journal->run = journal->size = (off_t)all->len;
    journal->finished = false;
    int entry = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (entry >= 0) {
        fsync(entry); /* where folders cannot be synced, their entries need not be */
        close(entry);
    }
    return true;
}

/* "day 2026-01-20 instead of 2026-01-21, other dashboards": how the settings of the journal differ; empty when they do not. Long
 * values are digests. */
static char *difference(Str old, Str now) {
    bool same = str_eq(old, now);
    GString *text = g_string_new(NULL);
    Str was, is;
    while (str_line(&old, &was) && str_line(&now, &is)) {
        ptrdiff_t colon = str_find(was, STR(": "));
        if (str_eq(was, is) || colon < 0 || !str_starts(is, str_sub(was, 0, (size_t)colon + 2)))
            continue;
        Str name = str_sub(was, 0, (size_t)colon), before = str_sub(was, name.len + 2, was.len), after = str_sub(is, name.len + 2, is.len);
        g_string_append(text, text->len ? ", " : "");
        if (before.len > 32 || after.len > 32)
            g_string_append_printf(text, "other " STR_FMT, STR_ARG(name));
        else
            g_string_append_printf(text, STR_FMT " " STR_FMT " instead of " STR_FMT, STR_ARG(name), STR_ARG(before), STR_ARG(after));
    }
    if (!same && !text->len)
        g_string_append(text, "of another version of the program");
    return g_string_free(text, FALSE);
}

/* Another run behind the finished ones, whose files stay where they are. */
static bool append_run(Journal *journal, const char *settings, GError **error) {
    g_autoptr(GString) payload = g_string_new(NULL), record = g_string_new(NULL);
    FrameOut frame = {payload, 0};
    frame_number(&frame, RECORD_RUN);
    frame_number(&frame, 0);
    frame_text(&frame, str_of(settings));
    add_record(record, journal->key, (Str){payload->str, payload->len});
    errno = ENOSPC;
    if (pwrite(journal->fd, record->str, record->len, journal->size) != (ssize_t)record->len || fsync(journal->fd) != 0)
        return failed(journal, errno, error);
    journal->run = journal->size += (off_t)record->len;
    journal->tickets = 0;
    journal->finished = false;
    return true;
}

static void set_settings(Journal *journal, Str settings) {
    g_free(journal->settings);
    journal->settings = g_strndup(settings.data, settings.len);
}

/* Where each ticket stands; what is behind the last whole record is cut off. */
static bool scan(Journal *journal, off_t at, GError **error) {
    Str payload;
    journal->size = at;
    while (read_record(journal, journal->key, &at, &payload)) {
        FrameIn in = {payload, false};
        uint64_t kind = frame_take_number(&in), key = frame_take_number(&in);
        journal->finished = kind == RECORD_END;
        if (kind == RECORD_TICKET && key)
            digests_set(journal->records, key, (uint64_t)journal->size);
        journal->tickets += kind == RECORD_TICKET;
        journal->size = at;
        if (kind != RECORD_RUN)
            continue;
        set_settings(journal, frame_take_text(&in));
        journal->run = at;
        journal->tickets = 0;
    }
    return ftruncate(journal->fd, journal->size) == 0 || failed(journal, errno, error);
}

/* The file begins like a journal, as far as it goes and up to `len` bytes. */
static bool begins(const Journal *journal, off_t size, size_t len) {
    char bytes[MAGIC_LEN];
    len = MIN((size_t)size, len);
    return read_at(journal->fd, 0, bytes, len) && memcmp(bytes, MAGIC, len) == 0;
}

static bool load(Journal *journal, const JournalOptions *options, GError **error) {
    struct stat st;
    off_t at = MAGIC_LEN;
    Str head;
    if (fstat(journal->fd, &st) != 0)
        return failed(journal, errno, error);
    if (!begins(journal, st.st_size, sizeof FAMILY - 1))
        return refused(journal, error, "this file is no journal; it was left as it is");
    if (!options->anew && !begins(journal, st.st_size, MAGIC_LEN))
        return refused(journal, error, "another version of the program wrote it; finish it with that, or give --restart to begin anew");
    if (options->anew || !read_record(journal, HEAD_KEY, &at, &head))
        return begin_anew(journal, options->settings, error);
    FrameIn in = {head, false};
    journal->key.a = frame_take_number(&in);
    journal->key.b = frame_take_number(&in);
    journal->first = journal->run = at;
    set_settings(journal, frame_take_text(&in));
    if (!scan(journal, at, error))
        return false;
    g_autofree char *differs = difference(str_of(journal->settings), str_of(options->settings));
    if (!*differs)
        return true;
    if (journal->finished && options->folder)
        return append_run(journal, options->settings, error);
    digests_free(&journal->records);
    journal->records = digests_new(DIGESTS_MEMORY);
    journal->tickets = 0;
    if (journal->finished)
        return begin_anew(journal, options->settings, error);
    g_autofree char *why = g_strdup_printf("it holds an unfinished run with other settings (%s); finish that with its own command, or "
                                           "give --restart to begin anew", differs);
    return refused(journal, error, why);
}

Journal *journal_open(const JournalOptions *options, GError **error) {
    Journal *journal = g_new0(Journal, 1);
    journal->path = g_strdup(options->path);
    journal->folder = -1;
    journal->records = digests_new(DIGESTS_MEMORY);
    journal->seen = digests_new(DIGESTS_MEMORY);
    journal->buffer = g_string_new(NULL);
    if (!open_file(journal, options, error) || !lock(journal, error) || !load(journal, options, error)) {
        journal_close(&journal);
        return NULL;
    }
    journal->committer = committer_new(journal->fd, journal->size, journal->folder);
    return journal;
}

void journal_close(Journal **closed) {
    Journal *journal = *closed;
    if (!journal)
        return;
    if (journal->committer)
        committer_free(&journal->committer);
    digests_free(&journal->records);
    digests_free(&journal->seen);
    g_string_free(journal->buffer, TRUE);
    if (journal->folder >= 0)
        close(journal->folder);
    if (journal->fd >= 0)
        close(journal->fd);
    g_free(journal->settings);
    g_free(journal->path);
    g_free(journal);
    *closed = NULL;
}

DigestKey journal_key(const Journal *journal) {
    return journal->key;
}

uint64_t journal_tickets(const Journal *journal) {
    return journal->tickets;
}

void journal_each(Journal *journal, JournalEach *each, void *self) {
    Str payload;
    for (off_t at = journal->first, from = at; at < journal->size && read_record(journal, journal->key, &at, &payload); from = at) {
        FrameIn in = {payload, false};
        uint64_t kind = frame_take_number(&in), key = frame_take_number(&in), last;
        if (kind == RECORD_TICKET && digests_get(journal->records, key, &last) && last == (uint64_t)from)
            each(self, in.rest, from < journal->run);
    }
}

/* ---- in a run ---- */

JournalFound journal_next(Journal *journal, uint64_t ticket, uint64_t *key, GString *answer) {
    uint64_t parts[2] = {ticket, 0}, at;
    digests_get(journal->seen, ticket, &parts[1]);
    digests_set(journal->seen, ticket, parts[1] + 1);
    *key = digest(journal->key, (Str){(const char *)parts, sizeof parts});
    if (!digests_get(journal->records, *key, &at))
        return JOURNAL_NEW;
    off_t place = (off_t)at;
    Str payload;
    if (!read_record(journal, journal->key, &place, &payload))
        return JOURNAL_NEW;
    FrameIn in = {payload, false};
    frame_take_number(&in);
    if (frame_take_number(&in) != *key)
        return JOURNAL_NEW;
    g_string_truncate(answer, 0);
    g_string_append_len(answer, in.rest.data, (gssize)in.rest.len);
    return (off_t)at < journal->run ? JOURNAL_EARLIER : JOURNAL_FINISHED;
}

static void add(Journal *journal, uint64_t kind, uint64_t key, Str rest) {
    FrameOut frame = {journal->buffer, 0};
    g_string_truncate(journal->buffer, 0);
    frame_number(&frame, kind);
    frame_number(&frame, key);
    frame_rest(&frame, rest);
    add_record(committer_room(journal->committer), journal->key, (Str){journal->buffer->str, journal->buffer->len});
}

bool journal_add(Journal *journal, uint64_t key, Str answer, GError **error) {
    journal->finished = false;
    add(journal, RECORD_TICKET, key, answer);
    return journal_tick(journal, error);
}

bool journal_tick(Journal *journal, GError **error) {
    int failure;
    return committer_tick(journal->committer, &failure) || failed(journal, failure, error);
}

bool journal_pending(const Journal *journal) {
    return committer_pending(journal->committer);
}

bool journal_commit(Journal *journal, bool finished, GError **error) {
    int failure;
    if (finished && !journal->finished)
        add(journal, RECORD_END, 0, STR_NONE);
    return committer_wait(journal->committer, &failure) || failed(journal, failure, error);
}
