#include "cli/marked.h"

#include <stdlib.h>

#include "cli/english.h"
#include "base/banned.h"

/* A value and the stretch of Ticket.text that it was read from. */
typedef struct Mark {
    size_t from, to;
    Str label;
} Mark;
typedef VEC(Mark) MarkVec;

static bool in_text(const Evidence *evidence) {
    return evidence->to > evidence->from;
}

static void collect_claims(Arena *arena, const Reading *reading, MarkVec *marks) {
    for (size_t i = 0; i < reading->claims.len; i++) {
        const Claim *claim = reading->claims.items[i];
        for (Detail detail = 0; detail < DETAIL_COUNT; detail++) {
            const Evidence *evidence = &claim->evidence[detail];
            if (!in_text(evidence))
                continue;
            Str label = str_of(english_detail(detail));
            if (reading->claims.len > 1)
                label = arena_printf(arena, STR_FMT " of purchase %zu", STR_ARG(label), i + 1);
            *VEC_PUSH(arena, marks) = (Mark){evidence->from, evidence->to, label};
        }
    }
}

static int by_place(const void *a, const void *b) {
    const Mark *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to > y->to ? -1 : 1;
    return str_cmp(x->label, y->label);
}

/* Marks that overlap become one that names both: "[January 2020 = month, year]". */
static void unite(Arena *arena, MarkVec *marks) {
    size_t kept = 0;
    if (marks->len)
        qsort(marks->items, marks->len, sizeof *marks->items, by_place);
    for (size_t i = 0; i < marks->len; i++) {
        Mark *last = kept ? &marks->items[kept - 1] : NULL, *mark = &marks->items[i];
        if (!last || mark->from >= last->to) {
            marks->items[kept++] = *mark;
            continue;
        }
        last->to = mark->to > last->to ? mark->to : last->to;
        if (str_find(last->label, mark->label) < 0)
            last->label = arena_printf(arena, STR_FMT ", " STR_FMT, STR_ARG(last->label), STR_ARG(mark->label));
    }
    marks->len = kept;
}

static MarkVec collect(Arena *arena, const Reading *reading) {
    MarkVec marks = {0};
    collect_claims(arena, reading, &marks);
    if (in_text(&reading->partner_evidence))
        *VEC_PUSH(arena, &marks) =
            (Mark){reading->partner_evidence.from, reading->partner_evidence.to, STR("partner ID")};
    for (Listing listing = 0; listing < LISTING_COUNT; listing++) {
        const Evidence *evidence = &reading->listing_evidence[listing];
        if (in_text(evidence))
            *VEC_PUSH(arena, &marks) = (Mark){evidence->from, evidence->to, str_of(english_listing(listing))};
    }
    unite(arena, &marks);
    return marks;
}

static const char *zone_name(Zone zone) {
    static const char *const names[] = {
        [ZONE_NEW] = "what the sender wrote",
        [ZONE_SIGNATURE] = "signature",
        [ZONE_DISCLAIMER] = "disclaimer",
        [ZONE_QUOTED] = "quoted: an earlier mail",
        [ZONE_DOCUMENT] = "a document in the text",
    };
    return names[zone];
}

/* Ticket.text from one byte to another, with the marks that begin there. */
static void add_stretch(Buf *buf, Str text, size_t from, size_t to, const MarkVec *marks, size_t *next,
                        const Style *style) {
    while (*next < marks->len && marks->items[*next].from < to) {
        const Mark *mark = &marks->items[*next];
        text_add_safe(buf, str_sub(text, from, mark->from));
        buf_printf(buf, "%s[", style->good);
        text_add_safe(buf, str_sub(text, mark->from, mark->to));
        buf_printf(buf, "%s%s = " STR_FMT "%s%s]%s", style->off, style->faint, STR_ARG(mark->label), style->off,
                   style->good, style->off);
        from = mark->to;
        ++*next;
    }
    text_add_safe(buf, str_sub(text, from, to));
}

void marked_text(Buf *buf, const Outcome *outcome, const Style *style) {
    const Ticket *ticket = outcome->ticket;
    MarkVec marks = collect(outcome->arena, outcome->reading);
    size_t next = 0, done = 0;
    for (size_t i = 0; i < ticket->segments.len; i++) {
        const Segment *segment = &ticket->segments.items[i];
        size_t end = segment->to > done ? segment->to : done;
        buf_printf(buf, "%s%s--- %s ---%s\n", buf->len && buf->data[buf->len - 1] != '\n' ? "\n" : "", style->faint,
                   zone_name(segment->zone), style->off);
        if (next < marks.len && marks.items[next].from < end && marks.items[next].to > end)
            end = marks.items[next].to;
        add_stretch(buf, ticket->text, done, end, &marks, &next, style);
        done = end;
    }
    add_stretch(buf, ticket->text, done, ticket->text.len, &marks, &next, style);
    if (buf->len && buf->data[buf->len - 1] != '\n')
        buf_add_char(buf, '\n');
}

static void elsewhere(Buf *buf, const char *what, size_t purchase, const Evidence *evidence) {
    if (evidence->source == SOURCE_NONE || in_text(evidence))
        return;
    buf_printf(buf, "  - %s", what);
    if (purchase)
        buf_printf(buf, " of purchase %zu", purchase);
    buf_printf(buf, ": from %s", english_source(evidence->source));
    if (!str_empty(evidence->where)) {
        buf_add(buf, STR(" \""));
        text_add_safe(buf, evidence->where);
        buf_add_char(buf, '"');
    }
    buf_add(buf, STR(": \""));
    text_add_safe(buf, evidence->text);
    buf_add(buf, STR("\"\n"));
}

void marked_elsewhere(Buf *buf, const Outcome *outcome) {
    const Reading *reading = outcome->reading;
    for (size_t i = 0; i < reading->claims.len; i++)
        for (Detail detail = 0; detail < DETAIL_COUNT; detail++)
            elsewhere(buf, english_detail(detail), reading->claims.len > 1 ? i + 1 : 0,
                      &reading->claims.items[i]->evidence[detail]);
    elsewhere(buf, "partner ID", 0, &outcome->resolution->partner_evidence);
    for (Listing listing = 0; listing < LISTING_COUNT; listing++)
        elsewhere(buf, english_listing(listing), 0, &reading->listing_evidence[listing]);
}
