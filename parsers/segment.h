/* Segments: which part of the body is what. Marked, never cut (contract section 3): quoted mails, signatures and
 * disclaimers stay in the text, they only count for less. */
#ifndef PARSERS_SEGMENT_H
#define PARSERS_SEGMENT_H

#include "model/model.h"
#include "parsers/lexicon.h"
#include "parsers/text.h"

/* A stretch of the folded text. */
typedef struct Span {
    size_t from, to;
} Span;

/* One line of the folded text, without its newline. */
typedef struct TextLine {
    Span span;
    Span content; /* without blanks, ">" marks and bullets */
    int quotes;   /* ">" marks at its start */
    bool bullet;
    bool empty;
    unsigned groups; /* LEX_BITs of the phrases that begin in it */
    unsigned mail;   /* 1u << MailWord of those that may; a phrase that goes on in the next line may hide any */
} TextLine;
typedef VEC(TextLine) TextLines;

typedef struct Part {
    Zone zone;
    Span span;       /* of the folded text; whole lines */
    size_t first, last; /* lines [first, last) */
    int depth;       /* of quotation */
    bool forwarded;  /* ZONE_QUOTED or ZONE_DOCUMENT under a forwarding mark */
} Part;
typedef VEC(Part) Parts;

typedef struct Layout {
    Text text;
    Text subject; /* of the ticket, marked as the text is; from segment_text() on */
    TextLines lines;
    Parts parts; /* in order, covering every line */
} Layout;

void layout_read(const Lexicon *lexicon, Arena *arena, Str raw, Layout *out);

/* Divides the body into parts. Subject and requester help: a forwarding prefix, the sender's name under a mail. */
void segment_text(const Lexicon *lexicon, Arena *arena, const Ticket *ticket, Layout *layout);

/* Is the line one field: a label of a detail, a separator, a value? Used to tell a list of details from a signature. */
bool line_is_field(const Lexicon *lexicon, const Layout *layout, const TextLine *line);

#endif
