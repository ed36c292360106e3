/* "January 2021 is right", "is correctly shown as 22", "the KPI of 20 is wrong": what the partner says to be as it should or not. */
#include "parsers/sentence_role.h"

#include "base/banned.h"

#define DENIAL_BYTES 32 /* from a negation to the word that it denies */
#define BEFORE_WORDS 2  /* "nothing wrong with the month January 2021" */
#define SAID_MAX 200    /* mentions back to a month that is wrong */
#define TAIL_WORDS 1    /* "is wrong here", 是错误的 */
#define BEHIND_WORDS 3  /* "January 2021 on the invoice is right" */

static bool is_east(const Sentence *sentence) {
    Language language = sentence->reader->language;
    return language == LANGUAGE_JA || language == LANGUAGE_KO || language == LANGUAGE_ZH_CN || language == LANGUAGE_ZH_TW;
}

/* 不正确: Chinese denies within the word. */
static bool denies_within(Str s, const Token *word) {
    static const char *const signs[] = {"不", "未", "非"};
    Str before = str_sub(s, 0, word->from);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_ends(before, str_of(signs[i])))
            return true;
    return false;
}

/* "is not correctly shown", "stimmt nicht": a negation in the clause of the word. */
static bool is_denied(const Sentence *sentence, const Token *word) {
    Hits hits = {0};
    size_t from = word->from > sentence->from + DENIAL_BYTES ? word->from - DENIAL_BYTES : sentence->from;
    size_t to = word->to + DENIAL_BYTES < sentence->to ? word->to + DENIAL_BYTES : sentence->to;
    while (from < word->from && ((unsigned char)sentence->s.data[from] & 0xC0) == 0x80)
        from++;
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, from, to, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        if (!reader_trusts(sentence->reader, hit))
            continue;
        if (hit->key == SMALL_WRONG && hit->from < word->from && hit->to >= word->to) /* "no es correcto" */
            return true;
        if (hit->key != SMALL_NEGATION || (hit->to > word->from && hit->from < word->to))
            continue;
        size_t gap = hit->to <= word->from ? hit->to : word->to, end = hit->to <= word->from ? word->from : hit->from;
        if (!gap_breaks(sentence->s, gap, end) && !gap_has(sentence->s, gap, end, ',') && gap_words(sentence->s, gap, end) <= BEHIND_WORDS)
            return true;
    }
    return denies_within(sentence->s, word);
}

/* "no es correcto" holds "es correcto", "non è giusto" "è giusto": what is said to be wrong is not said to be right. */
void sentence_drop_denied(Sentence *sentence) {
    Hits hits = {0};
    size_t kept = 0;
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, sentence->from, sentence->to, LEX_BIT(LEX_LANGUAGE), &hits);
    sentence->has_cue[CUE_EXPECTED] = false;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        bool denied = false;
        for (size_t h = 0; is_cue(token, CUE_EXPECTED) && h < hits.len; h++)
            denied |= hits.items[h].key == SMALL_WRONG && reader_trusts(sentence->reader, &hits.items[h]) &&
                      hits.items[h].from < token->to && hits.items[h].to >= token->to &&
                      hits.items[h].to - hits.items[h].from > token->to - token->from;
        if (denied)
            continue;
        sentence->has_cue[CUE_EXPECTED] |= is_cue(token, CUE_EXPECTED);
        sentence->tokens.items[kept++] = *token;
    }
    sentence->tokens.len = kept;
}

/* A verb of showing with "correctly" beside it gives no figure the role of one that is wrong. */
void sentence_affirm_shown(Sentence *sentence) {
    bool shown = false;
    if (is_east(sentence) && sentence->complains)
        return; /* their negations are endings of the verb: 正しく表示されません */
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        if (!is_cue(token, CUE_SHOWN))
            continue;
        if (sentence_beside(sentence, token, SMALL_RIGHTLY) && !is_denied(sentence, token)) {
            token->key = CUE_SETTLED;
            sentence->has_cue[CUE_SETTLED] = true;
        } else {
            shown = true;
        }
    }
    sentence->has_cue[CUE_SHOWN] = shown;
}

bool sentence_affirms(const Sentence *sentence, const Token *word) {
    return is_cue(word, CUE_SETTLED) && !is_denied(sentence, word);
}

