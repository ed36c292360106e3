#include "queue/message.h"

#include "run/feed.h"
#include "base/banned.h"

void message_add_item(FrameOut *out, const ReaderSays *says, const FeedItem *item) {
    frame_number(out, says->digest);
    frame_number(out, says->done);
    frame_number(out, says->total);
    frame_number(out, says->last);
    if (says->last)
        return;
    frame_number(out, item->form);
    frame_number(out, item->index);
    frame_number(out, item->line);
    frame_number(out, item->alone);
    frame_text(out, item->file);
    frame_text(out, item->folder);
    frame_text(out, item->error);
    frame_text(out, item->bytes);
}

ReaderSays message_take_item(FrameIn *in, Str *rest) {
    ReaderSays says = {.digest = frame_take_number(in)};
    says.done = frame_take_number(in);
    says.total = frame_take_number(in);
    says.last = frame_take_number(in) != 0;
    *rest = in->rest;
    return says;
}

static Str take_copy(FrameIn *in, Arena *arena) {
    Str text = frame_take_text(in);
    return str_given(text) ? arena_str(arena, text) : STR_NONE;
}

static FeedItem take_packed(FrameIn *in, Arena *arena) {
    FeedItem item = {.form = (TicketForm)frame_take_number(in)};
    item.index = frame_take_number(in);
    item.line = frame_take_number(in);
    item.alone = frame_take_number(in) != 0;
    item.file = take_copy(in, arena);
    item.folder = take_copy(in, arena);
    item.error = take_copy(in, arena);
    item.bytes = take_copy(in, arena);
    item.read_file = str_given(item.folder) ? feed_read_file : NULL;
    return item;
}

FeedItem message_item(Arena *arena, Str packed) {
    FrameIn in = {packed, false};
    return take_packed(&in, arena);
}

void message_add_marks(FrameOut *out, const Marks *marks) {
    frame_text(out, marks->duplicate_of);
    frame_text(out, marks->same_message_as);
    frame_number(out, marks->claimed.len);
    for (size_t i = 0; i < marks->claimed.len; i++) {
        frame_number(out, marks->claimed.items[i].line);
        frame_text(out, marks->claimed.items[i].ticket);
    }
}

static void take_marks(FrameIn *in, Arena *arena, Marks *marks) {
    *marks = (Marks){.duplicate_of = take_copy(in, arena)};
    marks->same_message_as = take_copy(in, arena);
    for (uint64_t n = frame_take_number(in); n && !in->bad; n--) {
        ClaimedLine *claimed = VEC_PUSH(arena, &marks->claimed);
        claimed->line = frame_take_number(in);
        claimed->ticket = take_copy(in, arena);
    }
}

void message_add_job(FrameOut *out, uint64_t number, Str marks, Str item) {
    static const Marks none;
    frame_begin(out);
    frame_number(out, number);
    if (str_given(marks))
        frame_rest(out, marks);
    else
        message_add_marks(out, &none);
    frame_rest(out, item);
    frame_end(out);
}

uint64_t message_take_job(FrameIn *in, Arena *arena, Marks *marks, FeedItem *item) {
    uint64_t number = frame_take_number(in);
    take_marks(in, arena, marks);
    *item = take_packed(in, arena);
    return number;
}

void message_add_answer(FrameOut *out, const QueueAnswer *answer, bool with_result) {
    const Trace *trace = &answer->trace;
    frame_number(out, answer->kind);
    frame_number(out, answer->unreadable);
    frame_number(out, answer->passing | (uint64_t)answer->stopped << 1);
    frame_number(out, answer->fatal);
    frame_text(out, answer->id);
    frame_text(out, answer->complaint);
    frame_text(out, answer->file);
    frame_number(out, trace->message);
    frame_number(out, trace->content);
    frame_number(out, trace->partner);
    frame_number(out, trace->numbers.len);
    for (size_t i = 0; i < trace->numbers.len; i++)
        frame_number(out, trace->numbers.items[i]);
    message_add_marks(out, &answer->marks);
    frame_number(out, answer->beside.len);
    for (size_t i = 0; i < answer->beside.len; i++) {
        frame_text(out, answer->beside.items[i].path);
        frame_number(out, answer->beside.items[i].digest);
    }
    frame_text(out, with_result ? answer->result : STR_NONE);
}

void message_take_answer(FrameIn *in, Arena *arena, QueueAnswer *answer) {
    *answer = (QueueAnswer){.kind = (unsigned)frame_take_number(in)};
    answer->unreadable = frame_take_number(in) != 0;
    uint64_t tried = frame_take_number(in);
    answer->passing = tried & 1;
    answer->stopped = tried & 2;
    answer->fatal = frame_take_number(in) != 0;
    answer->id = frame_take_text(in);
    answer->complaint = frame_take_text(in);
    answer->file = frame_take_text(in);
    answer->trace.message = frame_take_number(in);
    answer->trace.content = frame_take_number(in);
    answer->trace.partner = frame_take_number(in);
    for (uint64_t n = frame_take_number(in); n && !in->bad; n--)
        *VEC_PUSH(arena, &answer->trace.numbers) = frame_take_number(in);
    take_marks(in, arena, &answer->marks);
    for (uint64_t n = frame_take_number(in); n && !in->bad; n--) {
        BesideFile *file = VEC_PUSH(arena, &answer->beside);
        file->path = take_copy(in, arena);
        file->digest = frame_take_number(in);
    }
    answer->result = frame_take_text(in);
}
