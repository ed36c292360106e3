/* Frame: what the processes of a queue say to each other, and what its journal keeps: numbers and texts one behind the other.
 *
 *     FrameOut out = {g_string_new(NULL)};             Str frame;
 *     frame_begin(&out);                               while (stream_next(&stream, &frame)) {
 *     frame_number(&out, 7);                               FrameIn in = {frame};
 *     frame_text(&out, STR("T-1"));                        uint64_t n = frame_take_number(&in);
 *     frame_end(&out);                                     Str id = frame_take_text(&in); ... in.bad
 *
 * On a socket a frame has its length before it. Both sides are the same program; a frame that is not whole is a bug there, and
 * in a journal a damaged record: `bad` tells. */
#ifndef QUEUE_FRAME_H
#define QUEUE_FRAME_H

#include <glib.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/str.h"

typedef struct FrameOut {
    GString *bytes;
    size_t from; /* of the frame at hand */
} FrameOut;

void frame_begin(FrameOut *out);
void frame_number(FrameOut *out, uint64_t number);
void frame_text(FrameOut *out, Str text); /* an absent one stays absent */
void frame_rest(FrameOut *out, Str rest); /* the last of a frame, without a length of its own */
void frame_end(FrameOut *out);

typedef struct FrameIn {
    Str rest;
    bool bad; /* it ended too early */
} FrameIn;

uint64_t frame_take_number(FrameIn *in);
Str frame_take_text(FrameIn *in); /* a view */

/* The receiving end of a socket. */
typedef struct Stream {
    int fd;
    char *data;
    size_t start, end, cap;
} Stream;

void stream_close(Stream *stream); /* and the descriptor */
/* Reads what is there. 0 at the end, -1 with errno; waits only if the descriptor does. */
ssize_t stream_fill(Stream *stream);
/* The next whole frame, valid until stream_fill(); false when it is not here yet. */
bool stream_next(Stream *stream, Str *frame);
bool stream_has_frame(const Stream *stream);

/* All of it, waiting as long as it takes. False when the other side is gone. */
bool stream_send(int fd, Str bytes);

#endif
