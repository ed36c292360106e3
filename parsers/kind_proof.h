/* Proofs: what speaks for and against each kind while a paper is judged, and the words that say so. Filled in
 * by parsers/kind.c, weighed by parsers/kind_verdict.c, told in words by parsers/kind_reason.c. */
#ifndef PARSERS_KIND_PROOF_H
#define PARSERS_KIND_PROOF_H

#include "parsers/kind_shape.h"
#include "parsers/kind_table.h"

typedef enum ProofRole { PROOF_TITLE, PROOF_SUBJECT, PROOF_NUMBER, PROOF_SENTENCE, PROOF_AGAINST } ProofRole;

typedef struct Proof {
    Kind kind;
    ProofRole role;
    int weight;
    Str words;
} Proof;
typedef VEC(Proof) Proofs;

typedef struct Judgement {
    const Page *page;
    Arena *arena;
    int score[KIND_COUNT];
    int title[KIND_COUNT]; /* the best title's weight, part of score */
    int support[KIND_COUNT];
    int sentences[KIND_COUNT];
    bool numbered[KIND_COUNT]; /* a number of its own was counted */
    bool denied[KIND_COUNT];   /* "this is not an invoice" */
    bool self_billed;          /* "we settle your deliveries ourselves" */
    bool either;               /* a heading names what may be a credit note or a self-billed invoice ... */
    bool corrects;             /* ... or nothing but a credit note or a correction */
    bool firm;                 /* a title or number names an invoice by a word that means nothing else */
    bool requests;             /* ... or by one that also means a request to pay */
    bool draft;                /* "Pro forma" in a line of its own */
    bool to_come;              /* "your invoice will follow" */
    bool titled;               /* a full title was met */
    Kind first;                /* what the first heading of all names; KIND_INVOICE without one */
    bool first_full;           /* and it says nothing else, nor does its line name an invoice */
    bool headed[KIND_COUNT];   /* a heading names it: no reference, no subject of a letter */
    bool bill_number;          /* its number as an invoice stands in the head of the paper, above any greeting */
    bool joint;                /* one heading names an invoice and what it may be besides */
    bool bare_heading;         /* and the first one of all names an invoice, in large letters or alone */
    bool concerned;            /* the subject of a letter names an invoice */
    bool listed;               /* a column of it holds numbers of invoices */
    bool mentioned;     /* it lists papers, by column or by line; a final invoice does so with prepayments */
    unsigned languages; /* the paper's own and English; all when nothing tells */
    Shape shape;
    TableFacts table;
    bool is_table;
    Proofs proofs;
} Judgement;

#define KIND_AGAINST_WEIGHT 8 /* of words that say what a paper is not */

/* Own numbers: an invoice number stands on little but an invoice; order numbers stand on everything. */
extern const int kind_number_weight[KIND_COUNT];
void kind_prove(Judgement *j, Kind kind, ProofRole role, int weight, Str words);
/* Sets kind, accepted and reason by all that was proved. (kind_verdict.c) */
void kind_verdict(Judgement *j, Document *document);

/* The best kind but that one and those denied; KIND_OTHER when there is none. KIND_COUNT leaves none out. */
Kind kind_best_but(const Judgement *j, Kind not_this);

/* The data inside a paper says invoice (`data`), its pages were `seen` otherwise: do they refuse it? They say that they are none, or
 * are headed as another kind, or are those of another paper. (parsers/kind_data.c) */
bool kind_pages_refuse(const Judgement *j, const Document *data, const Document *seen);

/* The words that decided it, quoted from the paper (contract section 8, "reason"); in the judgement's arena.
 */
Str kind_reason(const Judgement *j, Kind kind);

#endif
