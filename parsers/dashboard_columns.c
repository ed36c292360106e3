#include "parsers/dashboard_columns.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "parsers/number.h"
#include "parsers/scale.h"
#include "base/banned.h"

const char *column_word(int column) {
    switch (column) {
    case COLUMN_PERIOD:
        return "period";
    case COLUMN_PARTNER:
        return "partner_id";
    case COLUMN_DATE:
        return "invoice_date";
    case COLUMN_OTHER_REVENUE:
        return "other_revenue_value";
    default:
        return detail_word((Detail)column);
    }
}

static int column_of_label(Label label) {
    switch (label) {
    case LABEL_MONTH:
        return DETAIL_MONTH;
    case LABEL_YEAR:
        return DETAIL_YEAR;
    case LABEL_PERIOD:
        return COLUMN_PERIOD;
    case LABEL_OMLP_TYPE:
        return DETAIL_OMLP_TYPE;
    case LABEL_PURCHASE_UNITS:
        return DETAIL_PURCHASE_UNITS;
    case LABEL_INVOICE_NUMBER:
        return DETAIL_INVOICE_NUMBER;
    case LABEL_KPI_VALUE:
        return DETAIL_KPI_VALUE;
    case LABEL_REVENUE_VALUE:
        return DETAIL_REVENUE_VALUE;
    case LABEL_CURRENCY:
        return DETAIL_CURRENCY;
    case LABEL_INVOICE_DATE:
        return COLUMN_DATE;
    case LABEL_PARTNER_ID:
        return COLUMN_PARTNER;
    default:
        return -1;
    }
}

/* ---- currencies ---- */

Str currency_named(const Lexicon *lexicon, Arena *arena, Str cell) {
    cell = str_trim(cell);
    if (cell.len == 3) {
        char *code = arena_alloc(arena, 4);
        for (int i = 0; i < 3; i++)
            code[i] = cell.data[i] >= 'a' && cell.data[i] <= 'z' ? (char)(cell.data[i] - ('a' - 'A')) : cell.data[i];
        if (currency_known((Str){code, 3}))
            return (Str){code, 3};
    }
    Hits hits = {0};
    if (!str_empty(cell) && lexicon_whole(lexicon, arena, cell, LEX_CURRENCY, &hits) && hits.len == 1)
        return lexicon_key(lexicon, LEX_CURRENCY, hits.items[0].key);
    return STR_NONE;
}

/* ---- one header cell ---- */

static const char *const own_names[COLUMN_COUNT] = {
    [DETAIL_MONTH] = "month", [DETAIL_YEAR] = "year", [DETAIL_OMLP_TYPE] = "omlp_type",
    [DETAIL_PURCHASE_UNITS] = "purchase_units", [DETAIL_INVOICE_NUMBER] = "invoice_number",
    [DETAIL_KPI_VALUE] = "kpi_value", [DETAIL_REVENUE_VALUE] = "revenue_value", [DETAIL_CURRENCY] = "currency",
    [COLUMN_PARTNER] = "partner_id", [COLUMN_OTHER_REVENUE] = "other_revenue_value"};

/* What a name means and in which languages; -1 when it is no column of ours. Of several meanings one that is still free
 * is taken. */
static int column_named(const Lexicon *lexicon, Arena *arena, Str name, const Columns *columns, unsigned *languages) {
    *languages = 0;
    for (int i = 0; i < COLUMN_COUNT; i++)
        if (own_names[i] && str_eq_nocase(name, str_of(own_names[i])))
            return i;
    Hits hits = {0};
    if (str_empty(name) || !lexicon_whole(lexicon, arena, name, LEX_LABEL, &hits))
        return -1;
    int first = -1;
    for (size_t i = 0; i < hits.len; i++) {
        int column = column_of_label((Label)hits.items[i].key);
        if (column < 0 || (first >= 0 && columns->at[column] != COLUMN_NONE))
            continue;
        if (first < 0 || columns->at[first] != COLUMN_NONE) {
            first = column;
            *languages = hits.items[i].languages;
        }
    }
    return first;
}

/* The name without what stands in brackets or behind its last blank: "Umsatz (EUR)", "Revenue USD". */
static bool split_name(Str name, char open, char close, Str *front, Str *back) {
    bool bracket = close && name.len && name.data[name.len - 1] == close;
    if (close && !bracket)
        return false;
    for (size_t at = name.len; at-- > 0;) {
        if (name.data[at] != open)
            continue;
        *front = str_trim(str_sub(name, 0, at));
        *back = str_trim(str_sub(name, at + 1, name.len - (bracket ? 1 : 0)));
        return front->len && back->len;
    }
    return false;
}

static bool is_gross(const Lexicon *lexicon, Arena *arena, Str text) {
    Hits hits = {0};
    lexicon_whole(lexicon, arena, text, LEX_CUE, &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == CUE_GROSS)
            return true;
    return false;
}

