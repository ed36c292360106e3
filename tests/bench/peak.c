/* bench-peak: runs a command with its output thrown away and says the largest memory that one of its processes held, in kilobytes.
 *     bench-peak --milliseconds COMMAND...    the median time of eleven runs
 *     bench-peak --shares COMMAND...          "TIME OWN OTHERS": milliseconds by the clock, CPU of the command itself, of its children */
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

typedef struct Shares {
    double own, others; /* milliseconds of CPU */
} Shares;

/* A child that ended and was not buried yet still tells. */
static Shares shares_of(pid_t child) {
    char path[64];
    unsigned long ticks[4] = {0};
    siginfo_t info;
    waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT);
    snprintf(path, sizeof path, "/proc/%d/stat", (int)child);
    FILE *stat = fopen(path, "re");
    if (!stat || fscanf(stat, "%*d %*s %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %lu %lu", ticks, ticks + 1, ticks + 2, ticks + 3) != 4)
        perror(path);
    if (stat)
        fclose(stat);
    double tick = 1000.0 / (double)sysconf(_SC_CLK_TCK);
    return (Shares){(double)(ticks[0] + ticks[1]) * tick, (double)(ticks[2] + ticks[3]) * tick};
}

static double run(char **argv, long *peak, Shares *shares) {
    struct timespec from, to;
    struct rusage usage;
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    clock_gettime(CLOCK_MONOTONIC, &from);
    int failure = posix_spawn(&child, argv[0], &actions, NULL, argv, environ);
    if (!failure && shares)
        *shares = shares_of(child);
    if (failure || wait4(child, &status, 0, &usage) < 0) {
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
            times[i] = run(argv + 2, &peak, NULL);
        qsort(times, RUNS, sizeof *times, by_size);
        printf("%.1f ms (best %.1f), %ld KB\n", times[RUNS / 2], times[0], peak);
        return 0;
    }
    if (argc > 2 && strcmp(argv[1], "--shares") == 0) {
        Shares shares;
        double time = run(argv + 2, &peak, &shares);
        printf("%.0f %.0f %.0f\n", time, shares.own, shares.others);
        return 0;
    }
    if (argc < 2)
        return 2;
    run(argv + 1, &peak, NULL);
    printf("%ld\n", peak);
    return 0;
}
