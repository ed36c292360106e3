#include "parsers/extract/readers.h"

#include "parsers/extract/pdf.h"
#include "base/banned.h"

const ExtractReader extract_readers[] = {
    {EXTRACT_PDF, pdf_prepare, pdf_read},
};
const size_t extract_readers_len = sizeof extract_readers / sizeof *extract_readers;
