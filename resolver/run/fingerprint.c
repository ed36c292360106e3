#include "run/fingerprint.h"

#include "base/banned.h"

void fingerprint_text(GChecksum *sum, Str text) {
    guint64 len = text.len;
    if (!sum)
        return;
    g_checksum_update(sum, (const guchar *)&len, sizeof len);
    g_checksum_update(sum, (const guchar *)text.data, (gssize)text.len);
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_folder(GChecksum *sum, GDir *folder, const char *path) {
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(folder));)
        if (*name != '.')
            g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, by_name);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *below = g_build_filename(path, names->pdata[i], NULL);
        fingerprint_text(sum, str_of(names->pdata[i]));
        fingerprint_path(sum, below);
    }
    g_ptr_array_unref(names);
}

void fingerprint_path(GChecksum *sum, const char *path) {
    g_autofree char *bytes = NULL;
    gsize len = 0;
    GDir *folder = sum ? g_dir_open(path, 0, NULL) : NULL;
    if (folder) {
        add_folder(sum, folder, path);
        g_dir_close(folder);
    } else if (sum) {
        bool good = g_file_get_contents(path, &bytes, &len, NULL);
        fingerprint_text(sum, good ? (Str){bytes, len} : STR("missing"));
    }
}
