#include <ctype.h>

#include "parsers/invoice.h"

#include "base/utf8.h"
#include "parsers/kind_shape.h"
#include "parsers/money.h"
#include "base/banned.h"

#define TOP_LINES      15 /* with text; where a bare "No. 123" or a bare date is the paper's own */
#define HEAD_LINES     30 /* with text; where the paper's own data stand */
#define PREFIX_MAX 4 /* letters before a number that are part of it */
#define QUOTES_MAX     50
#define TRACK_CELLS    4  /* of its line; in a longer one it is that of a paper listed */

static bool is_trade(Kind kind) {
    return kind < KIND_PARTNER_REPORT;
}

/* No letters before it in its cell, but for the same name in another language: "FACTURA / Invoice". */
bool paper_leads_cell(const Page *page, const Sign *sign) {
    Str s = page->text.folded;
    size_t at = page->cells.items[sign->cell].from, slash = sign->from;
    while (slash > at && s.data[slash - 1] == ' ')
        slash--;
    for (size_t i = page_first_sign(page, at); i < page->signs.len && page->signs.items[i].from == at && slash > at; i++)
        if (page->signs.items[i].kind == sign->kind && s.data[slash - 1] == '/' && page->signs.items[i].to + 2 >= slash)
            return true;
    for (; at < sign->from; at++)
        if (s.data[at] >= 'a' && s.data[at] <= 'z')
            return false;
    return true;
}

/* "No. A-12  Date: 3 May": within a cell a colon tells a label as well. */
bool paper_is_label(const Page *page, const Sign *sign) {
    return paper_leads_cell(page, sign) || (sign->to < page->text.folded.len && page->text.folded.data[sign->to] == ':');
}

/* ---- numbers ---- */

/* The same phrase names another paper, too: "Your order" on a confirmation and on an order. */
bool paper_is_shared(const Page *page, const Sign *sign) {
    for (size_t i = page_first_sign(page, sign->from); i < page->signs.len && page->signs.items[i].from == sign->from; i++) {
        const Sign *other = &page->signs.items[i];
        if (other->to == sign->to && other->cue == sign->cue && other->kind != sign->kind)
            return true;
    }
    return false;
}

/* Letters at the end of a label that are printed with the number: "N° BL 2019/12" is number "BL 2019/12". */
static size_t with_letters(const Page *page, const Sign *label, size_t number) {
    Str raw = text_raw(&page->text, label->from, label->to), s = page->text.folded;
    size_t at = label->to;
    const Sign *bare;
    while (at > label->from && s.data[at - 1] != ' ')
        at--;
    Str letters = text_raw(&page->text, at, label->to);
    bool capitals = letters.len > 0 && letters.len <= PREFIX_MAX && at > label->from && letters.len < raw.len;
    for (size_t i = 0; i < letters.len; i++)
        capitals &= letters.data[i] >= 'A' && letters.data[i] <= 'Z';
    Text head;
    Hits hits = {0};
    text_fold(page->arena, text_raw(&page->text, label->from, at), &head);
    if (!capitals || number != label->to + 1 || s.data[label->to] != ' ' || page_sign_in(page, KIND_BARE, at, label->to, &bare))
        return number;
    lexicon_scan(page->lexicon, page->arena, &head, 0, head.folded.len, LEX_BIT(LEX_KIND), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].from == 0 && str_eq_cstr(lexicon_key(page->lexicon, LEX_KIND, hits.items[i].key), "other.bare"))
            return at;
    return number;
}

static bool number_of(const Page *page, const Sign *sign, size_t *from, size_t *to) {
    if (!paper_number_of(page, sign, from, to))
        return false;
    if (*from > page->lines.items[page->cells.items[sign->cell].line].to && paper_numbers_below(page, sign) > 1)
        return false; /* the column of a list of papers */
    *from = with_letters(page, sign, *from);
    return true;
}

