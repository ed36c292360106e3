/* Amounts and tax: net, gross, or the tax itself, by the words beside them. */
#include "parsers/hangul.h"
#include "parsers/sentence.h"

#include "base/banned.h"

#define REACH 96       /* bytes from an amount to a word about it */
#define NEAR_TOKENS 40 /* words and figures looked through for another amount */

/* "12,500 EUR (gross 14,875 EUR)": the word in the bracket is about the figure behind it. */
static bool opens_bracket_of_next(const Sentence *sentence, const Token *number, const Token *word) {
    const Token *next = word + 1, *end = sentence->tokens.items + sentence->tokens.len;
    while (next < end && next->from < word->to)
        next++;
    return gap_has(sentence->s, number->outer_to, word->from, '(') && next < end &&
           next->kind == TOKEN_NUMBER && !gap_has(sentence->s, word->to, next->from, ')');
}

static bool tells_net_or_gross(const Token *token) {
    return is_cue(token, CUE_NET) || is_cue(token, CUE_GROSS) || is_label(token, LABEL_REVENUE_GROSS);
}

/* "1,000 EUR plus VAT 200 EUR": the words right behind an amount are about that one. */
static bool follows_amount(const Sentence *sentence, const Token *word) {
    const Token *before = word;
    while (before > sentence->tokens.items && before[-1].to > word->from)
        before--;
    before -= before > sentence->tokens.items;
    return before < word && before->kind == TOKEN_NUMBER && before->money && before->outer_to <= word->from &&
           sentence_near_gap(sentence, before->outer_to, word->from, 0) &&
           !sentence_has_comma(sentence, before->outer_to, word->from);
}

static const Token *word_before(const Sentence *sentence, size_t n) {
    const Token *number = &sentence->tokens.items[n];
    for (size_t i = n; i-- > 0 && sentence->tokens.items[i].from + REACH > number->outer_from;) {
        const Token *token = &sentence->tokens.items[i];
        if (tells_net_or_gross(token) && token->to <= number->outer_from &&
            gap_words(sentence->s, token->to, number->outer_from) <= 2 &&
            sentence_near_gap(sentence, token->to, number->outer_from, 2))
            return token;
    }
    return NULL;
}

static const Token *word_behind(const Sentence *sentence, size_t n) {
    const Token *number = &sentence->tokens.items[n];
    for (size_t i = n + 1; i < sentence->tokens.len && sentence->tokens.items[i].from < number->outer_to + REACH; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (tells_net_or_gross(token) && token->from >= number->outer_to &&
            gap_words(sentence->s, number->outer_to, token->from) <= 2 &&
            !sentence_has_comma(sentence, number->outer_to, token->from) &&
            !opens_bracket_of_next(sentence, number, token) &&
            !hangul_clause_ends(sentence->s, number->outer_to, token->from) &&
            (i == n + 1 || token->from - number->outer_to <= 4))
            return token;
    }
    return NULL;
}

/* "gross 1,190 EUR and net 1,000 EUR": where the words come first, the one behind is about the next amount. */
static bool leads_to_next(const Sentence *sentence, const Token *word) {
    const Token *end = sentence->tokens.items + sentence->tokens.len;
    for (const Token *next = word + 1; next < end; next++)
        if (next->kind == TOKEN_NUMBER && next->from >= word->to)
            return next->money && gap_words(sentence->s, word->to, next->outer_from) <= 1 &&
                   !gap_has(sentence->s, word->to, next->outer_from, '=') &&
                   !sentence_has_comma(sentence, word->to, next->outer_from);
    return false;
}

void sentence_net_or_gross(const Sentence *sentence, size_t n, bool *net, bool *gross) {
    const Token *before = word_before(sentence, n), *behind = word_behind(sentence, n);
    if (before && follows_amount(sentence, before))
        before = NULL;
    const Token *word = behind && !(before && leads_to_next(sentence, behind)) ? behind : before;
    *net = word && is_cue(word, CUE_NET);
    *gross = word && !is_cue(word, CUE_NET);
}

/* Nothing but a rate, or one word, between the name of the tax and its amount: "VAT (20%): 200 EUR", "VAT of 200 EUR". */
static bool leads_to_amount(const Sentence *sentence, const Token *tax, const Token *amount) {
    bool rate = gap_has(sentence->s, tax->to, amount->outer_from, '%');
    for (size_t i = tax->to; i < amount->outer_from && rate; i++)
        rate = strchr(" ()%.,:0123456789", sentence->s.data[i]) != NULL;
    return rate || (sentence_near_gap(sentence, tax->to, amount->outer_from, 1) &&
                    !sentence_has_comma(sentence, tax->to, amount->outer_from));
}

/* An amount that stands alone is what was paid, whatever is said of the tax: "VAT exempt: 1,000 EUR". */
static bool has_other_amount(const Sentence *sentence, size_t n) {
    const Mentions *said = sentence->reader->out;
    for (size_t i = n > NEAR_TOKENS ? n - NEAR_TOKENS : 0; i < sentence->tokens.len && i < n + NEAR_TOKENS; i++)
        if (i != n && sentence->tokens.items[i].kind == TOKEN_NUMBER && sentence->tokens.items[i].money)
            return true;
    for (size_t i = said->len; i-- > 0 && said->len - i <= NEAR_TOKENS;)
        if (said->items[i].detail == DETAIL_REVENUE_VALUE)
            return true;
    return false;
}

bool sentence_is_tax(const Sentence *sentence, size_t n) {
    const Token *amount = &sentence->tokens.items[n];
    if (!sentence->has_cue[CUE_TAX] || !has_other_amount(sentence, n))
        return false;
    for (size_t i = 0; i < sentence->tokens.len && sentence->tokens.items[i].from < amount->outer_to + REACH; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (!is_cue(token, CUE_TAX) || token->to + REACH < amount->outer_from)
            continue;
        if (token->to <= amount->outer_from && leads_to_amount(sentence, token, amount) && !follows_amount(sentence, token))
            return true;
        if (token->from >= amount->outer_to && gap_words(sentence->s, amount->outer_to, token->from) == 0 &&
            sentence_near_gap(sentence, amount->outer_to, token->from, 0) &&
            !sentence_has_comma(sentence, amount->outer_to, token->from) && !leads_to_next(sentence, token))
            return true;
    }
    return false;
}
