#include "match/pair.h"

#include <stdlib.h>

#include "match/effective.h"
#include "base/banned.h"

/* A document as pairing sees it. */
typedef struct Paper {
    Document *document;
    Str own;       /* its own number, folded; empty when it has none */
    Strs numbers;  /* its own and those it quotes, folded */
    bool evidence; /* of an accepted kind */
    bool placed;   /* belongs to a line */
} Paper;

/* One number by which a line is known, folded. */
typedef struct Entry {
    Str number;
    Line *line;
} Entry;

typedef struct Pairing {
    Arena *arena;
    Arena *scratch; /* for the numbers found in texts; NULL before the first */
    const ProgrammeYear *year;
    const Lines *lines;
    VEC(Paper) papers;
    VEC(Entry) index; /* sorted by number */
} Pairing;

/* ---- lines by their numbers ---- */

/* A number that folds to nothing ("-", "000") is the number of nothing. */
static void index_add(Pairing *pairing, Str number, Line *line) {
    Str folded = number_fold(pairing->arena, number);
    if (!str_empty(folded))
        *VEC_PUSH(pairing->arena, &pairing->index) = (Entry){folded, line};
}

static int by_number(const void *a, const void *b) {
    return str_cmp(((const Entry *)a)->number, ((const Entry *)b)->number);
}

static void index_sort(Pairing *pairing) {
    if (pairing->index.len)
        qsort(pairing->index.items, pairing->index.len, sizeof(Entry), by_number);
}

