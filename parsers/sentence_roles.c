/* Roles: what does the partner say is shown, and what is right? */
#include "parsers/sentence_role.h"

#include "base/utf8.h"
#include "parsers/hangul.h"
#include "base/banned.h"

static Token *figure_before(Sentence *sentence, size_t n, size_t limit) {
    for (size_t i = n; i-- > 0 && n - i <= limit;)
        if (sentence->tokens.items[i].kind == TOKEN_NUMBER && !sentence->tokens.items[i].used)
            return &sentence->tokens.items[i];
    return NULL;
}

Token *role_figure_after(Sentence *sentence, size_t n, size_t limit) {
    for (size_t i = n + 1; i < sentence->tokens.len && i - n <= limit; i++)
        if (sentence->tokens.items[i].kind == TOKEN_NUMBER && !sentence->tokens.items[i].used)
            return &sentence->tokens.items[i];
    return NULL;
}

void role_set(Token *token, Role role) {
    if (token && !token->role_known) {
        token->role = role;
        token->role_known = true;
    }
}

/* A Japanese verb stands behind what it says, "20と表示されています", whatever follows; "正しくは" and "表示は" before. */
static bool ends_clause(const Sentence *sentence, const Token *cue) {
    static const char *const topics[] = {"は", "が", "では", "には", ":", "="};
    size_t size;
    Str word = str_sub(sentence->s, cue->from, cue->to), behind = str_sub(sentence->s, cue->to, sentence->to);
    uint32_t last = utf8_decode(sentence->s, utf8_back(sentence->s, cue->to), &size);
    bool kana = last >= 0x3041 && last <= 0x3096;
    if (sentence->reader->language != LANGUAGE_JA || str_ends(word, STR("は")) || str_ends(word, STR("では")))
        return false;
    if (kana && !str_ends(word, STR("の")))
        return true;
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++)
        if (str_starts(behind, str_of(topics[i])))
            return false;
    return kana;
}

