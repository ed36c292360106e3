/* Fields in the text: "Invoice # - 2019/KW/0466", "Mois ..... 09.2020", "Month: Jan, Year: 2020". */
#include "base/utf8.h"
#include "parsers/han_number.h"
#include "parsers/label_guess.h"
#include "parsers/mention.h"
#include "parsers/separator.h"
#include "parsers/token.h"
#include "base/banned.h"

#define LABEL_WORDS_MAX 6
#define LABEL_BYTES_MAX 70
#define CLAUSE_WORDS 2 /* behind a value within a sentence, so many words go on with the sentence */
#define SENTENCE_WORDS 4 /* so many words without a number are no number */
#define NOTE_WORDS 5         /* behind a label of no detail, so many words are a sentence */
#define GUESS_LINES 8       /* of one list of fields, above and below a name that says nothing */
#define FIELD_LINE_MAX 4096 /* a longer line is prose */

typedef struct InlineField {
    size_t from;  /* of the label */
    Label label;
    size_t value; /* where the value begins */
} InlineField;

/* Is the label part of a wider word for the dashboard? */
static bool is_within_cue(Reader *reader, const Hit *label, size_t to) {
    Hits cues = {0};
    size_t from = label->from > 40 ? label->from - 40 : 0;
    while (from < label->from && ((unsigned char)reader->text->folded.data[from] & 0xC0) == 0x80)
        from++;
    lexicon_scan(reader->lexicon, reader->arena, reader->text, from, to, LEX_BIT(LEX_CUE), &cues);
    for (size_t i = 0; i < cues.len && cues.items[i].from <= label->from; i++)
        if (cues.items[i].key == CUE_DASHBOARD && cues.items[i].to >= label->to &&
            cues.items[i].to - cues.items[i].from > label->to - label->from)
            return true;
    return false;
}

/* "In that order: 25, 12 and 8": the label is part of a phrase that names no paper. */
static bool is_within_phrase(Reader *reader, const Hit *label, size_t to) {
    Hits words = {0};
    if (label->key != LABEL_ORDER_NUMBER)
        return false;
    size_t from = label->from > 40 ? label->from - 40 : 0;
    while (from < label->from && ((unsigned char)reader->text->folded.data[from] & 0xC0) == 0x80)
        from++;
    lexicon_scan(reader->lexicon, reader->arena, reader->text, from, to, LEX_BIT(LEX_LANGUAGE), &words);
    for (size_t i = 0; i < words.len && words.items[i].from <= label->from; i++)
        if (words.items[i].key == SMALL_IN_ORDER && words.items[i].to >= label->to)
            return true;
    return false;
}

/* "Invoice 88124 (same month): ...": the word closes a remark, it names nothing. */
static bool closes_remark(Str s, size_t at, size_t from, size_t to, size_t end) {
    if (!memchr(s.data + to, ')', end - to))
        return false;
    size_t open = from;
    while (open > at && s.data[open - 1] != '(' && s.data[open - 1] != ')')
        open--;
    return open > at && s.data[open - 1] == '(' && open < from;
}

/* "We have two invoices: 14 dMOC on 901", "two corrections to my ticket: ...": the words are of a sentence, what follows the
 * colon is no number. */
static bool goes_on_as_sentence(const Reader *reader, Label label, size_t value, size_t to) {
    Str s = reader->text->folded;
    size_t digits = 0, end;
    while (value + digits < to && s.data[value + digits] >= '0' && s.data[value + digits] <= '9')
        digits++;
    if (label == LABEL_INVOICE_NUMBER && digits) /* so short, it counts what the next words name */
        return digits <= 2 && value + digits + 1 < to && s.data[value + digits] == ' ' && !strchr("(-/|", s.data[value + digits + 1]);
    if (label != LABEL_INVOICE_NUMBER && label != LABEL_ORDER_NUMBER && label != LABEL_OTHER)
        return false;
    return !code_token(reader, value, to, true, &end) && gap_words(s, value, to) >= SENTENCE_WORDS;
}

