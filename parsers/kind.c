#include "parsers/kind.h"

#include <glib.h>

#include "base/utf8.h"
#include "parsers/invoice.h"
#include "parsers/kind_draft.h"
#include "parsers/kind_proof.h"
#include "parsers/kind_title.h"
#include "parsers/language.h"
#include "parsers/page.h"
#include "base/banned.h"

/* What each piece of evidence weighs, beside titles (kind_title.h). A title says most, but not everything: it
 * needs a number and an amount before the paper passes as an invoice. */
enum {
    SENTENCE = 5, /* of [kind.*] strong; the second one counts less */
    SENTENCE_MORE = 3,
    SUPPORT = 1,
    SUPPORT_MAX = 4,
    LIST_OF_PAPERS = 4, /* a column of numbers of papers: a statement, a report */
    STILL_TO_COME = 6,  /* "your invoice will follow" against the invoice ... */
    OTHERS_TO_COME = 3, /* ... and for a confirmation, which is what says so */
    NUMBER_IN_PROSE = 2 /* "invoice no. 12 is still open": a letter speaks of it */
};

#define SENTENCE_BYTES 240 /* how far a word may stand from what is said of it */
#define DENIAL_BYTES   40
#define SEVERAL_BYTES  4  /* of a number, where several in a row are numbers of papers */
#define BILL_LINES     20 /* with text, in which the number of a bill without a heading stands */
#define NEXT_BYTES     14 /* in which "next" stands before a name */
#define AFTER_BYTES    4   /* in which "after" follows what comes first, in East Asia: "완료 후", "发货后" */

/* ---- titles ---- */

/* The same words are also of that cue: "Gutschrift" may be either, "счет" a mere request to pay. */
static bool is_also(const Page *page, const Sign *name, KindCue cue) {
    for (size_t i = page_first_sign(page, name->from); i < page->signs.len && page->signs.items[i].from == name->from; i++)
        if (page->signs.items[i].cue == cue && page->signs.items[i].to == name->to)
            return true;
    return false;
}

static void title_count(Judgement *j, const Sign *title, ProofRole role, const Page *page, int weight) {
    bool heads = title->kind == KIND_INVOICE && weight > 0 && title_weight(page, title) >= TITLE_LEADS, request = is_also(page, title, KIND_REQUEST);
    j->firm |= heads && !request;
    j->requests |= heads && request;
    if (weight <= j->title[title->kind])
        return;
    int more = weight - j->title[title->kind];
    j->title[title->kind] = weight;
    kind_prove(j, title->kind, role, more, text_raw(&page->text, title->from, title->to));
}

/* An invoice, an order or a quotation is what letters are about; any other paper says so in its subject. */
static void judge_concern(Judgement *j, const Sign *title, int weight) {
    static const bool quoted[KIND_COUNT] = {[KIND_INVOICE] = true,
                                            [KIND_ORDER_CONFIRMATION] = true,
                                            [KIND_PURCHASE_ORDER] = true,
                                            [KIND_QUOTATION] = true,
                                            [KIND_DELIVERY_NOTE] = true};
    const Cell *cell = &j->page->cells.items[title->cell];
    j->concerned |= title->kind == KIND_INVOICE;
    if (title->kind == KIND_INVOICE ||
        (quoted[title->kind] && page_has_digit(j->page, title->to, cell->to))) {
        weight = weight < TITLE_LABEL ? weight : TITLE_LABEL;
    } else {
        weight += j->titled ? 0 : TITLE_FIRST;
        j->titled = true;
    }
    title_count(j, title, PROOF_SUBJECT, j->page, weight);
}

static void judge_listed(Judgement *j, Str words) {
    if (!j->mentioned)
        kind_prove(j, KIND_ACCOUNT_STATEMENT, PROOF_NUMBER, LIST_OF_PAPERS, words);
    j->mentioned = true;
}

/* A title of another language than the paper's own weighs two thirds and leads nothing: "Bon" is a voucher
 * here and an invoice there. */