/* Has the text told another month that is wrong, or one that may be the dashboard's? */
static bool month_was_wrong(const Sentence *sentence, const When *right) {
    const Mentions *said = sentence->reader->out;
    for (size_t i = said->len; i-- > 0 && said->len - i <= SAID_MAX;) {
        const Mention *m = &said->items[i];
        if (m->detail == DETAIL_MONTH && (m->murky || m->role == ROLE_SHOWN || m->role == ROLE_DENIED) &&
            decimal_cmp(m->value.number, decimal_int(right->date.month)) != 0)
            return true;
    }
    return false;
}

/* "December is fine, January is missing": fine alone does not make it the month of the purchase. */
bool sentence_rights_date(const Sentence *sentence, size_t n) {
    bool named = false;
    for (size_t i = 0; i < n; i++)
        named |= is_label(&sentence->tokens.items[i], LABEL_MONTH) || is_label(&sentence->tokens.items[i], LABEL_PERIOD);
    return sentence_affirms_date(sentence, n) && (named || month_was_wrong(sentence, &sentence->tokens.items[n].when));
}

bool sentence_affirms_date(const Sentence *sentence, size_t n) {
    const Token *date = &sentence->tokens.items[n];
    if (!sentence->has_cue[CUE_SETTLED] || sentence->s.data[sentence->to - 1] == '?')
        return false;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *word = &sentence->tokens.items[i];
        bool before = word->to <= date->from;
        bool bracketed = !before && date->from > sentence->from && sentence->s.data[date->from - 1] == '(' && sentence->s.data[date->to] == ')';
        size_t from = before ? word->to : date->to + bracketed, to = before ? date->from : word->from;
        if (!is_cue(word, CUE_SETTLED) || (!before && word->from < date->to) || gap_breaks(sentence->s, from, to) ||
            gap_has(sentence->s, from, to, ',') || gap_words(sentence->s, from, to) > (before ? BEFORE_WORDS : BEHIND_WORDS))
            continue;
        bool other = false; /* a date nearer to the word */
        for (size_t k = i < n ? i + 1 : n + 1; k < (i < n ? n : i); k++)
            other |= sentence->tokens.items[k].kind == TOKEN_WHEN;
        if (!other && !is_denied(sentence, word))
            return true;
    }
    return false;
}

/* ---- "the correct amount is 1,870" ---- */

/* What a word names; DETAIL_COUNT for another word. */
static Detail named_by(const Token *word) {
    if (is_label(word, LABEL_KPI_VALUE) || is_cue(word, CUE_KPI))
        return DETAIL_KPI_VALUE;
    if (is_label(word, LABEL_PURCHASE_UNITS) || word->kind == TOKEN_UNIT)
        return DETAIL_PURCHASE_UNITS;
    if (is_label(word, LABEL_REVENUE_VALUE) || is_cue(word, CUE_REVENUE))
        return DETAIL_REVENUE_VALUE;
    if (is_label(word, LABEL_MONTH) || is_label(word, LABEL_PERIOD))
        return DETAIL_MONTH;
    return is_label(word, LABEL_OMLP_TYPE) ? DETAIL_OMLP_TYPE : DETAIL_COUNT;
}

static bool is_year(const Sentence *sentence, const Token *value) {
    Decimal year;
    Str figure = str_sub(sentence->s, value->from, value->to);
    return figure.len == 4 && decimal_parse(figure, &year) && year.units >= 1990 && year.units <= 2099;
}

static bool can_be(const Sentence *sentence, const Token *value, Detail detail) {
    if (value->used)
        return false;
    if (value->kind == TOKEN_NUMBER && !value->word && !value->money && is_year(sentence, value))
        return false;
    if (value->kind == TOKEN_NUMBER)
        return detail == DETAIL_REVENUE_VALUE || ((detail == DETAIL_KPI_VALUE || detail == DETAIL_PURCHASE_UNITS) && !value->money);
    return (value->kind == TOKEN_WHEN && detail == DETAIL_MONTH && value->when.date.month) ||
           (value->kind == TOKEN_TYPE && detail == DETAIL_OMLP_TYPE);
}

static bool same_clause(const Sentence *sentence, size_t from, size_t to, size_t words) {
    return !gap_has(sentence->s, from, to, ',') && !gap_breaks(sentence->s, from, to) && gap_words(sentence->s, from, to) <= words;
}

/* The value that the name at token n leads on to. */
static Token *named_value(Sentence *sentence, size_t n, Detail detail) {
    const Token *name = &sentence->tokens.items[n];
    for (size_t i = n + 1; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        if (token->from < name->to)
            continue;
        if (can_be(sentence, token, detail))
            return same_clause(sentence, name->to, token->from, BEHIND_WORDS) ? token : NULL;
        if (token->kind == TOKEN_NUMBER || token->kind == TOKEN_CODE || token->kind == TOKEN_WHEN || token->kind == TOKEN_TYPE)
            return NULL;
    }
    return NULL;
}

