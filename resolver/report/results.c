#define _POSIX_C_SOURCE 200809L
#include "report/results.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <unistd.h>

#include "run/window.h"
#include "base/banned.h"

#define BOM "\xEF\xBB\xBF"

struct Results {
    const char *const *paths;
    size_t n, next;
    const char *path; /* of the open file */
    bool open;
    Window window;
    size_t cut;       /* bytes of the line that was given out last */
    size_t line;
};

Results *results_open(const char *const *paths, size_t n) {
    static const char *const standard_input[] = {"-"};
    Results *results = g_new0(Results, 1);
    results->paths = n ? paths : standard_input;
    results->n = n ? n : 1;
    return results;
}

void results_free(Results **results) {
    if (*results && (*results)->open)
        window_close(&(*results)->window);
    g_clear_pointer(results, g_free);
}

static bool open_next(Results *results, ResultsItem *item) {
    results->path = results->paths[results->next++];
    bool standard = g_str_equal(results->path, "-");
    int fd = standard ? STDIN_FILENO : open(results->path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        *item = (ResultsItem){.file = results->path, .error = g_strerror(errno)};
        return false;
    }
    window_open(&results->window, fd);
    results->open = true;
    results->cut = results->line = 0;
    return true;
}

/* False at the end of the file; then *item may tell of a failure. */
static bool next_line(Results *results, ResultsItem *item) {
    Window *window = &results->window;
    window_cut(window, results->cut);
    ptrdiff_t end = window_find_char(window, 0, '\n');
    Str view = window_view(window);
    results->line++;
    *item = (ResultsItem){.file = results->path, .line = results->line};
    if (end < 0 && (window->too_large || window->failure)) {
        item->error = window->too_large ? "the line is too long for a result" : g_strerror(window->failure);
        return false;
    }
    results->cut = end < 0 ? view.len : (size_t)end + 1;
    item->text = str_sub(view, 0, end < 0 ? view.len : (size_t)end);
    if (results->line == 1 && str_starts(item->text, STR(BOM)))
        item->text = str_sub(item->text, strlen(BOM), item->text.len);
    return results->cut > 0;
}

bool results_next(Results *results, ResultsItem *item) {
    for (;;) {
        *item = (ResultsItem){0};
        if (!results->open) {
            if (results->next == results->n)
                return false;
            if (!open_next(results, item))
                return true;
        }
        if (next_line(results, item)) {
            if (!str_empty(str_trim(item->text)))
                return true;
            continue;
        }
        window_close(&results->window);
        results->open = false;
        if (item->error)
            return true;
    }
}
