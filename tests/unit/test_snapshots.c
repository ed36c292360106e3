#include "snapshots_fixture.h"

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#define A "1 2020-01 moc 5 INV-1 5 10.00 EUR"
#define B "2 2020-01 moc 5 inv1 5 10.00 EUR"
#define C "1 2020-02 moc 5 INV-2 5 10.00"
#define NOBODY "- 2020-01 moc 1 INV-3 1 1"

/* ---- look-ups ---- */

/* Everything that the rows' own numbers and periods find, and whose they are. */
static Str answers(Arena *arena, RowLookup lookup, const char *const *files) {
    Buf buf = {.arena = arena};
    bool unnamed = false;
    Str only = lookup.only_partner(lookup.store, &unnamed);
    buf_printf(&buf, "only \"" STR_FMT "\" %d\n", STR_ARG(only), unnamed);
    for (int i = 0; i < 3 && files[i]; i++) {
        Str rest = str_of(files[i]), line;
        while (word_next(&rest, '\n', &line)) {
            Row row = row_of(arena, line);
            RowRefs number = {0}, like = {0};
            lookup.by_number(lookup.store, arena, number_fold(arena, row.invoice_number), &number);
            lookup.by_purchase(lookup.store, arena, &row, &like);
            buf_add(&buf, rows_str(arena, &number));
            buf_add(&buf, rows_str(arena, &like));
        }
    }
    RowRefs nothing = {0};
    lookup.by_number(lookup.store, arena, STR(""), &nothing);
    lookup.by_number(lookup.store, arena, STR("nosuchnumber"), &nothing);
    Row never = row_of(arena, STR("1 1999-01 moc 5 INV-1 5 1"));
    lookup.by_purchase(lookup.store, arena, &never, &nothing);
    buf_printf(&buf, "%zu", nothing.len);
    return buf_str(&buf);
}

/* Contract section 4: what several files give together. */
static const struct {
    const char *about;
    const char *files[3];
    size_t rows;
} refreshes[] = {
    {"no row", {""}, 0},
    {"one partner, written in two ways", {A "\n" C "\n001 2020-01 moc 5 X 5 1"}, 3},
    {"several partners, a row of nobody", {A "\n" B "\n" C "\n" NOBODY}, 4},
    {"rows of nobody alone", {NOBODY "\n- 2020-01 dmoc 1 inv3 1 1.5 JPY"}, 2},
    {"money that reads two ways", {"1 2020-01 moc 5 INV-1 5 412500|412.500"}, 1},
    {"one file: as often as it stands", {A "\n" A "\n" A}, 3},
    {"the same in two files counts once", {A "\n" C, A "\n" C}, 2},
    {"twice and once: twice", {A "\n" A, A}, 2},
    {"once and twice: twice", {A, A "\n" A}, 2},
    {"twice, twice and three times", {A "\n" A, A "\n" A, A "\n" A "\n" A}, 3},
    {"the number folded, decimals by value", {A, "1 2020-01 moc 5 inv/1 5.0 10 EUR"}, 1},
    {"another currency", {A, "1 2020-01 moc 5 INV-1 5 10.00 USD"}, 2},
    {"without a currency", {A, "1 2020-01 moc 5 INV-1 5 10.00"}, 2},
    {"without a partner", {A, "- 2020-01 moc 5 INV-1 5 10.00 EUR"}, 2},
    {"signs that mean something elsewhere", {"1 2020-01 it's;_\"so\" 5 =1+1--' 5 -10.05 EUR"}, 1},
};