/* A cue right behind a figure binds it ("36 KPI expected"), unless a figure follows the cue ("25 should be 30"). */
static Token *figure_bound_before(Sentence *sentence, size_t n) {
    const Token *cue = &sentence->tokens.items[n];
    Token *before = figure_before(sentence, n, 4);
    if (!before || gap_words(sentence->s, before->outer_to, cue->from) > 3)
        return NULL;
    for (size_t i = before->outer_to; i < cue->from; i++)
        if (strchr(",.;:)\n", sentence->s.data[i]))
            return NULL;
    if (ends_clause(sentence, cue))
        return before;
    const Token *after = role_figure_after(sentence, n, 6);
    for (const Token *turn = cue + 1; after && turn < after; turn++)
        if (is_cue(turn, CUE_CONTRAST) || is_cue(turn, CUE_PURCHASE) || is_cue(turn, CUE_INSTEAD))
            return before; /* "20 are displayed although we bought 25", "25 should be displayed instead of 20" */
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
bool role_figure_is_bound(Sentence *sentence, const Token *figure) {
    for (size_t i = 0; i < sentence->tokens.len; i++)
        if (is_cue(&sentence->tokens.items[i], CUE_SHOWN) && figure_bound_before(sentence, i) == figure)
            return true;
    return false;
}

/* "Rechnung 4711": the word right before says that the figure is a number, not a count. */
bool role_is_named_number(const Sentence *sentence, const Token *figure) {
    const Token *word = figure - 1;
    return figure > sentence->tokens.items && (is_label(word, LABEL_INVOICE_NUMBER) || is_cue(word, CUE_INVOICE)) &&
           gap_words(sentence->s, word->to, figure->from) == 0;
}

/* "according to our invoice 4711 but 25": the turn stands before what the words announce, no other figure between. */
static bool turn_announces(const Sentence *sentence, size_t turn, bool steered, Role role) {
    const Token *next = turn + 1 < sentence->tokens.len ? &sentence->tokens.items[turn + 1] : NULL;
    return role == ROLE_EXPECTED && !steered && next && next->kind == TOKEN_NUMBER &&
           gap_words(sentence->s, sentence->tokens.items[turn].to, next->from) == 0;
}

/* "shows 20 for invoice 4711 (25 dMOC, 2,000 EUR)": the bracket behind the number tells what was invoiced. */
static bool describes_paper(const Sentence *sentence, size_t n, size_t behind, size_t open) {
    bool paper = false;
    for (size_t i = n + 1; i < behind; i++) {
        const Token *token = &sentence->tokens.items[i];
        paper |= is_cue(token, CUE_INVOICE) || is_label(token, LABEL_INVOICE_NUMBER);
        if (token->kind == TOKEN_NUMBER && !paper)
            continue;
        if (paper && token->kind == TOKEN_NUMBER && !role_is_named_number(sentence, token))
            return false;
    }
    return paper && gap_words(sentence->s, sentence->tokens.items[behind - 1].to, open) <= 1;
}

/* "On the dashboard A-1 is missing, these are 38 dMOC of January": behind the complaint the purchase is described. */
static bool describes_missing(const Sentence *sentence, size_t n, const Token *token) {
    return sentence->complains && sentence->complaint >= sentence->tokens.items[n].to && sentence->complaint < token->from &&
           (token->kind == TOKEN_WHEN || token->kind == TOKEN_TYPE) &&
           gap_has(sentence->s, sentence->complaint, token->from, ',');
}

/* "The year is given wrongly: not 2022 but 2021": the colon opens what is right; but a dashboard may well show "not 25 but 20". */
static bool turns_at_colon(const Sentence *sentence, size_t n) {
    const Token *cue = &sentence->tokens.items[n];
    const char *colon = memchr(sentence->s.data + cue->to, ':', sentence->to - cue->to);
    if (!colon || sentence->has_cue[CUE_DASHBOARD])
        return false;
    size_t at = (size_t)(colon - sentence->s.data) + 1;
    while (at < sentence->to && sentence->s.data[at] == ' ')
        at++;
    for (size_t i = n + 1; i < sentence->tokens.len && sentence->tokens.items[i].from <= at; i++)
        if (sentence->tokens.items[i].from == at && is_cue(&sentence->tokens.items[i], CUE_NOT))
            return true;
    return false;
}

/* Does "said" steer the tokens behind it? Only until another cue, a purchase, or the end of its bracket. */
static void steer_behind(Sentence *sentence, size_t n, Role role) {
    int depth = 0, apart = 0; /* the depth of a bracket that is not steered */
    bool steered = false;
    size_t last = sentence->tokens.items[n].to;
    if (role == ROLE_SHOWN && turns_at_colon(sentence, n))
        return;
    for (size_t i = n + 1; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        for (; last < token->from; last++) {
            depth += sentence->s.data[last] == '(';
            if (sentence->s.data[last] == '(' && !apart && role == ROLE_SHOWN && steered && describes_paper(sentence, n, i, last))
                apart = depth;
            depth -= sentence->s.data[last] == ')';
            apart = depth < apart ? 0 : apart;
            bool dash = sentence->s.data[last] == '-' && last > sentence->from && sentence->s.data[last - 1] == ' ' &&
                        last + 1 < sentence->to && sentence->s.data[last + 1] == ' ';
            if (depth < 0 || dash || sentence->s.data[last] == ';')
                return;
        }
        if (is_cue(token, CUE_CONTRAST) && turn_announces(sentence, i, steered, role))
            continue;
        if (token->kind == TOKEN_CUE && (token->key == CUE_SHOWN || token->key == CUE_EXPECTED ||
                                         token->key == CUE_PURCHASE || token->key == CUE_INSTEAD ||
                                         token->key == CUE_CONTRAST || token->key == CUE_PAID))
            return;
        if (role == ROLE_SHOWN && !steered && describes_missing(sentence, n, token))
            return;
        if (depth > 0 && role_is_named_number(sentence, token)) /* "only 5 are counted (invoice 9/B)" */
            continue;
        if (token->kind == TOKEN_NUMBER && !token->used && !apart) {
            role_set(token, role);
            steered |= !role_is_named_number(sentence, token);
        }
    }
}

/* "currently 20", "derzeit sind es nur 20": a word for the time of writing tells what is shown of the figure beside it only. */
static void steer_beside(Sentence *sentence, size_t n) {
    const Token *now = &sentence->tokens.items[n];
    Token *figure = role_figure_after(sentence, n, 3);
    if (figure && gap_words(sentence->s, now->to, figure->outer_from) <= 3 && !gap_breaks(sentence->s, now->to, figure->outer_from) &&
        !gap_has(sentence->s, now->to, figure->outer_from, ','))
        role_set(figure, ROLE_SHOWN);
}

static bool is_value(const Token *token) {
    return token->kind == TOKEN_NUMBER || token->kind == TOKEN_WHEN || token->kind == TOKEN_TYPE ||
           token->kind == TOKEN_CODE;
}

/* The nearest value behind (or before) token n, of the kind of `like` when that is given. */
Token *role_value_beside(Sentence *sentence, size_t n, bool behind, const Token *like, size_t limit) {
    Tokens *tokens = &sentence->tokens;
    for (size_t step = 1; step <= limit; step++) {
        if (behind ? n + step >= tokens->len : step > n)
            return NULL;
        Token *token = &tokens->items[behind ? n + step : n - step];
        if (is_value(token) && !token->used && (!like || token->kind == like->kind))
            return token;
    }
    return NULL;
}

void role_put(Token *token, Role role) {
    if (token) {
        token->role = role;
        token->role_known = true;
    }
}

/* "According to the dashboard it is from February, but it is from January": what stands before the turn is shown. */
static void contrast(Sentence *sentence, size_t n) {
    static const TokenKind kinds[] = {TOKEN_WHEN, TOKEN_TYPE, TOKEN_CODE};
    bool shown = false;
    for (size_t i = 0; i < n; i++)
        shown |= is_cue(&sentence->tokens.items[i], CUE_SHOWN) || is_cue(&sentence->tokens.items[i], CUE_DASHBOARD);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds && shown; k++) {
        const Token like = {.kind = kinds[k]};
        Token *before = role_value_beside(sentence, n, false, &like, n);
        Token *behind = role_value_beside(sentence, n, true, &like, sentence->tokens.len);
        bool same = before && behind && before->to - before->from == behind->to - behind->from &&
                    memcmp(sentence->s.data + before->from, sentence->s.data + behind->from,
                           before->to - before->from) == 0;
        if (before && behind && !same)
            role_put(before, ROLE_SHOWN);
    }
}

