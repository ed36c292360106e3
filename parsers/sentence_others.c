/* Figures that another label or paper claims: what is an order's, a partner's, a telephone's is no detail. */
#include "parsers/sentence.h"

#include "base/banned.h"

#define PLACE_DIGITS 4 /* of a page, a room, an extension */
#define PLACE_BYTES 32 /* of the word before it */

#define ID_DIGITS_MIN 5  /* of a figure that a label of ids names over a verb: fewer may be a count */
#define UNNAMED_DIGITS 6 /* so many in a row are no count where no word says what they are */
#define LED_WORDS 6      /* between a label of ids and its figure, over a verb */

/* "order confirmation (KS-77)": the bracket opens for the figure and parts nothing. */
static size_t before_bracket(Str s, size_t at) {
    while (at > 0 && s.data[at - 1] == ' ')
        at--;
    return at > 0 && s.data[at - 1] == '(' ? at - 1 : at;
}

/* Does what it counts stand right behind the figure? */
static bool counts_courseware(const Sentence *sentence, size_t n) {
    const Token *figure = &sentence->tokens.items[n], *next = n + 1 < sentence->tokens.len ? figure + 1 : NULL;
    return figure->kind == TOKEN_NUMBER && next &&
           (next->kind == TOKEN_UNIT || next->kind == TOKEN_TYPE || is_label(next, LABEL_PURCHASE_UNITS)) &&
           gap_words(sentence->s, figure->to, next->from) == 0 && token_digits(sentence->s, figure) <= CODE_DIGITS_MIN;
}

/* "item 1", "page 2 of 3", "version 4", "room 12": a word for a place in something stands right before the figure. */
static bool is_place(const Sentence *sentence, size_t n) {
    const Token *figure = &sentence->tokens.items[n];
    const Reader *reader = sentence->reader;
    Hits hits = {0};
    if (!is_figure(figure) || figure->used || figure->money || figure->word || figure->to - figure->from > PLACE_DIGITS ||
        figure->from == sentence->from || counts_courseware(sentence, n))
        return false;
    size_t from = figure->from > sentence->from + PLACE_BYTES ? figure->from - PLACE_BYTES : sentence->from;
    while (from < figure->from && ((unsigned char)sentence->s.data[from] & 0xC0) == 0x80)
        from++;
    lexicon_scan(reader->lexicon, reader->arena, reader->text, from, figure->from, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == SMALL_PLACE && reader_trusts(reader, &hits.items[i]) && figure->from - hits.items[i].to <= 1)
            return true;
    return false;
}

/* "our MPN ID should be 3728150", "the order number reads 448120": whatever the verb, so long a figure is what the label names. */
static bool leads_to_id(const Sentence *sentence, const Token *word, size_t n) {
    const Token *verb = &sentence->tokens.items[n], *figure = verb + 1, *end = sentence->tokens.items + sentence->tokens.len;
    if (!is_cue(verb, CUE_EXPECTED) && !is_cue(verb, CUE_SHOWN) && !is_cue(verb, CUE_NOW))
        return false;
    while (figure < end && figure->kind == TOKEN_CUE)
        figure++;
    return word->kind == TOKEN_LABEL && figure < end && is_figure(figure) && token_digits(sentence->s, figure) >= ID_DIGITS_MIN;
}

void sentence_others(Sentence *sentence) {
    Tokens *tokens = &sentence->tokens;
    for (size_t i = 0; i < tokens->len; i++)
        if (is_place(sentence, i))
            tokens->items[i].used = true;
    for (size_t i = 0; i + 1 < tokens->len; i++) {
        const Token *word = &tokens->items[i];
        bool order = is_label(word, LABEL_ORDER_NUMBER) || is_cue(word, CUE_ORDER);
        bool other = is_label(word, LABEL_OTHER) || is_label(word, LABEL_PARTNER_ID) || is_cue(word, CUE_NOT_OURS);
        if (!order && !other)
            continue;
        size_t next = i + 1;
        bool led = false;
        for (; next < tokens->len && next - i < 4 &&
               ((next - i < 3 && tokens->items[next].kind == TOKEN_LABEL) || leads_to_id(sentence, word, next) ||
                (tokens->items[next].from == word->from && (unsigned char)sentence->s.data[word->from] >= 0xE3));
             next++) /* 電話 is both the thing and the act */
            led |= leads_to_id(sentence, word, next);
        if (next >= tokens->len)
            continue;
        Token *figure = &tokens->items[next];
        size_t words = gap_words(sentence->s, word->to, figure->from);
        if (figure->from < word->to) /* a word of two readings reaches into it */
            continue;
        if (!is_figure(figure) || figure->used || words > (is_cue(word, CUE_NOT_OURS) ? 8u : led ? LED_WORDS : is_label(word, LABEL_OTHER) ? 2u : 3u))
            continue;
        if (is_cue(word, CUE_ORDER) && figure->kind == TOKEN_NUMBER && token_digits(sentence->s, figure) < 4)
            continue;
        if (figure->kind == TOKEN_NUMBER && figure->money && sentence_names_tax(sentence, word))
            continue;
        if (counts_courseware(sentence, next)) /* "from our distributor 40 printed MOC" */
            continue;
        if (gap_has(sentence->s, word->to, figure->from, ',') ||
            (gap_breaks(sentence->s, word->to, before_bracket(sentence->s, figure->from)) && words))
            continue;
        figure->used = true;
        if (order || is_cue(word, CUE_NOT_OURS))
            *VEC_PUSH(sentence->reader->arena, sentence->reader->excluded) =
                number_fold(sentence->reader->arena, text_raw(sentence->reader->text, figure->from, figure->to));
    }
}

/* "it should be 3728150": what is counted has not so many digits; whose number it is nothing says. */
bool sentence_is_id(const Sentence *sentence, const Token *number) {
    for (size_t i = number->from; i < number->to; i++)
        if (!g_ascii_isdigit(sentence->s.data[i]))
            return false;
    return !number->money && number->to - number->from >= UNNAMED_DIGITS && sentence->reader->spoken != DETAIL_REVENUE_VALUE;
}
