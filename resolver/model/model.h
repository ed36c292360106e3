/* The objects of a ticket's way: Ticket -> Documents -> Claims -> Resolution -> Reply.
 *
 * Every object lives in the arena of its ticket and points back at what it came from; nothing here has a destructor.
 * Closed sets (details, kinds, decisions ...) are X-macros: one list gives the enum and its word in the JSON of
 * contract.md. All text is UTF-8. Absent texts are STR_NONE, absent dates have year 0. */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include "base/note.h"
#include "base/vec.h"
#include "model/date.h"
#include "model/decimal.h"

/* ---- the details of a purchase (contract section 3); the last two stand beside the seven ---- */

#define DETAIL_LIST(X)                                                                                                 \
    X(DETAIL_MONTH, "month")                                                                                           \
    X(DETAIL_YEAR, "year")                                                                                             \
    X(DETAIL_OMLP_TYPE, "omlp_type")                                                                                   \
    X(DETAIL_PURCHASE_UNITS, "purchase_units")                                                                         \
    X(DETAIL_INVOICE_NUMBER, "invoice_number")                                                                         \
    X(DETAIL_KPI_VALUE, "kpi_value")                                                                                   \
    X(DETAIL_REVENUE_VALUE, "revenue_value")                                                                           \
    X(DETAIL_CURRENCY, "currency")                                                                                     \
    X(DETAIL_UNIT_OF_MEASURE, "unit_of_measure")
#define DETAIL_REQUIRED 7 /* the first seven must be known (contract section 6, rule 2) */

/* ---- kinds of documents (contract section 5); only the first is evidence ---- */

#define KIND_LIST(X)                                                                                                   \
    X(KIND_INVOICE, "invoice")                                                                                         \
    X(KIND_CREDIT_NOTE, "credit_note")                                                                                 \
    X(KIND_PROFORMA_INVOICE, "proforma_invoice")                                                                       \
    X(KIND_ORDER_CONFIRMATION, "order_confirmation")                                                                   \
    X(KIND_PURCHASE_ORDER, "purchase_order")                                                                           \
    X(KIND_QUOTATION, "quotation")                                                                                     \
    X(KIND_DELIVERY_NOTE, "delivery_note")                                                                             \
    X(KIND_RECEIPT, "receipt")                                                                                         \
    X(KIND_ACCOUNT_STATEMENT, "account_statement")                                                                     \
    X(KIND_PARTNER_REPORT, "partner_report")                                                                           \
    X(KIND_DASHBOARD_EXPORT, "dashboard_export")                                                                       \
    X(KIND_CLAIM_TABLE, "claim_table")                                                                                 \
    X(KIND_OTHER, "other")

/* ---- decisions of a line in the order of the rules (contract section 6), then those of a ticket ---- */

#define DECISION_LIST(X)                                                                                               \
    X(DECISION_REVIEW, "review")                                                                                       \
    X(DECISION_REQUEST_INFORMATION, "request_information")                                                             \
    X(DECISION_NO_DISCREPANCY, "no_discrepancy")                                                                       \
    X(DECISION_EXPLAIN_DIFFERENCE, "explain_difference")                                                               \
    X(DECISION_OUTSIDE_WINDOW, "outside_window")                                                                       \
    X(DECISION_REQUEST_INVOICE, "request_invoice")                                                                     \
    X(DECISION_AWAIT_REFRESH, "await_refresh")                                                                         \
    X(DECISION_ESCALATE_ADJUSTMENT, "escalate_adjustment")                                                             \
    X(DECISION_ANSWER_QUESTION, "answer_question")