/* What may stand between the dashboard and the figure that it shows: words that name them, no other figure. */
static bool is_name(const Token *token) {
    return token->kind == TOKEN_LABEL || token->kind == TOKEN_CODE || token->kind == TOKEN_WHEN ||
           is_cue(token, CUE_INVOICE) || is_cue(token, CUE_KPI) || is_cue(token, CUE_REVENUE);
}

static bool is_east(const Sentence *sentence) {
    Language language = sentence->reader->language;
    return language == LANGUAGE_JA || language == LANGUAGE_ZH_CN || language == LANGUAGE_ZH_TW;
}

/* "The dashboard gives invoice A-1 nineteen vouchers": behind a verb and the number what is counted. Spelled out it is no part of
 * a list of details; "the dashboard misses" or "forgets" what was bought. */
static bool is_given(const Sentence *sentence, size_t dashboard, size_t n, size_t verb) {
    const Token *figure = &sentence->tokens.items[n], *next = n + 1 < sentence->tokens.len ? figure + 1 : NULL;
    return figure->word && !sentence->complains && !sentence->has_cue[CUE_LACK] && verb >= 1 && verb <= 3 && gap_words(sentence->s, sentence->from, sentence->tokens.items[dashboard].from) <= 2 && next &&
           (next->kind == TOKEN_UNIT || next->kind == TOKEN_TYPE || is_cue(next, CUE_KPI)) &&
           gap_words(sentence->s, figure->outer_to, next->from) <= 1 && !sentence->has_cue[CUE_PURCHASE];
}