/* Does a word right beside the value name it so: "2 Stück", "KPI 2", "a revenue of 500"? */
static bool is_named(const Sentence *sentence, const Token *value, Detail detail) {
    const Token *first = sentence->tokens.items, *end = first + sentence->tokens.len;
    if (value->kind != TOKEN_NUMBER || value->money)
        return true;
    for (const Token *word = value + 1; word < end && same_clause(sentence, value->to, word->from, 0); word++)
        if (named_by(word) != DETAIL_COUNT)
            return named_by(word) == detail;
    for (const Token *word = value; word-- > first && same_clause(sentence, word->to, value->from, BEHIND_WORDS);)
        if (named_by(word) != DETAIL_COUNT)
            return named_by(word) == detail;
    return false;
}

/* "the correct KPI", "KPI giusto": the word stands beside the name, or within it where a form has both as one label. */
static bool says_right(const Sentence *sentence, const Token *name) {
    Hits hits = {0};
    if (sentence_beside(sentence, name, SMALL_RIGHT))
        return true;
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, name->from, name->to, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == SMALL_RIGHT && reader_trusts(sentence->reader, &hits.items[i]))
            return true;
    return false;
}

void sentence_right_names(Sentence *sentence) {
    if (sentence->has_cue[CUE_PAID])
        return; /* "the right amount was paid: 1,525" */
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *name = &sentence->tokens.items[i];
        Detail detail = name->kind == TOKEN_UNIT ? DETAIL_COUNT : named_by(name);
        if (detail == DETAIL_COUNT || !says_right(sentence, name) || is_denied(sentence, name))
            continue;
        Token *right = named_value(sentence, i, detail), *wrong = NULL;
        if (!right || right->role_known)
            continue;
        role_set(right, ROLE_EXPECTED);
        for (size_t k = 0; k < i; k++)
            if (can_be(sentence, &sentence->tokens.items[k], detail) && sentence->tokens.items[k].kind == right->kind &&
                is_named(sentence, &sentence->tokens.items[k], detail))
                wrong = &sentence->tokens.items[k];
        if (wrong && !same_clause(sentence, wrong->to, name->from, SIZE_MAX))
            role_set(wrong, ROLE_SHOWN);
    }
}

/* ---- "the KPI of 20 is wrong" ---- */

/* Where a word for what is wrong begins that stands in [from, to), at most so many words behind `from`; `to` when there is none. */
static size_t wrong_in(const Sentence *sentence, size_t from, size_t to, size_t words, size_t *end) {
    Hits hits = {0};
    if (from >= to)
        return to;
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, from, to, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        if (hit->key != SMALL_WRONG || !reader_trusts(sentence->reader, hit) || !same_clause(sentence, from, hit->from, words))
            continue;
        *end = hit->to;
        return hit->from;
    }
    return to;
}

/* "KPI of 20 is wrong |, should be", and not "is wrong in your list of": nothing of the clause follows but the dashboard. */
static bool ends_clause(const Sentence *sentence, size_t end) {
    size_t stop = end;
    while (stop < sentence->to && !strchr(",.;:()!?\n", sentence->s.data[stop]) && !str_starts(str_sub(sentence->s, stop, sentence->to), STR("。")))
        stop++;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->from >= end && token->from < stop && (is_cue(token, CUE_CONTRAST) || is_cue(token, CUE_EXPECTED) || is_cue(token, CUE_INSTEAD)))
            stop = token->from;
    }
    size_t words = gap_words(sentence->s, end, stop);
    return words <= TAIL_WORDS && !((unsigned char)sentence->s.data[end - 1] < 0x80 && words > 0 && stop < sentence->to && sentence->s.data[stop] == ':');
}

/* "nothing wrong with 20", "not wrong", "does not agree with the dashboard": nothing is said against the figure. */
static bool accuses(const Sentence *sentence, size_t from, size_t to) {
    const Token word = {.from = from, .to = to};
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if ((is_cue(token, CUE_SETTLED) && token->from <= from && token->to >= to) ||
            (is_cue(token, CUE_DASHBOARD) && token->from >= to && same_clause(sentence, to, token->from, SIZE_MAX)))
            return false;
    }
    return !is_denied(sentence, &word);
}

