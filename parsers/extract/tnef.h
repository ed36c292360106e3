/* Tnef: the attachments inside a winmail.dat, as Outlook packs them for its own kind. */
#ifndef PARSERS_EXTRACT_TNEF_H
#define PARSERS_EXTRACT_TNEF_H

#include "parsers/extract.h"

void tnef_read(Arena *arena, const ExtractAsk *ask, Extract *out);

#endif