/* "The dashboard writes 2,000.00", "on the dashboard the KPI value of invoice A-1 is 20", whatever the verb. */
static Token *shown_behind(Sentence *sentence, size_t n) {
    const Tokens *tokens = &sentence->tokens;
    const Token *before = &tokens->items[n];
    bool named = false;
    size_t words = 0, verb = 0, end = before->to;
    for (size_t i = n + 1; i < tokens->len; i++) {
        Token *token = &tokens->items[i];
        if (token->from < end) /* a word may be two things */
            continue;
        words += gap_words(sentence->s, end, token->outer_from ? token->outer_from : token->from);
        if (gap_breaks(sentence->s, end, token->from) || gap_has(sentence->s, end, token->from, ','))
            return NULL;
        end = token->to;
        if (token->kind == TOKEN_NUMBER && !words && !named && sentence->reader->language == LANGUAGE_RU)
            return i + 1 < tokens->len && (token[1].kind == TOKEN_UNIT || token[1].kind == TOKEN_LABEL || token[1].kind == TOKEN_TYPE || is_cue(&token[1], CUE_KPI)) ? token
                       : NULL; /* it has no verb */
        if (token->kind == TOKEN_NUMBER)
            return (token->word && tokens->items[i - 1].kind == TOKEN_WHEN) || (named && is_given(sentence, n, i, verb)) || (words + (named && is_east(sentence)) >= 1 && words <= 3 && (!named || is_east(sentence) || gap_words(sentence->s, tokens->items[i - 1].to, token->from) >= 1)) ? token : NULL;
        if (is_cue(token, CUE_CONTRAST)) /* "am Dashboard stehen aber nur 14" */
            continue;
        if (!is_name(token))
            return NULL;
        verb = named ? verb : words;
        named = true;
    }
    return NULL;
}

/* "We bought MTA. The dashboard has one dMOC only": what is shown of another type does not name that of the purchase. */
static void shown_other_type(Sentence *sentence, Token *figure) {
    Token *type = figure + 1;
    const Mentions *said = sentence->reader->out;
    if (!figure->word || type >= sentence->tokens.items + sentence->tokens.len || type->kind != TOKEN_TYPE ||
        gap_words(sentence->s, figure->to, type->from) > 1 || gap_breaks(sentence->s, figure->to, type->from))
        return;
    for (size_t i = said->len; i-- > 0;)
        if (said->items[i].detail == DETAIL_OMLP_TYPE) {
            role_set(type, ROLE_SHOWN);
            return;
        }
}

/* Does the word begin the sentence, a colon right behind it? */
static bool opens_with_colon(const Sentence *sentence, const Token *word) {
    return gap_words(sentence->s, sentence->from, word->from) <= 1 && word->to < sentence->to &&
           sentence->s.data[word->to] == ':' && !sentence->complains;
}

/* "The dashboard shows 20, not 25", "shows not 25 but 20": what it does not show is right. */
static void shown_not(Sentence *sentence, size_t n) {
    Token *behind = &sentence->tokens.items[n + 1], *before = role_value_beside(sentence, n, false, behind, 3);
    if (sentence->corrects || !behind->role_known || behind->role != ROLE_DENIED || behind->kind != TOKEN_NUMBER)
        return;
    if (before && before->role_known && before->role == ROLE_SHOWN) {
        role_put(behind, ROLE_EXPECTED);
        return;
    }
    const Token *verb = n ? &sentence->tokens.items[n - 1] : NULL, *turn = behind + 1;
    Token *shown = role_value_beside(sentence, n + 1, true, behind, 3);
    if (!verb || !is_cue(verb, CUE_SHOWN) || gap_breaks(sentence->s, verb->to, sentence->tokens.items[n].from) || !shown ||
        (shown->role_known && shown->role != ROLE_SHOWN))
        return;
    while (turn < shown && !is_cue(turn, CUE_CONTRAST))
        turn++;
    if (turn == shown && gap_words(sentence->s, behind->outer_to, shown->outer_from) > 1)
        return;
    role_put(behind, ROLE_EXPECTED);
    role_put(shown, ROLE_SHOWN);
}

