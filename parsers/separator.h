/* Between a label and its value: a colon, an equals sign, a tab, leaders, dashes, two blanks. */
#ifndef PARSERS_SEPARATOR_H
#define PARSERS_SEPARATOR_H

#include "parsers/segment.h"

typedef struct Separator {
    size_t from, to;
} Separator;

/* The first separator of a line behind a label of a few words; false when it has none. */
bool separator_first(Str folded, Span content, Separator *out);
bool separator_blank_at(Str folded, size_t at, size_t to);

#endif
