/* Wording: how the partners of one language write the invented tickets of the benchmark.
 *
 * In the texts {month} {year} {type} {units} {shown} {invoice} {money} {partner} {date} and {n} stand for the values of a purchase. */
#ifndef BENCH_WORDING_H
#define BENCH_WORDING_H

#include <stdbool.h>

typedef enum MoneyHabit {
    MONEY_ENGLISH, /* EUR 1,234.50 */
    MONEY_FRENCH,  /* 1 234,50 € */
    MONEY_GERMAN,  /* 1.234,50 EUR */
    MONEY_EASTERN  /* 1,234.50 EUR */
} MoneyHabit;

typedef struct Wording {
    const char *name, *subject;      /* of the requester; of the ticket */
    const char *labelled, *prose;    /* bodies about one purchase */
    const char *table, *row;         /* heading of a table, and one row of it */
    const char *questions[4];
    const char *closing, *quoted, *disclaimer;
    const char *invoice, *confirmation; /* attached documents */
    const char *months[12], *types[6];
    MoneyHabit money;
} Wording;

#define WORDINGS 11
extern const Wording wordings[WORDINGS];

#endif
