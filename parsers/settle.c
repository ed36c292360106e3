#include "parsers/settle.h"

#include "base/banned.h"

static bool same_value(const Mention *a, const Mention *b) {
    return a == b || detail_same(a->detail, &a->value, &b->value);
}

static bool is_claimed(const Mention *mention) {
    return mention->role == ROLE_CLAIM || mention->role == ROLE_EXPECTED;
}

static bool is_counted(Detail detail) {
    return detail == DETAIL_PURCHASE_UNITS || detail == DETAIL_KPI_VALUE || detail == DETAIL_REVENUE_VALUE;
}

static bool is_denied(const Mention *mention, const MentionRefs *denied) {
    bool any = false; /* a figure that replaces "whatever was 53": the denial holds for every detail of that value */
    for (size_t i = 0; i < denied->len && is_counted(mention->detail); i++)
        any |= denied->items[i]->detail == DETAIL_COUNT;
    for (size_t i = 0; i < denied->len && mention->rank < RANK_CORRECTION; i++) {
        const Mention *d = denied->items[i];
        bool alike = d->detail == mention->detail || (any && is_counted(d->detail));
        if (alike && d->role == ROLE_DENIED && detail_same(mention->detail, &d->value, &mention->value))
            return true;
    }
    return false;
}

/* A plain value that equals what is said to be shown, beside another one: it only repeats what is shown. */
static bool repeats_shown(const Mention *mention, const MentionRefs *own) {
    bool shown = false, other = false;
    for (size_t i = 0; i < own->len && mention->role == ROLE_CLAIM && !shown; i++)
        shown = own->items[i]->role == ROLE_SHOWN && same_value(own->items[i], mention);
    for (size_t i = 0; i < own->len && shown && !other; i++) {
        const Mention *m = own->items[i];
        other = is_claimed(m) && (m->role == ROLE_EXPECTED || m->rank >= mention->rank) && !same_value(m, mention);
    }
    return other;
}

/* "a KPI of 12 when it should be 24": beside what is expected, the plain value of that sentence is what is shown. */
static bool stands_beside_expected(const Mention *mention, const MentionRefs *own) {
    for (size_t i = 0; i < own->len && mention->role == ROLE_CLAIM; i++) {
        const Mention *m = own->items[i];
        if (m->role == ROLE_EXPECTED && m->item == mention->item &&
            m->place == mention->place && (mention->rank < RANK_LABEL || m->rank >= RANK_LABEL) && !same_value(m, mention))
            return true;
    }
    return false;
}

/* "On the dashboard our purchase is filed as MLO. In fact it is dMOC.": a plain sentence that names another one stands against
 * what the sentence about the dashboard says. */
static bool is_said_otherwise(const MentionRefs *all, const MentionRefs *own, const Mention *mention) {
    if (!mention->murky || mention->role == ROLE_EXPECTED || mention->rank >= RANK_LABEL ||
        (mention->detail != DETAIL_OMLP_TYPE && mention->detail != DETAIL_MONTH))
        return false;
    for (size_t i = 0; i < all->len; i++) {
        const Mention *m = all->items[i];
        if (m->item == mention->item && m->place == mention->place && is_claimed(m) &&
            (m->detail == DETAIL_INVOICE_NUMBER || m->detail == DETAIL_PURCHASE_UNITS || m->detail == DETAIL_KPI_VALUE || m->detail == DETAIL_REVENUE_VALUE))
            return false; /* that sentence tells the purchase itself */
    }
    for (size_t i = 0; i < own->len; i++) {
        const Mention *m = own->items[i];
        if (m->detail == mention->detail && is_claimed(m) && !m->murky && m->rank > RANK_WEAK && m->at > mention->at &&
            m->listed == mention->listed && !same_value(m, mention))
            return true;
    }
    return false;
}

/* "25 dMOC, 5 KPIs are missing": fewer than were bought, so it is no value but what one lacks. */
static bool is_difference(const MentionRefs *all, const Mention *mention) {
    if (!mention->lacks || mention->rank >= RANK_LABEL)
        return false;
    for (size_t i = 0; i < all->len; i++) {
        const Mention *m = all->items[i];
        bool counts = mention->detail == DETAIL_REVENUE_VALUE ? m->detail == DETAIL_REVENUE_VALUE
                                                              : m->detail == DETAIL_PURCHASE_UNITS || m->detail == DETAIL_KPI_VALUE;
        if (m != mention && counts && m->rank > RANK_WEAK && decimal_cmp(m->value.number, mention->value.number) > 0)
            return true;
    }
    return false;
}

