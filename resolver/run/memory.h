/* Memory: what the tickets of a run have to do with each other.
 *
 * - claimed_elsewhere (contract section 6): an earlier ticket of another partner claimed the same invoice.
 * - The same ticket sent again: it is answered once, and the later one is linked to the first. The same is: the same sender,
 *   partner, subject (without "Re:" and its like), text, fields and attachments. A ticket without a known sender is never the
 *   same as another.
 * - The same Message-ID from the same sender and partner with other content: relays and "edit as new" do that. Both are answered, the
 *   later one is linked.
 *
 * A ticket leaves a Trace of digests; asked in the order of the input, the memory answers each with its Marks. Both are
 * small and may cross processes. Texts and tables lie in nameless files beyond a few megabytes (run/digests.h). */
#ifndef RUN_MEMORY_H
#define RUN_MEMORY_H

#include "base/digest.h"
#include "model/model.h"

typedef struct Trace {
    uint64_t message, content; /* the ticket itself; 0: it can be the same as no other */
    uint64_t partner;          /* 0: not known */
    VEC(uint64_t) numbers;     /* the invoice that each line claims; 0: none */
} Trace;

/* A line whose invoice another partner claimed before. */
typedef struct ClaimedLine {
    size_t line; /* counted from 0 */
    Str ticket;  /* the id of the first ticket that did; absent when nobody knows */
} ClaimedLine;

typedef struct Marks {
    Str duplicate_of;    /* the id of the first ticket of which this is a repetition; absent when there is none */
    Str same_message_as; /* the id of the first ticket that came as this message, with other content; likewise */
    VEC(ClaimedLine) claimed;
} Marks;

static inline bool marks_any(const Marks *marks) {
    return str_given(marks->duplicate_of) || str_given(marks->same_message_as) || marks->claimed.len;
}

typedef struct Memory Memory;

Memory *memory_new(DigestKey key);
void memory_free(Memory **memory);
DigestKey memory_key(const Memory *memory);

/* A new trace: what the lines claim. */
void trace_claims(Arena *arena, DigestKey key, const Resolution *resolution, Trace *trace);
/* Add what the ticket itself is; without it no ticket is the same as another. */
void trace_ticket(Arena *arena, DigestKey key, const Resolution *resolution, Trace *trace);
/* What earlier tickets say of this one; then remembers it. */
void memory_pass(Memory *memory, Arena *arena, Str id, const Trace *trace, Marks *marks);
/* The findings of the marks at the lines. */
void marks_apply(Arena *arena, const Marks *marks, Resolution *resolution);

#endif
