/* Journal: a file that remembers every finished ticket of a run, so that the same command again goes on where it stopped: after
 * Ctrl-C, kill -9, power loss, a full disk.
 *
 * A line "resolver journal 2", then records of a length, a checksum and that many bytes. The first is the head: the key of all
 * digests, and the settings of the run, lines "name: value". Each other is a ticket (digest of the ticket as it came and how
 * often the same came before; the packed answer), the mark that the run came to its end, or the settings of another run behind it. Records are only appended; where the
 * first stands that is not whole, the file is cut at its opening; a run that came to its end drops what is of no use any more. A thread makes them durable (queue/committer.h). Every
 * answer of a run is found again by a table that does not grow the process (run/digests.h).
 *
 * Locked while open: a second run is told who is at work. */
#ifndef QUEUE_JOURNAL_H
#define QUEUE_JOURNAL_H

#include <glib.h>

#include "base/digest.h"

typedef struct Journal Journal;

typedef struct JournalOptions {
    const char *path;
    const char *settings; /* whatever changes results */
    const char *folder;   /* where results are written, which must be durable before their records; NULL: the records hold them */
    bool anew;            /* forget what it holds */
    bool no_link;         /* a link in its place is refused: others may write there too */
} JournalOptions;

/* Makes the file where there is none. One whose run came to its end with other settings is begun anew, or, where results are in
 * a folder, goes on with another run: its files stay the tickets' that they were made for. That of an unfinished one is refused. NULL with an error also for what is no journal, is in use, or cannot be written. */
Journal *journal_open(const JournalOptions *options, GError **error);
/* What was not committed is lost. */
void journal_close(Journal **journal);

DigestKey journal_key(const Journal *journal);
uint64_t journal_tickets(const Journal *journal); /* finished by earlier runs, as the journal was opened */

/* Every answer that stands there, of a ticket with several its last one, in the order of the file. `earlier`: of a run with other
 * settings. Before the first journal_add(). */
typedef void JournalEach(void *self, Str answer, bool earlier);
void journal_each(Journal *journal, JournalEach *each, void *self);

typedef enum JournalFound {
    JOURNAL_NEW,      /* or the journal cannot be read: the ticket is resolved */
    JOURNAL_EARLIER,  /* finished under other settings: it is resolved again, but its file is known */
    JOURNAL_FINISHED
} JournalFound;

/* The next ticket of the input: *key is what journal_add() wants of it. Where it was finished `answer` is what was added then. */
JournalFound journal_next(Journal *journal, uint64_t digest, uint64_t *key, GString *answer);
/* The ticket is finished. Waits only while a slow disk has too much before it. */
bool journal_add(Journal *journal, uint64_t key, Str answer, GError **error);
/* The file of a finished one was gone and is made again: at the end of the run all is made durable once more. */
void journal_again(Journal *journal);
/* To be called now and then: hands on what was added a while ago. False with an error when it could not be written. */
bool journal_tick(Journal *journal, GError **error);
bool journal_pending(const Journal *journal); /* something waits for journal_tick() */
/* All that was added is durable. `finished`: and the run came to its end. */
bool journal_commit(Journal *journal, bool finished, GError **error);

/* What is to be kept of an answer of an earlier run, of which only the names count. False: nothing. */
typedef bool JournalNames(void *self, Str answer, GString *names);
/* A folder that is used every night has a run behind a run: drops what later ones replaced. Whatever happens meanwhile, the
 * journal is there as it was or made small; where it cannot be made small it stays. After journal_commit(), and before nothing but
 * journal_close(). */
void journal_compact(Journal *journal, JournalNames *names, void *self);

#endif
