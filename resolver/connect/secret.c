#define _GNU_SOURCE
#include "connect/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "connect/failure.h"
#include "base/banned.h"

Str secret_source_told(Arena *arena, const SecretSource *source) {
    static const char *const what[] = {"nothing", "the variable ", "the file ", "the command "};
    Str from = source->from;
    /* Arguments of a command may say more than they should. */
    if (source->kind == SECRET_COMMAND && str_find_char(from, ' ') > 0)
        from = str_sub(from, 0, (size_t)str_find_char(from, ' '));
    return arena_printf(arena, "%s" STR_FMT, what[source->kind], STR_ARG(from));
}

static bool refuse(Arena *arena, const SecretSource *source, GError **error, const char *why) {
    return failure_set(error, FAILURE_SECRET, STR_FMT " %s", STR_ARG(secret_source_told(arena, source)), why);
}

/* At most SECRET_MAX + 1 bytes, so that more can be told. -1 on an error or when the time is over. */
static ssize_t read_all(int fd, char *data, int64_t deadline) {
    size_t len = 0;
    while (len < SECRET_MAX + 1) {
        int64_t left = deadline ? (deadline - g_get_monotonic_time()) / 1000 : -1;
        struct pollfd ready = {.fd = fd, .events = POLLIN};
        if (deadline && left <= 0)
            return -1;
        int polled = poll(&ready, 1, (int)left);
        if (polled == 0 || (polled < 0 && errno != EINTR))
            return -1;
        ssize_t n = polled < 0 ? 0 : read(fd, data + len, SECRET_MAX + 1 - len);
        if (polled > 0 && n == 0)
            break;
        if (n < 0 && errno != EINTR)
            return -1;
        len += n > 0 ? (size_t)n : 0;
    }
    return (ssize_t)len;
}

/* ---- a file ---- */

static bool read_file(Arena *arena, const SecretSource *source, char *data, ssize_t *len, GError **error) {
    struct stat info;
    int fd = open(arena_str(arena, source->from).data, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return refuse(arena, source, error, errno == ENOENT ? "is not there" : "cannot be opened");
    const char *why = NULL;
    if (fstat(fd, &info) < 0 || !S_ISREG(info.st_mode))
        why = "is no regular file";
    else if (info.st_uid != geteuid() && info.st_uid != 0)
        why = "belongs to somebody else";
    else if (info.st_mode & 077)
        why = "can be read or changed by others: chmod 600 it";
    else if ((*len = read_all(fd, data, 0)) < 0)
        why = "cannot be read";
    close(fd);
    return why ? refuse(arena, source, error, why) : true;
}

/* ---- a command ---- */

/* A group of its own, so that what the command started ends with it. */
static void own_group(void *nothing) {
    (void)nothing;
    setpgid(0, 0);
}

static bool read_command(Arena *arena, const SecretSource *source, int time, char *data, ssize_t *len, GError **error) {
    g_auto(GStrv) argv = NULL;
    GPid child;
    int out, status = 0;
    if (!g_shell_parse_argv(arena_str(arena, source->from).data, NULL, &argv, NULL))
        return refuse(arena, source, error, "is no command line: are the quotes balanced?");
    if (!g_spawn_async_with_pipes(NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, own_group, NULL, &child,
                                  NULL, &out, NULL, NULL))
        return refuse(arena, source, error, "cannot be started");
    int64_t deadline = g_get_monotonic_time() + (int64_t)time * 1000;
    *len = read_all(out, data, deadline);
    bool done = false;
    /* Its output may be closed before it ends. */
    while (*len >= 0 && !(done = waitpid(child, &status, WNOHANG) == child) && g_get_monotonic_time() < deadline)
        g_usleep(1000);
    if (!done) {
        kill(-child, SIGKILL);
        kill(child, SIGKILL);
        waitpid(child, &status, 0);
    }
    close(out);
    g_spawn_close_pid(child);
    if (!done)
        return refuse(arena, source, error, "did not end in time");
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return refuse(arena, source, error, "failed");
    return true;
}

/* ---- all ---- */

static bool is_one_line(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] < 0x20 || text.data[i] == 0x7F)
            return false;
    return true;
}

bool secret_read(Arena *arena, const SecretSource *source, int time, Str *out, GError **error) {
    char *data = arena_alloc(arena, SECRET_MAX + 2);
    ssize_t len = 0;
    const char *variable;
    Str text = STR("");
    switch (source->kind) {
    case SECRET_NONE:
        return failure_set(error, FAILURE_SECRET, "no secret is configured");
    case SECRET_ENV:
        variable = getenv(arena_str(arena, source->from).data);
        if (!variable)
            return refuse(arena, source, error, "is not set");
        text = arena_cstr(arena, variable);
        break;
    case SECRET_FILE:
        if (!read_file(arena, source, data, &len, error))
            return false;
        text = (Str){data, (size_t)len};
        break;
    case SECRET_COMMAND:
        if (!read_command(arena, source, time, data, &len, error))
            return false;
        text = (Str){data, (size_t)len};
        break;
    }
    if (text.len > SECRET_MAX)
        return refuse(arena, source, error, "gives too much: a secret is one line");
    *out = str_trim(text);
    if (str_empty(*out))
        return refuse(arena, source, error, "gives nothing");
    return is_one_line(*out) || refuse(arena, source, error, "gives more than one line");
}