static void judge_foreign(Judgement *j, const Page *page, const Sign *title, int weight) {
    j->headed[title->kind] |= weight >= TITLE_LEADS;
    title_count(j, title, PROOF_TITLE, page, title_by_place(page, title, weight * 2 / 3));
}

/* "Invoice dispute form" is a form, whatever form that is. */
static void judge_compound(Judgement *j, const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    int weight = TITLE_LEADS + (j->titled ? 0 : TITLE_FIRST);
    int more = title_by_place(page, title, weight) - j->title[KIND_OTHER];
    j->titled = true;
    if (more <= 0)
        return;
    j->title[KIND_OTHER] += more;
    kind_prove(j, KIND_OTHER, PROOF_TITLE, more, text_raw(&page->text, cell->from, cell->to));
}

/* "Facture n° 12" may as well be the first line of what is said about it. */
static bool is_bare(const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    return title_is_capitals(page, title) || !page_has_digit(page, cell->from, cell->to);
}

static void judge_credit(Judgement *j, const Page *page, const Sign *title) {
    bool either = is_also(page, title, KIND_EITHER);
    j->either |= either;
    j->corrects |= !either;
}

/* The first heading of all. It stands for the whole paper where nothing but a number or a day is beside its name, and no invoice
 * is named beside it. */
static void judge_first(Judgement *j, const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    const PageLine *line = &page->lines.items[cell->line];
    bool full = title_weight(page, title) == TITLE_ALONE || page_has_digit(page, title->to, cell->to);
    j->first = title->kind;
    for (size_t i = page_first_sign(page, line->from); i < page->signs.len && page->signs.items[i].from < line->to; i++)
        full &= page->signs.items[i].cue != KIND_TITLE || page->signs.items[i].kind != KIND_INVOICE || page->signs.items[i].cell == title->cell;
    j->first_full = full;
}

/* "Delivery note and invoice": one heading of both names, and no number that may be another paper's. */
static bool is_joint(const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    if (title->kind != KIND_INVOICE || page_has_digit(page, cell->from, cell->to))
        return false;
    for (size_t i = page_first_sign(page, cell->from); i < page->signs.len && page->signs.items[i].from < cell->to; i++) {
        const Sign *sign = &page->signs.items[i];
        if (sign->cue == KIND_TITLE && sign->kind != KIND_INVOICE && kind_goes_with_invoice(sign->kind))
            return true;
    }
    return false;
}

/* "04417720、04417721", "INV-4471, INV-4472": numbers of one build in a row are those of other papers. */
static bool names_several(const Page *page, size_t from, size_t label_line) {
    Str s = page->text.folded;
    size_t end = page->lines.items[label_line].to, first = 0, second = 0, at = from;
    end = end < from ? s.len : end;
    for (; at < end && (g_ascii_isalnum(s.data[at]) || s.data[at] == '-' || s.data[at] == '/'); at++)
        first++;
    size_t gap = at;
    if (at + 3 <= end && memcmp(s.data + at, "\xE3\x80\x81", 3) == 0)
        at += 3;
    else if (at < end && (s.data[at] == ',' || s.data[at] == ';'))
        at++;
    if (at == gap || first < SEVERAL_BYTES)
        return false;
    while (at < end && s.data[at] == ' ')
        at++;
    size_t begin = at;
    for (; at < end && (g_ascii_isalnum(s.data[at]) || s.data[at] == '-' || s.data[at] == '/'); at++)
        second++;
    return first == second && page_has_digit(page, begin, at);
}

