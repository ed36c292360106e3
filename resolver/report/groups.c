#define _POSIX_C_SOURCE 200809L
#include "report/groups_own.h"

#include "base/banned.h"

#define GROUP_TICKETS_LEAST 2

static void group_free(gpointer data) {
    Group *group = data;
    g_free(group->type);
    g_free(group->partner);
    g_free(group->invoice);
    g_free(group->ticket);
    g_string_free(group->ids, TRUE);
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

Group *group_add(Groups *groups, GroupKind kind) {
    Group *group = g_new0(Group, 1);
    group->kind = kind;
    group->last = -1;
    group->ids = g_string_new(NULL);
    g_ptr_array_add(groups->list, group);
    return group;
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
    bool refresh = groups_explained_by_refresh(groups, statements, n);
    for (size_t i = 0; i < n; i++)
        if (!refresh || groups_is_of_refresh(statements[i].kind))
            ref_add(arena, out, group_of_statement(groups, &statements[i]));
    const Contested *contested = g_hash_table_lookup(groups->contested, KEY(p.number));
    if (contested)
        ref_add(arena, out, contested->group);
}

static Group *repeated_group(const Groups *groups, Arena *arena, const Entry *entry) {
    return g_hash_table_lookup(groups->repeated, KEY(entry_content(arena, entry)));
}

void groups_of(const Groups *groups, Arena *arena, const Entry *entry, GroupRefs *out) {
    if (!str_given(entry->error))
        ref_add(arena, out, repeated_group(groups, arena, entry));
    for (size_t i = 0; groups_looks_at(entry) && i < entry->lines.len; i++)
        groups_of_line(groups, arena, entry, &entry->lines.items[i], out);
}

/* As much of it as tells which is meant: an id is of any length, and there may be a million. */
static Str id_kept(Str id) {
    size_t len = strnlen(id.data, id.len);
    if (len <= GROUP_ID_MAX)
        return (Str){id.data, len};
    for (len = GROUP_ID_MAX; len && ((unsigned char)id.data[len] & 0xC0) == 0x80;)
        len--;
    return (Str){id.data, len};
}

static void add_ticket(Group *group, const Entry *entry, uint32_t number) {
    if (group->last == (gint64)number)
        return;
    group->last = number;
    group->tickets++;
    Str id = id_kept(entry->id);
    g_string_append_len(group->ids, id.data, (gssize)id.len);
    g_string_append(group->ids, id.len < entry->id.len ? "…" : "");
    g_string_append_c(group->ids, '\0');
}

const char *group_next_id(const Group *group, size_t *at) {
    const char *id = *at < group->ids->len ? group->ids->str + *at : NULL;
    *at += id ? strlen(id) + 1 : 0;
    return id;
}

static void add_members(Groups *groups, Arena *arena, const Entry *entry, uint32_t number) {
    Group *repeated = str_given(entry->error) ? NULL : repeated_group(groups, arena, entry);
    if (repeated)
        add_ticket(repeated, entry, number);
    for (size_t i = 0; groups_looks_at(entry) && i < entry->lines.len; i++) {
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

static gint by_weight(gconstpointer a, gconstpointer b) {
    const Group *x = *(Group *const *)a, *y = *(Group *const *)b;
    if (x->kind != y->kind)
        return (gint)x->kind - (gint)y->kind;
    if (x->tickets != y->tickets)
        return (x->tickets < y->tickets) - (x->tickets > y->tickets);
    int by_period = date_cmp(x->period, y->period);
    return by_period ? by_period : strcmp(x->ids->str, y->ids->str);
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
             more && spool_next(spool, arena, &entry, &number, &failure); arena_clear(arena)) {
            if (stage == STAGE_MEMBERS)
                add_members(groups, arena, &entry, number);
            else
                groups_count(groups, arena, stage, &entry);
        }
        if (stage != STAGE_MEMBERS)
            groups_choose(groups, stage);
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
