/* Pipeline: the way of one ticket, from bytes to the draft: FeedItem -> Ticket -> Reading -> Resolution -> Reply.
 *
 * A Pipeline holds what lives as long as the run (lexicon, templates, programme, dashboard) and the arena of the ticket
 * that is being worked on. It is what the commands and the library both use. Not for use by several threads at once.
 *
 *     Pipeline *pipeline = pipeline_open(&options, warnings, &error);
 *     const Outcome *outcome = pipeline_resolve(pipeline, item);
 *     ... outcome->resolution->decision ...
 *     pipeline_free(&pipeline); */
#ifndef RUN_PIPELINE_H
#define RUN_PIPELINE_H

#include <glib.h>

#include "base/buf.h"
#include "model/model.h"
#include "parsers/ticket.h"
#include "run/memory.h"
#include "run/record.h"
#include "run/dashboards.h"

typedef struct PipelineOptions {
    const char *data;              /* data directory; NULL: found (run/datadir.h) */
    const char *templates;         /* folder of reply templates; NULL: those of the data directory */
    const char *const *dashboards; /* paths and addresses, NULL at the end; NULL when there are none */
    const char *snapshot;          /* of the store among them: a date or a number; NULL: the newest */
    const DashboardFetch *fetch;   /* brings those by address; NULL: they are refused */
    Date as_of;                    /* the day on which the reply is written; year 0: today */
    const char *partner;           /* for tickets that name none; NULL when not given */
    bool without_ocr;              /* text in pictures is not read */
    Language language;             /* of the replies; LANGUAGE_UNKNOWN: each ticket's own */
    bool with_settings;            /* pipeline_settings() will be asked for: all that is read is hashed */
} PipelineOptions;

/* What became of one ticket; all in `arena`, until the next one is begun or the pipeline is freed. */
typedef struct Outcome {
    Arena *arena;
    Str id;                       /* always there */
    Str error;                    /* why it could not be read; absent when it was, else all below is NULL */
    bool passing;                 /* what went wrong is of the moment, not of the ticket: another try may do better */
    bool fatal;                   /* and so it is for every other ticket: the dashboard cannot be read any more */
    bool stopped;                 /* the time for a document was over: another try with more of the machine may do better */
    const Ticket *ticket;
    const Reading *reading;
    const Resolution *resolution;
    const Reply *reply;           /* NULL: none is due, or it was withheld */
    Str withheld;                 /* why a draft was withheld: it said what the record does not; else absent */
    Str duplicate_of;             /* the id of the ticket that this one repeats: no second reply is drafted; else absent */
    Str same_message_as;          /* the id of the ticket that came as the same message with other content; else absent */
    Trace trace;                  /* what the memory of the run keeps of it */
} Outcome;

/* CPU nanoseconds by stage, summed over the tickets of a run; see pipeline_profile(). */
typedef struct Profile {
    int64_t parse, read, match, reply;
} Profile;

typedef struct Pipeline Pipeline;

/* NULL and an error when a dashboard, the templates, the lexicon or the programme cannot be used. `warnings` (may be
 * NULL) gets a char * "file:line: why" for each dashboard row that was left out, and what else
 * should be known of a dashboard. */
Pipeline *pipeline_open(const PipelineOptions *options, GPtrArray *warnings, GError **error);
void pipeline_free(Pipeline **pipeline);

/* Everything that changes results, as lines "name: value": the day, the partner, ...; contents as their digests. */
const char *pipeline_settings(const Pipeline *pipeline);

/* The arena for the next ticket, emptied: what the last Outcome held is gone. Feeds make their item in it. */
Arena *pipeline_begin(Pipeline *pipeline);
/* `item` was made in the arena of pipeline_begin(). */
const Outcome *pipeline_resolve(Pipeline *pipeline, const FeedItem *item);

/* Several processes may share the work of a run: after fork() the child calls pipeline_forked(), which lets go of what
 * belongs to the parent, and resolves from then on without remembering. Who has all outcomes in the order of the input (the
 * parent) passes their traces to its memory, and where that makes marks, has the ticket resolved again with them. */
void pipeline_forked(Pipeline *pipeline);
Memory *pipeline_memory(const Pipeline *pipeline);
void pipeline_remember_by(Pipeline *pipeline, DigestKey key); /* before the first ticket: the key of all digests, where it is kept */
const Outcome *pipeline_resolve_marked(Pipeline *pipeline, const FeedItem *item, const Marks *marks); /* NULL: none yet */
/* The ticket of an archived result again, made in the arena of pipeline_begin(); as of that day. `own_rows`: with the dashboard
 * rows that the record knows instead of the pipeline's. */
const Outcome *pipeline_resolve_record(Pipeline *pipeline, const Record *record, Date as_of, bool own_rows);
/* The outcome of a ticket at which another process died. */
const Outcome *pipeline_lost(Pipeline *pipeline, const FeedItem *item, Str why);

/* The draft of the last outcome as a mail ready to send (reply/message.h), in its arena; absent without a draft. */
Str pipeline_mail(const Pipeline *pipeline);

/* From now on keep how each rule was tried (Line.steps); only `explain` asks for it. */
void pipeline_keep_steps(Pipeline *pipeline);

/* Start measuring into `profile`, NULL to stop. */
void pipeline_profile(Pipeline *pipeline, Profile *profile);

#endif
