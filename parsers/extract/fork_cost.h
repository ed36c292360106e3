/* Fork cost: what a child costs before and behind its document. Half of what a one-page PDF cost was the kernel's: copying and
 * tearing down the mappings of sixty libraries, and a page at a time for the child's memory. */
#ifndef PARSERS_EXTRACT_FORK_COST_H
#define PARSERS_EXTRACT_FORK_COST_H

/* Once, in the server, when everything is loaded. Changes what children cost and nothing else: what the system does not grant is
 * done without. */
void fork_cost_lower(void);

#endif
