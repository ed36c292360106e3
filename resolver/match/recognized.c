#include "match/recognized.h"

#include "base/banned.h"

#define DOUBTED                                                                                                        \
    (DETAIL_BIT(DETAIL_PURCHASE_UNITS) | DETAIL_BIT(DETAIL_INVOICE_NUMBER) | DETAIL_BIT(DETAIL_REVENUE_VALUE))

/* One character for all that OCR takes for each other. The number is folded already: capital letters are small. */
static char look(char c) {
    switch (c) {
    case 'o':
        return '0';
    case 'i':
    case 'l':
        return '1';
    case 's':
        return '5';
    case 'b':
        return '8';
    case 'z':
        return '2';
    default:
        return c;
    }
}

/* Compared from behind: a number that begins with O has its 0 folded away where it was read right. */
static bool looks_like(Str a, Str b) {
    size_t n = a.len > b.len ? a.len : b.len;
    for (size_t i = 0; i < n; i++) {
        char x = i < a.len ? look(a.data[a.len - 1 - i]) : '0';
        char y = i < b.len ? look(b.data[b.len - 1 - i]) : '0';
        if (x != y)
            return false;
    }
    return a.len && b.len;
}

static void align(Arena *arena, Str *number, const Lines *lines) {
    Str read = number_fold(arena, *number), best = STR_NONE;
    for (size_t i = 0; i < lines->len; i++) {
        const Details *claim = &lines->items[i]->claim->details;
        if (!detail_given(claim, DETAIL_INVOICE_NUMBER))
            continue;
        Str own = claim->value[DETAIL_INVOICE_NUMBER].text, folded = number_fold(arena, own);
        if (str_eq(folded, read))
            return;
        if (looks_like(folded, read))
            best = own;
    }
    if (str_given(best))
        *number = best;
}

void recognized_align(Arena *arena, const Documents *documents, const Lines *lines) {
    for (size_t i = 0; i < documents->len; i++) {
        Document *document = documents->items[i];
        if (!document->recognized)
            continue;
        align(arena, &document->number, lines);
        for (size_t k = 0; k < document->quotes.len; k++)
            align(arena, &document->quotes.items[k], lines);
    }
}

unsigned recognized_doubt(const Case *c) {
    const Line *line = c->line;
    Found found = {0};
    bool recognized = false;
    for (size_t i = 0; i < line->accepted.len; i++)
        recognized |= line->accepted.items[i]->recognized;
    const Effective *effective = &c->effective;
    unsigned from_invoice = effective->changed | (effective->details.given & ~line->claim->details.given);
    if (!recognized || !(from_invoice & DOUBTED))
        return 0;
    if (c->desk->partner_known)
        find_row(c->desk->arena, c->desk->year, c->desk->rows, c->desk->partner_id, &effective->details, false, &found);
    unsigned differs = found.rows ? row_differences(c->desk->year, &effective->details, &found.row) : DOUBTED;
    return from_invoice & DOUBTED & differs;
}
