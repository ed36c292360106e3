/* Calendar: which months the dashboard displays on a day, and when the next thing happens (domain.md, "The calendar").
 *
 * Months without a day are Dates with day 0. All rules count in whole months, so year boundaries need no care. */
#ifndef MATCH_CALENDAR_H
#define MATCH_CALENDAR_H

#include "match/programme.h"

typedef enum PeriodPlace { PERIOD_BEFORE, PERIOD_DISPLAYED, PERIOD_NOT_YET } PeriodPlace;

/* First and last month displayed on that day. */
void calendar_window(const ProgrammeYear *year, Date day, Date *from, Date *to);
PeriodPlace calendar_place(const ProgrammeYear *year, Date day, Date period);
/* The day on which the purchases of that month come on display. */
Date calendar_displayed_from(const ProgrammeYear *year, Date period);
/* The first refresh after that day. */
Date calendar_next_refresh(const ProgrammeYear *year, Date day);
/* The next third week that is not over yet, and the day by which a listing submitted then shows. */
void calendar_listing(const ProgrammeYear *year, Date day, Date *from, Date *to, Date *visible);

#endif
