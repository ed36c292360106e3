/* Invoice numbers in sentences, and the numbers of other papers that must not be taken for one. */
#include "parsers/sentence.h"

#include "base/banned.h"

#define SERIES_BACK 60 /* mentions back to a number of the same series */

#define INVOICE_GAP_WORDS 4  /* "the invoice number is of course 2020-3318" */
#define COUNTED_BACK 3  /* sentences from the word for invoices to "the other one is no. 2231" */
#define COUNTED_WORDS 2 /* between the ordinal and the word for its number */
#define DATED_WORDS 3   /* "the invoices that date from January are" */
#define KNOWN_NUMBERS_MAX 64 /* mentions that are looked through for a number named before */

/* A date in figures may be a number: "Fattura 12/2021". */
static bool is_figure_date(Str s, const Token *token) {
    if (token->kind != TOKEN_WHEN)
        return false;
    for (size_t i = token->from; i < token->to; i++)
        if (!(s.data[i] >= '0' && s.data[i] <= '9') && !strchr("/-.", s.data[i]))
            return false;
    return true;
}

/* "1'520.00", "2.050,00", "390,40": decimals behind a point or comma, the figures before them grouped or few. */
static bool is_amount(Str s, const Token *figure) {
    size_t len = figure->to - figure->from, signs = 0;
    if (len < 4 || !strchr(".,", s.data[figure->to - 3]))
        return false;
    for (size_t i = figure->from; i < figure->to; i++)
        signs += s.data[i] < '0' || s.data[i] > '9';
    return signs >= 2 || s.data[figure->to - 3] == ',' || len <= 7;
}

/* "our Sept. invoice (2023) with the number A-1": a year alone in brackets, where a number follows or a month precedes. */
static bool is_bracketed_year(const Sentence *sentence, const Token *figure) {
    Str s = sentence->s;
    const Token *end = sentence->tokens.items + sentence->tokens.len;
    if (figure->to - figure->from != 4 || !str_starts(str_sub(s, figure->from, figure->to), STR("20")) || figure->from == 0 ||
        s.data[figure->from - 1] != '(' || figure->to >= s.len || s.data[figure->to] != ')')
        return false;
    for (const Token *token = sentence->tokens.items; token < end; token++) {
        bool month = token < figure && token->kind == TOKEN_WHEN && token->when.date.month && !token->when.date.year;
        if (month || (token > figure && token->kind == TOKEN_CODE && token_digits(s, token) >= CODE_DIGITS_MIN))
            return true;
    }
    return false;
}

/* "the invoice of our supplier, FT-20-0688, ..." */
static bool is_apposition(const Sentence *sentence, const Token *figure) {
    return figure->kind == TOKEN_CODE && token_digits(sentence->s, figure) >= CODE_DIGITS_MIN &&
           figure->to - figure->from >= 5;
}

/* "invoices (XML) attached, no. 2 follows": the next word of naming is of something else. */
static bool names_on(const Sentence *sentence, const Token *word, const Token *next) {
    size_t words = gap_words(sentence->s, word->to, next->from);
    for (size_t i = word->to; i < next->from && words; i++) /* but "the number is wrong, it should be" goes on */
        if (strchr(is_cue(next, CUE_EXPECTED) ? ";()" : ",;()", sentence->s.data[i]))
            return false;
    return words <= 2;
}

/* "KPI по этому счету 36": behind the name of a detail the paper is the one named before, the short figure is the detail's. */
static bool counts_for_paper(const Sentence *sentence, size_t n) {
    const Token *paper = &sentence->tokens.items[n], *name = paper;
    while (name > sentence->tokens.items && name->to > paper->from)
        name--;
    size_t words = name->to <= paper->from ? gap_words(sentence->s, name->to, paper->from) : 0;
    return (is_label(name, LABEL_KPI_VALUE) || is_cue(name, CUE_KPI) || is_label(name, LABEL_PURCHASE_UNITS) ||
            is_label(name, LABEL_REVENUE_VALUE)) && words >= 1 && words <= 3 && !gap_breaks(sentence->s, name->to, paper->from) &&
           !memchr(sentence->s.data + name->to, ',', paper->from - name->to);
}

