/* Ini: the lines of a configuration file, each with its number. GKeyFile, which the files of words use, forgets on which line a
 * key stands and takes the last of two; here both must be told. */
#ifndef CONNECT_INI_H
#define CONNECT_INI_H

#include <glib.h>

#include "model/model.h"

typedef struct IniLine {
    size_t line;
    Str section; /* in which it stands */
    Str key;     /* absent: the line opens the section */
    Str value;   /* trimmed */
} IniLine;
typedef VEC(IniLine) IniLines;

/* "[section]", "key = value", blank lines and comments, which begin with "#" or ";". Views of `text`. False and an error
 * "file:line: ..." for any other line, a key before the first section, a section or a key of one that stands twice. */
bool ini_read(Arena *arena, Str file, Str text, IniLines *out, GError **error);

#endif
