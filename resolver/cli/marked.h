/* Marked: the ticket's text with every value marked where it was read, for `resolver explain`. */
#ifndef CLI_MARKED_H
#define CLI_MARKED_H

#include "cli/text.h"

/* The text, its zones named where they begin, each value as "[25 = purchase units]". */
void marked_text(Buf *buf, const Outcome *outcome, const Style *style);
/* The values that were not read in the text: from the subject, form fields, attachments, options. */
void marked_elsewhere(Buf *buf, const Outcome *outcome);

#endif
