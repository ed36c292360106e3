/* What a commercial document says: its number, the numbers it quotes, date of issue, currency, net total and
 * items.
 *
 * invoice_read() (kind.h) does it all; here are the steps that the judging of kinds and of tables needs too.
 */
#ifndef PARSERS_INVOICE_H
#define PARSERS_INVOICE_H

#include "parsers/number.h"
#include "parsers/page.h"

#define PAPER_NUMBER_MAX 40 /* bytes; a longer run of digits and letters is no number of a paper */

/* The number of a paper that begins at folded[at), read whole ("CC-118 820"), behind "no.", ":" or "#";
 * nothing of it lies at or behind `end`. False for dates, amounts, and anything without a digit. */
bool paper_number_at(const Page *page, size_t at, size_t end, size_t *from, size_t *to);
/* The same for the value of a label or title: behind it in its cell, in the cell to the right, or in the one
 * below. */
bool paper_number_of(const Page *page, const Sign *label, size_t *from, size_t *to);
/* The number of the invoice that the words of a credit note speak of ("Cancels invoice no. 12"), behind its series if one is given. */
bool paper_number_corrected(const Page *page, const Sign *words, size_t *from, size_t *to);
/* How many lines right below hold a number in the column of that label: more than one is a list of papers. */
size_t paper_numbers_below(const Page *page, const Sign *label);

/* The track number of a uniform invoice of Taiwan, which needs no label; none on other papers. */
Str paper_track(const Page *page);

/* A money amount in folded[at, end): the last one there that is no percentage. */
bool paper_amount_in(const Page *page, size_t at, size_t end, NumberHabit habit, int decimals,
                     Decimal *value);

/* No letters before it in its cell, but for the same name in another language: "FACTURA / Invoice". */
bool paper_leads_cell(const Page *page, const Sign *sign);
/* "No. A-12  Date: 3 May": within a cell a colon tells a label as well. */
bool paper_is_label(const Page *page, const Sign *sign);
/* The same phrase names another paper, too: "Your order" on a confirmation and on an order. */
bool paper_is_shared(const Page *page, const Sign *sign);

/* The day of issue as labelled, said beside the title, or bare near the top; absent where day and month may be swapped and neither
 * the currency nor the days for payment settle it. `document` with kind and currency. (parsers/invoice_date.c) */
Date paper_date(const Page *page, const Document *document, Language language);

typedef struct PaperTotals {
    Decimal net, gross, tax, total; /* `total`: labelled without saying which */
    bool has_net, has_gross, has_tax, has_total;
} PaperTotals;
/* The totals as labelled. The last of each label stands, as a carried-over subtotal comes first; but of several nets the one
 * that makes the gross total with the tax. */
void paper_totals(const Page *page, NumberHabit habit, int decimals, PaperTotals *totals);

/* The catalogue code that the description of an item names; absent when none. */
Str paper_type(const Lexicon *lexicon, Arena *arena, Str description);
/* The table of what was bought; empty when there is none. */
void paper_items(const Page *page, NumberHabit habit, int decimals, InvoiceItems *items);

#endif
