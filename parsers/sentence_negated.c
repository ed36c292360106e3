/* What is not shown: "is not yet shown: 40 units" tells nothing that is shown; "shows no more than 20" does. */
#include "parsers/sentence_role.h"

#include "parsers/hangul.h"
#include "base/banned.h"

#define REACH 96          /* bytes looked through beside a verb or a figure */
#define SMALL_LETTERS 5   /* of a small word */
#define SMALL_BETWEEN 2   /* small words between a negation and its verb: "no me figura", "is yet" */
#define NAMES_BETWEEN 8   /* words from a German verb to its "nicht": "zeigt die Rechnung A-1 vom Januar nicht" */
#define TURN_WORDS 4      /* between a figure that is not shown and the one that is: ", it only says" */
#define LIMITED_WORDS 8   /* from a negation to "more than" */

/* The small words in the text beside a place, all keys. */
static void small_words(const Sentence *sentence, size_t from, size_t to, Hits *hits) {
    const Reader *reader = sentence->reader;
    from = from > sentence->from ? from : sentence->from;
    to = to < sentence->to ? to : sentence->to;
    while (from < to && ((unsigned char)sentence->s.data[from] & 0xC0) == 0x80)
        from++;
    while (to < sentence->to && ((unsigned char)sentence->s.data[to] & 0xC0) == 0x80)
        to++;
    lexicon_scan(reader->lexicon, reader->arena, reader->text, from, to, LEX_BIT(LEX_LANGUAGE), hits);
}

static bool is_small(const Sentence *sentence, const Hit *hit, SmallWord key) {
    return hit->key == (int)key && reader_trusts(sentence->reader, hit);
}

/* The small word of that kind that ends (or begins) at a place; NULL when none does. */
static const Hit *small_at(const Sentence *sentence, const Hits *hits, SmallWord key, size_t at, bool ends) {
    for (size_t i = 0; i < hits->len; i++) /* of those that end there the longest */
        if ((ends ? hits->items[i].to : hits->items[i].from) == at && is_small(sentence, &hits->items[i], key))
            return &hits->items[i];
    return NULL;
}

/* Tokens that say where or when, and nothing of a verb: "does not on the dashboard show". */
static const Token *passed_at(const Sentence *sentence, size_t at, bool ends) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if ((ends ? token->to : token->from) == at && (is_cue(token, CUE_NOW) || is_cue(token, CUE_DASHBOARD)))
            return token;
    }
    return NULL;
}

static size_t letters_in(Str s, size_t from, size_t to) {
    size_t letters = 0;
    for (size_t i = from; i < to; i++)
        letters += ((unsigned char)s.data[i] & 0xC0) != 0x80;
    return letters;
}

/* A negation before the word; between stand adverbs of time and degree, whatever their length, and few small words. */
static bool is_negated_before(const Sentence *sentence, const Token *word) {
    Hits hits = {0};
    size_t at = word->from;
    small_words(sentence, at > REACH ? at - REACH : 0, at, &hits);
    for (int small = 0; small <= SMALL_BETWEEN;) {
        while (at > sentence->from && sentence->s.data[at - 1] == ' ')
            at--;
        const Hit *adverb = small_at(sentence, &hits, SMALL_ADVERB, at, true);
        const Token *passed = passed_at(sentence, at, true);
        if (small_at(sentence, &hits, SMALL_NEGATION, at, true))
            return true;
        if (small_at(sentence, &hits, SMALL_MANNER, at, true) || small_at(sentence, &hits, SMALL_LIMIT, at, true))
            return false; /* "is not correctly shown": it is shown */
        if (adverb || passed) {
            at = adverb ? adverb->from : passed->from;
            continue;
        }
        size_t end = at;
        while (at > sentence->from && !strchr(" ,;:.()\n", sentence->s.data[at - 1]))
            at--;
        if (str_starts(str_sub(sentence->s, at, end), STR("n'")) && sentence->reader->language == LANGUAGE_FR)
            return true;
        if (small_at(sentence, &hits, SMALL_JOINS, at, false)) /* "non è" is folded to "non e" */
            return end - at == 1 && at > sentence->from && small_at(sentence, &hits, SMALL_NEGATION, at - 1, true);
        if (at == end || letters_in(sentence->s, at, end) > SMALL_LETTERS)
            return false;
        small++;
    }
    return false;
}