static void judge_heading(Judgement *j, const Page *page, const Sign *title, int weight) {
    size_t from, to;
    if (title->kind == KIND_CREDIT_NOTE && weight >= TITLE_LABEL)
        judge_credit(j, page, title);
    bool reference = title_is_reference(page, title);
    if (title->kind == KIND_INVOICE && is_also(page, title, KIND_SEVERAL)) { /* a folder of them, and what is in it may be anything */
        title_count(j, title, PROOF_TITLE, page, weight < TITLE_PART ? weight : TITLE_PART);
        return;
    }
    if (reference && weight > TITLE_LABEL)
        weight = TITLE_LABEL;
    if ((reference || weight >= TITLE_LEADS) && !j->numbered[title->kind] && paper_number_of(page, title, &from, &to) &&
        !names_several(page, from, page->cells.items[title->cell].line)) {
        j->numbered[title->kind] = true;
        kind_prove(j, title->kind, PROOF_NUMBER, kind_number_weight[title->kind],
              text_raw(&page->text, title->from, title->to));
    }
    if (!(title->languages & j->languages)) {
        judge_foreign(j, page, title, weight);
        return;
    }
    if (reference) {
        weight += j->titled || !title_heads_page(page, title) ? 0 : TITLE_FIRST;
        j->titled |= weight > TITLE_LABEL;
    } else if (weight >= TITLE_LEADS) {
        weight += title_is_capitals(page, title) ? TITLE_CAPITALS : 0;
        weight += j->titled ? 0 : TITLE_FIRST;
        j->bare_heading |= !j->titled && title->kind == KIND_INVOICE && is_bare(page, title) &&
                           title->from < j->shape.greeting;
        if (!j->titled)
            judge_first(j, page, title);
        j->titled = true;
        j->headed[title->kind] = true;
        j->joint |= is_joint(page, title);
    }
    title_count(j, title, PROOF_TITLE, page, title_by_place(page, title, weight));
}

/* "Invoice summary" is not the only way to head a part of the paper: below the invoice's name and number so does "summary" with
 * that name, and nothing else, behind it. */
static bool heads_part(const Judgement *j, const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    size_t i = page_first_sign(page, title->to + 1);
    if ((title->kind != KIND_PARTNER_REPORT && title->kind != KIND_ACCOUNT_STATEMENT) || !j->numbered[KIND_INVOICE])
        return false;
    for (; i < page->signs.len && page->signs.items[i].from == title->to + 1; i++) {
        const Sign *name = &page->signs.items[i];
        if (name->cue == KIND_TITLE && name->kind == KIND_INVOICE && j->title[KIND_INVOICE] >= TITLE_PART && name->to + 1 >= cell->to)
            return true;
    }
    return false;
}

static void judge_title(Judgement *j, const Page *page, const Sign *title, ProofRole role) {
    int weight =
        title_is_governed(page, title) || title_is_in_code(page, title) ? 0 : title_weight(page, title);
    if (weight == 0 || heads_part(j, page, title) || (title->kind == KIND_INVOICE && title_is_shared(page, title)))
        return;
    if (role == PROOF_SUBJECT) {
        j->headed[title->kind] |= title->kind != KIND_INVOICE && weight >= TITLE_LEADS;
        title_count(j, title, role, page, weight - (weight > TITLE_PART ? 2 : 0));
        return;
    }
    if (role == PROOF_TITLE && shape_in_subject(page, title)) {
        judge_concern(j, title, weight);
        return;
    }
    if (title->kind == KIND_INVOICE && shape_is_value(page, title))
        return;
    if (shape_in_rows(page, &j->shape, title)) {
        if (title->kind == KIND_INVOICE)
            judge_listed(j, text_raw(&page->text, title->from, title->to));
        return;
    }
    if (title->kind == KIND_INVOICE && shape_in_list(page, &j->shape, title)) {
        judge_listed(j, text_raw(&page->text, title->from, title->to));
        return;
    }
    bool named = j->title[KIND_INVOICE] >= TITLE_PART; /* below "Contoso Press Invoice" an "Invoice summary" is a part of it */
    if (title->kind == KIND_INVOICE && !named && title_is_compound(page, title)) {
        judge_compound(j, page, title);
        return;
    }
    judge_heading(j, page, title, weight);
}

/* ---- sentences ---- */

