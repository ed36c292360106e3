/* Groups: tickets behind which one cause is probable. Each ticket still has its own draft; a group is for the desk.
 *
 * Nobody is in a group by chance. What could be chance (a month that is missing for several partners) is a group only
 * when so many witnesses say the same that, by what the rest of the queue shows, fewer than one such group in twenty queues would
 * come about by itself, however many months, types and partners were looked at. What the queue itself has
 * established (the same ticket again) needs no witnesses; the same invoice claimed by two partners needs that their claims
 * agree on two of period, type, units and revenue as well: two sellers may give the same number to different invoices.
 *
 * The spool is gone through three times; kept in memory are counts and digests, some hundred bytes a purchase at most, and of
 * each group the ids of its tickets. */
#ifndef REPORT_GROUPS_H
#define REPORT_GROUPS_H

#include "report/spool.h"

typedef enum GroupKind {
    GROUP_MONTH_LACKING,   /* nobody's purchases of a month are on the dashboard */
    GROUP_TYPE_LACKING,    /* the same of one product type */
    GROUP_MONTH_SHIFTED,   /* purchases of a month stand under another */
    GROUP_PARTNER_LACKING, /* none of a partner's invoices is on the dashboard */
    GROUP_PARTNER_SHIFTED, /* a partner's purchases stand so many months apart from what it claims */
    GROUP_PARTNER_FACTOR,  /* a partner's claims are a fixed multiple of what the dashboard shows */
    GROUP_CLAIMED_TWICE,   /* one invoice, several partners */
    GROUP_SENT_AGAIN,      /* one ticket, several times */
    GROUP_KIND_COUNT
} GroupKind;

typedef struct Group {
    GroupKind kind;
    size_t number;        /* its place in the list, from 0 */
    size_t tickets, purchases;
    size_t with_invoice;  /* purchases with an accepted invoice */
    uint32_t asked, agree; /* witnesses (partners, or invoices of one) that were looked at, and that say the same */
    Date period;          /* of those about a month; else year 0 */
    int shift;            /* months, positive when the dashboard shows a later one */
    int thousandths;      /* of the factor */
    char *type, *partner, *invoice, *ticket; /* what it is about; NULL where it is not */
    GString *ids;         /* of all its tickets, in the order of the results, a NUL behind each; see group_next_id(). Long ones are cut */
    gint64 last;          /* number of the last ticket counted; for groups.c */
} Group;

#define GROUP_ID_MAX 120 /* bytes of a ticket's id; then "…" */

typedef struct Groups Groups;

/* False and an error when the spool could not be read. To be freed in any case. */
bool groups_find(Spool *spool, Groups **out, GError **error);
void groups_free(Groups **groups);

/* By kind, in its order; then the largest first. */
size_t groups_len(const Groups *groups);
const Group *groups_at(const Groups *groups, size_t i);

/* The id that begins at *at, which moves on from 0; NULL at the end. */
const char *group_next_id(const Group *group, size_t *at);

typedef VEC(const Group *) GroupRefs;
/* The groups that the ticket is in, each once. */
void groups_of(const Groups *groups, Arena *arena, const Entry *entry, GroupRefs *out);

const char *group_word(GroupKind kind);          /* "type_lacking" */
Str group_cause(Arena *arena, const Group *group); /* one English sentence: what is probably behind it */
const char *group_advice(GroupKind kind);        /* one sentence: what to do */

#endif
