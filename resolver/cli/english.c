#include "cli/english.h"

#include "cli/text.h"
#include "base/banned.h"

const char *english_decision(Decision decision) {
    static const char *const words[DECISION_COUNT] = {
        [DECISION_REVIEW] = "A person must look at it first",
        [DECISION_REQUEST_INFORMATION] = "Ask for the missing details",
        [DECISION_NO_DISCREPANCY] = "No discrepancy: the dashboard agrees with the claim",
        [DECISION_EXPLAIN_DIFFERENCE] = "Explain the difference: the dashboard is right",
        [DECISION_OUTSIDE_WINDOW] = "The period is no longer displayed",
        [DECISION_REQUEST_INVOICE] = "Ask for the actual invoice",
        [DECISION_AWAIT_REFRESH] = "Wait: the period is not displayed yet",
        [DECISION_ESCALATE_ADJUSTMENT] = "Pass on to the KPI data team",
        [DECISION_ANSWER_QUESTION] = "Answer the question",
    };
    return words[decision];
}

const char *english_intent(Intent intent) {
    static const char *const words[INTENT_COUNT] = {
        [INTENT_KPI_DISCREPANCY] = "a KPI discrepancy",
        [INTENT_DIRECTORY_LISTING] = "a listing in the Learning Partner directory",
        [INTENT_BUSINESS_PLAN] = "whether a business application plan is needed",
        [INTENT_KPI_RECOGNITION] = "whether purchases before enrolling count",
        [INTENT_TRAINING_DURATION] = "whether the length of a training matters",
        [INTENT_ENROLLMENT] = "how to enrol",
        [INTENT_OTHER] = "something else",
    };
    return words[intent];
}

const char *english_kind(Kind kind) {
    static const char *const words[KIND_COUNT] = {
        [KIND_INVOICE] = "an invoice",
        [KIND_CREDIT_NOTE] = "a credit note",
        [KIND_PROFORMA_INVOICE] = "a proforma invoice",
        [KIND_ORDER_CONFIRMATION] = "an order confirmation",
        [KIND_PURCHASE_ORDER] = "a purchase order",
        [KIND_QUOTATION] = "a quotation",
        [KIND_DELIVERY_NOTE] = "a delivery note",
        [KIND_RECEIPT] = "a receipt",
        [KIND_ACCOUNT_STATEMENT] = "an account statement",
        [KIND_PARTNER_REPORT] = "a partner report",
        [KIND_DASHBOARD_EXPORT] = "an export of the dashboard",
        [KIND_CLAIM_TABLE] = "the partner's own list",
        [KIND_OTHER] = "no document of a purchase",
    };
    return words[kind];
}

const char *english_detail(Detail detail) {
    static const char *const words[DETAIL_COUNT] = {
        [DETAIL_MONTH] = "month",
        [DETAIL_YEAR] = "year",
        [DETAIL_OMLP_TYPE] = "OMLP type",
        [DETAIL_PURCHASE_UNITS] = "purchase units",
        [DETAIL_INVOICE_NUMBER] = "invoice number",
        [DETAIL_KPI_VALUE] = "KPI value",
        [DETAIL_REVENUE_VALUE] = "revenue value",
        [DETAIL_CURRENCY] = "currency",
        [DETAIL_UNIT_OF_MEASURE] = "unit of measure",
    };
    return words[detail];
}

const char *english_source(Source source) {
    static const char *const words[] = {
        [SOURCE_NONE] = "nowhere",
        [SOURCE_TICKET] = "the ticket's record",
        [SOURCE_SUBJECT] = "the subject",
        [SOURCE_BODY] = "the text",
        [SOURCE_SIGNATURE] = "the signature",
        [SOURCE_QUOTED] = "the quoted mail",
        [SOURCE_FIELD] = "the form field",
        [SOURCE_ATTACHMENT] = "the attachment",
        [SOURCE_OPTION] = "the option --partner",
        [SOURCE_DASHBOARD] = "the dashboard, which is of one partner only",
    };
    return words[source];
}

const char *english_listing(Listing listing) {
    static const char *const words[LISTING_COUNT] = {
        [LISTING_NAME] = "the name to show",
        [LISTING_COUNTRY] = "the country",
        [LISTING_URL] = "the URL of the landing page",
    };
    return words[listing];
}

const char *english_rule(int rule) {
    static const char *const words[] = {
        "?",
        "something a person must see: another partner's invoice, two values, contradicting papers, another currency",
        "a detail is missing",
        "a dashboard row agrees, and so did the claim as written",
        "a dashboard row agrees, but the claim as written did not",
        "the period is before the months on display",
        "documents were given and none is accepted",
        "the period is not on display yet",
        "there is no accepted invoice",
        "an accepted invoice supports what the dashboard lacks or shows differently",
    };
    return words[rule >= 1 && rule <= 9 ? rule : 0];
}