/* The figure that the words before it name: the token behind `n` and further words of naming; NULL when there is none. */
static Token *named_figure(Sentence *sentence, size_t n, size_t most_words) {
    Tokens *tokens = &sentence->tokens;
    size_t last = n;
    while (last + 1 < tokens->len &&
           (is_label(&tokens->items[last + 1], LABEL_ITEM_NUMBER) ||
            is_label(&tokens->items[last + 1], LABEL_INVOICE_NUMBER) || is_cue(&tokens->items[last + 1], CUE_INVOICE) ||
            (is_label(&tokens->items[n], LABEL_INVOICE_NUMBER) && is_cue(&tokens->items[last + 1], CUE_EXPECTED))) &&
           names_on(sentence, &tokens->items[last], &tokens->items[last + 1]))
        last++;
    if (last + 1 >= tokens->len)
        return NULL;
    Token *figure = &tokens->items[last + 1];
    size_t from = tokens->items[last].to, words = gap_words(sentence->s, from, figure->from);
    if (figure->used || words > most_words ||
        (figure->role == ROLE_SHOWN && (words || token_digits(sentence->s, figure) < CODE_DIGITS_MIN)))
        return NULL;
    for (size_t i = from; i < figure->from; i++)
        if (strchr(";)\n", sentence->s.data[i]) || (sentence->s.data[i] == '.' && words) ||
            (sentence->s.data[i] == ',' && words && !is_apposition(sentence, figure)))
            return NULL;
    if (figure->kind == TOKEN_CODE)
        return figure;
    if (is_figure_date(sentence->s, figure))
        return words == 0 ? figure : NULL;
    if (figure->kind != TOKEN_NUMBER || figure->money || figure->word)
        return NULL;
    bool listed = memchr(sentence->s.data + from, ':', figure->from - from); /* "in two invoices: 20 on 1201, ..." */
    if ((words || listed || counts_for_paper(sentence, n)) && token_digits(sentence->s, figure) < CODE_DIGITS_MIN)
        return NULL;
    if ((words && is_amount(sentence->s, figure)) || is_bracketed_year(sentence, figure))
        return NULL;
    const Token *behind = figure + 1 < tokens->items + tokens->len ? figure + 1 : NULL;
    if (behind && (behind->kind == TOKEN_UNIT || behind->kind == TOKEN_TYPE || is_cue(behind, CUE_KPI)) &&
        gap_words(sentence->s, figure->to, behind->from) == 0 && !gap_breaks(sentence->s, figure->to, behind->from) &&
        (words || token_digits(sentence->s, figure) < CODE_DIGITS_MIN) &&
        !gap_has(sentence->s, figure->to, behind->from, ','))
        return NULL;
    return figure;
}

static bool ends_value(Str s, size_t at, size_t limit) {
    return at >= limit || (strchr(",;:.!?)\n", s.data[at]) && (at + 1 >= limit || !(s.data[at + 1] >= '0' && s.data[at + 1] <= '9')));
}

/* "A 0003 00004512", "2020 0417": groups of one number. The next one begins with a zero, as no amount does, or it follows a
 * year and ends the clause. */
static size_t groups_end(const Sentence *sentence, size_t from, size_t to) {
    Str s = sentence->s;
    while (to + 1 < sentence->to && s.data[to] == ' ' && s.data[to + 1] >= '0' && s.data[to + 1] <= '9' && s.data[to - 1] >= '0' &&
           s.data[to - 1] <= '9') {
        size_t begin = to + 1, end = begin, last = to;
        while (end < sentence->to && s.data[end] >= '0' && s.data[end] <= '9')
            end++;
        while (last > from && s.data[last - 1] >= '0' && s.data[last - 1] <= '9')
            last--;
        size_t digits = end - begin;
        bool year = to - last == 4 && s.data[last] == '2' && s.data[last + 1] == '0' && s.data[last + 2] <= '2' && digits >= 3 && digits <= 6;
        bool month = digits == 6 && s.data[begin + 2] == '2' && s.data[begin + 3] == '0'; /* 012021 */
        bool whole = ends_value(s, end, sentence->to);
        bool zeros = s.data[begin] == '0' && digits >= 4 && !month;
        if (!(zeros && (whole || s.data[end] == ' ')) && !(year && whole))
            break;
        to = end;
    }
    return to;
}

