#include "store/snapshot_diff.h"

#include <stdlib.h>

#include "store/snapshots_own.h"
#include "base/vec.h"
#include "base/banned.h"

typedef VEC(const Row *) Rows;

typedef struct Side {
    const Snapshot *snapshot;
    sqlite3_stmt *statement;
    bool there; /* the statement stands at a row */
    Rows rows;  /* of the partner and number at hand */
} Side;

typedef struct Diff {
    Database *database;
    Side before, after;
    Arena *arena; /* of one partner and number */
    ChangeEach *each;
    void *self;
    DiffCounts *counts;
    bool ended;
    GError *failure;
} Diff;

/* ---- one side ---- */

static void step(Diff *diff, Side *side) {
    side->there = !diff->failure && database_step(diff->database, side->statement, &diff->failure);
}

static bool begin(Diff *diff, Side *side) {
    if (!database_check_rows(diff->database, side->snapshot->id, &diff->failure))
        return false;
    side->statement = database_prepare(diff->database, &diff->failure,
                                       "SELECT " SNAPSHOT_ROW " FROM rows_%lld ORDER BY partner, number, row",
                                       (long long)side->snapshot->id);
    if (side->statement)
        step(diff, side);
    return !diff->failure;
}

static Str column(const Side *side, int at) {
    const char *text = (const char *)sqlite3_column_text(side->statement, at);
    return (Str){text, text ? (size_t)sqlite3_column_bytes(side->statement, at) : 0};
}

typedef struct Key {
    Str partner, number;
} Key;

static Key key_of(const Side *side) {
    return (Key){column(side, SNAPSHOT_ROW_PARTNER), column(side, SNAPSHOT_ROW_NUMBER)};
}

/* As SQLite sorts: by bytes, those without a partner first. */
static int key_cmp(Key a, Key b) {
    int partner = str_given(a.partner) != str_given(b.partner) ? str_given(a.partner) - str_given(b.partner)
                                                                : str_cmp(a.partner, b.partner);
    return partner ? partner : str_cmp(a.number, b.number);
}

static void take_key(Diff *diff, Side *side, Key key) {
    side->rows = (Rows){0};
    while (side->there && key_cmp(key_of(side), key) == 0) {
        Row *row = ARENA_NEW(diff->arena, Row);
        *VEC_PUSH(diff->arena, &side->rows) = row;
        if (!snapshot_row(side->statement, &side->snapshot->sources, diff->arena, row) && !diff->failure)
            g_set_error(&diff->failure, database_error(), SQLITE_CORRUPT, "%s: the database is damaged", diff->database->path);
        step(diff, side);
    }
}

/* ---- how like two rows are ---- */

static int text_cmp(Str a, Str b) {
    return str_given(a) && str_given(b) ? str_cmp(a, b) : str_given(a) - str_given(b);
}

static int type_cmp(const Row *a, const Row *b) {
    return str_cmp(a->omlp_type, b->omlp_type);
}

static int period_cmp(const Row *a, const Row *b) {
    int type = type_cmp(a, b);
    return type ? type : (a->year * 12 + a->month) - (b->year * 12 + b->month);
}

static int all_cmp(const Row *a, const Row *b) {
    int by = period_cmp(a, b);
    by = by ? by : decimal_cmp(a->units, b->units);
    by = by ? by : decimal_cmp(a->kpi, b->kpi);
    by = by ? by : decimal_cmp(a->revenue, b->revenue);
    return by ? by : text_cmp(a->currency, b->currency);
}

static int any_cmp(const Row *a, const Row *b) {
    (void)a, (void)b;
    return 0;
}

static int sort_cmp(const void *a, const void *b) {
    return all_cmp(*(const Row *const *)a, *(const Row *const *)b);
}

