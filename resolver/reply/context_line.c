#include "reply/context_line.h"

#include "reply/plain.h"
#include "base/banned.h"

#define DOCUMENTS_SHOWN 20 /* of one kind, in one line's block */

/* Partner IDs are compared as match compares them: "0012345" and "12345" are one. */
static bool same_partner(Str a, Str b) {
    Value x = {.text = a}, y = {.text = b};
    return detail_same(DETAIL_INVOICE_NUMBER, &x, &y);
}

bool context_shows_row(const Resolution *resolution, const Line *line) {
    bool own = !line->row.partner_id.len || same_partner(line->row.partner_id, resolution->partner_id);
    return line->has_row && own && line->decision != DECISION_REVIEW;
}

static const Finding *find(const Line *line, FindingCode code) {
    for (size_t i = 0; i < line->findings.len; i++)
        if (line->findings.items[i].code == code)
            return &line->findings.items[i];
    return NULL;
}

/* ---- values as the language writes them ---- */

static int number_of(const Details *details, Detail detail) {
    return detail_given(details, detail) ? (int)decimal_to_int(details->value[detail].number) : 0;
}

static Str period_text(ContextMaker *m, int year, int month) {
    if (!year && !month)
        return STR("");
    return year ? locale_date(m->locale, m->arena, (Date){year, month, 0})
                : locale_month(m->locale, m->arena, month);
}

static Str type_text(ContextMaker *m, Str type) {
    Str name = words_type(m->words, type);
    return name.len ? name : plain_line(m->arena, type, PLAIN_VALUE_MAX);
}

static Str detail_text(ContextMaker *m, const Details *details, Detail detail) {
    if (detail == DETAIL_MONTH || detail == DETAIL_YEAR)
        return period_text(m, number_of(details, DETAIL_YEAR), number_of(details, DETAIL_MONTH));
    if (!detail_given(details, detail))
        return STR("");
    const Value *value = &details->value[detail];
    bool money = detail == DETAIL_REVENUE_VALUE;
    if (money && detail_given(details, DETAIL_CURRENCY))
        return locale_money(m->locale, m->arena, value->number, details->value[DETAIL_CURRENCY].text);
    if (detail_is_number(detail))
        return locale_number(m->locale, m->arena, value->number);
    if (detail == DETAIL_OMLP_TYPE)
        return type_text(m, value->text);
    return plain_line(m->arena, value->text, PLAIN_VALUE_MAX);
}

/* Month and year are told, and labelled, together. */
static Str label_of(const ContextMaker *m, Detail detail) {
    return detail == DETAIL_MONTH || detail == DETAIL_YEAR ? m->words->period : m->words->detail[detail];
}

static Str row_text(ContextMaker *m, const Row *row, Detail detail) {
    switch (detail) {
    case DETAIL_MONTH:
    case DETAIL_YEAR:
        return period_text(m, row->year, row->month);
    case DETAIL_OMLP_TYPE:
        return type_text(m, row->omlp_type);
    case DETAIL_PURCHASE_UNITS:
        return locale_number(m->locale, m->arena, row->units);
    case DETAIL_INVOICE_NUMBER:
        return plain_line(m->arena, row->invoice_number, PLAIN_VALUE_MAX);
    case DETAIL_KPI_VALUE:
        return locale_number(m->locale, m->arena, row->kpi);
    case DETAIL_REVENUE_VALUE:
        return locale_money(m->locale, m->arena, row->revenue, row->currency);
    default:
        return STR("");
    }
}

/* ---- the dashboard row ---- */

/* What the parts of a line are made from that are made later. */
typedef struct LineOf {
    ContextMaker *maker;
    const Line *line;
} LineOf;

