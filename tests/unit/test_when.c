#include "parsers/when.h"
#include "value_fixture.h"

#define EN LANGUAGE_EN
#define FR LANGUAGE_FR
#define DE LANGUAGE_DE
#define ES LANGUAGE_ES
#define JA LANGUAGE_JA
#define KO LANGUAGE_KO
#define RU LANGUAGE_RU
#define ZH LANGUAGE_ZH_CN
#define TW LANGUAGE_ZH_TW

static const Date written = {2020, 3, 10};

/* "2020-01-05", "2020-01", "2020-00" for a year, "0000-01" for a bare month; "a|b" when ambiguous; "" when there is none */
static Str when_str(Arena *arena, bool found, const When *when) {
    if (!found)
        return STR("");
    Buf buf = {.arena = arena};
    const Date *dates[] = {&when->date, &when->other};
    for (size_t i = 0; i < (when->ambiguous ? 2u : 1u); i++) {
        buf_printf(&buf, "%s%04d-%02d", i ? "|" : "", dates[i]->year, dates[i]->month);
        if (dates[i]->day)
            buf_printf(&buf, "-%02d", dates[i]->day);
    }
    return buf_str(&buf);
}

static const struct {
    Language language;
    const char *text, *want, *read; /* read: how much of it, when not all */
} in_text[] = {
    {EN, "2020-01-05", "2020-01-05", NULL},
    {EN, "2020/1/5", "2020-01-05", NULL},
    {EN, "2020.01.05", "2020-01-05", NULL},
    {EN, "2020-01-05T09:30:00Z", "2020-01-05", "2020-01-05"},
    {EN, "2020-01-05T", "", NULL},
    {EN, "05/01/2020", "2020-01-05|2020-05-01", NULL},
    {FR, "05/01/2020", "2020-01-05", NULL},
    {JA, "05/01/2020", "2020-01-05|2020-05-01", NULL},
    {EN, "05.01.2020", "2020-01-05", NULL},
    {EN, "5. 1. 2020", "2020-01-05", NULL},
    {EN, "25/01/2020", "2020-01-25", NULL},
    {EN, "01/25/2020", "2020-01-25", NULL},
    {EN, "05/05/2020", "2020-05-05", NULL},
    {FR, "05/01/20", "2020-01-05", NULL},
    {FR, "05-01-20", "", NULL},
    {JA, "20/01/05", "", NULL},
    {EN, "31/02/2020", "", NULL},
    {EN, "29.02.2020", "2020-02-29", NULL},
    {EN, "29.02.2019", "", NULL},
    {EN, "31/12/1999", "", NULL},
    {EN, "05/01-2020", "", NULL},
    {EN, "01/2020", "2020-01", NULL},
    {EN, "1/2020", "2020-01", NULL},
    {EN, "01.2020", "2020-01", NULL},
    {EN, "13/2020", "", NULL},
    {EN, "2020-01", "2020-01", NULL},
    {EN, "2020/01", "2020-01", NULL},
    {EN, "2020-1", "", NULL},
    {EN, "2020.01", "", NULL},
    {EN, "2020-13", "", NULL},
    {EN, "2020-01-15-77", "", NULL},
    {EN, "2020", "", NULL},
    {EN, "25", "", NULL},
    {EN, "01/20", "", NULL},
    {EN, "10:30", "", NULL},
    {EN, "January 2020", "2020-01", NULL},
    {EN, "JAN. 2020,", "2020-01", "jan. 2020"},
    {EN, "Jan-21", "2021-01", NULL},
    {EN, "Jan '21", "2021-01", NULL},
    {EN, "Jan/2021", "2021-01", NULL},
    {EN, "January, 2020", "2020-01", NULL},
    {EN, "January of 2020", "2020-01", NULL},
    {EN, "March 4, 2021", "2021-03-04", NULL},
    {EN, "March 4th, 2021", "2021-03-04", NULL},
    {EN, "4 March 2021", "2021-03-04", NULL},
    {EN, "4th of March 2021", "2021-03-04", NULL},
    {EN, "4-Mar-21", "2021-03-04", NULL},
    {EN, "31 February 2021", "", NULL},
    {EN, "2021 March", "2021-03", NULL},
    {EN, "2021-Mar", "2021-03", NULL},
    {EN, "March", "0000-03", NULL},
    {EN, "Marching", "", NULL},
    {EN, "last month", "2020-02", NULL},
    {EN, "last February", "2020-02", NULL},
    {EN, "last December", "2019-12", NULL},
    {EN, "January last year", "2019-01", NULL},
    {FR, "1er mars 2021", "2021-03-01", NULL},
    {FR, "5 févr. 2020", "2020-02-05", NULL},
    {FR, "février dernier", "2020-02", NULL},
    {FR, "janv.-20", "2020-01", NULL},
    {FR, "le mois dernier", "2020-02", NULL},
    {FR, "août 2020", "2020-08", NULL},
    {DE, "26. Juli 2014", "2014-07-26", NULL},
    {DE, "März 2020", "2020-03", NULL},
    {ES, "ene-20", "2020-01", NULL},
    {ES, "4 de marzo de 2020", "2020-03-04", NULL},
    {ES, "enero del 2020", "2020-01", NULL},
    {RU, "янв. 2020 г.", "2020-01", "янв. 2020"},
    {RU, "5 января 2020", "2020-01-05", NULL},
    {JA, "2020年1月", "2020-01", NULL},
    {JA, "2020年1月5日", "2020-01-05", NULL},
    {JA, "２０２０年１月", "2020-01", NULL},
    {JA, "令和2年1月", "2020-01", NULL},
    {JA, "令和元年5月", "2019-05", NULL},
    {JA, "平成31年4月", "2019-04", NULL},
    {JA, "去年12月", "2019-12", NULL},
    {JA, "3月間", "", NULL},
    {JA, "3月", "0000-03", NULL},
    {JA, "1月020201", "0000-01", "1月"},
    {JA, "2020年", "2020-00", NULL},
    {JA, "2020年13月", "", NULL},
    {JA, "2020年2月30日", "", NULL},
    {ZH, "2013年2月15号", "2013-02-15", NULL},
    {ZH, "3个月", "", NULL},
    {TW, "民國109年1月", "2020-01", NULL},
    {TW, "109年1月", "2020-01", NULL},
    {JA, "109年1月", "", NULL},
    {TW, "109/01/05", "2020-01-05", NULL},
    {EN, "109/01/05", "", NULL},
    {KO, "2020년 1월", "2020-01", NULL},
    {KO, "2020년 1월 5일", "2020-01-05", NULL},
    {KO, "2025. 10. 23.", "2025-10-23", "2025. 10. 23"},
};