/* "Mese/Anno", "Year - Month": two names that make a period. */
static bool names_period(const Lexicon *lexicon, Arena *arena, Str name, const Columns *columns, unsigned *languages) {
    for (const char *sign = "/-+&"; *sign; sign++) {
        Str front, back;
        if (!split_name(name, *sign, 0, &front, &back))
            continue;
        int a = column_named(lexicon, arena, front, columns, languages);
        int b = column_named(lexicon, arena, back, columns, languages);
        if ((a == DETAIL_MONTH && b == DETAIL_YEAR) || (a == DETAIL_YEAR && b == DETAIL_MONTH))
            return true;
    }
    return false;
}

static int power_of_name(Arena *arena, Str name) {
    Text text;
    size_t unit;
    text_fold(arena, name, &text);
    return scale_of_header(text.folded, &unit);
}

/* 売上（千円）: the brackets of East Asia, as the others are. */
static Str with_plain_brackets(Arena *arena, Str name) {
    Buf plain = {.arena = arena};
    if (str_find(name, STR("（")) < 0)
        return name;
    for (size_t at = 0, size; at < name.len; at += size) {
        uint32_t c = utf8_decode(name, at, &size);
        buf_add(&plain, c == 0xFF08 ? STR("(") : c == 0xFF09 ? STR(")") : str_sub(name, at, at + size));
    }
    return buf_str(&plain);
}

static int column_of_cell(const Lexicon *lexicon, Arena *arena, Str name, const Columns *columns, unsigned *languages,
                          Str *currency) {
    static const char brackets[][2] = {{'(', ')'}, {'[', ']'}, {' ', 0}, {'/', 0}, {',', 0}};
    int column = column_named(lexicon, arena, name, columns, languages);
    for (size_t i = 0; column < 0 && i < sizeof brackets / sizeof *brackets; i++) {
        Str front, back;
        if (!split_name(name, brackets[i][0], brackets[i][1], &front, &back))
            continue;
        Str iso = currency_named(lexicon, arena, back);
        if (!str_given(iso) && (!brackets[i][1] || is_gross(lexicon, arena, back)) && !power_of_name(arena, back))
            continue;
        column = column_named(lexicon, arena, front, columns, languages);
        if (column == DETAIL_REVENUE_VALUE)
            *currency = iso;
    }
    if (column < 0 && names_period(lexicon, arena, name, columns, languages))
        return COLUMN_PERIOD;
    return column;
}

/* ---- names of a configuration ---- */

const char *const *dashboard_column_words(void) {
    static const char *words[COLUMN_COUNT + 1];
    size_t n = 0;
    for (int i = 0; i < COLUMN_COUNT; i++)
        if (own_names[i] || i == COLUMN_PERIOD || i == COLUMN_DATE)
            words[n++] = column_word(i);
    words[n] = NULL;
    return words;
}

static int column_of_word(Str word) {
    for (int i = 0; i < COLUMN_COUNT; i++)
        if ((own_names[i] || i == COLUMN_PERIOD || i == COLUMN_DATE) && str_eq_cstr(word, column_word(i)))
            return i;
    return -1;
}

static int column_configured(const ColumnNames *names, Str cell) {
    for (size_t i = 0; names && i < names->len; i++)
        if (str_eq_nocase(names->items[i].theirs, cell))
            return column_of_word(names->items[i].ours);
    return -1;
}

static bool is_configured(const ColumnNames *names, int column) {
    for (size_t i = 0; names && i < names->len; i++)
        if (column_of_word(names->items[i].ours) == column)
            return true;
    return false;
}

/* ---- the whole row ---- */

static Language most_frequent(const size_t votes[LANGUAGE_COUNT]) {
    int best = LANGUAGE_EN;
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        if (votes[i] > votes[best])
            best = i;
    return (Language)best;
}

void columns_read(const Lexicon *lexicon, Arena *arena, const GridRow *row, const ColumnNames *names, Columns *out) {
    size_t votes[LANGUAGE_COUNT] = {0};
    *out = (Columns){.twice = -1, .line = row->line};
    for (int i = 0; i < COLUMN_COUNT; i++)
        out->at[i] = COLUMN_NONE;
    for (size_t i = 0; i < row->n; i++) {
        unsigned languages = 0;
        Str currency = STR_NONE, name = with_plain_brackets(arena, str_trim(row->cells[i]));
        int column = column_configured(names, name);
        if (column < 0) {
            column = column_of_cell(lexicon, arena, name, out, &languages, &currency);
            if (column < 0 || is_configured(names, column))
                continue;
        }
        if (column == DETAIL_REVENUE_VALUE)
            out->power = power_of_name(arena, name);
        out->known++;
        if (out->at[column] != COLUMN_NONE && column != COLUMN_DATE)
            out->twice = column;
        out->at[column] = i;
        if (str_given(currency))
            out->currency = currency;
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            votes[language] += languages >> language & 1;
    }
    out->language = most_frequent(votes);
}