/* The first entry of that number, or where it would stand. */
static size_t index_find(const Pairing *pairing, Str folded) {
    size_t from = 0, to = pairing->index.len;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (str_cmp(pairing->index.items[middle].number, folded) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static void place(Pairing *pairing, Paper *paper, Line *line) {
    Documents *documents = paper->evidence ? &line->accepted : &line->refused;
    bool there = documents->len && documents->items[documents->len - 1] == paper->document;
    if (!there)
        *VEC_PUSH(pairing->arena, documents) = paper->document;
    paper->placed = true;
}

/* False when no line is known by the number. */
static bool place_at_number(Pairing *pairing, Paper *paper, Str folded) {
    size_t first = index_find(pairing, folded), i = first;
    for (; i < pairing->index.len && str_eq(pairing->index.items[i].number, folded); i++)
        place(pairing, paper, pairing->index.items[i].line);
    return i > first;
}

/* ---- accepted invoices ---- */

static void place_by_number(Pairing *pairing, Paper *paper) {
    for (size_t i = 0; i < paper->numbers.len; i++)
        place_at_number(pairing, paper, paper->numbers.items[i]);
}

/* The invoices that wait for a line, told apart by number: a second copy of one is no second invoice. */
static size_t free_invoices(const Pairing *pairing, bool also_placed, const Paper **first) {
    size_t n = 0;
    *first = NULL;
    for (size_t i = 0; i < pairing->papers.len; i++) {
        const Paper *paper = &pairing->papers.items[i];
        if (!paper->evidence || (paper->placed && !also_placed))
            continue;
        bool copy = *first && !str_empty(paper->own) && str_eq((*first)->own, paper->own);
        n += !copy;
        if (!*first)
            *first = paper;
    }
    return n;
}

static void place_free(Pairing *pairing, Line *line) {
    for (size_t i = 0; i < pairing->papers.len; i++)
        if (pairing->papers.items[i].evidence && !pairing->papers.items[i].placed)
            place(pairing, &pairing->papers.items[i], line);
}

/* One line without a number and one invoice in the whole ticket. */
static void place_only(Pairing *pairing) {
    const Paper *first;
    const Claim *claim = pairing->lines->len == 1 ? pairing->lines->items[0]->claim : NULL;
    if (!claim || (claim->details.given | claim->ambiguous) & DETAIL_BIT(DETAIL_INVOICE_NUMBER))
        return;
    if (free_invoices(pairing, true, &first) == 1)
        place_free(pairing, pairing->lines->items[0]);
}

/* How many of period, type, units and revenue, that both give, differ. */
static int differences(const ProgrammeYear *year, const Details *claim, const Details *invoice) {
    bool period = effective_differs(year, DETAIL_MONTH, claim, invoice) ||
                  effective_differs(year, DETAIL_YEAR, claim, invoice);
    bool revenue = effective_differs(year, DETAIL_REVENUE_VALUE, claim, invoice) ||
                   (detail_given(claim, DETAIL_REVENUE_VALUE) &&
                    effective_differs(year, DETAIL_CURRENCY, claim, invoice));
    return period + effective_differs(year, DETAIL_OMLP_TYPE, claim, invoice) +
           effective_differs(year, DETAIL_PURCHASE_UNITS, claim, invoice) + revenue;
}

/* One line and one invoice left over: together if at most one of their values differs. */
static void place_left_over(Pairing *pairing) {
    Line *left = NULL;
    for (size_t i = 0; i < pairing->lines->len; i++) {
        if (pairing->lines->items[i]->accepted.len)
            continue;
        if (left)
            return;
        left = pairing->lines->items[i];
    }
    const Paper *paper;
    if (!left || free_invoices(pairing, false, &paper) != 1)
        return;
    Details invoice;
    effective_invoice(pairing->year, paper->document, &left->claim->details, &invoice);
    if (differences(pairing->year, &left->claim->details, &invoice) <= 1)
        place_free(pairing, left);
}

/* ---- all other documents ---- */

static bool can_belong(const Document *document) {
    switch (document->kind) {
    case KIND_OTHER:
        return !document->readable;
    case KIND_DASHBOARD_EXPORT:
    case KIND_CLAIM_TABLE:
        return false;
    default:
        return true;
    }
}

static bool is_token_end(char c) {
    return (unsigned char)c <= ' ' || c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '|' || c == '"';
}

static bool has_digit(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            return true;
    return false;
}

static void mention(Arena *arena, Document *document, Str folded) {
    for (size_t i = 0; i < document->mentions.len; i++)
        if (str_eq(document->mentions.items[i], folded))
            return;
    *VEC_PUSH(arena, &document->mentions) = arena_str(arena, folded);
}

/* Reports and statements list the numbers of invoices without any label: every word of the text is looked up. A document
 * that was read from a record has no text, but what it mentions. */
static void place_by_text(Pairing *pairing, Paper *paper) {
    Str text = str_sub(paper->document->text, 0, PAIR_TEXT_MAX);
    for (size_t i = 0; i < paper->document->mentions.len; i++)
        place_at_number(pairing, paper, paper->document->mentions.items[i]);
    for (size_t from = 0, to; pairing->index.len && from < text.len; from = to + 1) {
        for (to = from; to < text.len && !is_token_end(text.data[to]);)
            to++;
        Str token = str_sub(text, from, to);
        if (token.len < PAIR_NUMBER_LEAST || token.len > PAIR_NUMBER_MOST || !has_digit(token))
            continue;
        if (!pairing->scratch)
            pairing->scratch = arena_new();
        Str folded = number_fold(pairing->scratch, token);
        if (folded.len >= PAIR_NUMBER_LEAST && place_at_number(pairing, paper, folded))
            mention(pairing->arena, paper->document, folded);
        arena_clear(pairing->scratch);
    }
}

static void place_other(Pairing *pairing, Paper *paper) {
    place_by_number(pairing, paper);
    place_by_text(pairing, paper);
    if (paper->placed)
        return;
    for (size_t i = 0; i < pairing->lines->len; i++)
        if (!pairing->lines->items[i]->accepted.len)
            place(pairing, paper, pairing->lines->items[i]);
}

/* ---- all of it ---- */

static void papers_read(Pairing *pairing, const Documents *documents) {
    for (size_t i = 0; i < documents->len; i++) {
        Document *document = documents->items[i];
        bool evidence = document->accepted && programme_accepts(pairing->year, document->kind);
        if (!evidence && !can_belong(document))
            continue;
        Paper *paper = VEC_PUSH(pairing->arena, &pairing->papers);
        *paper = (Paper){.document = document, .evidence = evidence};
        paper->own = number_fold(pairing->arena, document->number);
        *VEC_PUSH(pairing->arena, &paper->numbers) = paper->own;
        for (size_t j = 0; j < document->quotes.len; j++)
            *VEC_PUSH(pairing->arena, &paper->numbers) = number_fold(pairing->arena, document->quotes.items[j]);
    }
}

/* A line is known by its number, or by every reading that its number could be. */
static void index_claims(Pairing *pairing) {
    for (size_t i = 0; i < pairing->lines->len; i++) {
        Line *line = pairing->lines->items[i];
        const Claim *claim = line->claim;
        const Strs *readings = &claim->readings[DETAIL_INVOICE_NUMBER];
        if (detail_given(&claim->details, DETAIL_INVOICE_NUMBER))
            index_add(pairing, claim->details.value[DETAIL_INVOICE_NUMBER].text, line);
        for (size_t j = 0; claim->ambiguous & DETAIL_BIT(DETAIL_INVOICE_NUMBER) && j < readings->len; j++)
            index_add(pairing, readings->items[j], line);
    }
    index_sort(pairing);
}

/* A credit note or a report may quote the invoice's own number where the partner wrote another. */
static void index_invoices(Pairing *pairing) {
    for (size_t i = 0; i < pairing->lines->len; i++) {
        Line *line = pairing->lines->items[i];
        for (size_t j = 0; j < line->accepted.len; j++)
            index_add(pairing, line->accepted.items[j]->number, line);
    }
    index_sort(pairing);
}

void pair_documents(Arena *arena, const ProgrammeYear *year, const Documents *documents, const Lines *lines) {
    Pairing pairing = {.arena = arena, .year = year, .lines = lines};
    papers_read(&pairing, documents);
    index_claims(&pairing);
    for (size_t i = 0; i < pairing.papers.len; i++)
        if (pairing.papers.items[i].evidence)
            place_by_number(&pairing, &pairing.papers.items[i]);
    place_only(&pairing);
    place_left_over(&pairing);
    index_invoices(&pairing);
    for (size_t i = 0; i < pairing.papers.len; i++)
        if (!pairing.papers.items[i].evidence)
            place_other(&pairing, &pairing.papers.items[i]);
    arena_free(&pairing.scratch);
}
