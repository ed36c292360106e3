/* "25 units each", "50 in total": what a figure beside a list of invoices is the figure of. */
#include "parsers/sentence.h"

#include "base/banned.h"

#define SAID_MAX 200 /* mentions that may lie between a list of figures and the numbers that they are of */

bool sentence_lists(const Sentence *sentence) {
    const Mentions *said = sentence->reader->out;
    for (size_t i = said->len; i-- > 0 && said->items[i].item == sentence->reader->item;)
        if (said->items[i].joined && said->items[i].detail == DETAIL_INVOICE_NUMBER)
            return true;
    return false;
}

bool sentence_knows_numbers(const Sentence *sentence) {
    const Mentions *said = sentence->reader->out;
    const Mention *first = NULL;
    for (size_t i = said->len; i-- > 0 && said->len - i <= SAID_MAX;) {
        const Mention *m = &said->items[i];
        if (m->detail != DETAIL_INVOICE_NUMBER)
            continue;
        if (first && !detail_same(DETAIL_INVOICE_NUMBER, &first->value, &m->value))
            return true;
        first = m;
    }
    return false;
}

static bool is_figure_detail(Detail detail) {
    return detail == DETAIL_PURCHASE_UNITS || detail == DETAIL_KPI_VALUE || detail == DETAIL_REVENUE_VALUE;
}

/* The cue right behind the figure or right before it, other words for what is counted between. */
static bool has_beside(const Sentence *sentence, size_t n, Cue cue) {
    const Token *figure = &sentence->tokens.items[n];
    size_t end = figure->outer_to;
    for (size_t i = n + 1; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->from < end && (!is_cue(token, cue) || is_counter(sentence, token)))
            continue;
        if (token->kind == TOKEN_NUMBER || gap_words(sentence->s, end, token->from) > 1 || gap_has(sentence->s, end, token->from, ',') ||
            (cue == CUE_LACK && gap_breaks(sentence->s, end, token->from))) /* "invoice 502 (12 MOC, KPI 4) is missing" */
            break;
        if (is_cue(token, cue))
            return true;
        end = token->to;
    }
    for (size_t i = n; i-- > 0;) {
        const Token *token = &sentence->tokens.items[i];
        if (token->kind == TOKEN_NUMBER || token->kind == TOKEN_WHEN || gap_words(sentence->s, token->to, figure->outer_from) > 1 ||
            gap_has(sentence->s, token->to, figure->outer_from, ',') ||
            (cue == CUE_LACK && gap_breaks(sentence->s, token->to, figure->outer_from)))
            break;
        if (is_cue(token, cue))
            return true;
    }
    return false;
}

/* "A-1 (25 dMOC) and A-2 (12 MOC), KPI 37 together": the only figure of its kind in the sentence, behind its numbers. */
static bool stands_behind_numbers(const Sentence *sentence, size_t first, const Mention *figure) {
    const Mentions *said = sentence->reader->out;
    size_t numbers = 0;
    for (size_t i = first; i < said->len; i++) {
        const Mention *m = &said->items[i];
        if ((m->detail == figure->detail && m != figure) || (m->detail == DETAIL_INVOICE_NUMBER && m->at > figure->at))
            return false;
        numbers += m->detail == DETAIL_INVOICE_NUMBER;
    }
    return numbers >= 2;
}

/* Before several figures それぞれ and 각각 deal them out, one for each. */
static bool is_only_one(const Sentence *sentence, size_t first, const Mention *figure) {
    const Mentions *said = sentence->reader->out;
    for (size_t i = first; i < said->len; i++)
        if (said->items[i].detail == figure->detail && said->items[i].at != figure->at && !said->items[i].total)
            return false;
    return true;
}

void sentence_shares(Sentence *sentence, size_t first) {
    Mentions *said = sentence->reader->out;
    bool lists = sentence_lists(sentence);
    if (!lists && !(sentence->has_cue[CUE_TOTAL] && sentence_knows_numbers(sentence)))
        return;
    for (size_t i = first; i < 2 * said->len - first; i++) { /* sums first: beside them a figure is still the only one */
        bool sums = i < said->len;
        Mention *mention = &said->items[sums ? i : i - said->len + first];
        for (size_t n = 0; n < sentence->tokens.len && is_figure_detail(mention->detail); n++) {
            if (sentence->tokens.items[n].kind != TOKEN_NUMBER || sentence->tokens.items[n].from != mention->at)
                continue;
            mention->total |= sums && (lists || stands_behind_numbers(sentence, first, mention)) && has_beside(sentence, n, CUE_TOTAL);
            mention->each |= !sums && lists && (has_beside(sentence, n, CUE_EACH) ||
                                       (has_beside(sentence, n, CUE_SHARED) && is_only_one(sentence, first, mention)));
        }
    }
}

void sentence_lacks(Sentence *sentence, size_t first) {
    Mentions *said = sentence->reader->out;
    for (size_t i = first; i < said->len && sentence->has_cue[CUE_LACK]; i++)
        for (size_t n = 0; n < sentence->tokens.len && is_figure_detail(said->items[i].detail); n++)
            if (sentence->tokens.items[n].kind == TOKEN_NUMBER &&
                (sentence->tokens.items[n].from == said->items[i].at || sentence->tokens.items[n].outer_from == said->items[i].at))
                said->items[i].lacks |= has_beside(sentence, n, CUE_LACK);
}
