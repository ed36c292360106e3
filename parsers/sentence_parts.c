/* Figures that are no purchase's own: parts of another, lists in reverse order, what the dashboard lists; and "ditto". */
#include "parsers/sentence.h"

#include "base/banned.h"

#define PART_WORDS 2  /* "of which we use 12" */
#define SAME_WORDS 1  /* "KPI is ditto" */
#define SAID_MAX 200  /* mentions back to the value that "ditto" repeats */

static bool is_figure_detail(Detail detail) {
    return detail == DETAIL_PURCHASE_UNITS || detail == DETAIL_KPI_VALUE || detail == DETAIL_REVENUE_VALUE;
}

static bool is_figure_mention(const Mention *m) {
    return is_figure_detail(m->detail) && m->role != ROLE_DENIED && !m->place;
}

/* ---- a part of what was said before it ---- */

/* Where the clause ends in which a part is told: at a comma or another stop, not at the comma of a number. */
static size_t clause_end(const Sentence *sentence, size_t from) {
    static const char *const wide[] = {"、", "，"};
    for (size_t at = from; at < sentence->to; at++) {
        char c = sentence->s.data[at];
        bool number = (c == ',' || c == '.') && at + 1 < sentence->to && g_ascii_isdigit(sentence->s.data[at + 1]);
        if (strchr(",;:()\n", c) && !number)
            return at;
        for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
            if (str_starts(str_sub(sentence->s, at, sentence->to), str_of(wide[i])))
                return at;
    }
    return sentence->to;
}

static Mention *figure_before(const Sentence *sentence, size_t at) {
    Mentions *said = sentence->reader->out;
    Mention *nearest = NULL;
    for (size_t i = said->len; i-- > 0 && said->items[i].item + 1 >= sentence->reader->item;)
        if (is_figure_mention(&said->items[i]) && said->items[i].at < at && (!nearest || said->items[i].at > nearest->at))
            nearest = &said->items[i];
    return nearest;
}

static Mention *figure_behind(const Sentence *sentence, size_t first, size_t at) {
    Mentions *said = sentence->reader->out;
    Mention *nearest = NULL;
    for (size_t i = first; i < said->len; i++)
        if (is_figure_mention(&said->items[i]) && said->items[i].at >= at && (!nearest || said->items[i].at < nearest->at))
            nearest = &said->items[i];
    return nearest;
}

static bool numbers_behind(const Sentence *sentence, size_t first, size_t at) {
    const Mentions *said = sentence->reader->out;
    for (size_t i = first; i < said->len; i++)
        if (said->items[i].detail == DETAIL_INVOICE_NUMBER && said->items[i].at > at)
            return true;
    return false;
}

static void set_aside(const Sentence *sentence, size_t from, size_t to) {
    Mentions *said = sentence->reader->out;
    for (size_t i = said->len; i-- > 0 && said->items[i].item + 1 >= sentence->reader->item;)
        if (said->items[i].at >= from && said->items[i].at < to && said->items[i].detail != DETAIL_INVOICE_NUMBER)
            said->items[i].aside = true;
}

/* The parts that are listed behind the word, and whether they add up to the whole: then they tell it apart. */
static bool adds_up(const Sentence *sentence, size_t first, const Mention *whole, size_t at) {
    const Mentions *said = sentence->reader->out;
    Decimal sum = decimal_int(0);
    size_t n = 0;
    for (size_t i = first; i < said->len; i++)
        if (is_figure_mention(&said->items[i]) && said->items[i].detail == whole->detail && said->items[i].at > at) {
            if (!decimal_add(sum, said->items[i].value.number, &sum))
                return false;
            n++;
        }
    return n >= 2 && decimal_cmp(sum, whole->value.number) == 0;
}

/* What the whole is counted in stands where it stands. */
static void set_whole_aside(const Sentence *sentence, const Mention *whole) {
    Mentions *said = sentence->reader->out;
    size_t at = whole->at;
    for (size_t i = 0; i < said->len; i++)
        if (said->items[i].at == at && said->items[i].item == whole->item && said->items[i].detail != DETAIL_CURRENCY)
            said->items[i].aside = true;
}