/* A figure of its own: no count of courseware, no number of a paper, nothing that was bought. */
static bool stands_alone(const Sentence *sentence, const Token *value, Detail detail) {
    const Token *end = sentence->tokens.items + sentence->tokens.len;
    if (value->role_known || role_is_named_number(sentence, value))
        return false;
    for (const Token *next = value + 1; next < end && same_clause(sentence, value->to, next->from, 1); next++)
        if (is_cue(next, CUE_PURCHASE) || is_cue(next, CUE_EXPECTED) || is_cue(next, CUE_INSTEAD) ||
            (value->kind == TOKEN_NUMBER && detail != DETAIL_PURCHASE_UNITS && (next->kind == TOKEN_TYPE || next->kind == TOKEN_UNIT || is_label(next, LABEL_PURCHASE_UNITS))))
            return false;
    return true;
}

/* "the KPI is wrong: 20", 有误,是20: a comma and words of the West lead as often to what is right. */
static bool leads_by_colon(const Sentence *sentence, size_t from, size_t to) {
    bool colon = false;
    for (size_t i = from; i < to; i++) {
        colon |= sentence->s.data[i] == ':';
        if (strchr(".;(\n", sentence->s.data[i]))
            return false;
    }
    return colon || is_east(sentence) || gap_words(sentence->s, from, to) >= 1; /* ", it is 20" */
}

/* The next value of the detail behind `from`, before any word that turns to what is right. */
static Token *accused_behind(Sentence *sentence, size_t from, Detail detail) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        if (token->from < from)
            continue;
        if (can_be(sentence, token, detail))
            return gap_words(sentence->s, from, token->from) <= BEFORE_WORDS && leads_by_colon(sentence, from, token->from) ? token : NULL;
        if (token->kind == TOKEN_CUE || token->kind == TOKEN_CODE || token->kind == TOKEN_NUMBER || token->kind == TOKEN_WHEN)
            return NULL;
    }
    return NULL;
}

/* "Is the KPI of 25 wrong?", "KPI 25は間違いですか。" */
static bool asks(const Sentence *sentence) {
    static const char *const ends[] = {"?", "か", "吗", "嗎", "까", "나요"};
    Str s = str_trim(str_sub(sentence->s, sentence->from, sentence->to));
    while (s.len && (str_ends(s, STR("。")) || str_ends(s, STR("."))))
        s.len -= str_ends(s, STR(".")) ? 1 : strlen("。");
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(s, str_of(ends[i])))
            return true;
    return false;
}

/* "I do not think that the KPI of 25 is wrong" */
static bool is_denied_afar(const Sentence *sentence, const Token *name) {
    for (size_t i = 0; i < sentence->small.len; i++)
        if (sentence->small.items[i].key == SMALL_NEGATION && sentence->small.items[i].to <= name->from)
            return true;
    return false;
}

/* "The type is wrong: dMOC on invoice 4711", "..., 25 were bought": what the paper says is right. */
static bool is_of_paper(const Sentence *sentence, const Token *value) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->from >= value->to && (is_cue(token, CUE_INVOICE) || is_label(token, LABEL_INVOICE_NUMBER) || is_cue(token, CUE_PURCHASE) ||
                                         is_cue(token, CUE_ISSUED) || is_cue(token, CUE_OWN) || token->kind == TOKEN_CODE))
            return true;
    }
    return false;
}

void sentence_wrong_names(Sentence *sentence) {
    if (asks(sentence))
        return;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *name = &sentence->tokens.items[i];
        Detail detail = name->kind == TOKEN_UNIT ? DETAIL_COUNT : named_by(name);
        if (detail == DETAIL_COUNT || is_denied_afar(sentence, name))
            continue;
        Token *value = named_value(sentence, i, detail);
        size_t end = 0, from = value ? value->outer_to > value->to ? value->outer_to : value->to : name->to;
        size_t at = value ? wrong_in(sentence, from, sentence->to, BEFORE_WORDS, &end) : sentence->to;
        if (at == sentence->to) { /* "the KPI is wrong: 20" */
            at = wrong_in(sentence, name->to, value ? value->from : sentence->to, BEFORE_WORDS, &end);
            value = end ? accused_behind(sentence, end, detail) : NULL;
            if (value && is_of_paper(sentence, value))
                continue;
        }
        bool behind = value && end && at > value->from; /* the word stands behind the figure */
        if (value && end && (!behind || ends_clause(sentence, end)) && stands_alone(sentence, value, detail) && accuses(sentence, at, end))
            role_set(value, ROLE_SHOWN);
    }
}
