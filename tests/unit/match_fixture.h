/* Claims, documents and rows in one line of text each, for the tests of match.
 *
 * claim:    "m=1 y=2020 t=dmoc u=25 n=INV-1 k=25 r=3125.00 c=EUR", any part left out is not given; "?u=25|30" is an
 *           ambiguous value with its readings; "dup" a line given twice; a blank inside a value is written "_"
 * document: "invoice name=a.pdf n=INV-1 q=PO-7 d=2020-01-05 c=EUR net=3125.00 i=dmoc:25:3125.00", q and i repeated; an
 *           item without a code is "i=:25:3125.00:description"; "unreadable"; "ocr"; "text=..." (the rest of the line)
 * row:      "1234567 2020-01 dmoc 25 INV-1 25 3125.00 EUR"; "-" as partner: none; the currency may be left out
 * Several are parted by "\n". */
#ifndef TESTS_MATCH_FIXTURE_H
#define TESTS_MATCH_FIXTURE_H

#include "base/buf.h"
#include "match/match.h"
#include "store/store.h"

static inline bool word_next(Str *rest, char end, Str *word) {
    while (rest->len && rest->data[0] == end)
        *rest = str_sub(*rest, 1, rest->len);
    ptrdiff_t at = str_find_char(*rest, end);
    size_t to = at < 0 ? rest->len : (size_t)at;
    *word = str_sub(*rest, 0, to);
    *rest = str_sub(*rest, to, rest->len);
    return word->len > 0;
}

static inline Str unescape(Arena *arena, Str text) {
    char *out = arena_alloc(arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++)
        out[i] = text.data[i] == '_' ? ' ' : text.data[i];
    return (Str){out, text.len};
}

static inline Decimal number_of(Str text) {
    Decimal d;
    if (!decimal_parse(text, &d))
        g_error("test: %.*s is no number", STR_ARG(text));
    return d;
}

static inline Detail detail_of(char letter) {
    static const char letters[] = "mytunkrc";
    return (Detail)(strchr(letters, letter) - letters);
}

static inline Claim *claim_of(Arena *arena, Str text) {
    Claim *claim = ARENA_NEW(arena, Claim);
    for (Str word; word_next(&text, ' ', &word);) {
        bool unsure = word.data[0] == '?';
        if (str_eq_cstr(word, "dup")) {
            claim->duplicate = true;
            continue;
        }
        Detail detail = detail_of(word.data[unsure]);
        Str value = unescape(arena, str_sub(word, unsure + 2, word.len));
        if (unsure)
            claim->ambiguous |= DETAIL_BIT(detail);
        for (Str one; unsure && word_next(&value, '|', &one);)
            *VEC_PUSH(arena, &claim->readings[detail]) = one;
        if (!unsure && detail_is_number(detail))
            detail_set_number(&claim->details, detail, number_of(value));
        else if (!unsure)
            detail_set_text(&claim->details, detail, value);
    }
    return claim;
}

static inline InvoiceItem item_of(Arena *arena, Str text) {
    InvoiceItem item = {0};
    Str part[4] = {{0}};
    for (int i = 0; i < 4; i++) {
        ptrdiff_t at = str_find_char(text, ':');
        part[i] = str_sub(text, 0, at < 0 ? text.len : (size_t)at);
        text = at < 0 ? STR("") : str_sub(text, (size_t)at + 1, text.len);
    }
    item.omlp_type = part[0].len ? part[0] : STR_NONE;
    item.has_units = part[1].len > 0;
    item.units = item.has_units ? number_of(part[1]) : (Decimal){0, 0};
    item.has_net = part[2].len > 0;
    item.net = item.has_net ? number_of(part[2]) : (Decimal){0, 0};
    item.description = unescape(arena, part[3]);
    return item;
}

static inline Kind kind_of(Str word) {
    int kind = 0;
    while (kind < KIND_COUNT && !str_eq_cstr(word, kind_word((Kind)kind)))
        kind++;
    return (Kind)kind;
}

static inline void document_part(Arena *arena, Document *document, Str word) {
    ptrdiff_t at = str_find_char(word, '=');
    Str name = str_sub(word, 0, at < 0 ? word.len : (size_t)at);
    Str value = at < 0 ? STR("") : unescape(arena, str_sub(word, (size_t)at + 1, word.len));
    if (str_eq_cstr(name, "unreadable"))
        document->readable = false;
    else if (str_eq_cstr(name, "ocr"))
        document->recognized = true;
    else if (str_eq_cstr(name, "name"))
        document->name = value;
    else if (str_eq_cstr(name, "n"))
        document->number = value;
    else if (str_eq_cstr(name, "q"))
        *VEC_PUSH(arena, &document->quotes) = value;
    else if (str_eq_cstr(name, "d"))
        date_parse_iso(value, &document->issue_date);
    else if (str_eq_cstr(name, "c"))
        document->currency = value;
    else if (str_eq_cstr(name, "i"))
        *VEC_PUSH(arena, &document->items) = item_of(arena, str_sub(word, 2, word.len));
    else if (str_eq_cstr(name, "net")) {
        document->has_net = true;
        document->net = number_of(value);
    } else
        g_error("test: document part %.*s", STR_ARG(word));
}

