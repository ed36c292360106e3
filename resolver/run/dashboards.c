#include "run/dashboards.h"

#include "base/banned.h"

static void report_rows(const Notes *notes, const char *path, GPtrArray *warnings) {
    for (size_t i = 0; warnings && i < notes->len; i++) {
        const Note *note = &notes->items[i];
        g_autofree char *line = note->line ? g_strdup_printf(":%zu", note->line) : g_strdup("");
        g_ptr_array_add(warnings, g_strdup_printf("%s%s: " STR_FMT, path, line, STR_ARG(note->text)));
    }
}

static bool add_bytes(Store *store, const Lexicon *lexicon, Arena *arena, const char *path, Str bytes, GPtrArray *warnings,
                      GError **error) {
    Dashboard dashboard = {0};
    if (!dashboard_read(lexicon, arena, str_of(path), bytes, &dashboard, error))
        return false;
    store_add(store, dashboard.rows.items, dashboard.rows.len);
    report_rows(&dashboard.notes, path, warnings);
    return true;
}

/* A cover sheet or a sheet of notes is no dashboard, and no reason to refuse the others; the first one's complaint is told
 * when none is. */
static bool add_sheets(Store *store, const Lexicon *lexicon, Arena *arena, const char *path, Str text, GPtrArray *warnings,
                       GError **error) {
    GError *first = NULL;
    bool any = false;
    while (text.len) {
        GError *cause = NULL;
        ptrdiff_t end = str_find_char(text, EXTRACT_PAGE_BREAK);
        Str sheet = end < 0 ? text : str_sub(text, 0, (size_t)end);
        text = end < 0 ? STR("") : str_sub(text, (size_t)end + 1, text.len);
        any |= add_bytes(store, lexicon, arena, path, sheet, warnings, &cause);
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

static bool add_workbook(Store *store, const Lexicon *lexicon, const Extractor *extractor, Arena *arena, const char *path,
                         Str bytes, GPtrArray *warnings, GError **error) {
    ExtractAsk ask = {.form = EXTRACT_WORKBOOK, .language = LANGUAGE_UNKNOWN, .bytes = bytes};
    Extract extract = {0};
    extractor->read(extractor->self, arena, &ask, &extract);
    const Paper *paper = extract.papers.len ? &extract.papers.items[0] : NULL;
    if (paper && paper->readable)
        return add_sheets(store, lexicon, arena, path, paper->text, warnings, error);
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
    bool good = str_starts(bytes, STR("PK\003\004"))
                    ? add_workbook(store, lexicon, extractor, arena, path, bytes, warnings, error)
                    : add_bytes(store, lexicon, arena, path, bytes, warnings, error);
    arena_free(&arena);
    return good;
}
