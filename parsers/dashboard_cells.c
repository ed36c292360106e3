#include "parsers/dashboard_cells.h"

#include "parsers/money.h"
#include "parsers/scale.h"
#include "parsers/when.h"
#include "base/banned.h"

/* ---- life ---- */

void cells_open(CellReader *reader, const Lexicon *lexicon, Arena *arena, const Columns *columns) {
    *reader = (CellReader){.lexicon = lexicon, .arena = arena, .scratch = arena_new(), .columns = columns};
    reader->types = g_hash_table_new(str_hash, str_same);
    reader->currencies = g_hash_table_new(str_hash, str_same);
    reader->periods = g_hash_table_new(str_hash, str_same);
    for (int i = 0; i < COLUMN_COUNT; i++)
        reader->habits[i].decimals = -1;
    reader->period = columns->at[DETAIL_MONTH] != COLUMN_NONE    ? DETAIL_MONTH
                     : columns->at[COLUMN_PERIOD] != COLUMN_NONE ? COLUMN_PERIOD
                                                                 : COLUMN_DATE;
}

void cells_close(CellReader *reader) {
    g_hash_table_destroy(reader->types);
    g_hash_table_destroy(reader->currencies);
    g_hash_table_destroy(reader->periods);
    arena_free(&reader->scratch);
}

/* A cell lives as long as its row. */
static Str *key_keep(CellReader *reader, Str cell) {
    Str *key = ARENA_NEW(reader->arena, Str);
    *key = arena_str(reader->arena, cell);
    return key;
}

/* What `parse` makes of the cell, remembered by its spelling. */
static Str text_of(CellReader *reader, GHashTable *known, Str cell, Str (*parse)(CellReader *, Str)) {
    Str *value = g_hash_table_lookup(known, &cell);
    if (!value) {
        Str *key = key_keep(reader, cell);
        value = ARENA_NEW(reader->arena, Str);
        *value = parse(reader, *key);
        g_hash_table_insert(known, key, value);
    }
    return *value;
}

static bool is_ascii_print(char c) {
    return c > ' ' && c < 0x7F;
}

/* An apostrophe that keeps a spreadsheet from taking the text for a formula, as our own exports write it (run/rowout.h). */
static Str without_guard(Str cell) {
    size_t at = 0;
    while (at < cell.len && cell.data[at] == '\'')
        at++;
    return at && at < cell.len && strchr("=+-@", cell.data[at]) ? str_sub(cell, 1, cell.len) : cell;
}

static Str cell_at(const CellReader *reader, const GridRow *row, int column) {
    size_t at = reader->columns->at[column];
    if (at >= row->n)
        return STR("");
    Str cell = row->cells[at];
    bool trimmed = cell.len && is_ascii_print(cell.data[0]) && is_ascii_print(cell.data[cell.len - 1]);
    cell = trimmed ? cell : str_trim(cell);
    return cell.len && cell.data[0] == '\'' ? without_guard(cell) : cell;
}

static bool has_digit(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            return true;
    return false;
}

/* ---- what the numbers of a column prove ---- */

/* Digits and what may stand between them. *digits: nothing else. */
static bool is_plain(Str cell, bool *digits) {
    size_t others = 0;
    for (size_t i = 0; i < cell.len; i++) {
        char c = cell.data[i];
        if (c >= '0' && c <= '9')
            continue;
        if (c != '.' && c != ',' && c != '\'' && c != '+' && c != '-' && c != ' ')
            return false;
        others++;
    }
    *digits = !others;
    return cell.len > 0;
}

/* The first number of the cell that could prove something, as folded text. */
static bool cell_token(CellReader *reader, Str cell, Str *token) {
    bool digits = false;
    Str folded = is_plain(cell, &digits) ? cell : text_folded(reader->scratch, cell);
    size_t to;
    if (digits)
        return false;
    for (size_t at = 0; at < folded.len; at++) {
        if (!number_token(folded, at, &to))
            continue;
        *token = str_sub(folded, at, to);
        return true;
    }
    return false;
}

/* Digits behind the last "." or "," of the token; -1 when it has none. *sign is it, *lead the digits before it when it
 * is the only one. */