void english_date(Buf *buf, Date date) {
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    if (date.day)
        buf_printf(buf, "%d ", date.day);
    if (date.month >= 1 && date.month <= 12)
        buf_printf(buf, "%s%s", months[date.month - 1], date.year ? " " : "");
    if (date.year)
        buf_printf(buf, "%d", date.year);
}

static int whole(const Details *details, Detail detail) {
    return detail_given(details, detail) ? (int)decimal_to_int(details->value[detail].number) : 0;
}

static void add_part(Buf *buf, bool *first, const char *before, Str text, const char *after) {
    buf_printf(buf, "%s%s" STR_FMT "%s", *first ? "" : ", ", before, STR_ARG(text), after);
    *first = false;
}

void english_details(Buf *buf, Arena *arena, const Details *d) {
    bool first = true;
    Buf period = {.arena = arena};
    english_date(&period, (Date){whole(d, DETAIL_YEAR), whole(d, DETAIL_MONTH), 0});
    if (detail_given(d, DETAIL_INVOICE_NUMBER))
        add_part(buf, &first, "invoice ", detail_str(arena, d, DETAIL_INVOICE_NUMBER), "");
    if (period.len)
        add_part(buf, &first, "", buf_str(&period), "");
    if (detail_given(d, DETAIL_OMLP_TYPE))
        add_part(buf, &first, "type ", detail_str(arena, d, DETAIL_OMLP_TYPE), "");
    if (detail_given(d, DETAIL_PURCHASE_UNITS))
        add_part(buf, &first, "", detail_str(arena, d, DETAIL_PURCHASE_UNITS), " units");
    if (detail_given(d, DETAIL_KPI_VALUE))
        add_part(buf, &first, "KPI ", detail_str(arena, d, DETAIL_KPI_VALUE), "");
    if (detail_given(d, DETAIL_REVENUE_VALUE))
        add_part(buf, &first, "revenue ", detail_str(arena, d, DETAIL_REVENUE_VALUE), "");
    if (detail_given(d, DETAIL_CURRENCY))
        buf_printf(buf, "%s" STR_FMT, first ? "" : " ", STR_ARG(d->value[DETAIL_CURRENCY].text));
    if (first)
        buf_add(buf, STR("nothing stated"));
}

void english_row(Buf *buf, Arena *arena, const Row *row) {
    Details d = {0};
    detail_set_text(&d, DETAIL_INVOICE_NUMBER, row->invoice_number);
    detail_set_number(&d, DETAIL_MONTH, decimal_int(row->month));
    detail_set_number(&d, DETAIL_YEAR, decimal_int(row->year));
    detail_set_text(&d, DETAIL_OMLP_TYPE, row->omlp_type);
    detail_set_number(&d, DETAIL_PURCHASE_UNITS, row->units);
    detail_set_number(&d, DETAIL_KPI_VALUE, row->kpi);
    detail_set_number(&d, DETAIL_REVENUE_VALUE, row->revenue);
    if (!str_empty(row->currency))
        detail_set_text(&d, DETAIL_CURRENCY, row->currency);
    english_details(buf, arena, &d);
}

void english_missing(Buf *buf, unsigned missing) {
    const char *words[DETAIL_COUNT + 1];
    size_t n = 0;
    for (Detail detail = 0; detail < DETAIL_COUNT; detail++)
        if (missing & DETAIL_BIT(detail))
            words[n++] = english_detail(detail);
    if (missing & DETAIL_PARTNER_BIT)
        words[n++] = "partner ID";
    for (size_t i = 0; i < n; i++)
        buf_printf(buf, "%s%s", i == 0 ? "" : i + 1 == n ? " and " : ", ", words[i]);
}

/* "The KPI value is claimed as 25; the dashboard shows 20, the invoice 25." */
static void mismatch(Buf *buf, const char *what, const Finding *f) {
    buf_printf(buf, "The %s is claimed as " STR_FMT, what, STR_ARG(f->claimed));
    if (!str_empty(f->dashboard))
        buf_printf(buf, "; the dashboard shows " STR_FMT, STR_ARG(f->dashboard));
    if (!str_empty(f->invoice))
        buf_printf(buf, "%s the invoice says " STR_FMT, str_empty(f->dashboard) ? ";" : ",", STR_ARG(f->invoice));
    buf_add_char(buf, '.');
}

static void refused(Buf *buf, const Line *line, const Finding *f) {
    const Document *document = NULL;
    for (size_t i = 0; i < line->refused.len && !document; i++)
        if (str_eq(line->refused.items[i]->name, f->document))
            document = line->refused.items[i];
    buf_add_char(buf, '"');
    text_add_escaped(buf, f->document);
    buf_add(buf, STR("\" is not accepted as evidence"));
    if (document && !document->readable)
        buf_add(buf, STR(": it cannot be read"));
    else if (document)
        buf_printf(buf, ": it is %s", english_kind(document->kind));
    if (document && !str_empty(document->reason))
        buf_printf(buf, " (" STR_FMT ")", STR_ARG(document->reason));
    buf_add_char(buf, '.');
}

