/* Digests: a map from digests (base/digest.h) to numbers that does not grow the process: beyond `memory` bytes it moves to
 * a file without a name in $TMPDIR (else /var/tmp), which ends with the process. Where no file can be made it
 * stays in memory. Keys must be spread evenly, as digests are; 0 is no key. Nothing is ever taken out.
 *
 *     Digests *seen = digests_new(DIGESTS_MEMORY);
 *     if (!digests_get(seen, key, &value)) digests_set(seen, key, 1); */
#ifndef RUN_DIGESTS_H
#define RUN_DIGESTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DIGESTS_MEMORY ((size_t)2 * 1024 * 1024)

typedef struct Digests Digests;

Digests *digests_new(size_t memory);
void digests_free(Digests **digests);
bool digests_get(const Digests *digests, uint64_t key, uint64_t *value);
void digests_set(Digests *digests, uint64_t key, uint64_t value); /* replaces an earlier value */

/* A new file without a name; -1 when none can be made. Closed on exec. */
int digests_nameless_file(void);

#endif
