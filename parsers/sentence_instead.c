/* "20 instead of 25": which of the two does the partner say is right? */
#include "parsers/sentence_role.h"

#include "base/banned.h"

#define RIGHT_WORDS 5 /* "the correct score for this invoice is 18" */

/* Chinese "25而不是20" means "25 and not 20", unless 25 is what is shown. */
static bool is_rather(const Sentence *sentence, size_t n, const Token *left) {
    if (sentence->reader->language != LANGUAGE_ZH_CN && sentence->reader->language != LANGUAGE_ZH_TW)
        return false;
    for (size_t i = 0; i < n; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token < left && (is_cue(token, CUE_SHOWN) || is_cue(token, CUE_DASHBOARD)))
            return false;
    }
    return true;
}

/* Japanese "20ではなく25": what stands behind is right, whatever else the sentence says. */
static bool rejects_before(const Sentence *sentence, const Token *cue) {
    return sentence->reader->language == LANGUAGE_JA &&
           str_find(str_sub(sentence->s, cue->from, cue->to), STR("なく")) >= 0;
}

/* "(24 units, 2,856.00 EUR) instead of 24 only 18": what the bracket before tells, and an amount beside a pair of counts,
 * is none of the two. */
static bool is_of_pair(Sentence *sentence, const Token *left, size_t n, const Token *right) {
    const Token *cue = &sentence->tokens.items[n];
    Token *other = role_figure_after(sentence, (size_t)(right - sentence->tokens.items), 3);
    if (other && role_is_named_number(sentence, left))
        return false; /* "for invoice 4711 instead of 25 only 20" */
    bool pair = other && other->money == right->money && gap_words(sentence->s, right->outer_to, other->outer_from) <= 3 &&
                !memchr(sentence->s.data + right->outer_to, ',', other->outer_from - right->outer_to) &&
                !gap_breaks(sentence->s, right->outer_to, other->outer_from);
    bool closed = memchr(sentence->s.data + left->outer_to, ')', cue->from - left->outer_to) != NULL;
    return !pair || !(closed || left->money != right->money);
}

/* A verb that ends the clause in German and Russian, "wird mit 20 statt 25 angezeigt", is about the figure before. */
static bool verb_ends(const Sentence *sentence, const Token *figure) {
    Language language = sentence->reader->language;
    if (language != LANGUAGE_DE && language != LANGUAGE_RU)
        return false;
    size_t end = figure->outer_to;
    for (const Token *cue = figure + 1; cue < sentence->tokens.items + sentence->tokens.len; cue++) {
        if (cue->to <= end)
            continue;
        if (gap_words(sentence->s, end, cue->from) > 0 || memchr(sentence->s.data + end, ',', cue->from - end))
            return false; /* "2,500 EUR and not 2,050 EUR as shown" */
        if (is_cue(cue, CUE_SHOWN))
            return true;
        end = cue->to; /* what is counted */
    }
    return false;
}

/* "25 rather than 20 should be displayed": the verb behind the pair is about the first. */
static bool ought_ends(const Sentence *sentence, const Token *figure) {
    Language language = sentence->reader->language;
    size_t end = figure->outer_to;
    if (language == LANGUAGE_JA || language == LANGUAGE_ZH_CN || language == LANGUAGE_ZH_TW)
        return false; /* there the words behind a figure are about it */
    for (const Token *cue = figure + 1; cue < sentence->tokens.items + sentence->tokens.len; cue++) {
        if (cue->from < end)
            continue;
        if (gap_words(sentence->s, end, cue->from) > 0 || gap_breaks(sentence->s, end, cue->from) || gap_has(sentence->s, end, cue->from, ','))
            return false;
        if (is_cue(cue, CUE_EXPECTED))
            return true;
        end = cue->to; /* what is counted */
    }
    return false;
}

/* "instead of the 20, which are displayed": the clause behind the comma tells what is shown. */
static bool clause_shows(const Sentence *sentence, const Token *figure) {
    static const char *const relatives[] = {", die ", ", welche ", ", der ", ", что ", ", которые ", ", которых "};
    size_t behind = figure->outer_to;
    bool relative = false;
    const Token *next = figure + 1, *end = sentence->tokens.items + sentence->tokens.len;
    for (; next < end && gap_words(sentence->s, behind, next->from) == 0 && !gap_has(sentence->s, behind, next->from, ',') && !is_cue(next, CUE_SHOWN); next++)
        behind = next->to > behind ? next->to : behind; /* what is counted */
    for (size_t i = 0; i < sizeof relatives / sizeof *relatives; i++)
        relative |= str_starts(str_sub(sentence->s, behind, sentence->to), str_of(relatives[i]));
    for (; relative && next < end && next->kind != TOKEN_NUMBER && next->kind != TOKEN_WHEN; next++)
        if (is_cue(next, CUE_SHOWN))
            return true;
    return false;
}