static void add_number(Sentence *sentence, Token *figure, Rank rank, bool named) {
    size_t to = figure->to;
    code_token(sentence->reader, figure->from, sentence->to, false, &to);
    code_marked(sentence->reader, figure->from, sentence->to, &to);
    to = groups_end(sentence, figure->from, to);
    for (Token *rest = figure + 1; rest < sentence->tokens.items + sentence->tokens.len && rest->from < to; rest++)
        rest->used = true;
    Role role = figure->role == ROLE_DENIED ? ROLE_DENIED : ROLE_CLAIM;
    Mention *mention = mention_add(sentence->reader, DETAIL_INVOICE_NUMBER, named ? ranked(sentence, rank, role) : rank, role,
                                   figure->from, to > figure->to ? to : figure->to);
    mention->value.text = mention->raw;
    if (to > figure->to)
        figure->to = figure->outer_to = to; /* "9/B": words behind it are near */
    figure->used = true;
}

/* The gap without an article at its end: "la 1184, la 1190 y la 1201". */
static Str without_article(const Sentence *sentence, Str gap) {
    size_t end = (size_t)(gap.data - sentence->s.data) + gap.len, start = end;
    Hit word;
    while (start > end - gap.len && sentence->s.data[start - 1] != ' ')
        start--;
    if (start == end || start == end - gap.len ||
        !lexicon_in(sentence->reader->lexicon, sentence->reader->text, end, start, LEX_LANGUAGE, &word) || word.to != end)
        return gap;
    Hits hits = {0};
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, start, end, LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == SMALL_ARTICLE && hits.items[i].to == end && reader_trusts(sentence->reader, &hits.items[i]))
            return str_trim(str_sub(gap, 0, gap.len - (end - start)));
    return gap;
}

bool sentence_only_joins(const Sentence *sentence, size_t from, size_t to) {
    static const char *const signs[] = {"&", "+", "/", ",", ";", "、", "·", "・"};
    Str gap = without_article(sentence, str_trim(str_sub(sentence->s, from, to)));
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (!str_starts(gap, str_of(signs[i])))
            continue;
        gap = str_trim(str_sub(gap, strlen(signs[i]), gap.len));
        if (!gap.len)
            return true;
        break;
    }
    size_t start = (size_t)(gap.data - sentence->s.data);
    Hits hits = {0};
    lexicon_scan(sentence->reader->lexicon, sentence->reader->arena, sentence->reader->text, start, start + gap.len,
                 LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len && hits.items[i].from == start; i++)
        if (hits.items[i].key == SMALL_JOINS && hits.items[i].to + (gap.data[gap.len - 1] == '.') >= start + gap.len)
            return true;
    return false;
}

/* "88123 and 88124", "88123-A and 88124-A": figures of one length, each long enough for a number and no amount. */
static bool is_listed_figure(const Sentence *sentence, const Token *figure, const Token *next) {
    size_t to = next->to;
    bool steered = next->role_known && !(figure->role_known && figure->role == next->role); /* 发票是 is "the invoices are" */
    if (next->kind != TOKEN_NUMBER || figure->kind != TOKEN_NUMBER || next->money || next->word || steered ||
        token_digits(sentence->s, next) <= CODE_DIGITS_MIN)
        return false;
    code_token(sentence->reader, next->from, sentence->to, false, &to);
    return to - next->from == figure->to - figure->from;
}

/* Behind what stands in brackets right behind the figure: "A-1 (10 dMOC, 1,000 EUR) and A-2 (...)". */
static size_t behind_bracket(const Sentence *sentence, const Token *figure) {
    size_t at = figure->to;
    while (at < sentence->to && sentence->s.data[at] == ' ')
        at++;
    const char *end = at < sentence->to && sentence->s.data[at] == '(' ? memchr(sentence->s.data + at, ')', sentence->to - at) : NULL;
    return end ? (size_t)(end + 1 - sentence->s.data) : figure->to;
}

