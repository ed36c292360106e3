#include "parsers/kind_draft.h"

#include "parsers/kind_title.h"
#include "base/banned.h"

#define DRAFT_WORDS 3 /* before "pro forma" in a line that says what the paper is */

bool draft_names_paper(const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    size_t words = 0;
    for (size_t i = cell->from; i < title->from && words <= DRAFT_WORDS; i++)
        words += page->text.folded.data[i] == ' ';
    for (size_t i = cell->from; i < cell->to; i++)
        if (page->text.folded.data[i] == '.' && i + 1 < cell->to && page->text.folded.data[i + 1] == ' ' && i < title->from)
            return false; /* another sentence before it: terms go on */
    return title->kind == KIND_PROFORMA_INVOICE && words <= DRAFT_WORDS &&
           !page_has_digit(page, cell->from, cell->to);
}

bool draft_is_stamp(const Page *page, const Sign *title) {
    const Cell *cell = &page->cells.items[title->cell];
    if (!draft_names_paper(page, title) || page->lines.items[cell->line].cells != 1 ||
        page->text.folded.data[cell->to - 1] == ':')
        return false;
    const Cell *below = cell->line + 1 < page->lines.len ? page_under(page, cell->line + 1, cell) : NULL;
    return !below || !page_has_digit(page, below->from, below->to);
}

bool draft_is_said(const Page *page, const Sign *sentence) {
    Hits hits = {0};
    for (size_t at = sentence->from + 1; at < sentence->to; at++) {
        if (page->text.folded.data[at - 1] != ' ')
            continue;
        lexicon_scan(page->lexicon, page->arena, &page->text, at, sentence->to, LEX_BIT(LEX_KIND), &hits);
        for (size_t i = 0; i < hits.len; i++)
            if (str_eq_cstr(lexicon_key(page->lexicon, LEX_KIND, hits.items[i].key),
                            "proforma_invoice.title"))
                return true;
        return false;
    }
    return false;
}

/* Does the sign belong to what heads an invoice: its name, or the label of its number? */
static bool heads_invoice(const Sign *sign) {
    if (sign->kind == KIND_INVOICE)
        return sign->cue == KIND_TITLE || sign->cue == KIND_NUMBER;
    return sign->cue == KIND_BARE;
}

/* Letters of [from, to) that head an invoice. */
static size_t heading_letters(const Page *page, size_t from, size_t to) {
    size_t letters = 0;
    for (size_t i = page_first_sign(page, from); i < page->signs.len && page->signs.items[i].from < to; i++) {
        const Sign *sign = &page->signs.items[i];
        if (!heads_invoice(sign) || sign->to <= from)
            continue;
        letters += title_letters(page, sign->from > from ? sign->from : from, sign->to < to ? sign->to : to);
        from = sign->to;
    }
    return letters;
}

static bool line_names_invoice(const Page *page, const PageLine *line) {
    const Sign *name;
    for (size_t i = page_first_sign(page, line->from); i < page->signs.len && page->signs.items[i].from < line->to; i++) {
        name = &page->signs.items[i];
        if (name->kind == KIND_INVOICE && name->cue == KIND_TITLE && title_weight(page, name) >= TITLE_LEADS)
            return true;
    }
    return false;
}

bool draft_stamps(const Page *page, const Sign *sign) {
    const Cell *cell = &page->cells.items[sign->cell];
    const PageLine *line = &page->lines.items[cell->line];
    size_t before = title_letters(page, cell->from, sign->from), behind = title_letters(page, sign->to, cell->to);
    size_t heading = heading_letters(page, cell->from, sign->from) + heading_letters(page, sign->to, cell->to);
    if (before + behind > heading)
        return false;
    if (before + behind > 0)
        return true;
    return !page_has_digit(page, cell->from, sign->from) && !page_has_digit(page, sign->to, cell->to) &&
           (line->cells == 1 || line_names_invoice(page, line));
}
