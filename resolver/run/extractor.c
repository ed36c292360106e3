#define _GNU_SOURCE
#include "run/extractor.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "parsers/extract_wire.h"
#include "parsers/language.h"
#include "base/banned.h"

#define GRACE_MS      3000 /* for the server to stop a child and say so, and to start */
#define STARTS_MAX    5    /* servers that answered nothing; then no more are started */
#define DOCUMENT_MAX  ((size_t)256 * 1024 * 1024)
#define CHUNK         ((size_t)65536)

/* The programs: the second is started where pages or pictures are to be recognized. */
enum { READERS, RECOGNIZER, SERVERS };
static const char *const programs[SERVERS] = {"resolver-extract", "resolver-ocr"};
static const char *const variables[SERVERS] = {"RESOLVER_EXTRACT", "RESOLVER_OCR"};

typedef struct Server {
    pid_t pid;  /* 0: not started */
    int socket; /* to it; -1: none */
    int starts; /* since it answered last */
} Server;

struct ExtractService {
    Extractor extractor;
    Server servers[SERVERS];
    const Lexicon *lexicon; /* NULL: nobody looks in which language a recognized page is */
    bool without_ocr;
    unsigned limit;  /* milliseconds, for one document */
    int64_t spent;   /* milliseconds, of the ticket's */
    size_t taken;    /* bytes that the ticket's files became */
    bool failed;     /* a reader that is installed could not be started for it */
    bool stopped;    /* a file of it was given up for want of time */
};

/* ---- the program ---- */

static char *beside(const char *file, const char *program) {
    static const char *const folders[] = {".", "..", "../libexec/resolver", "../../libexec/resolver"};
    g_autofree char *folder = file ? g_path_get_dirname(file) : NULL;
    for (size_t i = 0; folder && i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *path = g_build_filename(folder, folders[i], program, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_EXECUTABLE) && !g_file_test(path, G_FILE_TEST_IS_DIR))
            return g_steal_pointer(&path);
    }
    return NULL;
}

static char *find_program(int which) {
    static const char *const usual[] = {"/usr/local/libexec/resolver/x", "/usr/libexec/resolver/x"};
    const char *named = g_getenv(variables[which]);
    if (named && *named)
        return g_strdup(named);
    g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
    char *found = beside(self, programs[which]);
    Dl_info library;
    if (!found && dladdr(programs, &library) && library.dli_fname && g_path_is_absolute(library.dli_fname))
        found = beside(library.dli_fname, programs[which]);
    for (size_t i = 0; !found && i < G_N_ELEMENTS(usual); i++)
        found = beside(usual[i], programs[which]);
    return found;
}

/* ---- the servers ---- */

static void stop(Server *server) {
    if (server->socket >= 0)
        close(server->socket);
    if (server->pid > 0) {
        kill(server->pid, SIGKILL); /* and with it the child that reads, if there is one */
        while (waitpid(server->pid, NULL, 0) < 0 && errno == EINTR)
            ;
    }
    server->socket = -1;
    server->pid = 0;
}

/* Signals as every program expects them: whoever calls the library may ignore its children's ends, or block what ends a loop. */
static void expect_signals(posix_spawnattr_t *attributes) {
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    posix_spawnattr_init(attributes);
    posix_spawnattr_setsigdefault(attributes, &all);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
}

