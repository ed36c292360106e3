#include "parsers/label_guess.h"

#include "parsers/token.h"
#include "base/banned.h"

#define LABEL_BIT(label) (1u << (label))

#define COUNT_DIGITS_MAX 5
#define NUMBER_DIGITS_MIN 3

/* Does the lexicon cover every word in folded[from, to) with words of the groups? *chosen: one of them fits. */
static bool is_covered(const Reader *reader, const Text *text, size_t from, size_t to, unsigned groups, bool (*fits)(const Hit *), bool *chosen) {
    Hits hits = {0};
    Str s = text->folded;
    size_t end = from;
    *chosen = false;
    lexicon_scan(reader->lexicon, reader->arena, text, from, to, groups, &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        if (hit->group == LEX_CUE && hit->key != CUE_PURCHASE)
            continue;
        if (hit->from > end && gap_words(s, end, hit->from))
            return false;
        end = hit->to > end ? hit->to : end;
        *chosen |= fits(hit);
    }
    return end > from && !gap_words(s, end, to);
}

static bool hit_is_type(const Hit *hit) {
    return hit->group == LEX_TYPE;
}

static bool hit_is_unit(const Hit *hit) {
    return hit->group == LEX_UNIT;
}

static bool is_type_alone(const Reader *reader, size_t from, size_t to) {
    Hits types = {0};
    bool type;
    while (to > from && reader->text->folded.data[to - 1] == ' ')
        to--;
    return to > from && (lexicon_whole_in(reader->lexicon, reader->arena, reader->text, from, to, LEX_TYPE, &types) ||
                         (is_covered(reader, reader->text, from, to, LEX_BIT(LEX_TYPE) | LEX_BIT(LEX_UNIT), hit_is_type, &type) && type));
}

/* A type, and beside it no figure: "25 dMOC" tells more than a type. "MLO (labs)" and "Labs (MLO)" are one. */
static bool is_type(const Reader *reader, size_t from, size_t to) {
    Str s = reader->text->folded;
    if (is_type_alone(reader, from, to))
        return true;
    const char *open = memchr(s.data + from, '(', to - from);
    if (!open)
        return false;
    size_t inner = (size_t)(open - s.data) + 1, end = to;
    while (end > inner && strchr(" )", s.data[end - 1]))
        end--;
    for (size_t i = from; i < to; i++)
        if (s.data[i] >= '0' && s.data[i] <= '9')
            return false;
    return is_type_alone(reader, from, inner - 1) || is_type_alone(reader, inner, end);
}

/* "Codes bought", "Anzahl gekaufter Handbücher": words for units and for buying, and a count behind them. */
static bool counts_units(const Reader *reader, const Text *name, Span at, Span value) {
    Str s = reader->text->folded;
    bool unit;
    size_t digits = 0;
    while (value.from + digits < value.to && s.data[value.from + digits] >= '0' && s.data[value.from + digits] <= '9')
        digits++;
    if (!digits || digits > COUNT_DIGITS_MAX || value.from + digits < value.to)
        return false;
    return is_covered(reader, name, at.from, at.to, LEX_BIT(LEX_UNIT) | LEX_BIT(LEX_CUE), hit_is_unit, &unit) && unit;
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

/* A word for what the dashboard shows now. */
static bool is_of_screen(const Hit *cue) {
    return cue->key == CUE_SHOWN || cue->key == CUE_DASHBOARD || cue->key == CUE_NOW;
}

bool name_is_of_screen(const Reader *reader, const Text *name, size_t from, size_t to) {
    Hits hits = {0};
    ArenaMark mark = arena_mark(reader->arena);
    lexicon_scan(reader->lexicon, reader->arena, name, from, to, LEX_BIT(LEX_CUE), &hits);
    bool screen = false;
    for (size_t i = 0; i < hits.len && !screen; i++)
        screen = is_of_screen(&hits.items[i]);
    arena_release(reader->arena, mark);
    return screen;
}

bool name_is_of_other(const Reader *reader, const Text *name, size_t from, size_t to) {
    Hits hits = {0};
    ArenaMark mark = arena_mark(reader->arena);
    lexicon_scan(reader->lexicon, reader->arena, name, from, to, LEX_BIT(LEX_CUE) | LEX_BIT(LEX_LABEL), &hits);
    bool other = false;
    for (size_t i = 0; i < hits.len && !other; i++)
        other = hits.items[i].group == LEX_CUE
                    ? hits.items[i].key == CUE_PAID || hits.items[i].key == CUE_ORDER || hits.items[i].key == CUE_NOT_OURS || is_of_screen(&hits.items[i])
                    : hits.items[i].key == LABEL_OTHER || hits.items[i].key == LABEL_ORDER_NUMBER;
    arena_release(reader->arena, mark);
    return other;
}

static bool is_vague(Label label) {
    return label == LABEL_OTHER || label == LABEL_ITEM_NUMBER || label == LABEL_MEASURE;
}

static Span without_blanks(Str s, Span part) {
    while (part.from < part.to && strchr(" *\t\"'", s.data[part.from]))
        part.from++;
    while (part.to > part.from && strchr(" *,;.:\t\"'", s.data[part.to - 1]))
        part.to--;
    return part;
}

Label label_of_field(const Reader *reader, Label known, const Text *name, Span at, unsigned seen, bool days, Span value) {
    value = without_blanks(reader->text->folded, value);
    at = without_blanks(name->folded, at);
    if (value.from >= value.to || at.from >= at.to)
        return known;
    if (is_vague(known))
        return !(seen & LABEL_BIT(LABEL_OMLP_TYPE)) && is_type(reader, value.from, value.to) ? LABEL_OMLP_TYPE : known;
    if (known != LABEL_COUNT)
        return known;
    Label meant = label_misspelt(reader, name, at.from, at.to);
    if (meant != LABEL_COUNT && !(seen & LABEL_BIT(meant)))
        return meant;
    if (!(seen & LABEL_BIT(LABEL_PURCHASE_UNITS)) && counts_units(reader, name, at, value))
        return LABEL_PURCHASE_UNITS;
    return !days && name_is_of_other(reader, name, at.from, at.to) ? LABEL_COUNT : label_of_value(reader, seen, days, value.from, value.to);
}

Label label_left_over(const Reader *reader, const Text *name, Span at, unsigned seen, Span value) {
    const unsigned periods = LABEL_BIT(LABEL_MONTH) | LABEL_BIT(LABEL_PERIOD) | LABEL_BIT(LABEL_INVOICE_DATE);
    const unsigned rest = LABEL_BIT(LABEL_OMLP_TYPE) | LABEL_BIT(LABEL_PURCHASE_UNITS) | LABEL_BIT(LABEL_KPI_VALUE) | LABEL_BIT(LABEL_REVENUE_VALUE);
    size_t end, digits = 0;
    value = without_blanks(reader->text->folded, value);
    if ((seen & rest) != rest || !(seen & periods) || (seen & LABEL_BIT(LABEL_INVOICE_NUMBER)) || value.from >= value.to ||
        name_is_of_other(reader, name, at.from, at.to) || !code_token(reader, value.from, value.to, true, &end) || end < value.to)
        return LABEL_COUNT;
    for (size_t i = value.from; i < value.to; i++)
        digits += reader->text->folded.data[i] >= '0' && reader->text->folded.data[i] <= '9';
    return digits >= NUMBER_DIGITS_MIN ? LABEL_INVOICE_NUMBER : LABEL_COUNT;
}