static bool ends_sentence(Str s, size_t at) {
    char c = s.data[at];
    if (c == '\t' || c == '|')
        return true;
    if (c == '\n')
        return at + 1 >= s.len || s.data[at + 1] == '\n' || s.data[at + 1] == ' ';
    if (strchr(".!?;", c))
        return at + 1 >= s.len || s.data[at + 1] == ' ' || s.data[at + 1] == '\n';
    return (unsigned char)c == 0xE3 && at + 2 < s.len && memcmp(s.data + at, "\xE3\x80\x82", 3) == 0;
}

static void sentence_around(const Page *page, const Sign *sign, size_t *from, size_t *to) {
    Str s = page->text.folded;
    *from = sign->from;
    *to = sign->to;
    while (*from > 0 && sign->from - *from < SENTENCE_BYTES && !ends_sentence(s, *from - 1))
        --*from;
    while (*to < s.len && *to - sign->to < SENTENCE_BYTES && !ends_sentence(s, *to))
        ++*to;
}

/* "本收據非統一發票", "本報表不作為憑證": with a name behind it the denial is said of that. */
static bool denies_another(const Page *page, const Sign *sign, const Sign *denial) {
    Str s = page->text.folded;
    size_t size;
    uint32_t c = denial->to < s.len ? utf8_decode(s, denial->to, &size) : 0;
    return sign->kind != KIND_INVOICE && text_is_ideograph(c) && c >= 0x3400; /* that one shall rather be refused */
}

/* "** This is not a VAT invoice" below "VAT **   0.00": said of that tax, not of the paper. */
static bool is_note_to_tax(const Page *page, const Sign *sign) {
    Str s = page->text.folded, mark = str_sub(s, page->cells.items[sign->cell].from, sign->from);
    size_t stars = 0;
    while (stars < mark.len && mark.data[stars] == '*')
        stars++;
    for (size_t i = 0; stars > 0 && i < page->signs.len; i++) {
        const Sign *tax = &page->signs.items[i];
        const Cell *cell = &page->cells.items[tax->cell];
        if (tax->cue != KIND_TAX || tax->from != cell->from || cell->to < tax->to + stars || tax->cell == sign->cell)
            continue;
        Str behind = str_trim(str_sub(s, tax->to, cell->to));
        if (behind.len == stars && memcmp(behind.data, mark.data, stars) == 0)
            return true;
    }
    return false;
}

/* "Your next invoice will be issued on 1 March": this one bills the time up to then. */
static bool is_next(const Page *page, const Sign *sign) {
    const Sign *other;
    size_t near = sign->from > NEXT_BYTES ? sign->from - NEXT_BYTES : 0;
    return page_sign_in(page, KIND_NEXT, near, sign->from, &other) || page_sign_in(page, KIND_NEXT, sign->to, sign->to + 2, &other);
}

/* A mention of a paper in a sentence: "this is no ...", "your ... will follow" speak against it. False when
 * neither is said. A denial stands before the name, in Chinese, Japanese and Korean also behind it. */
static bool judge_mention(Judgement *j, const Sign *sign) {
    const Page *page = j->page;
    const Sign *other;
    size_t from, to, near;
    sentence_around(page, sign, &from, &to);
    near = sign->from - from > DENIAL_BYTES ? sign->from - DENIAL_BYTES : from;
    size_t size;
    bool cjk = text_is_cjk(utf8_decode(page->text.folded, sign->from, &size));
    if (is_note_to_tax(page, sign))
        return true;
    if (sign->kind != KIND_INVOICE && j->headed[sign->kind])
        return false; /* what a quotation is not is said of something else */
    if (page_sign_in(page, KIND_DENIAL, near, sign->from, &other) ||
        (cjk &&
         page_sign_in(page, KIND_DENIAL, sign->to, to < sign->to + DENIAL_BYTES ? to : sign->to + DENIAL_BYTES, &other) &&
         !denies_another(page, sign, other))) {
        j->denied[sign->kind] = true;
        size_t begin = other->from < sign->from ? other->from : sign->from,
               end = other->to > sign->to ? other->to : sign->to;
        kind_prove(j, sign->kind, PROOF_AGAINST, -KIND_AGAINST_WEIGHT, text_raw(&page->text, begin, end));
        return true;
    }
    if (sign->kind != KIND_INVOICE || j->to_come || !page_sign_in(page, KIND_FUTURE, from, to, &other))
        return false;
    if (j->headed[KIND_INVOICE] && is_also(page, sign, KIND_FINAL))
        return true; /* it bills a part, and promises the invoice for the rest */
    if ((j->headed[KIND_INVOICE] || j->numbered[KIND_INVOICE]) && is_next(page, sign))
        return true;
    size_t begin = other->from < sign->from ? other->from : sign->from,
           end = other->to > sign->to ? other->to : sign->to;
    Str words = text_raw(&page->text, begin, end);
    kind_prove(j, KIND_INVOICE, PROOF_AGAINST, -STILL_TO_COME, words);
    j->to_come = true;
    kind_prove(j, KIND_ORDER_CONFIRMATION, PROOF_SENTENCE, OTHERS_TO_COME, words);
    return true;
}

