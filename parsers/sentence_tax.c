/* Amounts and tax: net, gross, or the tax itself, by the words beside them. */
#include "parsers/hangul.h"
#include "parsers/sentence.h"

#include "base/banned.h"

#define REACH 96       /* bytes from an amount to a word about it */
#define NEAR_TOKENS 40 /* words and figures looked through for another amount */
#define SUMMED_MAX 8   /* amounts of a sentence that are held against each other */
#define RATE_MAX 30    /* per cent: no tax on courseware is higher */
#define RATE_MIN 2
#define RATE_USUAL 23  /* with nothing but a difference to prove it, no higher one is taken for a tax */
#define VERB_WORDS 3   /* between a tax and its amount: "190 EUR of that was VAT" */

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

/* The end of an amount with the stop of its currency: within a sentence the stop of "100 руб." ends nothing. */
static size_t amount_end(const Sentence *sentence, const Token *amount) {
    return amount->outer_to + (amount->outer_to + 1 < sentence->to && sentence->s.data[amount->outer_to] == '.');
}

/* "1,000 EUR plus VAT 200 EUR": the words right behind an amount are about that one. */
static bool follows_amount(const Sentence *sentence, const Token *word) {
    const Token *before = word;
    while (before > sentence->tokens.items && before[-1].to > word->from)
        before--;
    before -= before > sentence->tokens.items;
    return before < word && before->kind == TOKEN_NUMBER && before->money && before->outer_to <= word->from &&
           sentence_near_gap(sentence, amount_end(sentence, before), word->from, 0) &&
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

bool sentence_names_tax(const Sentence *sentence, const Token *label) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->from < label->to && token->to > label->from && (tells_net_or_gross(token) || is_cue(token, CUE_TAX)))
            return true;
    }
    return false;
}

/* ---- sums ---- */

typedef struct Sum {
    Token *token;
    int64_t value; /* thousandths */
} Sum;

static bool in_thousandths(Decimal value, int64_t *out) {
    if (value.units < 0 || value.units > INT64_MAX / 1000000 || value.scale > 3)
        return false;
    *out = value.units;
    for (int scale = value.scale; scale < 3; scale++)
        *out *= 10;
    return true;
}

static bool sum_of(const Sentence *sentence, Token *token, Sum *sum) {
    const Reader *reader = sentence->reader;
    NumberHabit habit = reader->numbers != HABIT_UNKNOWN ? reader->numbers : number_habit_of_language(reader->language);
    Decimal value = token->value, other;
    sum->token = token;
    if (token->kind != TOKEN_NUMBER || !token->money)
        return false;
    if (!token->word && number_value(str_sub(sentence->s, token->from, token->to), NUMBER_MONEY,
                                     str_given(token->iso) ? currency_decimals(token->iso) : -1, habit, &value, &other) != NUMBER_READ)
        return false;
    return in_thousandths(value, &sum->value);
}

/* The amounts of money in the sentence; 0 when they are too many, or of several currencies. */
static size_t amounts_of(Sentence *sentence, Sum *amounts) {
    size_t n = 0;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        Sum sum;
        if (token->used || !sum_of(sentence, token, &sum))
            continue;
        if (n == SUMMED_MAX || (n && !str_eq(token->iso, amounts[0].token->iso)))
            return 0;
        amounts[n++] = sum;
    }
    return n;
}

/* Is `part` so many per cent of `whole`, as a tax is? */
static bool is_rate_of(int64_t part, int64_t whole) {
    return part * 100 <= whole * RATE_MAX && part * 100 >= whole * RATE_MIN && part > 0;
}

/* An amount of the dashboard, of another year or that is missing may differ from the purchase as a tax does. */
static bool tells_others(const Sentence *sentence) {
    bool other = sentence->has_cue[CUE_DASHBOARD] || sentence->has_cue[CUE_SHOWN] || sentence->has_cue[CUE_NOW] ||
                 sentence->has_cue[CUE_LACK] || sentence->has_cue[CUE_OWN] || sentence->has_cue[CUE_INSTEAD] ||
                 sentence->has_cue[CUE_EXPECTED];
    return other || sentence_small(sentence, sentence->from, sentence->to, SMALL_YOURS, SMALL_OURS);
}