/* "40 units, of which 25 are dMOC": which of them is claimed is not said. */
static bool is_of_other_type(const Sentence *sentence, const Hit *word, size_t end) {
    int type = -1, part = -1;
    for (size_t i = 0; i < sentence->tokens.len; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->kind == TOKEN_TYPE && token->to <= word->from)
            type = token->key;
        if (token->kind == TOKEN_TYPE && token->from >= word->to && token->to <= end)
            part = token->key;
    }
    return part >= 0 && part != type;
}

/* "25 dMOC, of which 12 for schools": the 12 are counted already; "of which 12 on invoice A-1" tells whose they are. */
static void tell_part(Sentence *sentence, size_t first, const Hit *word) {
    const Mention *whole = figure_before(sentence, word->from), *part = figure_behind(sentence, first, word->to);
    if (!whole || !part || whole->detail != part->detail)
        return;
    bool numbered = numbers_behind(sentence, first, word->to);
    size_t end = clause_end(sentence, word->to);
    if (!numbered && is_of_other_type(sentence, word, end))
        return;
    if (numbered || adds_up(sentence, first, whole, word->to)) {
        set_whole_aside(sentence, whole);
        return;
    }
    if (part->at >= end || gap_words(sentence->s, word->to, part->at) > PART_WORDS || decimal_cmp(part->value.number, whole->value.number) > 0)
        return;
    const Mention *next = NULL;
    const Mentions *said = sentence->reader->out;
    for (size_t i = first; i < said->len; i++) /* what counts something else is no part of it */
        if (is_figure_mention(&said->items[i]) && said->items[i].at > part->at && said->items[i].at < end && said->items[i].detail != part->detail &&
            (!next || said->items[i].at < next->at))
            next = &said->items[i];
    set_aside(sentence, word->to, next ? next->at : end);
}

/* ---- lists ---- */

/* "KPI 12 and 25, in reverse order", alone or of the sentence before: of whom each figure is can only be guessed. */
static void drop_reversed(Sentence *sentence) {
    Mentions *said = sentence->reader->out;
    for (int detail = 0; detail < DETAIL_REQUIRED; detail++) {
        size_t n = 0;
        for (int pass = 0; pass < 2; pass++)
            for (size_t i = said->len; i-- > 0 && said->items[i].item + 1 >= sentence->reader->item;) {
                if (!is_figure_mention(&said->items[i]) || said->items[i].detail != (Detail)detail)
                    continue;
                n += pass == 0;
                said->items[i].aside |= pass == 1 && n >= 2;
            }
    }
}

/* "20 and 10 KPIs are on the dashboard": a list that a sentence about the dashboard alone tells is what it shows. */
static void drop_shown_lists(Sentence *sentence, size_t first) {
    Mentions *said = sentence->reader->out;
    if (!sentence->has_cue[CUE_DASHBOARD] || sentence->complains || sentence->has_cue[CUE_EXPECTED] || sentence->has_cue[CUE_INSTEAD] ||
        sentence->has_cue[CUE_PURCHASE] || sentence->has_cue[CUE_OWN] || sentence->has_cue[CUE_INVOICE] || sentence->has_cue[CUE_NOT])
        return;
    size_t n = 0;
    for (size_t i = first; i < said->len; i++) {
        if (said->items[i].detail == DETAIL_INVOICE_NUMBER)
            return;
        n += said->items[i].detail == DETAIL_KPI_VALUE && said->items[i].role == ROLE_CLAIM;
    }
    for (size_t i = first; i < said->len && n >= 2; i++)
        if (said->items[i].detail == DETAIL_KPI_VALUE && said->items[i].role == ROLE_CLAIM)
            said->items[i].role = ROLE_SHOWN;
}

/* ---- another purchase ---- */

/* も and 도 stand at what they add; words of other languages anywhere. */
static bool adds(const Sentence *sentence, const Hit *word, const Mention *number) {
    Language language = sentence->reader->language;
    bool particle = word->to - word->from <= strlen("も") && (language == LANGUAGE_JA || language == LANGUAGE_KO);
    return !particle || word->from == number->at + number->value.text.len;
}

