#define _GNU_SOURCE
#include "queue/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/banned.h"

/* The queue ends its children; the keys of a terminal reach the queue alone. */
static void hold_signals(void) {
    signal(SIGINT, SIG_IGN);
    signal(SIGQUIT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGTERM, SIG_DFL);
    signal(SIGPIPE, SIG_IGN);
}

static void onto_null(int fd, int flags) {
    int null = open("/dev/null", flags);
    if (null >= 0 && null != fd) {
        dup2(null, fd);
        close(null);
    }
}

bool process_start(Process *process, ProcessMain *main, void *data, bool keeps_input, const Process *others, size_t n) {
    int ends[2];
    pid_t parent = getpid();
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    pid_t pid = fork();
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(1);
        hold_signals();
        if (!keeps_input)
            onto_null(STDIN_FILENO, O_RDONLY);
        onto_null(STDOUT_FILENO, O_WRONLY);
        close(ends[0]);
        for (size_t i = 0; i < n; i++)
            if (others[i].pid)
                close(others[i].stream.fd);
        main(ends[1], data);
        _exit(0);
    }
    int failure = errno;
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        errno = failure;
        return false;
    }
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    *process = (Process){.pid = pid, .stream = {.fd = ends[0]}};
    return true;
}

void process_stop(Process *process, int *status) {
    int ignored;
    if (!process->pid)
        return;
    kill(process->pid, SIGKILL);
    while (waitpid(process->pid, status ? status : &ignored, 0) < 0 && errno == EINTR)
        continue;
    stream_close(&process->stream);
    process->pid = 0;
}