static void make_with(const char *path, const char *sql) {
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

static int64_t number_in(const char *path, const char *sql) {
    sqlite3 *db;
    sqlite3_stmt *statement;
    cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    cr_assert_eq(sqlite3_step(statement), SQLITE_ROW);
    int64_t number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return number;
}

/* One that a program before this one made goes on as it was. */
static void of_older_version(const Desk *desk) {
    Snapshots *snapshots = snapshots_open_writable(desk->path, NULL);
    snapshots_close(&snapshots);
    make_with(desk->path, "PRAGMA user_version = 2");
}

/* A store answers as the rows in memory do. */
Test(snapshots, answers_as_memory_does) {
    for (size_t i = 0; i < 2 * G_N_ELEMENTS(refreshes); i++) {
        const char *about = refreshes[i / 2].about, *const *files = refreshes[i / 2].files;
        Desk desk = desk_new();
        Store *memory = store_new();
        if (i % 2)
            of_older_version(&desk);
        for (int j = 0; j < 3 && files[j]; j++)
            store_fill(memory, desk.arena, files[j]);
        SnapshotOutcome outcome = desk_import(&desk, "2020-02-15", files);
        SnapshotRows *rows = snapshot_rows_open(desk.path, STR_NONE, NULL);
        cr_expect_eq(outcome.snapshot.rows, refreshes[i / 2].rows, "%s: %zu rows", about, outcome.snapshot.rows);
        Str want = answers(desk.arena, store_lookup(memory), files);
        Str got = answers(desk.arena, snapshot_rows_lookup(rows), files);
        cr_expect(str_eq(got, want), "%s: %.*s\ninstead of %.*s", about, STR_ARG(got), STR_ARG(want));
        cr_expect_null(snapshot_rows_failure(rows));
        cr_expect_not(snapshot_rows_lookup(rows).no_dashboard);
        cr_expect_eq(number_in(desk.path, "PRAGMA user_version"), i % 2 ? 2 : 3, "%s", about);
        snapshot_rows_free(&rows);
        store_free(&memory);
        desk_free(&desk);
    }
}

/* Those of one partner's month stand together, whatever they are. */
Test(snapshots, purchases_are_placed) {
    Desk desk = desk_new();
    desk_refresh(&desk, "2020-02-15", "1 2020-01 moc 5 A 5 1\n2 2020-01 moc 5 B 5 1\n1 2020-02 moc 5 C 5 1\n1 2020-01 mlo 7 D 5 1\n2 2020-01 mlo 5 E 5 1");
    cr_expect_eq(number_in(desk.path, "SELECT count(*) FROM (SELECT DISTINCT purchase >> 28, partner, period FROM rows_1)"), 3);
    cr_expect_eq(number_in(desk.path, "SELECT count(DISTINCT purchase) FROM rows_1"), 5);
    desk_free(&desk);
}

static Str found(SnapshotRows *rows, Arena *arena, const char *number) {
    RowLookup lookup = snapshot_rows_lookup(rows);
    RowRefs refs = {0};
    lookup.by_number(lookup.store, arena, str_of(number), &refs);
    return refs.len ? decimal_str(arena, refs.items[0]->kpi) : STR("none");
}

#define KPI(value) "1 2020-01 moc 5 INV-1 " value " 10.00 EUR"

/* A run sees one refresh from its beginning to its end, and each process of it has its own connection. */
Test(snapshots, a_run_keeps_what_it_began_with) {
    Desk desk = desk_new();
    desk_refresh(&desk, "2020-02-15", KPI("5"));
    SnapshotRows *chosen = snapshot_rows_open(desk.path, STR_NONE, NULL);
    desk_refresh(&desk, "2020-03-15", KPI("6"));
    cr_expect(str_eq_cstr(found(chosen, desk.arena, "inv1"), "5"), "imported before the first look-up");
    desk_refresh(&desk, "2020-04-15", KPI("7"));
    cr_expect(str_eq_cstr(found(chosen, desk.arena, "inv1"), "5"), "imported after it");
    pid_t child = fork();
    if (child == 0)
        _exit(str_eq_cstr(found(chosen, desk.arena, "inv1"), "5") && str_eq_cstr(found(chosen, desk.arena, "inv2"), "none") ? 0 : 1);
    int status = -1;
    waitpid(child, &status, 0);
    cr_expect_eq(status, 0, "a forked process");
    cr_expect(str_eq_cstr(found(chosen, desk.arena, "inv1"), "5"), "after the fork");
    snapshot_rows_free(&chosen);
    SnapshotRows *newest = snapshot_rows_open(desk.path, STR_NONE, NULL);
    cr_expect(str_eq_cstr(found(newest, desk.arena, "inv1"), "7"), "the next run");
    snapshot_rows_free(&newest);
    desk_free(&desk);
}

/* ---- which ---- */

static Str which(Desk *desk, const char *asked) {
    GError *error = NULL;
    Snapshot one;
    Snapshots *snapshots = snapshots_open(desk->path, &error);
    bool good = snapshots && snapshots_find(snapshots, desk->arena, str_of(asked), &one, &error);
    Str said = good ? arena_printf(desk->arena, "%lld", (long long)one.id)
                    : arena_cstr(desk->arena, g_str_has_prefix(error->message, desk->path) ? error->message + strlen(desk->path) : error->message);
    g_clear_error(&error);
    snapshots_close(&snapshots);
    return said;
}

Test(snapshots, which_one) {
    static const struct {
        const char *asked, *want;
    } cases[] = {
        {NULL, "2"},         {"2020-03-15", "2"},  {"2020-03-14", "3"},  {"2020-02-20", "3"}, {"2020-02-15", "1"},
        {"2021-01-01", "2"}, {"1", "1"},           {"3", "3"},           {"4", ": there is no snapshot 4"},
        {"2020-02-14", ": there is no snapshot of 2020-02-14 or before"},
        {"March", "\"March\" is neither a date like 2026-01-15 nor a snapshot's number"},
        {"2020-02-30", "\"2020-02-30\" is neither a date like 2026-01-15 nor a snapshot's number"},
    };
    Desk desk = desk_new();
    desk_refresh(&desk, "2020-02-15", A);
    desk_refresh(&desk, "2020-03-15", A "\n" C);
    desk_refresh(&desk, "2020-02-20", A "\n" B); /* imported late */
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Str got = which(&desk, cases[i].asked);
        cr_expect(str_eq_cstr(got, cases[i].want), "%s: %.*s", cases[i].asked ? cases[i].asked : "newest", STR_ARG(got));
    }
    desk_free(&desk);
}