/* "Invoice 77 is missing, too." behind 77/2021: a sentence that tells the number and nothing else. */
static void mark_added(Sentence *sentence, size_t first) {
    Mentions *said = sentence->reader->out;
    Mention *number = NULL;
    for (size_t i = first; i < said->len; i++) {
        if (said->items[i].detail == DETAIL_INVOICE_NUMBER && !number)
            number = &said->items[i];
        else
            return;
    }
    for (size_t i = 0; i < sentence->small.len && number; i++)
        number->also |= sentence->small.items[i].key == SMALL_TOO && adds(sentence, &sentence->small.items[i], number);
}

void sentence_parts(Sentence *sentence, size_t first) {
    drop_shown_lists(sentence, first);
    for (size_t i = 0; i < sentence->small.len; i++) {
        const Hit *word = &sentence->small.items[i];
        if (word->key == SMALL_PART_OF)
            tell_part(sentence, first, word);
        else if (word->key == SMALL_REVERSED)
            drop_reversed(sentence);
    }
    mark_added(sentence, first);
}

/* ---- the same again ---- */

/* The detail that the word names of which "ditto" is the value. */
static Detail named_detail(const Token *word) {
    if (is_label(word, LABEL_KPI_VALUE) || is_cue(word, CUE_KPI))
        return DETAIL_KPI_VALUE;
    if (is_label(word, LABEL_PURCHASE_UNITS))
        return DETAIL_PURCHASE_UNITS;
    return is_label(word, LABEL_REVENUE_VALUE) || is_cue(word, CUE_REVENUE) ? DETAIL_REVENUE_VALUE : DETAIL_COUNT;
}

/* The value that the purchase before has; NULL when the text tells none, or no number since. */
static const Mention *value_before(const Sentence *sentence, Detail detail, size_t at) {
    const Mentions *said = sentence->reader->out;
    bool turned = false;
    for (size_t i = said->len; i-- > 0 && said->len - i <= SAID_MAX;) {
        const Mention *m = &said->items[i];
        if (m->at >= at && m->item == sentence->reader->item)
            continue;
        turned |= m->detail == DETAIL_INVOICE_NUMBER;
        if (m->detail == detail && !m->aside)
            return turned && (m->role == ROLE_CLAIM || m->role == ROLE_EXPECTED) && m->rank >= RANK_NEAR && !m->gross && !m->ambiguous ? m : NULL;
    }
    return NULL;
}

static bool ends_clause(const Sentence *sentence, size_t at) {
    while (at < sentence->to && sentence->s.data[at] == ' ')
        at++;
    return at >= sentence->to || strchr(",;.)\n", sentence->s.data[at]) || clause_end(sentence, at) == at ||
           str_starts(str_sub(sentence->s, at, sentence->to), STR("。"));
}

/* "10 units, KPI the same" behind 25 units and KPI 25: the same as the one above, or as the units? */
static bool has_other_units(const Sentence *sentence, const Mention *kpi) {
    const Mentions *said = sentence->reader->out;
    const Mention *units = NULL;
    for (size_t i = said->len; i-- > 0 && said->len - i <= SAID_MAX && !units;)
        if (said->items[i].detail == DETAIL_PURCHASE_UNITS && !said->items[i].aside)
            units = &said->items[i];
    return units && units->at > kpi->at && decimal_cmp(units->value.number, kpi->value.number) != 0;
}

void sentence_same(Sentence *sentence) {
    for (size_t i = 0; i < sentence->small.len; i++) {
        const Hit *word = &sentence->small.items[i];
        if (word->key != SMALL_SAME || !ends_clause(sentence, word->to))
            continue;
        const Token *name = NULL;
        for (size_t n = 0; n < sentence->tokens.len; n++)
            if (sentence->tokens.items[n].to <= word->from && sentence->tokens.items[n].kind != TOKEN_UNIT)
                name = &sentence->tokens.items[n];
        if (!name || named_detail(name) == DETAIL_COUNT || gap_words(sentence->s, name->to, word->from) > SAME_WORDS ||
            gap_has(sentence->s, name->to, word->from, ','))
            continue;
        const Mention *before = value_before(sentence, named_detail(name), word->from);
        if (!before)
            continue;
        if (before->detail == DETAIL_KPI_VALUE && has_other_units(sentence, before))
            continue;
        Mention copy = *before;
        copy.at = word->from;
        copy.item = sentence->reader->item;
        copy.total = copy.each = copy.lacks = copy.settled = false;
        *VEC_PUSH(sentence->reader->arena, sentence->reader->out) = copy;
    }
}
