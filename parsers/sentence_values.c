/* Numbers in sentences: units, KPIs, revenue, years. */
#include "parsers/hangul.h"
#include "parsers/sentence.h"

#include "base/banned.h"

#define LISTED_MAX 12    /* figures in one list */
#define AMOUNTS_APART 20 /* a figure so many times smaller is not another amount for the same thing */

static bool has_decimals(Str s, const Token *token) {
    return token->to - token->from > 3 && strchr(".,", s.data[token->to - 3]);
}

/* "i.e. 16", "z. B. 16": behind one letter a stop ends nothing. */
static bool is_initial(Str s, size_t stop, size_t from) {
    return stop > from && g_ascii_isalpha(s.data[stop - 1]) && (stop - 1 == from || strchr(" .(", s.data[stop - 2]));
}

bool sentence_near_gap(const Sentence *sentence, size_t from, size_t to, size_t words) {
    if (to < from)
        return true;
    for (size_t i = from; i < to; i++) {
        bool abbreviates = sentence->s.data[i] == '.' &&
                           ((i + 1 < to && sentence->s.data[i + 1] != ' ') || is_initial(sentence->s, i, from));
        if (strchr(";.\n()", sentence->s.data[i]) && !abbreviates)
            return false;
    }
    return gap_words(sentence->s, from, to) <= words;
}

/* "12, units: 25": a label with a colon belongs to what follows. */
static bool names_what_follows(const Sentence *sentence, const Token *label) {
    size_t at = label->to;
    while (at < sentence->to && sentence->s.data[at] == ' ')
        at++;
    return at < sentence->to && strchr(":=", sentence->s.data[at]);
}

static bool is_paper(const Token *token) {
    return is_cue(token, CUE_INVOICE) || is_label(token, LABEL_INVOICE_NUMBER) || is_cue(token, CUE_ORDER) ||
           is_label(token, LABEL_ORDER_NUMBER);
}

/* 发票一张, 2件の請求書, 两份订单: East Asian counters count papers, too; 件 counts cases unless courseware stands before. */
static bool counts_papers(const Sentence *sentence, size_t n, const Token *unit) {
    static const char *const joints[] = {"", "の", "的"};
    const Token *number = &sentence->tokens.items[n], *end = sentence->tokens.items + sentence->tokens.len;
    if ((unsigned char)sentence->s.data[unit->from] < 0xE3)
        return false;
    const Token *before = n ? number - 1 : NULL, *behind = unit + 1;
    while (behind < end && behind->from < unit->to)
        behind++;
    if (before && is_paper(before) && before->to == number->from)
        return true;
    for (size_t i = 0; behind < end && is_paper(behind) && i < sizeof joints / sizeof *joints; i++)
        if (str_eq_cstr(str_sub(sentence->s, unit->to, behind->from), joints[i]))
            return true;
    bool cases = str_eq(str_sub(sentence->s, unit->from, unit->to), STR("件"));
    return cases && !(before && (before->kind == TOKEN_TYPE || is_label(before, LABEL_PURCHASE_UNITS) ||
                                 is_cue(before, CUE_EXPECTED) || is_cue(before, CUE_SHOWN)));
}

/* "KPI 26 and units 26": the word behind "and" counts what follows. */
static bool begins_another(const Sentence *sentence, size_t from, size_t to) {
    Hits hits = {0};
    if (gap_words(sentence->s, from, to) == 0)
        return false;
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, from, to, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == SMALL_JOINS && reader_trusts(sentence->reader, &hits.items[i]))
            return true;
    return false;
}

static bool is_zero_word(const Token *token) {
    return token->kind == TOKEN_NUMBER && token->word && !token->value.units;
}

