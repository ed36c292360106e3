#include <criterion/criterion.h>
#include <glib/gstdio.h>

#include "match_fixture.h"

/* The whole of the project's file, with one more section or one line changed. */
static char *project_file(void) {
    char *text;
    cr_assert(g_file_get_contents("resolver/match/programme.ini", &text, NULL, NULL));
    return text;
}

static Programme *load_text(const char *text, GError **error) {
    char path[] = "/tmp/programme-XXXXXX";
    int file = g_mkstemp(path);
    cr_assert(file >= 0 && g_file_set_contents(path, text, -1, NULL));
    g_close(file, NULL);
    Programme *programme = programme_load(path, error);
    g_unlink(path);
    return programme;
}

Test(programme, facts_of_the_project) {
    Programme *programme = programme_of_project();
    const ProgrammeYear *year = programme_at(programme, (Date){2020, 1, 20});
    cr_expect_eq(year->refresh_day, 15);
    cr_expect_eq(year->window_months, 12);
    cr_expect_eq(year->lag_months, 1);
    cr_expect_eq(year->near_edits, 2);
    cr_expect_eq(decimal_cmp(year->tolerance, (Decimal){1, 2}), 0);
    cr_expect_eq(year->types.len, 8);
    cr_expect(programme_has_type(year, STR("moc_on_demand")) && !programme_has_type(year, STR("Lab Kit")));
    for (int kind = 0; kind < KIND_COUNT; kind++)
        cr_expect_eq(programme_accepts(year, (Kind)kind), kind == KIND_INVOICE);
    cr_expect_eq(date_cmp(year->extension_to, (Date){2021, 6, 30}), 0);
    cr_expect(str_eq_cstr(year->extension_excludes, "Cloud Business Applications"));
    cr_expect(str_eq_cstr(year->free_type, "dmoc"));
    cr_expect_eq(programme_at(programme, (Date){1990, 1, 1}), year, "the first section holds for the days before it");
    programme_free(&programme);
    cr_expect_null(programme);
}

Test(programme, later_sections_change_what_they_give) {
    g_autofree char *project = project_file();
    g_autofree char *text = g_strconcat(project, "\n[2023-07-01]\nwindow_months = 6\n[2022-07-01]\nrefresh_day = 10\n"
                                                 "accepted_kinds = invoice; receipt\n", NULL);
    static const struct {
        Date day;
        int refresh, window;
        bool receipt;
    } want[] = {{{2022, 6, 30}, 15, 12, false}, {{2022, 7, 1}, 10, 12, true}, {{2023, 6, 30}, 10, 12, true},
                {{2023, 7, 1}, 10, 6, true},    {{2030, 1, 1}, 10, 6, true}};
    GError *error = NULL;
    Programme *programme = load_text(text, &error);
    cr_assert(programme, "%s", error ? error->message : "");
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
        const ProgrammeYear *year = programme_at(programme, want[i].day);
        cr_expect_eq(year->refresh_day, want[i].refresh, "%zu", i);
        cr_expect_eq(year->window_months, want[i].window, "%zu", i);
        cr_expect_eq(programme_accepts(year, KIND_RECEIPT), want[i].receipt, "%zu", i);
    }
    programme_free(&programme);
}

Test(programme, refused) {
    static const struct {
        const char *add, *says;
    } cases[] = {
        {"[2022-07-01]\nrefresh_day = 29\n", "[2022-07-01] refresh_day is out of range"},
        {"[2022-07-01]\nrefresh_day = 0\n", "refresh_day is out of range"},
        {"[2022-07-01]\nrefresh_day = mid\n", "refresh_day is out of range"},
        {"[2022-07-01]\nwindow_months = 0\n", "window_months is out of range"},
        {"[2022-07-01]\nrefreshday = 3\n", "refreshday is no fact of the programme"},
        {"[2022-07-01]\naccepted_kinds = invoice;bill\n", "accepted_kinds names a kind"},
        {"[2022-07-01]\nrevenue_tolerance = -0.01\n", "revenue_tolerance is no amount"},
        {"[2022-07-01]\nfree_from = 2021-02-29\n", "free_from is no date"},
        {"[2022-07-01]\nlisting_last_day = 14\n", "listing_last_day lies before"},
        {"[2022-07-01]\nfree_type =\n", "free_type is empty"},
        {"[next year]\nrefresh_day = 3\n", "is no date"},
        {"what is this\n", "programme-"},
    };
    g_autofree char *project = project_file();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        g_autofree char *text = g_strconcat(project, "\n", cases[i].add, NULL);
        g_autoptr(GError) error = NULL;
        Programme *programme = load_text(text, &error);
        cr_expect_null(programme, "%s", cases[i].add);
        cr_assert_not_null(error, "%s", cases[i].add);
        cr_expect(strstr(error->message, cases[i].says), "%s: %s", cases[i].add, error->message);
    }
    g_autoptr(GError) missing = NULL, nothing = NULL, absent = NULL;
    cr_expect_null(load_text("[2019-07-01]\nrefresh_day = 15\n", &missing));
    cr_expect(strstr(missing->message, "window_months is missing"), "%s", missing->message);
    cr_expect_null(load_text("# nothing\n", &nothing));
    cr_expect(strstr(nothing->message, "no section"), "%s", nothing->message);
    cr_expect_null(programme_load("/nowhere/programme.ini", &absent));
    cr_expect(strstr(absent->message, "/nowhere/programme.ini"), "%s", absent->message);
}