static WhenHabit habit_of(Language language) {
    return (WhenHabit){.written = written, .language = language};
}

Test(when, in_text) {
    Lexicon *lexicon = tree_lexicon();
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(in_text); i++) {
        WhenHabit habit = habit_of(in_text[i].language);
        When when = {0};
        Str folded = exact(text_folded(arena, str_of(in_text[i].text)));
        bool found = when_at(lexicon, &(Text){.folded = folded}, folded.len, 0, &habit, &when);
        Str got = when_str(arena, found, &when);
        cr_expect(str_eq_cstr(got, in_text[i].want), "%s: want \"%s\", got \"%.*s\"", in_text[i].text, in_text[i].want,
                  STR_ARG(got));
        if (found && in_text[i].read)
            cr_expect(str_eq_cstr(str_sub(folded, 0, when.to), in_text[i].read), "%s", in_text[i].text);
        else if (found)
            cr_expect_eq(when.to, folded.len, "%s: %zu", in_text[i].text, when.to);
        free((char *)folded.data);
    }
    arena_free(&arena);
    lexicon_free(&lexicon);
}

/* Where no date begins: inside codes and numbers. */
Test(when, not_there) {
    static const struct {
        const char *text;
        size_t at;
    } cases[] = {{"a2020-01-05", 1}, {"a-2020-01-05", 2}, {"5-2020-01-05", 2}, {"rg#01/2020", 3}, {"é-01/2020", 3},
                 {"xjanuary 2020", 1}, {"1.01/2020", 2}, {"inv_05/01/2020", 4}};
    Lexicon *lexicon = tree_lexicon();
    WhenHabit habit = habit_of(EN);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        When when;
        Str text = exact_cstr(cases[i].text);
        cr_expect(!when_at(lexicon, &(Text){.folded = text}, text.len, cases[i].at, &habit, &when), "%s", cases[i].text);
        free((char *)text.data);
    }
    lexicon_free(&lexicon);
}

