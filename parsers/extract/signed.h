/* Signed: what stands inside a signed file (CMS, ".p7m"; DER, base64 or PEM), as Italy sends its invoices.
 *
 * The signature is not verified, as nobody here knows whom to trust; the content is read as if it came alone. */
#ifndef PARSERS_EXTRACT_SIGNED_H
#define PARSERS_EXTRACT_SIGNED_H

#include "parsers/extract.h"

void signed_read(Arena *arena, const ExtractAsk *ask, Extract *out);

#endif
