/* Sentence: one sentence under reading, and the passes over its tokens.
 *
 * The passes run in this order: roles (what is shown, what is right), numbers of other papers, invoice numbers, dates,
 * values, types. Each marks the tokens that it used, so that a later one does not read them again. */
#ifndef PARSERS_SENTENCE_H
#define PARSERS_SENTENCE_H

#include "parsers/prose.h"
#include "parsers/token.h"

typedef struct Sentence {
    Reader *reader;
    Str s;           /* folded text up to the sentence's end */
    size_t from, to;
    Tokens tokens;
    Hits small;      /* ordinals and what else tells how listed figures belong together: sentence_small.c */
    bool has_cue[CUE_COUNT];
    bool has_type, has_units, complains, corrects; /* has_units: a label of purchase units */
    bool right_first; /* a pair of figures gave the right one before the one that is shown */
    size_t complaint; /* where the first word of complaint begins */
} Sentence;

/* Takes words for what is shown away that are negated, "is not yet shown": no figure is steered by them. */
void sentence_negations(Sentence *sentence);
void sentence_roles(Sentence *sentence);
/* "shows no more than 20", "only 20 on the dashboard": what is shown, whatever the verb. */
void sentence_limits(Sentence *sentence);
/* "does not show 25 but 20": the first is right. */
void sentence_not_but(Sentence *sentence);
/* "is not shown correctly: 20" */
void sentence_manner(Sentence *sentence);
/* "corregir de 20 a 25", "4 of the 14", "..., the dashboard 40": pairs of figures of which the words tell the roles. */
void sentence_turns(Sentence *sentence);
/* "Your 20 KPI differ from our 25": tells the roles of two figures, one of each side; false when there are none. */
bool sentence_sides(Sentence *sentence);
void sentence_roles_korean(Sentence *sentence);
/* "84 was a typo for 48", "84は48の誤りです": of two values the wrong one and the one in its place. */
void sentence_slips(Sentence *sentence);
/* "It should be January 2021", "Richtig wäre dMOC": the period, the type that is said to be right. */
void sentence_ought(Sentence *sentence);
/* Marks the figures that other labels or papers claim: order numbers, telephones, customer numbers, partner ids, tax. */
void sentence_others(Sentence *sentence);
void sentence_numbers(Sentence *sentence);
/* Gathers the small words that tell how figures belong together. */
void sentence_small_words(Sentence *sentence);
/* The first of them in [from, to) whose key is one of [first, last]; NULL when there is none. */
const Hit *sentence_small(const Sentence *sentence, size_t from, size_t to, SmallWord first, SmallWord last);
/* "The first has 25 dMOC, the latter 12": ordinals that stand for numbers told before are mentions of these. */
void sentence_references(Sentence *sentence);
/* "25 dMOC, of which 12 for schools", "in reverse order": sets aside, among its mentions from `first` on, figures that are no
 * purchase's own, and marks numbers that are another purchase's, "too". */