/* "which should bring us 60 KPIs: you grant us half of them": the word counts the figure before it, and words follow the colon. */
static bool counts_before(const Reader *reader, const Hit *label, size_t value, size_t to) {
    Str s = reader->text->folded;
    size_t at = label->from, words = value;
    if (label->key != LABEL_KPI_VALUE && label->key != LABEL_PURCHASE_UNITS && label->key != LABEL_MEASURE)
        return false;
    while (at > 0 && s.data[at - 1] == ' ')
        at--;
    if (at == 0 || s.data[at - 1] < '0' || s.data[at - 1] > '9')
        return false;
    for (size_t n = 0; words < to && n < 2; words++) { /* the value of a field stands at its beginning */
        if (s.data[words] >= '0' && s.data[words] <= '9')
            return false;
        n += s.data[words] == ' ';
    }
    return gap_words(s, value, to) >= CLAUSE_WORDS;
}

/* "2020年1月：", "1 월:", "十二月：": a counter behind its number ends a date, it names no detail; "INV-2001-15 月份：" does. */
static bool counts_date(Str s, const Hit *label) {
    size_t size, at = label->from;
    bool read;
    Decimal value;
    if ((label->key != LABEL_MONTH && label->key != LABEL_YEAR) || !text_is_cjk(utf8_decode(s, at, &size)))
        return false;
    while (at > 0 && s.data[at - 1] == ' ')
        at--;
    size_t end = at;
    while (at > 0 && s.data[at - 1] >= '0' && s.data[at - 1] <= '9')
        at--;
    if (at == end)
        return at && han_number(str_sub(s, 0, end), utf8_back(s, at), &value, &read) > 0;
    bool joined = at > 0 && ((s.data[at - 1] >= 'a' && s.data[at - 1] <= 'z') || strchr("-/._", s.data[at - 1]));
    return !joined && end - at <= (label->key == LABEL_MONTH ? 2 : 4);
}

/* The next label with a colon behind it in [at, to), not inside a word. */
static bool inline_field(Reader *reader, size_t at, size_t to, InlineField *out) {
    Hits hits = {0};
    lexicon_scan(reader->lexicon, reader->arena, reader->text, at, to, LEX_BIT(LEX_LABEL), &hits);
    Str s = reader->text->folded;
    for (size_t i = 0; i < hits.len; i++) {
        size_t end = hits.items[i].to;
        while (end < to && strchr("#*.)", s.data[end]))
            end++;
        if (counts_date(s, &hits.items[i]) || closes_remark(s, at, hits.items[i].from, hits.items[i].to, end) ||
            (hits.items[i].from > at && word_is_small(reader, &hits.items[i]))) /* "it is missing bei uns: ..." */
            continue;
        size_t open = end;
        while (separator_blank_at(s, open, to))
            open++;
        if (open < to && s.data[open] == '(') {
            const char *close = memchr(s.data + open, ')', to - open < 24 ? to - open : 24);
            if (close)
                end = (size_t)(close - s.data) + 1;
        }
        size_t sign = end;
        while (separator_blank_at(s, sign, to))
            sign++;
        if (sign >= to || (s.data[sign] != ':' && s.data[sign] != '='))
            continue;
        if (hits.items[i].key == LABEL_DASHBOARD_VALUE || hits.items[i].key == LABEL_EXPECTED_VALUE)
            continue; /* "On the dashboard: ..." names no detail: a sentence */
        if (hits.items[i].key == LABEL_OTHER && hits.items[i].from > at) /* "... taken into account: 20 MOC" */
            continue;
        if (hits.items[i].key == LABEL_ITEM_NUMBER && i && hits.items[i - 1].key == LABEL_INVOICE_NUMBER &&
            str_eq(str_trim(str_sub(s, hits.items[i - 1].to, hits.items[i].from)), STR("(")))
            hits.items[i].key = LABEL_INVOICE_NUMBER; /* "invoice (no.: 4471)" */
        if (is_within_phrase(reader, &hits.items[i], to))
            continue;
        if (is_within_cue(reader, &hits.items[i], to)) /* "... on the KPI dashboard: 9 KPIs" */
            continue;
        while (sign < to && strchr(":= *\t", s.data[sign]))
            sign++;
        if (hits.items[i].from > at && (goes_on_as_sentence(reader, (Label)hits.items[i].key, sign, to) || counts_before(reader, &hits.items[i], sign, to)))
            continue;
        *out = (InlineField){hits.items[i].from, (Label)hits.items[i].key, sign};
        return true;
    }
    return false;
}

