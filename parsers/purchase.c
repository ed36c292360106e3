#include "parsers/purchase_group.h"

#include <glib.h>
#include <stdlib.h>

#include "base/banned.h"

#define LOOSE_MAX 4000 /* mentions of prose that are weighed against each other; a person writes a few dozen */

static bool is_excluded(const PurchaseGroup *group, Str folded) {
    for (size_t i = 0; i < group->excluded->len; i++)
        if (str_eq(group->excluded->items[i], folded))
            return true;
    return false;
}

static bool is_denied_number(const PurchaseGroup *group, const Mention *number) {
    for (size_t i = 0; i < group->denied.len; i++)
        if (group->denied.items[i]->detail == DETAIL_INVOICE_NUMBER &&
            detail_same(DETAIL_INVOICE_NUMBER, &group->denied.items[i]->value, &number->value))
            return true;
    return false;
}

bool group_is_anchor(const PurchaseGroup *group, const Mention *m, Rank least) {
    return m->detail == DETAIL_INVOICE_NUMBER && mention_is_claimed(m) && m->rank >= least && !is_denied_number(group, m) &&
           (m->rank >= RANK_LABEL || !is_excluded(group, number_fold(group->arena, m->value.text)));
}

/* ---- purchases that tables and lists of fields give ---- */

static size_t details_in(const MentionRefs *mentions) {
    unsigned seen = 0;
    for (size_t i = 0; i < mentions->len; i++)
        if (mention_is_claimed(mentions->items[i]) && mentions->items[i]->detail < DETAIL_REQUIRED)
            seen |= DETAIL_BIT(mentions->items[i]->detail);
    return (size_t)__builtin_popcount(seen);
}

/* Place and record in one: neither comes near four thousand million. */
static gpointer record_key(const Mention *m) {
    return GSIZE_TO_POINTER(m->place << 32 | m->record);
}

/* The purchase of the mention's row or block; a new one at the first. */
static Purchase *purchase_of_record(PurchaseGroup *group, GHashTable *known, const Mention *m) {
    size_t at = GPOINTER_TO_SIZE(g_hash_table_lookup(known, record_key(m)));
    if (at)
        return &group->purchases.items[at - 1];
    Purchase *p = VEC_PUSH(group->arena, &group->purchases);
    p->place = m->place;
    p->first = m->at;
    g_hash_table_insert(known, record_key(m), GSIZE_TO_POINTER(group->purchases.len));
    return p;
}

static void gather_structured(PurchaseGroup *group) {
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < group->all->len; i++) {
        const Mention *m = &group->all->items[i];
        if (!m->place || m->detail == DETAIL_COUNT)
            continue;
        Purchase *p = purchase_of_record(group, known, m);
        *VEC_PUSH(group->arena, &p->mentions) = m;
        if (m->detail == DETAIL_INVOICE_NUMBER && mention_is_claimed(m) && !str_given(p->folded)) {
            p->folded = number_fold(group->arena, m->value.text);
            p->item = m->item;
        }
    }
}

/* What is no purchase of its own: a repeated label, a list beside the table, the fields of the helpdesk. Its mentions
 * count as loose ones, with the rank of fields. */
static void loosen_fragments(PurchaseGroup *group) {
    size_t whole = 0, kept = 0;
    for (size_t i = 0; i < group->purchases.len; i++)
        whole += str_given(group->purchases.items[i].folded);
    size_t rich = 0;
    for (size_t i = 0; i < group->purchases.len; i++)
        rich += details_in(&group->purchases.items[i].mentions) >= 3;
    bool several = whole > 1 || rich > 1;
    for (size_t i = 0; i < group->purchases.len; i++) {
        Purchase *p = &group->purchases.items[i];
        size_t n = details_in(&p->mentions);
        bool keep = several && (n >= 3 || (str_given(p->folded) && n >= 2));
        if (keep) {
            group->purchases.items[kept++] = *p;
            continue;
        }
        for (size_t j = 0; j < p->mentions.len; j++)
            *VEC_PUSH(group->arena, &group->loose) = p->mentions.items[j];
    }
    group->purchases.len = kept;
}

