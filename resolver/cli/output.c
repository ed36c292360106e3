#define _GNU_SOURCE
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/digest.h"
#include "run/digests.h"
#include "base/banned.h"

#define NAME_MAX_BYTES 120
#define UNFINISHED     ".resolver-unfinished"
#define LOCK_TRIES     50  /* of 20 ms each: processes of a run that was killed hold the lock until they notice */

#define WORD(name, word, suffix) word,
#define SUFFIX(name, word, suffix) suffix,
static const char *const words[] = {FORMAT_LIST(WORD)};
static const char *const suffixes[] = {FORMAT_LIST(SUFFIX)};
#undef WORD
#undef SUFFIX

static char out_buffer[128 * 1024]; /* of standard output; of a size without a place the C library takes no notice */

struct Output {
    Format format;
    char *folder;      /* NULL: standard output */
    int lock;          /* the folder, locked; -1: none */
    Digests *names;    /* names of this run -> the number last put behind it */
    DigestKey key;     /* of these */
    GString *first;    /* the first mail, kept until it is known whether another follows */
    size_t written;
};

Format format_of(const char *word) {
    if (!word)
        return FORMAT_TEXT;
    for (int i = 0; i < FORMAT_COUNT; i++)
        if (g_strcmp0(word, words[i]) == 0)
            return (Format)i;
    return FORMAT_COUNT;
}

const char *format_word(Format format) {
    return words[format];
}

Output *output_open(const char *folder, Format format, GError **error) {
    if (folder && g_mkdir_with_parents(folder, 0777) != 0) {
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "%s: %s", folder, g_strerror(errno));
        return NULL;
    }
    if (!folder)
        setvbuf(stdout, out_buffer, _IOFBF, sizeof out_buffer);
    Output *output = g_new0(Output, 1);
    output->format = format;
    output->folder = g_strdup(folder);
    output->lock = -1;
    output->names = digests_new(DIGESTS_MEMORY);
    output->key = digest_key_new();
    return output;
}

bool output_lock(Output *output, GError **error) {
    output->lock = output->folder ? open(output->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    for (int i = 0; output->lock >= 0 && flock(output->lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK; i++) {
        if (i == LOCK_TRIES) {
            g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: another run writes there; try again when that has ended",
                        output->folder);
            return false;
        }
        g_usleep(20000);
    }
    return true;
}

void output_forked(Output *output) {
    if (output->lock >= 0)
        close(output->lock);
    output->lock = -1;
}

char *output_safe_name(Str id) {
    g_autofree char *valid = g_utf8_make_valid(id.data ? id.data : "", (gssize)id.len);
    GString *name = g_string_new(NULL);
    for (const char *p = valid; *p && name->len < NAME_MAX_BYTES; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool kept = g_unichar_isalnum(c) || ((c == '-' || c == '.') && name->len);
        if (kept)
            g_string_append_unichar(name, c);
        else if (name->len && name->str[name->len - 1] != '_')
            g_string_append_c(name, '_');
    }
    while (name->len && (name->str[name->len - 1] == '_' || name->str[name->len - 1] == '.'))
        g_string_truncate(name, name->len - 1);
    if (!name->len)
        g_string_append(name, "ticket");
    return g_string_free(name, FALSE);
}

/* Case does not part names: some file systems do not tell "A" from "a". */
static uint64_t digest_of_name(const Output *output, const char *name) {
    g_autofree char *folded = g_utf8_casefold(name, -1);
    return digest(output->key, str_of(folded));
}

static bool name_is_new(Output *output, const char *name) {
    uint64_t key = digest_of_name(output, name), number;
    if (digests_get(output->names, key, &number))
        return false;
    digests_set(output->names, key, 1);
    return true;
}

static char *unique_name(Output *output, Str id) {
    g_autofree char *safe = output_safe_name(id);
    uint64_t key = digest_of_name(output, safe), number;
    if (name_is_new(output, safe))
        return g_steal_pointer(&safe);
    digests_get(output->names, key, &number);
    for (;;) {
        g_autofree char *numbered = g_strdup_printf("%s-%" G_GUINT64_FORMAT, safe, ++number);
        if (!name_is_new(output, numbered))
            continue;
        digests_set(output->names, key, number);
        return g_steal_pointer(&numbered);
    }
}

static bool write_all(int fd, Str bytes) {
    while (bytes.len) {
        ssize_t n = write(fd, bytes.data, bytes.len);
        if (n < 0 && errno != EINTR)
            return false;
        bytes = str_sub(bytes, n > 0 ? (size_t)n : 0, bytes.len);
    }
    return true;
}

/* Written under another name, always the same hidden one, so that a run that is killed leaves no more than that behind. */
static bool write_file(const Output *output, const char *file, Str result, bool durable, GError **error) {
    g_autofree char *path = g_build_filename(output->folder, file, NULL);
    g_autofree char *unfinished = g_build_filename(output->folder, UNFINISHED, NULL);
    unlink(unfinished); /* of a run that was killed; or a link to elsewhere, planted by whoever may write here too */
    int fd = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    bool good = fd >= 0 && write_all(fd, result) && (!durable || fsync(fd) == 0);
    int cause = errno;
    if (fd >= 0 && close(fd) != 0 && good) {
        cause = errno;
        good = false;
    }
    if (good && rename(unfinished, path) == 0)
        return true;
    cause = good ? errno : cause;
    unlink(unfinished);
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(cause), "%s: %s", path, g_strerror(cause));
    return false;
}

