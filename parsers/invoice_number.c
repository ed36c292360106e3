#include "parsers/invoice.h"

#include "base/utf8.h"
#include "parsers/when.h"
#include "base/banned.h"

#define REMARK_MAX     24 /* bytes of a bracket between a title and its number */
#define SERIES_MAX     16 /* bytes of a series before the word for "number" */
#define LIST_LOOKAHEAD 40 /* lines of a list that are counted */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_code_char(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || strchr("-/._", c);
}

/* "Invoice (380) No. 12", "Facture (copie) n° 12": what a bracket before the word for "number" says. */
static size_t skip_remark(const Page *page, size_t at, size_t end) {
    Str s = page->text.folded;
    if (at >= end || s.data[at] != '(')
        return at;
    size_t close = at;
    while (close < end && close - at < REMARK_MAX && s.data[close] != ')')
        close++;
    const Sign *sign;
    if (close + 1 < end && s.data[close] == ')' && s.data[close + 1] == ':')
        return close + 1; /* the label in another language: "编号（No.）：" */
    if (close >= end || s.data[close] != ')' || !page_sign_in(page, KIND_BARE, close, close + 3, &sign))
        return at;
    return sign->from;
}

/* The end of the longest sign of that cue which begins there; `at` when none does. */
static size_t behind_sign(const Page *page, KindCue cue, size_t at) {
    size_t end = at;
    for (size_t i = page_first_sign(page, at); i < page->signs.len && page->signs.items[i].from == at; i++)
        if (page->signs.items[i].cue == cue && page->signs.items[i].to > end)
            end = page->signs.items[i].to;
    return end;
}

/* "Invoice No. & Date", "Nr. / Datum": number and day share the label, as they share the value. */
static size_t skip_date_label(const Page *page, size_t lead, size_t at) {
    Str s = page->text.folded;
    size_t word = behind_sign(page, KIND_ADORNMENT, at);
    bool joined = memchr(s.data + lead, '/', at - lead) || memchr(s.data + lead, '&', at - lead);
    if (!joined && word > at && word < s.len && s.data[word] == ' ')
        at = word + 1;
    else if (!joined)
        return at;
    return behind_sign(page, KIND_DATE, at);
}

/* Behind a label: blanks, punctuation, and once more a word for "number" ("Invoice: No. 12"). */
static size_t skip_lead(const Page *page, size_t at, size_t end) {
    Str s = page->text.folded;
    for (;;) {
        size_t lead = at;
        while (at < end && strchr(" :.#*=-/&\n", s.data[at]))
            at++;
        size_t dated = at < end ? skip_date_label(page, lead, at) : at;
        if (dated > at && dated <= end) {
            at = dated;
            continue;
        }
        size_t remark = skip_remark(page, at, end);
        if (remark > at && s.data[remark] == ':') {
            at = remark;
            continue;
        }
        at = remark;
        size_t bare = at < end ? behind_sign(page, KIND_BARE, at) : at;
        if (bare > at && bare <= end) {
            at = bare;
            continue;
        }
        Hit hit;
        if (at >= end || !lexicon_at(page->lexicon, s, at, LEX_KIND, &hit) || hit.to > end ||
            !str_eq_cstr(lexicon_key(page->lexicon, LEX_KIND, hit.key), "other.bare"))
            return at;
        at = hit.to;
    }
}

static bool ideograph_at(Str s, size_t at) {
    size_t size;
    return at < s.len && (unsigned char)s.data[at] >= 0xE3 && text_is_ideograph(utf8_decode(s, at, &size));
}

/* Where words are written without blanks a number ends at the next one: "12345678开票日期". */
static size_t token_end(Str s, size_t at, size_t end) {
    size_t from = at;
    while (at < end && !strchr(" \t\n|;()[]\"", s.data[at]) && !(at > from && is_code_char(s.data[at - 1]) && ideograph_at(s, at)))
        at++;
    return at;
}

