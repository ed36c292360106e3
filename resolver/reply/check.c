#include "reply/check.h"

#include <stdlib.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "reply/context.h"
#include "reply/plain.h"
#include "base/banned.h"

#define FEW 16 /* are looked through in turn; more are sorted */

typedef VEC(Decimal) Decimals;

typedef struct Written {
    Date date;
    Str text; /* as the draft's language writes it */
} Written;
typedef VEC(Written) WrittenDates;

/* What the record allows a draft to say. */
typedef struct Record {
    Arena *arena;
    Locale *locale;
    Strs words;         /* words with a digit in them, as written */
    Decimals numbers;   /* shortest form, without sign */
    WrittenDates dates;
} Record;

/* ---- figures: words with a digit in them ---- */

static bool is_ideographic(uint32_t c) {
    return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF66 && c <= 0xFF9F) || c >= 0x20000;
}

/* What a byte may be the beginning of; beyond ASCII, only what digits of other scripts may begin with is told. */
enum { DIGIT = 1, LETTER = 2, JOINER = 4, MAYBE_DIGIT = 8 };
static const uint8_t bytes[256] = {
    ['0' ... '9'] = DIGIT, ['A' ... 'Z'] = LETTER, ['a' ... 'z'] = LETTER, ['_'] = LETTER,
    ['-'] = JOINER, ['.'] = JOINER, ['/'] = JOINER, [','] = JOINER, ['#'] = JOINER, ['&'] = JOINER, ['+'] = JOINER,
    ['@'] = JOINER, ['%'] = JOINER, ['='] = JOINER, ['~'] = JOINER, ['\\'] = JOINER, [':'] = JOINER,
    [0xD9 ... 0xE1] = MAYBE_DIGIT, [0xEA] = MAYBE_DIGIT, [0xEF ... 0xF4] = MAYBE_DIGIT};

static bool is_digit(uint32_t c) {
    return c < 0x80 ? bytes[c] == DIGIT : u_isdigit((UChar32)c);
}

/* Letters of scripts without spaces part words: "2020年" is the word 2020. */
static bool is_word(uint32_t c) {
    if (c < 0x80)
        return bytes[c] & (DIGIT | LETTER);
    return is_digit(c) || (u_isalpha((UChar32)c) && !is_ideographic(c));
}

/* The character at `at`, 0 at the end of the text. */
static uint32_t char_at(Str text, size_t at, size_t *size) {
    *size = 0;
    return at < text.len ? utf8_decode(text, at, size) : 0;
}

/* Does a character between the word characters around it join them? Apostrophes and no-break spaces group digits
 * only. */
static bool joins(uint32_t before, uint32_t c, uint32_t after) {
    if (c == '\'' || c == 0x2019 || c == 0xA0 || c == 0x202F)
        return is_digit(before) && is_digit(after);
    return c < 0x80 && bytes[c] == JOINER && is_word(before) && is_word(after);
}

/* Where the word begins that the character at `at` belongs to, not before `floor`. */
static size_t word_begin(Str text, size_t at, size_t floor) {
    size_t size;
    for (uint32_t after = char_at(text, at, &size); at > floor;) {
        size_t from = utf8_back(text, at);
        uint32_t c = char_at(text, from, &size);
        bool joined = false;
        if (!is_word(c)) {
            joined = from > floor && joins(char_at(text, utf8_back(text, from), &size), c, after);
            if (!joined)
                break;
        }
        after = c;
        at = from;
    }
    return at;
}

static size_t word_end(Str text, size_t at) {
    size_t size, next;
    for (uint32_t before = 0, c; (c = char_at(text, at, &size)), size; before = c, at += size)
        if (!is_word(c) && !joins(before, c, char_at(text, at + size, &next)))
            break;
    return at;
}

/* The next digit from *at on; most bytes of a draft are none and are passed over. */
static bool find_digit(Str text, size_t *at) {
    if (*at >= text.len)
        return false;
    const unsigned char *p = (const unsigned char *)text.data + *at, *end = (const unsigned char *)text.data + text.len;
    for (size_t size; p < end; p++) {
        while (p < end && !(bytes[*p] & (DIGIT | MAYBE_DIGIT)))
            p++;
        size_t place = (size_t)(p - (const unsigned char *)text.data);
        if (p < end && (bytes[*p] == DIGIT || is_digit(utf8_decode(text, place, &size)))) {
            *at = place;
            return true;
        }
    }
    return false;
}

/* The next word with a digit from *at on; false at the end. *at goes behind it. */
static bool next_figure(Str text, size_t *at, Str *word) {
    size_t digit = *at;
    if (!find_digit(text, &digit))
        return false;
    size_t begin = word_begin(text, digit, *at);
    *at = word_end(text, digit);
    *word = str_sub(text, begin, *at);
    return true;
}