static int by_place_in_text(const void *a, const void *b) {
    const Mention *x = *(const Mention *const *)a, *y = *(const Mention *const *)b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return (x > y) - (x < y);
}

/* ---- purchases that sentences give ---- */

static size_t distinct_anchors(PurchaseGroup *group, Rank least, Strs *out) {
    for (size_t i = 0; i < group->loose.len; i++) {
        if (!group_is_anchor(group, group->loose.items[i], least))
            continue;
        Str folded = number_fold(group->arena, group->loose.items[i]->value.text);
        bool known = false;
        for (size_t j = 0; j < out->len && !known; j++)
            known = str_eq(out->items[j], folded);
        if (!known)
            *VEC_PUSH(group->arena, out) = folded;
    }
    return out->len;
}

/* Units with their type, told apart by the type: purchases without numbers. */
static size_t distinct_goods(const PurchaseGroup *group) {
    Str types[16];
    size_t n = 0;
    for (size_t i = 0; i < group->loose.len && n < 16; i++) {
        const Mention *m = group->loose.items[i];
        if (m->detail != DETAIL_OMLP_TYPE || !mention_is_claimed(m) || m->rank < RANK_NEAR)
            continue;
        bool counted = false, known = false;
        for (size_t j = 0; j < group->loose.len && !counted; j++)
            counted = group->loose.items[j]->detail == DETAIL_PURCHASE_UNITS && group->loose.items[j]->item == m->item &&
                      mention_is_claimed(group->loose.items[j]) && group->loose.items[j]->rank >= RANK_NEAR;
        for (size_t j = 0; j < n && !known; j++)
            known = str_eq(types[j], m->value.text);
        if (counted && !known)
            types[n++] = m->value.text;
    }
    return n;
}

static bool has_other_value(const Purchase *p, const Mention *m) {
    for (size_t i = 0; i < p->mentions.len; i++) {
        const Mention *own = p->mentions.items[i];
        if (own->detail == m->detail && mention_is_claimed(own) && own->rank > RANK_WEAK && !own->gross && !m->gross &&
            own->rank >= m->rank && (!detail_same(m->detail, &own->value, &m->value) || own->item != m->item))
            return true;
    }
    return false;
}

static bool item_has_anchor(const PurchaseGroup *group, size_t item, Rank least, const Mention **anchor) {
    for (size_t i = 0; i < group->loose.len; i++)
        if (group->loose.items[i]->item == item && group_is_anchor(group, group->loose.items[i], least)) {
            *anchor = group->loose.items[i];
            return true;
        }
    return false;
}

static void purchase_take(PurchaseGroup *group, Purchase *p, const Mention *m, Rank least) {
    *VEC_PUSH(group->arena, &p->mentions) = m;
    if (group_is_anchor(group, m, least) && !str_given(p->folded)) {
        p->folded = number_fold(group->arena, m->value.text);
        p->item = m->item;
    }
}

/* What a sentence says beside the number: a second listing of the purchase, or just a mention of it? */
static size_t details_of_item(const PurchaseGroup *group, size_t item) {
    unsigned seen = 0;
    for (size_t i = 0; i < group->loose.len; i++) {
        const Mention *m = group->loose.items[i];
        if (m->item == item && mention_is_claimed(m) && m->rank > RANK_WEAK && m->rank != RANK_CORRECTION)
            seen |= DETAIL_BIT(m->detail);
    }
    return (size_t)__builtin_popcount(seen & ((1u << DETAIL_REQUIRED) - 1) & ~DETAIL_BIT(DETAIL_INVOICE_NUMBER));
}

