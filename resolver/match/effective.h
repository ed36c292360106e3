/* Effective: what its accepted invoices make of a claim (contract section 6, "Effective values"). */
#ifndef MATCH_EFFECTIVE_H
#define MATCH_EFFECTIVE_H

#include "match/programme.h"

/* The details that an invoice completes and corrects; never the KPI value. */
#define EFFECTIVE_FROM_INVOICE                                                                                         \
    (DETAIL_BIT(DETAIL_MONTH) | DETAIL_BIT(DETAIL_YEAR) | DETAIL_BIT(DETAIL_OMLP_TYPE) |                               \
     DETAIL_BIT(DETAIL_PURCHASE_UNITS) | DETAIL_BIT(DETAIL_INVOICE_NUMBER) | DETAIL_BIT(DETAIL_REVENUE_VALUE) |        \
     DETAIL_BIT(DETAIL_CURRENCY))

typedef struct Effective {
    Details details;       /* the claim's, completed and corrected */
    Details invoice;       /* what its invoices give for it; nothing when they contradict each other */
    unsigned changed;      /* details that the claim gave and the invoice changed */
    unsigned settled;      /* ambiguous details of the claim that the invoice settled */
    unsigned contradicted; /* details on which its invoices contradict each other */
    unsigned ambiguous;    /* what stays unsettled, the contradicted ones included */
    unsigned missing;      /* required details that are neither there nor ambiguous */
    bool kpi_fallen;       /* the invoice corrected the units: the claimed KPI value does not count any more */
} Effective;

void effective_read(const ProgrammeYear *year, const Claim *claim, const Documents *accepted, Effective *out);

/* What one invoice says about a purchase like `claim`: of several items those of its type, else the only one, else just
 * date and number. */
void effective_invoice(const ProgrammeYear *year, const Document *invoice, const Details *claim, Details *out);

/* Do both give the detail, and differently? Revenue within the tolerance is one value. */
bool effective_differs(const ProgrammeYear *year, Detail detail, const Details *a, const Details *b);
/* Codes by word; types outside the catalogue without regard to case, width, blanks and dashes. */
bool effective_same_type(Str a, Str b);

/* The claim with what the invoice settled among its readings put in; the claim itself when nothing was. */
const Claim *effective_claim(Arena *arena, const Claim *claim, const Effective *effective);

/* Month and year as one date without a day; year 0 unless both are given. */
Date effective_period(const Details *details);

#endif