/* What stands right behind the number says what it counts. */
static bool detail_behind(const Sentence *sentence, size_t n, Detail *detail, Rank *rank) {
    const Token *number = &sentence->tokens.items[n];
    const Token *next = next_of(sentence, n);
    while (next && (is_cue(next, CUE_EXPECTED) || is_zero_word(next)) && next + 1 < sentence->tokens.items + sentence->tokens.len)
        next++; /* "25 free dMOC" */
    if (next && is_label(next, LABEL_OTHER) && next + 1 < sentence->tokens.items + sentence->tokens.len && next[1].kind == TOKEN_UNIT &&
        next[1].from == next->from && !names_what_follows(sentence, next))
        next++; /* "36 Benutzer": elsewhere a field of a form */
    if (!next || sentence_has_comma(sentence, number->outer_to, next->from))
        return false;
    size_t from = sentence_behind_words(sentence, n, &next);
    if ((is_cue(next, CUE_KPI) || is_label(next, LABEL_KPI_VALUE)) && sentence_near_gap(sentence, from, next->from, 2)) {
        *detail = DETAIL_KPI_VALUE;
        return true;
    }
    bool unit_label = is_label(next, LABEL_PURCHASE_UNITS) && !names_what_follows(sentence, next);
    if ((next->kind == TOKEN_UNIT && counts_papers(sentence, n, next)) ||
        ((next->kind == TOKEN_UNIT || unit_label) && begins_another(sentence, from, next->from)) ||
        (next->kind == TOKEN_UNIT && sentence_counts_people(sentence, next)))
        return false;
    bool brief = next->kind == TOKEN_UNIT && next->to - next->from <= 2; /* "84 era un error": so short a word counts what it touches */
    if ((next->kind == TOKEN_TYPE || next->kind == TOKEN_UNIT || unit_label) &&
        sentence_near_gap(sentence, from, next->from, brief ? 0 : 3)) {
        *detail = DETAIL_PURCHASE_UNITS;
        /* "20 people", "25 days": a unit word alone counts courseware only where courseware is spoken of. */
        if (next->kind != TOKEN_TYPE && !sentence->has_type && !sentence->has_cue[CUE_PURCHASE] && !unit_label)
            *rank = RANK_PROSE;
        return true;
    }
    return false;
}

/* "25 points" are KPIs; "points 4 and 6" are not. */
static bool names_kpi(const Sentence *sentence, const Token *cue) {
    Str word = str_sub(sentence->s, cue->from, cue->to);
    return str_find(word, STR("point")) < 0;
}

/* "30 KPIs, 0.00": the word belongs to the figure before it; but no amount of money counts KPIs. */
static bool counts_what_precedes(const Sentence *sentence, size_t n) {
    for (size_t i = n; i-- > 0;) {
        const Token *token = &sentence->tokens.items[i];
        if (token->to > sentence->tokens.items[n].from)
            continue;
        return token->kind == TOKEN_NUMBER && !token->money && sentence_near_gap(sentence, token->outer_to, sentence->tokens.items[n].from, 1) &&
               !sentence_has_comma(sentence, token->outer_to, sentence->tokens.items[n].from);
    }
    return false;
}

/* "KPI (25)" */
static bool stands_in_bracket(const Sentence *sentence, size_t from, const Token *number) {
    return str_eq(str_trim(str_sub(sentence->s, from, number->outer_from)), STR("(")) && number->outer_to < sentence->to &&
           sentence->s.data[number->outer_to] == ')';
}

/* "收入为0的dMOC": what stands before the figure names it, the courseware behind only goes on. */
static bool goes_on_behind(const Sentence *sentence, size_t n) {
    const Token *number = &sentence->tokens.items[n], *next = next_of(sentence, n);
    if (!next || next->kind != TOKEN_TYPE)
        return false;
    Str gap = str_sub(sentence->s, number->outer_to, next->from);
    return str_eq(gap, STR("的")) || str_eq(gap, STR("の"));
}

