#include "parsers/prose.h"

#include "base/utf8.h"
#include "parsers/money.h"
#include "parsers/token.h"
#include "base/banned.h"

#define INVOICE_GAP_WORDS 4  /* "the invoice number is of course 2020-3318" */
#define CODE_DIGITS_MIN 3    /* a code without a word for it is a number only with so many digits */
#define WRAPPED_LINE 50      /* a line as long goes on in the next one */

/* One sentence under reading. */
typedef struct Sentence {
    Reader *reader;
    Str s;           /* folded text up to the sentence's end */
    size_t from, to;
    Tokens tokens;
    bool has_cue[CUE_COUNT];
    bool has_type, complains, corrects;
} Sentence;

static bool is_cue(const Token *token, Cue cue) {
    return token->kind == TOKEN_CUE && token->key == (int)cue;
}

static bool is_label(const Token *token, Label label) {
    return token->kind == TOKEN_LABEL && token->key == (int)label;
}

static bool is_figure(const Token *token) {
    return token->kind == TOKEN_NUMBER || token->kind == TOKEN_CODE;
}

void mention_when(Reader *reader, const When *when, Rank rank, Role role) {
    if (when->date.month) {
        Mention *month = mention_add(reader, DETAIL_MONTH, rank, role, when->from, when->to);
        month->value.number = decimal_int(when->date.month);
        month->ambiguous = when->ambiguous && when->other.month != when->date.month;
        month->other.number = decimal_int(when->other.month);
    }
    if (when->date.year) {
        Mention *year = mention_add(reader, DETAIL_YEAR, rank, role, when->from, when->to);
        year->value.number = decimal_int(when->date.year);
        year->month = when->date.month;
    }
}

static Rank ranked(const Sentence *sentence, Rank rank, Role role) {
    return sentence->corrects && (role == ROLE_CLAIM || role == ROLE_EXPECTED) ? RANK_CORRECTION : rank;
}

/* ---- roles: what is shown, what is right ---- */

static Token *figure_before(Sentence *sentence, size_t n, size_t limit) {
    for (size_t i = n; i-- > 0 && n - i <= limit;)
        if (sentence->tokens.items[i].kind == TOKEN_NUMBER && !sentence->tokens.items[i].used)
            return &sentence->tokens.items[i];
    return NULL;
}

static Token *figure_after(Sentence *sentence, size_t n, size_t limit) {
    for (size_t i = n + 1; i < sentence->tokens.len && i - n <= limit; i++)
        if (sentence->tokens.items[i].kind == TOKEN_NUMBER && !sentence->tokens.items[i].used)
            return &sentence->tokens.items[i];
    return NULL;
}

static void set_role(Token *token, Role role) {
    if (token && !token->role_known) {
        token->role = role;
        token->role_known = true;
    }
}

/* A cue right behind a figure binds it ("36 KPI expected"), unless a figure follows the cue ("25 should be 30"). */
static Token *figure_bound_before(Sentence *sentence, size_t n) {
    const Token *cue = &sentence->tokens.items[n];
    Token *before = figure_before(sentence, n, 4);
    if (!before || gap_words(sentence->s, before->outer_to, cue->from) > 3)
        return NULL;
    for (size_t i = before->outer_to; i < cue->from; i++)
        if (strchr(",.;:\n", sentence->s.data[i]))
            return NULL;
    const Token *after = figure_after(sentence, n, 6);
    if (after) {
        size_t stop = cue->to;
        while (stop < after->from && !strchr(",;)\n", sentence->s.data[stop]))
            stop++;
        if (stop == after->from)
            return NULL;
    }
    return before;
}

/* Does a word for what is shown stand right behind the figure: "instead of the 25 which are reflecting"? */
static bool figure_is_bound(Sentence *sentence, const Token *figure) {
    for (size_t i = 0; i < sentence->tokens.len; i++)
        if (is_cue(&sentence->tokens.items[i], CUE_SHOWN) && figure_bound_before(sentence, i) == figure)
            return true;
    return false;
}

/* Does "said" steer the tokens behind it? Only until another cue, a purchase, or the end of its bracket. */
static void steer_behind(Sentence *sentence, size_t n, Role role) {
    int depth = 0;
    size_t last = sentence->tokens.items[n].to;
    for (size_t i = n + 1; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        for (; last < token->from; last++) {
            depth += sentence->s.data[last] == '(';
            depth -= sentence->s.data[last] == ')';
            if (depth < 0 || sentence->s.data[last] == ';')
                return;
        }
        if (token->kind == TOKEN_CUE && (token->key == CUE_SHOWN || token->key == CUE_EXPECTED ||
                                         token->key == CUE_PURCHASE || token->key == CUE_INSTEAD))
            return;
        if (token->kind == TOKEN_NUMBER && !token->used)
            set_role(token, role);
    }
}

