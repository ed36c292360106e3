/* Entry: what a report keeps of one result (a line of `resolve --format ndjson`, contract section 8).
 *
 * Keys that are not known are passed over, so results of later programs can be read; keys that an older program did not
 * write are absent. A text that is no result is refused with a reason, never half read. */
#ifndef REPORT_ENTRY_H
#define REPORT_ENTRY_H

#include "model/model.h"

/* Whose turn it is, once the draft is sent. */
#define WAIT_LIST(X)                                                                                                   \
    X(WAIT_PERSON, "person")       /* to be looked at: review, a draft that was withheld, a ticket that was not read */  \
    X(WAIT_DATA_TEAM, "data_team") /* escalate_adjustment */                                                           \
    X(WAIT_PARTNER, "partner")     /* was asked for details or an invoice */                                           \
    X(WAIT_CALENDAR, "calendar")   /* await_refresh */                                                                 \
    X(WAIT_NOBODY, "nobody")       /* answered, sent again, or no answer is due */
#define WAIT_ENUM(name, word) name,
typedef enum Wait { WAIT_LIST(WAIT_ENUM) WAIT_COUNT } Wait;
#undef WAIT_ENUM

typedef struct EntryLine {
    Decision decision;
    unsigned findings;    /* 1u << FindingCode */
    Details effective;
    Details dashboard;    /* of the row; nothing given when there was none */
    Date displayed_from;  /* year 0 unless the period is not displayed yet */
    bool has_invoice;     /* an accepted invoice belongs to it */
} EntryLine;
typedef VEC(EntryLine) EntryLines;

typedef struct Entry {
    Str file;             /* the results file ("-": standard input) and its line, 1-based */
    size_t line;
    Str id;
    Str source;           /* the file the ticket came from; may be absent */
    Str error;            /* why the ticket could not be read; then nothing stands below */
    Str duplicate_of;     /* id of the ticket that this one repeats; may be absent */
    Str subject, received, partner_id, requester_name, requester_email; /* may be absent */
    Date as_of;
    Str language;         /* of the reply */
    Intent intent;
    Decision decision;
    bool has_reply, send, withheld;
    bool no_dashboard;    /* resolved without any: that no row was found says nothing */
    unsigned refused[KIND_COUNT]; /* documents that were not accepted, by kind */
    unsigned unreadable;  /* those of them that could not be opened */
    EntryLines lines;
} Entry;

/* Everything is copied into the arena. False, and why, when the text is no result. */
bool entry_read(Arena *arena, Str text, Entry *out, Str *why);

/* A digest of what a ticket and the same sent again have in common: the first's id, sender, partner, subject, purchases. */
uint64_t entry_content(Arena *scratch, const Entry *entry);

Wait entry_wait(const Entry *entry);
const char *wait_word(Wait wait);
/* Month and year of the purchase, as it is taken to be; year 0 when unknown. */
Date entry_period(const Details *details);
static inline bool entry_found(const EntryLine *line, FindingCode code) {
    return (line->findings & 1u << code) != 0;
}

#endif
