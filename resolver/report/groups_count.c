/* What purchases say, how often, and what of it is no chance (groups.h). */
#include "report/groups_own.h"

#include "report/chance.h"
#include "base/banned.h"

/* What is wrong so that it need not be chance is told by witnesses: each says it once, however many tickets it sent. */
static const struct Rule {
    uint32_t least;   /* witnesses that say so */
    double share;     /* of those that were looked at */
    double chance;    /* of one witness saying so by itself; 0: as the rest of the queue has it */
} rules[GROUP_KIND_COUNT] = {
    [GROUP_MONTH_LACKING] = {3, 1.0, 0},    /* one row is enough to show that the month was refreshed */
    [GROUP_TYPE_LACKING] = {3, 0.9, 0},     /* a row of another refresh, or a near number, may be among them */
    [GROUP_PARTNER_LACKING] = {3, 1.0, 0},
    /* A purchase that stands on the dashboard may be a month or a tax apart for reasons of its own: one of five at most. */
    [GROUP_MONTH_SHIFTED] = {3, 0.8, 0.2},
    [GROUP_PARTNER_SHIFTED] = {3, 0.8, 0.2},
    [GROUP_PARTNER_FACTOR] = {3, 0.8, 0.2},
};
#define CHANCE_MOST 0.05    /* that any group of a kind came about by itself */
#define BASELINE_LEAST 0.05 /* a queue in which nothing else is missing does not prove that nothing ever is */
#define BASELINE_MOST 0.95
#define AGREEMENT_LEAST 2   /* details that claims of one invoice have in common */

/* ---- what a purchase says ---- */

static uint64_t cell_digest(GroupKind kind, uint64_t about, uint64_t more) {
    return digest_add_number(digest_add_number(digest_add_number(DIGEST_BEGIN, kind), about), more);
}

size_t statements_of(const Purchase *p, Statement *out) {
    size_t n = 0;
    if (!p->compared)
        return 0;
    uint64_t month = (uint64_t)date_month_index(p->period);
    out[n++] = (Statement){GROUP_MONTH_LACKING, cell_digest(GROUP_MONTH_LACKING, month, 0), 0, p->partner, !p->found};
    out[n++] = (Statement){GROUP_TYPE_LACKING, cell_digest(GROUP_TYPE_LACKING, month, p->type), 0, p->partner, !p->found};
    out[n++] = (Statement){GROUP_PARTNER_LACKING, cell_digest(GROUP_PARTNER_LACKING, p->partner, 0), 0, p->number, !p->found};
    if (!p->found)
        return n;
    uint64_t shift = (uint64_t)(int64_t)p->shift, months = cell_digest(GROUP_KIND_COUNT, month, 0);
    uint64_t rows = cell_digest(GROUP_KIND_COUNT, p->partner, 1);
    out[n++] = (Statement){GROUP_MONTH_SHIFTED, cell_digest(GROUP_MONTH_SHIFTED, month, shift), months, p->partner, shift != 0};
    out[n++] = (Statement){GROUP_PARTNER_SHIFTED, cell_digest(GROUP_PARTNER_SHIFTED, p->partner, shift), rows, p->number, shift != 0};
    out[n++] = (Statement){GROUP_PARTNER_FACTOR, cell_digest(GROUP_PARTNER_FACTOR, p->partner, (uint64_t)p->thousandths), rows, p->number,
                           p->thousandths != 0};
    return n;
}

bool groups_is_of_refresh(GroupKind kind) {
    return kind == GROUP_MONTH_LACKING || kind == GROUP_TYPE_LACKING || kind == GROUP_MONTH_SHIFTED;
}

Group *group_of_statement(const Groups *groups, const Statement *statement) {
    const Cell *cell = statement->says ? g_hash_table_lookup(groups->cells, KEY(statement->cell)) : NULL;
    return cell ? cell->group : NULL;
}

bool groups_explained_by_refresh(const Groups *groups, const Statement *statements, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (groups_is_of_refresh(statements[i].kind) && group_of_statement(groups, &statements[i]))
            return true;
    return false;
}

/* ---- counting ---- */