/* The value right behind the cue, or in Japanese right before a verb. */
static Token *value_at_cue(Sentence *sentence, size_t n, TokenKind kind) {
    const Token *cue = &sentence->tokens.items[n], like = {.kind = kind};
    bool before = ends_clause(sentence, cue);
    Token *value = role_value_beside(sentence, n, !before, &like, 2);
    if (!value)
        return NULL;
    size_t from = before ? value->to : cue->to, to = before ? cue->from : value->from;
    return from <= to && gap_words(sentence->s, from, to) <= 1 && !gap_breaks(sentence->s, from, to) ? value : NULL;
}

/* "The type shows as MOC, it should be dMOC": where one is said to be shown and another to be right. */
static void shown_and_right(Sentence *sentence, TokenKind kind) {
    Token *shown = NULL, *right = NULL;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        if (is_cue(&sentence->tokens.items[i], CUE_SHOWN) && !shown)
            shown = value_at_cue(sentence, i, kind);
        else if (is_cue(&sentence->tokens.items[i], CUE_EXPECTED) && !right)
            right = value_at_cue(sentence, i, kind);
    }
    if (!shown || !right || shown == right)
        return;
    role_set(shown, ROLE_SHOWN);
    role_set(right, ROLE_EXPECTED);
}

/* Does a word for what is right stand right behind, as in Japanese "表示されるべき"? */
static bool ought_behind(const Sentence *sentence, size_t n) {
    size_t end = sentence->tokens.items[n].to;
    if (sentence->reader->language != LANGUAGE_JA)
        return false;
    for (size_t i = n + 1; i < sentence->tokens.len; i++) {
        const Token *next = &sentence->tokens.items[i];
        if (is_cue(next, CUE_SHOWN) && next->from < end) /* と表示 and 表示され are one verb */
            end = next->to > end ? next->to : end;
        else
            return is_cue(next, CUE_EXPECTED) && next->from >= end && gap_words(sentence->s, end, next->from) <= 1 &&
                   !gap_has(sentence->s, end, next->from, ',') && !gap_breaks(sentence->s, end, next->from);
    }
    return false;
}

/* "Dashboard: 12 KPIs" */
static void dashboard_heads(Sentence *sentence) {
    if (sentence->tokens.len && is_cue(&sentence->tokens.items[0], CUE_DASHBOARD) &&
        opens_with_colon(sentence, &sentence->tokens.items[0]))
        steer_behind(sentence, 0, ROLE_SHOWN);
}

/* Does a clause end between the two tokens? */
static bool clause_parts(const Sentence *sentence, const Token *left, const Token *right) {
    return gap_has(sentence->s, left->to, right->from, ',') || gap_breaks(sentence->s, left->to, right->from) ||
           hangul_clause_ends(sentence->s, left->to, right->from);
}

/* The tokens [*first, *last) of the clause of token n: up to a comma, another stop, or a word that turns behind a figure. */
static void clause_of(const Sentence *sentence, size_t n, size_t *first, size_t *last) {
    const Token *tokens = sentence->tokens.items;
    size_t begin = n;
    while (begin > 0 && !clause_parts(sentence, &tokens[begin - 1], &tokens[begin]))
        begin--;
    bool figure = false;
    *first = begin;
    for (*last = begin; *last < sentence->tokens.len; ++*last) {
        const Token *token = &tokens[*last];
        if (*last > begin && clause_parts(sentence, token - 1, token))
            return;
        if (is_cue(token, CUE_CONTRAST) && figure) {
            if (*last > n)
                return;
            *first = *last;
            figure = false;
        }
        figure |= token->kind == TOKEN_NUMBER;
    }
}