/* "zeigt momentan nicht die Rechnung", "erscheint bislang nicht": in German the verb comes first. What is negated is the verb
 * unless a figure ("zeigt nicht 25"), a manner or "more than" follows. */
static bool is_negated_behind(const Sentence *sentence, size_t n) {
    const Token *verb = &sentence->tokens.items[n], *next = next_of(sentence, n);
    Hits hits = {0};
    if (sentence->reader->language != LANGUAGE_DE)
        return false;
    small_words(sentence, verb->to, verb->to + REACH, &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *no = &hits.items[i];
        if (!is_small(sentence, no, SMALL_NEGATION))
            continue;
        for (; next && next->from < no->from; next = next_of(sentence, (size_t)(next - sentence->tokens.items)))
            if (next->kind == TOKEN_NUMBER && !role_is_named_number(sentence, next))
                return false;
        if (gap_words(sentence->s, verb->to, no->from) > NAMES_BETWEEN || gap_breaks(sentence->s, verb->to, no->from) ||
            gap_has(sentence->s, verb->to, no->from, ','))
            return false;
        while (next && next->kind != TOKEN_NUMBER)
            next = next_of(sentence, (size_t)(next - sentence->tokens.items));
        size_t behind = no->to;
        while (behind < sentence->to && sentence->s.data[behind] == ' ')
            behind++;
        return !small_at(sentence, &hits, SMALL_MANNER, behind, false) && !small_at(sentence, &hits, SMALL_LIMIT, behind, false) &&
               !(next && gap_words(sentence->s, no->to, next->outer_from) <= 1 && !gap_breaks(sentence->s, no->to, next->outer_from));
    }
    return false;
}

static bool starts_with_any(Str s, const char *const *words) {
    for (; *words; words++)
        if (str_starts(s, str_of(*words)))
            return true;
    return false;
}

/* "표시되지 않습니다", "맞지 않고". */
static bool is_negated_korean(const Sentence *sentence, const Token *word) {
    static const char *const denies[] = {"않", "못", "아니", NULL};
    size_t end = hangul_tail_end(sentence->s, word->to);
    Str verb = str_sub(sentence->s, word->from, end);
    if (!(str_ends(verb, STR("지")) || str_ends(verb, STR("지는")) || str_ends(verb, STR("지도"))))
        return false;
    while (end < sentence->to && sentence->s.data[end] == ' ')
        end++;
    return starts_with_any(str_sub(sentence->s, end, sentence->to), denies);
}

/* "表示されていません", "表示されておらず": the kana behind the verb deny it. */
static bool is_negated_japanese(const Sentence *sentence, const Token *word) {
    static const char *const denies[] = {"ません", "ない", "おらず", "れず"};
    size_t end = word->to;
    while (end + 3 <= sentence->to && (unsigned char)sentence->s.data[end] == 0xE3 &&
           ((unsigned char)sentence->s.data[end + 1] == 0x81 || (unsigned char)sentence->s.data[end + 1] == 0x82))
        end += 3;
    Str kana = str_sub(sentence->s, word->from, end);
    for (size_t i = 0; i < sizeof denies / sizeof *denies; i++)
        if (str_find(kana, str_of(denies[i])) >= 0)
            return true;
    return false;
}

/* "正しく表示されておらず20", "제대로 표시되지 않고": it is shown, but wrongly. */
static bool is_of_manner(const Sentence *sentence, const Token *word) {
    Hits hits = {0};
    size_t at = word->from;
    small_words(sentence, at > REACH ? at - REACH : 0, at, &hits);
    while (at > sentence->from && sentence->s.data[at - 1] == ' ')
        at--;
    return small_at(sentence, &hits, SMALL_MANNER, at, true) != NULL;
}

/* "しか表示": the word itself says that there is no more. */
static bool says_only(const Sentence *sentence, const Token *word) {
    static const char *const only[] = {"しか", "だけ", "のみ", "밖에", "만 "};
    Str cue = str_sub(sentence->s, word->from, word->to);
    for (size_t i = 0; i < sizeof only / sizeof *only; i++)
        if (str_find(cue, str_of(only[i])) >= 0)
            return true;
    return false;
}

static bool is_negated(const Sentence *sentence, size_t n) {
    const Token *word = &sentence->tokens.items[n];
    Language language = sentence->reader->language;
    if (language == LANGUAGE_KO || language == LANGUAGE_JA)
        return (language == LANGUAGE_KO ? is_negated_korean(sentence, word) : is_negated_japanese(sentence, word)) &&
               !says_only(sentence, word) && !is_of_manner(sentence, word);
    return is_negated_before(sentence, word) || is_negated_behind(sentence, n);
}

