/* Of the program resolver-extract: nothing is recognized there (parsers/extract/readers.h). */
#include "parsers/extract/ocr.h"

#include "base/banned.h"

Ocr *ocr_open(Arena *arena, Language language) {
    (void)arena;
    (void)language;
    return NULL;
}

bool ocr_page(Ocr *ocr, const unsigned char *pixels, int width, int height, int stride, Buf *out) {
    (void)ocr;
    (void)pixels;
    (void)width;
    (void)height;
    (void)stride;
    (void)out;
    return false;
}

void ocr_close(Ocr *ocr) {
    (void)ocr;
}
