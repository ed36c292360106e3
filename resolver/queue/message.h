/* Message: the frames of a queue: the reader's items, the jobs of workers, their answers. */
#ifndef QUEUE_MESSAGE_H
#define QUEUE_MESSAGE_H

#include "queue/frame.h"
#include "queue/queue.h"

/* What the reader says before an item, and alone at the end of the input. */
typedef struct ReaderSays {
    uint64_t digest;      /* of the ticket as it came; 0: there is none */
    uint64_t done, total; /* of the input */
    bool last;            /* no item follows */
} ReaderSays;

void message_add_item(FrameOut *out, const ReaderSays *says, const FeedItem *item);
/* *rest: the packed item, as a job carries it. */
ReaderSays message_take_item(FrameIn *in, Str *rest);

void message_add_job(FrameOut *out, uint64_t number, Str marks, Str item);
uint64_t message_take_job(FrameIn *in, Arena *arena, Marks *marks, FeedItem *item);
FeedItem message_item(Arena *arena, Str packed);

void message_add_marks(FrameOut *out, const Marks *marks);

void message_add_answer(FrameOut *out, const QueueAnswer *answer, bool with_result);
/* Texts are views of the frame; lists in the arena. */
void message_take_answer(FrameIn *in, Arena *arena, QueueAnswer *answer);

#endif