#define FINDING_LIST(X)                                                                                                \
    X(FINDING_DOCUMENT_NOT_ACCEPTED, "document_not_accepted")                                                          \
    X(FINDING_CLAIM_DIFFERS_FROM_INVOICE, "claim_differs_from_invoice")                                                \
    X(FINDING_DUPLICATE_LINE, "duplicate_line")                                                                        \
    X(FINDING_CLAIMED_ELSEWHERE, "claimed_elsewhere")                                                                  \
    X(FINDING_OTHER_PARTNER, "other_partner")                                                                          \
    X(FINDING_AMBIGUOUS_VALUE, "ambiguous_value")                                                                      \
    X(FINDING_CURRENCY_DIFFERS, "currency_differs")                                                                    \
    X(FINDING_MISSING_DETAIL, "missing_detail")                                                                        \
    X(FINDING_NOT_ON_DASHBOARD, "not_on_dashboard")                                                                    \
    X(FINDING_KPI_MISMATCH, "kpi_mismatch")                                                                            \
    X(FINDING_REVENUE_MISMATCH, "revenue_mismatch")                                                                    \
    X(FINDING_UNITS_MISMATCH, "units_mismatch")                                                                        \
    X(FINDING_PERIOD_MISMATCH, "period_mismatch")                                                                      \
    X(FINDING_TYPE_MISMATCH, "type_mismatch")                                                                          \
    X(FINDING_INVOICE_NUMBER_DIFFERS, "invoice_number_differs")                                                        \
    X(FINDING_OUTSIDE_WINDOW, "outside_window")                                                                        \
    X(FINDING_NOT_YET_DISPLAYED, "not_yet_displayed")

#define INTENT_LIST(X)                                                                                                 \
    X(INTENT_KPI_DISCREPANCY, "kpi_discrepancy")                                                                       \
    X(INTENT_DIRECTORY_LISTING, "directory_listing")                                                                   \
    X(INTENT_BUSINESS_PLAN, "business_plan")                                                                           \
    X(INTENT_KPI_RECOGNITION, "kpi_recognition")                                                                       \
    X(INTENT_TRAINING_DURATION, "training_duration")                                                                   \
    X(INTENT_ENROLLMENT, "enrollment")                                                                                 \
    X(INTENT_OTHER, "other")

/* Where a value was read. */
#define SOURCE_LIST(X)                                                                                                 \
    X(SOURCE_NONE, "none")                                                                                             \
    X(SOURCE_TICKET, "ticket")       /* a key of the JSON ticket (partner_id) */                                       \
    X(SOURCE_SUBJECT, "subject")                                                                                       \
    X(SOURCE_BODY, "body")           /* the newest text */                                                             \
    X(SOURCE_SIGNATURE, "signature")                                                                                   \
    X(SOURCE_QUOTED, "quoted")       /* an earlier mail below the newest text */                                       \
    X(SOURCE_FIELD, "field")         /* a custom field of the helpdesk */                                              \
    X(SOURCE_ATTACHMENT, "attachment")                                                                                 \
    X(SOURCE_OPTION, "option")       /* --partner */                                                                   \
    X(SOURCE_DASHBOARD, "dashboard") /* the only partner of the dashboard */

/* Details of a directory listing (contract section 7). */
#define LISTING_LIST(X)                                                                                                \
    X(LISTING_NAME, "listing_name")                                                                                    \
    X(LISTING_COUNTRY, "country")                                                                                      \
    X(LISTING_URL, "landing_page_url")

#define MODEL_ENUM(name, word) name,
/* One file a language in model/languages/; the Makefile makes the list of them. */
typedef enum Language {
#define LANGUAGE(name, tag, icu, ocr, decimal, charset) LANGUAGE_##name,
#include "model/languages.inc"
#undef LANGUAGE
    LANGUAGE_COUNT,
    LANGUAGE_UNKNOWN = LANGUAGE_COUNT
} Language;
typedef enum Detail { DETAIL_LIST(MODEL_ENUM) DETAIL_COUNT } Detail;
typedef enum Kind { KIND_LIST(MODEL_ENUM) KIND_COUNT } Kind;
typedef enum Decision { DECISION_LIST(MODEL_ENUM) DECISION_COUNT } Decision;
typedef enum FindingCode { FINDING_LIST(MODEL_ENUM) FINDING_COUNT } FindingCode;
typedef enum Intent { INTENT_LIST(MODEL_ENUM) INTENT_COUNT } Intent;
typedef enum Source { SOURCE_LIST(MODEL_ENUM) SOURCE_COUNT } Source;
typedef enum Listing { LISTING_LIST(MODEL_ENUM) LISTING_COUNT } Listing;
#undef MODEL_ENUM