/* "a KPI value amounting to 6", "unità pari a 25": what tells an amount elsewhere only leads on from the name before it. */
static bool leads_on(const Sentence *sentence, size_t n, const Token *number) {
    const Token *words = &sentence->tokens.items[n], *name = words, *twin = next_of(sentence, n);
    if (!is_cue(words, CUE_REVENUE) || number->money || has_decimals(sentence->s, number) ||
        (twin && twin->kind == TOKEN_LABEL && twin->from == words->from)) /* "amount" is a name of its own */
        return false;
    while (name > sentence->tokens.items && name->from == words->from)
        name--;
    if (name + 1 < words && name[1].kind == TOKEN_LABEL)
        return false;
    bool named = is_label(name, LABEL_KPI_VALUE) || is_label(name, LABEL_PURCHASE_UNITS) ||
                 (is_cue(name, CUE_KPI) && names_kpi(sentence, name)) || name->kind == TOKEN_UNIT;
    return named && gap_words(sentence->s, name->to, words->from) <= 1 && !sentence_has_comma(sentence, name->to, words->from) &&
           !gap_breaks(sentence->s, name->to, words->from);
}

static bool looks_like_year(const Sentence *sentence, const Token *number, Decimal *year) {
    Str token = str_sub(sentence->s, number->from, number->to);
    return token.len == 4 && decimal_parse(token, year) && year->units >= 2000 && year->units <= 2099;
}

