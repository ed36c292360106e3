/* The values behind labels: field_value(), code_token(), and how a mention is made. */
#include "base/utf8.h"
#include "parsers/mention.h"
#include "parsers/money.h"
#include "parsers/prose.h"
#include "base/banned.h"

#define CODE_MAX 40       /* bytes of an invoice number */
#define TYPE_MAX 60       /* bytes of a type outside the catalogue */
#define SENTENCE_BYTES 24 /* behind its first figure a value has fewer */
#define CLAUSES_MAX 4
#define EAST_LETTERS 6   /* Han before the digits of a number */
#define EAST_DIGITS 3    /* bytes of the number behind them */
#define PREFIX_LETTERS 4  /* "RG 20.0917": capitals before the digits */

Mention *mention_add(Reader *reader, Detail detail, Rank rank, Role role, size_t from, size_t to) {
    Mention *mention = VEC_PUSH(reader->arena, reader->out);
    const Text *text = reader->text;
    Str raw = text_raw(text, from, to);
    *mention = (Mention){.detail = detail, .role = role, .at = from, .item = reader->item, .paragraph = reader->paragraph, .place = reader->place,
                         .record = reader->record, .murky = reader->murky, .total = reader->total,
                         .rank = reader->subject && rank > RANK_WEAK ? RANK_WEAK : rank, .raw = raw};
    mention->evidence = (Evidence){.source = reader->source, .where = reader->where, .text = raw};
    if (reader->source == SOURCE_BODY || reader->source == SOURCE_QUOTED || reader->source == SOURCE_SIGNATURE) {
        mention->evidence.from = (size_t)(raw.data - text->raw.data);
        mention->evidence.to = mention->evidence.from + raw.len;
    }
    return mention;
}

void mention_currency(Reader *reader, Str iso, const Mention *beside) {
    if (!str_given(iso))
        return;
    Mention copy = *beside;
    copy.detail = DETAIL_CURRENCY;
    copy.value = (Value){.text = iso};
    copy.ambiguous = false;
    *VEC_PUSH(reader->arena, reader->out) = copy;
}

/* ---- codes ---- */

static bool is_capital(Str raw) {
    for (size_t at = 0, size; at < raw.len; at += size) {
        uint32_t c = utf8_decode(raw, at, &size);
        if (c >= 'a' && c <= 'z')
            return false;
    }
    return raw.len > 0;
}

static size_t code_run(Str s, size_t at, size_t limit, bool *digit) {
    size_t size, end = at;
    *digit = false;
    while (end < limit) {
        uint32_t c = utf8_decode(s, end, &size);
        bool sign = c == '-' || c == '/' || c == '.' || c == '_' || c == '#' || c == '\\' || c == '+';
        bool figure = c >= '0' && c <= '9';
        if (!sign && !figure && !(text_is_letter(c) && !text_is_cjk(c)))
            break;
        *digit |= figure;
        end += size;
        if (end - at > CODE_MAX) /* read whole or not at all */
            return at;
    }
    while (end > at && strchr("-/._#\\+", s.data[end - 1]))
        end--;
    return end;
}

/* "390,40": an amount, of which the figures before the comma are no number. */
static bool is_amount(Str s, size_t from, size_t to, size_t limit) {
    for (size_t i = from; i < to; i++)
        if (!(s.data[i] >= '0' && s.data[i] <= '9') && s.data[i] != '.')
            return false;
    size_t digits = 0;
    while (to + 1 + digits < limit && s.data[to + 1 + digits] >= '0' && s.data[to + 1 + digits] <= '9')
        digits++;
    return to < limit && s.data[to] == ',' && digits == 2;
}

