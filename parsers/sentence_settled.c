/* "Invoice 501 is fine": purchases that are named to say that nothing is wrong with them. */
#include "parsers/sentence.h"

#include "base/banned.h"

/* Where the clause ends that begins at `from`: at a sign that parts, outside of brackets. */
static size_t clause_stop(Str s, size_t from, size_t to) {
    static const char *const wide[] = {"、", "；", "，"};
    int depth = 0;
    for (size_t at = from; at < to; at++) {
        depth += s.data[at] == '(';
        depth -= s.data[at] == ')';
        bool parts = (s.data[at] == ',' || s.data[at] == ';') && depth <= 0;
        for (size_t i = 0; i < 3 && !parts && depth <= 0; i++)
            parts = str_starts(str_sub(s, at, to), str_of(wide[i]));
        if (parts && !(s.data[at] == ',' && at + 1 < to && s.data[at + 1] >= '0' && s.data[at + 1] <= '9'))
            return at;
    }
    return to;
}

static size_t clause_start(Str s, size_t from, size_t at) {
    size_t start = from;
    for (size_t stop; (stop = clause_stop(s, start, at)) < at;)
        start = stop + 1;
    return start;
}

/* The invoice number that the words at the cue speak of: the last one before it, else the first behind it in its clause. */
static const Mention *number_of(const Sentence *sentence, size_t first, const Token *cue) {
    const Mentions *all = sentence->reader->out;
    size_t stop = clause_stop(sentence->s, cue->to, sentence->to);
    const Mention *before = NULL, *behind = NULL;
    for (size_t i = first; i < all->len; i++) {
        const Mention *m = &all->items[i];
        if (m->detail != DETAIL_INVOICE_NUMBER || m->role == ROLE_DENIED)
            continue;
        if (m->at < cue->from && (!before || m->at > before->at))
            before = m;
        if (m->at >= cue->to && m->at < stop && (!behind || m->at < behind->at))
            behind = m;
    }
    return before ? before : behind;
}

/* Words that say that something of it is wrong after all, or that it is fine no more. */
static bool is_disputed(const Sentence *sentence, size_t from, size_t to, const Token *cue) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        bool same = token->from >= cue->from && token->to <= cue->to; /* "is correct" also tells what is expected */
        if (token->kind != TOKEN_CUE || token->from < from || token->to > to || same)
            continue;
        if (token->key == CUE_SHOWN || token->key == CUE_EXPECTED || token->key == CUE_INSTEAD || token->key == CUE_CORRECTION)
            return true;
        if (token->key == CUE_NOT && token->to <= cue->from && gap_words(sentence->s, token->to, cue->from) == 0)
            return true;
    }
    Hits hits = {0};
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, from, to, LEX_BIT(LEX_INTENT), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == INTENT_WORD_COMPLAINT && reader_trusts(sentence->reader, &hits.items[i]) &&
            !(hits.items[i].from >= cue->from && hits.items[i].to <= cue->to)) /* "no problem" holds "problem" */
            return true;
    return false;
}

/* "Invoice 501 is correct but the KPI is missing" speaks of one purchase; with another number behind it, of two. */
static bool turns_to_another(const Sentence *sentence, size_t first, size_t turn) {
    const Mentions *all = sentence->reader->out;
    for (size_t i = first; i < all->len; i++)
        if (all->items[i].detail == DETAIL_INVOICE_NUMBER && all->items[i].at > turn)
            return true;
    return false;
}

static void settle_clause(Sentence *sentence, size_t first, const Token *cue) {
    const Mentions *all = sentence->reader->out;
    const Mention *number = number_of(sentence, first, cue);
    if (!number)
        return;
    size_t head = number->at < cue->from ? number->at : cue->from, tail = number->at < cue->from ? cue->to : number->at;
    for (size_t i = first; i < all->len; i++) /* "invoices 501 and 502 are fine" */
        if (number->joined && all->items[i].detail == DETAIL_INVOICE_NUMBER && all->items[i].at < head)
            head = all->items[i].at;
    size_t from = clause_start(sentence->s, sentence->from, head), to = clause_stop(sentence->s, tail, sentence->to);
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *turn = &sentence->tokens.items[i];
        if (is_cue(turn, CUE_CONTRAST) && turn->from >= tail && !turns_to_another(sentence, first, turn->to))
            return;
        if (is_cue(turn, CUE_CONTRAST) && turn->from >= tail && turn->from < to)
            to = turn->from;
    }
    if (is_disputed(sentence, from, to, cue))
        return;
    for (size_t i = first; i < all->len; i++)
        if (all->items[i].at >= from && all->items[i].at < to)
            all->items[i].settled = true;
}

void sentence_settled(Sentence *sentence, size_t first) {
    if (!sentence->has_cue[CUE_SETTLED] || (sentence->to > sentence->from && sentence->s.data[sentence->to - 1] == '?'))
        return;
    for (size_t i = 0; i < sentence->tokens.len; i++)
        if (is_cue(&sentence->tokens.items[i], CUE_SETTLED))
            settle_clause(sentence, first, &sentence->tokens.items[i]);
}
