/* Base64 as it is found: RFC 4648 with either alphabet, broken over lines, with or without its padding. */
#ifndef PARSERS_BASE64_H
#define PARSERS_BASE64_H

#include "base/arena.h"

/* False when a character is of neither alphabet or the length cannot be; *bytes then holds what came before. */
bool base64_decode(Arena *arena, Str text, Str *bytes);

#endif
