/* HTML of a draft: made from its text, so that both say the same, and escaped as a whole, so that nothing of a ticket
 * can be markup. No scripts, no links, no pictures, nothing that is loaded from elsewhere. */
#ifndef REPLY_HTML_H
#define REPLY_HTML_H

#include "base/buf.h"
#include "model/model.h"

void html_escape(Buf *out, Str text); /* & < > " ' */
/* Paragraphs at empty lines, lists of lines that begin with "- " or "・", headings of blocks ("1. ...") in bold. */
Str html_fragment(Arena *arena, Str text, Language language);
/* A whole page around a fragment. `title` is text. */
Str html_page(Arena *arena, Str fragment, Str title, Language language);

#endif
