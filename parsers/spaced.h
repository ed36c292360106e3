/* Spaced: titles with blanks between their letters, "I N V O I C E", "発 注 書", "전 자 세 금 계 산 서". */
#ifndef PARSERS_SPACED_H
#define PARSERS_SPACED_H

#include "base/arena.h"

/* The text with the letters of such lines put together; the text itself where there are none. Only whole lines, or what
 * stands before a bracket or a wide gap: two narrow columns side by side are no title. Linear. */
Str spaced_join(Arena *arena, Str text);
/* In folded text: the end of a run of East Asian letters with blanks between them that begins at `at`, "数  量"; `at` when
 * none does. *gap: the widest between them. */
size_t spaced_end(Str folded, size_t at, size_t to, size_t *gap);

#endif
