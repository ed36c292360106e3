/* Labels: the short words under which a report counts, for its reader; the codes of the JSON are in model.h. */
#ifndef REPORT_LABELS_H
#define REPORT_LABELS_H

#include "model/model.h"
#include "report/entry.h"

const char *label_decision(Decision decision); /* "Ask for the invoice" */
const char *label_finding(FindingCode code);   /* "KPI value differs" */
const char *label_intent(Intent intent);       /* "KPI discrepancy" */
const char *label_kind(Kind kind);             /* "Order confirmation" */
const char *label_wait(Wait wait);             /* "Partner: was asked for details or an invoice" */
const char *label_detail(Detail detail);       /* "invoice number" */
/* The language by its English name; the tag itself when it is none of the eleven. */
const char *label_language(const char *tag);
/* A product type by its usual name; as written when it is outside the catalogue. */
const char *label_type(const char *code);

/* A stranger's text for the page: control characters show as replacement characters. A copy only where there are any. */
Str label_text(Arena *arena, Str text);

typedef struct LabelPair {
    const char *word, *label;
} LabelPair;
extern const LabelPair label_types[]; /* of the catalogue; ends with NULL */

#endif
