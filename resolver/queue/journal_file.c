#define _GNU_SOURCE
#include "queue/journal_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "queue/frame.h"
#include "base/banned.h"

#define RECORD_MAX ((uint64_t)1 << 32)    /* a longer one is no record */
#define FRESH      ".resolver-unfinished" /* behind the name, of what takes its place */

bool journal_file_failed(const JournalFile *file, int cause, GError **error) {
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(cause), "journal %s: %s", file->path, g_strerror(cause));
    return false;
}

bool journal_file_refused(const JournalFile *file, GError **error, const char *why) {
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "journal %s: %s", file->path, why);
    return false;
}

/* ---- records ---- */

/* A frame whose first number is the checksum of the rest. */
void journal_record_add(GString *out, DigestKey key, Str payload) {
    FrameOut frame = {out, 0};
    frame_begin(&frame);
    frame_number(&frame, digest(key, payload));
    frame_rest(&frame, payload);
    frame_end(&frame);
}

bool journal_file_read(const JournalFile *file, off_t at, void *bytes, size_t len) {
    ssize_t n;
    for (char *to = bytes; len; to += n, at += n, len -= (size_t)n) {
        n = pread(file->fd, to, len, at);
        if (n < 0 && errno == EINTR)
            n = 0;
        else if (n <= 0)
            return false;
    }
    return true;
}

bool journal_record_read(JournalFile *file, DigestKey key, off_t *at, Str *payload) {
    uint64_t head[2]; /* length, checksum */
    if (!journal_file_read(file, *at, head, sizeof head) || head[0] < sizeof head[1] || head[0] > RECORD_MAX)
        return false;
    struct stat st;
    size_t len = head[0] - sizeof head[1];
    if (fstat(file->fd, &st) != 0 || st.st_size - *at < (off_t)(sizeof head + len))
        return false;
    g_string_set_size(file->buffer, len);
    *payload = (Str){file->buffer->str, len};
    if (!journal_file_read(file, *at + (off_t)sizeof head, file->buffer->str, len) || digest(key, *payload) != head[1])
        return false;
    *at += (off_t)(sizeof head + len);
    return true;
}

int journal_file_write(int fd, Str bytes, off_t at) {
    while (bytes.len) {
        ssize_t n = pwrite(fd, bytes.data, bytes.len, at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n < 0 ? errno : ENOSPC;
        bytes = str_sub(bytes, (size_t)n, bytes.len);
        at += n;
    }
    return 0;
}

/* ---- opening ---- */

static char *fresh_path(const JournalFile *file) {
    return g_strconcat(file->real, FRESH, NULL);
}

static bool open_it(JournalFile *file, bool no_link, GError **error) {
    struct stat st;
    file->fd = open(file->path, O_RDWR | O_CREAT | (no_link ? O_NOFOLLOW : 0) | O_CLOEXEC, 0600);
    if (file->fd < 0 || fstat(file->fd, &st) != 0)
        return journal_file_failed(file, errno, error);
    if (!S_ISREG(st.st_mode))
        return journal_file_refused(file, error, "it is no file");
    g_free(file->real);
    char *real = realpath(file->path, NULL);
    file->real = g_strdup(real ? real : file->path);
    free(real);
    return true;
}

/* It ends with the process, and tells by whom it is held. */
static bool lock(const JournalFile *file, GError **error) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET}, holder = lock;
    if (fcntl(file->fd, F_SETLK, &lock) == 0)
        return true;
    int cause = errno;
    if ((cause != EACCES && cause != EAGAIN) || fcntl(file->fd, F_GETLK, &holder) != 0)
        return journal_file_failed(file, cause, error);
    g_autofree char *why = g_strdup_printf("process %d is at work with it; try again when that has ended", (int)holder.l_pid);
    return journal_file_refused(file, error, why);
}

static bool still_bears_the_name(const JournalFile *file) {
    struct stat ours, named;
    return fstat(file->fd, &ours) == 0 && stat(file->real, &named) == 0 && ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
}