/* "109年01-02月" is a period of the tax office, no number. */
static bool is_part_of_date(Str s, size_t at) {
    static const char *const units[] = {"年", "月", "日"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (str_starts(str_sub(s, at, s.len), str_of(units[i])))
            return true;
    return false;
}

/* Capitals before the digits belong to a number: "FV 2021/12", "RE 77"; but "CNPJ 12.345" is the firm's. */
static bool is_series(const Page *page, size_t from, size_t to) {
    Str raw = text_raw(&page->text, from, to);
    if (raw.len == 0 || raw.len > 5)
        return false;
    for (size_t i = page_first_sign(page, from); i < page->signs.len && page->signs.items[i].from == from; i++)
        if (page->signs.items[i].cue == KIND_SUPPORT || (page->signs.items[i].cue == KIND_NUMBER && page->signs.items[i].kind == KIND_OTHER))
            return false;
    for (size_t i = 0; i < raw.len; i++)
        if (!(raw.data[i] >= 'A' && raw.data[i] <= 'Z') && !strchr("-/.", raw.data[i]))
            return false;
    return true;
}

/* Only digits and dashes up to the end of the cell: the rest of a number written in groups. */
static bool is_tail(Str s, size_t at, size_t end) {
    if (at >= end)
        return false;
    for (size_t i = at; i < end; i++)
        if (!is_digit(s.data[i]) && !strchr(" -/.", s.data[i]))
            return false;
    return true;
}

static bool is_day(const Page *page, size_t from, size_t to) {
    WhenHabit habit = {.language = LANGUAGE_EN, .any_century = true};
    When when;
    return when_at(page->lexicon, &page->text, page->text.folded.len, from, &habit, &when) && when.date.day != 0 &&
           when.to >= to;
}

/* "1,234.50": two digits behind the last separator and groups of three before it. */
static bool is_money(Str token) {
    if (token.len < 4 || !strchr(".,", token.data[token.len - 3]))
        return false;
    size_t digits = 0;
    for (size_t i = 0; i < token.len; i++) {
        if (!is_digit(token.data[i]) && !strchr(".,'", token.data[i]))
            return false;
        digits += is_digit(token.data[i]);
    }
    return digits >= 3;
}

bool paper_number_at(const Page *page, size_t at, size_t end, size_t *from, size_t *to) {
    Str s = page->text.folded;
    at = skip_lead(page, at, end);
    size_t stop = token_end(s, at, end);
    if (is_series(page, at, stop) && !page_has_digit(page, at, stop) && stop < end && s.data[stop] == ' ' &&
        page_has_digit(page, stop + 1, token_end(s, stop + 1, end)))
        stop = token_end(s, stop + 1, end);
    if (!page_has_digit(page, at, stop))
        return false;
    size_t tail = stop + 1;
    while (tail < end && strchr(" -/", s.data[tail]))
        tail++;
    if (stop < end && s.data[stop] == ' ' && is_tail(s, stop + 1, end) && !is_day(page, tail, end))
        stop = end;
    while (stop > at && strchr(".,:;'", s.data[stop - 1]))
        stop--;
    if (stop - at > PAPER_NUMBER_MAX || is_day(page, at, stop) || is_part_of_date(s, stop) || is_money(str_sub(s, at, stop)) ||
        (stop < end && s.data[stop] == '%') || s.data[stop - 1] == '%')
        return false;
    *from = at;
    *to = stop;
    return true;
}

/* Does the cell hold nothing behind the label but punctuation or words for "number"? */
static bool label_ends_cell(const Page *page, const Sign *label) {
    const Cell *cell = &page->cells.items[label->cell];
    return label->to >= cell->to || skip_lead(page, label->to, cell->to) >= cell->to;
}

/* Does the cell begin with a label of its own? "BC-30517" does not, though BC is one. */
static bool begins_with_label(const Page *page, const Cell *cell) {
    Str s = page->text.folded;
    for (size_t i = page_first_sign(page, cell->from);
         i < page->signs.len && page->signs.items[i].from == cell->from; i++) {
        const Sign *sign = &page->signs.items[i];
        bool label = sign->cue == KIND_DATE || sign->cue == KIND_TITLE || sign->cue == KIND_NUMBER;
        bool code = sign->to < s.len && (is_digit(s.data[sign->to]) || s.data[sign->to] == '-');
        if (label && !code)
            return true;
    }
    return false;
}

bool paper_number_of(const Page *page, const Sign *label, size_t *from, size_t *to) {
    const Cell *cell = &page->cells.items[label->cell];
    if (label->to > cell->to) { /* the label runs over the end of the cell: "Invoice / Number" on two lines */
        size_t next = label->cell;
        while (next < page->cells.len && page->cells.items[next].to < label->to)
            next++;
        if (next == page->cells.len)
            return false;
        cell = &page->cells.items[next];
    }
    if (paper_number_at(page, label->to, cell->to, from, to))
        return true;
    if (label->to <= cell->to && !label_ends_cell(page, label))
        return false;
    const Cell *right = page_right(page, cell);
    if (right && !begins_with_label(page, right) && paper_number_at(page, right->from, right->to, from, to))
        return true;
    const Cell *below = page_below(page, cell);
    return below && !begins_with_label(page, below) && paper_number_at(page, below->from, below->to, from, to) &&
           (label->cue != KIND_TITLE || *to >= below->to); /* below a title an address may stand: "3 quai de Seine" */
}

/* "代码：5100221130  号码：88-1042", "série 1 nº 88", "serie A número 88": behind the code or series stands the word for "number",
 * and then the number. The byte behind that word, `at` where none stands there. `near`: how far away it may begin. */
static size_t behind_series(const Page *page, size_t at, size_t end, size_t near) {
    Str s = page->text.folded;
    size_t bare = at;
    while (bare < end && strchr(" ,;:", s.data[bare]))
        bare++;
    for (size_t i = page_first_sign(page, bare); i < page->signs.len && page->signs.items[i].from <= bare + near; i++)
        if (page->signs.items[i].cue == KIND_BARE && page->signs.items[i].to <= end)
            return behind_sign(page, KIND_BARE, page->signs.items[i].from);
    return at;
}

/* "Storno der Rechnung Nr. 12": a label begins within the words and goes on behind them. */
static size_t behind_words(const Page *page, const Sign *words) {
    for (size_t i = page_first_sign(page, words->from); i < page->signs.len && page->signs.items[i].from < words->to; i++)
        if (page->signs.items[i].cue == KIND_NUMBER && page->signs.items[i].to > words->to)
            return page->signs.items[i].to;
    return words->to;
}

bool paper_number_corrected(const Page *page, const Sign *words, size_t *from, size_t *to) {
    const Cell *cell = &page->cells.items[words->cell];
    size_t begin = behind_words(page, words), end = page->lines.items[cell->line].to, number, stop;
    bool direct = paper_number_at(page, begin, cell->to, from, to);
    size_t from_here = direct ? *to : begin, next = behind_series(page, from_here, end, direct ? 0 : SERIES_MAX);
    if (next == from_here || !paper_number_at(page, next, end, &number, &stop))
        return direct;
    *from = number;
    *to = stop;
    return true;
}

size_t paper_numbers_below(const Page *page, const Sign *label) {
    const Cell *head = &page->cells.items[label->cell];
    size_t found = 0;
    for (size_t line = head->line + 1; line < page->lines.len && found < LIST_LOOKAHEAD; line++) {
        const Cell *cell = page->lines.items[line].cells > 1 ? page_under(page, line, head) : NULL;
        size_t from, to;
        if (!cell || !paper_number_at(page, cell->from, cell->to, &from, &to))
            break;
        found++;
    }
    return found;
}
