#include "parsers/kind_proof.h"

#include "parsers/kind_title.h"
#include "base/banned.h"

enum {
    COVERED = 6,         /* "please find attached": a letter that comes with a paper */
    UNNAMED_SALE = 2,    /* an invoice number over a table of a sale and its tax */
    PASSES = 5,          /* a kind is told from here on */
    INVOICE_PASSES = 10, /* an invoice from here on: a title and a number, or a number and much support */
    INVOICE_LEAD = 3,    /* and so much before any other kind */
    FIRST_LEAD = 6,      /* ... or so much below the heading of a report or statement, which are of invoices */
    SALE_SIGNS = 3,      /* words that are usual on an invoice, where no heading names it */
    REQUEST_SIGNS = 2    /* what an order to the bank is filled in from, so many times */
};

/* Own numbers: an invoice number stands on little but an invoice; order numbers stand on everything. */
const int kind_number_weight[KIND_COUNT] = {[KIND_INVOICE] = 5,           [KIND_CREDIT_NOTE] = 6,
                                              [KIND_PROFORMA_INVOICE] = 6,  [KIND_ORDER_CONFIRMATION] = 3,
                                              [KIND_PURCHASE_ORDER] = 2,    [KIND_QUOTATION] = 2,
                                              [KIND_DELIVERY_NOTE] = 2,     [KIND_RECEIPT] = 3,
                                              [KIND_ACCOUNT_STATEMENT] = 4, [KIND_PARTNER_REPORT] = 3};

void kind_prove(Judgement *j, Kind kind, ProofRole role, int weight, Str words) {
    *VEC_PUSH(j->arena, &j->proofs) = (Proof){kind, role, weight, words};
    j->score[kind] += weight;
}

/* The best kind that an invoice cannot be at the same time; of `other` only its titles ("Remittance advice").
 */
static int best_rival(const Judgement *j) {
    int best = j->title[KIND_OTHER];
    for (int kind = 0; kind < KIND_OTHER; kind++) {
        bool joined = kind_goes_with_invoice((Kind)kind) && j->title[KIND_INVOICE] >= j->title[kind];
        if (kind != KIND_INVOICE && !joined && j->score[kind] > best)
            best = j->score[kind];
    }
    return best;
}

/* "Gutschrift" of one's customer, who writes the invoice in one's place; a negative one takes it back. */
static void take_self_billed(Judgement *j) {
    if (!j->self_billed || !j->either || j->corrects || j->shape.negative || j->headed[KIND_INVOICE] || j->sentences[KIND_CREDIT_NOTE])
        return;
    j->score[KIND_INVOICE] += j->title[KIND_CREDIT_NOTE] + (j->numbered[KIND_CREDIT_NOTE] ? kind_number_weight[KIND_INVOICE] : 0);
    j->title[KIND_INVOICE] = j->title[KIND_CREDIT_NOTE] > j->title[KIND_INVOICE] ? j->title[KIND_CREDIT_NOTE] : j->title[KIND_INVOICE];
    j->headed[KIND_INVOICE] = j->headed[KIND_CREDIT_NOTE];
    j->numbered[KIND_INVOICE] |= j->numbered[KIND_CREDIT_NOTE];
    j->score[KIND_CREDIT_NOTE] = j->title[KIND_CREDIT_NOTE] = 0;
}

static void take_invoice_proofs(Judgement *j, Kind kind) {
    for (size_t i = 0; i < j->proofs.len; i++) {
        Proof *proof = &j->proofs.items[i];
        if (proof->kind == KIND_INVOICE && (proof->role == PROOF_TITLE || proof->role == PROOF_NUMBER))
            proof->kind = kind;
    }
}

/* Nothing but a name that may mean either, above what an order to the bank is filled in from: it asks to pay, and the invoice
 * is still to come. */