bool code_token(const Reader *reader, size_t at, size_t limit, bool loose, size_t *to) {
    Str s = reader->text->folded;
    bool digit;
    while (at < limit && (s.data[at] == '#' || s.data[at] == ' '))
        at++;
    size_t end = code_run(s, at, limit, &digit);
    if (end == at || is_amount(s, at, end, limit))
        return false;
    if (!digit) {
        bool more;
        size_t next = end + (end < limit && s.data[end] == '.');
        if (!loose || end - at > PREFIX_LETTERS || next >= limit || s.data[next] != ' ' ||
            !is_capital(text_raw(reader->text, at, end)))
            return false;
        size_t last = code_run(s, next + 1, limit, &more);
        if (!more || last == next + 1 || s.data[next + 1] < '0' || s.data[next + 1] > '9')
            return false;
        end = last;
    }
    *to = end;
    return true;
}

/* Is it a word that people write, and no series of a number ("ax 1001")? */
static bool is_word(const Reader *reader, size_t from, size_t to) {
    static const LexGroup groups[] = {LEX_LANGUAGE, LEX_LABEL, LEX_CUE, LEX_MONTH, LEX_TYPE, LEX_UNIT, LEX_MAIL};
    Hit hit;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (lexicon_in(reader->lexicon, reader->text, to, from, groups[i], &hit))
            return true;
    return false;
}

/* Is the whole stretch one number written with blanks: "FV 2020 0142", "A 0003-00012877"? */
static bool spaced_code(const Reader *reader, size_t from, size_t to) {
    Str s = reader->text->folded;
    size_t words = 0;
    bool any = false;
    for (size_t at = from; at < to; at++) {
        if (s.data[at] == ' ')
            continue;
        size_t end = at;
        bool digit = false;
        while (end < to && s.data[end] != ' ') {
            digit |= s.data[end] >= '0' && s.data[end] <= '9';
            if (!strchr("-/._#\\", s.data[end]) && !(s.data[end] >= '0' && s.data[end] <= '9') &&
                !(s.data[end] >= 'a' && s.data[end] <= 'z'))
                return false;
            end++;
        }
        if (!digit && (end - at > PREFIX_LETTERS ||
                       (!is_capital(text_raw(reader->text, at, end)) && (at != from || is_word(reader, at, end)))))
            return false;
        any |= digit;
        words++;
        at = end;
    }
    return any && words >= 1 && words <= 5 && to - from <= CODE_MAX;
}

bool code_marked(const Reader *reader, size_t at, size_t limit, size_t *to) {
    Str s = reader->text->folded;
    if (at == 0 || at >= limit || !strchr("*_\"'", s.data[at - 1]))
        return false;
    const char *close = memchr(s.data + at, s.data[at - 1], limit - at <= CODE_MAX ? limit - at : CODE_MAX + 1);
    size_t end = close ? (size_t)(close - s.data) : at;
    if (end == at || s.data[end - 1] < '0' || s.data[end - 1] > '9' || !spaced_code(reader, at, end))
        return false;
    *to = end;
    return true;
}

/* The stretch without comments behind it: " (…", ";", ", ". */
static size_t main_part(Str s, size_t from, size_t to) {
    for (size_t at = from + 1; at < to; at++) {
        bool blank = s.data[at - 1] == ' ';
        if ((s.data[at] == '(' || s.data[at] == '[') && at > from)
            return at;
        if (s.data[at] == ';' || (s.data[at] == ',' && at + 1 < to && s.data[at + 1] == ' '))
            return at;
        if (blank && s.data[at] == '-' && at + 1 < to && s.data[at + 1] == ' ')
            return at;
    }
    return to;
}

static void trim_span(Str s, size_t *from, size_t *to) {
    while (*from < *to && strchr(" \t\n*:=", s.data[*from]))
        ++*from;
    while (*to > *from && strchr(" \t\n*", s.data[*to - 1]))
        --*to;
}

/* Does a label that ends at `to` end inside a code: the "с/ф" of "СФ-1001"? */
static bool splits_code(Str s, size_t to) {
    return to + 1 < s.len && strchr("-/_.", s.data[to]) && s.data[to + 1] >= '0' && s.data[to + 1] <= '9';
}