/* May a word on the other side of token n still be about the same verb? Not behind a figure, a turn, or a word that joins. */
static bool parts_verbs(const Sentence *sentence, const Token *left, const Token *right) {
    Hits hits = {0};
    const Token *figure = left->kind == TOKEN_NUMBER ? left : right;
    if ((figure->kind == TOKEN_NUMBER && !role_is_named_number(sentence, figure)) || is_cue(left, CUE_CONTRAST) || is_cue(right, CUE_CONTRAST))
        return true;
    if (left->to >= right->from)
        return false;
    if (gap_has(sentence->s, left->to, right->from, ',') || gap_breaks(sentence->s, left->to, right->from))
        return true;
    small_words(sentence, left->to, right->from, &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (is_small(sentence, &hits.items[i], SMALL_JOINS))
            return true;
    return false;
}

/* The verb, and the words beside it that say the same: "im Dashboard" tells nothing of what is not shown in it. */
static void drop_verb(const Sentence *sentence, size_t n, bool *drop) {
    const Token *tokens = sentence->tokens.items;
    drop[n] = true;
    for (size_t i = n; i > 0 && !drop[i - 1] && !parts_verbs(sentence, &tokens[i - 1], &tokens[i]); i--)
        drop[i - 1] = is_cue(&tokens[i - 1], CUE_SHOWN);
    for (size_t i = n + 1; i < sentence->tokens.len && !drop[i] && !parts_verbs(sentence, &tokens[i - 1], &tokens[i]); i++)
        drop[i] = is_cue(&tokens[i], CUE_SHOWN);
}

/* "맞지 않고", 不正确: where the negation touches the word, what is right is denied, too. */
static bool denies_right(const Sentence *sentence, const Token *word) {
    Language language = sentence->reader->language;
    Hits hits = {0};
    if (!is_cue(word, CUE_EXPECTED))
        return false;
    if (language == LANGUAGE_KO)
        return is_negated_korean(sentence, word);
    if (language == LANGUAGE_JA)
        return is_negated_japanese(sentence, word);
    if (language != LANGUAGE_ZH_CN && language != LANGUAGE_ZH_TW)
        return false;
    small_words(sentence, word->from > REACH ? word->from - REACH : 0, word->from, &hits);
    return small_at(sentence, &hits, SMALL_NEGATION, word->from, true) != NULL;
}

/* The negated words of the sentence; NULL when there are none. */
static bool *find_negated(Sentence *sentence) {
    bool *drop = NULL;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        bool verb = is_cue(token, CUE_SHOWN) && is_negated(sentence, i);
        if (!verb && !denies_right(sentence, token))
            continue;
        drop = drop ? drop : ARENA_ARRAY(sentence->reader->arena, bool, sentence->tokens.len);
        drop[i] = true;
        if (verb)
            drop_verb(sentence, i, drop);
        sentence->complaint = sentence->complains ? sentence->complaint : token->from;
        sentence->complains = true;
    }
    return drop;
}

void sentence_negations(Sentence *sentence) {
    Tokens *tokens = &sentence->tokens;
    const bool *drop = find_negated(sentence);
    size_t kept = 0;
    if (!drop)
        return;
    sentence->has_cue[CUE_SHOWN] = sentence->has_cue[CUE_EXPECTED] = false;
    for (size_t i = 0; i < tokens->len; i++) {
        if (drop[i])
            continue;
        sentence->has_cue[CUE_SHOWN] |= is_cue(&tokens->items[i], CUE_SHOWN);
        sentence->has_cue[CUE_EXPECTED] |= is_cue(&tokens->items[i], CUE_EXPECTED);
        tokens->items[kept++] = tokens->items[i];
    }
    tokens->len = kept;
}

/* ---- "no more than 20" is what is shown ---- */

/* A word of that kind right beside the figure, with nothing but the word for what is counted between. */
static const Hit *beside_figure(const Sentence *sentence, const Hits *hits, SmallWord key, const Token *figure) {
    bool behind = sentence->reader->language == LANGUAGE_JA || sentence->reader->language == LANGUAGE_KO;
    for (size_t i = hits->len; i-- > 0;) {
        const Hit *hit = &hits->items[i];
        size_t from = behind ? figure->outer_to : hit->to, to = behind ? hit->from : figure->outer_from;
        if (is_small(sentence, hit, key) && from <= to && gap_words(sentence->s, from, to) <= 1 && !gap_breaks(sentence->s, from, to) &&
            !gap_has(sentence->s, from, to, ','))
            return hit;
    }
    return NULL;
}

