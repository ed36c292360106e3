/* Purchases that are told already: what was said of all of them, sums, corrections. */
#include "parsers/purchase_group.h"

#include "base/banned.h"

Purchase *group_of_number(PurchaseGroup *group, Str folded) {
    for (size_t i = 0; i < group->purchases.len; i++)
        if (str_given(group->purchases.items[i].folded) && str_eq(group->purchases.items[i].folded, folded))
            return &group->purchases.items[i];
    return NULL;
}

bool purchase_has(const Purchase *p, Detail detail) {
    for (size_t i = 0; i < p->mentions.len; i++)
        if (p->mentions.items[i]->detail == detail && mention_is_claimed(p->mentions.items[i]))
            return true;
    return false;
}

bool purchase_leaves_open(const Purchase *p, Detail detail) {
    for (size_t i = 0; i < p->mentions.len; i++)
        if (p->mentions.items[i]->detail == detail && p->mentions.items[i]->role == ROLE_BLANK)
            return true;
    return false;
}

/* Within a block of fields or a table only the period, the type and the currency may be meant for all: a figure that one
 * block has and the other lacks is missing there. */
static bool is_sharable(const PurchaseGroup *group, const Mention *m) {
    return (!m->place && !group->by_paragraph) || m->detail == DETAIL_MONTH || m->detail == DETAIL_YEAR || m->detail == DETAIL_OMLP_TYPE ||
           m->detail == DETAIL_CURRENCY;
}

/* "In February 2020 we bought 12 MLO on A-1 and 7 MLO on A-2", "12 MLO on A-1 and 7 MLO on A-2 in February 2020": the period that
 * opens or ends the sentence holds for all of it, and so does a type that opens it: "MLO: A-1 has 12, A-2 has 7". */
static bool frames_sentence(const Purchase *p, const Mention *said) {
    bool type = said->detail == DETAIL_OMLP_TYPE;
    if ((said->detail != DETAIL_MONTH && said->detail != DETAIL_YEAR && !type) || said->place || p->item != said->item)
        return false;
    bool before = false, behind = false, counted = false;
    for (size_t i = 0; i < p->mentions.len; i++) {
        const Mention *m = p->mentions.items[i];
        bool period = m->detail == DETAIL_MONTH || m->detail == DETAIL_YEAR;
        if (!mention_is_claimed(m)) /* "..., the dashboard shows 20 and 10" */
            continue;
        before |= m->item == said->item && m->at < said->at && !period;
        behind |= m->item == said->item && m->at > said->at && !period;
        counted |= m->item == said->item && m->detail == DETAIL_PURCHASE_UNITS;
    }
    return !before || (!behind && counted && !type);
}

static const Mention *said_of(const Purchase *p, Detail detail) {
    for (size_t i = 0; i < p->mentions.len; i++)
        if (p->mentions.items[i]->detail == detail && mention_is_claimed(p->mentions.items[i]) && !p->mentions.items[i]->place)
            return p->mentions.items[i];
    return NULL;
}

/* "25 dMOC in March 2021 on A-1 and another 12 in April on A-2": a later month of the same sentence is of the same year, which
 * then is not that of the earlier month alone. */
static const Mention *year_of_later(PurchaseGroup *group, const Purchase *p, const Purchase *before, const Mention *year) {
    const Mention *month = said_of(p, DETAIL_MONTH), *earlier = said_of(before, DETAIL_MONTH);
    if (!year || !month || !earlier || month->ambiguous || month->item != earlier->item || year->item != earlier->item ||
        decimal_cmp(month->value.number, earlier->value.number) <= 0)
        return NULL;
    Mention *same = ARENA_NEW(group->arena, Mention);
    *same = *year;
    same->month = 0;
    return same;
}

static void share_year(PurchaseGroup *group) {
    for (size_t i = 1; i < group->purchases.len; i++) {
        Purchase *p = &group->purchases.items[i];
        const Purchase *before = &group->purchases.items[i - 1];
        if (purchase_has(p, DETAIL_YEAR) || purchase_leaves_open(p, DETAIL_YEAR))
            continue;
        const Mention *year = year_of_later(group, p, before, said_of(before, DETAIL_YEAR));
        if (year)
            *VEC_PUSH(group->arena, &p->mentions) = year;
    }
}

