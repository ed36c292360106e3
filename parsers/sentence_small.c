/* Ordinals in the place of invoice numbers, and the small words that tell how listed figures belong together. */
#include "parsers/hangul.h"
#include "parsers/sentence.h"

#include "base/banned.h"

#define KNOWN_MAX 12     /* numbers that ordinals are counted by */
#define BACK_SENTENCES 4 /* from an ordinal to the list that it counts */
#define BACK_MENTIONS 200

/* "In that order": the word for the paper belongs to the phrase. */
static void drop_orders(Sentence *sentence, const Hit *phrase) {
    size_t kept = 0;
    sentence->has_cue[CUE_ORDER] = false;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        bool order = is_cue(token, CUE_ORDER) || is_label(token, LABEL_ORDER_NUMBER);
        if (order && token->from >= phrase->from && token->from < phrase->to)
            continue;
        sentence->has_cue[CUE_ORDER] |= is_cue(token, CUE_ORDER);
        sentence->tokens.items[kept++] = *token;
    }
    sentence->tokens.len = kept;
}

void sentence_small_words(Sentence *sentence) {
    const Text *text = sentence->reader->text;
    Hits hits = {0};
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, text, sentence->from, sentence->to, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key >= SMALL_FIRST && hits.items[i].key <= SMALL_SAME && reader_trusts(sentence->reader, &hits.items[i]))
            *VEC_PUSH(sentence->reader->arena, &sentence->small) = hits.items[i];
    const Hit *phrase = sentence_small(sentence, sentence->from, sentence->to, SMALL_IN_ORDER, SMALL_IN_ORDER);
    if (phrase)
        drop_orders(sentence, phrase);
}

const Hit *sentence_small(const Sentence *sentence, size_t from, size_t to, SmallWord first, SmallWord last) {
    for (size_t i = 0; i < sentence->small.len; i++) {
        const Hit *hit = &sentence->small.items[i];
        if (hit->from >= from && hit->to <= to && hit->key >= (int)first && hit->key <= (int)last)
            return hit;
    }
    return NULL;
}

/* ---- ordinals ---- */

/* Invoice numbers told so far, each once, in the order of the text; indices of mentions. */
typedef struct Known {
    size_t at[KNOWN_MAX], n;
    size_t item; /* of the sentence that lists them */
} Known;

static bool put_known(const Mentions *said, Known *known, size_t i) {
    for (size_t k = 0; k < known->n; k++)
        if (detail_same(DETAIL_INVOICE_NUMBER, &said->items[known->at[k]].value, &said->items[i].value))
            return true;
    if (known->n == KNOWN_MAX)
        return false;
    size_t k = known->n++; /* words behind a number may have been read first */
    for (; k > 0 && said->items[known->at[k - 1]].item == said->items[i].item && said->items[known->at[k - 1]].at > said->items[i].at; k--)
        known->at[k] = known->at[k - 1];
    known->at[k] = i;
    return true;
}

static bool tells_number(const Mention *m, size_t before) {
    return m->detail == DETAIL_INVOICE_NUMBER && !m->place && m->rank >= RANK_NEAR && m->role == ROLE_CLAIM && !m->refers && m->at < before;
}

/* The numbers of the last sentence that lists several, not far back; else the two that the text has. */
static bool numbers_before(const Sentence *sentence, size_t before, Known *known) {
    const Mentions *said = sentence->reader->out;
    size_t from = said->len > BACK_MENTIONS ? said->len - BACK_MENTIONS : 0;
    for (size_t i = said->len; i-- > from && said->items[i].item + BACK_SENTENCES >= sentence->reader->item;) {
        if (!tells_number(&said->items[i], before))
            continue;
        *known = (Known){.item = said->items[i].item};
        for (size_t k = from; k <= i; k++)
            if (said->items[k].item == known->item && tells_number(&said->items[k], before) && !put_known(said, known, k))
                return false;
        if (known->n >= 2)
            return true;
    }
    *known = (Known){0};
    for (size_t i = from; i < said->len; i++)
        if (tells_number(&said->items[i], before) && !put_known(said, known, i))
            return false;
    return known->n == 2;
}

/* The number that the ordinal counts; known->n for none. */
static size_t counted(const Known *known, int key) {
    switch (key) {
    case SMALL_FIRST: return 0;
    case SMALL_SECOND: return known->n >= 2 ? 1 : known->n;
    case SMALL_THIRD: return known->n >= 3 ? 2 : known->n;
    case SMALL_FORMER: return known->n == 2 ? 0 : known->n;
    case SMALL_LATTER: return known->n == 2 ? 1 : known->n;
    default: return known->n;
    }
}

