#include "run/window.h"

#include <errno.h>
#include <glib.h>
#include <unistd.h>

#include "base/banned.h"

#define CHUNK ((size_t)64 * 1024)

void window_open(Window *input, int fd) {
    *input = (Window){.fd = fd};
}

void window_close(Window *input) {
    if (input->fd > STDIN_FILENO)
        close(input->fd);
    g_free(input->data);
    *input = (Window){.fd = -1, .ended = true};
}

Str window_view(const Window *input) {
    return (Str){input->data ? input->data + input->start : "", input->end - input->start};
}

/* Room for one more chunk at the end: by moving the window to the front when that is cheap, else by growing. */
static void make_room(Window *input) {
    size_t len = input->end - input->start;
    if (input->cap - input->end >= CHUNK)
        return;
    if (input->start >= len && input->start >= CHUNK) {
        memmove(input->data, input->data + input->start, len);
        input->start = 0;
        input->end = len;
        return;
    }
    input->cap = input->cap * 2 + CHUNK;
    input->data = g_realloc(input->data, input->cap);
}

bool window_fill(Window *input) {
    if (input->ended)
        return false;
    if (input->end - input->start >= WINDOW_MAX) {
        input->too_large = true;
        return false;
    }
    make_room(input);
    size_t room = input->cap - input->end;
    ssize_t got;
    do
        got = read(input->fd, input->data + input->end, room);
    while (got < 0 && errno == EINTR);
    if (got <= 0) {
        input->ended = true;
        input->failure = got < 0 ? errno : 0;
        return false;
    }
    input->end += (size_t)got;
    return true;
}

void window_need(Window *input, size_t n) {
    while (input->end - input->start < n && window_fill(input))
        continue;
}

void window_cut(Window *input, size_t n) {
    const char *from = input->data + input->start, *to = from + n;
    while (n && (from = memchr(from, '\n', (size_t)(to - from)))) {
        input->lines++;
        from++;
    }
    input->start += n;
}

ptrdiff_t window_find_char(Window *input, size_t from, char c) {
    for (;;) {
        Str view = window_view(input);
        ptrdiff_t at = str_find_char(str_sub(view, from, view.len), c);
        if (at >= 0)
            return at + (ptrdiff_t)from;
        from = view.len;
        if (!window_fill(input))
            return -1;
    }
}
