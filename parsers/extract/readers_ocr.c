#include "parsers/extract/readers.h"

#include "parsers/extract/ocr.h"
#include "parsers/extract/pdf.h"
#include "base/banned.h"

/* Of the program resolver-ocr: what may have to be recognized. */
const ExtractReader extract_readers[] = {
    {EXTRACT_PDF, pdf_prepare, pdf_read},
    {EXTRACT_PICTURE, NULL, ocr_read},
};
const size_t extract_readers_len = sizeof extract_readers / sizeof *extract_readers;
