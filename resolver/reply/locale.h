/* Locale: dates, numbers, money and lists as one language writes them, from the tables of ICU (CLDR).
 *
 * Months are named, never numbered, so that no day can be taken for a month: "15 February 2020", "15 février 2020",
 * "1er février 2020". Money is the amount and its ISO 4217 code, unmistakable in every language: "3,125.00 EUR",
 * "3 125,00 EUR" (no-break spaces); some read their own as they write it: "1,250,000원", "125,000円", "NT$12,500",
 * "3 125,00 ₽". English is written the international way (day first).
 *
 * Opening one costs about a millisecond and happens once a language and thread; what is written before is remembered. */
#ifndef REPLY_LOCALE_H
#define REPLY_LOCALE_H

#include "model/model.h"

typedef struct Locale Locale;

/* The calling thread's own; lives as long as the thread. Never NULL. */
Locale *locale_of(Language language);

/* Texts live as long as the arena, but not beyond the thread's next locale_of() of that language. */

/* "15 February 2020"; without a day "February 2020"; without a month "2020"; without a date "". Text that is no real
 * date is written as ISO 8601. */
Str locale_date(Locale *locale, Arena *arena, Date date);
Str locale_month(Locale *locale, Arena *arena, int month); /* 1-12, by itself: "February" */
/* Grouped, with the decimals it has: "3,125.50", "3 125,50". */
Str locale_number(Locale *locale, Arena *arena, Decimal number);
/* With the decimals of its currency at least; the bare number when the currency is absent. */
Str locale_money(Locale *locale, Arena *arena, Decimal amount, Str currency);
/* "A, B and C" */
Str locale_list(Locale *locale, Arena *arena, const Str *items, size_t n);

/* Reads back what locale_number() wrote, grouped or not; false when the token is anything else. */
bool locale_read_number(const Locale *locale, Str token, Decimal *out);

#endif
