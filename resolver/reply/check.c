#include "reply/check.h"

#include <stdlib.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "reply/context.h"
#include "reply/plain.h"
#include "base/banned.h"

typedef VEC(Decimal) Decimals;

/* What the record allows a draft to say. */
typedef struct Record {
    Arena *arena;
    Locale *locale;
    GHashTable *words; /* Str *: words with a digit in them, as written */
    Decimals numbers;  /* shortest form, without sign; sorted before they are searched */
    GHashTable *dates; /* keys of date_key() */
} Record;

/* ---- words with digits ---- */

static bool is_ideographic(uint32_t c) {
    return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF66 && c <= 0xFF9F) || c >= 0x20000;
}

static bool is_digit(uint32_t c) {
    return c < 0x80 ? g_ascii_isdigit((char)c) : u_isdigit((UChar32)c);
}

/* Letters of scripts without spaces part words: "2020年" is the word 2020. */
static bool is_word(uint32_t c) {
    if (c < 0x80)
        return g_ascii_isalnum((char)c) || c == '_';
    return is_digit(c) || (u_isalpha((UChar32)c) && !is_ideographic(c));
}

static uint32_t char_at(Str text, size_t at, size_t *size) {
    *size = 0;
    return at < text.len ? utf8_decode(text, at, size) : 0;
}

/* Does the character at `at` join the word characters around it? Apostrophes and no-break spaces group digits
 * only. */
static bool joins(Str text, size_t at, uint32_t before, uint32_t c, size_t size) {
    size_t ignored;
    uint32_t after = char_at(text, at + size, &ignored);
    if (c == '\'' || c == 0x2019 || c == 0xA0 || c == 0x202F)
        return is_digit(before) && is_digit(after);
    return c < 0x80 && c > ' ' && strchr("-./,#&+@%=~\\:", (int)c) && is_word(after);
}

/* The next word with a digit from *at on; false at the end. *at goes behind it. */
static bool next_figure(Str text, size_t *at, Str *word) {
    while (*at < text.len) {
        size_t size, end = *at;
        bool digit = false;
        while (end < text.len && g_ascii_isalpha(text.data[end])) /* most words are nothing else */
            end++;
        uint32_t before = end > *at ? (unsigned char)text.data[end - 1] : 0;
        for (uint32_t c; (c = char_at(text, end, &size)), size; before = c, end += size) {
            if (!is_word(c) && !(end > *at && joins(text, end, before, c, size)))
                break;
            digit = digit || is_digit(c);
        }
        *word = str_sub(text, *at, end);
        *at = end > *at ? end : *at + size;
        if (digit)
            return true;
    }
    return false;
}

/* ---- the record ---- */

/* The words of a text that a draft may repeat. */
static void allow_text(Record *r, Str text) {
    Str word;
    for (size_t at = 0; next_figure(text, &at, &word);) {
        Str *key = ARENA_NEW(r->arena, Str);
        *key = word;
        g_hash_table_add(r->words, key);
    }
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

static void allow_number(Record *r, Decimal number) {
    *VEC_PUSH(r->arena, &r->numbers) = shortest(number);
}

/* Year, month and day in one pointer, so that every date is kept once. */
static gpointer date_key(Date date) {
    return GINT_TO_POINTER((date.year * 16 + date.month) * 32 + date.day);
}

static Date date_of_key(gpointer key) {
    int n = GPOINTER_TO_INT(key);
    return (Date){n / 512, n / 32 % 16, n % 32};
}

static void allow_date(Record *r, Date date) {
    bool sane = date.year > 0 && date.year <= 9999 && date.month >= 0 && date.month <= 12 && date.day >= 0;
    if (sane && date.day <= 31)
        g_hash_table_add(r->dates, date_key(date));
}

static void allow_details(Record *r, const Details *details) {
    static const Detail numbers[] = {DETAIL_PURCHASE_UNITS, DETAIL_KPI_VALUE, DETAIL_REVENUE_VALUE};
    static const Detail texts[] = {DETAIL_INVOICE_NUMBER, DETAIL_OMLP_TYPE};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (detail_given(details, numbers[i]))
            allow_number(r, details->value[numbers[i]].number);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (detail_given(details, texts[i]))
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
    allow_details(r, &line->claim->details);
    allow_details(r, &line->effective);
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
    if (r->numbers.len)
        qsort(r->numbers.items, r->numbers.len, sizeof(Decimal), by_number);
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

/* Marks the bytes of every place where one of the record's dates stands as a whole. */
static void mark_dates(Record *r, Str text, char *marked) {
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init(&iter, r->dates);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        Date day = date_of_key(key);
        Str date = locale_date(r->locale, r->arena, day);
        for (size_t at = 0; at < text.len;) {
            ptrdiff_t found = str_find(str_sub(text, at, text.len), date);
            if (found < 0)
                break;
            size_t from = at + (size_t)found, to = from + date.len;
            bool part = touches_word(text, from, to) || (!day.day && has_day_before(text, from));
            if (!part)
                memset(marked + from, 1, to - from);
            at = to;
        }
    }
}

static bool is_allowed(const Record *r, Str word) {
    Decimal number;
    if (g_hash_table_contains(r->words, &word))
        return true;
    if (!r->numbers.len || !locale_read_number(r->locale, word, &number))
        return false;
    number = shortest(number);
    return bsearch(&number, r->numbers.items, r->numbers.len, sizeof number, by_number) != NULL;
}

bool check_figures(Arena *arena, Locale *locale, const Resolution *resolution, Str text, GError **error) {
    Record record = {.arena = arena,
                     .locale = locale,
                     .words = g_hash_table_new(str_hash, str_same),
                     .dates = g_hash_table_new(g_direct_hash, g_direct_equal)};
    char *marked = arena_alloc(arena, text.len + 1);
    Str word = STR_NONE;
    bool allowed = true;
    allow_resolution(&record, resolution);
    mark_dates(&record, text, marked);
    for (size_t at = 0; allowed && next_figure(text, &at, &word);)
        allowed = marked[word.data - text.data] || is_allowed(&record, word);
    g_hash_table_destroy(record.words);
    g_hash_table_destroy(record.dates);
    if (!allowed)
        g_set_error(error, CHECK_ERROR, 0, "the draft says \"" STR_FMT "\", which is not in the record",
                    STR_ARG(word));
    return allowed;
}
