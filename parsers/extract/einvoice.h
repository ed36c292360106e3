/* Electronic invoices and their kin: UBL, UN/CEFACT CII (ZUGFeRD, Factur-X), Order-X, FatturaPA, Facturae, CFDI, NF-e and
 * NFS-e, DIAN. What such a paper is stands in its root element and its type code, not in words.
 *
 * What is where in each syntax is one table (parsers/einvoice_syntax.c). The sources of the rules are the public specifications
 * of these syntaxes and the code list UNTDID 1001. A code that is not known makes no invoice. */
#ifndef PARSERS_EXTRACT_EINVOICE_H
#define PARSERS_EXTRACT_EINVOICE_H

#include "parsers/extract.h"

#define EINVOICE_ITEMS_MAX  1000 /* of one paper; later ones are left out */
#define EINVOICE_PAPERS_MAX 50   /* of one file */

/* Reads the XML of `document` (its bytes): sets readable, structured, kind, accepted, reason and the facts. A file that holds
 * several papers (FatturaPA, Facturae) is told as the first; the others are pushed to `more`, without a name.
 * XML that is no such paper is `other` with the reason; damaged or hostile XML is not readable. */
void einvoice_read(Arena *arena, Document *document, Documents *more);

/* The same as a reader of the worker (parsers/extract.h). */
void einvoice_prepare(void);
void einvoice_extract(Arena *arena, const ExtractAsk *ask, Extract *out);

#endif
