#define _POSIX_C_SOURCE 200809L
#include "run/dashboards.h"

#include "run/fingerprint.h"
#include "base/banned.h"

static GQuark dashboards_error(void) {
    return g_quark_from_static_string("resolver-dashboard");
}

/* What one reading is about. */
typedef struct Intake {
    const DashboardReader *reader;
    Arena *arena;
    const DashboardFetched *file;
    const RowSink *sink; /* NULL: the rows are gathered */
    DashboardRows *rows; /* there; NULL with a sink */
    Strs *columns;       /* may be NULL */
    GPtrArray *warnings; /* may be NULL */
} Intake;

static void report_rows(const Intake *intake, const Notes *notes) {
    for (size_t i = 0; intake->warnings && i < notes->len; i++) {
        const Note *note = &notes->items[i];
        g_autofree char *line = note->line ? g_strdup_printf(":%zu", note->line) : g_strdup("");
        g_ptr_array_add(intake->warnings, g_strdup_printf(STR_FMT "%s: " STR_FMT, STR_ARG(intake->file->name), line,
                                                           STR_ARG(note->text)));
    }
}

/* The rows of one file, or of one sheet of it. */
static bool read_rows(const Intake *intake, Str bytes, GError **error) {
    Dashboard dashboard = {0};
    if (!dashboard_read_named(intake->reader->lexicon, intake->arena, intake->file->name, bytes, &intake->file->names,
                              intake->sink, &dashboard, error))
        return false;
    if (intake->columns)
        *intake->columns = dashboard.columns;
    if (intake->rows && !intake->rows->len) /* hardly ever is there a second sheet */
        *intake->rows = dashboard.rows;
    else
        for (size_t i = 0; i < dashboard.rows.len; i++)
            *VEC_PUSH(intake->arena, intake->rows) = dashboard.rows.items[i];
    report_rows(intake, &dashboard.notes);
    return true;
}

/* A cover sheet or a sheet of notes is no dashboard, and no reason to refuse the others; the first one's complaint is told
 * when none is. */