static Data row_object(void *of) {
    ContextMaker *m = ((LineOf *)of)->maker;
    const Line *line = ((LineOf *)of)->line;
    static const struct {
        Detail detail;
        Variable variable;
    } shown[] = {{DETAIL_INVOICE_NUMBER, VAR_INVOICE_NUMBER}, {DETAIL_MONTH, VAR_PERIOD},
                 {DETAIL_OMLP_TYPE, VAR_OMLP_TYPE},           {DETAIL_PURCHASE_UNITS, VAR_PURCHASE_UNITS},
                 {DETAIL_KPI_VALUE, VAR_KPI_VALUE},           {DETAIL_REVENUE_VALUE, VAR_REVENUE_VALUE}};
    Data row = {.kind = DATA_OBJECT}, values = {.kind = DATA_LIST};
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        Str text = row_text(m, &line->row, shown[i].detail);
        data_append(m->arena, &values, context_labelled(m->arena, label_of(m, shown[i].detail), VAR_VALUE, text));
        context_text(m->arena, &row, shown[i].variable, text);
    }
    data_set(m->arena, &row, VAR_VALUES, values);
    context_flag(m->arena, &row, VAR_SUMMED, line->rows > 1);
    context_text(m->arena, &row, VAR_ENTRIES, decimal_str(m->arena, decimal_int((int64_t)line->rows)));
    return row;
}

/* What the dashboard should show: the claim, completed and corrected by its invoice. */
static Data purchase_list(void *of) {
    ContextMaker *m = ((LineOf *)of)->maker;
    const Line *line = ((LineOf *)of)->line;
    static const Detail told[] = {DETAIL_PURCHASE_UNITS, DETAIL_KPI_VALUE, DETAIL_REVENUE_VALUE};
    Data list = {.kind = DATA_LIST};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (detail_given(&line->effective, told[i]))
            data_append(m->arena, &list,
                        context_labelled(m->arena, label_of(m, told[i]), VAR_VALUE,
                                         detail_text(m, &line->effective, told[i])));
    return list;
}

static Data near_object(ContextMaker *m, const Line *line) {
    Data near = {.kind = DATA_OBJECT};
    context_text(m->arena, &near, VAR_CLAIMED, detail_text(m, &line->effective, DETAIL_INVOICE_NUMBER));
    context_text(m->arena, &near, VAR_DASHBOARD, row_text(m, &line->row, DETAIL_INVOICE_NUMBER));
    return near;
}

static void add_differences(ContextMaker *m, Data *object, const Line *line) {
    static const struct {
        FindingCode code;
        Detail detail;
    } mismatches[] = {{FINDING_PERIOD_MISMATCH, DETAIL_MONTH},
                      {FINDING_TYPE_MISMATCH, DETAIL_OMLP_TYPE},
                      {FINDING_UNITS_MISMATCH, DETAIL_PURCHASE_UNITS},
                      {FINDING_KPI_MISMATCH, DETAIL_KPI_VALUE},
                      {FINDING_REVENUE_MISMATCH, DETAIL_REVENUE_VALUE},
                      {FINDING_INVOICE_NUMBER_DIFFERS, DETAIL_INVOICE_NUMBER}};
    Data list = {.kind = DATA_LIST};
    for (size_t i = 0; i < sizeof mismatches / sizeof *mismatches; i++) {
        const Finding *finding = find(line, mismatches[i].code);
        Detail detail = mismatches[i].detail;
        if (!finding && detail == DETAIL_REVENUE_VALUE)
            finding = find(line, FINDING_CURRENCY_DIFFERS);
        if (!finding)
            continue;
        Data item = context_labelled(m->arena, label_of(m, detail), VAR_CLAIMED,
                                     detail_text(m, &line->effective, detail));
        context_text(m->arena, &item, VAR_DASHBOARD, row_text(m, &line->row, detail));
        context_flag(m->arena, &item, VAR_BY_INVOICE, finding->invoice.len > 0 && detail != DETAIL_KPI_VALUE);
        data_append(m->arena, &list, item);
    }
    context_flag(m->arena, object, VAR_ANY_DIFFERENCES, list.len > 0);
    data_set(m->arena, object, VAR_DIFFERENCES, list);
}

/* When the partner may have seen the dashboard as the message has it. */
static Date changed_since(const Line *line) {
    Date since = {0};
    for (size_t i = 0; i < line->findings.len && !date_given(since); i++)
        since = line->findings.items[i].changed_since;
    return since;
}

/* ---- what the invoice settled, what nothing settled, what is missing ---- */

static bool changed(const Details *claim, const Details *effective, Detail detail) {
    return detail_given(claim, detail) && detail_given(effective, detail) &&
           !detail_same(detail, &claim->value[detail], &effective->value[detail]);
}