/* Is there another pair between the words at n and the verb? */
static bool pair_between(const Sentence *sentence, size_t n, size_t verb) {
    for (size_t i = n + 1; i < verb; i++)
        if (is_cue(&sentence->tokens.items[i], CUE_INSTEAD))
            return true;
    return false;
}

/* "40枚ではなく32枚、KPIが20ではなく16と表示": the verb at the end of a list of such pairs is about each of them. */
static bool list_ends_shown(const Sentence *sentence, size_t n) {
    for (size_t i = n + 1; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (is_cue(token, CUE_EXPECTED) || is_cue(token, CUE_CONTRAST) || is_cue(token, CUE_PURCHASE))
            return false;
        if (is_cue(token, CUE_SHOWN))
            return pair_between(sentence, n, i);
    }
    return false;
}

/* "in the right column the KPI is 20": the word tells of something else than the detail that is named behind it. */
static bool names_between(const Sentence *sentence, size_t from, const Token *figure) {
    for (const Token *name = sentence->tokens.items; name < figure; name++)
        if (name->from >= from && (name->kind == TOKEN_LABEL || is_cue(name, CUE_KPI) || is_cue(name, CUE_REVENUE)))
            return gap_words(sentence->s, from, name->from) > 0;
    return false;
}

/* "The right score is 18 KPIs instead of 9": the word for right stands before the pair, no other figure between. */
static bool is_called_right(const Sentence *sentence, const Token *left) {
    Hits hits = {0};
    const Token *before = left;
    size_t from = sentence->from;
    while (before-- > sentence->tokens.items)
        if (before->to <= left->outer_from && (before->kind == TOKEN_NUMBER || is_cue(before, CUE_SHOWN) || is_cue(before, CUE_DASHBOARD))) {
            from = before->to;
            break;
        }
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, from, left->outer_from, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        if (hit->key == SMALL_WRONG && reader_trusts(sentence->reader, hit))
            return false;
    }
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        if (hit->key == SMALL_RIGHT && reader_trusts(sentence->reader, hit) && !names_between(sentence, hit->to, left) && gap_words(sentence->s, hit->to, left->outer_from) <= RIGHT_WORDS &&
            !gap_breaks(sentence->s, hit->to, left->outer_from) && !gap_has(sentence->s, hit->to, left->outer_from, ','))
            return true;
    }
    return false;
}

/* "20 instead of 25", "instead of 25 only 20", "February instead of January"; in a correction the first is right. */
void role_instead(Sentence *sentence, size_t n) {
    Token *right = role_value_beside(sentence, n, true, NULL, 4);
    Token *left = right ? role_value_beside(sentence, n, false, right, 6) : NULL;
    if (!right)
        return;
    if (left && left->kind == TOKEN_NUMBER && !is_of_pair(sentence, left, n, right))
        left = NULL;
    bool right_shown = right->role_known && right->role == ROLE_SHOWN && role_figure_is_bound(sentence, right) &&
                       !(left && verb_ends(sentence, right));
    right_shown |= left && rejects_before(sentence, &sentence->tokens.items[n]) && list_ends_shown(sentence, n);
    right_shown |= clause_shows(sentence, right) || (left && ought_ends(sentence, right));
    /* "is shown as 20 instead of 25 (typo?)": a slip of theirs, no correction of ours */
    bool corrects = sentence->corrects && !(left && verb_ends(sentence, right));
    if (left && !right_shown && rejects_before(sentence, &sentence->tokens.items[n])) {
        role_put(left, corrects ? ROLE_DENIED : ROLE_SHOWN);
        role_put(right, ROLE_EXPECTED);
        return;
    }
    if (corrects && left) {
        role_put(left, ROLE_EXPECTED);
        role_put(right, ROLE_DENIED);
        return;
    }
    bool told = left && ((left->role_known && left->role == ROLE_EXPECTED) || is_called_right(sentence, left));
    /* "should read 1,750 rather than 1,570, KPI 11 rather than 10": the pairs of a sentence are put the same way */
    bool alike = left && sentence->right_first && !left->role_known && !right->role_known;
    bool left_right = told || alike || (left && is_rather(sentence, n, left));
    sentence->right_first |= told;
    if (left_right)
        role_put(left, ROLE_EXPECTED);
    role_put(right, left_right || right_shown ? ROLE_SHOWN : ROLE_EXPECTED);
    if (left && right_shown)
        role_put(left, ROLE_EXPECTED);
    else if (left && !left_right)
        role_put(left, ROLE_SHOWN);
    else if (!left && right->kind == TOKEN_NUMBER)
        role_set(role_figure_after(sentence, (size_t)(right - sentence->tokens.items), 4), ROLE_SHOWN);
}
