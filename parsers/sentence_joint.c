/* Two details with one figure: "the units and the KPI should both be 32, not 30", 購入数もKPIも32です. */
#include "parsers/sentence.h"

#include "base/banned.h"

#define BRACKET_BYTES_MAX 80 /* of a bracket that repeats a figure in words */

#define JOINT_WORDS 3 /* between the names of two details: "as well as the" */

/* The detail that a word names; DETAIL_COUNT when it names none of those that are counted alike. */
static Detail named_by(const Token *token) {
    if (is_label(token, LABEL_KPI_VALUE) || is_cue(token, CUE_KPI))
        return DETAIL_KPI_VALUE;
    return is_label(token, LABEL_PURCHASE_UNITS) ? DETAIL_PURCHASE_UNITS : DETAIL_COUNT;
}

/* A word or sign of listing, no figure, no other clause. */
static bool is_joined(const Sentence *sentence, size_t from, size_t to) {
    Hits hits = {0};
    if (to < from || gap_words(sentence->s, from, to) > JOINT_WORDS)
        return false;
    bool joined = false;
    for (size_t i = from; i < to; i++) {
        if (strchr(".;:()\n", sentence->s.data[i]) || g_ascii_isdigit(sentence->s.data[i]))
            return false;
        joined |= strchr("/&+", sentence->s.data[i]) != NULL;
    }
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, from, to, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++)
        joined |= hits.items[i].key == SMALL_JOINS && reader_trusts(sentence->reader, &hits.items[i]);
    Hit particle; /* 수량과 KPI: it stands at the word */
    joined |= lexicon_in(sentence->reader->lexicon, sentence->reader->text, to, from, LEX_LANGUAGE, &particle) &&
              particle.key == SMALL_JOINS;
    return joined || str_eq(str_trim(str_sub(sentence->s, from, to)), STR("、"));
}

/* The last word before token n that names a detail, over words that steer and figures that they steer: "54 should be 45". */
static const Token *last_name(const Sentence *sentence, size_t n) {
    bool turned = false;
    for (size_t i = n; i-- > 0;) {
        const Token *token = &sentence->tokens.items[i];
        if (named_by(token) < DETAIL_COUNT)
            return token;
        bool steered = token->kind == TOKEN_NUMBER && (token->role_known || turned);
        turned |= is_cue(token, CUE_EXPECTED) || is_cue(token, CUE_INSTEAD) || is_cue(token, CUE_NOT);
        if (!steered && token->kind != TOKEN_CUE && token->kind != TOKEN_UNIT)
            return NULL;
    }
    return NULL;
}

Detail sentence_joint(const Sentence *sentence, size_t n, Detail detail) {
    const Token *name = last_name(sentence, n);
    for (const Token *other = name; other && other-- > sentence->tokens.items;) {
        if (other->to > name->from)
            continue;
        Detail first = named_by(other), last = named_by(name);
        if (other->kind == TOKEN_NUMBER || other->kind == TOKEN_CODE)
            return DETAIL_COUNT;
        if (first == DETAIL_COUNT || first == last)
            continue;
        const Token *before = other > sentence->tokens.items ? other - 1 : NULL;
        bool counted = before && before->kind == TOKEN_NUMBER && gap_words(sentence->s, before->outer_to, other->from) == 0;
        if (counted || !is_joined(sentence, other->to, name->from)) /* "30 units and KPI 25" */
            return DETAIL_COUNT;
        return detail == last ? first : detail == first ? last : DETAIL_COUNT;
    }
    return DETAIL_COUNT;
}

/* "KPI 2 instead of 4, 10 units instead of 16": the figure behind the word is of the same detail as the one before it. */
bool sentence_twin(const Sentence *sentence, size_t n, Detail *detail) {
    const Token *number = &sentence->tokens.items[n], *cue = n ? number - 1 : number, *twin = cue;
    const Mentions *out = sentence->reader->out;
    if (!is_cue(cue, CUE_INSTEAD) || cue->to > number->outer_from || gap_words(sentence->s, cue->to, number->outer_from) > 1)
        return false;
    size_t words = 0, at = cue->from;
    while (twin > sentence->tokens.items && twin->kind != TOKEN_NUMBER) {
        if (twin->to <= at) { /* the name of what is counted may be long: "32 Microsoft exam vouchers instead of 40" */
            words += twin == cue ? 0 : gap_words(sentence->s, twin->to, at);
            at = twin->from;
        }
        twin--;
    }
    if (twin->kind != TOKEN_NUMBER || twin->outer_to > cue->from || words + gap_words(sentence->s, twin->outer_to, at) > 2 ||
        gap_breaks(sentence->s, twin->outer_to, cue->from) || memchr(sentence->s.data + twin->outer_to, ',', cue->from - twin->outer_to))
        return false;
    for (size_t i = out->len; i-- > 0 && out->items[i].at >= sentence->from;)
        if (out->items[i].at >= twin->outer_from && out->items[i].at <= twin->from && out->items[i].place == 0 &&
            (out->items[i].detail == DETAIL_KPI_VALUE || out->items[i].detail == DETAIL_PURCHASE_UNITS)) {
            *detail = out->items[i].detail;
            return true;
        }
    return false;
}

/* "16 (шестнадцать) лицензий", "25 (printed) MOC": behind a bracket of words alone, that parts nothing. */
size_t sentence_behind_words(const Sentence *sentence, size_t n, const Token **next) {
    Str s = sentence->s;
    const Token *inner = *next, *end = sentence->tokens.items + sentence->tokens.len;
    size_t from = sentence->tokens.items[n].outer_to, at = from;
    while (at < sentence->to && s.data[at] == ' ')
        at++;
    if (at >= sentence->to || s.data[at] != '(')
        return from;
    for (size_t start = at++; at < sentence->to && at - start < BRACKET_BYTES_MAX && s.data[at] != ')';)
        if (strchr("0123456789(,;.", s.data[at++]))
            return from;
    if (at >= sentence->to || s.data[at] != ')')
        return from;
    while (inner < end && inner->from < at && inner->kind == TOKEN_NUMBER)
        inner++;
    if (inner >= end || inner->from < at)
        return from;
    *next = inner;
    return at + 1;
}