/* The words of contract.md; static, never NULL for a value of the enum. */
typedef struct LanguageFacts {
    const char *tag;     /* of contract.md: "pt-BR"; names the lexicon file and the folder of templates */
    const char *icu;     /* locale of dates and numbers in replies: "pt_BR" */
    const char *ocr;     /* models of Tesseract: "por+eng"; English reads Latin letters where the own model does not */
    char decimal;        /* sign of the decimals where nothing in a ticket tells: "." or "," */
    const char *charset; /* in which its mails and CSV files come when they do not say: "windows-1252" */
} LanguageFacts;
const LanguageFacts *language_facts(Language language); /* those of English for LANGUAGE_UNKNOWN */
const char *language_word(Language language); /* "en" for LANGUAGE_UNKNOWN */
const char *detail_word(Detail detail);
const char *kind_word(Kind kind);
const char *decision_word(Decision decision);
const char *finding_word(FindingCode code);
const char *intent_word(Intent intent);
const char *source_word(Source source);
const char *listing_word(Listing listing);
/* "fr", "FR-ca", "zh-Hant" ...; LANGUAGE_UNKNOWN when it is none of the eleven. */
Language language_of_tag(Str tag);

#define DETAIL_BIT(detail) (1u << (detail))
#define DETAIL_PARTNER_BIT (1u << DETAIL_COUNT) /* the partner among the missing details */

/* ---- values and evidence ---- */

typedef struct Value {
    Decimal number; /* month, year, units, KPI, revenue */
    Str text;       /* type (code, or as written), invoice number, currency (ISO 4217), unit of measure */
} Value;

typedef struct Details {
    unsigned given; /* DETAIL_BITs of the values below that are there */
    Value value[DETAIL_COUNT];
} Details;

static inline bool detail_given(const Details *details, Detail detail) {
    return (details->given & DETAIL_BIT(detail)) != 0;
}
bool detail_is_number(Detail detail);
/* Equal by the contract: numbers by value, types and currencies by word, invoice numbers folded (number_fold). */
bool detail_same(Detail detail, const Value *a, const Value *b);
void detail_set_number(Details *details, Detail detail, Decimal number);
void detail_set_text(Details *details, Detail detail, Str text);
Str detail_str(Arena *arena, const Details *details, Detail detail); /* canonical text; "" when not given */

/* An invoice number as it is compared: width and case folded, without spaces, dashes, dots, slashes, "#" and the zeros
 * at the front of the whole (contract section 5). */
Str number_fold(Arena *arena, Str invoice_number);

typedef struct Evidence {
    Source source;
    Str where;         /* field name or attachment; may be absent */
    Str text;          /* the very text it was read from */
    size_t from, to;   /* span of `text` in Ticket.text when source is body, signature or quoted; else both 0 */
} Evidence;

/* ---- what comes in ---- */

typedef struct Field {
    Str name, value;
} Field;
typedef VEC(Field) Fields;

typedef VEC(Str) Strs;

typedef struct InvoiceItem {
    Str description;
    Str omlp_type;     /* code of the catalogue; absent when it is none */
    Decimal units;     /* when has_units */
    Decimal net;       /* line total without tax, when has_net */
    bool has_units, has_net;
} InvoiceItem;
typedef VEC(InvoiceItem) InvoiceItems;