/* Labels seen in the record under reading: one that comes again begins the next. */
typedef struct Block {
    unsigned seen;
    size_t place;
} Block;

static void block_enter(Reader *reader, Block *block, Label label, Role role) {
    bool detail = label == LABEL_MONTH || label == LABEL_YEAR || label == LABEL_PERIOD || label == LABEL_OMLP_TYPE ||
                  label == LABEL_PURCHASE_UNITS || label == LABEL_INVOICE_NUMBER || label == LABEL_KPI_VALUE ||
                  label == LABEL_REVENUE_VALUE || label == LABEL_INVOICE_DATE;
    if (!block->place) {
        block->place = ++reader->places;
        reader->record = 0;
    }
    reader->place = block->place;
    if (!detail || role == ROLE_SHOWN)
        return;
    if (block->seen & (1u << label)) {
        reader->record++;
        block->seen = 0;
    }
    block->seen |= 1u << label;
}

static size_t sentence_stop(Str s, size_t from, size_t to) {
    int depth = 0;
    for (size_t at = from; at + 2 < to; at++) {
        depth += s.data[at] == '(';
        depth -= s.data[at] == ')';
        if (depth <= 0 && strchr(".!?", s.data[at]) && s.data[at + 1] == ' ' && at > from + 1 && s.data[at + 2] >= 'a' &&
            s.data[at + 2] <= 'z' && !(at >= 2 && s.data[at - 2] == ' '))
            return at;
    }
    return to;
}

/* Values of other things end with their number: text may follow that has details again. */
static size_t other_value_end(Reader *reader, size_t from, size_t to) {
    size_t end;
    if (code_token(reader, from, to, true, &end))
        return end;
    return sentence_stop(reader->text->folded, from, to);
}

static bool takes_other(Label label) {
    return label == LABEL_PARTNER_ID || label == LABEL_ORDER_NUMBER || label == LABEL_OTHER ||
           label == LABEL_ITEM_NUMBER;
}

static void rest_as_prose(Reader *reader, size_t from, size_t to) {
    Str s = reader->text->folded;
    size_t letters = 0;
    for (size_t at = from, size; at < to; at += size)
        letters += text_is_letter(utf8_decode(s, at, &size));
    if (letters < 2)
        return;
    size_t place = reader->place, record = reader->record;
    reader->place = reader->record = 0;
    prose_span(reader, from, to);
    reader->place = place;
    reader->record = record;
}

static void value_take(Reader *reader, Block *block, const Header *header, size_t from, size_t to) {
    Str s = reader->text->folded;
    if (takes_other(header->label)) {
        size_t end = other_value_end(reader, from, to);
        bool note = header->label == LABEL_OTHER && gap_words(s, from, to) > NOTE_WORDS;
        if (!note)
            field_read(reader, &(Header){.label = header->label}, header->role, from, end);
        if (note) /* "Please note: the KPI value is 24" */
            rest_as_prose(reader, from, to);
        else if (header->label != LABEL_OTHER)
            rest_as_prose(reader, end, to);
        return;
    }
    Role role = header->role == ROLE_CLAIM ? reader->heading : header->role;
    block_enter(reader, block, header->label, role);
    size_t stop = sentence_stop(s, from, to), trimmed = stop;
    while (trimmed > from && strchr(" ,;|/.", s.data[trimmed - 1]))
        trimmed--;
    size_t before = reader->out->len;
    bool read = field_read(reader, header, role, from, trimmed);
    if (!read && reader->out->len == before && header->label != LABEL_INVOICE_NUMBER)
        rest_as_prose(reader, from, trimmed);
    rest_as_prose(reader, stop, to);
}

/* The line is nothing but a label: its value stands below it. */
static bool label_line(Reader *reader, const TextLine *line, Header *header) {
    Hits hits = {0};
    size_t end = line->content.to;
    while (end > line->content.from && strchr(" ?:", reader->text->folded.data[end - 1])) /* "> Invoice # ?" */
        end--;
    if (line->empty || line->content.to - line->content.from > LABEL_BYTES_MAX ||
        !lexicon_whole_in(reader->lexicon, reader->arena, reader->text, line->content.from, end, LEX_LABEL, &hits))
        return false;
    *header = header_in(reader->lexicon, reader->arena, reader->language, reader->text, line->content.from, end);
    return header->label != LABEL_COUNT && header->label != LABEL_OTHER && header->label != LABEL_ITEM_NUMBER;
}