/* What stands before it names it: "KPI of 20", "revenue 4350.00", "quantity 25", "dMOC x 25". */
static bool detail_before(const Sentence *sentence, size_t n, Detail *detail, bool *same_as_number) {
    const Token *number = &sentence->tokens.items[n];
    *same_as_number = false;
    bool code = false, steered = number->role_known;
    size_t words = 0, at = number->outer_from;
    for (size_t i = n; i-- > 0;) {
        const Token *token = &sentence->tokens.items[i];
        if (token->to > number->outer_from)
            continue;
        words += gap_words(sentence->s, token->to, at);
        bool bracketed = at == number->outer_from && stands_in_bracket(sentence, token->to, number);
        if (words > 6 || (!bracketed && !sentence_near_gap(sentence, token->to, at, 6)))
            return false;
        bool steering = is_cue(token, CUE_SHOWN) || is_cue(token, CUE_EXPECTED) || is_cue(token, CUE_INSTEAD) ||
                        is_cue(token, CUE_NOT) || is_cue(token, CUE_DASHBOARD) || is_cue(token, CUE_SHARED) ||
                        sentence_affirms(sentence, token);
        at = token->from;
        steered |= steering;
        bool grammar = is_cue(token, CUE_EACH) && gap_words(sentence->s, token->to, number->outer_from) >= 1; /* "KPI по ней 36" */
        if (steering || grammar || leads_on(sentence, i, number))
            continue;
        code |= token->kind == TOKEN_CODE && token->used;
        if (code && (token->kind == TOKEN_CODE || is_cue(token, CUE_INVOICE) || is_label(token, LABEL_INVOICE_NUMBER)))
            continue; /* "the KPI value of invoice A-1201 is 25" */
        if (counts_what_precedes(sentence, i) && sentence_has_comma(sentence, token->to, number->outer_from))
            return false;
        if (is_label(token, LABEL_KPI_VALUE) || (is_cue(token, CUE_KPI) && names_kpi(sentence, token))) {
            Decimal year;
            if (!steered && token->to - token->from <= strlen("kpis") && looks_like_year(sentence, number, &year))
                return false; /* "KPI autumn 2020", "our KPIs 2020" */
            *detail = DETAIL_KPI_VALUE;
        }
        else if (is_label(token, LABEL_PURCHASE_UNITS))
            *detail = DETAIL_PURCHASE_UNITS;
        else if (is_label(token, LABEL_REVENUE_VALUE) || is_label(token, LABEL_REVENUE_GROSS) || is_cue(token, CUE_REVENUE))
            *detail = DETAIL_REVENUE_VALUE;
        else if (is_label(token, LABEL_YEAR))
            *detail = DETAIL_YEAR;
        else if (token->kind == TOKEN_TYPE && gap_words(sentence->s, token->to, number->outer_from) <= 1 &&
                 number->outer_from - token->to <= 4 && !sentence_has_comma(sentence, token->to, number->outer_from)) {
            Decimal year;
            if (looks_like_year(sentence, number, &year)) /* "the MOC On-Demand of 2020" */
                return false;
            *detail = DETAIL_PURCHASE_UNITS;
        }
        else if (token->kind == TOKEN_UNIT && i && token[-1].from == token->from && is_label(&token[-1], LABEL_PURCHASE_UNITS))
            *detail = DETAIL_PURCHASE_UNITS; /* "the units are 30": a word that is both */
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
    const Token *unit = next_of(sentence, n);
    if (number->money && unit && unit->kind == TOKEN_UNIT && sentence_near_gap(sentence, number->outer_to, unit->from, 0) &&
        !sentence_has_comma(sentence, number->outer_to, unit->from)) /* "49 € pièce" */
        return true;
    if (number->money && number->outer_from > sentence->from && sentence->s.data[number->outer_from - 1] == '@')
        return true; /* @5,000円 */
    bool nothing = true; /* "0.00 on each": what is free has no price of a unit */
    for (size_t i = number->from; i < number->to; i++)
        nothing &= !(sentence->s.data[i] >= '1' && sentence->s.data[i] <= '9');
    if (!number->money && sentence_lists(sentence))
        return false; /* "A-1 and A-2, 25 units each" */
    for (size_t i = 0; i < sentence->tokens.len && !nothing; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (!is_cue(token, CUE_EACH))
            continue;
        bool behind = token->from >= number->outer_to && gap_words(sentence->s, number->outer_to, token->from) <= 1;
        const Token *priced = i ? token - 1 : token; /* "99 EUR each = 2,970 EUR" */
        bool taken = priced->kind == TOKEN_NUMBER && priced->money && gap_words(sentence->s, priced->outer_to, token->from) == 0;
        bool before = !taken && token->to <= number->outer_from &&
                      gap_words(sentence->s, token->to, number->outer_from) == 0 &&
                      !sentence_has_comma(sentence, token->to, number->outer_from);
        if ((behind && !sentence_has_comma(sentence, number->outer_to, token->from)) || (before && number->money))
            return true;
    }
    return false;
}

/* "KPI 25,12,500元": where no blank follows a comma, groups of two are another figure; only India writes them. */
static bool runs_together(const Sentence *sentence, const Token *number) {
    Str s = str_sub(sentence->s, number->from, number->to);
    Language language = sentence->reader->language;
    bool east = language == LANGUAGE_JA || language == LANGUAGE_KO || language == LANGUAGE_ZH_CN || language == LANGUAGE_ZH_TW;
    for (size_t i = 0; east && i + 3 < s.len; i++)
        if (s.data[i] == ',' && s.data[i + 3] == ',')
            return true;
    return false;
}

static bool number_decimal(Sentence *sentence, const Token *number, Detail detail, Mention *mention) {
    Reader *reader = sentence->reader;
    if (runs_together(sentence, number))
        return false;
    if (number->word) {
        mention->value.number = number->value;
        return detail != DETAIL_REVENUE_VALUE || number->money || !number->value.units;
    }
    NumberUse use = detail == DETAIL_REVENUE_VALUE ? NUMBER_MONEY : detail == DETAIL_KPI_VALUE ? NUMBER_KPI : NUMBER_COUNT;
    NumberHabit habit = reader->numbers != HABIT_UNKNOWN ? reader->numbers : number_habit_of_language(reader->language);
    NumberVerdict verdict = number_value(str_sub(sentence->s, number->from, number->to), use,
                                         str_given(number->iso) ? currency_decimals(number->iso) : -1, habit,
                                         &mention->value.number, &mention->other.number);
    mention->ambiguous = verdict == NUMBER_AMBIGUOUS;
    return verdict != NUMBER_REFUSED;
}

void sentence_add_value(Sentence *sentence, size_t n, Detail detail, Rank rank) {
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
        sentence_net_or_gross(sentence, n, &net, &gross);
        mention->gross = base.gross = gross && !net;
        mention->net = base.net = net;
        if (role != ROLE_DENIED) /* "2,500 EUR, not 2,050 EUR": the currency is not denied */
            mention_currency(sentence->reader, number->iso, &base);
    }
    const Token *next = next_of(sentence, n);
    const Token *end = sentence->tokens.items + sentence->tokens.len;
    while (next && next->kind == TOKEN_LABEL && next + 1 < end && next[1].from == next->from) /* a word may be both */
        next++;
    if (detail == DETAIL_PURCHASE_UNITS && next && next->kind == TOKEN_UNIT) {
        base.detail = DETAIL_UNIT_OF_MEASURE;
        base.value = (Value){.text = text_raw(sentence->reader->text, next->from, next->to)};
        *VEC_PUSH(sentence->reader->arena, sentence->reader->out) = base;
    }
    sentence->reader->spoke = true;
    sentence->reader->spoken = detail;
}