Test(snapshots, twice_the_same_is_no_change) {
    Desk desk = desk_new();
    static const struct {
        const char *day, *rows;
        bool unchanged;
        int64_t id;
    } steps[] = {
        {"2020-02-15", A "\n" C, false, 1}, {"2020-02-15", A "\n" C, true, 1},  {"2020-03-15", A "\n" C, true, 1},
        {"2020-03-15", A, false, 2},        {"2020-03-15", A, true, 2},         {"2020-03-15", A "\n" C, false, 3},
        {"2020-01-15", A, false, 4},        {"2020-03-15", A "\n" C, true, 3},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
        SnapshotOutcome outcome = desk_refresh(&desk, steps[i].day, steps[i].rows);
        cr_expect_eq(outcome.unchanged, steps[i].unchanged, "step %zu", i);
        cr_expect_eq(outcome.snapshot.id, steps[i].id, "step %zu: snapshot %d", i, (int)outcome.snapshot.id);
    }
    Snapshots *snapshots = snapshots_open_writable(desk.path, NULL);
    cr_expect(snapshots_forget(snapshots, 4, NULL));
    snapshots_close(&snapshots);
    cr_expect_eq(desk_refresh(&desk, "2020-05-15", A).snapshot.id, 5, "a number is never given again");
    desk_free(&desk);
}

