/* The file of a journal (queue/journal.h): opened and locked, replaced as a whole, and its records.
 *
 * It is only appended to; to begin anew or to make it small another one is written beside it, made durable and put in its place, so
 * that whatever happens meanwhile the old one is there or the new one. Where it is empty, or none can take its place (the folder is
 * another's, the file a mount of its own), it is begun anew where it is, and not made small. The lock is the kernel's for this process, and the file that bears the
 * name is always the one that is locked. */
#ifndef QUEUE_JOURNAL_FILE_H
#define QUEUE_JOURNAL_FILE_H

#include <glib.h>
#include <sys/types.h>

#include "base/digest.h"

typedef struct JournalFile {
    int fd;          /* -1: closed */
    char *path;      /* as it was given */
    char *real;      /* without links: what is replaced is the file, not a link to it */
    GString *buffer; /* the last record that was read */
} JournalFile;

/* Makes it where there is none. False when it is no regular file, another process has it, or it cannot be written. `no_link`: a
 * link in its place is refused. To be closed in any case. */
bool journal_file_open(JournalFile *file, const char *path, bool no_link, GError **error);
void journal_file_close(JournalFile *file);

/* Both false with an error that names the file. */
bool journal_file_failed(const JournalFile *file, int cause, GError **error);
bool journal_file_refused(const JournalFile *file, GError **error, const char *why);

/* A record is its length, a checksum and that many bytes. */
void journal_record_add(GString *out, DigestKey key, Str payload);
/* The one at *at, its payload valid until the next; *at is behind it then. False when it is not whole. */
bool journal_record_read(JournalFile *file, DigestKey key, off_t *at, Str *payload);
/* That many bytes from `at` on; false when they are not all there. */
bool journal_file_read(const JournalFile *file, off_t at, void *bytes, size_t len);
/* 0 or errno. */
int journal_file_write(int fd, Str bytes, off_t at);

/* It holds those bytes only; the `first` of them tell what it is. 0 or errno. */
int journal_file_anew(JournalFile *file, Str bytes, size_t first);

/* Another file to be put in its place, locked too; -1 with errno. */
int journal_file_begin(const JournalFile *file);
/* What was written to it is durable, and stands in its place. 0 or errno: then the file stays as it was. `fresh` is closed either way. */
int journal_file_replace(JournalFile *file, int fresh);
void journal_file_give_up(const JournalFile *file, int fresh);

#endif
