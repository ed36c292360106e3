/* Dates in sentences: which of them is the period of the purchase? */
#include "parsers/sentence_role.h"

#include "base/banned.h"

#define LEAD_WORDS 7 /* besides the date, in a sentence that leads to a table */
#define SAID_MAX 200     /* mentions back to the year that "the same year" means */
#define SMALL_BYTES_MAX 32 /* of the small words beside a date */

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
           !gap_breaks(sentence->s, sentence->tokens.items[n].to, next->from) &&
           !gap_has(sentence->s, sentence->tokens.items[n].to, next->from, ',');
}

/* A line that is nothing but a month and its year. */
static bool is_alone(const Sentence *sentence, const Token *token) {
    return sentence->tokens.len == 1 && gap_words(sentence->s, sentence->from, token->from) == 0 &&
           gap_words(sentence->s, token->to, sentence->to) <= ((unsigned char)sentence->s.data[token->to - 1] >= 0x80); /* です */
}

/* "It was March, not April." */
static bool denies_next(const Sentence *sentence, size_t n) {
    const Tokens *tokens = &sentence->tokens;
    return n + 2 < tokens->len && is_cue(&tokens->items[n + 1], CUE_NOT) && tokens->items[n + 2].kind == TOKEN_WHEN &&
           tokens->items[n + 2].role_known && tokens->items[n + 2].role == ROLE_DENIED;
}

/* "order 4500012345 dated 2 January, invoice ...": the word for the date belongs to another paper. */
static bool is_of_other_paper(const Sentence *sentence, const Token *dated) {
    for (const Token *paper = dated; paper-- > sentence->tokens.items;) {
        size_t gap = paper->to < paper[1].from ? paper[1].from - paper->to : 0;
        const char *between = sentence->s.data + paper->to;
        if (gap_words(sentence->s, paper->to, paper[1].from) > 1 || memchr(between, ',', gap) || memchr(between, ')', gap))
            return false;
        if (is_cue(paper, CUE_ORDER) || is_label(paper, LABEL_ORDER_NUMBER))
            return true;
        if (!is_figure(paper) && !is_label(paper, LABEL_ITEM_NUMBER))
            return false;
    }
    return false;
}

/* 经核对, 2020年1月: where words are written without blanks a comma parts the act from the date. */
static bool is_apart(const Sentence *sentence, const Token *before, const Token *date) {
    return (unsigned char)sentence->s.data[before->from] >= 0xE3 && before->to <= date->from &&
           gap_has(sentence->s, before->to, date->from, ',');
}

/* Small words beside a date: "All three are from November 2020", "いずれも2020年11月分です", "early April". */
bool sentence_beside(const Sentence *sentence, const Token *date, SmallWord key) {
    Hits hits = {0};
    size_t from = date->from > sentence->from + SMALL_BYTES_MAX ? date->from - SMALL_BYTES_MAX : sentence->from;
    size_t to = date->to + SMALL_BYTES_MAX < sentence->to ? date->to + SMALL_BYTES_MAX : sentence->to;
    while (from < date->from && ((unsigned char)sentence->s.data[from] & 0xC0) == 0x80)
        from++;
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, from, to, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        bool before = hit->to <= date->from && gap_words(sentence->s, hit->to, date->from) <= 1 &&
                      !gap_breaks(sentence->s, hit->to, date->from);
        bool behind = hit->from >= date->to && gap_words(sentence->s, date->to, hit->from) == 0;
        if (hit->key == (int)key && reader_trusts(sentence->reader, hit) && (before || behind))
            return true;
    }
    return false;
}

/* "November 2020, amounts in EUR net:" */
static bool opens_with_money(const Sentence *sentence, size_t n) {
    if (n || gap_words(sentence->s, sentence->from, sentence->tokens.items[0].from) > 1)
        return false;
    bool money = false;
    for (size_t i = 1; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        bool known = is_cue(token, CUE_REVENUE) || is_cue(token, CUE_NET) || is_cue(token, CUE_GROSS) ||
                     is_label(token, LABEL_CURRENCY) || is_label(token, LABEL_REVENUE_VALUE);
        if (!known && !is_cue(token, CUE_SHARED))
            return false;
        money |= known;
    }
    return money;
}

