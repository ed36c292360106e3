/* Recognized: numbers that were read from a picture, where O may be 0, I 1, S 5 and B 8.
 *
 * A number of such a document that looks like one of the ticket's own is that one: the partner's characters stand. What the
 * document alone says is believed where the dashboard says it too; what meets nothing is in doubt, never guessed. */
#ifndef MATCH_RECOGNIZED_H
#define MATCH_RECOGNIZED_H

#include "match/case.h"

/* Puts the ticket's spelling into the numbers of recognized documents that look like it. Before they are paired. */
void recognized_align(Arena *arena, const Documents *documents, const Lines *lines);
/* Details of the effective values that only a recognized invoice gives and that the row does not confirm. */
unsigned recognized_doubt(const Case *c);

#endif
