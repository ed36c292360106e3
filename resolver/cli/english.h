/* English: decisions, findings, kinds in plain words for the support agent. The partner's languages are in templates/. */
#ifndef CLI_ENGLISH_H
#define CLI_ENGLISH_H

#include "base/buf.h"
#include "model/model.h"

const char *english_decision(Decision decision); /* "Ask for the actual invoice" */
const char *english_intent(Intent intent);       /* "a KPI discrepancy" */
const char *english_kind(Kind kind);             /* "an order confirmation" */
const char *english_detail(Detail detail);       /* "invoice number" */
const char *english_source(Source source);       /* "the signature" */
const char *english_listing(Listing listing);    /* "the name to show" */
const char *english_rule(int rule);              /* "a detail is missing" */

/* "20 January 2020", "January 2020", "2020". */
void english_date(Buf *buf, Date date);
/* "invoice F-17, January 2020, dMOC, 25 units, KPI 25, revenue 3125.00 EUR"; what is not given is left out. */
void english_details(Buf *buf, Arena *arena, const Details *details);
void english_row(Buf *buf, Arena *arena, const Row *row);
/* "month, KPI value and partner ID" of DETAIL_BITs and DETAIL_PARTNER_BIT. */
void english_missing(Buf *buf, unsigned missing);
/* A sentence or two, with full stops. */
void english_finding(Buf *buf, const Resolution *resolution, const Line *line, const Finding *finding);

#endif
