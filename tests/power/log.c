/* What a run does to the files below a folder, written down in order, so that tests/power/run can say what a power loss leaves of it.
 * To be preloaded:
 *
 *     POWER_ROOT=/tmp/x POWER_LOG=/tmp/log LD_PRELOAD=build/power-log.so resolver ...
 *
 * A record is a line of fields parted by tabs, the last of them the length of the bytes behind it:
 *     create path inode | write inode offset | size inode length | rename from to | unlink path | mkdir path
 *     begin number what ("file inode", "folder path", "all") | end number
 * A change is told when it is made and before the program knows: what another thread may rely on stands before it. What is made
 * durable is what stood before `begin`, once `end` is there.
 *
 * POWER_ROOM=bytes: so much can be written there, then the disk is full. The program's clock runs POWER_HASTE times as fast as
 * the world's, so that what it does five times a second is done often in a short run. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/* Of the next definition of a function, once. */
#define NEXT(name)                                                                                                     \
    static __typeof__(&name) real;                                                                                     \
    if (!real)                                                                                                         \
    real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static const char *root, *log_path;
static long haste = 1;
static atomic_long *room; /* shared by all processes; NULL: without end */
static atomic_uint syncs;

__attribute__((constructor)) static void start(void) {
    const char *space = getenv("POWER_ROOM"), *fast = getenv("POWER_HASTE");
    if (strcmp(program_invocation_short_name, "resolver") != 0)
        return; /* programs that confine themselves are left alone */
    root = getenv("POWER_ROOT");
    log_path = getenv("POWER_LOG");
    haste = fast ? atol(fast) : 1;
    if (!space)
        return;
    room = mmap(NULL, sizeof *room, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    atomic_store(room, atol(space));
}

static ssize_t write_really(int fd, const void *bytes, size_t n) {
    NEXT(write);
    return real(fd, bytes, n);
}

static int open_really(const char *path, int flags, mode_t mode) {
    NEXT(open);
    return real(path, flags, mode);
}

/* One write at the end of the file: records of several processes never mix. */
static void tell(const void *bytes, size_t len, const char *format, ...) {
    char head[2 * PATH_MAX + 100];
    va_list args;
    int cause = errno;
    if (!log_path)
        return;
    va_start(args, format);
    int n = vsnprintf(head, sizeof head - 30, format, args);
    va_end(args);
    n += sprintf(head + n, "\t%zu\n", len);
    char *record = malloc((size_t)n + len);
    memcpy(record, head, (size_t)n);
    if (len)
        memcpy(record + n, bytes, len);
    int fd = open_really(log_path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0 || write_really(fd, record, (size_t)n + len) != n + (ssize_t)len)
        abort();
    close(fd);
    free(record);
    errno = cause;
}

/* ---- what is below the folder ---- */

/* Its path from there on, in `out`; false when it is elsewhere. */
static int below(const char *path, char out[PATH_MAX]) {
    char folder[PATH_MAX], whole[PATH_MAX];
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    size_t len = root ? strlen(root) : 0;
    if (!len || strlen(path) >= PATH_MAX)
        return 0;
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) + 1 : 1, slash ? path : ".");
    if (!realpath(folder, whole) || strncmp(whole, root, len) != 0 || (whole[len] && whole[len] != '/'))
        return 0;
    snprintf(out, PATH_MAX, "%s%s%s", whole[len] ? whole + len + 1 : "", whole[len] ? "/" : "", name);
    return 1;
}

/* Of a file's descriptor: its inode, else 0; of a folder's: its path in `out`. */
static ino_t file_below(int fd, char *out) {
    char link[40], path[PATH_MAX];
    struct stat st;
    size_t len = root ? strlen(root) : 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = len ? readlink(link, path, sizeof path - 1) : -1;
    if (n < (ssize_t)len || strncmp(path, root, len) != 0 || (n > (ssize_t)len && path[len] != '/') || fstat(fd, &st) != 0)
        return 0;
    path[n] = 0;
    if (out && S_ISDIR(st.st_mode))
        strcpy(out, path[len] ? path + len + 1 : "");
    return S_ISREG(st.st_mode) || out ? st.st_ino : 0;
}

/* How many of the bytes fit; -1 with ENOSPC. */
static ssize_t fits(size_t n) {
    long left = room ? atomic_fetch_sub(room, (long)n) : LONG_MAX;
    if (left > 0)
        return left < (long)n ? left : (ssize_t)n;
    errno = ENOSPC;
    return -1;
}

/* ---- what changes a file ---- */

