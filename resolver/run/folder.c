#define _GNU_SOURCE
#include "run/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "run/window.h"
#include "base/banned.h"

#define KEY "\"path\""
#define PATH_BYTES ((size_t)8192) /* a longer string after the key is no path */

static void file_free(gpointer data) {
    FolderFile *file = data;
    g_free(file->path);
    g_free(file);
}

/* Takes the path. */
static void add(GPtrArray *out, char *path, gboolean maildir, const char *problem) {
    FolderFile *file = g_new(FolderFile, 1);
    *file = (FolderFile){path, maildir, problem};
    g_ptr_array_add(out, file);
}

/* ---- what lies in a folder ---- */

static int by_name(gconstpointer a, gconstpointer b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The visible names of the folder, sorted; NULL with errno set. */
static GPtrArray *names_of(const char *folder) {
    DIR *dir = opendir(folder);
    if (!dir)
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (struct dirent *entry; (entry = readdir(dir));)
        if (entry->d_name[0] != '.')
            g_ptr_array_add(names, g_strdup(entry->d_name));
    closedir(dir);
    g_ptr_array_sort(names, by_name);
    return names;
}

static gboolean is_maildir(const char *folder) {
    char *fresh = g_build_filename(folder, "new", NULL), *seen = g_build_filename(folder, "cur", NULL);
    gboolean both = g_file_test(fresh, G_FILE_TEST_IS_DIR) && g_file_test(seen, G_FILE_TEST_IS_DIR);
    g_free(fresh);
    g_free(seen);
    return both;
}

static gboolean is_folder(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Takes the path. A pipe or device may never end, and opening one may do something: only files are opened. */
static void add_file(GPtrArray *out, char *path, gboolean maildir) {
    struct stat st;
    gboolean odd = stat(path, &st) == 0 && !S_ISREG(st.st_mode);
    add(out, path, maildir, odd ? FOLDER_NO_FILE : NULL);
}

/* The messages of new/ or cur/ of a Maildir. */
static gboolean add_messages(GPtrArray *out, const char *maildir, const char *part) {
    char *folder = g_build_filename(maildir, part, NULL);
    GPtrArray *names = names_of(folder);
    for (guint i = 0; names && i < names->len; i++) {
        char *path = g_build_filename(folder, names->pdata[i], NULL);
        if (is_folder(path))
            g_free(path);
        else
            add_file(out, path, TRUE);
    }
    g_free(folder);
    if (names)
        g_ptr_array_unref(names);
    return names != NULL;
}

static gboolean add_folder(GPtrArray *out, const char *folder, int depth);

/* Takes the path. A link to a folder may lead anywhere, also back. */
static void add_entry(GPtrArray *out, char *path, int depth) {
    if (!is_folder(path))
        add_file(out, path, FALSE);
    else if (g_file_test(path, G_FILE_TEST_IS_SYMLINK))
        add(out, path, FALSE, "a link to a folder is not followed");
    else if (depth >= FOLDER_DEPTH_MAX)
        add(out, path, FALSE, "folders are nested too deeply");
    else if (!add_folder(out, path, depth + 1))
        add(out, path, FALSE, g_strerror(errno));
    else
        g_free(path);
}

static gboolean add_folder(GPtrArray *out, const char *folder, int depth) {
    if (is_maildir(folder))
        return add_messages(out, folder, "new") && add_messages(out, folder, "cur");
    GPtrArray *names = names_of(folder);
    for (guint i = 0; names && i < names->len; i++)
        add_entry(out, g_build_filename(folder, names->pdata[i], NULL), depth);
    if (names)
        g_ptr_array_unref(names);
    return names != NULL;
}

/* ---- what JSON tickets name as attachments ---- */

/* The string that stands behind `"path"` and a colon at text[0]; NULL when none does. *short_of: more is needed. */
static char *path_value(Str text, gboolean *short_of) {
    size_t at = strlen(KEY);
    while (at < text.len && strchr(" \t\r\n:", text.data[at]))
        at++;
    size_t from = at++;
    *short_of = at >= text.len;
    if (*short_of || text.data[from] != '"')
        return NULL;
    while (at < text.len && text.data[at] != '"' && at < PATH_BYTES)
        at += text.data[at] == '\\' ? 2 : 1;
    *short_of = at >= text.len;
    if (*short_of || text.data[at] != '"')
        return NULL;
    json_t *value = json_loadb(text.data + from, at + 1 - from, JSON_DECODE_ANY, NULL);
    char *path = g_strdup(json_string_value(value));
    json_decref(value);
    return path;
}

/* Collects what the JSON tickets of one file name as attachments, reading it once in small windows. */
static void collect_named(GHashTable *named, const char *folder, const char *file) {
    int fd = open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return;
    Window input;
    window_open(&input, fd);
    window_need(&input, 64);
    Str head = str_trim(window_view(&input));
    gboolean json = head.len && strchr("{[", head.data[0]);
    while (json && (window_view(&input).len || window_fill(&input))) {
        Str view = window_view(&input);
        ptrdiff_t at = str_find(view, STR(KEY));
        gboolean short_of = FALSE;
        size_t done = at >= 0 ? (size_t)at + strlen(KEY) : view.len - MIN(view.len, strlen(KEY) - 1);
        char *path = at >= 0 ? path_value(str_sub(view, (size_t)at, view.len), &short_of) : NULL;
        if (path) {
            char *whole = g_build_filename(folder, path, NULL);
            g_hash_table_add(named, g_canonicalize_filename(whole, "/"));
            g_free(whole);
        }
        g_free(path);
        window_cut(&input, short_of ? (size_t)at : done);
        if ((at < 0 || short_of) && !window_fill(&input))
            break;
    }
    window_close(&input);
}

/* Leaves out the files that JSON tickets name; each names them from its own folder. */
static void drop_named(GPtrArray *files) {
    GHashTable *named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < files->len; i++) {
        const FolderFile *file = files->pdata[i];
        char *folder = g_path_get_dirname(file->path);
        if (!file->maildir && !file->problem)
            collect_named(named, folder, file->path);
        g_free(folder);
    }
    guint kept = 0;
    for (guint i = 0; i < files->len; i++) {
        FolderFile *file = files->pdata[i];
        char *path = g_canonicalize_filename(file->path, "/");
        if (!g_hash_table_contains(named, path))
            files->pdata[kept++] = file;
        else
            file_free(file);
        g_free(path);
    }
    g_ptr_array_set_free_func(files, NULL);
    g_ptr_array_set_size(files, (gint)kept);
    g_ptr_array_set_free_func(files, file_free);
    g_hash_table_destroy(named);
}

GPtrArray *folder_list(const char *folder) {
    GPtrArray *files = g_ptr_array_new_with_free_func(file_free);
    if (!add_folder(files, folder, 0)) {
        int why = errno;
        g_ptr_array_unref(files);
        errno = why;
        return NULL;
    }
    drop_named(files);
    return files;
}