static void take_request(Judgement *j) {
    if (j->firm || !j->requests || j->support[KIND_PROFORMA_INVOICE] < REQUEST_SIGNS)
        return;
    j->title[KIND_PROFORMA_INVOICE] = j->title[KIND_INVOICE];
    j->score[KIND_PROFORMA_INVOICE] += j->title[KIND_INVOICE];
    j->numbered[KIND_PROFORMA_INVOICE] |= j->numbered[KIND_INVOICE];
    j->denied[KIND_INVOICE] = true;
    take_invoice_proofs(j, KIND_PROFORMA_INVOICE);
    for (size_t i = 0; i < j->page->signs.len; i++) {
        const Sign *sign = &j->page->signs.items[i];
        if (sign->kind == KIND_PROFORMA_INVOICE && sign->cue == KIND_SUPPORT)
            kind_prove(j, sign->kind, PROOF_SENTENCE, 0, text_raw(&j->page->text, sign->from, sign->to));
    }
}

/* "Delivery note and invoice" is both, whatever is named first: then it is judged as the invoice. */
static void take_joint(Judgement *j) {
    for (int kind = 0; j->joint && kind < KIND_OTHER; kind++) {
        int more = j->title[kind] - j->title[KIND_INVOICE];
        if (kind == KIND_INVOICE || !kind_goes_with_invoice((Kind)kind))
            continue;
        j->score[KIND_INVOICE] += more > 0 ? more : 0;
        j->title[KIND_INVOICE] += more > 0 ? more : 0;
        j->score[kind] = j->score[kind] < j->score[KIND_INVOICE] ? j->score[kind] : j->score[KIND_INVOICE];
    }
}

/* References at the head ("Order no. 12") are no titles once a heading says invoice. */
static void drop_references(Judgement *j) {
    static const Kind quoted[] = {KIND_ORDER_CONFIRMATION, KIND_PURCHASE_ORDER, KIND_QUOTATION,
                                  KIND_DELIVERY_NOTE};
    for (size_t i = 0; i < sizeof quoted / sizeof *quoted && j->headed[KIND_INVOICE]; i++) {
        if (j->headed[quoted[i]])
            continue;
        j->score[quoted[i]] -= j->title[quoted[i]];
        j->title[quoted[i]] = 0;
    }
}

/* No heading at all, but an invoice number and two of: its tax, a table of what was sold, much of what is usual on an invoice. */
static bool is_unnamed_sale(const Judgement *j) {
    for (int kind = 0; kind <= KIND_OTHER; kind++)
        if (kind != KIND_INVOICE && (j->title[kind] || j->sentences[kind]))
            return false;
    bool usual = j->support[KIND_INVOICE] >= SALE_SIGNS;
    return j->numbered[KIND_INVOICE] && j->shape.taxed + j->shape.items + usual >= 2 && j->shape.greeting == SIZE_MAX && !j->to_come &&
           !j->listed && !j->concerned;
}

/* "We charge you for February ...", a letter below its own invoice number: nothing but a bill says so. */
static bool is_bill_in_words(const Judgement *j) {
    static const bool quoted[KIND_COUNT] = {[KIND_ORDER_CONFIRMATION] = true, [KIND_PURCHASE_ORDER] = true, [KIND_QUOTATION] = true,
                                            [KIND_DELIVERY_NOTE] = true,      [KIND_OTHER] = true}; /* papers that it refers to */
    for (int kind = 0; kind <= KIND_OTHER; kind++)
        if (kind != KIND_INVOICE && ((quoted[kind] ? j->headed[kind] : j->title[kind] >= TITLE_PART) || j->sentences[kind]))
            return false;
    return j->bill_number && j->sentences[KIND_INVOICE] + j->shape.taxed >= 2 && j->sentences[KIND_INVOICE] && !j->to_come && !j->listed &&
           !j->concerned;
}

/* Letters, reminders and lists bear invoice numbers and sums too. An invoice shows what was sold, or is
 * headed by its name alone; a letter that only names the invoice must show its table. */
static bool shows_sale(const Judgement *j) {
    const Shape *shape = &j->shape;
    bool letter = shape->greeting != SIZE_MAX;
    if (j->listed)
        return false;
    if (!j->headed[KIND_INVOICE] || j->title[KIND_INVOICE] < TITLE_LEADS * 3 / 4)
        return (j->numbered[KIND_INVOICE] && shape->items && (j->concerned || !letter)) || is_unnamed_sale(j) || is_bill_in_words(j);
    return shape->items || j->bare_heading || (shape->taxed && !letter);
}