/* "invoices and A-3" */
static void add_listed(Sentence *sentence, Token *figure, Rank rank) {
    Token *end = sentence->tokens.items + sentence->tokens.len;
    for (Token *next = figure + 1; next < end; figure = next++) {
        size_t from = behind_bracket(sentence, figure);
        while (next < end && next->from < from)
            next++;
        if (next >= end || (next->kind != TOKEN_CODE && !is_listed_figure(sentence, figure, next)) || next->used ||
            !sentence_only_joins(sentence, from, next->from))
            return;
        add_number(sentence, next, rank, true);
        sentence->reader->out->items[sentence->reader->out->len - 1].joined = from == figure->to;
    }
}

/* Does what stands right behind the figure say that it counts something? */
static bool is_counted(const Sentence *sentence, const Token *figure) {
    const Token *behind = figure + 1 < sentence->tokens.items + sentence->tokens.len ? figure + 1 : NULL;
    return behind && (behind->kind == TOKEN_UNIT || behind->kind == TOKEN_TYPE || is_cue(behind, CUE_KPI) || is_label(behind, LABEL_PURCHASE_UNITS)) &&
           gap_words(sentence->s, figure->to, behind->from) == 0 && !gap_has(sentence->s, figure->to, behind->from, ',');
}

/* "The invoices of January 2021 are 1184, 1190 and 1201": behind their date a list of long figures names them, whatever the verb. */
static Token *dated_list(Sentence *sentence, size_t n) {
    Token *date = &sentence->tokens.items[n] + 1, *end = sentence->tokens.items + sentence->tokens.len, *first;
    while (date < end && date->kind != TOKEN_WHEN && date->from < sentence->tokens.items[n].to) /* a word may be label and cue */
        date++;
    while (date < end && (is_cue(date, CUE_INVOICE) || is_label(date, LABEL_INVOICE_NUMBER) || is_cue(date, CUE_ISSUED)))
        date++;
    if (date >= end || date->kind != TOKEN_WHEN || gap_words(sentence->s, sentence->tokens.items[n].to, date->from) > DATED_WORDS)
        return NULL;
    for (first = date + 1; first < end && is_cue(first, CUE_EXPECTED);)
        first++;
    const Token *last = first;
    if (first >= end || !is_figure(first) || first->used || first->money || first->word || token_digits(sentence->s, first) <= CODE_DIGITS_MIN ||
        gap_words(sentence->s, date->to, first->from) > DATED_WORDS || gap_has(sentence->s, date->to, first->from, ',') ||
        gap_has(sentence->s, date->to, first->from, ';'))
        return NULL;
    while (last + 1 < end && is_listed_figure(sentence, last, last + 1) && sentence_only_joins(sentence, last->to, last[1].from))
        last++;
    return last > first && !is_counted(sentence, last) ? first : NULL;
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
    if (!letters || letters > 4 || (start > 0 && !strchr(" (:#.*_\"'", sentence->s.data[start - 1])))
        return;
    Str raw = text_raw(sentence->reader->text, start, at - 1);
    for (size_t i = 0; i < raw.len; i++)
        if (raw.data[i] < 'A' || raw.data[i] > 'Z')
            return;
    Hit hit;
    static const LexGroup groups[] = {LEX_LABEL, LEX_TYPE, LEX_CUE};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (lexicon_in(sentence->reader->lexicon, sentence->reader->text, sentence->to, start, groups[i], &hit) &&
            (groups[i] == LEX_TYPE || reader_trusts(sentence->reader, &hit)))
            return;
    figure->from = start;
}

/* The paper that the word for "number" at token n refers to: the last one named before it in the sentence. */
static bool refers_to_invoice(const Sentence *sentence, size_t n) {
    for (size_t i = n; i-- > 0;) {
        const Token *word = &sentence->tokens.items[i];
        if (is_label(word, LABEL_ORDER_NUMBER) || is_cue(word, CUE_ORDER) || is_label(word, LABEL_OTHER) ||
            is_label(word, LABEL_PARTNER_ID) || is_cue(word, CUE_NOT_OURS))
            return false;
        if (is_label(word, LABEL_INVOICE_NUMBER) || is_cue(word, CUE_INVOICE) || is_cue(word, CUE_ISSUED))
            return true;
    }
    return false;
}