typedef struct Document {
    Str name;          /* file name; "body" for a document pasted or forwarded inline; path inside an archive */
    Str content_type;  /* as declared; may lie */
    Str bytes;         /* as attached, decoded from its transfer encoding */
    Str text;          /* what a person reads, UTF-8; table cells are parted by a tab, one row a line */
    Str subject;       /* of an attached or forwarded message */
    bool readable;     /* false: encrypted, damaged, of a format that is not read (contract section 5) */
    bool structured;   /* kind and facts stand in its own data (an e-invoice), not in words */
    bool self_billed;  /* its data says that the buyer wrote it: what its pages call "Gutschrift" is an invoice */
    bool recognized;   /* the text was read from a picture (OCR): single characters may be wrong */
    bool from_message; /* an attached message, or something attached to one: never gives claim lines */
    size_t from, to;   /* span in Ticket.text when it stands in the body; else both 0 */

    Kind kind;
    bool accepted;     /* kind is invoice */
    Str reason;        /* quotes the words that decided, or says why it cannot be read */

    /* Invoice facts; read for every kind that bears them. */
    Str number;        /* its own number: invoice, credit note, order confirmation ... */
    Strs quotes;       /* other numbers it quotes: its order, purchase order, confirmation, the invoice it corrects */
    Strs mentions;     /* numbers of the ticket's lines that stand in its text, folded; found by match */
    Date issue_date;
    Str currency;
    Decimal net;       /* total without tax, when has_net */
    bool has_net;
    InvoiceItems items;
} Document;
typedef VEC(Document *) Documents;

/* What a stretch of Ticket.text is. Marked, never cut. */
typedef enum Zone {
    ZONE_NEW,        /* what the sender wrote now */
    ZONE_SIGNATURE,
    ZONE_DISCLAIMER,
    ZONE_QUOTED,     /* an earlier mail of the thread */
    ZONE_DOCUMENT    /* a document pasted or forwarded inline */
} Zone;

typedef struct Segment {
    Zone zone;
    size_t from, to; /* bytes of Ticket.text */
    int depth;       /* ZONE_QUOTED: 1 for the newest of the quoted mails */
} Segment;
typedef VEC(Segment) Segments;

typedef struct Ticket {
    Str id;
    Str file;           /* where it came from, for messages; "-" for standard input */
    Str received;       /* as given: RFC 3339; STR_NONE when unknown */
    Date received_date; /* the sender's own calendar day; year 0 when unknown */
    Str language_given; /* the ticket's own language tag; may be absent */
    Str partner_id;     /* the ticket's key partner_id; may be absent */
    Str requester_name, requester_email;
    Str cc, to;         /* header values, decoded; may be absent */
    Str subject;
    Str message_id, references; /* with their angle brackets */
    Str text;           /* the body as text; HTML already turned into lines, cells parted by tabs */
    Segments segments;  /* in order, covering all of text; made by segment.h */
    Fields fields;
    Documents documents; /* attachments, with those of attached messages behind their message */
    bool automatic;     /* its headers say so: auto-submitted, list, bounce */
    Notes notes;
} Ticket;

/* ---- what was understood ---- */

typedef struct Claim {
    Details details;
    Evidence evidence[DETAIL_COUNT];
    unsigned ambiguous;            /* DETAIL_BITs left out because two readings stand against each other */
    Strs readings[DETAIL_COUNT];   /* those readings, as written */
    bool duplicate;                /* one place gives the purchase twice */
    size_t place;                  /* which place: 0 for sentences, each table and list of fields has its own */
    Details shown;                 /* what the partner says the dashboard shows; never part of the claim */
} Claim;
typedef VEC(Claim *) Claims;

/* Everything parsers understood of a ticket: the input of match. */
typedef struct Reading {
    const Ticket *ticket;
    Language language;       /* dominant language of the newest text; never LANGUAGE_UNKNOWN */
    double language_confidence; /* 0 to 1 */
    Intent intent;
    Str intent_text;         /* the words that decided it; may be absent */
    bool automatic;          /* out of office, bounce, newsletter */
    Str partner_id;          /* stated in ticket or text; absent when nowhere */
    Evidence partner_evidence;
    Claims claims;
    Documents documents;     /* all, classified, in the order of the text, then of the attachments */
    Str listing[LISTING_COUNT]; /* directory details; absent when not given */
    Evidence listing_evidence[LISTING_COUNT];
} Reading;

/* ---- the dashboard ---- */

