/* Workbook: the report as an XLSX that a manager can sort: a summary, all tickets, the groups with their tickets, what is due when.
 *
 * Nothing in it is a formula: every text of a ticket is a text cell, also one that begins with "=", "+", "-" or "@". Numbers and
 * days are real ones. It is written row by row, so memory does not grow with the queue; what a sheet of a workbook cannot hold (its
 * last row) is told in that row. */
#ifndef REPORT_WORKBOOK_H
#define REPORT_WORKBOOK_H

#include "report/groups.h"
#include "report/summary.h"

/* Writes the file whole or not at all. False and an error naming the file. */
bool workbook_write(const char *path, Spool *spool, const Summary *summary, const Groups *groups, GError **error);

#endif
