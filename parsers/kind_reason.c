#include "parsers/kind_proof.h"

#include "base/buf.h"
#include "base/banned.h"

Kind kind_best_but(const Judgement *j, Kind not_this) {
    Kind best = KIND_OTHER;
    for (int kind = 0; kind < KIND_OTHER; kind++)
        if (kind != (int)not_this && !j->denied[kind] &&
            (best == KIND_OTHER || j->score[kind] > j->score[best]))
            best = (Kind)kind;
    return best;
}

static void reason_add(Buf *buf, const Proof *proof) {
    static const char *const lead[] = {"the title says ", "the subject says ", "it bears a number as ", "",
                                       ""};
    if (buf->len)
        buf_add(buf, STR("; "));
    buf_printf(buf, "%s\"" STR_FMT "\"", lead[proof->role], STR_ARG(proof->words));
}

/* The weightiest proofs of a kind, in the order of the text; at most `max` of either direction. */
static void reason_of(const Judgement *j, Kind kind, bool against, size_t max, Buf *buf) {
    size_t said = 0;
    for (size_t i = 0; i < j->proofs.len && said < max; i++) {
        const Proof *proof = &j->proofs.items[i];
        bool repeated = false;
        for (size_t k = 0; k < i; k++)
            repeated |= j->proofs.items[k].kind == kind && j->proofs.items[k].role == proof->role && str_eq(j->proofs.items[k].words, proof->words);
        for (size_t k = i + 1; k < j->proofs.len && proof->role == PROOF_TITLE; k++) /* only a better title was added to one */
            repeated |= j->proofs.items[k].kind == kind && j->proofs.items[k].role == PROOF_TITLE;
        if (proof->kind != kind || (proof->weight < 0) != against || repeated ||
            str_find(buf_str(buf), proof->words) >= 0)
            continue;
        reason_add(buf, proof);
        said++;
    }
}

static Str reason_other(const Judgement *j) {
    Buf words = {.arena = j->arena};
    Kind nearest = kind_best_but(j, KIND_COUNT);
    if (j->score[KIND_OTHER] > 0) {
        reason_of(j, KIND_OTHER, false, 2, &words);
        return buf_str(&words);
    }
    if (j->denied[KIND_INVOICE] || (nearest == KIND_INVOICE && j->score[KIND_INVOICE] > 0))
        nearest = KIND_INVOICE;
    if (nearest == KIND_OTHER || (j->score[nearest] <= 0 && !j->denied[nearest]))
        return STR("nothing in it says what it is");
    Buf reason = {.arena = j->arena};
    buf_printf(&reason, "too little says that it is %s", kind_word(nearest));
    reason_of(j, nearest, false, 2, &words);
    if (words.len)
        buf_printf(&reason, " (" STR_FMT ")", STR_ARG(buf_str(&words)));
    if (nearest == KIND_INVOICE && !j->numbered[KIND_INVOICE])
        buf_add(&reason, STR("; it bears no invoice number"));
    if (nearest == KIND_INVOICE && !j->shape.amounts)
        buf_add(&reason, STR("; it shows no total"));
    Buf against = {.arena = j->arena};
    reason_of(j, nearest, true, 2, &against);
    if (against.len)
        buf_printf(&reason, "; against it speaks " STR_FMT, STR_ARG(buf_str(&against)));
    return buf_str(&reason);
}

Str kind_reason(const Judgement *j, Kind kind) {
    Buf buf = {.arena = j->arena};
    if (kind == KIND_OTHER)
        return reason_other(j);
    reason_of(j, kind, false, 3, &buf);
    if (kind != KIND_INVOICE)
        reason_of(j, KIND_INVOICE, true, 1, &buf);
    if (kind == KIND_CLAIM_TABLE || kind == KIND_DASHBOARD_EXPORT)
        buf_printf(&buf, "%sa table with the columns \"" STR_FMT "\"", buf.len ? "; " : "",
                   STR_ARG(j->table.header));
    return buf_str(&buf);
}