typedef struct Row {
    Str partner_id;   /* absent when the dashboard has no such column */
    int month, year;
    Str omlp_type;    /* code, or as written when outside the catalogue */
    Decimal units;
    Str invoice_number;
    Str folded;       /* number_fold(invoice_number) */
    Decimal kpi, revenue;
    bool revenue_unsure; /* "3.125" in a file that proves no point: it may also be revenue_other */
    Decimal revenue_other;
    Str currency;     /* may be absent */
    Str source;       /* file */
    size_t line;      /* of the file, 1-based */
} Row;
Str row_detail(Arena *arena, const Row *row, Detail detail); /* as detail_str(); absent where the row has none */

typedef VEC(const Row *) RowRefs;

/* What match asks of the dashboard. The store answers; the rows live as long as the store. */
typedef struct RowLookup {
    void *store;
    /* Rows of that folded number, of every partner, in the order of the dashboard. */
    void (*by_number)(void *store, Arena *arena, Str folded, RowRefs *out);
    /* Rows of the partner (absent: rows without a partner), period, type and whole units of `like`, whose other values do not
     * matter, in the order of the dashboard. */
    void (*by_purchase)(void *store, Arena *arena, const Row *like, RowRefs *out);
    /* The one partner of all rows; absent when there are several, or none. *unnamed: no row names a partner. */
    Str (*only_partner)(void *store, bool *unnamed);
    bool no_dashboard; /* none was given at all: that a row is not found says nothing */
    /* The same questions to what the dashboard showed at an older refresh, 0 the newest of them; false when there is none. NULL
     * where only one refresh is known. */
    bool (*older)(void *store, size_t n, struct RowLookup *out, Date *date);
} RowLookup;

/* ---- what was decided ---- */

typedef struct Finding {
    FindingCode code;
    Detail detail;                 /* for mismatches, ambiguous_value, missing_detail; else DETAIL_COUNT */
    Str claimed, dashboard, invoice; /* canonical texts; absent when they do not apply */
    Str document;                  /* name, for document_not_accepted */
    Str ticket;                    /* the id of the earlier one, for claimed_elsewhere; for the agent alone; may be absent */
    Str note;                      /* more for a person: the readings of an ambiguous value ... ; may be absent */
    Date changed_since;            /* until that refresh the dashboard agreed; year 0 when it never did, as far as is known */
} Finding;
typedef VEC(Finding) Findings;

/* One rule as it was tried, for explain. */
typedef struct Step {
    int rule;     /* 1 to 9 (contract section 6) */
    bool held;
    Str why;      /* why it held or did not; English */
    Str would;    /* what would have to differ for it to hold; may be absent */
} Step;
typedef VEC(Step) Steps;

typedef struct Line {
    const Claim *claim;
    Details effective;
    unsigned missing;        /* DETAIL_BITs and DETAIL_PARTNER_BIT */
    Decision decision;
    Findings findings;
    bool has_row;
    Row row;                 /* the dashboard row, or the sum of several */
    size_t rows;             /* how many were summed */
    bool row_is_near;        /* found by a slightly different number, not by the number itself */
    Date displayed_from;     /* of the period; set when it is not displayed yet */
    Date window_from, window_to; /* first and last month displayed on the as-of day */
    Documents accepted;      /* its accepted invoices */
    Documents refused;       /* documents of the line that are not accepted */
    Steps steps;
} Line;
typedef VEC(Line *) Lines;

typedef struct Resolution {
    const Reading *reading;
    Date as_of;
    Language language;
    Intent intent;
    Decision decision;
    bool no_dashboard;       /* none was given: nothing is said of what it shows */
    Str partner_id;          /* absent when unknown */
    Evidence partner_evidence;
    unsigned listing_missing; /* bits of Listing, for directory_listing */
    bool listing_has_missing; /* the JSON shows `missing` beside the decision */
    Lines lines;
    Date window_from, window_to;
    Date next_refresh;       /* the first refresh day after as_of */
    Date listing_from, listing_to;     /* third week: when the directory is submitted next */
    Date listing_visible;    /* end of the first week of the month after */
} Resolution;

typedef struct Reply {
    Language language;
    Str subject;   /* one line, no control characters */
    Str text;
    bool send;     /* false for review */
} Reply;

#endif
