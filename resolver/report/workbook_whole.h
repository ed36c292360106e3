/* Whole: does a finished workbook hold all that was put into it? The library that writes it spools its sheets into temporary
 * files and never asks whether the disk took them. */
#ifndef REPORT_WORKBOOK_WHOLE_H
#define REPORT_WORKBOOK_WHOLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* sheets[i]: bytes between <sheetData> and </sheetData> of sheet i + 1. Every part of the archive must be there to the end of
 * its root element, every sheet with exactly its bytes. Reads the file once; keeps nothing of it in memory. */
bool workbook_is_whole(const char *path, const uint64_t *sheets, size_t n);

#endif
