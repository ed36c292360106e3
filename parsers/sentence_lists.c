/* Figures in lists, and those of a purchase that is told with fewer words than the one before. */
#include "parsers/sentence.h"

#include "base/banned.h"

#define NUMBER_WORDS 3 /* "12 for our invoices A-1202 and A-1201" */

bool sentence_has_comma(const Sentence *sentence, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) {
        char c = sentence->s.data[i];
        if (c == ',' || c == '|' || (c == '/' && i > from && sentence->s.data[i - 1] == ' '))
            return true;
    }
    return false;
}

/* "KPIは25と12です": the word that ends an eastern sentence names nothing. */
static bool ends_sentence(const Sentence *sentence, size_t at) {
    Hit word;
    return (unsigned char)sentence->s.data[at] >= 0xE3 &&
           lexicon_in(sentence->reader->lexicon, sentence->reader->text, sentence->to, at, LEX_LANGUAGE, &word) &&
           gap_words(sentence->s, word.to, sentence->to) == 0;
}

/* "KPI 25 and 12 for A-1202 and A-1201", "25と12はそれぞれA-1202とA-1201": behind the list stand the numbers that it is of. */
static bool leads_to_number(const Sentence *sentence, size_t n) {
    const Token *next = next_of(sentence, n), *end = sentence->tokens.items + sentence->tokens.len;
    size_t from = sentence->tokens.items[n].outer_to;
    while (next && next + 1 < end && (is_cue(next, CUE_SHARED) || is_cue(next, CUE_EACH) || is_cue(next, CUE_INVOICE) || is_label(next, LABEL_INVOICE_NUMBER)))
        next++;
    return next && next->kind == TOKEN_CODE && next->used && gap_words(sentence->s, from, next->from) <= NUMBER_WORDS &&
           !gap_has(sentence->s, from, next->from, ',') && !gap_breaks(sentence->s, from, next->from);
}

bool sentence_list_ends_or_goes_on(const Sentence *sentence, size_t n) {
    const Token *next = next_of(sentence, n);
    size_t end = sentence->tokens.items[n].outer_to;
    return end >= sentence->to || strchr(",;.!?)\n", sentence->s.data[end]) || gap_words(sentence->s, end, sentence->to) == 0 ||
           ends_sentence(sentence, end) || leads_to_number(sentence, n) ||
           (next && next->kind == TOKEN_NUMBER && sentence_only_joins(sentence, end, next->from));
}

bool sentence_counts_more(const Sentence *sentence, size_t n) {
    const Token *number = &sentence->tokens.items[n], *next = next_of(sentence, n);
    const Mentions *said = sentence->reader->out;
    bool counted = false, ends = !next || gap_breaks(sentence->s, number->outer_to, next->from);
    if (number->role_known || number->word || !sentence_beside(sentence, number, SMALL_MORE))
        return false;
    if (!ends && ((next->kind != TOKEN_CODE && next->kind != TOKEN_WHEN && !is_cue(next, CUE_INVOICE) && !is_label(next, LABEL_INVOICE_NUMBER)) ||
                  gap_words(sentence->s, number->outer_to, next->from) > 1))
        return false;
    for (size_t i = said->len; i-- > 0 && said->items[i].item + 1 >= sentence->reader->item && !counted;)
        counted = said->items[i].detail == DETAIL_PURCHASE_UNITS;
    return counted;
}

void sentence_repeat_type(Sentence *sentence, const Token *number) {
    for (const Token *type = number; type-- > sentence->tokens.items;)
        if (type->kind == TOKEN_TYPE) {
            Mention *again = mention_add(sentence->reader, DETAIL_OMLP_TYPE, RANK_PROSE, ROLE_CLAIM, type->from, type->to);
            again->value.text = lexicon_key(sentence->reader->lexicon, LEX_TYPE, type->key);
            again->listed = true;
            again->at = number->outer_to; /* behind the count, which begins the purchase */
            return;
        }
}

void sentence_share_roles(Sentence *sentence) {
    for (size_t i = 0; i + 1 < sentence->tokens.len; i++) {
        const Token *number = &sentence->tokens.items[i];
        Token *next = &sentence->tokens.items[i + 1];
        if (number->kind == TOKEN_NUMBER && number->role_known && next->kind == TOKEN_NUMBER && !next->role_known && !next->used &&
            next->money == number->money && !next->word && sentence_only_joins(sentence, number->outer_to, next->outer_from)) {
            next->role = number->role;
            next->role_known = true;
        }
    }
}
