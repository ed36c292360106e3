#include "match/claimed.h"

#include "base/banned.h"

Str claimed_number(Arena *arena, const Line *line) {
    if (!detail_given(&line->effective, DETAIL_INVOICE_NUMBER))
        return STR("");
    return number_fold(arena, line->effective.value[DETAIL_INVOICE_NUMBER].text);
}

void claimed_mark(Arena *arena, Line *line, Str ticket) {
    Finding *finding = VEC_PUSH(arena, &line->findings);
    finding->code = FINDING_CLAIMED_ELSEWHERE;
    finding->detail = DETAIL_COUNT;
    finding->ticket = ticket;
}