/* The values of a detail that may be the claim, of its mentions. */
static void collect(Arena *arena, const MentionRefs *all, const MentionRefs *own, const MentionRefs *denied, MentionRefs *out) {
    bool net = false, said_net = false, field_net = false, listed = false;
    for (size_t i = 0; i < own->len; i++) {
        const Mention *m = own->items[i];
        if (!is_claimed(m) || m->rank == RANK_WEAK)
            continue;
        net |= !m->gross;
        said_net |= m->net && m->rank < RANK_LABEL;
        field_net |= m->net && m->rank >= RANK_LABEL;
        listed |= m->listed;
    }
    for (size_t i = 0; i < own->len; i++) {
        const Mention *m = own->items[i];
        bool lesser = (m->gross && net) || (said_net && !m->net && m->rank < RANK_LABEL) ||
                      (field_net && !m->net && m->rank >= RANK_LABEL) || (listed && !m->listed);
        if (is_claimed(m) && !lesser && !is_denied(m, denied) && !repeats_shown(m, own) &&
            !is_said_otherwise(all, own, m) &&
            !stands_beside_expected(m, own))
            *VEC_PUSH(arena, out) = m;
    }
}

/* Every value of the detail was denied: the figure that replaces it counts. */
static void replace_denied(Arena *arena, const MentionRefs *own, const MentionRefs *denied, Detail detail,
                           MentionRefs *candidates) {
    bool was_denied = false;
    for (size_t i = 0; i < own->len; i++)
        was_denied |= is_claimed(own->items[i]) && is_denied(own->items[i], denied);
    if (!was_denied || candidates->len || !detail_is_number(detail))
        return;
    for (size_t i = 0; i < denied->len; i++) {
        if (denied->items[i]->detail != DETAIL_COUNT)
            continue;
        Mention *replacement = ARENA_NEW(arena, Mention);
        *replacement = *denied->items[i];
        replacement->detail = detail;
        *VEC_PUSH(arena, candidates) = replacement;
    }
}

static Rank top_rank(const MentionRefs *candidates) {
    Rank top = 0;
    for (size_t i = 0; i < candidates->len; i++)
        top = candidates->items[i]->rank > top ? candidates->items[i]->rank : top;
    return top;
}

/* The one that stands at the highest rank: what is expected before what is just said, the last correction, else the
 * first. */
static const Mention *pick(const MentionRefs *candidates, Rank top) {
    const Mention *best = NULL;
    for (size_t i = 0; i < candidates->len; i++) {
        const Mention *m = candidates->items[i];
        if (m->rank != top)
            continue;
        if (!best || top == RANK_CORRECTION || (best->ambiguous && !m->ambiguous) ||
            (m->role == ROLE_EXPECTED && best->role != ROLE_EXPECTED))
            best = m;
    }
    return best;
}

/* Does the other mention stand against the chosen one, so that nothing settles the two? */
static bool contradicts(const Mention *chosen, const Mention *other) {
    if (same_value(chosen, other) || chosen->rank == RANK_CORRECTION)
        return false;
    if (chosen->role == ROLE_EXPECTED && other->role != ROLE_EXPECTED)
        return false;
    if (other->ambiguous && detail_same(other->detail, &other->other, &chosen->value))
        return false;
    bool figure = other->detail == DETAIL_KPI_VALUE; /* beside a stated KPI a plain one is what is shown */
    if (figure && chosen->rank == RANK_LABEL && other->rank < RANK_LABEL && other->role != ROLE_EXPECTED)
        return false;
    if (other->rank < RANK_NEAR || (other->murky && other->role != ROLE_EXPECTED && chosen->rank == RANK_LABEL && other->rank < RANK_LABEL))
        return false;
    if (other->detail == DETAIL_OMLP_TYPE || other->detail == DETAIL_CURRENCY || other->detail == DETAIL_UNIT_OF_MEASURE)
        return other->rank == RANK_LABEL && chosen->rank == RANK_LABEL && other->detail == DETAIL_OMLP_TYPE;
    return true;
}

static void put_reading(Arena *arena, Claim *claim, Detail detail, Str raw) {
    Strs *readings = &claim->readings[detail];
    for (size_t i = 0; i < readings->len; i++)
        if (str_eq(readings->items[i], raw))
            return;
    *VEC_PUSH(arena, readings) = raw;
}

static void settle_detail(Arena *arena, const MentionRefs *candidates, Detail detail, bool quoted, Claim *claim,
                          const Mention **chosen) {
    const Mention *best = pick(candidates, top_rank(candidates));
    *chosen = NULL;
    if (!best)
        return;
    bool unsure = false;
    for (size_t i = 0; i < candidates->len && !quoted; i++)
        if (contradicts(best, candidates->items[i])) {
            put_reading(arena, claim, detail, best->raw);
            put_reading(arena, claim, detail, candidates->items[i]->raw);
            unsure = true;
        }
    if (best->ambiguous && !unsure) { /* another mention may settle which reading it is */
        for (size_t i = 0; i < candidates->len; i++)
            if (!candidates->items[i]->ambiguous && detail_same(detail, &candidates->items[i]->value, &best->other)) {
                best = candidates->items[i];
                break;
            } else if (!candidates->items[i]->ambiguous && same_value(candidates->items[i], best)) {
                best = candidates->items[i];
                break;
            }
        unsure = best->ambiguous;
        if (unsure)
            put_reading(arena, claim, detail, best->raw);
    }
    if (unsure) {
        claim->ambiguous |= DETAIL_BIT(detail);
        return;
    }
    claim->details.given |= DETAIL_BIT(detail);
    claim->details.value[detail] = best->value;
    claim->evidence[detail] = best->evidence;
    *chosen = best;
}

