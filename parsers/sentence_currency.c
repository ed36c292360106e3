/* Currencies in sentences that no amount takes. */
#include "parsers/money.h"
#include "parsers/sentence.h"

#include "base/banned.h"

/* Does the currency belong to a figure that it stands beside? In "TL-20718833" it is none. */
static bool is_of_figure(const Sentence *sentence, size_t from, size_t to) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->kind == TOKEN_NUMBER && token->outer_from <= from && token->outer_to >= to)
            return true;
        if (token->kind == TOKEN_CODE && token->from <= from && token->to >= to)
            return true;
    }
    return false;
}

/* "All amounts in CHF, net": a currency that stands with no amount. */
void sentence_currency(Sentence *sentence) {
    Reader *reader = sentence->reader;
    Str s = sentence->s, iso;
    bool money = sentence->has_cue[CUE_REVENUE] || sentence->has_cue[CUE_NET] || sentence->has_cue[CUE_SHARED];
    if (!money && !gap_has(s, sentence->from ? sentence->from - 1 : 0, sentence->to, '('))
        return;
    for (size_t at = sentence->from, to; at < sentence->to; at = to) {
        char before = at ? s.data[at - 1] : ' ';
        bool start = at == sentence->from || before < 'a' || before > 'z';
        to = at + 1;
        if (!(money || before == '(') || !start || ((unsigned char)s.data[at] & 0xC0) == 0x80 ||
            !currency_at(reader->lexicon, reader->text, at, reader->language, &iso, &to) || !str_given(iso))
            continue;
        bool bracketed = before == '(' && to < sentence->to && s.data[to] == ')';
        if (is_of_figure(sentence, at, to) || !(money || bracketed))
            continue;
        mention_add(reader, DETAIL_CURRENCY, RANK_PROSE, ROLE_CLAIM, at, to)->value.text = iso;
        return;
    }
}