static void find_roles(Sentence *sentence) {
    Tokens *tokens = &sentence->tokens;
    for (size_t i = 0; i < tokens->len; i++) { /* "2020, not 2019" */
        Token *next = i + 1 < tokens->len ? &tokens->items[i + 1] : NULL;
        if (!is_cue(&tokens->items[i], CUE_NOT) || !next)
            continue;
        if ((is_figure(next) || next->kind == TOKEN_WHEN || next->kind == TOKEN_TYPE) &&
            gap_words(sentence->s, tokens->items[i].to, next->from) <= 1 &&
            !gap_breaks(sentence->s, tokens->items[i].to, next->from))
            set_role(next, ROLE_DENIED);
    }
    for (size_t i = 0; i < tokens->len; i++) {
        if (!is_cue(&tokens->items[i], CUE_SHOWN) && !is_cue(&tokens->items[i], CUE_EXPECTED))
            continue;
        Token *bound = figure_bound_before(sentence, i);
        if (bound)
            set_role(bound, is_cue(&tokens->items[i], CUE_SHOWN) ? ROLE_SHOWN : ROLE_EXPECTED);
        else
            steer_behind(sentence, i, is_cue(&tokens->items[i], CUE_SHOWN) ? ROLE_SHOWN : ROLE_EXPECTED);
    }
    for (size_t i = 0; i < tokens->len; i++) { /* "20 instead of 25", "instead of 25 only 20" */
        if (!is_cue(&tokens->items[i], CUE_INSTEAD))
            continue;
        Token *left = figure_before(sentence, i, 6), *right = figure_after(sentence, i, 4);
        if (!right)
            continue;
        bool right_shown = right->role_known && right->role == ROLE_SHOWN && figure_is_bound(sentence, right);
        bool left_right = left && left->role_known && left->role == ROLE_EXPECTED;
        right->role_known = true;
        right->role = left_right || right_shown ? ROLE_SHOWN : ROLE_EXPECTED;
        if (left && right_shown) {
            left->role = ROLE_EXPECTED;
            left->role_known = true;
        } else if (left && !left_right) {
            left->role = ROLE_SHOWN;
            left->role_known = true;
        } else if (!left) {
            set_role(figure_after(sentence, (size_t)(right - tokens->items), 4), ROLE_SHOWN);
        }
    }
}

/* ---- invoice numbers and numbers of other papers ---- */

static size_t digits_in(Str s, const Token *token) {
    size_t n = 0;
    for (size_t i = token->from; i < token->to; i++)
        n += s.data[i] >= '0' && s.data[i] <= '9';
    return n;
}

/* A date in figures may be a number: "Fattura 12/2021". */
static bool is_figure_date(Str s, const Token *token) {
    if (token->kind != TOKEN_WHEN)
        return false;
    for (size_t i = token->from; i < token->to; i++)
        if (!(s.data[i] >= '0' && s.data[i] <= '9') && !strchr("/-.", s.data[i]))
            return false;
    return true;
}

/* The figure that the words before it name: the token behind `n` and further words of naming; NULL when there is none. */
static Token *named_figure(Sentence *sentence, size_t n, size_t most_words) {
    Tokens *tokens = &sentence->tokens;
    size_t last = n;
    while (last + 1 < tokens->len &&
           (is_label(&tokens->items[last + 1], LABEL_ITEM_NUMBER) ||
            is_label(&tokens->items[last + 1], LABEL_INVOICE_NUMBER) || is_cue(&tokens->items[last + 1], CUE_INVOICE)) &&
           gap_words(sentence->s, tokens->items[last].to, tokens->items[last + 1].from) <= 2)
        last++;
    if (last + 1 >= tokens->len)
        return NULL;
    Token *figure = &tokens->items[last + 1];
    size_t from = tokens->items[last].to, words = gap_words(sentence->s, from, figure->from);
    if (figure->used || words > most_words || figure->role == ROLE_SHOWN)
        return NULL;
    for (size_t i = from; i < figure->from; i++)
        if (strchr(";)\n", sentence->s.data[i]) || (strchr(",.", sentence->s.data[i]) && words))
            return NULL;
    if (figure->kind == TOKEN_CODE)
        return figure;
    if (is_figure_date(sentence->s, figure))
        return words == 0 ? figure : NULL;
    if (figure->kind != TOKEN_NUMBER || figure->money || figure->word)
        return NULL;
    if (words && digits_in(sentence->s, figure) < CODE_DIGITS_MIN)
        return NULL;
    const Token *behind = figure + 1 < tokens->items + tokens->len ? figure + 1 : NULL;
    if (behind && (behind->kind == TOKEN_UNIT || behind->kind == TOKEN_TYPE || is_cue(behind, CUE_KPI)) &&
        gap_words(sentence->s, figure->to, behind->from) == 0 && !gap_breaks(sentence->s, figure->to, behind->from) &&
        (words || digits_in(sentence->s, figure) < CODE_DIGITS_MIN) &&
        !memchr(sentence->s.data + figure->to, ',', behind->from - figure->to))
        return NULL;
    return figure;
}

