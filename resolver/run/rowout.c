#include "run/rowout.h"

#include "base/banned.h"

static const char *const columns[] = {"partner_id",     "month",     "year",          "omlp_type", "purchase_units",
                                      "invoice_number", "kpi_value", "revenue_value", "currency",  "other_revenue_value"};

/* ---- texts that a spreadsheet must not run ---- */

static bool steers(Str text) {
    size_t at = 0;
    while (at < text.len && text.data[at] == '\'')
        at++;
    return at < text.len && strchr("=+-@", text.data[at]);
}

/* What the reader of dashboards would take an apostrophe off gets one more. */
static Str guarded(Arena *arena, Str text, bool spreadsheet) {
    bool guard = steers(text) && (spreadsheet || text.data[0] == '\'');
    return guard ? arena_printf(arena, "'" STR_FMT, STR_ARG(text)) : text;
}

/* Three digits behind a lone point may be a group of thousands ("3.125 EUR" is 3125); four never are. */
static Str money_str(Arena *arena, Decimal money) {
    Str text = decimal_str(arena, money);
    return money.scale == 3 ? arena_printf(arena, STR_FMT "0", STR_ARG(text)) : text;
}

/* ---- CSV ---- */

static bool needs_quotes(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if (strchr(",;\t\"\r\n|", text.data[i]))
            return true;
    return false;
}

/* RFC 4180. */
static void add_cell(Buf *buf, Str text, bool first) {
    if (!first)
        buf_add_char(buf, ',');
    if (!needs_quotes(text)) {
        buf_add(buf, text);
        return;
    }
    buf_add_char(buf, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '"')
            buf_add_char(buf, '"');
        buf_add_char(buf, text.data[i]);
    }
    buf_add_char(buf, '"');
}

void rowout_csv_cell(Buf *buf, Str text, bool first) {
    add_cell(buf, guarded(buf->arena, text, true), first);
}

static bool column_there(size_t column, unsigned also) {
    return column == 0 ? also & ROWOUT_PARTNER : column + 1 < sizeof columns / sizeof *columns || also & ROWOUT_OTHER;
}

void rowout_csv_header(Buf *buf, const char *prefix, unsigned also) {
    bool first = true;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        if (!column_there(i, also))
            continue;
        buf_printf(buf, "%s%s%s", first ? "" : ",", prefix, columns[i]);
        first = false;
    }
}

static void add_number(Buf *buf, Decimal number) {
    add_cell(buf, decimal_str(buf->arena, number), false);
}

static void add_nothing(Buf *buf, unsigned also) {
    size_t n = 0;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        n += column_there(i, also);
    while (--n)
        buf_add_char(buf, ',');
}

void rowout_csv(Buf *buf, const Row *row, unsigned also) {
    if (!row) {
        add_nothing(buf, also);
        return;
    }
    if (also & ROWOUT_PARTNER) {
        rowout_csv_cell(buf, row->partner_id, true);
        buf_add_char(buf, ',');
    }
    buf_printf(buf, "%d,%d", row->month, row->year);
    rowout_csv_cell(buf, row->omlp_type, false);
    add_number(buf, row->units);
    rowout_csv_cell(buf, row->invoice_number, false);
    add_number(buf, row->kpi);
    add_cell(buf, money_str(buf->arena, row->revenue), false);
    rowout_csv_cell(buf, row->currency, false);
    if (also & ROWOUT_OTHER)
        add_cell(buf, row->revenue_unsure ? decimal_str(buf->arena, row->revenue_other) : STR(""), false);
}

/* ---- JSON ---- */

void rowout_json(JsonOut *json, const char *key, const Row *row) {
    Arena *arena = json->buf->arena;
    jsonout_open(json, key, '{');
    jsonout_text_if(json, "partner_id", guarded(arena, row->partner_id, false));
    jsonout_int(json, "month", row->month);
    jsonout_int(json, "year", row->year);
    jsonout_text(json, "omlp_type", guarded(arena, row->omlp_type, false));
    jsonout_int(json, "purchase_units", decimal_to_int(row->units));
    jsonout_text(json, "invoice_number", guarded(arena, row->invoice_number, false));
    jsonout_text(json, "kpi_value", decimal_str(arena, row->kpi));
    jsonout_text(json, "revenue_value", money_str(arena, row->revenue));
    jsonout_text_if(json, "currency", row->currency);
    if (row->revenue_unsure)
        jsonout_text(json, "other_revenue_value", decimal_str(arena, row->revenue_other));
    jsonout_close(json, '}');
}
