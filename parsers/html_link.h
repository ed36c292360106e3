/* Links of HTML: what address a reader should see behind a text. */
#ifndef PARSERS_HTML_LINK_H
#define PARSERS_HTML_LINK_H

#include "base/arena.h"

/* The web address behind `href` (raw attribute value) that `visible` does not show already; STR_NONE when there is
 * none. An address wrapped by a mail gateway is unwrapped. */
Str html_link(Arena *arena, Str href, Str visible);

#endif