static void add_number(Sentence *sentence, Token *figure, Rank rank, bool named) {
    size_t to = figure->to;
    code_token(sentence->reader, figure->from, sentence->to, false, &to);
    Role role = figure->role == ROLE_DENIED ? ROLE_DENIED : ROLE_CLAIM;
    Mention *mention = mention_add(sentence->reader, DETAIL_INVOICE_NUMBER, named ? ranked(sentence, rank, role) : rank, role,
                                   figure->from, to > figure->to ? to : figure->to);
    mention->value.text = mention->raw;
    figure->used = true;
}

static bool only_joins(Str s, size_t from, size_t to) {
    static const char *const joins[] = {"and", "et", "und", "y", "e", "&", "+", "/", ",", ";", "or", "ou"};
    Str gap = str_trim(str_sub(s, from, to));
    if (gap.len == 0)
        return false;
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++)
        if (str_eq_cstr(gap, joins[i]))
            return true;
    return str_starts(gap, STR(",")) && str_sub(gap, 1, gap.len).len <= 5 && only_joins(s, from + 1, to);
}

/* "invoices and A-3" */
static void add_listed(Sentence *sentence, Token *figure, Rank rank) {
    Token *end = sentence->tokens.items + sentence->tokens.len;
    for (Token *next = figure + 1; next < end; figure = next++) {
        if (next->kind != TOKEN_CODE || next->used || !only_joins(sentence->s, figure->to, next->from))
            return;
        add_number(sentence, next, rank, true);
    }
}

/* "RG 20.0917", "A 0003-00012877": the letters right before the figure belong to it. */
static void widen_code(Sentence *sentence, Token *figure, size_t limit) {
    size_t at = figure->from;
    if (at < 2 || sentence->s.data[at - 1] != ' ')
        return;
    size_t start = at - 1;
    while (start > limit && sentence->s.data[start - 1] >= 'a' && sentence->s.data[start - 1] <= 'z' && at - start <= 5)
        start--;
    size_t letters = at - 1 - start;
    if (!letters || letters > 4 || (start > 0 && !strchr(" (:#.", sentence->s.data[start - 1])))
        return;
    Str raw = text_raw(sentence->reader->text, start, at - 1);
    for (size_t i = 0; i < raw.len; i++)
        if (raw.data[i] < 'A' || raw.data[i] > 'Z')
            return;
    Hit hit;
    if (lexicon_at(sentence->reader->lexicon, sentence->s, start, LEX_LABEL, &hit) ||
        lexicon_at(sentence->reader->lexicon, sentence->s, start, LEX_TYPE, &hit) ||
        lexicon_at(sentence->reader->lexicon, sentence->s, start, LEX_CUE, &hit))
        return;
    figure->from = start;
}

static void find_numbers(Sentence *sentence) {
    Tokens *tokens = &sentence->tokens;
    for (size_t i = 0; i < tokens->len; i++) {
        bool label = is_label(&tokens->items[i], LABEL_INVOICE_NUMBER);
        if (!label && !is_cue(&tokens->items[i], CUE_INVOICE))
            continue;
        Token *figure = named_figure(sentence, i, label ? INVOICE_GAP_WORDS : 2);
        if (!figure)
            continue;
        widen_code(sentence, figure, tokens->items[i].to);
        add_number(sentence, figure, RANK_NEAR, true);
        add_listed(sentence, figure, RANK_NEAR);
    }
}

/* Figures that another label or paper claims: order numbers, telephones, customer numbers, partner ids, tax. */
static void find_others(Sentence *sentence) {
    Tokens *tokens = &sentence->tokens;
    for (size_t i = 0; i + 1 < tokens->len; i++) {
        const Token *word = &tokens->items[i];
        bool order = is_label(word, LABEL_ORDER_NUMBER) || is_cue(word, CUE_ORDER);
        bool other = is_label(word, LABEL_OTHER) || is_label(word, LABEL_PARTNER_ID) || is_cue(word, CUE_NOT_OURS);
        if (!order && !other)
            continue;
        size_t next = i + 1;
        while (next < tokens->len && tokens->items[next].kind == TOKEN_LABEL && next - i < 3)
            next++;
        if (next >= tokens->len)
            continue;
        Token *figure = &tokens->items[next];
        size_t words = gap_words(sentence->s, word->to, figure->from);
        if (!is_figure(figure) || figure->used || words > (is_cue(word, CUE_NOT_OURS) ? 8u : is_label(word, LABEL_OTHER) ? 2u : 3u))
            continue;
        if (is_cue(word, CUE_ORDER) && figure->kind == TOKEN_NUMBER && digits_in(sentence->s, figure) < 4)
            continue;
        if ((gap_breaks(sentence->s, word->to, figure->from) || memchr(sentence->s.data + word->to, ',', figure->from - word->to)) &&
            words)
            continue;
        figure->used = true;
        if (order || is_cue(word, CUE_NOT_OURS))
            *VEC_PUSH(sentence->reader->arena, sentence->reader->excluded) =
                number_fold(sentence->reader->arena, text_raw(sentence->reader->text, figure->from, figure->to));
    }
}