/* The label that names a number at `from`, if need be a shorter one than the longest. */
static bool naming_label(const Reader *reader, Str s, size_t from, Hit *hit) {
    if (!lexicon_in(reader->lexicon, reader->text, s.len, from, LEX_LABEL, hit))
        return false;
    for (size_t cut = hit->to; splits_code(s, hit->to) && cut > from; cut--)
        if (s.data[cut - 1] == ' ')
            return lexicon_in(reader->lexicon, reader->text, cut, from, LEX_LABEL, hit);
    return !splits_code(s, hit->to);
}

/* "No.", "n°", "fra." and the like before the number itself. */
static size_t skip_label_words(const Reader *reader, size_t from, size_t to) {
    Str s = str_sub(reader->text->folded, 0, to);
    for (int i = 0; i < 3; i++) {
        Hit hit;
        size_t end = from;
        bool label = naming_label(reader, s, from, &hit) &&
                     (hit.key == LABEL_INVOICE_NUMBER || hit.key == LABEL_ITEM_NUMBER);
        bool item = label && hit.key == LABEL_ITEM_NUMBER;
        if (!label)
            label = lexicon_in(reader->lexicon, reader->text, to, from, LEX_CUE, &hit) && hit.key == CUE_INVOICE;
        /* Short capitals before a blank are part of the number: "RG 20.0917". */
        if (label && (item || hit.to - from > PREFIX_LETTERS || (hit.to < to && s.data[hit.to] != ' ')))
            end = hit.to;
        size_t next = end;
        while (next < to && strchr(" .:#", s.data[next]))
            next++;
        bool degree = end > from && end >= 2 && (unsigned char)s.data[end - 1] == 0xB0;
        size_t size;
        bool east = end > from && text_is_cjk(utf8_decode(s, utf8_back(s, end), &size)); /* 第2001, 番号INV; not СФ-1001 */
        if (end == from || next == to || (next == end && !degree && !east))
            return from;
        from = next;
    }
    return from;
}

static void rest_read(Reader *reader, size_t from, size_t to);

/* "41207 of 4 March 2021", "INV-1001, January 2020, dMOC, 2500 EUR" */
static void invoice_rest(Reader *reader, size_t from, size_t to, Role role) {
    Str s = str_sub(reader->text->folded, 0, to);
    size_t blanks = 0;
    When when;
    for (size_t at = from; at < to && blanks <= 2; at++) {
        blanks += s.data[at] == ' ';
        if (((unsigned char)s.data[at] & 0xC0) == 0x80)
            continue;
        if (!when_at(reader->lexicon, reader->text, to, at, &reader->dates, &when)) {
            if (s.data[at] >= '0' && s.data[at] <= '9') /* another value comes first */
                break;
            continue;
        }
        mention_when(reader, &when, RANK_NEAR, role);
        from = when.to;
        break;
    }
    rest_read(reader, from, to);
}

/* "大生協19-1104": Han or katakana that open a number belong to it, if they are no words of ours; read whole or not at all. */
static bool east_code(const Reader *reader, size_t from, size_t limit, size_t *to) {
    Str s = str_sub(reader->text->folded, 0, limit);
    Hits hits = {0};
    When when;
    bool digit;
    size_t at = from, size, letters = 0;
    for (uint32_t c; at < limit && (unsigned char)s.data[at] >= 0xE3 && letters <= EAST_LETTERS; at += size, letters++) {
        c = utf8_decode(s, at, &size);
        if (!text_is_ideograph(c) || (c >= 0x3040 && c < 0x30A0))
            return false;
    }
    if (letters < 2 || letters > EAST_LETTERS)
        return false;
    *to = code_run(s, at, limit, &digit);
    bool ends = *to == limit || s.data[*to] == ' ';
    if (!digit || !ends || *to - at < EAST_DIGITS || when_at(reader->lexicon, reader->text, limit, from, &reader->dates, &when))
        return false;
    ArenaMark mark = arena_mark(reader->arena);
    lexicon_scan(reader->lexicon, reader->arena, reader->text, from, at,
                 LEX_BIT(LEX_LABEL) | LEX_BIT(LEX_CUE) | LEX_BIT(LEX_TYPE) | LEX_BIT(LEX_MONTH), &hits);
    arena_release(reader->arena, mark);
    return hits.len == 0;
}

