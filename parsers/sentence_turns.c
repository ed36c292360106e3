/* Pairs of figures, one shown and one right, told by the small words between them. */
#include "parsers/sentence.h"

#include "base/banned.h"

#define SMALL_BYTES_MAX 32 /* of the small words before a figure */
#define SIDE_WORDS 2       /* "your KPI value of 20" */
#define SLIP_TOKENS 6      /* between a wrong value and the word for the slip */

/* Does a phrase of this key stand right before the token? */
static bool word_before_is(const Sentence *sentence, const Token *token, SmallWord key) {
    size_t end = token->outer_from;
    while (end > sentence->from && sentence->s.data[end - 1] == ' ')
        end--;
    size_t from = end > sentence->from + SMALL_BYTES_MAX ? end - SMALL_BYTES_MAX : sentence->from;
    while (from < end && ((unsigned char)sentence->s.data[from] & 0xC0) == 0x80)
        from++;
    Hits hits = {0};
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, from, end, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == (int)key && hits.items[i].to == end && reader_trusts(sentence->reader, &hits.items[i]))
            return true;
    return false;
}

/* The next figure behind token n, at most a unit or a word for the detail between. */
static Token *next_figure(Sentence *sentence, size_t n) {
    for (size_t i = n + 1; i < sentence->tokens.len && i - n <= 2; i++)
        if (sentence->tokens.items[i].kind == TOKEN_NUMBER && !sentence->tokens.items[i].used)
            return &sentence->tokens.items[i];
    return NULL;
}

static void tell(Token *shown, Token *right) {
    shown->role = ROLE_SHOWN;
    right->role = ROLE_EXPECTED;
    shown->role_known = right->role_known = true;
}

static bool has_small(const Sentence *sentence, SmallWord key) {
    Hits hits = {0};
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, sentence->from, sentence->to,
                 LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == (int)key && reader_trusts(sentence->reader, &hits.items[i]))
            return true;
    return false;
}

/* "From 20 to 25", "с 20 на 25", with no purchase between. */
static bool is_turn(const Sentence *sentence, const Token *from, const Token *to) {
    bool bought = from->money != to->money || (from + 1 < to && from[1].kind == TOKEN_TYPE); /* "de 16 dMOC por 1.600 €" */
    return !bought && word_before_is(sentence, to, SMALL_TURN_TO) && word_before_is(sentence, from, SMALL_TURN_FROM) &&
           gap_words(sentence->s, from->outer_to, to->outer_from) <= 2;
}

/* "исправить с 20 на 25", "corregir de 20 a 25": from what is shown to what is right. */
static bool is_change(const Sentence *sentence, const Token *from, const Token *to) {
    return is_turn(sentence, from, to) &&
           (sentence->complains || sentence->has_cue[CUE_EXPECTED] || sentence->corrects || has_small(sentence, SMALL_CHANGE));
}

/* Counts in plain figures, the first the smaller. */
static bool is_less(Str s, const Token *a, const Token *b) {
    size_t n = a->to - a->from, m = b->to - b->from;
    for (size_t i = 0; i < n + m; i++)
        if (!g_ascii_isdigit(i < n ? s.data[a->from + i] : s.data[b->from + i - n]))
            return false;
    return n < m || (n == m && memcmp(s.data + a->from, s.data + b->from, n) < 0);
}

/* "only 4 of the 14 KPI were credited": all there is, is right. */
static bool is_share(const Sentence *sentence, const Token *part, const Token *whole) {
    bool told = sentence->complains || sentence->has_cue[CUE_SHOWN] || sentence->has_cue[CUE_NOW];
    return told && !part->money && !whole->money && is_less(sentence->s, part, whole) &&
           gap_words(sentence->s, part->outer_to, whole->outer_from) <= 4 && word_before_is(sentence, whole, SMALL_OUT_OF);
}