/* The next line with text, at most one empty one between; `last` when there is none. */
static size_t line_below(const Layout *layout, size_t n, size_t last) {
    size_t next = n + 1;
    if (next < last && layout->lines.items[next].empty)
        next++;
    return next < last && !layout->lines.items[next].empty ? next : last;
}

/* "Invoice #", and in the line below "HB-20417". */
static bool stacked_field(Reader *reader, Block *block, const Layout *layout, size_t n, size_t last, bool *taken) {
    Header header, other;
    size_t below = line_below(layout, n, last);
    if (below == last || taken[below] || !label_line(reader, &layout->lines.items[n], &header))
        return false;
    taken[n] = true;
    if (label_line(reader, &layout->lines.items[below], &other) ||
        line_is_field(reader->lexicon, layout, &layout->lines.items[below]))
        return true; /* a label without a value */
    taken[below] = true;
    reader->item++;
    value_take(reader, block, &header, layout->lines.items[below].content.from, layout->lines.items[below].content.to);
    return true;
}

/* An answer written below the quoted question: "> Invoice #", then "SGL-2022-0913". */
static bool answered_field(Reader *reader, Block *block, const Layout *layout, size_t n, bool *taken) {
    size_t above = n;
    Header header;
    while (above > 0 && n - above < 3) {
        above--;
        if (!layout->lines.items[above].empty && !(layout->lines.items[above].content.from == layout->lines.items[above].content.to))
            break;
    }
    const TextLine *question = &layout->lines.items[above];
    if (above == n || !question->quotes || question->empty || layout->lines.items[n].quotes ||
        !label_line(reader, question, &header))
        return false;
    taken[n] = true;
    reader->item++;
    value_take(reader, block, &header, layout->lines.items[n].content.from, layout->lines.items[n].content.to);
    return true;
}

/* Three digits or more are an invoice number, not the "1" of "KPI 1"; and no label begins with a figure ("10 units - "). */
static bool holds_number(Str s, size_t from, size_t to) {
    size_t digits = 0;
    for (size_t i = from; i < to; i++)
        digits += s.data[i] >= '0' && s.data[i] <= '9';
    return digits >= 3 || (from < to && s.data[from] >= '0' && s.data[from] <= '9');
}

/* "Factura W-3: 10 dMOC, 800 EUR": the code behind the word is the number, what follows describes the purchase. */
static bool names_code(const Reader *reader, size_t from, size_t to) {
    Hit hit;
    Str s = str_sub(reader->text->folded, 0, to);
    if (!lexicon_in(reader->lexicon, reader->text, to, from, LEX_LABEL, &hit) || hit.key != LABEL_INVOICE_NUMBER)
        return false;
    bool letter = false, digit = false;
    for (size_t i = hit.to, size; i < to; i += size) {
        uint32_t c = utf8_decode(s, i, &size);
        if (c == ' ')
            letter = digit = false;
        letter |= text_is_letter(c) && !text_is_cjk(c);
        digit |= c >= '0' && c <= '9';
        if (letter && digit)
            return true;
    }
    return false;
}

/* "Total: 22 units, EUR 2200" */
static bool sum_line(Reader *reader, const TextLine *line) {
    Hits hits = {0};
    if (!lexicon_may(reader->text, line->content.from, LEX_BIT(LEX_CUE)))
        return false;
    lexicon_scan(reader->lexicon, reader->arena, reader->text, line->content.from, line->content.to, LEX_BIT(LEX_CUE),
                 &hits);
    for (size_t i = 0; i < hits.len && hits.items[i].from == line->content.from; i++)
        if (hits.items[i].key == CUE_TOTAL)
            return true;
    return false;
}

/* 儀表板上, 仪表板中: is the word for what is shown nothing but the dashboard's own name and a particle? */
static bool names_dashboard(const Reader *reader, const Hit *word) {
    Hit name;
    return lexicon_in(reader->lexicon, reader->text, word->to - 1, word->from, LEX_CUE, &name) && name.key == CUE_DASHBOARD;
}

