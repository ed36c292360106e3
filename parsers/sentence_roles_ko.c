/* Roles in Korean. The verb comes last and says what is meant of the value before it ("20으로 표시", "25가 맞습니다"); words
 * that open a clause say it of the value behind ("실제로는 25"); clauses end in endings, not in commas ("20인데"). */
#include "parsers/hangul.h"
#include "parsers/sentence.h"

#include "base/banned.h"

#define VERB_WORDS 3      /* between a value and its verb: "20으로 KPI 대시보드에 표시" */
#define DASHBOARD_WORDS 4

static bool is_value(const Token *token) {
    return token->kind == TOKEN_NUMBER || token->kind == TOKEN_WHEN || token->kind == TOKEN_TYPE ||
           token->kind == TOKEN_CODE;
}

static void put_role(Token *token, Role role) {
    token->role = role;
    token->role_known = true;
}

/* The value with its unit: "25개", "25 KPI". */
static size_t value_end(const Sentence *sentence, const Token *value) {
    size_t end = value->kind == TOKEN_NUMBER ? value->outer_to : value->to;
    const Token *last = sentence->tokens.items + sentence->tokens.len;
    for (const Token *next = value + 1; next < last && next->from <= end + 1; next++)
        if (next->to > end && (next->kind == TOKEN_UNIT || is_cue(next, CUE_KPI)))
            end = next->to;
    return end;
}

/* The particle or ending behind a value. */
static Str tail_of(const Sentence *sentence, const Token *value) {
    size_t end = value_end(sentence, value);
    return str_sub(sentence->s, end, hangul_end(sentence->s, end));
}

static bool tail_is(const Sentence *sentence, const Token *value, const char *const *tails) {
    Str tail = tail_of(sentence, value);
    for (; *tails; tails++)
        if (str_eq_cstr(tail, *tails))
            return true;
    return false;
}

/* No other clause, no bracket, and few words between. */
static bool same_clause(const Sentence *sentence, size_t from, size_t to, size_t words) {
    if (to < from)
        return true;
    for (size_t i = from; i < to; i++)
        if (strchr(",;:()\n", sentence->s.data[i]))
            return false;
    return !hangul_clause_ends(sentence->s, from, to) && gap_words(sentence->s, from, to) <= words;
}

static bool steers(const Token *token) {
    return is_cue(token, CUE_SHOWN) || is_cue(token, CUE_EXPECTED) || is_cue(token, CUE_INSTEAD) || is_cue(token, CUE_NOT);
}

/* The nearest value before token n in its clause; only where no other word of roles stands between. */
static Token *value_before(Sentence *sentence, size_t n, const Token *like, size_t words) {
    const Token *cue = &sentence->tokens.items[n];
    for (size_t i = n; i-- > 0;) {
        Token *token = &sentence->tokens.items[i];
        if (token->from == cue->from)
            continue;
        if (steers(token) && token->to <= cue->from)
            return NULL;
        if (!is_value(token) || token->used || (like && token->kind != like->kind))
            continue;
        return same_clause(sentence, value_end(sentence, token), cue->from, words) ? token : NULL;
    }
    return NULL;
}

static Token *value_behind(Sentence *sentence, size_t n, const Token *like) {
    for (size_t i = n + 1; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        if (is_value(token) && !token->used && token->from >= sentence->tokens.items[n].to &&
            (!like || token->kind == like->kind))
            return token;
    }
    return NULL;
}

/* ---- words for what is shown and what is right ---- */

/* Is the value what the verb speaks of: "20으로", "25가", "20만"? Dates only with "-로": "2월에 표시" tells when. */
static bool is_predicate(const Sentence *sentence, const Token *value) {
    static const char *const figures[] = {"로", "으로", "이", "가", "만", "밖에", "까지", "이라고", "라고", "이라", "씩", "만이", NULL};
    static const char *const others[] = {"로", "으로", "이", "가", "라고", "이라고", NULL};
    return tail_is(sentence, value, value->kind == TOKEN_NUMBER ? figures : others);
}

/* The value that the verb n ends: NULL when n opens a clause instead. */
static Token *governed(Sentence *sentence, size_t n) {
    const Token *cue = &sentence->tokens.items[n];
    Token *value = value_before(sentence, n, NULL, VERB_WORDS);
    if (!value)
        return NULL;
    if (is_predicate(sentence, value) || value_end(sentence, value) == cue->from)
        return value;
    if (value->kind != TOKEN_NUMBER)
        return NULL;
    const Token *next = value_behind(sentence, n, value);
    bool opens = next && same_clause(sentence, cue->to, next->from, 1);
    return opens || gap_words(sentence->s, value_end(sentence, value), cue->from) > 1 ? NULL : value;
}

/* "수량 20, KPI 20으로 표시": the verb speaks of the whole list, each figure with a word of its own. */
static void govern_list(Sentence *sentence, const Token *value, Role role) {
    bool named = false, parted = false;
    const Token *first = sentence->tokens.items;
    size_t end = value->outer_from;
    while (value-- > first) {
        if (value->kind == TOKEN_LABEL || is_cue(value, CUE_KPI) || is_cue(value, CUE_REVENUE)) {
            named = true;
            continue;
        }
        if (value->kind == TOKEN_UNIT)
            continue;
        if (value->kind != TOKEN_NUMBER || value->used || value->role_known)
            return;
        for (size_t i = value->outer_to; i < end; i++) {
            parted |= sentence->s.data[i] == ',';
            if (strchr("();:\n", sentence->s.data[i]))
                return;
        }
        if (!named || !parted || hangul_clause_ends(sentence->s, value->outer_to, end))
            return;
        put_role((Token *)value, role);
        named = parted = false;
        end = value->outer_from;
    }
}

