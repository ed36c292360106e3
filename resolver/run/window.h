/* Window: the bytes of one open input, as a stretch that grows at its end and is cut at its front.
 *
 * Tickets are sliced off the front, so the window is never larger than one ticket and a chunk, whatever the size of the
 * input. The window moves in memory with every fill: keep offsets, not pointers. */
#ifndef RUN_WINDOW_H
#define RUN_WINDOW_H

#include <stdbool.h>

#include "base/str.h"

#define WINDOW_MAX ((size_t)512 * 1024 * 1024) /* a window never grows beyond: no ticket is larger */

typedef struct Window {
    int fd;
    char *data;
    size_t start, end, cap; /* the window is data[start, end) */
    size_t lines;           /* newlines cut off so far */
    bool ended;             /* nothing more will come */
    bool too_large;         /* the window is full */
    int failure;            /* errno of a failed read; the input has ended then */
} Window;

void window_open(Window *input, int fd);
void window_close(Window *input); /* closes the descriptor, unless it is standard input */

Str window_view(const Window *input);
bool window_fill(Window *input);            /* false: the window did not grow, see ended and too_large */
void window_need(Window *input, size_t n);  /* until the window has n bytes, or all there are */
void window_cut(Window *input, size_t n);   /* n bytes off the front */
/* The offset of the byte in the window, from `from` on, filling as needed; -1 when it does not come. */
ptrdiff_t window_find_char(Window *input, size_t from, char c);

#endif