/* A code that no word names, in a sentence about a purchase: perhaps its number. */
static void find_bare_codes(Sentence *sentence, bool about_purchase) {
    if (!about_purchase)
        return;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *code = &sentence->tokens.items[i];
        if (code->kind == TOKEN_CODE && !code->used && digits_in(sentence->s, code) >= CODE_DIGITS_MIN &&
            code->to - code->from >= 5)
            add_number(sentence, code, RANK_WEAK, false);
    }
}

/* ---- dates ---- */

static const Token *word_before(const Sentence *sentence, size_t n, size_t most_words) {
    for (size_t i = n; i-- > 0;) {
        const Token *token = &sentence->tokens.items[i];
        if (gap_words(sentence->s, token->to, sentence->tokens.items[n].from) > most_words)
            return NULL;
        if (token->kind == TOKEN_CUE || token->kind == TOKEN_LABEL || token->kind == TOKEN_CODE ||
            token->kind == TOKEN_NUMBER)
            return token;
    }
    return NULL;
}

static bool follows_directly(const Sentence *sentence, size_t n, Cue cue, Label label) {
    if (n + 1 >= sentence->tokens.len)
        return false;
    const Token *next = &sentence->tokens.items[n + 1];
    return (is_cue(next, cue) || is_label(next, label)) &&
           gap_words(sentence->s, sentence->tokens.items[n].to, next->from) <= 1 &&
           !gap_breaks(sentence->s, sentence->tokens.items[n].to, next->from);
}

/* How firmly a date is the period of the purchase; 0 when it is none. */
static int rank_of_date(const Sentence *sentence, size_t n) {
    const Token *token = &sentence->tokens.items[n];
    const When *when = &token->when;
    const Token *before = word_before(sentence, n, 3);
    if (before && is_cue(before, CUE_PAID))
        return 0;
    if (before && (is_cue(before, CUE_ISSUED) || is_label(before, LABEL_INVOICE_DATE) ||
                   is_cue(before, CUE_INVOICE) || is_label(before, LABEL_INVOICE_NUMBER)))
        return RANK_NEAR;
    if (before && before->used && is_figure(before) && sentence->has_cue[CUE_INVOICE] &&
        gap_words(sentence->s, before->to, token->from) <= 1)
        return RANK_NEAR;
    if (follows_directly(sentence, n, CUE_INVOICE, LABEL_INVOICE_NUMBER))
        return RANK_NEAR;
    bool about = sentence->has_cue[CUE_PURCHASE] || sentence->has_type;
    if (when->date.day && !when->relative) {
        if (before && (is_cue(before, CUE_ORDER) || is_label(before, LABEL_ORDER_NUMBER)))
            return 0;
        if (before && is_cue(before, CUE_PURCHASE))
            return RANK_PROSE;
        return about ? RANK_WEAK : 0;
    }
    if (follows_directly(sentence, n, CUE_PURCHASE, LABEL_COUNT) || (before && is_cue(before, CUE_PURCHASE)))
        return RANK_NEAR;
    if (about)
        return RANK_PROSE;
    return sentence->has_cue[CUE_KPI] || sentence->has_cue[CUE_DASHBOARD] || sentence->has_cue[CUE_INVOICE] ||
                   sentence->complains || sentence->corrects
               ? RANK_WEAK
               : 0;
}

static void find_dates(Sentence *sentence) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        if (token->kind != TOKEN_WHEN || token->used)
            continue;
        Role role = token->role_known && token->role == ROLE_DENIED ? ROLE_DENIED : ROLE_CLAIM;
        int rank = sentence->reader->subject ? RANK_WEAK : role == ROLE_DENIED ? RANK_PROSE : rank_of_date(sentence, i);
        if (sentence->reader->subject && token->when.date.day && !sentence->has_cue[CUE_INVOICE])
            rank = 0;
        if (rank)
            mention_when(sentence->reader, &token->when, ranked(sentence, (Rank)rank, role), role);
        token->used = true;
    }
}

/* ---- numbers ---- */

static bool has_decimals(Str s, const Token *token) {
    return token->to - token->from > 3 && strchr(".,", s.data[token->to - 3]);
}

