#include "parsers/purchase.h"

#include <glib.h>
#include <stdlib.h>

#include "base/banned.h"

#define LOOSE_MAX 4000 /* mentions of prose that are weighed against each other; a person writes a few dozen */

typedef struct Group {
    Arena *arena;
    const Mentions *all;
    const Strs *excluded;
    Purchases purchases;
    MentionRefs loose; /* of prose, bound to no purchase yet */
    MentionRefs denied; /* values that the text denies, of all purchases */
} Group;

static bool is_claimed(const Mention *m) {
    return m->role == ROLE_CLAIM || m->role == ROLE_EXPECTED;
}

static bool is_excluded(const Group *group, Str folded) {
    for (size_t i = 0; i < group->excluded->len; i++)
        if (str_eq(group->excluded->items[i], folded))
            return true;
    return false;
}

static bool is_denied_number(const Group *group, const Mention *number) {
    for (size_t i = 0; i < group->denied.len; i++)
        if (group->denied.items[i]->detail == DETAIL_INVOICE_NUMBER &&
            detail_same(DETAIL_INVOICE_NUMBER, &group->denied.items[i]->value, &number->value))
            return true;
    return false;
}

/* An invoice number that can tell purchases apart: firmly named, not another paper's. */
static bool is_anchor(const Group *group, const Mention *m, Rank least) {
    return m->detail == DETAIL_INVOICE_NUMBER && is_claimed(m) && m->rank >= least && !is_denied_number(group, m) &&
           (m->rank >= RANK_LABEL || !is_excluded(group, number_fold(group->arena, m->value.text)));
}

/* ---- purchases that tables and lists of fields give ---- */

static size_t details_in(const MentionRefs *mentions) {
    unsigned seen = 0;
    for (size_t i = 0; i < mentions->len; i++)
        if (is_claimed(mentions->items[i]) && mentions->items[i]->detail < DETAIL_REQUIRED)
            seen |= DETAIL_BIT(mentions->items[i]->detail);
    return (size_t)__builtin_popcount(seen);
}

/* Place and record in one: neither comes near four thousand million. */
static gpointer record_key(const Mention *m) {
    return GSIZE_TO_POINTER(m->place << 32 | m->record);
}

/* The purchase of the mention's row or block; a new one at the first. */
static Purchase *purchase_of_record(Group *group, GHashTable *known, const Mention *m) {
    size_t at = GPOINTER_TO_SIZE(g_hash_table_lookup(known, record_key(m)));
    if (at)
        return &group->purchases.items[at - 1];
    Purchase *p = VEC_PUSH(group->arena, &group->purchases);
    p->place = m->place;
    p->first = m->at;
    g_hash_table_insert(known, record_key(m), GSIZE_TO_POINTER(group->purchases.len));
    return p;
}

static void gather_structured(Group *group) {
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < group->all->len; i++) {
        const Mention *m = &group->all->items[i];
        if (!m->place || m->detail == DETAIL_COUNT)
            continue;
        Purchase *p = purchase_of_record(group, known, m);
        *VEC_PUSH(group->arena, &p->mentions) = m;
        if (m->detail == DETAIL_INVOICE_NUMBER && is_claimed(m) && !str_given(p->folded)) {
            p->folded = number_fold(group->arena, m->value.text);
            p->item = m->item;
        }
    }
}

/* What is no purchase of its own: a repeated label, a list beside the table, the fields of the helpdesk. Its mentions
 * count as loose ones, with the rank of fields. */
