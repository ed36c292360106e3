/* Pdf: the text of a PDF's pages with its layout, and the files embedded in it. By Poppler. */
#ifndef PARSERS_EXTRACT_PDF_H
#define PARSERS_EXTRACT_PDF_H

#include "parsers/extract.h"

#define PDF_PAGES_MAX 100 /* further ones are not read */
#define PDF_FILES_MAX 50  /* embedded files; further ones are not handed out */

void pdf_prepare(void);
void pdf_read(Arena *arena, const ExtractAsk *ask, Extract *out);

#endif