static inline Document *document_of(Arena *arena, Str text) {
    Document *document = ARENA_NEW(arena, Document);
    Str word;
    ptrdiff_t at = str_find(text, STR("text="));
    document->readable = true;
    if (at >= 0) {
        document->text = str_sub(text, (size_t)at + 5, text.len);
        text = str_sub(text, 0, (size_t)at);
    }
    word_next(&text, ' ', &word);
    document->kind = kind_of(word);
    document->accepted = document->kind == KIND_INVOICE;
    document->name = arena_str(arena, word);
    while (word_next(&text, ' ', &word))
        document_part(arena, document, word);
    return document;
}

static inline Row row_of(Arena *arena, Str text) {
    Row row = {0};
    Str word[8] = {{0}};
    for (int i = 0; i < 8 && word_next(&text, ' ', &word[i]); i++)
        word[i] = unescape(arena, word[i]);
    row.partner_id = str_eq_cstr(word[0], "-") ? STR_NONE : word[0];
    row.year = (int)number_of(str_sub(word[1], 0, 4)).units;
    row.month = (int)number_of(str_sub(word[1], 5, 7)).units;
    row.omlp_type = word[2];
    row.units = number_of(word[3]);
    row.invoice_number = word[4];
    row.kpi = number_of(word[5]);
    ptrdiff_t other = str_find_char(word[6], '|'); /* "412500|412.500" */
    row.revenue_unsure = other >= 0;
    row.revenue = number_of(other < 0 ? word[6] : str_sub(word[6], 0, (size_t)other));
    if (row.revenue_unsure)
        row.revenue_other = number_of(str_sub(word[6], (size_t)other + 1, word[6].len));
    row.currency = word[7].len ? word[7] : STR_NONE;
    return row;
}

static inline void store_fill(Store *store, Arena *arena, const char *rows) {
    Str rest = str_of(rows), line;
    VEC(Row) all = {0};
    while (word_next(&rest, '\n', &line))
        *VEC_PUSH(arena, &all) = row_of(arena, line);
    store_add(store, all.items, all.len);
}

static inline Reading reading_of(Arena *arena, const char *partner_id, const char *claims, const char *documents) {
    Reading reading = {.language = LANGUAGE_EN, .intent = INTENT_KPI_DISCREPANCY};
    Str rest = str_of(claims), line;
    reading.partner_id = partner_id ? str_of(partner_id) : STR_NONE;
    while (word_next(&rest, '\n', &line))
        *VEC_PUSH(arena, &reading.claims) = claim_of(arena, line);
    rest = str_of(documents);
    while (word_next(&rest, '\n', &line))
        *VEC_PUSH(arena, &reading.documents) = document_of(arena, line);
    return reading;
}

static inline Date day_of(const char *text) {
    Date date = {0};
    if (!date_parse_iso(str_of(text), &date))
        g_error("test: %s is no day", text);
    return date;
}

static inline Programme *programme_of_project(void) {
    GError *error = NULL;
    Programme *programme = programme_load("resolver/match/programme.ini", &error);
    if (!programme)
        g_error("test: %s", error->message);
    return programme;
}

/* "escalate_adjustment: kpi_mismatch units_mismatch", a line of the ticket each; findings that are about one detail
 * among several of their kind name it: "missing_detail:year". */
static inline Str resolution_str(Arena *arena, const Resolution *resolution) {
    Buf buf = {.arena = arena};
    for (size_t i = 0; i < resolution->lines.len; i++) {
        const Line *line = resolution->lines.items[i];
        buf_printf(&buf, "%s%s:", i ? "\n" : "", decision_word(line->decision));
        for (size_t j = 0; j < line->findings.len; j++) {
            const Finding *finding = &line->findings.items[j];
            buf_printf(&buf, " %s", finding_word(finding->code));
            bool named = finding->code == FINDING_MISSING_DETAIL || finding->code == FINDING_AMBIGUOUS_VALUE ||
                         finding->code == FINDING_CLAIM_DIFFERS_FROM_INVOICE;
            if (named)
                buf_printf(&buf, ":%s", finding->detail < DETAIL_COUNT ? detail_word(finding->detail) : "partner_id");
        }
    }
    return buf_str(&buf);
}

#endif
