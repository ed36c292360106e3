/* Due: whose awaited refresh has come. */
#ifndef REPORT_DUE_H
#define REPORT_DUE_H

#include "report/entry.h"

typedef struct Due {
    size_t waiting;  /* claim lines of the ticket that wait for a refresh */
    size_t come;     /* those whose period is displayed on the day */
    Date first;      /* from when the first of them is displayed; year 0 when none waits */
    Date last;       /* from when all of them are */
} Due;

/* What becomes of the ticket's waiting lines on the day. A ticket sent again waits with the one that it repeats. */
Due due_of(const Entry *entry, Date day);

#endif