static const struct {
    Language language;
    WhenAsked asked;
    const char *text, *want;
} cells[] = {
    {EN, WHEN_MONTH, "1", "0000-01"},
    {EN, WHEN_MONTH, "01", "0000-01"},
    {EN, WHEN_MONTH, "13", ""},
    {EN, WHEN_MONTH, "0", ""},
    {EN, WHEN_MONTH, "1.", "0000-01"},
    {EN, WHEN_MONTH, "1 (January)", "0000-01"},
    {EN, WHEN_MONTH, "3 (January)", ""},
    {EN, WHEN_MONTH, "3 - January", ""},
    {EN, WHEN_MONTH, "January", "0000-01"},
    {EN, WHEN_MONTH, "December (Aralık)", "0000-12"},
    {EN, WHEN_MONTH, "January / February", ""},
    {EN, WHEN_MONTH, "January 2020", "2020-01"},
    {EN, WHEN_MONTH, "January 2020 (Q1 2020)", ""},
    {EN, WHEN_MONTH, "2020", ""},
    {EN, WHEN_MONTH, "1 2", ""},
    {EN, WHEN_MONTH, "soon", ""},
    {EN, WHEN_MONTH, "", ""},
    {EN, WHEN_MONTH, "  ", ""},
    {FR, WHEN_MONTH, "janvier", "0000-01"},
    {DE, WHEN_MONTH, "26. Juli 2014", "2014-07-26"},
    {FR, WHEN_MONTH, "Décembre", "0000-12"},
    {JA, WHEN_MONTH, "1月", "0000-01"},
    {JA, WHEN_MONTH, "1月分", "0000-01"},
    {KO, WHEN_MONTH, "1월", "0000-01"},
    {ZH, WHEN_MONTH, "五月", "0000-05"},
    {EN, WHEN_YEAR, "2020", "2020-00"},
    {EN, WHEN_YEAR, "'20", ""},
    {EN, WHEN_YEAR, "20", ""},
    {EN, WHEN_YEAR, "5", ""},
    {EN, WHEN_YEAR, "1999", ""},
    {EN, WHEN_YEAR, "20200", ""},
    {EN, WHEN_YEAR, "2020 2021", ""},
    {EN, WHEN_YEAR, "2020/21", ""},
    {EN, WHEN_YEAR, "January", ""},
    {EN, WHEN_YEAR, "January 2020", "2020-01"},
    {JA, WHEN_YEAR, "2020年", "2020-00"},
    {JA, WHEN_YEAR, "令和2年", "2020-00"},
    {KO, WHEN_YEAR, "2020년", "2020-00"},
    {TW, WHEN_YEAR, "民國109年", "2020-00"},
    {EN, WHEN_PERIOD, "01/2020", "2020-01"},
    {EN, WHEN_PERIOD, "11 / 2016", "2016-11"},
    {EN, WHEN_PERIOD, "11 -2016", "2016-11"},
    {EN, WHEN_PERIOD, "2016 -11", "2016-11"},
    {EN, WHEN_PERIOD, "2020-1", "2020-01"},
    {EN, WHEN_PERIOD, "2020.01", "2020-01"},
    {EN, WHEN_PERIOD, "202001", "2020-01"},
    {EN, WHEN_PERIOD, "202013", ""},
    {EN, WHEN_PERIOD, "01/20", "2020-01"},
    {EN, WHEN_PERIOD, "01/12", ""},
    {EN, WHEN_MONTH, "01/20", ""},
    {EN, WHEN_PERIOD, "November , 2016", "2016-11"},
    {FR, WHEN_PERIOD, "2016, nov", "2016-11"},
    {FR, WHEN_PERIOD, "janv. 2020", "2020-01"},
    {EN, WHEN_PERIOD, "Jan 2019 / Jan 2020", ""},
    {EN, WHEN_PERIOD, "01/2020 - 03/2020", ""},
    {EN, WHEN_PERIOD, "January to March 2020", ""},
    {EN, WHEN_PERIOD, "Q1 2020", ""},
    {KO, WHEN_PERIOD, "2026. 3.", "2026-03"},
    {TW, WHEN_PERIOD, "109/1", "2020-01"},
    {EN, WHEN_DATE, "20200105", "2020-01-05"},
    {EN, WHEN_DATE, "20201305", ""},
    {EN, WHEN_DATE, "2020-01-05 10:30", "2020-01-05"},
    {EN, WHEN_DATE, "2020-01-05T09:30:00Z", "2020-01-05"},
    {EN, WHEN_DATE, "2020-01-05 00:00:00", "2020-01-05"},
    {EN, WHEN_DATE, "Friday, March 4, 2021", "2021-03-04"},
    {EN, WHEN_DATE, "2020-01-05 25", ""},
    {EN, WHEN_DATE, "25 2020-01-05", ""},
    {EN, WHEN_DATE, "25", ""},
    {EN, WHEN_DATE, "'05.01.2020", "2020-01-05"},
    {EN, WHEN_DATE, "2\u200B0\u202E20-01-05", "2020-01-05"},
    {FR, WHEN_DATE, "le vendredi 5 janvier 2020 à 10:30", "2020-01-05"},
};