/* 6D2B0C71-94E5-4A1F-8C3D-5B7E12A9F064 in Mexico, 20210407-41000096-77120443 in Korea: what a tax office calls the paper; its
 * sender may number it otherwise. */
static bool is_fiscal(Str s) {
    bool uuid = s.len == 36, approval = s.len == 26;
    for (size_t i = 0; i < s.len; i++) {
        bool dash = s.data[i] == '-';
        uuid = uuid && dash == (i == 8 || i == 13 || i == 18 || i == 23) && (dash || isxdigit((unsigned char)s.data[i]));
        approval = approval && dash == (i == 8 || i == 17) && (dash || isalnum((unsigned char)s.data[i])) &&
                   (i >= 8 || isdigit((unsigned char)s.data[i]));
    }
    return uuid || approval;
}

/* Labels of this paper before those that stand among others', and its own number before that of the tax office. */
static Str number_by(const Page *page, Kind kind, KindCue cue) {
    for (int pass = 0; pass < 4; pass++)
        for (size_t i = 0; i < page->signs.len; i++) {
            const Sign *sign = &page->signs.items[i];
            size_t from, to;
            if (sign->kind == kind && sign->cue == cue && (cue == KIND_NUMBER ? !shape_in_prose(page, sign) : paper_leads_cell(page, sign)) &&
                paper_is_shared(page, sign) == (pass % 2 > 0) && number_of(page, sign, &from, &to) &&
                is_fiscal(text_raw(&page->text, from, to)) == (pass >= 2))
                return text_raw(&page->text, from, to);
        }
    return STR_NONE;
}

/* "... concerning invoice no. 12 of ..." */
static Str number_in_prose(const Page *page, Kind kind) {
    for (size_t i = 0; i < page->signs.len; i++) {
        const Sign *sign = &page->signs.items[i];
        size_t from, to;
        if (sign->kind == kind && sign->cue == KIND_NUMBER && shape_in_prose(page, sign) && number_of(page, sign, &from, &to))
            return text_raw(&page->text, from, to);
    }
    return STR_NONE;
}

/* "Document no." is the paper's own number, whatever paper it is. */
static Str number_of_document(const Page *page) {
    for (size_t i = 0; i < page->signs.len; i++) {
        const Sign *sign = &page->signs.items[i];
        size_t from, to;
        if (sign->cue == KIND_DOCUMENT && page->lines.items[page->cells.items[sign->cell].line].ordinal < HEAD_LINES &&
            number_of(page, sign, &from, &to))
            return text_raw(&page->text, from, to);
    }
    return STR_NONE;
}

/* "No. 123" alone near the top. */
static Str number_bare(const Page *page) {
    for (size_t i = 0; i < page->signs.len; i++) {
        const Sign *sign = &page->signs.items[i];
        const Cell *cell = &page->cells.items[sign->cell];
        size_t from, to;
        if (page->lines.items[cell->line].ordinal >= TOP_LINES)
            break;
        if (sign->cue == KIND_BARE && sign->from == cell->from && paper_number_of(page, sign, &from, &to) && to > from + 1)
            return text_raw(&page->text, from, to);
    }
    return STR_NONE;
}


/* AB-12345678, "RK 55120947": the track of a uniform invoice, which stands alone near its title. */
static bool is_track(Str s) {
    size_t digits = s.len == 11 && strchr("-. ", s.data[2]) ? 3 : 2;
    bool fits = s.len == digits + 8;
    for (size_t i = 0; fits && i < s.len; i++)
        fits = i < 2 ? s.data[i] >= 'a' && s.data[i] <= 'z' : i < digits || (s.data[i] >= '0' && s.data[i] <= '9');
    return fits;
}

/* What no paper but a uniform invoice of Taiwan says of itself: its title, or words of its form; a stamp may hide the title. */
static bool is_uniform(const Page *page) {
    for (size_t i = 0; i < page->signs.len; i++) {
        const Sign *sign = &page->signs.items[i];
        if (sign->kind == KIND_INVOICE && (sign->cue == KIND_TITLE ? paper_leads_cell(page, sign) : sign->cue == KIND_STRONG) &&
            sign->languages == 1u << LANGUAGE_ZH_TW)
            return true;
    }
    return false;
}

