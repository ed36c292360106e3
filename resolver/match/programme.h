/* Programme: the facts of the partner programme that may change every year, with the day from which they hold.
 *
 * They come from programme.ini (which explains each) and from nowhere else: no rule of match knows a day of the month,
 * a length or a tolerance by itself. */
#ifndef MATCH_PROGRAMME_H
#define MATCH_PROGRAMME_H

#include <glib.h>

#include "model/model.h"

/* What holds from one day on, until the next section of the file. */
typedef struct ProgrammeYear {
    Date from;
    int refresh_day;       /* 1 to 28 */
    int window_months;     /* complete months on display */
    int lag_months;        /* from a month to the refresh that shows it */
    unsigned accepted_kinds; /* 1u << Kind of every kind that is evidence */
    Decimal tolerance;     /* of revenue */
    int near_edits;        /* of invoice numbers */
    Strs types;            /* catalogue codes */
    int listing_first_day, listing_last_day; /* third week of a month */
    int listing_visible_day;                 /* of the month after */
    Date extension_from, extension_to;       /* anniversaries with the COVID-19 extension */
    Str extension_excludes;                  /* the competency without it */
    Str free_type;                           /* type that cost nothing ... */
    Date free_from, free_to;                 /* ... on these days */
} ProgrammeYear;

typedef struct Programme Programme;

/* NULL and an error naming file, section and key when something is missing, unknown or out of range. Lives as long as
 * the run; read-only, so it may be shared. */
Programme *programme_load(const char *path, GError **error);
void programme_free(Programme **programme);

/* What holds on that day; never NULL. */
const ProgrammeYear *programme_at(const Programme *programme, Date day);

bool programme_accepts(const ProgrammeYear *year, Kind kind);
bool programme_has_type(const ProgrammeYear *year, Str type);

#endif