/* A detail that just one purchase has, away from its number, and all the others lack, was said of all. */
void group_share_details(PurchaseGroup *group) {
    share_year(group);
    for (int detail = 0; detail < DETAIL_COUNT; detail++) {
        const Mention *said = NULL;
        size_t owner = 0, owners = 0;
        for (size_t i = 0; i < group->purchases.len; i++) {
            const Mention *own = NULL;
            const Purchase *p = &group->purchases.items[i];
            for (size_t j = 0; j < p->mentions.len; j++)
                if (p->mentions.items[j]->detail == (Detail)detail && mention_is_claimed(p->mentions.items[j]))
                    own = p->mentions.items[j];
            if (own) {
                owners++;
                owner = i;
                said = own;
            }
        }
        if (owners != 1 || group->purchases.len < 2 || detail == DETAIL_INVOICE_NUMBER || !is_sharable(group, said))
            continue;
        bool frames = frames_sentence(&group->purchases.items[owner], said);
        if (said->item == group->purchases.items[owner].item && !frames)
            continue;
        for (size_t i = 0; i < group->purchases.len; i++)
            if (i != owner && (!frames || group->purchases.items[i].item == said->item) &&
                !purchase_leaves_open(&group->purchases.items[i], (Detail)detail))
                *VEC_PUSH(group->arena, &group->purchases.items[i].mentions) = said;
    }
}

/* Is the figure the sum of those that the numbered purchases have, each one? */
static bool is_sum(const PurchaseGroup *group, const Mention *figure) {
    Decimal sum = decimal_int(0);
    size_t n = 0;
    for (size_t i = 0; i < group->purchases.len; i++) {
        const Purchase *p = &group->purchases.items[i];
        if (!str_given(p->folded))
            continue;
        const Mention *part = said_of(p, figure->detail);
        if (!part || part == figure || !decimal_add(sum, part->value.number, &sum))
            return false;
        n++;
    }
    return n >= 2 && decimal_cmp(sum, figure->value.number) == 0;
}

/* "..., both together 34,200": what adds up to the last figure is that of the purchases, the sum is of none. */
static void drop_told_sums(PurchaseGroup *group) {
    static const Detail figures[] = {DETAIL_PURCHASE_UNITS, DETAIL_KPI_VALUE, DETAIL_REVENUE_VALUE};
    size_t left = 0;
    for (size_t i = 0; i < group->purchases.len; i++) {
        Purchase *p = &group->purchases.items[i];
        bool dropped = false, told = str_given(p->folded);
        for (size_t d = 0; d < sizeof figures / sizeof *figures && !str_given(p->folded); d++) {
            const Mention *figure = said_of(p, figures[d]);
            if (figure && is_sum(group, figure))
                dropped = true;
            else
                told |= figure != NULL;
        }
        if (!dropped || told)
            group->purchases.items[left++] = *p;
    }
    group->purchases.len = left;
}

/* A line of sums belongs to no purchase where there are several. */
void group_drop_sums(PurchaseGroup *group) {
    drop_told_sums(group);
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
static void share_in_list(PurchaseGroup *group, size_t first, size_t last) {
    static const Detail details[] = {DETAIL_MONTH, DETAIL_YEAR, DETAIL_OMLP_TYPE, DETAIL_CURRENCY, DETAIL_UNIT_OF_MEASURE};
    for (size_t d = 0; d < sizeof details / sizeof *details; d++) {
        const Mention *said = NULL;
        size_t owners = 0;
        for (size_t i = first; i < last; i++) {
            const Mention *own = NULL;
            const MentionRefs *mentions = &group->purchases.items[i].mentions;
            for (size_t j = 0; j < mentions->len; j++)
                if (mentions->items[j]->detail == details[d] && mention_is_claimed(mentions->items[j]))
                    own = mentions->items[j];
            said = own ? own : said;
            owners += own != NULL;
        }
        for (size_t i = first; i < last && owners == 1; i++)
            if (!purchase_has(&group->purchases.items[i], details[d]))
                *VEC_PUSH(group->arena, &group->purchases.items[i].mentions) = said;
    }
}

void group_share_in_lists(PurchaseGroup *group) {
    for (size_t i = 0, last; i < group->purchases.len; i = last) {
        last = i + 1;
        while (last < group->purchases.len && is_joined(&group->purchases.items[last]))
            last++;
        if (last - i > 1)
            share_in_list(group, i, last);
    }
}

/* Corrections go to the purchase whose number stands beside them, or whose value they deny. */
Purchase *group_corrected(PurchaseGroup *group, const Mention *m) {
    for (size_t i = 0; i < group->all->len; i++) {
        const Mention *other = &group->all->items[i];
        if (other->item != m->item)
            continue;
        if (other->detail == DETAIL_INVOICE_NUMBER) {
            Purchase *p = group_of_number(group, number_fold(group->arena, other->value.text));
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

/* A sentence that corrects several purchases' details was set aside by the split: give it to the right one. */
void group_place_corrections(PurchaseGroup *group) {
    for (size_t i = 0; i < group->purchases.len; i++) {
        MentionRefs *own = &group->purchases.items[i].mentions;
        size_t kept = 0;
        for (size_t j = 0; j < own->len; j++) {
            const Mention *m = own->items[j];
            Purchase *right = m->rank == RANK_CORRECTION ? group_corrected(group, m) : NULL;
            if (right && right != &group->purchases.items[i])
                *VEC_PUSH(group->arena, &right->mentions) = m;
            else
                own->items[kept++] = m;
        }
        own->len = kept;
    }
}
