/* Titles: what the name of a paper says by where and how it stands.
 *
 * "INVOICE" alone in its line is a title, "Order: 123" a reference, "Receipt for invoice 12" a receipt, and
 * an "Invoice" far down or in a sentence next to nothing. All of it is read from the cell, never from the
 * word alone. */
#ifndef PARSERS_KIND_TITLE_H
#define PARSERS_KIND_TITLE_H

#include "parsers/page.h"

enum {
    TITLE_ALONE = 10,   /* the title is all that its cell says */
    TITLE_LEADS = 8,    /* it begins its cell and makes most of it */
    TITLE_PART = 5,     /* it begins or ends a short heading */
    TITLE_SENTENCE = 3, /* it begins a longer line */
    TITLE_LABEL = 5,    /* "Order: 123" may be a title or a reference */
    TITLE_CAPITALS = 2,
    TITLE_FIRST = 2 /* no other title stands above it */
};

/* Letters outside tokens with digits: a number beside a title takes nothing from it. */
size_t title_letters(const Page *page, size_t from, size_t to);
/* TITLE_ALONE to TITLE_SENTENCE by the rest of its cell; 0 in the head of a table or in a long line. */
int title_weight(const Page *page, const Sign *title);
/* That weight, less further down the page. */
int title_by_place(const Page *page, const Sign *title, int weight);
/* It labels a number of another paper: "Order: 123", "Sales order   SO-33910". */
bool title_is_reference(const Page *page, const Sign *title);
/* It is part of a code: "PO" in "PO123456". */
bool title_is_in_code(const Page *page, const Sign *title);
bool title_is_capitals(const Page *page, const Sign *title);
/* Another name before it in its heading governs it: the invoice in "Receipt for invoice 12". */
bool title_is_governed(const Page *page, const Sign *title);
/* Its heading also names what an invoice cannot be: "INVOICE (pro forma)". */
bool title_is_shared(const Page *page, const Sign *title);
/* In English the last noun says what it is: "Invoice dispute form". */
bool title_is_compound(const Page *page, const Sign *title);
/* It begins a cell of the first lines, where a number label stands for a title too. */
bool title_heads_page(const Page *page, const Sign *sign);
/* An invoice may be this at the same time (contract section 5). */
bool kind_goes_with_invoice(Kind kind);

#endif
