/* Doubt: two values of which the sender himself does not know the right one. */
#include "parsers/sentence.h"

#include "base/banned.h"

#define SENTENCES_BACK 2 /* "Our system says 1,890. Accounting says 1,980. We do not know which is right." */

static bool is_spoken(const Sentence *sentence, const Mention *mention, size_t back) {
    return mention->place == sentence->reader->place && mention->item + back >= sentence->reader->item &&
           mention->role != ROLE_DENIED && mention->role != ROLE_BLANK;
}

/* "either 12 or 14", "12 or 14 units": a figure beside one that was read is another value of the same detail. */
static void read_alternatives(Sentence *sentence) {
    const Mentions *out = sentence->reader->out;
    for (size_t i = 1; i < sentence->tokens.len; i++) {
        const Token *pair = &sentence->tokens.items[i - 1];
        if (pair[0].kind != TOKEN_NUMBER || pair[1].kind != TOKEN_NUMBER || pair[0].used == pair[1].used ||
            pair[0].money || pair[1].money || gap_words(sentence->s, pair[0].outer_to, pair[1].outer_from) > 1)
            continue;
        const Token *read = pair[0].used ? &pair[0] : &pair[1];
        for (size_t m = out->len; m-- > 0 && out->items[m].item == sentence->reader->item;)
            if (out->items[m].at == read->outer_from && detail_is_number(out->items[m].detail)) {
                sentence_add_value(sentence, pair[0].used ? i : i - 1, out->items[m].detail, RANK_NEAR);
                break;
            }
    }
}

/* Do the last sentences give two values of the detail? */
static bool is_open(const Sentence *sentence, Detail detail, size_t back) {
    const Mentions *out = sentence->reader->out;
    const Mention *one = NULL;
    for (size_t m = out->len; m-- > 0 && out->items[m].item + back >= sentence->reader->item;) {
        const Mention *mention = &out->items[m];
        if (mention->detail != detail || !is_spoken(sentence, mention, back))
            continue;
        if (one && !detail_same(detail, &one->value, &mention->value))
            return true;
        one = mention;
    }
    return false;
}

/* None of them is shown or expected: each may be right. */
static void leave_open(Sentence *sentence, Detail detail, size_t back) {
    Mentions *out = sentence->reader->out;
    for (size_t m = out->len; m-- > 0 && out->items[m].item + back >= sentence->reader->item;) {
        Mention *mention = &out->items[m];
        bool beside = detail == DETAIL_REVENUE_VALUE && mention->detail == DETAIL_CURRENCY;
        if ((mention->detail != detail && !beside) || !is_spoken(sentence, mention, back))
            continue;
        mention->role = ROLE_CLAIM;
        mention->murky = false;
        if (mention->rank < RANK_NEAR || mention->rank == RANK_CORRECTION)
            mention->rank = RANK_NEAR;
    }
}

/* "The invoice and another paper are attached, which one counts?": of papers, where the sentence gives no figure. */
static bool is_of_papers(const Sentence *sentence) {
    bool paper = false;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->kind == TOKEN_NUMBER && !token->word) /* "one of the two" */
            return false;
        if (is_cue(token, CUE_UNSURE))
            break;
        paper |= is_cue(token, CUE_INVOICE) || is_cue(token, CUE_ORDER) || is_label(token, LABEL_INVOICE_NUMBER);
    }
    return paper && !sentence->has_cue[CUE_KPI] && !sentence->has_cue[CUE_REVENUE];
}

void sentence_doubt(Sentence *sentence) {
    static const Detail details[] = {DETAIL_PURCHASE_UNITS, DETAIL_KPI_VALUE, DETAIL_REVENUE_VALUE};
    if (!sentence->has_cue[CUE_UNSURE] || sentence->has_cue[CUE_INSTEAD] || sentence->reader->subject ||
        is_of_papers(sentence))
        return;
    read_alternatives(sentence);
    bool found = false;
    for (size_t back = 0; back <= SENTENCES_BACK && !found; back++)
        for (size_t i = 0; i < sizeof details / sizeof *details; i++)
            if (is_open(sentence, details[i], back)) {
                leave_open(sentence, details[i], back);
                found = true;
            }
}
