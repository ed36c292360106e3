/* The report as text: counts and bars as wide as the terminal. */
#ifndef CLI_REPORT_TEXT_H
#define CLI_REPORT_TEXT_H

#include "base/buf.h"
#include "report/groups.h"
#include "report/summary.h"

typedef struct ReportStyle {
    int width;   /* columns */
    bool drawn;  /* for a terminal: bars of blocks; else of "#" */
    bool colour;
} ReportStyle;

/* Of standard output: its width where it is a terminal, 80 columns elsewhere. */
ReportStyle report_style(void);

void report_text(Buf *buf, const Summary *summary, const Groups *groups, const ReportStyle *style);

#endif