/* What the sentence is about when a bare figure is said to be right: a detail named without a figure of its own. "The KPI
 * of invoice A-1 (25 dMOC, 2500 EUR) is wrong, it should be 25." */
static bool subject_of(const Sentence *sentence, size_t n, Detail *detail) {
    for (size_t i = 0; i < n; i++) {
        const Token *token = &sentence->tokens.items[i];
        bool kpi = is_label(token, LABEL_KPI_VALUE) || (is_cue(token, CUE_KPI) && names_kpi(sentence, token));
        bool units = is_label(token, LABEL_PURCHASE_UNITS), revenue = is_label(token, LABEL_REVENUE_VALUE);
        const Token *next = next_of(sentence, i);
        while (next && (next->from < token->to || is_cue(next, CUE_SHOWN) || is_cue(next, CUE_EXPECTED)))
            next = next + 1 < sentence->tokens.items + sentence->tokens.len ? next + 1 : NULL;
        bool bound = counts_what_precedes(sentence, i) ||
                     (next && next->kind == TOKEN_NUMBER && sentence_near_gap(sentence, token->to, next->outer_from, 3));
        if ((kpi || units || revenue) && !bound) {
            *detail = kpi ? DETAIL_KPI_VALUE : units ? DETAIL_PURCHASE_UNITS : DETAIL_REVENUE_VALUE;
            return true;
        }
    }
    return false;
}

/* "we see 20 units although we bought 25", "20 are shown, but by the invoice there are 25" */
static bool turns_to(const Sentence *sentence, size_t n) {
    bool turned = false, bought = false, shown = false, against = false;
    for (size_t i = 0; i < n; i++) {
        const Token *token = &sentence->tokens.items[i];
        shown |= token->kind == TOKEN_NUMBER && token->role_known && token->role == ROLE_SHOWN;
        against |= shown && is_cue(token, CUE_CONTRAST);
        turned |= is_cue(token, CUE_CONTRAST);
        bought |= turned && is_cue(token, CUE_PURCHASE);
    }
    return bought || against;
}

/* Behind an amount of thousands "shows 20, should be 25" are no money. */
static bool goes_on_about(const Sentence *sentence, const Token *number) {
    const Reader *reader = sentence->reader;
    if (reader->spoken != DETAIL_REVENUE_VALUE || has_decimals(sentence->s, number))
        return true;
    for (size_t i = reader->out->len; i-- > 0;) {
        const Mention *mention = &reader->out->items[i];
        Decimal value;
        if (mention->detail != DETAIL_REVENUE_VALUE)
            continue;
        Str token = str_sub(sentence->s, number->from, number->to);
        return !decimal_parse(token, &value) || value.units * AMOUNTS_APART > decimal_to_int(mention->value.number);
    }
    return true;
}

/* "the revenue is zero", "receita zero": right behind the name of the revenue. */
static bool is_zero_revenue(const Sentence *sentence, size_t n) {
    const Token *zero = &sentence->tokens.items[n];
    Detail detail;
    bool same;
    for (size_t i = n; i-- > 0;) {
        const Token *name = &sentence->tokens.items[i];
        if (gap_words(sentence->s, name->to, zero->from) > 2 || sentence_has_comma(sentence, name->to, zero->from))
            return false;
        if (is_label(name, LABEL_REVENUE_VALUE) || is_cue(name, CUE_REVENUE))
            return detail_before(sentence, n, &detail, &same) && detail == DETAIL_REVENUE_VALUE;
    }
    return false;
}

