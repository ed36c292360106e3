/* bench-peak: runs a command with its output thrown away and says the largest memory it held, in kilobytes.
 *     bench-peak [--milliseconds] COMMAND...    or the median time of eleven runs */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/banned.h"

#define RUNS 11

extern char **environ;

static double run(char **argv, long *peak) {
    struct timespec from, to;
    struct rusage usage;
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    clock_gettime(CLOCK_MONOTONIC, &from);
    if (posix_spawn(&child, argv[0], &actions, NULL, argv, environ) != 0 || wait4(child, &status, 0, &usage) < 0) {
        perror(argv[0]);
        exit(2);
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    posix_spawn_file_actions_destroy(&actions);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fprintf(stderr, "%s: status %d\n", argv[0], status);
    *peak = usage.ru_maxrss;
    return (double)(to.tv_sec - from.tv_sec) * 1000 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    long peak;
    double times[RUNS];
    if (argc > 2 && strcmp(argv[1], "--milliseconds") == 0) {
        for (int i = 0; i < RUNS; i++)
            times[i] = run(argv + 2, &peak);
        qsort(times, RUNS, sizeof *times, by_size);
        printf("%.1f ms (best %.1f), %ld KB\n", times[RUNS / 2], times[0], peak);
        return 0;
    }
    if (argc < 2)
        return 2;
    run(argv + 1, &peak);
    printf("%ld\n", peak);
    return 0;
}