/* Where the value of a cell begins: behind a colon whose label a scan misread, and which so names no other paper. */
static size_t value_begin(const Page *page, const Cell *cell) {
    Str s = page->text.folded;
    size_t from = cell->to;
    while (from > cell->from && s.data[from - 1] != ':')
        from--;
    for (size_t i = page_first_sign(page, cell->from); i < page->signs.len && page->signs.items[i].from < from; i++)
        if (page->signs.items[i].cue == KIND_NUMBER || page->signs.items[i].cue == KIND_TITLE)
            return cell->from;
    return from;
}

Str paper_track(const Page *page) {
    for (size_t i = 0; i < page->cells.len; i++) {
        const Cell *cell = &page->cells.items[i];
        size_t from = value_begin(page, cell);
        if (page->lines.items[cell->line].ordinal >= TOP_LINES)
            break;
        if (page->lines.items[cell->line].cells <= TRACK_CELLS && is_track(str_sub(page->text.folded, from, cell->to)))
            return is_uniform(page) ? text_raw(&page->text, from, cell->to) : STR_NONE;
    }
    return STR_NONE;
}

/* An invoice below zero is a credit note that keeps the labels of an invoice: what they name is its own number, if its words
 * name another one as the invoice that it takes back. */
static Str number_below_zero(const Page *page) {
    Str own = number_by(page, KIND_INVOICE, KIND_NUMBER);
    if (!str_given(own))
        own = number_by(page, KIND_INVOICE, KIND_TITLE);
    for (size_t i = 0; str_given(own) && i < page->signs.len; i++) {
        const Sign *sign = &page->signs.items[i];
        size_t from, to;
        bool words = sign->kind == KIND_CREDIT_NOTE &&
                     (sign->cue == KIND_STRONG || sign->cue == KIND_TITLE || sign->cue == KIND_NUMBER);
        if (words && paper_number_corrected(page, sign, &from, &to) &&
            !str_eq(number_fold(page->arena, text_raw(&page->text, from, to)), number_fold(page->arena, own)))
            return own;
    }
    return STR_NONE;
}

static Str number_own(const Page *page, const Document *document) {
    Kind kind = document->kind;
    Str number = kind == KIND_INVOICE ? STR_NONE : number_of_document(page);
    if (!str_given(number) && kind != KIND_OTHER) /* its labels are of numbers that no paper has for its own */
        number = number_by(page, kind, KIND_NUMBER);
    if (!str_given(number) && document->self_billed)
        number = number_by(page, KIND_CREDIT_NOTE, KIND_NUMBER);
    if (!str_given(number) && kind == KIND_CREDIT_NOTE)
        number = number_below_zero(page);
    Str titled = str_given(number) && !is_fiscal(number) ? STR_NONE : number_by(page, kind, KIND_TITLE);
    number = str_given(titled) ? titled : number;
    if (!str_given(number) && kind != KIND_OTHER)
        number = number_in_prose(page, kind);
    if (!str_given(number) && str_given(document->subject)) {
        Page subject;
        page_read(page->lexicon, page->arena, document->subject, &subject);
        number = number_by(&subject, kind, KIND_NUMBER);
        if (!str_given(number))
            number = number_by(&subject, kind, KIND_TITLE);
    }
    if (!str_given(number) && kind == KIND_INVOICE)
        number = paper_track(page);
    if (!str_given(number))
        number = number_bare(page);
    return str_given(number) || kind != KIND_INVOICE ? number : number_of_document(page);
}

static bool is_quoted(const Document *document, Arena *arena, Str number) {
    Str folded = number_fold(arena, number);
    if (str_given(document->number) && str_eq(folded, number_fold(arena, document->number)))
        return true;
    for (size_t i = 0; i < document->quotes.len; i++)
        if (str_eq(folded, number_fold(arena, document->quotes.items[i])))
            return true;
    return false;
}

