/* Text: the outcome of a ticket as an agent reads it: the decision in plain words, the reasons, the draft.
 *
 * Nothing of a ticket reaches the terminal as a command: control characters and direction overrides are left out. */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

#include "run/pipeline.h"

typedef struct Style {
    const char *bold, *good, *warn, *faint, *off; /* "" without colour */
} Style;

Style style_of(bool colour);
void text_outcome(Buf *buf, const Outcome *outcome, bool colour);
/* Add `text` without what could steer a terminal; newlines and tabs stay. */
void text_add_safe(Buf *buf, Str text);
/* Add `text` as one line, with what text_add_safe() leaves out, line ends and tabs written as escapes: "\n", "\x1B". */
void text_add_escaped(Buf *buf, Str text);

#endif
