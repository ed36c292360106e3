/* Progress: how many tickets are done, on standard error, when that is a terminal and the results go elsewhere. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Progress {
    bool shown;     /* there is somebody to see it */
    bool drawn;     /* a line stands on the terminal */
    uint64_t done;
    int64_t begun, last; /* microseconds */
} Progress;

void progress_begin(Progress *progress, bool results_on_terminal);
void progress_step(Progress *progress);
void progress_clear(Progress *progress); /* before anything else is said, and at the end */

#endif