/* The one invoice number of a mention's sentence or line; absent when it has none, or several. */
static Str lone_number(const PurchaseGroup *group, const Mention *m, Rank least) {
    Str found = STR_NONE;
    for (size_t i = 0; i < group->loose.len; i++) {
        const Mention *other = group->loose.items[i];
        if (other->item != m->item || !group_is_anchor(group, other, least) || other->rank == RANK_CORRECTION)
            continue;
        Str folded = number_fold(group->arena, other->value.text);
        if (str_given(found) && !str_eq(found, folded))
            return STR_NONE;
        found = folded;
    }
    return found;
}

/* "Invoices of January are missing. A-1: 10 units ...": the list names its purchases, what follows tells them. */
static bool is_only_named(const Purchase *p) {
    for (size_t i = 0; i < p->mentions.len; i++) {
        Detail detail = p->mentions.items[i]->detail;
        if (detail == DETAIL_PURCHASE_UNITS || detail == DETAIL_KPI_VALUE || detail == DETAIL_REVENUE_VALUE)
            return false;
    }
    return true;
}

/* Does the text come back to a purchase that it told of before? */
static bool comes_back(const PurchaseGroup *group, const Purchase *known, const Purchase *current, const Mention *m) {
    bool earlier = known->mentions.items[known->mentions.len - 1]->item != m->item;
    bool begins = known != current && current->mentions.items[current->mentions.len - 1]->item != m->item;
    return m->refers || (earlier && is_only_named(known)) || (begins && details_of_item(group, m->item) < 2);
}

static bool is_period_or_type(Detail detail) {
    return detail == DETAIL_MONTH || detail == DETAIL_YEAR || detail == DETAIL_OMLP_TYPE;
}

/* Does the sentence name nothing but a period or a type? */
static bool names_only(const PurchaseGroup *group, size_t item) {
    for (size_t i = 0; i < group->loose.len; i++) {
        const Mention *m = group->loose.items[i];
        if (m->item == item && (m->rank == RANK_CORRECTION || m->detail == DETAIL_INVOICE_NUMBER ||
                                (m->detail < DETAIL_REQUIRED && !is_period_or_type(m->detail))))
            return false;
    }
    return true;
}

static bool purchase_says(const Purchase *p, Detail detail, const Value *value) {
    for (size_t i = 0; i < p->mentions.len; i++)
        if (p->mentions.items[i]->detail == detail && mention_is_claimed(p->mentions.items[i]) &&
            detail_same(detail, &p->mentions.items[i]->value, value))
            return true;
    return false;
}

/* Has the purchase the month that the year was written with, the year that stands with the month? */
static bool fits_period(const PurchaseGroup *group, const Purchase *p, const Mention *m) {
    const Value month = {.number = decimal_int(m->month)};
    if (m->detail == DETAIL_YEAR && m->month && !purchase_says(p, DETAIL_MONTH, &month))
        return false;
    for (size_t i = 0; i < group->loose.len && m->detail == DETAIL_MONTH; i++) {
        const Mention *year = group->loose.items[i];
        if (year->detail == DETAIL_YEAR && year->item == m->item && year->at == m->at && !purchase_says(p, DETAIL_YEAR, &year->value))
            return false;
    }
    return true;
}

/* "The invoice for December is attached, for January I only have this paper": the earlier purchase of that period or type. */
static Purchase *named_again(PurchaseGroup *group, const Mention *m) {
    if (!mention_is_claimed(m) || !is_period_or_type(m->detail) || !names_only(group, m->item))
        return NULL;
    for (size_t i = 0; i < group->purchases.len; i++) {
        Purchase *p = &group->purchases.items[i];
        if (purchase_says(p, m->detail, &m->value) && fits_period(group, p, m))
            return p;
    }
    return NULL;
}