static bool invoice_field(Reader *reader, size_t from, size_t to, Role role) {
    Str s = reader->text->folded;
    while (from < to && strchr("\"'([ ", s.data[from]))
        from++;
    size_t limit = main_part(s, from, to), end;
    trim_span(s, &from, &limit);
    while (limit > from && strchr("\"')]", s.data[limit - 1]))
        limit--;
    from = skip_label_words(reader, from, limit);
    while (from < limit && (s.data[from] == '#' || s.data[from] == ' '))
        from++;
    if (spaced_code(reader, from, limit))
        end = limit;
    else if (!code_token(reader, from, limit, true, &end) && !east_code(reader, from, limit, &end))
        return false;
    Mention *mention = mention_add(reader, DETAIL_INVOICE_NUMBER, RANK_LABEL, role, from, end);
    mention->value.text = mention->raw;
    invoice_rest(reader, end, to, role);
    return true;
}

static bool has_digit(Str s, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (s.data[i] >= '0' && s.data[i] <= '9')
            return true;
    return false;
}

static bool longest_type(const Reader *reader, size_t from, size_t to, Hit *best) {
    Hits hits = {0};
    *best = (Hit){0};
    ArenaMark mark = arena_mark(reader->arena);
    lexicon_scan(reader->lexicon, reader->arena, reader->text, from, to, LEX_BIT(LEX_TYPE), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].to - hits.items[i].from > best->to - best->from)
            *best = hits.items[i];
    arena_release(reader->arena, mark);
    return best->to > best->from;
}

/* "Category: KPI" tells what the ticket is about, not what was bought. */
static bool is_topic(const Reader *reader, size_t from, size_t to) {
    Hit hit;
    return lexicon_in(reader->lexicon, reader->text, to, from, LEX_CUE, &hit) && hit.to == to &&
           (hit.key == CUE_KPI || hit.key == CUE_DASHBOARD);
}

static bool type_field(Reader *reader, size_t from, size_t to, Role role) {
    Hit best;
    if (longest_type(reader, from, to, &best)) {
        Mention *mention = mention_add(reader, DETAIL_OMLP_TYPE, RANK_LABEL, role, best.from, best.to);
        mention->value.text = lexicon_key(reader->lexicon, LEX_TYPE, best.key);
        mention->listed = true;
        if (has_digit(reader->text->folded, from, to)) /* "What we bought: 52 exam vouchers" */
            prose_span(reader, from, to);
        return true;
    }
    size_t limit = to;
    trim_span(reader->text->folded, &from, &limit);
    bool letter = false;
    for (size_t at = from, size; at < limit; at += size)
        letter |= text_is_letter(utf8_decode(reader->text->folded, at, &size));
    if (!letter || limit - from > TYPE_MAX || is_topic(reader, from, limit))
        return false;
    Mention *mention = mention_add(reader, DETAIL_OMLP_TYPE, RANK_LABEL, role, from, limit);
    mention->value.text = mention->raw;
    return true;
}

static const struct {
    Label label;
    Detail detail;
    NumberUse use;
} numeric[] = {{LABEL_PURCHASE_UNITS, DETAIL_PURCHASE_UNITS, NUMBER_COUNT},
               {LABEL_KPI_VALUE, DETAIL_KPI_VALUE, NUMBER_KPI},
               {LABEL_REVENUE_VALUE, DETAIL_REVENUE_VALUE, NUMBER_MONEY},
               {LABEL_REVENUE_GROSS, DETAIL_REVENUE_VALUE, NUMBER_MONEY}};

static Mention *add_amount(Reader *reader, Detail detail, const Amount *amount, Role role, size_t from, size_t to) {
    Mention *mention = mention_add(reader, detail, RANK_LABEL, role, from, to);
    mention->value.number = amount->value;
    mention->ambiguous = amount->verdict == NUMBER_AMBIGUOUS;
    mention->other.number = amount->other;
    return mention;
}

