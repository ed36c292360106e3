/* Drafts: words by which a paper, whatever its heading, says that it is none yet or none any more: "pro forma", "PREVIEW",
 * "CANCELLED". */
#ifndef PARSERS_KIND_DRAFT_H
#define PARSERS_KIND_DRAFT_H

#include "parsers/page.h"

/* A name of a draft that is the paper's own, even below the title of an invoice; one with digits beside it is another paper's
 * number or date. */
bool draft_names_paper(const Page *page, const Sign *title);
/* "PROFORMA" alone in its line, no label of a number below it: a stamp, whatever heading stands elsewhere. */
bool draft_is_stamp(const Page *page, const Sign *title);
/* "This is a pro forma" says it of itself; "a final invoice will follow" is said by a prepayment too. */
bool draft_is_said(const Page *page, const Sign *sentence);
/* A word of KIND_STAMP that is said of the paper: alone in its line, or beside the name of an invoice and nothing else:
 * "*** VOID ***", "Invoice no. 12 (preview)". */
bool draft_stamps(const Page *page, const Sign *sign);

#endif