static int digits_behind(Str token, char *sign, size_t *lead) {
    int behind = -1;
    for (size_t i = 0; i < token.len; i++) {
        if (token.data[i] == '.' || token.data[i] == ',') {
            *lead = behind < 0 ? i : 0;
            *sign = token.data[i];
            behind = 0;
        } else if (behind >= 0 && token.data[i] >= '0' && token.data[i] <= '9') {
            behind++;
        }
    }
    return behind;
}

/* Beyond what number.h says of a token in running text, a cell proves its point by one decimal ("12,5") and by a zero
 * that stands alone before it ("0,000"): no grouping looks like that. */
static NumberHabit cell_habit(Str token, char sign, int behind, size_t lead) {
    NumberHabit habit = number_habit_of(token);
    if (habit != HABIT_UNKNOWN || behind < 1)
        return habit;
    bool zero = lead == 1 && token.data[0] == '0';
    if (behind == 3 && !zero)
        return HABIT_UNKNOWN;
    return lead ? sign == ',' ? HABIT_COMMA : HABIT_POINT : HABIT_UNKNOWN;
}

static void learn(CellReader *reader, const GridRow *row, int column) {
    Str token;
    char sign = 0;
    size_t lead = 0;
    if (!cell_token(reader, cell_at(reader, row, column), &token))
        return;
    int behind = digits_behind(token, &sign, &lead);
    NumberHabit habit = cell_habit(token, sign, behind, lead);
    ColumnHabit *known = &reader->habits[column];
    known->point |= habit == HABIT_POINT;
    known->comma |= habit == HABIT_COMMA;
    if ((habit == HABIT_POINT && sign == '.') || (habit == HABIT_COMMA && sign == ','))
        known->decimals = MAX(known->decimals, behind);
}

#define DATE_LEAST 8 /* "1/1/2020": nothing shorter has a day and can be told */

static void learn_order(CellReader *reader, const GridRow *row) {
    Str cell = cell_at(reader, row, reader->period);
    if (cell.len < DATE_LEAST)
        return;
    Text text;
    text_fold(reader->scratch, cell, &text);
    DayOrder order = when_order_of_text(reader->lexicon, &text);
    reader->day_first |= order == ORDER_DAY_FIRST;
    reader->month_first |= order == ORDER_MONTH_FIRST;
}

void cells_learn(CellReader *reader, const GridRow *row) {
    arena_clear(reader->scratch);
    learn_order(reader, row);
    learn(reader, row, DETAIL_PURCHASE_UNITS);
    learn(reader, row, DETAIL_KPI_VALUE);
    learn(reader, row, DETAIL_REVENUE_VALUE);
}

static NumberHabit habit_of(const ColumnHabit *habit) {
    return habit->point == habit->comma ? HABIT_UNKNOWN : habit->point ? HABIT_POINT : HABIT_COMMA;
}

/* The column's own habit, else that of the file, else that of the header's language. A column that proves both ways
 * settles nothing. */
static NumberHabit column_habit(const CellReader *reader, int column) {
    const ColumnHabit *own = &reader->habits[column];
    if (own->point || own->comma)
        return habit_of(own);
    ColumnHabit file = {0};
    for (int i = 0; i < COLUMN_COUNT; i++) {
        file.point |= reader->habits[i].point;
        file.comma |= reader->habits[i].comma;
    }
    return file.point || file.comma ? habit_of(&file) : number_habit_of_language(reader->columns->language);
}

/* ---- numbers ---- */

/* Money has the decimals of its currency; where none is named, those that the column shows. */
static int money_decimals(const CellReader *reader, Str currency) {
    return str_empty(currency) ? reader->habits[DETAIL_REVENUE_VALUE].decimals : currency_decimals(currency);
}

#define CELL_SHOWN ((size_t)64) /* bytes; a quote that is never closed makes a cell of the whole file */

static bool fail(CellReader *reader, Str *why, int column, Str cell, const char *what) {
    size_t shown = MIN(cell.len, CELL_SHOWN);
    while (shown < cell.len && shown > 0 && ((unsigned char)cell.data[shown] & 0xC0) == 0x80)
        shown--;
    *why = arena_printf(reader->arena, "%s \"" STR_FMT "%s\" %s", column_word(column), STR_ARG(str_sub(cell, 0, shown)),
                        shown < cell.len ? "…" : "", what);
    return false;
}

