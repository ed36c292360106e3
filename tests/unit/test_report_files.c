#include "zip_fixture.h"

#include <glib/gstdio.h>
#include <jansson.h>

#include "parsers/extract/workbook.h"
#include "parsers/extract/zip_file.h"
#include "report/page.h"
#include "report/workbook.h"
#include "report_fixture.h"

/* Texts that a page or a spreadsheet would take for something else. */
static const char *const hostile[] = {
    "=1+1", "+44 20 7946", "-5", "@SUM(A1)", "\t=2", "\r=3", "=HYPERLINK(\"x\")", "</script><script>alert(1)</script>",
    "<!-- <script>", "a\xE2\x80\xA8" "b", "{{css}}", "_x0041_", "&lt;b&gt;", "'quoted\"", "01/02/2020", "1e5", "\x01" "bell",
};

static Spool *spool_of_hostile(Arena *arena) {
    Spool *spool = spool_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(hostile); i++) {
        json_t *ticket = json_pack("{s:s, s:s, s:s, s:{s:s}}", "id", arena_printf(arena, "T-%zu", i).data, "subject", hostile[i],
                                   "received", "2020-01-05T10:00:00Z", "requester", "name", hostile[i]);
        json_t *root = json_pack("{s:s, s:o, s:s, s:s, s:s, s:s, s:[]}", "schema", "resolver.resolution/1", "ticket", ticket, "as_of",
                                 "2020-01-20", "language", "en", "intent", "other", "decision", "review", "lines");
        char *text = json_dumps(root, 0);
        fixture_add(spool, arena, str_of(text));
        free(text);
        json_decref(root);
    }
    return spool;
}

typedef struct Files {
    Arena *arena;
    Spool *spool;
    Summary summary;
    Groups *groups;
    char *folder;
} Files;

static Files files_open(void) {
    Files files = {.arena = arena_new()};
    files.spool = spool_of_hostile(files.arena);
    cr_assert(summary_read(&files.summary, files.spool, NULL));
    cr_assert(groups_find(files.spool, &files.groups, NULL));
    files.folder = g_dir_make_tmp("report-XXXXXX", NULL);
    return files;
}

static Str file_read(Files *files, const char *name) {
    g_autofree char *path = g_build_filename(files->folder, name, NULL);
    char *data;
    gsize len;
    cr_assert(g_file_get_contents(path, &data, &len, NULL));
    Str copy = arena_str(files->arena, (Str){data, len});
    g_free(data);
    g_unlink(path);
    return copy;
}

static void files_close(Files *files) {
    cr_assert_eq(g_rmdir(files->folder), 0, "something is left in %s", files->folder);
    g_free(files->folder);
    groups_free(&files->groups);
    summary_clear(&files->summary);
    spool_free(&files->spool);
    arena_free(&files->arena);
}

/* A text as the workbook's reader gives it back: a line break or tab is a blank there. */
static Str as_read(Arena *arena, const char *text) {
    Str copy = arena_str(arena, str_of(text));
    for (size_t i = 0; i < copy.len; i++)
        if ((unsigned char)copy.data[i] < ' ')
            ((char *)copy.data)[i] = ' ';
    return str_trim(copy);
}

Test(report_files, the_workbook_holds_texts_not_formulas) {
    Files files = files_open();
    g_autofree char *path = g_build_filename(files.folder, "r.xlsx", NULL);
    cr_assert(workbook_write(path, files.spool, &files.summary, files.groups, NULL));
    ExtractAsk ask = {.bytes = file_read(&files, "r.xlsx")};
    Extract out = {0};
    workbook_read(files.arena, &ask, &out);
    cr_assert_eq(out.papers.len, 1);
    Str text = out.papers.items[0].text;
    for (size_t i = 0; i < G_N_ELEMENTS(hostile); i++) {
        Str cell = arena_printf(files.arena, "\t" STR_FMT "\t", STR_ARG(as_read(files.arena, hostile[i])));
        if (!strstr(hostile[i], "_x")) /* our reader makes a blank of every escape */
            cr_expect(str_find(text, cell) >= 0, "%zu: %s", i, hostile[i]);
    }
    cr_expect(str_find(text, STR("\t2020-01-05\t2020-01-20\t")) >= 0, "days are days");
    cr_expect(str_find(text, STR("Look at it first")) >= 0);
    for (int sheet = 1; sheet <= 4; sheet++) {
        Str xml, name = arena_printf(files.arena, "xl/worksheets/sheet%d.xml", sheet);
        ZipFile *zip = zip_file_open(files.arena, ask.bytes);
        cr_assert(zip && zip_file_named(zip, files.arena, name.data, &xml));
        cr_expect(str_find(xml, STR("<f>")) < 0 && str_find(xml, STR("<f ")) < 0, "a formula in sheet %d", sheet);
        cr_expect(sheet != 2 || str_find(xml, STR(">_x005F_x0041_<")) >= 0);
        cr_expect(str_find(xml, STR("state=\"frozen\"")) >= 0);
        zip_file_close(zip);
    }
    files_close(&files);
}

Test(report_files, the_data_of_the_page_is_what_the_tickets_say) {
    Files files = files_open();
    Buf rows = {.arena = files.arena};
    size_t listed;
    cr_assert(page_rows(&rows, files.spool, files.groups, &listed, NULL));
    cr_assert_eq(listed, G_N_ELEMENTS(hostile));
    for (size_t i = 0; i < rows.len; i++)
        cr_assert_neq(rows.data[i], '<', "markup in the data: %.40s", rows.data + i);
    cr_assert(str_find(buf_str(&rows), STR("\xE2\x80\xA8")) < 0);
    json_t *root = json_loadb(rows.data, rows.len, 0, NULL), *list = json_object_get(root, "rows");
    cr_assert(root);
    for (size_t i = 0; i < listed; i++)
        cr_expect_str_eq(json_string_value(json_array_get(json_array_get(list, i), 2)),
                         hostile[i][0] == '\x01' ? "\xEF\xBF\xBD" "bell" : hostile[i]);
    json_decref(root);
    files_close(&files);
}

Test(report_files, the_page_is_written_whole_or_not_at_all) {
    Files files = files_open();
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(files.folder, "r.html", NULL), *nowhere = g_build_filename(files.folder, "no", "r.html", NULL);
    cr_assert(page_write(path, "templates", files.spool, &files.summary, files.groups, &error));
    Str page = file_read(&files, "r.html");
    cr_expect(str_ends(page, STR("</html>\n")));
    cr_expect(str_find(page, STR("alert(1)</script>")) < 0);
    cr_expect(str_find(page, STR("Content-Security-Policy")) >= 0);
    for (size_t i = 0; i < page.len; i++)
        cr_expect((unsigned char)page.data[i] >= ' ' || strchr("\t\r\n", page.data[i]), "a control character: %d", page.data[i]);
    cr_expect_not(page_write(nowhere, "templates", files.spool, &files.summary, files.groups, &error));
    cr_expect(error && strstr(error->message, "r.html"));
    g_clear_error(&error);
    g_autofree char *book = g_build_filename(files.folder, "no", "r.xlsx", NULL);
    cr_expect_not(workbook_write(book, files.spool, &files.summary, files.groups, &error));
    cr_expect(error && strstr(error->message, "r.xlsx"));
    files_close(&files);
}
