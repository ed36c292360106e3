#include "report/labels.h"

#include <glib.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/banned.h"

const char *label_decision(Decision decision) {
    static const char *const labels[DECISION_COUNT] = {
        [DECISION_REVIEW] = "Look at it first",
        [DECISION_REQUEST_INFORMATION] = "Ask for missing details",
        [DECISION_NO_DISCREPANCY] = "No discrepancy",
        [DECISION_EXPLAIN_DIFFERENCE] = "Explain the difference",
        [DECISION_OUTSIDE_WINDOW] = "No longer displayed",
        [DECISION_REQUEST_INVOICE] = "Ask for the invoice",
        [DECISION_AWAIT_REFRESH] = "Wait for the refresh",
        [DECISION_ESCALATE_ADJUSTMENT] = "Pass on to the data team",
        [DECISION_ANSWER_QUESTION] = "Answer the question",
    };
    return labels[decision];
}

const char *label_finding(FindingCode code) {
    static const char *const labels[FINDING_COUNT] = {
        [FINDING_DOCUMENT_NOT_ACCEPTED] = "Document not accepted",
        [FINDING_CLAIM_DIFFERS_FROM_INVOICE] = "Claim differs from invoice",
        [FINDING_DUPLICATE_LINE] = "Purchase given twice",
        [FINDING_CLAIMED_ELSEWHERE] = "Claimed by another partner too",
        [FINDING_OTHER_PARTNER] = "Under another partner",
        [FINDING_AMBIGUOUS_VALUE] = "Value not clear",
        [FINDING_CURRENCY_DIFFERS] = "Currency differs",
        [FINDING_MISSING_DETAIL] = "Detail missing",
        [FINDING_NOT_ON_DASHBOARD] = "Not on the dashboard",
        [FINDING_KPI_MISMATCH] = "KPI value differs",
        [FINDING_REVENUE_MISMATCH] = "Revenue differs",
        [FINDING_UNITS_MISMATCH] = "Units differ",
        [FINDING_PERIOD_MISMATCH] = "Month differs",
        [FINDING_TYPE_MISMATCH] = "Product type differs",
        [FINDING_INVOICE_NUMBER_DIFFERS] = "Invoice number slightly off",
        [FINDING_OUTSIDE_WINDOW] = "Month no longer displayed",
        [FINDING_NOT_YET_DISPLAYED] = "Month not displayed yet",
    };
    return labels[code];
}

const char *label_intent(Intent intent) {
    static const char *const labels[INTENT_COUNT] = {
        [INTENT_KPI_DISCREPANCY] = "KPI discrepancy",
        [INTENT_DIRECTORY_LISTING] = "Directory listing",
        [INTENT_BUSINESS_PLAN] = "Business plan",
        [INTENT_KPI_RECOGNITION] = "Earlier purchases",
        [INTENT_TRAINING_DURATION] = "Length of a training",
        [INTENT_ENROLLMENT] = "How to enrol",
        [INTENT_OTHER] = "Something else",
    };
    return labels[intent];
}

const char *label_kind(Kind kind) {
    static const char *const labels[KIND_COUNT] = {
        [KIND_INVOICE] = "Invoice",
        [KIND_CREDIT_NOTE] = "Credit note",
        [KIND_PROFORMA_INVOICE] = "Proforma invoice",
        [KIND_ORDER_CONFIRMATION] = "Order confirmation",
        [KIND_PURCHASE_ORDER] = "Purchase order",
        [KIND_QUOTATION] = "Quotation",
        [KIND_DELIVERY_NOTE] = "Delivery note",
        [KIND_RECEIPT] = "Receipt",
        [KIND_ACCOUNT_STATEMENT] = "Account statement",
        [KIND_PARTNER_REPORT] = "Partner report",
        [KIND_DASHBOARD_EXPORT] = "Dashboard export",
        [KIND_CLAIM_TABLE] = "Partner's own list",
        [KIND_OTHER] = "Other",
    };
    return labels[kind];
}

const char *label_wait(Wait wait) {
    static const char *const labels[WAIT_COUNT] = {
        [WAIT_PERSON] = "A person: look at it first",
        [WAIT_DATA_TEAM] = "The KPI data team: adjust",
        [WAIT_PARTNER] = "The partner: asked for more",
        [WAIT_CALENDAR] = "The calendar: next refresh",
        [WAIT_NOBODY] = "Nobody: answered",
    };
    return labels[wait];
}

const char *label_detail(Detail detail) {
    static const char *const labels[DETAIL_COUNT] = {
        [DETAIL_MONTH] = "month",
        [DETAIL_YEAR] = "year",
        [DETAIL_OMLP_TYPE] = "product type",
        [DETAIL_PURCHASE_UNITS] = "units",
        [DETAIL_INVOICE_NUMBER] = "invoice number",
        [DETAIL_KPI_VALUE] = "KPI value",
        [DETAIL_REVENUE_VALUE] = "revenue",
        [DETAIL_CURRENCY] = "currency",
        [DETAIL_UNIT_OF_MEASURE] = "unit of measure",
    };
    return labels[detail];
}

static const char *find(const LabelPair *pairs, const char *word) {
    for (; pairs->word; pairs++)
        if (g_str_equal(pairs->word, word))
            return pairs->label;
    return word;
}

const char *label_language(const char *tag) {
    static const LabelPair languages[] = {
        {"en", "English"}, {"fr", "French"},  {"de", "German"},  {"es", "Spanish"},
        {"it", "Italian"}, {"ja", "Japanese"}, {"ko", "Korean"}, {"ru", "Russian"},
        {"pt-BR", "Portuguese (Brazil)"}, {"zh-CN", "Chinese (simplified)"}, {"zh-TW", "Chinese (traditional)"},
        {NULL, NULL}};
    return find(languages, tag);
}

const LabelPair label_types[] = {
    {"moc", "MOC (printed)"}, {"dmoc", "Digital MOC"}, {"moc_on_demand", "MOC On-Demand"},
    {"custom_moc", "Custom MOC"}, {"mlo", "Labs Online"}, {"mta_courseware", "MTA courseware"},
    {"exam_voucher", "Exam voucher"}, {"practice_test", "Practice test"}, {NULL, NULL}};

const char *label_type(const char *code) {
    return find(label_types, code);
}

static bool is_control(uint32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F);
}

Str label_text(Arena *arena, Str text) {
    Buf buf = {.arena = arena};
    size_t kept = 0; /* of the text, in the buffer */
    for (size_t at = 0, size; at < text.len; at += size) {
        if (!is_control(utf8_decode(text, at, &size)))
            continue;
        buf_add(&buf, str_sub(text, kept, at));
        buf_add_utf8(&buf, 0xFFFD);
        kept = at + size;
    }
    if (!kept)
        return text;
    buf_add(&buf, str_sub(text, kept, text.len));
    return buf_str(&buf);
}