/* A heading over a list of fields: "On the dashboard:", "What it should be:". */
static void heading_role(Reader *reader, const TextLine *line) {
    Hits hits = {0};
    Str s = reader->text->folded;
    bool complains = false, shows = false, asks = false;
    if (line->empty || line->content.to - line->content.from > LABEL_BYTES_MAX || s.data[line->content.to - 1] != ':')
        return;
    size_t from = line->content.from;
    for (size_t at = from; at + 2 < line->content.to; at++)
        if (strchr(".!?", s.data[at]) && s.data[at + 1] == ' ')
            from = at + 2; /* "... still shows nothing. The details:" */
    reader->heading = ROLE_CLAIM;
    if (gap_words(s, from, line->content.to) > LABEL_WORDS_MAX)
        return;
    lexicon_scan(reader->lexicon, reader->arena, reader->text, from, line->content.to,
                 LEX_BIT(LEX_CUE) | LEX_BIT(LEX_INTENT) | LEX_BIT(LEX_LANGUAGE), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        shows |= hit->group == LEX_CUE && hit->key == CUE_SHOWN && !names_dashboard(reader, hit);
        asks |= hit->group == LEX_LANGUAGE && hit->key == SMALL_REQUEST && reader_trusts(reader, hit);
        complains |= hit->group == LEX_INTENT && hit->key == INTENT_WORD_COMPLAINT;
        if (hit->group == LEX_CUE && hit->key == CUE_EXPECTED)
            reader->heading = ROLE_EXPECTED;
        else if (hit->group == LEX_CUE && (hit->key == CUE_SHOWN || hit->key == CUE_DASHBOARD) &&
                 reader->heading == ROLE_CLAIM)
            reader->heading = ROLE_SHOWN;
    }
    bool wished = asks && !shows; /* "Please add to the dashboard:" */
    if ((complains || wished) && reader->heading == ROLE_SHOWN)
        reader->heading = ROLE_CLAIM;
}

/* "Dashboard: 20" and below it "Invoice: 25": two values of one thing, no invoice number. */
static bool beside_dashboard(Reader *reader, const Layout *layout, size_t n, Span value) {
    Str s = reader->text->folded;
    Separator separator;
    if (n == 0 || layout->lines.items[n - 1].empty || value.to - value.from > 2)
        return false;
    for (size_t at = value.from; at < value.to; at++)
        if (s.data[at] < '0' || s.data[at] > '9')
            return false;
    Span above = layout->lines.items[n - 1].content;
    return separator_first(s, above, &separator) &&
           header_in(reader->lexicon, reader->arena, reader->language, reader->text, above.from, separator.from).label ==
               LABEL_DASHBOARD_VALUE;
}

/* Where the value of a field ends that stands within a sentence: "(16 dMOC, KPI: 16) is not shown", "KPI: 16, is missing". */
static size_t clause_end(Str s, size_t from, size_t to) {
    bool digit = false;
    size_t open = 0;
    for (size_t at = from; at < to; at++) {
        char c = s.data[at];
        digit |= c >= '0' && c <= '9';
        open += c == '(';
        if (c == ')' && open) {
            open--;
            continue;
        }
        if (str_starts(str_sub(s, at, to), STR("\u3002"))) /* the end of a sentence in the East */
            return to;
        bool word = at + 2 < to && s.data[at + 1] == ' ' && !(s.data[at + 2] >= '0' && s.data[at + 2] <= '9');
        if (digit && !open && (c == ')' || c == ',') && word && gap_words(s, at + 1, to) >= CLAUSE_WORDS)
            return at;
    }
    return to;
}

/* "The first is missing, the second shows zero KPIs:": the sentence opens a list, no value stands behind or below it. */
static bool opens_list(const Reader *reader, const Layout *layout, size_t n, size_t last, const InlineField *field) {
    const TextLine *line = &layout->lines.items[n];
    Str s = reader->text->folded;
    size_t below = line_below(layout, n, last);
    if (field->value < line->content.to || gap_words(s, line->content.from, field->from) < SENTENCE_WORDS)
        return false;
    size_t at = below < last ? layout->lines.items[below].content.from : s.len;
    return at >= s.len || !((s.data[at] >= '0' && s.data[at] <= '9') || (unsigned char)s.data[at] >= 0xC2);
}