/* "실제로는 KPI 25", "대시보드에는 KPI 20이고": the figures up to the end of the clause. */
static void open_clause(Sentence *sentence, size_t n, Role role) {
    size_t from = sentence->tokens.items[n].to;
    for (size_t i = n + 1; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        if (token->from < from)
            continue;
        for (size_t k = from; k < token->from; k++)
            if (strchr(";()\n", sentence->s.data[k]))
                return;
        if (hangul_clause_ends(sentence->s, from, token->from) || steers(token) || is_cue(token, CUE_PURCHASE) ||
            is_cue(token, CUE_PAID) || is_cue(token, CUE_DASHBOARD))
            return;
        if (token->kind == TOKEN_NUMBER && !token->used && !token->role_known)
            put_role(token, role);
    }
}

static void shown_and_expected(Sentence *sentence) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *cue = &sentence->tokens.items[i];
        if (!is_cue(cue, CUE_SHOWN) && !is_cue(cue, CUE_EXPECTED))
            continue;
        Role role = is_cue(cue, CUE_SHOWN) ? ROLE_SHOWN : ROLE_EXPECTED;
        Token *value = governed(sentence, i);
        if (!value) {
            open_clause(sentence, i, role);
        } else if (!value->role_known) {
            put_role(value, role);
            govern_list(sentence, value, role);
        }
    }
}

/* "대시보드에는 20개만 있고", "대시보드 KPI 20": what stands behind the dashboard is shown, unless it is missed there. */
static void dashboard(Sentence *sentence) {
    static const char *const only[] = {"만", "밖에", "뿐", NULL};
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *cue = &sentence->tokens.items[i];
        if (!is_cue(cue, CUE_DASHBOARD))
            continue;
        Token *value = value_behind(sentence, i, &(Token){.kind = TOKEN_NUMBER});
        if (value && !value->role_known && same_clause(sentence, hangul_tail_end(sentence->s, cue->to), value->from, DASHBOARD_WORDS) &&
            (!sentence->complains || tail_is(sentence, value, only)))
            put_role(value, ROLE_SHOWN);
    }
}

/* ---- one value against another ---- */

/* "20이 아니라 25입니다", "25가 아니라 20으로 나옵니다": the verb tells which is right. */
static void denied(Sentence *sentence, size_t n) {
    Token *before = value_before(sentence, n, NULL, 1);
    Token *behind = before ? value_behind(sentence, n, before) : NULL;
    if (!before)
        return;
    if (behind && behind->role_known && behind->role == ROLE_SHOWN) {
        put_role(before, ROLE_EXPECTED);
        return;
    }
    put_role(before, ROLE_DENIED);
    if (behind)
        put_role(behind, ROLE_EXPECTED);
}

/* "25 대신 20이 잡혀 있습니다", "20 대신 25가 되어야": what stands in the place of the other is shown, unless it is right. */
static void replaced(Sentence *sentence, size_t n) {
    Token *before = value_before(sentence, n, NULL, 1);
    Token *behind = before ? value_behind(sentence, n, before) : NULL;
    if (!behind)
        return;
    bool right = (behind->role_known && behind->role == ROLE_EXPECTED) || sentence->corrects;
    put_role(behind, right ? ROLE_EXPECTED : ROLE_SHOWN);
    put_role(before, right ? sentence->corrects ? ROLE_DENIED : ROLE_SHOWN : ROLE_EXPECTED);
}

/* "20에서 25로 정정", "25개에서 20개로 줄어": from what is shown to what is right, or the other way. */
static void from_to(Sentence *sentence) {
    static const char *const from[] = {"에서", NULL}, *const to[] = {"로", "으로", NULL};
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *first = &sentence->tokens.items[i];
        Token *second = is_value(first) && !first->used && tail_is(sentence, first, from) ? value_behind(sentence, i, first) : NULL;
        if (!second || !tail_is(sentence, second, to) ||
            !same_clause(sentence, value_end(sentence, first), second->from, 1))
            continue;
        if (!second->role_known && sentence->corrects)
            put_role(second, ROLE_EXPECTED);
        if (second->role_known)
            put_role(first, second->role == ROLE_SHOWN ? ROLE_EXPECTED : ROLE_SHOWN);
    }
}

/* "20인데 25여야 합니다", "2월로 되어 있지만 실제로는 1월": beside what is right or shown, the other one is the other. */
static void other_clause(Sentence *sentence) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *first = &sentence->tokens.items[i];
        Token *second = is_value(first) && !first->used && !first->role_known ? value_behind(sentence, i, first) : NULL;
        if (!second || !second->role_known || !hangul_clause_ends(sentence->s, value_end(sentence, first), second->from) ||
            gap_words(sentence->s, value_end(sentence, first), second->from) > VERB_WORDS)
            continue;
        if (second->role == ROLE_EXPECTED && first->kind == TOKEN_NUMBER && sentence->has_cue[CUE_DASHBOARD])
            put_role(first, ROLE_SHOWN);
    }
}

void sentence_roles_korean(Sentence *sentence) {
    shown_and_expected(sentence);
    dashboard(sentence);
    from_to(sentence);
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        if (is_cue(&sentence->tokens.items[i], CUE_NOT))
            denied(sentence, i);
        else if (is_cue(&sentence->tokens.items[i], CUE_INSTEAD))
            replaced(sentence, i);
    }
    other_clause(sentence);
}