void sentence_parts(Sentence *sentence, size_t first);
/* "KPI ditto": the value that the purchase before has. */
void sentence_same(Sentence *sentence);
/* Is the figure too long for a count that no word names? */
bool sentence_is_id(const Sentence *sentence, const Token *number);
/* Codes that no word names, in a sentence about a purchase: perhaps its number. */
void sentence_bare_codes(Sentence *sentence, bool about_purchase);
void sentence_dates(Sentence *sentence);
/* Takes the words for what is right out that stand within words for what is wrong: "no es correcto". */
void sentence_drop_denied(Sentence *sentence);
/* "Is correctly shown as 22": the verb tells nothing that is wrong. */
void sentence_affirm_shown(Sentence *sentence);
/* Does the word say that nothing is wrong: "is fine", and not "is not fine"? */
bool sentence_affirms(const Sentence *sentence, const Token *word);
/* "January 2021 is right": does the sentence say so of the date at token n; and does that put another month right? */
bool sentence_affirms_date(const Sentence *sentence, size_t n);
bool sentence_rights_date(const Sentence *sentence, size_t n);
/* "..., the correct amount is 1,870": it is right, and one of the same detail in a clause before it is not. */
void sentence_right_names(Sentence *sentence);
/* "The KPI of 20 is wrong", "the KPI is wrong: 20": a figure that is said to be wrong is the dashboard's. */
void sentence_wrong_names(Sentence *sentence);
/* Is a small word of that kind right beside the date or figure? */
bool sentence_beside(const Sentence *sentence, const Token *date, SmallWord key);
/* "These two of 2021:" tells what stands below, not what was shown or paid then. */
bool sentence_heads_list(const Sentence *sentence);
void sentence_values(Sentence *sentence);
/* The second detail that the words before number n give the same figure; DETAIL_COUNT when there is none. */
Detail sentence_joint(const Sentence *sentence, size_t n, Detail detail);
/* Where the gap to *next begins: behind a bracket of words alone, "16 (sixteen) licences"; *next is then behind it, too. */
size_t sentence_behind_words(const Sentence *sentence, size_t n, const Token **next);
/* The clause between two tokens holds nothing but so many words. */
bool sentence_near_gap(const Sentence *sentence, size_t from, size_t to, size_t words);
/* A comma, or a rule between items: "2021 / MTA courseware / 30 units". */
bool sentence_has_comma(const Sentence *sentence, size_t from, size_t to);
/* Nothing but a sign or a word of listing: "A-1, A-2", "A-1 and A-2", "A-1, and A-2". */
bool sentence_only_joins(const Sentence *sentence, size_t from, size_t to);
/* Does the list, or the clause, end behind figure n? "KPI 25, 14 days after the end of the month" is no list. */
bool sentence_list_ends_or_goes_on(const Sentence *sentence, size_t n);
/* "25 dMOC on A-1 in March and another 12 on A-2": nothing but the paper or the date follows the bare count n. */
bool sentence_counts_more(const Sentence *sentence, size_t n);
/* 2点目は, "the other one", 1本も, "not even one": the figure counts nothing of a purchase. */
bool sentence_counts_nothing(const Sentence *sentence, size_t n);
/* 两个班级, "for two classes official tests": perhaps the figure counts another thing than courseware. */
bool sentence_counts_others(const Sentence *sentence, size_t n);
/* "we bought practice tests for two classes, 70 in total": the bare figure is the count of what was bought. */
bool sentence_is_whole(const Sentence *sentence, size_t n);
/* "36 users", 講師12名, 督促2回: people and times are units only where the sentence speaks of a purchase or of what is right. */
bool sentence_counts_people(const Sentence *sentence, const Token *unit);
/* What is counted once more is of the type that the sentence named last. */
void sentence_repeat_type(Sentence *sentence, const Token *number);
/* "20 and 10 instead of 25 and 12" of two invoices: what the words tell of the first of a list holds for all of it. */
void sentence_share_roles(Sentence *sentence);
/* Amounts of one purchase that prove each other net, gross and tax: 1,000 + 190 = 1,190. */
void sentence_sums(Sentence *sentence);
/* Is the label a word of tax, that tells of an amount what it is: 免税10万円? */
bool sentence_names_tax(const Sentence *sentence, const Token *label);
/* Net or gross by the words beside the amount at token n; the ones right behind count first. */
void sentence_net_or_gross(const Sentence *sentence, size_t n, bool *net, bool *gross);
/* "1,200 EUR, of which 200 EUR is VAT": is the amount at token n the tax's own? */
bool sentence_is_tax(const Sentence *sentence, size_t n);
/* The detail of the figure that the one at token n stands instead of: "10 units instead of 16". */
bool sentence_twin(const Sentence *sentence, size_t n, Detail *detail);
void sentence_types(Sentence *sentence);
void sentence_currency(Sentence *sentence);
/* "... and I do not know which is right": of two values none is shown or expected. */
void sentence_doubt(Sentence *sentence);
/* Marks what the sentence, its mentions from `first` on, names only to say that nothing is wrong with it. */
void sentence_settled(Sentence *sentence, size_t first);
/* Marks the figures among the sentence's mentions, from `first` on, that it says to be a sum or to hold of each. */
void sentence_shares(Sentence *sentence, size_t first);
/* Marks the figures among them that are said to be missing: "5 KPIs are missing". */
void sentence_lacks(Sentence *sentence, size_t first);
/* Does the sentence list several invoice numbers: "invoices A-1 and A-2"? */
bool sentence_lists(const Sentence *sentence);
/* Has the text said several invoice numbers so far? */
bool sentence_knows_numbers(const Sentence *sentence);
/* The number token n as a value of a detail that is known already. */
void sentence_add_value(Sentence *sentence, size_t n, Detail detail, Rank rank);

static inline bool is_cue(const Token *token, Cue cue) {
    return token->kind == TOKEN_CUE && token->key == (int)cue;
}

static inline bool is_label(const Token *token, Label label) {
    return token->kind == TOKEN_LABEL && token->key == (int)label;
}

#define CODE_DIGITS_MIN 3 /* a code without a word for it is a number only with so many digits */

static inline size_t token_digits(Str s, const Token *token) {
    size_t n = 0;
    for (size_t i = token->from; i < token->to; i++)
        n += s.data[i] >= '0' && s.data[i] <= '9';
    return n;
}

/* The 개 of "20개": a cue that is also the unit before it means the units here, not "a unit". */
static inline bool is_counter(const Sentence *sentence, const Token *cue) {
    return cue > sentence->tokens.items && cue[-1].kind == TOKEN_UNIT && cue[-1].from == cue->from;
}

static inline const Token *next_of(const Sentence *sentence, size_t n) {
    return n + 1 < sentence->tokens.len ? &sentence->tokens.items[n + 1] : NULL;
}

static inline bool is_figure(const Token *token) {
    return token->kind == TOKEN_NUMBER || token->kind == TOKEN_CODE;
}

/* A sentence that corrects outranks all that was said before. */
static inline Rank ranked(const Sentence *sentence, Rank rank, Role role) {
    return sentence->corrects && (role == ROLE_CLAIM || role == ROLE_EXPECTED) ? RANK_CORRECTION : rank;
}

#endif
