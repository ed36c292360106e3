/* Dates of the programme: days, and months without a day. Proleptic Gregorian, no time zone. */
#ifndef MODEL_DATE_H
#define MODEL_DATE_H

#include "base/arena.h"

typedef struct Date {
    int year;  /* 0: no date */
    int month; /* 1-12; 0: only the year is known */
    int day;   /* 1-31; 0: only the month is known */
} Date;

static inline bool date_given(Date d) {
    return d.year != 0;
}
bool date_valid(Date d);         /* a real day; leap years counted; day 0 and month 0 are not valid */
bool date_parse_iso(Str text, Date *out); /* "2020-01-20", also when a time follows ("2020-01-20T09:30:00Z") */
Str date_iso(Arena *arena, Date d);       /* "2020-01-20", "2020-01" without a day, "" without a date */
int date_cmp(Date a, Date b);
int date_month_index(Date d);             /* year * 12 + month - 1: months can be counted */
Date date_of_month_index(int index, int day);
Date date_today(void);                    /* UTC */

#endif