/* "(2,500.00)", "£(5)": books write what is below zero in brackets. The cell without them; itself when it has none. */
static Str without_brackets(CellReader *reader, Str cell) {
    ptrdiff_t open = str_find_char(cell, '('), close = str_find_char(cell, ')');
    if (open < 0 || close < open || has_digit(str_sub(cell, 0, (size_t)open)) ||
        has_digit(str_sub(cell, (size_t)close, cell.len)) || !has_digit(cell))
        return cell;
    return str_trim(arena_printf(reader->scratch, STR_FMT " " STR_FMT " " STR_FMT, STR_ARG(str_sub(cell, 0, (size_t)open)),
                                 STR_ARG(str_sub(cell, (size_t)open + 1, (size_t)close)),
                                 STR_ARG(str_sub(cell, (size_t)close + 1, cell.len))));
}

static void read_unsigned(CellReader *reader, Str cell, int column, NumberUse use, Str currency, Amount *out) {
    NumberHabit habit = column_habit(reader, column);
    size_t to;
    bool digits;
    *out = (Amount){.verdict = NUMBER_REFUSED};
    if (is_plain(cell, &digits) && number_token(cell, 0, &to) && to == cell.len)
        out->verdict = number_value(cell, use, use == NUMBER_MONEY ? money_decimals(reader, currency) : -1, habit, &out->value,
                                    &out->other);
    else
        amount_read(reader->lexicon, reader->scratch, cell, use, reader->columns->language, habit, currency, out);
}

static void read_amount(CellReader *reader, Str cell, int column, NumberUse use, Str currency, Amount *out) {
    bool digits = false;
    if (is_plain(cell, &digits) && digits) { /* as most are: whatever it counts and in whatever habit, it is that number */
        *out = (Amount){.verdict = NUMBER_READ};
        if (!decimal_parse(cell, &out->value))
            out->verdict = NUMBER_REFUSED;
        return;
    }
    Str bare = without_brackets(reader, cell);
    read_unsigned(reader, bare, column, use, currency, out);
    if (bare.data == cell.data)
        return;
    if (out->value.units < 0)
        out->verdict = NUMBER_REFUSED; /* "(-5)" */
    out->value.units = -out->value.units;
    out->other.units = -out->other.units;
}

/* *other: the second reading of a number that has two, and true in *unsure; where NULL such a number is not read. */
static bool read_number(CellReader *reader, const GridRow *row, int column, NumberUse use, Str *currency, Decimal *out,
                        Decimal *other, bool *unsure, Str *why) {
    Str cell = cell_at(reader, row, column);
    Amount amount;
    if (str_empty(cell))
        return fail(reader, why, column, cell, "is blank");
    read_amount(reader, cell, column, use, *currency, &amount);
    if (amount.verdict == NUMBER_AMBIGUOUS && other) {
        *unsure = true;
        *other = amount.other;
    } else if (amount.verdict == NUMBER_AMBIGUOUS)
        return fail(reader, why, column, cell, "can be read in two ways");
    else if (amount.verdict != NUMBER_READ)
        return fail(reader, why, column, cell, "is not a number");
    if (str_given(amount.currency) && str_empty(*currency))
        *currency = arena_str(reader->arena, amount.currency);
    *out = amount.value;
    return true;
}

static bool read_units(CellReader *reader, const GridRow *row, Row *out, Str *why) {
    Str none = STR_NONE;
    if (!read_number(reader, row, DETAIL_PURCHASE_UNITS, NUMBER_COUNT, &none, &out->units, NULL, NULL, why))
        return false;
    if (!decimal_is_int(out->units))
        return fail(reader, why, DETAIL_PURCHASE_UNITS, cell_at(reader, row, DETAIL_PURCHASE_UNITS),
                    "is not a whole number");
    out->units = decimal_int(decimal_to_int(out->units));
    return true;
}

/* Where only a currency can stand, three capitals are a code even if we do not know it. */
static Str currency_parse(CellReader *reader, Str cell) {
    Str iso = currency_named(reader->lexicon, reader->arena, cell);
    for (size_t i = 0; !str_given(iso) && cell.len == 3 && cell.data[i] >= 'A' && cell.data[i] <= 'Z'; i++)
        if (i == 2)
            return cell;
    return iso;
}

