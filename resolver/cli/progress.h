/* Progress: how far a run is. On a terminal a bar, when the results go elsewhere; with --log a dated line every minute; at the end
 * a summary for the log, and for whoever interrupted the run. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "model/model.h"

typedef struct Progress {
    bool shown;            /* there is somebody to see it */
    unsigned drawn;        /* lines that stand on the terminal */
    FILE *log;             /* NULL: none */
    int log_failed;        /* errno of what it did not take; nothing is logged any more */
    uint64_t done, known;  /* tickets; of these finished by an earlier run */
    uint64_t unreadable, decided[DECISION_COUNT];
    uint64_t at, total;    /* of the input: bytes or files; total 0: nobody knows */
    int64_t begun, drawn_at, logged_at; /* microseconds */
} Progress;

/* `log` (may be NULL) is appended to. False after an error when it cannot be. */
bool progress_begin(Progress *progress, bool results_on_terminal, const char *log, GError **error);
/* One more ticket, of decision `decision`, DECISION_COUNT: it could not be read. */
void progress_step(Progress *progress, Decision decision, bool known);
void progress_position(Progress *progress, uint64_t at, uint64_t total);
void progress_tell(Progress *progress);  /* shows and logs, when it is time */
void progress_clear(Progress *progress); /* before anything else is said, and at the end */

/* "1,234 tickets in 2 s (600 a second): 3 review, 1,231 no_discrepancy" */
char *progress_summary(const Progress *progress);
/* The last line of the log: how it ended, the summary, the exit status. False with an error when not all of the log could be
 * written. */
bool progress_end(Progress *progress, const char *how, int status, GError **error);

#endif
