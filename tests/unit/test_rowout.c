/* What is exported is read back to the same rows, and no cell is a formula where a spreadsheet opens it. */
#include <criterion/criterion.h>

#include "match_fixture.h"
#include "parsers/dashboard.h"
#include "run/rowout.h"

static const char *const texts[] = {"INV-1",    "007",    "=1+1",      "'=1+1",       "''@x1",   "+49 1",   "-5",    "@SUM(A1)", "a,b;c 1",
                                    "say \"1\"", "1\t2",   "line\n1",  "1|2",         "'1'",     "請求書-1", "№ 1/é", "0x1F600 😀", "=1\n\"2\","};
static const char *const partners[] = {"4471903", "0012", "=7", "MPN 1", "é1"};
static const char *const types[] = {"moc", "dmoc", "custom_moc", "exam_voucher", "Something else", "=HYPERLINK(\"x\")", "-zz;9", "@9"};
static const char *const kpis[] = {"5", "-5", "0", "1.5", "1.234", "1234567", "0.125", "1234.5", "-1.234", "1000000.001"};
static const char *const revenues[] = {"10.00", "3125", "3.125", "-10.05", "0", "1234567.89", "1.2345", "412500", "99.9", "1000"};
static const char *const currencies[] = {NULL, "EUR", "KWD", "JPY", "XYZ", "USD"};

static unsigned seed = 11;
static size_t pick(size_t n) {
    seed = seed * 1103515245 + 12345;
    return (seed >> 8) % n;
}
#define PICK(table) (table[pick(G_N_ELEMENTS(table))])

static Row any_row(bool partner) {
    Row row = {.month = 1 + (int)pick(12), .year = 2019 + (int)pick(9), .omlp_type = str_of(PICK(types)),
               .units = decimal_int((int64_t)pick(2000) - 3), .invoice_number = str_of(PICK(texts)), .kpi = number_of(str_of(PICK(kpis))),
               .revenue = number_of(str_of(PICK(revenues))), .currency = str_of(PICK(currencies)), .revenue_unsure = pick(8) == 0};
    row.partner_id = partner ? str_of(PICK(partners)) : STR_NONE;
    if (row.revenue_unsure) {
        row.revenue = number_of(STR("412500"));
        row.revenue_other = number_of(STR("412.500"));
    }
    return row;
}

static Str row_str(Arena *arena, const Row *row) {
    Str all[] = {decimal_str(arena, row->units), decimal_str(arena, row->kpi), decimal_str(arena, row->revenue),
                 row->revenue_unsure ? decimal_str(arena, row->revenue_other) : STR("")};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        while (str_find_char(all[i], '.') >= 0 && strchr("0.", all[i].data[all[i].len - 1])) {
            bool point = all[i].data[all[i].len - 1] == '.';
            all[i].len--;
            if (point)
                break;
        }
    return arena_printf(arena, "[" STR_FMT "] %d-%d [" STR_FMT "] " STR_FMT " [" STR_FMT "] " STR_FMT " " STR_FMT " " STR_FMT " [" STR_FMT "]",
                        STR_ARG(row->partner_id), row->year, row->month, STR_ARG(row->omlp_type), STR_ARG(all[0]), STR_ARG(row->invoice_number),
                        STR_ARG(all[1]), STR_ARG(all[2]), STR_ARG(all[3]), STR_ARG(row->currency));
}

static void compare(const Lexicon *lexicon, Arena *arena, const char *about, Str text, const Row *rows, size_t n) {
    Dashboard back;
    GError *error = NULL;
    cr_assert(dashboard_read(lexicon, arena, STR("export"), text, &back, &error), "%s: %s", about, error ? error->message : "");
    for (size_t i = 0; i < back.notes.len; i++)
        cr_expect_fail("%s: %.*s", about, STR_ARG(back.notes.items[i].text));
    cr_assert_eq(back.rows.len, n, "%s: %zu rows of %zu", about, back.rows.len, n);
    for (size_t i = 0; i < n; i++) {
        Str want = row_str(arena, &rows[i]), got = row_str(arena, &back.rows.items[i]);
        cr_expect(str_eq(want, got), "%s: %.*s\nbecame %.*s", about, STR_ARG(want), STR_ARG(got));
    }
}

Test(rowout, is_read_back) {
    Lexicon *lexicon = lexicon_load("parsers/lexicon", NULL);
    for (int round = 0; round < 40; round++) {
        Arena *arena = arena_new();
        Buf csv = {.arena = arena}, ndjson = {.arena = arena};
        Row rows[40];
        size_t n = 1 + pick(40);
        unsigned also = ROWOUT_OTHER | (round % 3 ? ROWOUT_PARTNER : 0);
        rowout_csv_header(&csv, "", also);
        buf_add_char(&csv, '\n');
        for (size_t i = 0; i < n; i++) {
            rows[i] = any_row(also & ROWOUT_PARTNER);
            rowout_csv(&csv, &rows[i], also);
            buf_add_char(&csv, '\n');
            rowout_json(&(JsonOut){.buf = &ndjson}, NULL, &rows[i]);
            buf_add_char(&ndjson, '\n');
        }
        compare(lexicon, arena, "csv", buf_str(&csv), rows, n);
        compare(lexicon, arena, "ndjson", buf_str(&ndjson), rows, n);
        arena_free(&arena);
    }
    lexicon_free(&lexicon);
}

Test(rowout, no_cell_is_a_formula) {
    static const struct {
        const char *text, *want;
    } cells[] = {{"=1", "'=1"}, {"+1", "'+1"}, {"-1", "'-1"}, {"@a", "'@a"}, {"'=1", "''=1"}, {"a=1", "a=1"}, {"'a", "'a"}, {"", ""},
                 {"=1,2", "\"'=1,2\""}, {"=\"x\"", "\"'=\"\"x\"\"\""}};
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++) {
        Buf buf = {.arena = arena};
        rowout_csv_cell(&buf, str_of(cells[i].text), true);
        cr_expect(str_eq_cstr(buf_str(&buf), cells[i].want), "%s: %s", cells[i].text, buf_str(&buf).data);
    }
    arena_free(&arena);
}
