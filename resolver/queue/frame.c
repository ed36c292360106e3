#include "queue/frame.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/banned.h"

#define CHUNK     ((size_t)128 * 1024)
#define KEPT      ((size_t)1024 * 1024) /* a larger buffer is given back when it is empty */
#define LENGTH    sizeof(uint64_t)
#define ABSENT    UINT64_MAX            /* as the length of a text */

/* ---- out ---- */

void frame_begin(FrameOut *out) {
    out->from = out->bytes->len;
    frame_number(out, 0);
}

void frame_number(FrameOut *out, uint64_t number) {
    g_string_append_len(out->bytes, (const char *)&number, sizeof number);
}

void frame_text(FrameOut *out, Str text) {
    frame_number(out, str_given(text) ? text.len : ABSENT);
    frame_rest(out, text);
}

void frame_rest(FrameOut *out, Str rest) {
    if (rest.len)
        g_string_append_len(out->bytes, rest.data, (gssize)rest.len);
}

void frame_end(FrameOut *out) {
    uint64_t len = out->bytes->len - out->from - LENGTH;
    memcpy(out->bytes->str + out->from, &len, sizeof len);
}

bool stream_send(int fd, Str bytes) {
    while (bytes.len) {
        ssize_t n = send(fd, bytes.data, bytes.len, MSG_NOSIGNAL);
        if (n < 0 && errno != EINTR)
            return false;
        bytes = str_sub(bytes, n > 0 ? (size_t)n : 0, bytes.len);
    }
    return true;
}

/* ---- in ---- */

uint64_t frame_take_number(FrameIn *in) {
    uint64_t number = 0;
    in->bad = in->bad || in->rest.len < sizeof number;
    if (in->bad)
        return 0;
    memcpy(&number, in->rest.data, sizeof number);
    in->rest = str_sub(in->rest, sizeof number, in->rest.len);
    return number;
}

Str frame_take_text(FrameIn *in) {
    uint64_t len = frame_take_number(in);
    if (len == ABSENT)
        return STR_NONE;
    in->bad = in->bad || len > in->rest.len;
    if (in->bad)
        return STR_NONE;
    Str text = str_sub(in->rest, 0, len);
    in->rest = str_sub(in->rest, len, in->rest.len);
    return text;
}

void stream_close(Stream *stream) {
    if (stream->fd >= 0)
        close(stream->fd);
    g_free(stream->data);
    *stream = (Stream){.fd = -1};
}

/* The length of the frame at the front, with the number before it; 0 when not even that is here. */
static size_t wanted(const Stream *stream) {
    uint64_t len;
    if (stream->end - stream->start < LENGTH)
        return 0;
    memcpy(&len, stream->data + stream->start, sizeof len);
    return (size_t)len + LENGTH;
}

/* Room for a chunk, or for all of a large frame that has begun. */
static void make_room(Stream *stream) {
    size_t have = stream->end - stream->start, need = MAX(wanted(stream), have + CHUNK);
    if (have == 0 && stream->cap > KEPT) {
        g_clear_pointer(&stream->data, g_free);
        stream->cap = 0;
    }
    if (have && stream->start)
        memmove(stream->data, stream->data + stream->start, have);
    stream->start = 0;
    stream->end = have;
    if (need > stream->cap) {
        stream->cap = need;
        stream->data = g_realloc(stream->data, need);
    }
}

ssize_t stream_fill(Stream *stream) {
    make_room(stream);
    ssize_t n = read(stream->fd, stream->data + stream->end, stream->cap - stream->end);
    stream->end += n > 0 ? (size_t)n : 0;
    return n;
}

bool stream_has_frame(const Stream *stream) {
    size_t need = wanted(stream);
    return need && stream->end - stream->start >= need;
}

bool stream_next(Stream *stream, Str *frame) {
    if (!stream_has_frame(stream))
        return false;
    size_t need = wanted(stream);
    *frame = (Str){stream->data + stream->start + LENGTH, need - LENGTH};
    stream->start += need;
    return true;
}