static void loosen_fragments(Group *group) {
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

static Purchase *purchase_of_number(Group *group, Str folded) {
    for (size_t i = 0; i < group->purchases.len; i++)
        if (str_given(group->purchases.items[i].folded) && str_eq(group->purchases.items[i].folded, folded))
            return &group->purchases.items[i];
    return NULL;
}

static size_t distinct_anchors(Group *group, Rank least, Strs *out) {
    for (size_t i = 0; i < group->loose.len; i++) {
        if (!is_anchor(group, group->loose.items[i], least))
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
static size_t distinct_goods(const Group *group) {
    Str types[16];
    size_t n = 0;
    for (size_t i = 0; i < group->loose.len && n < 16; i++) {
        const Mention *m = group->loose.items[i];
        if (m->detail != DETAIL_OMLP_TYPE || !is_claimed(m) || m->rank < RANK_NEAR)
            continue;
        bool counted = false, known = false;
        for (size_t j = 0; j < group->loose.len && !counted; j++)
            counted = group->loose.items[j]->detail == DETAIL_PURCHASE_UNITS && group->loose.items[j]->item == m->item &&
                      is_claimed(group->loose.items[j]) && group->loose.items[j]->rank >= RANK_NEAR;
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
        if (own->detail == m->detail && is_claimed(own) && own->rank > RANK_WEAK && !own->gross && !m->gross &&
            own->rank >= m->rank && (!detail_same(m->detail, &own->value, &m->value) || own->item != m->item))
            return true;
    }
    return false;
}

static bool item_has_anchor(const Group *group, size_t item, Rank least, const Mention **anchor) {
    for (size_t i = 0; i < group->loose.len; i++)
        if (group->loose.items[i]->item == item && is_anchor(group, group->loose.items[i], least)) {
            *anchor = group->loose.items[i];
            return true;
        }
    return false;
}

static void purchase_take(Group *group, Purchase *p, const Mention *m, Rank least) {
    *VEC_PUSH(group->arena, &p->mentions) = m;
    if (is_anchor(group, m, least) && !str_given(p->folded)) {
        p->folded = number_fold(group->arena, m->value.text);
        p->item = m->item;
    }
}

/* What a sentence says beside the number: a second listing of the purchase, or just a mention of it? */
static size_t details_of_item(const Group *group, size_t item) {
    unsigned seen = 0;
    for (size_t i = 0; i < group->loose.len; i++) {
        const Mention *m = group->loose.items[i];
        if (m->item == item && is_claimed(m) && m->rank > RANK_WEAK && m->rank != RANK_CORRECTION)
            seen |= DETAIL_BIT(m->detail);
    }
    return (size_t)__builtin_popcount(seen & ((1u << DETAIL_REQUIRED) - 1) & ~DETAIL_BIT(DETAIL_INVOICE_NUMBER));
}

/* The one invoice number of a mention's sentence or line; absent when it has none, or several. */
static Str lone_number(const Group *group, const Mention *m, Rank least) {
    Str found = STR_NONE;
    for (size_t i = 0; i < group->loose.len; i++) {
        const Mention *other = group->loose.items[i];
        if (other->item != m->item || !is_anchor(group, other, least) || other->rank == RANK_CORRECTION)
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

/* Mentions in the order of the text; a new purchase begins where a detail comes again, once the one before is known. */
static void split_by_repetition(Group *group, Rank least) {
    Purchase *current = NULL;
    for (size_t i = 0; i < group->loose.len; i++) {
        const Mention *m = group->loose.items[i];
        bool counts = is_claimed(m) && m->rank > RANK_WEAK && m->detail < DETAIL_REQUIRED && !m->gross &&
                      m->rank != RANK_CORRECTION;
        bool anchor = is_anchor(group, m, least) && m->rank != RANK_CORRECTION;
        Str folded = anchor ? number_fold(group->arena, m->value.text) : lone_number(group, m, least);
        bool turns = !anchor && folded.len && is_claimed(m) && m->rank != RANK_CORRECTION && current &&
                     str_given(current->folded) && !str_eq(current->folded, folded);
        if ((anchor || turns) && current && str_given(current->folded) && !str_eq(current->folded, folded) &&
            current->mentions.items[current->mentions.len - 1]->item != m->item) {
            Purchase *known = purchase_of_number(group, folded); /* the text comes back to an earlier one */
            if (known && (details_of_item(group, m->item) < 2 || is_only_named(known))) {
                current = known;
                purchase_take(group, current, m, least);
                continue;
            }
        }
        bool next = !current || turns || (counts && has_other_value(current, m) && (str_given(current->folded) || anchor)) ||
                    (anchor && str_given(current->folded) && !str_eq(current->folded, folded));
        if (m->rank == RANK_CORRECTION || !is_claimed(m))
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

/* Within a block of fields or a table only the period, the type and the currency may be meant for all: a figure that one
 * block has and the other lacks is missing there. */
static bool is_sharable(const Mention *m) {
    return !m->place || m->detail == DETAIL_MONTH || m->detail == DETAIL_YEAR || m->detail == DETAIL_OMLP_TYPE ||
           m->detail == DETAIL_CURRENCY;
}

/* "In February 2020 we bought 12 MLO on A-1 and 7 MLO on A-2": the period that opens the sentence holds for all of it. */
static bool opens_sentence(const Purchase *p, const Mention *said) {
    if (said->detail != DETAIL_MONTH && said->detail != DETAIL_YEAR)
        return false;
    for (size_t i = 0; i < p->mentions.len; i++)
        if (p->mentions.items[i]->item == said->item && p->mentions.items[i]->at < said->at)
            return false;
    return p->item == said->item;
}

static bool left_open(const Purchase *p, Detail detail) {
    for (size_t i = 0; i < p->mentions.len; i++)
        if (p->mentions.items[i]->detail == detail && p->mentions.items[i]->role == ROLE_BLANK)
            return true;
    return false;
}

/* A detail that just one purchase has, away from its number, and all the others lack, was said of all. */
static void share_details(Group *group) {
    for (int detail = 0; detail < DETAIL_COUNT; detail++) {
        const Mention *said = NULL;
        size_t owner = 0, owners = 0;
        for (size_t i = 0; i < group->purchases.len; i++) {
            const Mention *own = NULL;
            const Purchase *p = &group->purchases.items[i];
            for (size_t j = 0; j < p->mentions.len; j++)
                if (p->mentions.items[j]->detail == (Detail)detail && is_claimed(p->mentions.items[j]))
                    own = p->mentions.items[j];
            if (own) {
                owners++;
                owner = i;
                said = own;
            }
        }
        if (owners != 1 || group->purchases.len < 2 || detail == DETAIL_INVOICE_NUMBER || !is_sharable(said))
            continue;
        bool opens = opens_sentence(&group->purchases.items[owner], said);
        if (said->item == group->purchases.items[owner].item && !opens)
            continue;
        for (size_t i = 0; i < group->purchases.len; i++)
            if (i != owner && (!opens || group->purchases.items[i].item == said->item) &&
                !left_open(&group->purchases.items[i], (Detail)detail))
                *VEC_PUSH(group->arena, &group->purchases.items[i].mentions) = said;
    }
}

static bool purchase_has(const Purchase *p, Detail detail) {
    for (size_t i = 0; i < p->mentions.len; i++)
        if (p->mentions.items[i]->detail == detail && is_claimed(p->mentions.items[i]))
            return true;
    return false;
}

/* A line of sums belongs to no purchase where there are several. */
static void drop_sums(Group *group) {
    size_t numbered = 0, left = 0;
    for (size_t i = 0; i < group->purchases.len; i++)
        numbered += str_given(group->purchases.items[i].folded);
    for (size_t i = 0; i < group->purchases.len && numbered >= 2; i++) {
        Purchase *p = &group->purchases.items[i];
        size_t kept = 0;
        for (size_t j = 0; j < p->mentions.len; j++)
            if (!p->mentions.items[j]->total)
                p->mentions.items[kept++] = p->mentions.items[j];
        p->mentions.len = kept;
        if (kept)
            group->purchases.items[left++] = *p;
    }
    if (numbered >= 2)
        group->purchases.len = left;
}

static bool is_joined(const Purchase *p) {
    for (size_t i = 0; i < p->mentions.len; i++)
        if (p->mentions.items[i]->joined && p->mentions.items[i]->item == p->item)
            return true;
    return false;
}

/* "Invoices of January 2020 for dMOC": what describes them holds for each of the list. */
static void share_in_list(Group *group, size_t first, size_t last) {
    static const Detail details[] = {DETAIL_MONTH, DETAIL_YEAR, DETAIL_OMLP_TYPE, DETAIL_CURRENCY};
    for (size_t d = 0; d < sizeof details / sizeof *details; d++) {
        const Mention *said = NULL;
        size_t owners = 0;
        for (size_t i = first; i < last; i++) {
            const Mention *own = NULL;
            const MentionRefs *mentions = &group->purchases.items[i].mentions;
            for (size_t j = 0; j < mentions->len; j++)
                if (mentions->items[j]->detail == details[d] && is_claimed(mentions->items[j]))
                    own = mentions->items[j];
            said = own ? own : said;
            owners += own != NULL;
        }
        for (size_t i = first; i < last && owners == 1; i++)
            if (!purchase_has(&group->purchases.items[i], details[d]))
                *VEC_PUSH(group->arena, &group->purchases.items[i].mentions) = said;
    }
}

static void share_in_lists(Group *group) {
    for (size_t i = 0, last; i < group->purchases.len; i = last) {
        last = i + 1;
        while (last < group->purchases.len && is_joined(&group->purchases.items[last]))
            last++;
        if (last - i > 1)
            share_in_list(group, i, last);
    }
}


/* Corrections go to the purchase whose number stands beside them, or whose value they deny. */
static Purchase *corrected_purchase(Group *group, const Mention *m) {
    for (size_t i = 0; i < group->all->len; i++) {
        const Mention *other = &group->all->items[i];
        if (other->item != m->item)
            continue;
        if (other->detail == DETAIL_INVOICE_NUMBER) {
            Purchase *p = purchase_of_number(group, number_fold(group->arena, other->value.text));
            if (p)
                return p;
        }
        if (other->role != ROLE_DENIED)
            continue;
        for (size_t j = 0; j < group->purchases.len; j++)
            for (size_t k = 0; k < group->purchases.items[j].mentions.len; k++) {
                const Mention *own = group->purchases.items[j].mentions.items[k];
                if (own->detail == other->detail && own != other && detail_same(own->detail, &own->value, &other->value))
                    return &group->purchases.items[j];
            }
    }
    return NULL;
}

/* "Invoice A-1 of July: (a table of its positions)": rows without a number bear the only one that the text names. */
static bool rows_share_number(Group *group, Rank least) {
    Strs anchors = {0};
    const Mention *number = NULL;
    for (size_t i = 0; i < group->purchases.len; i++)
        if (str_given(group->purchases.items[i].folded) || left_open(&group->purchases.items[i], DETAIL_INVOICE_NUMBER))
            return false;
    if (distinct_anchors(group, least, &anchors) != 1)
        return false;
    for (size_t i = 0; i < group->loose.len && !number; i++)
        number = is_anchor(group, group->loose.items[i], least) ? group->loose.items[i] : NULL;
    for (size_t i = 0; i < group->purchases.len; i++)
        *VEC_PUSH(group->arena, &group->purchases.items[i].mentions) = number;
    return true;
}

/* Beside purchases of a table or of blocks, a sentence belongs to the one whose number it bears; a sentence without one
 * was said of all, for what their columns do not give. */
static void bind_loose(Group *group, Rank least) {
    size_t structured = group->purchases.len;
    bool shared = rows_share_number(group, least);
    MentionRefs rest = {0}, fresh = {0};
    for (size_t i = 0; i < group->loose.len; i++) {
        const Mention *m = group->loose.items[i], *anchor = NULL;
        Purchase *p = NULL;
        if (!shared && item_has_anchor(group, m->item, RANK_WEAK, &anchor)) {
            p = purchase_of_number(group, number_fold(group->arena, anchor->value.text));
            if (!p && anchor->rank >= least && m->rank > RANK_WEAK) {
                *VEC_PUSH(group->arena, &fresh) = m;
                continue;
            }
        }
        if (!p && m->rank == RANK_CORRECTION)
            p = corrected_purchase(group, m);
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
            if (m->detail != (Detail)detail || !is_claimed(m) || m->rank < RANK_PROSE)
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

static void one_purchase(Group *group) {
    if (!group->loose.len)
        return;
    Purchase *p = VEC_PUSH(group->arena, &group->purchases);
    *p = (Purchase){.mentions = group->loose, .first = group->loose.items[0]->at};
    group->loose = (MentionRefs){0};
}

/* A sentence that corrects several purchases' details was set aside by the split: give it to the right one. */
static void place_corrections(Group *group) {
    for (size_t i = 0; i < group->purchases.len; i++) {
        MentionRefs *own = &group->purchases.items[i].mentions;
        size_t kept = 0;
        for (size_t j = 0; j < own->len; j++) {
            const Mention *m = own->items[j];
            Purchase *right = m->rank == RANK_CORRECTION ? corrected_purchase(group, m) : NULL;
            if (right && right != &group->purchases.items[i])
                *VEC_PUSH(group->arena, &right->mentions) = m;
            else
                own->items[kept++] = m;
        }
        own->len = kept;
    }
}

static int by_first(const void *a, const void *b) {
    const Purchase *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

void purchases_group(Arena *arena, const Mentions *mentions, const Strs *excluded, Purchases *out,
                     MentionRefs *denied) {
    Group group = {.arena = arena, .all = mentions, .excluded = excluded};
    gather_structured(&group);
    loosen_fragments(&group);
    for (size_t i = 0; i < mentions->len; i++) {
        const Mention *m = &mentions->items[i];
        bool replaces = m->detail == DETAIL_COUNT;
        if (!m->place && !replaces)
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
    if (group.purchases.len)
        bind_loose(&group, RANK_NEAR);
    else if (anchors >= 2 || (anchors == 0 && distinct_goods(&group) >= 2))
        split_by_repetition(&group, least);
    else
        one_purchase(&group);
    drop_sums(&group);
    place_corrections(&group);
    share_in_lists(&group);
    share_details(&group);
    if (group.purchases.len)
        qsort(group.purchases.items, group.purchases.len, sizeof(Purchase), by_first);
    *out = group.purchases;
    *denied = group.denied;
}

