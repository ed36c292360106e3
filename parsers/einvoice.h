/* Electronic invoices and their kin: UBL, UN/CEFACT CII (ZUGFeRD, Factur-X), Order-X, FatturaPA, Facturae, CFDI, NF-e and
 * NFS-e, DIAN. What such a paper is stands in its root element and its type code, not in words.
 *
 * What is where in each syntax is one table (einvoice_syntax.c). The sources of the rules are the public specifications
 * of these syntaxes and the code list UNTDID 1001. A code that is not known makes no invoice. */
#ifndef PARSERS_EINVOICE_H
#define PARSERS_EINVOICE_H

#include "model/model.h"

#define EINVOICE_ITEMS_MAX  1000 /* of one paper; later ones are left out */
#define EINVOICE_PAPERS_MAX 50   /* of one file */

/* Reads the XML of `document` (its bytes): sets readable, structured, kind, accepted, reason and the facts. A file that holds
 * several papers (FatturaPA, Facturae) is told as the first; the others are pushed to `more`, named "name#2", "name#3" ...
 * XML that is no such paper is `other` with the reason; damaged or hostile XML is not readable. */
void einvoice_read(Arena *arena, Document *document, Documents *more);

/* Is the root element of this XML (the beginning will do) one of an invoice, an order or their kin? */
bool einvoice_sniff(Str head);

#endif