Test(when, cells) {
    Lexicon *lexicon = tree_lexicon();
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++) {
        WhenHabit habit = habit_of(cells[i].language);
        When when = {0};
        Str raw = exact_cstr(cells[i].text);
        Str got = when_str(arena, when_read(lexicon, arena, raw, cells[i].asked, &habit, &when), &when);
        cr_expect(str_eq_cstr(got, cells[i].want), "%s: want \"%s\", got \"%.*s\"", cells[i].text, cells[i].want, STR_ARG(got));
        free((char *)raw.data);
    }
    arena_free(&arena);
    lexicon_free(&lexicon);
}

Test(when, orders) {
    static const struct {
        const char *text;
        DayOrder want;
    } cases[] = {{"", ORDER_UNKNOWN},
                 {"05/01/2020", ORDER_UNKNOWN},
                 {"25/01/2020 and 05/01/2020", ORDER_DAY_FIRST},
                 {"01/25/2020", ORDER_MONTH_FIRST},
                 {"25/01/2020, 01/25/2020", ORDER_UNKNOWN},
                 {"2020-01-25", ORDER_UNKNOWN},
                 {"INV-25/01/2020", ORDER_UNKNOWN}};
    Arena *arena = arena_new();
    Lexicon *lexicon = tree_lexicon();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Text text;
        text_fold(arena, str_of(cases[i].text), &text);
        cr_expect_eq(when_order_of_text(lexicon, &text), cases[i].want, "%s", cases[i].text);
    }
    cr_expect_eq(when_order_of_language(FR), ORDER_DAY_FIRST);
    cr_expect_eq(when_order_of_language(EN), ORDER_UNKNOWN);
    cr_expect_eq(when_order_of_language(KO), ORDER_UNKNOWN);
    lexicon_free(&lexicon);
    arena_free(&arena);
}

/* Every day of the programme, printed in many ways, is read as itself. */
Test(when, there_and_back) {
    static const char *const names[] = {"", "January", "February", "March", "April", "May", "June", "July", "August", "September",
                                        "October", "November", "December"};
    Lexicon *lexicon = tree_lexicon();
    Arena *arena = arena_new();
    WhenHabit habit = {.order = ORDER_DAY_FIRST, .written = written, .language = EN};
    for (int index = date_month_index((Date){2018, 1, 0}); index < date_month_index((Date){2022, 1, 0}); index++)
        for (int day = 1; day <= 31; day++) {
            Date d = date_of_month_index(index, day);
            arena_clear(arena);
            const Str forms[] = {arena_printf(arena, "%d-%02d-%02d", d.year, d.month, d.day),
                                 arena_printf(arena, "%d/%d/%d", d.day, d.month, d.year),
                                 arena_printf(arena, "%02d.%02d.%d", d.day, d.month, d.year),
                                 arena_printf(arena, "%s %d, %d", names[d.month], d.day, d.year),
                                 arena_printf(arena, "%d %s %d", d.day, names[d.month], d.year),
                                 arena_printf(arena, "%d年%d月%d日", d.year, d.month, d.day),
                                 arena_printf(arena, "令和%d年%d月%d日", d.year - 2018, d.month, d.day)};
            for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
                When when;
                bool era = i == 6, found = when_read(lexicon, arena, forms[i], WHEN_DATE, &habit, &when);
                bool real = date_valid(d) && !(era && d.year < 2019);
                if (!real)
                    cr_assert(!found || !when.date.day || !date_valid(when.date) || era, "%.*s", STR_ARG(forms[i]));
                else
                    cr_assert(found && date_cmp(when.date, d) == 0, "%.*s", STR_ARG(forms[i]));
            }
        }
    arena_free(&arena);
    lexicon_free(&lexicon);
}

static Lexicon *shared;

static void read_all(Arena *arena, Str raw) {
    Text text;
    When when;
    WhenHabit habit = habit_of(EN);
    text_fold(arena, raw, &text);
    for (size_t at = 0; at < text.folded.len; at++)
        if (((unsigned char)text.folded.data[at] & 0xC0) != 0x80 && when_at(shared, &text, text.folded.len, at, &habit, &when))
            cr_assert(when.from == at && when.to > at && when.to <= text.folded.len);
    when_read(shared, arena, raw, WHEN_PERIOD, &habit, &when);
    when_order_of_text(shared, &text);
}

Test(when, growth) {
    static const char *const pieces[] = {"1", "1.", "1/", "1 ", "1 of ", "January ", "January of the ", "of ", " ", "\n", "last ", "last of ",
                                         "2020年", "令和", "令和 ", "年月", "2020-01-05 ", "2020-01-05", "01/2020/", ","};
    shared = tree_lexicon();
    expect_linear(read_all, pieces, G_N_ELEMENTS(pieces));
    lexicon_free(&shared);
}
