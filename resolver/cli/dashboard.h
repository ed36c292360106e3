/* What the files of `resolver dashboard` share. */
#ifndef CLI_DASHBOARD_H
#define CLI_DASHBOARD_H

#include "cli/cli.h"

typedef struct Task {
    const Arguments *arguments;
    const char *store;
    const char *const *words; /* behind the sub-command, NULL at the end */
    size_t n;
    Arena *arena;
    GError *error; /* what made it fail, to be told */
} Task;

/* Sets the task's error; gives false. */
bool task_fail(Task *task, const char *format, ...) __attribute__((format(printf, 2, 3)));

bool dashboard_export(Task *task);
bool dashboard_diff(Task *task);

#endif