/* An invoice belongs to a purchase by its orders; every other paper by whatever it quotes (contract section
 * 5). */
static bool is_quotable(Kind of, Kind kind) {
    if (of == KIND_INVOICE)
        return kind == KIND_ORDER_CONFIRMATION || kind == KIND_PURCHASE_ORDER;
    return is_trade(kind);
}

/* Capitals right before a number may belong to it: "BC-7741", "PO 4711". Some quote it with them, some without. */
static bool is_prefix(const Page *page, size_t from, size_t to, size_t number) {
    Str raw = text_raw(&page->text, from, to);
    for (size_t i = 0; i < raw.len; i++)
        if (raw.data[i] < 'A' || raw.data[i] > 'Z')
            return false;
    return raw.len > 0 && raw.len <= PREFIX_MAX && number <= to + 1 && page->text.folded.data[to] != ':';
}

static void quote_add(const Page *page, Document *document, size_t from, size_t to) {
    Str number = text_raw(&page->text, from, to);
    if (!is_quoted(document, page->arena, number))
        *VEC_PUSH(page->arena, &document->quotes) = number;
}

/* "Correction to invoice no. 905": the words that make it a credit note name the invoice, too. */
static bool corrected_number(const Page *page, const Document *document, const Sign *sign, size_t *from, size_t *to) {
    return document->kind == KIND_CREDIT_NOTE && sign->kind == KIND_CREDIT_NOTE && sign->cue == KIND_STRONG &&
           paper_number_corrected(page, sign, from, to);
}

static void quotes_read(const Page *page, Document *document) {
    size_t taken = 0; /* end of the value read last: a name inside it labels nothing ("BC 2021/77") */
    for (size_t i = 0; i < page->signs.len && document->quotes.len < QUOTES_MAX; i++) {
        const Sign *sign = &page->signs.items[i];
        size_t from, to;
        bool label = sign->cue == KIND_NUMBER || sign->cue == KIND_TITLE;
        if (sign->from < taken || sign->kind == KIND_OTHER ||
            !(label ? paper_number_of(page, sign, &from, &to) : corrected_number(page, document, sign, &from, &to)))
            continue;
        taken = to;
        if (!is_quotable(document->kind, sign->kind))
            continue;
        if (is_prefix(page, sign->from, sign->to, from))
            quote_add(page, document, sign->from, to);
        quote_add(page, document, from, to);
    }
}

/* ---- language, currency, totals ---- */

/* The language in which most of its words stand; the ticket's where that is one of them. */
static Language language_of(const Page *page, Language ticket) {
    size_t votes[LANGUAGE_COUNT] = {0};
    Language best = ticket;
    for (size_t i = 0; i < page->signs.len; i++)
        for (int l = 0; l < LANGUAGE_COUNT; l++)
            votes[l] += (page->signs.items[i].languages >> l) & 1u;
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        if (best == LANGUAGE_UNKNOWN || votes[l] > votes[best])
            best = (Language)l;
    return best;
}

static bool is_amount_letter(Str s, size_t at) {
    return at < s.len && s.data[at] >= '0' && s.data[at] <= '9';
}

/* The currency beside its amounts; of several the one named most often. */
static Str currency_of(const Page *page, Language language) {
    Strs found = {0};
    size_t count[16] = {0}, best = 0;
    Str s = page->text.folded;
    for (size_t at = 0; at < s.len;) {
        size_t to, from, end;
        Str iso;
        if (!is_amount_letter(s, at) || !number_token(s, at, &to)) {
            at++;
            continue;
        }
        if (currency_beside(page->lexicon, &page->text, at, to, language, &iso, &from, &end) &&
            str_given(iso)) {
            size_t k = 0;
            while (k < found.len && !str_eq(found.items[k], iso))
                k++;
            if (k == found.len && k < 16)
                *VEC_PUSH(page->arena, &found) = iso;
            if (k < 16)
                count[k]++;
        }
        at = to;
    }
    for (size_t k = 1; k < found.len; k++)
        if (count[k] > count[best])
            best = k;
    return found.len ? found.items[best] : STR_NONE;
}

