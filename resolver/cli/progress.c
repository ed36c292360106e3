#include "cli/progress.h"

#include <glib.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "base/banned.h"

#define INTERVAL (G_TIME_SPAN_SECOND / 5)

void progress_begin(Progress *progress, bool results_on_terminal) {
    int64_t now = g_get_monotonic_time();
    *progress = (Progress){.shown = isatty(2) && !results_on_terminal, .begun = now, .last = now};
}

void progress_step(Progress *progress) {
    progress->done++;
    if (!progress->shown)
        return;
    int64_t now = g_get_monotonic_time();
    if (now - progress->last < INTERVAL)
        return;
    uint64_t rate = progress->done * G_TIME_SPAN_SECOND / (uint64_t)(now - progress->begun);
    fprintf(stderr, "\r%" PRIu64 " tickets, %" PRIu64 " a second ", progress->done, rate);
    progress->last = now;
    progress->drawn = true;
}

void progress_clear(Progress *progress) {
    if (progress->drawn)
        fputs("\r                                        \r", stderr);
    progress->drawn = false;
}