/* The header counts in thousands, unless the cell says itself what it counts in. */
static bool count_revenue(CellReader *reader, const GridRow *row, Row *out, Str *why) {
    Str cell = cell_at(reader, row, DETAIL_REVENUE_VALUE);
    Text text;
    text_fold(reader->scratch, cell, &text);
    return scale_within(text.folded) ||
           (scale_times(&out->revenue, reader->columns->power) && scale_times(&out->revenue_other, reader->columns->power)) ||
           fail(reader, why, DETAIL_REVENUE_VALUE, cell, "is too large");
}

/* Both readings of an amount that was not settled when it was exported. */
static bool read_other(CellReader *reader, const GridRow *row, Row *out, Str *why) {
    Str cell = cell_at(reader, row, COLUMN_OTHER_REVENUE);
    if (str_empty(cell))
        return true;
    out->revenue_unsure = true;
    return decimal_parse(cell, &out->revenue_other) || fail(reader, why, COLUMN_OTHER_REVENUE, cell, "is not a number");
}

static bool read_numbers(CellReader *reader, const GridRow *row, Row *out, Str *why) {
    Str none = STR_NONE;
    out->currency = text_of(reader, reader->currencies, cell_at(reader, row, DETAIL_CURRENCY), currency_parse);
    if (str_empty(out->currency))
        out->currency = reader->columns->currency;
    return read_units(reader, row, out, why) &&
           read_number(reader, row, DETAIL_KPI_VALUE, NUMBER_KPI, &none, &out->kpi, NULL, NULL, why) &&
           read_number(reader, row, DETAIL_REVENUE_VALUE, NUMBER_MONEY, &out->currency, &out->revenue, &out->revenue_other,
                       &out->revenue_unsure, why) &&
           (!reader->columns->power || count_revenue(reader, row, out, why)) && read_other(reader, row, out, why);
}

/* ---- period ---- */

/* Day or month first: as the column proves, else as the header's language has it. */
static DayOrder day_order(const CellReader *reader) {
    if (reader->day_first != reader->month_first)
        return reader->day_first ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
    return reader->day_first ? ORDER_UNKNOWN : when_order_of_language(reader->columns->language);
}

/* "202001": how databases write a month. */
static bool compact_month(Str cell, Date *out) {
    Decimal number;
    if (cell.len != 6 || !decimal_parse(cell, &number) || number.scale)
        return false;
    *out = (Date){(int)(number.units / 100), (int)(number.units % 100), 0};
    return out->year >= 1900 && out->year <= 2100 && out->month >= 1 && out->month <= 12;
}

/* Year 0 where the cell gives none, month 0 likewise; both 0 when it cannot be read. */
static Date period_parse(CellReader *reader, Str cell, WhenAsked asked) {
    const WhenHabit habit = {.order = day_order(reader), .language = reader->columns->language};
    When when = {0};
    Date compact;
    if (asked == WHEN_PERIOD && compact_month(cell, &compact))
        return compact;
    if (!when_read(reader->lexicon, reader->scratch, cell, asked, &habit, &when) || when.relative)
        return (Date){0};
    bool unsure = when.ambiguous && when.other.month != when.date.month;
    return unsure || when.date.month > 12 ? (Date){0} : when.date;
}

static Date period_of(CellReader *reader, Str cell, WhenAsked asked) {
    if (asked == WHEN_YEAR) { /* its own cache would hold a handful of years: not worth it, and "2020" is quick */
        Decimal year;
        if (decimal_parse(cell, &year) && year.scale == 0 && year.units >= 1000 && year.units <= 9999)
            return (Date){(int)year.units, 0, 0};
        return period_parse(reader, cell, asked);
    }
    Date *known = g_hash_table_lookup(reader->periods, &cell);
    if (!known) {
        known = ARENA_NEW(reader->arena, Date);
        *known = period_parse(reader, cell, asked);
        g_hash_table_insert(reader->periods, key_keep(reader, cell), known);
    }
    return *known;
}