/* Behind the ordinal and the word for the paper: "the first invoice". */
static size_t behind_ordinal(const Sentence *sentence, const Hit *ordinal) {
    size_t end = ordinal->to;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->from >= end && (is_cue(token, CUE_INVOICE) || is_label(token, LABEL_INVOICE_NUMBER)) &&
            gap_words(sentence->s, end, token->from) == 0 && !gap_breaks(sentence->s, end, token->from))
            end = token->to;
    }
    return end;
}

/* "The first has", "der zweite:", "the first 25", and not "the first reminder": what follows is no name of another thing. */
static bool stands_alone(const Sentence *sentence, const Hit *ordinal) {
    size_t at = behind_ordinal(sentence, ordinal);
    Hit word;
    if (ordinal->key == SMALL_FORMER || ordinal->key == SMALL_LATTER)
        return true;
    if (at < sentence->to && at == ordinal->to && hangul_at(sentence->s, at)) /* 첫 번째는: a particle */
        return true;
    while (at < sentence->to && sentence->s.data[at] == ' ')
        at++;
    if (at >= sentence->to || strchr(",:(0123456789", sentence->s.data[at]))
        return at < sentence->to;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->from == at && (token->kind == TOKEN_NUMBER || is_cue(token, CUE_KPI) || is_cue(token, CUE_SETTLED) ||
                                  is_cue(token, CUE_EXPECTED) || is_label(token, LABEL_KPI_VALUE)))
            return true;
    }
    return lexicon_in(sentence->reader->lexicon, sentence->reader->text, sentence->to, at, LEX_LANGUAGE, &word) &&
           reader_trusts(sentence->reader, &word) && word.key != SMALL_OUT_OF;
}

/* The ordinals of the sentence that stand for numbers of `known`. False when one of them may count something else. */
static bool gather_ordinals(const Sentence *sentence, Hits *out) {
    bool any = false, all = true;
    for (size_t i = 0; i < sentence->small.len; i++) {
        const Hit *hit = &sentence->small.items[i];
        if (hit->key > SMALL_LATTER)
            continue;
        bool alone = stands_alone(sentence, hit);
        any |= alone;
        all &= alone || (out->len && any); /* "the first has 25, the second comprises 12" */
        *VEC_PUSH(sentence->reader->arena, out) = *hit;
    }
    return any && all;
}

/* Figures within an ordinal, 2件目, count nothing. */
static void use_figures(Sentence *sentence, const Hit *ordinal) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        if (token->kind == TOKEN_NUMBER && token->from >= ordinal->from && token->to <= ordinal->to)
            token->used = true;
    }
}

static void refer(Sentence *sentence, const Hit *ordinal, size_t said, bool joined) {
    Mentions *out = sentence->reader->out;
    Mention copy = out->items[said];
    copy.at = ordinal->from;
    copy.item = sentence->reader->item;
    copy.murky = sentence->reader->murky;
    copy.joined = joined;
    copy.settled = copy.also = false;
    copy.refers = true;
    *VEC_PUSH(sentence->reader->arena, out) = copy;
}

void sentence_references(Sentence *sentence) {
    Hits ordinals = {0};
    Known known;
    const Mentions *said = sentence->reader->out;
    const Hit *first = sentence_small(sentence, sentence->from, sentence->to, SMALL_FIRST, SMALL_LATTER);
    if (!first || sentence->reader->subject || !gather_ordinals(sentence, &ordinals) || !numbers_before(sentence, first->from, &known))
        return;
    for (size_t i = said->len; i-- > 0 && said->items[i].item == sentence->reader->item;)
        if (said->items[i].detail == DETAIL_INVOICE_NUMBER && said->items[i].at > first->from)
            return; /* "the first, A-1, the second, A-2" */
    for (size_t i = 0; i < ordinals.len; i++)
        if (counted(&known, ordinals.items[i].key) == known.n)
            return;
    for (size_t i = 0; i < ordinals.len; i++) {
        const Hit *ordinal = &ordinals.items[i];
        bool joined = i && sentence_only_joins(sentence, ordinals.items[i - 1].to, ordinal->from);
        use_figures(sentence, ordinal);
        refer(sentence, ordinal, known.at[counted(&known, ordinal->key)], joined);
    }
}