/* "not 2020 but 2019": a figure of its own is denied. */
static bool has_figure(const Sentence *sentence, size_t from, size_t to) {
    for (size_t i = 0; i < sentence->tokens.len; i++)
        if (sentence->tokens.items[i].kind == TOKEN_NUMBER && sentence->tokens.items[i].from >= from && sentence->tokens.items[i].to <= to)
            return true;
    return false;
}

/* Is what ends at `at` denied: "does not show | more than"? */
static bool is_denied_before(const Sentence *sentence, const Hits *hits, size_t at) {
    for (size_t i = hits->len; i-- > 0;) {
        const Hit *no = &hits->items[i];
        if (is_small(sentence, no, SMALL_NEGATION) && no->to <= at)
            return gap_words(sentence->s, no->to, at) <= LIMITED_WORDS && !has_figure(sentence, no->to, at) && !gap_breaks(sentence->s, no->to, at) &&
                   !gap_has(sentence->s, no->to, at, ',');
    }
    return false;
}

/* "20以上表示されません", "20 이상 나오지 않습니다": the verb behind is denied. */
static bool is_denied_behind(const Sentence *sentence, size_t at) {
    const Token verb = {.from = at, .to = at};
    size_t end = at;
    if (sentence->reader->language == LANGUAGE_JA) {
        while (end < sentence->to && end < at + REACH / 2 && !strchr(" ,.:;()\n", sentence->s.data[end]))
            end++;
        Str tail = str_sub(sentence->s, at, end);
        return str_find(tail, STR("ません")) >= 0 || str_find(tail, STR("ない")) >= 0 || str_find(tail, STR("おらず")) >= 0;
    }
    for (int words = 0; words < 3 && verb.to <= end && end < sentence->to; words++) {
        while (end < sentence->to && sentence->s.data[end] == ' ')
            end++;
        Token word = {.from = end, .to = hangul_end(sentence->s, end)};
        if (word.to == end)
            return false;
        if (is_negated_korean(sentence, &word))
            return true;
        end = word.to;
    }
    return false;
}

/* Words of a purchase, or of what is right, in the sentence: "we bought no more than 20". */
static bool tells_own(const Sentence *sentence) {
    return sentence->has_cue[CUE_PURCHASE] || sentence->has_cue[CUE_PAID] || sentence->has_cue[CUE_OWN] || sentence->has_cue[CUE_EXPECTED] ||
           sentence->has_cue[CUE_LACK];
}

/* "20 KPI", "KPIは20": the word for them right beside the figure. */
static bool names_kpi(const Sentence *sentence, size_t n) {
    const Token *figure = &sentence->tokens.items[n], *next = next_of(sentence, n), *before = n ? figure - 1 : NULL;
    return (next && (is_cue(next, CUE_KPI) || is_label(next, LABEL_KPI_VALUE)) && next->from <= figure->outer_to + 1) ||
           (before && (is_cue(before, CUE_KPI) || is_label(before, LABEL_KPI_VALUE)) && gap_words(sentence->s, before->to, figure->outer_from) <= 1 &&
            !gap_breaks(sentence->s, before->to, figure->outer_from));
}

/* "Invoice A-1, January 2021: only 25 dMOC": the purchase itself is told, unless the clause speaks of what is shown. */
static bool tells_purchase(const Sentence *sentence, size_t n) {
    const Token *next = next_of(sentence, n);
    bool counts = next && next->kind == TOKEN_TYPE && gap_words(sentence->s, sentence->tokens.items[n].to, next->from) <= 1;
    return counts && !role_clause_has(sentence, n, TOKEN_CUE, CUE_SHOWN) && !role_clause_has(sentence, n, TOKEN_CUE, CUE_DASHBOARD) &&
           (sentence->has_cue[CUE_INVOICE] || !sentence->has_cue[CUE_DASHBOARD]);
}