static bool spawn(const char *program, int end, pid_t *pid) {
    static char *const environment[] = {"LANG=C.UTF-8", "LD_BIND_NOW=1", "OMP_THREAD_LIMIT=1", NULL};
    char *const arguments[] = {(char *)program, NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    expect_signals(&attributes);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, end, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    int failure = posix_spawn(pid, program, &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return failure == 0;
}

static bool start(Server *server, int which) {
    int ends[2];
    g_autofree char *program = find_program(which);
    if (!program || server->starts >= STARTS_MAX || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    server->starts++;
    bool good = spawn(program, ends[1], &server->pid);
    close(ends[1]);
    server->socket = ends[0];
    if (!good) {
        server->pid = 0;
        stop(server);
    }
    return good;
}

/* ---- one document ---- */

static int64_t now_ms(void) {
    return g_get_monotonic_time() / 1000;
}

/* The bytes as a file in memory, from its beginning; -1 when there is no room. */
static int memory_file(Str bytes) {
    int file = memfd_create("document", MFD_CLOEXEC);
    while (file >= 0 && bytes.len) {
        ssize_t n = write(file, bytes.data, bytes.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            close(file);
            return -1;
        }
        bytes = str_sub(bytes, (size_t)n, bytes.len);
    }
    return file;
}

static bool send_ask(int socket, const WireAsk *ask, const int fds[2]) {
    union {
        char bytes[CMSG_SPACE(2 * sizeof(int))];
        struct cmsghdr align;
    } control = {0};
    struct iovec part = {(void *)ask, sizeof *ask};
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    *head = (struct cmsghdr){.cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS, .cmsg_len = CMSG_LEN(2 * sizeof(int))};
    memcpy(CMSG_DATA(head), fds, 2 * sizeof(int));
    return sendmsg(socket, &message, MSG_NOSIGNAL) == (ssize_t)sizeof *ask;
}

/* True when there is something to read before the deadline. */
static bool await(int fd, int64_t deadline) {
    for (;;) {
        struct pollfd event = {.fd = fd, .events = POLLIN};
        int64_t left = deadline - now_ms();
        int n = poll(&event, 1, left > 0 ? (int)left : 0);
        if (n >= 0 || errno != EINTR)
            return n > 0;
    }
}

/* All that the child writes, until it ends. False when it takes too long or writes too much. */
static bool read_all(int pipe, int64_t deadline, Buf *out) {
    while (await(pipe, deadline)) {
        buf_reserve(out, CHUNK);
        ssize_t n = read(pipe, out->data + out->len, CHUNK);
        if (n == 0)
            return true;
        if (n < 0 && errno != EINTR)
            return false;
        out->len += n > 0 ? (size_t)n : 0;
        if (out->len > EXTRACT_BYTES_MAX)
            return false;
    }
    return false;
}

static bool read_end(int socket, int64_t deadline, WireEnd *end) {
    return await(socket, deadline) && recv(socket, end, sizeof *end, 0) == (ssize_t)sizeof *end &&
           end->magic == WIRE_MAGIC;
}

typedef enum Answer { READ, NO_SERVER, SILENT, TOO_SLOW } Answer;

/* One try: the child's bytes in `out` and how it ended. A server that does not keep to the rules is stopped. */
static Answer converse(ExtractService *service, int which, const WireAsk *ask, Str bytes, Buf *out, WireEnd *end) {
    Server *server = &service->servers[which];
    int pipes[2], file = -1;
    if (server->socket < 0 && !start(server, which))
        return NO_SERVER;
    if (pipe2(pipes, O_CLOEXEC) != 0)
        return NO_SERVER;
    file = memory_file(bytes);
    bool sent = file >= 0 && send_ask(server->socket, ask, (int[2]){file, pipes[1]});
    close(pipes[1]);
    if (file >= 0)
        close(file);
    int64_t deadline = now_ms() + (int64_t)ask->milliseconds * WIRE_PATIENCE + GRACE_MS;
    bool complete = sent && read_all(pipes[0], deadline, out);
    close(pipes[0]);
    bool ended = complete && read_end(server->socket, deadline, end);
    if (ended)
        server->starts = 0;
    else
        stop(server);
    return ended ? READ : now_ms() >= deadline ? TOO_SLOW : SILENT;
}

static void judge_end(ExtractService *service, Arena *arena, const WireAsk *ask, const WireEnd *end, Str bytes, Extract *out) {
    const char *what = extract_form_word((ExtractForm)ask->form);
    service->stopped |= end->how == WIRE_TIMED_OUT;
    if (end->how == WIRE_TIMED_OUT)
        extract_refuse(arena, out, arena_printf(arena, "the %s reader was stopped after %u seconds", what,
                                                (ask->milliseconds + 999) / 1000));
    else if (end->how == WIRE_KILLED || end->what != 0)
        extract_refuse(arena, out, arena_printf(arena, "the %s reader broke off: the file is damaged or made to harm", what));
    else if (!wire_read(arena, bytes, out) || out->papers.len == 0)
        extract_refuse(arena, out, arena_printf(arena, "the %s reader gave no answer that can be used", what));
}

static void no_reader(ExtractService *service, int which, Arena *arena, const char *what, Extract *out) {
    g_autofree char *program = find_program(which);
    service->failed |= program != NULL;
    extract_refuse(arena, out, arena_printf(arena, "the %s reader (%s) cannot be started here", what, programs[which]));
}

/* What one of the programs says of the document. False when it never answered. */
static bool ask_server(ExtractService *service, int which, Arena *arena, const WireAsk *ask, Str document, Extract *out) {
    const char *what = extract_form_word((ExtractForm)ask->form);
    WireEnd end;
    Buf bytes = {.arena = arena};
    Answer answer = converse(service, which, ask, document, &bytes, &end);
    if (answer == SILENT) { /* the server itself died, or never lived: with a new one it may do */
        bytes.len = 0;
        answer = converse(service, which, ask, document, &bytes, &end);
    }
    service->taken += bytes.len;
    service->stopped |= answer == TOO_SLOW;
    if (answer == READ)
        judge_end(service, arena, ask, &end, buf_str(&bytes), out);
    else if (answer == TOO_SLOW)
        extract_refuse(arena, out, arena_printf(arena, "the %s reader did not answer", what));
    else
        no_reader(service, which, arena, what, out);
    return answer == READ;
}

/* Pages without text are recognized, by the second program; what the first one read is kept where that fails. */
static void recognize(ExtractService *service, Arena *arena, WireAsk *ask, Str document, Extract *out) {
    Extract again = {0};
    ask->without_ocr = false;
    if (ask_server(service, RECOGNIZER, arena, ask, document, &again) &&
        (again.papers.items[0].readable || !out->papers.items[0].readable))
        *out = again;
}

/* Latin letters with their accents are read well in their own language only. Korean and its like are found by the recognizer; but
 * each model of Chinese turns the other script into its own, and is as sure of it: words of the region tell. */
static Language better_language(const ExtractService *service, Arena *arena, const WireAsk *ask, const Paper *paper) {
    static const Language accented[] = {LANGUAGE_FR, LANGUAGE_DE, LANGUAGE_ES, LANGUAGE_IT, LANGUAGE_PT_BR};
    Text text;
    if (!service->lexicon || !paper->recognized)
        return LANGUAGE_UNKNOWN;
    text_fold(arena, paper->text, &text);
    Language language = language_misread(service->lexicon, arena, &text);
    if (language != LANGUAGE_UNKNOWN && (int)language != (int)ask->language)
        return language;
    language = language_of_text(service->lexicon, arena, &text);
    for (size_t i = 0; i < G_N_ELEMENTS(accented); i++)
        if (language == accented[i] && (int)language != (int)ask->language)
            return language;
    return LANGUAGE_UNKNOWN;
}

/* Once more, in the language that the page turned out to be in, where there is time. */
static void recognize_better(ExtractService *service, Arena *arena, WireAsk *ask, Str document, int64_t took, Extract *out) {
    Language language = better_language(service, arena, ask, &out->papers.items[0]);
    if (language == LANGUAGE_UNKNOWN || took > service->limit / 2)
        return;
    ask->language = (uint32_t)language;
    recognize(service, arena, ask, document, out);
}

/* The limits of a file and of a ticket; NULL when it may be read. */
static const char *why_not_read(ExtractService *service, const ExtractAsk *asked) {
    if (asked->bytes.len > DOCUMENT_MAX)
        return "the file is too large";
    service->stopped |= service->spent >= (int64_t)service->limit * WIRE_PATIENCE * EXTRACT_TICKET_SHARES;
    if (service->spent >= (int64_t)service->limit * WIRE_PATIENCE * EXTRACT_TICKET_SHARES)
        return "the ticket's other files took all the time for reading";
    return service->taken >= EXTRACT_TICKET_BYTES ? "the ticket's other files unpack to far more than they should" : NULL;
}

static void extract_read(void *self, Arena *arena, const ExtractAsk *asked, Extract *out) {
    ExtractService *service = self;
    bool without = asked->without_ocr || service->without_ocr;
    int first = asked->form == EXTRACT_PICTURE ? RECOGNIZER : READERS;
    WireAsk ask = {.magic = WIRE_MAGIC,
                   .form = asked->form,
                   .language = asked->language,
                   .without_ocr = without || first == READERS,
                   .milliseconds = service->limit};
    int64_t begun = now_ms();
    const char *why = why_not_read(service, asked);
    if (why) {
        extract_refuse(arena, out, str_of(why));
        return;
    }
    ask_server(service, first, arena, &ask, asked->bytes, out);
    if (out->papers.items[0].scanned && !without)
        recognize(service, arena, &ask, asked->bytes, out);
    recognize_better(service, arena, &ask, asked->bytes, now_ms() - begun, out);
    service->spent += now_ms() - begun;
}

/* ---- the service ---- */

ExtractService *extract_service_new(void) {
    ExtractService *service = g_new0(ExtractService, 1);
    service->extractor = (Extractor){.self = service, .read = extract_read};
    service->limit = EXTRACT_SECONDS * 1000;
    for (int i = 0; i < SERVERS; i++)
        service->servers[i].socket = -1;
    return service;
}

void extract_service_limit(ExtractService *service, unsigned milliseconds) {
    service->limit = milliseconds;
}

void extract_service_free(ExtractService **freed) {
    if (!*freed)
        return;
    for (int i = 0; i < SERVERS; i++)
        stop(&(*freed)->servers[i]);
    g_free(*freed);
    *freed = NULL;
}

void extract_service_forget(ExtractService *service) {
    for (int i = 0; i < SERVERS; i++) {
        service->servers[i].pid = 0;
        stop(&service->servers[i]);
    }
}

void extract_service_without_ocr(ExtractService *service, bool without) {
    service->without_ocr = without;
}

void extract_service_lexicon(ExtractService *service, const Lexicon *lexicon) {
    service->lexicon = lexicon;
}

void extract_service_begin(ExtractService *service) {
    service->spent = 0;
    service->taken = 0;
    service->failed = service->stopped = false;
}

const Extractor *extract_service_extractor(const ExtractService *service) {
    return &service->extractor;
}

bool extract_service_stopped(const ExtractService *service) {
    return service->stopped;
}

bool extract_service_failed(const ExtractService *service) {
    return service->failed;
}
