/* Replay: what would be decided today of a ticket that was resolved before, and what is different about it.
 *
 * Both are results as programs read them (contract section 8), so all that another program or a partner would see is compared: the
 * decisions of the ticket and its purchases, findings with their values, effective values, the row, dates, and the draft. */
#ifndef REPORT_REPLAY_H
#define REPORT_REPLAY_H

#include "run/pipeline.h"

typedef struct ReplayLine {
    size_t index;   /* from 1 */
    Str number;     /* of its invoice; may be absent */
    Str was, is;    /* words of the decisions; the same where only a reason changed */
    Strs reasons;   /* what differs, in plain words */
} ReplayLine;
typedef VEC(ReplayLine) ReplayLines;

typedef struct Replay {
    Str id;
    Str cannot;     /* why it cannot be resolved again; then nothing stands below */
    Str was, is;    /* words of the ticket's decisions */
    Strs reasons;   /* of the ticket itself */
    ReplayLines lines; /* those that changed */
    bool draft;     /* the draft changed */
    Str draft_was, draft_is; /* absent where there was or is none */
} Replay;

/* Resolves the result (one line of NDJSON) again, in the arena of pipeline_begin(). `as_of` with year 0: the record's own day.
 * False and why when the text is no result. */
bool replay_result(Pipeline *pipeline, Str result, Date as_of, bool own_rows, Replay *out, Str *why);

bool replay_changed(const Replay *replay);

/* The first line of the draft that differs, as it was and as it is; absent where one ends before. */
void replay_first_difference(const Replay *replay, Str *was, Str *is);

#endif