/* "The invoice says 45 units, the dashboard 40." */
static Token *figure_at_dashboard(Sentence *sentence, size_t n) {
    const Tokens *tokens = &sentence->tokens;
    const Token *dashboard = &tokens->items[n];
    Token *figure = n + 1 < tokens->len ? &tokens->items[n + 1] : NULL;
    if (!n || !figure || figure->kind != TOKEN_NUMBER || figure->used || gap_words(sentence->s, dashboard->to, figure->outer_from) > 0 ||
        gap_breaks(sentence->s, dashboard->to, figure->outer_from) ||
        memchr(sentence->s.data + dashboard->to, ',', figure->outer_from - dashboard->to))
        return NULL;
    bool opens = is_cue(&tokens->items[n - 1], CUE_CONTRAST);
    for (size_t i = tokens->items[n - 1].to; i < dashboard->from; i++)
        opens |= sentence->s.data[i] == ',' || sentence->s.data[i] == ';';
    size_t end = figure->outer_to;
    for (size_t i = n + 2; i < tokens->len && i < n + 4; i++)
        if ((tokens->items[i].kind == TOKEN_UNIT || is_cue(&tokens->items[i], CUE_KPI) || is_label(&tokens->items[i], LABEL_KPI_VALUE)) &&
            tokens->items[i].to > end && gap_words(sentence->s, end, tokens->items[i].from) == 0)
            end = tokens->items[i].to;
    return opens && (end >= sentence->to || strchr(",.;)\n", sentence->s.data[end])) ? figure : NULL;
}

/* ---- "your 20 KPI differ from our 25" ---- */

/* Whose figure is it: by a word right before it ("bei uns 25", "your KPI of 20") or right behind ("20 chez vous")? */
static bool is_of_side(const Sentence *sentence, const Hits *hits, const Token *figure, SmallWord side) {
    for (size_t i = 0; i < hits->len; i++) {
        const Hit *hit = &hits->items[i];
        bool before = hit->to <= figure->outer_from;
        size_t from = before ? hit->to : figure->outer_to, to = before ? figure->outer_from : hit->from;
        if (hit->key != (int)side || !reader_trusts(sentence->reader, hit) || from > to || gap_has(sentence->s, from, to, ',') ||
            gap_breaks(sentence->s, from, to) || gap_words(sentence->s, from, to) > (before ? SIDE_WORDS : 1) ||
            (!before && (unsigned char)sentence->s.data[hit->from] >= 0xE3)) /* 贵方20与我方25: before its figure always */
            continue;
        bool other = false; /* a figure nearer to the word */
        for (size_t k = 0; k < sentence->tokens.len; k++) {
            const Token *token = &sentence->tokens.items[k];
            other |= token->kind == TOKEN_NUMBER && token != figure && token->from >= from && token->to <= to;
        }
        if (!other)
            return true;
    }
    return false;
}

/* Two figures, one of the dashboard's side and one of the partner's. */
bool sentence_sides(Sentence *sentence) {
    Hits hits = {0};
    Token *theirs = NULL, *own = NULL;
    size_t figures = 0;
    for (size_t i = 0; i < sentence->tokens.len; i++)
        figures += sentence->tokens.items[i].kind == TOKEN_NUMBER && !sentence->tokens.items[i].used;
    if (figures < 2)
        return false;
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, sentence->from, sentence->to,
                 LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        if (token->kind != TOKEN_NUMBER || token->used || (token->role_known && token->role == ROLE_DENIED))
            continue;
        bool yours = is_of_side(sentence, &hits, token, SMALL_YOURS), ours = is_of_side(sentence, &hits, token, SMALL_OURS);
        if (yours && !ours && !theirs && !(token->role_known && token->role == ROLE_EXPECTED))
            theirs = token;
        else if (ours && !yours && !own && !(token->role_known && token->role == ROLE_SHOWN))
            own = token;
    }
    if (!theirs || !own || theirs->money != own->money)
        return false;
    tell(theirs, own);
    return true;
}

/* "The difference between the 20 shown and the 25 expected is 5": what is left of both is no value. */
static void drop_difference(Sentence *sentence) {
    const Token *told[2] = {NULL, NULL}; /* shown, right */
    Decimal side[2], value, sum;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        bool right = token->role == ROLE_EXPECTED;
        if (token->kind == TOKEN_NUMBER && !token->word && token->role_known && (right || token->role == ROLE_SHOWN) && !told[right] &&
            decimal_parse(str_sub(sentence->s, token->from, token->to), &side[right]))
            told[right] = token;
    }
    for (size_t i = 0; i < sentence->tokens.len && told[0] && told[1]; i++) {
        Token *token = &sentence->tokens.items[i];
        if (token->kind == TOKEN_NUMBER && !token->word && token > told[0] && token > told[1] &&
            decimal_parse(str_sub(sentence->s, token->from, token->to), &value) && decimal_to_int(value) > 0 &&
            ((decimal_add(value, side[0], &sum) && decimal_cmp(sum, side[1]) == 0) ||
             (decimal_add(value, side[1], &sum) && decimal_cmp(sum, side[0]) == 0)))
            token->used = true;
    }
}