/* The clause between two tokens holds nothing but a few words. */
static bool near_gap(const Sentence *sentence, size_t from, size_t to, size_t words) {
    if (to < from)
        return true;
    for (size_t i = from; i < to; i++)
        if (strchr(";.\n()", sentence->s.data[i]) && !(sentence->s.data[i] == '.' && i + 1 < to && sentence->s.data[i + 1] != ' '))
            return false;
    return gap_words(sentence->s, from, to) <= words;
}

static bool has_comma(const Sentence *sentence, size_t from, size_t to) {
    return from < to && memchr(sentence->s.data + from, ',', to - from) != NULL;
}

static const Token *next_of(const Sentence *sentence, size_t n) {
    return n + 1 < sentence->tokens.len ? &sentence->tokens.items[n + 1] : NULL;
}

/* "12, units: 25": a label with a colon belongs to what follows. */
static bool names_what_follows(const Sentence *sentence, const Token *label) {
    size_t at = label->to;
    while (at < sentence->to && sentence->s.data[at] == ' ')
        at++;
    return at < sentence->to && strchr(":=", sentence->s.data[at]);
}

/* What stands right behind the number says what it counts. */
static bool detail_behind(const Sentence *sentence, size_t n, Detail *detail, Rank *rank) {
    const Token *number = &sentence->tokens.items[n];
    const Token *next = next_of(sentence, n);
    while (next && is_cue(next, CUE_EXPECTED) && next + 1 < sentence->tokens.items + sentence->tokens.len)
        next++;
    if (!next || has_comma(sentence, number->outer_to, next->from))
        return false;
    if ((is_cue(next, CUE_KPI) || is_label(next, LABEL_KPI_VALUE)) && near_gap(sentence, number->outer_to, next->from, 2)) {
        *detail = DETAIL_KPI_VALUE;
        return true;
    }
    bool unit_label = is_label(next, LABEL_PURCHASE_UNITS) && !names_what_follows(sentence, next);
    if ((next->kind == TOKEN_TYPE || next->kind == TOKEN_UNIT || unit_label) &&
        near_gap(sentence, number->outer_to, next->from, 3)) {
        *detail = DETAIL_PURCHASE_UNITS;
        /* "20 people", "25 days": a unit word alone counts courseware only where courseware is spoken of. */
        if (next->kind != TOKEN_TYPE && !sentence->has_type && !sentence->has_cue[CUE_PURCHASE] && !unit_label)
            *rank = RANK_PROSE;
        return true;
    }
    return false;
}

/* What stands before it names it: "KPI of 20", "revenue 4350.00", "quantity 25", "dMOC x 25". */
static bool detail_before(const Sentence *sentence, size_t n, Detail *detail, bool *same_as_number) {
    const Token *number = &sentence->tokens.items[n];
    *same_as_number = false;
    size_t words = 0, at = number->outer_from;
    for (size_t i = n; i-- > 0;) {
        const Token *token = &sentence->tokens.items[i];
        if (token->to > number->outer_from)
            continue;
        words += gap_words(sentence->s, token->to, at);
        if (words > 6 || !near_gap(sentence, token->to, at, 6))
            return false;
        bool steering = is_cue(token, CUE_SHOWN) || is_cue(token, CUE_EXPECTED) || is_cue(token, CUE_INSTEAD) ||
                        is_cue(token, CUE_NOT) || is_cue(token, CUE_DASHBOARD);
        at = token->from;
        if (steering)
            continue;
        if (is_label(token, LABEL_KPI_VALUE) || is_cue(token, CUE_KPI))
            *detail = DETAIL_KPI_VALUE;
        else if (is_label(token, LABEL_PURCHASE_UNITS))
            *detail = DETAIL_PURCHASE_UNITS;
        else if (is_label(token, LABEL_REVENUE_VALUE) || is_label(token, LABEL_REVENUE_GROSS) || is_cue(token, CUE_REVENUE))
            *detail = DETAIL_REVENUE_VALUE;
        else if (is_label(token, LABEL_YEAR))
            *detail = DETAIL_YEAR;
        else if (token->kind == TOKEN_TYPE && gap_words(sentence->s, token->to, number->outer_from) <= 1 &&
                 number->outer_from - token->to <= 4 && !has_comma(sentence, token->to, number->outer_from))
            *detail = DETAIL_PURCHASE_UNITS;
        else if (token->kind == TOKEN_NUMBER || token->kind == TOKEN_UNIT) {
            *same_as_number = token->kind == TOKEN_NUMBER && i + 1 < n;
            return false;
        } else
            return false;
        return true;
    }
    return false;
}

