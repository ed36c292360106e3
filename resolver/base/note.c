#include "base/note.h"

#include <stdarg.h>

#include "base/banned.h"

void note_add(Arena *arena, Notes *notes, Str where, size_t line, const char *format, ...) {
    va_list args;
    va_start(args, format);
    Note *note = VEC_PUSH(arena, notes);
    *note = (Note){.where = where, .line = line, .text = arena_vprintf(arena, format, args)};
    va_end(args);
}