void sentence_limits(Sentence *sentence) {
    bool east = sentence->reader->language == LANGUAGE_JA || sentence->reader->language == LANGUAGE_KO;
    bool about = sentence->has_cue[CUE_SHOWN] || sentence->has_cue[CUE_DASHBOARD] || sentence->complains;
    if (tells_own(sentence) || !(about || sentence->has_cue[CUE_KPI]))
        return;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *figure = &sentence->tokens.items[i];
        Hits hits = {0};
        if (!about && !names_kpi(sentence, i)) /* "you have only 20 KPI" */
            continue;
        if (figure->kind != TOKEN_NUMBER || figure->used || figure->role_known || role_is_named_number(sentence, figure))
            continue;
        if (tells_purchase(sentence, i))
            continue;
        small_words(sentence, figure->outer_from > REACH ? figure->outer_from - REACH : 0, figure->outer_to + (east ? REACH : 0), &hits);
        const Hit *limit = beside_figure(sentence, &hits, SMALL_LIMIT, figure);
        bool denied = limit && (east ? is_denied_behind(sentence, limit->to) : is_denied_before(sentence, &hits, limit->from));
        if (denied || beside_figure(sentence, &hits, SMALL_ONLY, figure))
            role_set(figure, ROLE_SHOWN);
    }
}

/* The first figure behind a place; NULL when there is none. */
static Token *first_figure(Sentence *sentence, size_t at) {
    for (size_t i = 0; i < sentence->tokens.len; i++)
        if (sentence->tokens.items[i].kind == TOKEN_NUMBER && sentence->tokens.items[i].outer_to > at)
            return &sentence->tokens.items[i];
    return NULL;
}

/* The only figure behind a place; NULL when there is none, or a list. */
static Token *only_figure(Sentence *sentence, size_t at) {
    Token *only = NULL;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        if (token->kind != TOKEN_NUMBER || token->outer_to <= at)
            continue;
        if (only)
            return NULL;
        only = token;
    }
    return only;
}

/* "... is shown wrongly (right: 25)", "wrongly: not 2020 but 2019": a word between turns to what is right. */
static bool turns_between(const Sentence *sentence, size_t from, size_t colon, const Token *figure) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token < figure && ((is_cue(token, CUE_EXPECTED) && token->from >= from) ||
                               (token->from >= colon && (is_cue(token, CUE_NOT) || is_cue(token, CUE_CONTRAST)))))
            return true;
    }
    return false;
}

/* "Our purchase is not fully shown: 25 units on A-1": the colon tells which purchase, by a count or a number of its own, unless what
 * is wrong was named before it, "the KPI is not right: 20". */
static bool tells_which(const Sentence *sentence, size_t colon, Token *figure) {
    bool counts = false, numbered = false;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->to <= colon && (is_cue(token, CUE_KPI) || is_label(token, LABEL_KPI_VALUE) || is_label(token, LABEL_PURCHASE_UNITS) ||
                                   token->kind == TOKEN_UNIT || is_cue(token, CUE_REVENUE) || is_label(token, LABEL_REVENUE_VALUE)))
            return false;
        bool behind = token->from >= figure->to && gap_words(sentence->s, figure->outer_to, token->from) == 0;
        bool before = token->from >= colon && token->to <= figure->from && gap_words(sentence->s, token->to, figure->outer_from) == 0;
        counts |= (behind || before) && (token->kind == TOKEN_TYPE || token->kind == TOKEN_UNIT);
        numbered |= token->from >= colon && (token->kind == TOKEN_CODE || is_label(token, LABEL_INVOICE_NUMBER));
    }
    if (counts && numbered)
        role_set(figure, ROLE_CLAIM);
    return counts;
}

void sentence_manner(Sentence *sentence) {
    Hits hits = {0};
    size_t at = sentence->complaint;
    if (!sentence->complains)
        return;
    while (at + 1 < sentence->to && !strchr(";:)", sentence->s.data[at]) && !(sentence->s.data[at] == ',' && sentence->s.data[at + 1] == ' '))
        at++;
    if (at >= sentence->to || (sentence->s.data[at] != ':' && sentence->s.data[at] != ','))
        return;
    bool manner = false;
    small_words(sentence, sentence->complaint, at, &hits);
    for (size_t i = 0; i < hits.len; i++) {
        if (!is_small(sentence, &hits.items[i], SMALL_MANNER))
            continue;
        manner = true;
        for (size_t k = 0; k < sentence->tokens.len; k++) /* "correctly" tells nothing that is right here */
            if (is_cue(&sentence->tokens.items[k], CUE_EXPECTED) && sentence->tokens.items[k].from == hits.items[i].from)
                sentence->tokens.items[k].key = CUE_OWN;
    }
    Token *shown = manner ? first_figure(sentence, at) : NULL;
    if (!shown || tells_which(sentence, at, shown))
        return;
    shown = only_figure(sentence, at);
    if (shown && !turns_between(sentence, sentence->complaint, at, shown) && gap_words(sentence->s, at, shown->outer_from) <= 1)
        role_set(shown, ROLE_SHOWN);
}

