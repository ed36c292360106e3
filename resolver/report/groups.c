#include "report/groups_own.h"

#include "report/chance.h"
#include "report/digest.h"
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
#define GROUP_TICKETS_LEAST 2

/* What several witnesses may say. */
typedef struct Cell {
    GroupKind kind;     /* GROUP_KIND_COUNT: counts who was asked for the cells that have it as `base` */
    uint32_t asked, agree;
    uint32_t types;     /* GROUP_MONTH_LACKING: product types that were looked at */
    struct Cell *base;  /* whose `asked` counts; NULL: its own */
    Date period;
    int shift, thousandths;
    char *type, *partner;
    Group *group;       /* once it is one */
} Cell;

/* An invoice that several partners claim: the first claim of it. */
typedef struct Contested {
    uint64_t partner;
    Details first;
    char *type;
    Group *group; /* once another partner's claim agrees */
} Contested;

typedef enum Stage { STAGE_REFRESH, STAGE_PARTNER, STAGE_MEMBERS, STAGE_COUNT } Stage;

struct Groups {
    GPtrArray *list;       /* Group * */
    GHashTable *cells;     /* digest -> Cell * */
    GHashTable *said;      /* digests of who said what */
    GHashTable *claimants; /* digest of an invoice -> that of the first partner */
    GHashTable *contested; /* digest of an invoice -> Contested * */
    GHashTable *repeated;  /* digest of a ticket's id -> Group * */
};

#define KEY(digest) GSIZE_TO_POINTER((gsize)(digest))

static void group_free(gpointer data) {
    Group *group = data;
    g_free(group->type);
    g_free(group->partner);
    g_free(group->invoice);
    g_free(group->ticket);
    g_ptr_array_unref(group->ids);
    g_free(group);
}

static void cell_free(gpointer data) {
    Cell *cell = data;
    g_free(cell->type);
    g_free(cell->partner);
    g_free(cell);
}

static void contested_free(gpointer data) {
    g_free(((Contested *)data)->type);
    g_free(data);
}

static Groups *groups_new(void) {
    Groups *groups = g_new0(Groups, 1);
    groups->list = g_ptr_array_new_with_free_func(group_free);
    groups->cells = g_hash_table_new_full(NULL, NULL, NULL, cell_free);
    groups->said = g_hash_table_new(NULL, NULL);
    groups->claimants = g_hash_table_new(NULL, NULL);
    groups->contested = g_hash_table_new_full(NULL, NULL, NULL, contested_free);
    groups->repeated = g_hash_table_new(NULL, NULL);
    return groups;
}

void groups_free(Groups **freed) {
    Groups *groups = *freed;
    if (!groups)
        return;
    g_hash_table_unref(groups->cells);
    g_hash_table_unref(groups->said);
    g_hash_table_unref(groups->claimants);
    g_hash_table_unref(groups->contested);
    g_hash_table_unref(groups->repeated);
    g_ptr_array_unref(groups->list);
    g_free(groups);
    *freed = NULL;
}

static Group *group_add(Groups *groups, GroupKind kind) {
    Group *group = g_new0(Group, 1);
    group->kind = kind;
    group->last = -1;
    group->ids = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(groups->list, group);
    return group;
}

/* ---- what a purchase says ---- */

typedef struct Statement {
    GroupKind kind;
    uint64_t cell, base; /* digests; base 0: its own */
    uint64_t witness;
    bool says;           /* else it only was looked at */
} Statement;

static uint64_t cell_digest(GroupKind kind, uint64_t about, uint64_t more) {
    return digest_add_number(digest_add_number(digest_add_number(DIGEST_BEGIN, kind), about), more);
}

#define STATEMENTS_MOST 6

