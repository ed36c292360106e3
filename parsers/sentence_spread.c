/* "On the dashboard only 115 units, KPI 115 and 2,587.50 EUR are shown": the verb is about the whole list. */
#include "parsers/sentence_role.h"

#include "base/banned.h"

#define JOINING_WORDS 3 /* "as well as" */

static bool is_beside(const Sentence *sentence, const Token *a, const Token *b) {
    size_t from = a->kind == TOKEN_NUMBER ? a->outer_to : a->to, to = b->kind == TOKEN_NUMBER ? b->outer_from : b->from;
    return from <= to && gap_words(sentence->s, from, to) == 0 && !gap_has(sentence->s, from, to, ',') &&
           !gap_breaks(sentence->s, from, to);
}

static Detail detail_told(const Token *word) {
    if (word->kind == TOKEN_UNIT || word->kind == TOKEN_TYPE || is_label(word, LABEL_PURCHASE_UNITS))
        return DETAIL_PURCHASE_UNITS;
    if (is_cue(word, CUE_KPI) || is_label(word, LABEL_KPI_VALUE))
        return DETAIL_KPI_VALUE;
    return is_cue(word, CUE_REVENUE) || is_label(word, LABEL_REVENUE_VALUE) ? DETAIL_REVENUE_VALUE : DETAIL_COUNT;
}

/* What the word right before or behind says that the figure counts; DETAIL_COUNT when none does. */
static Detail detail_of(const Sentence *sentence, const Token *figure) {
    const Token *first = sentence->tokens.items, *end = first + sentence->tokens.len;
    if (figure->money)
        return DETAIL_REVENUE_VALUE;
    for (const Token *word = figure; word-- > first && is_beside(sentence, word, figure);)
        if (detail_told(word) != DETAIL_COUNT)
            return detail_told(word);
    for (const Token *word = figure + 1; word < end && is_beside(sentence, figure, word); word++)
        if (detail_told(word) != DETAIL_COUNT)
            return detail_told(word);
    return DETAIL_COUNT;
}

/* The figure before or behind in the same list; NULL when other words part them. */
static Token *list_neighbour(const Sentence *sentence, Token *figure, int step) {
    const Token *end = sentence->tokens.items + sentence->tokens.len;
    for (Token *token = figure + step; token >= sentence->tokens.items && token < end; token += step) {
        bool counter = is_cue(token, CUE_EACH) && is_counter(sentence, token);
        if (token->kind != TOKEN_NUMBER && detail_told(token) == DETAIL_COUNT && !counter)
            return NULL;
        if (token->kind != TOKEN_NUMBER)
            continue;
        const Token *left = step < 0 ? token : figure, *right = step < 0 ? figure : token;
        bool joined = left->outer_to <= right->outer_from &&
                      gap_words(sentence->s, left->outer_to, right->outer_from) <= JOINING_WORDS + 2 &&
                      !gap_breaks(sentence->s, left->outer_to, right->outer_from);
        return joined && !token->used ? token : NULL;
    }
    return NULL;
}

/* Does a word for the dashboard, or a turn to it, stand before the figure, with no other figure or purchase between? */
static bool is_opened(const Sentence *sentence, const Token *figure) {
    for (const Token *token = figure; token-- > sentence->tokens.items;) {
        if (is_cue(token, CUE_DASHBOARD) || is_cue(token, CUE_CONTRAST) || is_cue(token, CUE_NOW))
            return true;
        if (token->kind == TOKEN_CODE || role_is_named_number(sentence, token)) /* "for invoice A-1 only 40 units" */
            continue;
        if (token->kind == TOKEN_NUMBER || is_cue(token, CUE_PURCHASE) || is_cue(token, CUE_EXPECTED) ||
            is_cue(token, CUE_OWN) || is_cue(token, CUE_PAID) || is_cue(token, CUE_INSTEAD))
            return false;
    }
    return false;
}

/* The figures of the list from `figure` on in one direction that count other things, as far as nothing is known of them. */
static size_t list_part(const Sentence *sentence, Token *figure, int step, Token *part[DETAIL_COUNT]) {
    unsigned seen = DETAIL_BIT(detail_of(sentence, figure));
    size_t n = 0;
    for (Token *next = figure; (next = list_neighbour(sentence, next, step)) && !next->role_known;) {
        Detail detail = detail_of(sentence, next);
        if (detail == DETAIL_COUNT || seen & DETAIL_BIT(detail))
            break;
        seen |= DETAIL_BIT(detail);
        part[n++] = next;
    }
    return n;
}

void role_spread(Sentence *sentence) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *figure = &sentence->tokens.items[i], *part[DETAIL_COUNT];
        if (figure->kind != TOKEN_NUMBER || !figure->role_known || figure->role != ROLE_SHOWN ||
            detail_of(sentence, figure) == DETAIL_COUNT)
            continue;
        size_t before = list_part(sentence, figure, -1, part);
        if (before && is_opened(sentence, part[before - 1]))
            for (size_t k = 0; k < before; k++)
                role_set(part[k], ROLE_SHOWN);
        size_t behind = is_opened(sentence, figure) ? list_part(sentence, figure, 1, part) : 0;
        for (size_t k = 0; k < behind; k++)
            role_set(part[k], ROLE_SHOWN);
    }
}