/* "invoice of 5 March 2020 no. 1187": the word for number stands behind the date. */
static bool numbers_dated_paper(const Sentence *sentence, size_t n) {
    return n > 0 && is_label(&sentence->tokens.items[n], LABEL_ITEM_NUMBER) &&
           sentence->tokens.items[n - 1].kind == TOKEN_WHEN &&
           gap_words(sentence->s, sentence->tokens.items[n - 1].to, sentence->tokens.items[n].from) <= 1;
}

/* "Two invoices are missing. The first, no. 214/FE, ... The other one is no. 231/FE." */
static bool numbers_counted_paper(const Sentence *sentence, size_t n) {
    const Token *label = &sentence->tokens.items[n];
    const Hit *ordinal = NULL;
    if (!(is_label(label, LABEL_ITEM_NUMBER) || is_cue(label, CUE_NUMBERED)) || !sentence->reader->invoiced ||
        sentence->reader->invoiced + COUNTED_BACK < sentence->reader->item)
        return false;
    for (size_t i = 0; i < sentence->small.len; i++)
        if (sentence->small.items[i].key <= SMALL_OTHER && sentence->small.items[i].to <= label->from)
            ordinal = &sentence->small.items[i];
    if (!ordinal || gap_words(sentence->s, ordinal->to, label->from) > COUNTED_WORDS || gap_breaks(sentence->s, ordinal->to, label->from))
        return false;
    for (const Token *between = label; between-- > sentence->tokens.items && between->from >= ordinal->to;)
        if (between->to <= label->from && (between->kind != TOKEN_NUMBER || !between->word)) /* "the other one is" */
            return false;
    return true;
}

/* "billed at 2,322.00 EUR under number 20200844" */
static void numbered_papers(Sentence *sentence) {
    Tokens *tokens = &sentence->tokens;
    for (size_t i = 0; i + 1 < tokens->len; i++) {
        Token *figure = &tokens->items[i + 1];
        bool counted = numbers_counted_paper(sentence, i), dated = counted || numbers_dated_paper(sentence, i);
        if (!(dated || is_cue(&tokens->items[i], CUE_NUMBERED)) || !(counted || refers_to_invoice(sentence, i)) || !is_figure(figure) ||
            figure->used || figure->money || figure->word || figure->role == ROLE_SHOWN ||
            (!dated && token_digits(sentence->s, figure) < CODE_DIGITS_MIN) ||
            gap_words(sentence->s, tokens->items[i].to, figure->from) > 0)
            continue;
        widen_code(sentence, figure, tokens->items[i].to);
        add_number(sentence, figure, RANK_NEAR, true);
    }
}

/* "I gave the invoice number as A-51, the right one is A-15": what the sentence said before is denied. */
static void corrected_numbers(Sentence *sentence) {
    Tokens *tokens = &sentence->tokens;
    for (size_t i = 1; i + 1 < tokens->len; i++) {
        Token *code = &tokens->items[i + 1];
        if (!(is_cue(&tokens->items[i], CUE_EXPECTED) || is_cue(&tokens->items[i], CUE_SLIP)) || code->kind != TOKEN_CODE || code->used ||
            gap_words(sentence->s, tokens->items[i].to, code->from) > 1)
            continue;
        Mention *said = NULL;
        for (size_t m = sentence->reader->out->len; m-- > 0 && sentence->reader->out->items[m].at >= sentence->from;)
            if (sentence->reader->out->items[m].detail == DETAIL_INVOICE_NUMBER && !said)
                said = &sentence->reader->out->items[m];
        if (!said || said->at > code->from)
            continue;
        said->role = ROLE_DENIED;
        add_number(sentence, code, RANK_NEAR, true);
    }
}