/* "Sorry, both are 26 instead of 28": it replaces the denied figure, whatever that was. */
static bool corrects_bare(const Sentence *sentence, size_t n) {
    const Token *denied = n + 2 < sentence->tokens.len ? &sentence->tokens.items[n + 2] : NULL;
    return sentence->corrects && denied && is_cue(denied - 1, CUE_INSTEAD) && denied->kind == TOKEN_NUMBER &&
           denied->role_known && denied->role == ROLE_DENIED;
}

/* "26 instead of 28 units": what is counted stands behind the other figure. */
static bool shares_name(const Sentence *sentence, size_t n, Detail *detail, Rank *rank) {
    return corrects_bare(sentence, n) && detail_behind(sentence, n + 2, detail, rank);
}

/* "25 and 12 units", "25, 12 and 8 units": what is counted stands behind the last one. */
static bool opens_list(const Sentence *sentence, size_t n, Detail *detail, Rank *rank) {
    size_t last = n + LISTED_MAX;
    for (const Token *next; n < last && (next = next_of(sentence, n)); n++) {
        const Token *number = &sentence->tokens.items[n];
        Decimal year;
        if (next->kind != TOKEN_NUMBER || next->word || next->money || next->role_known || number->money || number->role_known ||
            looks_like_year(sentence, number, &year) || !sentence_only_joins(sentence, number->to, next->from))
            return false;
        bool word = !str_eq(str_trim(str_sub(sentence->s, number->to, next->from)), STR(",")); /* "2021, 25 units" is no list */
        if (word && detail_behind(sentence, n + 1, detail, rank))
            return *detail == DETAIL_PURCHASE_UNITS || *detail == DETAIL_KPI_VALUE;
    }
    return false;
}

/* "KPI 25 and 12" of two invoices: what is counted stands before the first one. */
static bool goes_on_list(const Sentence *sentence, size_t n, Detail *detail) {
    if (!sentence_list_ends_or_goes_on(sentence, n) || (sentence->has_cue[CUE_DASHBOARD] && !sentence->has_cue[CUE_EXPECTED]))
        return false;
    for (size_t first = n; first > 0 && n - first < LISTED_MAX; first--) {
        bool same;
        const Token *number = &sentence->tokens.items[first], *last = number - 1;
        if (number->role_known != last->role_known || number->role != last->role || last->kind != TOKEN_NUMBER || last->money || last->word ||
            !sentence_only_joins(sentence, last->to, number->from))
            return false;
        if (detail_before(sentence, first - 1, detail, &same))
            return (*detail == DETAIL_PURCHASE_UNITS || *detail == DETAIL_KPI_VALUE) && sentence_knows_numbers(sentence);
    }
    return false;
}

