/* What a field holds when its name says nothing to us: "When: March 2020", なにを: デジタルMOC, "Bought in | 03/2020". */
#ifndef PARSERS_LABEL_GUESS_H
#define PARSERS_LABEL_GUESS_H

#include "parsers/mention.h"

/* The label of the value in folded[from, to) of the reader's text, told by the value alone: a month with its year and nothing
 * else is the period, a product of the catalogue and nothing else the type; of the labels whose bits stand in `seen` none is
 * guessed again. `days`: a whole date will do, too; elsewhere it may be
 * any event's. LABEL_COUNT when the value speaks for nothing. */
Label label_of_value(const Reader *reader, unsigned seen, bool days, size_t from, size_t to);
/* The same of a field whose name was read as `known`: LABEL_COUNT, or a name that does not say which detail stands there, "Course",
 * "Item", where the value may say that it is the type. Of names that say nothing some are misspelt, "Rechnugsnr", or count what
 * was bought, "Codes bought". `known` when nothing is guessed. */
Label label_of_field(const Reader *reader, Label known, const Text *name, Span at, unsigned seen, bool days, Span value);
/* "Fc.: A 0003-00012874": the one name in a list of fields that says nothing, where the others give every detail but the number,
 * and a code behind it: LABEL_INVOICE_NUMBER; else LABEL_COUNT. */
Label label_left_over(const Reader *reader, const Text *name, Span at, unsigned seen, Span value);
/* The detail whose label the name in folded[from, to) is, but for one letter; LABEL_COUNT when it is none, or perhaps another's. */
Label label_misspelt(const Reader *reader, const Text *name, size_t from, size_t to);
/* Does the name of such a field speak of another date or paper, "Paid in", "Course starts", "Order", or of what is shown, "You
 * show"? Then nothing is guessed. */
bool name_is_of_other(const Reader *reader, const Text *name, size_t from, size_t to);
/* Does it speak of what is shown, "On your dashboard: December 2020"? */
bool name_is_of_screen(const Reader *reader, const Text *name, size_t from, size_t to);

#endif