/* Mentions in the order of the text; a new purchase begins where a detail comes again, once the one before is known. */
static void split_by_repetition(PurchaseGroup *group, Rank least) {
    Purchase *current = NULL;
    for (size_t i = 0; i < group->loose.len; i++) {
        const Mention *m = group->loose.items[i];
        bool counts = mention_is_claimed(m) && m->rank > RANK_WEAK && m->detail < DETAIL_REQUIRED && !m->gross &&
                      m->rank != RANK_CORRECTION;
        bool anchor = group_is_anchor(group, m, least) && m->rank != RANK_CORRECTION;
        Str folded = anchor ? number_fold(group->arena, m->value.text) : lone_number(group, m, least);
        bool turns = !anchor && folded.len && mention_is_claimed(m) && m->rank != RANK_CORRECTION && current &&
                     str_given(current->folded) && !str_eq(current->folded, folded);
        Purchase *known = anchor || turns ? group_of_number(group, folded) : NULL;
        if (known && comes_back(group, known, current, m)) {
            current = known;
            purchase_take(group, current, m, least);
            continue;
        }
        Purchase *again = known ? NULL : named_again(group, m);
        if (again && again != current) {
            purchase_take(group, again, m, least);
            continue;
        }
        bool next = !current || turns || (counts && has_other_value(current, m) && (str_given(current->folded) || anchor)) ||
                    (anchor && str_given(current->folded) && !str_eq(current->folded, folded));
        if (m->rank == RANK_CORRECTION || !mention_is_claimed(m))
            next = !current;
        if (next) {
            current = VEC_PUSH(group->arena, &group->purchases);
            *current = (Purchase){.first = m->at, .item = m->item};
            if (turns)
                current->folded = folded;
        }
        purchase_take(group, current, m, least);
    }
    group->loose.len = 0;
}

/* "Invoice A-1 of July: (a table of its positions)": rows without a number bear the only one that the text names. */
static bool rows_share_number(PurchaseGroup *group, Rank least) {
    Strs anchors = {0};
    const Mention *number = NULL;
    for (size_t i = 0; i < group->purchases.len; i++)
        if (str_given(group->purchases.items[i].folded) || purchase_leaves_open(&group->purchases.items[i], DETAIL_INVOICE_NUMBER))
            return false;
    if (distinct_anchors(group, least, &anchors) != 1)
        return false;
    for (size_t i = 0; i < group->loose.len && !number; i++)
        number = group_is_anchor(group, group->loose.items[i], least) ? group->loose.items[i] : NULL;
    for (size_t i = 0; i < group->purchases.len; i++)
        *VEC_PUSH(group->arena, &group->purchases.items[i].mentions) = number;
    return true;
}

/* Beside purchases of a table or of blocks, a sentence belongs to the one whose number it bears; a sentence without one
 * was said of all, for what their columns do not give. */
static void bind_loose(PurchaseGroup *group, Rank least) {
    size_t structured = group->purchases.len;
    bool shared = rows_share_number(group, least);
    MentionRefs rest = {0}, fresh = {0};
    for (size_t i = 0; i < group->loose.len; i++) {
        const Mention *m = group->loose.items[i], *anchor = NULL;
        Purchase *p = NULL;
        if (!shared && item_has_anchor(group, m->item, RANK_WEAK, &anchor)) {
            p = group_of_number(group, number_fold(group->arena, anchor->value.text));
            if (!p && anchor->rank >= least && m->rank > RANK_WEAK) {
                *VEC_PUSH(group->arena, &fresh) = m;
                continue;
            }
        }
        if (!p && m->rank == RANK_CORRECTION)
            p = group_corrected(group, m);
        if (p && !(m->detail == DETAIL_INVOICE_NUMBER && m->rank < RANK_LABEL))
            *VEC_PUSH(group->arena, &p->mentions) = m;
        else if (!p)
            *VEC_PUSH(group->arena, &rest) = m;
    }
    for (int detail = 0; detail < DETAIL_COUNT; detail++) {
        const Mention *said = NULL;
        bool one = true;
        for (size_t i = 0; i < rest.len; i++) {
            const Mention *m = rest.items[i];
            if (m->detail != (Detail)detail || !mention_is_claimed(m) || m->rank < RANK_PROSE)
                continue;
            one &= !said || detail_same(m->detail, &said->value, &m->value);
            if (!said || m->rank > said->rank)
                said = m;
        }
        if (!said || !one || detail == DETAIL_INVOICE_NUMBER)
            continue;
        bool column = false;
        for (size_t i = 0; i < structured; i++)
            column |= purchase_has(&group->purchases.items[i], (Detail)detail);
        for (size_t i = 0; i < structured && !column; i++)
            *VEC_PUSH(group->arena, &group->purchases.items[i].mentions) = said;
    }
    group->loose = fresh;
    Strs anchors = {0};
    if (distinct_anchors(group, least, &anchors))
        split_by_repetition(group, least);
    group->loose.len = 0;
}