/* A month and its year, or a year, that a sentence says of all purchases: "Alle drei: November 2020". */
static bool holds_for_all(const Sentence *sentence, size_t n, const Token *before) {
    const Token *date = &sentence->tokens.items[n];
    if (!date->when.date.year || date->when.date.day || date->when.relative)
        return false;
    if (!date->when.date.month) /* "모두 2022년입니다" */
        return sentence->has_cue[CUE_SHARED] && !sentence->complains;
    bool shared = before && is_cue(before, CUE_SHARED) && gap_words(sentence->s, before->to, date->from) <= 1;
    return (shared && !sentence->complains) || opens_with_money(sentence, n) || sentence_beside(sentence, date, SMALL_OF_PERIOD);
}

/* "August 2023", "Our records for August 2023 are as follows." right above a table: it opens with its date, or is short and
 * names what is listed; "all lines were checked in January 2021" tells something else. */
static bool stands_over_list(const Sentence *sentence) {
    size_t words = 0, end = sentence->from;
    bool first = false;
    if (!sentence->reader->opens || sentence->to < sentence->reader->opens)
        return false;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->kind != TOKEN_WHEN)
            continue;
        words += gap_words(sentence->s, end, token->from);
        first |= words <= 1;
        end = token->to;
    }
    words += gap_words(sentence->s, end, sentence->to);
    bool names = sentence->has_cue[CUE_OWN] || sentence->has_cue[CUE_INVOICE] || sentence->has_cue[CUE_KPI] || sentence->has_cue[CUE_REVENUE];
    return first || (names && words <= LEAD_WORDS);
}

bool sentence_heads_list(const Sentence *sentence) {
    size_t end = sentence->to;
    while (end > sentence->from && strchr(" *_", sentence->s.data[end - 1]))
        end--;
    return end > sentence->from && (stands_over_list(sentence) || sentence->s.data[end - 1] == ':') && !sentence->has_cue[CUE_PAID] && !sentence->has_cue[CUE_SHOWN];
}

/* "The differences of November 2020:": what is listed below is of that month, unless it was noticed then. */
static bool heads_list(const Sentence *sentence, const Token *date) {
    size_t dates = 0;
    for (size_t i = 0; i < sentence->tokens.len; i++)
        dates += sentence->tokens.items[i].kind == TOKEN_WHEN;
    return sentence_heads_list(sentence) && dates == 1 && date->when.date.month && date->when.date.year && !date->when.date.day &&
           !date->when.relative && !sentence_beside(sentence, date, SMALL_PART_OF_MONTH);
}

/* "The correction should come in March": said of what is to happen, in a sentence that names nothing of a purchase. */
static bool is_to_happen(const Sentence *sentence, const Token *date) {
    for (size_t i = 0; i < sentence->tokens.len; i++) /* "the correct month is March" */
        if (is_label(&sentence->tokens.items[i], LABEL_MONTH) || is_label(&sentence->tokens.items[i], LABEL_PERIOD))
            return false;
    return sentence->has_cue[CUE_EXPECTED] && !date->role_known && !sentence->has_cue[CUE_PURCHASE] && !sentence->has_type &&
           !sentence->has_cue[CUE_INVOICE] && !sentence->has_cue[CUE_KPI] && !sentence->has_cue[CUE_REVENUE] &&
           !sentence->has_cue[CUE_ISSUED] && !sentence->has_cue[CUE_NOT] && !sentence->has_cue[CUE_INSTEAD] && !sentence->has_cue[CUE_OWN] &&
           !sentence_heads_list(sentence);
}

