/* The subject of a reply: one "Re: ", however often the mail went to and fro before. */
#ifndef REPLY_SUBJECT_H
#define REPLY_SUBJECT_H

#include "base/arena.h"

#define SUBJECT_MAX 200 /* code points that are kept */

/* "AW: RE[2]: Fwd: KPI" gives "Re: KPI"; `otherwise` where nothing is left. One line, without control characters. */
Str subject_reply(Arena *arena, Str subject, Str otherwise);

#endif
