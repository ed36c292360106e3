/* "25 dMOC on A-1 and 12 MOC on A-2, KPI 25 and 12": a list of figures behind the purchases, one for each in their order. */
#include <string.h>

#include "parsers/purchase_group.h"

#include "base/banned.h"

#define LISTED_MAX 12    /* figures in one list */
#define NEAR_SENTENCES 2 /* from the numbers to the list of their figures */

/* Indices of loose mentions. */
typedef struct List {
    size_t at[LISTED_MAX], n;
} List;

static bool counts(const Mention *m) {
    return mention_is_claimed(m) && m->rank > RANK_WEAK && m->rank != RANK_CORRECTION && m->detail < DETAIL_REQUIRED && !m->total &&
           !m->each && !m->gross && !(m->murky && m->role != ROLE_EXPECTED && m->rank < RANK_LABEL);
}

/* The figures of the detail in the sentence loose[from, to), if they stand together: nothing else is told between them. */
static bool gathers_figures(const PurchaseGroup *group, size_t from, size_t to, Detail detail, List *figures) {
    figures->n = 0;
    bool other = false;
    for (size_t i = from; i < to; i++) {
        const Mention *m = group->loose.items[i];
        if (!counts(m))
            continue;
        if (m->detail != detail) {
            other = figures->n > 0;
            continue;
        }
        if (other || figures->n == LISTED_MAX)
            return false;
        figures->at[figures->n++] = i;
    }
    return figures->n >= 2;
}

/* The invoice numbers before `to`, from `from` on and not far back, each once; a figure of the detail behind the first one is its own already. */
static bool gathers_numbers(const PurchaseGroup *group, Rank least, size_t from, size_t to, Detail detail, List *numbers) {
    size_t item = group->loose.items[to]->item;
    numbers->n = 0;
    for (size_t i = from; i < to; i++) {
        const Mention *m = group->loose.items[i];
        if (m->item + NEAR_SENTENCES < item)
            continue;
        if (m->detail == detail && counts(m))
            return false;
        if (!group_is_anchor(group, m, least) || m->rank == RANK_CORRECTION)
            continue;
        bool known = false;
        for (size_t k = 0; k < numbers->n && !known; k++)
            known = detail_same(m->detail, &group->loose.items[numbers->at[k]]->value, &m->value);
        if (known)
            continue;
        if (numbers->n == LISTED_MAX)
            return false;
        numbers->at[numbers->n++] = i;
    }
    return numbers->n >= 2;
}

static bool has_number(const PurchaseGroup *group, Rank least, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (group_is_anchor(group, group->loose.items[i], least))
            return true;
    return false;
}

/* Of which listed figure is the mention, or what goes with it: its currency, its unit? figures->n for none. */
static size_t figure_of(const PurchaseGroup *group, const List *figures, size_t to, size_t i) {
    for (size_t k = 0; k < figures->n && i >= figures->at[0] && i < to; k++)
        if (group->loose.items[i]->at == group->loose.items[figures->at[k]]->at)
            return k;
    return figures->n;
}

/* Puts each figure right behind its number. */
static void deal(PurchaseGroup *group, const List *numbers, const List *figures, size_t to) {
    MentionRefs order = {0};
    for (size_t i = 0; i < to; i++) {
        if (figure_of(group, figures, to, i) < figures->n)
            continue;
        *VEC_PUSH(group->arena, &order) = group->loose.items[i];
        for (size_t share = 0; share < numbers->n; share++)
            for (size_t k = figures->at[0]; k < to && numbers->at[share] == i; k++)
                if (figure_of(group, figures, to, k) == share)
                    *VEC_PUSH(group->arena, &order) = group->loose.items[k];
    }
    memcpy(group->loose.items, order.items, order.len * sizeof *order.items);
}

/* "1,440, 960 and 2,400, together 4,800" */
static bool ends_in_sum(const PurchaseGroup *group, const List *figures) {
    Decimal sum = decimal_int(0);
    for (size_t i = 0; i + 1 < figures->n; i++)
        if (!decimal_add(sum, group->loose.items[figures->at[i]]->value.number, &sum))
            return false;
    return decimal_cmp(sum, group->loose.items[figures->at[figures->n - 1]]->value.number) == 0;
}

void group_deal_behind(PurchaseGroup *group, Rank least) {
    static const Detail details[] = {DETAIL_PURCHASE_UNITS, DETAIL_KPI_VALUE, DETAIL_REVENUE_VALUE};
    for (size_t from = 0, to; from < group->loose.len; from = to) {
        for (to = from; to < group->loose.len && group->loose.items[to]->item == group->loose.items[from]->item; to++)
            continue;
        for (size_t d = 0; d < sizeof details / sizeof *details; d++) {
            List figures, numbers;
            if (!gathers_figures(group, from, to, details[d], &figures) || has_number(group, least, figures.at[0], to))
                continue;
            size_t begin = has_number(group, least, from, figures.at[0]) ? from : 0;
            if (!gathers_numbers(group, least, begin, figures.at[0], details[d], &numbers))
                continue;
            if (figures.n == numbers.n + 1 && ends_in_sum(group, &figures))
                figures.n--; /* the sum stays behind, and is of none */
            if (numbers.n == figures.n)
                deal(group, &numbers, &figures, to);
        }
    }
}
