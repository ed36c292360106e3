/* Where each syntax of electronic invoices keeps what is read; data for parsers/extract/einvoice.c. */
#ifndef PARSERS_EINVOICE_SYNTAX_H
#define PARSERS_EINVOICE_SYNTAX_H

#include "model/model.h"

/* What a type code makes of a paper. */
typedef struct CodeKind {
    const char *code;
    Kind kind;
} CodeKind;

typedef struct Syntax {
    const char *root;       /* local name of the root element */
    const char *name;       /* as people call the syntax */
    Kind kind;              /* without a type code */
    const CodeKind *codes;  /* by type code; NULL: the root element says it all */
    const char *code;       /* paths as in xml_text(), from `paper` on */
    const char *paper;      /* of several papers in one file; NULL: the root is the paper */
    const char *series;     /* joined before the number */
    const char *number, *date, *currency;
    const char *net;        /* total without tax */
    const char *parts;      /* where that is the sum of several elements; used when `net` finds nothing */
    const char *discount;   /* taken off the net total */
    const char *orders[6];  /* numbers of orders and confirmations that it quotes */
    const char *corrects;   /* numbers of the invoices that a credit note takes back */
    const char *line, *item, *quantity, *amount;
    const char *currency_fixed; /* of a national syntax that never says it */
} Syntax;

/* NULL when the root element is of no known syntax. */
const Syntax *syntax_of_root(Str root);

/* Is the root element of this XML (the beginning will do) one of an invoice, an order or their kin? */
bool einvoice_sniff(Str head);

#endif