static bool detail_of_number(Sentence *sentence, size_t n, Detail *detail, Rank *rank) {
    const Token *number = &sentence->tokens.items[n];
    bool same;
    *rank = RANK_NEAR;
    if (number->money) {
        *detail = DETAIL_REVENUE_VALUE;
        return !is_unit_price(sentence, n) && !sentence_is_tax(sentence, n);
    }
    if (is_zero_word(number)) {
        *detail = DETAIL_REVENUE_VALUE;
        return is_zero_revenue(sentence, n);
    }
    bool ideographs = (unsigned char)sentence->s.data[number->from] >= 0xE3;
    if (number->word && ideographs && (!next_of(sentence, n) || next_of(sentence, n)->from != number->to))
        return number->to - number->from > strlen("一") && detail_before(sentence, n, detail, &same) &&
               *detail != DETAIL_REVENUE_VALUE && *detail != DETAIL_YEAR; /* 统一, 三井: no figure without a word for it */
    if (number->word) /* "two-person outfit": words count courseware only */
        return detail_behind(sentence, n, detail, rank) && *detail == DETAIL_PURCHASE_UNITS &&
               (next_of(sentence, n)->kind == TOKEN_TYPE || sentence->has_cue[CUE_PURCHASE] ||
                (ideographs && sentence->has_type)) &&
               sentence->s.data[number->to] != '-';
    if (goes_on_behind(sentence, n) && detail_before(sentence, n, detail, &same))
        return true;
    if (detail_behind(sentence, n, detail, rank))
        return true;
    if (sentence_twin(sentence, n, detail))
        return true;
    if (detail_before(sentence, n, detail, &same))
        return *detail != DETAIL_REVENUE_VALUE || !is_unit_price(sentence, n);
    if (shares_name(sentence, n, detail, rank) || opens_list(sentence, n, detail, rank) ||
        goes_on_list(sentence, n, detail))
        return true;
    if (sentence_is_whole(sentence, n)) {
        *detail = DETAIL_PURCHASE_UNITS;
        return true;
    }
    if (sentence_counts_more(sentence, n)) {
        sentence_repeat_type(sentence, number);
        *detail = DETAIL_PURCHASE_UNITS;
        return true;
    }
    bool net, gross;
    sentence_net_or_gross(sentence, n, &net, &gross);
    if ((net || gross) && !is_unit_price(sentence, n)) {
        *detail = DETAIL_REVENUE_VALUE;
        return true;
    }
    Decimal year;
    if (looks_like_year(sentence, number, &year)) {
        *detail = DETAIL_YEAR;
        bool bought = ((sentence->has_cue[CUE_PURCHASE] || sentence->has_cue[CUE_SHARED]) && !sentence->complains) ||
                      sentence_heads_list(sentence) || sentence_beside(sentence, number, SMALL_PURCHASES);
        const Token *turn = n && is_cue(number - 1, CUE_CONTRAST) ? number - 1 : number; /* "not 2022 but 2021" */
        const Token *wrong = turn > sentence->tokens.items ? turn - 1 : NULL;
        bool replaces = wrong && wrong->kind == TOKEN_NUMBER && wrong->role_known && wrong->role == ROLE_DENIED &&
                        looks_like_year(sentence, wrong, &year) && gap_words(sentence->s, wrong->to, number->from) <= 2;
        *rank = bought || replaces || (number->role_known && number->role == ROLE_DENIED) ? RANK_PROSE : RANK_WEAK;
        return true;
    }
    bool about = sentence->has_cue[CUE_REVENUE] || sentence->has_cue[CUE_KPI] || sentence->has_type;
    if (has_decimals(sentence->s, number) && about) {
        *detail = DETAIL_REVENUE_VALUE;
        *rank = RANK_PROSE;
        return true;
    }
    size_t other = n + 1; /* "instead of 25 only 20 units", "not 25 but 20 units" */
    other += other < sentence->tokens.len && is_cue(&sentence->tokens.items[other], CUE_CONTRAST);
    if (n && (is_cue(number - 1, CUE_INSTEAD) || is_cue(number - 1, CUE_NOT)) && other < sentence->tokens.len &&
        sentence->tokens.items[other].kind == TOKEN_NUMBER && detail_behind(sentence, other, detail, rank))
        return true;
    if (number->role_known && number->role == ROLE_EXPECTED && subject_of(sentence, n, detail)) {
        *rank = RANK_PROSE;
        return true;
    }
    if (sentence_is_id(sentence, number))
        return false;
    if (!number->role_known && sentence->reader->spoke && turns_to(sentence, n)) {
        *detail = sentence->reader->spoken;
        *rank = RANK_PROSE;
        return *detail != DETAIL_INVOICE_NUMBER;
    }
    if (number->role_known && sentence->reader->spoke && goes_on_about(sentence, number)) { /* "... 24 KPIs, and it should be 30" */
        *detail = sentence->reader->spoken;
        *rank = number->role == ROLE_EXPECTED ? RANK_NEAR : RANK_PROSE; /* "The KPI is 24. It should be 30." */
        return *detail != DETAIL_INVOICE_NUMBER;
    }
    if (number->role_known && number->role != ROLE_DENIED && !corrects_bare(sentence, n)) { /* "the dashboard says 20 instead of 25" */
        *detail = DETAIL_KPI_VALUE;
        *rank = RANK_WEAK;
        return true;
    }
    return false;
}