static bool is_unit_price(const Sentence *sentence, size_t n) {
    const Token *number = &sentence->tokens.items[n];
    bool nothing = true; /* "0.00 on each": what is free has no price of a unit */
    for (size_t i = number->from; i < number->to; i++)
        nothing &= !(sentence->s.data[i] >= '1' && sentence->s.data[i] <= '9');
    for (size_t i = 0; i < sentence->tokens.len && !nothing; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (!is_cue(token, CUE_EACH))
            continue;
        bool behind = token->from >= number->outer_to && gap_words(sentence->s, number->outer_to, token->from) <= 1;
        bool before = token->to <= number->outer_from && gap_words(sentence->s, token->to, number->outer_from) == 0;
        if ((behind && !has_comma(sentence, number->outer_to, token->from)) || (before && number->money))
            return true;
    }
    return false;
}

/* Net or gross by the words beside the amount; the ones right behind count first. */
static void find_tax(const Sentence *sentence, size_t n, bool *net, bool *gross) {
    const Token *number = &sentence->tokens.items[n];
    *net = *gross = false;
    for (int side = 0; side < 2 && !*net && !*gross; side++)
        for (size_t i = 0; i < sentence->tokens.len; i++) {
            const Token *token = &sentence->tokens.items[i];
            if (!is_cue(token, CUE_NET) && !is_cue(token, CUE_GROSS) && !is_label(token, LABEL_REVENUE_GROSS))
                continue;
            bool is_near = side == 0 ? token->from >= number->outer_to &&
                                        gap_words(sentence->s, number->outer_to, token->from) <= 2 &&
                                        !has_comma(sentence, number->outer_to, token->from) &&
                                        (i == n + 1 || token->from - number->outer_to <= 4)
                                  : token->to <= number->outer_from &&
                                        gap_words(sentence->s, token->to, number->outer_from) <= 2 &&
                                        near_gap(sentence, token->to, number->outer_from, 2);
            if (!is_near)
                continue;
            *net |= is_cue(token, CUE_NET);
            *gross |= !is_cue(token, CUE_NET);
            break;
        }
}

static bool looks_like_year(const Sentence *sentence, const Token *number, Decimal *year) {
    Str token = str_sub(sentence->s, number->from, number->to);
    return token.len == 4 && decimal_parse(token, year) && year->units >= 2000 && year->units <= 2099;
}

static bool number_decimal(Sentence *sentence, const Token *number, Detail detail, Mention *mention) {
    Reader *reader = sentence->reader;
    if (number->word) {
        mention->value.number = number->value;
        return detail != DETAIL_REVENUE_VALUE;
    }
    NumberUse use = detail == DETAIL_REVENUE_VALUE ? NUMBER_MONEY : detail == DETAIL_KPI_VALUE ? NUMBER_KPI : NUMBER_COUNT;
    NumberHabit habit = reader->numbers != HABIT_UNKNOWN ? reader->numbers : number_habit_of_language(reader->language);
    NumberVerdict verdict = number_value(str_sub(sentence->s, number->from, number->to), use,
                                         str_given(number->iso) ? currency_decimals(number->iso) : -1, habit,
                                         &mention->value.number, &mention->other.number);
    mention->ambiguous = verdict == NUMBER_AMBIGUOUS;
    return verdict != NUMBER_REFUSED;
}

static void add_value(Sentence *sentence, size_t n, Detail detail, Rank rank) {
    Token *number = &sentence->tokens.items[n];
    Mention probe = {0};
    if (!number_decimal(sentence, number, detail, &probe))
        return;
    Role role = number->role_known ? number->role : ROLE_CLAIM;
    Mention *mention = mention_add(sentence->reader, detail, ranked(sentence, rank, role), role, number->outer_from,
                                   number->outer_to);
    mention->value = probe.value;
    mention->other = probe.other;
    mention->ambiguous = probe.ambiguous;
    number->used = true;
    Mention base = *mention;
    if (detail == DETAIL_REVENUE_VALUE) {
        bool net, gross;
        find_tax(sentence, n, &net, &gross);
        mention->gross = base.gross = gross && !net;
        mention->net = base.net = net;
        mention_currency(sentence->reader, number->iso, &base);
    }
    const Token *next = next_of(sentence, n);
    if (detail == DETAIL_PURCHASE_UNITS && next && next->kind == TOKEN_UNIT) {
        base.detail = DETAIL_UNIT_OF_MEASURE;
        base.value = (Value){.text = text_raw(sentence->reader->text, next->from, next->to)};
        *VEC_PUSH(sentence->reader->arena, sentence->reader->out) = base;
    }
    sentence->reader->spoke = true;
    sentence->reader->spoken = detail;
}

