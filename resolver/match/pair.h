/* Pair: which documents belong to which claim lines (contract section 5, "What belongs where"). */
#ifndef MATCH_PAIR_H
#define MATCH_PAIR_H

#include "match/programme.h"

#define PAIR_TEXT_MAX ((size_t)256 * 1024) /* of a document's text that is searched for the numbers of lines */
#define PAIR_NUMBER_LEAST 4 /* a shorter number is not searched in texts: "12" stands in every document */
#define PAIR_NUMBER_MOST 64

/* Fills `accepted` and `refused` of every line, each in the order of the documents; the lines have their claim. A
 * document that belongs to no line is in none of them. */
void pair_documents(Arena *arena, const ProgrammeYear *year, const Documents *documents, const Lines *lines);

#endif