bool output_has(const Output *output, const char *file) {
    g_autofree char *path = output->folder ? g_build_filename(output->folder, file, NULL) : NULL;
    return path && access(path, F_OK) == 0;
}

void output_skip(Output *output, const char *file) {
    const char *dot = strrchr(file, '.');
    g_autofree char *name = g_strndup(file, dot ? (size_t)(dot - file) : strlen(file));
    name_is_new(output, name);
}

static bool not_written(GError **error) {
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "standard output: %s", g_strerror(errno));
    return false;
}

static bool put(Str text, GError **error) {
    errno = 0;
    if (fwrite(text.data, 1, text.len, stdout) == text.len)
        return true;
    return not_written(error);
}

bool output_flush(Output *output, GError **error) {
    errno = 0;
    return output->folder || fflush(stdout) == 0 ? true : not_written(error);
}

/* One message of an mbox: a line that begins with "From " gets a ">". */
static void add_to_mbox(GString *mbox, Str message) {
    Str rest = message, line;
    g_string_append(mbox, "From resolver@localhost Thu Jan  1 00:00:00 1970\n");
    while (str_line(&rest, &line)) {
        Str bare = line;
        while (str_starts(bare, STR(">")))
            bare = str_sub(bare, 1, bare.len);
        if (str_starts(bare, STR("From ")))
            g_string_append_c(mbox, '>');
        g_string_append_len(mbox, line.data, (gssize)line.len);
        g_string_append_c(mbox, '\n');
    }
    g_string_append_c(mbox, '\n');
}

static bool put_mail(Output *output, Str mail, GError **error) {
    if (output->written == 0) {
        output->first = g_string_new_len(mail.data, (gssize)mail.len);
        return true;
    }
    g_autoptr(GString) mbox = g_string_new(NULL);
    if (output->first)
        add_to_mbox(mbox, (Str){output->first->str, output->first->len});
    add_to_mbox(mbox, mail);
    if (output->first)
        g_string_free(g_steal_pointer(&output->first), TRUE);
    return put((Str){mbox->str, mbox->len}, error);
}

#define PAGE_HEAD                                                                                                      \
    "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>Drafts</title>\n<style>\n"                      \
    "body { font: 16px/1.5 sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em }\n"                          \
    "article { border-top: 2px solid #888; margin-top: 2em }\n"                                                        \
    ".draft { border: 1px solid #bbb; padding: 0 1em }\n.hold { color: #a00; font-weight: bold }\n"                    \
    "</style>\n</head>\n<body>\n"
#define PAGE_FOOT "</body>\n</html>\n"

static char *file_of(Output *output, Str id) {
    g_autofree char *name = unique_name(output, id);
    return g_strdup_printf("%s.%s", name, suffixes[output->format]);
}

bool output_write(Output *output, Str id, const OutputAgain *again, Str result, char **file, GError **error) {
    bool done = true;
    *file = !output->folder ? NULL : again->file ? g_strdup(again->file) : file_of(output, id);
    if (output->folder && output->format == FORMAT_HTML) {
        g_autofree char *page = g_strdup_printf(PAGE_HEAD STR_FMT PAGE_FOOT, STR_ARG(result));
        done = write_file(output, *file, str_of(page), again->finished, error);
    } else if (output->folder) {
        done = write_file(output, *file, result, again->finished, error);
    } else if (output->format == FORMAT_EML) {
        done = put_mail(output, result, error);
    } else {
        if (output->format == FORMAT_HTML && output->written == 0)
            done = put(STR(PAGE_HEAD), error);
        done = done && put(result, error);
    }
    output->written++;
    return done;
}

bool output_close(Output **closed, GError **error) {
    Output *output = *closed;
    bool done = true;
    if (output->first)
        done = put((Str){output->first->str, output->first->len}, error);
    if (!output->folder && output->format == FORMAT_HTML && output->written)
        done = put(STR(PAGE_FOOT), error);
    done = output_flush(output, done ? error : NULL) && done;
    if (output->first)
        g_string_free(output->first, TRUE);
    output_forked(output);
    digests_free(&output->names);
    g_free(output->folder);
    g_free(output);
    *closed = NULL;
    return done;
}