/* The month column may hold the year as well, and a period or date column stands for both. */
static bool read_period(CellReader *reader, const GridRow *row, Row *out, Str *why) {
    int column = reader->period;
    bool own_year = reader->columns->at[DETAIL_YEAR] != COLUMN_NONE;
    Str cell = cell_at(reader, row, column), year = cell_at(reader, row, DETAIL_YEAR);
    if (str_empty(cell))
        return fail(reader, why, column, cell, "is blank");
    Date period = period_of(reader, cell, own_year ? WHEN_MONTH : WHEN_PERIOD);
    if (!period.month)
        return fail(reader, why, column, cell, "is not a month");
    if (own_year) {
        Date named = period_of(reader, year, WHEN_YEAR);
        if (!named.year || (period.year && period.year != named.year))
            return fail(reader, why, DETAIL_YEAR, year, "is not the year");
        period.year = named.year;
    }
    if (!period.year)
        return fail(reader, why, column, cell, "names no year");
    out->year = period.year;
    out->month = period.month;
    return true;
}

/* ---- texts ---- */

/* The code of the longest type named in the cell, if all others lie inside it or are the same; else as written. */
static Str type_parse(CellReader *reader, Str cell) {
    Hits hits = {0};
    if (lexicon_whole(reader->lexicon, reader->scratch, cell, LEX_TYPE, &hits) && hits.len)
        return lexicon_key(reader->lexicon, LEX_TYPE, hits.items[0].key);
    Text text;
    text_fold(reader->scratch, cell, &text);
    lexicon_scan(reader->lexicon, reader->scratch, &text, 0, text.folded.len, LEX_BIT(LEX_TYPE), &hits);
    const Hit *best = NULL;
    for (size_t i = 0; i < hits.len; i++)
        if (!best || hits.items[i].to - hits.items[i].from > best->to - best->from)
            best = &hits.items[i];
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key != best->key && (hits.items[i].from < best->from || hits.items[i].to > best->to))
            return cell;
    return best ? lexicon_key(reader->lexicon, LEX_TYPE, best->key) : cell;
}

static bool is_total(CellReader *reader, Str cell) {
    Hits hits = {0};
    if (str_empty(cell) || !lexicon_whole(reader->lexicon, reader->scratch, cell, LEX_CUE, &hits))
        return false;
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == CUE_TOTAL)
            return true;
    return false;
}

static bool is_blank_row(const GridRow *row) {
    for (size_t i = 0; i < row->n; i++)
        if (!str_empty(str_trim(row->cells[i])))
            return false;
    return true;
}

/* A totals row names itself in a cell that should hold a text, or in its first. */
static bool is_totals_row(CellReader *reader, const GridRow *row) {
    for (size_t i = 0; i < row->n; i++) {
        Str cell = str_trim(row->cells[i]);
        if (!str_empty(cell) && !has_digit(cell) && is_total(reader, cell))
            return true;
    }
    return false;
}

static bool read_texts(CellReader *reader, const GridRow *row, Row *out, Str *why) {
    static const int columns[] = {DETAIL_INVOICE_NUMBER, DETAIL_OMLP_TYPE, COLUMN_PARTNER};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        Str cell = cell_at(reader, row, columns[i]);
        bool needed = columns[i] != COLUMN_PARTNER || reader->columns->at[COLUMN_PARTNER] != COLUMN_NONE;
        bool nothing = str_empty(cell) || (columns[i] != DETAIL_OMLP_TYPE && !has_digit(cell) &&
                                           value_is_placeholder(reader->lexicon, reader->scratch, cell));
        if (needed && nothing)
            return fail(reader, why, columns[i], cell, "is blank");
    }
    out->invoice_number = cell_at(reader, row, DETAIL_INVOICE_NUMBER);
    out->omlp_type = text_of(reader, reader->types, cell_at(reader, row, DETAIL_OMLP_TYPE), type_parse);
    if (reader->columns->at[COLUMN_PARTNER] != COLUMN_NONE)
        out->partner_id = cell_at(reader, row, COLUMN_PARTNER);
    return true;
}

bool cells_read(CellReader *reader, const GridRow *row, Row *out, Str *why) {
    *out = (Row){.line = row->line};
    *why = STR_NONE;
    arena_clear(reader->scratch);
    if (is_blank_row(row))
        return false;
    bool read = read_texts(reader, row, out, why) && read_period(reader, row, out, why) &&
                read_numbers(reader, row, out, why);
    bool doubtful = !read || !has_digit(out->invoice_number);
    if (doubtful && is_totals_row(reader, row)) {
        *why = STR("totals row");
        return false;
    }
    return read;
}
