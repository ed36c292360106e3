#include "parsers/extract/readers.h"

#include "parsers/extract/archive.h"
#include "parsers/extract/einvoice.h"
#include "parsers/extract/pdf.h"
#include "parsers/extract/signed.h"
#include "parsers/extract/tnef.h"
#include "parsers/extract/workbook.h"
#include "base/banned.h"

/* Of the program resolver-extract: all that needs no recognition. */
const ExtractReader extract_readers[] = {
    {EXTRACT_PDF, pdf_prepare, pdf_read},
    {EXTRACT_SIGNED, NULL, signed_read},
    {EXTRACT_WORKBOOK, NULL, workbook_read},
    {EXTRACT_ARCHIVE, NULL, archive_read},
    {EXTRACT_TNEF, NULL, tnef_read},
    {EXTRACT_XML, einvoice_prepare, einvoice_extract},
};
const size_t extract_readers_len = sizeof extract_readers / sizeof *extract_readers;
