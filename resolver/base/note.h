/* Notes: positioned remarks on strange input. A strange ticket is data, never an error: parsers go on and leave a
 * note that explain, the log and the JSON can show. */
#ifndef BASE_NOTE_H
#define BASE_NOTE_H

#include "base/vec.h"

typedef struct Note {
    Str where;   /* file, attachment or field; may be absent */
    size_t line; /* 1-based; 0 when there is none */
    Str text;    /* one sentence, English, without a full stop */
} Note;

typedef VEC(Note) Notes;

void note_add(Arena *arena, Notes *notes, Str where, size_t line, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

#endif
