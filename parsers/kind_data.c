#include "parsers/kind_proof.h"

#include "base/banned.h"

#define DENIAL_WORDS 8 /* of the cell in which pages deny what their data says */

/* A title or a number of its own says that it is something else, though not what. */
static bool names_other(const Judgement *j) {
    for (size_t i = 0; i < j->proofs.len; i++) {
        const Proof *proof = &j->proofs.items[i];
        if (proof->kind != KIND_INVOICE && proof->weight > 0 && (proof->role == PROOF_TITLE || proof->role == PROOF_NUMBER))
            return true;
    }
    return false;
}

static bool is_within(Str raw, Str words) {
    return words.data >= raw.data && words.data + words.len <= raw.data + raw.len;
}

static bool ends_cell(Str raw, size_t at) {
    return raw.data[at] == '\n' || (raw.data[at] == ' ' && at + 1 < raw.len && raw.data[at + 1] == ' ');
}

/* Words of the cell in which a stretch of the raw text stands. A line that begins with a small letter goes on with a sentence:
 * then there are too many. */
static size_t words_around(Str raw, size_t from, size_t to) {
    size_t n = 1;
    while (to < raw.len && !ends_cell(raw, to))
        to++;
    while (from > 0 && !ends_cell(raw, from - 1))
        from--;
    for (size_t i = from; i < to; i++)
        n += raw.data[i] == ' ';
    bool goes_on = from > 1 && raw.data[from - 1] == '\n' && raw.data[from - 2] != '\n' && raw.data[from] >= 'a' && raw.data[from] <= 'z';
    return goes_on ? n + DENIAL_WORDS : n;
}

/* "This is not an invoice", as a sentence of its own; within a longer one it may be about another. */
static bool denies(const Judgement *j) {
    Str raw = j->page->text.raw;
    for (size_t i = 0; j->denied[KIND_INVOICE] && i < j->proofs.len; i++) {
        const Proof *proof = &j->proofs.items[i];
        size_t from = (size_t)(proof->words.data - raw.data);
        if (proof->kind == KIND_INVOICE && proof->role == PROOF_AGAINST && is_within(raw, proof->words) &&
            words_around(raw, from, from + proof->words.len) <= DENIAL_WORDS)
            return true;
    }
    return false;
}

bool kind_pages_refuse(const Judgement *j, const Document *data, const Document *seen) {
    bool gives_credit = seen->kind == KIND_CREDIT_NOTE && !data->self_billed;
    if (seen->kind == KIND_INVOICE)
        return false;
    if (denies(j))
        return true;
    if (seen->kind != KIND_OTHER)
        return j->headed[seen->kind] && (seen->kind != KIND_CREDIT_NOTE || gives_credit);
    return names_other(j) &&
           str_find(number_fold(j->arena, j->page->text.folded), number_fold(j->arena, data->number)) < 0;
}
