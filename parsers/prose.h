/* Sentences: values that no field names (contract section 3: "we bought 25 dMOC licences in January 2020 ..."). */
#ifndef PARSERS_PROSE_H
#define PARSERS_PROSE_H

#include "parsers/mention.h"

/* Month and year of a date, as mentions. */
void mention_when(Reader *reader, const When *when, Rank rank, Role role);

/* Does the stretch hold words that steer the meaning of its numbers: "instead of", "shown", "not", "should be"? */
bool prose_has_steering(Reader *reader, size_t from, size_t to);
/* Reads the numbers of the stretch as values of one detail, each with its role. False when none could be read. */
bool prose_detail(Reader *reader, Detail detail, size_t from, size_t to, Rank rank);
/* The types named in the stretch. */
void prose_types(Reader *reader, size_t from, size_t to, Rank rank);

#endif