/* "最終發票將於交貨後開立": what is promised is the invoice for the rest, told by the end of its name alone. */
static bool is_within_final(const Judgement *j, const Sign *sign) {
    size_t near = sign->from > DENIAL_BYTES ? sign->from - DENIAL_BYTES : 0;
    for (size_t i = page_first_sign(j->page, near); i < j->page->signs.len && j->page->signs.items[i].from < sign->from; i++) {
        const Sign *name = &j->page->signs.items[i];
        if (name->cue == KIND_FINAL && name->to > sign->from)
            return sign->kind == KIND_INVOICE && j->headed[KIND_INVOICE];
    }
    return false;
}

/* "... once your order has shipped", "배송 완료 후": what is still to happen does not make the paper of it. */
static bool is_to_come(const Page *page, const Sign *sign) {
    size_t from, to;
    const Sign *other;
    if (sign->kind == KIND_INVOICE || sign->kind == KIND_PROFORMA_INVOICE ||
        (sign->kind == KIND_ORDER_CONFIRMATION &&
         sign->cue == KIND_STRONG)) /* they live on what is to come */
        return false;
    sentence_around(page, sign, &from, &to);
    size_t size, behind = text_is_cjk(utf8_decode(page->text.folded, sign->from, &size)) ? sign->to + AFTER_BYTES : sign->from;
    return page_sign_in(page, KIND_FUTURE, from, behind < to ? behind : to, &other);
}

static void judge_sentence(Judgement *j, const Page *page, const Sign *sign) {
    static const int weights[] = {SENTENCE, SENTENCE_MORE};
    if (j->sentences[sign->kind] < 2)
        kind_prove(j, sign->kind, PROOF_SENTENCE, weights[j->sentences[sign->kind]++],
              text_raw(&page->text, sign->from, sign->to));
}

/* A label among other labels, no value in its line: the head of a column. */
static bool heads_column(const Page *page, const Sign *sign) {
    const PageLine *line = &page->lines.items[page->cells.items[sign->cell].line];
    return line->cells >= 2 && !page_has_digit(page, line->from, line->to);
}