static size_t statements_of(const Purchase *p, Statement *out) {
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

static bool is_of_refresh(GroupKind kind) {
    return kind == GROUP_MONTH_LACKING || kind == GROUP_TYPE_LACKING || kind == GROUP_MONTH_SHIFTED;
}

static Group *group_of_statement(const Groups *groups, const Statement *statement) {
    const Cell *cell = statement->says ? g_hash_table_lookup(groups->cells, KEY(statement->cell)) : NULL;
    return cell ? cell->group : NULL;
}

static bool explained_by_refresh(const Groups *groups, const Statement *statements, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (is_of_refresh(statements[i].kind) && group_of_statement(groups, &statements[i]))
            return true;
    return false;
}

/* ---- counting ---- */

static char *copy(Str text) {
    return g_strndup(text.data ? text.data : "", text.len);
}

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
        cell->type = copy(p->line->effective.value[DETAIL_OMLP_TYPE].text);
    if (kind == GROUP_PARTNER_LACKING || kind == GROUP_PARTNER_SHIFTED || kind == GROUP_PARTNER_FACTOR)
        cell->partner = copy(p->entry->partner_id);
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
        contested->type = detail_given(details, DETAIL_OMLP_TYPE) ? copy(details->value[DETAIL_OMLP_TYPE].text) : NULL;
        contested->first.value[DETAIL_OMLP_TYPE].text = str_of(contested->type);
    } else if (p->partner != contested->partner && purchase_agreement(&contested->first, details) >= AGREEMENT_LEAST) {
        contested->group = group_add(groups, GROUP_CLAIMED_TWICE);
        contested->group->invoice = copy(details->value[DETAIL_INVOICE_NUMBER].text);
    }
}

static void count_purchase(Groups *groups, Stage stage, const Purchase *p) {
    Statement statements[STATEMENTS_MOST] = {0};
    size_t n = statements_of(p, statements);
    if (stage == STAGE_REFRESH)
        note_claimant(groups, p);
    else
        compare_claims(groups, p);
    if (stage == STAGE_PARTNER && explained_by_refresh(groups, statements, n))
        return;
    for (size_t i = 0; i < n; i++)
        if (is_of_refresh(statements[i].kind) == (stage == STAGE_REFRESH))
            count_statement(groups, p, &statements[i]);
}

static gpointer id_key(Str id) {
    return KEY(digest_add(DIGEST_BEGIN, id));
}

static void note_repeated(Groups *groups, const Entry *entry) {
    if (!str_given(entry->duplicate_of) || g_hash_table_contains(groups->repeated, id_key(entry->duplicate_of)))
        return;
    Group *group = group_add(groups, GROUP_SENT_AGAIN);
    group->ticket = copy(entry->duplicate_of);
    g_hash_table_insert(groups->repeated, id_key(entry->duplicate_of), group);
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
        group->period = is_of_refresh(kind) ? cell->period : (Date){0};
        group->shift = cell->shift;
        group->thousandths = cell->thousandths;
        group->type = g_strdup(cell->type);
        group->partner = g_strdup(cell->partner);
    }
}

static void choose_all(Groups *groups, Stage stage) {
    Totals totals[GROUP_KIND_COUNT] = {0};
    add_totals(groups, totals);
    for (GroupKind kind = 0; kind < GROUP_CLAIMED_TWICE; kind++)
        if (is_of_refresh(kind) == (stage == STAGE_REFRESH))
            choose(groups, kind, &totals[kind]);
}

/* ---- members ---- */

static void ref_add(Arena *arena, GroupRefs *refs, const Group *group) {
    for (size_t i = 0; group && i < refs->len; i++)
        if (refs->items[i] == group)
            return;
    if (group)
        *VEC_PUSH(arena, refs) = group;
}

static void groups_of_line(const Groups *groups, Arena *arena, const Entry *entry, const EntryLine *line, GroupRefs *out) {
    Purchase p;
    Statement statements[STATEMENTS_MOST] = {0};
    if (!purchase_read(arena, entry, line, &p))
        return;
    size_t n = statements_of(&p, statements);
    bool refresh = explained_by_refresh(groups, statements, n);
    for (size_t i = 0; i < n; i++)
        if (!refresh || is_of_refresh(statements[i].kind))
            ref_add(arena, out, group_of_statement(groups, &statements[i]));
    const Contested *contested = g_hash_table_lookup(groups->contested, KEY(p.number));
    if (contested)
        ref_add(arena, out, contested->group);
}

static Group *repeated_group(const Groups *groups, const Entry *entry) {
    return g_hash_table_lookup(groups->repeated, id_key(str_given(entry->duplicate_of) ? entry->duplicate_of : entry->id));
}

static bool is_answered_itself(const Entry *entry) {
    return !str_given(entry->error) && !str_given(entry->duplicate_of);
}

void groups_of(const Groups *groups, Arena *arena, const Entry *entry, GroupRefs *out) {
    if (!str_given(entry->error))
        ref_add(arena, out, repeated_group(groups, entry));
    for (size_t i = 0; is_answered_itself(entry) && i < entry->lines.len; i++)
        groups_of_line(groups, arena, entry, &entry->lines.items[i], out);
}