bool role_clause_has(const Sentence *sentence, size_t n, TokenKind kind, Cue cue) {
    size_t first, last;
    clause_of(sentence, n, &first, &last);
    for (size_t i = first; i < last; i++)
        if (kind == TOKEN_CUE ? is_cue(&sentence->tokens.items[i], cue) : sentence->tokens.items[i].kind == kind)
            return true;
    return false;
}

/* "Credited to us should be 40 KPI, on the dashboard there are 14": where another clause tells what the dashboard has, a verb
 * of showing tells nothing of it. */
static void drop_other_verbs(Sentence *sentence) {
    Tokens *tokens = &sentence->tokens;
    size_t told = 0; /* behind the word for the dashboard in the last such clause */
    for (size_t i = 0; i < tokens->len; i++)
        if (is_cue(&tokens->items[i], CUE_DASHBOARD) && role_clause_has(sentence, i, TOKEN_NUMBER, CUE_COUNT) &&
            !role_clause_has(sentence, i, TOKEN_CUE, CUE_EXPECTED))
            told = i + 1;
    for (size_t i = 0; i < tokens->len && told; i++)
        if (is_cue(&tokens->items[i], CUE_SHOWN) && (i < told || role_clause_has(sentence, i, TOKEN_CUE, CUE_EXPECTED)) &&
            role_clause_has(sentence, i, TOKEN_NUMBER, CUE_COUNT) && !role_clause_has(sentence, i, TOKEN_CUE, CUE_DASHBOARD))
            tokens->items[i].key = CUE_OWN;
}

/* The clause of token n tells what the dashboard has of it, or what the partner has. */
static bool dashboard_tells(const Sentence *sentence, size_t n) {
    return role_clause_has(sentence, n, TOKEN_CUE, CUE_DASHBOARD) && !role_clause_has(sentence, n, TOKEN_CUE, CUE_PURCHASE) &&
           !role_clause_has(sentence, n, TOKEN_CUE, CUE_EXPECTED) && !role_clause_has(sentence, n, TOKEN_CUE, CUE_OWN) &&
           (!sentence->complains || role_clause_has(sentence, n, TOKEN_CUE, CUE_SHOWN));
}

/* "lo comprado", "what we bought": a label of forms that holds the word for it. */
static bool names_purchase(const Sentence *sentence, size_t n) {
    size_t first, last;
    clause_of(sentence, n, &first, &last);
    for (size_t i = first; i < last; i++) {
        const Token *label = &sentence->tokens.items[i];
        Hits hits = {0};
        if (!is_label(label, LABEL_OMLP_TYPE))
            continue;
        lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, label->from, label->to, LEX_BIT(LEX_CUE), &hits);
        for (size_t h = 0; h < hits.len; h++)
            if (hits.items[h].key == CUE_PURCHASE && reader_trusts(sentence->reader, &hits.items[h]))
                return true;
    }
    return false;
}

static bool partner_tells(const Sentence *sentence, size_t n) {
    return !role_clause_has(sentence, n, TOKEN_CUE, CUE_DASHBOARD) &&
           (role_clause_has(sentence, n, TOKEN_CUE, CUE_PURCHASE) || role_clause_has(sentence, n, TOKEN_CUE, CUE_EXPECTED) ||
            role_clause_has(sentence, n, TOKEN_CUE, CUE_OWN) || names_purchase(sentence, n));
}

static bool is_other(const Token *a, const Token *b) {
    return a->kind == TOKEN_TYPE ? a->key != b->key
                                 : a->when.date.month && b->when.date.month && a->when.date.month != b->when.date.month;
}

