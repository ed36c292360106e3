/* The inside of Groups: purchases (groups_purchase.c) make statements, which are counted in cells; of those that are no chance
 * groups are made (groups_count.c), whose members are found again by their statements (groups.c). */
#ifndef REPORT_GROUPS_OWN_H
#define REPORT_GROUPS_OWN_H

#include "report/digest.h"
#include "report/groups.h"

/* A purchase as groups look at it. */
typedef struct Purchase {
    const Entry *entry;
    const EntryLine *line;
    uint64_t partner, number, type; /* digests */
    Date period;
    bool compared;   /* displayed, complete, and held against a dashboard: only then does a missing row say something */
    bool found;      /* its row was */
    int shift;       /* months from the claim to the row; 0: the same */
    int thousandths; /* of claimed revenue to the row's, with the same units; 0: the same, or not to be told */
} Purchase;

/* False when it has no partner or no number: then it is in no group. */
bool purchase_read(Arena *arena, const Entry *entry, const EntryLine *line, Purchase *out);
/* Of period, type, units and revenue: how many are given in both and equal. */
int purchase_agreement(const Details *a, const Details *b);

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
    GHashTable *repeated;  /* entry_content() -> Group * */
};

#define KEY(digest) GSIZE_TO_POINTER((gsize)(digest))

/* What one purchase says of one cell. */
typedef struct Statement {
    GroupKind kind;
    uint64_t cell, base; /* digests; base 0: its own */
    uint64_t witness;
    bool says;           /* else it only was looked at */
} Statement;

#define STATEMENTS_MOST 6
size_t statements_of(const Purchase *p, Statement *out);
Group *group_of_statement(const Groups *groups, const Statement *statement); /* NULL: in none */
bool groups_is_of_refresh(GroupKind kind);
bool groups_explained_by_refresh(const Groups *groups, const Statement *statements, size_t n);

Group *group_add(Groups *groups, GroupKind kind);
/* One ticket in the round of a stage. */
void groups_count(Groups *groups, Arena *arena, Stage stage, const Entry *entry);
/* After the round: the groups of that stage. */
void groups_choose(Groups *groups, Stage stage);

/* Is the ticket answered by itself: read, and no repetition? */
static inline bool groups_looks_at(const Entry *entry) {
    return !str_given(entry->error) && !str_given(entry->duplicate_of);
}

static inline char *groups_copy(Str text) {
    return g_strndup(text.data ? text.data : "", text.len);
}

#endif