void sentence_turns(Sentence *sentence) {
    sentence_sides(sentence);
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        if (is_cue(token, CUE_DASHBOARD)) {
            Token *shown = figure_at_dashboard(sentence, i);
            if (shown) {
                shown->role = ROLE_SHOWN;
                shown->role_known = true;
            }
        }
        Token *next = token->kind == TOKEN_NUMBER && !token->used ? next_figure(sentence, i) : NULL;
        if (!next)
            continue;
        if (is_turn(sentence, token, next) && is_less(sentence->s, next, token) && !has_small(sentence, SMALL_CHANGE))
            tell(next, token); /* "the KPI fell from 25 to 20" */
        else if (is_change(sentence, token, next) || is_share(sentence, token, next))
            tell(token, next);
    }
    drop_difference(sentence);
}

/* ---- slips ---- */

static bool is_like(const Token *token, const Token *like) {
    bool value = token->kind == TOKEN_NUMBER || token->kind == TOKEN_WHEN || token->kind == TOKEN_TYPE || token->kind == TOKEN_CODE;
    return value && !token->used && (!like || (token->kind == like->kind && token->money == like->money));
}

/* The nearest value before token n that is like the other. */
static Token *like_before(Sentence *sentence, size_t n, const Token *like) {
    for (size_t i = n; i-- > 0 && n - i <= SLIP_TOKENS;)
        if (is_like(&sentence->tokens.items[i], like))
            return &sentence->tokens.items[i];
    return NULL;
}

/* 把48写成84的笔误: what is written as the other is right. */
static bool is_written_as(const Sentence *sentence, const Token *first, const Token *second) {
    Str between = str_sub(sentence->s, first->to, second->from);
    return str_find(between, STR("成")) >= 0 || str_find(between, STR("为")) >= 0 || str_find(between, STR("為")) >= 0;
}

/* 48と84の誤り: both are wrong. */
static bool joins_values(const Sentence *sentence, const Token *first, const Token *second) {
    static const char *const joints[] = {"と", "和", "及", "与", "與", "과", "와", "、", ",", ""};
    Str between = str_trim(str_sub(sentence->s, first->to, second->from));
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (str_eq_cstr(between, joints[i]))
            return true;
    return false;
}

static void slip(Sentence *sentence, size_t n) {
    Token *cue = &sentence->tokens.items[n], *right = NULL, *wrong = NULL;
    if ((unsigned char)sentence->s.data[cue->from] >= 0xE3) { /* の誤り, 의 오타: behind the right value */
        right = like_before(sentence, n, NULL);
        if (!right || right->to != cue->from)
            return;
        wrong = like_before(sentence, (size_t)(right - sentence->tokens.items), right);
        if (!wrong || joins_values(sentence, wrong, right))
            return;
        if (is_written_as(sentence, wrong, right)) {
            Token *written = right;
            right = wrong;
            wrong = written;
        }
    } else {
        for (size_t i = n + 1; i < sentence->tokens.len && !right; i++)
            if (sentence->tokens.items[i].from >= cue->to)
                right = &sentence->tokens.items[i];
        if (!right || !is_like(right, NULL) || gap_words(sentence->s, cue->to, right->from) > 1 ||
            gap_breaks(sentence->s, cue->to, right->from))
            return;
        wrong = like_before(sentence, n, right);
    }
    if (!wrong)
        return;
    wrong->role = ROLE_DENIED;
    right->role = ROLE_EXPECTED;
    wrong->role_known = right->role_known = sentence->corrects = true;
}

void sentence_slips(Sentence *sentence) {
    for (size_t i = 0; i < sentence->tokens.len && sentence->has_cue[CUE_SLIP]; i++)
        if (is_cue(&sentence->tokens.items[i], CUE_SLIP))
            slip(sentence, i);
}
