/* Ocr: the text of pictures of pages, by Tesseract, in the ticket's language and English.
 *
 * A page that can hardly be read in it may be in another script: those of the eleven languages are tried, the best is taken.
 * While time allows, a page is read a second time, enlarged and with its greys parted otherwise: the fuller reading is taken,
 * and what only the other has.
 * Slightly turned pages are straightened, pages on their side or head are turned. A picture too small to be a page (logos, banners of
 * signatures) is not looked at. All pages of a file share one allowance of time; what it does not reach is not read. */
#ifndef PARSERS_EXTRACT_OCR_H
#define PARSERS_EXTRACT_OCR_H

#include "base/buf.h"
#include "parsers/extract.h"

#define OCR_SECONDS    14                /* of computing, for all pages of a file */
#define OCR_PAGES_MAX  10
#define OCR_PIXELS_MAX ((size_t)80000000) /* of a page; 300 dpi A3 has 17 million */
#define OCR_PAGE_LEAST 400               /* pixels of the shorter side of a page */

/* A picture file (PNG, JPEG, TIFF with its pages, GIF, WebP, BMP) as a reader of the worker. */
void ocr_read(Arena *arena, const ExtractAsk *ask, Extract *out);

typedef struct Ocr Ocr;

/* NULL when Tesseract or the language data are not there. */
Ocr *ocr_open(Arena *arena, Language language);
/* Appends the text of a page of pixels (blue, green, red and a byte that is not looked at; rows of `stride` bytes). False when
 * time is over. */
bool ocr_page(Ocr *ocr, const unsigned char *pixels, int width, int height, int stride, Buf *out);
void ocr_close(Ocr *ocr);

#endif