/* A code or sign in a head or label with no amount beside it: "Amount KWD". */
static Str currency_of_heads(const Page *page, Language language) {
    for (size_t i = 0; i < page->signs.len; i++) {
        const Sign *sign = &page->signs.items[i];
        const Cell *cell = &page->cells.items[sign->cell];
        bool fact = sign->cue >= KIND_NET && sign->cue <= KIND_AMOUNT;
        for (size_t at = sign->to; fact && at < cell->to; at++) {
            Str iso;
            size_t to;
            bool begins = strchr(" (/", page->text.folded.data[at - 1]) != NULL;
            if (begins && currency_at(page->lexicon, &page->text, at, language, &iso, &to) &&
                str_given(iso) && iso.len == 3)
                return iso;
        }
    }
    return STR_NONE;
}

static bool subtract(Decimal a, Decimal b, Decimal *out) {
    b.units = -b.units;
    return decimal_add(a, b, out);
}

static bool items_sum(const InvoiceItems *items, Decimal *sum) {
    *sum = (Decimal){0};
    for (size_t i = 0; i < items->len; i++)
        if (!items->items[i].has_net || !decimal_add(*sum, items->items[i].net, sum))
            return false;
    return items->len > 0;
}

/* The total without tax: as labelled, or by sum and difference; a total that may hold tax is none. */
static bool net_of(const PaperTotals *t, const InvoiceItems *items, Decimal *net) {
    Decimal sum, zero = {0};
    bool summed = items_sum(items, &sum);
    Decimal gross = t->has_gross ? t->gross : t->total;
    bool has_gross = t->has_gross || t->has_total;
    if (t->has_net) {
        *net = t->net;
        return true;
    }
    bool all_tax = t->has_tax && decimal_cmp(t->tax, zero) != 0 && decimal_cmp(t->tax, gross) == 0; /* one figure read twice */
    if (has_gross && t->has_tax && !all_tax) {
        if (decimal_cmp(t->tax, zero) == 0 || (!t->has_gross && summed && decimal_cmp(sum, gross) == 0)) {
            *net = gross;
            return true;
        }
        return subtract(gross, t->tax, net);
    }
    *net = sum;
    return summed && (!has_gross || (!t->has_gross && decimal_cmp(sum, gross) == 0));
}

void invoice_read_page(const Page *page, Language language, Document *document) {
    Language own = language_of(page, language);
    document->currency = currency_of(page, own);
    if (!str_given(document->currency))
        document->currency = currency_of_heads(page, own);
    NumberHabit habit = number_habit_of_text(&page->text);
    int decimals = str_given(document->currency) ? currency_decimals(document->currency) : 2;
    if (habit == HABIT_UNKNOWN)
        habit = number_habit_of_language(own);
    document->number = number_own(page, document);
    if (is_trade(document->kind))
        quotes_read(page, document);
    document->issue_date = paper_date(page, document, own);
    if (!is_trade(document->kind))
        return;
    PaperTotals totals;
    paper_totals(page, habit, decimals, &totals);
    paper_items(page, habit, decimals, &document->items);
    document->has_net = net_of(&totals, &document->items, &document->net);
}

void invoice_read(const Lexicon *lexicon, Arena *arena, Language language, Document *document) {
    for (size_t i = 0; document->structured && i < document->items.len; i++)
        document->items.items[i].omlp_type = paper_type(lexicon, arena, document->items.items[i].description);
    bool is_table = document->kind == KIND_CLAIM_TABLE || document->kind == KIND_DASHBOARD_EXPORT;
    if (document->structured || !document->readable || str_empty(document->text) || is_table)
        return;
    Page page;
    page_read(lexicon, arena, document->text, &page);
    invoice_read_page(&page, language, document);
}
