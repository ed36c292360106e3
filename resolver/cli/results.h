/* Results: what report and due have in common: results files into a spool, with every line that is no result named. */
#ifndef CLI_RESULTS_H
#define CLI_RESULTS_H

#include "cli/cli.h"
#include "report/spool.h"

/* The files named on the command line, or standard input. NULL after complaining when nothing can be kept. *broken: lines or
 * files that could not be read; each is told on standard error, beyond a hundred only how many. */
Spool *cli_results(const Arguments *arguments, size_t *broken);

#endif