static Cell *cell_at(Groups *groups, uint64_t digest, GroupKind kind, const Purchase *p) {
    Cell *cell = g_hash_table_lookup(groups->cells, KEY(digest));
    if (cell)
        return cell;
    cell = g_new0(Cell, 1);
    cell->kind = kind;
    cell->period = p->period;
    cell->shift = p->shift;
    cell->thousandths = p->thousandths;
    if (kind == GROUP_TYPE_LACKING)
        cell->type = groups_copy(p->line->effective.value[DETAIL_OMLP_TYPE].text);
    if (kind == GROUP_PARTNER_LACKING || kind == GROUP_PARTNER_SHIFTED || kind == GROUP_PARTNER_FACTOR)
        cell->partner = groups_copy(p->entry->partner_id);
    g_hash_table_insert(groups->cells, KEY(digest), cell);
    return cell;
}

/* True the first time. */
static bool says_first(Groups *groups, uint64_t cell, uint64_t witness, uint64_t what) {
    return g_hash_table_add(groups->said, KEY(digest_add_number(digest_add_number(cell, witness), what)));
}

/* A witness lacks something until one purchase of it is found. */
static void count_lacking(Groups *groups, Cell *cell, const Statement *statement) {
    if (says_first(groups, statement->cell, statement->witness, 0)) {
        cell->asked++;
        cell->agree++;
    }
    if (!statement->says && says_first(groups, statement->cell, statement->witness, 1))
        cell->agree--;
}

static void count_apart(Groups *groups, const Purchase *p, const Statement *statement) {
    Cell *base = cell_at(groups, statement->base, GROUP_KIND_COUNT, p);
    if (says_first(groups, statement->base, statement->witness, 0))
        base->asked++;
    if (!statement->says)
        return;
    Cell *cell = cell_at(groups, statement->cell, statement->kind, p);
    cell->base = base;
    cell->agree += says_first(groups, statement->cell, statement->witness, 0);
}

static void count_statement(Groups *groups, const Purchase *p, const Statement *statement) {
    if (statement->base) {
        count_apart(groups, p, statement);
        return;
    }
    bool new_type = statement->kind == GROUP_TYPE_LACKING && !g_hash_table_contains(groups->cells, KEY(statement->cell));
    count_lacking(groups, cell_at(groups, statement->cell, statement->kind, p), statement);
    if (new_type)
        cell_at(groups, cell_digest(GROUP_MONTH_LACKING, (uint64_t)date_month_index(p->period), 0), GROUP_MONTH_LACKING, p)->types++;
}

/* Which invoices several partners claim. */
static void note_claimant(Groups *groups, const Purchase *p) {
    gpointer first = g_hash_table_lookup(groups->claimants, KEY(p->number));
    if (!first)
        g_hash_table_insert(groups->claimants, KEY(p->number), KEY(p->partner));
    else if (first != KEY(p->partner) && !g_hash_table_contains(groups->contested, KEY(p->number)))
        g_hash_table_insert(groups->contested, KEY(p->number), g_new0(Contested, 1));
}

/* And whether the claims are of one invoice. */
static void compare_claims(Groups *groups, const Purchase *p) {
    Contested *contested = g_hash_table_lookup(groups->contested, KEY(p->number));
    const Details *details = &p->line->effective;
    if (!contested || contested->group)
        return;
    if (!contested->first.given) {
        contested->partner = p->partner;
        contested->first = *details;
        contested->type = detail_given(details, DETAIL_OMLP_TYPE) ? groups_copy(details->value[DETAIL_OMLP_TYPE].text) : NULL;
        contested->first.value[DETAIL_OMLP_TYPE].text = str_of(contested->type);
    } else if (p->partner != contested->partner && purchase_agreement(&contested->first, details) >= AGREEMENT_LEAST) {
        contested->group = group_add(groups, GROUP_CLAIMED_TWICE);
        contested->group->invoice = groups_copy(details->value[DETAIL_INVOICE_NUMBER].text);
    }
}

static void count_purchase(Groups *groups, Stage stage, const Purchase *p) {
    Statement statements[STATEMENTS_MOST] = {0};
    size_t n = statements_of(p, statements);
    if (stage == STAGE_REFRESH)
        note_claimant(groups, p);
    else
        compare_claims(groups, p);
    if (stage == STAGE_PARTNER && groups_explained_by_refresh(groups, statements, n))
        return;
    for (size_t i = 0; i < n; i++)
        if (groups_is_of_refresh(statements[i].kind) == (stage == STAGE_REFRESH))
            count_statement(groups, p, &statements[i]);
}