static bool detail_of_number(Sentence *sentence, size_t n, Detail *detail, Rank *rank) {
    const Token *number = &sentence->tokens.items[n];
    bool same;
    *rank = RANK_NEAR;
    if (number->money) {
        *detail = DETAIL_REVENUE_VALUE;
        return !is_unit_price(sentence, n);
    }
    if (number->word) /* "two-person outfit": words count courseware only */
        return detail_behind(sentence, n, detail, rank) && *detail == DETAIL_PURCHASE_UNITS &&
               (next_of(sentence, n)->kind == TOKEN_TYPE || sentence->has_cue[CUE_PURCHASE]) &&
               sentence->s.data[number->to] != '-';
    if (detail_behind(sentence, n, detail, rank))
        return true;
    if (detail_before(sentence, n, detail, &same))
        return *detail != DETAIL_REVENUE_VALUE || !is_unit_price(sentence, n);
    bool net, gross;
    find_tax(sentence, n, &net, &gross);
    if ((net || gross) && !is_unit_price(sentence, n)) {
        *detail = DETAIL_REVENUE_VALUE;
        return true;
    }
    Decimal year;
    if (looks_like_year(sentence, number, &year)) {
        *detail = DETAIL_YEAR;
        *rank = number->role_known && number->role == ROLE_DENIED ? RANK_PROSE : RANK_WEAK;
        return true;
    }
    if (has_decimals(sentence->s, number) && sentence->has_cue[CUE_REVENUE]) {
        *detail = DETAIL_REVENUE_VALUE;
        *rank = RANK_PROSE;
        return true;
    }
    if (number->role_known && sentence->reader->spoke) { /* "... 24 KPIs, and it should be 30" */
        *detail = sentence->reader->spoken;
        *rank = RANK_PROSE;
        return *detail != DETAIL_INVOICE_NUMBER;
    }
    if (number->role_known && number->role != ROLE_DENIED) { /* "the dashboard says 20 instead of 25" */
        *detail = DETAIL_KPI_VALUE;
        *rank = RANK_WEAK;
        return true;
    }
    return false;
}

static void find_values(Sentence *sentence) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *number = &sentence->tokens.items[i];
        Detail detail;
        Rank rank;
        if (number->kind != TOKEN_NUMBER || number->used || !detail_of_number(sentence, i, &detail, &rank))
            continue;
        if (detail == DETAIL_YEAR) {
            Mention *mention = mention_add(sentence->reader, DETAIL_YEAR,
                                           ranked(sentence, rank, number->role_known ? number->role : ROLE_CLAIM),
                                           number->role_known ? number->role : ROLE_CLAIM, number->from, number->to);
            if (!looks_like_year(sentence, number, &mention->value.number))
                sentence->reader->out->len--;
            number->used = true;
            continue;
        }
        add_value(sentence, i, detail, rank);
    }
}

/* ---- types ---- */

static void find_types(Sentence *sentence) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *type = &sentence->tokens.items[i];
        if (type->kind != TOKEN_TYPE)
            continue;
        const Token *before = i ? &sentence->tokens.items[i - 1] : NULL;
        bool counted = before && (before->kind == TOKEN_NUMBER || before->kind == TOKEN_UNIT) &&
                       gap_words(sentence->s, before->to, type->from) <= 3;
        Role role = type->role_known ? type->role : ROLE_CLAIM;
        Rank rank = counted ? RANK_NEAR : RANK_PROSE;
        Mention *mention =
            mention_add(sentence->reader, DETAIL_OMLP_TYPE, ranked(sentence, rank, role), role, type->from, type->to);
        mention->value.text = lexicon_key(sentence->reader->lexicon, LEX_TYPE, type->key);
        mention->listed = true;
    }
}

void prose_types(Reader *reader, size_t from, size_t to, Rank rank) {
    Hits hits = {0};
    lexicon_scan(reader->lexicon, reader->arena, reader->text, from, to, LEX_BIT(LEX_TYPE), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        if (i && hits.items[i].to <= hits.items[i - 1].to)
            continue;
        Mention *mention =
            mention_add(reader, DETAIL_OMLP_TYPE, rank, ROLE_CLAIM, hits.items[i].from, hits.items[i].to);
        mention->value.text = lexicon_key(reader->lexicon, LEX_TYPE, hits.items[i].key);
        mention->listed = true;
    }
}

/* ---- a sentence, a text ---- */

static void sentence_open(Sentence *sentence, Reader *reader, size_t from, size_t to) {
    *sentence = (Sentence){.reader = reader, .s = str_sub(reader->text->folded, 0, to), .from = from, .to = to};
    tokens_read(reader, from, to, &sentence->tokens);
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->kind == TOKEN_CUE)
            sentence->has_cue[token->key] = true;
        sentence->has_cue[CUE_INVOICE] |= is_label(token, LABEL_INVOICE_NUMBER);
        sentence->has_type |= token->kind == TOKEN_TYPE;
    }
    sentence->corrects = sentence->has_cue[CUE_CORRECTION];
    Hits hits = {0};
    lexicon_scan(reader->lexicon, reader->arena, reader->text, from, to, LEX_BIT(LEX_INTENT), &hits);
    for (size_t i = 0; i < hits.len; i++)
        sentence->complains |= hits.items[i].key == INTENT_WORD_COMPLAINT && reader_trusts(reader, &hits.items[i]);
}