/* A net amount in brackets behind a gross one. */
static void net_behind(Reader *reader, size_t n, size_t from, size_t to, Amount *amount) {
    Amount other;
    amount_in(reader->lexicon, reader->arena, reader->text, from, to, numeric[n].use, reader->language, reader->numbers,
              amount->currency, &other);
    if (other.verdict == NUMBER_READ && other.net)
        *amount = other;
}

/* What stands behind a value on its line may be more of the purchase: "25; invoice INV-1001; dMOC". */
static void rest_read(Reader *reader, size_t from, size_t to) {
    size_t signs = 0;
    for (size_t i = from; i < to; i++)
        signs += !strchr(" ()[];,.-", reader->text->folded.data[i]);
    if (signs >= 3)
        prose_span(reader, from, to);
}

/* "KPI: we bought 25 seats on invoice A-1": a word for the purchase before the first figure makes a sentence. */
static bool opens_sentence(Reader *reader, size_t from, size_t to) {
    Hits hits = {0};
    Str s = reader->text->folded;
    size_t figure = from;
    while (figure < to && !(s.data[figure] >= '0' && s.data[figure] <= '9'))
        figure++;
    if (figure == from || to - figure < SENTENCE_BYTES)
        return false;
    ArenaMark mark = arena_mark(reader->arena);
    lexicon_scan(reader->lexicon, reader->arena, reader->text, from, figure, LEX_BIT(LEX_CUE), &hits);
    bool bought = false;
    for (size_t i = 0; i < hits.len; i++)
        bought |= hits.items[i].key == CUE_PURCHASE && reader_trusts(reader, &hits.items[i]);
    arena_release(reader->arena, mark);
    return bought;
}

/* "KPI: 25 instead of 20, January 2020, dMOC": the end of the first clause that says what is shown or right. */
static size_t steered_clause(Reader *reader, size_t from, size_t to) {
    Str s = reader->text->folded;
    int depth = 0, tries = 0;
    for (size_t at = from; at + 1 < to && tries < CLAUSES_MAX; at++) {
        depth += s.data[at] == '(';
        depth -= s.data[at] == ')';
        bool stop = depth <= 0 && s.data[at] == ',' && s.data[at + 1] == ' ';
        tries += stop;
        if (stop && prose_has_steering(reader, from, at) && !prose_has_steering(reader, at, to))
            return at;
    }
    return to;
}

/* The end of the first figure, with all that belongs to it; `from` when brackets come first. */
static size_t figure_end(Str s, size_t from, size_t to) {
    size_t end, at = from;
    while (at < to && !strchr("0123456789([;,", s.data[at]))
        at++;
    return at < to && s.data[at] >= '0' && s.data[at] <= '9' && number_token(str_sub(s, 0, to), at, &end) ? end : from;
}

/* "April 2023, 45 seats": the first figure is that of a date. */
static bool opens_with_date(const Reader *reader, size_t from, size_t to) {
    When when;
    Str s = str_sub(reader->text->folded, 0, to);
    return s.data[from] >= 'a' && s.data[from] <= 'z' && when_at(reader->lexicon, reader->text, to, from, &reader->dates, &when) &&
           when.date.year && when.to < to;
}

/* "19.800,00 DH (MAD)": the bracket behind the amount names its currency and nothing else. */
static Str currency_in_bracket(const Reader *reader, size_t from, size_t to) {
    Str s = reader->text->folded, iso;
    size_t end;
    if (from + 2 >= to || s.data[from] != '(' || !currency_at(reader->lexicon, reader->text, from + 1, reader->language, &iso, &end) ||
        end >= to || s.data[end] != ')')
        return STR_NONE;
    return iso;
}