/* "35, not 53" */
static bool denies_behind(const Sentence *sentence, size_t n) {
    const Token *next = next_of(sentence, n);
    return next && is_cue(next, CUE_NOT) && gap_words(sentence->s, sentence->tokens.items[n].to, next->from) <= 1 &&
           next_of(sentence, n + 1) && next_of(sentence, n + 1)->role_known &&
           next_of(sentence, n + 1)->role == ROLE_DENIED;
}

/* "Ignore the 53, it is 35 in both": whichever detail was given the denied figure gets the other one. */
static void bare_correction(Sentence *sentence, size_t n) {
    static const Detail details[] = {DETAIL_PURCHASE_UNITS, DETAIL_KPI_VALUE, DETAIL_REVENUE_VALUE};
    Token *number = &sentence->tokens.items[n];
    Reader *reader = sentence->reader;
    Mention probe = {0};
    if (number->word || !number_decimal(sentence, number, DETAIL_KPI_VALUE, &probe))
        return;
    if (number->role_known && number->role == ROLE_DENIED) {
        for (size_t i = 0; i < sizeof details / sizeof *details; i++)
            mention_add(reader, details[i], RANK_PROSE, ROLE_DENIED, number->from, number->to)->value = probe.value;
        reader->denied = true;
    } else if (sentence->corrects || denies_behind(sentence, n)) {
        mention_add(reader, DETAIL_COUNT, RANK_CORRECTION, ROLE_CLAIM, number->from, number->to)->value = probe.value;
    } else {
        return;
    }
    number->used = true;
}

/* "購入単位が違います。": what the next sentence says is about the one detail that this one complains of. */
static void speak_of_label(Sentence *sentence) {
    Detail detail = DETAIL_COUNT;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        bool kpi = is_label(token, LABEL_KPI_VALUE) || (is_cue(token, CUE_KPI) && names_kpi(sentence, token));
        bool units = is_label(token, LABEL_PURCHASE_UNITS), revenue = is_label(token, LABEL_REVENUE_VALUE);
        Detail of = kpi ? DETAIL_KPI_VALUE : units ? DETAIL_PURCHASE_UNITS : revenue ? DETAIL_REVENUE_VALUE : DETAIL_COUNT;
        if (is_figure(token) || (of != DETAIL_COUNT && detail != DETAIL_COUNT && of != detail))
            return;
        detail = of != DETAIL_COUNT ? of : detail;
    }
    if (detail == DETAIL_COUNT || !sentence->complains)
        return;
    sentence->reader->spoke = true;
    sentence->reader->spoken = detail;
}

void sentence_values(Sentence *sentence) {
    speak_of_label(sentence);
    sentence_sums(sentence);
    if (sentence_knows_numbers(sentence))
        sentence_share_roles(sentence);
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *number = &sentence->tokens.items[i];
        Detail detail;
        Rank rank;
        if (number->kind != TOKEN_NUMBER || number->used || sentence_counts_nothing(sentence, i))
            continue;
        if (!detail_of_number(sentence, i, &detail, &rank) || (detail == sentence->reader->spoken && rank == RANK_PROSE && number->role == ROLE_DENIED)) {
            bare_correction(sentence, i);
            continue;
        }
        if (detail == DETAIL_YEAR) {
            Mention *mention = mention_add(sentence->reader, DETAIL_YEAR,
                                           ranked(sentence, rank, number->role_known ? number->role : ROLE_CLAIM),
                                           number->role_known ? number->role : ROLE_CLAIM, number->from, number->to);
            if (!looks_like_year(sentence, number, &mention->value.number))
                sentence->reader->out->len--;
            number->used = true;
            continue;
        }
        if (detail == DETAIL_PURCHASE_UNITS && sentence_counts_others(sentence, i))
            rank = RANK_WEAK;
        Detail joint = sentence_joint(sentence, i, detail);
        sentence_add_value(sentence, i, detail, rank);
        if (joint < DETAIL_COUNT) /* what the next figure goes on about is the one named last */
            sentence_add_value(sentence, i, joint, rank);
        sentence->reader->spoken = joint < DETAIL_COUNT ? detail : sentence->reader->spoken;
    }
}
