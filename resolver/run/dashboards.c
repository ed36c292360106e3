#include "run/dashboards.h"

#include "base/banned.h"

static void report_rows(const Notes *notes, const char *path, GPtrArray *warnings) {
    for (size_t i = 0; warnings && i < notes->len; i++) {
        const Note *note = &notes->items[i];
        g_autofree char *line = note->line ? g_strdup_printf(":%zu", note->line) : g_strdup("");
        g_ptr_array_add(warnings, g_strdup_printf("%s%s: " STR_FMT, path, line, STR_ARG(note->text)));
    }
}

/* The rows of one file, or of one sheet of it, behind those before. */
static bool read_rows(const Lexicon *lexicon, Arena *arena, const char *path, Str bytes, DashboardRows *rows, GPtrArray *warnings,
                      GError **error) {
    Dashboard dashboard = {0};
    if (!dashboard_read(lexicon, arena, str_of(path), bytes, &dashboard, error))
        return false;
    for (size_t i = 0; i < dashboard.rows.len && rows->len; i++)
        *VEC_PUSH(arena, rows) = dashboard.rows.items[i];
    if (!rows->len)
        *rows = dashboard.rows;
    report_rows(&dashboard.notes, path, warnings);
    return true;
}

/* A cover sheet or a sheet of notes is no dashboard, and no reason to refuse the others; the first one's complaint is told
 * when none is. */
static bool read_sheets(const Lexicon *lexicon, Arena *arena, const char *path, Str text, DashboardRows *rows, GPtrArray *warnings,
                        GError **error) {
    GError *first = NULL;
    bool any = false;
    while (text.len) {
        GError *cause = NULL;
        ptrdiff_t end = str_find_char(text, EXTRACT_PAGE_BREAK);
        Str sheet = end < 0 ? text : str_sub(text, 0, (size_t)end);
        text = end < 0 ? STR("") : str_sub(text, (size_t)end + 1, text.len);
        any |= read_rows(lexicon, arena, path, sheet, rows, warnings, &cause);
        if (cause && !first)
            first = cause;
        else
            g_clear_error(&cause);
    }
    if (any)
        g_clear_error(&first);
    else if (first)
        g_propagate_error(error, first);
    else
        g_set_error(error, g_quark_from_static_string("resolver-dashboard"), 1, "%s: the workbook is empty", path);
    return any;
}

static bool read_workbook(const Lexicon *lexicon, const Extractor *extractor, Arena *arena, const char *path, Str bytes,
                          DashboardRows *rows, GPtrArray *warnings, GError **error) {
    ExtractAsk ask = {.form = EXTRACT_WORKBOOK, .language = LANGUAGE_UNKNOWN, .bytes = bytes};
    Extract extract = {0};
    extractor->read(extractor->self, arena, &ask, &extract);
    const Paper *paper = extract.papers.len ? &extract.papers.items[0] : NULL;
    if (paper && paper->readable)
        return read_sheets(lexicon, arena, path, paper->text, rows, warnings, error);
    Str why = paper ? paper->reason : STR("the workbook is empty");
    g_set_error(error, g_quark_from_static_string("resolver-dashboard"), 1, "%s: " STR_FMT, path, STR_ARG(why));
    return false;
}

bool dashboards_add(Store *store, const Lexicon *lexicon, const Extractor *extractor, const char *path, GPtrArray *warnings,
                    GError **error) {
    g_autofree char *data = NULL;
    gsize len = 0;
    if (!g_file_get_contents(path, &data, &len, error))
        return false;
    Arena *arena = arena_new();
    Str bytes = {data, len};
    DashboardRows rows = {0};
    bool good = str_starts(bytes, STR("PK\003\004"))
                    ? read_workbook(lexicon, extractor, arena, path, bytes, &rows, warnings, error)
                    : read_rows(lexicon, arena, path, bytes, &rows, warnings, error);
    if (good)
        store_add(store, rows.items, rows.len);
    arena_free(&arena);
    return good;
}
