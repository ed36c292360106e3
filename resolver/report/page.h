/* Page: the report as one HTML page that needs nothing beside itself: charts drawn here, a table that filters in the
 * browser. Its look lies in templates/report/.
 *
 * Tickets are strangers' text: everything of them is escaped, in the page by Mustache, in the data of the table so that
 * no text ends its script; and the page's own policy (Content-Security-Policy) lets nothing run or load but its own script
 * and style, named by their hashes. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "base/buf.h"
#include "report/groups.h"
#include "report/summary.h"

#define PAGE_TICKETS_MOST 10000 /* in the table; the page says how many are left out */
#define PAGE_GROUPS_MOST 60

/* Writes the file whole or not at all. `templates`: the folder that holds report/. False and an error naming the file. */
bool page_write(const char *path, const char *templates, Spool *spool, const Summary *summary, const Groups *groups, GError **error);

/* For page.c: the table's data as JSON that may stand inside <script>; *listed: how many tickets are in it. */
bool page_rows(Buf *out, Spool *spool, const Groups *groups, size_t *listed, GError **error);

#endif
