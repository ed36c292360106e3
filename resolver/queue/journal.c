#define _GNU_SOURCE
#include "queue/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "queue/committer.h"
#include "queue/frame.h"
#include "queue/journal_file.h"
#include "run/digests.h"
#include "base/banned.h"

#define FAMILY     "resolver journal "
#define MAGIC      FAMILY "2\n"
#define MAGIC_LEN  (sizeof MAGIC - 1)
#define COPIED_AT_ONCE ((gsize)1024 * 1024)
#define HEAD_KEY   ((DigestKey){0, 0}) /* of the head's checksum: the other one stands in it */

enum { RECORD_TICKET = 1, RECORD_END, RECORD_RUN /* with other settings: what stands before it is an earlier run's */ };

struct Journal {
    JournalFile file;
    int folder;            /* -1: there is none */
    DigestKey key;
    off_t first;           /* where the tickets begin */
    off_t run;             /* and those of this run, which may be later */
    off_t run_told;        /* where its settings stand then */
    char *settings;        /* of the last run in the file */
    off_t size;            /* of the whole records, as the journal was opened */
    uint64_t tickets;
    bool finished;         /* its last record is the end */
    bool grown;            /* since it was opened */
    Digests *records;      /* key of a ticket -> where its record stands */
    Digests *seen;         /* digest of a ticket -> how often this run had it */
    GString *buffer;
    Committer *committer;
};

static bool failed(const Journal *journal, int cause, GError **error) {
    return journal_file_failed(&journal->file, cause, error);
}

static bool refused(const Journal *journal, GError **error, const char *why) {
    return journal_file_refused(&journal->file, error, why);
}

static bool read_record(Journal *journal, off_t *at, Str *payload) {
    return journal_record_read(&journal->file, journal->key, at, payload);
}

/* ---- opening ---- */

static bool begin_anew(Journal *journal, const char *settings, GError **error) {
    g_autoptr(GString) payload = g_string_new(NULL), all = g_string_new_len(MAGIC, MAGIC_LEN);
    FrameOut frame = {payload, 0};
    journal->key = digest_key_new();
    frame_number(&frame, journal->key.a);
    frame_number(&frame, journal->key.b);
    frame_text(&frame, str_of(settings));
    journal_record_add(all, HEAD_KEY, (Str){payload->str, payload->len});
    journal->first = journal->run = journal->size = (off_t)all->len;
    journal->finished = false;
    int cause = journal_file_anew(&journal->file, (Str){all->str, all->len}, MAGIC_LEN);
    return !cause || failed(journal, cause, error);
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
    journal_record_add(record, journal->key, (Str){payload->str, payload->len});
    int cause = journal_file_write(journal->file.fd, (Str){record->str, record->len}, journal->size);
    if (cause || fsync(journal->file.fd) != 0)
        return failed(journal, cause ? cause : errno, error);
    journal->run_told = journal->size;
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
    while (read_record(journal, &at, &payload)) {
        FrameIn in = {payload, false};
        uint64_t kind = frame_take_number(&in), key = frame_take_number(&in);
        journal->finished = kind == RECORD_END;
        if (kind == RECORD_TICKET && key)
            digests_set(journal->records, key, (uint64_t)journal->size);
        journal->tickets += kind == RECORD_TICKET;
        if (kind == RECORD_RUN) {
            set_settings(journal, frame_take_text(&in));
            journal->run_told = journal->size;
            journal->run = at;
            journal->tickets = 0;
        }
        journal->size = at;
    }
    return ftruncate(journal->file.fd, journal->size) == 0 || failed(journal, errno, error);
}

/* The file begins like a journal, as far as it goes and up to `len` bytes. Of one that a power loss left at its very beginning the end
 * may be zeros. */
static bool begins(const Journal *journal, off_t size, size_t len) {
    char bytes[MAGIC_LEN];
    len = MIN((size_t)size, len);
    if (!journal_file_read(&journal->file, 0, bytes, len))
        return false;
    while (size <= (off_t)MAGIC_LEN && len && !bytes[len - 1])
        len--;
    return memcmp(bytes, MAGIC, len) == 0;
}

