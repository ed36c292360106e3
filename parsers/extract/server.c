/* resolver-extract: reads PDF documents and their like for resolver, each in a process of its own.
 *
 * Started by resolver/run/extractor.c with a socket as standard input. The server loads the libraries once, confines itself,
 * and then only forks: a child reads one document and ends, so nothing of one partner's file can reach another's. The
 * server never looks at a document. */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "parsers/extract/fork_cost.h"
#include "parsers/extract/readers.h"
#include "parsers/extract/sandbox.h"
#include "parsers/extract_wire.h"
#include "base/banned.h"

#define ASKER  0 /* the socket */
#define FIRST_OTHER 3

/* ---- the child ---- */

static void write_all(int fd, Str bytes) {
    while (bytes.len) {
        ssize_t n = write(fd, bytes.data, bytes.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            _exit(EXIT_FAILURE);
        bytes = str_sub(bytes, (size_t)n, bytes.len);
    }
}

static Str map_document(int file) {
    struct stat about;
    if (fstat(file, &about) != 0 || about.st_size < 0)
        _exit(EXIT_FAILURE);
    if (about.st_size == 0)
        return STR("");
    void *bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED)
        _exit(EXIT_FAILURE);
    return (Str){bytes, (size_t)about.st_size};
}

static void read_document(Arena *arena, const ExtractAsk *ask, Extract *out) {
    for (size_t i = 0; i < extract_readers_len; i++)
        if (extract_readers[i].form == ask->form) {
            extract_readers[i].read(arena, ask, out);
            return;
        }
    extract_refuse(arena, out, STR("there is no reader for it"));
}

static _Noreturn void child(const WireAsk *ask, int file, int pipe, pid_t server) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != server)
        _exit(EXIT_FAILURE);
    close(ASKER);
    ExtractAsk todo = {.form = (ExtractForm)ask->form, .language = (Language)ask->language, .without_ocr = ask->without_ocr != 0};
    todo.bytes = map_document(file);
    close(file);
    if (!sandbox_enter((ask->milliseconds + 999) / 1000))
        _exit(EXIT_FAILURE);
    Arena *arena = arena_new();
    Extract extract = {0};
    Buf out = {.arena = arena};
    read_document(arena, &todo, &extract);
    wire_write(&out, &extract);
    write_all(pipe, buf_str(&out));
    _exit(EXIT_SUCCESS);
}

/* ---- the server ---- */

/* An ask with its two descriptors. False at the end, or when the other side talks nonsense. */
static bool receive(WireAsk *ask, int fds[2]) {
    union {
        char bytes[CMSG_SPACE(2 * sizeof(int))];
        struct cmsghdr align;
    } control = {0};
    struct iovec part = {ask, sizeof *ask};
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    ssize_t n;
    do
        n = recvmsg(ASKER, &message, MSG_CMSG_CLOEXEC);
    while (n < 0 && errno == EINTR);
    const struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    if (n != (ssize_t)sizeof *ask || ask->magic != WIRE_MAGIC || ask->form >= EXTRACT_FORM_COUNT ||
        ask->language > LANGUAGE_UNKNOWN || !head || head->cmsg_type != SCM_RIGHTS ||
        head->cmsg_len != CMSG_LEN(2 * sizeof(int)))
        return false;
    memcpy(fds, CMSG_DATA(head), 2 * sizeof(int));
    return true;
}

/* Waits for the child, but no longer than that, and not at all once nobody is there to be told. */
static WireEnd watch(pid_t pid, uint32_t milliseconds) {
    WireEnd end = {.magic = WIRE_MAGIC, .how = WIRE_EXITED};
    int handle = (int)syscall(SYS_pidfd_open, pid, 0), status = 0;
    struct pollfd events[2] = {{.fd = handle, .events = POLLIN}, {.fd = ASKER, .events = POLLRDHUP}};
    int n = poll(events, 2, (int)milliseconds);
    if (n == 0)
        end.how = WIRE_TIMED_OUT;
    if (!(events[0].revents & POLLIN))
        kill(pid, SIGKILL);
    close(handle);
    if (waitpid(pid, &status, 0) != pid)
        exit(EXIT_FAILURE);
    if (WIFSIGNALED(status) && end.how == WIRE_EXITED)
        end.how = WTERMSIG(status) == SIGXCPU ? WIRE_TIMED_OUT : WIRE_KILLED;
    end.what = (uint32_t)(WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
    return end;
}

static bool serve(const WireAsk *ask, const int fds[2]) {
    pid_t self = getpid(), pid = fork();
    if (pid == 0)
        child(ask, fds[0], fds[1], self);
    close(fds[0]);
    close(fds[1]);
    WireEnd end = {.magic = WIRE_MAGIC, .how = WIRE_EXITED, .what = EXIT_FAILURE};
    if (pid > 0)
        end = watch(pid, ask->milliseconds * WIRE_PATIENCE);
    return send(ASKER, &end, sizeof end, MSG_NOSIGNAL) == (ssize_t)sizeof end;
}

int main(void) {
    close_range(FIRST_OTHER, ~0u, 0); /* whatever the other side left open */
    for (size_t i = 0; i < extract_readers_len; i++)
        if (extract_readers[i].prepare)
            extract_readers[i].prepare();
    if (!sandbox_prepare())
        return EXIT_FAILURE;
    fork_cost_lower();
    WireAsk ask;
    int fds[2];
    while (receive(&ask, fds) && serve(&ask, fds))
        ;
    return EXIT_SUCCESS;
}