static bool read_sheets(const Intake *intake, Str text, GError **error) {
    GError *first = NULL;
    bool any = false;
    while (text.len) {
        GError *cause = NULL;
        ptrdiff_t end = str_find_char(text, EXTRACT_PAGE_BREAK);
        Str sheet = end < 0 ? text : str_sub(text, 0, (size_t)end);
        text = end < 0 ? STR("") : str_sub(text, (size_t)end + 1, text.len);
        any |= read_rows(intake, sheet, &cause);
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
        g_set_error(error, dashboards_error(), 1, STR_FMT ": the workbook is empty", STR_ARG(intake->file->name));
    return any;
}

static bool read_workbook(const Intake *intake, GError **error) {
    const Extractor *extractor = intake->reader->extractor;
    ExtractAsk ask = {.form = EXTRACT_WORKBOOK, .language = LANGUAGE_UNKNOWN, .bytes = intake->file->bytes};
    Extract extract = {0};
    if (extractor)
        extractor->read(extractor->self, intake->arena, &ask, &extract);
    const Paper *paper = extract.papers.len ? &extract.papers.items[0] : NULL;
    if (paper && paper->readable)
        return read_sheets(intake, paper->text, error);
    Str why = paper ? paper->reason : STR("the workbook is empty");
    g_set_error(error, dashboards_error(), 1, STR_FMT ": " STR_FMT, STR_ARG(intake->file->name), STR_ARG(why));
    return false;
}

/* A letter, then letters, digits, "+", "-" or ".", then "://". */
static bool has_scheme(const char *path) {
    size_t n = 0;
    while (g_ascii_isalnum(path[n]) || (n && path[n] && strchr("+-.", path[n])))
        n++;
    return n && g_ascii_isalpha(path[0]) && strncmp(path + n, "://", 3) == 0;
}

bool dashboards_is_address(const char *path) {
    return path[0] == '@' || has_scheme(path);
}

bool dashboards_open(const DashboardReader *reader, Arena *arena, const char *path, DashboardFetched *out, GError **error) {
    *out = (DashboardFetched){.name = arena_cstr(arena, path)};
    if (dashboards_is_address(path)) {
        if (reader->fetch)
            return reader->fetch->read(reader->fetch->self, arena, path, out, error);
        g_set_error(error, dashboards_error(), 1, "a dashboard by address cannot be read here: give a file");
        return false;
    }
    if (stat(path, &out->found) == 0 && S_ISREG(out->found.st_mode))
        out->path = path;
    if (reader->mapped && (out->map = g_mapped_file_new(path, false, NULL)) && g_mapped_file_get_length(out->map)) {
        out->bytes = (Str){g_mapped_file_get_contents(out->map), g_mapped_file_get_length(out->map)};
        return true;
    }
    g_autofree char *data = NULL;
    gsize len = 0;
    if (!g_file_get_contents(path, &data, &len, error))
        return false;
    out->bytes = (Str){data, len};
    out->owned = g_steal_pointer(&data);
    return true;
}

void dashboards_close(DashboardFetched *file) {
    g_clear_pointer(&file->owned, g_free);
    g_clear_pointer(&file->map, g_mapped_file_unref);
    file->bytes = STR_NONE;
}

/* A program that writes its export anew where the old one stands, just now. One that puts another file in its place does no harm. */
static bool is_as_it_was(const DashboardFetched *file, GError **error) {
    const struct stat *was = &file->found;
    struct stat now;
    if (!file->path || stat(file->path, &now) != 0 || now.st_ino != was->st_ino || now.st_dev != was->st_dev ||
        (now.st_size == was->st_size && now.st_mtim.tv_sec == was->st_mtim.tv_sec && now.st_mtim.tv_nsec == was->st_mtim.tv_nsec))
        return true;
    g_set_error(error, dashboards_error(), 3, STR_FMT ": was written to while it was read; try again when that is done", STR_ARG(file->name));
    return false;
}

static bool read_file(const Intake *intake, GError **error) {
    bool workbook = str_starts(intake->file->bytes, STR("PK\003\004"));
    return (workbook ? read_workbook(intake, error) : read_rows(intake, intake->file->bytes, error)) && is_as_it_was(intake->file, error);
}

bool dashboards_each(const DashboardReader *reader, Arena *arena, const DashboardFetched *file, const RowSink *sink, Strs *columns,
                     GPtrArray *warnings, GError **error) {
    return read_file(&(Intake){reader, arena, file, sink, NULL, columns, warnings}, error);
}

bool dashboards_read(const DashboardReader *reader, Arena *arena, const DashboardFetched *file, DashboardRows *rows, Strs *columns,
                     GPtrArray *warnings, GError **error) {
    return read_file(&(Intake){reader, arena, file, NULL, rows, columns, warnings}, error);
}

static void add_fingerprint(GChecksum *sum, const DashboardFetched *file) {
    fingerprint_text(sum, file->name);
    fingerprint_text(sum, file->bytes);
    for (size_t i = 0; i < file->names.len; i++) {
        fingerprint_text(sum, file->names.items[i].theirs);
        fingerprint_text(sum, file->names.items[i].ours);
    }
}

bool dashboards_add(Store *store, Store *also, const DashboardReader *reader, const char *path, GPtrArray *warnings, GError **error) {
    Arena *arena = arena_new();
    DashboardFetched file;
    DashboardRows rows = {0};
    bool good = dashboards_open(reader, arena, path, &file, error) &&
                dashboards_read(reader, arena, &file, &rows, NULL, warnings, error);
    if (good) {
        store_add(store, rows.items, rows.len);
        if (also)
            store_add(also, rows.items, rows.len);
        add_fingerprint(reader->contents, &file);
    }
    dashboards_close(&file);
    arena_free(&arena);
    return good;
}