/* Only what is beyond doubt an invoice passes: everything else is asked for again, which costs one mail. */
static bool invoice_passes(const Judgement *j) {
    int score = j->score[KIND_INVOICE] + (is_unnamed_sale(j) ? UNNAMED_SALE : 0);
    bool below = (j->first == KIND_PARTNER_REPORT || j->first == KIND_ACCOUNT_STATEMENT);
    if (below && j->first_full)
        return false; /* one invoice may be all that a statement has to tell */
    return !j->denied[KIND_INVOICE] && score >= INVOICE_PASSES && shows_sale(j) &&
           j->score[KIND_INVOICE] >= best_rival(j) + (below ? FIRST_LEAD : INVOICE_LEAD) && j->shape.amounts;
}

static Kind judge_plain(const Judgement *j) {
    Kind best = kind_best_but(j, KIND_COUNT);
    if (best == KIND_INVOICE) {
        bool covering = j->sentences[KIND_OTHER] &&
                        (!j->shape.items || j->score[KIND_OTHER] + COVERED > j->score[KIND_INVOICE]);
        if (!covering && invoice_passes(j))
            return KIND_INVOICE;
        best = kind_best_but(j, KIND_INVOICE);
        bool spoken_against = j->denied[KIND_INVOICE] || j->to_come || covering;
        bool reminds = best == KIND_ACCOUNT_STATEMENT && j->sentences[best] && !shows_sale(j);
        bool said_twice = j->sentences[best] > 1 && !j->headed[KIND_INVOICE];
        if (!spoken_against && !reminds && !said_twice && j->title[best] < TITLE_PART)
            return KIND_OTHER; /* an invoice by its words, but too little of one; the rest is only mentioned
                                */
    }
    if (best == KIND_PROFORMA_INVOICE && !j->title[best] && !j->numbered[best] && !j->headed[KIND_INVOICE] && !j->draft)
        return KIND_OTHER; /* "this is no invoice" is said of much else */
    if (best == KIND_OTHER || j->score[best] < PASSES || j->score[KIND_OTHER] > j->score[best])
        return KIND_OTHER;
    return best;
}

/* A table of details is the dashboard's, a report's, or the partner's own list; without a name it is the
 * list. */
static Kind judge_table(const Judgement *j, const TableFacts *table, Kind plain) {
    bool says_list = j->score[KIND_CLAIM_TABLE] > 0, says_dashboard = j->score[KIND_DASHBOARD_EXPORT] > 0;
    if (plain != KIND_OTHER && plain != KIND_INVOICE && plain != KIND_CLAIM_TABLE &&
        plain != KIND_DASHBOARD_EXPORT && j->title[plain] >= TITLE_PART &&
        j->score[plain] > j->score[KIND_CLAIM_TABLE])
        return plain;
    if (plain == KIND_ACCOUNT_STATEMENT && j->support[plain] >= 2 && !table->has_kpi)
        return plain;
    if (says_dashboard && j->score[KIND_DASHBOARD_EXPORT] > j->score[KIND_CLAIM_TABLE])
        return KIND_DASHBOARD_EXPORT;
    if (!says_list && table->named_dashboard && !table->has_expected)
        return KIND_DASHBOARD_EXPORT;
    return KIND_CLAIM_TABLE;
}

void kind_verdict(Judgement *j, Document *document) {
    if (j->shape.negative) {
        kind_prove(j, KIND_CREDIT_NOTE, PROOF_SENTENCE, KIND_AGAINST_WEIGHT, STR("a total below zero"));
        j->denied[KIND_INVOICE] = true;
    }
    take_self_billed(j);
    take_request(j);
    take_joint(j);
    drop_references(j);
    if (!j->is_table) /* without a table these words are only talk about one */
        j->score[KIND_CLAIM_TABLE] = j->score[KIND_DASHBOARD_EXPORT] = 0;
    document->kind = judge_plain(j);
    if (j->is_table)
        document->kind = judge_table(j, &j->table, document->kind);
    document->accepted = document->kind == KIND_INVOICE;
    document->self_billed = document->accepted && j->self_billed;
    document->reason = kind_reason(j, document->kind);
}