/* The one number that a paragraph names; absent when it names none, or `*several`. */
static Str number_of_paragraph(const PurchaseGroup *group, size_t paragraph, Rank least, bool *several) {
    Str found = STR_NONE;
    for (size_t i = 0; i < group->loose.len; i++) {
        const Mention *m = group->loose.items[i];
        if (m->paragraph != paragraph || !group_is_anchor(group, m, least))
            continue;
        Str folded = number_fold(group->arena, m->value.text);
        *several |= (str_given(found) && !str_eq(found, folded)) || m->rank == RANK_CORRECTION || m->refers || m->also;
        found = folded;
    }
    return found;
}

static bool is_plain_figure(const Mention *m) {
    return (m->detail == DETAIL_PURCHASE_UNITS || m->detail == DETAIL_KPI_VALUE || m->detail == DETAIL_REVENUE_VALUE) && mention_is_claimed(m) &&
           m->rank > RANK_WEAK;
}

/* Does each paragraph that tells a figure name one number, of which there are two or more, none in two paragraphs? */
static bool tells_by_paragraph(const PurchaseGroup *group, Rank least) {
    Strs numbers = {0};
    size_t last = SIZE_MAX;
    for (size_t i = 0; i < group->loose.len; i++) {
        const Mention *m = group->loose.items[i];
        bool several = false;
        if (m->paragraph == last)
            continue;
        last = m->paragraph;
        Str number = number_of_paragraph(group, last, least, &several);
        bool figure = false;
        for (size_t k = 0; k < group->loose.len; k++)
            figure |= group->loose.items[k]->paragraph == last && is_plain_figure(group->loose.items[k]);
        if (several || figure != str_given(number))
            return false;
        for (size_t k = 0; k < numbers.len && str_given(number); k++)
            if (str_eq(numbers.items[k], number))
                return false;
        if (str_given(number))
            *VEC_PUSH(group->arena, &numbers) = number;
    }
    return numbers.len >= 2;
}

/* "In March we bought ... invoice A-1. | Then there is ... invoice A-2.": what a paragraph tells is of the number in it. */
static void split_by_paragraph(PurchaseGroup *group, Rank least) {
    MentionRefs rest = {0};
    Purchase *current = NULL;
    size_t last = SIZE_MAX;
    group->by_paragraph = true;
    for (size_t i = 0; i < group->loose.len; i++) {
        const Mention *m = group->loose.items[i];
        bool several = false;
        if (m->paragraph != last) {
            last = m->paragraph;
            Str number = number_of_paragraph(group, last, least, &several);
            current = NULL;
            if (str_given(number)) {
                current = VEC_PUSH(group->arena, &group->purchases);
                *current = (Purchase){.first = m->at, .item = m->item, .folded = number};
            }
        }
        if (current)
            purchase_take(group, current, m, least);
        else
            *VEC_PUSH(group->arena, &rest) = m;
    }
    for (size_t i = 0; i < rest.len; i++) /* said once, of all that lack it */
        for (size_t k = 0; k < group->purchases.len; k++)
            if ((is_period_or_type(rest.items[i]->detail) || rest.items[i]->detail == DETAIL_CURRENCY) && mention_is_claimed(rest.items[i]) && !purchase_has(&group->purchases.items[k], rest.items[i]->detail))
                *VEC_PUSH(group->arena, &group->purchases.items[k].mentions) = rest.items[i];
    group->loose.len = 0;
}