/* "Net 1,250 EUR", "1,250 EUR excl. VAT": such an amount is neither the gross nor the tax. */
static bool is_called_net(const Sentence *sentence, const Token *amount) {
    size_t n = (size_t)(amount - sentence->tokens.items);
    const Token *before = word_before(sentence, n), *behind = word_behind(sentence, n);
    return (before && is_cue(before, CUE_NET) && !follows_amount(sentence, before)) || (behind && is_cue(behind, CUE_NET));
}

/* Nothing but a rate, or one word, between the name of the tax and its amount: "VAT (20%): 200 EUR", "VAT of 200 EUR". */
static bool leads_to_amount(const Sentence *sentence, const Token *tax, const Token *amount) {
    bool rate = gap_has(sentence->s, tax->to, amount->outer_from, '%');
    for (size_t i = tax->to; i < amount->outer_from && rate; i++)
        rate = strchr(" ()%.,:0123456789", sentence->s.data[i]) != NULL;
    return rate || (sentence_near_gap(sentence, tax->to, amount->outer_from, 1) &&
                    !sentence_has_comma(sentence, tax->to, amount->outer_from));
}

/* Does a word beside the amount say that it is the tax: "VAT 190 EUR", "190 EUR of VAT", but not "for VAT-free vouchers"? */
static bool is_called_tax(const Sentence *sentence, const Token *amount) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *word = &sentence->tokens.items[i];
        bool taxed = is_cue(word, CUE_TAX) && (word->to >= sentence->to || sentence->s.data[word->to] != '-');
        if (word->to <= amount->outer_from && word->to + REACH > amount->outer_from &&
            (taxed || (is_cue(word, CUE_NET) && follows_amount(sentence, word))) && leads_to_amount(sentence, word, amount))
            return true;
        if (taxed && word->from >= amount->outer_to && word->from < amount->outer_to + REACH &&
            sentence_near_gap(sentence, amount->outer_to, word->from, VERB_WORDS) &&
            !sentence_has_comma(sentence, amount->outer_to, word->from))
            return true;
    }
    return false;
}

/* "1,190 EUR, including 190 EUR of VAT, so 1,000 EUR": two of them are the third. */
static bool prove_three(const Sentence *sentence, const Sum *amounts, size_t n) {
    for (size_t net = 0; net < n; net++)
        for (size_t tax = 0; tax < n; tax++)
            for (size_t gross = 0; gross < n; gross++) {
                if (net == tax || !is_rate_of(amounts[tax].value, amounts[net].value) ||
                    amounts[net].value + amounts[tax].value != amounts[gross].value)
                    continue;
                if (!is_called_tax(sentence, amounts[tax].token) || is_called_net(sentence, amounts[gross].token))
                    continue;
                amounts[net].token->share = SHARE_NET;
                amounts[tax].token->share = SHARE_TAX;
                amounts[gross].token->share = SHARE_GROSS;
                return true;
            }
    return false;
}

/* The word of tax that stands between the two; NULL when none does. */
static const Token *tax_between(const Token *left, const Token *right) {
    for (const Token *word = left + 1; word < right; word++)
        if ((is_cue(word, CUE_TAX) || is_cue(word, CUE_NET)) && word->from >= left->outer_to)
            return word;
    return NULL;
}

/* A whole number of per cent, to the hundredth: what a tax leaves of a price, and other differences hardly ever. */
static bool is_taxed(int64_t gross, int64_t net) {
    for (int64_t rate = RATE_MIN; rate <= RATE_USUAL; rate++) {
        int64_t off = net * (100 + rate) - gross * 100;
        if (off <= 500 && off >= -500) /* half a hundredth: the values are thousandths */
            return true;
    }
    return false;
}