/* "the number is A-15, not A-51": what is denied right behind a number is one, too. */
static void denied_numbers(Sentence *sentence) {
    Tokens *tokens = &sentence->tokens;
    for (size_t i = 2; i < tokens->len; i++) {
        const Token *said = &tokens->items[i - 2];
        Token *denied = &tokens->items[i];
        bool alike = denied->kind == TOKEN_CODE || denied->to - denied->from == said->to - said->from;
        if (is_figure(said) && said->used && is_cue(&tokens->items[i - 1], CUE_NOT) && is_figure(denied) && !denied->used &&
            denied->role_known && denied->role == ROLE_DENIED && !denied->money && alike)
            add_number(sentence, denied, RANK_NEAR, true);
    }
}

static bool is_known_number(const Sentence *sentence, const Token *code) {
    const Mentions *before = sentence->reader->out;
    Str raw = text_raw(sentence->reader->text, code->from, code->to);
    for (size_t i = 0; i < before->len && i < KNOWN_NUMBERS_MAX; i++)
        if (before->items[i].detail == DETAIL_INVOICE_NUMBER && before->items[i].role == ROLE_CLAIM && str_eq_nocase(before->items[i].raw, raw))
            return true;
    return false;
}

/* "R-1: 10 dMOC, KPI 10": a number named before opens the sentence that tells its purchase. */
static void opening_number(Sentence *sentence) {
    Token *first = sentence->tokens.len ? &sentence->tokens.items[0] : NULL;
    if (first && first->kind == TOKEN_CODE && !first->used && first->to < sentence->to && sentence->s.data[first->to] == ':' &&
        gap_words(sentence->s, sentence->from, first->from) == 0 && is_known_number(sentence, first))
        add_number(sentence, first, RANK_NEAR, true);
}

/* "KPI 25 and 12 for A-1202 and A-1201": codes that were named as numbers before, listed without a word for them. */
static void known_numbers(Sentence *sentence) {
    for (size_t i = 0; i + 1 < sentence->tokens.len; i++) {
        Token *code = &sentence->tokens.items[i], *next = code + 1;
        if (code->kind != TOKEN_CODE || code->used || code->role_known || next->kind != TOKEN_CODE || token_digits(sentence->s, code) < CODE_DIGITS_MIN ||
            !sentence_only_joins(sentence, code->to, next->from) || !is_known_number(sentence, code) || !is_known_number(sentence, next))
            continue;
        add_number(sentence, code, RANK_NEAR, true);
        add_listed(sentence, code, RANK_NEAR);
    }
}

/* What may stand between a number and the word for its paper behind it: "A-1の請求書", "A-1 這張發票", "A-1번 송장". */
static bool leads_to_paper(const Sentence *sentence, size_t from, size_t to) {
    static const char *const links[] = {"の", "という", "号", "號", "号的", "號的", "的", "这张", "這張", "这份", "這份", "该", "該",
                                        "此", "此张", "此張", "番", "番の", "번", "라는", "이라는", "호"};
    Str gap = str_trim(str_sub(sentence->s, from, to));
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (str_eq_cstr(gap, links[i]))
            return true;
    return gap.len == 0;
}

/* "the A-1001 invoice", "A-1001の請求書": the word stands behind its number, and names no other. */
static void numbers_before(Sentence *sentence) {
    Tokens *tokens = &sentence->tokens;
    for (size_t i = 0; i + 1 < tokens->len; i++) {
        Token *code = &tokens->items[i], *word = code + 1, *last = tokens->items + tokens->len;
        bool named = false;
        while (word < last && (word->from < code->to || is_cue(word, CUE_ISSUED))) /* "の請求書" is one of them */
            word++;
        if (code->kind != TOKEN_CODE || code->used || code->role == ROLE_SHOWN || token_digits(sentence->s, code) < CODE_DIGITS_MIN ||
            word == last || !(is_cue(word, CUE_INVOICE) || is_label(word, LABEL_INVOICE_NUMBER)) ||
            !leads_to_paper(sentence, code->to, word->from))
            continue;
        for (const Token *next = word; next < last && next->from <= word->from; next++) /* a word may be label and cue */
            named |= next + 1 < last && next[1].kind == TOKEN_CODE && gap_words(sentence->s, next->to, next[1].from) == 0;
        if (!named)
            add_number(sentence, code, RANK_NEAR, true);
    }
}

