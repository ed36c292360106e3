/* How likely is it that bytes are in a certain legacy charset? Home of the letter statistics behind charset.h. */
#ifndef PARSERS_CHARSET_SCORE_H
#define PARSERS_CHARSET_SCORE_H

#include "base/arena.h"
#include "model/model.h"

typedef struct CharsetScore {
    const char *name; /* as charset.h gives it; static */
    int score;        /* thousandths of a point for each byte above 127; below 0: rather not */
} CharsetScore;

/* The best candidate for the bytes; name NULL when there is no byte above 127. */
CharsetScore charset_best(Str bytes, Language hint);
/* The score of windows-1252 alone, to weigh the best candidate against. */
int charset_score_western(Str bytes);

#endif