/* "1,190 EUR, less VAT 1,000 EUR"; "1,000 EUR plus VAT 190 EUR". */
static void prove_two(const Sentence *sentence, const Sum *first, const Sum *last) {
    const Token *word = tax_between(first->token, last->token);
    if (first->token->role_known || last->token->role_known || !word)
        return;
    size_t end = word->to + (word->to < sentence->to && sentence->s.data[word->to] == '.'); /* "MwSt." */
    bool leads = follows_amount(sentence, word) && gap_words(sentence->s, word->to, last->token->outer_from) == 0 &&
                 !sentence_has_comma(sentence, word->to, last->token->outer_from);
    if (leads && is_rate_of(last->value, first->value)) {
        last->token->share = SHARE_TAX;
    } else if (!leads && first->value > last->value && is_taxed(first->value, last->value) && !tells_others(sentence) &&
               gap_words(sentence->s, end, last->token->outer_from) <= 1) { /* "last year it was 1,000 EUR" is none */
        bool proven = end <= last->token->outer_from && gap_words(sentence->s, end, last->token->outer_from) == 0;
        bool named = is_called_net(sentence, first->token);
        if (proven && !named)
            first->token->share = SHARE_GROSS;
        if (proven || named) /* "1,100 EUR less VAT, so 1,000 EUR", "excl. VAT, before 1,000 EUR": either may be the net one */
            last->token->share = SHARE_NET;
    }
}

void sentence_sums(Sentence *sentence) {
    Sum amounts[SUMMED_MAX];
    if (!(sentence->has_cue[CUE_TAX] || sentence->has_cue[CUE_NET] || sentence->has_cue[CUE_GROSS]) || sentence_lists(sentence) ||
        sentence_knows_numbers(sentence))
        return;
    size_t n = amounts_of(sentence, amounts);
    if (!prove_three(sentence, amounts, n) && n == 2)
        prove_two(sentence, &amounts[0], &amounts[1]);
}

/* ---- words ---- */

void sentence_net_or_gross(const Sentence *sentence, size_t n, bool *net, bool *gross) {
    Share share = sentence->tokens.items[n].share;
    *net = share == SHARE_NET;
    *gross = share == SHARE_GROSS;
    if (*net || *gross)
        return;
    const Token *before = word_before(sentence, n), *behind = word_behind(sentence, n);
    if (before && follows_amount(sentence, before))
        before = NULL;
    const Token *word = behind && !(before && leads_to_next(sentence, behind)) ? behind : before;
    *net = word && is_cue(word, CUE_NET);
    *gross = word && !is_cue(word, CUE_NET);
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

/* Is the amount as small a part of another one as a tax is? */
static bool is_part(const Sentence *sentence, size_t n) {
    const Mentions *said = sentence->reader->out;
    Sum part, whole;
    int64_t value;
    if (!sum_of(sentence, &sentence->tokens.items[n], &part))
        return false;
    for (size_t i = n > NEAR_TOKENS ? n - NEAR_TOKENS : 0; i < sentence->tokens.len && i < n + NEAR_TOKENS; i++)
        if (sum_of(sentence, &sentence->tokens.items[i], &whole) && is_rate_of(part.value, whole.value))
            return true;
    for (size_t i = said->len; i-- > 0 && said->len - i <= NEAR_TOKENS;)
        if (said->items[i].detail == DETAIL_REVENUE_VALUE && in_thousandths(said->items[i].value.number, &value) && is_rate_of(part.value, value))
            return true;
    return false;
}

/* "The VAT came to 190 EUR", "190 EUR of that was VAT": few words between. */
static bool joined_by_verb(const Sentence *sentence, size_t from, size_t to) {
    from += from < to && sentence->s.data[from] == '.'; /* "MwSt." */
    if (from > to || !sentence_near_gap(sentence, from, to, VERB_WORDS) || sentence_has_comma(sentence, from, to))
        return false;
    for (size_t i = 0; i < sentence->tokens.len; i++)
        if (sentence->tokens.items[i].from >= from && sentence->tokens.items[i].to <= to && !is_cue(&sentence->tokens.items[i], CUE_REVENUE))
            return false; /* but "came to" */
    return true;
}

bool sentence_is_tax(const Sentence *sentence, size_t n) {
    const Token *amount = &sentence->tokens.items[n];
    if (amount->share != SHARE_UNKNOWN)
        return amount->share == SHARE_TAX;
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
        if ((joined_by_verb(sentence, token->to, amount->outer_from) || joined_by_verb(sentence, amount->outer_to, token->from)) && is_part(sentence, n))
            return true;
    }
    return false;
}
