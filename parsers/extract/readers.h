/* Readers: which function reads which form of file. Each program has its table: resolver-extract that of readers.c,
 * resolver-ocr, which recognizes text in pictures and is started only where there is need, that of readers_ocr.c, the tests theirs. */
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