/* ---- the record ---- */

/* The words of a text that a draft may repeat. */
static void allow_text(Record *r, Str text) {
    Str word;
    for (size_t at = 0; next_figure(text, &at, &word);)
        *VEC_PUSH(r->arena, &r->words) = word;
}

/* Text of the ticket, as the context gives it to the templates. */
static void allow_line(Record *r, Str text) {
    if (text.len)
        allow_text(r, plain_line(r->arena, text, PLAIN_VALUE_MAX));
}

static Decimal shortest(Decimal d) {
    if (d.units < 0)
        d.units = -d.units;
    for (; d.scale && d.units % 10 == 0; d.scale--)
        d.units /= 10;
    return d;
}

/* A claim's number mostly is the effective one as well. */
static void allow_number(Record *r, Decimal number) {
    number = shortest(number);
    for (size_t i = 0; i < MIN(r->numbers.len, FEW); i++)
        if (r->numbers.items[i].units == number.units && r->numbers.items[i].scale == number.scale)
            return;
    *VEC_PUSH(r->arena, &r->numbers) = number;
}

static int by_date(const void *a, const void *b) {
    return date_cmp(((const Written *)a)->date, ((const Written *)b)->date);
}

static bool same_date(Date a, Date b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

static void allow_date(Record *r, Date date) {
    bool sane = date.year > 0 && date.year <= 9999 && date.month >= 0 && date.month <= 12 && date.day >= 0;
    if (!sane || date.day > 31)
        return;
    for (size_t i = 0; i < MIN(r->dates.len, FEW); i++)
        if (same_date(r->dates.items[i].date, date))
            return;
    VEC_PUSH(r->arena, &r->dates)->date = date;
}

/* Texts of `known` were allowed before: most effective values are the claim's. */
static void allow_details(Record *r, const Details *details, const Details *known) {
    static const Detail numbers[] = {DETAIL_PURCHASE_UNITS, DETAIL_KPI_VALUE, DETAIL_REVENUE_VALUE};
    static const Detail texts[] = {DETAIL_INVOICE_NUMBER, DETAIL_OMLP_TYPE};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (detail_given(details, numbers[i]))
            allow_number(r, details->value[numbers[i]].number);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (detail_given(details, texts[i]) &&
            !(detail_given(known, texts[i]) && str_eq(details->value[texts[i]].text, known->value[texts[i]].text)))
            allow_line(r, details->value[texts[i]].text);
    Date period = {0};
    if (detail_given(details, DETAIL_YEAR))
        period.year = (int)decimal_to_int(details->value[DETAIL_YEAR].number);
    if (detail_given(details, DETAIL_MONTH))
        period.month = (int)decimal_to_int(details->value[DETAIL_MONTH].number);
    if (period.month && !period.year) /* some languages write a month as a figure: "2月" */
        allow_text(r, locale_month(r->locale, r->arena, period.month));
    allow_date(r, period);
}

static void allow_row(Record *r, const Line *line) {
    allow_number(r, line->row.units);
    allow_number(r, line->row.kpi);
    allow_number(r, line->row.revenue);
    allow_number(r, decimal_int((int64_t)line->rows));
    allow_date(r, (Date){line->row.year, line->row.month, 0});
    allow_line(r, line->row.invoice_number);
    allow_line(r, line->row.omlp_type);
}

static void allow_record_line(Record *r, const Resolution *resolution, const Line *line, size_t index) {
    allow_number(r, decimal_int((int64_t)index));
    allow_details(r, &line->claim->details, &(Details){0});
    allow_details(r, &line->effective, &line->claim->details);
    allow_date(r, line->displayed_from);
    for (size_t i = 0; i < line->findings.len; i++)
        allow_date(r, line->findings.items[i].changed_since);
    if (context_shows_row(resolution, line))
        allow_row(r, line);
    for (int d = 0; d < DETAIL_REQUIRED; d++)
        for (size_t i = 0; i < line->claim->readings[d].len; i++)
            allow_line(r, line->claim->readings[d].items[i]);
}

static void allow_document(Record *r, const Document *document) {
    allow_line(r, document->name);
    allow_line(r, document->number);
    allow_date(r, document->issue_date);
    if (document->has_net)
        allow_number(r, document->net);
}

static int by_number(const void *a, const void *b) {
    const Decimal *x = a, *y = b;
    return x->scale != y->scale ? x->scale - y->scale : (x->units > y->units) - (x->units < y->units);
}

/* Any order will do; that of the length tells most words apart. */
static int by_word(const void *a, const void *b) {
    const Str *x = a, *y = b;
    return x->len != y->len ? (x->len > y->len ? 1 : -1) : memcmp(x->data, y->data, x->len);
}

static void put_in_order(void *items, size_t n, size_t size, int (*order)(const void *, const void *)) {
    if (n > FEW)
        qsort(items, n, size, order);
}

/* Is it among items that were put in order? */
static bool among(const void *wanted, const void *items, size_t n, size_t size,
                  int (*order)(const void *, const void *)) {
    if (n > FEW)
        return bsearch(wanted, items, n, size, order) != NULL;
    for (size_t i = 0; i < n; i++)
        if (order(wanted, (const char *)items + i * size) == 0)
            return true;
    return false;
}

/* Dates come again and again; each is written once. */
static void write_dates(Record *r) {
    WrittenDates *dates = &r->dates;
    size_t kept = 0;
    put_in_order(dates->items, dates->len, sizeof(Written), by_date);
    for (size_t i = 0; i < dates->len; i++) {
        Date date = dates->items[i].date;
        if (!kept || !same_date(dates->items[kept - 1].date, date))
            dates->items[kept++] = (Written){date, locale_date(r->locale, r->arena, date)};
    }
    dates->len = kept;
}

static void allow_resolution(Record *r, const Resolution *resolution) {
    const Date dates[] = {resolution->as_of,          resolution->window_from,  resolution->window_to,
                          resolution->next_refresh,   resolution->listing_from, resolution->listing_to,
                          resolution->listing_visible};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        allow_date(r, dates[i]);
    const Reading *reading = resolution->reading;
    allow_line(r, resolution->partner_id);
    for (int i = 0; i < LISTING_COUNT; i++) {
        allow_line(r, reading->listing[i]);
        allow_text(r, reading->listing[i]);
    }
    for (size_t i = 0; i < reading->documents.len; i++)
        allow_document(r, reading->documents.items[i]);
    for (size_t i = 0; i < resolution->lines.len; i++)
        allow_record_line(r, resolution, resolution->lines.items[i], i + 1);
    put_in_order(r->words.items, r->words.len, sizeof(Str), by_word);
    put_in_order(r->numbers.items, r->numbers.len, sizeof(Decimal), by_number);
    write_dates(r);
}

/* ---- the draft ---- */

static bool touches_word(Str text, size_t from, size_t to) {
    size_t size;
    if (to < text.len && is_word(utf8_decode(text, to, &size)) &&
        !is_ideographic(utf8_decode(text, to, &size)))
        return true;
    return from > 0 && is_word(utf8_decode(text, utf8_back(text, from), &size));
}

/* "16 February 2020" does not say "February 2020". */
static bool has_day_before(Str text, size_t from) {
    size_t size;
    while (from > 0) {
        size_t back = utf8_back(text, from);
        uint32_t c = utf8_decode(text, back, &size);
        if (c != ' ' && c != 0xA0 && c != 0x202F)
            return is_digit(c);
        from = back;
    }
    return false;
}

/* Does the date stand as a whole over the byte `at`? *to is its end. */
static bool stands_over(const Written *date, Str text, size_t at, size_t *to) {
    ptrdiff_t next;
    for (size_t i = 0; (next = str_find_char(str_sub(date->text, i, at + 1), text.data[at])) >= 0; i++) {
        i += (size_t)next;
        size_t from = at - i;
        if (!str_starts(str_sub(text, from, text.len), date->text))
            continue;
        *to = from + date->text.len;
        bool part = touches_word(text, from, *to) || (!date->date.day && has_day_before(text, from));
        if (!part)
            return true;
    }
    return false;
}

/* Is the figure part of a date of the record? *to is the end of that date. */
static bool is_of_date(const Record *r, Str text, Str word, size_t *to) {
    for (size_t i = 0; i < r->dates.len; i++)
        if (stands_over(&r->dates.items[i], text, (size_t)(word.data - text.data), to))
            return true;
    return false;
}

static bool is_allowed(const Record *r, Str word) {
    Decimal number;
    if (among(&word, r->words.items, r->words.len, sizeof word, by_word))
        return true;
    if (!r->numbers.len || !locale_read_number(r->locale, word, &number))
        return false;
    number = shortest(number);
    return among(&number, r->numbers.items, r->numbers.len, sizeof number, by_number);
}

bool check_figures(Arena *arena, Locale *locale, const Resolution *resolution, Str text, GError **error) {
    Record record = {.arena = arena, .locale = locale};
    Str word = STR_NONE;
    bool allowed = true;
    allow_resolution(&record, resolution);
    for (size_t at = 0; allowed && next_figure(text, &at, &word);)
        allowed = is_allowed(&record, word) || is_of_date(&record, text, word, &at);
    if (!allowed)
        g_set_error(error, CHECK_ERROR, 0, "the draft says \"" STR_FMT "\", which is not in the record",
                    STR_ARG(word));
    return allowed;
}