static bool number_field(Reader *reader, size_t n, size_t from, size_t to, Str hint, Role role, bool gross) {
    Amount amount;
    Str s = reader->text->folded;
    Detail detail = numeric[n].detail;
    size_t limit = figure_end(s, from, to); /* its brackets may belong to it: "67 500 (шестьдесят ...) руб." */
    while (limit < to && !strchr("([;", s.data[limit]) &&
           !(s.data[limit] == ',' && limit + 1 < to && s.data[limit + 1] == ' '))
        limit++;
    if (!has_digit(s, from, limit))
        limit = to;
    if (opens_sentence(reader, from, to) || opens_with_date(reader, from, to))
        return false;
    bool steered = prose_has_steering(reader, from, to);
    size_t clause = steered ? steered_clause(reader, from, to) : to;
    if (clause < to && prose_detail(reader, detail, from, clause, RANK_LABEL)) {
        rest_read(reader, clause, to);
        return true;
    }
    for (int whole = 0; whole < 2 && !steered; whole++) {
        ArenaMark mark = arena_mark(reader->arena);
        amount_in(reader->lexicon, reader->arena, reader->text, from, whole ? to : limit, numeric[n].use, reader->language,
                  reader->numbers, hint, &amount);
        arena_release(reader->arena, mark);
        if (amount.placeholder)
            return false;
        if (amount.verdict == NUMBER_REFUSED)
            continue;
        if (detail == DETAIL_PURCHASE_UNITS && !amount.value.scale && amount.verdict == NUMBER_READ &&
            !decimal_is_int(amount.value))
            return false;
        if (amount.gross && !amount.net && !whole && limit < to) /* "3 000 TTC (2 500 HT)" */
            net_behind(reader, n, limit, to, &amount);
        Mention *mention = add_amount(reader, detail, &amount, role, from, to);
        mention->gross = (gross || amount.gross) && !amount.net;
        mention->net = amount.net || reader->net_label;
        Mention base = *mention;
        if (detail == DETAIL_REVENUE_VALUE)
            mention_currency(reader, str_given(amount.currency) ? amount.currency : str_given(hint) ? hint : currency_in_bracket(reader, limit, to), &base);
        if (detail == DETAIL_PURCHASE_UNITS && str_given(amount.unit)) {
            Mention *unit = mention_add(reader, DETAIL_UNIT_OF_MEASURE, RANK_LABEL, role, from, to);
            unit->value.text = amount.unit;
        }
        if (detail == DETAIL_PURCHASE_UNITS)
            prose_types(reader, from, whole ? to : limit, RANK_NEAR);
        reader->spoke = true;
        reader->spoken = detail;
        if (!whole)
            rest_read(reader, limit, to);
        return true;
    }
    return prose_detail(reader, detail, from, to, RANK_LABEL);
}

static bool currency_field(Reader *reader, size_t from, size_t to, Role role) {
    Str iso;
    size_t end;
    if (!currency_at(reader->lexicon, reader->text, from, reader->language, &iso, &end) || !str_given(iso) || end > to)
        return false;
    mention_add(reader, DETAIL_CURRENCY, RANK_LABEL, role, from, end)->value.text = iso;
    return true;
}

/* "Unit: 25", "ед. - 55", 単位：60: the name of the measure with a bare count, where nothing better tells the units. */
static bool measure_field(Reader *reader, size_t from, size_t to, Role role) {
    Amount amount;
    Str s = reader->text->folded;
    if (!(s.data[from] >= '0' && s.data[from] <= '9'))
        return currency_field(reader, from, to, role); /* 单位：元 */
    ArenaMark mark = arena_mark(reader->arena);
    amount_in(reader->lexicon, reader->arena, reader->text, from, to, NUMBER_COUNT, reader->language, reader->numbers, STR_NONE,
              &amount);
    arena_release(reader->arena, mark);
    if (amount.verdict != NUMBER_READ || !decimal_is_int(amount.value) || str_given(amount.currency))
        return false;
    add_amount(reader, DETAIL_PURCHASE_UNITS, &amount, role, from, to)->rank = RANK_PROSE;
    return true;
}

static bool when_in(const Reader *reader, WhenAsked asked, size_t from, size_t to, When *when) {
    return when_read_in(reader->lexicon, reader->text, from, to, asked, &reader->dates, when);
}

