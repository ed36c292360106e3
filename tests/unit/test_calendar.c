#include <criterion/criterion.h>

#include "match_fixture.h"
#include "match/calendar.h"

static const struct {
    const char *day, *from, *to, *next;
} windows[] = {
    {"2020-01-14", "2018-12", "2019-11", "2020-01-15"}, {"2020-01-15", "2019-01", "2019-12", "2020-02-15"},
    {"2020-01-31", "2019-01", "2019-12", "2020-02-15"}, {"2020-02-14", "2019-01", "2019-12", "2020-02-15"},
    {"2020-02-15", "2019-02", "2020-01", "2020-03-15"}, {"2020-02-29", "2019-02", "2020-01", "2020-03-15"},
    {"2020-03-01", "2019-02", "2020-01", "2020-03-15"}, {"2020-12-14", "2019-11", "2020-10", "2020-12-15"},
    {"2020-12-15", "2019-12", "2020-11", "2021-01-15"}, {"2020-12-31", "2019-12", "2020-11", "2021-01-15"},
    {"2021-01-01", "2019-12", "2020-11", "2021-01-15"},
};

Test(calendar, window) {
    Programme *programme = programme_of_project();
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) {
        Date day = day_of(windows[i].day), from, to;
        const ProgrammeYear *year = programme_at(programme, day);
        calendar_window(year, day, &from, &to);
        cr_expect(str_eq_cstr(date_iso(arena, from), windows[i].from), "%s from", windows[i].day);
        cr_expect(str_eq_cstr(date_iso(arena, to), windows[i].to), "%s to", windows[i].day);
        cr_expect(str_eq_cstr(date_iso(arena, calendar_next_refresh(year, day)), windows[i].next), "%s next",
                  windows[i].day);
    }
    arena_free(&arena);
    programme_free(&programme);
}

static const struct {
    Date period;
    const char *from, *last_hidden, *last_shown, *first_gone;
} periods[] = {
    {{2020, 1, 0}, "2020-02-15", "2020-02-14", "2021-02-14", "2021-02-15"},
    {{2019, 12, 0}, "2020-01-15", "2020-01-14", "2021-01-14", "2021-01-15"},
    {{2019, 11, 0}, "2019-12-15", "2019-12-14", "2020-12-14", "2020-12-15"},
    {{2020, 2, 0}, "2020-03-15", "2020-02-29", "2021-03-14", "2021-03-15"},
};

Test(calendar, place) {
    Programme *programme = programme_of_project();
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        const ProgrammeYear *year = programme_at(programme, periods[i].period);
        Date from = calendar_displayed_from(year, periods[i].period);
        cr_expect(str_eq_cstr(date_iso(arena, from), periods[i].from), "%zu", i);
        cr_expect_eq(calendar_place(year, day_of(periods[i].last_hidden), periods[i].period), PERIOD_NOT_YET, "%zu", i);
        cr_expect_eq(calendar_place(year, from, periods[i].period), PERIOD_DISPLAYED, "%zu", i);
        cr_expect_eq(calendar_place(year, day_of(periods[i].last_shown), periods[i].period), PERIOD_DISPLAYED, "%zu", i);
        cr_expect_eq(calendar_place(year, day_of(periods[i].first_gone), periods[i].period), PERIOD_BEFORE, "%zu", i);
    }
    arena_free(&arena);
    programme_free(&programme);
}

static const struct {
    const char *day, *from, *to, *visible;
} listings[] = {
    {"2020-01-01", "2020-01-15", "2020-01-21", "2020-02-07"}, {"2020-01-15", "2020-01-15", "2020-01-21", "2020-02-07"},
    {"2020-01-21", "2020-01-15", "2020-01-21", "2020-02-07"}, {"2020-01-22", "2020-02-15", "2020-02-21", "2020-03-07"},
    {"2020-11-22", "2020-12-15", "2020-12-21", "2021-01-07"}, {"2020-12-22", "2021-01-15", "2021-01-21", "2021-02-07"},
};

Test(calendar, listing) {
    Programme *programme = programme_of_project();
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof listings / sizeof *listings; i++) {
        Date day = day_of(listings[i].day), from, to, visible;
        calendar_listing(programme_at(programme, day), day, &from, &to, &visible);
        cr_expect(str_eq_cstr(date_iso(arena, from), listings[i].from), "%s", listings[i].day);
        cr_expect(str_eq_cstr(date_iso(arena, to), listings[i].to), "%s", listings[i].day);
        cr_expect(str_eq_cstr(date_iso(arena, visible), listings[i].visible), "%s", listings[i].day);
    }
    arena_free(&arena);
    programme_free(&programme);
}
