/* Extracted: what becomes of the papers that the Extractor found in an attachment. Called by format_open(). */
#ifndef PARSERS_EXTRACTED_H
#define PARSERS_EXTRACTED_H

#include "parsers/format.h"

#define EXTRACTED_DOCUMENTS_MAX 1000 /* of a ticket; files in files beyond are noted and left out */

/* Fills the document from its bytes by context->extractor, and opens the files found inside. */
void extracted_open(const FormatContext *context, ExtractForm form, Document *document);

#endif
