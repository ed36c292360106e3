/* HTML to text: what a person reads, in lines.
 *
 * Blocks and <br> make lines, paragraphs are parted by an empty line, list items begin with "- " or their number, a
 * link shows its address in angle brackets unless its text is the address. Scripts, styles and hidden elements are left
 * out. A blockquote's lines begin with "> ", unless it holds a forwarded message, which its header lines tell.
 *
 * A data table gives one line a row, cells parted by one tab, line ends inside a cell turned into blanks; a cell that
 * spans rows stands in each of them, one that spans columns is followed by empty cells. A layout table (one column,
 * tables or long text in its cells) gives the lines of its cells. Closing tags may be missing.
 *
 * Written by hand and not with libxml2: its HTML parser is quadratic in the attributes of a tag and in open elements,
 * and its tree loses text below depth 256. This one reads each byte a bounded number of times, whatever the input. */
#ifndef PARSERS_HTML_H
#define PARSERS_HTML_H

#include "base/arena.h"

#define HTML_MAX ((size_t)64 * 1024 * 1024) /* a longer text is cut there */

typedef struct HtmlText {
    Str text;
    size_t rows; /* lines that are rows of data tables of at least two rows and columns */
} HtmlText;

/* `utf8` is valid UTF-8; the text is in the arena. */
HtmlText html_to_text(Arena *arena, Str utf8);

/* The charset that a <meta> or an XML declaration in the first bytes names; STR_NONE when none does. */
Str html_charset(Str bytes);

/* Does it look like HTML: a doctype, or a tag of HTML at the beginning? */
bool html_sniff(Str text);

#endif
