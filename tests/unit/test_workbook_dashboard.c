#include "zip_fixture.h"

#include <glib/gstdio.h>

#include "run/pipeline.h"
#include "base/banned.h"

#define HEAD "<row r='%d'><c t='str'><v>Partner</v></c><c t='str'><v>Monat</v></c><c t='str'><v>OMLP-Typ</v></c><c t='str'><v>Menge</v></c>" \
             "<c t='str'><v>Rechnungsnummer</v></c><c t='str'><v>KPI-Wert</v></c><c t='str'><v>Umsatz</v></c></row>"
#define ROW "<row r='%d'><c><v>4471903</v></c><c s='1'><v>43845</v></c><c t='str'><v>dMOC</v></c><c><v>%s</v></c>" \
            "<c t='str'><v>R-2020/17</v></c><c><v>25</v></c><c><v>3100.5</v></c></row>"

static const char claim[] = "Subject: KPI\n\nHello,\nMonth: January\nYear: 2020\nOMLP type: dMOC\nPurchase unit: 25\nInvoice #: R-2020/17\n"
                            "KPI value: 25\nRevenue value: 3100.50\nMPN ID: 4471903\n";

static char *save_book(Arena *arena, const char *cover, const char *rows) {
    ZipPart parts[] = {
        {"xl/workbook.xml", STR("<workbook xmlns:r='r'><sheets><sheet name='A' r:id='a'/><sheet name='B' r:id='b'/></sheets></workbook>"), NULL},
        {"xl/_rels/workbook.xml.rels",
         STR("<Relationships><Relationship Id='a' Type='x/worksheet' Target='worksheets/a.xml'/><Relationship Id='b' Type='x/worksheet' "
             "Target='worksheets/b.xml'/><Relationship Id='c' Type='x/styles' Target='styles.xml'/></Relationships>"), NULL},
        {"xl/styles.xml", STR("<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='17'/></cellXfs></styleSheet>"), NULL},
        {"xl/worksheets/a.xml", arena_printf(arena, "<worksheet><sheetData>%s</sheetData></worksheet>", cover), NULL},
        {"xl/worksheets/b.xml", arena_printf(arena, "<worksheet><sheetData>%s</sheetData></worksheet>", rows), NULL}};
    Str bytes = zip_make(arena, parts, sizeof parts / sizeof *parts);
    char *path = g_build_filename(g_get_tmp_dir(), "resolver-book-XXXXXX", NULL);
    int file = g_mkstemp(path);
    cr_assert(file >= 0 && g_file_set_contents(path, bytes.data, (gssize)bytes.len, NULL));
    g_close(file, NULL);
    return path;
}

/* The program of the same build, which stands a folder above the tests. */
static void find_reader(void) {
    g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = g_path_get_dirname(self);
    g_autofree char *program = g_build_filename(folder, "..", "resolver-extract", NULL);
    g_setenv("RESOLVER_EXTRACT", program, TRUE);
}

static Pipeline *open_with(const char *path, GPtrArray *warnings, GError **error) {
    const char *const dashboards[] = {path, NULL};
    PipelineOptions options = {.dashboards = dashboards, .as_of = {2020, 3, 20}, .language = LANGUAGE_UNKNOWN, .data = "."};
    find_reader();
    return pipeline_open(&options, warnings, error);
}

Test(workbook_dashboard, the_sheet_that_is_one_is_read) {
    Arena *arena = arena_new();
    GError *error = NULL;
    g_autoptr(GPtrArray) warnings = g_ptr_array_new_with_free_func(g_free);
    Str rows = arena_printf(arena, HEAD ROW ROW, 3, 4, "25", 5, "many");
    g_autofree char *path = save_book(arena, "<row><c t='str'><v>KPI export of 2020</v></c></row>", rows.data);
    Pipeline *pipeline = open_with(path, warnings, &error);
    cr_assert_not_null(pipeline, "%s", error ? error->message : "");
    Arena *own = pipeline_begin(pipeline);
    FeedItem item = {.form = TICKET_TEXT, .bytes = arena_cstr(own, claim), .file = STR("t.txt"), .index = 1, .alone = true};
    const Outcome *outcome = pipeline_resolve(pipeline, &item);
    cr_expect_eq(outcome->resolution->decision, DECISION_NO_DISCREPANCY, "%s", decision_word(outcome->resolution->decision));
    cr_assert_eq(warnings->len, 1);
    g_autofree char *place = g_strdup_printf("%s:5: ", path); /* the row of the sheet */
    cr_expect(g_str_has_prefix(warnings->pdata[0], place), "%s", (char *)warnings->pdata[0]);
    pipeline_free(&pipeline);
    g_unlink(path);
    arena_free(&arena);
}

Test(workbook_dashboard, one_without_such_a_sheet_is_refused) {
    static const char *const covers[] = {"<row><c t='str'><v>nothing here</v></c></row>", ""};
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof covers / sizeof *covers; i++) {
        GError *error = NULL;
        g_autofree char *path = save_book(arena, covers[i], "");
        cr_expect_null(open_with(path, NULL, &error));
        cr_expect(error && strstr(error->message, i ? "the workbook is empty" : "no row names the columns"), "%s", error ? error->message : "");
        g_clear_error(&error);
        g_unlink(path);
    }
    arena_free(&arena);
}

/* Sheets are one file: what stands on two of them counts twice. */
Test(workbook_dashboard, the_sheets_are_one_file) {
    Arena *arena = arena_new();
    GError *error = NULL;
    Str rows = arena_printf(arena, HEAD ROW, 1, 2, "25");
    g_autofree char *path = save_book(arena, rows.data, rows.data);
    Pipeline *pipeline = open_with(path, NULL, &error);
    cr_assert_not_null(pipeline, "%s", error ? error->message : "");
    Arena *own = pipeline_begin(pipeline);
    FeedItem item = {.form = TICKET_TEXT, .bytes = arena_cstr(own, claim), .file = STR("t.txt"), .index = 1, .alone = true};
    const Outcome *outcome = pipeline_resolve(pipeline, &item);
    cr_expect_neq(outcome->resolution->decision, DECISION_NO_DISCREPANCY);
    pipeline_free(&pipeline);
    g_unlink(path);
    arena_free(&arena);
}