/* What the line gives by a label of a detail right at its head; LABEL_COUNT when it begins with none. */
static Label label_at_head(const Reader *reader, const TextLine *line) {
    Separator separator;
    Str s = reader->text->folded;
    if (line->empty || !separator_first(s, line->content, &separator) || holds_number(s, line->content.from, separator.from))
        return LABEL_COUNT;
    Label label = header_in(reader->lexicon, reader->arena, reader->language, reader->text, line->content.from, separator.from).label;
    const Span name = {line->content.from, separator.from}, value = {separator.to, line->content.to};
    return label == LABEL_COUNT ? label : label_of_field(reader, label, reader->text, name, 0, false, value); /* "Course: dMOC" */
}

/* "When: March 2020", なにを：デジタルMOC: beside a field of a detail a line whose name says nothing may speak by its value. */
static Label label_guess(const Reader *reader, Label known, const Layout *layout, size_t first, size_t n, size_t last, const Separator *separator,
                         Role *role) {
    const TextLine *lines = layout->lines.items, *line = &lines[n];
    const Span name = {line->content.from, separator->from}, value = {separator->to, line->content.to};
    if (known != LABEL_COUNT && known != LABEL_DASHBOARD_VALUE && label_of_field(reader, known, reader->text, name, 0, false, value) == known)
        return known; /* most lines */
    size_t from = n, end = n + 1;
    unsigned seen = 0;
    size_t unnamed = 0;
    while (from > first && n - from < GUESS_LINES && !lines[from - 1].empty)
        from--;
    while (end < last && end - n < GUESS_LINES && !lines[end].empty)
        end++;
    for (size_t i = from; i < end; i++) {
        Label beside = i == n ? LABEL_COUNT : label_at_head(reader, &lines[i]);
        unnamed += beside == LABEL_COUNT;
        seen |= beside < LABEL_COUNT ? 1u << beside : 0;
    }
    const unsigned details = 1u << LABEL_INVOICE_NUMBER | 1u << LABEL_PURCHASE_UNITS | 1u << LABEL_KPI_VALUE | 1u << LABEL_REVENUE_VALUE;
    Label label = seen & details ? label_of_field(reader, known, reader->text, name, seen, false, value) : known;
    if (label == known && (known == LABEL_COUNT || known == LABEL_DASHBOARD_VALUE) && seen & details &&
        name_is_of_screen(reader, reader->text, name.from, name.to)) { /* "You show: December 2020" */
        Label shown = label_of_value(reader, 0, false, value.from, value.to);
        *role = shown == LABEL_COUNT ? *role : ROLE_SHOWN;
        return shown == LABEL_COUNT ? known : shown;
    }
    return label == LABEL_COUNT && unnamed == 1 ? label_left_over(reader, reader->text, name, seen, value) : label;
}

/* "(August 2023, currency: EUR)" right above a table: what stands before the field may be of all its rows. */
static void lead_as_prose(Reader *reader, const Layout *layout, size_t n, size_t last, const bool *taken, Span lead) {
    Str s = reader->text->folded;
    size_t below = line_below(layout, n, last), end = lead.to;
    while (end > lead.from && strchr(" ,;:(/-", s.data[end - 1]))
        end--;
    reader->opens = below < last && taken[below] ? end : 0;
    rest_as_prose(reader, lead.from, lead.to);
    reader->opens = 0;
}

/* "KPI 20 → 25 for invoice A-1": a count put right ends with its digits, what follows them is the sentence's. *end: where. */
static bool turns_count(Str s, Label label, Separator separator, size_t to, size_t *end) {
    size_t at = separator.to, before = separator.from;
    while (before > 0 && separator_blank_at(s, before - 1, to))
        before--;
    while (separator_blank_at(s, at, to))
        at++;
    *end = at;
    while (*end < to && s.data[*end] >= '0' && s.data[*end] <= '9')
        (*end)++;
    return (label == LABEL_KPI_VALUE || label == LABEL_PURCHASE_UNITS) && before > 0 && s.data[before - 1] >= '0' &&
           s.data[before - 1] <= '9' && *end > at && *end < to && s.data[*end] == ' ';
}