/* "The dashboard files it under dMOC, what we bought is MOC": of two in clauses of their own, whatever the verbs. */
static void role_by_clause(Sentence *sentence, TokenKind kind) {
    Token *shown = NULL, *right = NULL;
    for (size_t i = 0; i < sentence->tokens.len && sentence->has_cue[CUE_DASHBOARD]; i++) {
        Token *token = &sentence->tokens.items[i];
        if (token->kind != kind || token->used || token->role_known)
            continue;
        if (!shown && dashboard_tells(sentence, i))
            shown = token;
        else if (!right && partner_tells(sentence, i))
            right = token;
    }
    if (!shown || !right || !is_other(shown, right))
        return;
    role_set(shown, ROLE_SHOWN);
    role_set(right, ROLE_EXPECTED);
}

void sentence_roles(Sentence *sentence) {
    Tokens *tokens = &sentence->tokens;
    if (sentence->reader->language == LANGUAGE_KO) {
        sentence_limits(sentence);
        sentence_manner(sentence);
        dashboard_heads(sentence);
        sentence_right_names(sentence);
        sentence_turns(sentence);
        sentence_roles_korean(sentence);
        role_by_clause(sentence, TOKEN_TYPE);
        sentence_wrong_names(sentence);
        role_spread(sentence);
        return;
    }
    if (sentence->has_cue[CUE_SHOWN] && sentence->has_cue[CUE_DASHBOARD])
        drop_other_verbs(sentence);
    for (size_t i = 0; i < tokens->len; i++) { /* "2020, not 2019" */
        Token *next = i + 1 < tokens->len ? &tokens->items[i + 1] : NULL;
        if (!is_cue(&tokens->items[i], CUE_NOT) || !next)
            continue;
        if ((is_figure(next) || next->kind == TOKEN_WHEN || next->kind == TOKEN_TYPE) &&
            gap_words(sentence->s, tokens->items[i].to, next->from) <= 1 &&
            !gap_breaks(sentence->s, tokens->items[i].to, next->from))
            role_set(next, ROLE_DENIED);
    }
    sentence_limits(sentence);
    sentence_manner(sentence);
    dashboard_heads(sentence);
    for (size_t i = 0; i < tokens->len; i++)
        if (is_cue(&tokens->items[i], CUE_NOW))
            steer_beside(sentence, i);
    sentence_right_names(sentence);
    for (size_t i = 0; i < tokens->len; i++) {
        if (!is_cue(&tokens->items[i], CUE_SHOWN) && !is_cue(&tokens->items[i], CUE_EXPECTED))
            continue;
        Role role = is_cue(&tokens->items[i], CUE_SHOWN) && !ought_behind(sentence, i) ? ROLE_SHOWN : ROLE_EXPECTED;
        Token *bound = figure_bound_before(sentence, i);
        if (bound)
            role_set(bound, role);
        else
            steer_behind(sentence, i, role);
    }
    for (size_t i = 0; i + 1 < tokens->len && !sentence->complains; i++)
        if (is_cue(&tokens->items[i], CUE_DASHBOARD)) {
            Token *shown = shown_behind(sentence, i);
            role_set(shown, ROLE_SHOWN);
            if (shown && shown->role == ROLE_SHOWN)
                shown_other_type(sentence, shown);
        }
    for (size_t i = 0; i + 1 < tokens->len; i++)
        if (is_cue(&tokens->items[i], CUE_NOT))
            shown_not(sentence, i);
    sentence_not_but(sentence);
    sentence_turns(sentence);
    shown_and_right(sentence, TOKEN_TYPE);
    role_by_clause(sentence, TOKEN_TYPE);
    role_by_clause(sentence, TOKEN_WHEN);
    shown_and_right(sentence, TOKEN_WHEN);
    role_spread(sentence);
    for (size_t i = 0; i < tokens->len; i++)
        if (is_cue(&tokens->items[i], CUE_INSTEAD))
            role_instead(sentence, i);
    for (size_t i = 0; i < tokens->len; i++)
        if (is_cue(&tokens->items[i], CUE_CONTRAST))
            contrast(sentence, i);
    sentence_wrong_names(sentence);
}