/* How firmly a date is the period of the purchase; 0 when it is none. */
static int rank_of_date(const Sentence *sentence, size_t n) {
    const Token *token = &sentence->tokens.items[n];
    const When *when = &token->when;
    const Token *before = word_before(sentence, n, 3);
    if (is_to_happen(sentence, token) && !sentence_affirms_date(sentence, n))
        return 0;
    bool paid = before && is_cue(before, CUE_PAID) && !is_apart(sentence, before, token);
    if (before && (paid || (is_cue(before, CUE_ISSUED) && is_of_other_paper(sentence, before)) ||
                   (is_figure(before) && before->used && is_of_other_paper(sentence, token))))
        return 0;
    if (token->role_known && token->role == ROLE_EXPECTED)
        return RANK_NEAR;
    if (denies_next(sentence, n) || (before && (is_label(before, LABEL_MONTH) || is_label(before, LABEL_PERIOD) ||
                                                (is_label(before, LABEL_YEAR) && when->date.year))))
        return RANK_NEAR;
    if (before && (is_cue(before, CUE_ISSUED) || is_label(before, LABEL_INVOICE_DATE) ||
                   is_cue(before, CUE_INVOICE) || is_label(before, LABEL_INVOICE_NUMBER)))
        return RANK_NEAR;
    bool bracket_ends = before && gap_has(sentence->s, before->to, token->from, ')') && /* "... (invoice A-1), in April another 12" */
                        gap_has(sentence->s, before->to, token->from, ',');
    if (before && before->used && is_figure(before) && sentence->has_cue[CUE_INVOICE] && !bracket_ends &&
        gap_words(sentence->s, before->to, token->from) <= 1)
        return RANK_NEAR;
    if (follows_directly(sentence, n, CUE_INVOICE, LABEL_INVOICE_NUMBER) ||
        follows_directly(sentence, n, CUE_ISSUED, LABEL_COUNT))
        return RANK_NEAR;
    bool about = sentence->has_cue[CUE_PURCHASE] || sentence->has_type;
    if (when->date.day && !when->relative) {
        if (before && (is_cue(before, CUE_ORDER) || is_label(before, LABEL_ORDER_NUMBER)))
            return 0;
        if ((before && is_cue(before, CUE_PURCHASE)) || follows_directly(sentence, n, CUE_PURCHASE, LABEL_COUNT))
            return RANK_PROSE;
        return about ? RANK_WEAK : 0;
    }
    if (follows_directly(sentence, n, CUE_PURCHASE, LABEL_COUNT) || (before && is_cue(before, CUE_PURCHASE)))
        return RANK_NEAR;
    if (about && !when->date.year && sentence_beside(sentence, token, SMALL_PART_OF_MONTH))
        return RANK_WEAK; /* "at the end of April we noticed" */
    if (about || holds_for_all(sentence, n, before) || heads_list(sentence, token))
        return RANK_PROSE;
    if (is_alone(sentence, token) && when->date.year && !when->date.day)
        return RANK_WEAK;
    return sentence->has_cue[CUE_KPI] || sentence->has_cue[CUE_DASHBOARD] || sentence->has_cue[CUE_INVOICE] ||
                   sentence->complains || sentence->corrects || sentence_affirms_date(sentence, n)
               ? RANK_WEAK
               : 0;
}

/* "In February, not January 2021": the year is denied of neither. */
static void share_year(Sentence *sentence, size_t n, Token *denied) {
    const Token *before = n >= 2 ? &sentence->tokens.items[n - 2] : NULL;
    if (!before || before->kind != TOKEN_WHEN || !before->when.date.month || before->when.date.year ||
        !denied->when.date.month || !denied->when.date.year)
        return;
    Mention *year = mention_add(sentence->reader, DETAIL_YEAR, RANK_NEAR, ROLE_CLAIM, denied->from, denied->to);
    year->value.number = decimal_int(denied->when.date.year);
    denied->when.date.year = 0;
}

/* "同年6月", "in June of the same year": the year of the period that was told last. */
static void lend_year(const Sentence *sentence, Token *date) {
    const Mentions *said = sentence->reader->out;
    if (!date->when.date.month || date->when.date.year || !sentence_beside(sentence, date, SMALL_SAME_YEAR))
        return;
    for (size_t i = said->len; i-- > 0 && said->len - i <= SAID_MAX && !date->when.date.year;) {
        const Mention *m = &said->items[i];
        if (m->detail == DETAIL_YEAR && m->month && (m->role == ROLE_CLAIM || m->role == ROLE_EXPECTED))
            date->when.date.year = (int)decimal_to_int(m->value.number);
    }
}

void sentence_dates(Sentence *sentence) {
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *token = &sentence->tokens.items[i];
        if (token->kind != TOKEN_WHEN || token->used)
            continue;
        if (sentence_rights_date(sentence, i))
            role_set(token, ROLE_EXPECTED);
        lend_year(sentence, token);
        Role role = token->role_known ? token->role : ROLE_CLAIM;
        int rank = sentence->reader->subject ? RANK_WEAK : role == ROLE_DENIED || role == ROLE_SHOWN ? RANK_PROSE : rank_of_date(sentence, i);
        if (sentence->reader->subject && token->when.date.day && !sentence->has_cue[CUE_INVOICE])
            rank = 0;
        if (role == ROLE_DENIED)
            share_year(sentence, i, token);
        if (rank)
            mention_when(sentence->reader, &token->when, ranked(sentence, (Rank)rank, role), role);
        token->used = true;
    }
}