static void judge_number(Judgement *j, const Sign *sign) {
    size_t from, to;
    if (sign->kind == KIND_OTHER || j->numbered[sign->kind] || !paper_number_of(j->page, sign, &from, &to))
        return;
    Str words = text_raw(&j->page->text, sign->from, sign->to);
    if (shape_in_rows(j->page, &j->shape, sign))
        return;
    if (sign->kind == KIND_INVOICE && names_several(j->page, from, j->page->cells.items[sign->cell].line)) {
        j->listed = true;
        judge_listed(j, words);
        return;
    }
    if (heads_column(j->page, sign) && paper_numbers_below(j->page, sign) > 1) {
        j->numbered[sign->kind] = true;
        j->listed |= sign->kind == KIND_INVOICE;
        judge_listed(j, words);
        return;
    }
    if (sign->kind == KIND_INVOICE &&
        (shape_in_subject(j->page, sign) || shape_in_list(j->page, &j->shape, sign))) {
        j->concerned |= shape_in_subject(j->page, sign);
        return;
    }
    if (sign->kind == KIND_INVOICE && shape_in_prose(j->page, sign)) {
        if (!judge_mention(j, sign) && j->score[KIND_INVOICE] < NUMBER_IN_PROSE)
            kind_prove(j, KIND_INVOICE, PROOF_NUMBER, NUMBER_IN_PROSE, words);
        return;
    }
    j->numbered[sign->kind] = true;
    j->bill_number |= sign->kind == KIND_INVOICE && sign->from < j->shape.greeting &&
                      j->page->lines.items[j->page->cells.items[sign->cell].line].ordinal < BILL_LINES;
    bool request = is_also(j->page, sign, KIND_REQUEST);
    j->firm |= sign->kind == KIND_INVOICE && !request;
    j->requests |= sign->kind == KIND_INVOICE && request;
    kind_prove(j, sign->kind, PROOF_NUMBER, kind_number_weight[sign->kind], words);
    if (!j->titled && sign->kind != KIND_PURCHASE_ORDER &&
        title_heads_page(j->page, sign)) /* "your order" heads a reply to one */
        title_count(j, sign, PROOF_TITLE, j->page, TITLE_LABEL);
}

/* "Invoice no. 118 will be sent": most of a short line is the name, yet it is no heading. */
static bool is_promised(const Page *page, const Sign *title) {
    const Sign *other;
    return title->kind == KIND_INVOICE && page_sign_in(page, KIND_FUTURE, title->to, page->cells.items[title->cell].to, &other);
}

static void judge_name(Judgement *j, const Sign *title) {
    int weight = title_weight(j->page, title);
    bool heading = weight == TITLE_ALONE || (weight >= TITLE_LEADS && !is_promised(j->page, title));
    if (!heading && judge_mention(j, title))
        return;
    if (!heading && draft_names_paper(j->page, title)) {
        kind_prove(j, KIND_PROFORMA_INVOICE, PROOF_SENTENCE, KIND_AGAINST_WEIGHT,
              text_raw(&j->page->text, title->from, title->to));
        j->denied[KIND_INVOICE] = j->draft = true;
        return;
    }
    if (draft_is_stamp(j->page, title))
        j->denied[KIND_INVOICE] = true;
    judge_title(j, j->page, title, PROOF_TITLE);
}

/* What stands in the cells of a table of purchases is said of them, not of the table. */
static bool in_table_row(const Judgement *j, const Sign *sign) {
    return j->is_table && j->table.below > 0 && sign->from > j->table.below &&
           j->page->lines.items[j->page->cells.items[sign->cell].line].cells >= 3;
}

static void judge_sign(Judgement *j, const Sign *sign) {
    Str words = text_raw(&j->page->text, sign->from, sign->to);
    if (in_table_row(j, sign))
        return;
    switch (sign->cue) {
    case KIND_TITLE:
        judge_name(j, sign);
        break;
    case KIND_NUMBER:
        judge_number(j, sign);
        break;
    case KIND_STRONG:
        if (is_to_come(j->page, sign))
            break;
        judge_sentence(j, j->page, sign);
        j->denied[KIND_INVOICE] |= sign->kind == KIND_PROFORMA_INVOICE && draft_is_said(j->page, sign);
        break;
    case KIND_SUPPORT:
        if (sign->kind != KIND_OTHER && j->support[sign->kind] < SUPPORT_MAX) {
            j->support[sign->kind] += SUPPORT;
            j->score[sign->kind] += SUPPORT;
        }
        break;
    case KIND_SELF_BILLED:
        if (!j->self_billed)
            kind_prove(j, KIND_INVOICE, PROOF_SENTENCE, SENTENCE_MORE, words);
        j->self_billed = true;
        break;
    case KIND_STAMP:
        if (!draft_stamps(j->page, sign))
            break;
        j->denied[KIND_INVOICE] = true;
        j->draft |= sign->kind == KIND_PROFORMA_INVOICE;
        kind_prove(j, sign->kind, PROOF_SENTENCE, SENTENCE, words);
        break;
    case KIND_AGAINST:
        if (is_to_come(j->page, sign) || is_note_to_tax(j->page, sign) || is_within_final(j, sign))
            break;
        j->denied[sign->kind] = true;
        kind_prove(j, sign->kind, PROOF_AGAINST, -KIND_AGAINST_WEIGHT, words);
        break;
    default:
        break;
    }
}

