/* Probe: a configured dashboard tried out, step by step, for `resolver check`: can the secret be read, does the server answer and
 * accept who asks, what does the first page hold, which columns are understood. Nothing is kept and nothing secret told. */
#ifndef CONNECT_PROBE_H
#define CONNECT_PROBE_H

#include "connect/connect.h"

typedef enum ProbeVerdict { PROBE_GOOD, PROBE_NOTE, PROBE_WRONG } ProbeVerdict;

typedef struct ProbeStep {
    ProbeVerdict verdict;
    const char *what;   /* "secret", "first page" */
    Str told;           /* what was found, or what is wrong */
    const char *advice; /* what to do about it; NULL */
} ProbeStep;

/* Gets each step when it is done. */
typedef struct ProbeSink {
    void *self;
    void (*step)(void *self, const ProbeStep *step);
} ProbeSink;

/* False when something is wrong. `reader` needs no fetch. */
bool probe_address(Connect *connect, const char *address, const DashboardReader *reader, const ProbeSink *sink);

#endif
