#define _GNU_SOURCE
#include "connect/cache.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/banned.h"

/* "resolver-cache 1", the checksum of the rest, then for each page its texts, each as its length on a line (or "-") and its bytes. */
static const Str magic = {"resolver-cache 1\n", 17};
#define SUFFIX       ".dashboard"
#define CHECKSUM_HEX 64
#define PAGE_TEXTS 7

/* ---- where ---- */

char *cache_path(Str url, Str identity) {
    g_autofree char *folder = g_build_filename(g_get_user_cache_dir(), "resolver", NULL);
    g_autofree char *key = g_strdup_printf(STR_FMT "\n" STR_FMT, STR_ARG(url), STR_ARG(identity));
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, key, -1);
    g_autofree char *name = g_strconcat(sum, SUFFIX, NULL);
    struct stat info;
    if (g_mkdir_with_parents(folder, 0700) < 0 || stat(folder, &info) < 0 || info.st_uid != geteuid())
        return NULL;
    return g_build_filename(folder, name, NULL);
}

/* ---- reading ---- */

static bool is_ours(int fd, struct stat *info) {
    return fstat(fd, info) == 0 && S_ISREG(info->st_mode) && info->st_uid == geteuid() && !(info->st_mode & 077);
}

static Str read_file(Arena *arena, const char *path) {
    struct stat info;
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return STR("");
    size_t len = 0, size = is_ours(fd, &info) ? (size_t)info.st_size : 0;
    char *data = arena_alloc(arena, size + 1);
    while (len < size) {
        ssize_t n = read(fd, data + len, size - len);
        if (n == 0 || (n < 0 && errno != EINTR))
            break;
        len += n > 0 ? (size_t)n : 0;
    }
    futimens(fd, NULL); /* it is still asked for */
    close(fd);
    return (Str){data, len == size ? len : 0};
}

static bool take_text(Str *rest, Str *out) {
    ptrdiff_t end = str_find_char(*rest, '\n');
    size_t len = 0;
    if (end < 1 || end > 15)
        return false;
    bool absent = rest->data[0] == '-';
    for (ptrdiff_t i = 0; i < end && !absent; i++)
        len = len * 10 + (size_t)(rest->data[i] - '0');
    if (len > rest->len - (size_t)end - 1)
        return false;
    *out = absent ? STR_NONE : str_sub(*rest, (size_t)end + 1, (size_t)end + 1 + len);
    *rest = str_sub(*rest, (size_t)end + 1 + len, rest->len);
    return true;
}

static bool is_whole(Str file) {
    if (!str_starts(file, magic) || file.len < magic.len + CHECKSUM_HEX)
        return false;
    Str rest = str_sub(file, magic.len + CHECKSUM_HEX, file.len);
    g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)rest.data, rest.len);
    return str_eq_cstr(str_sub(file, magic.len, magic.len + CHECKSUM_HEX), sum);
}

void cache_load(Arena *arena, const char *path, CachePages *out) {
    Str file = read_file(arena, path);
    *out = (CachePages){0};
    if (!is_whole(file))
        return;
    Str rest = str_sub(file, magic.len + CHECKSUM_HEX, file.len);
    while (rest.len) {
        CachePage page = {0};
        Str *const texts[PAGE_TEXTS] = {&page.url,  &page.source,       &page.etag, &page.last_modified,
                                        &page.link, &page.content_type, &page.body};
        for (size_t i = 0; i < PAGE_TEXTS; i++)
            if (!take_text(&rest, texts[i]))
                return;
        *VEC_PUSH(arena, out) = page;
    }
}

const CachePage *cache_find(const CachePages *pages, Str url) {
    for (size_t i = 0; i < pages->len; i++)
        if (str_eq(pages->items[i].url, url))
            return &pages->items[i];
    return NULL;
}

/* ---- writing ---- */

static void add_text(Buf *buf, Str text) {
    if (str_given(text))
        buf_printf(buf, "%zu\n", text.len);
    else
        buf_add(buf, STR("-\n"));
    buf_add(buf, text);
}

static bool write_all(int fd, Str text) {
    while (text.len) {
        ssize_t n = write(fd, text.data, text.len);
        if (n < 0 && errno != EINTR)
            return false;
        text = str_sub(text, n > 0 ? (size_t)n : 0, text.len);
    }
    return true;
}

/* mkstemp makes it 0600. */
static bool replace(const char *path, Str head, Str rest) {
    g_autofree char *fresh = g_strconcat(path, ".XXXXXX", NULL);
    int fd = g_mkstemp_full(fresh, O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    bool good = write_all(fd, head) && write_all(fd, rest) && fsync(fd) == 0;
    good = close(fd) == 0 && good && rename(fresh, path) == 0;
    if (!good)
        unlink(fresh);
    return good;
}

/* Copies that nobody asks for any more, and what a killed run left. */
static void forget_old(const char *path) {
    g_autofree char *folder = g_path_get_dirname(path);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    int64_t oldest = g_get_real_time() / G_USEC_PER_SEC - (int64_t)CACHE_DAYS * 24 * 3600;
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *file = g_build_filename(folder, name, NULL);
        struct stat info;
        if (strstr(name, SUFFIX) && lstat(file, &info) == 0 && S_ISREG(info.st_mode) && info.st_mtime < oldest)
            unlink(file);
    }
}

bool cache_save(const char *path, const CachePages *pages) {
    Arena *arena = arena_new();
    Buf rest = {.arena = arena};
    buf_add(&rest, STR(""));
    for (size_t i = 0; i < pages->len; i++) {
        const CachePage *page = &pages->items[i];
        const Str texts[PAGE_TEXTS] = {page->url, page->source, page->etag, page->last_modified, page->link, page->content_type, page->body};
        for (size_t k = 0; k < PAGE_TEXTS; k++)
            add_text(&rest, texts[k]);
    }
    Str body = buf_str(&rest);
    g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)body.data, body.len);
    Str head = arena_printf(arena, STR_FMT "%s", STR_ARG(magic), sum);
    bool good = replace(path, head, body);
    forget_old(path);
    arena_free(&arena);
    return good;
}