static void ambiguous(Buf *buf, const Line *line, const Finding *f) {
    buf_printf(buf, "The %s is given in more than one way", f->detail < DETAIL_COUNT ? english_detail(f->detail) : "value");
    if (!str_empty(f->note)) {
        buf_printf(buf, ": " STR_FMT, STR_ARG(f->note));
    } else if (f->detail < DETAIL_COUNT && line->claim) {
        const Strs *readings = &line->claim->readings[f->detail];
        for (size_t i = 0; i < readings->len; i++)
            buf_printf(buf, "%s\"" STR_FMT "\"", i ? " or " : ": ", STR_ARG(readings->items[i]));
    }
    buf_add_char(buf, '.');
}

static void window(Buf *buf, const Line *line, const char *what) {
    buf_printf(buf, "The period is %s; displayed are ", what);
    english_date(buf, line->window_from);
    buf_add(buf, STR(" to "));
    english_date(buf, line->window_to);
    if (date_given(line->displayed_from)) {
        buf_add(buf, STR("; it will show from "));
        english_date(buf, line->displayed_from);
    }
    buf_add_char(buf, '.');
}

static void finding_sentence(Buf *buf, const Resolution *resolution, const Line *line, const Finding *f) {
    switch (f->code) {
    case FINDING_DOCUMENT_NOT_ACCEPTED:
        refused(buf, line, f);
        break;
    case FINDING_CLAIM_DIFFERS_FROM_INVOICE:
        buf_printf(buf, "The claim says %s " STR_FMT ", the invoice says " STR_FMT ", and the invoice counts.",
                   f->detail < DETAIL_COUNT ? english_detail(f->detail) : "", STR_ARG(f->claimed), STR_ARG(f->invoice));
        break;
    case FINDING_DUPLICATE_LINE:
        buf_add(buf, STR("The ticket gives this purchase twice; it counts once."));
        break;
    case FINDING_CLAIMED_ELSEWHERE:
        buf_add(buf, STR("An earlier ticket of another partner claimed the same invoice"));
        if (str_given(f->ticket))
            buf_printf(buf, ": " STR_FMT, STR_ARG(f->ticket));
        buf_add_char(buf, '.');
        break;
    case FINDING_OTHER_PARTNER:
        buf_add(buf, STR("The dashboard has this invoice number under another partner, not under this one."));
        break;
    case FINDING_AMBIGUOUS_VALUE:
        ambiguous(buf, line, f);
        break;
    case FINDING_CURRENCY_DIFFERS:
        mismatch(buf, "currency", f);
        break;
    case FINDING_MISSING_DETAIL:
        buf_printf(buf, "Missing: %s.", f->detail < DETAIL_COUNT ? english_detail(f->detail) : "partner ID");
        break;
    case FINDING_NOT_ON_DASHBOARD:
        buf_add(buf, resolution->no_dashboard ? STR("No dashboard was given: nothing could be looked up.")
                                              : STR("The dashboard has no row of this invoice."));
        break;
    case FINDING_KPI_MISMATCH:
        mismatch(buf, "KPI value", f);
        break;
    case FINDING_REVENUE_MISMATCH:
        mismatch(buf, "revenue value", f);
        break;
    case FINDING_UNITS_MISMATCH:
        mismatch(buf, "number of units", f);
        break;
    case FINDING_PERIOD_MISMATCH:
        mismatch(buf, "period", f);
        break;
    case FINDING_TYPE_MISMATCH:
        mismatch(buf, "OMLP type", f);
        break;
    case FINDING_INVOICE_NUMBER_DIFFERS:
        mismatch(buf, "invoice number", f);
        break;
    case FINDING_OUTSIDE_WINDOW:
        window(buf, line, "no longer displayed");
        break;
    case FINDING_NOT_YET_DISPLAYED:
        window(buf, line, "not displayed yet");
        break;
    case FINDING_COUNT:
        break;
    }
}

/* The day stands at every finding of the comparison; once is enough. */
static bool tells_since(const Line *line, const Finding *f) {
    const Finding *first = line->findings.items;
    while (first < f && !date_given(first->changed_since))
        first++;
    return first == f && date_given(f->changed_since);
}

void english_finding(Buf *buf, const Resolution *resolution, const Line *line, const Finding *f) {
    finding_sentence(buf, resolution, line, f);
    if (!tells_since(line, f))
        return;
    buf_add(buf, STR(" On "));
    english_date(buf, f->changed_since);
    buf_add(buf, STR(" the dashboard still agreed."));
}
