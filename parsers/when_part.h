/* The parts that dates are made of: shared by the readers of dates and by nobody else. */
#ifndef PARSERS_WHEN_PART_H
#define PARSERS_WHEN_PART_H

#include "parsers/when.h"

/* Two or three figures with one separator between: "05/01/2020". */
typedef struct Parts {
    int n, value[3];
    size_t len[3], end;
    char sep;
} Parts;

static inline bool when_digit(char c) {
    return c >= '0' && c <= '9';
}
bool when_alnum(Str folded, size_t at);         /* a digit or a letter of an alphabet */
uint32_t when_char(Str folded, size_t at);      /* 0 at the end */
size_t when_blanks(Str folded, size_t at);      /* behind blanks and newlines */

/* Digits at `at`: how many (0 for none or more than four), their value. */
size_t when_number(Str folded, size_t at, int *value);
bool when_year_ok(int year);
bool when_month_ok(int month);
/* Languages that write the year before the month. */
bool when_year_first(Language language);

/* A date does not touch letters or digits, nor a separator with a digit on its other side. */
bool when_begins(Str folded, size_t from);
bool when_ends(Str folded, size_t to);

/* A cell may hold what is more often no date in a sentence: "2020-1", "2020.01", "1 / 2020". */
bool when_parts(Str folded, size_t at, bool cell, Parts *out);
bool when_figures(Str folded, size_t at, const WhenHabit *habit, bool cell, When *out);
/* 2020年1月5日, 令和2年1月, 民國109年1月, 2020년 1월. */
bool when_east(Str folded, size_t at, const WhenHabit *habit, When *out);
bool when_month_name(const Lexicon *lexicon, const Text *text, size_t at, Hit *hit);
/* when_at() of the whole text, in a cell if `cell` says so. */
bool when_anywhere(const Lexicon *lexicon, const Text *text, size_t at, const WhenHabit *habit, bool cell, When *out);

#endif