static bool same_period(const When *a, const When *b) {
    return a->date.month == b->date.month && a->date.year == b->date.year;
}

/* "January 2021, 25 dMOC, invoice A-1": behind the comma the purchase goes on. */
static bool when_field(Reader *reader, WhenAsked asked, Rank rank, size_t from, size_t to, Role role) {
    When when, head, end;
    Str s = reader->text->folded;
    size_t limit = main_part(s, from, to);
    bool whole = when_in(reader, asked, from, to, &when), first = limit < to && when_in(reader, asked, from, limit, &head);
    /* The whole first: the comma of "November, 2016" parts nothing. "January - March 2020" is no period of ours. */
    if (!whole) {
        bool range = limit < to && s.data[limit] == '-' && when_in(reader, WHEN_ANY, limit + 1, to, &end);
        if (range || !first)
            return false;
        when = head;
    }
    bool goes_on = first && same_period(&head, &when);
    when.from = from;
    when.to = goes_on ? limit : to;
    mention_when(reader, &when, rank, role);
    if (goes_on)
        rest_read(reader, limit, to);
    return true;
}

static void exclude(Reader *reader, size_t from, size_t to) {
    Str s = reader->text->folded;
    size_t end;
    trim_span(s, &from, &to);
    from = skip_label_words(reader, from, to);
    if (code_token(reader, from, to, true, &end))
        *VEC_PUSH(reader->arena, reader->excluded) = number_fold(reader->arena, text_raw(reader->text, from, end));
}

/* Of details that one purchase may lend to the others, it counts that this one was left open. */
static void blank_field(Reader *reader, Label label, size_t from, size_t to) {
    if (label == LABEL_MONTH || label == LABEL_PERIOD)
        mention_add(reader, DETAIL_MONTH, RANK_LABEL, ROLE_BLANK, from, to);
    if (label == LABEL_YEAR || label == LABEL_PERIOD)
        mention_add(reader, DETAIL_YEAR, RANK_LABEL, ROLE_BLANK, from, to);
    if (label == LABEL_OMLP_TYPE)
        mention_add(reader, DETAIL_OMLP_TYPE, RANK_LABEL, ROLE_BLANK, from, to);
}

bool field_value(Reader *reader, const Header *header, Role role, size_t from, size_t to) {
    Label label = header->label;
    Str hint = header->currency;
    trim_span(reader->text->folded, &from, &to);
    if (from >= to)
        return false;
    if (value_is_placeholder_in(reader->lexicon, reader->arena, reader->text, from, to)) {
        blank_field(reader, label, from, to);
        if (label == LABEL_REVENUE_VALUE && str_given(hint)) /* the header's currency holds where the amount is left open */
            mention_add(reader, DETAIL_CURRENCY, RANK_LABEL, role, from, to)->value.text = hint;
        return false;
    }
    for (size_t i = 0; i < sizeof numeric / sizeof *numeric; i++)
        if (numeric[i].label == label)
            return number_field(reader, i, from, to, hint, role, header->gross || label == LABEL_REVENUE_GROSS);
    switch (label) {
    case LABEL_INVOICE_NUMBER: return invoice_field(reader, from, to, role);
    case LABEL_OMLP_TYPE: return type_field(reader, from, to, role);
    case LABEL_MONTH: return when_field(reader, WHEN_MONTH, RANK_LABEL, from, to, role);
    case LABEL_YEAR: return when_field(reader, WHEN_YEAR, RANK_LABEL, from, to, role);
    case LABEL_PERIOD: return when_field(reader, WHEN_PERIOD, RANK_LABEL, from, to, role);
    case LABEL_INVOICE_DATE: return when_field(reader, WHEN_DATE, RANK_NEAR, from, to, role);
    case LABEL_MEASURE: return measure_field(reader, from, to, role);
    case LABEL_ORDER_NUMBER: exclude(reader, from, to); return true;
    case LABEL_CURRENCY: return currency_field(reader, from, to, role);
    default: return true;
    }
}