static bool load(Journal *journal, const JournalOptions *options, GError **error) {
    struct stat st;
    off_t at = MAGIC_LEN;
    Str head;
    if (fstat(journal->file.fd, &st) != 0)
        return failed(journal, errno, error);
    if (!begins(journal, st.st_size, sizeof FAMILY - 1))
        return refused(journal, error, "this file is no journal; it was left as it is");
    if (!options->anew && !begins(journal, st.st_size, MAGIC_LEN))
        return refused(journal, error, "another version of the program wrote it; finish it with that, or give --restart to begin anew");
    if (options->anew || !journal_record_read(&journal->file, HEAD_KEY, &at, &head))
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

static bool open_folder(Journal *journal, const char *folder, GError **error) {
    journal->folder = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    return !folder || journal->folder >= 0 || failed(journal, errno, error);
}

Journal *journal_open(const JournalOptions *options, GError **error) {
    Journal *journal = g_new0(Journal, 1);
    journal->folder = -1;
    journal->records = digests_new(DIGESTS_MEMORY);
    journal->seen = digests_new(DIGESTS_MEMORY);
    journal->buffer = g_string_new(NULL);
    if (!journal_file_open(&journal->file, options->path, options->no_link, error) || !open_folder(journal, options->folder, error) ||
        !load(journal, options, error)) {
        journal_close(&journal);
        return NULL;
    }
    journal->committer = committer_new(journal->file.fd, journal->size, journal->folder);
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
    journal_file_close(&journal->file);
    g_free(journal->settings);
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
    for (off_t at = journal->first, from = at; at < journal->size && read_record(journal, &at, &payload); from = at) {
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
    if (!read_record(journal, &place, &payload))
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
    journal_record_add(committer_room(journal->committer), journal->key, (Str){journal->buffer->str, journal->buffer->len});
}

bool journal_add(Journal *journal, uint64_t key, Str answer, GError **error) {
    journal->finished = false;
    journal->grown = true;
    add(journal, RECORD_TICKET, key, answer);
    return journal_tick(journal, error);
}

void journal_again(Journal *journal) {
    journal->finished = false;
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

/* ---- making it small ---- */

/* Two passes: where each ticket's last record stands, then those of them that are still of use. */
typedef struct Compact {
    Journal *journal;
    JournalNames *names;
    void *self;
    Digests *last;  /* key of a ticket -> where */
    GString *kept;  /* not yet written */
    off_t size;     /* of what was */
    int fresh;
    int failure;
} Compact;

static void flush(Compact *compact, gsize much) {
    if (compact->failure || compact->kept->len < much)
        return;
    compact->failure = journal_file_write(compact->fresh, (Str){compact->kept->str, compact->kept->len}, compact->size);
    compact->size += (off_t)compact->kept->len;
    g_string_truncate(compact->kept, 0);
}

static void find_last(Compact *compact) {
    struct stat st;
    Str payload;
    off_t at = compact->journal->first;
    for (off_t from = at; read_record(compact->journal, &at, &payload); from = at) {
        FrameIn in = {payload, false};
        if (frame_take_number(&in) == RECORD_TICKET)
            digests_set(compact->last, frame_take_number(&in), (uint64_t)from);
    }
    if (fstat(compact->journal->file.fd, &st) != 0 || at != st.st_size)
        compact->failure = EIO;
}

static bool is_of_use(const Compact *compact, uint64_t kind, uint64_t key, off_t from) {
    uint64_t last;
    if (kind != RECORD_TICKET) /* of the runs and ends, this one's */
        return from >= compact->journal->run || from == compact->journal->run_told;
    return digests_get(compact->last, key, &last) && last == (uint64_t)from;
}

static void keep(Compact *compact, uint64_t kind, uint64_t key, off_t from, Str payload, Str answer) {
    const Journal *journal = compact->journal;
    if (kind != RECORD_TICKET || from >= journal->run) {
        journal_record_add(compact->kept, journal->key, payload);
        return;
    }
    g_autoptr(GString) names = g_string_new(NULL), record = g_string_new(NULL);
    if (!compact->names(compact->self, answer, names))
        return;
    FrameOut frame = {record, 0};
    frame_number(&frame, kind);
    frame_number(&frame, key);
    frame_rest(&frame, (Str){names->str, names->len});
    journal_record_add(compact->kept, journal->key, (Str){record->str, record->len});
}

/* The head stays, with the key of all digests. */
static void copy(Compact *compact) {
    Journal *journal = compact->journal;
    struct stat st;
    Str payload;
    off_t at = journal->first;
    g_string_set_size(compact->kept, (gsize)journal->first);
    if (!journal_file_read(&journal->file, 0, compact->kept->str, compact->kept->len))
        compact->failure = EIO;
    for (off_t from = at; !compact->failure && read_record(journal, &at, &payload); from = at) {
        FrameIn in = {payload, false};
        uint64_t kind = frame_take_number(&in), key = frame_take_number(&in);
        if (is_of_use(compact, kind, key, from))
            keep(compact, kind, key, from, payload, in.rest);
        flush(compact, COPIED_AT_ONCE);
    }
    if (!compact->failure && (fstat(journal->file.fd, &st) != 0 || at != st.st_size))
        compact->failure = EIO; /* what could not be read must not be lost */
    flush(compact, 0);
}

void journal_compact(Journal *journal, JournalNames *names, void *self) {
    Compact compact = {.journal = journal, .names = names, .self = self, .fresh = -1};
    if (journal->run == journal->first || !journal->grown)
        return;
    compact.fresh = journal_file_begin(&journal->file);
    if (compact.fresh < 0)
        return;
    compact.last = digests_new(DIGESTS_MEMORY);
    compact.kept = g_string_new(NULL);
    find_last(&compact);
    copy(&compact);
    if (compact.failure)
        journal_file_give_up(&journal->file, compact.fresh);
    else
        journal_file_replace(&journal->file, compact.fresh);
    digests_free(&compact.last);
    g_string_free(compact.kept, TRUE);
}
