/* Sentences that list the numbers first and then, in the same order, what was bought on each. */
#include "parsers/purchase_group.h"

#include "base/banned.h"

#define LISTED_MAX 12    /* numbers in one sentence */
#define NEAR_SENTENCES 2 /* from one sentence to the next that tells of the list */

/* A sentence's run of loose mentions, and its numbers. */
typedef struct NumberRun {
    size_t from, to, item; /* the sentence that lists them, and those behind it that name no number */
    size_t near;           /* the end of those that follow it closely */
    size_t numbers[LISTED_MAX], n;
    bool joined; /* "A-1 and A-2", no other words between */
    size_t sums[DETAIL_COUNT]; /* behind as many figures as there are numbers their sum: its index + 1; 0 for none */
    bool net;    /* an amount without tax is told: the same with tax is no share */
} NumberRun;

/* "25 and 12 units", of which only one was read, or a sum that no word tells: of whose purchase is it? */
static bool is_lone_figure(const Mention *m) {
    return m->detail == DETAIL_PURCHASE_UNITS || m->detail == DETAIL_KPI_VALUE || m->detail == DETAIL_REVENUE_VALUE;
}

static bool is_plain(const Mention *m) {
    return mention_is_claimed(m) && m->rank != RANK_CORRECTION && m->detail < DETAIL_COUNT && !m->total && !m->each;
}

/* Figures that are nobody's share: far behind the list, in a sentence about the dashboard, with tax beside the same without. */
static bool is_no_share(const PurchaseGroup *group, const NumberRun *run, size_t i) {
    const Mention *m = group->loose.items[i];
    bool shown = m->murky && m->item != run->item && m->role != ROLE_EXPECTED && m->rank < RANK_LABEL;
    return is_lone_figure(m) && (i >= run->near || run->sums[m->detail] == i + 1 || shown || (m->gross && run->net));
}

/* A date that no word binds counts in the sentence of the numbers that it is dealt out to: they bind it. */
static bool counts(const PurchaseGroup *group, const NumberRun *run, size_t i) {
    const Mention *m = group->loose.items[i];
    bool date = m->item == run->item && (m->detail == DETAIL_MONTH || m->detail == DETAIL_YEAR);
    return is_plain(m) && (date || m->rank > RANK_WEAK) && !is_no_share(group, run, i);
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
        if (counts(group, run, i) && group->loose.items[i]->detail != DETAIL_INVOICE_NUMBER)
            return false; /* "A-1 with 25 dMOC and A-2 with 12 MOC" says itself what belongs together */
    return run->n >= 2;
}

/* "1,440, 960, together 2,400" */
static void find_sums(const PurchaseGroup *group, NumberRun *run) {
    for (Detail d = 0; d < DETAIL_COUNT; d++) {
        Decimal sum = decimal_int(0), last = sum;
        size_t n = 0, at = 0;
        for (size_t i = run->from; i < run->to && (d == DETAIL_PURCHASE_UNITS || d == DETAIL_KPI_VALUE || d == DETAIL_REVENUE_VALUE); i++) {
            if (group->loose.items[i]->detail != d || !counts(group, run, i))
                continue;
            if (!decimal_add(sum, last, &sum))
                break;
            last = group->loose.items[i]->value.number;
            at = i;
            n++;
        }
        run->sums[d] = n == run->n + 1 && decimal_cmp(sum, last) == 0 ? at + 1 : 0;
    }
}

/* How often does each detail come? Once for all, or once for each number; anything else cannot be dealt out. */
static bool each_has_one(const PurchaseGroup *group, const NumberRun *run, bool dealt[DETAIL_COUNT]) {
    size_t times[DETAIL_COUNT] = {0};
    bool any = false;
    for (size_t i = run->from; i < run->to; i++) {
        const Mention *m = group->loose.items[i];
        if (counts(group, run, i))
            times[m->detail]++;
        any |= m->each || m->total || (run->joined && is_lone_figure(m) && mention_is_claimed(m));
    }
    for (size_t d = 0; d < DETAIL_COUNT; d++) {
        dealt[d] = times[d] == run->n;
        any |= dealt[d] && d != DETAIL_INVOICE_NUMBER;
        bool figure = d == DETAIL_PURCHASE_UNITS || d == DETAIL_KPI_VALUE || d == DETAIL_REVENUE_VALUE;
        if (times[d] > 1 && !dealt[d] && d < DETAIL_REQUIRED && !(run->joined && figure)) /* three figures of two numbers are of none */
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
            bool once = !counts(group, run, i) || !dealt[m->detail];
            if (m->each ? false : once ? share || m->total || (is_lone_figure(m) && (counts(group, run, i) || is_no_share(group, run, i)))
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

/* "The first has 25 units, ...": the sentences behind the list that name no number. */
static void take_sentences(const PurchaseGroup *group, NumberRun *run) {
    while (run->joined && run->to < group->loose.len && !names_number(group, run->to)) {
        bool near = run->near == run->to &&
                    group->loose.items[run->to]->item <= group->loose.items[run->to - 1]->item + NEAR_SENTENCES;
        run->to = item_end(group, run->to);
        run->near = near ? run->to : run->near;
    }
    for (size_t i = run->from; i < run->near; i++)
        run->net |= group->loose.items[i]->detail == DETAIL_REVENUE_VALUE && is_plain(group->loose.items[i]) && !group->loose.items[i]->gross;
}

void group_deal_out(PurchaseGroup *group, Rank least) {
    bool dealt[DETAIL_COUNT];
    for (size_t from = 0, to; from < group->loose.len; from = to) {
        to = item_end(group, from);
        NumberRun run = {.from = from, .to = to, .near = to, .item = group->loose.items[from]->item};
        if (!lists_numbers(group, least, &run))
            continue;
        take_sentences(group, &run);
        find_sums(group, &run);
        if (each_has_one(group, &run, dealt))
            deal(group, &run, dealt);
        to = run.to;
    }
}