/* A line's fields from its first label on; false when it has none. */
static bool line_fields(Reader *reader, Block *block, const Layout *layout, size_t first_line, size_t n, size_t last, bool *taken) {
    const TextLine *line = &layout->lines.items[n];
    Str s = reader->text->folded;
    Separator separator;
    Header header = {.label = LABEL_COUNT};
    size_t at = line->content.from, to = line->content.to, value = at, count_end = at;
    bool sentence = false; /* words stand before the first label */
    bool turned = false;
    if (to - at > FIELD_LINE_MAX)
        return false;
    while (at < to && strchr("*_ ", s.data[at]))
        at++;
    if (separator_first(s, (Span){at, to}, &separator)) {
        header = header_in(reader->lexicon, reader->arena, reader->language, reader->text, at, separator.from);
        if (holds_number(s, at, separator.from) || names_code(reader, at, separator.from))
            header.label = LABEL_COUNT; /* "Invoice AW-5512 - 10 seats": the number is said already */
        else
            header.label = label_guess(reader, header.label, layout, first_line, n, last, &separator, &header.role);
        value = separator.to;
        turned = turns_count(s, header.label, separator, to, &count_end);
    }
    Hit first;
    if (header.label != LABEL_COUNT && !lexicon_in(reader->lexicon, reader->text, s.len, at, LEX_LABEL, &first) &&
        goes_on_as_sentence(reader, header.label, value, to))
        header.label = LABEL_COUNT;
    if (header.label == LABEL_INVOICE_NUMBER && beside_dashboard(reader, layout, n, (Span){value, to})) {
        taken[n] = true;
        return true;
    }
    if (header.label == LABEL_DASHBOARD_VALUE || header.label == LABEL_EXPECTED_VALUE)
        header.label = LABEL_COUNT;
    if (header.label == LABEL_COUNT) {
        InlineField field;
        if (!inline_field(reader, at, to, &field) || opens_list(reader, layout, n, last, &field))
            return false;
        lead_as_prose(reader, layout, n, last, taken, (Span){at, field.from});
        sentence = field.from > at;
        header = (Header){.label = field.label, .gross = field.label == LABEL_REVENUE_GROSS};
        value = field.value;
    }
    taken[n] = true;
    reader->item++;
    for (;;) {
        InlineField next;
        bool more = value < to && inline_field(reader, value, to, &next);
        size_t end = more ? next.from : to;
        size_t from = value;
        while (from < end && strchr(" *\t", s.data[from]))
            from++;
        if (from == end && !more && n + 1 < last && !taken[n + 1] && !layout->lines.items[n + 1].empty &&
            !line_is_field(reader->lexicon, layout, &layout->lines.items[n + 1])) {
            taken[n + 1] = true; /* the value stands below its label */
            from = layout->lines.items[n + 1].content.from;
            end = layout->lines.items[n + 1].content.to;
        }
        size_t full = sentence_stop(s, from, end), stop = sentence ? clause_end(s, from, full) : full;
        if (turned && count_end > from && count_end < full)
            stop = count_end;
        turned = false;
        value_take(reader, block, &header, from, stop < full ? stop : end);
        if (stop < full)
            rest_as_prose(reader, stop, end);
        if (!more)
            return true;
        header = (Header){.label = next.label, .gross = next.label == LABEL_REVENUE_GROSS};
        value = next.value;
    }
}

void labelled_read(Reader *reader, const Layout *layout, size_t first, size_t last, bool *taken) {
    Block block = {0};
    for (size_t i = first; i < last; i++) {
        if (!taken[i])
            heading_role(reader, &layout->lines.items[i]);
        reader->total = !layout->lines.items[i].empty && sum_line(reader, &layout->lines.items[i]);
        if (!taken[i] && !layout->lines.items[i].empty && !line_fields(reader, &block, layout, first, i, last, taken) &&
            !stacked_field(reader, &block, layout, i, last, taken))
            answered_field(reader, &block, layout, i, taken);
        reader->total = false;
    }
    reader->heading = ROLE_CLAIM;
    reader->place = reader->record = 0;
}