/* Is the figure followed by the name of something that the other one does not count? */
static bool has_own_name(const Sentence *sentence, size_t n) {
    const Token *figure = &sentence->tokens.items[n], *next = next_of(sentence, n);
    return next && (next->kind == TOKEN_UNIT || next->kind == TOKEN_TYPE || next->kind == TOKEN_LABEL || is_cue(next, CUE_KPI)) &&
           gap_words(sentence->s, figure->outer_to, next->from) == 0 && (unsigned char)sentence->s.data[next->from] < 0xE3;
}

/* The words between two figures turn from one to the other: "but", "sondern", ", it is". */
static bool turns(const Sentence *sentence, size_t left, size_t right) {
    const Token *tokens = sentence->tokens.items;
    size_t from = tokens[left].outer_to, first = left + 1;
    for (; first < right && gap_words(sentence->s, from, tokens[first].from) == 0 && !gap_has(sentence->s, from, tokens[first].from, ',') &&
           !is_cue(&tokens[first], CUE_CONTRAST) && !is_cue(&tokens[first], CUE_INSTEAD);
         first++)
        from = tokens[first].to > from ? tokens[first].to : from; /* what is counted, the verb */
    bool turn = gap_has(sentence->s, from, tokens[right].outer_from, ',');
    for (size_t i = first; i < right; i++) {
        if (tokens[i].kind == TOKEN_LABEL || tokens[i].kind == TOKEN_TYPE || is_cue(&tokens[i], CUE_KPI) || is_cue(&tokens[i], CUE_REVENUE))
            return false;
        turn |= is_cue(&tokens[i], CUE_CONTRAST) || is_cue(&tokens[i], CUE_INSTEAD);
    }
    return turn && !gap_breaks(sentence->s, from, tokens[right].outer_from) && gap_words(sentence->s, from, tokens[right].outer_from) <= TURN_WORDS;
}

/* "2021, not 2022" is of the purchase. */
static bool is_year(const Sentence *sentence, const Token *figure) {
    return figure->to - figure->from == 4 && str_starts(str_sub(sentence->s, figure->from, figure->to), STR("20"));
}

void sentence_not_but(Sentence *sentence) {
    bool about = sentence->has_cue[CUE_SHOWN] || sentence->has_cue[CUE_DASHBOARD] || sentence->complains;
    bool east = sentence->reader->language == LANGUAGE_ZH_CN || sentence->reader->language == LANGUAGE_ZH_TW;
    size_t left = 0, right = 0, figures = 0;
    if (!about || sentence->corrects || sentence->has_cue[CUE_PURCHASE] || sentence->has_cue[CUE_OWN] || sentence->has_cue[CUE_LACK] ||
        (sentence->has_cue[CUE_EXPECTED] && !(east && sentence->has_cue[CUE_SHOWN])))
        return;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->kind != TOKEN_NUMBER || token->used || role_is_named_number(sentence, token))
            continue;
        left = figures ? left : i;
        right = i;
        figures++;
    }
    if (figures != 2 || is_year(sentence, &sentence->tokens.items[left]) || sentence->tokens.items[left].money != sentence->tokens.items[right].money || has_own_name(sentence, right) ||
        !turns(sentence, left, right))
        return;
    Hits hits = {0};
    size_t at = sentence->tokens.items[left].outer_from;
    small_words(sentence, at > REACH ? at - REACH : 0, at, &hits);
    bool denied = sentence->tokens.items[left].role_known && sentence->tokens.items[left].role == ROLE_DENIED;
    if (beside_figure(sentence, &hits, SMALL_LIMIT, &sentence->tokens.items[left]) || !(denied || is_denied_before(sentence, &hits, at)))
        return;
    role_put(&sentence->tokens.items[left], ROLE_EXPECTED);
    role_put(&sentence->tokens.items[right], ROLE_SHOWN);
}