/* "September 2020, sorry, not September but October": the year of a month that was denied is that of the right one. */
static bool is_denied_month(const MentionRefs *denied, int month) {
    for (size_t i = 0; i < denied->len; i++)
        if (denied->items[i]->detail == DETAIL_MONTH && decimal_cmp(denied->items[i]->value.number, decimal_int(month)) == 0)
            return true;
    return false;
}

/* The year of another month is none of this one's: "our March invoice ... since January 2020". */
static void settle_year(Arena *arena, const MentionRefs *candidates, const MentionRefs *denied, const Mention *month, bool quoted,
                        Claim *claim) {
    MentionRefs fitting = {0};
    const Mention *chosen;
    for (size_t i = 0; i < candidates->len; i++) {
        const Mention *year = candidates->items[i];
        bool firm = year->rank >= RANK_LABEL;
        if (month && year->month && !firm && decimal_cmp(decimal_int(year->month), month->value.number) != 0 &&
            !is_denied_month(denied, year->month))
            continue;
        *VEC_PUSH(arena, &fitting) = year;
    }
    const Mention *beside = NULL;
    for (size_t i = 0; i < fitting.len && month; i++)
        if (fitting.items[i]->at == month->at && fitting.items[i]->rank == month->rank)
            beside = fitting.items[i];
    if (beside && top_rank(&fitting) <= RANK_NEAR && month->rank >= top_rank(&fitting)) {
        fitting.items[0] = beside;
        fitting.len = 1;
    }
    settle_detail(arena, &fitting, DETAIL_YEAR, quoted, claim, &chosen);
}

/* The currency is that of the chosen revenue, else any. */
static void settle_currency(Arena *arena, const MentionRefs *candidates, const Mention *revenue, Claim *claim) {
    const Mention *chosen = NULL;
    for (size_t i = 0; i < candidates->len && revenue; i++)
        if (candidates->items[i]->at == revenue->at && candidates->items[i]->place == revenue->place)
            chosen = candidates->items[i];
    if (chosen) {
        claim->details.given |= DETAIL_BIT(DETAIL_CURRENCY);
        claim->details.value[DETAIL_CURRENCY] = chosen->value;
        claim->evidence[DETAIL_CURRENCY] = chosen->evidence;
    } else {
        settle_detail(arena, candidates, DETAIL_CURRENCY, true, claim, &chosen);
    }
}

static void settle_shown(const MentionRefs *own, Claim *claim) {
    for (size_t i = 0; i < own->len; i++) {
        const Mention *m = own->items[i];
        if (m->role != ROLE_SHOWN)
            continue;
        claim->shown.given |= DETAIL_BIT(m->detail);
        claim->shown.value[m->detail] = m->value;
    }
}

void settle_claim(Arena *arena, const MentionRefs *own, const MentionRefs *denied, bool quoted, Claim *claim) {
    const Mention *month = NULL, *revenue = NULL, *chosen;
    static const Detail plain[] = {DETAIL_OMLP_TYPE, DETAIL_PURCHASE_UNITS, DETAIL_INVOICE_NUMBER, DETAIL_KPI_VALUE,
                                   DETAIL_UNIT_OF_MEASURE};
    MentionRefs said[DETAIL_COUNT + 1] = {0}, found[DETAIL_COUNT] = {0};
    for (size_t i = 0; i < own->len; i++)
        if (!is_difference(own, own->items[i]))
            *VEC_PUSH(arena, &said[own->items[i]->detail]) = own->items[i];
    for (int detail = 0; detail < DETAIL_COUNT; detail++) {
        collect(arena, own, &said[detail], denied, &found[detail]);
        replace_denied(arena, &said[detail], denied, (Detail)detail, &found[detail]);
    }
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        settle_detail(arena, &found[plain[i]], plain[i], quoted, claim, &chosen);
    settle_detail(arena, &found[DETAIL_MONTH], DETAIL_MONTH, quoted, claim, &month);
    settle_year(arena, &found[DETAIL_YEAR], denied, month, quoted, claim);
    settle_detail(arena, &found[DETAIL_REVENUE_VALUE], DETAIL_REVENUE_VALUE, quoted, claim, &revenue);
    settle_currency(arena, &found[DETAIL_CURRENCY], revenue, claim);
    settle_shown(own, claim);
    if (!detail_given(&claim->details, DETAIL_PURCHASE_UNITS)) {
        claim->details.given &= ~DETAIL_BIT(DETAIL_UNIT_OF_MEASURE);
    }
}
