#include "parsers/label_guess.h"

#include "base/banned.h"

#define LABEL_BIT(label) (1u << (label))

/* A type, and beside it no figure: "25 dMOC" tells more than a type. */
static bool is_type(const Reader *reader, size_t from, size_t to) {
    Hits types = {0};
    if (lexicon_whole_in(reader->lexicon, reader->arena, reader->text, from, to, LEX_TYPE, &types))
        return true;
    const char *open = memchr(reader->text->folded.data + from, '(', to - from); /* "MLO (labs)" */
    size_t end = open ? (size_t)(open - reader->text->folded.data) : from;
    while (end > from && reader->text->folded.data[end - 1] == ' ')
        end--;
    return end > from && lexicon_whole_in(reader->lexicon, reader->arena, reader->text, from, end, LEX_TYPE, &types);
}

Label label_of_value(const Reader *reader, unsigned seen, bool days, size_t from, size_t to) {
    const unsigned periods = LABEL_BIT(LABEL_MONTH) | LABEL_BIT(LABEL_PERIOD) | LABEL_BIT(LABEL_INVOICE_DATE);
    When when;
    if (from >= to)
        return LABEL_COUNT;
    if (!(seen & periods) && when_read_in(reader->lexicon, reader->text, from, to, WHEN_ANY, &reader->dates, &when) &&
        when.date.month && when.date.year &&
        (days || !when.date.day))
        return LABEL_PERIOD;
    return !(seen & LABEL_BIT(LABEL_OMLP_TYPE)) && is_type(reader, from, to) ? LABEL_OMLP_TYPE : LABEL_COUNT;
}

bool name_is_of_other(const Reader *reader, const Text *name, size_t from, size_t to) {
    Hits hits = {0};
    ArenaMark mark = arena_mark(reader->arena);
    lexicon_scan(reader->lexicon, reader->arena, name, from, to, LEX_BIT(LEX_CUE) | LEX_BIT(LEX_LABEL), &hits);
    bool other = false;
    for (size_t i = 0; i < hits.len && !other; i++)
        other = hits.items[i].group == LEX_CUE
                    ? hits.items[i].key == CUE_PAID || hits.items[i].key == CUE_ORDER || hits.items[i].key == CUE_NOT_OURS
                    : hits.items[i].key == LABEL_OTHER || hits.items[i].key == LABEL_ORDER_NUMBER;
    arena_release(reader->arena, mark);
    return other;
}
