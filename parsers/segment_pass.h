/* What the passes over the lines of a body share (segment.c): quoted mails, signatures, pasted documents. */
#ifndef PARSERS_SEGMENT_PASS_H
#define PARSERS_SEGMENT_PASS_H

#include "parsers/segment.h"

typedef struct SegmentPass {
    const Lexicon *lexicon;
    Arena *arena;
    const Ticket *ticket;
    Layout *layout;
    Zone *zone;      /* of every line */
    int *depth;
    bool *forwarded;
    Str name;        /* the requester's, folded */
    size_t judged;   /* stretches so far that were asked whether they are a document */
} SegmentPass;

void segment_paint(SegmentPass *p, size_t first, size_t last, Zone zone, int depth, bool forwarded);

/* Quoted mails: lines that begin with ">", and whole mails below a header block, a mark or an attribution. */
void segment_quotes(SegmentPass *p);
/* A forwarded mail is a document; so is a quoted one under a forwarding subject, the first time. */
void segment_passed_on(SegmentPass *p);
/* Documents pasted below a ruled line, below the signature, or from a title on. */
void segment_pasted(SegmentPass *p);

/* The content of a line, and the number of words in it. */
Str segment_line(const Layout *layout, const TextLine *line);
size_t segment_words(Str s);
/* Does a mail word of these keys (bits) begin the line? *end goes behind it. */
bool segment_begins(const Lexicon *lexicon, Arena *arena, const Layout *layout, const TextLine *line, unsigned wanted,
                    size_t *end);
bool segment_colon_follows(Str s, size_t at);
bool segment_is_closing(const SegmentPass *p, size_t n);
bool segment_is_own_name(const SegmentPass *p, size_t n);
/* How many of these lines are fields? */
size_t segment_fields(const Lexicon *lexicon, const Layout *layout, size_t first, size_t last);

#endif
