#define _GNU_SOURCE
#include "run/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <jansson.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "run/window.h"
#include "base/banned.h"

#define KEY "\"path\""
#define PATH_BYTES ((size_t)8192) /* a longer string after the key is no path */

static int by_name(gconstpointer a, gconstpointer b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gboolean is_regular(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && !S_ISDIR(st.st_mode);
}

/* Adds the visible files of the folder, sorted. */
static gboolean add_files(GPtrArray *out, const char *folder) {
    DIR *dir = opendir(folder);
    if (!dir)
        return FALSE;
    guint first = out->len;
    for (struct dirent *entry; (entry = readdir(dir));) {
        if (entry->d_name[0] == '.')
            continue;
        char *path = g_build_filename(folder, entry->d_name, NULL);
        if (is_regular(path))
            g_ptr_array_add(out, path);
        else
            g_free(path);
    }
    closedir(dir);
    if (out->len > first)
        qsort(out->pdata + first, out->len - first, sizeof *out->pdata, by_name);
    return TRUE;
}

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

/* Leaves out the files that JSON tickets of the same folder name. */
static void drop_named(GPtrArray *files, const char *folder) {
    GHashTable *named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < files->len; i++)
        collect_named(named, folder, files->pdata[i]);
    for (guint i = 0; g_hash_table_size(named) && i < files->len;) {
        char *path = g_canonicalize_filename(files->pdata[i], "/");
        if (g_hash_table_contains(named, path))
            g_ptr_array_remove_index(files, i);
        else
            i++;
        g_free(path);
    }
    g_hash_table_destroy(named);
}

GPtrArray *folder_list(const char *folder, gboolean *maildir) {
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    char *fresh = g_build_filename(folder, "new", NULL), *seen = g_build_filename(folder, "cur", NULL);
    *maildir = g_file_test(fresh, G_FILE_TEST_IS_DIR) && g_file_test(seen, G_FILE_TEST_IS_DIR);
    gboolean read = *maildir ? add_files(files, fresh) && add_files(files, seen) : add_files(files, folder);
    g_free(fresh);
    g_free(seen);
    if (!read) {
        g_ptr_array_unref(files);
        return NULL;
    }
    if (!*maildir)
        drop_named(files, folder);
    return files;
}
