/* "It should be January 2021", "Richtig wäre dMOC", 2021年1月のはずです: a period or a type that is said to be right. */
#include "parsers/sentence_role.h"

#include "base/banned.h"

#define SAID_MAX 200    /* mentions back to a value that is wrong */
#define SHOWN_BEFORE 2  /* sentences from what the dashboard has to what is right */
#define RIGHTED_WORDS 4 /* "in fact it was made in January" */

/* Nothing but one word, "sein", stands between the value and the end of its clause: "should be March", not "should be March's
 * refresh that brings it". */
static bool ends_clause_behind(const Sentence *sentence, const Token *value) {
    size_t end = value->to;
    const Token *next = value + 1, *last = sentence->tokens.items + sentence->tokens.len;
    while (end < sentence->to && !strchr(",.;:()!?\n", sentence->s.data[end]) && !str_starts(str_sub(sentence->s, end, sentence->to), STR("。")))
        end++;
    while (next < last && next->from < value->to)
        next++;
    if (next < last && next->from < end && (is_cue(next, CUE_INSTEAD) || is_cue(next, CUE_NOT) || is_cue(next, CUE_CONTRAST) || is_cue(next, CUE_EXPECTED)))
        end = next->from;
    return gap_words(sentence->s, value->to, end) <= 1;
}

/* A month that is not over yet, or perhaps not, is when something is to happen. */
static bool may_be_over(const Sentence *sentence, const When *when) {
    Date written = sentence->reader->dates.written;
    if (!when->date.month || when->date.day || !written.year)
        return when->date.month && !when->date.day;
    if (!when->date.year)
        return when->date.month != written.month;
    return when->date.year * 12 + when->date.month <= written.year * 12 + written.month;
}

static bool is_ought(const Sentence *sentence, const Token *value) {
    bool event = sentence->has_cue[CUE_PAID];
    return !value->role_known && !value->used &&
           (value->kind == TOKEN_TYPE || (value->kind == TOKEN_WHEN && !event && may_be_over(sentence, &value->when)));
}

/* "The next update should be March" tells of something else than the purchase: what should be is the month or type of it where the
 * sentence has no subject but "it", names the detail or the purchase, or another was told that is wrong. */
static bool is_of_purchase(const Sentence *sentence, const Token *cue, const Token *value) {
    const Mentions *said = sentence->reader->out;
    Detail detail = value->kind == TOKEN_TYPE ? DETAIL_OMLP_TYPE : DETAIL_MONTH;
    if (sentence->has_cue[CUE_SHOWN] || sentence->has_cue[CUE_DASHBOARD] || sentence->has_cue[CUE_INSTEAD] || sentence->has_cue[CUE_NOT] ||
        sentence->has_cue[CUE_PURCHASE] || sentence->has_cue[CUE_INVOICE] || gap_words(sentence->s, sentence->from, cue->from) <= 1)
        return true;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->kind == TOKEN_LABEL && (token->key == LABEL_MONTH || token->key == LABEL_PERIOD || token->key == LABEL_OMLP_TYPE))
            return true;
    }
    for (size_t i = said->len; i-- > 0 && said->len - i <= SAID_MAX;)
        if (said->items[i].detail == detail && (said->items[i].murky || said->items[i].role == ROLE_SHOWN || said->items[i].role == ROLE_DENIED))
            return true;
    return false;
}

/* Only blanks stand between: "should be | January", 1月|のはず. */
static bool touches(const Sentence *sentence, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (sentence->s.data[i] != ' ')
            return false;
    return from <= to;
}

/* The word for what is right begins in front of the value or, in Japanese, stands behind it. */
static Token *value_of(Sentence *sentence, size_t n) {
    const Token *cue = &sentence->tokens.items[n];
    for (size_t i = n + 1; i < sentence->tokens.len; i++) {
        Token *value = &sentence->tokens.items[i];
        if (value->from < cue->to)
            continue;
        if (is_ought(sentence, value) && touches(sentence, cue->to, value->from) && ends_clause_behind(sentence, value) &&
            is_of_purchase(sentence, cue, value))
            return value;
        break;
    }
    for (size_t i = n; i-- > 0 && sentence->reader->language == LANGUAGE_JA;) {
        Token *value = &sentence->tokens.items[i];
        if (value->to <= cue->from)
            return is_ought(sentence, value) && value->to == cue->from ? value : NULL;
    }
    return NULL;
}

/* Did one of the sentences before tell the month that the dashboard has? */
static bool month_is_shown(const Sentence *sentence) {
    const Mentions *said = sentence->reader->out;
    for (size_t i = said->len; i-- > 0 && said->items[i].item + SHOWN_BEFORE >= sentence->reader->item;)
        if (said->items[i].detail == DETAIL_INVOICE_NUMBER || said->items[i].detail == DETAIL_PURCHASE_UNITS)
            return false; /* those sentences tell the purchase itself */
    for (size_t i = said->len; i-- > 0 && said->items[i].item + SHOWN_BEFORE >= sentence->reader->item;)
        if (said->items[i].detail == DETAIL_MONTH && said->items[i].murky && said->items[i].item < sentence->reader->item)
            return true;
    return false;
}

/* "On the dashboard it is filed under December. In fact it was made in January": the month in its place. "Should" tells what is
 * to happen, "should be corrected in March", and rights no month from afar. */
static Token *righted_month(Sentence *sentence, size_t n) {
    const Token *cue = &sentence->tokens.items[n];
    Hits hits = {0};
    bool in_fact = false;
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, cue->from, cue->to, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++)
        in_fact |= hits.items[i].key == SMALL_IN_FACT && reader_trusts(sentence->reader, &hits.items[i]);
    for (size_t i = n + 1; in_fact && i < sentence->tokens.len; i++) {
        Token *date = &sentence->tokens.items[i];
        if (date->kind != TOKEN_WHEN)
            continue;
        bool near = cue->to <= date->from && !gap_has(sentence->s, cue->to, date->from, ',') && !gap_breaks(sentence->s, cue->to, date->from) &&
                    gap_words(sentence->s, cue->to, date->from) <= RIGHTED_WORDS;
        return near && is_ought(sentence, date) && month_is_shown(sentence) ? date : NULL;
    }
    return NULL;
}

void sentence_ought(Sentence *sentence) {
    bool shown = sentence->has_cue[CUE_SHOWN] || sentence->has_cue[CUE_DASHBOARD];
    for (size_t i = 0; i < sentence->tokens.len && sentence->has_cue[CUE_EXPECTED]; i++) {
        if (!is_cue(&sentence->tokens.items[i], CUE_EXPECTED))
            continue;
        Token *value = value_of(sentence, i);
        if (!value && !shown)
            value = righted_month(sentence, i);
        role_set(value, ROLE_EXPECTED);
    }
}