static void sentence_read(Reader *reader, size_t from, size_t to) {
    Sentence sentence;
    sentence_open(&sentence, reader, from, to);
    reader->item++;
    if (sentence.tokens.len == 0)
        return;
    size_t before = reader->out->len;
    reader->murky = sentence.complains || sentence.has_cue[CUE_DASHBOARD] || sentence.has_cue[CUE_SHOWN];
    find_roles(&sentence);
    find_others(&sentence);
    find_numbers(&sentence);
    find_dates(&sentence);
    find_values(&sentence);
    find_types(&sentence);
    find_bare_codes(&sentence, reader->out->len > before || reader->subject || sentence.corrects);
    reader->murky = false;
}

/* A full stop ends a sentence when a blank and no figure follow, and no short abbreviation precedes. */
static bool stop_ends(Str s, size_t at, size_t from) {
    char c = s.data[at];
    if (c == '!' || c == '?')
        return true;
    if (c != '.')
        return false;
    if (at + 1 < s.len && s.data[at + 1] != ' ' && s.data[at + 1] != '\n')
        return false;
    size_t next = at + 1;
    while (next < s.len && (s.data[next] == ' ' || s.data[next] == '\n'))
        next++;
    if (next < s.len && s.data[next] >= '0' && s.data[next] <= '9') {
        size_t word = at;
        while (word > from && text_is_letter((unsigned char)s.data[word - 1]))
            word--;
        return at - word > 4 || at == word; /* "no. 4471", "Nr. 12" */
    }
    return true;
}

static size_t east_stop(Str s, size_t at) {
    static const char *const stops[] = {"\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F"};
    for (size_t i = 0; i < 3; i++)
        if (str_starts(str_sub(s, at, s.len), str_of(stops[i])))
            return 3;
    return 0;
}

void prose_span(Reader *reader, size_t from, size_t to) {
    Str s = str_sub(reader->text->folded, 0, to);
    size_t start = from;
    for (size_t at = from; at < to; at++) {
        size_t wide = east_stop(s, at);
        if (!wide && !stop_ends(s, at, start))
            continue;
        size_t end = at + (wide ? wide : 1);
        sentence_read(reader, start, end);
        start = end;
        at = end - 1;
    }
    if (start < to)
        sentence_read(reader, start, to);
}

void prose_read(Reader *reader, const Layout *layout, size_t first, size_t last, const bool *taken) {
    for (size_t i = first; i < last;) {
        if (taken[i] || layout->lines.items[i].empty) {
            reader->spoke &= !layout->lines.items[i].empty;
            i++;
            continue;
        }
        size_t end = i + 1; /* wrapped lines belong together, items of a list do not */
        while (end < last && !taken[end] && !layout->lines.items[end].empty && !layout->lines.items[end].bullet) {
            const TextLine *before = &layout->lines.items[end - 1];
            if (before->content.to - before->content.from < WRAPPED_LINE)
                break;
            end++;
        }
        prose_span(reader, layout->lines.items[i].content.from, layout->lines.items[end - 1].content.to);
        i = end;
    }
}

/* ---- within a field ---- */

bool prose_has_steering(Reader *reader, size_t from, size_t to) {
    Sentence sentence;
    sentence_open(&sentence, reader, from, to);
    return sentence.has_cue[CUE_SHOWN] || sentence.has_cue[CUE_EXPECTED] || sentence.has_cue[CUE_INSTEAD] ||
           sentence.has_cue[CUE_NOT];
}

bool prose_detail(Reader *reader, Detail detail, size_t from, size_t to, Rank rank) {
    Sentence sentence;
    bool any = false;
    sentence_open(&sentence, reader, from, to);
    find_roles(&sentence);
    for (size_t i = 0; i < sentence.tokens.len; i++) {
        Token *number = &sentence.tokens.items[i];
        if (number->kind != TOKEN_NUMBER || number->used || !number->role_known)
            continue;
        size_t before = reader->out->len;
        add_value(&sentence, i, detail, rank);
        any |= reader->out->len > before;
    }
    if (any) { /* an unsteered number beside steered ones is the value itself: "25 (dashboard shows 20)" */
        for (size_t i = 0; i < sentence.tokens.len; i++)
            if (sentence.tokens.items[i].kind == TOKEN_NUMBER && !sentence.tokens.items[i].used)
                add_value(&sentence, i, detail, rank);
    }
    return any;
}