static void add_ticket(Group *group, const Entry *entry, uint32_t number) {
    if (group->last == (gint64)number)
        return;
    group->last = number;
    if (group->tickets++ < GROUP_IDS_KEPT)
        g_ptr_array_add(group->ids, copy(entry->id));
}

static void add_members(Groups *groups, Arena *arena, const Entry *entry, uint32_t number) {
    Group *repeated = str_given(entry->error) ? NULL : repeated_group(groups, entry);
    if (repeated)
        add_ticket(repeated, entry, number);
    for (size_t i = 0; is_answered_itself(entry) && i < entry->lines.len; i++) {
        GroupRefs refs = {0};
        groups_of_line(groups, arena, entry, &entry->lines.items[i], &refs);
        for (size_t k = 0; k < refs.len; k++) {
            Group *group = (Group *)refs.items[k];
            add_ticket(group, entry, number);
            group->purchases++;
            group->with_invoice += entry->lines.items[i].has_invoice;
        }
    }
}

/* ---- all of it ---- */

static void look_at(Groups *groups, Arena *arena, Stage stage, const Entry *entry, uint32_t number) {
    Purchase p;
    if (stage == STAGE_MEMBERS) {
        add_members(groups, arena, entry, number);
        return;
    }
    if (stage == STAGE_REFRESH)
        note_repeated(groups, entry);
    for (size_t i = 0; is_answered_itself(entry) && i < entry->lines.len; i++)
        if (purchase_read(arena, entry, &entry->lines.items[i], &p))
            count_purchase(groups, stage, &p);
}

static gint by_weight(gconstpointer a, gconstpointer b) {
    const Group *x = *(Group *const *)a, *y = *(Group *const *)b;
    if (x->kind != y->kind)
        return (gint)x->kind - (gint)y->kind;
    if (x->tickets != y->tickets)
        return (x->tickets < y->tickets) - (x->tickets > y->tickets);
    int by_period = date_cmp(x->period, y->period);
    return by_period ? by_period : g_strcmp0(x->ids->pdata[0], y->ids->pdata[0]);
}

/* Several purchases of one ticket are no group of tickets. Those of them are kept, unlisted: cells point at them. */
static void arrange(Groups *groups) {
    GPtrArray *listed = g_ptr_array_new_with_free_func(group_free);
    GHashTableIter each;
    gpointer value;
    g_hash_table_iter_init(&each, groups->cells);
    while (g_hash_table_iter_next(&each, NULL, &value))
        if (((Cell *)value)->group && ((Cell *)value)->group->tickets < GROUP_TICKETS_LEAST)
            ((Cell *)value)->group = NULL;
    g_hash_table_iter_init(&each, groups->repeated);
    while (g_hash_table_iter_next(&each, NULL, &value))
        if (((Group *)value)->tickets < GROUP_TICKETS_LEAST)
            g_hash_table_iter_remove(&each);
    for (guint i = 0; i < groups->list->len; i++) {
        Group *group = groups->list->pdata[i];
        if (group->tickets >= GROUP_TICKETS_LEAST)
            g_ptr_array_add(listed, group);
        else
            group_free(group);
    }
    g_ptr_array_set_free_func(groups->list, NULL);
    g_ptr_array_unref(groups->list);
    groups->list = listed;
    g_ptr_array_sort(listed, by_weight);
    for (guint i = 0; i < listed->len; i++)
        ((Group *)listed->pdata[i])->number = i;
}

bool groups_find(Spool *spool, Groups **out, GError **error) {
    GError *failure = NULL;
    Arena *arena = arena_new();
    Groups *groups = *out = groups_new();
    for (Stage stage = 0; stage < STAGE_COUNT && !failure; stage++) {
        Entry entry;
        uint32_t number;
        for (bool more = spool_rewind(spool, &failure);
             more && spool_next(spool, arena, &entry, &number, &failure); arena_clear(arena))
            look_at(groups, arena, stage, &entry, number);
        if (stage != STAGE_MEMBERS)
            choose_all(groups, stage);
        g_hash_table_remove_all(groups->said);
    }
    arrange(groups);
    arena_free(&arena);
    if (failure)
        g_propagate_error(error, failure);
    return !failure;
}

size_t groups_len(const Groups *groups) {
    return groups->list->len;
}

const Group *groups_at(const Groups *groups, size_t i) {
    return groups->list->pdata[i];
}