static void add_corrections(ContextMaker *m, Data *object, const Line *line) {
    static const Detail settled[] = {DETAIL_MONTH, DETAIL_OMLP_TYPE, DETAIL_PURCHASE_UNITS,
                                     DETAIL_INVOICE_NUMBER, DETAIL_REVENUE_VALUE};
    Data list = {.kind = DATA_LIST};
    const Details *claim = &line->claim->details, *effective = &line->effective;
    for (size_t i = 0; i < sizeof settled / sizeof *settled && find(line, FINDING_CLAIM_DIFFERS_FROM_INVOICE);
         i++) {
        Detail detail = settled[i];
        bool also = (detail == DETAIL_MONTH && changed(claim, effective, DETAIL_YEAR)) ||
                    (detail == DETAIL_REVENUE_VALUE && changed(claim, effective, DETAIL_CURRENCY));
        if (!also && !changed(claim, effective, detail))
            continue;
        Data item = context_labelled(m->arena, label_of(m, detail), VAR_CLAIMED, detail_text(m, claim, detail));
        context_text(m->arena, &item, VAR_INVOICE, detail_text(m, effective, detail));
        data_append(m->arena, &list, item);
    }
    context_flag(m->arena, object, VAR_ANY_CORRECTIONS, list.len > 0);
    data_set(m->arena, object, VAR_CORRECTIONS, list);
}

/* A detail outside the seven has no label of its own and is left to the colleague who looks at the draft. */
static void add_unclear(ContextMaker *m, Data *object, const Line *line) {
    Data list = {.kind = DATA_LIST};
    for (size_t i = 0; i < line->findings.len; i++) {
        const Finding *finding = &line->findings.items[i];
        if (finding->code != FINDING_AMBIGUOUS_VALUE || finding->detail >= DETAIL_REQUIRED)
            continue;
        const Strs *readings = &line->claim->readings[finding->detail];
        Strs texts = {0};
        for (size_t j = 0; j < readings->len; j++)
            *VEC_PUSH(m->arena, &texts) = plain_line(m->arena, readings->items[j], PLAIN_VALUE_MAX);
        Str label = m->words->detail[finding->detail];
        Str all = locale_list(m->locale, m->arena, texts.items, texts.len);
        data_append(m->arena, &list, context_labelled(m->arena, label, VAR_READINGS, all));
    }
    context_flag(m->arena, object, VAR_ANY_UNCLEAR, list.len > 0);
    data_set(m->arena, object, VAR_UNCLEAR, list);
}

static void add_missing(ContextMaker *m, Data *object, const Line *line) {
    Data list = {.kind = DATA_LIST};
    for (int i = 0; i < DETAIL_REQUIRED; i++)
        if (line->missing & DETAIL_BIT(i))
            data_append(m->arena, &list, context_labelled(m->arena, m->words->detail[i], VAR_VALUE, STR("")));
    bool partner = (line->missing & DETAIL_PARTNER_BIT) != 0;
    if (partner)
        data_append(m->arena, &list, context_labelled(m->arena, m->words->partner_id, VAR_VALUE, STR("")));
    size_t n = list.len;
    context_flag(m->arena, object, VAR_ANY_MISSING, n > 0);
    context_flag(m->arena, object, VAR_MISSING_ONE, n == 1);
    context_flag(m->arena, object, VAR_MISSING_ONLY_PARTNER, n == 1 && partner);
    data_set(m->arena, object, VAR_MISSING, list);
}

/* ---- documents ---- */

static Str document_name(ContextMaker *m, const Document *document) {
    Str name = plain_line(m->arena, document->name, PLAIN_VALUE_MAX);
    bool named = name.len && !str_eq(name, STR("body"));
    return named ? words_document(m->words, m->arena, name) : m->words->inline_document;
}

static Data refused_object(ContextMaker *m, const Document *document) {
    Data item = {.kind = DATA_OBJECT};
    context_text(m->arena, &item, VAR_DOCUMENT, document_name(m, document));
    context_flag(m->arena, &item, VAR_UNREADABLE, !document->readable);
    if (document->readable && document->kind != KIND_OTHER)
        context_text(m->arena, &item, VAR_KIND, m->words->kind[document->kind]);
    return item;
}

