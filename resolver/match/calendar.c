#include "match/calendar.h"

#include "base/banned.h"

void calendar_window(const ProgrammeYear *year, Date day, Date *from, Date *to) {
    bool refreshed = day.day >= year->refresh_day;
    int last = date_month_index(day) - year->lag_months - (refreshed ? 0 : 1);
    *to = date_of_month_index(last, 0);
    *from = date_of_month_index(last - year->window_months + 1, 0);
}

PeriodPlace calendar_place(const ProgrammeYear *year, Date day, Date period) {
    Date from, to;
    calendar_window(year, day, &from, &to);
    int month = date_month_index(period);
    if (month < date_month_index(from))
        return PERIOD_BEFORE;
    return month > date_month_index(to) ? PERIOD_NOT_YET : PERIOD_DISPLAYED;
}

Date calendar_displayed_from(const ProgrammeYear *year, Date period) {
    return date_of_month_index(date_month_index(period) + year->lag_months, year->refresh_day);
}

Date calendar_next_refresh(const ProgrammeYear *year, Date day) {
    bool refreshed = day.day >= year->refresh_day;
    return date_of_month_index(date_month_index(day) + (refreshed ? 1 : 0), year->refresh_day);
}

void calendar_listing(const ProgrammeYear *year, Date day, Date *from, Date *to, Date *visible) {
    int month = date_month_index(day) + (day.day > year->listing_last_day ? 1 : 0);
    *from = date_of_month_index(month, year->listing_first_day);
    *to = date_of_month_index(month, year->listing_last_day);
    *visible = date_of_month_index(month + 1, year->listing_visible_day);
}
