/* Mentions: every place where the ticket gives a value of a detail, before it is settled what the claim is.
 *
 * Readers (tabular.c, labelled.c, prose.c) add mentions in the order of the text; claims.c groups them to purchases and
 * settles each detail by role and rank. A Mention is never changed after it was added. */
#ifndef PARSERS_MENTION_H
#define PARSERS_MENTION_H

#include "model/model.h"
#include "parsers/lexicon.h"
#include "parsers/number.h"
#include "parsers/segment.h"
#include "parsers/when.h"

/* What the partner means by the value. */
typedef enum Role {
    ROLE_CLAIM,     /* said plainly */
    ROLE_EXPECTED,  /* said to be what should be there */
    ROLE_SHOWN,     /* said to be what the dashboard shows: never the claim */
    ROLE_DENIED,    /* "not 2019" */
    ROLE_BLANK      /* "Month: -": left open on purpose, so no other purchase's value holds here */
} Role;

/* How firmly the words bind the value to the detail. */
typedef enum Rank {
    RANK_WEAK = 1,   /* the only reading that is left, or the subject line */
    RANK_PROSE = 2,  /* by the words of the sentence */
    RANK_NEAR = 3,   /* by a word right beside it */
    RANK_LABEL = 4,  /* a field, a table cell */
    RANK_CORRECTION = 6 /* "sorry, 2020, not 2019" */
} Rank;

typedef struct Mention {
    Detail detail;    /* DETAIL_COUNT: the figure that replaces a denied one, whatever that was */
    Value value;
    Role role;
    Rank rank;
    bool ambiguous;   /* value may also be `other` */
    Value other;
    bool gross;       /* revenue with tax: counts only where no net one is given */
    bool net;         /* said to be without tax: amounts beside it that say nothing count for less */
    size_t at;        /* offset in the folded text: the order of reading */
    size_t item;      /* number of its sentence, line or row: what stands together */
    size_t paragraph; /* what blank lines part, in prose */
    size_t place;     /* 0 for prose; each table and each list of fields has its own */
    size_t record;    /* row or block within the place; 0 for prose */
    int month;        /* of a year: the month it was written with; 0 when it stood alone */
    bool total;       /* stands in a line of sums: of no single purchase where there are several */
    bool each;        /* "25 each": of every purchase in the list */
    bool lacks;       /* "5 KPIs are missing": a difference, where more was bought */
    bool listed;      /* a type of the catalogue: before any that is kept as written */
    bool joined;      /* a number in a list with the one before: "invoices A-1 and A-2" */
    bool settled;     /* of a purchase that is named only to say that it is fine */
    bool aside;       /* a part of another figure, or the whole of which a sentence tells the parts: of no purchase */
    bool refers;      /* "the latter": stands for a number that was told before */
    bool also;        /* "77 is missing, too": another purchase, however alike the numbers are */
    bool murky;       /* its sentence speaks of the dashboard or complains: may tell what is shown after all */
    Str raw;          /* as written */
    Evidence evidence;
} Mention;
typedef VEC(Mention) Mentions;

/* A reading in progress: what all readers share. */
typedef struct Reader {
    const Lexicon *lexicon;
    Arena *arena;
    Language language;
    NumberHabit numbers;
    WhenHabit dates;
    const Text *text;   /* that is read now */
    Source source;
    Str where;          /* name of the field or attachment; absent for the body */
    size_t item, paragraph, place, record; /* counters: what is read now */
    size_t places;      /* given out so far */
    bool murky;
    bool subject;       /* reads the subject line: everything is weak */
    bool spoke;         /* a detail was read in an earlier sentence ... */
    Detail spoken;      /* ... this one: "It should be 30." goes on about it */
    bool net_label;     /* the label of the field says net */
    size_t opens;       /* where the prose ends that stands right above a table or a list of fields; 0 for none */
    Role heading;       /* of the fields below a heading such as "On the dashboard:" */
    bool total;         /* the line says it is a sum */
    size_t invoiced;    /* the last sentence that spoke of invoices, and of no other paper behind them; its item */
    bool denied;        /* a figure was denied without a word for what it is */
    Mentions *out;
    Strs *excluded;     /* numbers that are other papers': folded */
} Reader;

/* Is a hit trusted in prose: of the ticket's language or of English? */
static inline bool reader_trusts(const Reader *reader, const Hit *hit) {
    return (hit->languages & (1u << reader->language | 1u << LANGUAGE_EN)) != 0;
}

Mention *mention_add(Reader *reader, Detail detail, Rank rank, Role role, size_t from, size_t to);

/* The currency and unit words that stand with a value are mentions of their own. */
void mention_currency(Reader *reader, Str iso, const Mention *beside);

/* What a table header or the name of a field says. */
typedef struct Header {
    Label label;     /* LABEL_COUNT when nothing known */
    Str currency;    /* "Revenue (EUR)" */
    Role role;       /* "KPI shown", "KPI expected" */
    bool gross, net;
    int power;       /* "Revenue (k€)", "売上（千円）": the power of ten that its figures are counted in */
} Header;
/* `language` settles what 元 and ¥ stand for. */
Header header_read(const Lexicon *lexicon, Arena *arena, Language language, Str raw);
/* The same of folded[from, to) of a text; looked up where the text is marked. */
Header header_in(const Lexicon *lexicon, Arena *arena, Language language, const Text *text, size_t from, size_t to);

/* Reads a field's or cell's value, folded[from, to) of reader->text, for a label. Adds mentions; false when the value
 * could not be read or is a placeholder; of the latter only that the detail was left open (ROLE_BLANK). */
bool field_read(Reader *reader, const Header *header, Role role, size_t from, size_t to);
/* The same, but for what the figures are counted in; only field_read() asks. */
bool field_value(Reader *reader, const Header *header, Role role, size_t from, size_t to);

/* The token of an invoice number that begins at `at`, with its end in *to; false when none is there. `loose` also takes
 * a short word of capitals before the digits ("RG 20.0917"). */
bool code_token(const Reader *reader, size_t at, size_t limit, bool loose, size_t *to);

/* *FS-900 771*, "FS-900 771": marks on both sides hold a number with blanks together. Is one marked so at `at`? */
bool code_marked(const Reader *reader, size_t at, size_t limit, size_t *to);

/* ---- the readers ---- */

/* Tables in lines [first, last): marks the lines that they take in `taken`. */
void tabular_read(Reader *reader, const Layout *layout, size_t first, size_t last, bool *taken);
/* Fields in the lines not taken; marks those that are nothing but fields. */
void labelled_read(Reader *reader, const Layout *layout, size_t first, size_t last, bool *taken);
/* Sentences of the lines not taken. */
void prose_read(Reader *reader, const Layout *layout, size_t first, size_t last, const bool *taken);
/* One stretch of text as prose. */
void prose_span(Reader *reader, size_t from, size_t to);

#endif