static Str names_of(ContextMaker *m, const Documents *documents) {
    Strs names = {0};
    for (size_t i = 0; i < documents->len && i < DOCUMENTS_SHOWN; i++)
        *VEC_PUSH(m->arena, &names) = document_name(m, documents->items[i]);
    return locale_list(m->locale, m->arena, names.items, names.len);
}

/* Notes that the draft tells of a document; true when it did so before. Held lines do not tell of theirs. */
static bool is_told(ContextMaker *m, const Line *line, const Document *document) {
    if (!m->told)
        m->told = g_hash_table_new(g_direct_hash, g_direct_equal);
    if (line->decision == DECISION_REVIEW)
        return g_hash_table_contains(m->told, document);
    return !g_hash_table_add(m->told, (gpointer)document);
}

static void add_documents(ContextMaker *m, Data *object, const Line *line) {
    Data refused = {.kind = DATA_LIST};
    size_t shown = MIN(line->refused.len, DOCUMENTS_SHOWN);
    bool told = shown > 0, unreadable = false;
    for (size_t i = 0; i < shown; i++) {
        data_append(m->arena, &refused, refused_object(m, line->refused.items[i]));
        told = is_told(m, line, line->refused.items[i]) && told;
        unreadable = unreadable || !line->refused.items[i]->readable;
    }
    context_flag(m->arena, object, VAR_REFUSED_MORE, line->refused.len > shown);
    context_flag(m->arena, object, VAR_TOLD, told);
    context_text(m->arena, object, VAR_REFUSED_NAMES, names_of(m, &line->refused));
    context_text(m->arena, object, VAR_ACCEPTED, names_of(m, &line->accepted));
    context_flag(m->arena, object, VAR_ANY_ACCEPTED, line->accepted.len > 0);
    context_flag(m->arena, object, VAR_ACCEPTED_ONE, line->accepted.len == 1);
    context_flag(m->arena, object, VAR_ANY_REFUSED, line->refused.len > 0);
    context_flag(m->arena, object, VAR_REFUSED_ONE, line->refused.len == 1);
    context_flag(m->arena, object, VAR_ANY_UNREADABLE, unreadable);
    data_set(m->arena, object, VAR_REFUSED, refused);
}

Data context_line(ContextMaker *m, const Line *line, size_t index) {
    Data object = {.kind = DATA_OBJECT};
    bool shows_row = context_shows_row(m->resolution, line);
    context_text(m->arena, &object, VAR_INDEX, decimal_str(m->arena, decimal_int((int64_t)index)));
    context_text(m->arena, &object, VAR_BLOCK, str_of(decision_word(line->decision)));
    context_text(m->arena, &object, VAR_INVOICE_NUMBER, detail_text(m, &line->effective, DETAIL_INVOICE_NUMBER));
    context_text(m->arena, &object, VAR_OMLP_TYPE, detail_text(m, &line->effective, DETAIL_OMLP_TYPE));
    context_text(m->arena, &object, VAR_PERIOD, detail_text(m, &line->effective, DETAIL_MONTH));
    context_text(m->arena, &object, VAR_DISPLAYED_FROM, locale_date(m->locale, m->arena, line->displayed_from));
    bool looked_up = !m->resolution->no_dashboard;
    context_flag(m->arena, &object, VAR_NOT_ON_DASHBOARD, looked_up && find(line, FINDING_NOT_ON_DASHBOARD));
    context_text(m->arena, &object, VAR_CHANGED_SINCE, locale_date(m->locale, m->arena, changed_since(line)));
    LineOf *of = ARENA_NEW(m->arena, LineOf);
    *of = (LineOf){m, line};
    data_set(m->arena, &object, VAR_PURCHASE, data_later(purchase_list, of));
    context_flag(m->arena, &object, VAR_DUPLICATE, find(line, FINDING_DUPLICATE_LINE) != NULL);
    add_documents(m, &object, line);
    add_missing(m, &object, line);
    add_corrections(m, &object, line);
    add_unclear(m, &object, line);
    if (shows_row) {
        data_set(m->arena, &object, VAR_ROW, data_later(row_object, of));
        add_differences(m, &object, line);
        if (find(line, FINDING_INVOICE_NUMBER_DIFFERS))
            data_set(m->arena, &object, VAR_NEAR_NUMBER, near_object(m, line));
    }
    return object;
}
