/* The readers of resolver-extract-test: a "PDF" is a word that says what its reader does wrong. Built like resolver-extract, with
 * the same server and sandbox. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <seccomp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buf.h"
#include "parsers/extract/readers.h"
#include "base/banned.h"

#define SWOLLEN ((size_t)140 * 1024 * 1024) /* bytes; two such are more than a ticket may have */

static const char *reached; /* what a reader could do that it must not */

static void crash(void) {
    raise(SIGSEGV);
}

static void loop(void) {
    for (volatile unsigned n = 0;; n++)
        ;
}

static void sleep_long(void) {
    for (;;)
        sleep(1000);
}

static void eat_memory(void) {
    for (;;) {
        volatile char *more = malloc(1 << 20);
        if (!more)
            abort();
        more[0] = more[4096] = 1;
    }
}

static void open_socket(void) {
    reached = socket(AF_INET, SOCK_STREAM, 0) >= 0 ? "socket" : NULL;
}

static void write_file(void) {
    reached = open("/tmp/resolver-extract-was-here", O_WRONLY | O_CREAT, 0600) >= 0 ? "file" : NULL;
}

static void read_file(void) {
    reached = open("/etc/passwd", O_RDONLY) >= 0 ? "passwd" : "kept out";
}

static void read_data(void) {
    reached = open("/usr/share/poppler", O_RDONLY | O_DIRECTORY) >= 0 ? "data" : "kept out";
}

static void run_program(void) {
    execl("/bin/true", "true", (char *)NULL);
}

static void make_process(void) {
    reached = fork() >= 0 ? "fork" : NULL;
}

static void kill_server(void) {
    kill(getppid(), SIGKILL);
    reached = "kill";
}

static void make_code(void) {
    reached = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED
                  ? "code"
                  : NULL;
}

static void say_nonsense(void) {
    Arena *arena = arena_new();
    Buf junk = {.arena = arena};
    for (size_t i = 0; i < 100000; i++)
        buf_add_char(&junk, (char)(i * 7));
    for (int fd = 3; fd < 64; fd++) /* the pipe is one of them */
        if (write(fd, junk.data, junk.len) > 0)
            break;
    _exit(0);
}

static void leave_early(void) {
    _exit(0);
}

/* Libraries that only come along stay with the server: not even their code is there. */
static void call_idle_library(void) {
    reached = seccomp_version() ? "a library left behind" : NULL;
}

static const struct {
    const char *word;
    void (*act)(void);
} acts[] = {{"crash", crash},           {"loop", loop},         {"sleep", sleep_long},     {"memory", eat_memory},
            {"socket", open_socket},    {"write", write_file},  {"passwd", read_file},     {"data", read_data},
            {"program", run_program},   {"fork", make_process}, {"kill-server", kill_server}, {"code", make_code},
            {"nonsense", say_nonsense}, {"leave", leave_early}, {"idle", call_idle_library}};

static void act_read(Arena *arena, const ExtractAsk *ask, Extract *out) {
    static int before; /* documents that this process has read */
    Str word = str_trim(str_sub(ask->bytes, 8, ask->bytes.len)); /* behind "%PDF-1.4" */
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (str_eq_cstr(word, acts[i].word))
            acts[i].act();
    Paper *paper = extract_add(arena, out, PAPER_SELF);
    if (str_starts(word, STR("swell")))
        extract_add(arena, out, PAPER_FILE)->bytes = (Str){arena_alloc(arena, SWOLLEN), SWOLLEN};
    paper->text = arena_printf(arena, "did " STR_FMT ", reached %s, %d before\n", STR_ARG(word), reached ? reached : "nothing",
                               before++);
}

const ExtractReader extract_readers[] = {{EXTRACT_PDF, NULL, act_read}};
const size_t extract_readers_len = 1;