/* Two codes of one series: as long, letters where letters are, digits where digits are, and alike up to the first digit. */
static bool is_of_series(Str a, Str b) {
    bool digit = false;
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        bool figure = g_ascii_isdigit(a.data[i]);
        digit |= figure;
        if (figure != (g_ascii_isdigit(b.data[i]) != 0) || (!figure && a.data[i] != b.data[i]))
            return false;
    }
    return digit;
}

/* Does the code go on with the series of a number that was named before? */
static bool continues_series(const Sentence *sentence, size_t from, size_t to) {
    const Mentions *said = sentence->reader->out;
    Str text = str_sub(sentence->s, from, to);
    for (size_t m = said->len; m-- > 0 && said->len - m <= SERIES_BACK;)
        if (said->items[m].detail == DETAIL_INVOICE_NUMBER && said->items[m].rank >= RANK_NEAR && said->items[m].role == ROLE_CLAIM &&
            said->items[m].raw.len == text.len && said->items[m].at + text.len <= from &&
            is_of_series(str_sub(sentence->s, said->items[m].at, said->items[m].at + text.len), text))
            return true;
    return false;
}

/* "The number should be A-1002": a word for what is right leads to the code. */
static bool ought_before(const Sentence *sentence, const Token *code) {
    for (size_t i = 0; i < sentence->tokens.len && sentence->tokens.items[i].to <= code->from; i++)
        if (is_cue(&sentence->tokens.items[i], CUE_EXPECTED))
            return true;
    return false;
}

/* "The first invoice, A-1001, was for 25 dMOC, the second, A-1002, for 12": where a sentence tells several figures, a code of the
 * series of a named number is the number of another purchase. */
static void series_numbers(Sentence *sentence) {
    size_t figures = 0;
    for (size_t i = 0; i < sentence->tokens.len; i++)
        figures += sentence->tokens.items[i].kind == TOKEN_NUMBER && !sentence->tokens.items[i].used;
    if (figures < 2 || sentence->corrects || sentence->has_cue[CUE_INSTEAD])
        return;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *code = &sentence->tokens.items[i];
        if (code->kind != TOKEN_CODE || code->used || (code->role_known && code->role != ROLE_CLAIM) || ought_before(sentence, code))
            continue;
        size_t narrow = code->from;
        widen_code(sentence, code, i ? sentence->tokens.items[i - 1].to : sentence->from);
        if (code->from < narrow && !continues_series(sentence, code->from, code->to))
            code->from = narrow;
        if (continues_series(sentence, code->from, code->to))
            add_number(sentence, code, RANK_NEAR, true);
    }
}

void sentence_numbers(Sentence *sentence) {
    Tokens *tokens = &sentence->tokens;
    opening_number(sentence);
    for (size_t i = 0; i < tokens->len; i++) {
        bool label = is_label(&tokens->items[i], LABEL_INVOICE_NUMBER);
        bool dated = is_label(&tokens->items[i], LABEL_INVOICE_DATE); /* "Rechnungen vom" */
        if (!label && !dated && !is_cue(&tokens->items[i], CUE_INVOICE))
            continue;
        Token *figure = dated ? NULL : named_figure(sentence, i, label ? INVOICE_GAP_WORDS : 3);
        figure = figure ? figure : dated_list(sentence, i);
        if (!figure)
            continue;
        widen_code(sentence, figure, tokens->items[i].to);
        add_number(sentence, figure, RANK_NEAR, true);
        add_listed(sentence, figure, RANK_NEAR);
    }
    numbers_before(sentence);
    denied_numbers(sentence);
    numbered_papers(sentence);
    corrected_numbers(sentence);
    known_numbers(sentence);
    series_numbers(sentence);
}

/* A code that no word names, in a sentence about a purchase: perhaps its number. */
void sentence_bare_codes(Sentence *sentence, bool about_purchase) {
    if (!about_purchase)
        return;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        Token *code = &sentence->tokens.items[i];
        if (code->kind == TOKEN_CODE && !code->used && code->role != ROLE_SHOWN && token_digits(sentence->s, code) >= CODE_DIGITS_MIN &&
            code->to - code->from >= 5)
            add_number(sentence, code, RANK_WEAK, false);
    }
}