/* ---- the paper as a whole ---- */

static void judge_subject(Judgement *j, Str subject) {
    Page page;
    if (!str_given(subject))
        return;
    page_read(j->page->lexicon, j->arena, subject, &page);
    for (size_t i = 0; i < page.signs.len; i++)
        if (page.signs.items[i].cue == KIND_TITLE)
            judge_title(j, &page, &page.signs.items[i], PROOF_SUBJECT);
        else if (page.signs.items[i].cue == KIND_STRONG)
            judge_sentence(j, &page, &page.signs.items[i]);
}

/* The track number of a uniform invoice says what the paper is, as a label would. */
static void judge_track(Judgement *j) {
    Str track = paper_track(j->page);
    if (!str_given(track) || j->numbered[KIND_INVOICE])
        return;
    j->numbered[KIND_INVOICE] = true;
    kind_prove(j, KIND_INVOICE, PROOF_NUMBER, kind_number_weight[KIND_INVOICE], track);
}

/* The languages a paper may call itself in: that of its sentences, those in which most of its labels stand,
 * and English, which is at home on papers of every language. */
static unsigned languages_of(const Page *page) {
    size_t votes[LANGUAGE_COUNT] = {0}, most = 0;
    unsigned own = 1u << LANGUAGE_EN;
    for (size_t i = 0; i < page->signs.len; i++)
        for (int l = 0; l < LANGUAGE_COUNT; l++) {
            votes[l] += page->signs.items[i].languages >> l & 1;
            most = votes[l] > most ? votes[l] : most;
        }
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        own |= votes[l] * 3 >= most * 2 ? 1u << l : 0;
    Language language = language_of_text(page->lexicon, page->arena, &page->text);
    return language < LANGUAGE_COUNT ? own | 1u << language : own;
}

static void judge_text(const Page *page, Document *document, Judgement *j) {
    *j = (Judgement){.page = page, .arena = page->arena, .languages = LEX_ALL_LANGUAGES};
    j->languages = languages_of(page);
    kind_shape_read(page, &j->shape);
    j->is_table = kind_table_find(page, document, &j->table);
    judge_track(j);
    judge_subject(j, document->subject);
    for (size_t i = 0; i < page->signs.len; i++)
        judge_sign(j, &page->signs.items[i]);
    kind_verdict(j, document);
}

static void judge_data(const Page *page, Document *document) {
    Judgement j;
    Document seen = *document;
    judge_text(page, &seen, &j);
    if (!kind_pages_refuse(&j, document, &seen))
        return;
    document->kind = seen.kind;
    document->accepted = false;
    document->reason = arena_printf(page->arena, "its data says invoice (" STR_FMT "), its pages do not: " STR_FMT,
                                    STR_ARG(document->reason), STR_ARG(seen.reason));
}

bool kind_needs_page(Document *document) {
    bool text = !str_empty(str_trim(document->text));
    if (document->structured)
        return text && document->kind == KIND_INVOICE;
    document->kind = KIND_OTHER;
    document->accepted = false;
    if (document->readable && text)
        return true;
    if (str_empty(document->reason))
        document->reason = document->readable ? STR("there is no text in it") : STR("it cannot be read");
    return false;
}

void kind_judge_page(const Page *page, Document *document) {
    Judgement j;
    if (document->structured)
        judge_data(page, document);
    else
        judge_text(page, document, &j);
}

void kind_judge(const Lexicon *lexicon, Arena *arena, Document *document) {
    Page page;
    if (!kind_needs_page(document))
        return;
    page_read(lexicon, arena, document->text, &page);
    kind_judge_page(&page, document);
}