/* APIs and databases keep no order, and people name a file twice. */
Test(snapshots, the_same_rows_are_no_change) {
    static const struct {
        const char *about, *files[3];
        bool unchanged;
    } cases[] = {
        {"the same", {A "\n" B "\n" C}, true},
        {"another order", {C "\n" A "\n" B}, true},
        {"one file twice", {A "\n" B "\n" C, A "\n" B "\n" C}, true},
        {"one file thrice", {A "\n" B "\n" C, C "\n" B "\n" A, A "\n" B "\n" C}, true},
        {"in parts", {C, B "\n" A}, true},
        {"in parts that share rows", {C "\n" B, B "\n" A}, true},
        {"decimals by value", {"1 2020-01 moc 5 INV-1 5 10.0 EUR\n" B "\n" C}, true},
        {"one more", {A "\n" B "\n" C "\n" C}, false},
        {"one less", {A "\n" B}, false},
        {"other rows whose values are the same in all", {"2 2020-01 moc 5 INV-1 5 10.00 EUR\n1 2020-01 moc 5 inv2 5 10.00 EUR\n" C}, false},
        {"values that changed rows", {"1 2020-01 moc 5 INV-1 5 10.00\n" B "\n1 2020-02 moc 5 INV-2 5 10.00 EUR"}, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Desk desk = desk_new();
        desk_refresh(&desk, "2020-02-15", A "\n" B "\n" C);
        SnapshotOutcome outcome = desk_import(&desk, "2020-03-15", cases[i].files);
        cr_expect_eq(outcome.unchanged, cases[i].unchanged, "%s", cases[i].about);
        desk_free(&desk);
    }
}

/* ---- strangers ---- */

Test(snapshots, what_is_no_store) {
    static const struct {
        const char *about, *text, *sql, *want;
        bool ours; /* a good store before the SQL */
    } cases[] = {
        {"no file", NULL, NULL, "there is no such store", false},
        {"an empty file", "", NULL, "there is no such store", false},
        {"a text", "partner,month\n", NULL, "is no store of dashboards", false},
        {"another program's", NULL, "CREATE TABLE snapshot (a)", "is a database of another program", false},
        {"of a newer version", NULL, "PRAGMA user_version = 99", "was written by a newer version", true},
        {"of an older version", NULL, "PRAGMA user_version = 1", "was written by an older version of this program; import", true},
        {"without any", NULL, "DELETE FROM snapshot", "holds no snapshot yet", true},
        {"a view instead of the table", NULL, "DROP TABLE source; CREATE VIEW source AS SELECT 1", "or a damaged one", true},
        {"another table", NULL, "ALTER TABLE snapshot ADD COLUMN more TEXT", "or a damaged one", true},
        {"rows without their index", NULL, "DROP INDEX rows_1_number", "or a damaged one", true},
        {"rows gone", NULL, "DROP TABLE rows_1", "or a damaged one", true},
        {"a date that is none", NULL, "UPDATE snapshot SET date = '2020-02-31'", "is damaged", true},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Desk desk = desk_new();
        GError *error = NULL;
        if (cases[i].ours)
            desk_refresh(&desk, "2020-02-15", A);
        if (cases[i].text)
            cr_assert(g_file_set_contents(desk.path, cases[i].text, -1, NULL));
        if (cases[i].sql)
            make_with(desk.path, cases[i].sql);
        SnapshotRows *rows = snapshot_rows_open(desk.path, STR_NONE, &error);
        cr_expect_null(rows, "%s", cases[i].about);
        cr_expect(error && strstr(error->message, cases[i].want) && strstr(error->message, "kpi.db"), "%s: %s", cases[i].about,
                  error ? error->message : "no error");
        g_clear_error(&error);
        desk_free(&desk);
    }
}

/* A look-up that meets damage says so; it never answers that there is no such row. */
Test(snapshots, a_row_that_is_damaged) {
    static const char *const damage[] = {"UPDATE rows_1 SET kpi = 'many'", "UPDATE rows_1 SET period = 202013",
                                         "UPDATE rows_1 SET revenue = ''", "UPDATE rows_1 SET file = -1, kpi = '1e5'"};
    for (size_t i = 0; i < G_N_ELEMENTS(damage); i++) {
        Desk desk = desk_new();
        desk_refresh(&desk, "2020-02-15", A);
        make_with(desk.path, damage[i]);
        SnapshotRows *rows = snapshot_rows_open(desk.path, STR_NONE, NULL);
        found(rows, desk.arena, "inv1");
        const char *failure = snapshot_rows_failure(rows);
        cr_expect(failure && strstr(failure, "is damaged"), "%s: %s", damage[i], failure ? failure : "no failure");
        snapshot_rows_free(&rows);
        desk_free(&desk);
    }
}

/* Bytes overwritten anywhere: refused, a failure, or the right rows; never a crash. */
Test(snapshots, damaged_bytes) {
    Desk desk = desk_new();
    desk_refresh(&desk, "2020-02-15", A "\n" B "\n" C);
    g_autofree char *good = NULL;
    gsize len;
    cr_assert(g_file_get_contents(desk.path, &good, &len, NULL));
    unsigned seed = 7;
    size_t refused = 0;
    for (int i = 0; i < 400; i++) {
        g_autofree char *bytes = g_memdup2(good, len);
        size_t cut = i % 4 == 0 ? (seed = seed * 1103515245 + 12345) % len : len;
        for (int j = 0; j < 1 + i % 8; j++) {
            seed = seed * 1103515245 + 12345;
            bytes[(seed >> 8) % (j % 2 ? 600 : len)] ^= (char)(1 + seed % 255);
        }
        FILE *file = fopen(desk.path, "wb");
        cr_assert(fwrite(bytes, 1, cut, file) == cut);
        fclose(file);
        SnapshotRows *rows = snapshot_rows_open(desk.path, STR_NONE, NULL);
        refused += !rows;
        for (int j = 0; rows && j < 3; j++)
            found(rows, desk.arena, (const char *const[]){"inv1", "inv2", "none"}[j]);
        snapshot_rows_free(&rows);
    }
    cr_expect(refused > 50 && refused < 400, "%zu refused", refused);
    desk_free(&desk);
}
