/* Results: the lines of results files, one at a time. A file is never held whole; "-" is standard input. */
#ifndef REPORT_RESULTS_H
#define REPORT_RESULTS_H

#include <stdbool.h>

#include "base/str.h"

typedef struct Results Results;

typedef struct ResultsItem {
    Str text;          /* one line without its end; valid until the next is asked for */
    const char *file;
    size_t line;       /* 1-based; 0 when the file itself could not be read */
    const char *error; /* why there is no text: a file that cannot be opened, a line beyond all bounds; else NULL */
} ResultsItem;

/* `paths` must outlive the Results; none at all is standard input. */
Results *results_open(const char *const *paths, size_t n);
/* False at the end of the last file. Empty lines are passed over. */
bool results_next(Results *results, ResultsItem *item);
void results_free(Results **results);

#endif