static int opened(const char *path, int flags, mode_t mode) {
    char name[PATH_MAX];
    struct stat st;
    int ours = flags & (O_CREAT | O_TRUNC) && (flags & O_TMPFILE) != O_TMPFILE && below(path, name), was = ours && lstat(path, &st) == 0;
    int fd = open_really(path, flags, mode);
    if (!ours || fd < 0 || fstat(fd, &st) != 0)
        return fd;
    if (!was)
        tell(NULL, 0, "create\t%s\t%ju", name, (uintmax_t)st.st_ino);
    else if (flags & O_TRUNC)
        tell(NULL, 0, "size\t%ju\t0", (uintmax_t)st.st_ino);
    return fd;
}

int open(const char *path, int flags, ...) {
    va_list args;
    va_start(args, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(args, mode_t) : 0;
    va_end(args);
    return opened(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list args;
    va_start(args, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(args, mode_t) : 0;
    va_end(args);
    return opened(path, flags, mode);
}

ssize_t pwrite64(int fd, const void *bytes, size_t n, off_t offset) {
    NEXT(pwrite64);
    ino_t file = file_below(fd, NULL);
    ssize_t done = !file ? (ssize_t)n : fits(n);
    done = done < 0 ? -1 : real(fd, bytes, (size_t)done, offset);
    if (file && done > 0)
        tell(bytes, (size_t)done, "write\t%ju\t%jd", (uintmax_t)file, (intmax_t)offset);
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t n, off_t offset) {
    return pwrite64(fd, bytes, n, offset);
}

ssize_t write(int fd, const void *bytes, size_t n) {
    ino_t file = file_below(fd, NULL);
    ssize_t done = !file ? (ssize_t)n : fits(n);
    done = done < 0 ? -1 : write_really(fd, bytes, (size_t)done);
    if (file && done > 0)
        tell(bytes, (size_t)done, "write\t%ju\t%jd", (uintmax_t)file, (intmax_t)(lseek(fd, 0, SEEK_CUR) - done));
    return done;
}

int ftruncate64(int fd, off_t size) {
    NEXT(ftruncate64);
    ino_t file = file_below(fd, NULL);
    int done = real(fd, size);
    if (file && done == 0)
        tell(NULL, 0, "size\t%ju\t%jd", (uintmax_t)file, (intmax_t)size);
    return done;
}

int ftruncate(int fd, off_t size) {
    return ftruncate64(fd, size);
}

/* What is not written down here must not be used there. */
int posix_fallocate64(int fd, off_t offset, off_t len) {
    NEXT(posix_fallocate64);
    return file_below(fd, NULL) ? EOPNOTSUPP : real(fd, offset, len);
}

int posix_fallocate(int fd, off_t offset, off_t len) {
    return posix_fallocate64(fd, offset, len);
}

/* ---- what changes a folder ---- */

int rename(const char *from, const char *to) {
    NEXT(rename);
    char old[PATH_MAX], name[PATH_MAX];
    int ours = below(from, old) && below(to, name), done = real(from, to);
    if (ours && done == 0)
        tell(NULL, 0, "rename\t%s\t%s", old, name);
    return done;
}

int unlink(const char *path) {
    NEXT(unlink);
    char name[PATH_MAX];
    int ours = below(path, name), done = real(path);
    if (ours && done == 0)
        tell(NULL, 0, "unlink\t%s", name);
    return done;
}

int mkdir(const char *path, mode_t mode) {
    NEXT(mkdir);
    char name[PATH_MAX];
    int ours = below(path, name), done = real(path, mode);
    if (ours && done == 0)
        tell(NULL, 0, "mkdir\t%s", name);
    return done;
}

/* ---- what makes durable ---- */

static int synced(const char *how, int fd) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, how);
    char path[PATH_MAX] = "";
    struct stat st;
    ino_t file = file_below(fd, path);
    int folder = file && fstat(fd, &st) == 0 && S_ISDIR(st.st_mode);
    unsigned number = atomic_fetch_add(&syncs, 1);
    if (!file)
        return real(fd);
    if (strcmp(how, "syncfs") == 0)
        tell(NULL, 0, "begin\t%d.%u\tall\t", (int)getpid(), number);
    else if (folder)
        tell(NULL, 0, "begin\t%d.%u\tfolder\t%s", (int)getpid(), number, path);
    else
        tell(NULL, 0, "begin\t%d.%u\tfile\t%ju", (int)getpid(), number, (uintmax_t)file);
    /* Nothing is lost in truth: the world's disk need not be waited for. */
    tell(NULL, 0, "end\t%d.%u", (int)getpid(), number);
    return 0;
}

int fsync(int fd) {
    return synced("fsync", fd);
}

int fdatasync(int fd) {
    return synced("fdatasync", fd);
}

int syncfs(int fd) {
    return synced("syncfs", fd);
}

/* ---- the clock ---- */

int64_t g_get_monotonic_time(void);
int64_t g_get_monotonic_time(void) {
    NEXT(g_get_monotonic_time);
    return real() * haste;
}