static void one_purchase(PurchaseGroup *group) {
    if (!group->loose.len)
        return;
    Purchase *p = VEC_PUSH(group->arena, &group->purchases);
    *p = (Purchase){.mentions = group->loose, .first = group->loose.items[0]->at};
    group->loose = (MentionRefs){0};
}

static int by_first(const void *a, const void *b) {
    const Purchase *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

/* Is the mention of a purchase that is fine, where another one is not? "Invoice 501 is fine, 502 is missing." */
static bool sets_settled_apart(const Mentions *mentions) {
    bool settled = false, other = false;
    for (size_t i = 0; i < mentions->len && i < LOOSE_MAX; i++) {
        const Mention *m = &mentions->items[i];
        if (m->detail != DETAIL_INVOICE_NUMBER || !mention_is_claimed(m) || m->rank < RANK_NEAR)
            continue;
        settled |= m->settled;
        other |= !m->settled;
        for (size_t j = 0; j < mentions->len && j < LOOSE_MAX && m->settled; j++) /* told elsewhere, too: not only to say so */
            if (mentions->items[j].detail == DETAIL_INVOICE_NUMBER && !mentions->items[j].settled &&
                detail_same(DETAIL_INVOICE_NUMBER, &m->value, &mentions->items[j].value))
                return false;
    }
    return settled && other;
}

void purchases_group(Arena *arena, const Mentions *mentions, const Strs *excluded, Purchases *out,
                     MentionRefs *denied) {
    PurchaseGroup group = {.arena = arena, .all = mentions, .excluded = excluded};
    gather_structured(&group);
    loosen_fragments(&group);
    bool apart = sets_settled_apart(mentions);
    for (size_t i = 0; i < mentions->len; i++) {
        const Mention *m = &mentions->items[i];
        bool replaces = m->detail == DETAIL_COUNT;
        if (!m->place && !replaces && !m->aside && !(apart && m->settled))
            *VEC_PUSH(arena, &group.loose) = m;
        if ((m->role == ROLE_DENIED || replaces) && group.denied.len < LOOSE_MAX)
            *VEC_PUSH(arena, &group.denied) = m;
    }
    if (group.loose.len > LOOSE_MAX)
        group.loose.len = LOOSE_MAX;
    if (group.loose.len)
        qsort(group.loose.items, group.loose.len, sizeof *group.loose.items, by_place_in_text);
    Strs firm = {0}, any = {0};
    bool strong = distinct_anchors(&group, RANK_NEAR, &firm) > 0;
    Rank least = strong ? RANK_NEAR : RANK_WEAK;
    size_t anchors = strong ? firm.len : distinct_anchors(&group, RANK_WEAK, &any);
    if (group.purchases.len) {
        bind_loose(&group, RANK_NEAR);
    } else if (anchors >= 2 && tells_by_paragraph(&group, least)) {
        split_by_paragraph(&group, least);
    } else if (anchors >= 2 || (anchors == 0 && distinct_goods(&group) >= 2)) {
        group_deal_out(&group, least);
        group_deal_behind(&group, least);
        split_by_repetition(&group, least);
    } else {
        one_purchase(&group);
    }
    group_drop_sums(&group);
    group_place_corrections(&group);
    group_share_in_lists(&group);
    group_share_details(&group);
    if (group.purchases.len)
        qsort(group.purchases.items, group.purchases.len, sizeof(Purchase), by_first);
    *out = group.purchases;
    *denied = group.denied;
}
