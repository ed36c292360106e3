/* Record: what an archived result says was read, so that its ticket can be resolved again without the ticket itself.
 *
 * A result (run/result.h) holds what a person or another program wants to know. What match needs beside that stands under
 * its key "record": the readings of ambiguous details, what invoices say of their items, what other documents mention.
 * record_write() writes that key; record_read() makes a Reading of a whole result.
 *
 *     Record record;
 *     if (record_read(arena, result, &record, &why))
 *         outcome = pipeline_resolve_record(pipeline, &record, as_of, false);
 *
 * The Reading gives match and reply what the first one gave; texts, fields, and evidence are not in it. */
#ifndef RUN_RECORD_H
#define RUN_RECORD_H

#include "run/jsonout.h"
#include "run/memory.h"

struct json_t; /* jansson's */

/* The key "record" of the outcome; nothing for one that has no reading. */
void record_write(JsonOut *json, Arena *arena, const Reading *reading);

typedef struct RecordRow {
    Row row;
    size_t rows;     /* of which it is the sum */
    Date older;      /* stood there at that refresh only; year 0: stands there */
} RecordRow;

typedef struct Record {
    Arena *arena;
    const Reading *reading;
    Date as_of;
    Str partner_option;    /* what --partner gave, when that was where the partner came from; else absent */
    Marks marks;           /* what other tickets of its run said of it */
    VEC(RecordRow) rows;   /* what the dashboard showed of its purchases */
    bool no_dashboard;
    bool partner_unnamed;  /* no row of the dashboard named a partner */
    Str partner_of_rows;   /* the only partner of the dashboard, when that was where the partner came from; else absent */
} Record;

/* Everything in the arena; `result` may go. False and why when it cannot be resolved again: an older program's result that
 * lacks what is needed, or one of a ticket that could not be read. */
bool record_read(Arena *arena, const struct json_t *result, Record *out, Str *why);

/* The dashboard as the record knows it: the rows of its own purchases. `record` must live as long. */
RowLookup record_lookup(const Record *record);

#endif