unsigned rows_differ(const Row *before, const Row *after) {
    unsigned bits = 0;
    bits |= before->month != after->month ? DETAIL_BIT(DETAIL_MONTH) : 0;
    bits |= before->year != after->year ? DETAIL_BIT(DETAIL_YEAR) : 0;
    bits |= type_cmp(before, after) ? DETAIL_BIT(DETAIL_OMLP_TYPE) : 0;
    bits |= decimal_cmp(before->units, after->units) ? DETAIL_BIT(DETAIL_PURCHASE_UNITS) : 0;
    bits |= decimal_cmp(before->kpi, after->kpi) ? DETAIL_BIT(DETAIL_KPI_VALUE) : 0;
    bits |= decimal_cmp(before->revenue, after->revenue) ? DETAIL_BIT(DETAIL_REVENUE_VALUE) : 0;
    return bits | (text_cmp(before->currency, after->currency) ? DETAIL_BIT(DETAIL_CURRENCY) : 0);
}

/* ---- pairing the rows of a partner and number ---- */

static void tell(Diff *diff, ChangeKind kind, const Row *before, const Row *after) {
    Change change = {kind, before, after};
    diff->counts->of[kind]++;
    diff->ended = diff->ended || !diff->each(diff->self, &change);
}

/* Both sorted: those that `cmp` holds for alike are paired and taken out. */
static void pair(Diff *diff, int (*cmp)(const Row *, const Row *)) {
    Rows *before = &diff->before.rows, *after = &diff->after.rows;
    size_t i = 0, j = 0, left_before = 0, left_after = 0;
    while (i < before->len && j < after->len) {
        int by = cmp(before->items[i], after->items[j]);
        if (by < 0)
            before->items[left_before++] = before->items[i++];
        else if (by > 0)
            after->items[left_after++] = after->items[j++];
        else if (cmp == all_cmp)
            diff->counts->same++, i++, j++;
        else
            tell(diff, CHANGE_CHANGED, before->items[i++], after->items[j++]);
    }
    while (i < before->len)
        before->items[left_before++] = before->items[i++];
    while (j < after->len)
        after->items[left_after++] = after->items[j++];
    before->len = left_before;
    after->len = left_after;
}

static void sort(Rows *rows) {
    if (rows->len > 1)
        qsort(rows->items, rows->len, sizeof *rows->items, sort_cmp);
}

static void settle(Diff *diff) {
    sort(&diff->before.rows);
    sort(&diff->after.rows);
    pair(diff, all_cmp);
    pair(diff, period_cmp);
    pair(diff, type_cmp);
    pair(diff, any_cmp);
    for (size_t i = 0; i < diff->before.rows.len; i++)
        tell(diff, CHANGE_WENT, diff->before.rows.items[i], NULL);
    for (size_t i = 0; i < diff->after.rows.len; i++)
        tell(diff, CHANGE_CAME, NULL, diff->after.rows.items[i]);
}

/* ---- all of them ---- */

static Key first_key(const Diff *diff) {
    if (!diff->before.there || !diff->after.there)
        return key_of(diff->before.there ? &diff->before : &diff->after);
    Key before = key_of(&diff->before), after = key_of(&diff->after);
    return key_cmp(before, after) <= 0 ? before : after;
}

static void go_through(Diff *diff) {
    while ((diff->before.there || diff->after.there) && !diff->ended && !diff->failure) {
        arena_clear(diff->arena);
        Key key = first_key(diff);
        /* The texts are SQLite's, and gone with its next step. */
        key.number = arena_str(diff->arena, key.number);
        key.partner = str_given(key.partner) ? arena_str(diff->arena, key.partner) : STR_NONE;
        take_key(diff, &diff->before, key);
        take_key(diff, &diff->after, key);
        if (!diff->failure)
            settle(diff);
    }
}

bool snapshots_diff(Snapshots *snapshots, const Snapshot *before, const Snapshot *after, ChangeEach *each, void *self,
                    DiffCounts *counts, GError **error) {
    Diff diff = {.database = snapshots->database, .before.snapshot = before, .after.snapshot = after, .arena = arena_new(),
                 .each = each, .self = self, .counts = counts};
    *counts = (DiffCounts){0};
    if (begin(&diff, &diff.before) && begin(&diff, &diff.after))
        go_through(&diff);
    sqlite3_finalize(diff.before.statement);
    sqlite3_finalize(diff.after.statement);
    arena_free(&diff.arena);
    if (diff.failure)
        g_propagate_error(error, diff.failure);
    return !diff.failure;
}
