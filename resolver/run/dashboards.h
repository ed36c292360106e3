/* Dashboards: the files of `-d` into the store, whatever their format. */
#ifndef RUN_DASHBOARDS_H
#define RUN_DASHBOARDS_H

#include <glib.h>

#include "parsers/dashboard.h"
#include "parsers/extract.h"
#include "store/store.h"

/* Reads one file and adds its rows; a workbook by way of the extractor, each of its sheets that is a dashboard. Rows left out
 * go to `warnings` (char *, may be NULL) as "file:line: why". False and an error when it cannot be read or is no dashboard. */
bool dashboards_add(Store *store, const Lexicon *lexicon, const Extractor *extractor, const char *path, GPtrArray *warnings,
                    GError **error);

#endif
