/* Readers: which function reads which form of file. The program resolver-extract has one table, its tests another. */
#ifndef PARSERS_EXTRACT_READERS_H
#define PARSERS_EXTRACT_READERS_H

#include "parsers/extract.h"

typedef struct ExtractReader {
    ExtractForm form;
    void (*prepare)(void); /* once, in the server, before any document; NULL: nothing to do */
    void (*read)(Arena *arena, const ExtractAsk *ask, Extract *out);
} ExtractReader;

extern const ExtractReader extract_readers[];
extern const size_t extract_readers_len;

#endif
