#include "run/refresh.h"

#include <sys/stat.h>

#include "base/banned.h"

/* ---- the date ---- */

static int digits_at(Str text, size_t at, size_t n) {
    int value = 0;
    for (size_t i = at; i < at + n; i++) {
        if (i >= text.len || text.data[i] < '0' || text.data[i] > '9')
            return -1;
        value = value * 10 + (text.data[i] - '0');
    }
    return value;
}

/* A year, month and day with the same sign, or none, between them, and no digit on either side. */
static Date date_at(Str name, size_t at) {
    char sign = at + 4 < name.len ? name.data[at + 4] : 0;
    size_t gap = sign && strchr("-_.", sign) ? 1 : 0, end = at + 8 + 2 * gap;
    Date date = {digits_at(name, at, 4), digits_at(name, at + 4 + gap, 2), digits_at(name, at + 6 + 2 * gap, 2)};
    bool apart = (at == 0 || digits_at(name, at - 1, 1) < 0) && digits_at(name, end, 1) < 0;
    bool alike = !gap || (at + 7 < name.len && name.data[at + 7] == sign);
    return apart && alike && date.year >= 2000 && date_valid(date) ? date : (Date){0};
}

Date refresh_date_in_name(Str name) {
    Date found = {0};
    for (size_t at = 0; at < name.len && !date_given(found); at++)
        found = date_at(name, at);
    return found;
}

static Date day_of_file(const char *path) {
    struct stat status;
    Date date = {0};
    if (stat(path, &status) != 0)
        return date;
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(status.st_mtime);
    if (time)
        g_date_time_get_ymd(time, &date.year, &date.month, &date.day);
    return date;
}

static void take_later(RefreshOutcome *out, Date *latest, Date date, RefreshDated how, const char *path) {
    if (!date_given(date) || (date_given(*latest) && date_cmp(date, *latest) <= 0))
        return;
    *latest = date;
    out->dated = how;
    /* What stands behind an address's path may be secret. */
    out->dated_by = (Str){path, dashboards_is_address(path) ? strcspn(path, "?#") : strlen(path)};
}

static Date date_of(const char *const *paths, Date given, RefreshOutcome *out) {
    Date latest = given;
    out->dated = REFRESH_GIVEN;
    if (date_given(given))
        return given;
    for (size_t i = 0; paths[i]; i++) {
        g_autofree char *name = g_path_get_basename(paths[i]);
        if (!dashboards_is_address(paths[i]))
            take_later(out, &latest, refresh_date_in_name(str_of(name)), REFRESH_BY_NAME, paths[i]);
    }
    for (size_t i = 0; paths[i] && (!date_given(latest) || out->dated != REFRESH_BY_NAME); i++)
        if (dashboards_is_address(paths[i]))
            take_later(out, &latest, date_today(), REFRESH_TODAY, paths[i]);
        else
            take_later(out, &latest, day_of_file(paths[i]), REFRESH_BY_FILE, paths[i]);
    return latest;
}

/* ---- the rows ---- */

typedef struct Importing {
    const char *store;
    Snapshots *snapshots;
    SnapshotImport *import; /* NULL until the first row */
    Str file;               /* at hand */
    bool file_begun;
    const RefreshWatch *watch; /* may be NULL */
    GError *failure;
} Importing;

static bool begin(Importing *importing) {
    if (importing->failure)
        return false;
    if (!importing->import) {
        importing->snapshots = snapshots_open_writable(importing->store, &importing->failure);
        if (importing->snapshots)
            importing->import = snapshot_import_begin(importing->snapshots, &importing->failure);
    }
    if (importing->import && !importing->file_begun)
        snapshot_import_file(importing->import, importing->file);
    importing->file_begun = true;
    return importing->import != NULL;
}

static bool take_row(void *self, const Row *row) {
    Importing *importing = self;
    if (!begin(importing) || !snapshot_import_row(importing->import, row))
        return false;
    size_t rows = snapshot_import_rows(importing->import);
    if (importing->watch && rows % REFRESH_STEP == 0)
        importing->watch->tell(importing->watch->self, rows);
    return true;
}

static bool import_file(Importing *importing, const DashboardReader *reader, const char *path, GPtrArray *warnings, GError **error) {
    Arena *arena = arena_new();
    DashboardFetched file;
    bool good = dashboards_open(reader, arena, path, &file, error);
    if (good) {
        importing->file = file.name;
        importing->file_begun = false;
        guint before = warnings->len;
        good = dashboards_each(reader, arena, &file, &(RowSink){importing, take_row}, NULL, warnings, error);
        bool none = good && !importing->file_begun && warnings->len > before;
        if (none) {
            g_set_error(error, g_quark_from_static_string("resolver-dashboard"), 1, STR_FMT ": none of its rows can be read",
                        STR_ARG(file.name));
            good = false;
        }
        good = good && begin(importing);
    }
    dashboards_close(&file);
    arena_free(&arena);
    return good;
}

static bool finish(Importing *importing, Date date, bool given, size_t left_out, Arena *arena, RefreshOutcome *out, GError **error) {
    SnapshotAbout about = {.date = date, .date_given = given, .left_out = left_out};
    return snapshot_import_end(&importing->import, &about, arena, &out->kept, error);
}

bool refresh_import(const DashboardReader *reader, const char *store, const char *const *paths, Date given, Arena *arena,
                    GPtrArray *warnings, const RefreshWatch *watch, RefreshOutcome *out, GError **error) {
    Importing importing = {.store = store, .watch = watch};
    bool good = true;
    *out = (RefreshOutcome){0};
    Date date = date_of(paths, given, out);
    guint before = warnings->len;
    for (size_t i = 0; good && paths[i]; i++)
        good = import_file(&importing, reader, paths[i], warnings, error);
    if (!good && importing.failure)
        g_propagate_error(error, g_steal_pointer(&importing.failure));
    good = good && finish(&importing, date_given(date) ? date : date_today(), date_given(given), warnings->len - before, arena, out, error);
    snapshot_import_cancel(&importing.import);
    snapshots_close(&importing.snapshots);
    return good;
}
