/* Sentences that list the numbers first and then, in the same order, what was bought on each. */
#include "parsers/purchase_group.h"

#include "base/banned.h"

#define LISTED_MAX 12 /* numbers in one sentence */

/* A sentence's run of loose mentions, and its numbers. */
typedef struct NumberRun {
    size_t from, to, item; /* the sentence that lists them, and those behind it that name no number */
    size_t numbers[LISTED_MAX], n;
    bool joined; /* "A-1 and A-2", no other words between */
} NumberRun;

/* A date that no word binds counts in the sentence of the numbers that it is dealt out to: they bind it. */
static bool counts(const Mention *m, size_t item) {
    bool date = m->item == item && (m->detail == DETAIL_MONTH || m->detail == DETAIL_YEAR);
    return mention_is_claimed(m) && (date || m->rank > RANK_WEAK) && m->rank != RANK_CORRECTION && m->detail < DETAIL_COUNT &&
           !m->total && !m->each && !m->gross;
}

/* Do the numbers of the run stand together, each another one? */
static bool lists_numbers(const PurchaseGroup *group, Rank least, NumberRun *run) {
    run->n = 0;
    for (size_t i = run->from; i < run->to; i++) {
        const Mention *m = group->loose.items[i];
        if (!group_is_anchor(group, m, least) || m->rank == RANK_CORRECTION)
            continue;
        if (run->n == LISTED_MAX)
            return false;
        for (size_t k = 0; k < run->n; k++)
            if (detail_same(m->detail, &group->loose.items[run->numbers[k]]->value, &m->value))
                return false;
        run->joined = run->n ? run->joined && m->joined : true;
        run->numbers[run->n++] = i;
    }
    for (size_t i = run->n ? run->numbers[0] + 1 : 0; run->n >= 2 && i < run->numbers[run->n - 1]; i++)
        if (counts(group->loose.items[i], run->item) && group->loose.items[i]->detail != DETAIL_INVOICE_NUMBER)
            return false; /* "A-1 with 25 dMOC and A-2 with 12 MOC" says itself what belongs together */
    return run->n >= 2;
}

/* "25 and 12 units", of which only one was read, or a sum that no word tells: of whose purchase is it? */
static bool is_lone_figure(const Mention *m) {
    return m->detail == DETAIL_PURCHASE_UNITS || m->detail == DETAIL_KPI_VALUE || m->detail == DETAIL_REVENUE_VALUE;
}

/* How often does each detail come? Once for all, or once for each number; anything else cannot be dealt out. */
static bool each_has_one(const PurchaseGroup *group, const NumberRun *run, bool dealt[DETAIL_COUNT]) {
    size_t times[DETAIL_COUNT] = {0};
    bool any = false;
    for (size_t i = run->from; i < run->to; i++) {
        const Mention *m = group->loose.items[i];
        if (counts(m, run->item))
            times[m->detail]++;
        any |= m->each || m->total || (counts(m, run->item) && run->joined && is_lone_figure(m));
    }
    for (size_t d = 0; d < DETAIL_COUNT; d++) {
        dealt[d] = times[d] == run->n;
        any |= dealt[d] && d != DETAIL_INVOICE_NUMBER;
        if (times[d] > 1 && !dealt[d] && d < DETAIL_REQUIRED)
            return false;
    }
    return any;
}

/* The year of "January and February 2020" is that of both. */
static const Mention *of_all_months(PurchaseGroup *group, const Mention *year) {
    Mention *copy = ARENA_NEW(group->arena, Mention);
    *copy = *year;
    copy->month = 0;
    return copy;
}

/* What was said once stays with the first, to be shared; values that are not claimed, too. */
static void deal(PurchaseGroup *group, NumberRun *run, const bool dealt[DETAIL_COUNT]) {
    MentionRefs order = {0};
    for (size_t share = 0; share < run->n; share++) {
        size_t times[DETAIL_COUNT] = {0};
        *VEC_PUSH(group->arena, &order) = group->loose.items[run->numbers[share]];
        for (size_t i = run->from; i < run->to; i++) {
            const Mention *m = group->loose.items[i];
            bool once = !counts(m, run->item) || !dealt[m->detail];
            if (m->each ? false : once ? share || m->total || (counts(m, run->item) && is_lone_figure(m))
                                       : m->detail == DETAIL_INVOICE_NUMBER || times[m->detail]++ != share)
                continue;
            *VEC_PUSH(group->arena, &order) = once && m->detail == DETAIL_YEAR && dealt[DETAIL_MONTH] ? of_all_months(group, m) : m;
        }
    }
    MentionRefs behind = {0};
    for (size_t i = run->to; i < group->loose.len; i++)
        *VEC_PUSH(group->arena, &behind) = group->loose.items[i];
    group->loose.len = run->from;
    for (size_t i = 0; i < order.len; i++)
        *VEC_PUSH(group->arena, &group->loose) = order.items[i];
    run->to = group->loose.len;
    for (size_t i = 0; i < behind.len; i++)
        *VEC_PUSH(group->arena, &group->loose) = behind.items[i];
}

static bool names_number(const PurchaseGroup *group, size_t at) {
    size_t item = group->loose.items[at]->item;
    for (size_t i = at; i < group->loose.len && group->loose.items[i]->item == item; i++)
        if (group->loose.items[i]->detail == DETAIL_INVOICE_NUMBER || group->loose.items[i]->rank == RANK_CORRECTION)
            return true;
    return false;
}

static size_t item_end(const PurchaseGroup *group, size_t at) {
    size_t item = group->loose.items[at]->item;
    while (at < group->loose.len && group->loose.items[at]->item == item)
        at++;
    return at;
}

void group_deal_out(PurchaseGroup *group, Rank least) {
    NumberRun run = {0};
    bool dealt[DETAIL_COUNT];
    for (; run.from < group->loose.len; run.from = run.to) {
        run.item = group->loose.items[run.from]->item;
        run.to = item_end(group, run.from);
        if (!lists_numbers(group, least, &run))
            continue;
        while (run.joined && run.to < group->loose.len && !names_number(group, run.to)) /* "The first has 25 units, ..." */
            run.to = item_end(group, run.to);
        if (each_has_one(group, &run, dealt))
            deal(group, &run, dealt);
    }
}