/* Not by the id alone: other tickets may have the same. */
static void note_repeated(Groups *groups, Arena *arena, const Entry *entry) {
    gpointer key = KEY(entry_content(arena, entry));
    if (!str_given(entry->duplicate_of) || g_hash_table_contains(groups->repeated, key))
        return;
    Group *group = group_add(groups, GROUP_SENT_AGAIN);
    group->ticket = groups_copy(entry->duplicate_of);
    g_hash_table_insert(groups->repeated, key, group);
}

/* ---- choosing ---- */

typedef struct Totals {
    double asked, agree, cells;
} Totals;

static uint32_t cell_asked(const Cell *cell) {
    return cell->base ? cell->base->asked : cell->asked;
}

static void add_totals(Groups *groups, Totals *totals) {
    GHashTableIter each;
    gpointer value;
    g_hash_table_iter_init(&each, groups->cells);
    while (g_hash_table_iter_next(&each, NULL, &value)) {
        const Cell *cell = value;
        if (cell->kind == GROUP_KIND_COUNT)
            continue;
        totals[cell->kind].asked += cell->asked;
        totals[cell->kind].agree += cell->agree;
        totals[cell->kind].cells += cell_asked(cell) >= rules[cell->kind].least;
    }
}

/* How often the rest of the queue says so, one yes and one no added: a rest of nothing proves nothing. */
static double baseline(const Cell *cell, const Totals *totals) {
    if (rules[cell->kind].chance > 0)
        return rules[cell->kind].chance;
    double share = (totals->agree - cell->agree + 1) / (totals->asked - cell->asked + 2);
    return CLAMP(share, BASELINE_LEAST, BASELINE_MOST);
}

static bool is_no_chance(const Cell *cell, const Totals *totals) {
    uint32_t asked = cell_asked(cell);
    if (cell->agree < rules[cell->kind].least || cell->agree < rules[cell->kind].share * asked)
        return false;
    return chance_of(asked, cell->agree, baseline(cell, totals)) * totals->cells < CHANCE_MOST;
}

/* The month as a whole where several types lack, else the type is the better word for it. */
static bool is_better_told(Groups *groups, const Cell *cell) {
    if (cell->kind == GROUP_MONTH_LACKING)
        return cell->types < 2;
    if (cell->kind != GROUP_TYPE_LACKING)
        return false;
    const Cell *month =
        g_hash_table_lookup(groups->cells, KEY(cell_digest(GROUP_MONTH_LACKING, (uint64_t)date_month_index(cell->period), 0)));
    return month->group != NULL;
}

static void choose(Groups *groups, GroupKind kind, const Totals *totals) {
    GHashTableIter each;
    gpointer value;
    g_hash_table_iter_init(&each, groups->cells);
    while (g_hash_table_iter_next(&each, NULL, &value)) {
        Cell *cell = value;
        if (cell->kind != kind || !is_no_chance(cell, totals) || is_better_told(groups, cell))
            continue;
        Group *group = cell->group = group_add(groups, kind);
        group->asked = cell_asked(cell);
        group->agree = cell->agree;
        group->period = groups_is_of_refresh(kind) ? cell->period : (Date){0};
        group->shift = cell->shift;
        group->thousandths = cell->thousandths;
        group->type = g_strdup(cell->type);
        group->partner = g_strdup(cell->partner);
    }
}

void groups_choose(Groups *groups, Stage stage) {
    Totals totals[GROUP_KIND_COUNT] = {0};
    add_totals(groups, totals);
    for (GroupKind kind = 0; kind < GROUP_CLAIMED_TWICE; kind++)
        if (groups_is_of_refresh(kind) == (stage == STAGE_REFRESH))
            choose(groups, kind, &totals[kind]);
}

void groups_count(Groups *groups, Arena *arena, Stage stage, const Entry *entry) {
    Purchase p;
    if (stage == STAGE_REFRESH)
        note_repeated(groups, arena, entry);
    for (size_t i = 0; groups_looks_at(entry) && i < entry->lines.len; i++)
        if (purchase_read(arena, entry, &entry->lines.items[i], &p))
            count_purchase(groups, stage, &p);
}