/* Of a run that was killed. */
static void clear_away(const JournalFile *file) {
    g_autofree char *path = fresh_path(file);
    unlink(path);
}

bool journal_file_open(JournalFile *file, const char *path, bool no_link, GError **error) {
    *file = (JournalFile){.fd = -1, .path = g_strdup(path), .buffer = g_string_new(NULL)};
    for (;;) {
        if (!open_it(file, no_link, error) || !lock(file, error))
            return false;
        if (still_bears_the_name(file))
            break;
        close(file->fd); /* another run replaced it, and ended, between our opening and our lock */
    }
    clear_away(file);
    return true;
}

void journal_file_close(JournalFile *file) {
    if (file->fd >= 0)
        close(file->fd);
    g_free(file->path);
    g_free(file->real);
    if (file->buffer)
        g_string_free(file->buffer, TRUE);
    *file = (JournalFile){.fd = -1};
}

/* ---- replacing ---- */

int journal_file_begin(const JournalFile *file) {
    g_autofree char *path = fresh_path(file);
    struct stat st;
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int fresh = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fresh >= 0 && (fstat(file->fd, &st) != 0 || ((st.st_uid != geteuid() || st.st_gid != getegid()) && fchown(fresh, st.st_uid, st.st_gid) != 0) ||
                       fchmod(fresh, st.st_mode & 0777) != 0 || fcntl(fresh, F_SETLK, &lock) != 0)) {
        int cause = errno;
        journal_file_give_up(file, fresh);
        errno = cause;
        return -1;
    }
    return fresh;
}

void journal_file_give_up(const JournalFile *file, int fresh) {
    g_autofree char *path = fresh_path(file);
    unlink(path);
    close(fresh);
}

/* Where folders cannot be synced, their entries need not be. */
static void keep_entry(const JournalFile *file) {
    g_autofree char *folder = g_path_get_dirname(file->real);
    int entry = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (entry < 0)
        return;
    fsync(entry);
    close(entry);
}

int journal_file_replace(JournalFile *file, int fresh) {
    g_autofree char *path = fresh_path(file);
    if (fsync(fresh) != 0 || rename(path, file->real) != 0) {
        int cause = errno;
        journal_file_give_up(file, fresh);
        return cause;
    }
    close(file->fd);
    file->fd = fresh;
    keep_entry(file);
    return 0;
}

/* No file may be made beside it, or none may take its place: another's folder, a name that cannot be longer, a mount of its own. */
static bool stays_in_its_place(int cause) {
    return cause == EACCES || cause == EPERM || cause == EROFS || cause == ENAMETOOLONG || cause == EBUSY || cause == EXDEV;
}

/* The first bytes are durable before others are there: so what a power loss leaves is a beginning of them, perhaps with zeros behind
 * it, or can be told by them. The rest is with the first record. */
static int write_in_place(const JournalFile *file, Str bytes, size_t first) {
    int cause = ftruncate(file->fd, 0) == 0 ? journal_file_write(file->fd, str_sub(bytes, 0, first), 0) : errno;
    if (!cause && fsync(file->fd) != 0)
        cause = errno;
    keep_entry(file);
    return cause ? cause : journal_file_write(file->fd, str_sub(bytes, first, bytes.len), (off_t)first);
}

static int write_beside(JournalFile *file, Str bytes) {
    int fresh = journal_file_begin(file);
    if (fresh < 0)
        return errno;
    int cause = journal_file_write(fresh, bytes, 0);
    if (!cause)
        return journal_file_replace(file, fresh);
    journal_file_give_up(file, fresh);
    return cause;
}

int journal_file_anew(JournalFile *file, Str bytes, size_t first) {
    struct stat st;
    if (fstat(file->fd, &st) != 0)
        return errno;
    int cause = st.st_size ? write_beside(file, bytes) : 0;
    return !st.st_size || stays_in_its_place(cause) ? write_in_place(file, bytes, first) : cause;
}
